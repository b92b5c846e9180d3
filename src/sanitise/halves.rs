//! Whether what stands before a line break and behind it are two halves of one value.
//!
//! A line of prose may end and begin with any word, so that "line.\nApp" must not become a host. A
//! half is told by what no sentence has there: marks and digits inside, or a mask that ends exactly
//! at the break before a word that is not an everyday one.

use super::class::{ALNUM, AT, COLON, DASH, DIGIT, DOT, LETTER, LOWER, QUERY, SLASH, UPPER};
use super::class::{class, is_alnum, kinds};
use super::cue::{self, Before};
use super::generated::{EVERYDAY, HOST_STRONG, PROSE};
use super::key;
use super::known;
use super::quick;
use super::spans::Spans;
use super::tables::{Cue, listed_folded};

/// A half of fewer letters tells nobody anything, and may as well be a word.
const TELLING: usize = 6;

/// As many bytes are enough for a key drawn by lot.
const RANDOM: usize = 16;

/// What stands before a break and behind it.
pub(super) struct Halves<'t> {
    pub(super) text: &'t [u8],
    pub(super) left: (usize, usize),
    pub(super) right: (usize, usize),
}

impl<'t> Halves<'t> {
    fn left(&self) -> &'t [u8] {
        self.text.get(self.left.0..self.left.1).unwrap_or_default()
    }

    fn right(&self) -> &'t [u8] {
        self.text
            .get(self.right.0..self.right.1)
            .unwrap_or_default()
    }

    /// Returns false if two words are certainly no halves; asked of all breaks of a text.
    pub(super) fn may_be(&self) -> bool {
        let (left, right) = (self.left(), self.right());
        let (seen, behind) = (kinds(left), kinds(right));
        if marks(right) > 0 || ends_masked(left) {
            return goes_on(left, right);
        }
        if is_status(right) {
            return false;
        }
        if self.is_folder() || is_tail(left, right) || is_label(left, right) {
            return true;
        }
        if behind & ALNUM == 0 || (seen & ALNUM == 0 && !left.ends_with(b"/")) {
            return false;
        }
        let (first, second) = (trimmed(left), trimmed(right));
        let capital = is_capitalised(second) && !(second.len() == left.len() && self.is_block());
        if capital || (is_everyday(second) && !is_open(left)) {
            return false;
        }
        match (kinds(first), kinds(second)) {
            (a, b) if (a | b) & !LETTER == 0 => self.may_be_words(left, first, second),
            // "is 8192\ntokens" and "at least\n8192".
            (a, b)
                if (a | b) & !ALNUM == 0
                    && (a & !LETTER == 0 || a & !DIGIT == 0)
                    && left.len() == first.len() =>
            {
                first.len() + second.len() >= RANDOM
                    || b & !DIGIT == 0 && a == DIGIT
                    || self.cue().is_some()
            }
            _ => true,
        }
    }

    /// Returns true if a word of letters that fills its line may go on behind it as it went on before
    /// it: a key that was broken more than once.
    pub(super) fn may_go_on(&self) -> bool {
        let word = trimmed(self.left());
        word.len() == self.left().len() && !is_everyday(word) && self.go_on()
    }

    /// Returns true if what stands behind the break goes on with what is masked before it, over
    /// another break even.
    pub(super) fn go_on(&self) -> bool {
        goes_on(self.left(), self.right()) || (self.is_block() && !is_everyday(self.right()))
    }

    /// Returns true if the word behind the break fills its line and is no longer than the one before
    /// it: a value that was cut into pieces of one length.
    fn is_block(&self) -> bool {
        let (left, right) = (self.left(), self.right());
        let next = self.text.get(self.right.1);
        let fills = next.is_none_or(|byte| b"\n\r\\\"'`".contains(byte));
        fills && (right.len() == left.len() || right.len() < left.len() && !is_capitalised(right))
    }

    /// Returns true if two words of letters may be halves: of a secret that is announced, or of a
    /// host whose final label stands alone.
    fn may_be_words(&self, left: &[u8], first: &[u8], second: &[u8]) -> bool {
        if left.len() > first.len() {
            return left.ends_with(b".")
                && second.first().is_some_and(u8::is_ascii_lowercase)
                && listed_folded(HOST_STRONG, second)
                || matches!(left.last(), Some(b'@' | b'/' | b'-' | b'_' | b'=' | b'*'));
        }
        !is_everyday(first)
            && self
                .cue()
                .is_some_and(|found| found.cue == Cue::Secret || found.cue == Cue::Name)
    }

    /// Returns what announces the value; fillers and request ids announce none.
    fn cue(&self) -> Option<Before> {
        let found =
            quick::likely(self.text, self.left.0).then(|| cue::before(self.text, self.left.0));
        let telling = |found: &Before| !matches!(found.cue, Cue::Filler | Cue::Trace);
        found.flatten().filter(telling)
    }

    /// Returns true if two parts of what is found over a break are halves of one value. `known` is
    /// what is masked line by line.
    pub(super) fn are(&self, known: &Spans) -> bool {
        let (left, right) = (self.left(), self.right());
        let grouped = left.ends_with(b":") && colons(left) > 1;
        if right.is_empty() || (is_date(right) && !grouped) {
            return false;
        }
        let before = known
            .ends_in((self.left.0, self.right.0))
            .is_some_and(|end| {
                let rest = self
                    .text
                    .get(end.min(self.left.1)..self.left.1)
                    .unwrap_or_default();
                rest.iter().all(|&byte| class(byte) & (ALNUM | SLASH) == 0)
            });
        let behind = known.begins_in(self.right).is_some_and(|(start, end)| {
            let rest = self.text.get(self.right.0..start).unwrap_or_default();
            rest.iter().all(|byte| !is_alnum(*byte)) && end + TELLING > self.right.1
        });
        if is_status(right) || known::is_advice(trimmed(right)) && !self.is_block() {
            return false;
        }
        match (before, behind) {
            // Two values, one on each line.
            (true, true) => false,
            (true, false) if self.is_folder() || is_tail(left, right) => true,
            (false, false) if is_label(left, right) => true,
            (true, false) => {
                let piece = left.len() == right.len() || (left.len() >= RANDOM && right.len() < 4);
                let one = piece && self.is_block() && !is_everyday(right);
                one || goes_on(left, right)
            }
            (false, true) => begins(left, right),
            (false, false) => self.are_one(left, right),
        }
    }

    /// Returns true if a path with a drive goes on in the next line, with a word that ends a folder's
    /// name or some more: `C:\Program` and `Files\Acme\bin`.
    fn is_folder(&self) -> bool {
        let left = self.left();
        let drive = left
            .windows(3)
            .any(|three| matches!(three, [drive, b':', b'\\'] if drive.is_ascii_alphabetic()));
        let rest = self.text.get(self.right.0..).unwrap_or_default();
        let rest = rest.get(..rest.len().min(FOLDER)).unwrap_or_default();
        let stop = rest.iter().position(|byte| b"\n\r\"'`:;,".contains(byte));
        let near = rest.get(..stop.unwrap_or(rest.len())).unwrap_or_default();
        let name = near.iter().position(|&byte| byte == b'\\');
        let blanks = |name: &[u8]| name.iter().filter(|byte| **byte == b' ').count();
        drive && name.is_some_and(|len| len > 0 && blanks(near.get(..len).unwrap_or_default()) < 2)
    }

    /// Returns true if neither half tells by itself what both together are.
    fn are_one(&self, left: &[u8], right: &[u8]) -> bool {
        let (first, second) = (trimmed(left), trimmed(right));
        let (seen, behind) = (kinds(first), kinds(second));
        // A URL that was let pass ends here.
        let address = left
            .windows(4)
            .position(|four| four.starts_with(b"://") && is_alnum(four[3]));
        if address.is_some() || is_member(right, b'=') {
            return false;
        }
        if first.len() > 1
            && seen & !LETTER == 0
            && is_everyday(first)
            && (right.starts_with(b".") || self.cue().is_some())
        {
            return false;
        }
        // An id that may stay, behind a word: "Batch" and "msgbatch_01...".
        if seen & !LETTER == 0 && key::is_kept(right) {
            return false;
        }
        match behind {
            // A colon before an everyday word is the sentence's.
            _ if behind & !LETTER == 0 && is_everyday(second) => {
                is_open(left) && !left.ends_with(b":")
            }
            _ if behind & !LETTER == 0 && seen & !LETTER == 0 => {
                if left.ends_with(b".") {
                    !is_capitalised(first)
                } else {
                    left.len() > first.len()
                        || self.cue().is_some_and(|found| found.bound || found.foreign)
                }
            }
            // "wrong\n2 attempts", "models:\n8000".
            DIGIT if seen & !LETTER == 0 => second.len() > 2 && left.len() == first.len(),
            DIGIT if seen == DIGIT => !self.is_column() || self.cue().is_some(),
            _ => true,
        }
    }

    /// Returns true if nothing else stands in the two lines: rows of numbers.
    fn is_column(&self) -> bool {
        let line = |byte: Option<&u8>| {
            byte.is_none_or(|byte| matches!(byte, b'\n' | b'\r' | b' ' | b'\t'))
        };
        let before = self.left.0.checked_sub(1).and_then(|at| self.text.get(at));
        line(before) && line(self.text.get(self.right.1)) && before != Some(&b' ')
    }
}

