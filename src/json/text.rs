//! Strings of a JSON text, unescaped on demand.

use std::borrow::Cow;

use crate::lanes::LANE;

use super::find;

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
    pub(crate) fn new(raw: &'a [u8], escaped: bool) -> Self {
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
        if self.escaped {
            return Cow::Owned(resolve(self.raw));
        }
        match std::str::from_utf8(self.raw) {
            Ok(text) => Cow::Borrowed(text),
            Err(_) => String::from_utf8_lossy(self.raw),
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
    Text::new(raw, memchr::memchr(b'\\', raw).is_some()).to_str()
}

/// Resolves escapes, and checks the encoding of what comes out.
fn resolve(raw: &[u8]) -> String {
    // An escape never joins bytes that stood apart to a character.
    String::from_utf8(resolved(raw))
        .unwrap_or_else(|broken| String::from_utf8_lossy(broken.as_bytes()).into_owned())
}

/// Copies by lanes, and looks for backslashes on the way.
fn resolved(raw: &[u8]) -> Vec<u8> {
    // There is always room for the rest and a lane behind it: lanes are written whole, though only
    // their start may count.
    let mut out = vec![0; raw.len() + LANE];
    let mut length = 0;
    let mut rest = raw;
    loop {
        let plain = copy_plain(rest, out.get_mut(length..).unwrap_or_default());
        length += plain;
        rest = rest.get(plain..).unwrap_or_default();
        if rest.is_empty() {
            out.truncate(length);
            return out;
        }
        let (taken, scalar) = escape(rest);
        rest = rest.get(taken..).unwrap_or_default();
        let Some(scalar) = scalar else {
            continue;
        };
        if scalar.len_utf8() > taken {
            // Only what is broken grows.
            out.resize(out.len() + scalar.len_utf8() - taken, 0);
        }
        let free = out.get_mut(length..).unwrap_or_default();
        length += write(scalar, free);
    }
}

#[inline(always)]
fn write(scalar: char, free: &mut [u8]) -> usize {
    match free {
        [first, ..] if scalar.is_ascii() => {
            *first = scalar as u8;
            1
        }
        _ if free.len() >= scalar.len_utf8() => scalar.encode_utf8(free).len(),
        _ => 0,
    }
}

/// Copies what stands before the first backslash, and returns how many bytes that is.
#[inline(always)]
fn copy_plain(raw: &[u8], out: &mut [u8]) -> usize {
    let mut copied = 0;
    if raw.first() == Some(&b'\\') {
        return copied;
    }
    while let Some(lane) = raw.get(copied..).and_then(<[u8]>::first_chunk) {
        if let Some(copy) = out.get_mut(copied..).and_then(<[u8]>::first_chunk_mut) {
            *copy = *lane;
        }
        let escapes = find::marks::<b'\\'>(lane);
        if escapes != 0 {
            return copied + escapes.trailing_zeros() as usize;
        }
        copied += LANE;
    }
    let rest = raw.iter().zip(out).skip(copied);
    let plain = rest.take_while(|(byte, _)| **byte != b'\\');
    copied + plain.map(|(byte, copy)| *copy = *byte).count()
}

/// Returns the length of the escape that begins here in bytes, and what it stands for.
#[inline]
fn escape(raw: &[u8]) -> (usize, Option<char>) {
    let plain = match raw.get(1) {
        None => return (1, Some('\\')),
        Some(b'u') => {
            let (length, scalar) = unicode(raw);
            return (length, Some(scalar));
        }
        Some(b'n') => '\n',
        Some(b't') => '\t',
        Some(b'r') => '\r',
        Some(b'b') => '\u{8}',
        Some(b'f') => '\u{c}',
        // The character itself follows as ordinary text, however many bytes it has.
        Some(0xC0..) => return (1, None),
        // No character begins so: without the backslash it must not end the one before.
        Some(0x80..) => char::REPLACEMENT_CHARACTER,
        Some(byte) => char::from(*byte),
    };
    (2, Some(plain))
}

fn unicode(raw: &[u8]) -> (usize, char) {
    let Some(high) = hex4(raw, 2) else {
        return (2, char::REPLACEMENT_CHARACTER);
    };
    if let Some(scalar) = char::from_u32(high) {
        return (6, scalar);
    }
    let low = match (raw.get(6), raw.get(7)) {
        (Some(b'\\'), Some(b'u')) => hex4(raw, 8),
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
        let cases: [(&[u8], &str); 12] = [
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
            (b"\\\xe4\xbd\x99", "\u{4f59}"),
            (b"\xc3\\\xa9", "\u{fffd}\u{fffd}"),
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
