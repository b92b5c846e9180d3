//! The standard catalog as Rust source.

use std::fmt::Write as _;

use super::write::{camel, doc, literal, option, slice, texts};
use crate::catalog::source::{LanguageFile, WordingSource};
use crate::catalog::{
    Entry, Exposure, File, Kind, MessageContract, Param, ParamType, Problem, Problems, Retry,
    Severity, Stability, Status, Wording,
};
use crate::catalog::{blank, catalog_file, check_set, compile_entry, slot};

/// The generated sources of the standard catalog.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Standard {
    /// `src/catalog/generated.rs`: the enum, the table, the constants.
    pub catalog: String,
    /// `src/error/generated.rs`: the typed constructors.
    pub errors: String,
}

/// Generates the standard catalog from its files.
///
/// # Errors
///
/// Everything that is wrong with the files, all at once.
pub fn standard(files: &[File<'_>], languages: &[File<'_>]) -> Result<Standard, Problems> {
    let mut problems = Vec::new();
    let mut entries = Vec::new();
    for file in files {
        let read = catalog_file(*file, &mut problems);
        let mut found = Vec::new();
        for source in read.entry {
            entries.push(compile_entry(
                source,
                blank(),
                read.category.as_deref(),
                &mut found,
            ));
        }
        problems.extend(found.into_iter().map(|problem| file.locate(problem)));
    }
    problems.extend(check_set(&entries).into_iter().map(|problem| {
        let key = problem.entry.clone().unwrap_or_default();
        let holds = |file: &&File<'_>| file.text.contains(&format!("key = \"{key}\""));
        match files.iter().find(holds) {
            Some(file) => file.locate(problem),
            None => problem,
        }
    }));
    let mut translations = Vec::new();
    for file in languages {
        translations.push(translation(*file, &entries, &mut problems));
    }
    if problems
        .iter()
        .any(|problem| problem.severity == Severity::Error)
    {
        return Err(Problems(problems));
    }
    Ok(Standard {
        catalog: catalog_source(&entries, &translations),
        errors: errors_source(&entries),
    })
}

fn translation(
    file: File<'_>,
    entries: &[Entry],
    problems: &mut Vec<Problem>,
) -> (String, Vec<Wording>) {
    let mut found = Vec::new();
    let mut read: LanguageFile = match file.value() {
        Ok(value) => crate::catalog::lenient(value, None, &mut found),
        Err(problem) => {
            problems.push(problem);
            return (String::new(), Vec::new());
        }
    };
    let tag = read.language.take().unwrap_or_default();
    if tag.is_empty() {
        let mut problem = Problem::error(
            "missing",
            "the file names no language",
            "add `language = \"de\"`",
        );
        (problem.field, problem.line) = (Some("language".to_owned()), Some(1));
        found.push(problem);
    }
    let mut wordings = Vec::new();
    for entry in entries {
        let text = read.entries.remove(entry.key.as_ref()).unwrap_or_else(|| {
            let mut problem = Problem::error(
                "translation-missing",
                format!("the entry has no {tag} texts"),
                "add them",
            )
            .at(entry.key.as_ref(), "entries");
            // What is missing has no place of its own.
            problem.line = Some(1);
            found.push(problem);
            WordingSource::default()
        });
        let wording = crate::catalog::reword(entry.wording.clone(), text);
        crate::catalog::check_translation(entry, &tag, &wording, &mut found);
        wordings.push(wording);
    }
    for key in read.entries.keys() {
        found.push(
            Problem::error(
                "unknown-key",
                "there is no such entry",
                "remove the texts, or correct the key",
            )
            .at(key.as_str(), "entries"),
        );
    }
    problems.extend(found.into_iter().map(|problem| file.locate(problem)));
    (tag, wordings)
}

pub(super) const HEAD: &str = "// @generated from catalog/ by the generator in src/codegen. Do not edit by hand:\n// WIREFAULT_UPDATE=1 cargo test --test it fresh\n\n";

