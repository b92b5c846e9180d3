//! From a stream that failed to the error that the client gets.

use super::classify::classify;
use super::facts::Answer;
use super::mapping::{Failed, to_error};
use super::reader::read;
use crate::ErrorCode;
use crate::catalog::Catalog;
use crate::error::GatewayError;
use crate::sanitise::Sanitiser;
use crate::stream::Failure;

/// Returns the error that the client gets when a guarded stream has failed.
///
/// Where the upstream said itself what is wrong, its words are read, classified and mapped as those
/// of any answer ([`to_error`]); a stream that was cut, silent or no stream at all has an entry of
/// its own ([`Ending::suggested_key`](crate::stream::Ending::suggested_key)). Of `answer`, the
/// provider and the headers count: its status was a success, and its body is the stream.
///
/// ```
/// use wirefault::stream::{Dialect, End, Guard, GuardOptions};
/// use wirefault::upstream::{self, Answer};
/// use wirefault::{Catalog, sanitise::Sanitiser};
///
/// let answer = Answer { provider: Some("openai"), ..Answer::default() };
/// let name = |failure: &_| {
///     let (catalog, sanitiser) = (Catalog::standard(), Sanitiser::standard());
///     upstream::stream_error(failure, &answer, catalog, sanitiser).key().to_owned()
/// };
///
/// let mut guard = Guard::new(GuardOptions::new(Dialect::OpenAiChat));
/// let step = guard.push("data: {\"error\":{\"message\":\"Rate limit reached\"}}\n\n".into());
/// assert_eq!(name(&step.into_parts().1.unwrap()), "upstream_rate_limited");
///
/// let mut guard = Guard::new(GuardOptions::new(Dialect::OpenAiChat));
/// let _ = guard.push("data: {\"choices\":[]}\n\n".into());
/// let report = guard.finish(End::Reset);
/// assert_eq!(name(&report.failure.unwrap()), "upstream_stream_interrupted");
/// ```
pub fn stream_error(
    failure: &Failure,
    answer: &Answer<'_>,
    catalog: &Catalog,
    sanitiser: &Sanitiser,
) -> GatewayError {
    if let Some(key) = failure.ending.suggested_key() {
        return ErrorCode::from_key(key)
            .unwrap_or(ErrorCode::UpstreamStreamInterrupted)
            .into();
    }
    let said = Answer {
        provider: answer.provider,
        headers: answer.headers,
        ..Answer::new(&failure.payload)
    };
    let facts = read(&said);
    let found = classify(&said, &facts);
    if found.condition.is_none() {
        return ErrorCode::UpstreamError.into();
    }
    let failed = Failed {
        answer: Some(&said),
        facts: Some(&facts),
        hint: facts.retry_hint(&said.headers, None),
        ..Failed::new(&found)
    };
    to_error(&failed, catalog, sanitiser)
}
