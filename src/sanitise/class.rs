//! Kinds of bytes.

pub(super) const DIGIT: u16 = 1;
pub(super) const LOWER: u16 = 1 << 1;
pub(super) const UPPER: u16 = 1 << 2;
pub(super) const DASH: u16 = 1 << 3;
pub(super) const DOT: u16 = 1 << 4;
pub(super) const SLASH: u16 = 1 << 5;
pub(super) const COLON: u16 = 1 << 6;
pub(super) const AT: u16 = 1 << 7;
pub(super) const STAR: u16 = 1 << 8;
/// `=`, `&` and `?`: what separates the members of a query.
pub(super) const QUERY: u16 = 1 << 9;
/// `%`, `+`, `~`: part of a token, of no meaning alone.
pub(super) const OTHER: u16 = 1 << 10;

pub(super) const LETTER: u16 = LOWER | UPPER;
pub(super) const ALNUM: u16 = LETTER | DIGIT;

/// The kind of each byte; 0 for what ends a token.
static CLASS: [u16; 256] = classes();

const fn classes() -> [u16; 256] {
    let mut table = [0u16; 256];
    let mut byte = 0u8;
    while byte < 128 {
        table[byte as usize] = match byte {
            b'0'..=b'9' => DIGIT,
            b'a'..=b'z' => LOWER,
            b'A'..=b'Z' => UPPER,
            b'-' | b'_' => DASH,
            b'.' => DOT,
            b'/' => SLASH,
            b':' => COLON,
            b'@' => AT,
            b'*' => STAR,
            b'=' | b'&' | b'?' => QUERY,
            b'%' | b'+' | b'~' => OTHER,
            _ => 0,
        };
        byte += 1;
    }
    table
}

/// Returns the kind of a byte.
#[inline]
pub(super) const fn class(byte: u8) -> u16 {
    CLASS[byte as usize]
}

/// Returns true for `[A-Za-z0-9]`.
#[inline]
pub(super) fn is_alnum(byte: u8) -> bool {
    class(byte) & ALNUM != 0
}

/// Returns true for `[A-Za-z0-9_-]`, the alphabet of most keys.
#[inline]
pub(super) fn is_key(byte: u8) -> bool {
    class(byte) & (ALNUM | DASH) != 0
}

/// Returns true for what words of a cue are made of.
#[inline]
pub(super) fn is_word(byte: u8) -> bool {
    byte >= 0x80 || class(byte) & (ALNUM | DASH) != 0
}

/// Returns true for what joins a name to a value in one token: `path=/srv`, `dial:localhost`.
#[inline]
pub(super) fn is_joint(byte: u8) -> bool {
    matches!(byte, b'=' | b':' | b'@' | b'*')
}

/// Returns the kinds that occur in a slice.
pub(super) fn kinds(bytes: &[u8]) -> u16 {
    bytes.iter().fold(0, |kinds, &byte| kinds | class(byte))
}
