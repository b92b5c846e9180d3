//! Streams: nothing is sent before the first event, and no failure goes unseen after it.

use std::sync::Arc;
use std::time::{Instant, SystemTime};

use axum::body::{Body, Bytes};
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::Response;
use futures_util::StreamExt as _;
use wirefault::axum::Origin;
use wirefault::stream::{
    Dialect, End, Ending, Gate, GateOptions, Gated, Guard, GuardOptions, GuardedStream, Opened,
    Report, Watcher,
};
use wirefault::upstream::{Answer, HeadersView, Transport};
use wirefault::{Context, ErrorCode, Notice, Protocol, StreamFailure, StreamState};

use crate::failure::Failure;
use crate::hop::{Call, IDLE, transport_of};
use crate::{Gateway, embedded};

/// Opens a stream: holds the answer back until the first event, so that a failure before it is
/// still a status of its own, or another candidate's turn.
pub async fn open(
    gateway: &Arc<Gateway>,
    origin: &Origin,
    candidate: usize,
    answer: reqwest::Response,
    call: &Call,
    notice: Option<Notice>,
) -> Result<Response, Failure> {
    let reader = Reader {
        gateway: gateway.clone(),
        origin: origin.clone(),
        candidate,
        call: call.clone(),
        status: answer.status().as_u16(),
        headers: answer.headers().clone(),
    };
    let mut upstream = Box::pin(answer.bytes_stream());
    if !gateway.guarded {
        return Ok(respond(&reader, Body::from_stream(upstream), None));
    }
    let guard = Guard::new(GuardOptions::new(reader.dialect()));
    let mut gate = Gate::new(guard, GateOptions::default(), Instant::now());
    let mut opened: Box<Opened> = loop {
        let next = tokio::time::timeout_at(gate.deadline().into(), upstream.next());
        let end = match next.await {
            Err(_) => match gate.expire(Instant::now()) {
                Gated::Open(opened) => break opened,
                _ => continue,
            },
            Ok(Some(Ok(chunk))) => match gate.push(chunk, Instant::now()) {
                Gated::Hold => continue,
                Gated::Open(opened) => break opened,
                Gated::Failed(failure) => {
                    return Err(reader.failure(failure.ending, &failure.payload));
                }
            },
            Ok(None) => End::Clean,
            Ok(Some(Err(error))) if transport_of(&error) == Transport::Timeout => End::IdleTimeout,
            Ok(Some(Err(_))) => End::Reset,
        };
        let report = gate.finish(end);
        let failure = report.as_ref().and_then(|report| report.failure.as_ref());
        let payload = failure
            .map(|failure| failure.payload.clone())
            .unwrap_or_default();
        let ending = report.map_or(Ending::Empty, |report| report.ending);
        return Err(reader.failure(ending, &payload));
    };
    // Named events would break Gemini's clients: there the header alone carries a notice.
    if let (Some(notice), true) = (&notice, origin.protocol != Protocol::Gemini) {
        let event = gateway.renderer.notice_event(notice, &Context::new());
        opened.held.extend(event.map(Bytes::from));
    }
    let watcher = Arc::new(reader);
    let stream = GuardedStream::resume(opened, upstream, Told(watcher.clone())).idle_limit(IDLE);
    Ok(respond(&watcher, Body::new(stream), notice))
}

fn respond(reader: &Reader, body: Body, notice: Option<Notice>) -> Response {
    let media = if reader.call.array {
        "application/json"
    } else {
        "text/event-stream"
    };
    let mut response = Response::new(body);
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(media));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    if let Some(notice) = &notice {
        headers.extend(
            reader
                .gateway
                .renderer
                .notice_headers(notice, &Context::new()),
        );
    }
    response
}

/// Reads what went wrong in a stream, and writes what the client is told.
struct Reader {
    gateway: Arc<Gateway>,
    origin: Origin,
    candidate: usize,
    call: Call,
    status: u16,
    headers: HeaderMap,
}

impl Reader {
    fn dialect(&self) -> Dialect {
        match self.origin.protocol {
            Protocol::OpenAiResponses => Dialect::OpenAiResponses,
            Protocol::AnthropicMessages => Dialect::Anthropic,
            Protocol::Gemini if self.call.array => Dialect::GeminiArray,
            Protocol::Gemini => Dialect::GeminiSse,
            _ => Dialect::OpenAiChat,
        }
    }

    /// Names a failure: by what the upstream said, else by how its stream ended.
    fn failure(&self, ending: Ending, payload: &[u8]) -> Failure {
        let catalog = self.gateway.renderer.catalog();
        if self.gateway.hop.embedded {
            let marked = embedded::marked_event(payload, &self.call.model, catalog);
            if let Some(error) = marked {
                return Failure::marked(error);
            }
        }
        if matches!(ending, Ending::Page | Ending::JsonAnswer) {
            return self.no_stream(payload);
        }
        if let Some(key) = ending.suggested_key() {
            let code = ErrorCode::from_key(key).unwrap_or(ErrorCode::UpstreamStreamInterrupted);
            return match ending {
                Ending::Stalled => Failure::named(code, Transport::Timeout),
                // Another upstream would send as much.
                Ending::TooLarge => Failure {
                    last: true,
                    ..Failure::named(code, Transport::Reset)
                },
                _ => Failure::named(code, Transport::Reset),
            };
        }
        let answer = Answer {
            headers: HeadersView::Map(&self.headers),
            ..Answer::new(payload)
        };
        Failure::answer(&answer, &self.call, &self.gateway)
            .unwrap_or_else(|| Failure::named(ErrorCode::UpstreamError, Transport::Reset))
    }

    /// Names what came in the place of a stream as `hop` names an answer that is not streamed.
    fn no_stream(&self, body: &[u8]) -> Failure {
        let answer = Answer {
            status: Some(self.status),
            headers: HeadersView::Map(&self.headers),
            ..Answer::new(body)
        };
        Failure::answer(&answer, &self.call, &self.gateway)
            .or_else(|| Failure::no_json(body))
            .unwrap_or_else(Failure::no_stream)
            .under(self.status)
    }
}

/// The guard asks its watcher what the client is to read when a stream fails, which is the place to
/// count it against the upstream, and says how it ended, for billing.
struct Told(Arc<Reader>);

impl Watcher for Told {
    fn failure(
        &mut self,
        failure: &wirefault::stream::Failure,
        state: &StreamState,
    ) -> Option<StreamFailure> {
        let reader = &self.0;
        let failure = reader.failure(failure.ending, &failure.payload);
        // For this client it is too late to ask another candidate; for the next one it is not.
        if !failure.last {
            let hop = &reader.gateway.hop;
            hop.judge(&reader.origin, reader.candidate, &reader.call, &failure);
        }
        let error = failure.error;
        let mut state = state.clone();
        state.array = reader.call.array;
        let mut context = Context::new().now(SystemTime::now());
        if let Some(id) = &reader.origin.id {
            context = context.request_id(id);
        }
        let renderer = &reader.gateway.renderer;
        renderer.stream_failure(&error, reader.origin.protocol, &state, &context)
    }

    fn ended(&mut self, report: &Report) {
        if self.0.gateway.log && report.ending.is_failure() {
            eprintln!(
                "stream of {:?} ended: {:?} after {} bytes",
                self.0.call.model, report.ending, report.bytes_out
            );
        }
    }
}
