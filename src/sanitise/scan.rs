//! The pass over a text: from telling byte to telling byte, token by token.
//!
//! A token is a run of bytes that keys, hosts and paths are made of. Each byte of a text is looked
//! at a bounded number of times: once by the comparison of blocks, once per kind while its token is
//! judged, and what stands before a token is searched only so far as a cue may be long.

use super::MASK;
use super::chain;
use super::class::{self, class};
use super::cue::{self, Before};
use super::errno;
use super::events::{Events, Tells};
use super::foreign;
use super::json;
use super::quick;
use super::quote;
use super::shape::Shape;
use super::spans::Spans;
use super::tables::{self, Cue};
use super::token;
use super::view;

/// Finds what must not be shown.
pub(super) fn scan(text: &str, allow: &[Box<str>], work: &mut Work, spans: &mut Spans) {
    let mut pass = Pass::new(text.as_bytes(), allow, work, spans);
    if errno::may_begin(text.as_bytes().first()) {
        errno::find(&mut pass, 0);
    }
    judge_from(&mut pass, 0, text.len());
}

/// Looks once more at the tokens that masks stand in, in a text whose masks begin at `masks`: what
/// is left of a token is a token of its own.
///
/// All others were judged before, and a mask makes nothing of them: no cue reaches over its bracket.
pub(super) fn rescan(text: &str, masks: &[usize], allow: &[Box<str>], work: &mut Work) -> Spans {
    let bytes = text.as_bytes();
    let mut spans = Spans::default();
    let mut pass = Pass::new(bytes, allow, work, &mut spans);
    let mut run = 0;
    for &mask in masks {
        let end = mask + MASK.len();
        if is_alone(bytes, mask, end) {
            continue;
        }
        let start = pass.run_start(mask).max(pass.done);
        // Of several masks in a run without white space, its end is looked for once.
        if run <= end {
            run = pass.run_end(end, |byte| !byte.is_ascii_whitespace());
        }
        // What is left of a word may be a cue of its own.
        let cue = bytes.get(end).is_some_and(|&byte| class::is_word(byte));
        let until = if cue { run + cue::REACH } else { run };
        if until > pass.done {
            pass.done = start;
            judge_from(&mut pass, start, until);
            pass.done = pass.done.max(until);
        }
    }
    spans
}

/// Returns true if no token touches a mask; a full stop or colon behind it is the sentence's.
fn is_alone(text: &[u8], mask: usize, end: usize) -> bool {
    let parts = |byte: u8| byte < 0x80 && class(byte) == 0;
    let before = text.get(..mask).and_then(<[u8]>::last);
    let after = match text.get(end..) {
        Some([b'.', rest @ ..]) => rest.first(),
        Some(rest) => rest.first(),
        None => None,
    };
    before.is_none_or(|byte| parts(*byte)) && after.is_none_or(|byte| parts(*byte))
}

/// How many bytes were looked at, for the proof that the work grows with the text and no faster.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Work(pub(super) u64);

impl Work {
    #[inline]
    pub(super) fn add(&mut self, bytes: usize) {
        if cfg!(test) {
            self.0 += bytes as u64;
        }
    }
}

/// The state of a pass.
pub(super) struct Pass<'t, 'w> {
    pub(super) text: &'t [u8],
    pub(super) allow: &'t [Box<str>],
    /// Everything before is decided.
    pub(super) done: usize,
    /// A token that is judged though it holds no telling byte, since a cue stands before it.
    forced: Option<usize>,
    /// A list of failures, each after the name of a relay's channel, has begun.
    pub(super) names: bool,
    /// How far lists of names were read: those of any kind, and those of failures.
    pub(super) listed: [usize; 2],
    /// The token that is judged may hold the prefix of a key.
    pub(super) prefix: bool,
    /// Where a cue was looked for last, and which one stands there.
    asked: Option<usize>,
    answer: Option<Before>,
    pub(super) spans: &'w mut Spans,
    pub(super) work: &'w mut Work,
}

impl<'t, 'w> Pass<'t, 'w> {
    pub(super) fn new(
        text: &'t [u8],
        allow: &'t [Box<str>],
        work: &'w mut Work,
        spans: &'w mut Spans,
    ) -> Self {
        Pass {
            text,
            allow,
            done: 0,
            forced: None,
            names: false,
            listed: [0; 2],
            prefix: true,
            asked: None,
            answer: None,
            spans,
            work,
        }
    }

