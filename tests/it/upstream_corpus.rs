//! The collected rows of real upstream errors, scored.
//!
//! Each row of `tests/fixtures/upstream-errors.jsonl` is an answer that a provider or a box in the
//! middle really sent, with its source and with what a gateway should make of it.
//! `upstream-found.jsonl` holds rows that were collected and labelled later, before the rules saw
//! them: rules may be tuned on those with an even number, the odd ones only measure. So are the rows
//! of `upstream-later.jsonl`, a third time, of `upstream-fourth.jsonl`, a fourth, of
//! `upstream-fifth.jsonl`, a fifth, of `upstream-sixth.jsonl`, a sixth, of
//! `upstream-seventh.jsonl`, a seventh, and of `upstream-eighth.jsonl`, an eighth.

#![allow(clippy::expect_used)] // a broken fixture should fail loudly

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde_json::Value;
use wirefault::upstream::{Answer, Classified, HeadersView, RetryHint, classify, read};

const ROWS: &str = include_str!("../fixtures/upstream-errors.jsonl");
const FOUND: &str = include_str!("../fixtures/upstream-found.jsonl");
const LATER: &str = include_str!("../fixtures/upstream-later.jsonl");
const FOURTH: &str = include_str!("../fixtures/upstream-fourth.jsonl");
const FIFTH: &str = include_str!("../fixtures/upstream-fifth.jsonl");
const SIXTH: &str = include_str!("../fixtures/upstream-sixth.jsonl");
const SEVENTH: &str = include_str!("../fixtures/upstream-seventh.jsonl");
const EIGHTH: &str = include_str!("../fixtures/upstream-eighth.jsonl");

