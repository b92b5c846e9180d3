//! Errors as users of gateways and models post them, from a hundred projects: what must not reach
//! a client is gone by every door, and what helps a client is still there.
//!
//! `tests/fixtures/leaks-real.jsonl` and `leaks-real-2.jsonl` hold a row for each: the frame is the
//! software's own, where it was seen is its `source`, and each value is made up in the form of the one
//! that stood there. Of the second file, secrets and advice were listed before the first run; then 26
//! of the first 170 texts with secrets leaked, and of the 32 that were collected after the mending 1.
//! `beyond` are values that nothing around them tells from a word of the sentence.
//!
//! `leaks-real-3.jsonl` holds texts that were written in the forms of gateways, relays, drivers and
//! clusters to find what leaks: of the 123 of its first set 70 leaked, and after the mending 27; of the
//! 60 of its second set, written after that, 41 would have leaked before it, and 12 did.

#![allow(clippy::unwrap_used)]

use serde::Deserialize;
use serde_json::{Value, json};
use wirefault::sanitise::Sanitiser;
use wirefault::text::Untrusted;

#[derive(Deserialize)]
struct Row {
    source: String,
    text: String,
    secrets: Vec<String>,
    kept: Vec<String>,
    #[serde(default)]
    beyond: Vec<String>,
}

fn rows() -> impl Iterator<Item = Row> {
    let lines = include_str!("../fixtures/leaks-real.jsonl").lines();
    let later = include_str!("../fixtures/leaks-real-2.jsonl").lines();
    let forms = include_str!("../fixtures/leaks-real-3.jsonl").lines();
    lines
        .chain(later)
        .chain(forms)
        .map(|line| serde_json::from_str(line).unwrap())
}

/// What the doors make of a text, read as a client reads it.
fn outputs(text: &str) -> Vec<(&'static str, String)> {
    let sanitiser = Sanitiser::standard();
    let body = json!({"error": {"message": text}}).to_string();
    let message = |bytes: &[u8]| {
        let body: Value = serde_json::from_slice(bytes).unwrap();
        body["error"]["message"].as_str().unwrap().to_owned()
    };
    let event = format!("data: {body}\n\n");
    let event = sanitiser.mask_sse(event.as_bytes()).into_owned();
    let data = event.strip_prefix(b"data: ").unwrap();
    let raw = sanitiser.mask_json(text.as_bytes()).into_owned();
    vec![
        ("mask", sanitiser.mask(text).into_owned()),
        ("mask_json", message(&sanitiser.mask_json(body.as_bytes()))),
        ("mask_json of the text", String::from_utf8(raw).unwrap()),
        ("mask_sse", message(data)),
        (
            "public",
            sanitiser.public(&Untrusted::new(text)).as_str().to_owned(),
        ),
    ]
}

/// Folds white space as public text does.
fn folded(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn nothing_of_the_house_leaves_and_advice_does() {
    let (mut texts, mut secrets, mut kept, mut beyond) = (0, 0, 0, 0);
    let mut wrong = Vec::new();
    for row in rows() {
        texts += 1;
        secrets += row.secrets.len();
        kept += row.kept.len();
        beyond += row.beyond.len();
        for (door, output) in outputs(&row.text) {
            let output = folded(&output);
            for secret in &row.secrets {
                if output.contains(&folded(secret)) {
                    wrong.push(format!("{}: {door} shows {secret}: {output}", row.source));
                }
            }
            for advice in &row.kept {
                if !output.contains(&folded(advice)) {
                    wrong.push(format!("{}: {door} lost {advice:?}: {output}", row.source));
                }
            }
        }
    }
    println!(
        "{texts} texts, {secrets} secrets, {kept} pieces of advice; {beyond} values beyond reach"
    );
    assert!(texts >= 555 && secrets >= 800 && kept >= 600 && beyond <= 49);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
