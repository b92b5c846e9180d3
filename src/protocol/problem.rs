//! Problem details ([RFC 9457](https://www.rfc-editor.org/rfc/rfc9457)).

use serde_json::Value;

use super::Parsed;
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
    let text = |key: &str| body.get(key).and_then(Value::as_str).map(str::to_owned);
    Some(Parsed {
        code: text("code"),
        kind: text("type"),
        message: text("detail")?,
        param: text("param"),
        request_id: text("request_id"),
        status: body
            .get("status")
            .and_then(Value::as_u64)
            .and_then(|status| status.try_into().ok()),
    })
}
