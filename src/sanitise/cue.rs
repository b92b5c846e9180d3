//! What the words before a value say about it: "in organization", "api key:", "账号".

use crate::lanes::{Lane, Look};

use super::class::{is_alnum, is_word};
use super::generated::{BLOCKS, EMPHASIS};
use super::tables::{self, Cue, Folded, WORD_CAP, glued, listed_folded};

/// What stands before a value.
#[derive(Clone, Copy, Debug)]
pub(super) struct Before {
    pub(super) cue: Cue,
    /// `:`, `=`, `#` or a quote binds the value to the cue.
    pub(super) bound: bool,
    /// An opening quote stands before the value.
    pub(super) quoted: bool,
    /// The cue is not written in ASCII: between such words a word in ASCII is a name.
    pub(super) foreign: bool,
}

/// Words that may stand between a cue and its value.
pub(super) const FILLERS: usize = 4;

/// Bytes that may stand between two words of a cue, or before the value.
pub(super) const GAP: usize = 8;

/// How far behind its first byte a cue can matter.
pub(super) const REACH: usize = (FILLERS + 1) * (WORD_CAP + GAP);

/// What may stand between a cue and its value.
const GAPS: &[u8] = b" \t\n\r'\"`([{<:=#\\$";

/// True for each of [`GAPS`].
pub(super) static IS_GAP: [bool; 256] = {
    let mut table = [false; 256];
    let mut index = 0;
    while index < GAPS.len() {
        table[GAPS[index] as usize] = true;
        index += 1;
    }
    table
};

/// Returns true for what may stand between a cue and its value.
#[inline]
pub(super) fn is_gap(byte: u8) -> bool {
    IS_GAP[usize::from(byte)]
}

/// Returns what a cue says of a value behind it and one to six marks more: what [`before`] would find
/// there. None if that has to be looked up.
pub(super) fn behind_marks(found: Before, marks: &[u8]) -> Option<Before> {
    let binds = |byte: &u8| matches!(byte, b':' | b'=' | b'#' | b'\'' | b'"' | b'`');
    let quoted = matches!(marks, [.., b'\'' | b'"' | b'`']);
    (marks.len() < GAP && marks.iter().all(|byte| is_gap(*byte))).then(|| Before {
        bound: found.bound || marks.iter().any(binds),
        quoted,
        ..found
    })
}

/// Returns the cue that stands before a position. At most a few words are looked at.
pub(super) fn before(text: &[u8], at: usize) -> Option<Before> {
    let mut gap = Gap::default();
    let mut end = gap.skip(text, at)?;
    let mut linked = false;
    for _ in 0..=FILLERS {
        let mut start = word_start(text, end);
        let mut found = lookup(text, text.get(start..end)?, start);
        if found.is_none() {
            let begin = ascii_start(text, start, end);
            if begin > start {
                start = begin;
                found = lookup(text, text.get(start..end)?, start);
            }
        }
        match found {
            Some((Cue::Filler, _)) => {
                gap.inner = true;
                end = gap.skip(text, start)?;
            }
            Some((Cue::Link, _)) => {
                linked = true;
                end = gap.skip(text, start)?;
            }
            Some((cue, foreign)) if !linked || cue == Cue::Breaker => {
                return Some(Before {
                    // What a breaker guards is a channel or an upstream.
                    cue: if cue == Cue::Breaker { Cue::Route } else { cue },
                    bound: gap.bound,
                    quoted: gap.quoted,
                    foreign,
                });
            }
            // "channel #118, name: ..."
            None if gap.inner && is_number(text, start, end) => end = gap.skip(text, start)?,
            _ => return None,
        }
    }
    None
}

/// Returns true for the number of a channel, behind its mark.
fn is_number(text: &[u8], start: usize, end: usize) -> bool {
    let mut word = text.get(start..end).unwrap_or_default().iter();
    let marked = text.get(..start).and_then(<[u8]>::last) == Some(&b'#');
    marked && word.all(u8::is_ascii_digit)
}

