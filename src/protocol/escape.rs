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

const BLOCK: usize = 32;

/// Appends text as the inside of a JSON string.
///
/// Clean blocks of 32 bytes are found with compares that the compiler turns into vector code, and
/// copied in one run; a block with an escape goes through a table, two bytes a step without
/// branches.
pub(crate) fn escape(text: &str, out: &mut Vec<u8>) {
    let bytes = text.as_bytes();
    out.reserve(bytes.len());
    let mut rest = bytes;
    loop {
        let clean = clean_prefix(rest);
        let (run, tail) = rest.split_at(clean);
        out.extend_from_slice(run);
        if tail.is_empty() {
            return;
        }
        let (block, tail) = tail.split_at(tail.len().min(BLOCK));
        escape_block(block, out);
        rest = tail;
    }
}

/// Returns the length of the longest prefix of clean blocks.
fn clean_prefix(bytes: &[u8]) -> usize {
    let mut clean = 0;
    let mut blocks = bytes.chunks_exact(BLOCK);
    for block in &mut blocks {
        if block.iter().fold(0, |dirty, byte| dirty | special(*byte)) != 0 {
            return clean;
        }
        clean += BLOCK;
    }
    let rest = blocks.remainder();
    if is_clean(rest, bytes) {
        bytes.len()
    } else {
        clean
    }
}

/// Returns true if the last, short block needs no escape.
///
/// Where the text is long enough, a whole block that overlaps what was seen already is looked at:
/// that is faster than byte by byte.
fn is_clean(rest: &[u8], all: &[u8]) -> bool {
    if rest.is_empty() {
        return true;
    }
    if let Some(last) = all.last_chunk::<BLOCK>() {
        // Bytes before `rest` in this block are clean, so they change nothing.
        return last.iter().fold(0, |dirty, byte| dirty | special(*byte)) == 0;
    }
    if let (Some(first), Some(last)) = (rest.first_chunk::<16>(), rest.last_chunk::<16>()) {
        let both = first.iter().chain(last);
        return both.fold(0, |dirty, byte| dirty | special(*byte)) == 0;
    }
    rest.iter().fold(0, |dirty, byte| dirty | special(*byte)) == 0
}

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

    proptest! {
        #[test]
        fn equals_serde_json(text in ".{0,200}|[\\x00-\\x30\"\\\\]{0,200}") {
            prop_assert_eq!(escaped(&text), serde_json::to_string(&text).unwrap());
        }
    }
}
