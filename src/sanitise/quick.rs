//! Quick tests: whether certainly no cue stands before a place.
//!
//! Before most numbers and words of clean texts stands a word that is no cue and no filler. Its last
//! three letters tell that mostly, else its length with its first letter and its last two. Where
//! these tell nothing, the rows are looked up by [`super::cue`].

use crate::lanes::{LANE, Look};

use super::class::{is_alnum, is_word};
use super::cue::{FILLERS, is_gap, wide_mark};
use super::generated::CUES;
use super::tables::{self, Cue, glued};

/// Returns false if certainly no cue stands before a position.
#[inline]
pub(super) fn likely(text: &[u8], at: usize) -> bool {
    let head = text.get(..at).unwrap_or_default();
    let mut tail = [b' '; 8];
    match head.last_chunk() {
        Some(eight) => tail = *eight,
        None => {
            let slots = tail.iter_mut().rev();
            slots
                .zip(head.iter().rev())
                .for_each(|(slot, byte)| *slot = *byte);
        }
    }
    may_stand(text, at, u64::from_le_bytes(tail))
}

/// Returns false if certainly no cue stands before a position with these eight bytes before it, the
/// last of which may stand between a cue and its value.
#[inline(always)]
pub(super) fn likely_over(text: &[u8], at: usize, before: &[u8; 8]) -> bool {
    let [_, a, b, c, near @ ..] = *before;
    // Mostly a single mark parts the words, or two as in "tokens (9226".
    if !is_alnum(near[2]) {
        if is_gap(near[2]) && is_alnum(near[1]) {
            let three = u32::from_le_bytes([c, near[0], near[1], 0]);
            return tables::may_end_with_three(three) && likely_behind(text, at - 2);
        }
        return may_stand(text, at, u64::from_le_bytes(*before));
    }
    if !tables::may_end_with_three(u32::from_le_bytes(near)) {
        return false;
    }
    let four = u32::from_le_bytes([a, b, c, near[0]]);
    if near[0] == b' ' && is_alnum(c) && !tables::may_end_with_three(four) {
        // Short words are fillers, and no cue stands before this one: "length is 8192".
        return false;
    }
    likely_behind(text, at - 1)
}

/// Returns false if a word of letters and digits is certainly neither a cue nor a filler.
#[inline(always)]
pub(super) fn may_be_cue(word: &[u8]) -> bool {
    let word = Word::of(word);
    word.may_be_cue() || word.may_be_filler()
}

/// All words of two letters are fillers, which the word before decides.
const _: () = {
    let mut row = 0;
    while row < CUES.len() {
        assert!(CUES[row].0.len() > 2 || matches!(CUES[row].1, Cue::Filler));
        row += 1;
    }
};

/// How many marks before a position are passed in the quick test.
const MARKS: usize = 3;

/// The same for the bytes before a position as one number, the last of them highest.
#[inline(always)]
fn may_stand(text: &[u8], at: usize, mut tail: u64) -> bool {
    let last = |tail: u64| (tail >> 56) as u8;
    let mut marks = 0;
    while marks < MARKS && is_gap(last(tail)) {
        tail <<= 8;
        marks += 1;
    }
    let [.., a, b, c] = tail.to_le_bytes();
    let possible = if is_alnum(c) {
        tables::may_end_with_three(u32::from_le_bytes([a, b, c, 0]))
    } else {
        // "account, 5" and "a/5" are parted; only a filler reaches over a comma.
        c >= 0x80 || is_gap(c) || is_word(c) || c == b'>'
    };
    possible && likely_behind(text, at - marks.min(at))
}

/// Returns false if certainly no cue ends at a position.
#[inline(never)]
fn likely_behind(text: &[u8], at: usize) -> bool {
    let head = text.get(..at).unwrap_or_default();
    if let Some(word) = Word::ending(head) {
        return word.may_be_cue() || (word.may_be_filler() && is_filled(head, word));
    }
    match head {
        [.., a, b, c] if *c >= 0x80 => {
            tables::may_end_with_bytes([*a, *b, *c]) || (may_be_mark(*a, *b) && is_marked(head))
        }
        [.., byte] => is_alnum(*byte) || is_gap(*byte) || *byte == b'>',
        [] => false,
    }
}

/// Returns false if certainly no cue stands before the filler that a text ends with, nor a cue and
/// more fillers.
#[inline(never)]
fn is_filled<'t>(mut head: &'t [u8], mut word: Word<'t>) -> bool {
    for _ in 0..FILLERS {
        head = match head.get(..head.len() - word.bytes.len()) {
            Some([rest @ .., b' ']) => rest,
            _ => return true,
        };
        match head {
            [.., a, b, c] if is_alnum(*c) => {
                if !tables::may_end_with_three(u32::from_le_bytes([*a, *b, *c, 0])) {
                    return false;
                }
            }
            _ => return true,
        }
        word = match Word::ending(head) {
            Some(word) if !word.may_be_cue() => word,
            _ => return true,
        };
        if !word.may_be_filler() {
            return false;
        }
    }
    true
}

/// Returns false if two bytes and the one behind them are certainly no mark of [`wide_mark`].
#[inline]
fn may_be_mark(a: u8, b: u8) -> bool {
    matches!(a, 0xE2 | 0xE3 | 0xEF) || b == 0xC2
}

#[inline(never)]
fn is_marked(head: &[u8]) -> bool {
    wide_mark(head).is_some()
}

/// A short word of letters and digits.
#[derive(Clone, Copy)]
struct Word<'t> {
    bytes: &'t [u8],
    slot: usize,
}

impl<'t> Word<'t> {
    #[inline(always)]
    fn of(bytes: &'t [u8]) -> Self {
        let slot = tables::quick_slot(bytes);
        Word { bytes, slot }
    }

    /// Returns the word that a text ends with. None if more has to be read: for long words, parts of
    /// words, those beside letters outside ASCII, and those at the beginning of a text.
    #[inline(always)]
    fn ending(head: &'t [u8]) -> Option<Self> {
        let look: &[u8; LANE] = head.last_chunk()?;
        let alnum = Look::new(look).mask(|lane| {
            let letters = lane.with(b' ').within(b'a', b'z');
            letters | lane.within(b'0', b'9')
        });
        let len = (alnum as u16).leading_ones() as usize;
        if len == 0 {
            return None;
        }
        let (before, bytes) = look.split_at_checked(LANE - len)?;
        before.last().filter(|byte| !is_word(**byte))?;
        Some(Word::of(bytes))
    }

    /// Returns false if certainly no cue ends with the word, apart from fillers that end none.
    #[inline(always)]
    fn may_be_cue(self) -> bool {
        tables::may_be_cue(self.slot) || glued(self.bytes)
    }

    /// Returns false if the word is certainly none of those fillers.
    #[inline(always)]
    fn may_be_filler(self) -> bool {
        tables::may_be_filler(self.slot)
    }
}