/// How far the end of a folder's name is looked for.
const FOLDER: usize = 64;

/// Returns true for the line that follows what an HTTP client has called: `HTTP/1.1 502`.
fn is_status(right: &[u8]) -> bool {
    right.starts_with(b"HTTP/")
}

/// Returns true if the end of a masked key is parted: `sk-jwkt…A` and `WO2`.
fn is_tail(left: &[u8], right: &[u8]) -> bool {
    let word = trimmed(right);
    let end = left
        .iter()
        .rposition(|byte| matches!(byte, b'*' | b'#' | b'.') || *byte >= 0x80);
    let Some((head, tail)) = end.and_then(|end| left.split_at_checked(end + 1)) else {
        return false;
    };
    let short = (1..4).contains(&tail.len()) && tail.len() + word.len() <= REMAINS;
    let marked = head.len() > 4 && (head.ends_with(b"##") || head.ends_with(b".."));
    short
        && (marked || ends_masked(head))
        && !is_everyday(word)
        && key::is_tail(both(tail, word, &mut [0; REMAINS]))
}

/// Returns true if the final label of a host is parted: `ip-10-67-1-146.compute.i` and `nternal`.
fn is_label(left: &[u8], right: &[u8]) -> bool {
    let letters = |bytes: &[u8]| {
        bytes
            .iter()
            .take_while(|byte| byte.is_ascii_lowercase())
            .count()
    };
    let mut labels = left.rsplit(|&byte| byte == b'.');
    let (last, name) = (labels.next().unwrap_or_default(), labels.next());
    let rest = right.get(..letters(right)).unwrap_or_default();
    let host = kinds(left) & (DIGIT | DASH) != 0 || labels.next().is_some();
    let parted = !last.is_empty() && last.len() == letters(last) && !rest.is_empty();
    if !host || !parted || name.is_none_or(<[u8]>::is_empty) || last.len() + rest.len() > LABEL {
        return false;
    }
    let mut room = [0; LABEL];
    listed_folded(HOST_STRONG, both(last, rest, &mut room)) && !listed_folded(HOST_STRONG, last)
}

