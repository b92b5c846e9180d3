//! Retry hints: every form in which an upstream says how long to wait.

use std::time::{Duration, SystemTime};

use crate::lanes::{BLOCK, Block};
use crate::provider::headers;

use super::HeadersView;

/// Where a retry hint was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, strum::AsRefStr, strum::IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
#[non_exhaustive]
pub enum HintSource {
    /// A member of the body, such as `RetryInfo` or `resets_in_seconds`.
    Body,
    /// A response header.
    Header,
    /// The message: "try again in 4.77s".
    Text,
}

/// How long the upstream asks to wait. It is never zero and is not clamped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RetryHint {
    /// How long, counted from the moment of the answer.
    pub after: Duration,
    /// Where it was found.
    pub source: HintSource,
}

impl RetryHint {
    pub(super) fn new(after: Option<Duration>, source: HintSource) -> Option<Self> {
        after
            .filter(|wait| !wait.is_zero())
            .map(|after| RetryHint { after, source })
    }
}

/// A hint of centuries is a mistake, and sums of it would overflow.
const LONGEST: u64 = 400 * 24 * 60 * 60;

/// Reads seconds, with or without a fraction.
pub(super) fn seconds(text: &str) -> Option<Duration> {
    let value: f64 = text.trim().trim_end_matches('s').parse().ok()?;
    from_seconds(value)
}

/// Reads milliseconds.
pub(super) fn millis(text: &str) -> Option<Duration> {
    let value: f64 = text.trim().trim_end_matches("ms").parse().ok()?;
    from_seconds(value / 1000.0)
}

fn from_seconds(value: f64) -> Option<Duration> {
    if value > 0.0 && value <= LONGEST as f64 {
        let wait = Duration::try_from_secs_f64(value).ok();
        wait.filter(|wait| !wait.is_zero())
    } else {
        None
    }
}

/// Reads a duration with units: `38.9s`, `6m0s`, `2m59.56s`, `120ms`, `1h8m26.585s`.
///
/// `humantime` takes no fractions, which every provider writes; so units are summed here.
pub(super) fn duration(text: &str) -> Option<Duration> {
    leading_duration(text.trim())
        .map(|(wait, _)| wait)
        .filter(|wait| !wait.is_zero())
}

/// Sums the numbers with units at the start of a text and returns how many bytes they took.
fn leading_duration(text: &str) -> Option<(Duration, usize)> {
    let mut total = 0.0;
    let mut read = 0;
    while let Some((value, unit, used)) = quantity(text.get(read..)?) {
        let Some(factor) = unit_seconds(unit) else {
            break;
        };
        total += value * factor;
        read += used;
        let rest = text.get(read..)?;
        let spaces = rest.len() - rest.trim_start_matches([' ', ',']).len();
        if !rest
            .get(spaces..)?
            .starts_with(|next: char| next.is_ascii_digit())
        {
            break;
        }
        read += spaces;
    }
    if read == 0 {
        None
    } else {
        Some((from_seconds(total).unwrap_or_default(), read))
    }
}

/// Returns a number, the word after it, and the length of both.
fn quantity(text: &str) -> Option<(f64, &str, usize)> {
    let digits = text
        .bytes()
        .take_while(|byte| byte.is_ascii_digit() || *byte == b'.')
        .count();
    let number = text.get(..digits)?.trim_end_matches('.');
    let value = number.parse().ok()?;
    let rest = text.get(number.len()..)?;
    let word_at = rest.len() - rest.trim_start_matches(' ').len();
    let word = rest.get(word_at..)?;
    let ascii = word.bytes().take_while(u8::is_ascii_alphabetic).count();
    let length = if ascii > 0 { ascii } else { cjk_unit(word) };
    Some((value, word.get(..length)?, number.len() + word_at + length))
}

fn cjk_unit(word: &str) -> usize {
    const UNITS: [&str; 7] = [
        "\u{5c0f}\u{65f6}",
        "\u{5206}\u{949f}",
        "\u{79d2}\u{949f}",
        "\u{79d2}",
        "\u{5206}",
        "\u{5929}",
        "\u{65f6}",
    ];
    UNITS
        .iter()
        .find(|unit| word.starts_with(**unit))
        .map_or(0, |unit| unit.len())
}

