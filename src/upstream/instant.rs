//! Instants that a message names: "reset at 2026-03-06 22:19:54", "until next 00:00 UTC".

use std::cell::LazyCell;
use std::time::{Duration, SystemTime};

use memchr::memmem;

use crate::provider::start;

use super::hints::until;
use super::wait_rows::ZONES;
use super::waits::Digits;

const DAY: u64 = 24 * 60 * 60;

/// So many places that look like an instant are read; a text with more is no message to a person.
const TRIES: usize = 64;

/// The name of a zone, and what stands before it, is no longer.
const ZONE: usize = 40;

/// Finds the instant that a message names, as the time left until then. A date counts before a time
/// of the day; what lies in the past is no hint.
pub(super) fn in_text(text: &str, now: SystemTime) -> Option<Duration> {
    dated(text, now).or_else(|| daily(text, now))
}

/// Reads a member that is a date, as seconds since 1970.
pub(super) fn epoch(text: &str) -> Option<u64> {
    let text = text.trim();
    let instant = date(text).or_else(|| httpdate::parse_http_date(text).ok())?;
    let since = instant.duration_since(SystemTime::UNIX_EPOCH).ok()?;
    Some(since.as_secs())
}

fn dated(text: &str, now: SystemTime) -> Option<Duration> {
    let bytes = text.as_bytes();
    for at in memmem::find_iter(bytes, b"20").take(TRIES) {
        let preceded = at > 0 && bytes.get(at - 1).is_some_and(u8::is_ascii_digit);
        if preceded || bytes.get(at + 4) != Some(&b'-') {
            continue;
        }
        let instant = text.get(at..).and_then(date);
        let wait = instant.and_then(|instant| until(instant, now));
        if wait.is_some() {
            return wait;
        }
    }
    None
}

/// Reads `2026-03-06 22:19:54`, `2026-03-06T22:19:54+08:00`, `2026-03-06 at 22:19 UTC`, or a date
/// alone.
fn date(text: &str) -> Option<SystemTime> {
    let mut whole = *b"0000-00-00 00:00:00";
    whole
        .first_chunk_mut::<10>()?
        .clone_from_slice(text.get(..10)?.as_bytes());
    let day = humantime::parse_rfc3339_weak(std::str::from_utf8(&whole).ok()?).ok()?;
    let rest = text.get(10..)?.trim_start_matches(['T', ' ', ',']);
    let rest = rest.strip_prefix("at ").unwrap_or(rest);
    let Some((time, rest)) = time_of_day(rest) else {
        return Some(day);
    };
    let instant = day.checked_add(Duration::from_secs(time))?;
    match offset(rest) {
        Some((true, ahead)) => instant.checked_sub(ahead),
        Some((false, behind)) => instant.checked_add(behind),
        None => Some(instant),
    }
}

/// Finds a time of the day with its zone: midnight wherever it stands, another one behind words of a
/// reset.
fn daily(text: &str, now: SystemTime) -> Option<Duration> {
    let bytes = text.as_bytes();
    for at in memmem::find_iter(bytes, b"idnight").take(TRIES) {
        let wait = zone(text.get(at + 7..)?).and_then(|zone| zone.until(0, now));
        if wait.is_some() {
            return wait;
        }
    }
    let (mut places, mut from) = (Digits::of(text), 0);
    let told = LazyCell::new(|| first_told(bytes));
    for _ in 0..TRIES {
        let at = places.next(from)?;
        let rest = text.get(at..)?;
        from = at + leading_digits(rest);
        let Some((time, behind)) = clock(rest) else {
            continue;
        };
        // The day of an HTTP date stands before its time.
        let date = text.get(at.saturating_sub(17)..at + 12);
        if let Some(instant) = date.and_then(|date| httpdate::parse_http_date(date).ok()) {
            return until(instant, now);
        }
        if time == 0 || told.is_some_and(|told| told < at) {
            let wait = zone(behind).and_then(|zone| zone.until(time, now));
            if wait.is_some() {
                return wait;
            }
        }
    }
    None
}

/// Returns where the first word of a reset stands.
fn first_told(text: &[u8]) -> Option<usize> {
    let words = ["eset", "until", "again", "after"].into_iter();
    words
        .filter_map(|word| memmem::find(text, word.as_bytes()))
        .min()
}

/// Reads `22:19`, `10:19 PM` or `5pm`, as seconds; returns what stands behind it.
fn clock(text: &str) -> Option<(u64, &str)> {
    half_day(text).or_else(|| time_of_day(text))
}

