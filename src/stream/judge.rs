//! What single events decide: whether the body is a stream, in which dialect, and whether it fails.

use super::dialect::{DETECTIVES, Dialect, Framing};
use super::ending::Ending;
use super::event::{self, Event};
use super::framing::Splitter;
use super::guard::{Guard, Mode};
use super::look::{look, look_with};
use super::needle::Needles;
use super::settle::each;
use super::step::Step;
use bytes::Bytes;

/// What one event decides.
pub(super) enum Verdict {
    Pass,
    Fail(Ending),
    /// The body is no stream.
    Page,
}

impl Guard {
    /// Tells streams from other bodies, and dialects from one another, by the first byte that is
    /// no white space; until it comes, everything is held.
    pub(super) fn identify(&mut self, chunk: Bytes) -> Step {
        let mut chunk = chunk;
        if !self.pending.is_empty() {
            self.pending.extend_from_slice(&chunk);
            chunk = self.pending.split().freeze();
        }
        let blank = event::blank(&chunk);
        // What is no byte order mark yet may become the first byte of something else.
        if blank > self.options.max_event && !event::is_torn_mark(&chunk) {
            let failure = self.fail(Ending::TooLarge, Bytes::new());
            return Step::stop(Bytes::new(), Bytes::new(), failure);
        }
        let Some(&first) = chunk.get(blank) else {
            self.pending.extend_from_slice(&chunk);
            return Step::Wait;
        };
        if self.row.dialect == Dialect::Auto {
            match first {
                b'[' => self.speak(Dialect::GeminiArray),
                b'{' => self.speak(Dialect::Ollama),
                0 => self.speak(Dialect::Bedrock),
                _ => {}
            }
        }
        let foreign = match self.row.framing {
            Framing::Sse | Framing::Frames => b"{[<".contains(&first),
            Framing::Lines => b"[<".contains(&first),
            Framing::Array => first != b'[',
        };
        self.mode = if foreign { Mode::Page } else { Mode::Fresh };
        self.advance(chunk)
    }

    fn speak(&mut self, dialect: Dialect) {
        let row = dialect.row();
        if row.framing != self.row.framing {
            self.splitter = Splitter::new(row.framing);
            if let Some(counter) = &mut self.counter {
                counter.reframe(row.framing);
            }
        }
        self.row = row;
        self.needles = Needles::of(row);
    }

    /// Decides about one whole event.
    pub(super) fn judge(&mut self, event: &[u8]) -> Verdict {
        if self.is_too_large(event) {
            return Verdict::Fail(Ending::TooLarge);
        }
        let suspect = self.needles.suspect(event);
        if self.mode == Mode::Running && !suspect {
            return Verdict::Pass;
        }
        let read = Event::read(self.row.framing, event);
        if self.mode == Mode::Fresh && self.is_page(&read) {
            return Verdict::Page;
        }
        let seen = look(self.row, &read);
        if suspect && seen.failure {
            let trailing = read.raw && self.mode == Mode::Running;
            return Verdict::Fail(if trailing {
                Ending::TrailingError
            } else {
                Ending::ErrorEvent
            });
        }
        if self.mode != Mode::Running && seen.is_real() {
            self.facts.merge(seen.facts);
            if self.row.dialect == Dialect::Auto {
                let told = look_with(self.row, DETECTIVES, &read).speaks;
                told.into_iter().for_each(|dialect| self.speak(dialect));
            }
            self.mode = Mode::Running;
            self.started = true;
            self.cruising = matches!(self.row.framing, Framing::Sse | Framing::Lines);
        } else if self.mode == Mode::Fresh && event::first_byte(event).is_some() {
            self.mode = Mode::Waiting;
        }
        Verdict::Pass
    }

    /// Teaches the shape by the first of some events that passed without having it.
    #[inline(never)]
    pub(super) fn learn(&mut self, events: &[u8]) {
        if !(self.cruising && self.options.learn_shape && self.shape.is_curious()) {
            return;
        }
        let Some(event) = each(self.row.framing, events).next() else {
            return;
        };
        let read = Event::read(self.row.framing, event);
        let seen = look(self.row, &read);
        let content = seen.is_real() && !seen.terminal && !seen.failure;
        let range = read
            .range(event)
            .filter(|_| content && event.ends_with(b"\n"));
        self.shape.learn(self.row, event, range.unwrap_or_default());
    }

    /// Returns true if a first event shows that the body is no stream.
    fn is_page(&self, read: &Event<'_>) -> bool {
        let Some(payload) = read.payload.as_deref() else {
            return read.foreign;
        };
        match self.row.framing {
            Framing::Sse => read.raw,
            Framing::Lines => !event::is_json(payload) || self.is_lone(read),
            Framing::Array | Framing::Frames => false,
        }
    }

    /// Returns true for JSON that nobody announced as a line of a stream and that is none.
    fn is_lone(&self, read: &Event<'_>) -> bool {
        self.options.dialect == Dialect::Auto
            && look_with(self.row, DETECTIVES, read).speaks != Some(self.row.dialect)
    }
}
