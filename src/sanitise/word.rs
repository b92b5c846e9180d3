//! Words that stand for themselves, such as `image_url`, `gpt-4.1-mini` or `.content:`.
//!
//! These are most of the words that [`Shape::is_dull`](super::shape::Shape::is_dull) calls dull.

use crate::lanes::{LANE, Lanes, WIDE, WideLook};

use super::class::class;

use super::plain::{Plain, Side, is_begun};
use super::quick;
use super::shape::{is_no_final_label, may_be_version};
use super::tables;

/// What is looked at before a telling byte: what stands before a word, and its beginning.
const BEFORE: usize = 8 + LANE;

/// A look at a word: around its first telling byte, and two bytes behind it.
const LOOK: usize = 8 + WIDE + 2;

/// Returns where the word around a telling byte ends, if it stands for itself and no cue before it.
// Apart, so that the loop over telling bytes keeps its registers.
#[inline(never)]
pub(super) fn word(text: &[u8], from: usize, at: usize) -> Option<Plain> {
    let around = at.checked_sub(BEFORE).and_then(|base| text.get(base..));
    match around.and_then(<[u8]>::first_chunk) {
        Some(around) => short_word(text, from, at, around),
        None => word_at_end(text, from, at),
    }
}

/// The same at the ends of a text.
#[inline(never)]
fn word_at_end(text: &[u8], from: usize, at: usize) -> Option<Plain> {
    let base = at.saturating_sub(BEFORE);
    let end = text.len().min(at + LOOK - BEFORE);
    let front = base + BEFORE - at;
    let mut around = [b' '; LOOK];
    let slots = around.get_mut(front..front + end - base)?;
    slots.copy_from_slice(text.get(base..end)?);
    short_word(text, from, at, &around)
}

#[inline(always)]
fn short_word(text: &[u8], from: usize, at: usize, around: &[u8; LOOK]) -> Option<Plain> {
    let look: &[u8; WIDE] = around.get(8..)?.first_chunk()?;
    let [parts, lower, marks, dots] = WideLook::new(look).masks(|lane| {
        let (lower, dot) = (lane.within(b'a', b'z'), lane.is(b'.'));
        let marks = dot | lane.is(b'-') | lane.is(b'_');
        [lower | lane.within(b'0', b'9') | marks, lower, marks, dot]
    });
    let (others, lower, marks, dots) = (!parts as u32, lower as u32, marks as u32, dots as u32);
    let start = ((others & 0xFFFF) << 1 | 1).ilog2();
    let behind = others & 0xFFFF_0000;
    let end = behind.trailing_zeros();
    let (prev, next) = (
        *around.get(start as usize + 7)?,
        *around.get(end as usize + 8)?,
    );
    let colon = next == b':' && Side::of(*around.get(end as usize + 9)?).is(Side::PARTS);
    let parted = Side::of(prev).is(Side::PARTS) && (colon || Side::of(next).is(Side::PARTS));
    if start == 0 || end == u32::BITS {
        return any_word(text, from, at);
    }
    if !parted {
        // Within a word, a capital is none of a name.
        let capital = prev.is_ascii_uppercase() && !next.is_ascii_uppercase();
        return if capital {
            any_word(text, from, at)
        } else {
            None
        };
    }
    let word = (behind & behind.wrapping_neg()) - (1 << start);
    // Before a text stand as many spaces as are looked at.
    let (begin, stop) = (
        (at + start as usize).checked_sub(LANE)?,
        at + end as usize - LANE,
    );
    if begin < from
        || lower & word == 0
        || end - start >= 16 && has_long_run(u64::from(word & !marks))
        || may_hold_prefix(around, marks & word)
        || [start, end - 1].map(|at| around.get(at as usize + 8)) == [Some(&b'_'); 2]
        || dots & word != 0
            && !is_member(around, dots & word, lower, (start, end))
            && !is_no_host(
                text,
                u64::from((dots & word) >> start),
                begin,
                (begin, stop),
            )
        || !is_begun(text, begin, around.get(start as usize..)?.first_chunk()?)
    {
        return None;
    }
    if colon {
        let last = (marks & word).checked_ilog2().unwrap_or(start - 1);
        // Other marks join the parts of a cue: "api_key:".
        let joined = (marks & !dots) >> last & 1 == 1;
        let part = around.get(last as usize + 9..end as usize + 8)?;
        if (joined || quick::may_be_cue(part)) && quick::likely(text, stop) {
            return None;
        }
    }
    let behind = end as usize + usize::from(colon);
    let [a, b, c, next] = *around.get(behind + 5..)?.first_chunk()?;
    let plain = Plain {
        end: stop + usize::from(colon),
        whole: Side::of(next).is(Side::CLEAR),
    };
    (!tables::may_end_marker(&[a, b, c])).then_some(plain)
}

/// Returns true for a word between marks of emphasis, which say how the text reads: `_x_`.
#[inline(always)]
fn is_emphasised(text: &[u8], begin: usize, stop: usize) -> bool {
    text.get(begin) == Some(&b'_') && text.get(stop - 1) == Some(&b'_')
}

/// Returns true for most of the words with a dot that are certainly no host: `.content`, and those
/// whose last label holds a digit or a mark. [`is_no_host`] tells the others.
#[inline(always)]
fn is_member(around: &[u8; LOOK], dots: u32, lower: u32, (start, end): (u32, u32)) -> bool {
    let alone = dots & (dots - 1) == 0 && dots >> start == 1;
    // One mark at the end of a label may be the sentence's.
    let label = (1_u32 << (end - 1)).saturating_sub(2 << dots.ilog2());
    let first = around.get(start as usize + 8).copied().unwrap_or(b'v');
    let version = first.is_ascii_digit() || first == b'v';
    alone || (!lower & label != 0 && !are_three(dots) && !version)
}

