//! Instants that a message names: "reset at 2026-03-06 22:19:54", "until next 00:00 UTC".

use std::time::{Duration, SystemTime};

use super::hints::until;

const DAY: u64 = 24 * 60 * 60;

/// Finds the instant that a message names, as the time left until then. A date counts before a time
/// of the day; what lies in the past is no hint.
pub(super) fn in_text(text: &str, now: SystemTime) -> Option<Duration> {
    dated(text, now).or_else(|| daily(text, now))
}

fn dated(text: &str, now: SystemTime) -> Option<Duration> {
    let bytes = text.as_bytes();
    let mut from = 0;
    while let Some(offset) = memchr::memmem::find(bytes.get(from..)?, b"20") {
        let at = from + offset;
        from = at + 2;
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
    let day = humantime::parse_rfc3339_weak(&format!("{} 00:00:00", text.get(..10)?)).ok()?;
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

/// Finds a time of the day in UTC: midnight wherever it stands, another one behind words of a reset.
fn daily(text: &str, now: SystemTime) -> Option<Duration> {
    let today = now.duration_since(SystemTime::UNIX_EPOCH).ok()?.as_secs() % DAY;
    for at in memchr::memmem::find_iter(text.as_bytes(), b" UTC") {
        let head = text.get(..at)?;
        let clock = |byte: &u8| byte.is_ascii_digit() || *byte == b':';
        let len = head.bytes().rev().take_while(|byte| clock(byte)).count();
        let Some((time, "")) = head.get(at - len..).and_then(time_of_day) else {
            continue;
        };
        let told = ["eset", "until", "again"];
        if time == 0 || told.iter().any(|word| head.contains(word)) {
            return Some(Duration::from_secs((time + 2 * DAY - today - 1) % DAY + 1));
        }
    }
    None
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
        rest.trim_start_matches(|c: char| c.is_ascii_digit())
    });
    Some((minutes * 60 + seconds.unwrap_or(0), rest))
}

/// Reads `+08:00`, `-0530` or ` UTC+8`; true for zones ahead of UTC.
fn offset(text: &str) -> Option<(bool, Duration)> {
    let text = text
        .trim_start()
        .trim_start_matches("UTC")
        .trim_start_matches("GMT");
    let ahead = text.starts_with('+');
    let digits = text.strip_prefix(['+', '-'])?;
    let len = digits.bytes().take_while(u8::is_ascii_digit).count().min(2);
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
            ("reset at 25:00 UTC, at 1:00 UTC, at \u{e4}0:00 UTC", None),
            ("reset at 2020-01-01 00:00:00", None),
            ("model-2024-07-18", None),
            ("2026-", None),
        ];
        for (text, wait) in cases {
            assert_eq!(in_text(text, now), wait.map(Duration::from_secs), "{text}");
        }
    }
}
