//! Heads in anybody's words that say they are an error's, and which status it has.

use super::{
    HEAD, STATUS, Unwrapped, behind_number, is_exception, leading_status, name_of, split, status,
    trim_start,
};

/// `API error (status 402 Payment Required): text`, `OpenAI Image Error: 400 - text`: a head that
/// says it is an error's, and its status.
pub(super) fn head_with_status(text: &str) -> Option<Unwrapped<'_>> {
    let (head, rest) = split(text, ": ")?;
    let rest = trim_start(rest);
    if head.len() + 2 > HEAD || !head.is_ascii() || head.contains([',', '{', '"', '\'']) {
        return None;
    }
    if let Some(named) = status_in(head) {
        return Some(Unwrapped {
            text: rest,
            code: None,
            status: Some(named),
        });
    }
    let inside = rest.strip_prefix('<').unwrap_or(rest);
    let inside = inside.strip_prefix("Status ").unwrap_or(inside);
    // `Error: 512 tokens requested`: a number that no status has is one only before a mark.
    let number = leading_status(inside).filter(|number| {
        let marked = inside
            .get(STATUS..)
            .is_some_and(|rest| !rest.starts_with(' '));
        marked || name_of(*number).is_some()
    })?;
    let text = if rest.starts_with('<') {
        rest
    } else {
        behind_number(inside)?
    };
    if !ends_with_error(head) || text.is_empty() {
        return None;
    }
    Some(Unwrapped {
        text,
        code: None,
        status: Some(number),
    })
}

/// What the words of such a head end with.
const ERROR: &str = "error";

/// Behind these a number is a status.
const SAY: [&str; 4] = [ERROR, "status", "code", "http"];

/// Behind these it is one where the head ends with it: others fail 512 times, or return 500 rows.
const FAIL: [&str; 4] = ["failed", "failure", "returned", "with"];

/// Returns the status that the head of an error's message names.
pub(super) fn status_in(head: &str) -> Option<u16> {
    let words = || head.split(|letter: char| !letter.is_ascii_alphanumeric());
    if !words().any(|word| is_one(word, &SAY) || is_one(word, &FAIL)) {
        return None;
    }
    let (mut before, mut at) = ("", 0);
    for word in words() {
        let (front, behind) = (head.get(..at)?, head.get(at + word.len()..)?);
        let is_told = |number: &u16| {
            let alone = || behind.bytes().all(|byte| !byte.is_ascii_alphanumeric());
            let inside = || front.ends_with(['(', '[']) && behind.starts_with([')', ']']);
            is_one(before, &SAY)
                || is_one(before, &FAIL) && alone()
                || inside()
                || begins_with(behind, ERROR)
                || name_of(*number).is_some_and(|name| begins_with(behind, name))
        };
        if let Some(number) = status(word).filter(is_told) {
            return Some(number);
        }
        // `HTTP/1.1 402`: the figures of a version are no words.
        if word.contains(|letter: char| letter.is_ascii_alphabetic()) {
            before = word;
        }
        // Whatever parts two words takes one byte: the head is ASCII.
        at += word.len() + 1;
    }
    None
}

/// Returns true for one of these words; `APIError` counts as `error`, and `decode` not as `code`.
fn is_one(word: &str, known: &[&str]) -> bool {
    let word = if ends_with_error(word) { ERROR } else { word };
    known.iter().any(|known| word.eq_ignore_ascii_case(known))
}

fn ends_with_error(text: &str) -> bool {
    let at = text.len().checked_sub(ERROR.len());
    let end = at.and_then(|at| text.get(at..));
    end.is_some_and(|end| end.eq_ignore_ascii_case(ERROR))
}

/// Returns true if a blank and these words stand next.
fn begins_with(text: &str, words: &str) -> bool {
    let next = text
        .strip_prefix(' ')
        .and_then(|text| text.get(..words.len()));
    next.is_some_and(|next| next.eq_ignore_ascii_case(words))
}

/// Returns true if the words in front of a body name an error's status.
pub(crate) fn tells_status(head: &str) -> bool {
    let mut words = head.split(|letter: char| !letter.is_ascii_alphanumeric());
    head.len() <= HEAD && words.any(|word| status(word).is_some())
}

/// Returns true if the words in front of a body end with an error's name: `Request error: `.
pub(crate) fn names_error(head: &str) -> bool {
    // More words than a name and "error" say what was done with the body: it may be the request's.
    if head.len() > HEAD || head.split_whitespace().nth(2).is_some() {
        return false;
    }
    let named = head.trim_end().strip_suffix(':');
    let word = named.and_then(|head| head.rsplit(' ').next());
    word.is_some_and(|word| word.eq_ignore_ascii_case(ERROR) || is_exception(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_a_status_where_the_words_beside_it_say_so() {
        for (head, status) in [
            ("API error (status 402 Payment Required)", Some(402)),
            ("OpenAI error 429", Some(429)),
            ("APIError 503 from x", Some(503)),
            ("Request failed with status code 404", Some(404)),
            ("request failed (502)", Some(502)),
            ("upstream failed with 502 Bad Gateway", Some(502)),
            ("upstream returned 500", Some(500)),
            ("HTTP/1.1 403 Forbidden", Some(403)),
            ("401 error from x", Some(401)),
            ("call failed - 500", Some(500)),
            ("failed 512 times", None),
            ("batch of 500 failed", None),
            ("returned 500 rows, 3 failed", None),
            ("failed with 512 tokens", None),
            ("error after 500 tries", None),
            ("page 404", None),
            ("Failed to decode 512 bytes", None),
        ] {
            assert_eq!(status_in(head), status, "{head}");
        }
    }

    #[test]
    fn a_head_that_is_an_errors_has_a_status_behind_it() {
        for (text, status) in [
            ("Image Error: 400 - no such size", Some(400)),
            ("Error: 529: overloaded", Some(529)),
            ("Error: 403 You may not", Some(403)),
            ("Error: 512 tokens requested, 400 left", None),
        ] {
            let found = head_with_status(text).and_then(|found| found.status);
            assert_eq!(found, status, "{text}");
        }
    }
}