fn unit_seconds(unit: &str) -> Option<f64> {
    const UNITS: [(&str, f64); 29] = [
        ("s", 1.0),
        ("ms", 0.001),
        ("m", 60.0),
        ("h", 3600.0),
        ("d", 86_400.0),
        ("sec", 1.0),
        ("secs", 1.0),
        ("second", 1.0),
        ("seconds", 1.0),
        ("min", 60.0),
        ("mins", 60.0),
        ("minute", 60.0),
        ("minutes", 60.0),
        ("hr", 3600.0),
        ("hrs", 3600.0),
        ("hour", 3600.0),
        ("hours", 3600.0),
        ("day", 86_400.0),
        ("days", 86_400.0),
        ("us", 0.000_001),
        ("milliseconds", 0.001),
        ("millisecond", 0.001),
        ("\u{79d2}", 1.0),
        ("\u{79d2}\u{949f}", 1.0),
        ("\u{5206}\u{949f}", 60.0),
        ("\u{5206}", 60.0),
        ("\u{5c0f}\u{65f6}", 3600.0),
        ("\u{65f6}", 3600.0),
        ("\u{5929}", 86_400.0),
    ];
    UNITS
        .iter()
        .find(|(name, _)| name.eq_ignore_ascii_case(unit))
        .map(|(_, seconds)| *seconds)
}

/// Words after which a message names its wait, in lower case; spaces may follow.
const LEADS: &[&str] = &[
    "try again in",
    "retry in",
    "retry after",
    "retry again in",
    "try again after",
    "retrying in",
    "wait",
    "wait for",
    "resets in",
    "reset in",
    "resets after",
    "reset after",
    "available in",
    "try again in about",
    "try again in approximately",
    "retry-after:",
    "retry_after:",
    "retry_after=",
    "retryafter=",
    "retry after:",
    "\u{8bf7}\u{7b49}\u{5f85}",
    "\u{8bf7}\u{5728}",
    "\u{540e}\u{91cd}\u{8bd5}",
    "\u{8bf7}\u{4e8e}",
    "\u{8bf7}",
    "\u{7a0d}\u{7b49}",
    "\u{7b49}\u{5f85}",
    "available again in",
    "restored in",
    "retry in about",
];

/// Finds the wait that a message names: "Please try again in 4.77s", "in 2m59.56s",
/// "resets in ~5s", "retry after 60 seconds".
pub(super) fn in_text(text: &str) -> Option<Duration> {
    let bytes = text.as_bytes();
    let mut from = 0;
    // The leads are few and messages short; only digits with a unit are worth a look.
    while let Some(at) = next_digit(bytes, from) {
        let before = text
            .get(..at)
            .unwrap_or_default()
            .trim_end_matches(['~', '\u{2248}', ' ']);
        let rest = text.get(at..)?;
        let used = rest
            .bytes()
            .take_while(|byte| byte.is_ascii_digit() || *byte == b'.')
            .count();
        from = at + used.max(1);
        if led(before) {
            if let Some((wait, _)) = leading_duration(rest) {
                if !wait.is_zero() {
                    return Some(wait);
                }
            }
        }
    }
    None
}

fn next_digit(bytes: &[u8], mut from: usize) -> Option<usize> {
    while from < bytes.len() {
        let [digits] = Block::masks_of(bytes, from, |lane| [lane.within(b'0', b'9')]);
        if digits != 0 {
            return Some(from + digits.trailing_zeros() as usize);
        }
        from += BLOCK;
    }
    None
}

/// Returns true if a text, without the spaces at its end, ends with one of [`LEADS`].
fn led(before: &str) -> bool {
    let before = before.as_bytes();
    let Some(last) = before.last().map(u8::to_ascii_lowercase) else {
        return false;
    };
    let is_end = |lead: &&str| {
        let at = before.len().checked_sub(lead.len());
        let end = at.and_then(|at| before.get(at..));
        end.is_some_and(|end| end.eq_ignore_ascii_case(lead.as_bytes()))
    };
    // Hardly any word before a number ends like one of them.
    ENDS >> (last & 0x7F) & 1 == 1
        && LEADS
            .iter()
            .filter(|lead| lead.as_bytes().last() == Some(&last))
            .any(is_end)
}