    /// Judges what a telling byte belongs to, and what that leads to.
    #[inline(never)]
    fn judge(&mut self, at: usize, tells: Tells, events: &mut Events<'_>) {
        match tells {
            Tells::Foreign => self.foreign(at),
            Tells::Quote => quote::find(self, at),
            Tells::Key => quote::key(self, at),
            _ => self.token(at),
        }
        // Progress does not hang on the judges.
        self.done = self.done.max(at + 1);
        while let Some(forced) = self.forced.take() {
            let before = events.next_from(self.done);
            if forced < self.done || before.is_some_and(|event| event.0 < forced) {
                break;
            }
            self.token(forced);
        }
    }

    /// Returns true if what was judged last says something of what follows.
    #[cfg(test)]
    pub(super) fn is_led_on(&self) -> bool {
        self.forced.is_some() || self.names
    }

    /// Returns the byte at a position, 0 behind the end.
    #[inline]
    pub(super) fn at(&self, at: usize) -> u8 {
        self.text.get(at).copied().unwrap_or(0)
    }

    /// Returns a part of the text, empty if there is none.
    #[inline]
    pub(super) fn part(&self, start: usize, end: usize) -> &[u8] {
        self.text.get(start..end).unwrap_or_default()
    }

    /// Returns the first position at or behind `from` whose byte is refused.
    #[inline]
    pub(super) fn run_end(&mut self, from: usize, keep: impl Fn(u8) -> bool) -> usize {
        let rest = self.text.get(from..).unwrap_or_default();
        let len = rest
            .iter()
            .position(|&byte| !keep(byte))
            .unwrap_or(rest.len());
        self.work.add(len);
        from + len
    }

    /// Returns where the run of bytes that may be in a token, and end at a position, begins.
    fn run_start(&mut self, at: usize) -> usize {
        let head = self.text.get(self.done..at).unwrap_or_default();
        let parts = |byte: &u8| *byte < 0x80 && class(*byte) == 0;
        let len = head.iter().rev().position(parts).unwrap_or(head.len());
        self.work.add(len);
        at - len
    }

    /// Masks a part and what follows on the next line if the part was broken there.
    pub(super) fn mask(&mut self, start: usize, end: usize) {
        // The letter of an escaped line end belongs to its backslash: "\\n***wxyz".
        let escaped = end > start + 1 && token::is_escaped(self, start);
        let start = start + usize::from(escaped);
        self.spans.push(start, end);
        self.done = self.done.max(end);
    }

    /// Masks a part that lies further on: what is between is still to be judged.
    pub(super) fn push_far(&mut self, start: usize, end: usize) {
        self.spans.extend([(start, end)]);
        self.spans.far = true;
    }

    /// Judges the token around a position.
    pub(super) fn token(&mut self, at: usize) {
        let shape = Shape::around(self.text, self.done, at);
        let Shape {
            start, end, kinds, ..
        } = shape;
        self.work.add(end - start);
        self.done = end.max(at + 1);
        if end == start {
            return;
        }
        if !(shape.is_dull(self.text) && self.cue_before(start).is_none()) {
            self.prefix = shape.may_hold_prefix();
            if self.at(start) == b'/' && self.at(start.wrapping_sub(1)) == b'<' {
                self.footer(start);
            }
            token::judge(self, start, end, kinds);
        }
        if kinds & class::OTHER != 0 {
            self.spans.odd |= view::has_percent(self.part(start, end));
        }
        if kinds & (class::STAR | class::DASH | class::OTHER) != 0 {
            self.spans.veiled |= view::is_emphasised(self.part(start, end));
        }
        if self.done != end {
            return;
        }
        if kinds == class::AT {
            chain::user(self, start);
        }
        let last = self.at(end - 1);
        if matches!(last, b':' | b'=') {
            if last == b':' && end > 1 && self.at(end - 2) == b'"' {
                json::member(self, end - 2);
            }
            self.force_after(end, end - 1);
        }
        if kinds & !class::LETTER == 0 && tables::glued(self.part(start, end)) {
            self.force_after(end, end);
        }
        if self.names || kinds & class::QUERY != 0 || tables::may_end_marker(self.part(0, end)) {
            self.markers(start, end, kinds);
        }
    }

    /// Steps over a run outside ASCII; a cue at its end makes the next token judged.
    fn foreign(&mut self, at: usize) {
        let end = self.run_end(at, |byte| byte >= 0x80);
        // Of most runs the bytes say that they hold no mark that is looked for.
        let marked = self.part(at, end).iter();
        let marked = marked.fold(false, |any, byte| {
            any | matches!(byte, 0xC2 | 0xE2 | 0xE3 | 0xEF)
        });
        self.spans.veiled |= marked && view::is_veiled(self.part(at, end));
        self.done = end;
        let mark = match self.part(at, at + 3) {
            [0xEF, 0xBC, 0x9A] => b':',
            [0xEF, 0xBC, 0x9D] => b'=',
            _ => {
                if !foreign::own(self, at) && marked {
                    foreign::find(self, at, end);
                }
                // "Schlüssel": the word goes on behind its umlaut.
                let umlaut = matches!(self.part(at, end), [.., 0xC3, _]);
                let word = self.run_end(end, |byte| umlaut && class::is_alnum(byte));
                if word > end && quick::likely(self.text, word) {
                    return self.force_after(word, word);
                }
                return self.force_after(end, end);
            }
        };
        match tables::marked(self.part(0, at), mark) {
            Some(marker) => self.follow(marker, at + 3),
            None => self.force_after(end, end),
        }
    }

