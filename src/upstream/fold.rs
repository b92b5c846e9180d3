//! Texts as phrases are compared with them: in lower case, with single spaces, "isn't" as "is not".
//! A name like `gpt-image-1` is left out, for the words in it say nothing of what happened.

use crate::lanes::{WIDE, WideLook};

/// How much of a text is looked at: this much of its start, and a quarter as much of its end.
const LOOK: usize = 3 * 1024;

/// Room for both, folded, and for some words that are written out.
pub(super) const ROOM: usize = LOOK + LOOK / 4 + SLACK;

/// How much longer than the text the room is: the last bytes are written with others behind them.
pub(super) const SLACK: usize = WIDE;

/// Room for a text in which each word is written out: of three bytes, `n't`, it makes four.
pub(super) const MOST: usize = (LOOK + LOOK / 4) / 3 * 4 + 4 + SLACK;

/// Writes a text in lower case, with one space for any run of white space, `_` and `-`. None if the
/// room is too small, as it may be below [`MOST`] for a text with more contractions than [`SLACK`].
pub(super) fn fold<'b>(text: &[u8], buffer: &'b mut [u8]) -> Option<&'b [u8]> {
    let mut length = 0;
    let head = text.get(..LOOK).unwrap_or(text);
    fold_part(head, buffer, &mut length);
    if text.len() > LOOK {
        let tail = text.len().saturating_sub(LOOK / 4).max(LOOK);
        fold_part(text.get(tail..).unwrap_or_default(), buffer, &mut length);
    }
    // What found no room was counted as well.
    buffer.get(..length)
}

fn fold_part(text: &[u8], buffer: &mut [u8], length: &mut usize) {
    let mut rest = text;
    for _ in 0..NAMES {
        let Some((before, behind)) = split_at_name(rest) else {
            break;
        };
        fold_words(before, buffer, length);
        fold_words(NAMED, buffer, length);
        rest = behind;
    }
    fold_words(rest, buffer, length);
}

/// So many names are left out of a part of a text; one that has more is a list, or a dump.
const NAMES: usize = 8;

/// What stands for a name.
const NAMED: &[u8] = b"x";

/// Returns what stands in front of the first name, and what behind it.
fn split_at_name(text: &[u8]) -> Option<(&[u8], &[u8])> {
    let mut from = 0;
    loop {
        let dash = from + memchr::memchr(b'-', text.get(from..)?)?;
        let (head, tail) = (text.get(from..dash)?, text.get(dash..)?);
        let before = head
            .iter()
            .rev()
            .take_while(|byte| is_of_name(**byte))
            .count();
        let behind = tail.iter().take_while(|byte| is_of_name(**byte)).count();
        let (start, end) = (dash - before, dash + behind);
        // The full stop behind it is the sentence's.
        let marks = text.get(dash..end)?.iter().rev();
        let end = end
            - marks
                .take_while(|byte| !byte.is_ascii_alphanumeric())
                .count();
        let numbered = tail.iter().take(behind).any(u8::is_ascii_digit);
        // Behind `_` it is the rest of a code.
        let of_code = text.get(..start).is_some_and(|head| head.ends_with(b"_"));
        if numbered && !of_code && text.get(start)?.is_ascii_alphabetic() {
            return Some((text.get(..start)?, text.get(end..)?));
        }
        from = dash + behind;
    }
}

/// Returns true for what the names of models consist of.
fn is_of_name(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'/' | b':' | b'@')
}

fn fold_words(text: &[u8], buffer: &mut [u8], length: &mut usize) {
    let quotes = memchr::memchr2(b'\'', LAST_OF_APOSTROPHE, text).is_some();
    let mut spaced = false;
    let mut rest = text;
    while let Some((part, behind)) = rest.split_first_chunk() {
        fold_some(part, WIDE, quotes, &mut spaced, buffer, length);
        rest = behind;
    }
    if !rest.is_empty() {
        let mut part = [0; WIDE];
        part.iter_mut()
            .zip(rest)
            .for_each(|(slot, byte)| *slot = *byte);
        fold_some(&part, rest.len(), quotes, &mut spaced, buffer, length);
    }
}

/// The last byte of U+2019, which many write for `'`.
const LAST_OF_APOSTROPHE: u8 = 0x99;

