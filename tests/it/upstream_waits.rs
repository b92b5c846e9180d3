//! Waits in the wordings and members in which they occur, and figures that are none.
//!
//! Each line: the seconds (`-` for none) counted from 2026-11-20 22:00 UTC, and a message (in which
//! `\n` is a line break) or a whole body.

#![allow(clippy::expect_used)] // a broken fixture should fail loudly

use std::time::{Duration, SystemTime};

use wirefault::upstream::{Answer, read};

const LINES: &str = include_str!("../fixtures/upstream-waits.tsv");

/// 2026-11-20 22:00 UTC.
const NOW: Duration = Duration::from_secs(1_795_212_000);

#[test]
fn waits() {
    let mut wrong = String::new();
    for line in LINES.lines() {
        let (wanted, text) = line.split_once('\t').expect("two fields");
        let body = match text.as_bytes().first() {
            Some(b'{' | b'"') => text.to_owned(),
            _ => {
                let text = text.replace("\\n", "\n");
                serde_json::json!({"error": {"message": text}}).to_string()
            }
        };
        let answer = Answer {
            status: Some(429),
            ..Answer::new(body.as_bytes())
        };
        let hint = read(&answer).retry_hint(&answer.headers, Some(SystemTime::UNIX_EPOCH + NOW));
        let found = hint.map(|hint| hint.after.as_secs_f64());
        let wanted: Option<f64> = (wanted != "-").then(|| wanted.parse().expect("seconds"));
        let near = |(found, wanted): (f64, f64)| (found - wanted).abs() <= wanted / 1000.0;
        let right = match (found, wanted) {
            (None, None) => true,
            both => both.0.zip(both.1).is_some_and(near),
        };
        if !right {
            wrong += &format!("{found:?} instead of {line}\n");
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}
