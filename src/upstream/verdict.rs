//! What the gateway should do next.

use std::time::Duration;

use super::classify::Classified;
use super::condition::Failover;
use super::hints::RetryHint;
use super::mapping::Credential;
use super::rules::LONGEST;

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

/// What a cooldown takes out of use: with [`AccountModel`](Scope::AccountModel) and
/// [`Model`](Scope::Model) only the model that was asked for.
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
    strum::VariantArray,
)]
#[strum(serialize_all = "snake_case")]
#[non_exhaustive]
pub enum Scope {
    /// The key that was used.
    Key,
    /// Every key of the account.
    Account,
    /// This model, with every key of the account; another account may serve it.
    AccountModel,
    /// This model at this provider, with whichever key.
    Model,
    /// The whole provider or endpoint.
    Provider,
}

/// A time for which something should not be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cooldown {
    /// What is out of use.
    pub scope: Scope,
    /// How long: the upstream's own hint where it gave one, but at most [`Scope::longest`].
    pub length: Duration,
    /// How long the upstream itself asks for, however long that is; None where it names no time.
    pub asked: Option<Duration>,
}

impl Cooldown {
    /// Creates one for which the upstream has asked for no time.
    pub(super) fn new(scope: Scope, length: Duration) -> Self {
        Cooldown {
            scope,
            length: length.min(scope.longest()),
            asked: None,
        }
    }

    /// Takes the time that the upstream asks for, if it does.
    fn asked(self, wait: Option<Duration>) -> Self {
        Cooldown {
            asked: wait,
            ..Cooldown::new(self.scope, wait.unwrap_or(self.length))
        }
    }
}

impl Scope {
    /// Returns true if only the model that was asked for is out of use: other models go on as before.
    pub fn is_of_a_model(self) -> bool {
        matches!(self, Scope::AccountModel | Scope::Model)
    }

    /// Returns how long a cooldown of this scope lasts at most: a day for a key, an account or an
    /// account's model, an hour for a model or a provider.
    ///
    /// Hints of days occur, in earnest and by mistake. In between money arrives and faults are
    /// mended, and to find out costs one failed attempt. The figures are rows of
    /// `catalog/upstream/rules/conditions.toml`.
    pub fn longest(self) -> Duration {
        let row = LONGEST.iter().find(|(scope, _)| *scope == self);
        Duration::from_secs(row.map_or(0, |(_, seconds)| u64::from(*seconds)))
    }
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

/// A longer wait nobody sits out with a client on the line.
const LONGEST_PAUSE: Duration = Duration::from_secs(60);

/// Decides what comes next.
///
/// A hint refines a verdict and never creates one: a longer hint turns a retry with the same key
/// into a cooldown of that length, up to [`Scope::longest`].
///
/// With the client's own key, what is wrong with that key (it is refused, out of money, over its
/// limit, or may not use the model) says nothing of the gateway's: no other key is tried, nothing
/// cools down, and no health counter moves. What is wrong with the provider counts as ever.
///
/// ```
/// use wirefault::upstream::{self, Answer, Credential, Next};
///
/// let answer = Answer { status: Some(429), ..Answer::new(br#"{"error":"Rate limit exceeded"}"#) };
/// let found = upstream::classify(&answer, &upstream::read(&answer));
/// let verdict = upstream::verdict(&found, None, Credential::Gateway);
/// assert_eq!(verdict.next, Next::OtherKey);
/// assert!(verdict.client_may_retry);
/// let verdict = upstream::verdict(&found, None, Credential::Client);
/// assert_eq!((verdict.next, verdict.cooldown), (Next::Stop, None));
/// ```
pub fn verdict(found: &Classified, hint: Option<RetryHint>, credential: Credential) -> Verdict {
    let Some(condition) = found.condition else {
        return Verdict {
            next: Next::Stop,
            cooldown: None,
            counts_against_health: false,
            client_may_retry: false,
        };
    };
    let defaults = condition.defaults();
    let clients = defaults.of_key && credential == Credential::Client;
    let wait = found.wait(hint);
    let next = next(found, wait, clients);
    let stays = matches!(next, Next::Stop | Next::RetrySameKey { .. });
    let cooldown = found.cooldown.filter(|_| !stays && !clients);
    Verdict {
        next,
        cooldown: cooldown.map(|cooldown| cooldown.asked(wait)),
        counts_against_health: defaults.health && !clients,
        // What can never pass, such as one request beyond a whole window, the client need not repeat.
        client_may_retry: defaults.client_retry && (found.retryable || !defaults.retryable),
    }
}

/// Chooses the next step; `clients` says that the client's own key is at fault.
fn next(found: &Classified, wait: Option<Duration>, clients: bool) -> Next {
    match (found.retryable, found.failover, wait) {
        (true, _, Some(after)) if after <= SHORT => Next::RetrySameKey { after },
        // There is no other key of the client's. Another channel it may have one for.
        (_, Failover::OtherKey, _) if clients => Next::Stop,
        (_, Failover::OtherKey, _) => Next::OtherKey,
        (_, Failover::OtherChannel, _) => Next::OtherChannel,
        (true, Failover::None, wait) => match wait.unwrap_or(PAUSE) {
            after if after <= LONGEST_PAUSE => Next::RetrySameKey { after },
            _ => Next::Stop,
        },
        (false, Failover::None, _) => Next::Stop,
    }
}

#[cfg(test)]
mod tests;
