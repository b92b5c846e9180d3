//! The gateway's own envelope.

use serde_json::Value;

use super::parsed::{Parsed, text};
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
    Some(Parsed {
        code: text(error, "code"),
        kind: text(error, "type"),
        message: text(error, "message")?,
        param: text(error, "param"),
        request_id: text(error, "request_id"),
        status: None,
    })
}
