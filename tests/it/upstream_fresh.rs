//! The generated rule tables are those of the rule files.

#![allow(clippy::expect_used)] // a broken fixture should fail loudly

use std::path::Path;

use wirefault::codegen::rules;

/// The files in the order in which they are read.
pub(crate) const FILES: &[&str] = &[
    "conditions.toml",
    "credentials.toml",
    "money.toml",
    "models.toml",
    "requests.toml",
    "upstream.toml",
    "numbers.toml",
    "codes.toml",
    "words.toml",
];

/// Reads the rule files.
pub(crate) fn rule_file() -> rules::RuleFile {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("catalog/upstream/rules");
    let texts: Vec<_> = FILES
        .iter()
        .map(|name| {
            (
                *name,
                std::fs::read_to_string(folder.join(name)).expect("rule file"),
            )
        })
        .collect();
    rules::parse(texts.iter().map(|(name, text)| (*name, text.as_str()))).expect("rules")
}

#[test]
fn fresh_upstream_rules() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/upstream/generated.rs");
    let text = rules::generate(&rule_file());
    if std::env::var_os("WIREFAULT_UPDATE").is_some() {
        std::fs::write(&path, &text).expect("write");
    }
    let committed = std::fs::read_to_string(&path).expect("generated file");
    assert!(
        committed == text,
        "stale: run `WIREFAULT_UPDATE=1 cargo test --test it fresh`"
    );
}

#[test]
fn a_misspelt_word_is_refused_where_it_stands() {
    let row = |name: &str, word: &str| {
        format!("[[rule]]\nid = \"x\"\ncondition = \"timeout\"\n{name} = \"{word}\"\n")
    };
    for (text, words) in [
        (
            row("failover", "other_keys"),
            "`other_keys` is not known; did you mean `other_key`?",
        ),
        (
            "[[rule]]\ncondition = \"insufficient_balanc\"\n".to_owned(),
            "did you mean `insufficient_balance`?",
        ),
        (
            "[[status]]\nfrom = 1\nto = 2\ncondition = \"q\"\n".to_owned(),
            "use one of invalid_api_key, ",
        ),
    ] {
        let refused = rules::parse([("x.toml", text.as_str())]).expect_err("refused");
        assert!(refused.contains(words), "{refused}");
        assert!(
            refused.contains("x.toml: TOML parse error at line"),
            "{refused}"
        );
    }
}
