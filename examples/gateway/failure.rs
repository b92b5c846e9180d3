//! A failed attempt: what happened, and what the client would be told.

use std::time::SystemTime;

use wirefault::catalog::Retry;
use wirefault::sanitise::Sanitiser;
use wirefault::text::PublicText;
use wirefault::upstream::{self, Answer, Classified, Failed, RetryHint, Transport};
use wirefault::{Catalog, ErrorCode, GatewayError};

use crate::Gateway;
use crate::hop::{ANSWER_LIMIT, Call};

/// A failed attempt, with what to do next.
pub struct Failure {
    /// What the upstream's status was, if it came to that.
    pub status: Option<u16>,
    pub found: Classified,
    pub hint: Option<RetryHint>,
    pub error: GatewayError,
    /// Nothing else is to be tried: the error is the answer.
    pub last: bool,
}

impl Failure {
    /// A failure of the connection itself.
    pub fn transport(transport: Transport, catalog: &Catalog) -> Self {
        let found = upstream::transport(transport);
        let error = upstream::to_error(&Failed::new(&found), catalog, Sanitiser::standard());
        Failure {
            status: None,
            found,
            hint: None,
            error,
            last: false,
        }
    }

    /// A failure that our own reading of a body or stream found.
    pub fn named(code: ErrorCode, transport: Transport) -> Self {
        Failure {
            status: None,
            found: upstream::transport(transport),
            hint: None,
            error: code.into(),
            last: false,
        }
    }

    /// A success that is no JSON. None if it is.
    pub fn no_json(body: &[u8]) -> Option<Self> {
        let error = serde_json::from_slice::<serde::de::IgnoredAny>(body).err()?;
        // What stops too early was cut, and nothing at all is cut earliest, as in a stream; a page is
        // no answer.
        let code = if error.is_eof() {
            ErrorCode::UpstreamStreamInterrupted
        } else {
            ErrorCode::UpstreamInvalidResponse
        };
        Some(Failure::named(code, Transport::Reset))
    }

    /// A whole answer where a stream was asked for. The next time it would be no other.
    pub fn no_stream() -> Self {
        let mut failure = Failure::named(ErrorCode::UpstreamInvalidResponse, Transport::Reset);
        failure.error = failure.error.with_retry(Retry::Never);
        failure
    }

    /// An answer beyond what the gateway holds. Another upstream would answer as much.
    pub fn too_large() -> Self {
        let text = format!(
            "The upstream provider sent an answer larger than {ANSWER_LIMIT} bytes; a stream has no such limit."
        );
        let error = GatewayError::new(ErrorCode::UpstreamEventTooLarge)
            .with_message(PublicText::vouched(text));
        Failure {
            last: true,
            error,
            ..Failure::named(ErrorCode::UpstreamEventTooLarge, Transport::Reset)
        }
    }

    /// A failure that the embedded upstream named by its key.
    pub fn marked(error: GatewayError) -> Self {
        let found = upstream::transport(Transport::Reset);
        Failure {
            status: None,
            found,
            hint: None,
            error,
            last: true,
        }
    }

    /// Says under which status it came.
    pub fn under(self, status: u16) -> Self {
        Failure {
            status: Some(status),
            ..self
        }
    }

    /// An answer of the upstream that is an error. None if it is not.
    pub fn answer(answer: &Answer<'_>, call: &Call, gateway: &Gateway) -> Option<Self> {
        let facts = upstream::read(answer);
        let found = upstream::classify(answer, &facts);
        found.condition?;
        let hint = facts.retry_hint(&answer.headers, Some(SystemTime::now()));
        let failed = Failed {
            answer: Some(answer),
            facts: Some(&facts),
            hint,
            model: Some(&call.model),
            protocol: Some(call.protocol),
            ..Failed::new(&found)
        };
        let catalog = gateway.renderer.catalog();
        // The layer's pass-through rules first, then the mapping.
        let outcome = upstream::answer(&failed, catalog, &gateway.rules, Sanitiser::standard());
        Some(Failure {
            status: answer.status,
            found,
            hint,
            error: outcome.error,
            last: false,
        })
    }
}
