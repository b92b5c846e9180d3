//! Retry hints: every form in which an upstream says how long to wait.

use std::time::{Duration, SystemTime};

use crate::provider::headers;

use super::HeadersView;
use super::waits::duration;

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

pub(super) fn from_seconds(value: f64) -> Option<Duration> {
    if value > 0.0 && value <= LONGEST as f64 {
        let wait = Duration::try_from_secs_f64(value).ok();
        wait.filter(|wait| !wait.is_zero())
    } else {
        None
    }
}

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

/// No header that names a wait is longer.
const VALUE: usize = 128;

/// Reads the headers: first what states a wait, then the latest reset of a used-up window.
pub(super) fn in_headers(view: &HeadersView<'_>, now: Option<SystemTime>) -> Option<Duration> {
    if matches!(view, HeadersView::None) {
        return None;
    }
    let short = |value: &&str| value.len() <= VALUE;
    let values = view.pick(&headers::WAITS);
    let values = values.map(|value| value.map(str::trim).filter(short));
    let [millis_1, millis_2, after_1, after_2, resets @ ..] = values;
    let in_millis = || {
        millis_1
            .and_then(millis)
            .or_else(|| millis_2.and_then(millis))
    };
    let after = |value: Option<&str>| value.and_then(|value| seconds_or_date(value, now));
    let reset = |pair: &[Option<&str>]| match pair {
        [reset, remaining] if remaining.is_none_or(|left| left.trim() == "0") => {
            reset.and_then(|value| window(value, now))
        }
        _ => None,
    };
    in_millis()
        .or_else(|| after(after_1))
        .or_else(|| after(after_2))
        .or_else(|| resets.chunks_exact(2).filter_map(reset).max())
}

fn seconds_or_date(value: &str, now: Option<SystemTime>) -> Option<Duration> {
    if let Some(wait) = window(value, now) {
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
