//! Alibaba Cloud Model Studio (DashScope).

use super::{At, Role, Row, leaf};

/// `{"code":"Throttling.RateQuota","message","request_id"}`.
pub(super) const ROWS: &[Row] = &[
    leaf(At::Root, "requestId", Role::RequestId),
    leaf(At::Root, "status_message", Role::Message(44)),
    leaf(At::Root, "status_name", Role::Type),
];
