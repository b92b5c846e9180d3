//! Small readings of bytes: lines of a stream, texts that are broken, where JSON begins.

use std::borrow::Cow;

use crate::json::{self, Text};
use crate::lanes::{Block, Look};

/// Removes white space and a byte order mark around a body.
pub(super) fn trim(body: &[u8]) -> &[u8] {
    if let [b'{', .., b'}'] = body {
        return body;
    }
    body.strip_prefix(b"\xef\xbb\xbf")
        .unwrap_or(body)
        .trim_ascii()
}

/// One line of an event stream.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum SseLine<'a> {
    Blank,
    Event(&'a [u8]),
    Data(&'a [u8]),
    Other,
}

/// Returns true if a body begins as an event stream does.
pub(super) fn is_sse(body: &[u8]) -> bool {
    const OPENINGS: [&[u8]; 5] = [b"data:", b"event:", b"id:", b"retry:", b":"];
    OPENINGS.iter().any(|opening| body.starts_with(opening))
}

/// Splits into lines; the terminator is not part of them.
pub(super) fn lines(body: &[u8]) -> impl Iterator<Item = &[u8]> {
    let mut rest = Some(body);
    std::iter::from_fn(move || {
        let text = rest?;
        let end = memchr::memchr(b'\n', text);
        rest = end.and_then(|end| text.get(end + 1..));
        let line = end.and_then(|end| text.get(..end)).unwrap_or(text);
        Some(line.strip_suffix(b"\r").unwrap_or(line))
    })
}

/// Says what a line of an event stream is.
pub(super) fn sse_field(line: &[u8]) -> SseLine<'_> {
    let line = line.trim_ascii();
    match line.first() {
        None => SseLine::Blank,
        Some(b'd' | b'e' | b'i' | b'r' | b':') if is_sse(line) => {
            if let Some(data) = line.strip_prefix(b"data:") {
                SseLine::Data(data.trim_ascii_start())
            } else {
                let name = line.strip_prefix(b"event:");
                SseLine::Event(name.unwrap_or_default().trim_ascii())
            }
        }
        Some(_) => SseLine::Other,
    }
}

/// Returns the body from a line on that was split from it.
pub(super) fn from_line<'a>(body: &'a [u8], line: &[u8]) -> &'a [u8] {
    let at = (line.as_ptr() as usize).saturating_sub(body.as_ptr() as usize);
    body.get(at..).unwrap_or_default().trim_ascii()
}

/// Returns true if the text is a Python dict rather than JSON.
pub(super) fn looks_python(body: &[u8]) -> bool {
    body.starts_with(b"{'") || body.starts_with(b"[{'")
}

/// Returns the longest start that ends with a whole character.
pub(super) fn whole_characters(bytes: &[u8]) -> &[u8] {
    match std::str::from_utf8(bytes) {
        Ok(_) => bytes,
        Err(error) => bytes.get(..error.valid_up_to()).unwrap_or_default(),
    }
}

/// Removes the start of a character that the end has cut off.
pub(super) fn without_cut_character(bytes: &[u8]) -> &[u8] {
    let continues = |byte: &&u8| (0x80..0xC0).contains(*byte);
    let behind = bytes.iter().rev().take(3).take_while(continues).count();
    let at = bytes.len().saturating_sub(behind + 1);
    match bytes.get(at) {
        Some(lead) if *lead >= 0xC0 && lead.leading_ones() as usize > behind + 1 => {
            bytes.get(..at).unwrap_or_default()
        }
        _ => bytes,
    }
}

/// How much is read of a text that has to be written anew, for its escapes or broken characters.
///
/// More than the sanitiser shows of any, and than is looked at for a body inside it.
pub(super) const COPIED: usize = 24 * 1024;

/// Returns a text, borrowed if it is valid UTF-8 without escapes; else so much of its start.
pub(super) fn copied(text: Text<'_>, most: usize) -> Cow<'_, str> {
    if !text.is_escaped() {
        if let Ok(plain) = std::str::from_utf8(text.raw()) {
            return Cow::Borrowed(plain);
        }
    }
    match text.raw().get(..most) {
        Some(start) => Text::new(without_cut_character(start), text.is_escaped()).to_str(),
        None => text.to_str(),
    }
}

/// The same of bytes outside JSON.
pub(super) fn lossy(bytes: &[u8]) -> Cow<'_, str> {
    copied(Text::new(bytes, false), COPIED)
}

