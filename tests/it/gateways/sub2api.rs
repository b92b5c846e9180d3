//! sub2api: two keys, a map by status, and one plain stream event.

use serde_json::{Value as Json, json};
use wirefault::sanitise::Sanitiser;
use wirefault::upstream::{self, Answer, Failed, Rules};
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
    pass_through(&mut gateway);
    gateway.report(16 + 1 + 1 + 9 + 1 + 2)
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

/// A rule hands an upstream's status and words on, and keeps the failure out of the monitoring.
fn pass_through(gateway: &mut Gateway) {
    let rules = Rules::from_catalog(gateway.renderer.catalog()).unwrap();
    for (text, rule) in [
        ("Context limit of 8192 tokens exceeded", true),
        ("no", false),
    ] {
        let body = json!({"error": {"message": text}}).to_string();
        let answer = Answer {
            status: Some(422),
            ..Answer::new(body.as_bytes())
        };
        let facts = upstream::read(&answer);
        let found = upstream::classify(&answer, &facts);
        let failed = Failed {
            answer: Some(&answer),
            facts: Some(&facts),
            ..Failed::new(&found)
        };
        let catalog = gateway.renderer.catalog();
        let told = upstream::answer(&failed, catalog, &rules, Sanitiser::standard());
        assert_eq!((told.rule.is_some(), told.monitored), (rule, !rule));
        let status = gateway.renderer.status(&told.error);
        let body = gateway.body(&told.error, Protocol::OpenAiChat);
        if rule {
            assert_eq!(status, 422);
            let wanted = json!({"error": {"type": "upstream_error", "message": text}});
            assert_eq!(body, wanted);
        } else {
            assert_eq!(status, 502);
        }
        gateway.matched(format!("rule context-limit decides: {rule}"));
    }
}
