//! DGX: one envelope, stable anchors, notices, and a wait until midnight.

use std::time::{Duration, UNIX_EPOCH};

use serde_json::{Value as Json, json};
use wirefault::{Context, ErrorCode, FieldPath, GatewayError, Notice, Protocol};

use super::harness::Gateway;

#[test]
fn comes_out_as_documented() {
    matched();
}

/// Checks every item of the document, and returns how many there are.
pub(super) fn matched() -> usize {
    let mut gateway = Gateway::new("dgx");
    gateway.samples();
    gateway.statuses();
    envelope(&mut gateway);
    first_entry(&mut gateway);
    anchors(&mut gateway);
    midnight(&mut gateway);
    propagated(&mut gateway);
    notices(&mut gateway);
    applied(&mut gateway);
    gateway.report(1 + 25 + 2 + 1 + 25 + 1 + 4 + 4 + 1)
}

/// `type`, `code`, `message`, and a JSON pointer as `param`, on every route alike.
fn envelope(gateway: &mut Gateway) {
    let path = FieldPath::body("messages").index(0).key("content");
    let error = GatewayError::new(ErrorCode::MissingField).with_field(path);
    for protocol in [
        Protocol::OpenAiChat,
        Protocol::OpenAiResponses,
        Protocol::Native,
    ] {
        let body = gateway.body(&error, protocol);
        gateway.keys(&error, protocol, &["type", "code", "message", "param"]);
        assert_eq!(body["error"]["param"], "/messages/0/content");
        assert_eq!(body.as_object().unwrap().len(), 1, "{body}");
    }
    gateway.matched("envelope: type, code, message, param");
    let error = GatewayError::new(ErrorCode::MissingField);
    let body = gateway.body(&error, Protocol::OpenAiChat);
    assert!(body["error"].get("param").is_none(), "{body}");
    gateway.matched("envelope: no param where none is at fault");
}

/// `GET /errors | .entries[0]`
fn first_entry(gateway: &mut Gateway) {
    let catalog = gateway.renderer.catalog();
    let first = &catalog.entries()[0];
    let error = catalog.example(first.key()).unwrap();
    let body = gateway.body(&error, Protocol::Native);
    let entry = json!({
        "code": first.code(),
        "type": body["error"]["type"],
        "http_status": first.entry().status.code(None),
        "title": catalog.title(first, "en"),
        "description": catalog.description(first, "en"),
        "remediation": catalog.remediation(first, "en").join("\n"),
        "typical_param": first.entry().typical_param,
    });
    assert_eq!(entry, gateway.fixture("entry.json"));
    gateway.matched("GET /errors, first entry");
}

/// The anchor is the code.
fn anchors(gateway: &mut Gateway) {
    let rows = gateway.fixture("statuses.json");
    for row in rows.as_array().unwrap() {
        let code = row[0].as_str().unwrap();
        let found = gateway.renderer.catalog().find(code).unwrap();
        assert_eq!(found.entry().anchor, code);
        gateway.matched(format!("anchor #{code}"));
    }
}

/// `Retry-After` until the next 00:00 UTC.
fn midnight(gateway: &mut Gateway) {
    let error = gateway.error("openrouter_daily_quota_exhausted", &json!({}));
    let nine_hours_before = UNIX_EPOCH + Duration::from_secs(86_400 * 20_000 + 15 * 3600);
    let headers = gateway.headers(&error, &Context::new().now(nine_hours_before));
    assert_eq!(headers["retry-after"], "32400");
    assert_eq!(headers["x-should-retry"], "false");
    assert_eq!(headers["content-type"], "application/json");
    gateway.matched("header Retry-After: 32400");
}

/// A 4xx of the upstream is passed on 1:1, and not as an opaque 502.
fn propagated(gateway: &mut Gateway) {
    let rejected =
        r#"{"error":{"message":"messages[0]: unknown role","type":"invalid_request_error"}}"#;
    for status in [400, 404, 409, 422] {
        let error = gateway.upstream(status, rejected);
        assert_eq!(gateway.renderer.status(&error), status);
        let body = gateway.body(&error, Protocol::OpenAiChat);
        assert_eq!(body["error"]["code"], "upstream_bad_request");
        assert_eq!(body["error"]["message"], "messages[0]: unknown role");
        gateway.matched(format!("upstream {status} passed on"));
    }
    let error = gateway.upstream(401, r#"{"error":{"message":"Incorrect API key provided"}}"#);
    assert_eq!(
        (gateway.renderer.status(&error), error.key()),
        (502, "upstream_error")
    );
    let error = gateway.upstream(
        429,
        r#"{"error":{"message":"Rate limit reached for org-1"}}"#,
    );
    assert_eq!(
        (gateway.renderer.status(&error), error.key()),
        (429, "model_quota_exhausted")
    );
}

/// HTTP 200 with `dgx_code` in the body, and a named event in streams.
fn notices(gateway: &mut Gateway) {
    for (code, event) in [
        ("tool_loop_max_iterations", "spass.tool-cap"),
        ("tool_loop_anti_loop_synthesised", "spass.tool-anti-loop"),
    ] {
        let notice = Notice::new(code)
            .with("iterations", 10)
            .with("synth_called", true);
        let context = Context::new();
        let bytes = gateway.renderer.notice_event(&notice, &context).unwrap();
        let text = String::from_utf8(bytes).unwrap();
        let head = format!("event: {event}\ndata: ");
        let payload = text
            .strip_prefix(&head)
            .unwrap()
            .strip_suffix("\n\n")
            .unwrap();
        let payload: Json = serde_json::from_str(payload).unwrap();
        let wanted = json!({"code": code, "iterations": 10, "synth_called": true});
        assert_eq!(payload, wanted);
        gateway.matched(format!("event {event}"));
        let mut body = br#"{"id": "chatcmpl-1", "choices": []}"#.to_vec();
        assert!(gateway.renderer.notice_body(&notice, &context, &mut body));
        let body: Json = serde_json::from_slice(&body).unwrap();
        assert_eq!(body["dgx_code"], code);
        gateway.matched(format!("dgx_code {code} in the body"));
    }
}

fn applied(gateway: &mut Gateway) {
    let notice = Notice::new("request_adjusted")
        .with("adjustment", "max_tokens_floored")
        .with("value", "200");
    let headers = gateway.renderer.notice_headers(&notice, &Context::new());
    assert_eq!(headers["spass-applied"], "max_tokens_floored=200");
    gateway.matched("header spass-applied: max_tokens_floored=200");
}