fn half_day(text: &str) -> Option<(u64, &str)> {
    let digits = leading_digits(text);
    let hours: u64 = text.get(..digits)?.parse().ok()?;
    let rest = text.get(digits..)?;
    let (minutes, rest) = match rest.strip_prefix(':') {
        Some(rest) => (rest.get(..2)?.parse().ok()?, rest.get(2..)?),
        None => (0, rest),
    };
    let rest = rest.trim_start_matches(' ');
    let half = rest.get(..2)?;
    let after_noon = half.eq_ignore_ascii_case("pm");
    let is_clock = after_noon || half.eq_ignore_ascii_case("am");
    let hours = hours % 12 + if after_noon { 12 } else { 0 };
    (is_clock && digits < 3 && minutes < 60)
        .then_some((hours * 3600 + minutes * 60, rest.get(2..)?))
}

/// A zone: seconds ahead of UTC, and whether summer has its own time.
#[derive(Clone, Copy)]
struct Zone {
    ahead: i64,
    summer: bool,
}

/// Reads the zone that begins a text: ` UTC`, ` (America/Los_Angeles)`, ` Pacific time`.
fn zone(text: &str) -> Option<Zone> {
    let text = start(text, ZONE).trim_start_matches([' ', '(', ',']);
    let name = text
        .split(|c: char| !c.is_ascii_alphabetic() && c != '/' && c != '_')
        .next()?;
    let mut rows = ZONES.iter();
    let (_, minutes, summer) = rows.find(|(known, ..)| known.eq_ignore_ascii_case(name))?;
    Some(Zone {
        ahead: minutes * 60,
        summer: *summer,
    })
}

impl Zone {
    /// Returns the time until the clocks there next show this time, in seconds of the day.
    fn until(self, time: u64, now: SystemTime) -> Option<Duration> {
        let now = now.duration_since(SystemTime::UNIX_EPOCH).ok()?.as_secs();
        let local = i64::try_from(now).ok()? + self.ahead;
        let hour = if self.summer && is_summer(local.div_euclid(DAY as i64)) {
            3600
        } else {
            0
        };
        let today = (local + hour).rem_euclid(DAY as i64) as u64;
        Some(Duration::from_secs((time + 2 * DAY - today - 1) % DAY + 1))
    }
}

/// Returns true from the second Sunday in March to the first in November, when clocks in the United
/// States are an hour ahead; the hours of those two days are not told apart.
fn is_summer(days: i64) -> bool {
    let (year, day) = year_and_day(days);
    let leap = i64::from(year % 4 == 0 && (year % 100 != 0 || year % 400 == 0));
    // The first of January 1970 was a Thursday.
    let sunday = |at_least: i64| {
        let weekday = (days - day + at_least + 4).rem_euclid(7);
        at_least + (7 - weekday) % 7
    };
    let (march, november) = (59 + leap, 304 + leap);
    (sunday(march + 7)..sunday(november)).contains(&day)
}

/// Returns the year of a day since 1970, and the number of the day in it, from zero.
fn year_and_day(days: i64) -> (i64, i64) {
    let before = |year: i64| {
        let past = year - 1;
        (year - 1970) * 365 + (past / 4 - past / 100 + past / 400) - 477
    };
    let guess = 1970 + days * 400 / 146_097;
    let mut years = [guess + 1, guess, guess - 1].into_iter();
    let year = years.find(|year| before(*year) <= days).unwrap_or(guess);
    (year, days - before(year))
}

/// Reads `22:19` or `22:19:54`, a fraction left out, as seconds; returns what stands behind it.
fn time_of_day(text: &str) -> Option<(u64, &str)> {
    let two = |at: usize, below: u64| {
        let value: u64 = text.get(at..at + 2)?.parse().ok()?;
        (value < below).then_some(value)
    };
    let minutes = two(0, 24)? * 60 + two(3, 60)?;
    if text.get(2..3)? != ":" {
        return None;
    }
    let seconds = match text.get(5..6) {
        Some(":") => two(6, 60),
        _ => None,
    };
    let rest = text.get(if seconds.is_some() { 8 } else { 5 }..)?;
    let fraction = rest.strip_prefix('.');
    let rest = fraction.map_or(rest, |rest| {
        rest.get(leading_digits(rest)..).unwrap_or_default()
    });
    Some((minutes * 60 + seconds.unwrap_or(0), rest))
}

