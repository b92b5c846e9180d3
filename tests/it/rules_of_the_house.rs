//! The rules that keep the house in order, checked against the source itself.
//!
//! Every table here is closed in both directions: what is not listed is refused, and a line that
//! nothing needs any more is refused too.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use regex::Regex;

/// What each module of the crate imports of its siblings, and no more.
const IMPORTS: &[(&str, &[&str])] = &[
    ("actix", &["error", "framework", "protocol"]),
    (
        "axum",
        &["catalog", "error", "framework", "protocol", "tower"],
    ),
    ("catalog", &[]),
    ("compat", &["export", "protocol"]),
    ("codegen", &["catalog", "sanitise", "upstream"]),
    ("error", &["catalog", "text"]),
    ("export", &["catalog", "error", "protocol", "upstream"]),
    ("framework", &["catalog", "error", "protocol"]),
    ("json", &["lanes"]),
    ("lanes", &[]),
    ("lint", &["catalog", "protocol", "upstream"]),
    ("macros", &["catalog", "error", "text"]),
    ("protocol", &["catalog", "error", "retry"]),
    ("provider", &[]),
    ("retry", &["catalog"]),
    ("sanitise", &["lanes", "text"]),
    ("stream", &["json", "lanes", "protocol"]),
    ("testing", &["catalog", "error", "protocol", "retry"]),
    ("text", &[]),
    ("tower", &["framework", "protocol"]),
    (
        "upstream",
        &[
            "catalog", "error", "json", "lanes", "protocol", "provider", "retry", "sanitise",
            "stream", "text",
        ],
    ),
];

/// What the crate's root exports again, and whose it is.
const ROOT: &[(&str, &[&str])] = &[
    ("catalog", &["Catalog", "Category", "Code", "ErrorCode"]),
    (
        "error",
        &[
            "Dimension",
            "FieldPath",
            "GatewayError",
            "Money",
            "RateLimit",
            "RequestId",
            "Value",
            "errors",
        ],
    ),
    (
        "protocol",
        &[
            "Context",
            "Notice",
            "Protocol",
            "Renderer",
            "StreamFailure",
            "StreamState",
        ],
    ),
];

/// The files of `protocol` that know one protocol each. The others are shared by all of them.
const WIRE_FILES: &[&str] = &[
    "anthropic",
    "gemini",
    "native",
    "openai",
    "problem",
    "responses",
];

/// Files longer than 500 lines, tests not counted.
const LONG_FILES: &[(&str, &str)] = &[];

/// Files whose functions are assertions for a gateway's tests.
const PANICS: &[(&str, &str)] = &[
    (
        "src/codegen/layer.rs",
        "`fresh` is an assertion, and says so under `# Panics`",
    ),
    (
        "src/compat/released.rs",
        "`assert_compatible` is an assertion, and says so under `# Panics`",
    ),
];

/// Wire strings outside `protocol` and `provider`: a file, the words (none means any), and why.
const WIRE_STRINGS: &[(&str, &[&str], &str)] = &[
    (
        "src/stream/adapter.rs",
        &["state"],
        "the name of a field in `Debug`",
    ),
    (
        "src/stream/dialect.rs",
        &[],
        "the table of how the streams of upstreams look: nothing but rows",
    ),
    (
        "src/stream/finish.rs",
        &["\\n\\n"],
        "the end of any SSE event, in any protocol",
    ),
    ("src/stream/look.rs", &["null"], "JSON's own word"),
    ("src/stream/needle.rs", &["null"], "JSON's own word"),
    (
        "src/upstream/classify.rs",
        &["status"],
        "the name of a rule in explanations",
    ),
    (
        "src/upstream/level.rs",
        &["error", "response.failed", "response.error"],
        "the values of `type` by which any provider names an error",
    ),
    (
        "src/upstream/mapping.rs",
        &["status", "model", "detail"],
        "names of entries' parameters",
    ),
    (
        "src/upstream/passthrough/answer.rs",
        &["message", "status", "code", "type", "model", "retry_after"],
        "names in the templates of rules",
    ),
    (
        "src/upstream/passthrough/check.rs",
        &["status", "message", "body"],
        "words of the rules' own format",
    ),
    (
        "src/upstream/passthrough/look.rs",
        &["model", "code", "type"],
        "the names of what a rule looks at, in explanations",
    ),
    (
        "src/upstream/passthrough/source.rs",
        &["type"],
        "a word of the rules' own format",
    ),
    (
        "src/upstream/shape.rs",
        &["null"],
        "a literal of JSON, no member's name",
    ),
];