/// Returns true if a mask has three bits or more.
#[inline(always)]
fn are_three(mask: u32) -> bool {
    let without_one = |mask: u32| mask & mask.wrapping_sub(1);
    without_one(without_one(mask)) != 0
}

/// Returns true if a mark may end the prefix of a key.
#[inline(always)]
fn may_hold_prefix(around: &[u8; LOOK], mut marks: u32) -> bool {
    while marks != 0 {
        let at = marks.trailing_zeros() as usize + 8;
        match around.get(at - 2..at) {
            Some([a, b]) if !tables::may_be_prefix(*a, *b) => {}
            _ => return true,
        }
        marks &= marks - 1;
    }
    false
}

/// The same for longer words, those with a capital, and those at the ends of a text.
#[inline(never)]
fn any_word(text: &[u8], from: usize, at: usize) -> Option<Plain> {
    const WIDTH: usize = 4 * LANE;
    let Some(last) = text.len().checked_sub(WIDTH) else {
        let mut bytes = [b' '; WIDTH];
        bytes.get_mut(..text.len())?.copy_from_slice(text);
        return whole_word(text, from, at, 0, Lanes::of(&bytes, 0)?);
    };
    let base = at.saturating_sub(WIDTH / 2).min(last);
    whole_word(text, from, at, base, Lanes::of(text, base)?)
}

#[inline(always)]
fn whole_word(text: &[u8], from: usize, at: usize, base: usize, look: Lanes<4>) -> Option<Plain> {
    let [parts, lower, upper, marks, dots] = look.masks(|lane| {
        let (upper, lower) = (lane.within(b'A', b'Z'), lane.within(b'a', b'z'));
        let dot = lane.is(b'.');
        let marks = dot | lane.is(b'-') | lane.is(b'_');
        let parts = upper | lower | lane.within(b'0', b'9') | marks;
        [parts, lower, upper, marks, dot]
    });
    let at = at - base;
    let before = !parts & !(u64::MAX << at);
    let behind = !parts & (u64::MAX << at);
    let start = (u64::BITS - before.leading_zeros()) as usize;
    let end = behind.trailing_zeros() as usize;
    let len = end - start;
    if (start == 0 && base > 0) || (end == 64 && base + 64 < text.len()) || len == 0 || len >= 36 {
        return None;
    }
    let word = (u64::MAX >> (64 - len)) << start;
    let capitals = upper & word;
    let (begin, stop) = (base + start, base + end);
    let colon = text.get(stop) == Some(&b':') && parts_tokens(text, stop + 1);
    let mut ends = ones(word & marks).map(|mark| text.get(..=base + mark).unwrap_or_default());
    if begin < from
        || lower & word == 0
        || (begin > 0 && !parts_tokens(text, begin - 1))
        || !(colon || parts_tokens(text, stop))
        // Prefixes without a mark that begin with a capital go on with one.
        || capitals & !(1 << start) != 0
        || capitals != 0 && len >= 24
        // A word of letters alone may end with a cue.
        || !colon && (upper | !parts) >> at & 1 != 0
        || len >= 16 && has_long_run(word & !marks)
        || ends.any(tables::may_end_prefix)
        || is_emphasised(text, begin, stop)
        || dots & word != 0 && !is_no_host(text, dots & word, base, (begin, stop))
        || quick::likely(text, begin)
        || colon && quick::likely(text, stop)
    {
        return None;
    }
    ending(text, stop + usize::from(colon))
}

/// Returns where a mask has ones.
fn ones(mut mask: u64) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        let at = (mask != 0).then_some(mask.trailing_zeros() as usize)?;
        mask &= mask - 1;
        Some(at)
    })
}

/// Returns what ends at a position, if no marker does.
#[inline(always)]
fn ending(text: &[u8], end: usize) -> Option<Plain> {
    let next = text.get(end).copied().unwrap_or(b' ');
    let plain = Plain {
        end,
        whole: Side::of(next).is(Side::CLEAR),
    };
    (!tables::may_end_marker(text.get(..end)?)).then_some(plain)
}

/// Returns true if no token holds the byte at a position, or there is none.
#[inline]
fn parts_tokens(text: &[u8], at: usize) -> bool {
    text.get(at).is_none_or(|byte| class(*byte) == 0)
}

/// Returns true for a run of sixteen letters and digits: what may be drawn by lot.
#[inline]
fn has_long_run(mut alnum: u64) -> bool {
    for step in [1, 2, 4, 8] {
        alnum &= alnum >> step;
    }
    alnum != 0
}

/// Returns true if the last label of a word with dots is certainly none of a host: ".content",
/// "gpt-4.1-mini".
#[inline(never)]
fn is_no_host(text: &[u8], dots: u64, base: usize, (start, end): (usize, usize)) -> bool {
    if text.get(start..end).is_some_and(may_be_version) {
        return false;
    }
    let last = base + dots.ilog2() as usize;
    let label = text.get(last + 1..end).unwrap_or_default();
    let alone = dots.count_ones() == 1 && (label.is_empty() || last == start);
    alone || (dots.count_ones() < 3 && is_no_final_label(label))
}
