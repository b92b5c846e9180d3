//! MiniMax.

use super::{At, Role, Row, into, leaf};

/// `{"base_resp":{"status_code":1008,"status_msg"}}`, also in good answers with code 0.
pub(super) const ROWS: &[Row] = &[
    into(At::Root, "base_resp", At::BaseResp),
    leaf(At::BaseResp, "status_code", Role::SuccessCode),
    leaf(At::BaseResp, "status_msg", Role::Message(51)),
];
