//! Strings of a JSON text, unescaped on demand.

use std::borrow::Cow;

/// A string as it stands between its quotes.
///
/// Only text that is asked for is checked and unescaped, so members that nobody wants cost nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Text<'a> {
    raw: &'a [u8],
    escaped: bool,
}

impl<'a> Text<'a> {
    #[inline(always)]
    pub(super) fn new(raw: &'a [u8], escaped: bool) -> Self {
        Text { raw, escaped }
    }

    /// Takes a text that holds no escapes.
    #[inline]
    pub fn plain(text: &'a str) -> Self {
        Text::new(text.as_bytes(), false)
    }

    /// Returns the bytes between the quotes, escapes included.
    #[inline(always)]
    pub fn raw(&self) -> &'a [u8] {
        self.raw
    }

    /// Returns true if the bytes contain a backslash.
    #[inline(always)]
    pub fn is_escaped(&self) -> bool {
        self.escaped
    }

    /// Returns true if the text is empty.
    #[inline(always)]
    pub fn is_empty(&self) -> bool {
        self.raw.is_empty()
    }

    /// Compares with a text that needs no escapes, such as a member's name.
    #[inline]
    pub fn is(&self, plain: &str) -> bool {
        if self.escaped {
            self.to_str() == plain
        } else {
            self.raw == plain.as_bytes()
        }
    }

    /// Returns the text, borrowed if it is valid UTF-8 without escapes.
    #[inline]
    pub fn to_str(&self) -> Cow<'a, str> {
        if !self.escaped {
            if let Ok(text) = std::str::from_utf8(self.raw) {
                return Cow::Borrowed(text);
            }
        }
        Cow::Owned(resolve(self.raw))
    }
}

/// Resolves the escapes of a JSON string.
///
/// Nothing is refused: a lone surrogate and invalid UTF-8 become U+FFFD, an unknown escape stands
/// for its character (Python's `\'`), a backslash at the end is kept.
///
/// ```
/// use wirefault::json::unescape;
///
/// assert_eq!(unescape(br"a\n\u00e9 \ud83d\ude00 \ud800"), "a\n\u{e9} \u{1f600} \u{fffd}");
/// ```
pub fn unescape(raw: &[u8]) -> Cow<'_, str> {
    Text::new(raw, memchr::memchr(b'\\', raw).is_some()).to_str()
}

/// Copies word by word and looks for backslashes on the way.
fn resolve(raw: &[u8]) -> String {
    // A word may be written whole, though only its start counts.
    let mut out = vec![0; raw.len() + 8];
    let (mut at, mut to) = (0, 0);
    while let Some(byte) = raw.get(at) {
        let mut near = usize::from(*byte != b'\\');
        let chunk = raw.get(at..).and_then(<[u8]>::first_chunk::<8>);
        let room = out.get_mut(to..).and_then(<[u8]>::first_chunk_mut::<8>);
        if let (Some(chunk), Some(room)) = (chunk, room) {
            *room = *chunk;
            let marks = marks(*chunk, b'\\');
            if marks == 0 {
                (at, to) = (at + 8, to + 8);
                continue;
            }
            near = first_mark(marks);
        } else if let Some(slot) = out.get_mut(to) {
            *slot = *byte;
        }
        (at, to) = (at + near, to + near);
        if raw.get(at) == Some(&b'\\') {
            let (length, scalar) = escape(raw, at);
            at += length;
            if let Some(scalar) = scalar {
                if scalar.len_utf8() > length {
                    // A broken escape of two bytes becomes a U+FFFD of three.
                    out.push(0);
                }
                to += put(scalar, out.get_mut(to..));
            }
        }
    }
    out.truncate(to);
    String::from_utf8(out)
        .unwrap_or_else(|broken| String::from_utf8_lossy(broken.as_bytes()).into_owned())
}

/// Writes a character and returns its length.
#[inline(always)]
fn put(scalar: char, room: Option<&mut [u8]>) -> usize {
    match room {
        Some([slot, ..]) if scalar.is_ascii() => {
            *slot = scalar as u8;
            1
        }
        Some(room) if room.len() >= 4 => scalar.encode_utf8(room).len(),
        _ => 0,
    }
}

/// Returns where the string ends, whether it holds escapes, and whether its quote was found.
#[inline(always)]
pub(super) fn end_of_string(bytes: &[u8], start: usize, quote: u8) -> (usize, bool, bool) {
    // Most strings are names and codes: they end within the first word of eight bytes.
    if let Some(chunk) = bytes.get(start..).and_then(<[u8]>::first_chunk) {
        let marks = marks(*chunk, quote) | marks(*chunk, b'\\');
        let end = start + first_mark(marks);
        if marks != 0 && bytes.get(end) == Some(&quote) {
            return (end, false, true);
        }
    }
    end_further_on(bytes, start, quote)
}

#[inline(never)]
fn end_further_on(bytes: &[u8], start: usize, quote: u8) -> (usize, bool, bool) {
    let mut at = start;
    for _ in 0..NEAR {
        let Some(chunk) = bytes.get(at..).and_then(<[u8]>::first_chunk) else {
            break;
        };
        let marks = marks(*chunk, quote) | marks(*chunk, b'\\');
        if marks != 0 {
            at += first_mark(marks);
            if bytes.get(at) == Some(&quote) {
                return (at, false, true);
            }
            break;
        }
        at += 8;
    }
    end_of_long_string(bytes, start, at, quote)
}

/// How many words of eight bytes are looked at before a search is set up.
const NEAR: usize = 16;

