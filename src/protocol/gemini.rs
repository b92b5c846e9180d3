//! Gemini: `google.rpc.Status` in JSON.
//!
//! `error` is the first key and `code` a number from 400 to 599, or google-genai fails on a
//! stream; the retry hint is in `RetryInfo` alone
//! ([error_details.proto](https://github.com/googleapis/googleapis/blob/master/google/rpc/error_details.proto),
//! [code.proto](https://github.com/googleapis/googleapis/blob/master/google/rpc/code.proto)).

use std::time::Duration;

use serde_json::Value;

use super::Cast;
use super::escape::{escape, quote};
use super::parsed::{Parsed, status, text};
use super::program::{Op, Prepared, quote_path};
use super::shape::{PathStyle, Shape, Slot, TypeRow, field};
use crate::catalog::Category;
use crate::error::GatewayError;

pub(crate) const SHAPE: Shape = Shape {
    top: &[field("error", Slot::Error)],
    error: &[
        field("code", Slot::Status),
        field("message", Slot::Message),
        field("status", Slot::Canonical),
        field("details", Slot::Details),
    ],
};

/// The canonical statuses by category.
pub(crate) const STATUSES: &[TypeRow] = &[
    (Category::InvalidRequest, Some(405), "UNIMPLEMENTED"),
    (Category::InvalidRequest, Some(501), "UNIMPLEMENTED"),
    (Category::InvalidRequest, Some(412), "FAILED_PRECONDITION"),
    (Category::InvalidRequest, Some(428), "FAILED_PRECONDITION"),
    (Category::Authentication, None, "UNAUTHENTICATED"),
    (Category::Permission, None, "PERMISSION_DENIED"),
    (Category::Billing, None, "RESOURCE_EXHAUSTED"),
    (Category::Quota, None, "RESOURCE_EXHAUSTED"),
    (Category::RateLimit, None, "RESOURCE_EXHAUSTED"),
    (Category::NotFound, None, "NOT_FOUND"),
    (Category::InvalidRequest, None, "INVALID_ARGUMENT"),
    (Category::ContentPolicy, None, "INVALID_ARGUMENT"),
    (Category::TooLarge, None, "INVALID_ARGUMENT"),
    (Category::Conflict, None, "ABORTED"),
    (Category::Timeout, None, "DEADLINE_EXCEEDED"),
    (Category::Overloaded, None, "UNAVAILABLE"),
    (Category::Unavailable, None, "UNAVAILABLE"),
    (Category::Upstream, None, "UNAVAILABLE"),
    (Category::Internal, None, "INTERNAL"),
    (Category::Cancelled, None, "CANCELLED"),
    (Category::Notice, None, "OK"),
];

/// The pause between the two writes of a stream failure.
///
/// Written back to back they reach Gemini CLI as one chunk, and it fails on that.
pub(crate) const PAUSE: Duration = Duration::from_millis(10);

/// What the details of an entry are made of, beside the error itself.
#[derive(Debug, Default)]
pub(crate) struct Details {
    /// `{"@type":...,"reason":...,"domain":...,"metadata":{` up to the first pair.
    pub(crate) info: Vec<u8>,
    /// The violation of a quota, whole.
    pub(crate) quota: Vec<u8>,
    /// The link to the documents, whole.
    pub(crate) help: Vec<u8>,
}

/// Prepares the static part of an entry's details.
pub(crate) fn prepare(
    reason: &str,
    domain: &str,
    quota: Option<(&str, Option<&str>)>,
    title: &str,
    doc_url: Option<&str>,
) -> Details {
    let mut details = Details::default();
    let info = &mut details.info;
    info.extend_from_slice(b"{\"@type\":\"type.googleapis.com/google.rpc.ErrorInfo\",\"reason\":");
    quote(reason, info);
    info.extend_from_slice(b",\"domain\":");
    quote(domain, info);
    info.extend_from_slice(b",\"metadata\":{");
    if let Some((id, metric)) = quota {
        let out = &mut details.quota;
        out.extend_from_slice(
            b",{\"@type\":\"type.googleapis.com/google.rpc.QuotaFailure\",\"violations\":[{\"subject\":\"\",\"description\":",
        );
        quote(title, out);
        if let Some(metric) = metric {
            out.extend_from_slice(b",\"quotaMetric\":");
            quote(metric, out);
        }
        out.extend_from_slice(b",\"quotaId\":");
        quote(id, out);
        out.extend_from_slice(b"}]}");
    }
    if let Some(url) = doc_url {
        let out = &mut details.help;
        out.extend_from_slice(
            b",{\"@type\":\"type.googleapis.com/google.rpc.Help\",\"links\":[{\"description\":",
        );
        quote(title, out);
        out.extend_from_slice(b",\"url\":");
        quote(url, out);
        out.extend_from_slice(b"}]}");
    }
    details
}

/// Begins the detail that names the request.
const REQUEST_INFO: &[u8] =
    b",{\"@type\":\"type.googleapis.com/google.rpc.RequestInfo\",\"requestId\":";

