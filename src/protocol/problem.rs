//! Problem details ([RFC 9457](https://www.rfc-editor.org/rfc/rfc9457)).

use serde_json::Value;

use super::parsed::{Parsed, status, text};
use super::shape::{PathStyle, Shape, Slot, field};

pub(crate) const SHAPE: Shape = Shape {
    top: &[
        field("type", Slot::DocUrl),
        field("title", Slot::Title),
        field("status", Slot::Status),
        field("detail", Slot::Message),
        field("code", Slot::Code),
        field("param", Slot::Param(PathStyle::Pointer)),
        field("request_id", Slot::RequestId),
    ],
    error: &[],
};

/// Reads a problem back.
pub(crate) fn parse(body: &Value) -> Option<Parsed> {
    Some(Parsed {
        code: text(body, "code"),
        kind: text(body, "type"),
        message: text(body, "detail")?,
        param: text(body, "param"),
        request_id: text(body, "request_id"),
        status: status(body, "status"),
    })
}
