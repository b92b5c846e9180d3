//! OpenAI: Chat Completions, legacy Completions, and the body of Responses.
//!
//! The error object has four required keys; `param` and `code` are strings or null
//! ([openai-openapi](https://github.com/openai/openai-openapi), `Error`).

use serde_json::Value;

use super::parsed::{Parsed, text};
use super::shape::{Field, PathStyle, Shape, Slot, TypeRow, field};
use crate::catalog::Category;

pub(crate) const SHAPE: Shape = Shape {
    top: &[field("error", Slot::Error)],
    error: ERROR,
};

const ERROR: &[Field] = &[
    field("message", Slot::Message),
    field("type", Slot::Type),
    field("param", Slot::Param(PathStyle::Dotted)),
    field("code", Slot::Code),
];

/// The types by category. OpenAI's SDKs take their class from the status and pass the type on;
/// the values are those that the API itself sends, and `upstream_error` for what it cannot say.
pub(crate) const TYPES: &[TypeRow] = &[
    (Category::Authentication, None, "authentication_error"),
    (Category::Permission, None, "permission_error"),
    (Category::Billing, None, "insufficient_quota"),
    (Category::Quota, None, "rate_limit_error"),
    (Category::RateLimit, None, "rate_limit_error"),
    (Category::NotFound, None, "invalid_request_error"),
    (Category::InvalidRequest, None, "invalid_request_error"),
    (Category::ContentPolicy, None, "invalid_request_error"),
    (Category::TooLarge, None, "invalid_request_error"),
    (Category::Conflict, None, "invalid_request_error"),
    (Category::Timeout, None, "server_error"),
    (Category::Overloaded, None, "service_unavailable_error"),
    (Category::Unavailable, None, "service_unavailable_error"),
    (Category::Upstream, None, "upstream_error"),
    (Category::Internal, None, "server_error"),
    (Category::Cancelled, None, "invalid_request_error"),
    (Category::Notice, None, "notice"),
];

/// Appends the end of a Chat or Completions stream that failed.
///
/// Every SDK raises on the `error` key before it reads `[DONE]`; vLLM and SGLang send it too.
pub(crate) fn stream(body: &[u8], out: &mut Vec<u8>) {
    out.extend_from_slice(b"data: ");
    out.extend_from_slice(body);
    out.extend_from_slice(b"\n\ndata: [DONE]\n\n");
}

/// Reads an error body back.
pub(crate) fn parse(body: &Value) -> Option<Parsed> {
    let error = body.get("error")?;
    Some(Parsed {
        code: text(error, "code"),
        kind: text(error, "type"),
        message: text(error, "message")?,
        param: text(error, "param"),
        request_id: None,
        status: None,
    })
}
