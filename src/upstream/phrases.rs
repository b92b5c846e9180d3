//! Finding the phrases of the rules in a text, in one pass.
//!
//! The text is folded first: lower case, one space for any run of white space, `_` and `-`, and
//! "isn't" as "is not". A phrase begins at the start of a word, so only there its first bytes are
//! looked up in a table; most words end the search with that. ` * ` in a phrase stands for up to some
//! words: its parts are found on their own, and count when they follow each other closely. `~` at the
//! end of a part stands for any ending. Chinese has no word boundaries: there a phrase begins at any
//! character.

use crate::lanes::{BLOCK, Block};

use super::fold::{MOST, ROOM, SLACK, fold};
use super::rules::{ATOMS, CODES, LINKS, PHRASES, SLOTS, STARTS, STATES, TEXTS};

/// How far the words of ` * ` may reach, in bytes.
const GAP: usize = 90;

/// Most messages, and all codes, are no longer than this.
const SHORT: usize = 256;

/// A set of ids, in so many words of 64.
#[derive(Clone, Debug)]
pub(super) struct Found<const WORDS: usize>([u64; WORDS]);

/// Room for every phrase.
pub(super) type Phrases = Found<{ PHRASES.len().div_ceil(64) }>;

/// Room for every code: to clear as much as for phrases takes time in each classification.
pub(super) type Codes = Found<{ CODES.len().div_ceil(64) }>;

impl<const WORDS: usize> Default for Found<WORDS> {
    fn default() -> Self {
        Found([0; WORDS])
    }
}

impl<const WORDS: usize> Found<WORDS> {
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

    pub(super) fn contains_any(&self, ids: &[u16]) -> bool {
        ids.iter().any(|id| self.contains(*id))
    }
}

/// Returns a phrase as the catalog writes it.
pub(super) fn text(id: u16) -> &'static str {
    let ends = PHRASES
        .get(usize::from(id)..)
        .and_then(<[u32]>::first_chunk);
    let text = ends.and_then(|[from, to]| TEXTS.get(*from as usize..*to as usize));
    text.unwrap_or_default()
}

/// A part of a phrase between two gaps, as its text is found.
#[derive(Debug)]
pub(super) struct Atom {
    /// Where its text begins in [`TEXTS`], and in the highest byte its last byte: by that most of
    /// those with the same start are told apart, without a look at their texts.
    text: u32,
    /// Where its links begin in [`LINKS`].
    links: u16,
    length: u8,
    /// How many links it has; the highest bit says that any ending may follow.
    count: u8,
}

impl Atom {
    const STEM: u8 = 1 << 7;
    const LAST: u32 = 24;

    /// Makes a row of the generated table: where the text begins, its length, its last byte and
    /// whether any ending may follow; where the links begin, and how many there are.
    pub(super) const fn new(text: u32, shape: (u8, u8, bool), links: u16, count: u8) -> Self {
        let (length, last, stem) = shape;
        Atom {
            text: text | (last as u32) << Atom::LAST,
            links,
            length,
            count: if stem { count | Atom::STEM } else { count },
        }
    }

    #[inline(always)]
    fn length(&self) -> usize {
        usize::from(self.length)
    }

    #[inline(always)]
    fn last(&self) -> u8 {
        (self.text >> Atom::LAST) as u8
    }

    #[inline(always)]
    fn text(&self) -> &'static [u8] {
        let begin = self.text & ((1 << Atom::LAST) - 1);
        let text = TEXTS.as_bytes().get(begin as usize..);
        let text = text.and_then(|text| text.get(..self.length()));
        text.unwrap_or_default()
    }

    #[inline(always)]
    fn is_stem(&self) -> bool {
        self.count & Atom::STEM != 0
    }

    #[inline(always)]
    fn links(&self) -> &'static [Link] {
        let links = LINKS.get(usize::from(self.links)..);
        let count = usize::from(self.count & !Atom::STEM);
        let links = links.and_then(|links| links.get(..count));
        links.unwrap_or_default()
    }
}

/// Stands for "none" in [`Link`].
pub(crate) const NONE: u16 = u16::MAX;

