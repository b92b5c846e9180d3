//! What must hold within one layer, whatever lies below it.

use super::draft::set_fields;
use super::lookup::nearest;
use super::problem::Problem;
use super::settings::{at, unknown};
use super::source::{LayerFile, MappingSource, OneOrMany};
use super::template::Template;

/// What an operator's runtime file may set.
const OVERLAY: [&str; 10] = [
    "name",
    "version",
    "overlay",
    "doc_base_url",
    "default_language",
    "language_policy",
    "variables",
    "text",
    "override",
    "allow",
];

/// The failures below HTTP that a row of the mapping may name.
const TRANSPORTS: [&str; 6] = ["client_gone", "connect", "dns", "reset", "timeout", "tls"];

/// The conditions that a row of the mapping may name. A test compares them, and the failures above,
/// with the types that are matched.
const CONDITIONS: [&str; 23] = [
    "invalid_api_key",
    "missing_api_key",
    "permission_denied",
    "ip_or_region_blocked",
    "account_disabled",
    "insufficient_balance",
    "quota_exhausted_window",
    "rate_limited",
    "model_not_found",
    "model_not_allowed",
    "endpoint_not_found",
    "invalid_request",
    "context_length_exceeded",
    "request_too_large",
    "content_filtered",
    "unsupported_media",
    "invalid_tool_call",
    "conflict",
    "upstream_overloaded",
    "upstream_unavailable",
    "upstream_internal",
    "timeout",
    "cancelled",
];

/// What it may change of an entry.
const WORDS: [&str; 5] = ["title", "message", "description", "causes", "remediation"];

/// Checks a layer by itself.
pub(super) fn check(source: &LayerFile, found: &mut Vec<Problem>) {
    if source.overlay == Some(true) {
        overlay_scope(source, found);
    }
    spelling(source, found);
    names(source, found);
    bodies(source, found);
    for (at, row) in source.mapping.iter().enumerate() {
        mapping(at, row, found);
    }
    for (rule, reason) in &source.allow {
        if reason.trim().is_empty() {
            found.push(at(
                Problem::error(
                    "allow-reason",
                    format!("`{rule}` is allowed without a reason"),
                    "say why in a sentence",
                ),
                &format!("allow.{rule}"),
            ));
        }
    }
}

fn overlay_scope(source: &LayerFile, found: &mut Vec<Problem>) {
    let refuse = |field: &str, entry: Option<&str>| {
        let problem = Problem::error(
            "overlay-scope",
            format!("a runtime file cannot set `{field}`"),
            "it may change wording, languages and variables; the rest belongs in the gateway's layer",
        );
        let mut problem = at(problem, field);
        problem.entry = entry.map(str::to_owned);
        problem
    };
    let fields = |source: &LayerFile| match serde_json::to_value(source) {
        Ok(serde_json::Value::Object(fields)) => fields,
        _ => serde_json::Map::new(),
    };
    let defaults = fields(&LayerFile::default());
    for (field, value) in &fields(source) {
        if !OVERLAY.contains(&field.as_str()) && defaults.get(field) != Some(value) {
            found.push(refuse(field, None));
        }
    }
    for (key, change) in &source.override_ {
        for field in set_fields(change) {
            if !WORDS.contains(&field.as_str()) {
                found.push(refuse(&field, Some(key)));
            }
        }
    }
}

/// The type can follow the code, or the code the type, and what is absent cannot be followed.
fn spelling(source: &LayerFile, found: &mut Vec<Problem>) {
    let codes = source.code_style.as_deref();
    if source.type_style.as_deref() == Some("code") && matches!(codes, Some("absent" | "type")) {
        found.push(at(
            Problem::error(
                "spelling-loop",
                "the type follows the code, and the code is absent or follows the type",
                "set `type_style` to `category`, or spell the code otherwise",
            ),
            "type_style",
        ));
    }
    let overrides = source
        .override_
        .iter()
        .map(|(key, entry)| (Some(key), entry));
    let own = source.entry.iter().map(|entry| (entry.key.as_ref(), entry));
    for (key, entry) in overrides.chain(own) {
        let style = entry.code_style.as_deref();
        let silent = matches!(style, Some("absent" | "type")) || entry.code.as_deref() == Some("");
        if entry.type_.as_deref() == Some("{code}") && silent {
            let problem = Problem::error(
                "spelling-loop",
                "the type follows the code, and the code is absent or follows the type",
                "write the type, or spell the code otherwise",
            );
            found.push(problem.at(key.cloned().unwrap_or_default(), "type"));
        }
    }
}

