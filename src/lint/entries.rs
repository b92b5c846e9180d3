//! Statuses, retry advice, codes and references.

use std::collections::BTreeMap;
use std::time::Duration;

use crate::catalog::{
    Catalog, Category, ErrorCode, Exposure, Kind, Problem, Resolved, Retry, Spelling, Status,
    Template,
};
use crate::protocol::vocabulary;

/// The statuses that are usual for a category.
const USUAL: &[(Category, &[u16])] = &[
    (Category::Authentication, &[401]),
    (Category::Permission, &[403]),
    (Category::Billing, &[402]),
    (Category::Quota, &[429]),
    (Category::RateLimit, &[429]),
    (Category::NotFound, &[404, 410]),
    (
        Category::InvalidRequest,
        &[400, 405, 406, 411, 415, 417, 422, 428, 501],
    ),
    (Category::ContentPolicy, &[400]),
    (Category::TooLarge, &[413, 414, 431]),
    (Category::Conflict, &[409]),
    (Category::Timeout, &[408, 504]),
    (Category::Overloaded, &[503, 529]),
    (Category::Unavailable, &[503]),
    (Category::Upstream, &[502]),
    (Category::Internal, &[500]),
    (Category::Cancelled, &[499]),
    (Category::Notice, &[200]),
];

/// Statuses of which a client tells its user more than is true, outside these categories.
const MISLEADING: &[(u16, &[Category], &str)] = &[
    (
        402,
        &[Category::Billing],
        "OpenAI's SDKs have no class for 402 and raise APIStatusError, and Claude Code prints the bare status",
    ),
    (
        403,
        &[Category::Permission],
        "Claude Code prints `Failed to authenticate` on every 403",
    ),
    (
        412,
        &[],
        "OpenAI's SDKs have no class for 412 and raise APIStatusError",
    ),
];

/// A longer wait makes Gemini CLI give up.
const TERMINAL: Duration = Duration::from_secs(300);

/// Checks one entry.
pub(super) fn check(catalog: &Catalog, resolved: &Resolved, found: &mut Vec<Problem>) {
    if resolved.entry().kind == Kind::Error {
        status(resolved, found);
        retry(resolved, found);
        reserved(resolved, found);
        canonical(resolved, found);
        quota(resolved, found);
        stop_code(resolved, found);
    }
    references(catalog, resolved, found);
    params(resolved, found);
    markers(resolved, found);
}

/// Checks what holds between entries.
pub(super) fn whole(catalog: &Catalog, found: &mut Vec<Problem>) {
    codes(catalog, found);
    identity(catalog, found);
}

fn status(resolved: &Resolved, found: &mut Vec<Problem>) {
    let entry = resolved.entry();
    let Status::Fixed(status) = entry.status else {
        return;
    };
    let usual = USUAL.iter().find(|row| row.0 == entry.category);
    if let Some((_, usual)) = usual.filter(|(_, usual)| !usual.contains(&status)) {
        found.push(
            Problem::warning(
                "status-category",
                format!("{status} is not usual for {}", entry.category),
                format!("answer {}", listed(usual)),
            )
            .at(resolved.key(), "http_status"),
        );
    }
    for (misleading, right, clients) in MISLEADING {
        if *misleading == status && !right.contains(&entry.category) {
            found.push(
                Problem::warning(
                    "status-misleads",
                    *clients,
                    "choose a status that names the condition",
                )
                .at(resolved.key(), "http_status"),
            );
        }
    }
}

fn retry(resolved: &Resolved, found: &mut Vec<Problem>) {
    let entry = resolved.entry();
    if entry.retry == Retry::Never && matches!(entry.status, Status::Fixed(408 | 409)) {
        found.push(
            Problem::warning(
                "permanent-on-retried",
                "the AI SDK repeats 408 and 409 twice, whatever the headers say",
                "answer 400 or 422, or give other retry advice",
            )
            .at(resolved.key(), "retry"),
        );
    }
}

