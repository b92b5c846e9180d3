//! Filling the document from a renderer and its catalog.

use std::collections::BTreeMap;

use super::model::{Document, Fate, Head, Mapping, NoticeRow, ParamRow, Row, Spoken};
use super::{Audience, sample};
use crate::catalog::source::MappingSource;
use crate::catalog::{
    Entry, ErrorCode, Exposure, Kind, LanguagePolicy, Param, Resolved, Retry, Status, Template,
    Text, Texts,
};
use crate::protocol::{Protocol, Renderer};

/// Returns the catalog of a renderer as a document.
pub(crate) fn document<'a>(
    renderer: &'a Renderer,
    audience: Audience,
    language: &str,
) -> Document<'a> {
    let catalog = renderer.catalog();
    let rows = 0..catalog.entries().len();
    let entries = rows
        .filter_map(|at| entry(renderer, at, audience, language))
        .collect();
    let language = catalog.language(language).unwrap_or(0);
    let tags = catalog.languages();
    Document {
        folded: folded(renderer),
        mapping: (catalog.inner.mapping.iter())
            .chain(&*crate::upstream::STANDARD_MAPPING)
            .map(mapping)
            .collect(),
        catalog: Head {
            name: catalog.name(),
            version: catalog.version(),
            domain: catalog.domain(),
            doc_base_url: catalog.doc_base_url(),
            language: tags.get(language).map_or("en", String::as_str),
            languages: tags,
            language_policy: LanguagePolicy::to_string(&catalog.language_policy()),
            retry_after_cap: catalog.inner.retry_after_cap,
            format: 1,
        },
        entries,
    }
}

/// Returns the entry at a position of the catalog.
pub(crate) fn entry<'a>(
    renderer: &'a Renderer,
    at: usize,
    audience: Audience,
    language: &str,
) -> Option<Row<'a>> {
    let catalog = renderer.catalog();
    let language = catalog.language(language).unwrap_or(0);
    let resolved = catalog.entries().get(at)?;
    Some(row(renderer, at, resolved, audience, language))
}

fn row<'a>(
    renderer: &'a Renderer,
    at: usize,
    resolved: &'a Resolved,
    audience: Audience,
    language: usize,
) -> Row<'a> {
    let entry = resolved.entry();
    let first = resolved.texts.first();
    let texts = resolved.texts.get(language).or(first).unwrap_or(&NOTHING);
    let messages: Vec<String> = texts.message.iter().map(Template::to_string).collect();
    let (retry_delay_s, retry_until) = match entry.retry {
        Retry::After(Some(delay)) => (Some(delay.as_secs_f64()), None),
        Retry::UntilUtcMidnight => (None, Some("00:00 UTC")),
        _ => (None, None),
    };
    let internal = audience == Audience::Internal;
    Row {
        code: resolved.code(),
        type_: renderer.type_of(at, Protocol::Native),
        http_status: entry.status.code(None),
        title: &texts.title,
        description: &texts.description,
        remediation: texts.remediation.join("\n"),
        typical_param: entry.typical_param.as_deref(),
        key: resolved.key(),
        category: entry.category.into(),
        message: messages.first().cloned().unwrap_or_default(),
        messages,
        params: params(entry, internal),
        retry: entry.retry.as_str(),
        retry_delay_s,
        retry_until,
        anchor: &entry.anchor,
        doc_url: renderer.doc_url(at),
        since: &entry.since,
        stability: entry.stability.into(),
        deprecated: entry.deprecated.as_ref().map(|fate| Fate {
            since: &fate.since,
            replaced_by: fate.replaced_by.as_deref(),
        }),
        aliases: &entry.aliases,
        related: &entry.related,
        kind: entry.kind.into(),
        fault: entry.fault.into(),
        http_status_from_upstream: entry.status == Status::Upstream4xx,
        causes: &texts.causes,
        remediation_steps: &texts.remediation,
        markers: &entry.markers,
        message_contract: entry.message_contract.into(),
        headers: pairs(&entry.headers),
        extensions: pairs(&entry.extensions),
        protocols: protocols(renderer, at, resolved),
        notice: entry.notice.as_ref().map(|notice| NoticeRow {
            event: notice.event.as_deref(),
            payload: &notice.payload,
            body_field: notice.body_field.as_deref(),
            header: notice.header.as_deref(),
            header_value: notice.header_value.as_deref(),
        }),
        translations: translations(renderer, resolved),
        provenance: resolved.provenance().collect(),
        rust_name: rust_name(resolved.key()),
        operator_action: internal.then_some(entry.operator_action.as_ref()),
    }
}

