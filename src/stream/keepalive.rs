//! Signs of life that no client of the protocol trips over.

use super::dialect::KEEP_ALIVE;
use super::state::Position;
use crate::protocol::Protocol;

/// Returns the bytes that keep an idle stream of this protocol alive.
///
/// `None` where the stream does not stand at an event boundary, and where no byte is safe: a
/// comment breaks the Gemini clients (measured with google-genai 2.34 and Gemini CLI 0.61).
///
/// ```
/// use wirefault::protocol::Protocol;
/// use wirefault::stream::{Position, keep_alive};
///
/// assert_eq!(keep_alive(Protocol::OpenAiChat, Position::AtBoundary), Some(&b": keep-alive\n\n"[..]));
/// assert_eq!(keep_alive(Protocol::Gemini, Position::AtBoundary), None);
/// assert_eq!(keep_alive(Protocol::OpenAiChat, Position::InsideEvent), None);
/// ```
pub fn keep_alive(protocol: Protocol, position: Position) -> Option<&'static [u8]> {
    match position {
        Position::CommentsOnly | Position::AtBoundary => bytes(protocol),
        Position::NotStarted | Position::InsideEvent | Position::Terminated => None,
    }
}

fn bytes(protocol: Protocol) -> Option<&'static [u8]> {
    let row = KEEP_ALIVE.iter().find(|(speaks, _)| *speaks == protocol);
    row.map(|(_, bytes)| *bytes)
}
