//! OpenAI Responses: the end of a stream that failed.
//!
//! No single form reaches every client: Codex reads `response.failed` alone, openai-python raises
//! on a nested `error` alone. So the event `error` has the flat fields of the specification and
//! the nested object of the live API, and `response.failed` follows it.

use super::StreamState;
use super::escape::quote;

/// The code of `response.failed` for an entry that must not be retried and names none.
///
/// Codex repeats the turn five times on a code that it does not know; on this one it stops and
/// shows the message.
pub(crate) const STOP: &str = "invalid_prompt";

/// The code of `response.failed` for an entry that may be retried and names none.
pub(crate) const RETRY: &str = "server_error";

/// The texts of a failure: JSON strings without their quotes.
pub(crate) struct Texts<'a> {
    pub(crate) message: &'a [u8],
    pub(crate) kind: &'a str,
    pub(crate) code: Option<&'a str>,
    pub(crate) stop_code: &'a str,
    pub(crate) param: Option<&'a str>,
}

/// Appends the two events.
pub(crate) fn stream(texts: &Texts<'_>, state: &StreamState, out: &mut Vec<u8>) {
    let sequence = state.last_sequence.map_or(0, |last| last.saturating_add(1));
    let optional = |text: Option<&str>, out: &mut Vec<u8>| match text {
        Some(text) => quote(text, out),
        None => out.extend_from_slice(b"null"),
    };
    out.extend_from_slice(b"event: error\ndata: {\"type\":\"error\",\"sequence_number\":");
    number(sequence, out);
    let fields = |out: &mut Vec<u8>| {
        out.extend_from_slice(b"\"code\":");
        optional(texts.code, out);
        out.extend_from_slice(b",\"message\":\"");
        out.extend_from_slice(texts.message);
        out.extend_from_slice(b"\",\"param\":");
        optional(texts.param, out);
    };
    out.push(b',');
    fields(out);
    out.extend_from_slice(b",\"error\":{\"type\":");
    quote(texts.kind, out);
    out.push(b',');
    fields(out);
    out.extend_from_slice(
        b"}}\n\nevent: response.failed\ndata: {\"type\":\"response.failed\",\"sequence_number\":",
    );
    number(sequence.saturating_add(1), out);
    out.extend_from_slice(b",\"response\":{\"id\":");
    quote(state.response_id.as_deref().unwrap_or("resp_unknown"), out);
    out.extend_from_slice(b",\"object\":\"response\",\"created_at\":");
    number(state.created_at.unwrap_or(0), out);
    out.extend_from_slice(b",\"status\":\"failed\",\"error\":{\"code\":");
    quote(texts.stop_code, out);
    out.extend_from_slice(b",\"message\":\"");
    out.extend_from_slice(texts.message);
    out.extend_from_slice(b"\"},\"incomplete_details\":null,\"instructions\":null,\"model\":");
    quote(state.model.as_deref().unwrap_or(""), out);
    out.extend_from_slice(b",\"output\":[],\"parallel_tool_calls\":true,\"tool_choice\":\"auto\",\"tools\":[],\"metadata\":{},\"temperature\":1.0,\"top_p\":1.0,\"usage\":null}}\n\n");
}

fn number(number: u64, out: &mut Vec<u8>) {
    out.extend_from_slice(number.to_string().as_bytes());
}