static NOTHING: Texts = Texts {
    title: String::new(),
    message: Vec::new(),
    description: String::new(),
    causes: Vec::new(),
    remediation: Vec::new(),
};

fn params(entry: &Entry, internal: bool) -> Vec<ParamRow<'_>> {
    // A secret parameter stands in no template, so its existence is the operator's business.
    let shown = |param: &&Param| internal || param.exposure != Exposure::Secret;
    entry.params.iter().filter(shown).map(param).collect()
}

fn param(param: &Param) -> ParamRow<'_> {
    ParamRow {
        name: &param.name,
        type_: param.kind.into(),
        example: &param.example,
        description: &param.description,
        exposure: param.exposure.into(),
        values: &param.values,
    }
}

fn pairs<'a>(pairs: &'a [(Text, Text)]) -> BTreeMap<&'a str, &'a str> {
    let pair = |(name, value): &'a (Text, Text)| (name.as_ref(), value.as_ref());
    pairs.iter().map(pair).collect()
}

/// Reads code and type back from what the renderer writes: a layer may spell them as it likes.
fn protocols<'a>(
    renderer: &'a Renderer,
    at: usize,
    resolved: &'a Resolved,
) -> BTreeMap<&'static str, Spoken<'a>> {
    if resolved.entry().kind == Kind::Notice {
        return BTreeMap::new();
    }
    let hints = &resolved.entry().hints;
    let spoken = |protocol: &Protocol| {
        let parsed = protocol.parse(sample::body(renderer, resolved.key(), *protocol).as_bytes());
        let (code, kind) = parsed.map_or((None, None), |parsed| (parsed.code, parsed.kind));
        let mut spoken = Spoken {
            code,
            type_: kind.or_else(|| Some(renderer.type_of(at, *protocol))),
            ..Spoken::default()
        };
        match protocol {
            Protocol::OpenAiResponses => spoken.stop_code = hints.responses_stop_code.as_deref(),
            Protocol::Gemini => {
                spoken.quota_id = hints.gemini_quota_id.as_deref();
                spoken.quota_metric = hints.gemini_quota_metric.as_deref();
            }
            _ => {}
        }
        (<&'static str>::from(*protocol), spoken)
    };
    Protocol::ALL.iter().map(spoken).collect()
}

fn translations<'a>(renderer: &'a Renderer, resolved: &'a Resolved) -> Vec<&'a str> {
    let tags = renderer.catalog().languages().iter();
    let first = resolved.texts.first();
    tags.zip(&resolved.texts)
        .filter(|(_, texts)| Some(*texts) != first)
        .map(|(tag, _)| tag.as_str())
        .collect()
}

fn rust_name(key: &str) -> String {
    if let Some(code) = ErrorCode::from_key(key) {
        return format!("{code:?}");
    }
    let word = |word: &str| {
        let mut chars = word.chars();
        let first = chars.next().map(|c| c.to_ascii_uppercase());
        first.into_iter().chain(chars).collect::<String>()
    };
    key.split('_').map(word).collect()
}

fn folded(renderer: &Renderer) -> BTreeMap<&str, &str> {
    let catalog = renderer.catalog();
    let target = |code: &ErrorCode| {
        let to = catalog.entries().get(catalog.position_of(*code)?)?.key();
        (to != code.as_str()).then_some((code.as_str(), to))
    };
    ErrorCode::ALL.iter().filter_map(target).collect()
}

fn mapping(source: &MappingSource) -> Mapping<'_> {
    let condition = source.condition.clone();
    Mapping {
        condition: condition.map_or_else(Vec::new, |condition| condition.into_vec()),
        status: source.status.as_deref().unwrap_or_default(),
        provider: source.provider.as_deref().unwrap_or_default(),
        channel: source.channel.as_deref().unwrap_or_default(),
        transport: source.transport.as_deref().unwrap_or_default(),
        credential: source.credential.as_deref(),
        entry: source.entry.as_deref(),
        message: source.message.as_deref(),
        retry: source.retry.as_deref(),
    }
}
