//! Finding where strings end: sixteen bytes at a time.

use crate::lanes::{LANE, Lane};

/// Returns where the string ends whose first byte this is, and whether it holds escapes. Without
/// a quote it ends with the bytes.
#[inline(always)]
pub(super) fn end_of_string<const QUOTE: u8>(bytes: &[u8]) -> (usize, bool) {
    let at = next_mark::<QUOTE>(bytes);
    if bytes.get(at).is_none_or(|byte| *byte == QUOTE) {
        (at, false)
    } else {
        (behind_escapes::<QUOTE>(bytes, at), true)
    }
}

/// Returns where the first of this byte and the backslash stands, or the end.
#[inline(always)]
pub(super) fn next_mark<const BYTE: u8>(bytes: &[u8]) -> usize {
    // Most strings are names and codes: they end within the first lane.
    match bytes.first_chunk() {
        Some(lane) => match near_mark::<BYTE>(lane) {
            Some(at) => at,
            None => next_mark_far::<BYTE>(bytes),
        },
        None => bytewise::<BYTE>(bytes),
    }
}

/// Returns where the first of this byte and the backslash stands among these.
#[inline(always)]
pub(super) fn near_mark<const BYTE: u8>(lane: &[u8; LANE]) -> Option<usize> {
    first(marks::<BYTE>(lane))
}

/// Returns the place of the lowest bit.
#[inline(always)]
fn first(mask: u32) -> Option<usize> {
    if mask == 0 {
        None
    } else {
        Some(mask.trailing_zeros() as usize)
    }
}

/// The same from the second lane on.
#[inline(never)]
pub(super) fn next_mark_far<const BYTE: u8>(bytes: &[u8]) -> usize {
    let Some(mut rest) = bytes.get(LANE..) else {
        return bytewise::<BYTE>(bytes);
    };
    while let Some((lane, behind)) = rest.split_first_chunk() {
        if let Some(at) = first(marks::<BYTE>(lane)) {
            return bytes.len() - rest.len() + at;
        }
        rest = behind;
    }
    // The last lane begins among bytes that have been looked at: no mark is in those.
    let last = bytes.last_chunk().map(marks::<BYTE>);
    match last.and_then(first) {
        Some(at) => bytes.len() - LANE + at,
        None => bytes.len(),
    }
}

#[inline(never)]
fn bytewise<const BYTE: u8>(bytes: &[u8]) -> usize {
    let is_mark = |byte: &u8| *byte == BYTE || *byte == b'\\';
    bytes.iter().position(is_mark).unwrap_or(bytes.len())
}

/// Returns where a string ends in which an escape stands here.
#[inline(never)]
fn behind_escapes<const QUOTE: u8>(bytes: &[u8], from: usize) -> usize {
    // Where one escape is, more are: only a quote behind an even number of backslashes counts.
    let mut at = from;
    loop {
        let rest = bytes.get(at..).unwrap_or_default();
        let Some(offset) = memchr::memchr(QUOTE, rest) else {
            return bytes.len();
        };
        let before = bytes.get(..at + offset).unwrap_or_default();
        let backslashes = before.iter().rev().take_while(|byte| **byte == b'\\');
        if backslashes.count() % 2 == 0 {
            return at + offset;
        }
        at += offset + 1;
    }
}

/// Marks the bytes that equal this one or the backslash.
#[inline(always)]
fn marks<const BYTE: u8>(bytes: &[u8; LANE]) -> u32 {
    let lane = Lane::new(bytes);
    (lane.is(BYTE) | lane.is(b'\\')).mask()
}

/// How many bytes are looked at as one number.
pub(super) const WORD: usize = 8;

type Word = [u8; WORD];

/// Returns true if a block holds a mark.
#[inline(always)]
pub(super) fn is_marked<const BYTE: u8>(block: &[u8; 32]) -> bool {
    // Bytes are joined with `|`, not with `any`: a loop without branches becomes vector code.
    let hits = block.iter().fold(0, |hits, other| {
        hits | u8::from(*other == BYTE) | u8::from(*other == b'\\')
    });
    hits != 0
}

/// Returns where the first mark of a word stands.
#[inline(always)]
pub(super) fn mark_in_word<const BYTE: u8>(word: &Word) -> Option<usize> {
    let marks = word_marks::<BYTE>(word);
    if marks == 0 {
        None
    } else {
        Some((marks.trailing_zeros() / 8) as usize)
    }
}

/// Marks the bytes of a word that equal this ASCII byte or a backslash; the lowest mark is exact.
#[inline(always)]
fn word_marks<const BYTE: u8>(word: &Word) -> u64 {
    const ONES: u64 = 0x0101_0101_0101_0101;
    let word = u64::from_le_bytes(*word);
    let quotes = word ^ (ONES * u64::from(BYTE));
    let escapes = word ^ (ONES * u64::from(b'\\'));
    (quotes.wrapping_sub(ONES) | escapes.wrapping_sub(ONES)) & !word & (ONES << 7)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Byte by byte, as one would write it first.
    fn plainly(bytes: &[u8]) -> (usize, bool) {
        let (mut at, mut escaped) = (0, false);
        while let Some(byte) = bytes.get(at) {
            match *byte {
                b'"' => return (at, escaped),
                b'\\' => {
                    escaped = true;
                    at += 2;
                }
                _ => at += 1,
            }
        }
        (bytes.len(), escaped)
    }

    #[test]
    fn strings_of_every_length_end_where_they_should() {
        // Neighbours of the marks in value, and bytes beside which sums would carry.
        let fillers = [
            b'x', b'!', b'#', b'[', b']', 0, 0x7f, 0x80, 0xa2, 0xdc, 0xff,
        ];
        for filler in fillers {
            for length in 0..150 {
                for tail in ["", "\"", "\"}}", "\\", "\\\"", "\\\\\" and more behind it"] {
                    let mut body = vec![filler; length];
                    body.extend_from_slice(tail.as_bytes());
                    let found = end_of_string::<b'"'>(&body);
                    assert_eq!(found, plainly(&body), "{filler} {length} {tail}");
                }
            }
        }
    }

    #[test]
    fn escapes_at_every_distance() {
        for gap in 0..120 {
            let plain = "x".repeat(gap);
            let raw = format!(r#"{plain}\"{plain}\\{plain}\u4f59{plain}"#);
            let body = format!(r#"{raw}" behind"#);
            let end = end_of_string::<b'"'>(body.as_bytes());
            assert_eq!(end, (raw.len(), true), "{body}");
        }
    }
}
