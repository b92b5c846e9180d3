//! The guard as a stream and as a body.

#![allow(clippy::expect_used)]

use bytes::Bytes;
use futures_util::{StreamExt, stream};

use std::sync::{Arc, Mutex};
use std::time::Duration;
use wirefault::ErrorCode;
use wirefault::protocol::{Context, Protocol, Renderer, StreamFailure, StreamState};
use wirefault::stream::{
    Aborted, Dialect, Ending, Failure, Gate, GateOptions, Gated, Guard, GuardOptions,
    GuardedStream, Report, Watcher,
};

const CHUNK: &str = "data: {\"choices\":[{\"delta\":{\"content\":\"Hi\"}}]}\n\n";
const ERROR: &str = "data: {\"error\":{\"message\":\"boom\"}}\n\n";

/// Writes one fixed error in a protocol and keeps how the stream ended.
#[derive(Clone)]
struct Writer {
    protocol: Option<Protocol>,
    ended: Arc<Mutex<Vec<Ending>>>,
}

impl Writer {
    fn new(protocol: Option<Protocol>) -> Self {
        Writer {
            protocol,
            ended: Arc::default(),
        }
    }

    fn endings(&self) -> Vec<Ending> {
        self.ended.lock().expect("no panic elsewhere").clone()
    }
}

impl Watcher for Writer {
    fn failure(&mut self, _: &Failure, state: &StreamState) -> Option<StreamFailure> {
        let error = ErrorCode::UpstreamError.into();
        Renderer::standard().stream_failure(&error, self.protocol?, state, &Context::new())
    }

    fn ended(&mut self, report: &Report) {
        self.ended
            .lock()
            .expect("no panic elsewhere")
            .push(report.ending);
    }
}

fn guard(dialect: Dialect) -> Guard {
    Guard::new(GuardOptions::new(dialect))
}

type Item = Result<Bytes, &'static str>;

async fn all(items: Vec<Item>, writer: &Writer) -> Vec<Result<Bytes, Aborted>> {
    let upstream = stream::iter(items);
    GuardedStream::new(upstream, guard(Dialect::OpenAiChat), writer.clone())
        .collect()
        .await
}

fn text(items: &[Result<Bytes, Aborted>]) -> String {
    let bytes: Vec<u8> = items.iter().flatten().flatten().copied().collect();
    String::from_utf8(bytes).expect("text")
}

#[tokio::test]
async fn a_good_stream_passes_and_is_reported() {
    let writer = Writer::new(Some(Protocol::OpenAiChat));
    let items = all(
        vec![
            Ok(CHUNK.into()),
            Ok("data: [DO".into()),
            Ok("NE]\n\n".into()),
        ],
        &writer,
    )
    .await;
    assert_eq!(text(&items), format!("{CHUNK}data: [DONE]\n\n"));
    assert_eq!(writer.endings(), [Ending::Complete]);
}

#[tokio::test]
async fn failures_reach_the_client_in_its_protocol() {
    for (last, ending) in [
        (vec![Ok(ERROR.into())], Ending::ErrorEvent),
        (vec![Err("reset")], Ending::Reset),
        (vec![Ok("data: {\"cho".into())], Ending::Torn),
        (vec![], Ending::Unterminated),
    ] {
        let writer = Writer::new(Some(Protocol::OpenAiChat));
        let items = all([vec![Ok(CHUNK.into())], last].concat(), &writer).await;
        let text = text(&items);
        assert!(
            text.starts_with(&format!("{CHUNK}data: {{\"error\":")),
            "{text}"
        );
        assert!(
            text.ends_with("data: [DONE]\n\n") && !text.contains("boom"),
            "{text}"
        );
        assert_eq!(writer.endings(), [ending]);
    }
}

#[tokio::test]
async fn gemini_s_two_writes_stay_two() {
    let writer = Writer::new(Some(Protocol::Gemini));
    let items = all(vec![Ok(CHUNK.into()), Ok(ERROR.into())], &writer).await;
    let parts: Vec<Bytes> = items.into_iter().flatten().collect();
    assert_eq!(parts.len(), 3);
    assert!(parts[1].starts_with(b"data: {\"error\":") && parts[2].starts_with(b"{\"error\":"));
}

#[tokio::test]
async fn without_a_form_the_response_is_aborted() {
    let writer = Writer::new(None);
    let items = all(vec![Ok(CHUNK.into()), Err("reset")], &writer).await;
    assert_eq!(items, [Ok(CHUNK.into()), Err(Aborted)]);
}

#[tokio::test]
async fn silence_beyond_the_limit_is_a_failure() {
    let writer = Writer::new(Some(Protocol::AnthropicMessages));
    let upstream = stream::iter([Item::Ok(CHUNK.into())]).chain(stream::pending());
    let guarded = GuardedStream::new(upstream, guard(Dialect::OpenAiChat), writer.clone())
        .idle_limit(Duration::from_millis(5));
    let items: Vec<_> = guarded.collect().await;
    assert!(text(&items).contains("event: error\n"));
    assert_eq!(writer.endings(), [Ending::Stalled]);
}

#[tokio::test]
async fn a_client_that_goes_is_no_failure_and_stops_the_upstream() {
    let writer = Writer::new(Some(Protocol::OpenAiChat));
    let held = Arc::new(());
    let watch = Arc::downgrade(&held);
    let upstream = stream::iter([Item::Ok(CHUNK.into())])
        .chain(stream::pending())
        .map(move |item| {
            let _ = &held;
            item
        });
    let mut guarded = Box::pin(GuardedStream::new(
        upstream,
        guard(Dialect::OpenAiChat),
        writer.clone(),
    ));
    assert_eq!(guarded.next().await, Some(Ok(CHUNK.into())));
    drop(guarded);
    assert_eq!(writer.endings(), [Ending::ClientGone]);
    assert!(watch.upgrade().is_none());
}

#[tokio::test]
async fn a_gate_hands_over_what_it_held() {
    let now = std::time::Instant::now();
    for (first, ending) in [
        (CHUNK.to_owned(), Ending::Unterminated),
        (format!("{CHUNK}{ERROR}"), Ending::ErrorEvent),
    ] {
        let mut gate = Gate::new(guard(Dialect::OpenAiChat), GateOptions::default(), now);
        let Gated::Open(opened) = gate.push(first.into(), now) else {
            panic!("a real event")
        };
        let writer = Writer::new(Some(Protocol::OpenAiChat));
        let rest = stream::iter([Item::Ok(CHUNK.into())]);
        let body = GuardedStream::resume(opened, rest, writer.clone());
        let bytes = http_body_util::BodyExt::collect(body)
            .await
            .expect("no abort")
            .to_bytes();
        assert!(bytes.starts_with(CHUNK.as_bytes()));
        assert_eq!(writer.endings(), [ending]);
    }
}
