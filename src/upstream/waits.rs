//! Waits in words: "try again in 4.77s", "请在5分钟后重试", "in half an hour".
//!
//! The words are rows of `catalog/upstream/waits.toml`.

use std::time::Duration;

use memchr::memmem;

use crate::lanes::{BLOCK, Block};
use crate::provider::start;

use super::hints::from_seconds;
use super::wait_rows::{ABOUT, BARE, JOINERS, LEADS, NUMBERS, SPOKEN, TAILS, UNITS};

/// So many figures of a text are looked at; one with more is no message to a person.
const FIGURES: usize = 128;

/// So many figures make up one wait: days, hours, minutes and seconds.
const PARTS: usize = 4;

/// So many words that may be a unit behind a number in words.
const WORDS: usize = 16;

/// A wait, with its units and what stands between them, is no longer; so are words about it.
const REACH: usize = 96;

/// Waits in words are looked for in so much of a text.
const SPOKEN_REACH: usize = 4 * 1024;

/// Finds the wait that a message names: "Please try again in 4.77s", "resets in ~5s",
/// "30秒后重试", "Retry-After: 17", "in about an hour".
pub(super) fn in_text(text: &str) -> Option<Duration> {
    in_figures(text).or_else(|| in_words(start(text, SPOKEN_REACH)))
}

/// Reads a duration with units: `38.9s`, `6m0s`, `2m59.56s`, `120ms`, `1h8m26.585s`, `PT30S`.
///
/// `humantime` takes no fractions, which every provider writes; so units are summed here.
pub(super) fn duration(text: &str) -> Option<Duration> {
    let text = start(text.trim(), REACH);
    // ISO 8601; of days it has no more than anybody else.
    let text = text.strip_prefix("PT").unwrap_or(text);
    let (wait, _) = leading_duration(text)?;
    Some(wait).filter(|wait| !wait.is_zero())
}

fn in_figures(text: &str) -> Option<Duration> {
    let bytes = text.as_bytes();
    let mut from = 0;
    for _ in 0..FIGURES {
        let at = next_digit(bytes, from)?;
        let (before, rest) = (tail(text.get(..at)?, REACH), text.get(at..)?);
        let digits = figure(rest);
        let rest = start(rest, REACH);
        let (sum, used) = leading_duration(rest).unzip();
        let wait = match bare(before) {
            Some(factor) => sum.or_else(|| counted(rest, digits, factor)),
            None => {
                sum.filter(|_| led(before) || rest.get(used.unwrap_or(0)..).is_some_and(tailed))
            }
        };
        let wait = wait.filter(|wait| !wait.is_zero());
        if wait.is_some() {
            return wait;
        }
        // The parts of what is no wait are none either.
        from = at + used.unwrap_or(0).max(digits).max(1);
    }
    None
}

/// Reads a number without a unit; one that begins a date or a range is none.
fn counted(text: &str, used: usize, factor: f64) -> Option<Duration> {
    let number = text.get(..used)?.trim_end_matches('.');
    let goes_on = text
        .get(used..)?
        .starts_with(|next: char| next.is_alphanumeric() || matches!(next, '-' | ':' | '/' | '_'));
    if goes_on {
        return None;
    }
    from_seconds(number.parse::<f64>().ok()? * factor)
}

/// Finds a wait whose number is a word: "an hour", "half a minute", "半小时".
fn in_words(text: &str) -> Option<Duration> {
    let is_ascii = text.is_ascii();
    let units = SPOKEN.iter().filter(|unit| !is_ascii || unit.is_ascii());
    let mut places = units.flat_map(|unit| {
        let found = memmem::find_iter(text.as_bytes(), unit.as_bytes());
        found.take(WORDS)
    });
    places.find_map(|at| spoken(text, at))
}

