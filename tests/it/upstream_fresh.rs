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
    "holds.toml",
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

#[test]
fn cooldowns_that_say_nothing_or_too_much_are_refused_together() {
    let rows = r#"
        [[condition]]
        name = "rate_limited"
        retryable = true
        failover = "other_key"
        cooldown = { scope = "key", seconds = 30 }
        health = false
        client_retry = true
        [[condition]]
        name = "conflict"
        retryable = true
        failover = "none"
        health = false
        client_retry = true
        [[longest]]
        scope = "model"
        seconds = 3600
        [[rule]]
        id = "empty"
        condition = "rate_limited"
        cooldown = {}
        [[rule]]
        id = "same"
        condition = "rate_limited"
        cooldown = { scope = "key" }
        [[rule]]
        id = "long"
        condition = "rate_limited"
        cooldown = { scope = "model", seconds = 7200 }
        [[rule]]
        id = "half"
        condition = "conflict"
        cooldown = { scope = "model" }
        [[hold]]
        id = "none"
        text = ["per model"]
        [[hold]]
        id = "all"
        condition = ["rate_limited"]
        cooldown = { scope = "model", seconds = 0 }
        [[rule]]
        id = "right"
        condition = "rate_limited"
        cooldown = { seconds = 0 }
    "#;
    let refused = rules::parse([("x.toml", rows)]).expect_err("refused");
    let expected = [
        "rule `empty`: `cooldown` needs `scope`, `seconds` or both",
        "rule `same`: `cooldown` is what `rate_limited` has anyway",
        "rule `long`: 7200 seconds are more than the longest cooldown of `model`, 3600",
        "rule `half`: a failure of `conflict` puts nothing on hold: give `scope` and `seconds`",
        "hold `none`: say in `condition` for which failures it is",
        "hold `all`: it needs `text` or `code`, else it holds for every failure",
        "hold `all`: 0 seconds put nothing on hold: leave `scope` out",
    ];
    assert_eq!(refused.lines().collect::<Vec<_>>(), expected);

    let misspelt = "[[hold]]\ncondition = [\"rate_limit\"]\n";
    let refused = rules::parse([("x.toml", misspelt)]).expect_err("refused");
    assert!(
        refused.contains("did you mean `rate_limited`?"),
        "{refused}"
    );
    let misspelt = "[[rule]]\ncondition = \"timeout\"\ncooldown = { scope = \"modell\" }\n";
    let refused = rules::parse([("x.toml", misspelt)]).expect_err("refused");
    assert!(refused.contains("did you mean `model`?"), "{refused}");
}
