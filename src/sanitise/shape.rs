//! What one look at the bytes of a token tells: most tokens of clean texts need no second one.

use super::class::{ALNUM, COLON, DASH, DIGIT, DOT, LOWER, class};
use super::tables;

/// What one look at the bytes of a token tells.
pub(super) struct Shape {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) kinds: u16,
    /// A mark in it ends like the prefix of a key.
    prefix: bool,
    colons: u32,
    dots: u32,
    /// Where the last dot is.
    dot: usize,
}

impl Shape {
    /// Looks at the token around a position; what lies before `from` is decided.
    #[inline]
    pub(super) fn around(text: &[u8], from: usize, at: usize) -> Self {
        let mut shape = Shape {
            start: at,
            end: at,
            kinds: 0,
            prefix: false,
            colons: 0,
            dots: 0,
            dot: 0,
        };
        for &byte in text.get(from..at).unwrap_or_default().iter().rev() {
            let kind = class(byte);
            if kind == 0 {
                break;
            }
            shape.kinds |= kind;
            shape.start -= 1;
        }
        for &byte in text.get(at..).unwrap_or_default() {
            let kind = class(byte);
            if kind & ALNUM == 0 {
                if kind == 0 {
                    break;
                }
                if kind & (DASH | DOT | COLON) != 0 {
                    shape.mark(kind, text);
                }
            }
            shape.kinds |= kind;
            shape.end += 1;
        }
        shape
    }

    #[inline]
    fn mark(&mut self, kind: u16, text: &[u8]) {
        let three = text.get(..=self.end).and_then(<[u8]>::last_chunk);
        self.prefix |= three.is_some_and(|three| tables::may_end_prefix(*three));
        self.colons += u32::from(kind == COLON);
        if kind == DOT {
            self.dots += 1;
            self.dot = self.end;
        }
    }

    /// Returns true for a word such as `image_url`, `gpt-4.1-mini` or `.content:`: most of the words
    /// with telling bytes in clean texts. Without a cue before it, nothing would be found in it.
    #[inline]
    pub(super) fn is_dull(&self, text: &[u8]) -> bool {
        let token = text.get(self.start..self.end).unwrap_or_default();
        // The sentence's own colon, if it is the only one.
        let ends = u32::from(matches!(token, [.., b':']));
        let kinds = if self.colons == ends {
            self.kinds & !COLON
        } else {
            self.kinds
        };
        !self.prefix
            && kinds & LOWER != 0
            && kinds & !(LOWER | DIGIT | DASH | DOT) == 0
            && token.len() < 16
            && (self.dots == 0 || self.is_no_host(text, self.end - ends as usize))
    }

    /// Returns true if the last label is certainly none of a host: ".content", "gpt-4.1-mini".
    fn is_no_host(&self, text: &[u8], end: usize) -> bool {
        let last = text.get(self.dot + 1..end).unwrap_or_default();
        let alone = self.dots == 1 && (last.is_empty() || self.dot == self.start);
        alone || (self.dots < 3 && last.iter().any(|&byte| class(byte) & (DIGIT | DASH) != 0))
    }
}