/// What an atom, the part of a phrase between two gaps, leads to.
#[derive(Debug)]
pub(super) struct Link {
    /// The state that must have been reached shortly before; [`NONE`] for the first atom.
    pub(super) after: u16,
    /// The state that is reached, if more atoms follow.
    pub(super) state: u16,
    /// The phrase that is complete.
    pub(super) phrase: u16,
}

/// Calls `found` for each phrase that stands in the text.
pub(super) fn scan(text: &str, mut found: impl FnMut(u16)) {
    // To clear the room for long texts takes longer than to read a short one.
    let done = if text.len() <= SHORT {
        scan_in(text, &mut [0; SHORT + SLACK], &mut found)
    } else {
        scan_in(text, &mut [0; ROOM], &mut found)
    };
    if !done {
        scan_contracted(text, &mut found);
    }
}

/// Looks through a text that is folded in some room; false, and nothing found, if that is too small.
#[inline(always)]
fn scan_in(text: &str, room: &mut [u8], found: &mut impl FnMut(u16)) -> bool {
    let folded = fold(text.as_bytes(), room);
    folded.map(|folded| scan_folded(folded, found)).is_some()
}

/// The same for a text in which more is written out than any real one holds.
#[cold]
fn scan_contracted(text: &str, found: &mut impl FnMut(u16)) {
    scan_in(text, &mut [0; MOST], found);
}

fn scan_folded(folded: &[u8], found: &mut impl FnMut(u16)) {
    let mut reached = [NONE; STATES];
    let mut inside = 0;
    for base in (0..folded.len()).step_by(BLOCK) {
        let [word, leading] = Block::masks_of(folded, base, |lane| {
            let word = lane.within(b'a', b'z') | lane.within(b'0', b'9');
            [word, lane.within(0xC0, 0xFF)]
        });
        // The first bytes of words, and of characters outside ASCII.
        let mut starts = (word & !(word << 1 | inside)) | leading;
        inside = word >> (BLOCK - 1);
        while starts != 0 {
            let at = base + starts.trailing_zeros() as usize;
            starts &= starts - 1;
            let rest = folded.get(at..).unwrap_or_default();
            atoms(rest, |links, end| {
                follow(links, at, at + end, &mut reached, found)
            });
        }
    }
}

/// Follows the links of an atom that stands at `from..to`.
fn follow(
    links: &[Link],
    from: usize,
    to: usize,
    reached: &mut [u16; STATES],
    found: &mut impl FnMut(u16),
) {
    for link in links {
        let near = match reached.get(usize::from(link.after)) {
            None => true,
            Some(&end) => {
                let end = usize::from(end);
                end <= from && from - end <= GAP
            }
        };
        if !near {
            continue;
        }
        if let Some(state) = reached.get_mut(usize::from(link.state)) {
            *state = to as u16;
        }
        if link.phrase != NONE {
            found(link.phrase);
        }
    }
}

