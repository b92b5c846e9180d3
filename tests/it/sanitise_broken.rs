//! Values that a line break parts, at every position and with every kind of break.

#![allow(clippy::unwrap_used)]

use std::collections::BTreeMap;

use serde::Deserialize;
use wirefault::sanitise::{MASK, Sanitiser};
use wirefault::text::Untrusted;

/// What a break looks like where a value was wrapped.
const BREAKS: [&str; 10] = [
    "\n", "\r\n", "\n    ", "\n\t", "\\\n  ", "<br>", "<br/>", "<br />\n", "\n> ", "\n| ",
];

/// A value that is planted: `own` is where its own bytes begin, behind `https://` and the like.
#[derive(Deserialize)]
struct Value {
    kind: String,
    value: String,
    #[serde(default)]
    own: usize,
    /// Sentences around the value; of any kind if there are none.
    #[serde(default)]
    around: Vec<String>,
}

#[derive(Deserialize)]
struct Plants {
    value: Vec<Value>,
    around: Vec<String>,
    prose: Vec<String>,
}

fn plants() -> Plants {
    toml::from_str(include_str!("../fixtures/broken.toml")).unwrap()
}

/// Returns all that a text becomes on its way to a client.
fn outputs(text: &str) -> Vec<(&'static str, String)> {
    let sanitiser = Sanitiser::standard();
    let string = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    let body = |text: &str| serde_json::json!({"error": {"message": text}}).to_string();
    let body = |text: &str| body(text);
    let (once, twice) = (body(text), body(&body(text)));
    let lines = format!(
        "event: error\ndata: {}\n\n",
        text.replace("\r\n", "\n").replace('\n', "\ndata: ")
    );
    let framed = format!("data: {once}\n\n");
    vec![
        ("mask", sanitiser.mask(text).into_owned()),
        ("mask of JSON", sanitiser.mask(&once).into_owned()),
        (
            "public",
            sanitiser.public(&Untrusted::new(text)).as_str().to_owned(),
        ),
        ("mask_json", string(&sanitiser.mask_json(once.as_bytes()))),
        (
            "mask_json twice",
            string(&sanitiser.mask_json(twice.as_bytes())),
        ),
        ("mask_sse", string(&sanitiser.mask_sse(framed.as_bytes()))),
        (
            "mask_sse lines",
            string(&sanitiser.mask_sse(lines.as_bytes())),
        ),
    ]
}

/// Takes the breaks out of an output, escaped ones as well.
fn unbroken(output: &str) -> String {
    let mut text = output
        .replace("\\\\n", "\n")
        .replace("\\\\t", "\t")
        .replace("\\\\r", "");
    for (from, to) in [
        ("\\n", "\n"),
        ("\\t", "\t"),
        ("\\r", ""),
        ("\r", ""),
        ("<br>", ""),
        ("<br/>", ""),
        ("<br />", ""),
        ("\ndata: ", "\n"),
        ("\\\n", "\n"),
        ("\n> ", ""),
        ("\n| ", ""),
        ("\n", ""),
        ("\t", ""),
        ("\\\\\\\\", "\\"),
        ("\\\\", "\\"),
    ] {
        text = text.replace(from, to);
    }
    text.replace(' ', "")
}

/// Returns the part of a value's own that an output still shows: six bytes in a row.
fn shown<'v>(value: &'v Value, output: &str, around: &str) -> Option<&'v str> {
    let own = value.value.get(value.own..).unwrap();
    let windows = (0..own.len().saturating_sub(5)).filter_map(|at| own.get(at..at + 6));
    windows
        .into_iter()
        .find(|window| output.contains(window) && !around.contains(window))
}

/// Counts the words, each character outside ASCII as one.
fn words(text: &str) -> BTreeMap<String, usize> {
    let mut found = BTreeMap::new();
    let ascii = text
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty());
    let others = text
        .chars()
        .filter(|c| c.is_alphabetic() && !c.is_ascii())
        .map(String::from);
    for word in ascii.map(str::to_owned).chain(others) {
        *found.entry(word).or_default() += 1;
    }
    found
}

