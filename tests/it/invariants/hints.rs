//! Retry hints in headers and messages.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use serde_json::json;
use wirefault::upstream::{Answer, HeadersView, RetryHint, read};

/// Headers that may hold a hint, in every form that is read.
pub(crate) const NAMES: [&str; 9] = [
    "retry-after",
    "x-retry-after",
    "retry-after-ms",
    "x-ms-retry-after-ms",
    "x-ratelimit-reset-requests",
    "anthropic-ratelimit-tokens-reset",
    "anthropic-ratelimit-unified-reset",
    "x-ratelimit-reset",
    "ratelimit-reset",
];

/// No hint is longer than this, where the upstream states a number.
const LONGEST: u64 = 400 * 24 * 60 * 60;

fn now() -> SystemTime {
    UNIX_EPOCH + Duration::from_secs(1_790_000_000)
}

fn hint(name: &str, value: &str, now: Option<SystemTime>) -> Option<RetryHint> {
    first_of(&[(name, value)], now)
}

fn first_of(pairs: &[(&str, &str)], now: Option<SystemTime>) -> Option<RetryHint> {
    let answer = Answer {
        status: Some(429),
        headers: HeadersView::Pairs(pairs),
        ..Answer::new(b"")
    };
    read(&answer).retry_hint(&answer.headers, now)
}

/// Any value: no panic, never zero, white space around it changes nothing.
pub(crate) fn any(at: usize, value: &str) {
    let name = NAMES[at % NAMES.len()];
    let found = hint(name, value, Some(now()));
    assert!(found.is_none_or(|hint| !hint.after.is_zero()));
    assert_eq!(hint(name, &format!(" {value}\t"), Some(now())), found);
    let _ = hint(name, value, None);
    // What says nothing hides nothing that does.
    if name != "retry-after" {
        assert!(first_of(&[(name, value), ("retry-after", "5")], Some(now())).is_some());
    }
    let body = json!({"error": {"message": format!("try again in {value}")}}).to_string();
    let answer = Answer {
        status: Some(429),
        ..Answer::new(body.as_bytes())
    };
    let facts = read(&answer);
    for now in [Some(now()), Some(UNIX_EPOCH), None] {
        let found = facts.retry_hint(&answer.headers, now);
        assert!(found.is_none_or(|hint| !hint.after.is_zero()));
    }
}

/// A wait of so many seconds is read from each form in which it can be written.
pub(crate) fn exact(seconds: u64) {
    let wait = Duration::from_secs(seconds % LONGEST + 1);
    let length = wait.as_secs();
    let instant = now() + wait;
    let epoch = instant
        .duration_since(UNIX_EPOCH)
        .unwrap_or_default()
        .as_secs();
    let units = format!("{}h{}m{}s", length / 3600, length / 60 % 60, length % 60);
    let date = humantime::format_rfc3339_seconds(instant).to_string();
    for (name, value) in [
        ("retry-after", length.to_string()),
        ("retry-after", httpdate::fmt_http_date(instant)),
        ("retry-after-ms", format!("{length}000")),
        ("x-ratelimit-reset-requests", units),
        ("x-ratelimit-reset-tokens", format!("{length}s")),
        ("anthropic-ratelimit-requests-reset", date),
        ("x-ratelimit-reset", length.to_string()),
        ("x-ratelimit-reset", epoch.to_string()),
        ("ratelimit-reset", format!("{epoch}000")),
    ] {
        let found = hint(name, &value, Some(now())).map(|hint| hint.after);
        assert_eq!(found, Some(wait), "{name}: {value}");
    }
}
