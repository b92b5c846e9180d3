//! The rows behind the sanitiser, and how they are looked up.

use super::generated::{
    COLON_MARKERS, COMPOUND_ENDS, CUE_ENDS, CUE_GROUPS, CUE_WORDS, CUES, EQUAL_MARKERS, FILLERS,
    GLUED_CUES, HOST_ALLOWED, KEYS, LAST_WORDS, MARKER_TAILS, PRIVATE_MEMBERS, WORD_MARKERS,
};

/// A key prefix and how much must follow it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Key {
    pub(super) prefix: &'static str,
    pub(super) min: u8,
    pub(super) glued: u8,
    pub(super) mixed: bool,
    /// As many bytes as are asked for must be digits and hyphens.
    pub(super) numbers: bool,
    /// It begins the name of a machine, which the words around must confirm.
    pub(super) machine: bool,
}

/// What the words before a value say about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cue {
    Secret,
    Id,
    Trace,
    Money,
    /// An amount, if a mark of money stands beside it.
    Sum,
    Name,
    Server,
    Route,
    Failed,
    Key,
    Host,
    /// A member of JSON whose value is private; no cue in a text.
    Member,
    /// No cue itself: the word before it decides.
    Filler,
    /// A circuit breaker: what it guards is named behind a [`Cue::Link`].
    Breaker,
    /// A filler behind a breaker, and behind nothing else.
    Link,
}

/// How far a marker's mask goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reach {
    Line,
    Bracket,
    Rest,
    Block,
    Names,
    List,
    Failed,
    Host,
    Errno,
}

/// A text after which the operator's insides follow.
#[derive(Clone, Copy, Debug)]
pub(super) struct Marker {
    pub(super) text: &'static str,
    pub(super) reach: Reach,
}

/// Returns the marker that a text ends with, in whatever case; a space may stand before the mark at
/// its end.
pub(super) fn marker(head: &[u8]) -> Option<&'static Marker> {
    match head {
        [words @ .., b' ', mark @ (b'=' | b':')] => {
            marked(words, *mark).or_else(|| marked(head.strip_suffix(&[*mark])?, *mark))
        }
        [words @ .., mark @ (b'=' | b':')] => marked(words, *mark),
        _ => ending(WORD_MARKERS, head, 0),
    }
}

/// Returns the marker that words and a mark are.
pub(super) fn marked(words: &[u8], mark: u8) -> Option<&'static Marker> {
    let rows = if mark == b'=' {
        EQUAL_MARKERS
    } else {
        COLON_MARKERS
    };
    ending(rows, words, 1)
}

