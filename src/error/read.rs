//! What an error tells of itself without a catalog.

use std::time::Duration;

use http::header::{HeaderName, HeaderValue};

use super::{FieldPath, Fields, GatewayError, Identity, RateLimit, RequestId, Value, error_status};
use crate::catalog::{Category, Code, Entry, ErrorCode, Retry};
use crate::text::{OperatorText, PublicText};

impl GatewayError {
    /// Returns the stable identity.
    pub fn key(&self) -> &str {
        match &self.0.identity {
            Identity::Code(code) => code.as_str(),
            Identity::Own(entry) => &entry.key,
        }
    }

    /// Returns the code.
    pub fn code(&self) -> Code {
        match &self.0.identity {
            Identity::Code(code) => code.clone(),
            Identity::Own(entry) => entry.key.as_ref().into(),
        }
    }

    /// Returns true if the error is of this code.
    pub fn is(&self, code: impl AsRef<str>) -> bool {
        self.key() == code.as_ref()
    }

    /// Returns the entry as far as it is known without a catalog: a code that only a layer knows
    /// gives `internal_error`'s, and what a layer changed of a standard entry does not show.
    ///
    /// With a layer in use, ask [`entry_in`](GatewayError::entry_in).
    pub fn entry(&self) -> &'static Entry {
        match &self.0.identity {
            Identity::Code(code) => code
                .as_standard()
                .unwrap_or(ErrorCode::InternalError)
                .entry(),
            Identity::Own(entry) => entry,
        }
    }

    /// Returns the entry, if it is known without a catalog.
    pub(crate) fn identity_entry(&self) -> Option<&'static Entry> {
        match &self.0.identity {
            Identity::Code(code) => code.as_standard().map(ErrorCode::entry),
            Identity::Own(entry) => Some(entry),
        }
    }

    /// Returns the category of [`entry`](GatewayError::entry): for a code that only a layer knows,
    /// that of `internal_error`.
    pub fn category(&self) -> Category {
        self.entry().category
    }

    /// Returns the HTTP status as far as it is known without a layer: for a code that only a layer
    /// knows, that of `internal_error`.
    ///
    /// With a layer in use, ask [`status_in`](GatewayError::status_in).
    pub fn status(&self) -> u16 {
        let own = self.wire().and_then(|wire| wire.status);
        own.unwrap_or_else(|| error_status(self.entry().status.code(self.0.upstream_status)))
    }

    /// Returns a parameter's value.
    pub fn param(&self, name: &str) -> Option<&Value> {
        self.0
            .params
            .iter()
            .find(|(known, _)| known == name)
            .map(|(_, value)| value)
    }

    /// Returns the parameters in the order in which they were set.
    pub fn params(&self) -> impl Iterator<Item = (&str, &Value)> {
        self.0
            .params
            .iter()
            .map(|(name, value)| (name.as_ref(), value))
    }

    /// Returns the message that replaces the entry's.
    pub fn own_message(&self) -> Option<&PublicText> {
        self.0.message.as_ref()
    }

    /// Returns the offending field.
    pub fn field(&self) -> Option<&FieldPath> {
        self.0.field.as_ref()
    }

    /// Returns the retry advice: this error's own, or that of [`entry`](GatewayError::entry); for a
    /// code that only a layer knows, that of `internal_error`.
    ///
    /// With a layer in use, ask [`retry_in`](GatewayError::retry_in).
    pub fn retry(&self) -> Retry {
        self.0.retry.unwrap_or(self.entry().retry)
    }

    /// Returns the retry advice of this one error, if it has its own.
    pub(crate) fn own_retry(&self) -> Option<Retry> {
        self.0.retry
    }

    /// Returns how long the client should wait, if that is known.
    pub fn retry_after(&self) -> Option<Duration> {
        self.0.retry_after
    }

    /// Returns the request id.
    pub fn request_id(&self) -> Option<&RequestId> {
        self.0.request_id.as_ref()
    }

    /// Returns the status that the upstream answered.
    pub fn upstream_status(&self) -> Option<u16> {
        self.0.upstream_status
    }

    /// Returns the response headers that belong to the error.
    pub fn headers(&self) -> &[(HeaderName, HeaderValue)] {
        &self.0.headers
    }

    /// Returns the figures of rate limits.
    pub fn rate_limits(&self) -> &[RateLimit] {
        &self.0.rate_limits
    }

    /// Returns the text for the operator.
    pub fn operator_text(&self) -> Option<&OperatorText> {
        self.0.operator.as_ref()
    }

    /// Returns the fields that a gateway logs: low-cardinality, without any text from outside.
    ///
    /// They are those of the standard catalog: a code that only a layer knows has the category,
    /// status, fault and level of `internal_error`. With a layer in use, ask
    /// [`fields_in`](GatewayError::fields_in).
    ///
    /// ```
    /// let error = wirefault::GatewayError::new(wirefault::ErrorCode::UpstreamTimeout);
    /// let fields = error.fields();
    /// assert_eq!((fields.key, fields.status, fields.level), ("upstream_timeout", 504, "warn"));
    /// ```
    pub fn fields(&self) -> Fields<'_> {
        Fields::new(self.key(), self.entry(), self.status())
    }

    pub(crate) fn identity(&self) -> &Identity {
        &self.0.identity
    }
}
