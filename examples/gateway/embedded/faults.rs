//! Answers that go wrong.

use std::io::Error;
use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::http::{HeaderValue, header};
use axum::response::Response;
use futures_util::stream;
use serde_json::{Value, json};
use wirefault::Protocol;

use super::{Asked, FIELD, answers};

/// The pause between two events, so that they leave one by one.
const BETWEEN: Duration = Duration::from_millis(5);

/// What is sent, piece by piece; an error breaks the connection.
pub type Pieces = Vec<Result<Bytes, Error>>;

/// A stream that ends with an error event: as its first event, or after two deltas.
pub fn event(asked: &Asked, key: &str, mid: bool) -> Response {
    let mut pieces: Pieces = Vec::new();
    if mid {
        pieces.extend(beginning(asked));
    }
    pieces.push(Ok(failure(asked, key, mid).into()));
    send(asked, pieces)
}

/// A stream that ends without its terminator, inside an event, or by a reset; without a stream a
/// body that is cut.
pub fn broken(asked: &Asked, how: &str) -> Response {
    if !asked.stream {
        let whole = answers::whole(asked).to_string();
        let half = whole.get(..whole.len() / 2).unwrap_or_default().to_owned();
        let mut pieces: Pieces = vec![Ok(half.into())];
        if how == "reset" {
            pieces.push(Err(Error::other("reset")));
        }
        return send(asked, pieces);
    }
    let mut pieces = beginning(asked);
    match how {
        "torn" => {
            let next = answers::events(asked)
                .into_iter()
                .nth(pieces.len())
                .unwrap_or_default();
            let half = next.get(..next.len() / 2).unwrap_or_default().to_owned();
            pieces.push(Ok(half.into()));
        }
        "reset" => pieces.push(Err(Error::other("reset"))),
        _ => {}
    }
    send(asked, pieces)
}

/// A reset overtakes what the other side has not read yet; the deltas are to arrive.
const BEFORE_RESET: Duration = Duration::from_millis(250);

/// The events up to the second delta.
fn beginning(asked: &Asked) -> Pieces {
    let events = answers::events(asked);
    let count = answers::before_deltas(asked) + 2;
    events
        .into_iter()
        .take(count)
        .map(|event| Ok(event.into()))
        .collect()
}

/// The error event as an upstream of this protocol writes it, with the private mark.
fn failure(asked: &Asked, key: &str, started: bool) -> String {
    let error = match asked.protocol {
        Protocol::AnthropicMessages => {
            json!({"type": "api_error", "message": "embedded fault", FIELD: key})
        }
        Protocol::Gemini => {
            json!({"code": 500, "message": "embedded fault", "status": "INTERNAL", FIELD: key})
        }
        _ => {
            json!({"message": "embedded fault", "type": "server_error", "param": null, "code": null, FIELD: key})
        }
    };
    let whole = |error: Value| match asked.protocol {
        Protocol::AnthropicMessages | Protocol::OpenAiResponses => {
            json!({"type": "error", "error": error})
        }
        _ => json!({"error": error}),
    };
    let data = whole(error);
    match asked.protocol {
        Protocol::AnthropicMessages | Protocol::OpenAiResponses => {
            format!("event: error\ndata: {data}\n\n")
        }
        Protocol::Gemini if asked.array => {
            format!("{}{data}\n]", if started { ",\r\n" } else { "[" })
        }
        _ => format!("data: {data}\n\n"),
    }
}

/// Sends pieces one by one.
pub fn send(asked: &Asked, pieces: Pieces) -> Response {
    let pieces = stream::unfold(pieces.into_iter(), |mut pieces| async move {
        let piece = pieces.next()?;
        tokio::time::sleep(if piece.is_err() {
            BEFORE_RESET
        } else {
            BETWEEN
        })
        .await;
        Some((piece, pieces))
    });
    let media = match asked.stream && !asked.array {
        true => "text/event-stream",
        false => "application/json",
    };
    let mut response = Response::new(Body::from_stream(pieces));
    response
        .headers_mut()
        .insert(header::CONTENT_TYPE, HeaderValue::from_static(media));
    response
}