/// Reads the wait whose unit stands here, if a number in words stands before it.
fn spoken(text: &str, at: usize) -> Option<Duration> {
    let letters = tail(text.get(..at)?, REACH).bytes().rev();
    let from = at - letters.take_while(u8::is_ascii_alphabetic).count();
    let (factor, length) = unit(text.get(from..)?)?;
    let before = tail(text.get(..from)?, REACH).trim_end_matches([' ', '-']);
    let (number, value) = longest(NUMBERS, |number| ends_with(before, number))?;
    let before = before.get(..before.len() - number.len())?;
    // The end of a longer word or number, such as "twenty-five", says nothing.
    let is_cut = if number.is_ascii() {
        before.ends_with(|last: char| last.is_alphanumeric() || last == '-')
    } else {
        NUMBERS
            .iter()
            .any(|(other, _)| !other.is_ascii() && before.ends_with(other))
    };
    let is_wait = !is_cut && (led(before) || tailed(start(text.get(from + length..)?, REACH)));
    is_wait.then(|| from_seconds(value * factor)).flatten()
}

/// Sums the numbers with units at the start of a text and returns how many bytes they took.
fn leading_duration(text: &str) -> Option<(Duration, usize)> {
    let (mut total, mut read) = quantity(text)?;
    for _ in 1..PARTS {
        let rest = text.get(read..)?;
        let next = joined(rest);
        // What follows may be another figure, which has nothing to do with this one.
        let Some((seconds, used)) = quantity(next) else {
            break;
        };
        total += seconds;
        read += rest.len() - next.len() + used;
    }
    Some((from_seconds(total).unwrap_or_default(), read))
}

/// Returns what stands behind the spaces, commas and words that join two figures.
fn joined(text: &str) -> &str {
    let next = text.trim_start_matches([' ', ',']);
    let mut words = JOINERS.iter();
    let behind = words.find_map(|word| next.strip_prefix(word)?.strip_prefix(' '));
    behind.unwrap_or(next)
}

/// Reads a number and the unit behind it, as seconds; returns the length of both.
fn quantity(text: &str) -> Option<(f64, usize)> {
    let number = text.get(..figure(text))?.trim_end_matches('.');
    let value: f64 = number.parse().ok()?;
    let rest = text.get(number.len()..)?;
    let word = rest.trim_start_matches([' ', '-']);
    let (factor, length) = unit(word)?;
    let spaces = rest.len() - word.len();
    Some((value * factor, number.len() + spaces + length))
}

fn figure(text: &str) -> usize {
    let digits = |byte: &u8| byte.is_ascii_digit() || *byte == b'.';
    text.bytes().take_while(digits).count()
}

/// Returns the unit that begins a text, in seconds, and its length.
fn unit(text: &str) -> Option<(f64, usize)> {
    if !may_begin(text, UNIT_STARTS) {
        return None;
    }
    let letters = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    let word = text.get(..letters)?;
    let (name, seconds) = if word.is_empty() {
        let first = text.as_bytes().first();
        longest(UNITS, |name| {
            name.as_bytes().first() == first && text.starts_with(name)
        })?
    } else {
        let mut rows = UNITS.iter();
        *rows.find(|(name, _)| name.eq_ignore_ascii_case(word))?
    };
    Some((seconds, name.len()))
}

