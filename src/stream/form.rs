//! One shape, ready to be held against bytes: fixed bytes and the gaps between them.
//!
//! All of it runs once per event, so it is built for few instructions and few guesses: a branch
//! that depends on a text's length is guessed wrong every few events, and that costs as much as
//! comparing the event.

use crate::lanes::{LANE, Look, WIDE, WideLook};

use super::dialect::Framing;
use super::framing::last_boundary;

/// What may stand in a gap.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gap {
    /// The inside of a JSON string.
    Text,
    Number,
    /// Not even a byte: so far all events are the same.
    Nothing,
}

/// A gap, and the fixed bytes behind it.
#[derive(Clone, Debug)]
pub(super) struct Part {
    pub(super) gap: Gap,
    pub(super) fixed: Box<[u8]>,
}

/// The shape of an event.
#[derive(Clone, Debug)]
pub(super) struct Form {
    /// The fixed bytes in front of the first gap.
    head: Box<[u8]>,
    /// The gaps but the last.
    inner: Box<[Part]>,
    /// The last gap, and what follows up to the first gap of the next event: where events come in
    /// a row, that is one comparison less for each.
    seam: Part,
    /// How much of the seam is this event's own.
    tail: usize,
}

/// Chunks from this length on are read in two places at once.
const LANES: usize = 1024;

/// A place in a chunk: behind the head of an event.
#[derive(Clone, Copy)]
struct Lane {
    at: usize,
    /// Where the last whole event ends, and where it starts.
    done: usize,
    last: usize,
}

impl Form {
    /// Makes a form of an event's first fixed bytes and of what follows; `None` if that is
    /// nothing at all.
    pub(super) fn new(head: &[u8], parts: &[Part]) -> Option<Self> {
        let (last, inner) = parts.split_last()?;
        Some(Form {
            head: head.into(),
            inner: inner.into(),
            seam: Part {
                gap: last.gap,
                fixed: [&*last.fixed, head].concat().into(),
            },
            tail: last.fixed.len(),
        })
    }

    /// Returns true for exactly one event of this form.
    #[inline]
    pub(super) fn fits(&self, event: &[u8]) -> bool {
        if !starts(event, &self.head) {
            return false;
        }
        let tail = self.seam.fixed.get(..self.tail).unwrap_or_default();
        let start = self.head.len();
        let end = if self.inner.is_empty() && self.tail < BLOCK {
            // No block fits in behind the text, but where the text must end is known.
            let end = event.len().wrapping_sub(self.tail);
            self.seam.gap.fills(event, start, end).then_some(end)
        } else {
            self.gaps_end::<true>(event, start)
        };
        end.and_then(|end| event.get(end..)) == Some(tail)
    }

    /// Goes from an event's first gap to behind its last one.
    ///
    /// In a lone event wrong guesses cost most; where events come in a row, the next one waits
    /// for where this one's texts end.
    #[inline(always)]
    fn gaps_end<const LONE: bool>(&self, bytes: &[u8], start: usize) -> Option<usize> {
        let mut at = start;
        for part in &self.inner {
            let end = part.gap.end::<LONE>(bytes, at)?;
            at = end + part.fixed.len();
            if !same(bytes.get(end..at)?, &part.fixed) {
                return None;
            }
        }
        self.seam.gap.end::<LONE>(bytes, at)
    }

    /// Does the same for events in a row, in one place: copied into each loop of [`Form::skip`],
    /// the code is slower.
    #[inline(never)]
    fn row_gaps_end(&self, bytes: &[u8], start: usize) -> Option<usize> {
        self.gaps_end::<false>(bytes, start)
    }

