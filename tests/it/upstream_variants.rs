//! Everyday variants of the words in real errors: "token" for "tokens", "couldn't" for "cannot",
//! 配额 for 额度. What a provider means does not hang on them, so the condition must not either.
//!
//! Each line of `tests/fixtures/upstream-variants.tsv` is a word and one that stands for it. In each
//! collected row it is put in its place, wherever that is free text: not in codes, not in the names
//! of members or parameters.

#![allow(clippy::expect_used)] // a broken fixture should fail loudly

use std::collections::BTreeMap;

use serde_json::Value;
use wirefault::upstream::{classify, read};

use crate::upstream_corpus::{answer_of, headers_of};

const SWAPS: &str = include_str!("../fixtures/upstream-variants.tsv");

const ROWS: [&str; 8] = [
    include_str!("../fixtures/upstream-errors.jsonl"),
    include_str!("../fixtures/upstream-found.jsonl"),
    include_str!("../fixtures/upstream-later.jsonl"),
    include_str!("../fixtures/upstream-fourth.jsonl"),
    include_str!("../fixtures/upstream-fifth.jsonl"),
    include_str!("../fixtures/upstream-sixth.jsonl"),
    include_str!("../fixtures/upstream-seventh.jsonl"),
    include_str!("../fixtures/upstream-eighth.jsonl"),
];

/// The share of variants that may be named otherwise than the row they come from, in per cent. It
/// was 2.78 before phrases had forms; what is left are mostly swaps that change what is said.
const BAR: f64 = 1.7;

/// Returns true for a byte that a word of free text does not touch.
fn joins(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'/' | b'.' | b'\\')
}

/// Returns true if the word at this place stands alone and in free text.
fn is_free(text: &str, at: usize, end: usize) -> bool {
    let (before, behind) = (&text[..at], &text[end..]);
    if !text[at..end].is_ascii() {
        return true;
    }
    let named = |open: &[char], close: &str| {
        before.ends_with(open) && behind.trim_start_matches('\\').starts_with(close)
    };
    let quoted = named(&['"'], "\"") || named(&['\''], "'") || named(&['`'], "`");
    let mut next = behind.bytes();
    let joined = match next.next() {
        // A full stop ends a sentence, or joins the parts of a name; `\n` ends a line.
        Some(b'.') => next.next().is_some_and(joins),
        Some(b'\\') => false,
        Some(byte) => joins(byte) || byte == b'=' || byte == b'(',
        None => false,
    };
    let after = before.as_bytes();
    let glued = match after.last() {
        Some(b'n' | b't' | b'r') if after.len() > 1 && after[after.len() - 2] == b'\\' => false,
        last => last.is_some_and(|last| joins(*last)),
    };
    !quoted && !joined && !glued
}

/// Puts one word in the place of another, if it occurs.
fn swap(text: &str, from: &str, to: &str) -> Option<String> {
    let lower = text.to_ascii_lowercase();
    let (mut out, mut done) = (String::new(), 0);
    for (at, _) in lower.match_indices(from) {
        let end = at + from.len();
        if at < done || !is_free(text, at, end) {
            continue;
        }
        out.push_str(&text[done..at]);
        if text.as_bytes()[at].is_ascii_uppercase() {
            let mut letters = to.chars();
            out.extend(letters.next().map(|letter| letter.to_ascii_uppercase()));
            out.extend(letters);
        } else {
            out.push_str(to);
        }
        done = end;
    }
    out.push_str(&text[done..]);
    (done > 0).then_some(out)
}

fn name_of(row: &Value, body: &str) -> &'static str {
    let headers = headers_of(row);
    let answer = answer_of(row, &headers, body);
    let found = classify(&answer, &read(&answer));
    found.condition.map_or("not_an_error", Into::into)
}

#[test]
fn everyday_words_change_nothing() {
    let (mut all, mut changed) = (0, 0);
    let mut by_swap: BTreeMap<&str, usize> = BTreeMap::new();
    let mut log = String::new();
    for line in ROWS.iter().flat_map(|rows| rows.lines()) {
        let row: Value = serde_json::from_str(line).expect("row");
        let body = row["body"].as_str().expect("body");
        let labels = &row["labels"];
        let plain = name_of(&row, body);
        let also = labels["also"].as_array().into_iter().flatten();
        let right: Vec<_> = also.chain([&labels["category"]]).collect();
        for pair in SWAPS.lines() {
            let (from, to) = pair.split_once('\t').expect("two words");
            let Some(variant) = swap(body, from, to) else {
                continue;
            };
            all += 1;
            let name = name_of(&row, &variant);
            // Another of the row's own categories is a change that does no harm.
            if name != plain && !right.iter().any(|right| *right == name) {
                changed += 1;
                *by_swap.entry(pair).or_default() += 1;
                log += &format!("{}\t{pair}\t{plain}\t{name}\n", row["id"]);
            }
        }
    }
    let share = changed as f64 * 100.0 / all as f64;
    if let Some(folder) = std::env::var_os("WIREFAULT_CORPUS_DUMP") {
        std::fs::write(std::path::Path::new(&folder).join("variants.tsv"), log).expect("dump");
    }
    let mut most: Vec<_> = by_swap.iter().map(|(pair, count)| (count, pair)).collect();
    most.sort();
    for (count, pair) in most.iter().rev().take(12) {
        crate::show!("{count:>4} {pair}");
    }
    crate::show!("{changed} of {all} variants are named otherwise ({share:.2} %)");
    assert!(share <= BAR, "{share:.2} % is above {BAR} %");
}
