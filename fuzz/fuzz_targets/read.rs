//! Any answer at all: the reader neither panics nor takes a failed status for a good answer.
#![no_main]

use std::time::{Duration, SystemTime};

use libfuzzer_sys::fuzz_target;
use wirefault::sanitise::Sanitiser;
use wirefault::upstream::{Answer, Credential, HeadersView, classify, read, verdict};

const PROVIDERS: [&str; 8] = [
    "openai",
    "anthropic",
    "vertex",
    "bedrock",
    "zhipu",
    "minimax",
    "openrouter",
    "",
];

type Input<'a> = (u8, Option<u16>, bool, Vec<(&'a str, &'a str)>, &'a [u8]);

fuzz_target!(|input: Input<'_>| {
    let (provider, status, stream, headers, body) = input;
    let provider = PROVIDERS[usize::from(provider) % PROVIDERS.len()];
    let answer = Answer {
        provider: Some(provider).filter(|name| !name.is_empty()),
        status,
        headers: HeadersView::Pairs(&headers),
        stream,
        ..Answer::new(body)
    };
    let facts = read(&answer);
    assert!(facts.is_error || status.is_none_or(|status| status < 300));
    let found = classify(&answer, &facts);
    assert_eq!(found.condition.is_some(), facts.is_error);
    let now = SystemTime::UNIX_EPOCH + Duration::from_secs(1_790_000_000);
    let hint = facts.retry_hint(&answer.headers, Some(now));
    assert!(hint.is_none_or(|hint| hint.after > Duration::ZERO));
    for credential in [Credential::Gateway, Credential::Client] {
        let _ = verdict(&found, hint, credential);
    }
    let _ = Sanitiser::standard().public(&facts.message);
    let _ = (facts.model(), facts.limit_tokens(), facts.used_tokens());
});
