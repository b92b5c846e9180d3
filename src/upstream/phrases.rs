//! Finding the phrases of the rules in a text, in one pass.
//!
//! A phrase begins at the start of a word, so only there three bytes are looked up in a table;
//! most words end the search with that. A space in a phrase stands for any run of white space,
//! `_` and `-`; ` * ` for up to some words within the sentence; a `~` at the end for any ending.
//! Chinese has no word boundaries: there a phrase begins at any character.

use super::rules::{CODES, PHRASES, SLOTS};

/// How far the words of ` * ` may reach, in bytes.
const GAP: usize = 90;

/// How long a message is looked at; what matters stands at its start or end.
const LOOK: usize = 16 * 1024;

/// A set of ids.
#[derive(Clone, Debug)]
pub(super) struct Found([u64; WORDS]);

/// Enough for every phrase and every code; the generated tables are checked while compiling.
const WORDS: usize = 44;

const _: () = assert!(PHRASES.len() <= WORDS * 64 && CODES.len() <= WORDS * 64);

impl Default for Found {
    fn default() -> Self {
        Found([0; WORDS])
    }
}

impl Found {
    /// Returns true if the id is new.
    pub(super) fn insert(&mut self, id: u16) -> bool {
        let Some(word) = self.0.get_mut(usize::from(id >> 6)) else {
            return false;
        };
        let bit = 1 << (id & 63);
        let new = *word & bit == 0;
        *word |= bit;
        new
    }

    pub(super) fn contains(&self, id: u16) -> bool {
        self.0
            .get(usize::from(id >> 6))
            .is_some_and(|word| word & (1 << (id & 63)) != 0)
    }
}

/// Returns a phrase as the catalog writes it.
pub(super) fn text(id: u16) -> &'static str {
    PHRASES.get(usize::from(id)).copied().unwrap_or_default()
}

/// Calls `found` for each phrase that stands in the text.
pub(super) fn scan(text: &str, mut found: impl FnMut(u16)) {
    let bytes = text.as_bytes();
    let bytes = bytes.get(..LOOK).unwrap_or(bytes);
    let mut inside = false;
    for (at, byte) in bytes.iter().enumerate() {
        let class = class(*byte);
        let start = match class {
            Class::Word => !inside,
            Class::Wide => true,
            Class::Continued | Class::Other => false,
        };
        inside = class == Class::Word;
        if start {
            if let Some(window) = bytes.get(at..at + 3) {
                candidates(window, |id, phrase| {
                    if matches(phrase.as_bytes(), bytes, at) {
                        found(id);
                    }
                });
            }
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Word,
    /// The first byte of a character outside ASCII.
    Wide,
    Continued,
    Other,
}

fn class(byte: u8) -> Class {
    match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => Class::Word,
        0xC0.. => Class::Wide,
        0x80..=0xBF => Class::Continued,
        _ => Class::Other,
    }
}

/// Calls `with` for the phrases that share the slot of the first three bytes.
///
/// The generator sorts phrases by slot, so those of one slot stand together.
fn candidates(window: &[u8], mut with: impl FnMut(u16, &'static str)) {
    let Some(slot) = slot(window) else { return };
    let Some((from, to)) = SLOTS.get(slot).copied().zip(SLOTS.get(slot + 1).copied()) else {
        return;
    };
    for id in from..to {
        with(id, text(id));
    }
}

/// How many slots the table has: two bytes each.
pub(crate) const SLOT_COUNT: usize = 2048;

/// The table's slot of three bytes; the generator uses the same function.
pub(crate) fn slot(window: &[u8]) -> Option<usize> {
    let [a, b, c, ..] = window else { return None };
    let mixed =
        usize::from(fold(*a)) * 31 + usize::from(fold(*b)) * 37 * 16 + usize::from(fold(*c)) * 997;
    Some(mixed % SLOT_COUNT)
}

/// Lower case, and one byte for everything that a phrase's space stands for.
fn fold(byte: u8) -> u8 {
    if is_space(byte) {
        b' '
    } else {
        byte.to_ascii_lowercase()
    }
}

fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\r' | b'_' | b'-')
}

/// Returns true if the phrase stands at `at`.
pub(crate) fn matches(phrase: &[u8], text: &[u8], at: usize) -> bool {
    let (first, rest) = split(phrase);
    let Some(mut end) = part(first, text, at) else {
        return false;
    };
    let mut rest = rest;
    while let Some(piece) = rest {
        let (head, tail) = split(piece);
        let limit = (end + GAP).min(text.len());
        let found = (end..limit).find_map(|from| {
            let begins = starts_word(text, from);
            if begins { part(head, text, from) } else { None }
        });
        let Some(next) = found else { return false };
        end = next;
        rest = tail;
    }
    true
}

/// Splits a phrase at its first gap.
fn split(phrase: &[u8]) -> (&[u8], Option<&[u8]>) {
    match memchr::memmem::find(phrase, b" * ") {
        Some(at) => (phrase.get(..at).unwrap_or_default(), phrase.get(at + 3..)),
        None => (phrase, None),
    }
}

fn starts_word(text: &[u8], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|at| text.get(at));
    match text.get(at).map(|byte| class(*byte)) {
        Some(Class::Word) => !before.is_some_and(|byte| class(*byte) == Class::Word),
        Some(Class::Wide) => true,
        Some(Class::Other) => true,
        _ => false,
    }
}

