// @generated from catalog/ by the generator in src/codegen. Do not edit by hand:
// WIREFAULT_UPDATE=1 cargo test --test it fresh

use super::condition::Condition::*;
use super::mapping::{Credential, MessagePolicy, RankRow, Row};
use crate::ErrorCode;

pub(super) static ROWS: &[Row] = &[
    Row { conditions: &[InvalidApiKey], credential: Some(Credential::Client), entry: ErrorCode::InvalidApiKey, message: MessagePolicy::Replaced },
    Row { conditions: &[MissingApiKey], credential: Some(Credential::Client), entry: ErrorCode::MissingApiKey, message: MessagePolicy::Replaced },
    Row { conditions: &[PermissionDenied, IpOrRegionBlocked], credential: Some(Credential::Client), entry: ErrorCode::Forbidden, message: MessagePolicy::Replaced },
    Row { conditions: &[AccountDisabled], credential: Some(Credential::Client), entry: ErrorCode::UserInactive, message: MessagePolicy::Replaced },
    Row { conditions: &[InsufficientBalance], credential: Some(Credential::Client), entry: ErrorCode::InsufficientBalance, message: MessagePolicy::Replaced },
    Row { conditions: &[QuotaExhaustedWindow], credential: Some(Credential::Client), entry: ErrorCode::QuotaExhausted, message: MessagePolicy::Replaced },
    Row { conditions: &[RateLimited], credential: Some(Credential::Client), entry: ErrorCode::RateLimitExceeded, message: MessagePolicy::Replaced },
    Row { conditions: &[ModelNotAllowed], credential: Some(Credential::Client), entry: ErrorCode::ModelNotAllowed, message: MessagePolicy::Replaced },
    Row { conditions: &[InvalidApiKey, MissingApiKey], credential: None, entry: ErrorCode::UpstreamAuthFailed, message: MessagePolicy::Replaced },
    Row { conditions: &[PermissionDenied], credential: None, entry: ErrorCode::UpstreamPermissionDenied, message: MessagePolicy::Replaced },
    Row { conditions: &[IpOrRegionBlocked], credential: None, entry: ErrorCode::UpstreamBlocked, message: MessagePolicy::Replaced },
    Row { conditions: &[AccountDisabled], credential: None, entry: ErrorCode::UpstreamAccountDisabled, message: MessagePolicy::Replaced },
    Row { conditions: &[InsufficientBalance], credential: None, entry: ErrorCode::UpstreamBalanceExhausted, message: MessagePolicy::Replaced },
    Row { conditions: &[QuotaExhaustedWindow], credential: None, entry: ErrorCode::UpstreamQuotaExhausted, message: MessagePolicy::Replaced },
    Row { conditions: &[RateLimited], credential: None, entry: ErrorCode::UpstreamRateLimited, message: MessagePolicy::Replaced },
    Row { conditions: &[ModelNotFound], credential: None, entry: ErrorCode::ModelNotFound, message: MessagePolicy::Sanitised },
    Row { conditions: &[ModelNotAllowed], credential: None, entry: ErrorCode::ModelNotAvailable, message: MessagePolicy::Sanitised },
    Row { conditions: &[EndpointNotFound], credential: None, entry: ErrorCode::UpstreamEndpointNotFound, message: MessagePolicy::Replaced },
    Row { conditions: &[InvalidRequest], credential: None, entry: ErrorCode::UpstreamBadRequest, message: MessagePolicy::Sanitised },
    Row { conditions: &[ContextLengthExceeded], credential: None, entry: ErrorCode::ContextLengthExceeded, message: MessagePolicy::Sanitised },
    Row { conditions: &[RequestTooLarge], credential: None, entry: ErrorCode::RequestTooLarge, message: MessagePolicy::Sanitised },
    Row { conditions: &[ContentFiltered], credential: None, entry: ErrorCode::ContentFiltered, message: MessagePolicy::Sanitised },
    Row { conditions: &[UnsupportedMedia], credential: None, entry: ErrorCode::UnsupportedMedia, message: MessagePolicy::Sanitised },
    Row { conditions: &[InvalidToolCall], credential: None, entry: ErrorCode::InvalidToolCall, message: MessagePolicy::Sanitised },
    Row { conditions: &[Conflict], credential: None, entry: ErrorCode::UpstreamConflict, message: MessagePolicy::Sanitised },
    Row { conditions: &[UpstreamOverloaded], credential: None, entry: ErrorCode::UpstreamOverloaded, message: MessagePolicy::Replaced },
    Row { conditions: &[UpstreamUnavailable], credential: None, entry: ErrorCode::UpstreamUnavailable, message: MessagePolicy::Replaced },
    Row { conditions: &[UpstreamInternal], credential: None, entry: ErrorCode::UpstreamError, message: MessagePolicy::Replaced },
    Row { conditions: &[Timeout], credential: None, entry: ErrorCode::UpstreamTimeout, message: MessagePolicy::Replaced },
    Row { conditions: &[Cancelled], credential: None, entry: ErrorCode::UpstreamCancelled, message: MessagePolicy::Replaced },
];

pub(super) static RANKS: &[RankRow] = &[
    RankRow { conditions: &[InvalidRequest, ContextLengthExceeded, RequestTooLarge, ContentFiltered, UnsupportedMedia, InvalidToolCall, ModelNotFound], together: false },
    RankRow { conditions: &[QuotaExhaustedWindow], together: false },
    RankRow { conditions: &[RateLimited], together: false },
    RankRow { conditions: &[Conflict], together: false },
    RankRow { conditions: &[UpstreamOverloaded], together: false },
    RankRow { conditions: &[Timeout], together: false },
    RankRow { conditions: &[UpstreamUnavailable], together: true },
    RankRow { conditions: &[UpstreamInternal, Cancelled], together: true },
    RankRow { conditions: &[InvalidApiKey, MissingApiKey, PermissionDenied, IpOrRegionBlocked, AccountDisabled, InsufficientBalance, ModelNotAllowed, EndpointNotFound], together: true },
];
