//! A layer's settings: read, merged over those below, and checked word by word.

use std::collections::BTreeMap;
use std::str::FromStr;

use super::build::RETRY_AFTER_CAP;
use super::entry::Category;
use super::lookup;
use super::problem::Problem;
use super::resolve::LanguagePolicy;
use super::source::{CapSource, LayerFile};
use super::template::Template;

/// How codes are spelt where an entry does not say.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum CodeStyle {
    #[default]
    AsIs,
    Screaming,
    Status,
    Type,
    Absent,
}

/// Reads a style of codes.
pub(super) fn code_style(word: &str, problems: &mut Vec<Problem>) -> CodeStyle {
    match word {
        "as_is" => CodeStyle::AsIs,
        "screaming" => CodeStyle::Screaming,
        "status" => CodeStyle::Status,
        "type" => CodeStyle::Type,
        "absent" => CodeStyle::Absent,
        word => {
            problems.push(unknown(
                "code_style",
                word,
                "write `as_is`, `screaming`, `status`, `type` or `absent`",
            ));
            CodeStyle::AsIs
        }
    }
}

/// Returns true if types are spelt as the code.
pub(super) fn type_is_code(settings: &LayerFile, problems: &mut Vec<Problem>) -> bool {
    match settings.type_style.as_deref() {
        None | Some("category") => false,
        Some("code") => true,
        Some(word) => {
            problems.push(unknown("type_style", word, "write `category` or `code`"));
            false
        }
    }
}

/// Returns which texts follow the reader's language.
pub(super) fn policy(settings: &LayerFile, problems: &mut Vec<Problem>) -> LanguagePolicy {
    let Some(word) = settings.language_policy.as_deref() else {
        return LanguagePolicy::Off;
    };
    LanguagePolicy::from_str(word).unwrap_or_else(|_| {
        problems.push(unknown(
            "language_policy",
            word,
            "write `off`, `documents`, `human_fields` or `message`",
        ));
        LanguagePolicy::Off
    })
}

/// Returns the longest `Retry-After` in seconds; None is without limit.
pub(super) fn retry_after_cap(settings: &LayerFile, problems: &mut Vec<Problem>) -> Option<u64> {
    match &settings.retry_after_cap {
        None => Some(RETRY_AFTER_CAP),
        Some(CapSource::Seconds(seconds)) => Some(*seconds),
        Some(CapSource::Word(word)) if word == "none" => None,
        Some(CapSource::Word(word)) => {
            let fix = "write a number of seconds, or `none`";
            problems.push(unknown("retry_after_cap", word, fix));
            Some(RETRY_AFTER_CAP)
        }
    }
}

/// Checks the names of the categories that `types` renames.
pub(super) fn check_types(settings: &LayerFile, problems: &mut Vec<Problem>) {
    for name in settings.types.keys() {
        if Category::from_str(name).is_err() {
            let words = <Category as strum::VariantNames>::VARIANTS;
            let near = lookup::nearest(name, words.iter().copied(), 1);
            let fix = match near.first() {
                Some(near) => format!("did you mean `{near}`?"),
                None => format!("use one of {}", words.join(", ")),
            };
            problems.push(unknown(&format!("types.{name}"), name, &fix));
        }
    }
}

/// Returns the protocols whose streams end in the plain form.
pub(super) fn plain_streams(settings: &LayerFile, problems: &mut Vec<Problem>) -> Vec<String> {
    let mut plain = Vec::new();
    for (protocol, form) in &settings.stream {
        match form.as_str() {
            "standard" => {}
            "event_error" => plain.push(protocol.clone()),
            word => problems.push(unknown(
                &format!("stream.{protocol}"),
                word,
                "write `standard` or `event_error`",
            )),
        }
    }
    plain
}

