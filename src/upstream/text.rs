//! Small readings of bytes: lines of a stream, texts that are broken, where JSON begins.

use std::borrow::Cow;

use crate::json::{self, Text};
use crate::lanes::{BLOCK, Block, Lane, Look};

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

/// Returns so many last lines of a body.
pub(super) fn last_lines(body: &[u8], count: usize) -> &[u8] {
    let mut head = body;
    for _ in 0..count {
        let end = memchr::memrchr(b'\n', head);
        head = end.and_then(|end| body.get(..end)).unwrap_or_default();
    }
    body.get(head.len()..).unwrap_or_default()
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

/// Returns true if the text is Python's dict or list rather than JSON.
pub(super) fn looks_python(body: &[u8]) -> bool {
    // What nearly every body begins with.
    if matches!(body, [_, b'"', ..]) {
        return false;
    }
    let whole = body.len();
    let body = body.strip_prefix(b"[").unwrap_or(body);
    let inside = body.strip_prefix(b"{").unwrap_or(body);
    // Python 2 writes a letter in front of its texts.
    let text = inside.strip_prefix(b"u").unwrap_or(inside);
    inside.len() < whole
        && (text.starts_with(b"'") || text.len() < inside.len() && text.starts_with(b"\""))
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

/// How much is read of a text that has to be written anew for its escapes.
///
/// More than the sanitiser shows of any, and as much as is looked at for a body inside it.
pub(super) const COPIED: usize = 16 * 1024;

/// How much is read of a text with broken characters: each may be one.
const BROKEN: usize = 8 * 1024;

/// So much of a text is read whatever stands in it.
const MIXED: usize = 8 * 1024;

/// How many escapes a longer text may hold, and characters that are wider or narrower than the one
/// before them. Nobody can foresee what follows either, and that takes its time.
const TURNS: u32 = 2048;

/// Returns a text, borrowed if it is valid UTF-8 without escapes; else so much of its start.
pub(super) fn copied(text: Text<'_>) -> Cow<'_, str> {
    let (raw, escaped) = (text.raw(), text.is_escaped());
    if escaped {
        let calm = calm(cut(raw, COPIED), |lane| lane.is(b'\\'));
        return Text::new(calm, escaped).to_str();
    }
    let calm = calm(raw, Lane::none);
    match std::str::from_utf8(calm) {
        Ok(plain) => Cow::Borrowed(plain),
        Err(_) => lossily(cut(calm, BROKEN)),
    }
}

/// Replaces what is broken: in one new text, which has room for all that could be.
fn lossily(raw: &[u8]) -> Cow<'_, str> {
    const MARK: char = char::REPLACEMENT_CHARACTER;
    let mut whole = String::with_capacity(raw.len() * MARK.len_utf8());
    for chunk in raw.utf8_chunks() {
        whole.push_str(chunk.valid());
        if !chunk.invalid().is_empty() {
            whole.push(MARK);
        }
    }
    Cow::Owned(whole)
}

/// Returns so much of the start, without a character that is cut in two.
fn cut(raw: &[u8], most: usize) -> &[u8] {
    raw.get(..most).map_or(raw, without_cut_character)
}

/// Returns so much of a text as is read in a bounded time: nearly always all of it.
fn calm(raw: &[u8], escapes: impl Fn(Lane) -> Lane) -> &[u8] {
    if raw.len() <= MIXED {
        return raw;
    }
    let mut turns = 0;
    for base in (0..raw.len()).step_by(BLOCK) {
        let [escapes, one, two, three, four] = Block::masks_of(raw, base, |lane| {
            [
                escapes(lane),
                lane.within(0, 0x7F),
                lane.within(0xC0, 0xDF),
                lane.within(0xE0, 0xEF),
                lane.within(0xF0, 0xF8),
            ]
        });
        let new = |mask: u64, width: u32| (mask & !(mask << width)).count_ones();
        turns += new(one, 1) + new(two, 2) + new(three, 3) + new(four, 4) + escapes.count_ones();
        // Each block seems to begin with one that is new.
        if turns > TURNS + (base / BLOCK) as u32 {
            return cut(raw, base.max(MIXED));
        }
    }
    raw
}

/// The same of bytes outside JSON.
pub(super) fn lossy(bytes: &[u8]) -> Cow<'_, str> {
    copied(Text::new(bytes, false))
}

/// Returns what stands in the list that was just opened, with its closing bracket; of a long one, so
/// much of its start.
pub(super) fn list(inside: &[u8]) -> Cow<'_, str> {
    let end = json::end_of_container(inside, 0, false).min(COPIED);
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
        if matches!(inside, [b'"' | b'\'', ..] | [b'u', b'"' | b'\'', ..]) {
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
            assert_eq!(spaced_list(&list(inside.as_bytes())), expected, "{inside}");
        }
    }

    #[test]
    fn of_a_text_that_is_copied_the_start_is_read() {
        let of = |raw: &str| copied(Text::new(raw.as_bytes(), true)).chars().count();
        // A few escapes, and many.
        assert_eq!(of(&"\\n2345678".repeat(COPIED)), COPIED / 9 * 8 + 3);
        for (unit, length) in [("\\n", 2), ("\\u", 2), ("\\u4f59", 6)] {
            let least = (MIXED / length).max(TURNS as usize);
            let read = least - BLOCK..=least + BLOCK;
            assert!(read.contains(&of(&unit.repeat(COPIED))), "{unit}");
            assert_eq!(of(&unit.repeat(MIXED / length)), MIXED / length, "{unit}");
        }
        assert_eq!(lossy(&[0x80; 2 * COPIED]).chars().count(), BROKEN);
        // No character is cut in two.
        for gap in 0..4 {
            let text = "x".repeat(gap) + &"\u{4f59}".repeat(COPIED) + "\\n";
            assert!(!copied(Text::new(text.as_bytes(), true)).contains('\u{fffd}'));
            let text = [text.as_bytes(), b"\xff"].concat();
            assert_eq!(lossy(&text).matches('\u{fffd}').count(), 0);
        }
    }

    #[test]
    fn a_text_is_borrowed_whole_unless_its_characters_alternate_all_the_time() {
        let umlauts = "Der Schl\u{fc}ssel ist ung\u{fc}ltig. ";
        for (unit, length) in [("x", 60), ("\u{4f59}\u{989d}", 60), (umlauts, 12)] {
            let whole = unit.repeat(length * 1024 / unit.len());
            assert!(matches!(lossy(whole.as_bytes()), Cow::Borrowed(text) if text == whole));
        }
        for unit in ["x\u{e9}", "\u{e9}\u{4f59}", "\u{1f600}x"] {
            let whole = unit.repeat(COPIED);
            let read = lossy(whole.as_bytes());
            assert!(whole.starts_with(&*read), "{unit}");
            assert!((MIXED - 4..=MIXED + BLOCK).contains(&read.len()), "{unit}");
            let short = whole.get(..MIXED - MIXED % unit.len()).unwrap_or_default();
            assert_eq!(lossy(short.as_bytes()), short);
        }
    }

    #[test]
    fn what_is_broken_is_replaced_as_the_standard_library_does() {
        let parts: [&[u8]; 8] = [
            b"a",
            b"\xe4\xbd\x99",
            b"\xe4\xbd",
            b"\x80",
            b"\xf0\x9f\x98",
            b"\xff",
            b"\xc3\xa9",
            b"\xed\xa0\x80",
        ];
        for number in 0..4096_usize {
            let indices = [number % 8, number / 8 % 8, number / 64 % 8, number / 512];
            let raw = indices.map(|index| parts[index]).concat();
            assert_eq!(lossily(&raw), String::from_utf8_lossy(&raw));
        }
    }

    #[test]
    fn the_last_lines_are_whole() {
        let body = b"data: 1\ndata: 2\ndata: 3";
        assert_eq!(last_lines(body, 1), b"\ndata: 3");
        assert_eq!(last_lines(body, 2), b"\ndata: 2\ndata: 3");
        for count in 3..6 {
            assert_eq!(last_lines(body, count), body);
        }
        assert_eq!(last_lines(b"\n\n", 1), b"\n");
    }

    #[test]
    fn a_byte_is_seen_at_every_distance() {
        for gap in 0..200 {
            for behind in [0, 1, 15, 16, 17, 63, 64, 65] {
                // Its neighbours in value are none.
                let plain = format!("{}{}", "z".repeat(gap), "|".repeat(behind));
                assert!(!has(&plain, b'{'), "{gap} {behind}");
                let marked = format!("{}{{{}", "z".repeat(gap), "|".repeat(behind));
                assert!(has(&marked, b'{'), "{gap} {behind}");
            }
        }
    }
}
