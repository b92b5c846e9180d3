//! Details of an error beside its parameters.

use std::fmt;
use std::time::Duration;

use crate::catalog::{Entry, Fault};

/// A request id that is safe in headers and bodies: 1 to 256 visible ASCII characters.
///
/// ```
/// use wirefault::RequestId;
///
/// assert!(RequestId::new("req_01").is_ok());
/// assert!(RequestId::new("req\r\nset-cookie: a=b").is_err());
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct RequestId(Box<str>);

/// Why a request id is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a request id has 1 to 256 visible ASCII characters")]
pub struct RequestIdError(());

impl RequestId {
    /// Checks a request id.
    ///
    /// # Errors
    ///
    /// An empty or over-long id, and one with anything but visible ASCII characters.
    pub fn new(id: &str) -> Result<Self, RequestIdError> {
        if RequestId::is_valid(id) {
            Ok(RequestId(id.into()))
        } else {
            Err(RequestIdError(()))
        }
    }

    /// Returns true if the text is a request id.
    pub fn is_valid(id: &str) -> bool {
        (1..=256).contains(&id.len()) && id.bytes().all(|b| b.is_ascii_graphic())
    }

    /// Returns the id.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for RequestId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The figures of one limit, for the rate-limit headers of our own 429.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RateLimit {
    /// What is counted.
    pub dimension: Dimension,
    /// The most that is allowed in a window.
    pub limit: u64,
    /// What is left of it.
    pub remaining: u64,
    /// The time until it is full again.
    pub reset: Duration,
}

/// What a rate limit counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, strum::Display, strum::IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
#[non_exhaustive]
pub enum Dimension {
    /// Requests.
    Requests,
    /// Tokens of input and output.
    Tokens,
    /// Tokens of input.
    InputTokens,
    /// Tokens of output.
    OutputTokens,
}

/// The fields that a gateway logs of an error: few values each, safe as metric labels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Fields<'a> {
    /// The entry's key; OpenTelemetry's `error.type`.
    pub key: &'a str,
    /// The category.
    pub category: &'static str,
    /// The HTTP status.
    pub status: u16,
    /// Whose doing it is.
    pub fault: &'static str,
    /// `error` where the operator must look, `warn` for upstreams, `info` for clients.
    pub level: &'static str,
}

impl<'a> Fields<'a> {
    pub(super) fn new(key: &'a str, entry: &Entry, status: u16) -> Self {
        Fields {
            key,
            category: entry.category.into(),
            status,
            fault: entry.fault.into(),
            level: match entry.fault {
                Fault::Client => "info",
                Fault::Upstream => "warn",
                Fault::Gateway | Fault::Operator => "error",
            },
        }
    }
}