    /// Counts the bytes at the start that are whole events of this form; the second number is
    /// where the last of them starts.
    pub(super) fn skip(&self, framing: Framing, bytes: &[u8]) -> (usize, usize) {
        let Some(mut lane) = self.enter(bytes, 0) else {
            return (0, 0);
        };
        if bytes.len() >= LANES {
            // Where one event ends is where the next one starts, so the processor could not
            // begin with it any sooner. With two events in hand it need not wait.
            let half = bytes.get(..bytes.len() / 2).unwrap_or_default();
            let middle = last_boundary(framing, half);
            if let Some(mut ahead) = self.enter(bytes, middle) {
                while lane.done < middle && self.step(bytes, &mut ahead) {
                    if !self.step(bytes, &mut lane) {
                        break;
                    }
                }
                while lane.done < middle && self.step(bytes, &mut lane) {}
                if lane.done == middle && ahead.done > middle {
                    lane = ahead;
                }
            }
        }
        while self.step(bytes, &mut lane) {}
        (lane.done, lane.last)
    }

    /// Starts at an event's head.
    fn enter(&self, bytes: &[u8], done: usize) -> Option<Lane> {
        let at = done + self.head.len();
        let last = done;
        starts(bytes.get(done..)?, &self.head).then_some(Lane { at, done, last })
    }

    /// Takes one event more; false if there is none, or none behind it.
    #[inline]
    fn step(&self, bytes: &[u8], lane: &mut Lane) -> bool {
        let Some(end) = self.row_gaps_end(bytes, lane.at) else {
            return false;
        };
        let rest = bytes.get(end..).unwrap_or_default();
        let more = starts(rest, &self.seam.fixed);
        if !more && !starts(rest, self.seam.fixed.get(..self.tail).unwrap_or_default()) {
            return false;
        }
        lane.last = lane.done;
        lane.done = end + self.tail;
        // A lane that is at its end stays there: nobody has looked at what follows.
        lane.at = match more {
            true => end + self.seam.fixed.len(),
            false => bytes.len(),
        };
        more
    }
}

/// Comparing nothing with nothing costs a call, and much more if nothing lies nowhere: a masked
/// load from an address that is none.
#[inline]
fn starts(bytes: &[u8], fixed: &[u8]) -> bool {
    fixed.is_empty() || bytes.starts_with(fixed)
}

/// Compares bytes of one length; a call costs more than the comparison if they are few.
#[inline]
fn same(bytes: &[u8], fixed: &[u8]) -> bool {
    let first = bytes.first_chunk::<16>().zip(fixed.first_chunk());
    let last = bytes.last_chunk::<16>().zip(fixed.last_chunk());
    match (first, last) {
        (Some((a, b)), Some((c, d))) if bytes.len() <= 32 => a == b && c == d,
        _ => bytes == fixed,
    }
}

impl Gap {
    /// Returns where a gap ends that starts there.
    #[inline]
    fn end<const LONE: bool>(self, bytes: &[u8], start: usize) -> Option<usize> {
        match self {
            Gap::Text if LONE => lone_text_end(bytes, start),
            Gap::Text => text_end(bytes, start),
            Gap::Number => number_end(bytes, start),
            Gap::Nothing => Some(start),
        }
    }

    /// Returns true if a gap of this kind fills that place.
    #[inline]
    fn fills(self, bytes: &[u8], start: usize, end: usize) -> bool {
        match self {
            Gap::Text => is_text(bytes, start, end),
            Gap::Number => number_end(bytes, start) == Some(end),
            Gap::Nothing => start == end,
        }
    }
}

/// How many bytes are looked at together in search of a text's end.
const BLOCK: usize = LANE;

/// Goes from inside a JSON string to its closing quote, or to a control character before it,
/// which could be a line's end: what follows a gap never starts with one.
#[inline(always)]
fn text_end(bytes: &[u8], start: usize) -> Option<usize> {
    if let Some(block) = bytes.get(start..).and_then(|rest| rest.first_chunk()) {
        let at = start + special(block);
        // Before an empty text stands its opening quote.
        let before = bytes.get(at.wrapping_sub(1));
        if at < start + BLOCK && before.is_some_and(|byte| *byte != b'\\') {
            return Some(at);
        }
    }
    long_text_end(bytes, start)
}

