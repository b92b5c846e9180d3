//! What one look at the bytes of a token tells: most tokens of clean texts need no second one.

use super::class::{ALNUM, COLON, DASH, DIGIT, DOT, LOWER, UPPER, class};
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
    /// How long the longest run of letters and digits is.
    longest: usize,
}

impl Shape {
    /// Looks at the token around a position; what lies before `from` is decided.
    #[inline]
    pub(super) fn around(text: &[u8], from: usize, at: usize) -> Self {
        let (mut start, mut end, mut kinds) = (at, at, 0);
        for &byte in text.get(from..at).unwrap_or_default().iter().rev() {
            let kind = class(byte);
            if kind == 0 {
                break;
            }
            kinds |= kind;
            start -= 1;
        }
        let (mut prefix, mut colons, mut dots, mut dot) = (false, 0, 0, 0);
        // The first part may begin before the position.
        let (mut longest, mut part) = (0, start);
        loop {
            let (len, seen) = alnum(text.get(end..).unwrap_or_default());
            (end, kinds) = (end + len, kinds | seen);
            longest = longest.max(end - part);
            let kind = text.get(end).map_or(0, |byte| class(*byte));
            if kind == 0 {
                break;
            }
            if kind & (DASH | DOT) != 0 {
                let head = text.get(..=end).unwrap_or_default();
                prefix |= tables::prefix_at_end(head).is_some();
                if kind == DOT {
                    (dots, dot) = (dots + 1, end);
                }
            }
            colons += u32::from(kind == COLON);
            (end, kinds) = (end + 1, kinds | kind);
            part = end;
        }
        Shape {
            start,
            end,
            kinds,
            prefix,
            colons,
            dots,
            dot,
            longest,
        }
    }

    /// Returns false if no key begins in the token; those without a mark hold capitals.
    #[inline]
    pub(super) fn may_hold_prefix(&self) -> bool {
        self.prefix || self.kinds & UPPER != 0
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
            && kinds & !(LOWER | UPPER | DIGIT | DASH | DOT) == 0
            && (kinds & UPPER == 0 || is_capitalised(token))
            // What is drawn by lot, or a UUID, is longer.
            && self.longest < 16
            && token.len() < 36
            && (self.dots == 0 || self.is_no_host(text, self.end - ends as usize))
    }

    /// Returns true if the last label is certainly none of a host: ".content", "gpt-4.1-mini".
    fn is_no_host(&self, text: &[u8], end: usize) -> bool {
        if text.get(self.start..end).is_some_and(may_be_version) {
            return false;
        }
        let last = text.get(self.dot + 1..end).unwrap_or_default();
        let alone = self.dots == 1 && (last.is_empty() || self.dot == self.start);
        alone || (self.dots < 3 && is_no_final_label(last))
    }
}

/// Returns how many letters and digits a text begins with, and which kinds of them.
#[inline]
fn alnum(text: &[u8]) -> (usize, u16) {
    let mut kinds = 0;
    let end = text.iter().position(|&byte| {
        let kind = class(byte) & ALNUM;
        kinds |= kind;
        kind == 0
    });
    (end.unwrap_or(text.len()), kinds)
}

/// Returns true for a word with dots that begins like a version: `v1.25.3`, `0.6.3rc1`.
#[inline]
pub(super) fn may_be_version(word: &[u8]) -> bool {
    matches!(word, [b'0'..=b'9', ..] | [b'v' | b'V', b'0'..=b'9', ..])
}

/// Returns true for a label that ends no host, whatever mark stands behind it.
#[inline]
pub(super) fn is_no_final_label(label: &[u8]) -> bool {
    let mark = |byte: &u8| class(*byte) & (DIGIT | DASH) != 0;
    match label {
        [head @ .., _, b'-' | b'_'] => head.iter().any(mark),
        _ => label.iter().any(mark),
    }
}

/// Returns true for a short word such as `Models`, in which no key begins: those prefixes without a
/// mark that begin with a capital go on with one.
fn is_capitalised(token: &[u8]) -> bool {
    // What is drawn by lot, with marks in it, is longer.
    token.len() < 24 && token.iter().skip(1).all(|byte| class(*byte) & UPPER == 0)
}
