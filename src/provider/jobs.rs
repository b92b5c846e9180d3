//! Jobs that are asked for and fetched later: RunPod, Replicate, Runway, Luma, DashScope's tasks. They
//! fail under HTTP 200.

use super::{At, Role, Row, leaf};

/// `{"status":"FAILED","output":[{"object":"error","code","message"}]}`,
/// `{"output":{"task_status":"FAILED","code","message"}}`, `{"status":"FAILED","failure","failureCode"}`,
/// `{"state":"failed","failure_reason"}`.
pub(super) const ROWS: &[Row] = &[
    leaf(At::Output, "task_status", Role::Finish),
    leaf(At::Output, "object", Role::Object),
    leaf(At::Output, "code", Role::Code),
    leaf(At::Output, "type", Role::Type),
    leaf(At::Output, "message", Role::Message(40)),
    leaf(At::Root, "failure", Role::Message(44)),
    leaf(At::Root, "failureCode", Role::Code),
    leaf(At::Root, "failure_reason", Role::Message(44)),
    leaf(At::Root, "state", Role::Status),
];

/// Returns true if an output may be a failure. Results are long, and are not walked.
pub(crate) fn may_have_failed(output: &[u8]) -> bool {
    const NEAR: usize = 512;
    let near = output.get(..NEAR).unwrap_or(output);
    let words: [&[u8]; 2] = [b"FAILED", b"\"error\""];
    words
        .iter()
        .any(|word| memchr::memmem::find(near, word).is_some())
}
