//! sub2api: two keys, a map by status, and one plain stream event.

use serde_json::{Value as Json, json};
use wirefault::{ErrorCode, GatewayError, Protocol};

use super::harness::Gateway;

#[test]
fn comes_out_as_documented() {
    matched();
}

/// Checks every item of the document, and returns how many there are.
pub(super) fn matched() -> usize {
    let mut gateway = Gateway::new("sub2api");
    gateway.samples();
    body_too_large(&mut gateway);
    two_keys(&mut gateway);
    upstream_map(&mut gateway);
    stream_event(&mut gateway);
    gateway.report(16 + 1 + 1 + 9 + 1)
}

/// The handler builds this message elsewhere; status and type are in the document.
fn body_too_large(gateway: &mut Gateway) {
    let error = GatewayError::new(ErrorCode::RequestTooLarge);
    assert_eq!(gateway.renderer.status(&error), 413);
    let body = gateway.body(&error, Protocol::OpenAiResponses);
    assert_eq!(body["error"]["type"], "invalid_request_error");
    gateway.matched("body too large: 413 invalid_request_error");
}

fn two_keys(gateway: &mut Gateway) {
    for code in ErrorCode::ALL {
        let error = GatewayError::new(*code);
        for protocol in [
            Protocol::OpenAiChat,
            Protocol::OpenAiResponses,
            Protocol::Native,
        ] {
            let body = gateway.body(&error, protocol);
            gateway.keys(&error, protocol, &["message", "type"]);
            assert_eq!(body.as_object().unwrap().len(), 1);
        }
    }
    gateway.matched("body of two keys");
}

/// `mapUpstreamError`: the first row that names the status, or no status.
fn upstream_map(gateway: &mut Gateway) {
    let rows = gateway.fixture("upstream.json");
    for row in rows.as_array().unwrap() {
        let upstream = u16::try_from(row[0].as_u64().unwrap()).unwrap();
        let error = gateway.upstream(upstream, r#"{"error":{"message":"acct_17 at 10.0.0.8"}}"#);
        assert_eq!(Json::from(gateway.renderer.status(&error)), row[1]);
        let body = gateway.body(&error, Protocol::OpenAiResponses);
        assert_eq!(body, json!({"error": {"type": row[2], "message": row[3]}}));
        gateway.matched(format!("upstream {upstream} is answered with {}", row[1]));
    }
}

fn stream_event(gateway: &mut Gateway) {
    let error = GatewayError::new(ErrorCode::UpstreamAuthFailed);
    let wanted = "event: error\ndata: {\"error\":{\"message\":\"Upstream authentication failed, please contact administrator\",\"type\":\"upstream_error\"}}\n\n";
    for protocol in [Protocol::OpenAiChat, Protocol::OpenAiResponses] {
        assert_eq!(gateway.stream(&error, protocol), wanted);
    }
    gateway.matched("stream: event: error with the body");
}
