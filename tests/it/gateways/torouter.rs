//! ToRouter: codes in capitals, and the type is the code.

use serde_json::json;
use wirefault::{Context, ErrorCode, GatewayError, Protocol};

use super::harness::Gateway;

#[test]
fn comes_out_as_documented() {
    matched();
}

/// Checks every item of the document, and returns how many there are.
pub(super) fn matched() -> usize {
    let mut gateway = Gateway::new("torouter");
    gateway.samples();
    gateway.statuses();
    windows(&mut gateway);
    rate_limit(&mut gateway);
    request_id(&mut gateway);
    mirrored(&mut gateway);
    gateway.report(1 + 21 + 3 + 1 + 1 + 3)
}

/// Daily, weekly and monthly limits of a subscription.
fn windows(gateway: &mut Gateway) {
    for window in ["daily", "weekly", "monthly"] {
        let error = gateway.error("subscription_window_exhausted", &json!({"window": window}));
        let body = gateway.body(&error, Protocol::OpenAiChat);
        assert!(
            body["error"]["message"]
                .as_str()
                .unwrap()
                .starts_with(window)
        );
        assert_eq!(body["error"]["code"], "SUBSCRIPTION_WINDOW_EXHAUSTED");
        gateway.matched(format!("429: {window} subscription window limit"));
    }
}

fn rate_limit(gateway: &mut Gateway) {
    let error = gateway.error("rate_limit_exceeded", &json!({}));
    let body = gateway.body(&error, Protocol::OpenAiChat);
    assert_eq!(body["error"]["message"], "rate limit exceeded");
    gateway.matched("429: message rate limit exceeded");
}

fn request_id(gateway: &mut Gateway) {
    let context = Context::new().request_id("req_1");
    let headers = gateway.headers(&ErrorCode::InternalError.into(), &context);
    assert_eq!(headers["x-request-id"], "req_1");
    gateway.matched("header x-request-id");
}

/// The shape mirrors the protocol, with the gateway's codes inside.
fn mirrored(gateway: &mut Gateway) {
    for code in ErrorCode::ALL {
        let error = GatewayError::new(*code);
        let openai = gateway.body(&error, Protocol::OpenAiChat);
        let code = openai["error"]["code"].as_str().unwrap();
        assert_eq!(code, code.to_ascii_uppercase());
        assert_eq!(openai["error"]["type"], code);
        let anthropic = gateway.body(&error, Protocol::AnthropicMessages);
        let inside = anthropic["error"]["details"]["error_code"]
            .as_str()
            .unwrap();
        assert!(inside == code || error.entry().hints.anthropic_error_code.is_some());
        let gemini = gateway.body(&error, Protocol::Gemini);
        let reason = gemini["error"]["details"][0]["reason"].as_str().unwrap();
        assert!(reason == code || error.entry().hints.gemini_reason.is_some());
    }
    for shape in ["OpenAI", "Anthropic", "Gemini"] {
        gateway.matched(format!("{shape} shape with the gateway's codes"));
    }
}
