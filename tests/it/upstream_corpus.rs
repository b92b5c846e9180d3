//! The collected rows of real upstream errors, scored.
//!
//! Each row of `tests/fixtures/upstream-errors.jsonl` is an answer that a provider or a box in the
//! middle really sent, with its source and with what a gateway should make of it.

#![allow(clippy::expect_used)] // a broken fixture should fail loudly

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde_json::Value;
use wirefault::upstream::{Answer, Classified, HeadersView, RetryHint, classify, read};

const ROWS: &str = include_str!("../fixtures/upstream-errors.jsonl");

/// The bars, slightly under what was reached: (figure, least share in per cent).
const BARS: &[(&str, f64)] = &[
    ("is_error", 100.0),
    ("exact", 97.5),
    ("also", 99.3),
    ("retryable", 99.3),
    ("failover", 99.0),
    ("message", 98.0),
    ("hint", 98.0),
];

struct Read {
    is_error: bool,
    found: Classified,
    message: String,
    code: Option<String>,
    hint: Option<RetryHint>,
}

fn read_row(row: &Value) -> Read {
    let pairs: Vec<(&str, &str)> = row["headers"]
        .as_object()
        .into_iter()
        .flatten()
        .filter_map(|(name, value)| Some((name.as_str(), value.as_str()?)))
        .collect();
    let answer = Answer {
        provider: row["provider"].as_str(),
        status: row["status"]
            .as_u64()
            .and_then(|status| status.try_into().ok()),
        headers: HeadersView::Pairs(&pairs),
        stream: row["stream"].as_bool().unwrap_or(false),
        ..Answer::new(row["body"].as_str().expect("body").as_bytes())
    };
    let facts = read(&answer);
    let found = classify(&answer, &facts);
    let hint = facts.retry_hint(&answer.headers, None);
    Read {
        is_error: facts.is_error,
        found,
        hint,
        code: facts
            .provider_code
            .map(|code| code.into_operator().as_str().to_owned()),
        message: facts.message.into_operator().as_str().to_owned(),
    }
}

/// A count of hits among what was asked.
#[derive(Clone, Copy, Default)]
struct Share(usize, usize);

impl Share {
    fn add(&mut self, hit: bool) {
        self.0 += usize::from(hit);
        self.1 += 1;
    }

    fn per_cent(self) -> f64 {
        if self.1 == 0 {
            100.0
        } else {
            self.0 as f64 * 100.0 / self.1 as f64
        }
    }
}

type Score = BTreeMap<&'static str, Share>;

fn score_row(row: &Value, got: &Read, score: &mut Score) {
    let labels = &row["labels"];
    let category = labels["category"].as_str().expect("category");
    let also: Vec<_> = labels["also"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
        .collect();
    let name = got
        .found
        .condition
        .map_or("not_an_error", |condition| condition.into());
    let mut add = |figure, hit| score.entry(figure).or_default().add(hit);
    add(
        "is_error",
        got.is_error == labels["is_error"].as_bool().expect("is_error"),
    );
    add("exact", name == category);
    add("also", name == category || also.contains(&name));
    add(
        "retryable",
        got.found.retryable == labels["retryable"].as_bool().expect("retryable"),
    );
    add(
        "failover",
        got.found.failover.as_ref() == labels["failover"].as_str().expect("failover"),
    );
    let message = labels["message"].as_str().unwrap_or_default();
    add("message", same_text(&got.message, message));
    if let Some(code) = labels["provider_code"].as_str() {
        add("code", got.code.as_deref() == Some(code));
    }
    if let Some(seconds) = labels["retry_after_s"].as_f64() {
        let found = got.hint.map(|hint| hint.after.as_secs_f64());
        add(
            "hint",
            found.is_some_and(|found| (found - seconds).abs() <= seconds * 0.02),
        );
    }
}

/// Compares messages without regard to white space.
fn same_text(one: &str, other: &str) -> bool {
    one.split_whitespace().eq(other.split_whitespace())
}

fn line(out: &mut String, name: &str, score: &Score) {
    let _ = write!(out, "{name:26}");
    for (figure, _) in BARS {
        let share = score.get(figure).copied().unwrap_or_default();
        let _ = write!(out, " {:>6.1}", share.per_cent());
    }
    let rows = score.get("is_error").map_or(0, |share| share.1);
    let _ = writeln!(out, " {rows:>5}");
}

#[test]
fn corpus() {
    let mut all = Score::new();
    let mut by_category: BTreeMap<String, Score> = BTreeMap::new();
    let mut by_provider: BTreeMap<String, Score> = BTreeMap::new();
    let mut dump = String::new();
    for text in ROWS.lines() {
        let row: Value = serde_json::from_str(text).expect("row");
        let got = read_row(&row);
        score_row(&row, &got, &mut all);
        let category = row["labels"]["category"]
            .as_str()
            .expect("category")
            .to_owned();
        score_row(&row, &got, by_category.entry(category).or_default());
        let provider = row["provider"].as_str().unwrap_or("unknown").to_owned();
        score_row(&row, &got, by_provider.entry(provider).or_default());
        let explained = got.found.explanation;
        let line = serde_json::json!({
            "id": row["id"], "is_error": got.is_error,
            "category": got.found.condition.map_or("not_an_error", |condition| condition.into()),
            "retryable": got.found.retryable, "failover": got.found.failover.as_ref(),
            "message": got.message, "code": got.code, "hint": got.hint.map(|hint| hint.after.as_secs_f64()),
            "why": format!("{} on {} {:?}", explained.rule, explained.field.as_ref(), explained.text),
        });
        let _ = writeln!(dump, "{line}");
    }
    if let Some(path) = std::env::var_os("WIREFAULT_CORPUS_DUMP") {
        std::fs::write(path, dump).expect("dump");
        return;
    }
    let mut table = format!("{:26}", "");
    for (figure, _) in BARS {
        let _ = write!(table, " {figure:>6.6}");
    }
    table.push_str("  rows\n");
    for (name, score) in by_category.iter().chain(&by_provider) {
        line(&mut table, name, score);
    }
    line(&mut table, "all", &all);
    crate::show!("{table}");
    for (figure, bar) in BARS {
        let share = all.get(figure).copied().unwrap_or_default();
        assert!(
            share.per_cent() >= *bar,
            "{figure}: {:.1} is below {bar}",
            share.per_cent()
        );
    }
}
