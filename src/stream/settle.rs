//! Whether what has passed is a whole answer, by each dialect's own sign.
//!
//! Almost every event answers "not yet", and for most of them a few comparisons say so. What
//! cannot be decided that cheaply is put off: the last event is kept and asked when somebody
//! wants to know.

use super::dialect::{ALIVE, Closing, Framing};
use super::event::Event;
use super::framing::{Splitter, last_boundary};
use super::guard::{Guard, Mode};
use super::last::COPY;
use super::look::{Facts, look};
use bytes::Bytes;
use memchr::memmem;

impl Guard {
    /// Remembers what one event means for the end.
    pub(super) fn settle_event(&mut self, event: &[u8], owner: &Bytes) {
        if self.mode == Mode::Running {
            self.settle(event, owner);
        }
    }

    /// Remembers what whole events mean for the end; `owner` holds their bytes.
    #[inline]
    pub(super) fn settle(&mut self, events: &[u8], owner: &Bytes) {
        match self.row.closing {
            Closing::LastByte if events.ends_with(b"}\n\n") => self.closed = false,
            Closing::LastByte => self.settle_by_byte(events),
            Closing::LastEvent if self.is_plain(events) && self.last.copy(events) => {}
            Closing::LastEvent => self.settle_by_event(events, owner),
            Closing::Needle(needle) => self.settle_by_needle(events, needle),
            Closing::Bracket => self.closed |= self.splitter.is_closed(),
        }
    }

    /// Remembers what events of the known shape mean for the end: they are content.
    #[inline]
    pub(super) fn settle_known(&mut self, last: &[u8]) {
        match self.row.closing {
            Closing::LastByte => self.closed = false,
            Closing::LastEvent if self.shape.is_factual() => {
                if !self.last.copy(last) {
                    self.last.share(Bytes::copy_from_slice(last));
                }
            }
            Closing::LastEvent => self.last.clear(),
            Closing::Needle(_) | Closing::Bracket => {}
        }
    }

    #[inline]
    fn is_plain(&self, events: &[u8]) -> bool {
        events.len() <= COPY
            && self
                .row
                .plain
                .iter()
                .any(|start| events.starts_with(start.as_bytes()))
    }

    /// A last event that ends in `}` is JSON and no terminator; others are looked at.
    #[inline(never)]
    fn settle_by_byte(&mut self, events: &[u8]) {
        let last = events.iter().rfind(|byte| !matches!(byte, b'\n' | b'\r'));
        if last == Some(&b'}') {
            self.closed = false;
            return;
        }
        let mut closed = self.closed;
        for event in each(self.row.framing, events) {
            let last = event.iter().rfind(|byte| !matches!(byte, b'\n' | b'\r'));
            let seen = look(self.row, &Event::read(self.row.framing, event));
            if last == Some(&b'}') || seen.is_real() {
                closed = seen.terminal && last != Some(&b'}');
            }
        }
        self.closed = closed;
    }

    /// Keeps the last event that is real; if none is, the one before stays.
    #[inline(never)]
    fn settle_by_event(&mut self, events: &[u8], owner: &Bytes) {
        let mut end = events.len();
        while end > 0 {
            let before = events.get(..end - 1).unwrap_or_default();
            let start = match self.row.framing {
                // These pass one by one.
                Framing::Array | Framing::Frames => 0,
                framing => last_boundary(framing, before),
            };
            let event = events.get(start..end).unwrap_or_default();
            if self.is_real(event) {
                if !self.last.copy(event) {
                    self.last.share(owner.slice_ref(event));
                }
                return;
            }
            end = start;
        }
    }

    /// Once the sign was seen, the stream is whole.
    #[inline]
    fn settle_by_needle(&mut self, events: &[u8], needle: &'static str) {
        if self.closed || memmem::find(events, needle.as_bytes()).is_none() {
            return;
        }
        let framing = self.row.framing;
        self.closed = each(framing, events)
            .filter(|event| memmem::find(event, needle.as_bytes()).is_some())
            .any(|event| look(self.row, &Event::read(framing, event)).terminal);
    }

    fn is_real(&self, event: &[u8]) -> bool {
        let read = Event::read(self.row.framing, event);
        let Some(payload) = read.payload.as_deref() else {
            return false;
        };
        let alive = ALIVE
            .iter()
            .any(|word| memmem::find(event, word.as_bytes()).is_some());
        // Literals are short; everything else that mentions no sign of life is real.
        let doubtful = alive || payload.len() < 16;
        !doubtful || look(self.row, &read).is_real()
    }

    /// Asks the last events: do they end the stream, and which facts do they state?
    pub(super) fn last_look(&self) -> (bool, Facts) {
        let (mut terminal, mut facts) = (false, Facts::default());
        for event in each(self.row.framing, self.last.get()) {
            if self.is_real(event) {
                let seen = look(self.row, &Event::read(self.row.framing, event));
                terminal = seen.terminal;
                facts = seen.facts;
            }
        }
        (terminal, facts)
    }
}

/// Iterates over whole events.
pub(super) fn each(framing: Framing, events: &[u8]) -> impl Iterator<Item = &[u8]> {
    let mut splitter = Splitter::new(framing);
    let mut rest = events;
    std::iter::from_fn(move || {
        let (event, behind) = splitter.split(rest)?;
        rest = behind;
        Some(event)
    })
}
