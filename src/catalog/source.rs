//! The format of catalog files and layers, as data structures.
//!
//! Every field is optional here, so that a file with ten mistakes is read far enough to report
//! ten problems. What is required is checked when a catalog is built.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// A map in the order of its keys.
pub type Map<T> = BTreeMap<String, T>;

/// A catalog file: entries of one category.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
#[non_exhaustive]
pub struct CatalogFile {
    /// The category of every entry that names none.
    pub category: Option<String>,
    /// The entries, in the order of the documents.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub entry: Vec<EntrySource>,
}

/// One entry as written in a file.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
#[non_exhaustive]
pub struct EntrySource {
    /// The stable identity: `[a-z][a-z0-9_]{1,60}[a-z0-9]`, never reused.
    pub key: Option<String>,
    /// `error` (default) or `notice`.
    pub kind: Option<String>,
    /// The closed family; the file's category by default.
    pub category: Option<String>,
    /// A number from 400 to 599 (200 for a notice), or `upstream_4xx`.
    pub http_status: Option<StatusSource>,
    /// The wire code, where it differs from the key; empty for none. Layers only.
    pub code: Option<String>,
    /// How this one code is spelt: `as_is`, `screaming`, `status`, `type` or `absent`. Layers only.
    pub code_style: Option<String>,
    /// The OpenAI and native type, where it differs from the category's; `{code}` for the same as
    /// the code. Layers only.
    #[serde(rename = "type")]
    pub type_: Option<String>,
    /// `never`, `now`, `after`, `after 20s`, or `until 00:00 UTC`.
    pub retry: Option<String>,
    /// `client`, `gateway`, `upstream` or `operator`.
    pub fault: Option<String>,
    /// A short name: at most 80 characters, no final period.
    pub title: Option<String>,
    /// Message templates, the fullest first; the first whose parameters are all present is used.
    pub message: Option<OneOrMany>,
    /// What is true when this happens. Facts only.
    pub description: Option<String>,
    /// What leads to it.
    pub causes: Option<Vec<String>>,
    /// Ordered steps for the caller. Advice only.
    pub remediation: Option<OneOrMany>,
    /// What the operator can do. Never exported publicly.
    pub operator_action: Option<Vec<String>>,
    /// The field that is usually at fault, such as `messages[0].content`.
    pub typical_param: Option<String>,
    /// Typed parameters by name.
    pub params: Option<Map<ParamSource>>,
    /// Extra response headers: name to value template.
    pub headers: Option<Map<String>>,
    /// Extra fields of the body, beside `error`: name to value template.
    pub extensions: Option<Map<String>>,
    /// The anchor in the documents; the key by default. Never changes.
    pub anchor: Option<String>,
    /// The version in which the entry appeared.
    pub since: Option<String>,
    /// `stable` (default) or `experimental`.
    pub stability: Option<String>,
    /// Set on a retired entry.
    pub deprecated: Option<DeprecatedSource>,
    /// Former keys.
    pub aliases: Option<Vec<String>>,
    /// Keys of related entries.
    pub related: Option<Vec<String>>,
    /// Phrases of the message that clients match on.
    pub markers: Option<Vec<String>>,
    /// `free` (default) or `verbatim`.
    pub message_contract: Option<String>,
    /// Gemini's details, where derivation is wrong.
    pub gemini: Option<GeminiSource>,
    /// OpenAI Responses, where derivation is wrong.
    pub responses: Option<ResponsesSource>,
    /// Anthropic, where derivation is wrong.
    pub anthropic: Option<AnthropicSource>,
    /// What a notice looks like on a success.
    pub notice: Option<NoticeSource>,
}

/// A status: a number, or `upstream_4xx`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
#[non_exhaustive]
pub enum StatusSource {
    /// A number.
    Code(i64),
    /// `upstream_4xx`.
    Word(String),
}

/// One text, or several in order.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged, expecting = "a text is expected here, or a list of texts")]
#[non_exhaustive]
pub enum OneOrMany {
    /// One text.
    One(String),
    /// Several, in order.
    Many(Vec<String>),
}

impl OneOrMany {
    /// Returns the texts in order.
    pub fn into_vec(self) -> Vec<String> {
        match self {
            OneOrMany::One(text) => vec![text],
            OneOrMany::Many(texts) => texts,
        }
    }
}

