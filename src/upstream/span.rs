//! Texts of a body by their place, and their encoding.

use std::borrow::Cow;

use crate::json::Text;

use super::text;

/// Where a text stands in a body; empty if there is none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Span {
    start: u32,
    /// The length, with [`ESCAPED`].
    length: u32,
}

/// No body that is read comes near this length.
const ESCAPED: u32 = 1 << 31;

impl Span {
    /// Returns the place of a text that was read from this body.
    #[inline(always)]
    pub(super) fn of(body: &[u8], text: Text<'_>) -> Span {
        let start = (text.raw().as_ptr() as usize).wrapping_sub(body.as_ptr() as usize);
        let escaped = if text.is_escaped() { ESCAPED } else { 0 };
        Span {
            start: start as u32,
            length: text.raw().len() as u32 | escaped,
        }
    }

    /// Returns the place of a text without escapes.
    #[inline(always)]
    pub(super) fn new(start: usize, length: usize) -> Span {
        Span {
            start: start as u32,
            length: length as u32,
        }
    }

    /// Returns the text in the body that it was read from.
    #[inline(always)]
    pub(super) fn text(self, body: &[u8]) -> Text<'_> {
        let raw = body.get(self.range()).unwrap_or_default();
        Text::new(raw, self.length & ESCAPED != 0)
    }

    /// Returns the place of the text's first bytes.
    #[inline(always)]
    pub(super) fn head(self, limit: u32) -> Span {
        Span {
            start: self.start,
            length: (self.length & !ESCAPED).min(limit) | self.length & ESCAPED,
        }
    }

    /// Returns how many bytes the text has as it is written.
    #[inline(always)]
    pub(super) fn len(self) -> usize {
        (self.length & !ESCAPED) as usize
    }

    #[inline(always)]
    pub(super) fn is_none(self) -> bool {
        self.length == 0
    }

    #[inline(always)]
    pub(super) fn is_some(self) -> bool {
        !self.is_none()
    }

    /// Returns true if there is any of these texts.
    #[inline(always)]
    pub(super) fn any(spans: &[Span]) -> bool {
        // Joined with `|`, so that there is one branch for all of them.
        spans.iter().fold(0, |lengths, span| lengths | span.length) != 0
    }

    /// Takes the place of a text unless there is one already.
    #[inline(always)]
    pub(super) fn or_set(&mut self, other: Span) {
        if self.is_none() {
            *self = other;
        }
    }

    #[inline(always)]
    fn range(self) -> std::ops::Range<usize> {
        let start = self.start as usize;
        start..start + (self.length & !ESCAPED) as usize
    }
}

/// Bodies up to this length are checked once. Of longer ones, most is never asked for.
const CHECKED_WHOLE: usize = 512;

/// No code, name or figure is longer, as it is written.
pub(super) const WORD: u32 = 1024;

/// A body whose texts are asked for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Source<'b> {
    bytes: &'b [u8],
    /// The same, if it is short and valid.
    text: Option<&'b str>,
}

impl<'b> Source<'b> {
    pub(super) fn new(bytes: &'b [u8]) -> Self {
        let text = if bytes.len() <= CHECKED_WHOLE {
            std::str::from_utf8(bytes).ok()
        } else {
            None
        };
        Source { bytes, text }
    }

    /// Returns a text, if there is one: borrowed if it is valid UTF-8 without escapes.
    #[inline]
    pub(super) fn get(&self, span: Span) -> Option<Cow<'b, str>> {
        if span.is_none() {
            return None;
        }
        match self.text.and_then(|text| text.get(span.range())) {
            Some(text) if span.length & ESCAPED == 0 => Some(Cow::Borrowed(text)),
            _ => Some(self.read(span)),
        }
    }

    /// Returns a text that should be a word: of a longer one, its start.
    #[inline]
    pub(super) fn word(&self, span: Span) -> Option<Cow<'b, str>> {
        // In a short body all words are.
        if self.text.is_some() {
            self.get(span)
        } else {
            self.start(span)
        }
    }

    #[inline(never)]
    fn start(&self, span: Span) -> Option<Cow<'b, str>> {
        self.get(span.head(WORD))
    }

    /// Checks the encoding, and resolves escapes.
    #[inline(never)]
    fn read(&self, span: Span) -> Cow<'b, str> {
        let raw = self.bytes.get(span.range()).unwrap_or_default();
        text::copied(Text::new(raw, span.length & ESCAPED != 0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::{Event, Scanner};

    fn strings(body: &[u8]) -> Vec<String> {
        let source = Source::new(body);
        let mut scanner = Scanner::new(body);
        let mut found = Vec::new();
        while let Some(event) = scanner.next_event() {
            if let Event::String(text) = event {
                let span = Span::of(body, text);
                assert_eq!(span.is_none(), text.is_empty());
                found.push(source.get(span).unwrap_or_default().into_owned());
            }
        }
        found
    }

    #[test]
    fn texts_of_valid_and_broken_bodies() {
        let whole = "[\"\", \"a\", \"\u{4f59}\u{989d}\", \"b\\n\\u4f59\", \"\\\\\"]";
        let texts = ["", "a", "\u{4f59}\u{989d}", "b\n\u{4f59}", "\\"];
        assert_eq!(strings(whole.as_bytes()), texts);
        // One bad byte anywhere changes the way, not what is read elsewhere.
        let broken = [whole.as_bytes(), b" \"\xff\""].concat();
        let long = [&broken, " ".repeat(CHECKED_WHOLE).as_bytes()].concat();
        for body in [broken, long] {
            assert_eq!(strings(&body)[..5], texts);
            assert_eq!(strings(&body)[5], "\u{fffd}");
        }
    }
}
