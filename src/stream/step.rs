//! What the guard gives back for a chunk.

use super::ending::Failure;
use bytes::Bytes;

/// What is to be done after a chunk.
#[derive(Debug)]
#[must_use]
pub enum Step {
    /// No event became whole: forward nothing yet.
    Wait,
    /// Forward these whole events: slices of the chunk.
    Pass(Bytes),
    /// Forward both in this order: an event that was split over chunks, then whole events of
    /// the last chunk.
    Pair(Bytes, Bytes),
    /// The upstream failed; nothing further will pass.
    Fail(Box<Stop>),
}

/// The last whole events, and the failure behind them.
#[derive(Debug)]
#[non_exhaustive]
pub struct Stop {
    /// Whole events that came before the failure; either may be empty.
    pub before: [Bytes; 2],
    /// The failure.
    pub failure: Failure,
}

impl Step {
    /// Makes the step for whole events and, perhaps, a failure behind them.
    #[inline]
    pub(crate) fn new(head: Bytes, body: Bytes, failure: Option<Failure>) -> Self {
        match (failure, head.is_empty(), body.is_empty()) {
            (Some(failure), _, _) => Step::stop(head, body, failure),
            (None, true, true) => Step::Wait,
            (None, true, false) => Step::Pass(body),
            (None, false, true) => Step::Pass(head),
            (None, false, false) => Step::Pair(head, body),
        }
    }

    pub(crate) fn stop(head: Bytes, body: Bytes, failure: Failure) -> Self {
        Step::Fail(Box::new(Stop {
            before: [head, body],
            failure,
        }))
    }

    /// Takes the step apart: what to forward, in order, and the failure.
    ///
    /// ```
    /// use wirefault::stream::{Dialect, Guard, GuardOptions};
    ///
    /// let mut guard = Guard::new(GuardOptions::new(Dialect::OpenAiChat));
    /// let step = guard.push("data: {\"error\":{\"message\":\"boom\"}}\n\n".into());
    /// let (forward, failure) = step.into_parts();
    /// assert_eq!(forward.count(), 0);
    /// assert_eq!(failure.unwrap().payload, "{\"error\":{\"message\":\"boom\"}}");
    /// ```
    pub fn into_parts(self) -> (impl Iterator<Item = Bytes>, Option<Failure>) {
        let (parts, failure) = match self {
            Step::Wait => ([Bytes::new(), Bytes::new()], None),
            Step::Pass(one) => ([one, Bytes::new()], None),
            Step::Pair(one, two) => ([one, two], None),
            Step::Fail(stop) => (stop.before, Some(stop.failure)),
        };
        (parts.into_iter().filter(|part| !part.is_empty()), failure)
    }
}
