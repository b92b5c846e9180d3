//! The log of a failover chain, and what the client sees of it.

use std::time::Duration;

use super::classify::Classified;
use super::condition::Condition;
use super::mapping::rank;
use crate::ErrorCode;
use crate::catalog::{Catalog, Retry};
use crate::error::GatewayError;

/// The failed attempts of one request.
///
/// ```
/// use wirefault::upstream::{self, Answer, Attempts, Failed};
/// use wirefault::{Catalog, sanitise::Sanitiser};
///
/// let mut attempts = Attempts::new();
/// for (status, body) in [(503, "{}"), (400, r#"{"error":{"message":"bad temperature"}}"#)] {
///     let answer = Answer { status: Some(status), ..Answer::new(body.as_bytes()) };
///     let facts = upstream::read(&answer);
///     let found = upstream::classify(&answer, &facts);
///     let failed = Failed { answer: Some(&answer), facts: Some(&facts), ..Failed::new(&found) };
///     let error = upstream::to_error(&failed, Catalog::standard(), Sanitiser::standard());
///     attempts.push(&found, None, error);
/// }
/// // The client's own mistake is what it can mend.
/// assert_eq!(attempts.conclude().key(), "upstream_bad_request");
/// ```
#[derive(Clone, Debug, Default)]
pub struct Attempts {
    failed: Vec<Attempt>,
    client_gone: bool,
}

/// One failed attempt.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Attempt {
    /// What happened.
    pub condition: Option<Condition>,
    /// How long the upstream asks to wait.
    pub wait: Option<Duration>,
    /// The error that the client would get of this attempt alone.
    pub error: GatewayError,
}

impl Attempts {
    /// Creates an empty log.
    pub fn new() -> Self {
        Attempts::default()
    }

    /// Notes a failed attempt.
    ///
    /// The wait that the upstream named does not count where it is another limit's
    /// ([`Classified::ignores_hint`]).
    pub fn push(&mut self, found: &Classified, wait: Option<Duration>, error: GatewayError) {
        self.failed.push(Attempt {
            condition: found.condition,
            wait: found.own_wait(wait),
            error,
        });
    }

    /// Notes that the client went away: nothing that failed since is anybody's fault.
    pub fn client_gone(&mut self) {
        self.client_gone = true;
    }

    /// Returns the attempts in the order in which they were made.
    pub fn iter(&self) -> std::slice::Iter<'_, Attempt> {
        self.failed.iter()
    }

    /// Returns the number of failed attempts.
    pub fn len(&self) -> usize {
        self.failed.len()
    }

    /// Returns true if nothing has failed.
    pub fn is_empty(&self) -> bool {
        self.failed.is_empty()
    }

    /// Concludes what the client sees.
    ///
    /// The order is data (`[[rank]]` in `catalog/upstream/mapping.toml`); ties go to the latest
    /// attempt, and the wait is the smallest that any attempt of that kind named. Without a single
    /// attempt it is `no_channel_available`; a client that went away is `client_closed_request`.
    ///
    /// Whether all attempts are hopeless is read from the standard catalog. A gateway with a layer
    /// concludes through its own: [`conclude_in`](Attempts::conclude_in).
    pub fn conclude(&self) -> GatewayError {
        self.conclude_in(Catalog::standard())
    }

    /// Concludes what the client sees, with the retry advice of the errors as this catalog has it.
    pub fn conclude_in(&self, catalog: &Catalog) -> GatewayError {
        if self.client_gone {
            return ErrorCode::ClientClosedRequest.into();
        }
        let place = |attempt: &Attempt| {
            let fault = attempt.error.entry_in(catalog).fault;
            attempt
                .condition
                .map_or((usize::MAX, true), |condition| rank(condition, fault))
        };
        let best = self
            .failed
            .iter()
            .rev()
            .min_by_key(|attempt| place(attempt).0);
        let Some(best) = best else {
            return ErrorCode::NoChannelAvailable.into();
        };
        let (at, together) = place(best);
        let count = self.failed.len();
        if together && count > 1 {
            return self.together(count, catalog);
        }
        let waits = self.failed.iter().filter(|attempt| place(attempt).0 == at);
        match waits.filter_map(|attempt| attempt.wait).min() {
            Some(wait) => best.error.clone().with_retry_after(wait),
            None => best.error.clone(),
        }
    }

    fn together(&self, count: usize, catalog: &Catalog) -> GatewayError {
        let attempts = u64::try_from(count).unwrap_or(u64::MAX);
        let error = GatewayError::new(ErrorCode::AllCandidatesFailed).with("attempts", attempts);
        let hopeless = self
            .failed
            .iter()
            .all(|attempt| attempt.error.retry_in(catalog) == Retry::Never);
        let error = if hopeless {
            error.with_retry(Retry::Never)
        } else {
            error
        };
        match self.failed.iter().filter_map(|attempt| attempt.wait).min() {
            Some(wait) => error.with_retry_after(wait),
            None => error,
        }
    }
}
