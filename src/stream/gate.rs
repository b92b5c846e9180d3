//! The first-event gate: as long as nothing real has come, the status is still open.

use super::ending::{End, Ending, Failure, Report};
use super::guard::Guard;
use super::step::Step;
use bytes::Bytes;
use std::time::{Duration, Instant};

/// How long and how much a [`Gate`] holds back.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct GateOptions {
    /// How long to wait for the first real event. Clients wait that long for their headers.
    pub max_wait: Duration,
    /// How many bytes of comments and pings to hold.
    pub max_bytes: usize,
}

impl Default for GateOptions {
    /// 10 seconds and 64 KiB.
    fn default() -> Self {
        GateOptions {
            max_wait: Duration::from_secs(10),
            max_bytes: 64 << 10,
        }
    }
}

/// What a [`Gate`] says after a chunk.
#[derive(Debug)]
#[must_use]
pub enum Gated {
    /// Go on reading; send nothing, not even the status.
    Hold,
    /// Send the status and these bytes, then go on with the guard alone.
    Open(Box<Opened>),
    /// The upstream failed and the client has seen nothing: answer with a proper status, or ask
    /// another candidate.
    Failed(Box<Failure>),
}

/// A gate that opened.
#[derive(Debug)]
#[non_exhaustive]
pub struct Opened {
    /// The guard that watches the rest of the stream.
    pub guard: Guard,
    /// What was held, in order.
    pub held: Vec<Bytes>,
    /// A failure behind the first real event, if both came in one chunk.
    pub failure: Option<Failure>,
    /// Why it opened.
    pub reason: Reason,
}

/// Why a [`Gate`] opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Reason {
    /// A real event came.
    Event,
    /// The time was up.
    Time,
    /// More signs of life came than the gate holds.
    Bytes,
}

/// Holds a response back until the stream has shown its first real event.
///
/// "Real" is every event but comments and pings: an event that merely opens an answer counts,
/// since an upstream sends it only after it has accepted the request. The clock is the caller's.
///
/// ```
/// use std::time::Instant;
/// use wirefault::stream::{Dialect, Gate, GateOptions, Gated, Guard, GuardOptions};
///
/// let guard = Guard::new(GuardOptions::new(Dialect::Anthropic));
/// let now = Instant::now();
/// let mut gate = Gate::new(guard, GateOptions::default(), now);
/// assert!(matches!(gate.push("event: ping\ndata: {\"type\":\"ping\"}\n\n".into(), now), Gated::Hold));
/// let error = "event: error\ndata: {\"type\":\"error\",\"error\":{\"type\":\"overloaded_error\"}}\n\n";
/// // Still no byte was sent: this becomes a 529, or another candidate's turn.
/// assert!(matches!(gate.push(error.into(), now), Gated::Failed(_)));
/// ```
#[derive(Debug)]
pub struct Gate {
    guard: Option<Guard>,
    held: Vec<Bytes>,
    length: usize,
    max_bytes: usize,
    deadline: Instant,
}

impl Gate {
    /// Closes the gate in front of a guard that has seen nothing yet.
    pub fn new(guard: Guard, options: GateOptions, now: Instant) -> Self {
        Gate {
            guard: Some(guard),
            held: Vec::new(),
            length: 0,
            max_bytes: options.max_bytes,
            deadline: later(now, options.max_wait),
        }
    }

    /// Returns when to call [`Gate::expire`] at the latest.
    pub fn deadline(&self) -> Instant {
        self.deadline
    }

    /// Takes the next chunk.
    ///
    /// After any answer but [`Gated::Hold`] the gate is done, and further chunks are the guard's.
    pub fn push(&mut self, chunk: Bytes, now: Instant) -> Gated {
        let Some(guard) = &mut self.guard else {
            return Gated::Hold;
        };
        let step = guard.push(chunk);
        let started = guard.has_started();
        self.take(step, started, now)
    }

    /// Lets time pass: opens the gate if the deadline is over.
    pub fn expire(&mut self, now: Instant) -> Gated {
        if now < self.deadline {
            Gated::Hold
        } else {
            self.open(None, Reason::Time)
        }
    }

    /// Ends the stream while the gate is closed.
    ///
    /// `None` after the gate is done.
    pub fn finish(&mut self, end: End) -> Option<Report> {
        self.guard.take().map(|mut guard| {
            let mut report = guard.finish(end);
            // Held bytes have not been sent, so nothing has.
            report.position = super::Position::NotStarted;
            report.delivery = report.position.deliver();
            report.failover_safe = report.ending != Ending::ClientGone;
            report
        })
    }

    fn take(&mut self, step: Step, started: bool, now: Instant) -> Gated {
        let (parts, failure) = step.into_parts();
        for part in parts {
            self.length += part.len();
            self.held.push(part);
        }
        match failure {
            Some(failure) if !started => {
                self.guard = None;
                self.held = Vec::new();
                Gated::Failed(Box::new(failure))
            }
            failure if started => self.open(failure, Reason::Event),
            _ if self.length > self.max_bytes => self.open(None, Reason::Bytes),
            _ if now >= self.deadline => self.open(None, Reason::Time),
            _ => Gated::Hold,
        }
    }

    fn open(&mut self, failure: Option<Failure>, reason: Reason) -> Gated {
        match self.guard.take() {
            None => Gated::Hold,
            Some(mut guard) => {
                guard.mark_opened();
                let held = std::mem::take(&mut self.held);
                Gated::Open(Box::new(Opened {
                    guard,
                    held,
                    failure,
                    reason,
                }))
            }
        }
    }
}

/// Returns an instant that lies so much later; a wait beyond the clock's end is one of ten years.
fn later(now: Instant, wait: Duration) -> Instant {
    const TEN_YEARS: Duration = Duration::from_secs(10 * 365 * 86_400);
    now.checked_add(wait)
        .or_else(|| now.checked_add(TEN_YEARS))
        .unwrap_or(now)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stream::{Dialect, GuardOptions};

    #[test]
    fn a_wait_without_end_is_no_panic() {
        let now = Instant::now();
        let options = GateOptions {
            max_wait: Duration::MAX,
            ..GateOptions::default()
        };
        let guard = Guard::new(GuardOptions::new(Dialect::OpenAiChat));
        let mut gate = Gate::new(guard, options, now);
        assert!(gate.deadline() > now);
        assert!(matches!(gate.expire(now), Gated::Hold));
    }
}
