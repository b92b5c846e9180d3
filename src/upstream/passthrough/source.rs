//! Pass-through rules as they are written, in a layer's file or a database.

use serde::{Deserialize, Serialize};

use crate::catalog::source::OneOrMany;

/// A pass-through rule as it is written.
///
/// Everything in `match` is optional, but something must be there. The signs of a failure
/// (`statuses`, `codes`, `types`, `conditions`, `keywords`) are joined as `mode` says; where the
/// rule applies (`providers`, `channels`, `protocols`, `models`, `credential`) must always fit.
///
/// ```
/// let rule: wirefault::upstream::Rule = serde_json::from_str(r#"{
///   "id": "credits",
///   "priority": 10,
///   "match": {"statuses": [400, "402-403"], "keywords": ["credit balance"], "mode": "all"},
///   "answer": {"status": 503, "type": "upstream_error", "message": "The pool is out of credit."}
/// }"#)?;
/// assert!(rule.enabled);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
#[non_exhaustive]
pub struct Rule {
    /// The rule's id, unique among the rules.
    pub id: String,
    /// A name for people.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Why the rule is there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// False switches the rule off; true by default.
    pub enabled: bool,
    /// The smallest number comes first; of equal ones the order of the rules decides.
    pub priority: i64,
    /// Which failures it is for.
    #[serde(rename = "match")]
    pub match_: RuleMatch,
    /// What the client gets.
    pub answer: RuleAnswer,
    /// True leaves the failure out of the operator's monitoring.
    pub skip_monitoring: bool,
}

impl Default for Rule {
    fn default() -> Self {
        Rule {
            id: String::new(),
            name: None,
            description: None,
            enabled: true,
            priority: 0,
            match_: RuleMatch::default(),
            answer: RuleAnswer::default(),
            skip_monitoring: false,
        }
    }
}

/// Which failures a [`Rule`] is for.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
#[non_exhaustive]
pub struct RuleMatch {
    /// Statuses of the upstream: numbers, and ranges such as `"500-599"`. An error that comes in
    /// a stream has no status of its own; there the usual ones of its condition count.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub statuses: Vec<NumberOrWord>,
    /// Codes of the provider, in any case.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub codes: Vec<String>,
    /// Types of the provider, in any case.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub types: Vec<String>,
    /// Conditions, such as `rate_limited`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub conditions: Vec<String>,
    /// Words of the answer, in any case.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub keywords: Vec<String>,
    /// Whether one keyword is enough (`any`, the default) or all must occur (`all`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub keywords_mode: Option<String>,
    /// Where the keywords are looked for: in what people read (`message`, the default) or in the
    /// whole `body`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub keywords_in: Option<String>,
    /// Whether one kind of sign is enough (`any`) or each kind that is given must fit (`all`, the
    /// default).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mode: Option<String>,
    /// Providers, as callers name them: whole names, whatever their case and the marks between their
    /// words.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub providers: Vec<String>,
    /// Tags of channels, in any case.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub channels: Vec<String>,
    /// Protocols that the client speaks, such as `anthropic-messages`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub protocols: Vec<String>,
    /// Models that the client asked for, in any case; `claude-*` is every name that begins so.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub models: Vec<String>,
    /// Whose key was used: `gateway` or `client`; either by default.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub credential: Option<String>,
}

/// What a client gets by a [`Rule`]. What is not given stays as the mapping says.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
#[non_exhaustive]
pub struct RuleAnswer {
    /// The key of the entry.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub key: Option<String>,
    /// A status from 400 to 599 other than 407 and 421, or `pass` for the upstream's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<NumberOrWord>,
    /// The code, or `pass` for the provider's where that is a plain word.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// The type, or `pass`; Anthropic and Gemini keep their own vocabulary.
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    pub type_: Option<String>,
    /// `pass` for the upstream's message without secrets; or a text with `{message}` (the same),
    /// `{status}`, `{code}`, `{type}`, `{model}`, `{provider}`, `{retry_after}` or `{@variable}`.
    /// Of several the first whose values are all known is used, else the entry's own text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message: Option<OneOrMany>,
    /// What the client may do with the same request: `never`, `now` or `after`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub retry: Option<String>,
    /// How long the client should wait: seconds, or a text such as `"2m"`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub retry_after: Option<NumberOrWord>,
}

/// A number, or a word.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(
    untagged,
    expecting = "a whole number that is not negative is expected here, or a text"
)]
pub enum NumberOrWord {
    /// A number.
    Number(u64),
    /// A word.
    Word(String),
}
