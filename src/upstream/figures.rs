//! What a message says besides: limits in tokens, the model, a code.

use std::ops::Range;

use memchr::memmem;

use super::figure_rows::{CODE_LEADS, LIMIT_LEADS, LIMIT_TAILS, USED_LEADS, USED_TAILS};
use crate::provider::start;

/// How much of a text is searched for figures: they stand where it begins.
const FIGURES: usize = 4 * 1024;

/// Returns the limit and what was used or asked for, in tokens.
pub(super) fn token_figures(text: &str) -> (Option<u64>, Option<u64>) {
    let text = start(text, FIGURES);
    if memmem::find(text.as_bytes(), b"oken").is_none() {
        return (None, None);
    }
    let limit = after(text, LIMIT_LEADS).or_else(|| before(text, LIMIT_TAILS));
    let used = after(text, USED_LEADS).or_else(|| before(text, USED_TAILS));
    (limit, used)
}

/// Returns the number behind the first of these words that has one.
fn after(text: &str, leads: &[&str]) -> Option<u64> {
    leads.iter().find_map(|lead| {
        let at = memmem::find(text.as_bytes(), lead.as_bytes())? + lead.len();
        number(text.get(at..)?)
    })
}

/// Returns the number in front of the first of these words that has one.
fn before(text: &str, words: &[&str]) -> Option<u64> {
    words.iter().find_map(|word| {
        let at = memmem::find(text.as_bytes(), word.as_bytes())?;
        let head = text.get(..at)?;
        let digits = head.bytes().rev().take_while(u8::is_ascii_digit).count();
        head.get(head.len() - digits..)?.parse().ok()
    })
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
    for label in CODE_LEADS {
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
