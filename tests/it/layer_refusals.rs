//! Layers that are refused: each fixture marks the lines with what is wrong on them.
//!
//! `#! RULE ENTRY` at the end of a line says which problem is expected there; `-` stands for none.

use std::fs;

use wirefault::catalog::{File, Layer, MAX_FILE, Problem, Problems};
use wirefault::{Catalog, Renderer};

use crate::gateways::harness::root;

const FOLDER: &str = "tests/fixtures/layers/refused";

fn build(path: &str) -> Result<Renderer, Problems> {
    let layer = Layer::from_bytes(path, &fs::read(root(path)).unwrap())?;
    Renderer::build(Catalog::builder().layer(layer))
}

fn fixtures() -> Vec<(String, String)> {
    let mut paths: Vec<_> = fs::read_dir(root(FOLDER))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    paths.sort();
    let read = |name: String| {
        let path = format!("{FOLDER}/{name}");
        (path.clone(), fs::read_to_string(root(&path)).unwrap())
    };
    paths.into_iter().map(read).collect()
}

/// A rule, the line, and the entry.
type Mark = (String, usize, String);

fn marks(text: &str) -> Vec<Mark> {
    let mut marks = Vec::new();
    for (at, line) in text.lines().enumerate() {
        for mark in line.split("#!").skip(1) {
            let mut words = mark.split_whitespace().map(str::to_owned);
            marks.push((words.next().unwrap(), at + 1, words.next().unwrap()));
        }
    }
    marks.sort();
    marks
}

fn found(problems: &[Problem]) -> Vec<Mark> {
    let mark = |problem: &Problem| {
        let entry = problem.entry.clone().unwrap_or_else(|| "-".to_owned());
        (problem.rule.to_owned(), problem.line.unwrap_or(0), entry)
    };
    let mut marks: Vec<Mark> = problems.iter().map(mark).collect();
    marks.sort();
    marks
}

