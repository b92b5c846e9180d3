//! GPUShare: thirteen codes on three protocols.

use serde_json::{Value as Json, json};
use wirefault::{ErrorCode, GatewayError, Protocol};

use super::harness::Gateway;

#[test]
fn comes_out_as_documented() {
    matched();
}

/// Checks every item of the document, and returns how many there are.
pub(super) fn matched() -> usize {
    let mut gateway = Gateway::new("gpushare");
    gateway.samples();
    gateway.statuses();
    three_protocols(&mut gateway);
    chinese_page(&mut gateway);
    gateway.report(4 + 13 + 3 + 13)
}

/// The codes are the same in OpenAI's, Anthropic's and Gemini's shapes.
fn three_protocols(gateway: &mut Gateway) {
    let rows = gateway.fixture("statuses.json");
    for row in rows.as_array().unwrap() {
        let (key, status) = (row[0].as_str().unwrap(), row[1].clone());
        let error = gateway.error(key, &json!({}));
        let openai = gateway.body(&error, Protocol::OpenAiChat);
        assert_eq!(openai["error"]["code"], key);
        assert_eq!(openai["error"].as_object().unwrap().len(), 3, "{openai}");
        let anthropic = gateway.body(&error, Protocol::AnthropicMessages);
        assert_eq!(anthropic["type"], "error");
        assert_eq!(anthropic["error"]["details"]["error_code"], key);
        let gemini = gateway.body(&error, Protocol::Gemini);
        assert_eq!(gemini["error"]["code"], status);
        assert_eq!(
            gemini["error"]["details"][0]["reason"],
            key.to_ascii_uppercase()
        );
        assert!(gemini["error"]["status"].is_string());
    }
    for envelope in [
        "OpenAI: {error}",
        "Anthropic: {type, error}",
        "Gemini: {error: {code, status}}",
    ] {
        gateway.matched(envelope);
    }
}

fn chinese_page(gateway: &mut Gateway) {
    let rows = gateway.fixture("statuses.json");
    for row in rows.as_array().unwrap() {
        let key = row[0].as_str().unwrap();
        let entry = gateway.renderer.catalog().get(key).unwrap();
        let catalog = gateway.renderer.catalog();
        let text = catalog.description(entry, "zh-Hans").to_owned();
        assert!(
            text.contains('。') && text != catalog.description(entry, "en"),
            "{key}: {text}"
        );
        gateway.matched(format!("{key}: text of the page"));
    }
}

#[test]
fn what_is_no_code_of_its_page_folds_and_keeps_its_retry_advice() {
    let gateway = Gateway::new("gpushare");
    for code in ErrorCode::ALL {
        if code.entry().category == wirefault::Category::Notice {
            continue;
        }
        let body = gateway.body(&GatewayError::new(*code), Protocol::OpenAiChat);
        let code = body["error"]["code"].as_str().unwrap();
        assert!(gateway.renderer.catalog().get(code).is_some(), "{body}");
    }
    let malformed = GatewayError::new(ErrorCode::InvalidJson);
    let headers = gateway.headers(&malformed, &wirefault::Context::new());
    assert_eq!(headers["x-should-retry"], "false");
    assert_eq!(
        gateway.body(&malformed, Protocol::OpenAiChat)["error"]["code"],
        Json::from("upstream_error")
    );
}

#[test]
fn an_upstream_failure_names_its_status_only() {
    let gateway = Gateway::new("gpushare");
    let error = gateway.upstream(500, r#"{"error":{"message":"node gpu-17 failed"}}"#);
    let body = gateway.body(&error, Protocol::OpenAiChat);
    assert_eq!(body["error"]["message"], "Upstream returned 500");
}

/// The relay's channel answers 5xx as `bltcy_5xx_sanitized`, and nothing of its body shows.
#[test]
fn the_relay_has_a_code_of_its_own() {
    let gateway = Gateway::new("gpushare");
    let secret = r#"{"error":{"message":"bltcy node 7 crashed","type":"relay_error"}}"#;
    let error = gateway.upstream_on(Some("bltcy"), 503, secret);
    let body = gateway.body(&error, Protocol::OpenAiChat);
    assert_eq!(body["error"]["code"], "bltcy_5xx_sanitized");
    assert_eq!(body["error"]["message"], "Upstream returned 503");
    let error = gateway.upstream_on(Some("direct"), 500, secret);
    assert_eq!(error.key(), "upstream_error");
}
