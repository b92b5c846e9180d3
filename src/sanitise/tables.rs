//! The rows behind the sanitiser, and how they are looked up.

use super::generated::{CUES, HOST_ALLOWED, LAST_WORDS};

/// A key prefix and how much must follow it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Key {
    pub(super) prefix: &'static str,
    pub(super) min: u8,
    pub(super) glued: u8,
    pub(super) mixed: bool,
}

/// What the words before a value say about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cue {
    Secret,
    Id,
    Trace,
    Money,
    Name,
    Server,
    /// No cue itself: the word before it decides.
    Filler,
}

/// How far a marker's mask goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reach {
    Line,
    Bracket,
    Rest,
    Names,
}

/// A text after which the operator's insides follow.
#[derive(Clone, Copy, Debug)]
pub(super) struct Marker {
    pub(super) text: &'static str,
    pub(super) reach: Reach,
}

/// The longest word that is looked up, in bytes.
pub(super) const WORD_CAP: usize = 48;

/// A short word in lower case, without the marks inside a compound.
pub(super) struct Folded {
    bytes: [u8; WORD_CAP],
    len: usize,
}

impl Folded {
    /// Folds a word for [`cue`]: "API-Key" and "api_key" are one. None if it is too long.
    pub(super) fn cue(word: &[u8]) -> Option<Folded> {
        Folded::with(word, |byte| !matches!(byte, b'-' | b'_' | b' '))
    }

    /// Lower-cases a word for [`listed`]. None if it is too long.
    pub(super) fn word(word: &[u8]) -> Option<Folded> {
        Folded::with(word, |_| true)
    }

    fn with(word: &[u8], keep: impl Fn(u8) -> bool) -> Option<Folded> {
        let mut folded = Folded {
            bytes: [0; WORD_CAP],
            len: 0,
        };
        for &byte in word {
            if keep(byte) {
                *folded.bytes.get_mut(folded.len)? = byte.to_ascii_lowercase();
                folded.len += 1;
            }
        }
        Some(folded)
    }

    pub(super) fn as_bytes(&self) -> &[u8] {
        self.bytes.get(..self.len).unwrap_or_default()
    }
}

/// Returns what a folded word or compound is a cue for.
pub(super) fn cue(folded: &[u8]) -> Option<Cue> {
    let found = CUES
        .binary_search_by(|(word, _)| (word.len(), word.as_bytes()).cmp(&(folded.len(), folded)));
    CUES.get(found.ok()?).map(|row| row.1)
}

/// Returns true if a word in lower case is in a generated list.
pub(super) fn listed(list: &[&str], word: &[u8]) -> bool {
    list.binary_search_by(|row| (row.len(), row.as_bytes()).cmp(&(word.len(), word)))
        .is_ok()
}

/// Returns true if a word, lower-cased, is in a generated list.
pub(super) fn listed_folded(list: &[&str], word: &[u8]) -> bool {
    Folded::word(word).is_some_and(|word| listed(list, word.as_bytes()))
}

/// Returns true if a dotted word is no host, or a constant that clients parse.
pub(super) fn allowed_host(word: &[u8]) -> bool {
    listed(HOST_ALLOWED, word)
}

/// Returns false if a word certainly ends no cue and is no filler.
pub(super) fn may_end_cue(word: &[u8]) -> bool {
    let slot = slot(word);
    LAST_WORDS
        .get(slot >> 6)
        .is_some_and(|bits| bits >> (slot & 63) & 1 == 1)
}

/// Returns the slot of a word in the quick test before [`cue`]: length, first and last byte.
pub(crate) fn slot(word: &[u8]) -> usize {
    let first = word.first().map_or(0, |byte| usize::from(byte | 0x20));
    let last = word.last().map_or(0, |byte| usize::from(byte | 0x20));
    (word.len() * 37 + first * 5 + last * 131) & 1023
}