/// Returns headers with their templates, variables filled in.
pub(super) fn headers(
    map: &BTreeMap<String, String>,
    field: &str,
    variables: &BTreeMap<String, String>,
    problems: &mut Vec<Problem>,
) -> Vec<(String, Template)> {
    let mut headers = Vec::new();
    for (name, value) in map {
        let field = format!("headers.{field}.{name}");
        let mut refuse = |rule, message: String, fix: &str| {
            problems.push(at(Problem::error(rule, message, fix), &field));
        };
        let Ok(name) = http::HeaderName::from_bytes(name.as_bytes()) else {
            refuse(
                "header-name",
                format!("`{name}` is no header name"),
                "use letters, digits and hyphens",
            );
            continue;
        };
        let template = match Template::parse(value) {
            Ok(template) => template,
            Err(error) => {
                let fix = "double a literal brace, and write placeholders as `{name}`";
                refuse("template", error.to_string(), fix);
                continue;
            }
        };
        let value = |name: &str| variables.get(name).map(String::as_str);
        match template.with_variables(value) {
            Some(template) => headers.push((name.to_string(), template)),
            None => refuse(
                "unset-variable",
                format!("the header `{name}` uses a variable that is not set"),
                "set it under `[variables]`",
            ),
        }
    }
    headers
}

/// Returns the names of the settings that a layer sets, maps by their keys.
pub(super) fn set(source: &LayerFile) -> Vec<String> {
    let mut names = Vec::new();
    let single = [
        ("name", source.name.is_some()),
        ("version", source.version.is_some()),
        ("domain", source.domain.is_some()),
        ("doc_base_url", source.doc_base_url.is_some()),
        ("default_language", source.default_language.is_some()),
        ("language_policy", source.language_policy.is_some()),
        ("only", source.only.is_some()),
        ("retry_after_cap", source.retry_after_cap.is_some()),
        ("code_style", source.code_style.is_some()),
        ("type_style", source.type_style.is_some()),
        ("request_id_headers", source.request_id_headers.is_some()),
    ];
    names.extend(
        single
            .iter()
            .filter(|(_, set)| *set)
            .map(|(name, _)| (*name).to_owned()),
    );
    let mut keys = |prefix: &str, keys: Vec<&String>| {
        names.extend(keys.into_iter().map(|key| format!("{prefix}.{key}")));
    };
    keys("variables", source.variables.keys().collect());
    keys("fold", source.fold.keys().collect());
    keys("types", source.types.keys().collect());
    keys("headers.errors", source.headers.errors.keys().collect());
    keys(
        "headers.successes",
        source.headers.successes.keys().collect(),
    );
    keys("body", source.body.keys().collect());
    keys("stream", source.stream.keys().collect());
    keys("allow", source.allow.keys().collect());
    names
}

/// Puts a layer's settings over those below.
pub(super) fn merge(settings: &mut LayerFile, source: LayerFile) {
    fn over<T>(slot: &mut Option<T>, value: Option<T>) {
        if value.is_some() {
            *slot = value;
        }
    }
    over(&mut settings.name, source.name);
    over(&mut settings.version, source.version);
    over(&mut settings.domain, source.domain);
    over(&mut settings.doc_base_url, source.doc_base_url);
    over(&mut settings.default_language, source.default_language);
    over(&mut settings.language_policy, source.language_policy);
    over(&mut settings.retry_after_cap, source.retry_after_cap);
    over(&mut settings.code_style, source.code_style);
    over(&mut settings.type_style, source.type_style);
    over(&mut settings.request_id_headers, source.request_id_headers);
    settings.fold.extend(source.fold);
    settings.variables.extend(source.variables);
    settings.types.extend(source.types);
    settings.headers.errors.extend(source.headers.errors);
    settings.headers.successes.extend(source.headers.successes);
    settings.body.extend(source.body);
    settings.stream.extend(source.stream);
    settings.allow.extend(source.allow);
    let mut rules = source.rule;
    rules.append(&mut settings.rule);
    settings.rule = rules;
}

/// Returns the problem of a word that a setting does not know.
pub(super) fn unknown(field: &str, word: &str, fix: &str) -> Problem {
    let message = format!("`{word}` is not known here");
    at(Problem::error("unknown-word", message, fix), field)
}

/// Names the setting.
pub(super) fn at(mut problem: Problem, field: &str) -> Problem {
    problem.field = Some(field.to_owned());
    problem
}