#[test]
fn every_problem_is_reported_with_its_line_and_a_fix() {
    let mut wrong = Vec::new();
    for (path, text) in fixtures() {
        if path.ends_with("/syntax.toml") {
            continue;
        }
        let problems = build(&path).expect_err(&path);
        let (found, wanted) = (found(&problems.0), marks(&text));
        if found != wanted {
            wrong.push(format!(
                "{path}\n  wanted {wanted:?}\n  found  {found:?}\n{problems}"
            ));
        }
        for problem in problems.iter() {
            assert_eq!(problem.file.as_deref(), Some(path.as_str()), "{problem}");
            assert!(
                !problem.fix.is_empty() && !problem.message.is_empty(),
                "{problem}"
            );
            assert!(problem.to_string().starts_with(&path), "{problem}");
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Each rule that the sources name has a fixture of its own.
#[test]
fn every_rule_has_a_fixture() {
    // Sizes and encodings are made by the test below; TOML is always read in tests.
    let elsewhere = ["file-too-large", "invalid-utf8", "no-toml"];
    let rule = regex::Regex::new(r#"(?:Problem::error|refuse)\(\s*"([a-z0-9-]+)""#).unwrap();
    let names: Vec<String> = fixtures().into_iter().map(|(path, _)| path).collect();
    let mut rules = 0;
    for folder in ["src/catalog", "src/protocol", "src/protocol/layout"] {
        for file in fs::read_dir(root(folder)).unwrap() {
            let file = file.unwrap().path();
            if file.is_dir() {
                continue;
            }
            let source = fs::read_to_string(file).unwrap();
            for found in rule.captures_iter(&source) {
                let name = &found[1];
                let fixture = format!("{FOLDER}/{name}.toml");
                let known = names.contains(&fixture) || elsewhere.contains(&name);
                assert!(known, "there is no {fixture}");
                rules += 1;
            }
        }
    }
    assert!(rules > 50, "{rules}");
}

#[test]
fn what_cannot_be_read_is_refused_at_once() {
    let large = vec![b'#'; 10 << 20];
    let cases: [(&str, &[u8]); 4] = [
        ("file-too-large", &large),
        ("invalid-utf8", b"name = \"\xff\""),
        ("syntax", b"name = \"acme\"\n[override"),
        ("wrong-type", b"[1, 2]"),
    ];
    for (rule, bytes) in cases {
        let name = if rule == "wrong-type" {
            "l.json"
        } else {
            "l.toml"
        };
        let refused = match Layer::from_bytes(name, bytes) {
            Err(problems) => problems,
            Ok(layer) => Catalog::builder().layer(layer).build().unwrap_err(),
        };
        assert_eq!(refused.0[0].rule, rule, "{refused}");
        assert_eq!(refused.0[0].file.as_deref(), Some(name));
    }
    let text = "x".repeat(MAX_FILE + 1);
    assert!(
        File {
            name: "a",
            text: &text
        }
        .name
            == "a"
    );
    assert!(Layer::from_json("a.json", &text).is_err());
    let problems = build(&format!("{FOLDER}/syntax.toml")).unwrap_err();
    assert_eq!(
        found(&problems.0),
        [("syntax".to_owned(), 2, "-".to_owned())]
    );
}

/// Hostile nesting is refused by a limit, not by the end of the stack.
#[test]
fn deep_nesting_is_refused() {
    for (name, text) in [
        ("l.toml", format!("a = {}", "[".repeat(1 << 20))),
        ("l.toml", format!("a = {}", "{a=".repeat(1 << 20))),
        ("l.toml", format!("a{} = 1", ".a".repeat(1 << 20))),
        ("l.json", "[".repeat(1 << 20)),
        ("l.json", "{\"a\":".repeat(1 << 20)),
    ] {
        let outcome = Layer::from_bytes(name, text.as_bytes())
            .and_then(|layer| Catalog::builder().layer(layer).build());
        assert!(outcome.is_err(), "{name}");
    }
}

#[test]
fn a_misspelt_name_gets_a_suggestion() {
    let problems = build(&format!("{FOLDER}/unknown-field.toml")).unwrap_err();
    let fixes: Vec<&str> = problems
        .iter()
        .map(|problem| problem.fix.as_str())
        .collect();
    assert_eq!(fixes.len(), 2);
    assert!(fixes.contains(&"did you mean `code_style`?"), "{fixes:?}");
    assert!(fixes.contains(&"did you mean `http_status`?"), "{fixes:?}");
    let problems = build(&format!("{FOLDER}/unknown-key.toml")).unwrap_err();
    let text = problems.to_string();
    for near in ["storage_error", "model_not_found", "upstream_error"] {
        assert!(text.contains(&format!("did you mean {near}")), "{text}");
    }
}

/// The line and the words with which an author finds a slip at once.
#[test]
fn slips_are_told_with_their_line_and_what_is_meant() {
    let good = r#"name = "acme"
[[entry]]
key = "workspace_suspended"
category = "permission"
http_status = 403
retry = "never"
fault = "client"
title = "Workspace suspended"
message = "The workspace {workspace} is suspended."
description = "Requests of a suspended workspace are refused."
remediation = ["Use another workspace."]
params.workspace = { type = "string", example = "research" }
[text.de.workspace_suspended]
title = "Arbeitsbereich gesperrt"
message = "Der Arbeitsbereich {workspace} ist gesperrt."
"#;
    let build = |text: &str| {
        Layer::from_toml("acme.toml", text)
            .and_then(|layer| Catalog::builder().layer(layer).build())
    };
    build(good).unwrap();
    for (from, to, line, told) in [
        (
            "title = \"Workspace suspended\"\n",
            "",
            3,
            "the entry has no title",
        ),
        (
            "\"permission\"",
            "\"permissions\"",
            4,
            "did you mean `permission`?",
        ),
        (
            "\"client\"",
            "\"user\"",
            7,
            "write one of client, gateway, upstream, operator",
        ),
        (
            "\"string\"",
            "\"text\"",
            12,
            "`text` is not a known parameter type; write one of string, int",
        ),
        (
            ", example = \"research\"",
            "",
            12,
            "the parameter has no example",
        ),
        (
            "workspace {workspace}",
            "workspace {worspace}",
            9,
            "did you mean `{workspace}`?",
        ),
        (
            "reich {workspace}",
            "reich",
            15,
            "the de message lacks `{workspace}`",
        ),
        (
            "reich {workspace}",
            "reich {raum}",
            15,
            "the de message uses `{raum}`, the English one `{workspace}`",
        ),
        (
            "reich {workspace}",
            "reich {workspace",
            15,
            "the de message cannot be read: an unclosed brace",
        ),
        (
            "fault =",
            "hint = 1\nfault =",
            7,
            "there is no field `hint`; remove it",
        ),
    ] {
        let problems = build(&good.replace(from, to)).unwrap_err();
        let found = problems
            .iter()
            .any(|problem| problem.line == Some(line) && problem.to_string().contains(told));
        assert!(found, "{told}: {problems}");
    }
}

#[test]
fn a_refused_layer_leaves_the_running_catalog_alone() {
    let good = Layer::from_toml("good.toml", "name = \"good\"\n").unwrap();
    let mut running = Renderer::build(Catalog::builder().layer(good)).unwrap();
    for (path, _) in fixtures() {
        if let Ok(renderer) = build(&path) {
            running = renderer;
        }
    }
    assert_eq!(running.catalog().name(), "good");
}
