//! AWS: the exception's name in a header, in `__type`, or in an event-stream frame.

use super::{At, Role, Row, both, leaf};

/// `{"message"}`, `{"Message"}`, `{"__type":"ns#ThrottlingException"}`.
pub(super) const ROWS: &[Row] = &[
    leaf(At::Root, "Message", Role::Message(45)),
    leaf(At::Root, "__type", Role::Code),
    leaf(At::Root, "Code", Role::SuccessCode),
    leaf(At::Root, "originalMessage", Role::Message(46)),
    leaf(At::Root, "originalStatusCode", Role::HttpStatus),
    leaf(At::Root, "reason", Role::Reason),
    leaf(At::Root, "RequestId", Role::RequestId),
    // An SDK's picture of an exception inside a stream.
    both(At::Root, "throttlingException", Role::Named, At::Error),
    both(At::Root, "internalServerException", Role::Named, At::Error),
    both(
        At::Root,
        "modelStreamErrorException",
        Role::Named,
        At::Error,
    ),
    both(At::Root, "modelTimeoutException", Role::Named, At::Error),
    both(
        At::Root,
        "serviceUnavailableException",
        Role::Named,
        At::Error,
    ),
    both(At::Root, "validationException", Role::Named, At::Error),
    both(At::Root, "accessDeniedException", Role::Named, At::Error),
];