#[derive(Default)]
struct Gap {
    bound: bool,
    quoted: bool,
    /// Something else than a quote was passed: no further one opens the value.
    apart: bool,
    /// A filler was passed: "key provided, ending in".
    inner: bool,
}

impl Gap {
    /// Returns where the word before a position ends; None if something else stands there.
    #[inline]
    fn skip(&mut self, text: &[u8], at: usize) -> Option<usize> {
        match text.get(..at)? {
            [.., byte, b' '] if is_alnum(*byte) => Some(at - 1),
            _ => self.skip_marks(text, at),
        }
    }

    fn skip_marks(&mut self, text: &[u8], at: usize) -> Option<usize> {
        let mut end = at;
        for _ in 0..GAP {
            let before = text.get(..end)?;
            if let Some((width, bound, quoted)) = wide_mark(before) {
                self.bound |= bound;
                self.quoted |= quoted && !self.apart;
                self.apart |= !quoted;
                end -= width;
                continue;
            }
            match before.last()? {
                b'\'' | b'"' | b'`' => {
                    self.bound = true;
                    self.quoted |= !self.apart;
                    end -= 1;
                    continue;
                }
                b':' | b'=' | b'#' => self.bound = true,
                b',' if self.inner => {}
                b'>' => end = tag_start(before)? + 1,
                byte if is_gap(*byte) => {}
                byte if is_word(*byte) => return Some(end),
                _ => return None,
            }
            self.apart = true;
            end -= 1;
        }
        None
    }
}

/// Returns how long the tag of emphasis is that a text begins with: `<b>`, `<code>`.
pub(super) fn tag(rest: &[u8]) -> usize {
    let name = rest.strip_prefix(b"<").unwrap_or_default();
    let len = name
        .iter()
        .take(8)
        .position(|&byte| byte == b'>')
        .unwrap_or(0);
    let name = name.get(..len).unwrap_or_default();
    if listed_folded(EMPHASIS, name) || listed_folded(BLOCKS, name) {
        len + 2
    } else {
        0
    }
}

/// Returns where the tag of emphasis begins that ends a text.
fn tag_start(before: &[u8]) -> Option<usize> {
    let first = before.len().saturating_sub(10);
    let near = before.get(first..)?;
    let open = near.iter().rposition(|&byte| byte == b'<')?;
    (tag(near.get(open..)?) == near.len() - open).then_some(first + open)
}

/// Returns where the marks end that may stand between a cue and its value.
pub(super) fn gap_end(text: &[u8], from: usize) -> usize {
    let mut at = from;
    while at < from + 12 {
        let rest = text.get(at..).unwrap_or_default();
        at += match (rest.first(), tag(rest)) {
            (Some(b'<'), len @ 1..) => len,
            (Some(byte), _) if is_gap(*byte) => 1,
            _ => break,
        };
    }
    at
}

/// Returns the width of a full-width mark at the end, whether it binds, and whether it quotes.
pub(super) fn wide_mark(before: &[u8]) -> Option<(usize, bool, bool)> {
    let last = before.last_chunk::<3>().filter(|last| last[2] >= 0x80)?;
    match std::str::from_utf8(last).unwrap_or_default() {
        "：" | "＃" | "＝" => Some((3, true, false)),
        "「" | "“" | "”" | "‘" | "’" | "『" | "《" | "„" => Some((3, true, true)),
        "（" | "【" | "［" | "〔" | "\u{3000}" | "＄" | "￥" => Some((3, false, false)),
        _ if before.ends_with("¥".as_bytes()) || before.ends_with("\u{a0}".as_bytes()) => {
            Some((2, false, false))
        }
        _ => None,
    }
}

/// Returns where the word that ends at `end` begins, at most [`WORD_CAP`] bytes before.
fn word_start(text: &[u8], end: usize) -> usize {
    let first = end.saturating_sub(WORD_CAP);
    let tail = text.get(first..end).unwrap_or_default();
    let others = |lane: Lane| {
        let letters = lane.with(b' ').within(b'a', b'z');
        let marks = lane.is(b'-') | lane.is(b'_');
        lane.within(0, 0x7F)
            .but(letters | lane.within(b'0', b'9') | marks)
    };
    let other = last(tail, others, |byte| !is_word(byte));
    other.map_or(first, |at| first + at + 1)
}

