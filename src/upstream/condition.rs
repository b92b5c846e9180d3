//! The names for what happened at an upstream.

use std::time::Duration;

use super::rules::{CONDITIONS, Defaults};
use super::verdict::Cooldown;

/// What happened at an upstream.
///
/// The names on the wire and in logs are the variants in snake case.
///
/// ```
/// use wirefault::upstream::Condition;
///
/// assert_eq!(Condition::RateLimited.as_ref(), "rate_limited");
/// assert_eq!("timeout".parse(), Ok(Condition::Timeout));
/// ```
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    strum::AsRefStr,
    strum::Display,
    strum::EnumString,
    strum::IntoStaticStr,
    strum::VariantArray,
)]
#[strum(serialize_all = "snake_case")]
#[non_exhaustive]
pub enum Condition {
    /// A credential was sent and refused.
    InvalidApiKey,
    /// No credential reached the upstream.
    MissingApiKey,
    /// The credential is known but may not do this.
    PermissionDenied,
    /// Refused for where the request comes from.
    IpOrRegionBlocked,
    /// The account is banned, deactivated, or must pass a verification.
    AccountDisabled,
    /// Money is needed.
    InsufficientBalance,
    /// A window longer than about an hour is used up and resets by itself.
    QuotaExhaustedWindow,
    /// A limit of requests, tokens or concurrency over a short window.
    RateLimited,
    /// The model's name is unknown to this upstream.
    ModelNotFound,
    /// The model exists, but not for this key, plan or integration.
    ModelNotAllowed,
    /// The path or method is unknown.
    EndpointNotFound,
    /// The request is malformed.
    InvalidRequest,
    /// The tokens exceed the model's context.
    ContextLengthExceeded,
    /// The bytes of the body exceed a limit.
    RequestTooLarge,
    /// Refused by a content policy, as an error.
    ContentFiltered,
    /// An image, audio, video or file is broken or not accepted.
    UnsupportedMedia,
    /// A tool's schema, choice, arguments or pairing is wrong.
    InvalidToolCall,
    /// A conflict of state or idempotency.
    Conflict,
    /// The provider or the model is at capacity.
    UpstreamOverloaded,
    /// No usable answer came from the provider.
    UpstreamUnavailable,
    /// The provider itself failed.
    UpstreamInternal,
    /// The provider or a box in the middle gave up waiting.
    Timeout,
    /// The operation was cancelled.
    Cancelled,
}

/// Which other way could serve the same request.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    Hash,
    strum::AsRefStr,
    strum::Display,
    strum::EnumString,
    strum::IntoStaticStr,
    strum::VariantArray,
)]
#[strum(serialize_all = "snake_case")]
#[non_exhaustive]
pub enum Failover {
    /// The request itself is at fault, or there is no error.
    #[default]
    None,
    /// Another key or account of the same provider.
    OtherKey,
    /// Another provider or endpoint.
    OtherChannel,
}

impl Condition {
    /// Returns what holds for this condition where no rule says otherwise.
    pub(super) fn defaults(self) -> &'static Defaults {
        // The table is generated in the order of the variants; a test compares the names.
        let index = self as usize;
        let row = CONDITIONS.get(index).filter(|row| row.condition == self);
        row.unwrap_or(&CONDITIONS[0])
    }

    /// Returns what a failure of this condition puts on hold where no rule says otherwise.
    pub(super) fn cooldown(self) -> Option<Cooldown> {
        let (scope, seconds) = self.defaults().cooldown?;
        // A test holds the table below each scope's longest.
        Some(Cooldown {
            scope,
            length: Duration::from_secs(seconds.into()),
            asked: None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use strum::VariantArray;

    #[test]
    fn the_table_has_a_row_for_each_condition_in_order() {
        assert_eq!(CONDITIONS.len(), Condition::VARIANTS.len());
        for condition in Condition::VARIANTS {
            assert_eq!(condition.defaults().condition, *condition);
        }
    }
}
