//! The gateway's own envelope.

use serde_json::Value;

use super::Parsed;
use super::shape::{PathStyle, Shape, Slot, field};

pub(crate) const SHAPE: Shape = Shape {
    top: &[field("error", Slot::Error)],
    error: &[
        field("type", Slot::Type),
        field("code", Slot::Code),
        field("message", Slot::Message),
        field("param", Slot::Param(PathStyle::Pointer)),
        field("request_id", Slot::RequestId),
    ],
};

/// Appends the end of a stream that failed.
pub(crate) fn stream(body: &[u8], out: &mut Vec<u8>) {
    out.extend_from_slice(b"event: error\ndata: ");
    out.extend_from_slice(body);
    out.extend_from_slice(b"\n\n");
}

/// Reads an error body back.
pub(crate) fn parse(body: &Value) -> Option<Parsed> {
    let error = body.get("error")?;
    let text = |key: &str| error.get(key).and_then(Value::as_str).map(str::to_owned);
    Some(Parsed {
        code: text("code"),
        kind: text("type"),
        message: text("message")?,
        param: text("param"),
        request_id: text("request_id"),
        status: None,
    })
}
