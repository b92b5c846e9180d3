//! Anthropic Messages.
//!
//! Our code stands in `error.details.error_code`, which the SDKs expose as `error_code`
//! ([errors](https://docs.anthropic.com/en/api/errors)).

use serde_json::Value;

use super::parsed::{Parsed, text};
use super::shape::{Shape, Slot, TypeRow, field};
use crate::catalog::Category;

pub(crate) const SHAPE: Shape = Shape {
    top: &[
        field("type", Slot::Raw("\"error\"")),
        field("error", Slot::Error),
        field("request_id", Slot::RequestId),
    ],
    error: &[
        field("type", Slot::Type),
        field("message", Slot::Message),
        field("details", Slot::CodeIn("error_code")),
    ],
};

/// The documented types by category, and no others: SDKs and the AI SDK derive statuses of
/// stream errors from them.
pub(crate) const TYPES: &[TypeRow] = &[
    (Category::Authentication, None, "authentication_error"),
    (Category::Permission, None, "permission_error"),
    (Category::Billing, None, "billing_error"),
    (Category::Quota, None, "rate_limit_error"),
    (Category::RateLimit, None, "rate_limit_error"),
    (Category::NotFound, None, "not_found_error"),
    (Category::InvalidRequest, None, "invalid_request_error"),
    (Category::ContentPolicy, None, "invalid_request_error"),
    (Category::TooLarge, None, "request_too_large"),
    (Category::Conflict, None, "invalid_request_error"),
    (Category::Timeout, None, "timeout_error"),
    (Category::Overloaded, None, "overloaded_error"),
    (Category::Unavailable, None, "overloaded_error"),
    (Category::Upstream, None, "api_error"),
    (Category::Internal, None, "api_error"),
    (Category::Cancelled, None, "api_error"),
    (Category::Notice, None, "api_error"),
];

/// Appends the end of a stream that failed. Without the `event:` line the SDKs skip the event;
/// nothing follows it.
pub(crate) fn stream(body: &[u8], out: &mut Vec<u8>) {
    out.extend_from_slice(b"event: error\ndata: ");
    out.extend_from_slice(body);
    out.extend_from_slice(b"\n\n");
}

/// Reads an error body back.
pub(crate) fn parse(body: &Value) -> Option<Parsed> {
    let error = body.get("error")?;
    Some(Parsed {
        code: error
            .get("details")
            .and_then(|details| text(details, "error_code")),
        kind: text(error, "type"),
        message: text(error, "message")?,
        param: None,
        request_id: text(body, "request_id"),
        status: None,
    })
}
