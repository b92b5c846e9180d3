//! Wordings in the manner of many providers: as documented or reported, some shortened, some
//! rephrased. They are no field data; that is what `upstream_corpus` scores.
//!
//! Each line: status, provider, conditions that are right (the best first), and a message or a
//! whole body. The rules must name one of them.

#![allow(clippy::expect_used)] // a broken fixture should fail loudly

use wirefault::upstream::{Answer, Classified, classify, read};

const LINES: &str = include_str!("../fixtures/upstream-wordings.tsv");

/// The share that must be named rightly, in per cent.
const BAR: f64 = 99.0;

#[test]
fn wordings() {
    named_rightly(str::to_owned);
}

#[test]
fn short_forms_change_nothing() {
    named_rightly(|text| {
        let short = text
            .replace("is not ", "isn't ")
            .replace("does not ", "doesn't ")
            .replace("do not ", "don\u{2019}t ")
            .replace("could not ", "couldn't ")
            .replace("cannot ", "can't ");
        short
            .replace("API key", "APIKey")
            .replace("api key", "apikey")
    });
}

/// Classifies what a line of a table of errors holds; a status that is no number is unknown.
pub(crate) fn classified(provider: &str, status: &str, body: &str) -> Classified {
    let answer = Answer {
        provider: Some(provider),
        status: status.parse().ok(),
        ..Answer::new(body.as_bytes())
    };
    classify(&answer, &read(&answer))
}

/// Classifies each line as `rewrite` leaves its text, and fails below the bar.
fn named_rightly(rewrite: impl Fn(&str) -> String) {
    let (mut right, mut best, mut all, mut wrong) = (0, 0, 0, String::new());
    for line in LINES.lines() {
        let mut fields = line.splitn(4, '\t');
        let mut field = || fields.next().expect("four fields");
        let (status, provider, wanted, text) = (field(), field(), field(), field());
        let text = rewrite(text);
        let body = match text.as_bytes().first() {
            None => String::new(),
            Some(b'{' | b'<' | b'"' | b'[') => text,
            _ => serde_json::json!({"error": {"message": text}}).to_string(),
        };
        let found = classified(provider, status, &body);
        let name: &str = found.condition.map_or("not_an_error", Into::into);
        all += 1;
        if wanted.split(',').any(|wanted| wanted == name) {
            right += 1;
            best += usize::from(wanted.split(',').next() == Some(name));
        } else {
            wrong += &format!("{name} by {:?}\n    {line}\n", found.explanation);
        }
    }
    let share = f64::from(right) * 100.0 / f64::from(all);
    println!("{wrong}{right} of {all} right ({share:.1} %), {best} the best");
    assert!(share >= BAR, "{share:.1} % is below {BAR} %");
}
