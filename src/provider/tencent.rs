//! Tencent Cloud (Hunyuan) and other clouds that answer in capitals.

use super::{At, Role, Row, into, leaf};

/// `{"Response":{"Error":{"Code","Message"},"RequestId"}}`, under HTTP 200; Volcengine's
/// `{"ResponseMetadata":{"Error":{"Code","Message"}}}` is the same.
pub(super) const ROWS: &[Row] = &[
    into(At::Root, "Response", At::Response),
    into(At::Root, "ResponseMetadata", At::Response),
    into(At::Response, "Error", At::CloudError),
    into(At::Response, "ErrorMsg", At::CloudError),
    leaf(At::Response, "RequestId", Role::RequestId),
    into(At::Root, "Error", At::CloudError),
    into(At::Root, "ErrorMsg", At::CloudError),
    leaf(At::CloudError, "Code", Role::Code),
    leaf(At::CloudError, "CodeN", Role::None),
    leaf(At::CloudError, "Message", Role::Message(50)),
    leaf(At::CloudError, "Msg", Role::Message(50)),
    leaf(At::CloudError, "Type", Role::Type),
];