fn catalog_source(entries: &[Entry], translations: &[(String, Vec<Wording>)]) -> String {
    let mut out = String::from(HEAD);
    out.push_str("#[allow(unused_imports)]\nuse super::row::text as t;\n#[allow(unused_imports)]\nuse super::entry::{Category, Entry, Exposure, Fault, Kind, MessageContract, Param, ParamType, Retry, Stability, Status};\n#[allow(unused_imports)]\nuse super::row::{NoticeRow, Row, WordingRow};\nuse std::time::Duration;\n\n");
    out.push_str("/// The code of a standard entry.\n///\n/// New codes come with minor versions; the open type is [`Code`](super::Code).\n");
    out.push_str("#[derive(\n    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, strum::AsRefStr, strum::Display,\n    strum::EnumCount, strum::EnumIter, strum::EnumString, strum::IntoStaticStr, strum::VariantArray,\n    strum::VariantNames, serde::Serialize,\n)]\n#[strum(serialize_all = \"snake_case\")]\n#[serde(rename_all = \"snake_case\")]\n#[non_exhaustive]\npub enum ErrorCode {\n");
    for entry in entries {
        let status = match entry.status {
            Status::Fixed(code) => code.to_string(),
            Status::Upstream4xx => "the upstream's 4xx".to_owned(),
        };
        let _ = writeln!(out, "    /// {} ({status}).\n    ///", entry.wording.title);
        out.push_str(&doc("    ", &entry.wording.description));
        let name = camel(&entry.key);
        if snake(&name) != entry.key {
            let _ = writeln!(
                out,
                "    #[strum(serialize = {0})]\n    #[serde(rename = {0})]",
                literal(&entry.key)
            );
        }
        let _ = writeln!(out, "    {name},");
    }
    out.push_str("}\n\nimpl super::Code {\n");
    for entry in entries {
        let _ = writeln!(
            out,
            "    /// {}.\n    pub const {}: super::Code = super::Code::standard(ErrorCode::{});",
            entry.wording.title,
            entry.key.to_ascii_uppercase(),
            camel(&entry.key)
        );
    }
    let _ = writeln!(
        out,
        "}}\n\npub(crate) static ENTRIES: [Entry; {}] = [",
        entries.len()
    );
    for entry in entries {
        row(&mut out, entry);
    }
    out.push_str("];\n\n");
    index(&mut out, entries);
    let _ = writeln!(
        out,
        "pub(crate) static LANGUAGES: [(&str, &[WordingRow]); {}] = [",
        translations.len()
    );
    for (tag, wordings) in translations {
        let _ = writeln!(out, "    ({}, &[", literal(tag));
        for wording in wordings {
            let _ = writeln!(
                out,
                "        WordingRow {{ title: {}, message: {}, description: {}, causes: {}, remediation: {} }},",
                literal(&wording.title),
                texts(wording.message.iter()),
                literal(&wording.description),
                texts(wording.causes.iter()),
                texts(wording.remediation.iter()),
            );
        }
        out.push_str("    ]),\n");
    }
    out.push_str("];\n");
    out
}

/// Writes one entry as a row, leaving out what the base says.
pub(super) fn row(out: &mut String, entry: &Entry) {
    let wording = &entry.wording;
    let _ = write!(
        out,
        "    Row {{\n        key: {}, category: Category::{:?}, status: {}, retry: {}, fault: Fault::{:?},\n        title: {},\n        message: {},\n        description: {},\n        causes: {},\n        remediation: {},\n",
        literal(&entry.key),
        entry.category,
        status(entry.status),
        retry(entry.retry),
        entry.fault,
        literal(&wording.title),
        texts(wording.message.iter()),
        literal(&wording.description),
        texts(wording.causes.iter()),
        texts(wording.remediation.iter()),
    );
    let mut field = |name: &str, set: bool, value: String| {
        if set {
            let _ = writeln!(out, "        {name}: {value},");
        }
    };
    let pairs = |pairs: &[(crate::catalog::Text, crate::catalog::Text)]| {
        let pairs: Vec<String> = pairs
            .iter()
            .map(|(name, value)| format!("(t({}), t({}))", literal(name), literal(value)))
            .collect();
        slice(&pairs)
    };
    field(
        "kind",
        entry.kind != Kind::Error,
        format!("Kind::{:?}", entry.kind),
    );
    field(
        "operator_action",
        !entry.operator_action.is_empty(),
        texts(entry.operator_action.iter()),
    );
    field(
        "typical_param",
        entry.typical_param.is_some(),
        option(entry.typical_param.as_deref()),
    );
    field("params", !entry.params.is_empty(), params(&entry.params));
    field("headers", !entry.headers.is_empty(), pairs(&entry.headers));
    field(
        "extensions",
        !entry.extensions.is_empty(),
        pairs(&entry.extensions),
    );
    field("anchor", entry.anchor != entry.key, literal(&entry.anchor));
    field("since", entry.since != "0.1.0", literal(&entry.since));
    field(
        "stability",
        entry.stability != Stability::Stable,
        format!("Stability::{:?}", entry.stability),
    );
    field(
        "aliases",
        !entry.aliases.is_empty(),
        texts(entry.aliases.iter()),
    );
    field(
        "related",
        !entry.related.is_empty(),
        texts(entry.related.iter()),
    );
    field(
        "markers",
        !entry.markers.is_empty(),
        texts(entry.markers.iter()),
    );
    field(
        "message_contract",
        entry.message_contract != MessageContract::Free,
        "MessageContract::Verbatim".to_owned(),
    );
    if let Some(fate) = &entry.deprecated {
        field(
            "deprecated",
            true,
            format!(
                "Some(({}, {}))",
                literal(&fate.since),
                option(fate.replaced_by.as_deref())
            ),
        );
    }
    let hints = &entry.hints;
    let gemini = [
        &hints.gemini_reason,
        &hints.gemini_status,
        &hints.gemini_quota_id,
        &hints.gemini_quota_metric,
    ];
    let spelt: Vec<String> = gemini.iter().map(|hint| option(hint.as_deref())).collect();
    field(
        "gemini",
        gemini.iter().any(|hint| hint.is_some()),
        format!("[{}]", spelt.join(", ")),
    );
    field(
        "responses_stop_code",
        hints.responses_stop_code.is_some(),
        option(hints.responses_stop_code.as_deref()),
    );
    field(
        "anthropic_error_code",
        hints.anthropic_error_code.is_some(),
        option(hints.anthropic_error_code.as_deref()),
    );
    if let Some(notice) = &entry.notice {
        field(
            "notice",
            true,
            format!(
                "Some(NoticeRow {{ event: {}, payload: {}, body_field: {}, header: {}, header_value: {} }})",
                option(notice.event.as_deref()),
                texts(notice.payload.iter()),
                option(notice.body_field.as_deref()),
                option(notice.header.as_deref()),
                option(notice.header_value.as_deref()),
            ),
        );
    }
    out.push_str("        ..Row::BASE\n    }.entry(),\n");
}

