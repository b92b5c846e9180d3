//! Any bytes, cut anywhere: the guard neither panics nor changes its verdict.
#![no_main]

use bytes::Bytes;
use libfuzzer_sys::fuzz_target;
use wirefault::stream::{Dialect, End, Ending, Failure, Guard, GuardOptions};

const DIALECTS: [Dialect; 11] = [
    Dialect::Auto,
    Dialect::OpenAiChat,
    Dialect::OpenAiResponses,
    Dialect::Anthropic,
    Dialect::GeminiSse,
    Dialect::GeminiArray,
    Dialect::Ollama,
    Dialect::Bedrock,
    Dialect::DashScope,
    Dialect::Cohere,
    Dialect::MiniMax,
];

fn run<'a>(
    dialect: Dialect,
    chunks: impl Iterator<Item = &'a [u8]>,
) -> (Vec<u8>, Option<Failure>, Ending) {
    let mut options = GuardOptions::new(dialect);
    options.max_event = 1 << 12;
    let mut guard = Guard::new(options);
    let (mut forwarded, mut failure) = (Vec::new(), None);
    for chunk in chunks {
        let (parts, failed) = guard.push(Bytes::copy_from_slice(chunk)).into_parts();
        parts.for_each(|part| forwarded.extend_from_slice(&part));
        failure = failure.or(failed);
    }
    let report = guard.finish(End::Clean);
    (forwarded, failure.or(report.failure), report.ending)
}

fuzz_target!(|input: (u8, u8, &[u8])| {
    let (dialect, size, bytes) = input;
    let dialect = DIALECTS[usize::from(dialect) % DIALECTS.len()];
    let whole = run(dialect, std::iter::once(bytes));
    assert!(bytes.starts_with(&whole.0));
    assert_eq!(run(dialect, bytes.chunks(1)), whole);
    assert_eq!(run(dialect, bytes.chunks(usize::from(size).max(1))), whole);
});
