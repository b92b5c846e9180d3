//! The JSON string escaper.

use std::fmt;

/// What is written for a byte inside a JSON string: one or two bytes, and how many.
///
/// Control characters without a short form have length 0 and take six bytes.
const PAIRS: ([[u8; 2]; 256], [u8; 256]) = {
    let mut pairs = [[0; 2]; 256];
    let mut lengths = [1; 256];
    let mut byte = 0;
    while byte < 256 {
        pairs[byte] = [byte as u8, 0];
        if byte < 0x20 {
            lengths[byte] = 0;
        }
        byte += 1;
    }
    let short = [
        (b'"', b'"'),
        (b'\\', b'\\'),
        (0x08, b'b'),
        (0x0c, b'f'),
        (b'\n', b'n'),
        (b'\r', b'r'),
        (b'\t', b't'),
    ];
    let mut at = 0;
    while at < short.len() {
        let (byte, letter) = short[at];
        pairs[byte as usize] = [b'\\', letter];
        lengths[byte as usize] = 2;
        at += 1;
    }
    (pairs, lengths)
};

/// How many bytes go through the table at once.
const BLOCK: usize = 32;

/// How many bytes are looked at at once: four vectors of the smallest machine, so that their
/// finds are joined before the one branch.
const WIDE: usize = 2 * BLOCK;

/// Appends text as the inside of a JSON string.
///
/// Most texts need no escape at all; that is found with compares that the compiler turns into
/// vector code, and such a text is copied as it is.
#[inline]
pub(crate) fn escape(text: &str, out: &mut Vec<u8>) {
    let bytes = text.as_bytes();
    let clean = clean_prefix(bytes);
    if clean == bytes.len() {
        out.extend_from_slice(bytes);
    } else {
        escape_from(clean, bytes, out);
    }
}

/// Appends text whose first bytes are clean: clean blocks in one run, a block with an escape
/// through a table, two bytes a step without branches.
#[inline(never)]
fn escape_from(clean: usize, bytes: &[u8], out: &mut Vec<u8>) {
    out.reserve(bytes.len());
    let mut rest = bytes;
    let mut clean = match clean {
        0 => clean_begin(bytes),
        found => found,
    };
    loop {
        let (run, tail) = rest.split_at(clean);
        out.extend_from_slice(run);
        if tail.is_empty() {
            return;
        }
        let (block, tail) = tail.split_at(tail.len().min(BLOCK));
        escape_block(block, out);
        rest = tail;
        clean = clean_begin(rest);
    }
}

/// Returns the length of a prefix that needs no escape, in a text that has escapes: where one is,
/// the next is often near, so one block is looked at alone.
fn clean_begin(bytes: &[u8]) -> usize {
    match bytes.first_chunk::<BLOCK>() {
        Some(first) if dirty(first) => 0,
        Some(_) => clean_prefix(bytes).max(BLOCK),
        None => clean_prefix(bytes),
    }
}

/// Returns the length of a prefix that needs no escape: all of a clean text, else whole blocks.
#[inline]
fn clean_prefix(bytes: &[u8]) -> usize {
    if bytes.len() >= WIDE {
        return clean_blocks(bytes);
    }
    if is_clean(bytes) { bytes.len() } else { 0 }
}

/// Does the same for long texts.
fn clean_blocks(bytes: &[u8]) -> usize {
    let mut clean = 0;
    for block in bytes.chunks_exact(WIDE) {
        if dirty(block) {
            let first = block.first_chunk::<BLOCK>();
            return clean + first.map_or(0, |first| if dirty(first) { 0 } else { BLOCK });
        }
        clean += WIDE;
    }
    // The last block overlaps what was seen already: that is faster than byte by byte, and clean
    // bytes change nothing.
    match bytes.last_chunk::<WIDE>() {
        Some(last) if dirty(last) => clean,
        _ => bytes.len(),
    }
}

/// Returns true if a text shorter than two blocks needs no escape: two parts of a fixed length
/// that overlap are looked at, which is faster than byte by byte.
#[inline]
fn is_clean(bytes: &[u8]) -> bool {
    match (bytes.first_chunk::<BLOCK>(), bytes.last_chunk::<BLOCK>()) {
        (Some(first), Some(last)) => {
            let both = first.iter().zip(last);
            both.fold(0, |found, (a, b)| found | special(*a) | special(*b)) == 0
        }
        _ => is_clean_short(bytes),
    }
}

