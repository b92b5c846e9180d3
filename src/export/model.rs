//! The catalog as a document: what every export is written from, and its JSON.
//!
//! The order of the fields is part of the format.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::Serialize;

use super::{Audience, sample};
use crate::catalog::{
    Category, Entry, ErrorCode, Exposure, Kind, LanguagePolicy, Param, Resolved, Retry, Status,
    Template, Text, Texts,
};
use crate::protocol::{Protocol, Renderer};

/// The export: every entry, and what holds for all of them.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct Document<'a> {
    /// The entries in the order of the catalog: a layer's own first, then the standard ones.
    pub(crate) entries: Vec<Row<'a>>,
    /// What holds for all entries.
    pub(crate) catalog: Head<'a>,
    /// Standard keys that this catalog answers with another entry, and that entry's key.
    pub(crate) folded: BTreeMap<&'a str, &'a str>,
    /// The rows from an upstream's condition to an entry; the first that fits decides.
    pub(crate) mapping: Vec<Mapping<'a>>,
}

/// What holds for all entries.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct Head<'a> {
    /// `wirefault`, or the topmost layer's name.
    pub(crate) name: &'a str,
    /// The catalog's version.
    pub(crate) version: &'a str,
    /// The domain of the codes.
    pub(crate) domain: &'a str,
    /// Where the documents are.
    pub(crate) doc_base_url: Option<&'a str>,
    /// The language of the texts below.
    pub(crate) language: &'a str,
    /// Every language of the catalog, the default one first.
    pub(crate) languages: &'a [String],
    /// Which texts follow the reader's language.
    pub(crate) language_policy: String,
    /// The longest wait, in seconds, that `Retry-After` names.
    pub(crate) retry_after_cap: Option<u64>,
    /// The version of this format.
    pub(crate) format: u32,
}

/// One entry.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct Row<'a> {
    /// The code as the gateway's own envelope spells it.
    pub(crate) code: Option<Cow<'a, str>>,
    /// The type as the gateway's own envelope spells it.
    #[serde(rename = "type")]
    pub(crate) type_: String,
    /// The HTTP status; 400 where the upstream's own 4xx is passed on.
    pub(crate) http_status: u16,
    /// A short name.
    pub(crate) title: &'a str,
    /// What is true when this happens.
    pub(crate) description: &'a str,
    /// Ordered steps for the caller, one a line.
    pub(crate) remediation: String,
    /// The field of the request that is usually at fault.
    pub(crate) typical_param: Option<&'a str>,
    /// The stable identity.
    pub(crate) key: &'a str,
    /// The closed family.
    pub(crate) category: &'static str,
    /// The fullest message template.
    pub(crate) message: String,
    /// Every message template; the first whose parameters are all present is used.
    pub(crate) messages: Vec<String>,
    /// The parameters of the templates.
    pub(crate) params: Vec<ParamRow<'a>>,
    /// What the client may do: `never`, `now` or `after` a wait.
    pub(crate) retry: &'static str,
    /// The wait in seconds if nothing better is known.
    pub(crate) retry_delay_s: Option<f64>,
    /// The time of day at which the wait ends.
    pub(crate) retry_until: Option<&'static str>,
    /// The anchor of the entry's documentation. Never changes.
    pub(crate) anchor: &'a str,
    /// The address of the entry's documentation.
    pub(crate) doc_url: Option<&'a str>,
    /// The version in which the entry appeared.
    pub(crate) since: &'a str,
    /// How settled the entry is: `stable` or `experimental`.
    pub(crate) stability: &'static str,
    /// Set on a retired entry.
    pub(crate) deprecated: Option<Fate<'a>>,
    /// Former keys.
    pub(crate) aliases: &'a [Text],
    /// Keys of related entries.
    pub(crate) related: &'a [Text],
    /// `error` or `notice`.
    pub(crate) kind: &'static str,
    /// Whose doing it is: `client`, `gateway`, `upstream` or `operator`.
    pub(crate) fault: &'static str,
    /// True where the upstream's own 4xx is passed on.
    pub(crate) http_status_from_upstream: bool,
    /// What leads to it.
    pub(crate) causes: &'a [String],
    /// The steps of `remediation`, one by one.
    pub(crate) remediation_steps: &'a [String],
    /// Phrases of the message that clients match on.
    pub(crate) markers: &'a [Text],
    /// `free`, or `verbatim` if clients match on the message.
    pub(crate) message_contract: &'static str,
    /// Extra response headers: name to value template.
    pub(crate) headers: BTreeMap<&'a str, &'a str>,
    /// Extra fields of the body: name to value template.
    pub(crate) extensions: BTreeMap<&'a str, &'a str>,
    /// Code and type in each protocol that clients speak. Empty for a notice.
    pub(crate) protocols: BTreeMap<&'static str, Spoken<'a>>,
    /// What a notice looks like on a success.
    pub(crate) notice: Option<NoticeRow<'a>>,
    /// The other languages in which this entry has texts of its own.
    pub(crate) translations: Vec<&'a str>,
    /// Which layer set each field that is not as in the standard catalog.
    pub(crate) provenance: BTreeMap<&'a str, &'a str>,
    /// The name of the variant in Rust.
    pub(crate) rust_name: String,
    /// What the operator can do. Only for the operator.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) operator_action: Option<&'a [Text]>,
}

