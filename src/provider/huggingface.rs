//! Hugging Face: router, TGI, TEI; and what Replicate and Cloudflare answer beside it.

use super::{At, Role, Row, both, into, leaf};

/// `{"error":"Model x is loading","estimated_time":20}`, `{"error":["..."]}`,
/// `{"success":false,"errors":[{"code":7003,"message"}]}`.
pub(super) const ROWS: &[Row] = &[
    leaf(At::Root, "estimated_time", Role::RetrySeconds),
    both(At::Root, "errors", Role::Message(44), At::Errors),
    both(At::Errors, "message", Role::Message(44), At::Error),
    both(At::Errors, "detail", Role::Message(43), At::Error),
    both(At::Errors, "msg", Role::Message(43), At::Error),
    leaf(At::Errors, "code", Role::Code),
    leaf(At::Errors, "type", Role::Type),
    leaf(At::Errors, "description", Role::Message(42)),
    // GraphQL.
    into(At::Errors, "extensions", At::Inner),
    both(At::Errors, "error", Role::Message(43), At::Error),
    leaf(At::Root, "success", Role::Success),
    // Cloudflare's machine-readable pages.
    leaf(At::Root, "error_name", Role::Reason),
    into(At::Root, "metadata", At::Metadata),
];
