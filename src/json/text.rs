//! Strings of a JSON text, unescaped on demand.

use std::borrow::Cow;

/// A string as it stands between its quotes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Text<'a>(Raw<'a>);

/// What is known of the bytes; so that valid text is checked once, not once per string.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Raw<'a> {
    Plain(&'a str),
    Escaped(&'a str),
    Unchecked(&'a [u8]),
}

impl<'a> Text<'a> {
    pub(super) fn checked(text: &'a str, escaped: bool) -> Self {
        Text(if escaped {
            Raw::Escaped(text)
        } else {
            Raw::Plain(text)
        })
    }

    pub(super) fn unchecked(raw: &'a [u8]) -> Self {
        Text(Raw::Unchecked(raw))
    }

    /// Takes a text that holds no escapes.
    pub fn plain(text: &'a str) -> Self {
        Text(Raw::Plain(text))
    }

    /// Returns the bytes between the quotes, escapes included.
    pub fn raw(&self) -> &'a [u8] {
        match self.0 {
            Raw::Plain(text) | Raw::Escaped(text) => text.as_bytes(),
            Raw::Unchecked(raw) => raw,
        }
    }

    /// Returns true if the bytes contain a backslash.
    pub fn is_escaped(&self) -> bool {
        match self.0 {
            Raw::Plain(_) => false,
            Raw::Escaped(_) => true,
            Raw::Unchecked(raw) => memchr::memchr(b'\\', raw).is_some(),
        }
    }

    /// Returns true if the text is empty.
    pub fn is_empty(&self) -> bool {
        self.raw().is_empty()
    }

    /// Compares with a text that needs no escapes, such as a member's name.
    pub fn is(&self, plain: &str) -> bool {
        match self.0 {
            Raw::Plain(text) => text == plain,
            _ => self.to_str() == plain,
        }
    }

    /// Returns the text, borrowed if it is valid UTF-8 without escapes.
    pub fn to_str(&self) -> Cow<'a, str> {
        match self.0 {
            Raw::Plain(text) => Cow::Borrowed(text),
            Raw::Escaped(text) => Cow::Owned(resolve(text)),
            Raw::Unchecked(raw) => unescape(raw),
        }
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
    match std::str::from_utf8(raw) {
        Ok(text) if memchr::memchr(b'\\', raw).is_none() => Cow::Borrowed(text),
        Ok(text) => Cow::Owned(resolve(text)),
        Err(_) => Cow::Owned(resolve(&String::from_utf8_lossy(raw))),
    }
}

fn resolve(text: &str) -> String {
    let raw = text.as_bytes();
    let mut out = String::with_capacity(raw.len());
    let mut from = 0;
    for at in memchr::memchr_iter(b'\\', raw) {
        // The second half of `\\\\` was read with the first.
        if at >= from {
            out.push_str(text.get(from..at).unwrap_or_default());
            from = at + escape(raw, at, &mut out);
        }
    }
    out.push_str(text.get(from..).unwrap_or_default());
    out
}

/// Returns where the string ends, whether it holds escapes, and whether its quote was found.
#[inline]
pub(super) fn end_of_string(bytes: &[u8], start: usize, quote: u8) -> (usize, bool, bool) {
    // Most strings are names and codes: a look at each byte beats setting up a search.
    let near = bytes.get(start..).unwrap_or_default();
    for (offset, byte) in near.iter().take(SHORT).enumerate() {
        if *byte == quote {
            return (start + offset, false, true);
        }
        if *byte == b'\\' {
            break;
        }
    }
    end_of_long_string(bytes, start, quote)
}

/// Strings up to this length are searched byte by byte.
const SHORT: usize = 16;

fn end_of_long_string(bytes: &[u8], start: usize, quote: u8) -> (usize, bool, bool) {
    let mut at = start;
    let mut escaped = false;
    loop {
        let rest = bytes.get(at..).unwrap_or_default();
        match memchr::memchr2(quote, b'\\', rest) {
            None => return (bytes.len(), escaped, false),
            Some(offset) if rest.get(offset) == Some(&quote) => {
                return (at + offset, escaped, true);
            }
            Some(offset) => {
                escaped = true;
                at = (at + offset + 2).min(bytes.len());
            }
        }
    }
}

/// Writes what the escape at `at` stands for and returns its length in bytes.
fn escape(raw: &[u8], at: usize, out: &mut String) -> usize {
    let plain = match raw.get(at + 1) {
        None => {
            out.push('\\');
            return 1;
        }
        Some(b'u') => return unicode(raw, at, out),
        Some(b'n') => '\n',
        Some(b't') => '\t',
        Some(b'r') => '\r',
        Some(b'b') => '\u{8}',
        Some(b'f') => '\u{c}',
        // The character itself follows as ordinary text, however many bytes it has.
        Some(byte) if !byte.is_ascii() => return 1,
        Some(byte) => char::from(*byte),
    };
    out.push(plain);
    2
}

fn unicode(raw: &[u8], at: usize, out: &mut String) -> usize {
    let Some(high) = hex4(raw, at + 2) else {
        out.push(char::REPLACEMENT_CHARACTER);
        return 2;
    };
    if let Some(scalar) = char::from_u32(high) {
        out.push(scalar);
        return 6;
    }
    let low = match (raw.get(at + 6), raw.get(at + 7)) {
        (Some(b'\\'), Some(b'u')) => hex4(raw, at + 8),
        _ => None,
    };
    match low {
        Some(low) if high < 0xDC00 && (0xDC00..0xE000).contains(&low) => {
            let scalar = 0x1_0000 + ((high - 0xD800) << 10) + (low - 0xDC00);
            out.push(char::from_u32(scalar).unwrap_or(char::REPLACEMENT_CHARACTER));
            12
        }
        _ => {
            out.push(char::REPLACEMENT_CHARACTER);
            6
        }
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
