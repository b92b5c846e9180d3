//! How a stream ended, and what is known about it afterwards.

use super::state::{Delivery, Position};
use bytes::Bytes;
use std::fmt;

/// What the transport said when no more bytes came.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum End {
    /// The upstream closed the body in order.
    Clean,
    /// The connection broke.
    Reset,
    /// Nothing came for longer than the gateway waits.
    IdleTimeout,
    /// The client went away, and the upstream was told to stop.
    ClientGone,
}

/// How a stream ended, by what was seen in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Ending {
    /// With its protocol's terminator.
    Complete,
    /// With an error event.
    ErrorEvent,
    /// With bare JSON that is an error, where an event was due.
    TrailingError,
    /// In order, at an event boundary, without the terminator.
    Unterminated,
    /// Inside an event.
    Torn,
    /// By a broken connection.
    Reset,
    /// By silence.
    Stalled,
    /// With an event larger than the limit.
    TooLarge,
    /// With bytes that the dialect's framing cannot hold.
    Malformed,
    /// Before it began: the body was empty.
    Empty,
    /// Before it began: the body was one JSON error.
    JsonError,
    /// Before it began: the body was a JSON answer, as if no stream had been asked for.
    JsonAnswer,
    /// Before it began: the body was a page or plain text.
    Page,
    /// The client went away; nobody failed.
    ClientGone,
}

impl Ending {
    /// Returns true if an upstream failed to deliver what was asked.
    ///
    /// ```
    /// use wirefault::stream::Ending;
    ///
    /// assert!(Ending::Unterminated.is_failure());
    /// assert!(!Ending::ClientGone.is_failure());
    /// ```
    pub fn is_failure(self) -> bool {
        !matches!(self, Ending::Complete | Ending::ClientGone)
    }

    /// Suggests the key of the catalog entry that says so.
    ///
    /// `None` where the upstream said itself what is wrong (the payload has to be read), and
    /// where nothing is.
    pub fn suggested_key(self) -> Option<&'static str> {
        match self {
            Ending::Complete | Ending::ClientGone => None,
            Ending::ErrorEvent | Ending::TrailingError | Ending::JsonError => None,
            Ending::Unterminated | Ending::Torn | Ending::Reset | Ending::Empty => {
                Some("upstream_stream_interrupted")
            }
            Ending::Stalled => Some("upstream_stream_stalled"),
            Ending::TooLarge => Some("upstream_event_too_large"),
            Ending::Malformed | Ending::JsonAnswer | Ending::Page => {
                Some("upstream_invalid_response")
            }
        }
    }
}

/// A failure that the guard found: it was not forwarded, and nothing after it is.
///
/// `Debug` tells the lengths of the bytes only: an upstream may repeat keys.
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Failure {
    /// What kind of failure.
    pub ending: Ending,
    /// The failed event as it came, or the body that was no stream; may be cut to the limit.
    pub event: Bytes,
    /// The event's payload: what the upstream reader is to read.
    pub payload: Bytes,
    /// The event's name or a frame's exception type; empty if there is none.
    pub name: Bytes,
}

impl Failure {
    /// Makes a failure that no bytes tell of.
    pub fn bare(ending: Ending) -> Self {
        Failure {
            ending,
            event: Bytes::new(),
            payload: Bytes::new(),
            name: Bytes::new(),
        }
    }
}

impl fmt::Debug for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "Failure {{ ending: {:?}, event: {} bytes, payload: {} bytes, name: {} bytes }}",
            self.ending,
            self.event.len(),
            self.payload.len(),
            self.name.len(),
        )
    }
}

/// What the guard knows when a stream is over, for billing, health and the last bytes.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Report {
    /// How the stream ended.
    pub ending: Ending,
    /// The failure, if there was one and [`Step`](super::Step) has not delivered it already.
    pub failure: Option<Failure>,
    /// Bytes still to be forwarded: a terminator whose last line end the upstream left out.
    pub release: Bytes,
    /// Bytes that came from the upstream.
    pub bytes_in: u64,
    /// Bytes that were forwarded, `release` included.
    pub bytes_out: u64,
    /// Events that were forwarded, without comments; None unless
    /// [`GuardOptions::count_events`](super::GuardOptions::count_events) asks for them: a clean chunk
    /// is searched for errors as a whole, and finding all its boundaries costs as much again.
    pub events: Option<u64>,
    /// Bytes of an unfinished event that were dropped.
    pub bytes_torn: u64,
    /// True if the client got an event that is no sign of life.
    pub started: bool,
    /// True if the terminator was forwarded.
    pub terminated: bool,
    /// Where the client's stream stands.
    pub position: Position,
    /// How an error reaches the client now.
    pub delivery: Delivery,
    /// True if another candidate may still answer, unnoticed by the client.
    pub failover_safe: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn debug_shows_no_bytes_of_the_upstream() {
        let failure = Failure {
            payload: Bytes::from_static(b"sk-live-123"),
            ..Failure::bare(Ending::JsonError)
        };
        let shown =
            "Failure { ending: JsonError, event: 0 bytes, payload: 11 bytes, name: 0 bytes }";
        assert_eq!(format!("{failure:?}"), shown);
    }
}
