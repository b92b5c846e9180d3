//! Every rule of the lint finds its fixture, and the standard catalog is clean.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use regex::Regex;
use wirefault::catalog::{Catalog, File, Layer, Problem, Severity};
use wirefault::lint::{RULES, lint, lint_file, lint_files};
use wirefault::{Code, Context, GatewayError, Protocol, Renderer};

const FIXTURES: &str = "tests/fixtures/catalog/lint";

fn root(path: &str) -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn lines(problems: &[Problem]) -> String {
    let lines: Vec<String> = problems.iter().map(ToString::to_string).collect();
    lines.join("\n")
}

fn found(text: &str) -> Vec<Problem> {
    lint_file(File {
        name: "acme.toml",
        text,
    })
}

#[test]
fn the_standard_catalog_is_clean() {
    let problems = lint(Renderer::standard());
    assert!(problems.is_empty(), "{}", lines(&problems));
}

#[test]
fn every_rule_finds_its_fixture_and_nothing_else() {
    let mut wrong = Vec::new();
    for rule in RULES {
        let name = format!("{}.toml", rule.name);
        let text = fs::read_to_string(root(FIXTURES).join(&name))
            .unwrap_or_else(|error| panic!("{name}: {error}"));
        let problems = lint_file(File {
            name: &name,
            text: &text,
        });
        let expected = !problems.is_empty()
            && problems
                .iter()
                .all(|problem| problem.rule == rule.name && problem.severity == rule.severity);
        let placed = problems.iter().all(|problem| {
            let place =
                problem.file.is_some() && (problem.entry.is_some() || problem.field.is_some());
            place && !problem.message.is_empty() && !problem.fix.is_empty()
        });
        if !expected || !placed {
            wrong.push(format!("{name}:\n{}", lines(&problems)));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[test]
fn the_table_holds_every_rule_of_the_sources() {
    let reports = Regex::new(r#"(?:Problem::(error|warning)|\breport)\(\s*"([a-z-]+)""#).unwrap();
    let mut paths: Vec<_> = fs::read_dir(root("src/lint"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    paths.push(root("src/protocol/lint.rs"));
    let mut used = BTreeSet::new();
    for path in paths {
        for rule in reports.captures_iter(&fs::read_to_string(&path).unwrap()) {
            let known = RULES.iter().find(|known| known.name == &rule[2]);
            let known = known.unwrap_or_else(|| panic!("`{}` is not in the table", &rule[2]));
            if let Some(severity) = rule.get(1) {
                assert_eq!(
                    severity.as_str(),
                    known.severity.to_string(),
                    "{}",
                    known.name
                );
            }
            used.insert(known.name);
        }
    }
    let table: BTreeSet<&str> = RULES.iter().map(|rule| rule.name).collect();
    assert_eq!(used, table);
    assert_eq!(table.len(), RULES.len());
    let fixtures = fs::read_dir(root(FIXTURES)).unwrap().count();
    assert_eq!(fixtures, RULES.len());
}

#[test]
fn pass_through_rules_are_looked_at() {
    let text = r#"
name = "acme"

[[rule]]
id = "one"
match = { statuses = ["9xx"] }
answer = { key = "no_such_entry" }
"#;
    let problems = lint_file(File {
        name: "rules.toml",
        text,
    });
    let rules: Vec<&str> = problems.iter().map(|problem| problem.rule).collect();
    assert_eq!(
        rules,
        ["impossible-range", "dangling-reference"],
        "{}",
        lines(&problems)
    );
    let at: Vec<_> = problems.iter().map(|problem| problem.line).collect();
    assert_eq!(at, [Some(6), Some(7)], "{}", lines(&problems));
}

/// What the README shows to newcomers is accepted, and answers in both languages.
#[test]
fn the_layer_of_the_readme_works() {
    let readme = fs::read_to_string(root("README.md")).unwrap();
    let text = readme.split("```toml\nname =").nth(1).unwrap();
    let text = format!("name ={}", text.split("```").next().unwrap());
    let problems = lint_file(File {
        name: "layer.toml",
        text: &text,
    });
    let rules: Vec<&str> = problems.iter().map(|problem| problem.rule).collect();
    assert_eq!(rules, ["translation-absent"], "{}", lines(&problems));
    let layer = Layer::from_toml("layer.toml", &text).unwrap();
    let renderer = Renderer::build(Catalog::builder().layer(layer)).unwrap();
    let error = GatewayError::new(Code::from("workspace_suspended")).with("workspace", "research");
    for (language, message) in [
        ("en", "The workspace research is suspended."),
        ("de", "Der Arbeitsbereich research ist gesperrt."),
    ] {
        let context = Context::default().accept_language(language);
        let mut body = Vec::new();
        renderer.body(&error, Protocol::OpenAiChat, &context, &mut body);
        let body: serde_json::Value = serde_json::from_slice(&body).unwrap();
        assert_eq!(body["error"]["message"], message);
    }
}

#[test]
fn a_reason_allows_a_warning_and_nothing_else() {
    let text = "name = \"acme\"\n[override.quota_exhausted]\nhttp_status = 412\n";
    let rules = |problems: Vec<Problem>| {
        problems
            .iter()
            .map(|problem| problem.rule)
            .collect::<Vec<_>>()
    };
    assert_eq!(rules(found(text)), ["status-category", "status-misleads"]);
    let allowed = format!("{text}[allow]\nstatus-category = \"Documented.\"\n");
    assert_eq!(rules(found(&allowed)), ["status-misleads"]);
    let silent = format!("{text}[allow]\nstatus-category = \" \"\n");
    assert_eq!(rules(found(&silent)), ["allow-reason"]);
    // An error stays, whatever the layer says.
    let reserved = "name = \"acme\"\n[override.rate_limit_exceeded.anthropic]\n\
                    error_code = \"enforced_spend_limit_reached\"\n\
                    [allow]\nreserved-pair = \"We know.\"\n";
    assert_eq!(rules(found(reserved)), ["reserved-pair", "allow-unknown"]);
}

#[test]
fn a_refused_file_says_why_it_is_refused() {
    let problems = found("name = \"acme\"\n[override.model_not_found]\nhttp_status = 200\n");
    assert_eq!(problems.len(), 1, "{}", lines(&problems));
    assert_eq!(
        (problems[0].rule, problems[0].line),
        ("status-range", Some(3))
    );
    assert_eq!(problems[0].severity, Severity::Error);
}

#[test]
fn warnings_name_the_clients_that_suffer() {
    let problems = found("name = \"acme\"\nretry_after_cap = \"none\"\n");
    let text = lines(&problems);
    for client in ["anthropic for Python", "openai 6", "openai 7"] {
        assert!(text.contains(client), "{text}");
    }
    assert!(
        text.starts_with("acme.toml:2: warning[retry-after-long]"),
        "{text}"
    );
}

#[test]
fn own_codes_of_the_macro_are_linted_as_well() {
    wirefault::error_codes! {
        enum Sloppy {
            AcmeLimit {
                key: "acme_limit", status: 409, category: Conflict, retry: never, fault: client,
                title: "limit", message: "Claude refused.", description: "Refused.",
                remediation: ["Stop."],
            },
        }
    }
    let _ = (Sloppy::AcmeLimit, AcmeLimit::new().build());
    let layer = Layer::from_entries("acme", Sloppy::ENTRIES);
    let renderer = Renderer::new(Catalog::builder().layer(layer).build().unwrap()).unwrap();
    let rules: Vec<&str> = lint(&renderer).iter().map(|problem| problem.rule).collect();
    assert_eq!(
        rules,
        [
            "permanent-on-retried",
            "text-provider",
            "title-style",
            "domain-default"
        ]
    );
}

/// The gateways' documents, and what they make clients do.
#[test]
fn the_example_gateways_have_no_errors() {
    for folder in fs::read_dir(root("examples/gateways")).unwrap() {
        let path = folder.unwrap().path().join("layer.toml");
        let Ok(text) = fs::read_to_string(&path) else {
            continue;
        };
        let name = path.display().to_string();
        let problems = lint_file(File {
            name: &name,
            text: &text,
        });
        let errors: Vec<&Problem> = problems
            .iter()
            .filter(|problem| problem.severity == Severity::Error)
            .collect();
        assert!(errors.is_empty(), "{errors:#?}");
        assert!(!problems.is_empty(), "{name}: no warning");
    }
}

/// The files of the standard catalog are clean one by one, and a mistake in one has its line.
#[test]
fn files_of_entries_and_translations_are_linted() {
    for folder in ["catalog/errors", "catalog/languages"] {
        for (name, text) in crate::fresh::folder(folder) {
            let problems = lint_file(File {
                name: &name,
                text: &text,
            });
            assert!(problems.is_empty(), "{name}: {}", lines(&problems));
        }
    }
    let entry = "[[entry]]\nkey = \"KEY\"\nhttp_status = 409\nretry = \"never\"\nfault = \"client\"\n\
                 title = \"Limit\"\nmessage = \"No.\"\ndescription = \"A limit.\"\nremediation = \"Stop.\"\n";
    let conflict = |key: &str| format!("category = \"conflict\"\n{}", entry.replace("KEY", key));
    for key in ["acme_limit", "request_in_progress"] {
        let problems = found(&conflict(key));
        let text = lines(&problems);
        assert!(
            text.contains("acme.toml:5: warning[permanent-on-retried]"),
            "{text}"
        );
    }
    // Files of one catalog may refer to each other.
    let (one, two) = (
        conflict("acme_limit") + "related = [\"acme_other\"]\n",
        conflict("acme_other"),
    );
    let files = [("one.toml", &one), ("two.toml", &two)].map(|(name, text)| File { name, text });
    let problems = lint_files(&files);
    let text = lines(&problems);
    assert_eq!(problems.len(), 2, "{text}");
    assert!(
        text.contains("one.toml:5: ") && text.contains("two.toml:5: "),
        "{text}"
    );
    assert_eq!(lint_file(files[0])[0].rule, "dangling-reference");
    let refused = found(&conflict("Acme-Limit"));
    assert_eq!(refused[0].rule, "key-syntax", "{}", lines(&refused));
    let german =
        "language = \"de\"\n[entries.model_not_found]\ntitle = \"Modell\"\nmessage = \"Fehlt.\"\n";
    let problems = found(german);
    assert_eq!(
        problems[0].rule,
        "translation-params",
        "{}",
        lines(&problems)
    );
}
