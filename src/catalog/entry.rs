//! One row of the catalog, and the closed vocabularies that it uses.

use std::borrow::Cow;
use std::time::Duration;

use strum::{AsRefStr, Display, EnumIter, EnumString, IntoStaticStr, VariantArray, VariantNames};

/// Text of the catalog: static in the generated tables, owned in a layer.
pub type Text = Cow<'static, str>;

/// A list of the catalog: static in the generated tables, owned in a layer.
pub type List<T> = Cow<'static, [T]>;

/// One error (or notice) of a catalog: its identity, its meaning and its words.
///
/// The standard entries are static and generated ([`ErrorCode::entry`]); a layer adds its own or
/// changes what a layer may change. An entry says nothing about any client protocol: the
/// renderers derive type strings and bodies from it.
///
/// ```
/// use wirefault::ErrorCode;
///
/// let entry = ErrorCode::ModelNotFound.entry();
/// assert_eq!(entry.key, "model_not_found");
/// assert_eq!(entry.status.code(None), 404);
/// ```
///
/// [`ErrorCode::entry`]: crate::ErrorCode::entry
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Entry {
    /// The stable identity, never reused; the default wire code.
    pub key: Text,
    /// Error or notice.
    pub kind: Kind,
    /// The closed family that logic may match on.
    pub category: Category,
    /// The HTTP status.
    pub status: Status,
    /// What the client may do.
    pub retry: Retry,
    /// Whose doing it is.
    pub fault: Fault,
    /// The texts that people read, in English.
    pub wording: Wording,
    /// What the operator can do. Never exported publicly.
    pub operator_action: List<Text>,
    /// The field that is usually at fault, such as `messages[0].content`.
    pub typical_param: Option<Text>,
    /// The typed parameters of the message.
    pub params: List<Param>,
    /// Response headers of this entry: name and value template.
    pub headers: List<(Text, Text)>,
    /// Extra fields of the body, beside `error`: name and value template.
    pub extensions: List<(Text, Text)>,
    /// The anchor in the documents. Never changes; the key by default.
    pub anchor: Text,
    /// The version of the catalog in which the entry appeared.
    pub since: Text,
    /// How settled the entry is.
    pub stability: Stability,
    /// Set on a retired entry, which keeps its page.
    pub deprecated: Option<Deprecated>,
    /// Former keys, still found by look-ups.
    pub aliases: List<Text>,
    /// Keys of entries that a reader may be looking for instead.
    pub related: List<Text>,
    /// Phrases of the message that clients match on.
    pub markers: List<Text>,
    /// Whether the wording of the message may change.
    pub message_contract: MessageContract,
    /// What a protocol needs where derivation from the category is wrong.
    pub hints: Hints,
    /// What a notice looks like on a success.
    pub notice: Option<Notice>,
}

/// The translatable texts of an entry.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Wording {
    /// A short name, at most 80 characters, without a final period.
    pub title: Text,
    /// Message templates; the first whose parameters are all present is used.
    pub message: List<Text>,
    /// What is true when this happens. Facts only.
    pub description: Text,
    /// What leads to it.
    pub causes: List<Text>,
    /// Ordered steps for the caller. Advice only.
    pub remediation: List<Text>,
}

/// Error or notice.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    Hash,
    Display,
    EnumString,
    IntoStaticStr,
    VariantNames,
)]
#[strum(serialize_all = "snake_case")]
#[non_exhaustive]
pub enum Kind {
    /// A failure, answered with a 4xx or 5xx.
    #[default]
    Error,
    /// A diagnostic on a success (HTTP 200).
    Notice,
}

/// The closed family of an entry, to match on exhaustively.
///
/// A new category is a breaking change; a new entry is not.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Hash,
    PartialOrd,
    Ord,
    AsRefStr,
    Display,
    EnumIter,
    EnumString,
    IntoStaticStr,
    VariantArray,
    VariantNames,
)]
#[strum(serialize_all = "snake_case")]
pub enum Category {
    /// The caller's credential is missing or refused.
    Authentication,
    /// The credential is known but may not do this.
    Permission,
    /// Money is needed.
    Billing,
    /// A longer usage window is used up.
    Quota,
    /// A short-window limit was hit.
    RateLimit,
    /// The thing addressed does not exist.
    NotFound,
    /// The request is malformed or asks for the impossible.
    InvalidRequest,
    /// Refused by a safety or content policy.
    ContentPolicy,
    /// Bytes of the request exceed a limit.
    TooLarge,
    /// State or idempotency conflict that may pass.
    Conflict,
    /// Somebody gave up waiting.
    Timeout,
    /// At capacity.
    Overloaded,
    /// No usable route or service right now.
    Unavailable,
    /// The upstream failed.
    Upstream,
    /// The gateway failed.
    Internal,
    /// The client went away.
    Cancelled,
    /// A diagnostic on a success.
    Notice,
}

/// The HTTP status of an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Status {
    /// Always this one.
    Fixed(u16),
    /// The upstream's own 4xx, else 400.
    Upstream4xx,
}

