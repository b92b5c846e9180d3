//! A text as it reads: escapes decoded (`\u0040`, `\/`, `%2F`), without what is not seen (zero-width
//! characters, soft hyphens) and without marks of emphasis (`<b>`, `**`). What they hide is found there
//! and masked in the text itself.

use super::class::{class, is_alnum};
use super::generated::{EMPHASIS, ENTITIES};
use super::public::is_hidden;
use super::spans::add;
use super::tables::listed_folded;

/// Returns false if a text certainly holds no escape.
pub(super) fn may_be_escaped(text: &str) -> bool {
    memchr::memchr3(b'\\', b'%', b'&', text.as_bytes()).is_some()
}

/// Returns true if a run outside ASCII holds what reads as nothing, or as a blank.
pub(super) fn is_veiled(run: &[u8]) -> bool {
    // The first bytes of all such characters.
    memchr::memchr3_iter(0xC2, 0xE2, 0xEF, run).any(|at| {
        let rest = run.get(at..).unwrap_or_default();
        matches!(
            rest,
            [0xC2, 0xA0 | 0xAD, ..]
                | [0xE2, 0x80, 0x80..=0x8F | 0xA8..=0xAF, ..]
                | [0xE2, 0x81, 0x9F..=0xAF, ..]
                | [0xEF, 0xBB, 0xBF, ..]
                | [0xEF, 0xB8, 0x80..=0x8F, ..]
        )
    })
}

/// Returns true if a text holds a closing tag of emphasis.
pub(super) fn has_tags(text: &[u8]) -> bool {
    memchr::memmem::find_iter(text, b"</").any(|at| tag(text, at) > 0)
}

/// Returns true if a token holds an escape such as `%2F`.
pub(super) fn has_percent(token: &[u8]) -> bool {
    memchr::memchr_iter(b'%', token).any(|at| percent(token, at).is_some())
}

/// Returns true for a token between marks of emphasis: `**x**`, `_x_`.
pub(super) fn is_emphasised(token: &[u8]) -> bool {
    matches!(token, [first @ (b'*' | b'_' | b'~'), .., last] if first == last)
}

/// A decoded text and where each of its bytes came from.
pub(super) struct View {
    pub(super) text: String,
    /// The offset in the text before for each byte, and one for the end.
    origin: Vec<usize>,
    /// Where something was left out: the offset here and that in the text before.
    gaps: Vec<(usize, usize)>,
}

impl View {
    /// Reads one level of escapes, or with `veiled` what hides in a text without them. None if there
    /// is nothing to read.
    pub(super) fn of(text: &str, veiled: bool) -> Option<View> {
        let bytes = text.as_bytes();
        let mut view = View {
            text: String::with_capacity(text.len()),
            origin: Vec::with_capacity(text.len() + 1),
            gaps: Vec::new(),
        };
        let mut at = 0;
        let mut any = false;
        while let Some(&byte) = bytes.get(at) {
            let mut end = at;
            while let Some(width) = bytes.get(end).and_then(|byte| plain_width(*byte)) {
                // Each byte of a character came from where that begins.
                view.origin
                    .extend([end, end, end].get(..width).unwrap_or_default());
                end += width;
            }
            if end > at {
                view.text.push_str(text.get(at..end).unwrap_or_default());
                at = end;
                continue;
            }
            let unseen = match byte {
                b'<' => tag(bytes, at),
                b'*' | b'_' | b'~' => emphasis(view.text.as_bytes(), bytes, at),
                _ => 0,
            };
            if unseen > 0 {
                view.gap(at);
                (at, any) = (at + unseen, true);
                continue;
            }
            let (decoded, width) = match byte {
                b'\\' if !veiled => escape(bytes, at),
                b'%' if !veiled => percent(bytes, at),
                b'&' => entity(bytes, at),
                _ => None,
            }
            .unwrap_or_else(|| {
                let next = text
                    .get(at..)
                    .and_then(|rest| rest.chars().next())
                    .unwrap_or(' ');
                (next, next.len_utf8())
            });
            let shown = seen(decoded);
            any |= (matches!(byte, b'\\' | b'%' | b'&') && width > 1) || shown != Some(decoded);
            if shown.is_none() {
                view.gap(at);
            }
            let before = view.text.len();
            view.text.extend(shown);
            view.origin
                .extend(std::iter::repeat_n(at, view.text.len() - before));
            at += width;
        }
        view.origin.push(bytes.len());
        any.then_some(view)
    }