fn reserved(resolved: &Resolved, found: &mut Vec<Problem>) {
    let entry = resolved.entry();
    let status = entry.status.code(None);
    let code = match &entry.hints.anthropic_error_code {
        Some(code) => Some(code.clone()),
        None => resolved.code_for(status),
    };
    if let Some(code) = code.filter(|code| vocabulary::is_reserved(status, code)) {
        found.push(
            Problem::error(
                "reserved-pair",
                format!("Anthropic's SDKs raise a class of their own for {status} and `{code}`"),
                "set `anthropic.error_code` to another code",
            )
            .at(resolved.key(), "anthropic.error_code"),
        );
    }
}

fn canonical(resolved: &Resolved, found: &mut Vec<Problem>) {
    let entry = resolved.entry();
    let Some(word) = &entry.hints.gemini_status else {
        return;
    };
    let problem = match (vocabulary::canonical(word), entry.status) {
        (None, _) => Problem::error(
            "gemini-status",
            format!("`{word}` is no canonical status"),
            "write one of google/rpc/code.proto",
        ),
        (Some(legal), Status::Fixed(status)) if !legal.contains(&status) => Problem::warning(
            "gemini-status-http",
            format!("{word} goes with HTTP {}, not {status}", listed(legal)),
            "change one of them",
        ),
        _ => return,
    };
    found.push(problem.at(resolved.key(), "gemini.status"));
}

/// Gemini CLI stops at once on an id with `PerDay` or `Daily`, and asks ten times else.
fn quota(resolved: &Resolved, found: &mut Vec<Problem>) {
    let entry = resolved.entry();
    let id = entry.hints.gemini_quota_id.as_deref().unwrap_or_default();
    let daily = id.contains("PerDay") || id.contains("Daily");
    let lasting = match entry.retry {
        Retry::Never | Retry::UntilUtcMidnight => true,
        Retry::After(Some(wait)) => wait > TERMINAL,
        Retry::Now | Retry::After(None) => false,
    };
    let message = match (entry.category, lasting, daily) {
        (Category::Quota, true, false) => {
            "Gemini CLI asks ten times: its quota id has neither `PerDay` nor `Daily`"
        }
        (_, false, true) => "Gemini CLI stops at once on this quota id, though a retry would help",
        _ => return,
    };
    found.push(
        Problem::warning(
            "quota-id",
            message,
            "set `gemini.quota_id` to fit the retry advice",
        )
        .at(resolved.key(), "gemini.quota_id"),
    );
}

fn stop_code(resolved: &Resolved, found: &mut Vec<Problem>) {
    let entry = resolved.entry();
    let Some(code) = &entry.hints.responses_stop_code else {
        return;
    };
    let stops = vocabulary::stops_codex(code);
    let message = match (stops, entry.retry) {
        (Some(false), Retry::Never) => format!("Codex repeats the turn on `{code}`"),
        (None, _) => format!("Codex does not know `{code}`, and repeats the turn five times"),
        _ => return,
    };
    found.push(
        Problem::warning(
            "stop-code",
            message,
            "choose a code that fits the retry advice",
        )
        .at(resolved.key(), "responses.stop_code"),
    );
}

fn references(catalog: &Catalog, resolved: &Resolved, found: &mut Vec<Problem>) {
    for key in resolved.entry().related.iter() {
        let other = catalog.get(key).map(Resolved::entry);
        if other.is_some_and(|other| other.deprecated.is_some()) {
            found.push(
                Problem::warning(
                    "related-retired",
                    format!("the related entry `{key}` is retired"),
                    "name the entry that is in use now",
                )
                .at(resolved.key(), "related"),
            );
        }
    }
}

fn params(resolved: &Resolved, found: &mut Vec<Problem>) {
    let entry = resolved.entry();
    let pairs = entry.headers.iter().chain(entry.extensions.iter());
    let notice = entry.notice.iter();
    let value = notice
        .clone()
        .filter_map(|notice| notice.header_value.as_ref());
    let texts = (entry.wording.message.iter())
        .chain(pairs.map(|(_, text)| text))
        .chain(value);
    let templates: Vec<Template> = texts
        .filter_map(|text| Template::parse(text).ok())
        .collect();
    for param in entry
        .params
        .iter()
        .filter(|param| param.exposure != Exposure::Secret)
    {
        let used = templates
            .iter()
            .any(|template| template.params().any(|name| name == param.name));
        let sent = notice
            .clone()
            .any(|notice| notice.payload.contains(&param.name));
        if !used && !sent {
            found.push(
                Problem::warning(
                    "param-unused",
                    format!("the parameter `{}` stands in no text", param.name),
                    "use it in a message: it is metadata alone otherwise",
                )
                .at(resolved.key(), "message"),
            );
        }
    }
}

