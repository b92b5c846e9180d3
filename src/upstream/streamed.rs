//! From a stream that failed to the error that the client gets.

use super::answer::Answer;
use super::classify::classify;
use super::mapping::{Failed, to_error};
use super::reader::read;
use crate::ErrorCode;
use crate::catalog::{Catalog, Retry};
use crate::error::GatewayError;
use crate::sanitise::Sanitiser;
use crate::stream::{Ending, Failure};

/// Returns the error that the client gets when a guarded stream has failed.
///
/// Where the upstream said itself what is wrong, its words are read, classified and mapped as those
/// of any answer ([`to_error`]); a stream that was cut, silent or no stream at all has an entry of
/// its own ([`Ending::suggested_key`](crate::stream::Ending::suggested_key)). A page or a JSON answer
/// in the place of a stream is read as it would be without one: a page of a site that is no API is
/// `upstream_endpoint_not_found`, and JSON that is fine but whole is not worth another try. Of
/// `answer`, the provider and the headers count, and of a page its status: its body is the stream.
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
    // A page or JSON in the place of a stream is the whole body, so its status is its own.
    let whole = matches!(failure.ending, Ending::Page | Ending::JsonAnswer);
    if let Some(key) = failure.ending.suggested_key().filter(|_| !whole) {
        return ErrorCode::from_key(key)
            .unwrap_or(ErrorCode::UpstreamStreamInterrupted)
            .into();
    }
    let said = Answer {
        provider: answer.provider,
        headers: answer.headers,
        status: answer.status.filter(|_| whole),
        ..Answer::new(&failure.payload)
    };
    let facts = read(&said);
    let found = classify(&said, &facts);
    if found.condition.is_none() {
        return match failure.ending {
            Ending::Page | Ending::JsonAnswer => no_answer(&failure.payload),
            _ => ErrorCode::UpstreamError.into(),
        };
    }
    let failed = Failed {
        answer: Some(&said),
        facts: Some(&facts),
        hint: facts.retry_hint(&said.headers, None),
        ..Failed::new(&found)
    };
    to_error(&failed, catalog, sanitiser)
}

/// Names a body that says of no error, and is no stream.
fn no_answer(body: &[u8]) -> GatewayError {
    match serde_json::from_slice::<serde::de::IgnoredAny>(body) {
        // An upstream that does not know streams does not know them the next time either.
        Ok(_) => GatewayError::new(ErrorCode::UpstreamInvalidResponse).with_retry(Retry::Never),
        Err(error) if error.is_eof() => ErrorCode::UpstreamStreamInterrupted.into(),
        Err(_) => ErrorCode::UpstreamInvalidResponse.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stream::{Dialect, End, Guard, GuardOptions};

    #[test]
    fn a_body_in_the_place_of_a_stream_is_read_as_one() {
        let answer = Answer {
            status: Some(200),
            ..Answer::default()
        };
        let rows = [
            (
                "<html><head><title>Acme</title></head><body>Welcome</body></html>",
                "upstream_endpoint_not_found",
                true,
            ),
            (
                r#"{"id":"c1","object":"chat.completion","choices":[]}"#,
                "upstream_invalid_response",
                true,
            ),
            (
                r#"{"error":{"message":"Rate limit reached"}}"#,
                "upstream_rate_limited",
                false,
            ),
        ];
        for (body, key, never) in rows {
            let mut guard = Guard::new(GuardOptions::new(Dialect::OpenAiChat));
            let failure = guard.push(body.into()).into_parts().1;
            let failure = failure.or_else(|| guard.finish(End::Clean).failure);
            let failure = failure.unwrap_or_else(|| Failure::bare(Ending::Empty));
            let catalog = Catalog::standard();
            let error = stream_error(&failure, &answer, catalog, Sanitiser::standard());
            assert_eq!(error.key(), key, "{body}");
            assert_eq!(error.retry_in(catalog) == Retry::Never, never, "{body}");
        }
    }
}