/// Writes two short parts side by side, as far as there is room: a text may hold a break at every
/// other word.
fn both<'r>(first: &[u8], second: &[u8], room: &'r mut [u8]) -> &'r [u8] {
    let mut len = 0;
    for (slot, byte) in room.iter_mut().zip(first.iter().chain(second)) {
        (*slot, len) = (*byte, len + 1);
    }
    room.get(..len).unwrap_or_default()
}

/// No final label is longer.
const LABEL: usize = 12;

/// Returns true if what stands behind a break goes on with a value that is masked up to it.
fn goes_on(left: &[u8], right: &[u8]) -> bool {
    let word = trimmed(right);
    let seen = kinds(word);
    // The remains of a key that somebody masked before.
    let rest = trimmed(right.get(marks(right)..).unwrap_or_default());
    if ends_masked(left) || marks(right) > 0 {
        return !is_everyday(rest) && !is_capitalised(rest) && rest.len() <= REMAINS;
    }
    if let [first, second, ..] = right {
        let mark = class(*first) & ALNUM == 0;
        if mark && (is_alnum(*second) || matches!(second, b'/' | b'*')) {
            return true;
        }
    }
    // "10.1.2.3" and a word of a list.
    if kinds(left) == DIGIT | DOT && right.first().is_some_and(u8::is_ascii_alphabetic) {
        return false;
    }
    // An address of hex groups, an ARN: what a colon ends goes on behind it.
    let grouped = colons(left) > 1;
    let mut hex = word
        .split(|&byte| byte == b'%')
        .next()
        .unwrap_or_default()
        .iter();
    if grouped && hex.all(|byte| byte.is_ascii_hexdigit() || *byte == b':') {
        return true;
    }
    let query = left.contains(&b'?') || matches!(left.last(), Some(b'=' | b'&' | b'@'));
    if !query && is_member(right, b'=') {
        return false;
    }
    if seen & !LETTER == 0 {
        let mixed = word.iter().skip(1).any(u8::is_ascii_uppercase)
            && word.iter().any(u8::is_ascii_lowercase);
        // "api.acme.\nlocal"
        let label = left.ends_with(b".") && is_open(left) && listed_folded(HOST_STRONG, word);
        return mixed
            || (label && !is_capitalised(word))
            || (word.len() >= TELLING && !is_capitalised(word) && !is_everyday(word));
    }
    if seen & LETTER == 0 {
        let number = kinds(left) & !(DIGIT | DOT) == 0;
        let key = number || left.len() + word.len() >= 2 * RANDOM;
        return word.len() >= TELLING
            && (seen == DIGIT || key || matches!(left.last(), Some(b'.' | b':')));
    }
    if seen & !ALNUM == 0 {
        return word.len() >= 4;
    }
    if colons(word) == 1 && is_member(right, b':') {
        return false;
    }
    let inside =
        matches!(left.last(), Some(b'/' | b'-' | b'_')) || (grouped && left.ends_with(b":"));
    word.len() >= 4 && (inside || !is_wording(word))
}

