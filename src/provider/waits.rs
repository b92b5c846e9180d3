//! Members that hold a wait, whoever wrote them: gateways, JSON-RPC servers, limiters.

use super::{At, Role, Row, into, leaf};

/// `{"error":"Too many requests","reset_in":30}`,
/// `{"jsonrpc":"2.0","error":{"code":-32029,"message","data":{"retry_after_ms":60000}}}`,
/// `{"code":429,"msg","data":{"retry_after":60}}`.
pub(super) const ROWS: &[Row] = &[
    leaf(At::Root, "reset_in", Role::RetrySeconds),
    leaf(At::Root, "reset_after", Role::RetrySeconds),
    leaf(At::Root, "reset_after_seconds", Role::RetrySeconds),
    leaf(At::Root, "wait_seconds", Role::RetrySeconds),
    leaf(At::Error, "reset_in", Role::RetrySeconds),
    leaf(At::Error, "reset_after", Role::RetrySeconds),
    leaf(At::Error, "reset_after_seconds", Role::RetrySeconds),
    leaf(At::Error, "wait_seconds", Role::RetrySeconds),
    into(At::Error, "data", At::Waits),
    leaf(At::Waits, "retry_after", Role::RetrySeconds),
    leaf(At::Waits, "retryAfter", Role::RetrySeconds),
    leaf(At::Waits, "retry_after_seconds", Role::RetrySeconds),
    leaf(At::Waits, "retry_after_secs", Role::RetrySeconds),
    leaf(At::Waits, "retry_after_ms", Role::RetryMillis),
    leaf(At::Waits, "retryAfterMs", Role::RetryMillis),
];
