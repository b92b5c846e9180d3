//! What the gateway should do next.

use std::time::Duration;

use super::classify::Classified;
use super::condition::Failover;
use super::hints::RetryHint;

/// What to try next for this request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Next {
    /// Send the same request with the same key again after a while.
    RetrySameKey {
        /// How long to wait; never zero.
        after: Duration,
    },
    /// Try another key or account of the same provider.
    OtherKey,
    /// Try another provider or endpoint.
    OtherChannel,
    /// Answer the client: nothing else would help.
    Stop,
}

/// What a cooldown takes out of use.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Hash,
    strum::AsRefStr,
    strum::EnumString,
    strum::IntoStaticStr,
)]
#[strum(serialize_all = "snake_case")]
#[non_exhaustive]
pub enum Scope {
    /// The key that was used.
    Key,
    /// Every key of the account.
    Account,
    /// This model at this provider.
    Model,
    /// The whole provider or endpoint.
    Provider,
}

/// A time for which something should not be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cooldown {
    /// What is out of use.
    pub scope: Scope,
    /// How long; the upstream's own hint where it gave one.
    pub length: Duration,
}

/// What a gateway should do with a failure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Verdict {
    /// What to try next.
    pub next: Next,
    /// What to leave alone for a while.
    pub cooldown: Option<Cooldown>,
    /// Whether the failure speaks against the upstream, for health checks and breakers.
    pub counts_against_health: bool,
    /// Whether the client may send the request again.
    pub client_may_retry: bool,
}

/// A wait that is short enough to sit out inside one request.
const SHORT: Duration = Duration::from_secs(2);

/// The wait before the same key is tried again where the upstream names none.
const PAUSE: Duration = Duration::from_millis(500);

/// Decides what comes next.
///
/// A hint refines a verdict and never creates one: a longer hint turns a retry with the same key
/// into a cooldown of that length.
///
/// ```
/// use wirefault::upstream::{self, Answer, Next};
///
/// let answer = Answer { status: Some(429), ..Answer::new(br#"{"error":"Rate limit exceeded"}"#) };
/// let found = upstream::classify(&answer, &upstream::read(&answer));
/// let verdict = upstream::verdict(&found, None);
/// assert_eq!(verdict.next, Next::OtherKey);
/// assert!(verdict.client_may_retry);
/// ```
pub fn verdict(found: &Classified, hint: Option<RetryHint>) -> Verdict {
    let Some(condition) = found.condition else {
        return Verdict {
            next: Next::Stop,
            cooldown: None,
            counts_against_health: false,
            client_may_retry: false,
        };
    };
    let defaults = condition.defaults();
    let wait = found.wait(hint);
    let next = match (found.retryable, found.failover, wait) {
        (true, _, Some(after)) if after <= SHORT => Next::RetrySameKey { after },
        (_, Failover::OtherKey, _) => Next::OtherKey,
        (_, Failover::OtherChannel, _) => Next::OtherChannel,
        (true, Failover::None, _) => Next::RetrySameKey {
            after: wait.unwrap_or(PAUSE),
        },
        (false, Failover::None, _) => Next::Stop,
    };
    let cooldown = defaults.cooldown.map(|(scope, seconds)| Cooldown {
        scope,
        length: wait.unwrap_or(Duration::from_secs(u64::from(seconds))),
    });
    Verdict {
        next,
        cooldown: cooldown.filter(|_| !matches!(next, Next::Stop | Next::RetrySameKey { .. })),
        counts_against_health: defaults.health,
        // What can never pass, such as one request beyond a whole window, the client need not repeat.
        client_may_retry: defaults.client_retry && (found.retryable || !defaults.retryable),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::upstream::{Answer, Transport, classify, read, transport};

    fn of(status: u16, body: &str) -> Verdict {
        let answer = Answer {
            status: Some(status),
            ..Answer::new(body.as_bytes())
        };
        let facts = read(&answer);
        verdict(
            &classify(&answer, &facts),
            facts.retry_hint(&answer.headers, None),
        )
    }

    #[test]
    fn next_steps_and_cooldowns() {
        let short = of(
            429,
            r#"{"error":{"message":"Rate limit reached, try again in 0.4s"}}"#,
        );
        assert_eq!(
            short.next,
            Next::RetrySameKey {
                after: Duration::from_millis(400)
            }
        );
        assert_eq!(short.cooldown, None);
        let long = of(
            429,
            r#"{"error":{"message":"Rate limit reached, try again in 45s"}}"#,
        );
        assert_eq!(long.next, Next::OtherKey);
        assert_eq!(
            long.cooldown,
            Some(Cooldown {
                scope: Scope::Key,
                length: Duration::from_secs(45)
            })
        );
        let day = of(
            429,
            r#"{"error":{"code":429,"message":"Quota exceeded. Please retry in 41s.","status":"RESOURCE_EXHAUSTED","details":[{"@type":"type.googleapis.com/google.rpc.QuotaFailure","violations":[{"quotaId":"GenerateRequestsPerDayPerProjectPerModel-FreeTier"}]},{"@type":"type.googleapis.com/google.rpc.RetryInfo","retryDelay":"41s"}]}}"#,
        );
        assert_eq!(day.next, Next::OtherKey);
        let length = day.cooldown.map(|cooldown| cooldown.length);
        assert!(
            length > Some(Duration::from_secs(600)),
            "the seconds are the minute's, not the day's: {day:?}"
        );
        assert_eq!(of(402, "").next, Next::OtherKey);
        assert!(!of(402, "").client_may_retry);
        assert_eq!(of(529, "").next, Next::OtherChannel);
        assert!(of(529, "").counts_against_health);
        assert!(of(529, "").client_may_retry && long.client_may_retry);
        let never = of(
            429,
            r#"{"error":{"message":"Request too large on tokens per min (TPM): Limit 6000, Requested 9000","code":"rate_limit_exceeded"}}"#,
        );
        assert!(!never.client_may_retry, "it can never pass: {never:?}");
        assert_eq!(
            of(400, r#"{"error":{"message":"bad field"}}"#).next,
            Next::Stop
        );
        assert_eq!(of(409, "").next, Next::RetrySameKey { after: PAUSE });
        assert_eq!(of(200, "{}").next, Next::Stop);
    }

    #[test]
    fn failures_below_http() {
        let gone = verdict(&transport(Transport::ClientGone), None);
        assert_eq!((gone.next, gone.counts_against_health), (Next::Stop, false));
        assert_eq!(
            verdict(&transport(Transport::Dns), None).next,
            Next::OtherChannel
        );
    }
}