/// Does the same with a longer look that passes escaped quotes: it takes more time, but most texts
/// end the same way.
#[inline(always)]
fn lone_text_end(bytes: &[u8], start: usize) -> Option<usize> {
    // Behind two backslashes a quote may end the text or not.
    let plain = |at: &usize| bytes.get(at.wrapping_sub(1)) != Some(&b'\\');
    special_near(bytes, start)
        .filter(plain)
        .or_else(|| long_text_end(bytes, start))
}

/// Returns where the first control character is, or the first quote that is not escaped by a lone
/// backslash, if it is near.
#[inline(always)]
fn special_near(bytes: &[u8], start: usize) -> Option<usize> {
    // The two bytes before tell whether the first one is escaped.
    let look = WideLook::new(bytes.get(start.checked_sub(2)?..)?.first_chunk()?);
    let backslash = look.mask(|lane| lane.is(b'\\'));
    let quote = look.mask(|lane| lane.is(b'"'));
    let control = look.mask(|lane| lane.within(0, 0x1F));
    let escaped = backslash << 1 & !(backslash << 2);
    let special = (control | (quote & !escaped)) >> 2;
    (special != 0).then(|| start + special.trailing_zeros() as usize)
}

/// Does the same for texts that are long, hold escapes, or end with the bytes.
#[inline(never)]
fn long_text_end(bytes: &[u8], start: usize) -> Option<usize> {
    let mut from = start;
    loop {
        let rest = bytes.get(from..)?;
        let at = match rest.first_chunk() {
            Some(block) => from + special(block),
            None => from + rest.iter().position(|byte| matches!(byte, ..0x20 | b'"'))?,
        };
        if at == from + BLOCK {
            from = at;
        } else if bytes.get(at) == Some(&b'"') && is_escaped(bytes.get(start..at)?) {
            from = at + 1;
        } else {
            return Some(at);
        }
    }
}

/// Returns true if what follows the text is escaped: behind an odd number of backslashes.
fn is_escaped(text: &[u8]) -> bool {
    text.iter().rev().take_while(|byte| **byte == b'\\').count() % 2 == 1
}

/// Returns where the first quote or control character is; the block's length if there is none.
///
/// Without a branch on the bytes: texts differ in length.
#[inline(always)]
fn special(block: &[u8; BLOCK]) -> usize {
    let found = Look::new(block).mask(|lane| lane.within(0, 0x1F) | lane.is(b'"'));
    (found | 1 << BLOCK).trailing_zeros() as usize
}

/// Returns true if a JSON string's inside fills that place.
#[inline]
fn is_text(bytes: &[u8], start: usize, end: usize) -> bool {
    let window = bytes.get(..end).and_then(|head| head.last_chunk());
    if let (Some(window), Some(length)) = (window, end.checked_sub(start)) {
        if length <= WIDE && is_plain(window, WIDE - length) {
            return true;
        }
    }
    long_text_end(bytes, start) == Some(end)
}

/// Returns true if nothing behind the first bytes needs a closer look: no quote, no control
/// character, no backslash at the end.
#[inline]
fn is_plain(window: &[u8; WIDE], skip: usize) -> bool {
    let special = WideLook::new(window).mask(|lane| lane.within(0, 0x1F) | lane.is(b'"'));
    special >> skip == 0 && window.last() != Some(&b'\\')
}

/// Returns where a number of at least one byte ends.
///
/// Byte by byte: numbers are short and of one length for long, so the guesses are right.
#[inline]
fn number_end(bytes: &[u8], start: usize) -> Option<usize> {
    let window: Option<&[u8; 8]> = bytes.get(start..)?.first_chunk();
    if let Some(window) = window {
        for (length, byte) in window.iter().enumerate() {
            if !byte.is_ascii_digit() {
                if length == 0 || is_numeric(*byte) {
                    break;
                }
                return Some(start + length);
            }
        }
    }
    odd_number_end(bytes, start)
}

