//! Relays that wrap another provider's error: OpenRouter, litellm, new-api, sub2api, Portkey.

use super::{At, Role, Row, both, into, leaf};

/// `error.metadata.raw` is the provider's own body; `limit_source` says whose limit it was.
pub(super) const ROWS: &[Row] = &[
    into(At::Error, "metadata", At::Metadata),
    // Dify names its event in the data; agents say whether their result is an error.
    leaf(At::Root, "event", Role::Object),
    both(At::Root, "is_error", Role::None, At::Error),
    both(At::Root, "isError", Role::None, At::Error),
    into(At::Error, "extra", At::Metadata),
    both(At::Metadata, "raw", Role::Message(60), At::Error),
    leaf(At::Metadata, "limit_source", Role::LimitSource),
    leaf(At::Metadata, "error_type", Role::Reason),
    leaf(At::Metadata, "retry_after", Role::RetrySeconds),
    leaf(At::Metadata, "retryAfter", Role::RetrySeconds),
    leaf(At::Metadata, "retry_after_seconds", Role::RetrySeconds),
    leaf(At::Metadata, "retry_after_ms", Role::RetryMillis),
    into(At::Metadata, "headers", At::HeaderCopy),
    leaf(At::Metadata, "model_slug", Role::Model),
    leaf(At::Detail, "retry_after", Role::RetrySeconds),
    leaf(At::Detail, "retry_after_ms", Role::RetryMillis),
    leaf(At::GoogleDetails, "retry_after", Role::RetrySeconds),
    leaf(At::GoogleDetails, "retryAfter", Role::RetrySeconds),
    leaf(At::GoogleDetails, "retry_after_ms", Role::RetryMillis),
    leaf(At::Error, "upstream_status", Role::HttpStatus),
    leaf(At::Error, "error_msg", Role::Message(48)),
    leaf(At::Error, "error_code", Role::Code),
    leaf(At::Error, "detail", Role::Message(47)),
];
