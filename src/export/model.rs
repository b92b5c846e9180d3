//! The catalog as a document: what every export is written from, and its JSON.
//!
//! The order of the fields is part of the format.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::Serialize;

use crate::catalog::{Category, Text};

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
    /// Failures below HTTP; any failure if there is none.
    pub(crate) transport: &'a [String],
    /// Whose key was used: `gateway`, `client`, or either.
    pub(crate) credential: Option<&'a str>,
    /// The key of the entry that the client gets.
    pub(crate) entry: Option<&'a str>,
    /// What becomes of the upstream's text.
    pub(crate) message: Option<&'a str>,
    /// The retry advice, where it is not the entry's own.
    pub(crate) retry: Option<&'a str>,
}

impl Row<'_> {
    /// Returns true for a notice.
    pub(crate) fn is_notice(&self) -> bool {
        self.notice.is_some() || self.category == <&str>::from(Category::Notice)
    }
}
