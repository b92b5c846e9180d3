//! Google's `google.rpc.Status`: Gemini, Vertex AI and what stands before them.

use super::{At, Role, Row, both, into, leaf};

/// `{"error":{"code","message","status","details":[...]}}`, alone or in an array.
pub(super) const ROWS: &[Row] = &[
    leaf(At::Error, "status", Role::Status),
    // Yandex.
    leaf(At::Error, "httpCode", Role::HttpStatus),
    both(At::Error, "details", Role::Message(20), At::GoogleDetails),
    into(At::Error, "errors", At::Errors),
    leaf(At::Errors, "reason", Role::Reason),
    leaf(At::GoogleDetails, "reason", Role::Reason),
    both(
        At::GoogleDetails,
        "retryDelay",
        Role::RetryDuration,
        At::Delay,
    ),
    both(
        At::GoogleDetails,
        "retry_delay",
        Role::RetryDuration,
        At::Delay,
    ),
    both(At::Error, "retryDelay", Role::RetryDuration, At::Delay),
    // A `Duration` that did not go through the JSON mapping of protocol buffers.
    leaf(At::Delay, "seconds", Role::RetrySeconds),
    leaf(At::Delay, "nanos", Role::RetryNanos),
    leaf(At::GoogleDetails, "detail", Role::Message(5)),
    into(At::GoogleDetails, "metadata", At::GoogleMetadata),
    into(At::GoogleDetails, "violations", At::Violations),
    into(At::GoogleDetails, "fieldViolations", At::Violations),
    leaf(At::GoogleMetadata, "model", Role::Model),
    leaf(At::GoogleMetadata, "quota_limit", Role::QuotaId),
    leaf(At::GoogleMetadata, "retryDelay", Role::RetryDuration),
    leaf(At::GoogleMetadata, "quotaResetDelay", Role::RetryDuration),
    leaf(At::GoogleMetadata, "quotaResetTimeStamp", Role::ResetEpoch),
    leaf(At::Violations, "quotaId", Role::QuotaId),
    leaf(At::Violations, "field", Role::Param),
    leaf(At::Violations, "description", Role::Message(6)),
    both(At::Root, "promptFeedback", Role::Answer, At::Skip),
];