/// Does the same for texts shorter than one block, in words of eight bytes.
#[inline(never)]
fn is_clean_short(bytes: &[u8]) -> bool {
    if let (Some(first), Some(last)) = (bytes.first_chunk::<16>(), bytes.last_chunk::<16>()) {
        return !(dirty(first) | dirty(last));
    }
    let word = |eight: &[u8; 8]| dirty_word(u64::from_le_bytes(*eight));
    if let (Some(first), Some(last)) = (bytes.first_chunk(), bytes.last_chunk()) {
        return !(word(first) | word(last));
    }
    let half = |four: &[u8; 4]| u64::from(u32::from_le_bytes(*four));
    if let (Some(first), Some(last)) = (bytes.first_chunk(), bytes.last_chunk()) {
        return !dirty_word(half(first) | half(last) << 32);
    }
    !dirty(bytes)
}

/// Returns true if one of eight bytes needs an escape: a byte borrows from its highest bit, which
/// it did not have set, where it is less than what is taken from it.
#[inline]
fn dirty_word(word: u64) -> bool {
    const EACH: u64 = 0x0101_0101_0101_0101;
    let less = |word: u64, than: u64| word.wrapping_sub(EACH * than);
    let control = less(word, 0x20);
    let quote = less(word ^ (EACH * 0x22), 1);
    let backslash = less(word ^ (EACH * 0x5c), 1);
    (control | quote | backslash) & !word & (EACH * 0x80) != 0
}

#[inline]
fn dirty(block: &[u8]) -> bool {
    block.iter().fold(0, |found, byte| found | special(*byte)) != 0
}

#[inline]
fn special(byte: u8) -> u8 {
    u8::from(byte < 0x20) | u8::from(byte == b'"') | u8::from(byte == b'\\')
}

fn escape_block(block: &[u8], out: &mut Vec<u8>) {
    let mut buffer = [0; BLOCK * 6 + 2];
    let mut length = 0;
    for byte in block {
        let pair = PAIRS.0[usize::from(*byte)];
        let step = PAIRS.1[usize::from(*byte)];
        if step == 0 {
            let hex = |nibble: u8| b"0123456789abcdef"[usize::from(nibble & 15)];
            let six = [b'\\', b'u', b'0', b'0', hex(byte >> 4), hex(*byte)];
            buffer[length..length + 6].copy_from_slice(&six);
            length += 6;
        } else {
            buffer[length..length + 2].copy_from_slice(&pair);
            length += usize::from(step);
        }
    }
    out.extend_from_slice(&buffer[..length]);
}

/// Appends text as a JSON string, quotes included.
pub(crate) fn quote(text: &str, out: &mut Vec<u8>) {
    out.push(b'"');
    escape(text, out);
    out.push(b'"');
}

/// Formats values into the inside of a JSON string.
pub(crate) struct Escaped<'a>(pub(crate) &'a mut Vec<u8>);

impl fmt::Write for Escaped<'_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        escape(text, self.0);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn escaped(text: &str) -> String {
        let mut out = Vec::new();
        quote(text, &mut out);
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn every_byte_alone_and_at_block_edges() {
        for code in 0..0x300 {
            let Some(c) = char::from_u32(code) else {
                continue;
            };
            for before in [0, 1, 30, 31, 32, 33, 63, 64] {
                let text = format!("{}{c}{}", "x".repeat(before), "y".repeat(40));
                let wanted = serde_json::to_string(&text).unwrap();
                assert_eq!(escaped(&text), wanted);
            }
        }
    }

    /// Words, halves of blocks, blocks and pairs of them are looked at in ways of their own.
    #[test]
    fn every_place_in_every_length() {
        for length in 1..=140 {
            for at in 0..length {
                for c in ['"', '\\', '\n', '\x1f', ' ', '!', '~'] {
                    let mut text = "x".repeat(length);
                    text.replace_range(at..=at, &c.to_string());
                    let wanted = serde_json::to_string(&text).unwrap();
                    assert_eq!(escaped(&text), wanted);
                }
            }
        }
    }

    proptest! {
        #[test]
        fn equals_serde_json(text in ".{0,200}|[\\x00-\\x30\"\\\\]{0,200}") {
            prop_assert_eq!(escaped(&text), serde_json::to_string(&text).unwrap());
        }
    }
}
