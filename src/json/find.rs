//! Finding where strings end: sixteen bytes at a time.

use crate::lanes::{BLOCK, Block, LANE, Lane, Look};

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
fn first(mask: u64) -> Option<usize> {
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
///
/// Where one escape is, more are: whole blocks are looked at, whatever stands in them.
#[inline(never)]
fn behind_escapes<const QUOTE: u8>(bytes: &[u8], from: usize) -> usize {
    let (mut at, mut carried) = (from, 0);
    while at < bytes.len() {
        let marks = |lane: Lane| [lane.is(b'\\'), lane.is(QUOTE)];
        let [backslashes, quotes] = Block::masks_of(bytes, at, marks);
        let quotes = quotes & !escaped(backslashes, &mut carried);
        if quotes != 0 {
            return at + quotes.trailing_zeros() as usize;
        }
        at += BLOCK;
    }
    bytes.len()
}

/// Marks the bytes that stand behind the backslash of an escape, given the backslashes, and
/// carries over whether the next block begins with one.
pub(super) fn escaped(backslashes: u64, carried: &mut u64) -> u64 {
    const ODD: u64 = 0xAAAA_AAAA_AAAA_AAAA;
    let first = *carried;
    // A subtraction runs through each row of backslashes at once: within a row, every second one
    // is escaped itself, and whether that is the odd ones depends on where the row begins.
    let open = backslashes & !first;
    let turns = ((open << 1 | ODD).wrapping_sub(open)) ^ ODD;
    *carried = (turns & backslashes) >> 63;
    turns ^ (backslashes | first)
}

/// Marks the bytes that equal this one or the backslash, the first in the lowest bit.
#[inline(always)]
pub(super) fn marks<const BYTE: u8>(bytes: &[u8; LANE]) -> u64 {
    Look::new(bytes).mask(|lane| lane.is(BYTE) | lane.is(b'\\'))
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

    #[test]
    fn rows_of_backslashes_of_every_length() {
        for plain in 0..70 {
            for row in 0..140 {
                let raw = format!("{}{}", "x".repeat(plain), "\\".repeat(row));
                for tail in ["", "\"", "\" \"", "x\\\"\""] {
                    let body = format!("{raw}{tail}");
                    let found = end_of_string::<b'"'>(body.as_bytes());
                    assert_eq!(found, plainly(body.as_bytes()), "{body}");
                }
            }
        }
    }
}