/// A typed parameter.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
#[non_exhaustive]
pub struct ParamSource {
    /// `string`, `int`, `money`, `duration`, `list` or `enum`.
    #[serde(rename = "type")]
    pub type_: Option<String>,
    /// An example: text, number, `5.00 USD`, `2s`, or a list of texts.
    #[cfg_attr(feature = "schema", schemars(with = "Option<ExampleSchema>"))]
    pub example: Option<serde_json::Value>,
    /// What it is.
    pub description: Option<String>,
    /// `public` (default), `redacted` or `secret`.
    pub exposure: Option<String>,
    /// The values of an enum.
    pub values: Option<Vec<String>>,
}

#[cfg(feature = "schema")]
#[derive(schemars::JsonSchema)]
#[serde(untagged)]
#[allow(dead_code)]
enum ExampleSchema {
    Text(String),
    Number(i64),
    List(Vec<String>),
}

/// The fate of a retired entry.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
#[non_exhaustive]
pub struct DeprecatedSource {
    /// The version that retired it.
    pub since: Option<String>,
    /// The key to use instead.
    pub replaced_by: Option<String>,
}

/// Gemini's details.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
#[non_exhaustive]
pub struct GeminiSource {
    /// `ErrorInfo.reason`; the key in upper case by default.
    pub reason: Option<String>,
    /// The canonical status.
    pub status: Option<String>,
    /// `QuotaFailure.violations[].quotaId`.
    pub quota_id: Option<String>,
    /// `QuotaFailure.violations[].quotaMetric`.
    pub quota_metric: Option<String>,
}

/// OpenAI Responses.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
#[non_exhaustive]
pub struct ResponsesSource {
    /// The code in `response.failed` that makes agents act rightly.
    pub stop_code: Option<String>,
}

/// Anthropic.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
#[non_exhaustive]
pub struct AnthropicSource {
    /// `error.details.error_code`; the wire code by default.
    pub error_code: Option<String>,
}

/// What a notice looks like on a success.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
#[non_exhaustive]
pub struct NoticeSource {
    /// The name of its SSE event.
    pub event: Option<String>,
    /// The parameters in the event's payload; `code` is the wire code.
    pub payload: Option<Vec<String>>,
    /// The body field that names it.
    pub body_field: Option<String>,
    /// The response header that carries it.
    pub header: Option<String>,
    /// The header's value, a template.
    pub header_value: Option<String>,
}

/// A translation: the human texts of entries in one language.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
#[non_exhaustive]
pub struct LanguageFile {
    /// The BCP 47 tag, such as `zh-Hans`.
    pub language: Option<String>,
    /// Texts by key.
    pub entries: Map<WordingSource>,
}

/// The texts of one entry in one language. What is missing stays in English.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
#[non_exhaustive]
pub struct WordingSource {
    /// A short name.
    pub title: Option<String>,
    /// Message templates with the same parameters as in English.
    pub message: Option<OneOrMany>,
    /// What is true when this happens.
    pub description: Option<String>,
    /// What leads to it.
    pub causes: Option<Vec<String>>,
    /// Ordered steps for the caller.
    pub remediation: Option<OneOrMany>,
}