    /// Returns the part of the text before that a part of this one stands for.
    pub(super) fn back(&self, span: (usize, usize)) -> (usize, usize) {
        let end = self.origin.last().copied().unwrap_or(0);
        let at = |index: usize| self.origin.get(index).copied().unwrap_or(end);
        // What was left out behind a part is none of it.
        let gap = self.gaps.binary_search_by_key(&span.1, |gap| gap.0);
        let gap = gap.ok().and_then(|index| self.gaps.get(index));
        (at(span.0), gap.map_or(at(span.1), |gap| gap.1))
    }

    /// Remembers where the first of several things was left out.
    fn gap(&mut self, at: usize) {
        let here = self.text.len();
        if self.gaps.last().is_none_or(|last| last.0 < here) {
            add(&mut self.gaps, (here, at));
        }
    }
}

/// Returns how many bytes a character has that reads as it is written, whatever stands beside it. None
/// where its first byte does not say that.
#[inline]
fn plain_width(first: u8) -> Option<usize> {
    match first {
        b'<' | b'*' | b'_' | b'\\' | b'%' | b'&' => None,
        b' '..=b'}' => Some(1),
        // Blanks and what is not seen begin with C2, D8, E1, E2, E3, EF or F3.
        0xC3..=0xD7 | 0xD9..=0xDF => Some(2),
        0xE4..=0xEE => Some(3),
        _ => None,
    }
}

/// Returns what is seen of a character: nothing, or a blank for white space of any kind.
fn seen(c: char) -> Option<char> {
    match c {
        '\u{2028}' | '\u{2029}' => Some('\n'),
        _ if c.is_ascii() && !c.is_control() => Some(c),
        _ if c.is_whitespace() && !c.is_ascii() && c != '\u{3000}' => Some(' '),
        _ if is_hidden(c) => None,
        _ => Some(c),
    }
}

/// Returns how long the tag of emphasis is that begins at a position, 0 for any other.
fn tag(bytes: &[u8], at: usize) -> usize {
    let rest = bytes.get(at + 1..).unwrap_or_default();
    let name = rest.strip_prefix(b"/").unwrap_or(rest);
    let len = name.iter().take(7).position(|&byte| byte == b'>');
    let name = len.and_then(|len| name.get(..len)).unwrap_or_default();
    let known = listed_folded(EMPHASIS, name);
    let close = rest.len() - rest.strip_prefix(b"/").unwrap_or(rest).len();
    if known { name.len() + close + 2 } else { 0 }
}

/// Returns how many marks of emphasis stand at a position, before a word or behind it; `head` is what
/// was read before.
fn emphasis(head: &[u8], bytes: &[u8], at: usize) -> usize {
    let mark = bytes.get(at).copied().unwrap_or(b' ');
    let rest = bytes.get(at..).unwrap_or_default();
    let marks = rest
        .iter()
        .take(3)
        .take_while(|byte| **byte == mark)
        .count();
    let before = head.last().copied().unwrap_or(b' ');
    let behind = rest.get(marks).copied().unwrap_or(b' ');
    let outer = |byte: u8| class(byte) == 0;
    let inner = |byte: u8| is_alnum(byte) || matches!(byte, b'/' | b'.' | b'~' | b':');
    let around = (outer(before) && inner(behind)) || (inner(before) && outer(behind));
    let single = marks == 1 && mark != b'~';
    if around && (single || marks == 2) {
        marks
    } else {
        0
    }
}

/// Reads a JSON escape.
fn escape(bytes: &[u8], at: usize) -> Option<(char, usize)> {
    let decoded = match bytes.get(at + 1)? {
        b'n' => '\n',
        b'r' => '\r',
        b't' => '\t',
        b'b' | b'f' => ' ',
        mark @ (b'"' | b'\\' | b'/') => char::from(*mark),
        b'u' => return unicode(bytes, at),
        _ => return None,
    };
    Some((decoded, 2))
}

/// Reads `\uXXXX`, or two of them as one character.
fn unicode(bytes: &[u8], at: usize) -> Option<(char, usize)> {
    let unit = |at: usize| -> Option<u32> {
        let digits = std::str::from_utf8(bytes.get(at + 2..at + 6)?).ok()?;
        let escaped =
            bytes.get(at..at + 2)? == br"\u" && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
        escaped
            .then(|| u32::from_str_radix(digits, 16).ok())
            .flatten()
    };
    let first = unit(at)?;
    if let Some(one) = char::from_u32(first) {
        return Some((one, 6));
    }
    let second = unit(at + 6).unwrap_or(0);
    let pair = char::decode_utf16([first as u16, second as u16]).next();
    Some(
        pair.and_then(Result::ok)
            .map_or((char::REPLACEMENT_CHARACTER, 6), |one| (one, 12)),
    )
}

