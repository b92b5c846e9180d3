//! What one error says differently from its entry.

use super::GatewayError;
use crate::catalog::Text;

/// The parts of one error that replace its entry's on the wire.
#[derive(Clone, Debug, Default)]
pub(crate) struct Wire {
    pub(crate) status: Option<u16>,
    pub(crate) code: Option<Text>,
    pub(crate) kind: Option<Text>,
}

impl GatewayError {
    /// Replaces the entry's HTTP status for this one error.
    ///
    /// A status outside 400 to 599 is left out, and so are 407 and 421: Node's fetch turns the
    /// one into a connection error and silently sends the request again on the other.
    ///
    /// ```
    /// use wirefault::{ErrorCode, GatewayError, Protocol};
    ///
    /// let error = GatewayError::new(ErrorCode::UpstreamError).with_status(429);
    /// let response: http::Response<Vec<u8>> = error.to_response(Protocol::OpenAiChat);
    /// assert_eq!(response.status(), 429);
    /// assert_eq!(error.with_status(407).status(), 429);
    /// ```
    #[must_use]
    pub fn with_status(self, status: u16) -> Self {
        if !is_error_status(status) {
            return self;
        }
        self.rewire(|wire| wire.status = Some(status))
    }

    /// Replaces the code on the wire for this one error; its identity stays.
    ///
    /// ```
    /// use wirefault::{ErrorCode, GatewayError, Protocol};
    ///
    /// let error = GatewayError::new(ErrorCode::UpstreamError).with_wire_code("E1042");
    /// let response: http::Response<Vec<u8>> = error.to_response(Protocol::OpenAiChat);
    /// let parsed = Protocol::OpenAiChat.parse(response.body()).unwrap();
    /// assert_eq!(parsed.code.as_deref(), Some("E1042"));
    /// assert_eq!(error.key(), "upstream_error");
    /// ```
    #[must_use]
    pub fn with_wire_code(self, code: impl Into<Text>) -> Self {
        let code = code.into();
        self.rewire(|wire| wire.code = Some(code))
    }

    /// Replaces the type on the wire for this one error.
    ///
    /// Anthropic's and Gemini's clients know a closed set of types, which this does not change.
    #[must_use]
    pub fn with_wire_type(self, kind: impl Into<Text>) -> Self {
        let kind = kind.into();
        self.rewire(|wire| wire.kind = Some(kind))
    }

    /// Returns what replaces the entry's status, code and type.
    pub(crate) fn wire(&self) -> Option<&Wire> {
        self.0.wire.as_deref()
    }

    fn rewire(self, edit: impl FnOnce(&mut Wire)) -> Self {
        self.edit(|inner| edit(inner.wire.get_or_insert_default()))
    }
}

/// Returns true for a status that an error may have.
pub(crate) fn is_error_status(status: u16) -> bool {
    (400..=599).contains(&status) && status != 407 && status != 421
}
