//! Texts as phrases are compared with them: in lower case, with single spaces, "isn't" as "is not".

use crate::lanes::{WIDE, WideLook};

/// How much of a text is looked at: this much of its start, and a quarter as much of its end.
const LOOK: usize = 3 * 1024;

/// Room for both, folded, and for some words that are written out.
pub(super) const ROOM: usize = LOOK + LOOK / 4 + SLACK;

/// How much longer than the text the room is: the last bytes are written with others behind them.
pub(super) const SLACK: usize = WIDE;

/// Writes a text in lower case, with one space for any run of white space, `_` and `-`.
pub(super) fn fold<'b>(text: &[u8], buffer: &'b mut [u8]) -> &'b [u8] {
    let mut length = 0;
    let head = text.get(..LOOK).unwrap_or(text);
    fold_part(head, buffer, &mut length);
    if text.len() > LOOK {
        let tail = text.len().saturating_sub(LOOK / 4).max(LOOK);
        fold_part(text.get(tail..).unwrap_or_default(), buffer, &mut length);
    }
    buffer.get(..length).unwrap_or_default()
}

fn fold_part(text: &[u8], buffer: &mut [u8], length: &mut usize) {
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
    let written = buffer.get(..*length).unwrap_or_default();
    let not = if byte == b't' {
        contraction(written)
    } else {
        None
    };
    let single = [byte];
    let (at, bytes) = not.unwrap_or((written.len(), &single));
    if let Some(room) = buffer.get_mut(at..at + bytes.len()) {
        room.copy_from_slice(bytes);
        *length = at + bytes.len();
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
            proptest::prop_assert_eq!(fold(text.as_bytes(), &mut buffer), plain.as_bytes());
        }
    }
}