/// Returns where the last byte stands that passes, asked of lanes or of single bytes.
#[inline(always)]
fn last(bytes: &[u8], lanes: impl Fn(Lane) -> Lane, single: impl Fn(u8) -> bool) -> Option<usize> {
    let mut head = bytes;
    while let Some((rest, lane)) = head.split_last_chunk() {
        let mask = Look::new(lane).mask(&lanes);
        if mask != 0 {
            return Some(rest.len() + mask.ilog2() as usize);
        }
        head = rest;
    }
    head.iter().rposition(|byte| single(*byte))
}

/// Returns where the word in ASCII begins that letters or marks of other kinds are glued to:
/// "错误：Key".
fn ascii_start(text: &[u8], start: usize, end: usize) -> usize {
    let word = text.get(start..end).unwrap_or_default();
    if word.is_ascii() || word.last().is_some_and(|&byte| byte >= 0x80) {
        return start;
    }
    // Each is looked for by its first byte, from the end on.
    let mut head = word;
    while let Some(at) = last(head, |lane| lane.within(0xE3, 0xFF), |byte| byte >= 0xE3) {
        if matches!(word.get(at + 1..at + 3), Some([b, c]) if b & c >= 0x80) {
            return start + at + 3;
        }
        head = head.get(..at).unwrap_or_default();
    }
    start
}

/// Looks up a word together with the words before it, the longest compound first.
fn lookup(text: &[u8], word: &[u8], start: usize) -> Option<(Cue, bool)> {
    let foreign = word.iter().any(|&byte| byte >= 0x80);
    if foreign {
        return foreign_suffix(word).map(|cue| (cue, true));
    }
    // The last part of the word decides whether a look-up can succeed.
    let part = word
        .rsplit(|byte| matches!(byte, b'-' | b'_'))
        .next()
        .unwrap_or(word);
    if !tables::may_end_cue(part) && !tables::may_end_cue(word) {
        return glued(word).then_some((Cue::Secret, false));
    }
    let folded = Folded::cue(word)?;
    let mut found = tables::cue(folded.as_bytes());
    if found.is_none() && part.len() < word.len() {
        found = ending(word);
    }
    if !tables::may_end_compound(part) && !tables::may_end_compound(folded.as_bytes()) {
        return found
            .or_else(|| glued(word).then_some(Cue::Secret))
            .map(|cue| (cue, false));
    }
    let mut begin = start;
    let end = start + word.len();
    let mut len = folded.as_bytes().len();
    for _ in 0..3 {
        match text.get(..begin).and_then(<[u8]>::last) {
            Some(b' ' | b'-' | b'_') => {}
            _ => break,
        }
        let before = ascii_start(text, word_start(text, begin - 1), begin - 1);
        let more = text.get(before..begin - 1).unwrap_or_default();
        let Some(first) = more.first() else {
            break;
        };
        begin = before;
        let plain = |byte: &&u8| !matches!(**byte, b'-' | b'_');
        len += more.iter().filter(plain).count();
        // Of most compounds three bytes and the length say that there is no such row.
        if is_alnum(*first) && !tables::may_be_compound(*first, folded.as_bytes(), len) {
            continue;
        }
        let compound = text.get(begin..end).and_then(Folded::cue);
        found = compound
            .and_then(|folded| tables::cue(folded.as_bytes()))
            .or(found);
    }
    found
        .or_else(|| glued(word).then_some(Cue::Secret))
        .map(|cue| (cue, false))
}