/// Returns where the part ends if it stands at `at`.
fn part(phrase: &[u8], text: &[u8], at: usize) -> Option<usize> {
    let (phrase, stem) = match phrase.strip_suffix(b"~") {
        Some(phrase) => (phrase, true),
        None => (phrase, false),
    };
    let mut end = at;
    for byte in phrase {
        let here = *text.get(end)?;
        if *byte == b' ' {
            if !is_space(here) {
                return None;
            }
            while text.get(end).is_some_and(|byte| is_space(*byte)) {
                end += 1;
            }
        } else {
            if here.to_ascii_lowercase() != *byte {
                return None;
            }
            end += 1;
        }
    }
    let last_is_word = phrase
        .last()
        .is_some_and(|byte| class(*byte) == Class::Word);
    let goes_on = text
        .get(end)
        .is_some_and(|byte| class(*byte) == Class::Word);
    if last_is_word && goes_on && !stem {
        None
    } else {
        Some(end)
    }
}

/// Longer codes are cut: no provider has one.
pub(crate) const CODE_LENGTH: usize = 96;

/// Writes a code as words: `RateLimitExceeded`, `RATE_LIMIT_EXCEEDED` and `rate-limit.exceeded`
/// all become `rate limit exceeded`.
pub(crate) fn words_of_code<'b>(code: &str, buffer: &'b mut [u8; CODE_LENGTH]) -> &'b str {
    let bytes = code.as_bytes();
    let mut length = 0;
    let mut push = |byte: u8, length: &mut usize| {
        if let Some(slot) = buffer.get_mut(*length) {
            *slot = byte;
            *length += 1;
        }
    };
    let mut spaced = true;
    for (at, byte) in bytes.iter().enumerate() {
        let next_is_lower = bytes.get(at + 1).is_some_and(u8::is_ascii_lowercase);
        let before = at
            .checked_sub(1)
            .and_then(|at| bytes.get(at))
            .copied()
            .unwrap_or(b' ');
        let camel = byte.is_ascii_uppercase()
            && (before.is_ascii_lowercase() || (before.is_ascii_uppercase() && next_is_lower));
        if camel && !spaced {
            push(b' ', &mut length);
        }
        if byte.is_ascii_alphanumeric() {
            push(byte.to_ascii_lowercase(), &mut length);
            spaced = false;
        } else if !spaced {
            push(b' ', &mut length);
            spaced = true;
        }
    }
    let words = buffer.get(..length).unwrap_or_default();
    std::str::from_utf8(words).unwrap_or_default().trim_end()
}

/// The forms under which a code may stand in the table: whole, without its namespace, and without
/// a closing `error` or `exception`.
pub(super) fn forms_of_code(words: &str) -> impl Iterator<Item = &str> {
    let bare = words
        .strip_suffix(" exception")
        .or_else(|| words.strip_suffix(" error"));
    let last = words.rsplit(" algo ").next().filter(|last| *last != words);
    [Some(words), bare, last]
        .into_iter()
        .flatten()
        .filter(|form| !form.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stands(phrase: &str, text: &str) -> bool {
        (0..text.len()).any(|at| {
            starts_word(text.as_bytes(), at) && matches(phrase.as_bytes(), text.as_bytes(), at)
        })
    }

    #[test]
    fn phrases_and_their_signs() {
        let cases = [
            ("rate limit", "Rate_limit reached", true),
            ("rate limit", "Rate-Limit reached", true),
            ("rate limit", "separate limits", false),
            ("rate limit", "rate limits", false),
            ("rate limit~", "rate limiting", true),
            ("model * not found", "the model `a/b-c` was not found", true),
            ("model * not found", "the model is fine", false),
            ("used all available", "used all\n  available", true),
            (
                "\u{4f59}\u{989d}\u{4e0d}\u{8db3}",
                "\u{8d26}\u{6237}\u{4f59}\u{989d}\u{4e0d}\u{8db3}\u{ff01}",
                true,
            ),
            (
                "\u{7528}\u{6237} * \u{4e0d}\u{8db3}",
                "\u{7528}\u{6237}\u{989d}\u{5ea6}\u{4e0d}\u{8db3}",
                true,
            ),
        ];
        for (phrase, text, expected) in cases {
            assert_eq!(stands(phrase, text), expected, "{phrase} in {text}");
        }
    }

    #[test]
    fn codes_as_words() {
        let cases = [
            ("RateLimitExceeded", "rate limit exceeded"),
            ("RATE_LIMIT_EXCEEDED", "rate limit exceeded"),
            ("APIKeyInvalid", "api key invalid"),
            (
                "InternalError.Algo.DataInspectionFailed",
                "internal error algo data inspection failed",
            ),
            (
                "com.amazon#AccessDeniedException",
                "com amazon access denied exception",
            ),
            ("1113", "1113"),
            ("E005", "e005"),
            ("", ""),
        ];
        for (code, words) in cases {
            assert_eq!(words_of_code(code, &mut [0; CODE_LENGTH]), words, "{code}");
        }
    }
}