#[test]
fn modules_import_what_the_table_allows() {
    let table: BTreeMap<&str, BTreeSet<&str>> = IMPORTS
        .iter()
        .map(|(module, imports)| (*module, imports.iter().copied().collect()))
        .collect();
    let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut wrong = Vec::new();
    for source in SOURCES.iter() {
        let imports = found.entry(source.module.clone()).or_default();
        for import in source.imports() {
            let allowed = table.get(source.module.as_str());
            if !allowed.is_some_and(|allowed| allowed.contains(import.as_str())) {
                wrong.push(format!("{}: imports `{import}`", source.name));
            }
            imports.insert(import);
        }
    }
    assert!(wrong.is_empty(), "not in the table:\n{}", wrong.join("\n"));
    for (module, allowed) in table {
        let found = found.remove(module).unwrap_or_default();
        let unused: Vec<_> = allowed
            .iter()
            .filter(|name| !found.contains(**name))
            .collect();
        assert!(unused.is_empty(), "`{module}` no longer imports {unused:?}");
    }
    assert!(
        found.is_empty(),
        "modules without a line: {:?}",
        found.keys()
    );
}

#[test]
fn the_table_of_the_root_is_that_of_the_crate() {
    let lib = fs::read_to_string(root().join("src/lib.rs")).unwrap();
    for (module, names) in ROOT {
        let exports = Regex::new(&format!(r"pub use self::{module}::\{{([^}}]*)\}};")).unwrap();
        let list = exports.captures(&lib).unwrap().get(1).unwrap().as_str();
        let list: BTreeSet<&str> = list
            .split(',')
            .map(str::trim)
            .filter(|n| !n.is_empty())
            .collect();
        assert_eq!(list, names.iter().copied().collect(), "{module}");
    }
    assert_eq!(lib.matches("pub use ").count(), ROOT.len());
}

