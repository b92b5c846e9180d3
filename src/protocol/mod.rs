//! The protocols that clients speak, and the renderers.
//!
//! One file per protocol holds its JSON keys, its type table, its body, its stream form and its
//! parser. Nothing else in the crate knows a wire string of theirs.

mod anthropic;
mod cast;
mod check;
mod compile;
#[cfg(feature = "testing")]
mod ends;
mod escape;
mod fill;
mod gemini;
mod headers;
mod layout;
mod limits;
pub(crate) mod lint;
mod message;
mod native;
mod notice;
mod openai;
mod parsed;
mod problem;
mod program;
mod renderer;
#[rustfmt::skip]
mod reserved;
mod responses;
mod rewire;
mod shape;
mod stream;
pub(crate) mod vocabulary;

use std::time::SystemTime;

use strum::{Display, EnumIter, EnumString, IntoStaticStr, VariantArray};

use self::cast::Cast;
pub use self::notice::Notice;
pub use self::parsed::Parsed;
pub use self::renderer::Renderer;
pub use self::stream::{StreamFailure, StreamState};

/// A protocol that clients speak.
///
/// ```
/// use wirefault::Protocol;
///
/// assert_eq!("anthropic-messages".parse(), Ok(Protocol::AnthropicMessages));
/// assert_eq!(Protocol::of_path("POST", "/v1/messages"), Protocol::AnthropicMessages);
/// ```
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Hash,
    PartialOrd,
    Ord,
    Display,
    EnumIter,
    EnumString,
    IntoStaticStr,
    VariantArray,
)]
#[strum(serialize_all = "kebab-case")]
#[non_exhaustive]
pub enum Protocol {
    /// OpenAI Chat Completions, legacy Completions, and every other OpenAI route but Responses.
    #[strum(serialize = "openai-chat")]
    OpenAiChat,
    /// OpenAI Responses.
    #[strum(serialize = "openai-responses")]
    OpenAiResponses,
    /// Anthropic Messages.
    AnthropicMessages,
    /// Gemini.
    Gemini,
    /// The gateway's own envelope.
    Native,
    /// Problem details (RFC 9457).
    Problem,
}

impl Protocol {
    /// Every protocol.
    pub const ALL: &'static [Protocol] = <Protocol as VariantArray>::VARIANTS;

    /// Returns the media type of its bodies.
    pub const fn content_type(self) -> &'static str {
        match self {
            Protocol::Problem => "application/problem+json",
            _ => "application/json",
        }
    }

    /// Returns the protocol that the usual routes speak. A gateway with routes of its own states
    /// them itself.
    pub fn of_path(method: &str, path: &str) -> Self {
        let rows: [(&str, &str, Protocol); 5] = [
            ("POST", "/v1/models/", Protocol::Gemini),
            ("", "/v1beta/", Protocol::Gemini),
            ("", "/v1/messages", Protocol::AnthropicMessages),
            ("", "/v1/responses", Protocol::OpenAiResponses),
            ("", "/v1/", Protocol::OpenAiChat),
        ];
        let fits = |row: &&(&str, &str, Protocol)| {
            (row.0.is_empty() || row.0 == method) && path.starts_with(row.1)
        };
        rows.iter().find(fits).map_or(Protocol::Native, |row| row.2)
    }

    /// Returns true if answers to this request are JSON arrays: Gemini's stream without `alt=sse`.
    ///
    /// ```
    /// use wirefault::Protocol;
    ///
    /// let path = "/v1beta/models/m:streamGenerateContent";
    /// assert!(Protocol::Gemini.answers_array(path, None));
    /// assert!(!Protocol::Gemini.answers_array(path, Some("alt=sse&key=x")));
    /// ```
    pub fn answers_array(self, path: &str, query: Option<&str>) -> bool {
        self == Protocol::Gemini && gemini::answers_array(path, query)
    }

    /// Reads an error body of this protocol back.
    ///
    /// Returns None if the body is not an error of this protocol.
    pub fn parse(self, body: &[u8]) -> Option<Parsed> {
        let value = serde_json::from_slice(body).ok()?;
        match self {
            Protocol::OpenAiChat | Protocol::OpenAiResponses => openai::parse(&value),
            Protocol::AnthropicMessages => anthropic::parse(&value),
            Protocol::Gemini => gemini::parse(&value),
            Protocol::Native => native::parse(&value),
            Protocol::Problem => problem::parse(&value),
        }
    }
}

/// What a renderer is told about the request it answers.
///
/// ```
/// let context = wirefault::Context::new().request_id("req_01").accept_language("de");
/// # let _ = context;
/// ```
#[derive(Clone, Copy, Debug, Default)]
#[must_use]
pub struct Context<'a> {
    pub(crate) request_id: Option<&'a str>,
    pub(crate) accept_language: Option<&'a str>,
    pub(crate) now: Option<SystemTime>,
    pub(crate) variables: &'a [(&'a str, &'a str)],
    pub(crate) head: bool,
    pub(crate) array: bool,
}

impl<'a> Context<'a> {
    /// Creates a context that knows nothing.
    pub fn new() -> Self {
        Context::default()
    }

    /// Sets the request id; the error's own wins. One that is not safe in a header is left out.
    pub fn request_id(mut self, id: &'a str) -> Self {
        self.request_id = Some(id);
        self
    }

    /// Sets the request's `Accept-Language`.
    pub fn accept_language(mut self, value: &'a str) -> Self {
        self.accept_language = Some(value);
        self
    }

    /// Sets the time of day, for waits that end at midnight and for headers that name an instant.
    pub fn now(mut self, now: SystemTime) -> Self {
        self.now = Some(now);
        self
    }

    /// Sets values for templates of a layer's headers and body fields.
    pub fn variables(mut self, variables: &'a [(&'a str, &'a str)]) -> Self {
        self.variables = variables;
        self
    }

    /// Says that the answer is a JSON array, as [`Protocol::answers_array`] tells: an error is its one
    /// element.
    pub fn array(mut self, array: bool) -> Self {
        self.array = array;
        self
    }

    /// Says that the request was a HEAD, whose answer has no body.
    pub fn head(mut self, head: bool) -> Self {
        self.head = head;
        self
    }
}