fn colons(word: &[u8]) -> usize {
    word.iter().filter(|&&byte| byte == b':').count()
}

/// As many bytes of a masked key are shown at most.
const REMAINS: usize = 8;

/// Returns how many bytes of marks that mask a key a word begins with.
fn marks(word: &[u8]) -> usize {
    let mut len = 0;
    loop {
        len += match word.get(len..).unwrap_or_default() {
            [b'*', ..] => 1,
            [0xE2, 0x80, 0xA6 | 0xA2, ..] => 3,
            [b'.', b'.', b'.', ..] => 3,
            four @ ([b'#', ..] | [b'X', ..]) => match crosses(four) {
                0 => return len,
                crosses => crosses,
            },
            _ => return len,
        };
    }
}

/// Returns how many crosses a word begins with, if they mask a key: fewer are a heading's, or a word's.
fn crosses(word: &[u8]) -> usize {
    let alike = |byte: &&u8| Some(*byte) == word.first();
    let len = word.iter().take_while(alike).count();
    if len > 3 { len } else { 0 }
}

/// Returns true if a key is masked up to the end of a word.
fn ends_masked(word: &[u8]) -> bool {
    matches!(
        word,
        [.., b'*']
            | [.., 0xE2, 0x80, 0xA6 | 0xA2]
            | [.., b'.', b'.', b'.']
            | [.., b'#', b'#', b'#', b'#']
            | [.., b'X', b'X', b'X', b'X']
    )
}

