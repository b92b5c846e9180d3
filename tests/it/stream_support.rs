//! What the stream tests share: a guard driven over a split, and what it said.

use bytes::Bytes;
use proptest::test_runner::Config;
use wirefault::protocol::StreamState;
use wirefault::stream::{Dialect, End, Ending, Failure, Guard, GuardOptions, Report};

/// Everything that a split must not change.
#[derive(Debug, PartialEq)]
pub(crate) struct Outcome {
    pub(crate) forwarded: Bytes,
    pub(crate) failure: Option<Failure>,
    pub(crate) ending: Ending,
    pub(crate) terminated: bool,
    pub(crate) started: bool,
    pub(crate) state: StreamState,
    pub(crate) torn: u64,
    pub(crate) events: Option<u64>,
}

/// A finished run.
pub(crate) struct Run {
    pub(crate) pieces: Vec<Bytes>,
    pub(crate) outcome: Outcome,
    pub(crate) report: Report,
}

pub(crate) fn drive<'a>(
    options: GuardOptions,
    chunks: impl IntoIterator<Item = &'a [u8]>,
    end: End,
) -> Run {
    let mut options = options;
    options.count_events = true;
    let mut guard = Guard::new(options);
    let (mut pieces, mut failure) = (Vec::new(), None);
    for chunk in chunks {
        let (parts, failed) = guard.push(Bytes::copy_from_slice(chunk)).into_parts();
        let before = pieces.len();
        pieces.extend(parts);
        assert!(
            failure.is_none() || pieces.len() == before,
            "nothing passes behind a failure"
        );
        failure = failure.or(failed);
    }
    let report = guard.finish(end);
    let failure = failure.or(report.failure.clone());
    let outcome = Outcome {
        forwarded: Bytes::from(pieces.concat()),
        failure,
        ending: report.ending,
        terminated: report.terminated,
        started: report.started,
        state: guard.state(),
        torn: report.bytes_torn,
        events: report.events,
    };
    Run {
        pieces,
        outcome,
        report,
    }
}

pub(crate) fn run(dialect: Dialect, text: &[u8], end: End) -> Run {
    drive(GuardOptions::new(dialect), [text], end)
}

/// Cuts bytes where the numbers say, again and again until they are used up.
pub(crate) fn split<'a>(bytes: &'a [u8], sizes: &[usize]) -> Vec<&'a [u8]> {
    let (mut rest, mut chunks) = (bytes, Vec::new());
    for size in sizes.iter().cycle() {
        let (chunk, behind) = rest.split_at((*size).clamp(1, rest.len().max(1)).min(rest.len()));
        chunks.push(chunk);
        rest = behind;
        if rest.is_empty() {
            break;
        }
    }
    chunks
}

/// A few thousand cases, or as many as `WIREFAULT_CASES` says.
pub(crate) fn cases() -> Config {
    let wanted = std::env::var("WIREFAULT_CASES").ok();
    let cases = wanted
        .and_then(|number| number.parse().ok())
        .unwrap_or(3000);
    Config {
        cases,
        failure_persistence: None,
        max_shrink_iters: 4096,
        ..Config::default()
    }
}

pub(crate) const DIALECTS: [Dialect; 11] = [
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
