//! Azure OpenAI and the API-management layer in front of it.

use super::{At, Role, Row, both, into, leaf};

/// `{"error":{"code","message","innererror":{"code"}}}`, `{"statusCode":401,"message"}`.
pub(super) const ROWS: &[Row] = &[
    leaf(At::Root, "statusCode", Role::HttpStatus),
    leaf(At::Root, "activityId", Role::RequestId),
    into(At::Error, "innererror", At::Inner),
    into(At::Error, "inner_error", At::Inner),
    into(At::Error, "innerError", At::Inner),
    leaf(At::Inner, "code", Role::Reason),
    leaf(At::Inner, "message", Role::Message(30)),
    leaf(At::Inner, "reason", Role::Reason),
    into(At::Inner, "innererror", At::Inner),
    both(At::Root, "innererror", Role::None, At::Inner),
];
