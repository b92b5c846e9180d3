//! Counting the events that were forwarded, for gateways that ask for it.

use super::dialect::Framing;
use super::framing::Splitter;

/// Counts whole events.
///
/// It finds every boundary, which the guard itself does not: a clean chunk is searched for errors
/// as a whole. So it is a second look at each byte, and off by default.
#[derive(Debug)]
pub(super) struct Counter {
    framing: Framing,
    splitter: Splitter,
    pub(super) events: u64,
}

impl Counter {
    pub(super) fn new(framing: Framing) -> Self {
        Counter {
            framing,
            splitter: Splitter::new(framing),
            events: 0,
        }
    }

    /// Goes on in another framing, which an upstream's first events have shown.
    pub(super) fn reframe(&mut self, framing: Framing) {
        self.framing = framing;
        self.splitter = Splitter::new(framing);
    }

    /// Takes one whole event. Its own framing said so, even if the counter has another since.
    #[cold]
    pub(super) fn one(&mut self, event: &[u8]) {
        self.events += u64::from(self.says_something(event));
    }

    /// Takes bytes that begin and end at a boundary.
    #[cold]
    pub(super) fn take(&mut self, mut bytes: &[u8]) {
        while let Some((event, behind)) = self.splitter.split(bytes) {
            self.events += u64::from(self.says_something(event));
            bytes = behind;
        }
    }

    /// Blank lines and comments are no events, and neither are an array's brackets.
    fn says_something(&self, event: &[u8]) -> bool {
        match self.framing {
            Framing::Frames => true,
            Framing::Lines => event.iter().any(|byte| !byte.is_ascii_whitespace()),
            Framing::Array => event
                .iter()
                .any(|byte| !byte.is_ascii_whitespace() && !b"[],".contains(byte)),
            Framing::Sse => event
                .split(|byte| matches!(byte, b'\n' | b'\r'))
                .any(|line| !line.is_empty() && line.first() != Some(&b':')),
        }
    }
}