/// A bit for the last byte of each of [`LEADS`]; those outside ASCII share the bits of others.
const ENDS: u128 = {
    let (mut ends, mut index) = (0, 0);
    while index < LEADS.len() {
        let lead = LEADS[index].as_bytes();
        ends |= 1 << (lead[lead.len() - 1] & 0x7F);
        index += 1;
    }
    ends
};

/// Returns the time until an instant, if that lies ahead.
pub(super) fn until(instant: SystemTime, now: SystemTime) -> Option<Duration> {
    let wait = instant.duration_since(now).ok();
    wait.filter(|wait| !wait.is_zero())
}

/// Returns the time until an instant given in seconds since 1970.
pub(super) fn until_epoch(epoch: u64, now: SystemTime) -> Option<Duration> {
    let instant = SystemTime::UNIX_EPOCH.checked_add(Duration::from_secs(epoch))?;
    until(instant, now).filter(|wait| wait.as_secs() <= LONGEST)
}

/// Reads the headers: first what states a wait, then the latest reset of a used-up window.
pub(super) fn in_headers(view: &HeadersView<'_>, now: Option<SystemTime>) -> Option<Duration> {
    for name in headers::RETRY_MILLIS {
        if let Some(wait) = view.get(name).and_then(millis) {
            return Some(wait);
        }
    }
    for name in headers::RETRY_AFTER {
        if let Some(wait) = view.get(name).and_then(|value| seconds_or_date(value, now)) {
            return Some(wait);
        }
    }
    let reset = |(reset, remaining): &(&str, &str)| {
        let used_up = view.get(remaining).is_none_or(|left| left.trim() == "0");
        if used_up {
            view.get(reset).and_then(|value| window(value, now))
        } else {
            None
        }
    };
    headers::RESETS.iter().filter_map(reset).max()
}

fn seconds_or_date(value: &str, now: Option<SystemTime>) -> Option<Duration> {
    if let Some(wait) = seconds(value).or_else(|| duration(value)) {
        return Some(wait);
    }
    let instant = httpdate::parse_http_date(value.trim()).ok()?;
    until(instant, now?)
}

/// Reads a reset header: a duration, seconds, an instant in RFC 3339, or an epoch in seconds or
/// milliseconds (only so large a number can be one).
fn window(value: &str, now: Option<SystemTime>) -> Option<Duration> {
    let value = value.trim();
    if let Ok(number) = value.parse::<f64>() {
        if number < 1_000_000_000.0 {
            return from_seconds(number);
        }
        let epoch = if number > 100_000_000_000.0 {
            number / 1000.0
        } else {
            number
        };
        return until_epoch(epoch as u64, now?);
    }
    if let Some(wait) = duration(value) {
        return Some(wait);
    }
    let instant = humantime::parse_rfc3339_weak(value).ok()?;
    until(instant, now?)
}

#[cfg(test)]
#[allow(clippy::expect_used)]
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
            ("0s", None),
            ("-5s", None),
            ("soon", None),
            ("99999999999999999999h", None),
            ("5 minutes", Some(300.0)),
        ];
        for (text, wait) in cases {
            assert_eq!(secs(duration(text)), wait, "{text}");
        }
    }

    #[test]
    fn waits_in_messages() {
        let cases = [
            ("Please try again in 4.77s. Visit", Some(4.77)),
            ("Please retry in 38.9s.", Some(38.9)),
            ("try again in 2m59.56s", Some(179.56)),
            ("Try again in 300 seconds. Passed", Some(300.0)),
            ("Please retry after 60 seconds.", Some(60.0)),
            ("Your rate limit resets in ~5s.", Some(5.0)),
            (
                "\u{8bf7}\u{5728} 30 \u{79d2}\u{540e}\u{91cd}\u{8bd5}",
                Some(30.0),
            ),
            ("\u{8bf7}30\u{79d2}\u{540e}\u{518d}\u{8bd5}", Some(30.0)),
            ("\u{8bf7}\u{7a0d}\u{7b49} 2 \u{5206}\u{949f}", Some(120.0)),
            ("gpt-4.1 has 3 limits", None),
            ("retry after 2026-01-01", None),
        ];
        for (text, wait) in cases {
            assert_eq!(secs(in_text(text)), wait, "{text}");
        }
    }
}
