//! Members of the usual kind: short names, and strings without escapes.
//!
//! Most of what upstreams write about errors is such members, so they are read without the events
//! of the [`Scanner`](super::Scanner). What is anything else is left to it: `None` says that, and
//! nothing about the text.

use crate::lanes::LANE;

use super::find;

/// The name of a member.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Name {
    pub(crate) length: usize,
    /// The first eight bytes from its start on, whether they are its own or not.
    pub(crate) word: u64,
}

/// Returns the byte at this place or behind the white space there, and where that is; at the end
/// of the text zero.
#[inline(always)]
pub(crate) fn token(text: &[u8], at: usize) -> (u8, usize) {
    match text.get(at) {
        Some(byte) if *byte > b' ' => (*byte, at),
        _ => behind_white(text, at),
    }
}

#[inline(never)]
fn behind_white(text: &[u8], at: usize) -> (u8, usize) {
    let is_white = |byte: &&u8| matches!(byte, b' ' | b'\t' | b'\n' | b'\r');
    let rest = text.get(at..).unwrap_or_default();
    let at = at + rest.iter().take_while(is_white).count();
    (text.get(at).copied().unwrap_or_default(), at)
}

/// Reads the name whose first byte stands here. A colon follows it.
#[inline(always)]
pub(crate) fn name(text: &[u8], at: usize) -> Option<Name> {
    let rest = text.get(at..)?;
    rest.first_chunk()
        .and_then(short_name)
        .or_else(|| long_name(rest))
}

/// Reads a name that ends within a lane, as nearly all do.
#[inline(always)]
fn short_name(near: &[u8; LANE]) -> Option<Name> {
    let length = find::near_mark::<b'"'>(near)?;
    if near.get(length..length + 2) != Some(b"\":") {
        return None;
    }
    let word = near.first_chunk().copied().unwrap_or_default();
    Some(Name {
        length,
        word: u64::from_le_bytes(word),
    })
}

/// Reads a longer name, or one near the end of the text; the very last bytes are left to others.
#[inline(never)]
fn long_name(rest: &[u8]) -> Option<Name> {
    let length = find::next_mark::<b'"'>(rest);
    if rest.get(length..)?.first_chunk() != Some(b"\":") {
        return None;
    }
    Some(Name {
        length,
        word: u64::from_le_bytes(*rest.first_chunk()?),
    })
}

/// Returns where the string without escapes ends whose first byte stands here.
#[inline(always)]
pub(crate) fn end_of_plain(text: &[u8], at: usize) -> Option<usize> {
    let rest = text.get(at..)?;
    let near = match rest.first_chunk() {
        Some(near) => find::near_mark::<b'"'>(near),
        None => None,
    };
    let end = at + near.unwrap_or_else(|| find::next_mark_far::<b'"'>(rest));
    if text.get(end) == Some(&b'"') {
        Some(end)
    } else {
        None
    }
}

/// Returns where the word ends that begins here, if it is `null`.
#[inline(always)]
pub(crate) fn end_of_null(text: &[u8], at: usize) -> Option<usize> {
    let (word, behind) = text.get(at..)?.split_first_chunk()?;
    if word == b"null" && !behind.first().is_some_and(u8::is_ascii_alphabetic) {
        Some(at + word.len())
    } else {
        None
    }
}

/// Returns where the number ends that begins here.
#[inline(always)]
pub(crate) fn end_of_number(text: &[u8], at: usize) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    // A look-up, for no two parts of a number need be alike.
    let is_part = |byte: &u8| IS_PART_OF_NUMBER[usize::from(*byte)];
    at + rest.iter().take_while(|byte| is_part(byte)).count()
}

static IS_PART_OF_NUMBER: [bool; 256] = {
    let mut table = [false; 256];
    let parts = b"0123456789-+.eE";
    let mut index = 0;
    while index < parts.len() {
        table[parts[index] as usize] = true;
        index += 1;
    }
    table
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_every_length_anywhere() {
        for length in 0..40 {
            for tail in [
                "1}",
                "null,\"a\":1}",
                "\"the text behind it is long enough\"}",
            ] {
                let text = format!("{}\":{tail}", "n".repeat(length));
                let Some(found) = name(text.as_bytes(), 0) else {
                    assert!(text.len() < 8, "{text}");
                    continue;
                };
                assert_eq!(found.length, length, "{text}");
                assert_eq!(&found.word.to_le_bytes(), &text.as_bytes()[..8], "{text}");
            }
        }
    }

    #[test]
    fn what_is_not_usual_is_left_to_others() {
        for text in [
            "a\" :12345678",
            "a\\u0062\":12345",
            "a\\\":\":123456",
            "a",
            "",
            "a\",\"b\":1}",
        ] {
            assert_eq!(name(text.as_bytes(), 0), None, "{text}");
        }
        assert_eq!(end_of_plain(b"a\\n\",", 0), None);
        assert_eq!(end_of_plain(b"cut in the mid", 0), None);
        assert_eq!(end_of_plain(b"abc\"", 0), Some(3));
        assert_eq!(end_of_null(b"null}", 0), Some(4));
        assert_eq!(end_of_null(b"nullx", 0), None);
        assert_eq!(token(b" \n x", 0), (b'x', 3));
        assert_eq!(token(b" ", 0), (0, 1));
    }
}
