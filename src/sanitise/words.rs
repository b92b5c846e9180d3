//! Words with marks in them, such as `image_url` or `gpt-4.1-mini`, read off masks.
//!
//! They are most of the tokens with telling bytes in clean texts. A few operations on numbers tell
//! where such a word begins and ends, what it is made of, and that there is nothing in it.

use crate::lanes::{HalfBlock, Lane};

use super::class::class;
use super::tables;

/// How much of a window lies before the position that is asked for: tokens begin a little before
/// their telling byte.
const BEFORE: usize = 11;

/// A token by its masks; bit 0 is its first byte.
pub(super) struct Word {
    pub(super) start: usize,
    pub(super) end: usize,
    whole: u64,
    letter: u64,
    digit: u64,
    upper: u64,
}

/// Letters, digits, `-`, `.`, `/`, `:` and `_`: what most tokens are made of.
#[inline(always)]
fn part(lane: Lane) -> Lane {
    lane.within(b'-', b':') | lane.is(b'_') | letter(lane)
}

#[inline(always)]
fn letter(lane: Lane) -> Lane {
    lane.small().within(b'a', b'z')
}

#[inline(always)]
fn digit(lane: Lane) -> Lane {
    lane.within(b'0', b'9')
}

#[inline(always)]
fn upper(lane: Lane) -> Lane {
    lane.within(b'A', b'Z')
}

impl Word {
    /// Returns the token around a position; what lies before `from` is decided. None if it is long,
    /// holds a byte that tokens seldom do, or stands at an edge of the text.
    #[inline(always)]
    pub(super) fn around(text: &[u8], from: usize, at: usize) -> Option<Word> {
        let base = at.checked_sub(BEFORE)?;
        let block = HalfBlock::new(text.get(base..)?.first_chunk()?);
        let part = block.mask(part);
        let parted = !part & ((1 << BEFORE) - 1);
        let before = BEFORE + parted.leading_zeros() as usize - u64::BITS as usize;
        let len = (!(part >> BEFORE)).trailing_zeros() as usize;
        let (start, end) = ((at - before).max(from), at + len);
        // The window's edges may cut it, and rare bytes may be part of it as well.
        let joined = |at: usize| text.get(at).is_some_and(|byte| class(*byte) != 0);
        if len == 0 || joined(end) || (start > from && joined(start - 1)) {
            return None;
        }
        let (first, whole) = (start - base, !(u64::MAX << (end - start)));
        let cut_out = |mask: u64| mask >> first & whole;
        Some(Word {
            start,
            end,
            whole,
            letter: cut_out(block.mask(letter)),
            digit: cut_out(block.mask(digit)),
            upper: cut_out(block.mask(upper)),
        })
    }

    /// Returns true if nothing is to be masked in the token, unless a cue stands before it.
    ///
    /// A colon at its end is the sentence's own.
    #[inline(always)]
    pub(super) fn is_dull(&self, text: &[u8], colon: bool) -> bool {
        let len = self.end - self.start;
        let lower = self.letter != self.upper;
        // A capital begins the word or stands nowhere; what is drawn by lot is longer.
        let capitals = self.upper == 0 || (self.upper == 1 && len < 24);
        let short = len < 16 || (len < 36 && !has_long_run(self.letter | self.digit));
        lower && capitals && short && self.marks_are_dull(text, colon)
    }

    #[inline(always)]
    fn marks_are_dull(&self, text: &[u8], colon: bool) -> bool {
        let mut marks = self.whole & !(self.letter | self.digit);
        if colon {
            marks &= self.whole >> 1;
        }
        let mut dots = 0u64;
        while marks != 0 {
            let lowest = marks & marks.wrapping_neg();
            marks ^= lowest;
            let head = text.get(..=self.start + lowest.trailing_zeros() as usize);
            let head = head.unwrap_or_default();
            match head {
                [.., b'.'] => dots |= lowest,
                [.., b'-' | b'_'] => {}
                _ => return false,
            }
            if tables::prefix_at_end(head).is_some() {
                return false;
            }
        }
        dots == 0 || self.is_no_host(dots, colon)
    }

    /// Returns true if the last label is certainly none of a host: `.content`, `gpt-4.1-mini`.
    fn is_no_host(&self, dots: u64, colon: bool) -> bool {
        let whole = self.whole >> u32::from(colon);
        let behind = u64::MAX.checked_shl(64 - dots.leading_zeros());
        let last = whole & behind.unwrap_or(0);
        let second = dots & (dots - 1);
        if second == 0 && (last == 0 || dots == 1) {
            return true;
        }
        second & second.wrapping_sub(1) == 0 && last & !self.letter != 0
    }

    /// Returns true if the token holds letters only.
    #[inline(always)]
    pub(super) fn is_letters(&self) -> bool {
        self.whole == self.letter
    }
}

/// Returns true if sixteen bits or more stand in a row.
#[inline]
fn has_long_run(bits: u64) -> bool {
    // Each step leaves the bits that begin runs of twice the length.
    let two = bits & bits >> 1;
    let four = two & two >> 2;
    let eight = four & four >> 4;
    eight & eight >> 8 != 0
}