/// A gateway's own layer over the standard catalog.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
#[non_exhaustive]
pub struct LayerFile {
    /// The layer's name, shown as the provenance of what it sets.
    pub name: Option<String>,
    /// The layer's version.
    pub version: Option<String>,
    /// True for an operator's runtime file: wording, languages and variables only.
    pub overlay: Option<bool>,
    /// The domain of the codes, such as `api.example.com` (Gemini's `ErrorInfo.domain`).
    pub domain: Option<String>,
    /// Where the documents are; an entry's page is this and `#anchor`.
    pub doc_base_url: Option<String>,
    /// The language of the texts when nothing is negotiated; `en` by default.
    pub default_language: Option<String>,
    /// `off` (default), `documents`, `human_fields` or `message`.
    pub language_policy: Option<String>,
    /// Values of `{@name}` in texts.
    pub variables: Map<String>,
    /// The entries that exist here, in this order; the others need a fold. A layer's own entries
    /// exist without being named.
    pub only: Option<Vec<String>>,
    /// Where entries outside `only` go: a key, `category:NAME` or `*`, to a key that exists.
    pub fold: Map<String>,
    /// The longest `Retry-After` in seconds, or `none`.
    pub retry_after_cap: Option<CapSource>,
    /// `as_is` (default), `screaming`, `status` (the HTTP status as a string), `type` (the same as
    /// the type) or `absent`.
    pub code_style: Option<String>,
    /// `category` (default) or `code`.
    pub type_style: Option<String>,
    /// Types by category, where they differ from the standard ones.
    pub types: Map<String>,
    /// The response headers that carry the request id.
    pub request_id_headers: Option<Vec<String>>,
    /// Response headers on errors and successes: name to value template.
    pub headers: HeadersSource,
    /// Bodies by protocol.
    pub body: Map<BodySource>,
    /// Stream forms by protocol: `standard` or `event_error`.
    pub stream: Map<String>,
    /// New entries.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub entry: Vec<EntrySource>,
    /// Changes of existing entries, by key.
    #[serde(rename = "override")]
    pub override_: Map<EntrySource>,
    /// Texts by language and key.
    pub text: Map<Map<WordingSource>>,
    /// Rows of the upstream mapping, before the standard ones; the first match wins.
    pub mapping: Vec<MappingSource>,
    /// Pass-through rules.
    #[cfg_attr(
        feature = "schema",
        schemars(with = "Vec<std::collections::BTreeMap<String, serde_json::Value>>")
    )]
    pub rule: Vec<serde_json::Value>,
    /// Lint warnings that the layer allows: rule to reason.
    pub allow: Map<String>,
}

/// A cap in seconds, or `none`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
#[non_exhaustive]
pub enum CapSource {
    /// Seconds.
    Seconds(u64),
    /// `none`.
    Word(String),
}

/// Response headers: name to value template.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
#[non_exhaustive]
pub struct HeadersSource {
    /// On every error.
    pub errors: Map<String>,
    /// On every success.
    pub successes: Map<String>,
}

/// The fields of a protocol's body, in order.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
#[non_exhaustive]
pub struct BodySource {
    /// The fields at the top level; `error` is the object.
    pub top: Option<Vec<FieldSource>>,
    /// The fields inside `error`.
    pub error: Option<Vec<FieldSource>>,
}

/// A field of a body: a standard one by name, or one with a value of its own.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
#[non_exhaustive]
pub enum FieldSource {
    /// A field of the standard body; with a question mark at its end (`param?`) it is left out
    /// when it has no value.
    Standard(String),
    /// Another field.
    Own {
        /// Its name.
        key: String,
        /// A constant, or a text with `{code}`, `{request_id}`, `{pointer}`, a parameter, a
        /// variable of the request or `{@variable}`. The field is left out when one has no value.
        value: serde_json::Value,
    },
}

impl FieldSource {
    /// Returns the field's name.
    pub fn name(&self) -> &str {
        match self {
            FieldSource::Standard(name) => name.strip_suffix('?').unwrap_or(name),
            FieldSource::Own { key, .. } => key,
        }
    }
}

/// A row of the upstream mapping. All conditions that are present must hold.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
#[non_exhaustive]
pub struct MappingSource {
    /// Conditions, such as `rate_limited`.
    pub condition: Option<OneOrMany>,
    /// Statuses of the upstream.
    pub status: Option<Vec<u16>>,
    /// Providers, as callers name them: whole names, whatever their case and the marks between their
    /// words.
    pub provider: Option<Vec<String>>,
    /// Channel tags, in any case.
    pub channel: Option<Vec<String>>,
    /// Failures below HTTP: `dns`, `connect`, `tls`, `timeout`, `reset` or `client_gone`.
    pub transport: Option<Vec<String>>,
    /// Whose key was used: `gateway` or `client`; either by default.
    pub credential: Option<String>,
    /// The key of the entry that the client gets.
    pub entry: Option<String>,
    /// `replaced`, `sanitised`, `verbatim` or `verbatim_unsafe`.
    pub message: Option<String>,
    /// `never`, `now` or `after`; the entry's own advice by default.
    pub retry: Option<String>,
    /// Why.
    pub note: Option<String>,
}