    /// Has the next token judged if the words before `cue_end` are a cue.
    fn force_after(&mut self, from: usize, cue_end: usize) {
        let Some(found) = self.cue_before(cue_end) else {
            return;
        };
        match found.cue {
            Cue::Trace | Cue::Filler => return,
            Cue::Route | Cue::Failed => chain::list(self, from, found.cue == Cue::Failed),
            _ => {}
        }
        let next = cue::gap_end(self.text, from);
        let found = Before {
            bound: found.bound || from > cue_end,
            ..found
        };
        if next > from && quote::title(self, cue_end, next, found) {
            return;
        }
        if found.foreign && self.at(next) >= 0x80 {
            foreign::spaced(self, from, found);
        }
        if class(self.at(next)) & class::ALNUM != 0 {
            self.forced = Some(next);
            // The value is asked about next: what is known of the cue holds for it as well.
            if self.at(cue_end.wrapping_sub(1)).is_ascii_alphanumeric() {
                if let Some(known) = cue::behind_marks(found, self.part(cue_end, next)) {
                    (self.asked, self.answer) = (Some(next), Some(known));
                }
            }
        }
    }

    /// Returns what the words before a value say.
    #[inline]
    pub(super) fn cue_before(&mut self, at: usize) -> Option<Before> {
        if self.asked == Some(at) || quick::likely(self.text, at) {
            self.likely_cue(at)
        } else {
            None
        }
    }

    fn likely_cue(&mut self, at: usize) -> Option<Before> {
        self.work.add(64);
        if self.asked != Some(at) {
            self.asked = Some(at);
            self.answer = cue::before(self.text, at);
        }
        let found = self.answer?;
        if found.cue == Cue::Trace {
            // A mask says nothing: what it hid is no reason to keep what follows.
            let mask = self.spans.last().map_or(0, |span| span.1);
            if let Some(seen) = self.text.get(mask..at) {
                return cue::before(seen, seen.len());
            }
        }
        Some(found)
    }
}

/// Judges the tokens from what is decided to a position.
///
/// With the feature `simd` it is compiled once more for processors with AVX2, and which of the two runs
/// is chosen at the first call: a clean text of 1 KiB takes 4,790 instructions instead of 5,140. The
/// macro asks for lifetimes with names.
#[cfg_attr(
    feature = "simd",
    multiversion::multiversion(targets("x86_64+avx2+bmi1+bmi2+lzcnt"))
)]
fn judge_from<'t, 'w>(pass: &mut Pass<'t, 'w>, from: usize, until: usize) {
    judge_all(pass, from, until);
}

#[inline(always)]
fn judge_all(pass: &mut Pass<'_, '_>, from: usize, until: usize) {
    let mut events = Events::new(pass.text, from, until);
    loop {
        let next = if pass.names {
            events.next_from(pass.done)
        } else {
            events.next_special(&mut pass.done)
        };
        let Some((at, tells)) = next.filter(|next| next.0 < until) else {
            break;
        };
        pass.judge(at, tells, &mut events);
    }
    pass.spans.odd |= events.odd;
    pass.work.add(events.looked_at(from));
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The tests are built with `simd`: on a processor with AVX2 this compares the two.
    #[test]
    fn the_search_that_is_chosen_finds_what_the_plain_one_finds() {
        let found = |text: &str, search: fn(&mut Pass<'_, '_>, usize, usize)| {
            let (mut work, mut spans) = (Work::default(), Spans::default());
            search(
                &mut Pass::new(text.as_bytes(), &[], &mut work, &mut spans),
                0,
                text.len(),
            );
            (spans.as_slice().to_vec(), spans.odd, work.0)
        };
        let rows = [
            include_str!("../../tests/fixtures/leaks.jsonl"),
            include_str!("../../tests/fixtures/leaks-names.jsonl"),
            include_str!("../../tests/fixtures/leaks-real.jsonl"),
        ];
        for text in rows.iter().flat_map(|rows| rows.lines()) {
            let (chosen, plain) = (found(text, judge_from), found(text, judge_all));
            assert_eq!(chosen, plain, "{text}");
        }
    }
}
