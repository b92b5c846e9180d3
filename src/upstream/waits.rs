//! Waits in words: "try again in 4.77s", "请在5分钟后重试", "in half an hour".
//!
//! The words are rows of `catalog/upstream/waits.toml`.

use std::sync::LazyLock;
use std::time::Duration;

use memchr::memmem::Finder;

use crate::lanes::{BLOCK, Block};
use crate::provider::{start, tail};

use super::hints::from_seconds;
use super::wait_rows::{NUMBERS, SPOKEN};
use super::wait_words::{bare, ends_with, joined, led, longest, may_be_bare, tailed, unit};

/// So many figures of a text are looked at; one with more is no message to a person.
const FIGURES: usize = 128;

/// So many of them may have a unit.
const WITH_UNIT: usize = 24;

/// So many figures make up one wait: days, hours, minutes and seconds.
const PARTS: usize = 4;

/// So many words are looked at that may be a unit behind a number in words.
const WORDS: usize = 32;

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
    let mut places = Digits::of(text);
    let (mut from, mut with_unit) = (0, 0);
    for _ in 0..FIGURES {
        let at = places.next(from)?;
        let before = text.get(..at)?;
        let rest = start(text.get(at..)?, REACH);
        let digits = figure(rest);
        let (sum, used) = leading_duration(rest).unzip();
        if sum.is_none() && !may_be_bare(before) {
            from = at + digits.max(1);
            continue;
        }
        let before = tail(before, REACH);
        with_unit += usize::from(sum.is_some());
        let wait = match bare(before) {
            Some(factor) => sum.or_else(|| counted(rest, digits, factor)),
            None => {
                sum.filter(|_| led(before) || rest.get(used.unwrap_or(0)..).is_some_and(tailed))
            }
        };
        let wait = wait.filter(|wait| !wait.is_zero());
        if wait.is_some() || with_unit == WITH_UNIT {
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
    let finders = FINDERS.iter();
    let finders = finders.filter(|finder| !is_ascii || finder.needle().is_ascii());
    let places = finders.flat_map(|finder| finder.find_iter(text.as_bytes()));
    places.take(WORDS).find_map(|at| spoken(text, at))
}

/// A search for each of [`SPOKEN`].
static FINDERS: LazyLock<[Finder<'static>; SPOKEN.len()]> = LazyLock::new(|| {
    let mut units = SPOKEN.iter();
    std::array::from_fn(|_| Finder::new(units.next().unwrap_or(&"")))
});

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

/// Reads a number and the unit behind it, as seconds; returns the length of both.
fn quantity(text: &str) -> Option<(f64, usize)> {
    let number = text.get(..figure(text))?.trim_end_matches('.');
    let rest = text.get(number.len()..)?;
    let word = rest.trim_start_matches([' ', '-']);
    // Behind most figures stands no unit: that is seen before the figure is read.
    let (factor, length) = unit(word)?;
    let value: f64 = number.parse().ok()?;
    let spaces = rest.len() - word.len();
    Some((value * factor, number.len() + spaces + length))
}

fn figure(text: &str) -> usize {
    let digits = |byte: &u8| byte.is_ascii_digit() || *byte == b'.';
    text.bytes().take_while(digits).count()
}

/// The digits of a text, from the first to the last.
pub(super) struct Digits<'t> {
    bytes: &'t [u8],
    /// Where the block begins whose digits are marked.
    base: usize,
    marks: u64,
}

impl<'t> Digits<'t> {
    pub(super) fn of(text: &'t str) -> Self {
        let bytes = text.as_bytes();
        let (base, marks) = (0, Digits::marks(bytes, 0));
        Digits { bytes, base, marks }
    }

    /// Returns where the first digit stands from a place on, which lies behind the last one.
    pub(super) fn next(&mut self, from: usize) -> Option<usize> {
        if from >= self.base + BLOCK {
            (self.base, self.marks) = (from, Digits::marks(self.bytes, from));
        } else {
            self.marks &= u64::MAX << from.saturating_sub(self.base);
        }
        while self.marks == 0 {
            self.base += BLOCK;
            if self.base >= self.bytes.len() {
                return None;
            }
            self.marks = Digits::marks(self.bytes, self.base);
        }
        Some(self.base + self.marks.trailing_zeros() as usize)
    }

    fn marks(bytes: &[u8], from: usize) -> u64 {
        let [digits] = Block::masks_of(bytes, from, |lane| [lane.within(b'0', b'9')]);
        digits
    }
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
    fn digits_at_every_distance() {
        for gap in 0..200 {
            let text = format!("{}7{}8", "x".repeat(gap), "\u{e9}".repeat(gap / 2));
            let second = text.len() - 1;
            for from in 0..=text.len() {
                let wanted = [gap, second].into_iter().find(|at| *at >= from);
                assert_eq!(Digits::of(&text).next(from), wanted, "{gap} {from}");
            }
        }
    }
}