/// Reads a character as HTML escapes it: `&quot;`, `&#39;`, `&#x27;`.
fn entity(bytes: &[u8], at: usize) -> Option<(char, usize)> {
    let rest = bytes.get(at + 1..)?;
    let len = rest.iter().take(ENTITY).position(|&byte| byte == b';')?;
    let name = std::str::from_utf8(rest.get(..len)?).ok()?;
    let number = name.strip_prefix('#');
    let decoded = match number.map(|digits| (digits, digits.strip_prefix(['x', 'X']))) {
        Some((_, Some(digits))) => u32::from_str_radix(digits, 16)
            .ok()
            .and_then(char::from_u32),
        Some((digits, None)) => digits.parse().ok().and_then(char::from_u32),
        None => ENTITIES.iter().find(|row| row.0 == name).map(|row| row.1),
    };
    decoded.map(|decoded| (decoded, len + 2))
}

/// No name of a character that matters is longer.
const ENTITY: usize = 9;

/// Reads `%XX`, or several of them as one character outside ASCII.
fn percent(bytes: &[u8], at: usize) -> Option<(char, usize)> {
    let byte = |index: usize| {
        let three = bytes.get(at + 3 * index..at + 3 * index + 3)?;
        let digits = std::str::from_utf8(three.strip_prefix(b"%")?).ok()?;
        let hex = digits.bytes().all(|byte| byte.is_ascii_hexdigit());
        hex.then(|| u8::from_str_radix(digits, 16).ok()).flatten()
    };
    let first = byte(0)?;
    let len = match first {
        b' '..0x7F | b'\t' | b'\n' | b'\r' => return Some((char::from(first), 3)),
        0xC2..=0xDF => 2,
        0xE0..=0xEF => 3,
        0xF0..=0xF4 => 4,
        _ => return None,
    };
    let mut read = [first; 4];
    for (index, slot) in read.iter_mut().enumerate().take(len).skip(1) {
        *slot = byte(index)?;
    }
    let text = std::str::from_utf8(read.get(..len)?).ok()?;
    Some((text.chars().next()?, 3 * len))
}

#[cfg(test)]
#[allow(clippy::expect_used)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_led_back_over_escapes() {
        let text = r"a \u0073k-1\/2 ü%40 \ud83d\ude00 z%C3%BC%E5%85%AC%0A%ff";
        let view = View::of(text, false).expect("there are escapes");
        assert_eq!(view.text, "a sk-1/2 ü@ 😀 zü公\n%ff");
        let at = view.text.find("sk-1/2").expect("decoded");
        assert_eq!(view.back((at, at + 6)), (2, 14));
        assert_eq!(&text[2..14], r"\u0073k-1\/2");
        assert_eq!(view.back((0, view.text.len())), (0, text.len()));
    }

    #[test]
    fn text_without_escapes_has_no_view() {
        assert!(View::of("100 % of \\ nothing, a * b, <br> ~/x, max_tokens", false).is_none());
    }

    #[test]
    fn what_is_not_seen_is_left_out() {
        for (text, expected) in [
            ("a\u{200b}b\u{ad}c\u{feff}", "abc"),
            ("a\u{a0}b", "a b"),
            (r"a\u200bb\u00a0c", "ab c"),
            (
                "&quot;a&#39;s&#x22; &lt;b&amp;c&gt; &x; &",
                "\"a's\" <b&c> &x; &",
            ),
            ("is <b>x-1</b> and <STRONG>y</STRONG>", "is x-1 and y"),
            ("**a.b** and _c-d_ or ~~/e~~", "a.b and c-d or /e"),
        ] {
            assert_eq!(
                View::of(text, false).map(|view| view.text).as_deref(),
                Some(expected)
            );
        }
    }

    #[test]
    fn what_reads_as_it_is_written_is_seen_whole() {
        for c in (' '..=char::MAX).filter(|c| !"<*_\\%&".contains(*c)) {
            let mut bytes = [0; 4];
            let written = c.encode_utf8(&mut bytes);
            if let Some(width) = plain_width(written.as_bytes()[0]) {
                assert_eq!((width, seen(c)), (written.len(), Some(c)), "{c:?}");
            }
        }
    }
}
