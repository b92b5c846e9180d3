//! A failure after the stream has begun.

use std::time::Duration;

use super::{Cast, Context, Protocol, Renderer, anthropic, gemini, native, openai, responses};
use crate::catalog::Retry;
use crate::error::GatewayError;

/// What a stream has told the client so far, as far as its end needs it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct StreamState {
    /// OpenAI Responses: the last `sequence_number`.
    pub last_sequence: Option<u64>,
    /// OpenAI Responses: the response's id.
    pub response_id: Option<String>,
    /// OpenAI Responses: the model's name.
    pub model: Option<String>,
    /// OpenAI Responses: `created_at`.
    pub created_at: Option<u64>,
    /// Gemini: the stream is a JSON array, not SSE.
    pub array: bool,
    /// Gemini: the array has an element already.
    pub array_started: bool,
}

/// The bytes that end a stream with an error. They belong at an event boundary.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct StreamFailure {
    /// What is written, and flushed.
    pub bytes: Vec<u8>,
    /// What is written after a pause, in a chunk of its own.
    pub then: Option<(Duration, Vec<u8>)>,
}

impl StreamFailure {
    /// Returns all bytes in order, the pause left out.
    pub fn all(&self) -> Vec<u8> {
        let mut out = self.bytes.clone();
        out.extend(self.then.iter().flat_map(|(_, bytes)| bytes));
        out
    }
}

impl Renderer {
    /// Renders a failure after the stream has begun.
    ///
    /// Returns None for [`Protocol::Problem`], which has no stream form. Where a layer asks for
    /// the plain form, it is `event: error` with the body; a JSON array is closed all the same.
    ///
    /// ```
    /// use wirefault::{Context, ErrorCode, Protocol, Renderer, StreamState};
    ///
    /// let failure = Renderer::standard()
    ///     .stream_failure(&ErrorCode::UpstreamTimeout.into(), Protocol::AnthropicMessages,
    ///         &StreamState::default(), &Context::new())
    ///     .unwrap();
    /// assert!(failure.bytes.starts_with(b"event: error\ndata: {\"type\":\"error\""));
    /// ```
    pub fn stream_failure(
        &self,
        error: &GatewayError,
        protocol: Protocol,
        state: &StreamState,
        context: &Context<'_>,
    ) -> Option<StreamFailure> {
        let mut body = Vec::new();
        self.body(error, protocol, context, &mut body);
        let mut failure = StreamFailure::default();
        let out = &mut failure.bytes;
        let name: &'static str = protocol.into();
        // A JSON array has no events, so there the plain form would break it.
        let array = protocol == Protocol::Gemini && state.array;
        let plain = &self.catalog().inner.plain_streams;
        if !array && plain.iter().any(|plain| plain == name) {
            native::stream(&body, out);
            return Some(failure);
        }
        match protocol {
            Protocol::Problem => return None,
            Protocol::OpenAiChat => openai::stream(&body, out),
            Protocol::OpenAiResponses => self.responses_failure(error, state, context, out),
            Protocol::AnthropicMessages => anthropic::stream(&body, out),
            Protocol::Native => native::stream(&body, out),
            Protocol::Gemini if state.array => gemini::array(state.array_started, &body, out),
            Protocol::Gemini => {
                let (event, raw) = gemini::stream(&body);
                *out = event;
                failure.then = Some((gemini::PAUSE, raw));
            }
        }
        Some(failure)
    }

    fn responses_failure(
        &self,
        error: &GatewayError,
        state: &StreamState,
        context: &Context<'_>,
        out: &mut Vec<u8>,
    ) {
        self.cast(error, context, |prepared, cast: &Cast<'_>| {
            let entry = prepared.resolved.entry();
            let stop_code = match &entry.hints.responses_stop_code {
                Some(code) => code,
                None if retryable(cast) => responses::RETRY,
                None => responses::STOP,
            };
            let mut message = Vec::new();
            prepared.message(cast, &mut message);
            let kind = prepared.kind(Protocol::OpenAiResponses, cast.status());
            let code = prepared.code_for(cast.status());
            let param = error.field().map(ToString::to_string);
            let texts = responses::Texts {
                message: &message,
                kind: &kind,
                code: code.as_deref(),
                stop_code,
                param: param.as_deref(),
            };
            responses::stream(&texts, state, out);
        });
    }
}

/// Returns true if an agent may repeat the turn by itself.
fn retryable(cast: &Cast<'_>) -> bool {
    cast.advice().should_retry && !matches!(cast.error.own_retry(), Some(Retry::Never))
}
