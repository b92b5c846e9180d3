//! The shape that a stream's events share: an event of a known shape needs no further look.
//!
//! A model's deltas differ in a text and a number or two; all else repeats byte for byte. So two
//! events that were looked at closely teach the bytes between their differing values, and an
//! event that has the same bytes there, with other values in the gaps, means the same: no row
//! asks for the values that may differ. Comparing is faster than searching, and talk about
//! errors inside a value costs nothing.

use super::dialect::{Framing, Mark, Row, Sense};
use super::form::{Form, Gap, Part};
use super::look::{Walk, is_at};
use crate::json::Event as Json;
use std::ops::Range;

/// Longer events are rare, and slow for other reasons.
const LONGEST: usize = 2048;

/// With more gaps than this, searching is as fast.
const GAPS: usize = 6;

/// After a vain lesson the next one waits for so many unknown chunks, at most.
const PATIENCE: u32 = 1 << 12;

/// A value of an event.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Span {
    range: Range<usize>,
    gap: Gap,
    /// Whether the value may differ without a different meaning.
    free: bool,
    /// Whether a writer wants to know it.
    fact: bool,
}

/// The shape of one stream's events, as far as it is known.
#[derive(Clone, Debug, Default)]
pub(super) struct Shape {
    form: Option<Form>,
    /// Whether its events state a fact.
    factual: bool,
    sample: Vec<u8>,
    spans: Vec<Span>,
    gaps: Vec<bool>,
    wait: u32,
    vain: u32,
}

impl Shape {
    /// Returns true for exactly one event of this shape.
    #[inline]
    pub(super) fn fits(&self, event: &[u8]) -> bool {
        self.form.as_ref().is_some_and(|form| form.fits(event))
    }

    /// Counts the bytes at the start that are whole events of this shape; the second number is
    /// where the last of them starts.
    #[inline]
    pub(super) fn skip(&self, framing: Framing, bytes: &[u8]) -> (usize, usize) {
        let form = self.form.as_ref();
        form.map_or((0, 0), |form| form.skip(framing, bytes))
    }

    /// Returns true if its events state a fact, so that the last one must be kept.
    pub(super) fn is_factual(&self) -> bool {
        self.factual
    }

    /// Returns true if it is time for another lesson.
    #[inline]
    pub(super) fn is_curious(&mut self) -> bool {
        self.wait = self.wait.saturating_sub(1);
        self.wait == 0
    }

    /// Learns from one whole event whose payload stands in `payload`; the caller has looked at it
    /// closely and found content.
    pub(super) fn learn(&mut self, row: &Row, event: &[u8], payload: Range<usize>) {
        let spans = match event.len() <= LONGEST {
            true => spans(row.marks, event, payload),
            false => Vec::new(),
        };
        if !self.compare(event, &spans) {
            let first = self.sample.is_empty() && !spans.is_empty();
            self.vain = self.vain.saturating_add(u32::from(!first));
            self.wait = 1u32
                .checked_shl(self.vain)
                .unwrap_or(PATIENCE)
                .min(PATIENCE);
            self.form = None;
            self.gaps = vec![false; spans.len()];
            self.sample = event.to_vec();
            self.spans = spans;
        } else {
            self.wait = 0;
        }
    }

    /// Widens the gaps so that the event fits; false if it has another shape.
    fn compare(&mut self, event: &[u8], spans: &[Span]) -> bool {
        if spans.is_empty() || spans.len() != self.spans.len() {
            return false;
        }
        let (mut mine, mut its) = (0, 0);
        let mut gaps = self.gaps.clone();
        for ((known, span), gap) in self.spans.iter().zip(spans).zip(&mut gaps) {
            let fixed = self.sample.get(mine..known.range.start);
            if fixed != event.get(its..span.range.start) || known.gap != span.gap {
                return false;
            }
            if self.sample.get(known.range.clone()) != event.get(span.range.clone()) {
                if !(known.free && span.free) {
                    return false;
                }
                *gap = true;
            }
            (mine, its) = (known.range.end, span.range.end);
        }
        if self.sample.get(mine..) != event.get(its..) {
            return false;
        }
        let many = gaps.iter().filter(|gap| **gap).count();
        self.gaps = gaps;
        if many <= GAPS {
            self.build();
        }
        many <= GAPS
    }

