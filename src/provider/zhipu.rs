//! Zhipu (Z.ai), StepFun, Moonshot and others that add members to the OpenAI shape.

use super::{At, Role, Row, leaf};

/// `{"error":{"code":"1113","message"}}`, `{"contentFilter":[...]}`.
pub(super) const ROWS: &[Row] = &[
    leaf(At::Root, "errorMessage", Role::Message(44)),
    leaf(At::Root, "errorCode", Role::SuccessCode),
    leaf(At::Root, "errMsg", Role::Message(44)),
    leaf(At::Root, "err_msg", Role::Message(44)),
    leaf(At::Root, "err_code", Role::SuccessCode),
    leaf(At::Root, "errorType", Role::Type),
    leaf(At::Root, "err", Role::Message(41)),
];
