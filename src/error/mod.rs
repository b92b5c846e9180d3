//! The error value that handlers return.

mod details;
mod example;
#[rustfmt::skip]
mod generated;
mod path;
mod read;
mod resolve;
mod show;
pub(crate) mod typed;
mod value;
mod visible;
pub(crate) mod wire;

/// Typed constructors, one for each standard entry.
///
/// A misspelt parameter does not compile, and its value is metadata as well as text.
///
/// ```
/// use wirefault::{GatewayError, errors};
///
/// let error: GatewayError = errors::ModelNotFound::new().model("gpt-9").into();
/// assert_eq!(error.to_string(), "model_not_found: The model 'gpt-9' does not exist or is not served here.");
/// ```
///
/// ```compile_fail
/// wirefault::errors::ModelNotFound::new().modle("gpt-9");
/// ```
pub mod errors {
    pub use super::generated::*;
}

use std::error::Error as StdError;
use std::sync::Arc;
use std::time::Duration;

use http::header::{HeaderName, HeaderValue};

use crate::catalog::{Code, Entry, ErrorCode, Retry, Text};
use crate::text::{OperatorText, PublicText};

pub use self::details::{Dimension, Fields, RateLimit, RequestId, RequestIdError};
pub use self::path::{FieldPath, ParseFieldPathError};
pub use self::value::{Money, ParseValueError, Value};

/// An error of a gateway: an entry of the catalog, its parameters, and details.
///
/// It carries identity, not finished text: spelling, status, wording and language are resolved
/// when it is rendered, in the protocol that the client speaks. It is one word wide and cheap to
/// clone.
///
/// `Display` writes the key and the English message, for logs; of a code that only a layer knows
/// the key alone. The [source](StdError::source) is
/// for the operator alone: neither `Display` nor `Debug` nor any response contains it.
///
/// ```
/// use wirefault::{ErrorCode, FieldPath, GatewayError};
///
/// fn parse(body: &str) -> Result<u32, GatewayError> {
///     body.parse().map_err(|error| {
///         GatewayError::new(ErrorCode::InvalidField)
///             .with_field(FieldPath::body("max_tokens"))
///             .with_source(error)
///     })
/// }
/// assert_eq!(parse("many").unwrap_err().key(), "invalid_field");
/// ```
#[derive(Clone)]
pub struct GatewayError(Arc<Inner>);

#[derive(Clone)]
struct Inner {
    identity: Identity,
    params: Vec<(Text, Value)>,
    message: Option<PublicText>,
    field: Option<FieldPath>,
    retry: Option<Retry>,
    retry_after: Option<Duration>,
    request_id: Option<RequestId>,
    upstream_status: Option<u16>,
    wire: Option<Box<wire::Wire>>,
    headers: Vec<(HeaderName, HeaderValue)>,
    rate_limits: Vec<RateLimit>,
    operator: Option<OperatorText>,
    source: Option<Arc<dyn StdError + Send + Sync>>,
}

/// The parameter that says how long to wait.
const RETRY_AFTER: &str = "retry_after";

/// The shortest wait that a client is told: a wait of zero makes clients hammer.
const SHORTEST_WAIT: Duration = Duration::from_secs(1);

/// What an error is.
#[derive(Clone, Debug)]
pub(crate) enum Identity {
    Code(Code),
    Own(&'static Entry),
}

impl GatewayError {
    /// Creates an error of a standard code, an own code, or an entry in static memory.
    ///
    /// A code of a layer's file is named by [`Code::own`], or by any text that is made a [`Code`].
    /// One that the renderer's catalog lacks is answered as `internal_error`.
    ///
    /// ```
    /// use wirefault::{Code, GatewayError};
    ///
    /// const SUSPENDED: Code = Code::own("workspace_suspended");
    /// let error = GatewayError::new(SUSPENDED).with("workspace", "research");
    /// assert_eq!(error.key(), "workspace_suspended");
    /// ```
    pub fn new(code: impl Into<GatewayError>) -> Self {
        code.into()
    }

    fn of(identity: Identity) -> Self {
        GatewayError(Arc::new(Inner {
            identity,
            params: Vec::new(),
            message: None,
            field: None,
            retry: None,
            retry_after: None,
            request_id: None,
            upstream_status: None,
            wire: None,
            headers: Vec::new(),
            rate_limits: Vec::new(),
            operator: None,
            source: None,
        }))
    }

    fn edit(mut self, edit: impl FnOnce(&mut Inner)) -> Self {
        edit(Arc::make_mut(&mut self.0));
        self
    }

