//! The words that a protocol's clients know, for checks of catalogs.

use super::Protocol;
use super::reserved::RESERVED;

/// The documented types of an Anthropic error
/// ([errors](https://docs.anthropic.com/en/api/errors)).
const ANTHROPIC: &[&str] = &[
    "invalid_request_error",
    "authentication_error",
    "billing_error",
    "permission_error",
    "not_found_error",
    "request_too_large",
    "rate_limit_error",
    "api_error",
    "timeout_error",
    "overloaded_error",
];

/// The types that OpenAI's API sends, and `upstream_error`, which gateways send for what it
/// cannot say.
const OPENAI: &[&str] = &[
    "invalid_request_error",
    "authentication_error",
    "permission_error",
    "rate_limit_error",
    "insufficient_quota",
    "server_error",
    "service_unavailable_error",
    "upstream_error",
];

/// The canonical statuses with the HTTP statuses under which clients know them: the first is that
/// of [code.proto](https://github.com/googleapis/googleapis/blob/master/google/rpc/code.proto),
/// the others are HTTP statuses that have no canonical one of their own.
const CANONICAL: &[(&str, &[u16])] = &[
    ("CANCELLED", &[499]),
    ("UNKNOWN", &[500]),
    (
        "INVALID_ARGUMENT",
        &[400, 406, 411, 413, 414, 415, 417, 422, 431],
    ),
    ("DEADLINE_EXCEEDED", &[504, 408]),
    ("NOT_FOUND", &[404, 410]),
    ("ALREADY_EXISTS", &[409]),
    ("PERMISSION_DENIED", &[403]),
    ("UNAUTHENTICATED", &[401]),
    ("RESOURCE_EXHAUSTED", &[429, 402]),
    ("FAILED_PRECONDITION", &[400, 412, 428]),
    ("ABORTED", &[409]),
    ("OUT_OF_RANGE", &[400]),
    ("UNIMPLEMENTED", &[501, 405]),
    ("INTERNAL", &[500]),
    ("UNAVAILABLE", &[503, 502, 529]),
    ("DATA_LOSS", &[500]),
];

/// The codes of `response.failed` that Codex knows, and whether it stops on them
/// ([api_bridge.rs](https://github.com/openai/codex/blob/main/codex-rs/codex-api/src/api_bridge.rs)).
const CODEX: &[(&str, bool)] = &[
    ("context_length_exceeded", true),
    ("insufficient_quota", true),
    ("usage_not_included", true),
    ("server_is_overloaded", true),
    ("invalid_prompt", true),
    ("rate_limit_exceeded", false),
    ("slow_down", false),
    ("server_error", false),
];

/// Returns the types that clients of a protocol know; none if they take any.
pub(crate) fn types(protocol: Protocol) -> &'static [&'static str] {
    match protocol {
        Protocol::AnthropicMessages => ANTHROPIC,
        Protocol::OpenAiChat | Protocol::OpenAiResponses => OPENAI,
        Protocol::Gemini | Protocol::Native | Protocol::Problem => &[],
    }
}

/// Returns the HTTP statuses under which clients know a canonical status, or None if it is none.
pub(crate) fn canonical(word: &str) -> Option<&'static [u16]> {
    let found = CANONICAL.iter().find(|(known, _)| *known == word);
    found.map(|(_, statuses)| *statuses)
}

/// Returns whether Codex stops on a code of `response.failed`, or None if it does not know it.
pub(crate) fn stops_codex(word: &str) -> Option<bool> {
    let found = CODEX.iter().find(|(known, _)| *known == word);
    found.map(|(_, stops)| *stops)
}

/// Returns true if Anthropic's SDKs raise a class of their own for this status and code.
pub(crate) fn is_reserved(status: u16, code: &str) -> bool {
    RESERVED.contains(&(status, code))
}
