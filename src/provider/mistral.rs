//! Mistral, and FastAPI services in general.

use super::{At, Role, Row, both, into, leaf};

/// `{"object":"error","message","type","code"}`, `{"detail":[{"loc","msg","type"}]}`,
/// `{"detail":"text"}`; the message may be an object of the same kind.
pub(super) const ROWS: &[Row] = &[
    both(At::Root, "detail", Role::Message(43), At::Detail),
    both(At::Root, "details", Role::Message(30), At::Detail),
    both(At::Detail, "loc", Role::Location, At::Detail),
    leaf(At::Detail, "msg", Role::Message(41)),
    both(At::Detail, "message", Role::Message(44), At::Detail),
    both(At::Detail, "detail", Role::Message(42), At::Detail),
    leaf(At::Detail, "code", Role::Code),
    leaf(At::Detail, "type", Role::Type),
    // ElevenLabs: the word is the code.
    leaf(At::Detail, "status", Role::Code),
    both(At::Detail, "error", Role::Message(43), At::Error),
    leaf(At::Root, "raw_status_code", Role::HttpStatus),
    // RFC 9457 bodies stand beside: a title is a message when there is no detail.
    leaf(At::Root, "title", Role::Message(12)),
    // FastChat: the text of an answer or of an error.
    leaf(At::Root, "text", Role::Spare),
    // SGLang's own route, which ends a request it gave up with a reason.
    into(At::Root, "meta_info", At::Choices),
    both(At::Ended, "message", Role::Message(45), At::Error),
    leaf(At::Ended, "status_code", Role::HttpStatus),
];

/// Returns true if a text is the list of faults that FastAPI writes: each with its place and words.
pub(crate) fn is_fault_list(text: &str) -> bool {
    text.strip_prefix('[').is_some_and(are_faults)
}

/// The same for what stands in the brackets of the list.
pub(crate) fn are_faults(inside: &str) -> bool {
    let has = |name: [&str; 2]| name.iter().any(|name| inside.contains(name));
    inside.trim_start().starts_with('{') && has(["\"loc\"", "'loc'"]) && has(["\"msg\"", "'msg'"])
}
