//! What a layer may state about the protocols, and what their clients make of it.

use super::shape::Slot;
use super::{Protocol, vocabulary};
use crate::catalog::source::{FieldSource, MappingSource, OneOrMany};
use crate::catalog::{
    Body, Catalog, Piece, Problem, RETRY_AFTER_CAP, Retry, Template, TypeSpelling,
};

/// Headers that the renderer or the server writes, and what a layer's own would do.
const OWNED: &[&str] = &[
    "access-control-expose-headers",
    "connection",
    "content-encoding",
    "content-language",
    "content-length",
    "content-type",
    "transfer-encoding",
    "vary",
];

/// Stream forms on which clients fail.
const STREAMS: &[(&str, &str)] = &[
    (
        "gemini",
        "google-genai (Python) raises UnknownApiResponseError on an `event:` line, and the JavaScript SDK swallows the event",
    ),
    (
        "openai-responses",
        "Codex ignores `event: error` and repeats the turn; openai-python returns as if all were well on a flat one",
    ),
];

/// The headers in which SDKs look for the request id.
const REQUEST_ID: &[(&str, &str)] = &[
    ("x-request-id", "OpenAI's SDKs"),
    ("request-id", "Anthropic's SDKs"),
];

/// Keys of a body that the protocol requires, and who fails without them.
const REQUIRED: &[(Protocol, &[&str], &str)] = &[
    (
        Protocol::OpenAiChat,
        &["message", "type", "param", "code"],
        "OpenAI's specification requires them",
    ),
    (
        Protocol::OpenAiResponses,
        &["message", "type", "param", "code"],
        "OpenAI's specification requires them",
    ),
    (
        Protocol::AnthropicMessages,
        &["type", "message"],
        "Anthropic's SDKs read them",
    ),
    (
        Protocol::Gemini,
        &["code", "message", "status"],
        "google-genai fails without them on a stream, and the AI SDK loses the message",
    ),
];

/// Checks what the layers state beside the entries.
pub(crate) fn check(catalog: &Catalog, found: &mut Vec<Problem>) {
    let inner = &catalog.inner;
    for (name, body) in &inner.bodies {
        if let Ok(protocol) = name.parse() {
            self::body(protocol, body, found);
        }
    }
    for (name, clients) in STREAMS {
        if inner.plain_streams.iter().any(|plain| plain == name) {
            let problem = Problem::warning("stream-form", *clients, "remove the line");
            found.push(at(problem, format!("stream.{name}")));
        }
    }
    types(catalog, found);
    for (name, clients) in REQUEST_ID {
        let mut names = inner.request_id_headers.iter();
        if !names.any(|known| known.eq_ignore_ascii_case(name)) {
            let problem = Problem::warning(
                "request-id-header",
                format!("{clients} look for the request id in `{name}`"),
                format!("add `{name}` to `request_id_headers`"),
            );
            found.push(at(problem, "request_id_headers".to_owned()));
        }
    }
    headers(catalog, found);
    cap(catalog, found);
    for (number, row) in inner.mapping.iter().enumerate() {
        if is_for_all(row) {
            let problem = Problem::warning(
                "mapping-catches-all",
                "a row of the mapping is for every failure of every upstream: no later row decides",
                "add `condition`, `status`, `provider`, `channel`, `transport` or `credential`",
            );
            found.push(at(problem, format!("mapping[{number}].entry")));
        }
        if row.message.as_deref() == Some("verbatim_unsafe") {
            let condition = match &row.condition {
                Some(OneOrMany::One(word)) => word.clone(),
                Some(OneOrMany::Many(words)) => words.join(", "),
                None => "any condition".to_owned(),
            };
            let problem = Problem::warning(
                "verbatim-unsafe",
                format!("of {condition} clients read the upstream's text with its secrets"),
                "write `verbatim`, which masks keys, or `sanitised`",
            );
            found.push(at(problem, "mapping.message".to_owned()));
        }
    }
}

/// Returns true for a row that says of no failure that it is not for it.
fn is_for_all(row: &MappingSource) -> bool {
    row.condition.is_none()
        && row.status.is_none()
        && row.provider.is_none()
        && row.channel.is_none()
        && row.transport.is_none()
        && row.credential.is_none()
}

fn at(problem: Problem, field: String) -> Problem {
    Problem {
        field: Some(field),
        ..problem
    }
}

