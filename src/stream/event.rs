//! One whole event: its name and its payload, whatever framed it.

use super::dialect::{self, Framing};
use crate::json::{Event as Json, Scanner};
use memchr::memchr2;
use std::borrow::Cow;
use std::ops::Range;

/// UTF-8's byte order mark, which only the first event of a stream may carry.
const BOM: &[u8] = b"\xEF\xBB\xBF";

/// A frame's prelude: two lengths and a checksum.
const PRELUDE: usize = 12;

/// A frame's last checksum.
const CHECKSUM: usize = 4;

/// An event, read.
#[derive(Debug, Default)]
pub(crate) struct Event<'a> {
    pub(crate) name: &'a [u8],
    /// `None` if the event carries nothing: a comment, a blank line, a name alone.
    pub(crate) payload: Option<Cow<'a, [u8]>>,
    /// The payload stands there without any framing: JSON where an event was due.
    pub(crate) raw: bool,
    /// A frame says so in its headers.
    pub(crate) failed: bool,
    /// No line of it is one that the framing knows.
    pub(crate) foreign: bool,
}

impl<'a> Event<'a> {
    pub(crate) fn read(framing: Framing, bytes: &'a [u8]) -> Self {
        match framing {
            Framing::Sse => Event::sse(bytes),
            Framing::Lines => Event::json(bytes, b""),
            Framing::Array => Event::json(bytes, b",["),
            Framing::Frames => Event::frame(bytes).unwrap_or_default(),
        }
    }

    /// Returns where in the event's bytes its payload stands, if that is one piece of JSON.
    pub(crate) fn range(&self, event: &[u8]) -> Option<Range<usize>> {
        let Some(Cow::Borrowed(payload)) = self.payload else {
            return None;
        };
        let start = (payload.as_ptr() as usize).checked_sub(event.as_ptr() as usize)?;
        let end = start.checked_add(payload.len())?;
        (end <= event.len() && is_json(payload)).then_some(start..end)
    }

    fn sse(bytes: &'a [u8]) -> Self {
        let bytes = bytes.strip_prefix(BOM).unwrap_or(bytes);
        if matches!(first_byte(bytes), Some(b'{' | b'[')) {
            return Event {
                raw: true,
                ..Event::json(bytes, b"")
            };
        }
        let mut event = Event {
            foreign: true,
            ..Event::default()
        };
        for line in lines(bytes) {
            event.line(line);
        }
        event.foreign &= first_byte(bytes).is_some();
        event
    }

    fn line(&mut self, line: &'a [u8]) {
        let (field, value) = split_field(line);
        // An empty field name in a line is a comment.
        self.foreign &= line.is_empty() || !is_field(field);
        if field == dialect::DATA_FIELD.as_bytes() {
            self.payload = Some(match self.payload.take() {
                None => Cow::Borrowed(value),
                Some(before) => {
                    let mut joined = before.into_owned();
                    joined.push(b'\n');
                    joined.extend_from_slice(value);
                    Cow::Owned(joined)
                }
            });
        } else if field == dialect::NAME_FIELD.as_bytes() {
            self.name = value;
        }
    }

    /// A line, or an array's element behind its separators.
    fn json(bytes: &'a [u8], separators: &[u8]) -> Self {
        let padding = |byte: &u8| byte.is_ascii_whitespace() || separators.contains(byte);
        let start = bytes
            .iter()
            .position(|byte| !padding(byte))
            .unwrap_or(bytes.len());
        let text = bytes.get(start..).unwrap_or_default().trim_ascii_end();
        let payload = (!text.is_empty()).then_some(Cow::Borrowed(text));
        Event {
            payload,
            ..Event::default()
        }
    }

    fn frame(bytes: &'a [u8]) -> Option<Self> {
        let length = bytes.get(4..8)?.try_into().ok().map(u32::from_be_bytes)?;
        let headers = PRELUDE..PRELUDE.checked_add(usize::try_from(length).ok()?)?;
        let payload = bytes.get(headers.end..bytes.len().checked_sub(CHECKSUM)?)?;
        let mut event = Event {
            payload: Some(unwrap_base64(payload)),
            ..Event::default()
        };
        let mut rest = bytes.get(headers)?;
        while let Some((name, value, next)) = header(rest) {
            if is_any(name, &[dialect::FRAME_KIND]) {
                event.failed |= is_any(value, dialect::FRAME_FAILURES);
            } else if is_any(name, dialect::FRAME_NAMES) {
                event.name = value;
            }
            rest = next;
        }
        Some(event)
    }
}

/// Returns true for one whole JSON text.
pub(crate) fn is_json(text: &[u8]) -> bool {
    let mut scanner = Scanner::new(text);
    while scanner.next_event().is_some() {}
    scanner.is_complete()
}

/// Returns the first byte that is no white space and no byte order mark, nor the start of one.
pub(crate) fn first_byte(bytes: &[u8]) -> Option<u8> {
    bytes.get(blank(bytes)).copied()
}

/// Counts the bytes of white space, and of a byte order mark or its start, before anything else.
pub(crate) fn blank(bytes: &[u8]) -> usize {
    if BOM.starts_with(bytes) {
        return bytes.len();
    }
    let text = bytes.strip_prefix(BOM).unwrap_or(bytes);
    bytes.len() - text.trim_ascii_start().len()
}

