//! What providers document: each row of their error tables, in the shape that they document.
//!
//! Each line of `tests/fixtures/upstream-documented.tsv`: provider, status (empty where the source
//! names none), body, condition, retryable, failover, source, and where words do not decide alone:
//! other conditions that are right too, and why. Where a source gives a description and no message,
//! the description stands in the message's place. Every line must be named rightly.

#![allow(clippy::expect_used)] // a broken fixture should fail loudly

use crate::upstream_wordings::classified;

const LINES: &str = include_str!("../fixtures/upstream-documented.tsv");

#[test]
fn documented_errors() {
    let (mut rows, mut others, mut wrong) = (0, 0, String::new());
    for line in LINES.lines() {
        let mut fields = line.split('\t');
        let mut field = || fields.next().unwrap_or_default();
        let (provider, status, body) = (field(), field(), field());
        let (wanted, retryable, failover) = (field(), field(), field());
        let (source, also, why) = (field(), field(), field());
        assert!(!source.is_empty(), "no source: {line}");
        assert_eq!(also.is_empty(), why.is_empty(), "also without why: {line}");

        let found = classified(provider, status, body);
        let name: &str = found.condition.map_or("not_an_error", Into::into);
        let verdict = (found.retryable.to_string(), found.failover.to_string());
        rows += 1;
        if name != wanted && also.split(',').any(|also| also == name) {
            others += 1;
        } else if name != wanted || verdict != (retryable.to_owned(), failover.to_owned()) {
            wrong += &format!(
                "{name} {verdict:?} by {:?}\n    {line}\n",
                found.explanation
            );
        }
    }
    crate::show!("{rows} documented errors, {others} named by another right condition");
    assert!(wrong.is_empty(), "{wrong}");
}
