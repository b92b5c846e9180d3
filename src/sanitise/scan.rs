//! The pass over a text: from telling byte to telling byte, token by token.
//!
//! A token is a run of bytes that keys, hosts and paths are made of. Each byte of a text is looked
//! at a bounded number of times: once by the comparison of blocks, once per kind while its token is
//! judged, and what stands before a token is searched only so far as a cue may be long.

use super::class::{self, class};
use super::cue::{self, Before};
use super::events::Events;
use super::generated::{FOOTERS, MARKERS};
use super::tables::{Cue, Reach, listed_folded};
use super::token;

/// The parts of a text to be masked: ascending, none overlapping.
#[derive(Debug, Default)]
pub(super) struct Spans {
    parts: Vec<(usize, usize)>,
    /// Parts that were found behind others which begin later.
    late: Vec<(usize, usize)>,
}

impl Spans {
    /// Adds a part.
    pub(super) fn push(&mut self, start: usize, end: usize) {
        if start >= end {
            return;
        }
        match self.parts.last_mut() {
            Some(last) if start < last.0 => self.late.push((start, end)),
            Some(last) if start <= last.1 => last.1 = last.1.max(end),
            _ => self.parts.push((start, end)),
        }
    }

    /// Adds parts in any order.
    pub(super) fn extend(&mut self, more: impl IntoIterator<Item = (usize, usize)>) {
        self.late.extend(more);
    }

    /// Brings all parts into order, none overlapping.
    pub(super) fn settle(&mut self) {
        if self.late.is_empty() {
            return;
        }
        let mut all = std::mem::take(&mut self.late);
        all.append(&mut self.parts);
        all.sort_unstable();
        for (start, end) in all {
            self.push(start, end);
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.parts.is_empty() && self.late.is_empty()
    }

    /// Returns the start of the part that was added last in order.
    pub(super) fn last_start(&self) -> Option<usize> {
        self.parts.last().map(|part| part.0)
    }

    /// Returns the parts; [`Spans::settle`] comes before.
    pub(super) fn as_slice(&self) -> &[(usize, usize)] {
        &self.parts
    }
}

/// Finds what must not be shown.
pub(super) fn scan(text: &str, allow: &[Box<str>], work: &mut Work) -> Spans {
    let mut pass = Pass::new(text.as_bytes(), allow, work);
    pass.run();
    pass.spans
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
    names: bool,
    pub(super) spans: Spans,
    pub(super) work: &'w mut Work,
}

impl<'t, 'w> Pass<'t, 'w> {
    pub(super) fn new(text: &'t [u8], allow: &'t [Box<str>], work: &'w mut Work) -> Self {
        Pass {
            text,
            allow,
            done: 0,
            forced: None,
            names: false,
            spans: Spans::default(),
            work,
        }
    }