fn body(protocol: Protocol, body: &Body, found: &mut Vec<Problem>) {
    let Some((_, required, clients)) = REQUIRED.iter().find(|row| row.0 == protocol) else {
        return;
    };
    let shape = protocol.shape();
    let names = |fields: &Option<Vec<FieldSource>>, standard: &[super::shape::Field]| {
        let stated = fields.as_ref().map(|fields| {
            let names = fields.iter().map(|field| field.name().to_owned());
            names.collect::<Vec<String>>()
        });
        let standard = || standard.iter().map(|field| field.name.to_owned()).collect();
        stated.unwrap_or_else(standard)
    };
    let top = names(&body.top, shape.top);
    let wrapped = shape.top.iter().any(|field| field.slot == Slot::Error);
    let mut report = |rule: &'static str, message: String, fix: &str| {
        let problem = Problem::warning(rule, message, fix);
        found.push(at(problem, format!("body.{protocol}")));
    };
    if wrapped && !top.iter().any(|name| name == "error") {
        let message = "openai 6 for JavaScript prints `(no body)`, and the AI SDK the reason phrase: the body has no `error`";
        return report("body-error", message.to_owned(), "keep `error` at the top");
    }
    if protocol == Protocol::Gemini && top.first().is_none_or(|first| first != "error") {
        let message = "google-genai swallows the error if `error` is not the first key";
        return report("body-keys", message.to_owned(), "put `error` first");
    }
    let inside = names(&body.error, shape.error);
    if !inside.iter().any(|name| name == "message") {
        let message = "no SDK shows a text: the error has no `message`";
        return report("body-message", message.to_owned(), "add `message`");
    }
    let missing: Vec<&str> = required
        .iter()
        .filter(|name| !inside.iter().any(|known| known == *name))
        .copied()
        .collect();
    if !missing.is_empty() {
        let message = format!("the error lacks {}: {clients}", missing.join(", "));
        report("body-keys", message, "add them");
    }
}

fn types(catalog: &Catalog, found: &mut Vec<Problem>) {
    let known = vocabulary::types(Protocol::OpenAiChat);
    let mut reported: Vec<&str> = Vec::new();
    for resolved in catalog.entries().iter().filter(|entry| !entry.is_notice()) {
        let word = match &resolved.type_ {
            TypeSpelling::Code => "the code",
            TypeSpelling::Text(word) if !known.contains(&word.as_ref()) => word.as_ref(),
            _ => continue,
        };
        if !reported.contains(&word) {
            reported.push(word);
            let problem = Problem::warning(
                "type-unknown",
                format!("`{word}` is no type that OpenAI's clients know"),
                format!("use one of {}", known.join(", ")),
            );
            let category: &str = resolved.entry().category.into();
            let of_category = catalog.inner.types.get(category);
            found.push(match &resolved.type_ {
                TypeSpelling::Code => at(problem, "type_style".to_owned()),
                _ if of_category.is_some_and(|known| known == word) => {
                    at(problem, format!("types.{category}"))
                }
                _ => problem.at(resolved.key(), "type"),
            });
        }
    }
}

fn headers(catalog: &Catalog, found: &mut Vec<Problem>) {
    let everywhere = catalog.inner.error_headers.iter();
    for (name, template) in everywhere {
        if let Some(problem) = header(name, template, None) {
            found.push(at(problem, format!("headers.errors.{name}")));
        }
    }
    for resolved in catalog.entries() {
        let entry = resolved.entry();
        for (name, value) in entry.headers.iter() {
            let Ok(template) = Template::parse(value) else {
                continue;
            };
            if let Some(problem) = header(name, &template, Some(entry.retry)) {
                found.push(problem.at(resolved.key(), "headers"));
            }
        }
    }
}

fn header(name: &str, template: &Template, retry: Option<Retry>) -> Option<Problem> {
    let name = name.to_ascii_lowercase();
    match name.as_str() {
        "x-should-retry" => Some(Problem::warning(
            "retry-flag-overridden",
            "SDKs obey this header, and it no longer follows the retry advice",
            "remove the header, and set `retry`",
        )),
        "retry-after" | "retry-after-ms" if retry == Some(Retry::Never) => Some(Problem::warning(
            "retry-after-permanent",
            "Codex repeats a 429 that names a wait, and this error must not be repeated",
            "remove the header, or give other retry advice",
        )),
        "retry-after" | "retry-after-ms" => {
            let unit = if name == "retry-after" { 1 } else { 1000 };
            Some(match literal(template) {
                Some(number) if number > RETRY_AFTER_CAP * unit => long(&format!("{number}")),
                _ => Problem::warning(
                    "retry-header-template",
                    "a template stands in the place of the wait, and no cap holds for it",
                    "remove the header, and set `retry` to `after 20s`",
                ),
            })
        }
        name if OWNED.contains(&name) => Some(Problem::warning(
            "header-owned",
            format!("`{name}` is written with the body, and the layer's value would contradict it"),
            "choose a header of the gateway's own",
        )),
        _ => None,
    }
}

fn literal(template: &Template) -> Option<u64> {
    match template.pieces() {
        [Piece::Literal(text)] => text.trim().parse().ok(),
        _ => None,
    }
}

fn cap(catalog: &Catalog, found: &mut Vec<Problem>) {
    let what = match catalog.inner.retry_after_cap {
        Some(cap) if cap <= RETRY_AFTER_CAP => return,
        Some(cap) => cap.to_string(),
        None => "without a limit".to_owned(),
    };
    found.push(at(long(&what), "retry_after_cap".to_owned()));
}

/// What SDKs do with a wait that is longer than a minute
/// (anthropic 2.10 for Python, 1.11 for TypeScript; openai 6.49 and 7.55 for JavaScript, 3.51 for
/// Python).
fn long(what: &str) -> Problem {
    Problem::warning(
        "retry-after-long",
        format!(
            "Retry-After {what}: anthropic for Python and TypeScript and openai 6 for JavaScript \
             sleep as long as told, openai 7 ignores more than 60 s and repeats at once, openai \
             for Python gives up over 120 s"
        ),
        "keep the cap of 60 s: longer waits stand in the message and in RetryInfo",
    )
}
