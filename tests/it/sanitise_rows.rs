//! What the sanitiser makes of a text, row by row of `tests/fixtures/sanitised.toml`.

#![allow(clippy::unwrap_used)]

use serde::Deserialize;
use serde_json::{Value, json};
use wirefault::sanitise::Sanitiser;

#[derive(Deserialize)]
struct Row {
    why: String,
    text: String,
    /// Without it the text stays.
    shown: Option<String>,
}

#[derive(Deserialize)]
struct Rows {
    row: Vec<Row>,
}

fn rows() -> Vec<Row> {
    let rows: Rows = toml::from_str(include_str!("../fixtures/sanitised.toml")).unwrap();
    rows.row
}

/// Masks a text as the message of a body that stands in a string of another one `depth` times.
fn in_json(text: &str, depth: usize) -> String {
    let mut body = json!({"error": {"message": text}}).to_string();
    for _ in 0..depth {
        body = json!({"error": {"message": body}}).to_string();
    }
    let mut masked = Sanitiser::standard()
        .mask_json(body.as_bytes())
        .into_owned();
    let mut message = String::new();
    for _ in 0..=depth {
        let value: Value = serde_json::from_slice(&masked).unwrap();
        message = value["error"]["message"].as_str().unwrap().to_owned();
        masked = message.clone().into_bytes();
    }
    message
}

#[test]
fn each_row_is_shown_as_it_says() {
    let mut wrong = Vec::new();
    for Row { why, text, shown } in rows() {
        let expected = shown.as_ref().unwrap_or(&text);
        let once = Sanitiser::standard().mask(&text).into_owned();
        let again = Sanitiser::standard().mask(&once).into_owned();
        for (name, output) in [
            ("mask", once),
            ("mask of the mask", again),
            ("mask_json", in_json(&text, 0)),
            ("mask_json of a string", in_json(&text, 1)),
        ] {
            if output != *expected {
                wrong.push(format!("{why}: {name} of {text:?}\n  is {output:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
