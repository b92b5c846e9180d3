//! What a client gets is whole: JSON, one error, one line a header.

use wirefault::{Context, GatewayError, Protocol, Renderer, StreamState};

/// Renders an error everywhere and checks what a client gets.
pub(crate) fn everywhere(renderer: &Renderer, error: &GatewayError, context: &Context<'_>) {
    for protocol in Protocol::ALL {
        response(renderer, error, *protocol, context);
    }
}

fn response(renderer: &Renderer, error: &GatewayError, protocol: Protocol, context: &Context<'_>) {
    let response: http::Response<Vec<u8>> = renderer.response(error, protocol, context);
    let status = response.status().as_u16();
    assert!((400..=599).contains(&status), "{status}");
    for value in response.headers().values() {
        let breaks = |byte: &u8| matches!(byte, b'\r' | b'\n' | 0);
        assert!(!value.as_bytes().iter().any(breaks), "{value:?}");
    }
    let message = renderer.message(error, context);
    let parsed = protocol.parse(response.body());
    let parsed = parsed.unwrap_or_else(|| panic!("{}", String::from_utf8_lossy(response.body())));
    assert_eq!(parsed.message, message, "{protocol}");
    assert!(parsed.status.is_none_or(|written| written == status));
    let state = StreamState::default();
    let Some(failure) = renderer.stream_failure(error, protocol, &state, context) else {
        assert_eq!(protocol, Protocol::Problem);
        return;
    };
    let data = failure.bytes.split(|byte| *byte == b'\n');
    let data = data.filter_map(|line| line.strip_prefix(b"data: "));
    let first = data.clone().next().and_then(|data| protocol.parse(data));
    assert_eq!(first.map(|parsed| parsed.message), Some(message));
    for data in data.filter(|data| data != b"[DONE]") {
        assert!(serde_json::from_slice::<serde::de::IgnoredAny>(data).is_ok());
    }
}
