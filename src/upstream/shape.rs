//! What kind of body an answer has, by its first bytes.

use crate::json;
use crate::provider::{eventstream, pages};

use super::text;

/// The kinds of bodies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    Empty,
    /// An event stream of AWS.
    Frames,
    Json,
    Sse,
    /// Compressed, and handed over so: nothing of it can be read.
    Packed,
    Page,
    Text,
}

impl Shape {
    /// Returns the shape of a body without white space around it.
    pub(super) fn of(body: &[u8], stream: bool) -> Shape {
        match body.first() {
            None => Shape::Empty,
            Some(b'{' | b'[' | b'"') if opens_json(body) => Shape::Json,
            Some(b'<') if pages::is_page(body) => Shape::Page,
            Some(0x1F | 0x28) if is_packed(body) => Shape::Packed,
            Some(0) if eventstream::is_event_stream(body) => Shape::Frames,
            Some(b'd' | b'e' | b':' | b'i' | b'r') if text::is_sse(body) => Shape::Sse,
            Some(_) if stream => Shape::Sse,
            Some(_) => Shape::Text,
        }
    }
}

/// No further than this do words follow a bracket.
const NEAR: usize = 1024;

/// Returns true if words follow what looks like a whole array or object: `["x"] is not a model`.
///
/// Further JSON, as on the next line of a log, are no words.
pub(super) fn words_follow(body: &[u8], relaxed: bool) -> bool {
    // What a text begins with is short: no whole body is walked once more.
    let near = body.get(..NEAR).unwrap_or(body);
    let end = json::end_of_container(near, 1, relaxed);
    let rest = near.get(end..).unwrap_or_default().trim_ascii_start();
    rest.first().is_some_and(|byte| !b"{[\"']},".contains(byte))
}

/// Returns true for gzip (RFC 1952) and Zstandard (RFC 8878).
fn is_packed(body: &[u8]) -> bool {
    body.starts_with(b"\x1F\x8B\x08") || body.starts_with(b"\x28\xB5\x2F\xFD")
}

/// Returns true unless a text only begins with a bracket, as a prefix does: `[relay] It is full`.
#[inline(always)]
fn opens_json(body: &[u8]) -> bool {
    matches!(body, [b'{', b'"', ..] | [b'"', ..]) || !begins_with_word(body)
}

/// Returns true if a bracket holds a word or a number, and what follows is nothing that JSON has.
#[inline(never)]
fn begins_with_word(body: &[u8]) -> bool {
    let Some((open, inside)) = body.split_first() else {
        return false;
    };
    // JavaScript prints a blank behind the brace.
    let inside = match open {
        b'{' => inside.trim_ascii_start(),
        _ => inside,
    };
    let is_word = |byte: &&u8| !byte.is_ascii_punctuation() || matches!(byte, b'_' | b'-' | b'.');
    let is_inside = |byte: &&u8| !byte.is_ascii_whitespace() && is_word(byte);
    let len = inside.iter().take(NEAR).take_while(is_inside).count();
    let (word, behind) = inside.split_at(len);
    let is_value = VALUES.contains(&word) || is_number(word);
    match (open, behind.split_first()) {
        (b'{', Some((b'}', _))) => !word.is_empty(),
        // A name without quotation marks, as JavaScript prints it: no reader of JSON gets further.
        (b'{', Some((b':', _))) => !word.is_empty(),
        (b'[', Some((b']', rest))) => goes_on(rest) || !(word.is_empty() || is_value),
        (b'[', Some((next, _))) if is_value => *next == b':',
        (b'[', _) => !word.is_empty(),
        _ => false,
    }
}

fn is_number(word: &[u8]) -> bool {
    // `inf` and `nan` are numbers for Rust, and words for everybody who writes JSON.
    word.iter().any(u8::is_ascii_digit)
        && std::str::from_utf8(word).is_ok_and(|word| word.parse::<f64>().is_ok())
}

/// What an array may hold without quotation marks.
const VALUES: [&[u8]; 6] = [b"true", b"false", b"null", b"True", b"False", b"None"];

/// Returns true if there is more on the line.
fn goes_on(rest: &[u8]) -> bool {
    let line = rest.split(|byte| *byte == b'\n').next();
    !line.unwrap_or_default().trim_ascii().is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn packed_bodies_are_no_text() {
        for body in [&b"\x1F\x8B\x08\0\0"[..], b"\x28\xB5\x2F\xFD\0"] {
            assert_eq!(Shape::of(body, true), Shape::Packed);
        }
        assert_eq!(Shape::of(b"(none)", false), Shape::Text);
    }

    #[test]
    fn texts_that_begin_with_a_bracket_are_no_json() {
        for text in [
            "[kiro/claude-sonnet-4.5] All accounts have used up their quota",
            "[openai] rate limit reached",
            "[1308][It is used up.][2025]",
            "[429] Too many requests",
            "[ERROR] overloaded\n{\"a\":1}",
            "[Some SDK Error]: It failed",
            "[Errno 111] Connection refused",
            "[2026-11-22 10:00:01] it failed",
            "[10:00:01] it failed",
            "[\u{9519}\u{8bef}] \u{4f59}\u{989d}\u{4e0d}\u{8db3}",
            "{model} is not supported",
            "{error: {message: 'x'}}",
            "{ error: { message: 'x' } }",
            "{\n  error: {",
            "[insufficient_quota]",
            "{overloaded}",
            "[inf, nan] are no temperatures",
            "[NaN, 1]",
            "[Infinity: too large",
            "[\u{4f59}\u{989d}\u{4e0d}\u{8db3}]",
        ] {
            assert_eq!(Shape::of(text.as_bytes(), false), Shape::Text, "{text}");
        }
        for json in [
            "[",
            "{",
            "[]",
            "{}",
            "[[",
            "[ {",
            "[1, 2",
            "[1]",
            "[-1.5e3, 2",
            "[1.5, 2",
            "[1.5]",
            "[null,",
            "[True]",
            "[None]\n",
            "[1]\n[2]",
            "[true, \"a\"",
            "['a']",
            "{'a'",
            "{ \"a\"",
            "{}\n{\"a\":1}",
            "\"a\"",
        ] {
            assert_eq!(Shape::of(json.as_bytes(), false), Shape::Json, "{json}");
        }
    }
    #[test]
    fn words_behind_json_are_told_from_more_json() {
        for text in [
            "[\"x\"] is not a model",
            "[1, 2]: no",
            "[429]\nToo many requests",
            "{} it failed",
            "{'a': 1} it failed",
        ] {
            assert!(words_follow(text.as_bytes(), true), "{text}");
        }
        for json in [
            "[1]",
            "{} \n",
            "[1]\n[2]",
            "{}{\"a\":1}",
            "{},{}",
            "[1",
            "{}}",
            "[",
        ] {
            assert!(!words_follow(json.as_bytes(), true), "{json}");
        }
    }
}