fn markers(resolved: &Resolved, found: &mut Vec<Problem>) {
    let Some(standard) = ErrorCode::from_key(resolved.key()) else {
        return;
    };
    for marker in standard.entry().markers.iter() {
        if !resolved.entry().markers.contains(marker) {
            found.push(
                Problem::warning(
                    "marker-removed",
                    format!("clients match on `{marker}`, and no longer find it"),
                    "keep the marker, and the phrase in every message",
                )
                .at(resolved.key(), "markers"),
            );
        }
    }
}

fn codes(catalog: &Catalog, found: &mut Vec<Problem>) {
    let mut by_code: BTreeMap<&str, Vec<&Resolved>> = BTreeMap::new();
    for resolved in catalog.entries().iter().filter(|entry| !entry.is_notice()) {
        if let Spelling::Text(code) = &resolved.code {
            by_code.entry(code).or_default().push(resolved);
        }
    }
    for (code, sharing) in &by_code {
        let mut statuses: Vec<u16> = sharing
            .iter()
            .map(|resolved| resolved.entry().status.code(None))
            .collect();
        statuses.sort_unstable();
        statuses.dedup();
        if let (Some(first), true) = (sharing.first(), statuses.len() > 1) {
            let keys: Vec<&str> = sharing.iter().map(|resolved| resolved.key()).collect();
            found.push(
                Problem::warning(
                    "shared-code",
                    format!("`{code}` is {} with {}", keys.join(", "), listed(&statuses)),
                    "give them codes of their own, or one status",
                )
                .at(first.key(), "code"),
            );
        }
    }
    for resolved in catalog.entries() {
        for alias in resolved.entry().aliases.iter() {
            let others = by_code.get(alias.as_ref()).into_iter().flatten();
            if let Some(other) = others
                .into_iter()
                .find(|other| other.key() != resolved.key())
            {
                found.push(
                    Problem::warning(
                        "alias-shadows-code",
                        format!("the alias `{alias}` is the code of `{}`", other.key()),
                        "remove one of them: a look-up of the code finds this entry",
                    )
                    .at(resolved.key(), "aliases"),
                );
            }
        }
    }
    if catalog
        .entries()
        .iter()
        .any(|entry| entry.code == Spelling::Status)
    {
        let mut problem = Problem::warning(
            "status-as-code",
            "the code is the status: clients cannot tell errors of one status apart",
            "set `code_style` to `as_is`",
        );
        problem.field = Some("code_style".to_owned());
        found.push(problem);
    }
}

fn identity(catalog: &Catalog, found: &mut Vec<Problem>) {
    let own = |resolved: &&Resolved| ErrorCode::from_key(resolved.key()).is_none();
    let standard = Catalog::standard().domain();
    if let Some(first) = catalog.entries().iter().find(own) {
        if catalog.domain() == standard {
            found.push(
                Problem::warning(
                    "domain-default",
                    format!("own codes go under the domain `{standard}`, which is the library's"),
                    "set `domain` to the gateway's",
                )
                .at(first.key(), "domain"),
            );
        }
    }
    if let Some(url) = catalog.doc_base_url() {
        if !url.starts_with("https://") || url.contains(char::is_whitespace) {
            let mut problem = Problem::warning(
                "doc-base-url",
                format!("`{url}` is no absolute https address"),
                "write it as readers open it",
            );
            problem.field = Some("doc_base_url".to_owned());
            found.push(problem);
        }
    }
}

fn listed(statuses: &[u16]) -> String {
    let words: Vec<String> = statuses.iter().map(u16::to_string).collect();
    words.join(", ")
}