    fn run(&mut self) {
        let mut events = Events::new(self.text);
        let mut event = events.next_from(0);
        loop {
            if let Some(forced) = self.forced.take() {
                if event.is_none_or(|at| forced <= at) && forced >= self.done {
                    self.token(forced);
                    event = event.and_then(|at| events.next_from(at.max(self.done)));
                    continue;
                }
            }
            let Some(at) = event else { return };
            let byte = self.at(at);
            if byte >= 0x80 {
                self.foreign(at);
            } else if !(byte.is_ascii_digit() && self.plain_number(at)) {
                self.token(at);
            }
            // Progress does not hang on the judges.
            self.done = self.done.max(at + 1);
            event = events.next_from(self.done);
        }
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

    /// Masks a part and what follows on the next line if the part was broken there.
    pub(super) fn mask(&mut self, start: usize, end: usize) {
        self.spans.push(start, end);
        self.done = self.done.max(end);
    }

    /// Judges the token around a position.
    fn token(&mut self, at: usize) {
        let mut start = at;
        while start > self.done && class(self.at(start - 1)) != 0 {
            start -= 1;
        }
        let mut end = start;
        let mut kinds = 0;
        while let Some(&byte) = self.text.get(end) {
            let kind = class(byte);
            if kind == 0 {
                break;
            }
            kinds |= kind;
            end += 1;
        }
        self.work.add(end - start);
        self.done = end.max(at + 1);
        if end == start {
            return;
        }
        if self.at(start) == b'/' && self.at(start.wrapping_sub(1)) == b'<' {
            self.footer(start);
        }
        token::judge(self, start, end, kinds);
        let last = self.at(end - 1);
        if self.done == end {
            if matches!(last, b':' | b'=') {
                self.force_after(end, end - 1);
            }
            if kinds & !class::LETTER == 0 && cue::glued(self.part(start, end)) {
                self.force_after(end, end);
            }
            self.markers(start, end, kinds);
        }
    }

    /// Steps over a number that stands for itself: most telling bytes of clean texts are such.
    #[inline]
    fn plain_number(&mut self, at: usize) -> bool {
        if matches!(self.text.get(..at), Some([.., byte]) if class(*byte) != 0)
            || cue::likely(self.text, at)
        {
            return false;
        }
        let rest = self.text.get(at..).unwrap_or_default();
        let len = rest
            .iter()
            .take(12)
            .take_while(|byte| byte.is_ascii_digit())
            .count();
        let plain = len < 12
            && match rest.get(len..).unwrap_or_default() {
                [b'.' | b':', next, ..] => class(*next) == 0,
                [next, ..] => class(*next) == 0,
                [] => true,
            };
        if plain {
            self.work.add(len);
            self.done = at + len;
        }
        plain
    }

    /// Masks the bare name of a server before a closing tag: `<center>nginx</center>`.
    fn footer(&mut self, slash: usize) {
        let end = slash - 1;
        let start = self
            .part(0, end)
            .iter()
            .rev()
            .take(24)
            .take_while(|&&byte| class::is_key(byte))
            .count();
        let start = end - start;
        if self.at(start.wrapping_sub(1)) == b'>' && listed_folded(FOOTERS, self.part(start, end)) {
            self.spans.push(start, end);
        }
    }

    /// Steps over a run outside ASCII; a cue at its end makes the next token judged.
    fn foreign(&mut self, at: usize) {
        let end = self.run_end(at, |byte| byte >= 0x80);
        self.done = end;
        self.force_after(end, end);
    }

    /// Has the next token judged if the words before `cue_end` are a cue.
    fn force_after(&mut self, from: usize, cue_end: usize) {
        let Some(found) = cue::before(self, cue_end) else {
            return;
        };
        if matches!(found.cue, Cue::Trace | Cue::Filler) {
            return;
        }
        let gap = self.text.get(from..).unwrap_or_default().iter().take(6);
        let next = from + gap.take_while(|byte| cue::is_gap(**byte)).count();
        if class(self.at(next)) & class::ALNUM != 0 {
            self.forced = Some(next);
        }
    }

    /// Masks what follows a routing table's or a stack trace's first words.
    fn markers(&mut self, start: usize, end: usize, kinds: u16) {
        if self.names && self.at(end - 1) == b':' && self.part(0, start).ends_with(b", ") {
            self.mask(start, end - 1);
        }
        let end = if kinds & class::QUERY == 0 {
            end
        } else {
            let query = self.part(start, end).iter().position(|&byte| byte == b'=');
            start + query.map_or(end - start, |at| at + 1)
        };
        if !matches!(self.at(end - 1), b'=' | b':' | b'1' | b'N') {
            return;
        }
        let head = self.part(0, end);
        let Some(marker) = MARKERS
            .iter()
            .find(|row| head.ends_with(row.text.as_bytes()))
        else {
            return;
        };
        let (begin, reach) = (end - marker.text.len(), self.reach_end(marker.reach, end));
        match marker.reach {
            Reach::Rest => self.spans.push(begin, reach),
            Reach::Names => {
                self.names = true;
                let name = self.run_end(end, |byte| byte == b' ');
                self.spans.push(name, reach);
            }
            Reach::Line | Reach::Bracket => self.spans.push(end, reach),
        }
        self.done = self.done.max(reach);
    }

    fn reach_end(&mut self, reach: Reach, from: usize) -> usize {
        match reach {
            Reach::Rest => self.text.len(),
            Reach::Line => self.run_end(from, |byte| !matches!(byte, b'\n' | b'\r' | b'"' | b'\\')),
            Reach::Bracket if matches!(self.at(from), b'[' | b'{' | b'(') => {
                let end = self.run_end(from, |byte| !matches!(byte, b']' | b'}' | b')' | b'\n'));
                end + usize::from(matches!(self.at(end), b']' | b'}' | b')'))
            }
            Reach::Bracket => self.run_end(from, |byte| {
                !matches!(byte, b' ' | b',' | b'\n' | b'\r' | b'"' | b')')
            }),
            Reach::Names => {
                let name = self.run_end(from, |byte| byte == b' ');
                self.run_end(name, class::is_word)
            }
        }
    }

    /// Returns what the words before a value say.
    pub(super) fn cue_before(&mut self, at: usize) -> Option<Before> {
        if !cue::likely(self.text, at) {
            return None;
        }
        self.work.add(64);
        cue::before(self, at)
    }
}
