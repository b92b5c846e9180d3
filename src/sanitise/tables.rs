//! The rows behind the sanitiser, and how they are looked up.

use super::generated::{CUE_GROUPS, CUE_TAILS, CUES, HOST_ALLOWED, KEY_TAILS, LAST_WORDS};

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
    let slot = slot(folded);
    if !bit(&LAST_WORDS, slot) {
        return None;
    }
    let group = slot >> 5;
    let (from, to) = (*CUE_GROUPS.get(group)?, *CUE_GROUPS.get(group + 1)?);
    let rows = CUES.get(usize::from(from)..usize::from(to))?;
    rows.iter()
        .find(|row| row.0.as_bytes() == folded)
        .map(|row| row.1)
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
    bit(&LAST_WORDS, slot(word))
}

/// Returns false if no cue and no filler ends with these three bytes: the quick test before a word
/// is looked at. A word of two letters is known by the mark before it.
#[inline]
pub(super) fn may_end_with(three: [u8; 3]) -> bool {
    bit(&CUE_TAILS, tail_slot(three))
}

/// Returns false if no key prefix ends with these three bytes.
#[inline]
pub(super) fn may_end_prefix(three: [u8; 3]) -> bool {
    bit(&KEY_TAILS, tail_slot(three))
}

#[inline]
fn bit<const N: usize>(bits: &[u64; N], slot: usize) -> bool {
    bits.get(slot >> 6)
        .is_some_and(|bits| bits >> (slot & 63) & 1 == 1)
}

/// How many slots the quick tests have.
#[cfg(any(test, feature = "codegen"))]
pub(crate) const SLOTS: usize = 8192;

/// Returns the slot of a word in the quick test before [`cue`]: length, first and last bytes.
pub(crate) fn slot(word: &[u8]) -> usize {
    let at = |index: usize| word.get(index).map_or(0, |byte| u32::from(byte | 0x20));
    let len = word.len();
    let bytes = at(0)
        | at(len.wrapping_sub(2)) << 8
        | at(len.wrapping_sub(1)) << 16
        | (len as u32 & 63) << 24;
    (bytes.wrapping_mul(0x9E37_79B1) >> 19) as usize
}

/// Returns the slot of the last three bytes of a word; what is no letter counts as one mark.
#[inline]
pub(crate) fn tail_slot(three: [u8; 3]) -> usize {
    let [a, b, c] = three.map(|byte| u32::from(byte | 0x20));
    // Of a word of two letters the byte before it does not matter.
    let a = if a.wrapping_sub(u32::from(b'a')) < 26
        || a >= 0x80
        || a.wrapping_sub(u32::from(b'0')) < 10
    {
        a
    } else {
        0
    };
    ((a | b << 8 | c << 16).wrapping_mul(0x9E37_79B1) >> 19) as usize
}