    /// Sets a parameter, for templates and metadata. The typed constructors in [`errors`] check
    /// names when they are compiled; a name that the entry does not have is ignored here.
    ///
    /// What is not seen in a text is escaped: control characters, overrides of direction, characters
    /// without width (`\u202e`). Nothing is masked, not even where the catalog calls a parameter
    /// `redacted`: that word says that whoever sets it has to clean it first, with
    /// [`Sanitiser::public`](crate::sanitise::Sanitiser::public), and the typed constructors take
    /// nothing else for it. What is set here is in `Display`, `Debug` and every response. Only a
    /// parameter that the catalog calls `secret` is in none of them: no template may name it.
    ///
    /// The duration `retry_after` is the wait that headers name as well:
    /// [`with_retry_after`](GatewayError::with_retry_after).
    #[must_use]
    pub fn with(self, name: impl Into<Text>, value: impl Into<Value>) -> Self {
        let (name, value) = (name.into(), value.into());
        match value {
            Value::Duration(wait) if name == RETRY_AFTER => self.with_retry_after(wait),
            value => self.set(name, value.visible()),
        }
    }

    fn set(self, name: Text, value: Value) -> Self {
        self.edit(
            |inner| match inner.params.iter_mut().find(|(known, _)| *known == name) {
                Some((_, slot)) => *slot = value,
                None => inner.params.push((name, value)),
            },
        )
    }

    /// Replaces the entry's message. It is never translated.
    #[must_use]
    pub fn with_message(self, message: impl Into<PublicText>) -> Self {
        let message = message.into();
        self.edit(|inner| inner.message = Some(message))
    }

    /// Names the offending field of the request.
    #[must_use]
    pub fn with_field(self, field: FieldPath) -> Self {
        self.edit(|inner| inner.field = Some(field))
    }

    /// Sets how long the client should wait. It also fills the parameter `retry_after`.
    ///
    /// What the client is told follows the entry's retry advice and the catalog's cap. Less than a
    /// second counts as a second, in texts as in headers.
    #[must_use]
    pub fn with_retry_after(self, wait: Duration) -> Self {
        let wait = wait.max(SHORTEST_WAIT);
        self.edit(|inner| inner.retry_after = Some(wait))
            .set(RETRY_AFTER.into(), Value::Duration(wait))
    }

    /// Replaces the entry's retry advice for this one error.
    #[must_use]
    pub fn with_retry(self, retry: Retry) -> Self {
        self.edit(|inner| inner.retry = Some(retry))
    }

    /// Sets the request id. One that is not safe in a header is left out.
    #[must_use]
    pub fn with_request_id(self, id: &str) -> Self {
        self.edit(|inner| inner.request_id = RequestId::new(id).ok())
    }

    /// Notes the status that the upstream answered, for entries that pass it on.
    #[must_use]
    pub fn with_upstream_status(self, status: u16) -> Self {
        self.edit(|inner| inner.upstream_status = Some(status))
    }

    /// Adds a response header that belongs to the error, such as `Allow`.
    #[must_use]
    pub fn with_header(self, name: HeaderName, value: HeaderValue) -> Self {
        self.edit(|inner| inner.headers.push((name, value)))
    }

    /// Adds the figures of a rate limit, for the protocol's rate-limit headers.
    ///
    /// OpenAI's say how long it takes until the limit is full again; Anthropic's name the instant,
    /// and only where the renderer is told the time of day.
    #[must_use]
    pub fn with_rate_limit(self, limit: RateLimit) -> Self {
        self.edit(|inner| inner.rate_limits.push(limit))
    }

    /// Notes text for the operator.
    #[must_use]
    pub fn with_operator_text(self, text: OperatorText) -> Self {
        self.edit(|inner| inner.operator = Some(text))
    }

    /// Notes the cause. No client ever sees it.
    #[must_use]
    pub fn with_source(self, source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        let source: Arc<dyn StdError + Send + Sync> = Arc::from(source.into());
        self.edit(|inner| inner.source = Some(source))
    }
}

/// Returns the status of an error's response: an entry that no loader checked, or a notice that is
/// returned as an error, may state one that says success.
pub(crate) fn error_status(stated: u16) -> u16 {
    if (400..=599).contains(&stated) {
        stated
    } else {
        500
    }
}

impl From<ErrorCode> for GatewayError {
    fn from(code: ErrorCode) -> Self {
        GatewayError::of(Identity::Code(Code::standard(code)))
    }
}

impl From<Code> for GatewayError {
    fn from(code: Code) -> Self {
        GatewayError::of(Identity::Code(code))
    }
}

impl From<&'static Entry> for GatewayError {
    fn from(entry: &'static Entry) -> Self {
        GatewayError::of(Identity::Own(entry))
    }
}