/// The bars, slightly under what was reached: (figure, least share in per cent).
type Bars = [(&'static str, f64); 7];

const BARS: Bars = [
    ("is_error", 100.0),
    ("exact", 97.5),
    ("also", 99.3),
    ("retryable", 99.3),
    ("failover", 99.0),
    ("message", 98.0),
    ("hint", 98.0),
];

/// The rows found later that rules may be tuned on. As they were found, before any rule was
/// changed for them: exact 74.4, also 88.4, retryable 94.2, failover 86.8.
const TUNED: Bars = [
    ("is_error", 100.0),
    ("exact", 96.6),
    ("also", 98.3),
    ("retryable", 98.3),
    ("failover", 98.3),
    ("message", 98.3),
    ("hint", 100.0),
];

/// The rows found later that only measure. As they were found: exact 72.1, also 90.2, retryable
/// 92.6, failover 86.9.
const APART: Bars = [
    ("is_error", 100.0),
    ("exact", 89.3),
    ("also", 99.1),
    ("retryable", 97.5),
    ("failover", 97.5),
    ("message", 97.5),
    ("hint", 100.0),
];

/// A third set, from other providers and in other wordings than the two before. As it was found,
/// before any rule was changed for it, the half for tuning had: is_error 99.1, exact 75.9, also
/// 90.2, retryable 92.9, failover 89.3, message 91.1, hint 75.0 (of four).
const LATER_TUNED: Bars = [
    ("is_error", 100.0),
    ("exact", 97.3),
    ("also", 99.1),
    ("retryable", 99.1),
    ("failover", 99.1),
    ("message", 95.5),
    ("hint", 75.0),
];

/// The half of the third set that only measures. As it was found: exact 82.3, also 94.7, retryable
/// 96.5, failover 90.3, message 93.8.
const LATER_APART: Bars = [
    ("is_error", 100.0),
    ("exact", 87.6),
    ("also", 95.5),
    ("retryable", 96.4),
    ("failover", 92.0),
    ("message", 94.6),
    ("hint", 100.0),
];

/// A fourth set: other sources, other wordings, 67 providers and relays. As it was found, before any
/// rule was changed for it, the half for tuning had: is_error 100, exact 81.3, also 91.8, retryable
/// 92.5, failover 91.0, message 87.3, hint 50.0 (of four); the whole set: exact 81.8, also 94.4,
/// retryable 94.8, failover 91.8, message 89.2.
const FOURTH_TUNED: Bars = [
    ("is_error", 100.0),
    ("exact", 95.5),
    ("also", 99.2),
    ("retryable", 99.2),
    ("failover", 98.5),
    ("message", 93.2),
    ("hint", 100.0),
];

/// The half of the fourth set that only measures. As it was found: exact 82.2, also 97.0, retryable
/// 97.0, failover 92.6, message 91.1.
const FOURTH_APART: Bars = [
    ("is_error", 100.0),
    ("exact", 84.4),
    ("also", 96.2),
    ("retryable", 97.0),
    ("failover", 92.5),
    ("message", 94.8),
    ("hint", 66.6),
];

/// A fifth set: 68 providers, relays and servers, most of them in none of the sets before. As it was
/// found, before any rule was changed for it, the half for tuning had: is_error 100, exact 83.7,
/// also 91.8, retryable 90.8, failover 93.9, message 96.9; the whole set: exact 82.2, also 92.9,
/// retryable 92.9, failover 93.9, message 93.9.
const FIFTH_TUNED: Bars = [
    ("is_error", 100.0),
    ("exact", 95.9),
    ("also", 97.9),
    ("retryable", 97.9),
    ("failover", 97.9),
    ("message", 98.9),
    ("hint", 100.0),
];

/// The half of the fifth set that only measures. As it was found: is_error 99.0, exact 80.8, also
/// 93.9, retryable 94.9, failover 93.9, message 90.9.
const FIFTH_APART: Bars = [
    ("is_error", 98.9),
    ("exact", 81.8),
    ("also", 94.9),
    ("retryable", 93.9),
    ("failover", 92.9),
    ("message", 89.8),
    ("hint", 100.0),
];

/// A sixth set: 75 providers, relays, SDKs and servers, many of them in none of the sets before. As it
/// was found, before any rule was changed for it, the half for tuning had: is_error 100, exact 74.1,
/// also 87.9, retryable 91.4, failover 84.5, message 87.9, hint 66.7 (of three); the whole set: exact
/// 78.6, also 89.7, retryable 94.0, failover 88.0, message 87.2.
const SIXTH_TUNED: Bars = [
    ("is_error", 100.0),
    ("exact", 91.3),
    ("also", 98.2),
    ("retryable", 96.5),
    ("failover", 94.8),
    ("message", 93.1),
    ("hint", 66.6),
];

/// The half of the sixth set that only measures. As it was found: exact 83.1, also 91.5, retryable
/// 96.6, failover 91.5, message 86.4.
const SIXTH_APART: Bars = [
    ("is_error", 100.0),
    ("exact", 83.0),
    ("also", 91.5),
    ("retryable", 96.6),
    ("failover", 91.5),
    ("message", 91.5),
    ("hint", 100.0),
];

/// A seventh set, labelled by two who did not see each other's labels: they agree on 95.5 % of the
/// categories. As it was found, before any rule was changed for it, the half for tuning had: is_error
/// 100, exact 68.7, also 83.8, retryable 90.9, failover 82.8, message 87.9, hint 0 (of one); the whole
/// set: is_error 99.5, exact 71.4, also 87.4, retryable 91.0, failover 86.4, message 87.9.
const SEVENTH_TUNED: Bars = [
    ("is_error", 100.0),
    ("exact", 92.9),
    ("also", 98.9),
    ("retryable", 98.9),
    ("failover", 97.9),
    ("message", 88.8),
    ("hint", 100.0),
];

/// The half of the seventh set that only measures. As it was found: is_error
/// 99.0, exact 74.0, also 91.0, retryable 91.0, failover 90.0, message 88.0, hint 50.0 (of two).
/// The families of wordings that rules were then written for were named by somebody who had seen the
/// whole set, so what was gained here since is no figure for unseen rows: exact 75.0 with rules from
/// the other half alone.
const SEVENTH_APART: Bars = [
    ("is_error", 99.0),
    ("exact", 77.0),
    ("also", 92.0),
    ("retryable", 92.0),
    ("failover", 91.0),
    ("message", 91.0),
    ("hint", 100.0),
];

/// An eighth set: 65 providers, relays and servers, two in three quoted from logs, labelled by two who
/// did not see each other's labels: they agree on 98.1 % of the categories. As it was found, before any
/// rule was changed for it, the half for tuning had: is_error 100, exact 89.8, also 95.4, retryable
/// 96.3, failover 96.3, message 89.8; the whole set: exact 90.3, also 96.3, retryable 97.2, failover
/// 95.4, message 89.4.
const EIGHTH_TUNED: Bars = [
    ("is_error", 100.0),
    ("exact", 93.0),
    ("also", 99.0),
    ("retryable", 97.0),
    ("failover", 97.0),
    ("message", 89.0),
    ("hint", 100.0),
];

/// The half of the eighth set that only measures. As it was found: is_error 100, exact 90.7, also 97.2,
/// retryable 98.1, failover 94.4, message 88.9.
const EIGHTH_APART: Bars = [
    ("is_error", 100.0),
    ("exact", 90.0),
    ("also", 97.0),
    ("retryable", 98.0),
    ("failover", 94.0),
    ("message", 88.0),
    ("hint", 100.0),
];

struct Read {
    is_error: bool,
    found: Classified,
    message: String,
    code: Option<String>,
    hint: Option<RetryHint>,
}

/// Returns the headers of a row.
pub(crate) fn headers_of(row: &Value) -> Vec<(&str, &str)> {
    row["headers"]
        .as_object()
        .into_iter()
        .flatten()
        .filter_map(|(name, value)| Some((name.as_str(), value.as_str()?)))
        .collect()
}

/// Returns the answer that a row records, with these headers and this body.
pub(crate) fn answer_of<'a>(
    row: &'a Value,
    headers: &'a [(&'a str, &'a str)],
    body: &'a str,
) -> Answer<'a> {
    Answer {
        provider: row["provider"].as_str(),
        status: row["status"]
            .as_u64()
            .and_then(|status| status.try_into().ok()),
        headers: HeadersView::Pairs(headers),
        stream: row["stream"].as_bool().unwrap_or(false),
        ..Answer::new(body.as_bytes())
    }
}