fn params(params: &[Param]) -> String {
    let rows: Vec<String> = params
        .iter()
        .map(|param| {
            format!(
                "Param {{ name: t({}), kind: ParamType::{:?}, exposure: Exposure::{:?}, example: t({}), description: t({}), values: std::borrow::Cow::Borrowed({}) }}",
                literal(&param.name), param.kind, param.exposure, literal(&param.example),
                literal(&param.description), texts(param.values.iter()),
            )
        })
        .collect();
    slice(&rows)
}

fn status(status: Status) -> String {
    match status {
        Status::Fixed(code) => format!("Status::Fixed({code})"),
        Status::Upstream4xx => "Status::Upstream4xx".to_owned(),
    }
}

fn retry(retry: Retry) -> String {
    match retry {
        Retry::After(Some(delay)) => {
            format!(
                "Retry::After(Some(Duration::from_millis({})))",
                delay.as_millis()
            )
        }
        other => format!("Retry::{other:?}"),
    }
}

/// Finds a multiplier under which no two keys share a slot.
fn index(out: &mut String, entries: &[Entry]) {
    let slots = (entries.len() * 8).next_power_of_two();
    let mut seed: u64 = 0x9e37_79b9_7f4a_7c15;
    let table = loop {
        let mut table = vec![u16::MAX; slots];
        let free = entries.iter().zip(0..).all(|(entry, at): (_, u16)| {
            let slot = slot(&entry.key, seed, slots);
            match usize::try_from(slot)
                .ok()
                .and_then(|slot| table.get_mut(slot))
            {
                Some(place) if *place == u16::MAX => {
                    *place = at;
                    true
                }
                _ => false,
            }
        });
        if free {
            break table;
        }
        seed = seed
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407)
            | 1;
    };
    let _ = writeln!(
        out,
        "pub(crate) const SEED: u64 = {seed:#x};\n\npub(crate) static INDEX: [u16; {slots}] = ["
    );
    for chunk in table.chunks(16) {
        let cells: Vec<String> = chunk.iter().map(u16::to_string).collect();
        let _ = writeln!(out, "    {},", cells.join(", "));
    }
    out.push_str("];\n\n");
}

/// The typed constructors: one struct per entry, one method per parameter.
fn errors_source(entries: &[Entry]) -> String {
    let mut out = String::from(HEAD);
    out.push_str("use super::typed::typed;\n\ntyped! {\n");
    for entry in entries.iter().filter(|entry| entry.kind == Kind::Error) {
        let _ = writeln!(out, "    /// {}.\n    ///", entry.wording.title);
        out.push_str(&doc("    ", &entry.wording.description));
        let _ = writeln!(out, "    {} {{", camel(&entry.key));
        for param in entry
            .params
            .iter()
            .filter(|param| param.exposure != Exposure::Secret)
        {
            let kind = match (param.exposure, param.kind) {
                (Exposure::Redacted, _) => "redacted",
                (_, ParamType::String | ParamType::Enum) => "string",
                (_, ParamType::Int) => "int",
                (_, ParamType::Money) => "money",
                (_, ParamType::Duration) => "duration",
                (_, ParamType::List) => "list",
            };
            out.push_str(&doc(
                "        ",
                if param.description.is_empty() {
                    &param.name
                } else {
                    &param.description
                },
            ));
            let _ = writeln!(out, "        {}: {kind},", param.name);
        }
        out.push_str("    }\n");
    }
    out.push_str("}\n");
    out
}

fn snake(name: &str) -> String {
    let mut out = String::new();
    for c in name.chars() {
        if c.is_ascii_uppercase() && !out.is_empty() {
            out.push('_');
        }
        out.push(c.to_ascii_lowercase());
    }
    out
}
