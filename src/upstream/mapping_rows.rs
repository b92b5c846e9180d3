// @generated from catalog/ by the generator in src/codegen. Do not edit by hand:
// WIREFAULT_UPDATE=1 cargo test --test it fresh

use super::condition::Condition::*;
use super::answer::Transport;
use super::mapping::{Credential, MessagePolicy, RankRow, Row};
use crate::ErrorCode;
use crate::catalog::Fault;

pub(super) static ROWS: &[Row] = &[
    Row { conditions: &[InvalidApiKey], transports: &[], credential: Some(Credential::Client), entry: ErrorCode::InvalidApiKey, message: MessagePolicy::Replaced },
    Row { conditions: &[MissingApiKey], transports: &[], credential: Some(Credential::Client), entry: ErrorCode::MissingApiKey, message: MessagePolicy::Replaced },
    Row { conditions: &[PermissionDenied, IpOrRegionBlocked], transports: &[], credential: Some(Credential::Client), entry: ErrorCode::Forbidden, message: MessagePolicy::Replaced },
    Row { conditions: &[AccountDisabled], transports: &[], credential: Some(Credential::Client), entry: ErrorCode::UserInactive, message: MessagePolicy::Replaced },
    Row { conditions: &[InsufficientBalance], transports: &[], credential: Some(Credential::Client), entry: ErrorCode::InsufficientBalance, message: MessagePolicy::Replaced },
    Row { conditions: &[QuotaExhaustedWindow], transports: &[], credential: Some(Credential::Client), entry: ErrorCode::QuotaExhausted, message: MessagePolicy::Replaced },
    Row { conditions: &[RateLimited], transports: &[], credential: Some(Credential::Client), entry: ErrorCode::RateLimitExceeded, message: MessagePolicy::Replaced },
    Row { conditions: &[ModelNotAllowed], transports: &[], credential: Some(Credential::Client), entry: ErrorCode::ModelNotAllowed, message: MessagePolicy::Replaced },
    Row { conditions: &[InvalidApiKey, MissingApiKey], transports: &[], credential: None, entry: ErrorCode::UpstreamAuthFailed, message: MessagePolicy::Replaced },
    Row { conditions: &[PermissionDenied], transports: &[], credential: None, entry: ErrorCode::UpstreamPermissionDenied, message: MessagePolicy::Replaced },
    Row { conditions: &[IpOrRegionBlocked], transports: &[], credential: None, entry: ErrorCode::UpstreamBlocked, message: MessagePolicy::Replaced },
    Row { conditions: &[AccountDisabled], transports: &[], credential: None, entry: ErrorCode::UpstreamAccountDisabled, message: MessagePolicy::Replaced },
    Row { conditions: &[InsufficientBalance], transports: &[], credential: None, entry: ErrorCode::UpstreamBalanceExhausted, message: MessagePolicy::Replaced },
    Row { conditions: &[QuotaExhaustedWindow], transports: &[], credential: None, entry: ErrorCode::UpstreamQuotaExhausted, message: MessagePolicy::Replaced },
    Row { conditions: &[RateLimited], transports: &[], credential: None, entry: ErrorCode::UpstreamRateLimited, message: MessagePolicy::Replaced },
    Row { conditions: &[ModelNotFound], transports: &[], credential: None, entry: ErrorCode::ModelNotFound, message: MessagePolicy::Sanitised },
    Row { conditions: &[ModelNotAllowed], transports: &[], credential: None, entry: ErrorCode::ModelNotAvailable, message: MessagePolicy::Sanitised },
    Row { conditions: &[EndpointNotFound], transports: &[], credential: None, entry: ErrorCode::UpstreamEndpointNotFound, message: MessagePolicy::Replaced },
    Row { conditions: &[InvalidRequest], transports: &[], credential: None, entry: ErrorCode::UpstreamBadRequest, message: MessagePolicy::Sanitised },
    Row { conditions: &[ContextLengthExceeded], transports: &[], credential: None, entry: ErrorCode::ContextLengthExceeded, message: MessagePolicy::Sanitised },
    Row { conditions: &[RequestTooLarge], transports: &[], credential: None, entry: ErrorCode::RequestTooLarge, message: MessagePolicy::Sanitised },
    Row { conditions: &[ContentFiltered], transports: &[], credential: None, entry: ErrorCode::ContentFiltered, message: MessagePolicy::Sanitised },
    Row { conditions: &[UnsupportedMedia], transports: &[], credential: None, entry: ErrorCode::UnsupportedMedia, message: MessagePolicy::Sanitised },
    Row { conditions: &[InvalidToolCall], transports: &[], credential: None, entry: ErrorCode::InvalidToolCall, message: MessagePolicy::Sanitised },
    Row { conditions: &[Conflict], transports: &[], credential: None, entry: ErrorCode::UpstreamConflict, message: MessagePolicy::Sanitised },
    Row { conditions: &[UpstreamOverloaded], transports: &[], credential: None, entry: ErrorCode::UpstreamOverloaded, message: MessagePolicy::Replaced },
    Row { conditions: &[UpstreamUnavailable], transports: &[Transport::Dns, Transport::Connect, Transport::Tls], credential: None, entry: ErrorCode::UpstreamUnreachable, message: MessagePolicy::Replaced },
    Row { conditions: &[UpstreamUnavailable], transports: &[], credential: None, entry: ErrorCode::UpstreamUnavailable, message: MessagePolicy::Replaced },
    Row { conditions: &[UpstreamInternal], transports: &[], credential: None, entry: ErrorCode::UpstreamError, message: MessagePolicy::Replaced },
    Row { conditions: &[Timeout], transports: &[], credential: None, entry: ErrorCode::UpstreamTimeout, message: MessagePolicy::Replaced },
    Row { conditions: &[Cancelled], transports: &[], credential: None, entry: ErrorCode::UpstreamCancelled, message: MessagePolicy::Replaced },
];

pub(super) static RANKS: &[RankRow] = &[
    RankRow { conditions: &[InvalidRequest, ContextLengthExceeded, RequestTooLarge, ContentFiltered, UnsupportedMedia, InvalidToolCall, ModelNotFound], fault: None, together: false },
    RankRow { conditions: &[InvalidApiKey, MissingApiKey, PermissionDenied, IpOrRegionBlocked, AccountDisabled, InsufficientBalance, ModelNotAllowed], fault: Some(Fault::Client), together: false },
    RankRow { conditions: &[QuotaExhaustedWindow], fault: None, together: false },
    RankRow { conditions: &[RateLimited], fault: None, together: false },
    RankRow { conditions: &[Conflict], fault: None, together: false },
    RankRow { conditions: &[UpstreamOverloaded], fault: None, together: false },
    RankRow { conditions: &[Timeout], fault: None, together: false },
    RankRow { conditions: &[UpstreamUnavailable], fault: None, together: true },
    RankRow { conditions: &[UpstreamInternal, Cancelled], fault: None, together: true },
    RankRow { conditions: &[InvalidApiKey, MissingApiKey, PermissionDenied, IpOrRegionBlocked, AccountDisabled, InsufficientBalance, ModelNotAllowed, EndpointNotFound], fault: None, together: true },
];