/// Returns true for the start of a byte order mark, and nothing more.
pub(crate) fn is_torn_mark(bytes: &[u8]) -> bool {
    bytes.len() < BOM.len() && BOM.starts_with(bytes)
}

/// Returns true if the first line cannot be the start of an SSE stream.
pub(crate) fn is_foreign(bytes: &[u8]) -> bool {
    let bytes = bytes.strip_prefix(BOM).unwrap_or(bytes);
    let first = lines(bytes).find(|line| !line.is_empty());
    first.is_some_and(|line| !is_field(split_field(line).0))
}

/// Iterates over lines that end in LF, CRLF or CR.
fn lines(bytes: &[u8]) -> impl Iterator<Item = &[u8]> {
    let mut rest = bytes;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let end = memchr2(b'\n', b'\r', rest).unwrap_or(rest.len());
        let (line, behind) = rest.split_at(end);
        let eol = if behind.starts_with(b"\r\n") { 2 } else { 1 };
        rest = behind.get(eol..).unwrap_or_default();
        Some(line)
    })
}

/// Splits a line at its first colon; one space behind it belongs to the syntax.
fn split_field(line: &[u8]) -> (&[u8], &[u8]) {
    match memchr::memchr(b':', line) {
        None => (line, b""),
        Some(colon) => {
            let (field, value) = line.split_at(colon);
            let value = value.get(1..).unwrap_or_default();
            (field, value.strip_prefix(b" ").unwrap_or(value))
        }
    }
}

/// Returns true for a field of the specification, and for the empty one: a comment.
fn is_field(field: &[u8]) -> bool {
    field.is_empty() || is_any(field, dialect::FIELDS)
}

pub(crate) fn is_any(bytes: &[u8], words: &[&str]) -> bool {
    words.iter().any(|word| word.as_bytes() == bytes)
}

/// Splits the next header off a frame: name, value (empty unless a string), the rest.
///
/// Source of the types:
/// <https://docs.aws.amazon.com/lexv2/latest/dg/event-stream-encoding.html>.
fn header(bytes: &[u8]) -> Option<(&[u8], &[u8], &[u8])> {
    let (&length, rest) = bytes.split_first()?;
    let (name, rest) = rest.split_at_checked(usize::from(length))?;
    let (&kind, rest) = rest.split_first()?;
    let (skip, length) = match kind {
        0 | 1 => (0, 0),
        2 => (0, 1),
        3 => (0, 2),
        4 => (0, 4),
        5 | 8 => (0, 8),
        6 | 7 => (
            2,
            usize::from(u16::from_be_bytes(rest.get(..2)?.try_into().ok()?)),
        ),
        9 => (0, 16),
        _ => return None,
    };
    let (value, rest) = rest.get(skip..)?.split_at_checked(length)?;
    Some((name, if kind == 7 { value } else { b"" }, rest))
}

/// Returns the event that a frame wraps in base64, or the payload as it is.
fn unwrap_base64(payload: &[u8]) -> Cow<'_, [u8]> {
    let mut scanner = Scanner::new(payload);
    let mut wanted = false;
    while let Some(event) = scanner.next_event() {
        match event {
            Json::Key(key) => wanted = scanner.depth() == 1 && key.is(dialect::FRAME_BASE64),
            Json::String(text) if wanted => {
                return base64(text.raw()).map_or(Cow::Borrowed(payload), Cow::Owned);
            }
            _ => wanted = false,
        }
    }
    Cow::Borrowed(payload)
}

/// Decodes standard base64; `None` if it is none.
fn base64(text: &[u8]) -> Option<Vec<u8>> {
    let mut decoded = Vec::with_capacity(text.len() / 4 * 3);
    let (mut bits, mut held) = (0u32, 0u32);
    for &byte in text.trim_ascii_end() {
        let six = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            b'=' => break,
            _ => return None,
        };
        bits = bits << 6 | u32::from(six);
        held += 6;
        if held >= 8 {
            held -= 8;
            decoded.push((bits >> held & 0xFF) as u8);
        }
    }
    Some(decoded)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn data_lines_are_joined_and_one_space_is_syntax() {
        let event = Event::read(
            Framing::Sse,
            b"\xEF\xBB\xBFevent:x\r\n:c\r\ndata: a\r\ndata:  b\r\n\r\n",
        );
        assert_eq!(event.name, b"x");
        assert_eq!(event.payload.as_deref(), Some(&b"a\n b"[..]));
        assert!(!event.raw);
    }

    #[test]
    fn a_comment_carries_nothing() {
        assert!(Event::read(Framing::Sse, b": hi\n\n").payload.is_none());
        assert!(Event::read(Framing::Sse, b"event: x\n\n").payload.is_none());
        assert!(Event::read(Framing::Sse, b"\n").payload.is_none());
    }

    #[test]
    fn base64_decodes_with_and_without_padding() {
        assert_eq!(base64(b"eyJhIjoxfQ==").as_deref(), Some(&br#"{"a":1}"#[..]));
        assert_eq!(base64(b"eyJhIjoxfQ").as_deref(), Some(&br#"{"a":1}"#[..]));
        assert_eq!(base64(b"e\nJ"), None);
    }

    #[test]
    fn a_page_is_foreign_and_a_comment_is_not() {
        assert!(is_foreign(b"<html>\n"));
        assert!(is_foreign(b"no healthy upstream"));
        assert!(!is_foreign(b": wait\n\n"));
        assert!(!is_foreign(b"\n\nid: 1\n"));
    }
}
