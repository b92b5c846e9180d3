//! Chuizi: the status as the code, and a generation id on every answer.

use serde_json::{Value as Json, json};
use wirefault::{Context, ErrorCode, GatewayError, Protocol};

use super::harness::Gateway;

#[test]
fn comes_out_as_documented() {
    matched();
}

/// Checks every item of the document, and returns how many there are.
pub(super) fn matched() -> usize {
    let mut gateway = Gateway::new("chuizi");
    gateway.samples();
    table(&mut gateway);
    headers(&mut gateway);
    gateway.report(6 + 10 + 3)
}

/// The error code reference: status, type, description, retryable.
fn table(gateway: &mut Gateway) {
    let rows = gateway.fixture("table.json");
    for row in rows.as_array().unwrap() {
        let key = row["key"].as_str().unwrap();
        let error = gateway.error(key, &json!({}));
        let body = gateway.body(&error, Protocol::OpenAiChat);
        assert_eq!(Json::from(gateway.renderer.status(&error)), row["status"]);
        assert_eq!(body["error"]["type"], row["type"], "{key}");
        assert_eq!(body["error"]["code"], row["status"].to_string(), "{key}");
        let flag = gateway.headers(&error, &Context::new())["x-should-retry"].clone();
        assert_eq!(flag, row["retryable"].to_string(), "{key}");
        let catalog = gateway.renderer.catalog();
        let entry = catalog.get(key).unwrap();
        let text = catalog.description(entry, "en").trim_end_matches('.');
        assert_eq!(text, row["description"], "{key}");
        gateway.matched(format!("table row {}", row["status"]));
    }
}

fn headers(gateway: &mut Gateway) {
    let context = Context::new().variables(&[("generation_id", "gen_01")]);
    let limited = gateway.error("rate_limit_exceeded", &json!({"retry_after": "2s"}));
    let headers = gateway.headers(&limited, &context);
    assert_eq!(headers["retry-after"], "2");
    gateway.matched("429: header Retry-After");
    assert_eq!(headers["x-chuizi-generation-id"], "gen_01");
    gateway.matched("header x-chuizi-generation-id on errors");
    let successes = gateway.renderer.success_headers(&context);
    assert_eq!(successes["x-chuizi-generation-id"], "gen_01");
    gateway.matched("header x-chuizi-generation-id on successes");
    // Without an id the header is left out, not empty.
    let none = gateway.headers(&limited, &Context::new());
    assert!(none.get("x-chuizi-generation-id").is_none());
    assert!(gateway.renderer.success_headers(&Context::new()).is_empty());
}

#[test]
fn every_code_is_the_status_of_its_answer() {
    let gateway = Gateway::new("chuizi");
    for code in ErrorCode::ALL {
        let error = GatewayError::new(*code).with_upstream_status(418);
        let body = gateway.body(&error, Protocol::OpenAiChat);
        assert_eq!(
            body["error"]["code"],
            gateway.renderer.status(&error).to_string()
        );
    }
}
