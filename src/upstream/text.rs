//! Small readings of text: lines of a stream, figures and names in a message.

use std::borrow::Cow;
use std::ops::Range;

use memchr::memmem;

use crate::json::Text;
use crate::lanes::{Block, Look};
use crate::provider::start;

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

/// How much of a text is searched for figures: they stand where it begins.
const FIGURES: usize = 4 * 1024;

/// Returns the limit and what was used or asked for, in tokens.
pub(super) fn token_figures(text: &str) -> (Option<u64>, Option<u64>) {
    let text = start(text, FIGURES);
    if memmem::find(text.as_bytes(), b"oken").is_none() {
        return (None, None);
    }
    let limit = after(text, LIMIT_LEADS).or_else(|| before(text, " maximum"));
    let used = after(text, USED_LEADS).or_else(|| before(text, " tokens >"));
    (limit, used)
}

const LIMIT_LEADS: &[&str] = &[
    "maximum context length is ",
    "maximum context length of ",
    "context length of ",
    "limit of ",
    "context window of ",
    "context length is only ",
    "Limit: ",
    "Limit ",
    "limit is ",
    "Max size: ",
    "model is ",
    "allowed (",
    "maximum allowed: ",
    "context limit of ",
    "context size (",
    "maximum number of tokens allowed (",
    "maximum of ",
    "up to ",
];

const USED_LEADS: &[&str] = &[
    "you requested ",
    "Requested ",
    "requested ",
    "your messages resulted in ",
    "token count (",
    "token count of ",
    "prompt contains ",
    "input length is ",
    "request (",
    "tokens (actual/limit): ",
    "resulted in ",
    "at least ",
];

/// Returns the number behind the first of these words that has one.
fn after(text: &str, leads: &[&str]) -> Option<u64> {
    leads.iter().find_map(|lead| {
        let at = memmem::find(text.as_bytes(), lead.as_bytes())? + lead.len();
        number(text.get(at..)?)
    })
}

/// Returns the number in front of a word.
fn before(text: &str, word: &str) -> Option<u64> {
    let at = memmem::find(text.as_bytes(), word.as_bytes())?;
    let head = text.get(..at)?;
    let digits = head.bytes().rev().take_while(u8::is_ascii_digit).count();
    head.get(head.len() - digits..)?.parse().ok()
}

fn number(text: &str) -> Option<u64> {
    let mut value: u64 = 0;
    let mut digits = 0;
    for (index, byte) in text.bytes().enumerate() {
        match byte {
            b'0'..=b'9' => {
                value = value.checked_mul(10)?.checked_add(u64::from(byte - b'0'))?;
                digits += 1;
            }
            b',' if text
                .as_bytes()
                .get(index + 1)
                .is_some_and(u8::is_ascii_digit) => {}
            _ => break,
        }
    }
    // Two digits are never a token limit.
    if digits > 2 { Some(value) } else { None }
}

/// Returns where a message names the model: in quotes behind the word, or behind `models/`.
pub(super) fn model_name(text: &str) -> Option<Range<usize>> {
    let bytes = text.as_bytes();
    let mut from = 0;
    for _ in 0..4 {
        let at = from + memmem::find(bytes.get(from..)?, b"odel")? + "odel".len();
        from = at;
        let rest = bytes.get(at..)?;
        let skip = match rest {
            [b's', b'/', ..] => return span(text, at + 2, |byte| !is_model_byte(byte)),
            [b':', b' ', ..] => 2,
            [b' ' | b'=', ..] => 1,
            _ => continue,
        };
        let open = *bytes.get(at + skip)?;
        if matches!(open, b'`' | b'\'' | b'"') {
            return span(text, at + skip + 1, |byte| byte == open);
        }
        if skip == 2 || rest.first() == Some(&b'=') {
            return span(text, at + skip, |byte| !is_model_byte(byte));
        }
    }
    None
}

/// No model's name is longer.
const MODEL: usize = 200;

fn span(text: &str, start: usize, ends: impl Fn(u8) -> bool) -> Option<Range<usize>> {
    let length = text
        .as_bytes()
        .get(start..)?
        .iter()
        .take(MODEL + 1)
        .take_while(|byte| !ends(**byte))
        .count();
    if length == 0 || length > MODEL {
        None
    } else {
        Some(start..start + length)
    }
}

fn is_model_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b':' | b'/' | b'@')
}

/// Returns where a message carries its code: `[1308][...]`, `error code: 1020`, `text (1008)`.
pub(super) fn code_in_text(text: &str) -> Option<Range<usize>> {
    let bytes = text.as_bytes();
    let starts = matches!(bytes.first(), Some(b'[' | b'e' | b'E'));
    let ends = matches!(bytes, [.., b')'] | [.., b')' | b'.', b'.']);
    if !starts && !ends {
        return None;
    }
    if let Some(rest) = text.strip_prefix('[') {
        let digits = digits(rest);
        if digits >= 3 && rest.as_bytes().get(digits) == Some(&b']') {
            return Some(1..1 + digits);
        }
    }
    for label in ["error code: ", "Error code: ", "error code "] {
        if text.starts_with(label) {
            let digits = digits(text.get(label.len()..)?);
            return if digits >= 3 {
                Some(label.len()..label.len() + digits)
            } else {
                None
            };
        }
    }
    let inside = text.trim_end_matches('.').strip_suffix(')')?;
    let open = memchr::memrchr(b'(', inside.as_bytes())?;
    let inside = inside.get(open + 1..)?;
    let number = inside.strip_prefix('E').unwrap_or(inside);
    let whole = (3..=5).contains(&number.len()) && digits(number) == number.len();
    if whole {
        Some(open + 1..open + 1 + inside.len())
    } else {
        None
    }
}

fn digits(text: &str) -> usize {
    text.bytes().take_while(u8::is_ascii_digit).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures() {
        let cases = [
            (
                "maximum context length is 131072 tokens. However, you requested 141980 tokens",
                (Some(131_072), Some(141_980)),
            ),
            (
                "prompt is too long: 207368 tokens > 200000 maximum",
                (Some(200_000), Some(207_368)),
            ),
            (
                "tokens per minute (TPM): Limit 6000, Requested 12328",
                (Some(6000), Some(12_328)),
            ),
            ("no figures here", (None, None)),
        ];
        for (text, figures) in cases {
            assert_eq!(token_figures(text), figures, "{text}");
        }
    }

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

    #[test]
    fn names_and_codes() {
        let models = [
            ("The model `a/b` does not exist", Some("a/b")),
            ("model: claude-x", Some("claude-x")),
            ("models/gemini-9 is not found", Some("gemini-9")),
            ("This model is busy", None),
        ];
        for (text, model) in models {
            assert_eq!(
                model_name(text).and_then(|range| text.get(range)),
                model,
                "{text}"
            );
        }
        let codes = [
            ("[1308][x]", Some("1308")),
            ("error code: 1020", Some("1020")),
            ("flagged as sensitive. (E005)", Some("E005")),
            ("insufficient balance (1008)", Some("1008")),
            ("no (really) code", None),
            ("f(x)", None),
        ];
        for (text, code) in codes {
            assert_eq!(
                code_in_text(text).and_then(|range| text.get(range)),
                code,
                "{text}"
            );
        }
    }
}
