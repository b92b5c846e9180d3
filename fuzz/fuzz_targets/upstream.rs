//! Whatever an upstream answers: it is read, named and answered without a panic, a failed status is
//! never taken for a success, and every protocol's body is JSON.

#![no_main]

use std::time::{Duration, SystemTime};

use libfuzzer_sys::fuzz_target;
use wirefault::sanitise::Sanitiser;
use wirefault::upstream::{self, Answer, Failed, HeadersView};
use wirefault::{Catalog, Context, Protocol, Renderer};

const STATUSES: [Option<u16>; 8] = [
    None,
    Some(200),
    Some(400),
    Some(401),
    Some(404),
    Some(429),
    Some(500),
    Some(529),
];

fuzz_target!(|input: (u8, bool, &str, &[u8])| {
    let (choice, stream, header, body) = input;
    let status = STATUSES[usize::from(choice) % STATUSES.len()];
    let pairs = [("retry-after", header), ("x-ratelimit-reset", header)];
    let answer = Answer {
        status,
        headers: HeadersView::Pairs(&pairs),
        stream,
        ..Answer::new(body)
    };
    let facts = upstream::read(&answer);
    let found = upstream::classify(&answer, &facts);
    assert!(found.condition.is_some() || status.is_none_or(|status| status < 400));
    let now = SystemTime::UNIX_EPOCH + Duration::from_secs(1_800_000_000);
    let hint = facts.retry_hint(&answer.headers, Some(now));
    assert!(hint.is_none_or(|hint| !hint.after.is_zero()));
    for credential in [upstream::Credential::Gateway, upstream::Credential::Client] {
        let _ = upstream::verdict(&found, hint, credential);
    }
    let failed = Failed {
        answer: Some(&answer),
        facts: Some(&facts),
        hint,
        ..Failed::new(&found)
    };
    let error = upstream::to_error(&failed, Catalog::standard(), Sanitiser::standard());
    for protocol in Protocol::ALL {
        let mut body = Vec::new();
        Renderer::standard().body(&error, *protocol, &Context::new(), &mut body);
        assert!(protocol.parse(&body).is_some());
    }
});