    fn build(&mut self) {
        let open = self.spans.iter().zip(&self.gaps).filter(|(_, gap)| **gap);
        let (mut start, mut gap, mut head) = (0, Gap::Nothing, &[][..]);
        let mut parts = Vec::new();
        for (span, _) in open {
            let fixed = self.sample.get(start..span.range.start).unwrap_or_default();
            match gap {
                Gap::Nothing => head = fixed,
                _ => parts.push(Part {
                    gap,
                    fixed: fixed.into(),
                }),
            }
            (start, gap) = (span.range.end, span.gap);
        }
        let fixed = self.sample.get(start..).unwrap_or_default().into();
        parts.push(Part { gap, fixed });
        self.form = Form::new(head, &parts);
        self.factual = self.spans.iter().any(|span| span.fact);
    }
}

/// Lists an event's values.
fn spans(marks: &[&[Mark]], event: &[u8], payload: Range<usize>) -> Vec<Span> {
    let start = payload.start;
    let mut spans = Vec::new();
    let mut walk = Walk::new(event.get(payload).unwrap_or_default());
    while let Some((value, steps, rest)) = walk.next_value() {
        let (length, quote, gap) = match value {
            Json::String(text) => (text.raw().len(), 1, Gap::Text),
            Json::Number(number) => (number.len(), 0, Gap::Number),
            _ => continue,
        };
        let end = start + rest.offset() - quote;
        let mut span = Span {
            range: end - length..end,
            gap,
            free: true,
            fact: false,
        };
        for mark in marks
            .iter()
            .copied()
            .flatten()
            .filter(|mark| is_at(mark.path, steps))
        {
            match mark.sense {
                Sense::Fact(_) => span.fact = true,
                _ => span.free = false,
            }
        }
        spans.push(span);
    }
    spans
}

#[cfg(test)]
mod tests {
    use super::super::dialect::Dialect;
    use super::super::event::Event;
    use super::*;

    fn learned(dialect: Dialect, events: &[&str]) -> Shape {
        let mut shape = Shape::default();
        for event in events {
            let read = Event::read(super::super::dialect::Framing::Sse, event.as_bytes());
            let payload = read.payload.unwrap_or_default();
            let start = event.find('{').unwrap_or(0);
            shape.learn(
                dialect.row(),
                event.as_bytes(),
                start..start + payload.len(),
            );
        }
        shape
    }

    const ONE: &str =
        "data: {\"id\":\"a\",\"choices\":[{\"delta\":{\"content\":\"Hi\"},\"n\":1}]}\n\n";
    const TWO: &str =
        "data: {\"id\":\"a\",\"choices\":[{\"delta\":{\"content\":\"ho\"},\"n\":23}]}\n\n";

    #[test]
    fn two_events_teach_what_differs() {
        let shape = learned(Dialect::OpenAiChat, &[ONE, TWO]);
        let fits = |text: &str| {
            let event = ONE.replace("Hi", text);
            shape.skip(Framing::Sse, event.as_bytes()).0 == event.len()
        };
        for text in [
            "",
            "x",
            "12345678",
            "{\\\"error\\\":{}}",
            "\\u0065",
            "你好, 世界, a longer text",
        ] {
            assert!(fits(text), "{text}");
        }
        for text in [
            "\n",
            "\r",
            "a\n\nb",
            "\\\n",
            "x\",\"error\":\"",
            "\0",
            "1234567\n",
        ] {
            assert!(!fits(text), "{text:?}");
        }
        assert_eq!(
            shape.skip(Framing::Sse, format!("{ONE}{TWO}{ONE}data").as_bytes()),
            (ONE.len() * 3 + 1, ONE.len() * 2 + 1)
        );
        assert_eq!(
            shape
                .skip(Framing::Sse, ONE.replace(":1}", ":x}").as_bytes())
                .0,
            0
        );
        assert_eq!(
            shape
                .skip(Framing::Sse, ONE.replace(":1}", ":}").as_bytes())
                .0,
            0
        );
    }

    #[test]
    fn a_value_with_a_meaning_is_never_a_gap() {
        let ended = ONE.replace("\"n\":1", "\"finish_reason\":\"stop\"");
        let length = ONE.replace("\"n\":1", "\"finish_reason\":\"length\"");
        let shape = learned(Dialect::OpenAiChat, &[&ended, &length]);
        assert_eq!(shape.skip(Framing::Sse, ended.as_bytes()).0, 0);
        assert_eq!(shape.skip(Framing::Sse, length.as_bytes()).0, 0);
    }
}
