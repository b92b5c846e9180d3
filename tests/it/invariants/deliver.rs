//! A stream from the gate to its last byte: wherever it stops, the client learns of it.

use std::time::{Duration, Instant};

use bytes::Bytes;
use wirefault::stream::{
    Delivery, Dialect, End, Ending, Failure, Gate, GateOptions, Gated, Guard, GuardOptions,
    Position, Report, keep_alive,
};
use wirefault::testing::Checker;
use wirefault::{Context, ErrorCode, Protocol, Renderer};

/// What the upstream speaks, with the protocol whose clients read it unchanged.
pub(crate) const DIALECTS: [(Dialect, Protocol); 11] = [
    (Dialect::OpenAiChat, Protocol::OpenAiChat),
    (Dialect::OpenAiResponses, Protocol::OpenAiResponses),
    (Dialect::Anthropic, Protocol::AnthropicMessages),
    (Dialect::GeminiSse, Protocol::Gemini),
    (Dialect::GeminiArray, Protocol::Gemini),
    (Dialect::Auto, Protocol::OpenAiChat),
    (Dialect::Ollama, Protocol::Native),
    (Dialect::Bedrock, Protocol::Native),
    (Dialect::DashScope, Protocol::OpenAiChat),
    (Dialect::Cohere, Protocol::Native),
    (Dialect::MiniMax, Protocol::OpenAiChat),
];

const ENDS: [End; 4] = [End::Clean, End::Reset, End::IdleTimeout, End::ClientGone];

/// One stream: what comes, in pieces of which size, how it ends, and when the gate gives up.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Case<'a> {
    pub(crate) dialect: u8,
    pub(crate) end: u8,
    /// The gate's patience in chunks.
    pub(crate) patience: u8,
    pub(crate) size: u8,
    pub(crate) bytes: &'a [u8],
}

/// What has reached the client, and what the gateway knows.
#[derive(Default)]
struct Client {
    sent: Vec<u8>,
    opened: bool,
    failure: Option<Failure>,
}

impl Client {
    fn send(&mut self, parts: impl Iterator<Item = Bytes>) {
        for part in parts {
            assert!(self.failure.is_none(), "nothing passes behind a failure");
            self.sent.extend_from_slice(&part);
        }
    }
}

/// Runs a stream and checks what its end allows.
pub(crate) fn holds(case: Case<'_>) {
    let (dialect, protocol) = DIALECTS[usize::from(case.dialect) % DIALECTS.len()];
    let end = ENDS[usize::from(case.end) % ENDS.len()];
    let mut client = Client::default();
    let (report, guard) = run(case, dialect, end, &mut client);
    let Some(report) = report else {
        // The gate refused: not a byte has gone, so a whole response can.
        assert!(client.sent.is_empty() && !client.opened && client.failure.is_some());
        return;
    };
    client.sent.extend_from_slice(&report.release);
    let whole = client.sent.len() - report.release.len();
    assert!(case.bytes.starts_with(&client.sent[..whole]));
    assert_eq!(report.delivery, report.position.deliver());
    assert_eq!(
        report.ending.is_failure(),
        client.failure.is_some() || report.failure.is_some()
    );
    assert_eq!(report.position == Position::NotStarted, !client.opened);
    assert_eq!(report.failover_safe, {
        let early = matches!(
            report.position,
            Position::NotStarted | Position::CommentsOnly
        );
        early && report.ending != Ending::ClientGone
    });
    if !client.opened {
        assert_eq!(report.delivery, Delivery::Response);
    }
    if let Some(guard) = guard {
        ends_visibly(protocol, &client.sent, &report, &guard);
    }
}

/// Feeds the gate and then the guard; the guard comes back once the gate has opened.
fn run(
    case: Case<'_>,
    dialect: Dialect,
    end: End,
    client: &mut Client,
) -> (Option<Report>, Option<Guard>) {
    let mut options = GuardOptions::new(dialect);
    options.max_event = 1 << 12;
    let mut limits = GateOptions::default();
    limits.max_wait = Duration::from_secs(u64::from(case.patience));
    limits.max_bytes = 64;
    let mut now = Instant::now();
    let mut gate = Gate::new(Guard::new(options), limits, now);
    let mut open: Option<Guard> = None;
    for chunk in case.bytes.chunks(usize::from(case.size).max(1)) {
        now += Duration::from_secs(1);
        let chunk = Bytes::copy_from_slice(chunk);
        if let Some(guard) = &mut open {
            let (parts, failure) = guard.push(chunk).into_parts();
            client.send(parts);
            client.failure = client.failure.take().or(failure);
            continue;
        }
        match gate.push(chunk, now) {
            Gated::Hold => {}
            Gated::Open(opened) => {
                client.opened = true;
                client.send(opened.held.into_iter());
                client.failure = opened.failure;
                open = Some(opened.guard);
            }
            Gated::Failed(failure) => {
                client.failure = Some(*failure);
                assert!(gate.finish(end).is_none());
                return (None, None);
            }
        }
    }
    match open {
        Some(mut guard) => (Some(guard.finish(end)), Some(guard)),
        None => (gate.finish(end), None),
    }
}

/// What the gateway writes now is what this protocol's clients take for an error.
fn ends_visibly(protocol: Protocol, sent: &[u8], report: &Report, guard: &Guard) {
    let alive = keep_alive(protocol, report.position);
    assert!(alive.is_none() || report.delivery == Delivery::Event);
    if report.delivery != Delivery::Event {
        return;
    }
    let state = guard.state();
    let error = ErrorCode::UpstreamError.into();
    let context = Context::new();
    let failure = Renderer::standard().stream_failure(&error, protocol, &state, &context);
    let written = failure.map(|failure| failure.all()).unwrap_or_default();
    let alone = Checker::standard().stream(protocol, &written);
    assert!(alone.is_ok(), "{alone:?}");
    // A comment is no business of ours here: Gemini's own upstream sends none.
    let comment = protocol == Protocol::Gemini && sent.contains(&b':');
    if comment || !reads_unchanged(guard.dialect(), protocol) || std::str::from_utf8(sent).is_err()
    {
        return;
    }
    let whole = [sent, alive.unwrap_or_default(), &written].concat();
    let checked = Checker::standard().stream(protocol, &whole);
    assert!(
        checked.is_ok(),
        "{checked:?} of {}",
        String::from_utf8_lossy(&whole)
    );
}

/// Whether a client of the protocol reads such an upstream as it is.
fn reads_unchanged(dialect: Dialect, protocol: Protocol) -> bool {
    let sse = DIALECTS[..4].contains(&(dialect, protocol));
    sse || dialect == Dialect::GeminiArray && protocol == Protocol::Gemini
}