fn read_row(row: &Value) -> Read {
    let headers = headers_of(row);
    let answer = answer_of(row, &headers, row["body"].as_str().expect("body"));
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

/// The rows of a file that are scored together, with their tables.
#[derive(Default)]
struct Scored {
    all: Score,
    by_category: BTreeMap<String, Score>,
    by_provider: BTreeMap<String, Score>,
    dump: String,
}

impl Scored {
    fn row(&mut self, row: &Value) {
        let got = read_row(row);
        let category = row["labels"]["category"].as_str().expect("category");
        let provider = row["provider"].as_str().unwrap_or("unknown");
        let by_category = self.by_category.entry(category.to_owned()).or_default();
        let by_provider = self.by_provider.entry(provider.to_owned()).or_default();
        for score in [&mut self.all, by_category, by_provider] {
            score_row(row, &got, score);
        }
        let explained = got.found.explanation;
        let line = serde_json::json!({
            "id": row["id"], "is_error": got.is_error,
            "category": got.found.condition.map_or("not_an_error", |condition| condition.into()),
            "retryable": got.found.retryable, "failover": got.found.failover.as_ref(),
            "message": got.message, "code": got.code, "hint": got.hint.map(|hint| hint.after.as_secs_f64()),
            "why": format!("{} on {} {:?}", explained.rule, explained.field.as_ref(), explained.text),
        });
        let _ = writeln!(self.dump, "{line}");
    }

    /// Shows the tables, and fails if a figure is below its bar.
    fn judge(&self, name: &str, bars: &Bars) {
        let mut table = format!("{name:26}");
        for (figure, _) in bars {
            let _ = write!(table, " {figure:>6.6}");
        }
        table.push_str("  rows\n");
        for (name, score) in self.by_category.iter().chain(&self.by_provider) {
            line(&mut table, name, score);
        }
        line(&mut table, "all", &self.all);
        crate::show!("{table}");
        if let Some(folder) = std::env::var_os("WIREFAULT_CORPUS_DUMP") {
            let path = std::path::Path::new(&folder).join(format!("{name}.jsonl"));
            std::fs::write(path, &self.dump).expect("dump");
        }
        for (figure, bar) in bars {
            let share = self.all.get(figure).copied().unwrap_or_default();
            assert!(
                share.per_cent() >= *bar,
                "{name}: {figure}: {:.1} is below {bar}",
                share.per_cent()
            );
        }
    }
}

fn score(rows: &str, keep: impl Fn(&Value) -> bool) -> Scored {
    let mut scored = Scored::default();
    for text in rows.lines() {
        let row: Value = serde_json::from_str(text).expect("row");
        if keep(&row) {
            scored.row(&row);
        }
    }
    scored
}

#[test]
fn corpus() {
    score(ROWS, |_| true).judge("collected", &BARS);
}

/// The last digit of the id says to which half a row belongs.
fn is_even(row: &Value) -> bool {
    let id = row["id"].as_str().expect("id");
    id.ends_with(['0', '2', '4', '6', '8'])
}

#[test]
fn found_rows_for_tuning() {
    score(FOUND, is_even).judge("found-even", &TUNED);
}

#[test]
fn found_rows_apart() {
    score(FOUND, |row| !is_even(row)).judge("found-odd", &APART);
}

#[test]
fn later_rows_for_tuning() {
    score(LATER, is_even).judge("later-even", &LATER_TUNED);
}

#[test]
fn later_rows_apart() {
    score(LATER, |row| !is_even(row)).judge("later-odd", &LATER_APART);
}

#[test]
fn fourth_rows_for_tuning() {
    score(FOURTH, is_even).judge("fourth-even", &FOURTH_TUNED);
}

#[test]
fn fourth_rows_apart() {
    score(FOURTH, |row| !is_even(row)).judge("fourth-odd", &FOURTH_APART);
}

#[test]
fn fifth_rows_for_tuning() {
    score(FIFTH, is_even).judge("fifth-even", &FIFTH_TUNED);
}

#[test]
fn fifth_rows_apart() {
    score(FIFTH, |row| !is_even(row)).judge("fifth-odd", &FIFTH_APART);
}

#[test]
fn sixth_rows_for_tuning() {
    score(SIXTH, is_even).judge("sixth-even", &SIXTH_TUNED);
}

#[test]
fn sixth_rows_apart() {
    score(SIXTH, |row| !is_even(row)).judge("sixth-odd", &SIXTH_APART);
}

#[test]
fn seventh_rows_for_tuning() {
    score(SEVENTH, is_even).judge("seventh-even", &SEVENTH_TUNED);
}

#[test]
fn seventh_rows_apart() {
    score(SEVENTH, |row| !is_even(row)).judge("seventh-odd", &SEVENTH_APART);
}

#[test]
fn eighth_rows_for_tuning() {
    score(EIGHTH, is_even).judge("eighth-even", &EIGHTH_TUNED);
}

#[test]
fn eighth_rows_apart() {
    score(EIGHTH, |row| !is_even(row)).judge("eighth-odd", &EIGHTH_APART);
}

#[test]
fn each_later_row_has_a_source_and_is_new() {
    let rows = |text: &str| -> Vec<Value> {
        let read = |line| serde_json::from_str(line).expect("row");
        text.lines().map(read).collect()
    };
    let mut known = rows(ROWS);
    for file in [FOUND, LATER, FOURTH, FIFTH, SIXTH, SEVENTH] {
        let file = rows(file);
        for row in &file {
            let (id, source) = (&row["id"], row["source"].as_str());
            assert!(source.is_some_and(|source| !source.is_empty()), "{id}");
            let body = row["body"].as_str().expect("body");
            let again = known.iter().find(|known| {
                known["body"]
                    .as_str()
                    .is_some_and(|known| same_text(known, body))
            });
            assert!(
                body.is_empty() || again.is_none(),
                "{id} stands in an earlier set"
            );
        }
        known.extend(file);
    }
}