/// Returns the row that a text ends with, the last bytes of the row left out.
fn ending(rows: &'static [Marker], head: &[u8], less: usize) -> Option<&'static Marker> {
    // Most rows are told apart by four bytes.
    let four = |text: &[u8]| {
        let four = text.last_chunk().map(|four| u32::from_le_bytes(*four));
        four.unwrap_or(0) | 0x2020_2020
    };
    let last = four(head);
    rows.iter().find(|row| {
        let row = row.text.as_bytes();
        let row = row.get(..row.len() - less).unwrap_or_default();
        let tail = head.len().checked_sub(row.len());
        let tail = tail.and_then(|at| head.get(at..)).unwrap_or_default();
        four(row) == last && tail.eq_ignore_ascii_case(row)
    })
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
        let mut slots = folded.bytes.iter_mut();
        for &byte in word.iter().filter(|byte| keep(**byte)) {
            *slots.next()? = byte.to_ascii_lowercase();
        }
        folded.len = WORD_CAP - slots.len();
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

/// Returns true if the value of a member of JSON is private, whatever it looks like.
pub(super) fn is_private_member(name: &[u8]) -> bool {
    Folded::cue(name).is_some_and(|name| listed(PRIVATE_MEMBERS, name.as_bytes()))
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

/// Returns false if certainly no cue of several words, folded, has a first byte, a last word and a
/// length.
#[inline]
pub(super) fn may_be_compound(first: u8, last: &[u8], len: usize) -> bool {
    match last {
        [.., a, b] => bit(&LAST_WORDS, mixed(sketch_of(first, [*a, *b], len))),
        _ => true,
    }
}

/// Returns false if certainly no cue of several words ends with a word.
pub(super) fn may_end_compound(word: &[u8]) -> bool {
    bit(&COMPOUND_ENDS, quick_slot(word))
}

/// Returns false if certainly no cue ends with a word of this [`quick_slot`], apart from fillers that
/// end none.
#[inline(always)]
pub(super) fn may_be_cue(slot: usize) -> bool {
    bit(&CUE_WORDS, slot)
}

/// Returns false if a word of this [`quick_slot`] is certainly none of those fillers.
#[inline(always)]
pub(super) fn may_be_filler(slot: usize) -> bool {
    bit(&FILLERS, slot)
}

/// Returns true if a longer word ends with a cue that is found there as well.
#[inline(always)]
pub(super) fn glued(word: &[u8]) -> bool {
    may_end_glued(word) && ends_with_glued(word)
}

#[inline(never)]
fn ends_with_glued(word: &[u8]) -> bool {
    ends_with_one(GLUED_CUES, word)
}

/// Returns true if a text ends with one of some rows, in whatever case.
pub(super) fn ends_with_one(rows: &[&str], text: &[u8]) -> bool {
    rows.iter().any(|row| {
        let at = text.len().checked_sub(row.len());
        let tail = at.and_then(|at| text.get(at..));
        tail.is_some_and(|tail| tail.eq_ignore_ascii_case(row.as_bytes()))
    })
}

/// Returns false if a word certainly ends with no cue that is found at the end of longer words.
#[inline]
fn may_end_glued(word: &[u8]) -> bool {
    match word {
        [.., a, b] => GLUED_ENDS[usize::from(b & 31)] >> (a & 31) & 1 == 1,
        _ => false,
    }
}

/// For the lower five bits of the last byte of such cues, a bit for those of the byte before.
static GLUED_ENDS: [u32; 32] = {
    let mut table = [0; 32];
    let mut row = 0;
    while row < GLUED_CUES.len() {
        let text = GLUED_CUES[row].as_bytes();
        let (a, b) = (text[text.len() - 2], text[text.len() - 1]);
        table[(b & 31) as usize] |= 1 << (a & 31);
        row += 1;
    }
    table
};

/// Returns false if no cue and no filler ends with the three lower bytes of a number, the first of
/// them lowest; what stands before a shorter word parts it from others.
#[inline(always)]
pub(super) fn may_end_with_three(three: u32) -> bool {
    let [a, b, c, _] = three.to_le_bytes();
    three & 0x0080_8080 != 0 || bit(&CUE_ENDS, tail_slot([a, b, c]))
}

/// Returns false if no cue and no filler ends with these bytes, some of them outside ASCII: such words
/// are looked up as they are written. What parts a word may be left out of it.
#[inline]
pub(super) fn may_end_with_bytes(three: [u8; 3]) -> bool {
    bit(&CUE_ENDS, tail_slot(three)) || three.iter().any(|byte| matches!(byte, b'-' | b'_'))
}

/// Returns false if a word, some of whose bytes lie outside ASCII, certainly ends with no cue and no
/// filler.
pub(super) fn may_end_foreign(word: &[u8]) -> bool {
    match word {
        [.., a, b, c] => {
            may_end_with_bytes([*a, *b, *c]) || may_end_cue(&[*b, *c]) || may_end_cue(&[*c])
        }
        _ => true,
    }
}

/// How many bytes the longest cue has, folded.
pub(super) const LONGEST_CUE: usize = {
    let (mut longest, mut row) = (0, 0);
    while row < CUES.len() {
        if CUES[row].0.len() > longest {
            longest = CUES[row].0.len();
        }
        row += 1;
    }
    longest
};

/// Returns false if a text certainly ends with no key prefix.
#[inline]
pub(super) fn may_end_prefix(head: &[u8]) -> bool {
    matches!(head, [.., b, c, _] if KEY_ENDS.may_be(*b, *c))
}

/// Returns false if certainly no key prefix has two bytes before its last one.
#[inline(always)]
pub(super) fn may_be_prefix(b: u8, c: u8) -> bool {
    KEY_ENDS.may_be(b, c)
}

/// Returns the longest key prefix that a text ends with; the last byte is the prefix's mark.
#[inline]
pub(super) fn prefix_at_end(head: &[u8]) -> Option<&'static Key> {
    match head {
        [.., b, c, _] if KEY_ENDS.may_be(*b, *c) => KEY_ENDS.find(head),
        _ => None,
    }
}

/// The rows of [`KEYS`] by what stands before their last byte: most words with marks are told apart
/// from keys by two bytes.
struct KeyEnds {
    /// For the byte before the last one, the bytes before it: a bit for the lower five bits of each.
    before: [u32; 256],
    /// For the byte before the last one, the first row.
    first: [u8; 256],
    /// The next row with the same byte there.
    next: [u8; KEYS.len()],
}

static KEY_ENDS: KeyEnds = KeyEnds::new();

impl KeyEnds {
    /// Behind the last row.
    const NONE: u8 = u8::MAX;

    const fn new() -> Self {
        let mut ends = KeyEnds {
            before: [0; 256],
            first: [Self::NONE; 256],
            next: [Self::NONE; KEYS.len()],
        };
        assert!(KEYS.len() < Self::NONE as usize);
        // From the last row to the first: the longest prefix is found first.
        let mut row = KEYS.len();
        while row > 0 {
            row -= 1;
            let prefix = KEYS[row].prefix.as_bytes();
            let last = prefix[prefix.len() - 2] as usize;
            ends.before[last] |= 1 << (prefix[prefix.len() - 3] & 31);
            ends.next[row] = ends.first[last];
            ends.first[last] = row as u8;
        }
        ends
    }

    #[inline]
    fn may_be(&self, b: u8, c: u8) -> bool {
        self.before[usize::from(c)] >> (b & 31) & 1 == 1
    }

    fn find(&self, head: &[u8]) -> Option<&'static Key> {
        let three = head.last_chunk::<3>()?;
        let mut row = self.first[usize::from(three[1])];
        while let Some(key) = KEYS.get(usize::from(row)) {
            let prefix = key.prefix.as_bytes();
            if prefix.last_chunk() == Some(three) && head.ends_with(prefix) {
                return Some(key);
            }
            row = *self.next.get(usize::from(row))?;
        }
        None
    }
}

/// Returns false if a text certainly ends with no marker.
#[inline(always)]
pub(super) fn may_end_marker(head: &[u8]) -> bool {
    match head {
        [.., a, b, c] => {
            MARKER_ENDS[usize::from(*c)] >> (b & 31) & 1 == 1
                && bit(&MARKER_TAILS, tail_slot([*a, *b, *c]))
        }
        _ => false,
    }
}

/// For the last byte of markers, in whatever case, a bit for the lower five bits of the byte before.
static MARKER_ENDS: [u32; 256] = {
    let mut table = [0; 256];
    let mut list = 0;
    while list < 3 {
        let rows = [EQUAL_MARKERS, COLON_MARKERS, WORD_MARKERS][list];
        let mut row = 0;
        while row < rows.len() {
            let text = rows[row].text.as_bytes();
            let (before, last) = (text[text.len() - 2], text[text.len() - 1]);
            let mut bits = 1 << (before & 31);
            if !last.is_ascii_alphanumeric() {
                // A space may stand before the mark at the end.
                bits |= 1 << (b' ' & 31);
            }
            table[last.to_ascii_lowercase() as usize] |= bits;
            table[last.to_ascii_uppercase() as usize] |= bits;
            row += 1;
        }
        list += 1;
    }
    table
};

#[inline]
fn bit<const N: usize>(bits: &[u64; N], slot: usize) -> bool {
    bits.get(slot >> 6)
        .is_some_and(|bits| bits >> (slot & 63) & 1 == 1)
}

/// How many slots the quick tests have.
#[cfg(any(test, feature = "codegen"))]
pub(crate) const SLOTS: usize = 8192;

/// Returns the slot of a word in the quick test before [`cue`]: length, first and last bytes.
#[inline]
pub(crate) fn slot(word: &[u8]) -> usize {
    mixed(sketch(word))
}

#[inline]
fn mixed(sketch: u32) -> usize {
    (sketch.wrapping_mul(0x9E37_79B1) >> 19) as usize
}

/// Returns the slot of a word in the quick tests for cues and for fillers. In this order no usual
/// filler shares its slot with a cue: "is" stands before every other number.
#[inline(always)]
pub(crate) fn quick_slot(word: &[u8]) -> usize {
    (sketch(word).wrapping_mul(QUICK) >> 19) as usize
}

const QUICK: u32 = 0x2681_FA29;

/// Returns the length of a word with its first byte and its last two.
#[inline(always)]
fn sketch(word: &[u8]) -> u32 {
    match word {
        [] => 0,
        [one] => u32::from_le_bytes([*one | 0x20, 0, *one | 0x20, 1]),
        [first, .., a, b] => sketch_of(*first, [*a, *b], word.len()),
        [a, b] => sketch_of(*a, [*a, *b], 2),
    }
}

#[inline]
fn sketch_of(first: u8, [a, b]: [u8; 2], len: usize) -> u32 {
    u32::from_le_bytes([first | 0x20, a | 0x20, b | 0x20, len as u8 & 63])
}

/// Returns the slot of three bytes.
#[inline]
pub(crate) fn tail_slot([a, b, c]: [u8; 3]) -> usize {
    let bytes = u32::from_le_bytes([a, b, c, 0]) | 0x0020_2020;
    (bytes.wrapping_mul(0x9E37_79B1) >> 19) as usize
}