/// A parameter of the templates.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct ParamRow<'a> {
    /// The name, as in the templates.
    pub(crate) name: &'a str,
    /// `string`, `int`, `money`, `duration`, `list` or `enum`.
    #[serde(rename = "type")]
    pub(crate) type_: &'static str,
    /// An example, in the notation of the catalog files.
    pub(crate) example: &'a str,
    /// What it is.
    pub(crate) description: &'a str,
    /// Who may read its values: `public`, `redacted` or `secret`.
    pub(crate) exposure: &'static str,
    /// The values of an enum.
    pub(crate) values: &'a [Text],
}

/// How a protocol spells an entry.
#[derive(Debug, Default, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct Spoken<'a> {
    /// The code; Gemini's reason.
    pub(crate) code: Option<String>,
    /// The type; Gemini's canonical status.
    #[serde(rename = "type")]
    pub(crate) type_: Option<String>,
    /// OpenAI Responses: the code that makes agents act rightly.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) stop_code: Option<&'a str>,
    /// Gemini: the quota that is used up.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) quota_id: Option<&'a str>,
    /// Gemini: what the quota counts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) quota_metric: Option<&'a str>,
}

/// A retired entry's fate.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct Fate<'a> {
    /// The version that retired it.
    pub(crate) since: &'a str,
    /// The key to use instead.
    pub(crate) replaced_by: Option<&'a str>,
}

/// What a notice looks like on a success.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct NoticeRow<'a> {
    /// The name of its SSE event.
    pub(crate) event: Option<&'a str>,
    /// The parameters in the event's payload, in order.
    pub(crate) payload: &'a [Text],
    /// The field of the body that names it.
    pub(crate) body_field: Option<&'a str>,
    /// The response header that carries it.
    pub(crate) header: Option<&'a str>,
    /// The header's value, a template.
    pub(crate) header_value: Option<&'a str>,
}

/// A row of the upstream mapping.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct Mapping<'a> {
    /// The conditions that it is for; any if there is none.
    pub(crate) condition: Vec<String>,
    /// Statuses of the upstream; any if there is none.
    pub(crate) status: &'a [u16],
    /// Providers; any if there is none.
    pub(crate) provider: &'a [String],
    /// Channel tags; any if there is none.
    pub(crate) channel: &'a [String],
    /// Whose key was used: `gateway`, `client`, or either.
    pub(crate) credential: Option<&'a str>,
    /// The key of the entry that the client gets.
    pub(crate) entry: Option<&'a str>,
    /// What becomes of the upstream's text.
    pub(crate) message: Option<&'a str>,
    /// The retry advice, where it is not the entry's own.
    pub(crate) retry: Option<&'a str>,
}

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

impl Row<'_> {
    /// Returns true for a notice.
    pub(crate) fn is_notice(&self) -> bool {
        self.notice.is_some() || self.category == <&str>::from(Category::Notice)
    }
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

fn mapping(source: &crate::catalog::source::MappingSource) -> Mapping<'_> {
    let condition = source.condition.clone();
    Mapping {
        condition: condition.map_or_else(Vec::new, |condition| condition.into_vec()),
        status: source.status.as_deref().unwrap_or_default(),
        provider: source.provider.as_deref().unwrap_or_default(),
        channel: source.channel.as_deref().unwrap_or_default(),
        credential: source.credential.as_deref(),
        entry: source.entry.as_deref(),
        message: source.message.as_deref(),
        retry: source.retry.as_deref(),
    }
}
