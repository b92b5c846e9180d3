//! Texts as phrases are compared with them: in lower case, with single spaces.

use crate::lanes::{WIDE, WideLook};

/// How much of a text is looked at: this much of its start, and a quarter as much of its end.
const LOOK: usize = 3 * 1024;

/// Room for both, folded.
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
    let mut spaced = false;
    let mut rest = text;
    while let Some((part, behind)) = rest.split_first_chunk() {
        fold_some(part, WIDE, &mut spaced, buffer, length);
        rest = behind;
    }
    if !rest.is_empty() {
        let mut part = [0; WIDE];
        part.iter_mut()
            .zip(rest)
            .for_each(|(slot, byte)| *slot = *byte);
        fold_some(&part, rest.len(), &mut spaced, buffer, length);
    }
}

/// Folds so many of these bytes, one at least; `spaced` says whether a space was written last.
#[inline(always)]
fn fold_some(
    part: &[u8; WIDE],
    count: usize,
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
        Some(room) if runs == 0 => {
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

/// Writes a byte unless it is a further space.
fn push(byte: u8, spaced: &mut bool, buffer: &mut [u8], length: &mut usize) {
    let space = byte == b' ';
    if !(space && *spaced) {
        if let Some(slot) = buffer.get_mut(*length) {
            *slot = byte;
            *length += 1;
        }
    }
    *spaced = space;
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
