//! The words of waits, at the edges of the texts around a figure.

use super::wait_rows::{ABOUT, BARE, JOINERS, LEADS, TAILS, UNITS};

/// Returns what stands behind the spaces, commas and words that join two figures.
pub(super) fn joined(text: &str) -> &str {
    let next = text.trim_start_matches([' ', ',']);
    let mut words = JOINERS.iter();
    let behind = words.find_map(|word| next.strip_prefix(word)?.strip_prefix(' '));
    behind.unwrap_or(next)
}

/// No unit has so many letters.
const UNIT: usize = 16;

/// Returns the unit that begins a text, in seconds, and its length.
pub(super) fn unit(text: &str) -> Option<(f64, usize)> {
    if !may_begin(text, UNIT_STARTS) {
        return None;
    }
    let letters = text.bytes().take(UNIT).take_while(u8::is_ascii_alphabetic);
    let word = text.get(..letters.count())?;
    if matches!(word.as_bytes(), [_, second, ..] if UNIT_SECONDS & bit(*second) == 0) {
        return None;
    }
    let (name, seconds) = if word.is_empty() {
        let first = text.as_bytes().first();
        longest(UNITS, |name| {
            name.as_bytes().first() == first && text.starts_with(name)
        })?
    } else {
        let mut rows = UNITS.iter();
        let same = |name: &str| name.len() == word.len() && name.eq_ignore_ascii_case(word);
        *rows.find(|(name, _)| same(name))?
    };
    Some((seconds, name.len()))
}

/// Returns the longest row that fits.
pub(super) fn longest(
    rows: &[(&'static str, f64)],
    fits: impl Fn(&str) -> bool,
) -> Option<(&'static str, f64)> {
    let rows = rows.iter().filter(|(text, _)| fits(text));
    rows.max_by_key(|(text, _)| text.len()).copied()
}

/// Returns true if a text ends with one of [`LEADS`], spaces and words such as "about" left out.
pub(super) fn led(before: &str) -> bool {
    let mut before = before;
    // "in about another 5 minutes" is as far as anybody goes.
    for _ in 0..3 {
        before =
            before.trim_end_matches([' ', '~', '\u{2248}', ':', '\u{ff1a}', '"', '\'', '(', '=']);
        let last = before.as_bytes().last().copied().unwrap_or_default();
        // Hardly any word before a number ends like one of them.
        if ENDS & bit(last) == 0 {
            return false;
        }
        if LEADS.iter().any(|lead| ends_with(before, lead)) {
            return true;
        }
        let about = ABOUT.iter().find(|about| ends_with(before, about));
        match about.and_then(|about| before.get(..before.len() - about.len())) {
            Some(rest) => before = rest,
            None => return false,
        }
    }
    false
}

/// Returns true if a text goes on with one of [`TAILS`].
pub(super) fn tailed(rest: &str) -> bool {
    let rest = rest.trim_start();
    may_begin(rest, TAIL_STARTS)
        && TAILS.iter().any(|tail| {
            let start = rest.as_bytes().get(..tail.len());
            start.is_some_and(|start| start.eq_ignore_ascii_case(tail.as_bytes()))
        })
}

/// Returns true if the text before a number may say in which unit it counts.
///
/// Nearly none does, and this takes a few instructions.
pub(super) fn may_be_bare(before: &str) -> bool {
    let mut bytes = before.as_bytes().iter().rev();
    let sign = bytes.find(|byte| !matches!(byte, b' ' | b'"' | b'\''));
    let last = bytes.next().copied().unwrap_or_default();
    matches!(sign, Some(b':' | b'=')) && BARE_ENDS & bit(last) != 0
}

/// Returns the unit of a bare number, if the text before it says that it counts in one.
pub(super) fn bare(before: &str) -> Option<f64> {
    if !may_be_bare(before) {
        return None;
    }
    let before = before.trim_end_matches([' ', '"', '\'']);
    let row = BARE.iter().find(|(lead, _)| ends_with(before, lead));
    row.map(|(_, seconds)| *seconds)
}

/// Returns true if a text ends with a word, which is in lower case.
pub(super) fn ends_with(text: &str, end: &str) -> bool {
    // From the end: that is where words before figures differ.
    let mut bytes = text.bytes().rev();
    end.bytes().rev().all(|wanted| {
        bytes
            .next()
            .is_some_and(|byte| byte.to_ascii_lowercase() == wanted)
    })
}

/// Returns true if a text begins as one of those does whose bits these are.
fn may_begin(text: &str, starts: u128) -> bool {
    text.as_bytes()
        .first()
        .is_some_and(|first| starts & bit(*first) != 0)
}

/// The last bytes of words before a figure.
const ENDS: u128 = bits(LEADS, Place::FromEnd(1)) | bits(ABOUT, Place::FromEnd(1));

/// The last bytes of words before a bare figure, without the colon behind them.
const BARE_ENDS: u128 = bits(&names::<{ BARE.len() }>(BARE), Place::FromEnd(2));

const UNIT_STARTS: u128 = bits(&names::<{ UNITS.len() }>(UNITS), Place::FromStart(0));

const UNIT_SECONDS: u128 = bits(&names::<{ UNITS.len() }>(UNITS), Place::FromStart(1));

const TAIL_STARTS: u128 = bits(TAILS, Place::FromStart(0));

/// Which byte of a row counts.
#[derive(Clone, Copy)]
enum Place {
    FromStart(usize),
    /// 1 for the last.
    FromEnd(usize),
}

/// Returns a bit for each byte that stands at this place of a row, if one does.
const fn bits(rows: &[&str], place: Place) -> u128 {
    let (mut bits, mut at) = (0, 0);
    while at < rows.len() {
        let row = rows[at].as_bytes();
        let place = match place {
            Place::FromStart(place) => place,
            Place::FromEnd(back) => row.len().wrapping_sub(back),
        };
        if place < row.len() {
            bits |= bit(row[place]);
        }
        at += 1;
    }
    bits
}

const fn names<const N: usize>(rows: &[(&'static str, f64)]) -> [&'static str; N] {
    let (mut names, mut at) = ([""; N], 0);
    while at < N {
        names[at] = rows[at].0;
        at += 1;
    }
    names
}

/// Letters of both cases share a bit, and bytes outside ASCII those of others.
const fn bit(byte: u8) -> u128 {
    1 << (byte.to_ascii_lowercase() & 0x7F)
}

#[cfg(test)]
mod tests {
    use super::super::wait_rows::{NUMBERS, SPOKEN};
    use super::*;

    #[test]
    fn rows_are_in_lower_case_and_differ() {
        let pairs = BARE.iter().chain(UNITS).chain(NUMBERS);
        let plain = LEADS.iter().chain(TAILS).chain(ABOUT).chain(JOINERS);
        for text in plain.chain(pairs.map(|(text, _)| text)) {
            assert_eq!(text.trim(), *text);
            assert_eq!(text.to_ascii_lowercase(), *text);
        }
        for rows in [LEADS, TAILS, ABOUT, JOINERS, SPOKEN] {
            let all: std::collections::BTreeSet<_> = rows.iter().collect();
            assert_eq!(all.len(), rows.len(), "{rows:?}");
        }
        assert!(UNITS.iter().all(|(name, _)| name.len() < UNIT));
        for spoken in SPOKEN {
            let in_unit = |(name, _): &(&str, f64)| name.contains(spoken);
            assert!(UNITS.iter().any(in_unit), "{spoken}");
        }
    }
}