/// Returns how many words a text has, and which of them are missing in another one.
fn lost(text: &str, output: &str) -> (usize, Vec<String>) {
    let after = words(&output.replace(MASK, " "));
    let before = words(text);
    let total = before.values().sum();
    let missing = before.into_iter().filter_map(|(word, count)| {
        let missing = count.saturating_sub(after.get(&word).copied().unwrap_or(0));
        (missing > 0).then_some(word)
    });
    (total, missing.collect())
}

#[test]
fn no_half_of_a_broken_value_survives() {
    let plants = plants();
    let (mut planted, mut total, mut gone) = (0, 0, 0);
    let mut leaks: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut eaten: BTreeMap<String, usize> = BTreeMap::new();
    for value in &plants.value {
        let around = if value.around.is_empty() {
            &plants.around
        } else {
            &value.around
        };
        for around in around {
            let (before, after) = around.split_once("{}").unwrap();
            for (index, mark) in BREAKS.iter().chain([&""]).enumerate() {
                for at in 1..value.value.len() {
                    // Without a break one position is enough; with another, every fourth.
                    if (mark.is_empty() && at > 1) || (index > 0 && at % 4 != index % 4) {
                        continue;
                    }
                    let (left, right) = value.value.split_at(at);
                    let text = format!("{before}{left}{mark}{right}{after}");
                    planted += 1;
                    for (name, output) in outputs(&text) {
                        let joined = unbroken(&output);
                        let seen =
                            shown(value, &output, around).or_else(|| shown(value, &joined, around));
                        if let Some(seen) = seen {
                            let line = format!("{name}: {seen:?} of {text:?} in {output:?}");
                            leaks.entry(value.kind.clone()).or_default().push(line);
                        }
                        if name == "mask" {
                            let (count, missing) = lost(&around.replace("{}", " "), &output);
                            (total, gone) = (total + count, gone + missing.len());
                            for word in missing {
                                *eaten.entry(format!("{word} of {text:?}")).or_default() += 1;
                            }
                        }
                    }
                }
            }
        }
    }
    let count: usize = leaks.values().map(Vec::len).sum();
    for (kind, lines) in &leaks {
        println!("{kind}: {} leaks", lines.len());
        for line in lines.iter().step_by(1 + lines.len() / 6) {
            println!("    {line}");
        }
    }
    for word in eaten.keys().step_by(1 + eaten.len() / 20) {
        println!("lost {word}");
    }
    println!("{planted} planted values, {count} leaks; {total} words around them, {gone} lost");
    assert!(planted >= 300 && count == 0, "{count} leaks");
    assert!(gone * 50 <= total, "{gone} of {total} words lost");
}

#[test]
fn wrapped_prose_stays_readable() {
    let (mut total, mut gone) = (0, 0);
    let sanitiser = Sanitiser::standard();
    for text in plants().prose {
        let plain = sanitiser.mask(&text).into_owned();
        for (at, _) in text.match_indices(' ') {
            for mark in BREAKS {
                let (left, right) = text.split_at(at);
                let wrapped = format!("{left}{mark}{}", right.trim_start());
                let masked = sanitiser.mask(&wrapped);
                let (count, missing) = lost(&plain.replace(MASK, " "), &masked);
                (total, gone) = (total + count, gone + missing.len());
                if !missing.is_empty() {
                    println!("lost {missing:?} of {wrapped:?}\n  => {masked:?}");
                }
            }
        }
        for width in [40, 72, 76, 80] {
            let wrapped = wrap(&text, width);
            let masked = sanitiser.mask(&wrapped);
            let (count, missing) = lost(&plain.replace(MASK, " "), &masked);
            (total, gone) = (total + count, gone + missing.len());
        }
    }
    println!("{total} words, {gone} lost");
    assert!(gone * 200 <= total, "{gone} of {total} words lost");
}

/// Breaks a text at the last space before a width.
fn wrap(text: &str, width: usize) -> String {
    let mut out = String::new();
    let mut column = 0;
    for word in text.split(' ') {
        if column > 0 && column + 1 + word.chars().count() > width {
            out.push('\n');
            column = 0;
        } else if column > 0 {
            out.push(' ');
            column += 1;
        }
        out.push_str(word);
        column += word.chars().count();
    }
    out
}
