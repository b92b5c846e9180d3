//! Checks for a gateway's own tests: every answer parses, every entry is used.
//!
//! ```
//! use wirefault::testing::{Checker, Used, check_response};
//! use wirefault::{Catalog, ErrorCode, GatewayError, Protocol};
//!
//! // What a test of a gateway got from it:
//! let error = GatewayError::new(ErrorCode::ModelNotFound).with_request_id("req_01");
//! let response: http::Response<Vec<u8>> = error.to_response(Protocol::OpenAiChat);
//!
//! let checked = check_response(Protocol::OpenAiChat, &response).unwrap();
//! assert_eq!(checked.parsed.code.as_deref(), Some("model_not_found"));
//! ```
//!
//! A gateway with a layer checks against its own catalog with a [`Checker`], which also looks for
//! what must not get out; [`Used`] then tells which entries no test has seen.

mod check;
mod used;

use crate::protocol::{Parsed, Protocol};

pub use self::check::Checker;
pub use self::used::Used;

/// An answer that passed.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Checked {
    /// What a client reads in it.
    pub parsed: Parsed,
    /// The key of its entry, if the answer tells: codes can be shared, or left out by a layer.
    pub key: Option<String>,
}

/// Checks a response against the standard catalog.
///
/// # Errors
///
/// Everything that is wrong with it, as [`Checker::response`].
pub fn check_response(
    protocol: Protocol,
    response: &http::Response<Vec<u8>>,
) -> Result<Checked, Vec<String>> {
    Checker::standard().response(protocol, response)
}

/// Checks the end of a stream that failed against the standard catalog.
///
/// ```
/// use wirefault::testing::check_stream;
/// use wirefault::{Context, ErrorCode, Protocol, Renderer, StreamState};
///
/// let protocol = Protocol::AnthropicMessages;
/// let failure = Renderer::standard().stream_failure(
///     &ErrorCode::UpstreamTimeout.into(), protocol, &StreamState::default(), &Context::new());
/// let mut stream = b"event: ping\ndata: {\"type\": \"ping\"}\n\n".to_vec();
/// assert!(check_stream(protocol, &stream).is_err());
/// stream.extend(failure.unwrap().all());
/// assert_eq!(check_stream(protocol, &stream).unwrap().key.as_deref(), Some("upstream_timeout"));
/// ```
///
/// # Errors
///
/// Everything that is wrong with it, as [`Checker::stream`].
pub fn check_stream(protocol: Protocol, bytes: &[u8]) -> Result<Checked, Vec<String>> {
    Checker::standard().stream(protocol, bytes)
}