/// A stray brace is plain text.
fn holds_placeholder(value: &str) -> bool {
    Template::parse(value).map_or_else(
        |_| value.contains("{@"),
        |template| {
            template
                .params()
                .chain(template.variables())
                .next()
                .is_some()
        },
    )
}

fn names(source: &LayerFile, found: &mut Vec<Problem>) {
    for (name, value) in &source.variables {
        if holds_placeholder(value) {
            let problem = Problem::error(
                "variable-value",
                format!("the value of `{name}` holds a placeholder, which nobody would fill in"),
                "write plain text; a variable cannot use another one or a parameter",
            );
            found.push(at(problem, &format!("variables.{name}")));
        }
        let first = name.bytes().next().is_some_and(|b| b.is_ascii_lowercase());
        let rest = |b: u8| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'_');
        if !first || !name.bytes().all(rest) {
            found.push(at(
                Problem::error(
                    "variable-name",
                    format!("`{name}` is no name of a variable"),
                    "use lower-case letters, digits and underscores",
                ),
                &format!("variables.{name}"),
            ));
        }
    }
    let tags = source.text.keys().map(|tag| (format!("text.{tag}"), tag));
    let default = source.default_language.iter();
    let default = default.map(|tag| ("default_language".to_owned(), tag));
    for (field, tag) in tags.chain(default) {
        let subtag = |part: &str| {
            (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric())
        };
        let primary = tag.split('-').next().unwrap_or_default();
        if !(2..=3).contains(&primary.len()) || !tag.split('-').all(subtag) {
            found.push(at(
                Problem::error(
                    "language-tag",
                    format!("`{tag}` is no language tag"),
                    "write a BCP 47 tag, such as `de` or `zh-Hans`",
                ),
                &field,
            ));
        }
    }
    for name in source.request_id_headers.iter().flatten() {
        if http::HeaderName::from_bytes(name.as_bytes()).is_err() {
            found.push(at(
                Problem::error(
                    "header-name",
                    format!("`{name}` is no header name"),
                    "use letters, digits and hyphens",
                ),
                "request_id_headers",
            ));
        }
    }
}

fn bodies(source: &LayerFile, found: &mut Vec<Problem>) {
    for (protocol, body) in &source.body {
        for fields in [&body.top, &body.error].into_iter().flatten() {
            let mut seen: Vec<&str> = Vec::new();
            for field in fields {
                let name = field.name();
                if seen.contains(&name) {
                    found.push(at(
                        Problem::error(
                            "duplicate-body-field",
                            format!("the body of {protocol} has `{name}` twice"),
                            "remove one of them",
                        ),
                        &format!("body.{protocol}"),
                    ));
                }
                seen.push(name);
            }
        }
    }
}

fn mapping(number: usize, row: &MappingSource, found: &mut Vec<Problem>) {
    if row.entry.is_none() {
        found.push(at(
            Problem::error(
                "missing",
                "a row of the mapping names no entry",
                "add `entry`",
            ),
            &format!("mapping.{number}.entry"),
        ));
    }
    let conditions = match &row.condition {
        None => &[][..],
        Some(OneOrMany::One(name)) => std::slice::from_ref(name),
        Some(OneOrMany::Many(names)) => names,
    };
    let transports = row.transport.as_deref().unwrap_or_default();
    let words: [(&str, &[String], &[&str]); 5] = [
        ("condition", conditions, &CONDITIONS),
        ("transport", transports, &TRANSPORTS),
        (
            "message",
            row.message.as_slice(),
            &["replaced", "sanitised", "verbatim", "verbatim_unsafe"],
        ),
        ("retry", row.retry.as_slice(), &["never", "now", "after"]),
        (
            "credential",
            row.credential.as_slice(),
            &["gateway", "client"],
        ),
    ];
    for (field, named, known) in words {
        for word in named.iter().filter(|word| !known.contains(&word.as_str())) {
            let fix = match nearest(word, known.iter().copied(), 1).first() {
                Some(near) => format!("did you mean `{near}`?"),
                None => format!("use one of {}", known.join(", ")),
            };
            found.push(unknown(&format!("mapping.{number}.{field}"), word, &fix));
        }
    }
    for status in row.status.iter().flatten() {
        if !(100..=599).contains(status) {
            found.push(at(
                Problem::error(
                    "status-range",
                    format!("{status} is no HTTP status"),
                    "write a number from 100 to 599",
                ),
                &format!("mapping.{number}.status"),
            ));
        }
    }
}