/// Does the same for numbers that are long, more than digits, or end near the bytes' end.
#[inline(never)]
fn odd_number_end(bytes: &[u8], start: usize) -> Option<usize> {
    let length = bytes
        .get(start..)?
        .iter()
        .position(|byte| !is_numeric(*byte))?;
    (length > 0).then_some(start + length)
}

#[inline]
fn is_numeric(byte: u8) -> bool {
    matches!(byte, b'0'..=b'9' | b'-' | b'+' | b'.' | b'e' | b'E')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form() -> Form {
        let part = |gap, fixed: &str| Part {
            gap,
            fixed: fixed.as_bytes().into(),
        };
        let parts = [part(Gap::Text, "\",\"n\":"), part(Gap::Number, "}\n\n")];
        Form::new(b"data: {\"t\":\"", &parts).unwrap()
    }

    #[test]
    fn two_lanes_see_what_one_would() {
        let (form, count) = (form(), 60);
        let texts = [
            "",
            "a",
            "some \\\"words\\\"",
            "a text longer than one block of bytes",
        ];
        let event = |index: usize| {
            let text = texts[index % texts.len()];
            format!("data: {{\"t\":\"{text}\",\"n\":{}}}\n\n", index * 7)
        };
        for bad in 0..=count {
            let events = (0..count).map(|index| match index == bad {
                true => String::from("data: {\"t\":\"x\",\"error\":1}\n\n"),
                false => event(index),
            });
            let bytes = events.collect::<String>() + "data: {\"t\":\"torn";
            let whole: usize = (0..bad).map(|index| event(index).len()).sum();
            let last = bad
                .checked_sub(1)
                .map_or(0, |last| whole - event(last).len());
            assert!(bytes.len() > LANES);
            assert_eq!(
                form.skip(Framing::Sse, bytes.as_bytes()),
                (whole, last),
                "{bad}"
            );
        }
    }

    /// Behind its last event a lane must not go on in the middle of another one, wherever that
    /// one's bytes would fit.
    #[test]
    fn a_lane_ends_where_another_event_stands() {
        let tail = Part {
            gap: Gap::Text,
            fixed: b"\"}\n\n".as_slice().into(),
        };
        let form = Form::new(b"data: {\"t\":\"", &[tail]).unwrap();
        let (known, other) = ("data: {\"t\":\"x\"}\n\n", "data: {\"e\":\"x\"}\n\n");
        for before in 1..120 {
            let bytes = known.repeat(before) + other + &known.repeat(120 - before);
            assert!(bytes.len() > LANES);
            let whole = known.len() * before;
            let seen = form.skip(Framing::Sse, bytes.as_bytes());
            assert_eq!(seen, (whole, whole - known.len()));
        }
    }

    #[test]
    fn a_lone_event_fits_whatever_its_length() {
        let short = Form::new(
            b"{\"t\":\"",
            &[Part {
                gap: Gap::Text,
                fixed: b"\"}\n".as_slice().into(),
            }],
        );
        let short = short.unwrap();
        for length in 0..80 {
            let text = "y".repeat(length);
            for (text, fits) in [
                (text.clone(), true),
                (format!("{text}\\\""), true),
                (format!("\\\"{text}\\\\"), true),
                (format!("{text}\\"), false),
                (format!("{text}\""), false),
                (format!("\"{text}"), false),
                (format!("\n{text}"), false),
                (format!("{text}\r"), false),
            ] {
                let event = format!("{{\"t\":\"{text}\"}}\n");
                assert_eq!(short.fits(event.as_bytes()), fits, "{event:?}");
                let event = format!("data: {{\"t\":\"{text}\",\"n\":-1.5}}\n\n");
                assert_eq!(form().fits(event.as_bytes()), fits, "{event:?}");
            }
        }
    }
}
