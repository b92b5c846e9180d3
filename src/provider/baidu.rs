//! Baidu Qianfan and iFlytek Spark.

use super::{At, Role, Row, into, leaf};

/// `{"error_code":17,"error_msg"}`, `{"header":{"code":11200,"message"}}`.
pub(super) const ROWS: &[Row] = &[
    leaf(At::Root, "error_msg", Role::Message(45)),
    leaf(At::Root, "errmsg", Role::Message(44)),
    leaf(At::Root, "errcode", Role::SuccessCode),
    leaf(At::Root, "desc", Role::Message(20)),
    leaf(At::Root, "error_description", Role::Message(46)),
    into(At::Root, "header", At::Header),
    leaf(At::Header, "code", Role::SuccessCode),
    leaf(At::Header, "message", Role::Message(44)),
    leaf(At::Header, "sid", Role::RequestId),
    leaf(At::Root, "sid", Role::RequestId),
];
