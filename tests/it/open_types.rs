//! Types that may grow: what users only read can get a field or a variant without breaking them.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use regex::Regex;

/// Public types that stay as they are, and why.
const CLOSED: &[(&str, &str)] = &[
    ("Category", "the closed family that logic matches on"),
    ("File", "callers of the generator build it"),
    (
        "Fault",
        "whose doing it is: there are four parties, and matches on them are complete",
    ),
    ("Param", "the generated code of gateways builds it"),
    ("RateLimit", "gateways build it"),
    ("Step", "whoever drives the guard handles every step"),
    ("Gated", "whoever drives the gate handles every outcome"),
    ("Delivery", "whoever delivers an error handles every form"),
];

/// Folders whose types are looked at elsewhere, or are no public interface.
const NOT_HERE: &[&str] = &[
    "src/codegen/rule_rows.rs",
    "src/codegen/words.rs",
    "src/json",
    "src/upstream",
    "src/provider",
];

#[test]
fn public_types_can_grow() {
    let item =
        Regex::new(r"(?m)^((?:#\[[^\]]*\]\s*)*)pub (enum|struct) (\w+)[^;{(]*([;{(])").unwrap();
    let field = Regex::new(r"(?m)^    pub \w+:").unwrap();
    let mut open = BTreeMap::new();
    for path in files() {
        let text = fs::read_to_string(&path).unwrap();
        let code: String = text
            .lines()
            .filter(|line| !line.trim_start().starts_with("//"))
            .map(|line| format!("{line}\n"))
            .collect();
        for found in item.captures_iter(&code) {
            let body = &code[found.get(0).unwrap().end()..];
            let body = body.split("\n}").next().unwrap();
            let shown = match (&found[2], &found[4]) {
                ("enum", _) => true,
                (_, "{") => field.is_match(body),
                _ => false,
            };
            let kept = found[1].contains("non_exhaustive") || found[1].contains("doc(hidden)");
            if shown && !kept {
                open.insert(found[3].to_owned(), path.display().to_string());
            }
        }
    }
    let found: BTreeSet<&str> = open.keys().map(String::as_str).collect();
    let listed: BTreeSet<&str> = CLOSED.iter().map(|row| row.0).collect();
    assert_eq!(found, listed, "{open:#?}");
}

fn files() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let (mut files, mut folders) = (Vec::new(), vec![root.join("src")]);
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let inside = path.strip_prefix(root).unwrap();
            if NOT_HERE.iter().any(|place| inside == Path::new(place)) {
                continue;
            }
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                files.push(path);
            }
        }
    }
    assert!(files.len() > 60, "{}", files.len());
    files
}
