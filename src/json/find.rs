//! Finding where strings end: words of eight bytes for short ones, blocks for long ones.

/// How many bytes a block has: as many as compilers turn into two vector registers.
const BLOCK: usize = 32;

/// How many bytes are looked at as one number.
pub(super) const WORD: usize = 8;

type Word = [u8; WORD];

/// Returns where the string ends whose first byte this is, and whether it holds escapes. Without
/// a quote it ends with the bytes.
#[inline(always)]
pub(super) fn end_of_string<const QUOTE: u8>(bytes: &[u8]) -> (usize, bool) {
    // Most strings are names and codes: they end within the first word.
    let mark = bytes.first_chunk().map(mark_in_word::<QUOTE>);
    match mark {
        Some(Some(at)) if bytes.get(at) == Some(&QUOTE) => (at, false),
        Some(None) => end_further_on::<QUOTE>(bytes, WORD),
        _ => end_further_on::<QUOTE>(bytes, 0),
    }
}

/// Returns a string that ends within this word, as a number with zeros behind it, and its length.
/// Strings with escapes do not count.
#[inline(always)]
pub(super) fn short<const QUOTE: u8>(word: &Word) -> Option<(u64, usize)> {
    let marks = marks::<QUOTE>(word);
    let end = first_mark(marks);
    if marks == 0 || word.get(end) != Some(&QUOTE) {
        return None;
    }
    // All bits below the lowest mark, but those of its own byte.
    let below = (marks & marks.wrapping_neg()) >> 7;
    Some((u64::from_le_bytes(*word) & below.wrapping_sub(1), end))
}

#[inline(never)]
fn end_further_on<const QUOTE: u8>(bytes: &[u8], from: usize) -> (usize, bool) {
    let mut at = next_mark::<QUOTE>(bytes, from);
    if bytes.get(at).is_none_or(|byte| *byte == QUOTE) {
        return (at, false);
    }
    // Where one escape is, more are: only a quote behind an even number of backslashes counts.
    loop {
        let rest = bytes.get(at..).unwrap_or_default();
        let Some(offset) = memchr::memchr(QUOTE, rest) else {
            return (bytes.len(), true);
        };
        let before = bytes.get(..at + offset).unwrap_or_default();
        let backslashes = before.iter().rev().take_while(|byte| **byte == b'\\');
        if backslashes.count() % 2 == 0 {
            return (at + offset, true);
        }
        at += offset + 1;
    }
}

/// Returns where the next of this byte and the backslash stands, or the end.
#[inline(always)]
fn next_mark<const BYTE: u8>(bytes: &[u8], from: usize) -> usize {
    let mut rest = bytes.get(from..).unwrap_or_default();
    // Short distances are the rule, and looking into words finds the place at once.
    while let Some((block, behind)) = rest.split_first_chunk::<BLOCK>() {
        if let Some(at) = in_words::<BYTE>(block) {
            return bytes.len() - rest.len() + at;
        }
        rest = behind;
        while let Some((block, behind)) = rest.split_first_chunk::<BLOCK>() {
            if is_marked::<BYTE>(block) {
                break;
            }
            rest = behind;
        }
    }
    bytes.len() - rest.len() + near_the_end::<BYTE>(rest)
}

/// Returns where the first mark stands, if it stands in a whole word.
#[inline(always)]
fn in_words<const BYTE: u8>(bytes: &[u8]) -> Option<usize> {
    let mut rest = bytes;
    while let Some((word, behind)) = rest.split_first_chunk() {
        if let Some(at) = mark_in_word::<BYTE>(word) {
            return Some(bytes.len() - rest.len() + at);
        }
        rest = behind;
    }
    None
}

/// Returns true if a block holds a mark.
#[inline(always)]
pub(super) fn is_marked<const BYTE: u8>(block: &[u8; BLOCK]) -> bool {
    // Bytes are joined with `|`, not with `any`: a loop without branches becomes vector code.
    let hits = block.iter().fold(0, |hits, other| {
        hits | u8::from(*other == BYTE) | u8::from(*other == b'\\')
    });
    hits != 0
}

#[inline(always)]
fn near_the_end<const BYTE: u8>(bytes: &[u8]) -> usize {
    in_words::<BYTE>(bytes).unwrap_or_else(|| {
        let words = bytes.len() - bytes.len() % WORD;
        let mark = |other: &u8| *other == BYTE || *other == b'\\';
        let mut last = bytes.iter().skip(words);
        last.position(mark).map_or(bytes.len(), |at| words + at)
    })
}

/// Returns where the first mark of a word stands.
#[inline(always)]
pub(super) fn mark_in_word<const BYTE: u8>(word: &Word) -> Option<usize> {
    let marks = marks::<BYTE>(word);
    if marks == 0 {
        None
    } else {
        Some(first_mark(marks))
    }
}

/// Marks the bytes of a word that equal this ASCII byte or a backslash; the lowest mark is exact.
#[inline(always)]
fn marks<const BYTE: u8>(word: &Word) -> u64 {
    const ONES: u64 = 0x0101_0101_0101_0101;
    let word = u64::from_le_bytes(*word);
    let quotes = word ^ (ONES * u64::from(BYTE));
    let escapes = word ^ (ONES * u64::from(b'\\'));
    (quotes.wrapping_sub(ONES) | escapes.wrapping_sub(ONES)) & !word & (ONES << 7)
}

#[inline(always)]
fn first_mark(marks: u64) -> usize {
    (marks.trailing_zeros() / 8) as usize
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