/// Returns what stands in the list that was just opened, with its closing bracket; of a long one, so
/// much of its start.
pub(super) fn list(inside: &[u8]) -> Cow<'_, str> {
    let (behind, _) = json::behind_container(inside, false);
    let end = inside.len().saturating_sub(behind.len()).min(COPIED);
    lossy(inside.get(..end).unwrap_or_default())
}

/// Writes such a list as Python prints it, with a space behind each comma and colon.
pub(super) fn spaced_list(inside: &str) -> String {
    let spaces = inside.bytes().filter(|byte| matches!(byte, b',' | b':'));
    let mut list = String::with_capacity(1 + inside.len() + spaces.count());
    list.push('[');
    let (mut quoted, mut escaped) = (false, false);
    for letter in inside.chars() {
        match letter {
            '"' if !escaped => quoted = !quoted,
            _ if !quoted && letter.is_ascii_whitespace() => continue,
            _ => {}
        }
        list.push(letter);
        if !quoted && matches!(letter, ',' | ':') {
            list.push(' ');
        }
        escaped = letter == '\\' && !escaped;
    }
    list
}

/// Returns true for names in capitals, as Google writes its reasons.
pub(super) fn is_shouted(word: &str) -> bool {
    word.len() > 3
        && word
            .bytes()
            .all(|byte| byte.is_ascii_uppercase() || byte == b'_')
}

/// Returns true if this byte stands in a text.
#[inline(always)]
pub(super) fn has(text: &str, byte: u8) -> bool {
    let bytes = text.as_bytes();
    let mut rest = bytes;
    while let Some((block, behind)) = rest.split_first_chunk() {
        if Block::new(block).any(|lane| lane.is(byte)) {
            return true;
        }
        rest = behind;
    }
    while let Some((lane, behind)) = rest.split_first_chunk() {
        if Look::new(lane).mask(|lane| lane.is(byte)) != 0 {
            return true;
        }
        rest = behind;
    }
    // What is left is seen with the bytes in front of it.
    match bytes.last_chunk() {
        Some(last) => Look::new(last).mask(|lane| lane.is(byte)) != 0,
        None => rest.contains(&byte),
    }
}

/// Returns where JSON or a Python dict begins inside a text.
pub(super) fn json_start(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut from = 0;
    // A brace of prose is rare; a few tries are plenty.
    for _ in 0..8 {
        let at = from + memchr::memchr(b'{', bytes.get(from..)?)?;
        let inside = bytes.get(at + 1..)?.trim_ascii_start();
        if matches!(inside.first(), Some(b'"' | b'\'')) {
            return Some(if at > 0 && bytes.get(at - 1) == Some(&b'[') {
                at - 1
            } else {
                at
            });
        }
        from = at + 1;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cut_character_goes_and_a_whole_one_stays() {
        let text = "a\u{e9}\u{4f59}\u{1f600}";
        for end in 0..=text.len() {
            let whole = without_cut_character(&text.as_bytes()[..end]);
            let longest = (0..=end).rev().find(|at| text.is_char_boundary(*at));
            assert_eq!(Some(whole.len()), longest);
        }
        assert_eq!(
            without_cut_character(b"\x80\x80\x80\x80"),
            b"\x80\x80\x80\x80"
        );
    }

    #[test]
    fn a_list_is_written_with_single_spaces() {
        let cases = [
            (
                "{\"a\":[1,2],\n \"b\":\"x,y:\\\"z\\\\\"}] ,3",
                "[{\"a\": [1, 2], \"b\": \"x,y:\\\"z\\\\\"}]",
            ),
            ("", "["),
            ("1 ,\t2", "[1, 2"),
        ];
        for (inside, expected) in cases {
            assert_eq!(list(inside.as_bytes()), expected, "{inside}");
        }
    }

    #[test]
    fn of_a_text_that_is_copied_the_start_is_read() {
        for (unit, escaped) in [("\\n", true), ("\\u", true), ("\\u4f59", true)] {
            let raw = unit.repeat(COPIED);
            let text = copied(Text::new(raw.as_bytes(), escaped), COPIED);
            assert!(matches!(text, Cow::Owned(_)), "{unit}");
            assert!(text.chars().count() <= COPIED / unit.len() + unit.len());
        }
        let broken = vec![0x80; 2 * COPIED];
        assert_eq!(lossy(&broken).chars().count(), COPIED);
        let whole = "x".repeat(2 * COPIED);
        assert_eq!(lossy(whole.as_bytes()), whole);
        // No character is cut in two.
        let text = "\u{4f59}".repeat(COPIED) + "\\n";
        let text = copied(Text::new(text.as_bytes(), true), COPIED - 1);
        assert!(!text.contains('\u{fffd}'));
    }
}
