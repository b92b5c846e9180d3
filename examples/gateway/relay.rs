//! Streams: nothing is sent before the first event, and no failure goes unseen after it.

use std::sync::Arc;

use axum::body::{Body, Bytes};
use axum::http::{HeaderValue, header};
use axum::response::Response;
use futures_util::stream;
use wirefault::axum::Origin;
use wirefault::stream::{Dialect, End, Ending, Guard, GuardOptions, Step};
use wirefault::upstream::{Answer, HeadersView, Transport};
use wirefault::{Context, ErrorCode, GatewayError, Notice, Protocol};

use crate::hop::{Call, Failure, transport_of};
use crate::{Gateway, embedded};

/// Opens a stream: holds the answer back until the first event, so that a failure before it is
/// still a status of its own, or another candidate's turn.
pub async fn open(
    gateway: &Arc<Gateway>,
    origin: &Origin,
    answer: reqwest::Response,
    call: &Call,
    notice: Option<Notice>,
) -> Result<Response, Failure> {
    let mut relay = Relay {
        guard: Guard::new(GuardOptions::new(dialect(origin.protocol, call))),
        gateway: gateway.clone(),
        origin: origin.clone(),
        call: call.clone(),
        status: answer.status().as_u16(),
        answer,
        ready: Vec::new(),
        done: false,
    };
    while !relay.guard.has_started() && !relay.done {
        relay.pull().await?;
    }
    let renderer = &gateway.renderer;
    let context = Context::new();
    // Named events would break Gemini's clients: there the header alone carries a notice.
    if let (Some(notice), true) = (&notice, origin.protocol != Protocol::Gemini) {
        let event = renderer.notice_event(notice, &context);
        relay.ready.extend(event.map(Bytes::from));
    }
    let media = if call.array {
        "application/json"
    } else {
        "text/event-stream"
    };
    let mut response = Response::new(Body::from_stream(relay.into_stream()));
    response
        .headers_mut()
        .insert(header::CONTENT_TYPE, HeaderValue::from_static(media));
    response
        .headers_mut()
        .insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    if let Some(notice) = &notice {
        response
            .headers_mut()
            .extend(renderer.notice_headers(notice, &context));
    }
    Ok(response)
}

fn dialect(protocol: Protocol, call: &Call) -> Dialect {
    match protocol {
        Protocol::OpenAiResponses => Dialect::OpenAiResponses,
        Protocol::AnthropicMessages => Dialect::Anthropic,
        Protocol::Gemini if call.array => Dialect::GeminiArray,
        Protocol::Gemini => Dialect::GeminiSse,
        _ => Dialect::OpenAiChat,
    }
}

struct Relay {
    guard: Guard,
    gateway: Arc<Gateway>,
    origin: Origin,
    call: Call,
    status: u16,
    answer: reqwest::Response,
    /// Whole events, in order, that wait to be sent.
    ready: Vec<Bytes>,
    done: bool,
}

impl Relay {
    /// Takes the next chunk of the upstream, and keeps the whole events that it completes.
    async fn pull(&mut self) -> Result<(), Failure> {
        let end = match self.answer.chunk().await {
            Ok(Some(chunk)) => {
                let step = self.guard.push(chunk);
                return self.keep(step);
            }
            Ok(None) => End::Clean,
            Err(error) if transport_of(&error) == Transport::Timeout => End::IdleTimeout,
            Err(_) => End::Reset,
        };
        self.done = true;
        let report = self.guard.finish(end);
        if !report.release.is_empty() {
            self.ready.push(report.release);
        }
        if !report.ending.is_failure() {
            return Ok(());
        }
        let payload = report
            .failure
            .map(|failure| failure.payload)
            .unwrap_or_default();
        Err(self.failure(report.ending, &payload))
    }

    fn keep(&mut self, step: Step) -> Result<(), Failure> {
        let (whole, failure) = step.into_parts();
        self.ready.extend(whole);
        match failure {
            None => Ok(()),
            Some(failure) => {
                self.done = true;
                Err(self.failure(failure.ending, &failure.payload))
            }
        }
    }

    /// Names a failure: by what the upstream said, else by how its stream ended.
    fn failure(&self, ending: Ending, payload: &[u8]) -> Failure {
        if self.gateway.hop.embedded {
            let marked = embedded::marked_event(payload, self.gateway.renderer.catalog());
            if let Some(error) = marked {
                return Failure::marked(error);
            }
        }
        if let Some(key) = ending.suggested_key() {
            let code = ErrorCode::from_key(key).unwrap_or(ErrorCode::UpstreamStreamInterrupted);
            return Failure::named(code, Transport::Reset);
        }
        let answer = Answer {
            status: (self.status >= 400).then_some(self.status),
            headers: HeadersView::Map(self.answer.headers()),
            ..Answer::new(payload)
        };
        Failure::answer(&answer, &self.call, &self.gateway)
            .unwrap_or_else(|| Failure::named(ErrorCode::UpstreamError, Transport::Reset))
    }

    /// Turns what is left into the body: whole events, and at a failure the protocol's own end.
    fn into_stream(self) -> impl futures_util::Stream<Item = Result<Bytes, std::io::Error>> {
        stream::unfold(
            (self, Vec::<(u64, Bytes)>::new()),
            |(mut relay, mut tail)| async move {
                loop {
                    if !relay.ready.is_empty() {
                        let next = relay.ready.remove(0);
                        return Some((Ok(next), (relay, tail)));
                    }
                    if !tail.is_empty() {
                        let (pause, bytes) = tail.remove(0);
                        tokio::time::sleep(std::time::Duration::from_millis(pause)).await;
                        return Some((Ok(bytes), (relay, tail)));
                    }
                    if relay.done {
                        return None;
                    }
                    if let Err(failure) = relay.pull().await {
                        tail = relay.end(&failure.error);
                    }
                }
            },
        )
    }

    fn end(&self, error: &GatewayError) -> Vec<(u64, Bytes)> {
        let mut known = self.guard.state();
        known.array = self.call.array;
        let mut context = Context::new().now(std::time::SystemTime::now());
        if let Some(id) = &self.origin.id {
            context = context.request_id(id);
        }
        let renderer = &self.gateway.renderer;
        match renderer.stream_failure(error, self.origin.protocol, &known, &context) {
            None => Vec::new(),
            Some(failure) => {
                let then = failure.then.map(|(pause, bytes)| {
                    (u64::try_from(pause.as_millis()).unwrap_or(10), bytes.into())
                });
                std::iter::once((0, failure.bytes.into()))
                    .chain(then)
                    .collect()
            }
        }
    }
}