impl Status {
    /// Returns the status to send, given the upstream's.
    pub fn code(self, upstream: Option<u16>) -> u16 {
        match (self, upstream) {
            (Status::Fixed(code), _) => code,
            // Node's fetch turns 407 into a connection error and re-sends on 421.
            (Status::Upstream4xx, Some(code @ 400..=499)) if code != 407 && code != 421 => code,
            (Status::Upstream4xx, _) => 400,
        }
    }
}

/// What the client may do with the same request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Retry {
    /// Sending it again cannot help.
    Never,
    /// Sending it again at once may help.
    Now,
    /// Sending it again after a wait may help; the wait if nothing better is known.
    After(Option<Duration>),
    /// It can pass after the next midnight, UTC.
    UntilUtcMidnight,
}

impl Retry {
    /// Returns the word of the documents: `never`, `now` or `after`.
    pub fn as_str(self) -> &'static str {
        match self {
            Retry::Never => "never",
            Retry::Now => "now",
            Retry::After(_) | Retry::UntilUtcMidnight => "after",
        }
    }
}

/// Whose doing it is.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Hash,
    AsRefStr,
    Display,
    EnumString,
    IntoStaticStr,
    VariantNames,
)]
#[strum(serialize_all = "snake_case")]
pub enum Fault {
    /// The caller can mend it.
    Client,
    /// The gateway itself.
    Gateway,
    /// Whom the gateway called.
    Upstream,
    /// The gateway's operator: a key, an account, a setting.
    Operator,
}

/// How settled an entry is.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    Hash,
    Display,
    EnumString,
    IntoStaticStr,
    VariantNames,
)]
#[strum(serialize_all = "snake_case")]
#[non_exhaustive]
pub enum Stability {
    /// May still change.
    Experimental,
    /// Changes only as the stability rules allow.
    #[default]
    Stable,
}

/// Whether the wording of the message may change.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    Hash,
    Display,
    EnumString,
    IntoStaticStr,
    VariantNames,
)]
#[strum(serialize_all = "snake_case")]
#[non_exhaustive]
pub enum MessageContract {
    /// Clients must not match on it.
    #[default]
    Free,
    /// Some clients match on it: frozen, and never translated.
    Verbatim,
}

/// A retired entry's fate.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Deprecated {
    /// The version that retired it.
    pub since: Text,
    /// The key to use instead.
    pub replaced_by: Option<Text>,
}

/// A typed parameter of an entry.
// Not `non_exhaustive`: the generated code of gateways writes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Param {
    /// The name, as in the templates.
    pub name: Text,
    /// The type of its values.
    pub kind: ParamType,
    /// Who may read its values.
    pub exposure: Exposure,
    /// An example, in the notation of the catalog files.
    pub example: Text,
    /// What it is.
    pub description: Text,
    /// The allowed values of an enum.
    pub values: List<Text>,
}

/// The type of a parameter.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    Hash,
    Display,
    EnumString,
    IntoStaticStr,
    VariantNames,
)]
#[strum(serialize_all = "snake_case")]
#[non_exhaustive]
pub enum ParamType {
    /// Text.
    #[default]
    String,
    /// A whole number.
    Int,
    /// An amount of a currency.
    Money,
    /// A span of time; printed as plain seconds.
    Duration,
    /// Texts, printed with commas.
    List,
    /// One of a fixed set of texts.
    Enum,
}

/// Who may read a parameter's values.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    Hash,
    Display,
    EnumString,
    IntoStaticStr,
    VariantNames,
)]
#[strum(serialize_all = "snake_case")]
#[non_exhaustive]
pub enum Exposure {
    /// Clients.
    #[default]
    Public,
    /// Clients, once the sanitiser has cleaned it. Typed constructors accept only public text as its
    /// value; where an error is made by name, whoever sets the value has to clean it.
    Redacted,
    /// The operator alone: it cannot stand in a template.
    Secret,
}

/// What a protocol needs where derivation from the category is wrong.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Hints {
    /// Gemini: `ErrorInfo.reason` (default: the key in upper case).
    pub gemini_reason: Option<Text>,
    /// Gemini: the canonical status.
    pub gemini_status: Option<Text>,
    /// Gemini: `QuotaFailure.violations[].quotaId`.
    pub gemini_quota_id: Option<Text>,
    /// Gemini: `QuotaFailure.violations[].quotaMetric`.
    pub gemini_quota_metric: Option<Text>,
    /// OpenAI Responses: the code in `response.failed` that makes agents act rightly.
    pub responses_stop_code: Option<Text>,
    /// Anthropic: `error.details.error_code` where the key is taken.
    pub anthropic_error_code: Option<Text>,
}

/// What a notice looks like on a success.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Notice {
    /// The name of its SSE event.
    pub event: Option<Text>,
    /// The parameters in the event's payload, in order; `code` is the wire code.
    pub payload: List<Text>,
    /// The field of the body that names it.
    pub body_field: Option<Text>,
    /// The response header that carries it.
    pub header: Option<Text>,
    /// The header's value, a template.
    pub header_value: Option<Text>,
}