#[test]
fn siblings_do_not_import_each_other() {
    let mut wrong = Vec::new();
    let mut seen = BTreeSet::new();
    for source in SOURCES.iter() {
        let siblings: BTreeSet<String> = match source.module.as_str() {
            "protocol" if WIRE_FILES.contains(&source.stem.as_str()) => {
                WIRE_FILES.iter().map(ToString::to_string).collect()
            }
            "provider" if source.stem != "mod" => provider_files(),
            _ => continue,
        };
        seen.insert(source.stem.clone());
        for name in names_after(&source.code, "super")
            .into_iter()
            .chain(names_after(
                &source.code,
                &format!("crate::{}", source.module),
            ))
        {
            if siblings.contains(&name) {
                wrong.push(format!("{}: imports its sibling `{name}`", source.name));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(
        WIRE_FILES.iter().all(|file| seen.contains(*file)),
        "{seen:?}"
    );
    assert!(seen.len() > WIRE_FILES.len() + 10, "{seen:?}");
}

#[test]
fn errors_and_the_catalog_of_codes_know_no_json() {
    for source in SOURCES.iter().filter(|source| source.module == "error") {
        assert!(!source.code.contains("serde"), "{}", source.name);
    }
}

/// A wire string is what the files of `protocol` or `provider` write or look for.
#[test]
fn wire_strings_live_in_protocol_and_provider() {
    let wire: BTreeSet<&str> = SOURCES
        .iter()
        .filter(|source| {
            source.module == "provider"
                || source.module == "protocol" && WIRE_FILES.contains(&source.stem.as_str())
        })
        .flat_map(|source| source.strings.iter().map(String::as_str))
        .filter(|text| text.len() > 3)
        .collect();
    assert!(wire.contains("message") && wire.contains("error_code"));
    let mut excused = BTreeSet::new();
    let mut wrong = Vec::new();
    for source in SOURCES.iter() {
        if !matches!(source.module.as_str(), "upstream" | "stream") {
            continue;
        }
        for text in source
            .strings
            .iter()
            .filter(|text| wire.contains(text.as_str()))
        {
            let row = WIRE_STRINGS.iter().find(|(file, words, _)| {
                *file == source.name && (words.is_empty() || words.contains(&text.as_str()))
            });
            match row {
                Some((file, words, _)) => {
                    let word = words.iter().find(|word| *word == text);
                    excused.insert((*file, word.copied()));
                }
                None => wrong.push(format!("{}: {text:?}", source.name)),
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert_eq!(
        excused,
        WIRE_STRINGS
            .iter()
            .flat_map(|(file, words, _)| match words {
                [] => vec![(*file, None)],
                words => words.iter().map(|word| (*file, Some(*word))).collect(),
            })
            .collect(),
        "stale exceptions"
    );
}

#[test]
fn only_the_sanitiser_opens_untrusted_text() {
    let open = Regex::new(r"\.open\(\)|Untrusted::open\b").unwrap();
    let openers: BTreeSet<String> = sources()
        .iter()
        .filter(|source| open.is_match(&source.code))
        .map(|source| source.module.clone())
        .collect();
    assert_eq!(openers, BTreeSet::from(["sanitise".to_owned()]));
}

/// A code is a row; a `match` on it elsewhere would have to change with every new one.
#[test]
fn only_the_catalog_matches_on_codes() {
    let arm = Regex::new(r"ErrorCode::[A-Z]\w*\)*\s*(=>|\||if\b)|\|\s*ErrorCode::[A-Z]").unwrap();
    let matches = Regex::new(r"matches!\([^;]*ErrorCode::[A-Z]").unwrap();
    for source in SOURCES.iter().filter(|source| source.module != "catalog") {
        let found = arm.find(&source.code).or(matches.find(&source.code));
        assert!(
            found.is_none(),
            "{}: {:?}",
            source.name,
            found.map(|found| found.as_str())
        );
    }
}

#[test]
fn files_stay_short() {
    let mut excused = BTreeSet::new();
    for source in SOURCES.iter() {
        let lines = source.lines;
        if lines <= 500 {
            continue;
        }
        match LONG_FILES.iter().find(|(file, _)| *file == source.name) {
            Some((file, _)) => excused.insert(*file),
            None => panic!("{} has {lines} lines", source.name),
        };
    }
    assert_eq!(
        excused,
        LONG_FILES.iter().map(|row| row.0).collect(),
        "stale exceptions"
    );
}

/// Adapters contain what their framework asks for, and nothing that another could share.
#[test]
fn adapters_stay_thin() {
    for source in SOURCES.iter() {
        if ["actix", "axum", "tower"].contains(&source.module.as_str()) {
            assert!(
                source.lines < 150,
                "{}: {} lines",
                source.name,
                source.lines
            );
        }
    }
}

#[test]
fn the_library_does_not_panic_on_purpose() {
    let panics = Regex::new(
        r"\.(unwrap|expect|unwrap_err|expect_err)\(|\b(panic|todo|unimplemented|unreachable|dbg)!",
    )
    .unwrap();
    for source in SOURCES.iter() {
        let found = panics.find(&source.code);
        let asserts = PANICS.iter().any(|(file, _)| *file == source.name);
        assert!(
            found.is_none() || asserts,
            "{}: {:?}",
            source.name,
            found.map(|found| found.as_str())
        );
    }
}

#[test]
fn the_scanner_tells_code_from_words() {
    let text = "use crate::json::X; // crate::text\n/* panic! */ let a = r#\"dbg!(\"x\")\"#;\n\
        let b = b\"q\\\"uote\"; let c = '\"'; fn f<'a>(x: &'a str) {}\n#[cfg(test)]\nmod tests { panic!() }\n";
    let source = Source::read(Path::new("src/upstream/facts.rs"), text);
    assert_eq!(
        (source.module.as_str(), source.stem.as_str()),
        ("upstream", "facts")
    );
    assert_eq!(source.strings, ["dbg!(\"x\")", "q\\\"uote"]);
    assert!(
        source.code.contains("fn f<'a>") && !source.code.contains('!'),
        "{}",
        source.code
    );
    assert_eq!(source.imports(), BTreeSet::from(["json".to_owned()]));
    let source = Source::read(
        Path::new("src/axum.rs"),
        "use crate::{Value, text::{A, B}};",
    );
    assert_eq!(
        source.imports(),
        BTreeSet::from(["error".to_owned(), "text".to_owned()])
    );
}

/// A file of the crate, without comments, string contents and tests.
struct Source {
    name: String,
    module: String,
    stem: String,
    code: String,
    strings: Vec<String>,
    lines: usize,
}

impl Source {
    fn read(path: &Path, text: &str) -> Self {
        let text = text.split("#[cfg(test)]\n").next().unwrap();
        let mut parts = path.components().skip(1);
        let first = parts.next().unwrap().as_os_str().to_str().unwrap();
        let (code, strings) = scan(text);
        Source {
            name: path.to_str().unwrap().to_owned(),
            module: first.trim_end_matches(".rs").to_owned(),
            stem: path.file_stem().unwrap().to_str().unwrap().to_owned(),
            code,
            strings,
            lines: text.lines().count(),
        }
    }

    /// The modules of the crate that the file names, its own left out.
    fn imports(&self) -> BTreeSet<String> {
        let owner = |name: String| {
            let row = ROOT
                .iter()
                .find(|(_, names)| names.contains(&name.as_str()));
            row.map_or(name, |(module, _)| (*module).to_owned())
        };
        let mut names: BTreeSet<String> = names_after(&self.code, "crate")
            .into_iter()
            .map(owner)
            .collect();
        names.remove(&self.module);
        // Hidden macros, which are the root's.
        names.retain(|name| !name.starts_with("__"));
        names
    }
}

/// The first name of every path that starts with `prefix::`, lists in braces included.
fn names_after(code: &str, prefix: &str) -> BTreeSet<String> {
    let start = Regex::new(&format!(r"(?:^|[^\w:$])\$?{prefix}::(\w+|\{{)")).unwrap();
    let mut names = BTreeSet::new();
    for found in start.captures_iter(code) {
        let first = found.get(1).unwrap();
        if first.as_str() != "{" {
            names.insert(first.as_str().to_owned());
            continue;
        }
        let (mut depth, mut name) = (1, String::new());
        for c in code[first.end()..].chars() {
            match c {
                '{' => depth += 1,
                '}' => depth -= 1,
                _ if depth == 1 => name.push(c),
                _ => {}
            }
            if depth == 0 {
                break;
            }
        }
        let firsts = name
            .split(',')
            .map(|item| item.trim().split("::").next().unwrap_or(""));
        names.extend(firsts.filter(|name| !name.is_empty()).map(str::to_owned));
    }
    names
}

/// Splits source text into code, with strings emptied and comments left out, and its strings.
fn scan(text: &str) -> (String, Vec<String>) {
    let token = Regex::new(
        r##"(?xs)
        //[^\n]* | /\*.*?\*/
        | \bb?r\#"(?<hashed>.*?)"\#
        | \bb?r"(?<raw>[^"]*)"
        | b?"(?<plain>(?:\\.|[^"\\])*)"
        | b?'(?:\\(?:u\{[^}]*\}|x..|.)|[^'\\])'
        "##,
    )
    .unwrap();
    let (mut code, mut strings, mut last) = (String::new(), Vec::new(), 0);
    for found in token.captures_iter(text) {
        let whole = found.get(0).unwrap();
        code.push_str(&text[last..whole.start()]);
        last = whole.end();
        let inside = ["hashed", "raw", "plain"]
            .iter()
            .find_map(|name| found.name(name));
        if let Some(inside) = inside {
            code.push_str("\"\"");
            strings.push(inside.as_str().to_owned());
        }
    }
    code.push_str(&text[last..]);
    (code, strings)
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

const NO_SOURCES: &[&str] = &[
    "generated.rs",
    "figure_rows.rs",
    "unknown_rows.rs",
    "wait_rows.rs",
    "reserved.rs",
    "tests.rs",
    "lib.rs",
];

static SOURCES: LazyLock<Vec<Source>> = LazyLock::new(sources);

/// The files of the library that people write. Those that hold nothing but tests are not part of
/// it, nor are generated ones, which follow from their generator.
fn sources() -> Vec<Source> {
    let mut files = Vec::new();
    let mut folders = vec![root().join("src")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_str().unwrap();
            if path.is_dir() {
                folders.push(path);
            } else if name.ends_with(".rs") && !NO_SOURCES.contains(&name) {
                let text = fs::read_to_string(&path).unwrap();
                files.push(Source::read(path.strip_prefix(root()).unwrap(), &text));
            }
        }
    }
    assert!(files.len() > 100, "{}", files.len());
    files.sort_by(|a, b| a.name.cmp(&b.name));
    files
}

fn provider_files() -> BTreeSet<String> {
    let stems = SOURCES.iter().filter(|source| source.module == "provider");
    stems
        .map(|source| source.stem.clone())
        .filter(|stem| stem != "mod")
        .collect()
}
