//! The last resort for JSON of an error whose shape no table knows: names are guessed.

use std::borrow::Cow;

use crate::json::{Event, Scanner};
use crate::provider::unknown;

use super::text;

/// What was found in a body without a known shape.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Guess<'b> {
    pub(super) message: Option<Cow<'b, str>>,
    pub(super) code: Option<Cow<'b, str>>,
}

/// How much is searched: an error says early what it has to say.
const CAP: usize = 2 * 1024;

/// So many strings are asked whether they are a sentence.
const TRIES: u32 = 16;

/// Looks for a sentence whose member's name promises a message, and for a code beside it.
///
/// Only for bodies that are errors by their status and in which the tables found no message.
#[inline(never)]
pub(super) fn guess(body: &[u8]) -> Guess<'_> {
    let body = body.get(..CAP).unwrap_or(body);
    let mut scanner = Scanner::reading(body, text::looks_python(body));
    let mut found = Guess::default();
    // A text in an array without a name is as good as one in a member that promises little.
    let (mut best, mut promise, mut coded, mut tries) = (0, 1, false, 0);
    while let Some(event) = scanner.next_event() {
        match event {
            Event::Key(name) => {
                let plain = !name.is_escaped();
                promise = if plain {
                    unknown::promises_message(name.raw())
                } else {
                    0
                };
                coded = plain && unknown::promises_code(name.raw());
            }
            Event::String(text) if coded => {
                found.code = found.code.or_else(|| Some(text.to_str()));
            }
            Event::Number(digits) if coded => {
                found.code = found.code.or(Some(Cow::Borrowed(digits)));
            }
            // An array's strings stand under the array's name.
            Event::String(text) if promise > best && tries < TRIES => {
                tries += 1;
                let text = text.to_str();
                if is_sentence(&text) {
                    best = promise;
                    found.message = Some(text);
                }
            }
            _ => {}
        }
    }
    found
}

/// A sentence has words; Chinese and its neighbours write none apart.
fn is_sentence(text: &str) -> bool {
    let text = text.trim();
    text.contains(' ') || text.chars().filter(|one| !one.is_ascii()).count() > 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_are_found_wherever_they_stand() {
        let cases = [
            (r#"{"errorMsg":"it is full"}"#, Some("it is full"), None),
            (
                r#"{"data":{"error":{"Message":"it is full","Code":"A1"}},"title":"An error"}"#,
                Some("it is full"),
                Some("A1"),
            ),
            (
                r#"{"error":{"message":["it is full","x y"]}}"#,
                Some("it is full"),
                None,
            ),
            (
                r#"{"desc":"余额不足","errcode":17}"#,
                Some("余额不足"),
                Some("17"),
            ),
            (r#"{"model":"a b c","detail":"short"}"#, None, None),
            (r#"{"message":"it is cu"#, Some("it is cu"), None),
            (r#"["it is full","x y"]"#, Some("it is full"), None),
        ];
        for (body, message, code) in cases {
            let found = guess(body.as_bytes());
            assert_eq!(
                (found.message.as_deref(), found.code.as_deref()),
                (message, code),
                "{body}"
            );
        }
    }
}