/// Returns the steps that write the details of an error without a wait, a field, and a text in
/// another language.
pub(crate) fn steps(details: &Details, request_id: bool) -> Vec<Op> {
    let mut before = vec![b'['];
    before.extend_from_slice(&details.info);
    let mut after = b"}}".to_vec();
    after.extend_from_slice(&details.quota);
    after.extend_from_slice(&details.help);
    let mut steps = vec![Op::Literal(before), Op::Metadata];
    if request_id {
        after.extend_from_slice(REQUEST_INFO);
        after.push(b'"');
        steps.push(Op::Literal(std::mem::take(&mut after)));
        steps.push(Op::RequestId);
        after.extend_from_slice(b"\"}");
    }
    after.push(b']');
    steps.push(Op::Literal(after));
    steps
}

/// Appends the details of an error: what the entry has, and what the error adds.
pub(crate) fn write_details(prepared: &Prepared, cast: &Cast<'_>, out: &mut Vec<u8>) {
    let error = cast.error;
    out.push(b'[');
    out.extend_from_slice(&prepared.details.info);
    metadata(prepared, error, out);
    out.extend_from_slice(b"}}");
    if let Some(wait) = cast.advice().wait {
        out.extend_from_slice(
            b",{\"@type\":\"type.googleapis.com/google.rpc.RetryInfo\",\"retryDelay\":\"",
        );
        escape(&crate::Value::from(wait).to_string(), out);
        out.extend_from_slice(b"s\"}");
    }
    out.extend_from_slice(&prepared.details.quota);
    if let Some(field) = error.field() {
        out.extend_from_slice(
            b",{\"@type\":\"type.googleapis.com/google.rpc.BadRequest\",\"fieldViolations\":[{\"field\":",
        );
        quote_path(field, PathStyle::Dotted, out);
        out.extend_from_slice(b",\"description\":\"");
        prepared.message(cast, out);
        out.extend_from_slice(b"\"}]}");
    }
    out.extend_from_slice(&prepared.details.help);
    if let Some((tag, language)) = cast.localized() {
        out.extend_from_slice(
            b",{\"@type\":\"type.googleapis.com/google.rpc.LocalizedMessage\",\"locale\":",
        );
        quote(tag, out);
        out.extend_from_slice(b",\"message\":\"");
        prepared.message_in(language, cast, out);
        out.extend_from_slice(b"\"}");
    }
    if let Some(id) = cast.request_id {
        out.extend_from_slice(REQUEST_INFO);
        quote(id, out);
        out.push(b'}');
    }
    out.push(b']');
}

/// Every dynamic part of the message is metadata as well
/// ([AIP-193](https://google.aip.dev/193)).
pub(crate) fn metadata(prepared: &Prepared, error: &GatewayError, out: &mut Vec<u8>) {
    let mut first = true;
    for (name, value) in error.params().filter(|(name, _)| !prepared.is_secret(name)) {
        if !first {
            out.push(b',');
        }
        first = false;
        quote(name, out);
        out.extend_from_slice(b":\"");
        super::message::write_value(value, out);
        out.push(b'"');
    }
}

/// Returns the two writes of an SSE stream that failed, in order: the event, and after
/// [`PAUSE`] the raw JSON. To a conforming SSE parser the second is a line of no meaning.
pub(crate) fn stream(body: &[u8]) -> (Vec<u8>, Vec<u8>) {
    let mut event = b"data: ".to_vec();
    event.extend_from_slice(body);
    event.extend_from_slice(b"\n\n");
    (event, body.to_vec())
}

/// Appends the end of a JSON-array stream that failed, so that the whole is valid JSON.
pub(crate) fn array(started: bool, body: &[u8], out: &mut Vec<u8>) {
    out.extend_from_slice(if started { b",\r\n" } else { b"[" });
    out.extend_from_slice(body);
    out.extend_from_slice(b"\n]");
}

/// Returns true for a stream that is a JSON array.
pub(crate) fn answers_array(path: &str, query: Option<&str>) -> bool {
    let sse = query.is_some_and(|query| query.split('&').any(|pair| pair == "alt=sse"));
    path.ends_with(":streamGenerateContent") && !sse
}

/// Reads an error body back: an object, or an array of one.
pub(crate) fn parse(body: &Value) -> Option<Parsed> {
    let error = body.get("error").or_else(|| body.get(0)?.get("error"))?;
    let details = error.get("details").and_then(Value::as_array);
    let detail = |name: &str| {
        details?.iter().find(|detail| {
            detail
                .get("@type")
                .and_then(Value::as_str)
                .is_some_and(|t| t.ends_with(name))
        })
    };
    let inside = |name: &str, pointer: &str| {
        detail(name)?
            .pointer(pointer)
            .and_then(Value::as_str)
            .map(str::to_owned)
    };
    Some(Parsed {
        code: inside(".ErrorInfo", "/reason"),
        kind: text(error, "status"),
        message: text(error, "message")?,
        param: inside(".BadRequest", "/fieldViolations/0/field"),
        request_id: inside(".RequestInfo", "/requestId"),
        status: status(error, "code"),
    })
}
