//! Every rule of the loader refuses a fixture, and says where and what to do.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use regex::Regex;
use wirefault::catalog::{File, Layer, MAX_FILE, Problem};
use wirefault::codegen;

const FIXTURES: &str = "tests/fixtures/catalog/refused";

/// Those of layers have a test of their own, in `layer_refusals`.
const LAYERS: &str = "tests/fixtures/layers/refused";

/// Rules that no text file can break, and the tests that break them.
const ELSEWHERE: &[(&str, &str)] = &[
    ("file-too-large", "bytes_that_are_no_catalog_are_refused"),
    ("invalid-utf8", "bytes_that_are_no_catalog_are_refused"),
    ("no-toml", "needs a build without the feature `toml`"),
];

fn root(path: &str) -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// The problems of a fixture, loaded as its first line says.
fn problems(name: &str, text: &str) -> Vec<Problem> {
    let kind = text.trim_start_matches("# ").split(':').next().unwrap();
    let file = File { name, text };
    let found = match kind {
        "catalog" => codegen::standard(&[file], &[]).err(),
        "language" => {
            let base = fs::read_to_string(root("tests/fixtures/catalog/base.toml")).unwrap();
            let base = File {
                name: "base.toml",
                text: &base,
            };
            codegen::standard(&[base], &[file]).err()
        }
        other => panic!("{name}: `{other}` is no kind of fixture"),
    };
    found.map_or_else(Vec::new, |problems| problems.0)
}

/// The fixtures: file name, rule and text.
fn fixtures() -> Vec<(String, String, String)> {
    let mut paths: Vec<_> = fs::read_dir(root(FIXTURES))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    paths.sort();
    paths
        .into_iter()
        .map(|path| {
            let stem = path.file_stem().unwrap().to_string_lossy().into_owned();
            let rule = stem.split("--").next().unwrap().to_owned();
            (
                format!("{stem}.toml"),
                rule,
                fs::read_to_string(path).unwrap(),
            )
        })
        .collect()
}

/// The rules that the loader can report, and the file of each.
fn rules_in_sources() -> BTreeMap<String, String> {
    let reports = Regex::new(
        r#"(?:Problem::(?:error|warning)|\brefuse)\(\s*"([a-z][a-z0-9]*(?:-[a-z0-9]+)*)""#,
    )
    .unwrap();
    let mut paths: Vec<_> = fs::read_dir(root("src/catalog"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_file())
        .collect();
    paths.extend(
        [
            "src/codegen/catalog.rs",
            "src/protocol/check.rs",
            "src/protocol/layout.rs",
            "src/protocol/layout/own.rs",
        ]
        .map(root),
    );
    let mut rules = BTreeMap::new();
    for path in paths {
        let source = fs::read_to_string(&path).unwrap();
        for found in reports.captures_iter(&source) {
            rules.insert(found[1].to_owned(), path.display().to_string());
        }
    }
    rules
}

#[test]
fn every_fixture_breaks_its_rule_and_no_other() {
    let mut wrong = Vec::new();
    for (name, rule, text) in fixtures() {
        let found = problems(&name, &text);
        if found.is_empty() || found.iter().any(|problem| problem.rule != rule) {
            let lines: Vec<String> = found.iter().map(ToString::to_string).collect();
            wrong.push(format!("{name}: {lines:#?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_problem_says_where_and_what_to_do() {
    let mut wrong = Vec::new();
    for (name, _, text) in fixtures() {
        for problem in problems(&name, &text) {
            let line = problem.line.unwrap_or(0);
            let placed = problem.file.as_deref() == Some(name.as_str())
                && (1..=text.lines().count() + 1).contains(&line);
            // Something about the file as a whole has neither.
            let named = problem.entry.is_some() || problem.field.is_some() || line == 3;
            let helps = !problem.message.is_empty() && !problem.fix.is_empty();
            if !(placed && named && helps) {
                wrong.push(format!("{name}: {problem}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_rule_of_the_sources_has_a_fixture() {
    let rule = |name: &str| {
        name.trim_end_matches(".toml")
            .split("--")
            .next()
            .map(str::to_owned)
    };
    let names = [FIXTURES, LAYERS]
        .into_iter()
        .flat_map(|folder| fs::read_dir(root(folder)).unwrap());
    let covered: BTreeSet<String> = names
        .filter_map(|entry| rule(&entry.unwrap().file_name().to_string_lossy()))
        .filter(|rule| rule != "several-at-once")
        .collect();
    let elsewhere = |rule: &str| ELSEWHERE.iter().any(|(known, _)| *known == rule);
    let sources = rules_in_sources();
    assert!(sources.len() > 35, "the search found {}", sources.len());
    let missing: Vec<String> = sources
        .iter()
        .filter(|(rule, _)| !covered.contains(*rule) && !elsewhere(rule))
        .map(|(rule, file)| format!("{FIXTURES}/{rule}.toml for {file}"))
        .collect();
    assert!(missing.is_empty(), "no fixture: {missing:#?}");
    for rule in &covered {
        assert!(
            sources.contains_key(rule),
            "no source has the rule `{rule}`"
        );
    }
}

#[test]
fn ten_mistakes_are_ten_problems() {
    let name = "ten_mistakes.toml";
    let text = fs::read_to_string(root("tests/fixtures/catalog").join(name)).unwrap();
    let found = problems(name, &text);
    let lines: Vec<String> = found.iter().map(ToString::to_string).collect();
    assert_eq!(found.len(), 10, "{lines:#?}");
    let rules: BTreeSet<&str> = found.iter().map(|problem| problem.rule).collect();
    let wanted = [
        "dangling-reference",
        "key-syntax",
        "missing",
        "status-range",
        "title-form",
        "undeclared-param",
        "unknown-field",
        "unknown-word",
    ];
    assert_eq!(rules.into_iter().collect::<Vec<_>>(), wanted);
}

#[test]
fn bytes_that_are_no_catalog_are_refused() {
    let rule = |bytes: &[u8]| {
        let problems = Layer::from_bytes("acme.toml", bytes).unwrap_err();
        let [problem] = problems.0.as_slice() else {
            panic!("{problems}");
        };
        assert_eq!(problem.file.as_deref(), Some("acme.toml"));
        problem.rule
    };
    assert_eq!(rule(b"name = \"\xff\""), "invalid-utf8");
    assert_eq!(rule(&vec![b'#'; MAX_FILE + 1]), "file-too-large");
    assert_eq!(rule(b"name = "), "syntax");
    assert!(Layer::from_json("acme.json", "{\"name\": ").is_err());
}