/// Returns true if what stands before a break is the beginning of a value that is masked behind it.
fn begins(left: &[u8], right: &[u8]) -> bool {
    let scheme = right
        .iter()
        .take_while(|byte| byte.is_ascii_alphanumeric())
        .count();
    if left.len() < TELLING || right.get(scheme..).unwrap_or_default().starts_with(b"://") {
        return false;
    }
    if right.starts_with(b"/") && !left.contains(&b'/') {
        return false;
    }
    let word = trimmed(left);
    if kinds(word) & !LETTER == 0 {
        // "relay.\nacme.com": a sentence hardly begins with a small letter.
        return !matches!(left.last(), Some(b':' | b'=' | b'?'))
            && !is_capitalised(word)
            && !is_everyday(word);
    }
    !is_wording(word)
}

/// Returns true for an announced value's place: "password:" and a tag behind it.
pub(super) fn announces(text: &[u8], end: usize) -> bool {
    let head = text.get(..end).unwrap_or_default();
    matches!(head.last(), Some(b':' | b'='))
}

/// Returns a word without the marks of the sentence around it.
fn trimmed(word: &[u8]) -> &[u8] {
    let inner = |byte: &u8| class(*byte) & ALNUM != 0;
    let end = word.iter().rposition(inner).map_or(0, |at| at + 1);
    word.get(..end).unwrap_or_default()
}

fn is_everyday(word: &[u8]) -> bool {
    listed_folded(EVERYDAY, word) || listed_folded(PROSE, word)
}

/// Returns true for a word such as `Please`.
fn is_capitalised(word: &[u8]) -> bool {
    matches!(word, [first, _, ..] if first.is_ascii_uppercase())
        && word.iter().skip(1).all(u8::is_ascii_lowercase)
}

/// Returns true if no sentence ends with a word: a mark at its end, another one or a digit inside.
fn is_open(word: &[u8]) -> bool {
    let Some((last, inner)) = word.split_last() else {
        return false;
    };
    let telling = kinds(trimmed(inner)) & (DOT | DASH | SLASH | AT | COLON | DIGIT) != 0;
    match class(*last) {
        DOT => kinds(trimmed(inner)) & (DOT | AT | SLASH) != 0,
        DASH | SLASH | AT | COLON => telling || matches!(last, b'@'),
        _ => false,
    }
}

/// Returns true for words that hyphens or strokes join, all of them everyday ones: `rate-limited`.
fn is_wording(word: &[u8]) -> bool {
    let mut parts = word.split(|&byte| !is_alnum(byte));
    kinds(word) & !(LOWER | UPPER | DASH | SLASH) == 0
        && parts.all(|part| part.len() < 3 || is_everyday(part))
}

/// Returns true for what a line of a log begins with: `model=gpt-4o`, `status:429`.
fn is_member(word: &[u8], mark: u8) -> bool {
    let name = word
        .iter()
        .take_while(|&&byte| class(byte) & (LETTER | DASH) != 0)
        .count();
    let rest = word.get(name..).unwrap_or_default();
    let value = rest.get(1..).unwrap_or_default();
    name > 1 && rest.first() == Some(&mark) && kinds(value) & (QUERY | AT) == 0
}

/// Returns true for what a line of a log begins with: `2026-11-21T12:00:00Z`, `12:00:00`.
fn is_date(word: &[u8]) -> bool {
    let digits = word.iter().take_while(|byte| byte.is_ascii_digit()).count();
    matches!(
        (digits, word.get(digits..).unwrap_or_default()),
        (4, [b'-', a, b, b'-', ..]) | (2, [b':', a, b, b':', ..]) if a.is_ascii_digit() && b.is_ascii_digit()
    )
}