/// Calls `with` for each atom that stands at the start, with its links and its length; of atoms of
/// unlike length, for the longest first.
#[inline(always)]
fn atoms(rest: &[u8], mut with: impl FnMut(&'static [Link], usize)) {
    let word = word(rest);
    // Most words begin as no atom does but the shortest.
    let bit = start_bit(word);
    let begins = STARTS
        .get(bit / 64)
        .is_some_and(|bits| bits >> (bit % 64) & 1 != 0);
    if begins {
        if let Some(twelve) = rest.first_chunk() {
            atoms_in(long_slot(twelve), rest, &mut with);
        }
        atoms_in(five_slot(word), rest, &mut with);
    }
    atoms_in(short_slot(word), rest, &mut with);
}

/// The same of one slot.
#[inline(always)]
fn atoms_in(slot: usize, rest: &[u8], with: &mut impl FnMut(&'static [Link], usize)) {
    let range = SLOTS.get(slot..).and_then(<[u16]>::first_chunk);
    let [from, to] = range.map_or([0; 2], |range| range.map(usize::from));
    if from != to {
        let atoms = ATOMS.get(from..to).unwrap_or_default();
        for atom in atoms {
            if stands(atom, rest) {
                with(atom.links(), atom.length());
            }
        }
    }
}

/// Returns true if a text begins with this atom.
#[inline(always)]
fn stands(atom: &Atom, rest: &[u8]) -> bool {
    let last = atom.last();
    if rest.get(atom.length().wrapping_sub(1)) != Some(&last) || !rest.starts_with(atom.text()) {
        return false;
    }
    let goes_on = rest.get(atom.length()).is_some_and(|next| is_word(*next));
    atom.is_stem() || !(is_word(last) && goes_on)
}

/// Returns true for a letter or digit of a folded text.
#[inline]
fn is_word(byte: u8) -> bool {
    byte.is_ascii_lowercase() || byte.is_ascii_digit()
}

/// How many slots the table has: the first part for atoms of twelve bytes and more, the next for
/// those of five and more, the rest for shorter ones.
#[cfg(any(test, feature = "codegen"))]
pub(crate) const SLOT_COUNT: usize = 2 * LONG_SLOTS + (1 << 8);

const LONG_SLOTS: usize = 1 << 13;

/// How many bits [`STARTS`] has.
#[cfg(any(test, feature = "codegen"))]
pub(crate) const START_BITS: usize = 1 << 14;

/// The slot in which an atom stands, for the generator.
#[cfg(any(test, feature = "codegen"))]
pub(crate) fn slot(atom: &[u8]) -> usize {
    match (atom.first_chunk(), atom.len()) {
        (Some(twelve), _) => long_slot(twelve),
        (None, 5..) => five_slot(word(atom)),
        _ => short_slot(word(atom)),
    }
}

/// Returns the first eight bytes of a text, zeros behind its end.
#[inline(always)]
pub(crate) fn word(text: &[u8]) -> u64 {
    u64::from_le_bytes(text.first_chunk().copied().unwrap_or_else(|| {
        let mut bytes = text.iter().copied();
        std::array::from_fn(|_| bytes.next().unwrap_or_default())
    }))
}

/// The bit that is set in [`STARTS`] if an atom of five bytes and more begins so.
#[inline(always)]
pub(crate) fn start_bit(word: u64) -> usize {
    (mixed(word & 0xFF_FFFF_FFFF) >> 50) as usize
}

#[inline(always)]
fn long_slot(twelve: &[u8; 12]) -> usize {
    let [a, b, c, d, e, f, g, h, i, j, k, l] = *twelve;
    let head = u64::from_le_bytes([a, b, c, d, e, f, g, h]);
    let tail = u64::from(u32::from_le_bytes([i, j, k, l]));
    (mixed(head ^ tail << 29) >> 51) as usize
}

#[inline(always)]
fn five_slot(word: u64) -> usize {
    LONG_SLOTS + (mixed(word & 0xFF_FFFF_FFFF) >> 51) as usize
}

#[inline(always)]
fn short_slot(word: u64) -> usize {
    2 * LONG_SLOTS + (mixed(word & 0xFF_FFFF) >> 56) as usize
}

/// Spreads a number over all bits, the highest of which are the best.
#[inline(always)]
fn mixed(word: u64) -> u64 {
    word.wrapping_mul(0x9E37_79B9_7F4A_7C15)
}

/// Longer codes are cut: no provider has one.
pub(crate) const CODE_LENGTH: usize = 96;

/// Writes a code as words: `RateLimitExceeded`, `RATE_LIMIT_EXCEEDED` and `rate-limit.exceeded`
/// all become `rate limit exceeded`.
pub(crate) fn words_of_code<'b>(code: &str, buffer: &'b mut [u8; CODE_LENGTH]) -> &'b str {
    let bytes = code.as_bytes();
    let bytes = bytes.get(..4 * CODE_LENGTH).unwrap_or(bytes);
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
    const SPACE: &[u8] = b" algo ";
    // Words are few: to make ready for a search would take longer.
    let mut places = words.as_bytes().windows(SPACE.len());
    let last = places
        .rposition(|place| place == SPACE)
        .and_then(|at| words.get(at + SPACE.len()..));
    [Some(words), bare, last]
        .into_iter()
        .flatten()
        .filter(|form| !form.is_empty())
}

#[cfg(test)]
mod tests;