fn longest(
    rows: &[(&'static str, f64)],
    fits: impl Fn(&str) -> bool,
) -> Option<(&'static str, f64)> {
    let rows = rows.iter().filter(|(text, _)| fits(text));
    rows.max_by_key(|(text, _)| text.len()).copied()
}

/// Returns the longest end of a text with at most so many bytes.
fn tail(text: &str, limit: usize) -> &str {
    let mut start = text.len().saturating_sub(limit);
    while !text.is_char_boundary(start) {
        start += 1;
    }
    text.get(start..).unwrap_or_default()
}

pub(super) fn next_digit(bytes: &[u8], mut from: usize) -> Option<usize> {
    while from < bytes.len() {
        let [digits] = Block::masks_of(bytes, from, |lane| [lane.within(b'0', b'9')]);
        if digits != 0 {
            return Some(from + digits.trailing_zeros() as usize);
        }
        from += BLOCK;
    }
    None
}

/// Returns true if a text ends with one of [`LEADS`], spaces and words such as "about" left out.
fn led(before: &str) -> bool {
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
fn tailed(rest: &str) -> bool {
    let rest = rest.trim_start();
    may_begin(rest, TAIL_STARTS)
        && TAILS.iter().any(|tail| {
            let start = rest.as_bytes().get(..tail.len());
            start.is_some_and(|start| start.eq_ignore_ascii_case(tail.as_bytes()))
        })
}

/// Returns the unit of a bare number, if the text before it says that it counts in one.
fn bare(before: &str) -> Option<f64> {
    let before = before.trim_end_matches([' ', '"', '\'']);
    if !before.ends_with([':', '=']) {
        return None;
    }
    let row = BARE.iter().find(|(lead, _)| ends_with(before, lead));
    row.map(|(_, seconds)| *seconds)
}

/// The bytes are compared from the end: that is where words before figures differ.
fn ends_with(text: &str, end: &str) -> bool {
    let mut bytes = text.bytes().rev();
    end.bytes().rev().all(|wanted| {
        bytes
            .next()
            .is_some_and(|byte| byte.eq_ignore_ascii_case(&wanted))
    })
}

/// Returns true if a text begins as one of those does whose bits these are.
fn may_begin(text: &str, starts: u128) -> bool {
    text.as_bytes()
        .first()
        .is_some_and(|first| starts & bit(*first) != 0)
}

/// A bit for each byte that may end [`LEADS`] and [`ABOUT`].
const ENDS: u128 = {
    let (mut bits, mut at) = (0, 0);
    while at < LEADS.len() {
        bits |= last(LEADS[at]);
        at += 1;
    }
    at = 0;
    while at < ABOUT.len() {
        bits |= last(ABOUT[at]);
        at += 1;
    }
    bits
};

/// The same for those that may begin [`UNITS`].
const UNIT_STARTS: u128 = {
    let (mut bits, mut at) = (0, 0);
    while at < UNITS.len() {
        bits |= bit(UNITS[at].0.as_bytes()[0]);
        at += 1;
    }
    bits
};

/// The same for those that may begin [`TAILS`].
const TAIL_STARTS: u128 = {
    let (mut bits, mut at) = (0, 0);
    while at < TAILS.len() {
        bits |= bit(TAILS[at].as_bytes()[0]);
        at += 1;
    }
    bits
};

const fn last(text: &str) -> u128 {
    let text = text.as_bytes();
    bit(text[text.len() - 1])
}

/// Letters of both cases share a bit, and bytes outside ASCII those of others.
const fn bit(byte: u8) -> u128 {
    1 << (byte.to_ascii_lowercase() & 0x7F)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn secs(wait: Option<Duration>) -> Option<f64> {
        wait.map(|wait| wait.as_secs_f64())
    }

    #[test]
    fn durations() {
        let cases = [
            ("38.939935699s", Some(38.939_935_699)),
            ("6m0s", Some(360.0)),
            ("120ms", Some(0.12)),
            ("1h8m26.585s", Some(4106.585)),
            ("PT1M30S", Some(90.0)),
            ("0s", None),
            ("-5s", None),
            ("soon", None),
            ("99999999999999999999h", None),
            ("5 minutes", Some(300.0)),
            ("5 minutes and 3 tries", Some(300.0)),
        ];
        for (text, wait) in cases {
            assert_eq!(secs(duration(text)), wait, "{text}");
        }
    }

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
        for spoken in SPOKEN {
            let in_unit = |(name, _): &(&str, f64)| name.contains(spoken);
            assert!(UNITS.iter().any(in_unit), "{spoken}");
        }
    }
}
