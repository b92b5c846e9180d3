//! Error bodies, read back.

use serde_json::Value;

/// An error body of ours, read back.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Parsed {
    /// The code; Gemini's reason.
    pub code: Option<String>,
    /// The type; Gemini's canonical status.
    pub kind: Option<String>,
    /// The message.
    pub message: String,
    /// The offending field.
    pub param: Option<String>,
    /// The request id, where the body has it.
    pub request_id: Option<String>,
    /// The status, where the body has it.
    pub status: Option<u16>,
}

/// Returns the text of a field.
pub(super) fn text(value: &Value, key: &str) -> Option<String> {
    value.get(key).and_then(Value::as_str).map(str::to_owned)
}

/// Returns the status that a field states.
pub(super) fn status(value: &Value, key: &str) -> Option<u16> {
    value.get(key).and_then(Value::as_u64)?.try_into().ok()
}