/// Goes from quote to quote: only one behind an even number of backslashes ends the string.
fn end_of_long_string(bytes: &[u8], start: usize, from: usize, quote: u8) -> (usize, bool, bool) {
    let mut at = from;
    let (end, closed) = loop {
        let rest = bytes.get(at..).unwrap_or_default();
        let Some(offset) = memchr::memchr(quote, rest) else {
            break (bytes.len(), false);
        };
        let end = at + offset;
        let before = bytes.get(start..end).unwrap_or_default();
        let backslashes = before.iter().rev().take_while(|byte| **byte == b'\\');
        if backslashes.count() % 2 == 0 {
            break (end, true);
        }
        at = end + 1;
    };
    let inside = bytes.get(from..end).unwrap_or_default();
    (end, memchr::memchr(b'\\', inside).is_some(), closed)
}

/// Marks the bytes of a word that equal this byte; the lowest mark is exact.
#[inline(always)]
fn marks(chunk: [u8; 8], byte: u8) -> u64 {
    const ONES: u64 = 0x0101_0101_0101_0101;
    let other = u64::from_le_bytes(chunk) ^ (ONES * u64::from(byte));
    other.wrapping_sub(ONES) & !other & (ONES << 7)
}

#[inline(always)]
fn first_mark(marks: u64) -> usize {
    (marks.trailing_zeros() / 8) as usize
}

/// Returns the length of the escape at `at` in bytes, and what it stands for.
#[inline]
fn escape(raw: &[u8], at: usize) -> (usize, Option<char>) {
    let plain = match raw.get(at + 1) {
        None => return (1, Some('\\')),
        Some(b'u') => {
            let (length, scalar) = unicode(raw, at);
            return (length, Some(scalar));
        }
        Some(b'n') => '\n',
        Some(b't') => '\t',
        Some(b'r') => '\r',
        Some(b'b') => '\u{8}',
        Some(b'f') => '\u{c}',
        // The character itself follows as ordinary text, however many bytes it has.
        Some(byte) if !byte.is_ascii() => return (1, None),
        Some(byte) => char::from(*byte),
    };
    (2, Some(plain))
}

fn unicode(raw: &[u8], at: usize) -> (usize, char) {
    let Some(high) = hex4(raw, at + 2) else {
        return (2, char::REPLACEMENT_CHARACTER);
    };
    if let Some(scalar) = char::from_u32(high) {
        return (6, scalar);
    }
    let low = match (raw.get(at + 6), raw.get(at + 7)) {
        (Some(b'\\'), Some(b'u')) => hex4(raw, at + 8),
        _ => None,
    };
    match low {
        Some(low) if high < 0xDC00 && (0xDC00..0xE000).contains(&low) => {
            let scalar = 0x1_0000 + ((high - 0xD800) << 10) + (low - 0xDC00);
            let scalar = char::from_u32(scalar).unwrap_or(char::REPLACEMENT_CHARACTER);
            (12, scalar)
        }
        _ => (6, char::REPLACEMENT_CHARACTER),
    }
}

fn hex4(raw: &[u8], at: usize) -> Option<u32> {
    let digits = raw.get(at..at + 4)?;
    digits.iter().try_fold(0, |value, byte| {
        Some(value * 16 + char::from(*byte).to_digit(16)?)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes() {
        let cases: [(&[u8], &str); 10] = [
            (b"plain", "plain"),
            (br#"\"\\\/\b\f\n\r\t"#, "\"\\/\u{8}\u{c}\n\r\t"),
            (br"\u4f59\u989d", "\u{4f59}\u{989d}"),
            (br"\ud83d\ude00", "\u{1f600}"),
            (br"\ud83dx", "\u{fffd}x"),
            (br"\ude00\ud83d", "\u{fffd}\u{fffd}"),
            (br"\u12", "\u{fffd}12"),
            (br"it\'s", "it's"),
            (b"cut\\", "cut\\"),
            (b"\xff\\n\xc3", "\u{fffd}\n\u{fffd}"),
        ];
        for (raw, text) in cases {
            assert_eq!(unescape(raw), text);
        }
    }

    #[test]
    fn broken_escapes_grow_and_nothing_is_lost() {
        let raw = br"\u\u\u\u\u\u\u\u\u\u\u\u\u\u\u\u\u\u\u\u the end";
        let text = "\u{fffd}".repeat(20) + " the end";
        assert_eq!(unescape(raw), text);
    }

    #[test]
    fn escapes_at_every_distance() {
        for gap in 0..40 {
            let plain = "x".repeat(gap);
            let raw = format!(r#"{plain}\"{plain}\\{plain}\u4f59{plain}"#);
            let text = format!("{plain}\"{plain}\\{plain}\u{4f59}{plain}");
            assert_eq!(unescape(raw.as_bytes()), text);
            let body = format!(r#"{raw}" behind"#);
            let end = end_of_string(body.as_bytes(), 0, b'"');
            assert_eq!(end, (raw.len(), true, true), "{body}");
        }
    }

    #[test]
    fn text_without_escapes_is_borrowed() {
        assert!(matches!(unescape(b"abc"), Cow::Borrowed("abc")));
    }

    #[test]
    fn agrees_with_serde_json_on_valid_strings() {
        for text in [
            "",
            "a\u{1}b",
            "\u{1f600}\\\"/",
            "\u{7f}\u{2028}",
            "tab\there",
        ] {
            let json = serde_json::to_string(text).unwrap_or_default();
            let inner = &json.as_bytes()[1..json.len() - 1];
            assert_eq!(unescape(inner), text);
        }
    }
}