/// Returns the compound that a longer one ends with: the "team_id" of `user_api_key_team_id`.
pub(super) fn ending(word: &[u8]) -> Option<Cue> {
    let parting = |byte: &u8| matches!(byte, b'-' | b'_');
    let last = word.iter().rposition(parting)?;
    let marks = word.get(..last)?.iter().enumerate();
    let tails = marks.filter(|mark| parting(mark.1));
    tails
        .filter_map(|mark| Folded::cue(word.get(mark.0 + 1..)?))
        .find_map(|tail| tables::cue(tail.as_bytes()))
        .filter(|cue| {
            !matches!(
                cue,
                Cue::Filler | Cue::Link | Cue::Route | Cue::Breaker | Cue::Sum
            )
        })
}

/// Looks up the ends of a word outside ASCII: such words are not parted by spaces.
fn foreign_suffix(word: &[u8]) -> Option<Cue> {
    if !tables::may_end_foreign(word) {
        return None;
    }
    let folded = Folded::cue(word)?;
    let bytes = folded.as_bytes();
    // A continuation byte begins nothing. Of most ends three bytes and the length say that there is
    // no such row.
    let may_be = |at: &usize| {
        let end = bytes.get(*at..).unwrap_or_default();
        end.first().is_some_and(|byte| {
            byte & 0xC0 != 0x80 && tables::may_be_compound(*byte, end, end.len())
        })
    };
    (bytes.len().saturating_sub(tables::LONGEST_CUE)..bytes.len())
        .filter(may_be)
        .find_map(|at| tables::cue(bytes.get(at..)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_begin_where_they_do_byte_by_byte() {
        let bytes: Vec<u8> = (0..=255).collect();
        for byte in bytes {
            for gap in 0..WORD_CAP + 4 {
                for behind in [0, 1, 15, 16, 17, 31, 32, 33, 47, 48] {
                    let text = [vec![b'a'; gap], vec![byte], vec![b'z'; behind]].concat();
                    let parted = !is_word(byte) && behind <= WORD_CAP;
                    let first = text.len().saturating_sub(WORD_CAP);
                    let wanted = if parted { (gap + 1).max(first) } else { first };
                    assert_eq!(
                        word_start(&text, text.len()),
                        wanted,
                        "{byte} {gap} {behind}"
                    );
                }
            }
        }
    }

    #[test]
    fn words_in_ascii_begin_behind_the_last_wide_character() {
        for wide in ["\u{4f59}", "\u{ff1a}", "\u{e9}", "\u{1f600}"] {
            for gap in 0..20 {
                for behind in 1..30 {
                    let text = format!("{}{wide}{}", "\u{e9}".repeat(gap), "k".repeat(behind));
                    let three = |at: usize| text.as_bytes().get(at..at + 3);
                    let found = (0..text.len()).rev().find(
                        |at| matches!(three(*at), Some([a, b, c]) if *a >= 0xE3 && b & c >= 0x80),
                    );
                    let wanted = found.map_or(0, |at| at + 3);
                    assert_eq!(
                        ascii_start(text.as_bytes(), 0, text.len()),
                        wanted,
                        "{text}"
                    );
                }
            }
        }
    }

    #[test]
    fn ends_of_words_outside_ascii_are_those_that_each_look_up_finds() {
        let plainly = |word: &[u8]| {
            let folded = Folded::cue(word)?;
            let bytes = folded.as_bytes();
            let begins = |at: &usize| bytes[*at] & 0xC0 != 0x80;
            let starts = (0..bytes.len()).filter(begins);
            starts.map(|at| &bytes[at..]).find_map(tables::cue)
        };
        let mut found = 0;
        for (row, _) in super::super::generated::CUES {
            for head in [
                "\u{e9}",
                "\u{4f59}a",
                "\u{e9}-x_",
                "\u{4f59}\u{989d}\u{4f59}\u{989d}",
            ] {
                let upper = row.to_ascii_uppercase();
                for tail in [row, upper.as_str(), row.get(1..).unwrap_or_default()] {
                    let word = format!("{head}{tail}");
                    let wanted = plainly(word.as_bytes());
                    assert_eq!(foreign_suffix(word.as_bytes()), wanted, "{word}");
                    found += usize::from(wanted.is_some());
                }
            }
        }
        assert!(found > 2000, "{found}");
    }
}