/// Folds so many of these bytes, one at least; `quotes` says whether the text holds `'`, and `spaced`
/// whether a space was written last.
#[inline(always)]
fn fold_some(
    part: &[u8; WIDE],
    count: usize,
    quotes: bool,
    spaced: &mut bool,
    buffer: &mut [u8],
    length: &mut usize,
) {
    let lower = part.map(folded);
    let spaces = WideLook::new(&lower).mask(|lane| lane.is(b' '));
    let runs = spaces & (spaces << 1 | u64::from(*spaced));
    let room = buffer.get_mut(*length..).and_then(<[u8]>::first_chunk_mut);
    match room {
        // The usual case, without a branch for each byte.
        Some(room) if runs == 0 && !(quotes && may_contract(&lower)) => {
            *room = lower;
            *length += count;
            *spaced = spaces >> (count - 1) & 1 != 0;
        }
        _ => {
            for byte in lower.iter().take(count) {
                push(*byte, spaced, buffer, length);
            }
        }
    }
}

/// Returns true if `n't` may end in a part of a text.
fn may_contract(lower: &[u8; WIDE]) -> bool {
    let [quotes, t] = WideLook::new(lower)
        .masks(|lane| [lane.is(b'\'') | lane.is(LAST_OF_APOSTROPHE), lane.is(b't')]);
    // The quote may be the last byte before.
    t & (quotes << 1 | 1) != 0
}

/// Returns a byte in lower case, a space for any white space, `_` and `-`.
#[inline(always)]
fn folded(byte: u8) -> u8 {
    let space = matches!(byte, b'\t' | b'\n' | b'\r' | b'_' | b'-');
    if space {
        b' '
    } else {
        byte.to_ascii_lowercase()
    }
}

/// Writes a byte unless it is a further space or the end of `n't`, which is written out.
fn push(byte: u8, spaced: &mut bool, buffer: &mut [u8], length: &mut usize) {
    let space = byte == b' ';
    if space && *spaced {
        return;
    }
    *spaced = space;
    let Some(written) = buffer.get(..*length) else {
        return;
    };
    let not = if byte == b't' {
        contraction(written)
    } else {
        None
    };
    let single = [byte];
    let (at, bytes) = not.unwrap_or((written.len(), &single));
    *length = at + bytes.len();
    if let Some(room) = buffer.get_mut(at..*length) {
        room.copy_from_slice(bytes);
    }
}

/// Returns what a `t` makes of a text that ends with `n'`: "isn't" is "is not", "can't" "cannot".
fn contraction(written: &[u8]) -> Option<(usize, &'static [u8])> {
    let plain = written.strip_suffix(b"'");
    let bare = plain.or_else(|| written.strip_suffix("\u{2019}".as_bytes()))?;
    let stem = bare.strip_suffix(b"n")?;
    match bare.ends_with(b"can") {
        true => Some((bare.len(), b"not")),
        false => Some((stem.len(), b" not")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_left_out() {
        let cases = [
            ("model `GPT-image-1`.", "model `x`."),
            ("a/b-tool-7b:free, c", "x, c"),
            ("the 5-hour limit", "the 5 hour limit"),
            ("base64-encoded x-api-key", "base64 encoded x api key"),
            ("limit_rpm/a-1 -", "limit rpm/a 1 "),
            ("-1 - -a-", " 1 a "),
        ];
        for (text, expected) in cases {
            let mut buffer = [0; ROOM];
            let folded = fold(text.as_bytes(), &mut buffer);
            let folded = folded.map(String::from_utf8_lossy);
            assert_eq!(folded.as_deref(), Some(expected), "{text}");
        }
    }

    #[test]
    fn a_text_of_contractions_alone_is_folded_to_its_end() {
        for count in [1, 30, 60, 85, 1024, 1279, 4000] {
            let text = format!("{} quota exceeded", "n't".repeat(count));
            let mut small = [0; 256 + SLACK];
            let room = text.len() + count <= small.len();
            assert_eq!(fold(text.as_bytes(), &mut small).is_some(), room, "{count}");
            let mut buffer = [0; MOST];
            let folded = fold(text.as_bytes(), &mut buffer);
            assert!(folded.is_some_and(|folded| folded.ends_with(b" not quota exceeded")));
        }
    }

    proptest::proptest! {
        #[test]
        fn a_text_is_folded_as_byte_by_byte(text in "[ a-dX_\\-\n\u{4f59}]{0,200}") {
            let mut plain = String::new();
            for letter in text.chars() {
                let space = matches!(letter, ' ' | '\n' | '_' | '-');
                if !space {
                    plain.push(letter.to_ascii_lowercase());
                } else if !plain.ends_with(' ') {
                    plain.push(' ');
                }
            }
            let mut buffer = [0; ROOM];
            proptest::prop_assert_eq!(fold(text.as_bytes(), &mut buffer), Some(plain.as_bytes()));
        }
    }
}