/// Returns how many digits begin a text, up to more than any instant has.
fn leading_digits(text: &str) -> usize {
    let near = text.bytes().take(ZONE);
    near.take_while(u8::is_ascii_digit).count()
}

/// Reads `+08:00`, `-0530` or ` UTC+8`; true for zones ahead of UTC.
fn offset(text: &str) -> Option<(bool, Duration)> {
    let text = text
        .trim_start()
        .trim_start_matches("UTC")
        .trim_start_matches("GMT");
    let ahead = text.starts_with('+');
    let digits = text.strip_prefix(['+', '-'])?;
    let len = leading_digits(digits).min(2);
    let hours: u64 = digits.get(..len)?.parse().ok()?;
    let rest = digits.get(len..)?;
    let rest = rest.strip_prefix(':').unwrap_or(rest);
    let minutes: u64 = rest.get(..2).and_then(|two| two.parse().ok()).unwrap_or(0);
    (hours < 15 && minutes < 60).then(|| (ahead, Duration::from_secs((hours * 60 + minutes) * 60)))
}

#[cfg(test)]
#[allow(clippy::expect_used)]
mod tests {
    use super::*;

    #[test]
    fn instants() {
        let now = humantime::parse_rfc3339("2026-03-06T22:00:00Z").expect("date");
        let cases = [
            ("reset at 2026-03-06 22:19:54 (x)", Some(1194)),
            ("resets 2026-03-06T23:00:00Z", Some(3600)),
            ("resets 2026-03-07T07:30:00.250+08:00", Some(5400)),
            ("resets on 2026-03-06 18:00 UTC-5", Some(3600)),
            ("regain access on 2026-03-07 at 00:00 UTC", Some(7200)),
            (
                "regain access on 2026-03-09 at 00:00 UTC",
                Some(7200 + 2 * 86_400),
            ),
            ("gpt-4o-2024-08-06 is back on 2026-03-07", Some(7200)),
            ("until next 00:00 UTC", Some(7200)),
            ("Resets at 12:00:00 UTC", Some(14 * 3600)),
            ("resets at 22:00 UTC", Some(86_400)),
            ("failed at 23:00 UTC", None),
            ("resets at midnight UTC", Some(7200)),
            ("out of requests until Midnight (UTC)", Some(7200)),
            ("until midnight Pacific time", Some(36_000)),
            ("until midnight PT", Some(36_000)),
            ("try again at 5:30 PM PST", Some(12_600)),
            ("resets 12am (America/New_York)", Some(25_200)),
            ("resets at 00:00 Beijing time", Some(18 * 3600)),
            ("resets at midnight", None),
            ("again on Sat, 07 Mar 2026 08:00:00 GMT", Some(36_000)),
            ("again on Thu, 12 Mar 2026 08:00:00 GMT", Some(468_000)),
            ("reset at 25:00 UTC, at 1:00 UTC, at \u{e4}0:00 UTC", None),
            ("reset at 2020-01-01 00:00:00", None),
            ("model-2024-07-18", None),
            ("2026-", None),
        ];
        for (text, wait) in cases {
            assert_eq!(in_text(text, now), wait.map(Duration::from_secs), "{text}");
        }
    }

    #[test]
    fn midnight_of_the_pacific_moves_with_summer() {
        let cases = [
            ("2026-03-07T00:00:00Z", 8),
            ("2026-03-09T12:00:00Z", 19),
            ("2026-07-01T00:00:00Z", 7),
            ("2026-10-31T00:00:00Z", 7),
            ("2026-11-02T00:00:00Z", 8),
            ("2028-02-29T00:00:00Z", 8),
            ("2028-03-13T00:00:00Z", 7),
            ("2027-12-31T23:00:00Z", 9),
            ("1970-01-01T00:00:00Z", 8),
        ];
        for (now, hours) in cases {
            let now = humantime::parse_rfc3339(now).expect("date");
            let wait = in_text("until midnight Pacific", now);
            assert_eq!(wait, Some(Duration::from_secs(hours * 3600)), "{now:?}");
        }
    }

    proptest::proptest! {
        #[test]
        fn any_day_has_a_year(days in 0_i64..200_000) {
            let (year, day) = year_and_day(days);
            let seconds = u64::try_from(days).expect("days") * DAY;
            let date = SystemTime::UNIX_EPOCH + Duration::from_secs(seconds);
            let printed = humantime::format_rfc3339(date).to_string();
            proptest::prop_assert_eq!(&printed[..4], format!("{year}"));
            proptest::prop_assert!((0..366).contains(&day));
        }
    }
}
