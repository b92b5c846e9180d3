//! What a layer can say about spelling, bodies, headers, streams and waits.

use std::time::Duration;

use serde_json::{Value as Json, json};
use wirefault::catalog::Layer;
use wirefault::{
    Catalog, Context, ErrorCode, FieldPath, GatewayError, Protocol, Renderer, StreamState,
};

fn renderer(layer: Json) -> Renderer {
    let layer = Layer::from_json("acme.json", &layer.to_string()).unwrap();
    Renderer::build(Catalog::builder().layer(layer)).unwrap_or_else(|problems| panic!("{problems}"))
}

fn body(
    renderer: &Renderer,
    error: &GatewayError,
    protocol: Protocol,
    context: &Context<'_>,
) -> Json {
    let mut out = Vec::new();
    renderer.body(error, protocol, context, &mut out);
    serde_json::from_slice(&out)
        .unwrap_or_else(|e| panic!("{e}: {}", String::from_utf8_lossy(&out)))
}

fn spelt(layer: Json, code: ErrorCode) -> (Json, Json) {
    let body = body(
        &renderer(layer),
        &code.into(),
        Protocol::OpenAiChat,
        &Context::new(),
    );
    (body["error"]["type"].clone(), body["error"]["code"].clone())
}

#[test]
fn spelling_overall_and_per_entry() {
    let quota = ErrorCode::QuotaExhausted;
    for (layer, type_, code) in [
        (
            json!({}),
            json!("rate_limit_error"),
            json!("quota_exhausted"),
        ),
        (
            json!({"code_style": "screaming"}),
            json!("rate_limit_error"),
            json!("QUOTA_EXHAUSTED"),
        ),
        (
            json!({"code_style": "status"}),
            json!("rate_limit_error"),
            json!("429"),
        ),
        (
            json!({"code_style": "type"}),
            json!("rate_limit_error"),
            json!("rate_limit_error"),
        ),
        (
            json!({"code_style": "absent"}),
            json!("rate_limit_error"),
            Json::Null,
        ),
        (
            json!({"type_style": "code"}),
            json!("quota_exhausted"),
            json!("quota_exhausted"),
        ),
        (
            json!({"code_style": "status", "type_style": "code"}),
            json!("429"),
            json!("429"),
        ),
        (
            json!({"types": {"quota": "out_of_quota"}, "code_style": "type"}),
            json!("out_of_quota"),
            json!("out_of_quota"),
        ),
        (
            json!({"code_style": "screaming", "override": {"quota_exhausted": {"code": "E17"}}}),
            json!("rate_limit_error"),
            json!("E17"),
        ),
        (
            json!({"code_style": "screaming", "override": {"quota_exhausted": {"code_style": "status", "type": "{code}"}}}),
            json!("429"),
            json!("429"),
        ),
        (
            json!({"override": {"quota_exhausted": {"code": "", "type": "gone"}}}),
            json!("gone"),
            Json::Null,
        ),
    ] {
        assert_eq!(spelt(layer.clone(), quota), (type_, code), "{layer}");
    }
}

#[test]
fn several_entries_share_a_code_and_the_look_up_says_so() {
    let own = renderer(json!({"override": {
        "storage_error": {"code": "E1"}, "configuration_error": {"code": "E1"}}}));
    let failed = own.catalog().find("E1").unwrap_err().to_string();
    assert!(
        failed.contains("storage_error") && failed.contains("configuration_error"),
        "{failed}"
    );
    assert_eq!(
        own.catalog().find("storage_error").unwrap().key(),
        "storage_error"
    );
}

/// Anthropic's and Gemini's clients know closed sets, which no layer changes.
#[test]
fn closed_vocabularies_stay_closed() {
    let own = renderer(json!({"type_style": "code", "code_style": "screaming",
        "types": {"quota": "gone"}, "override": {"quota_exhausted": {"type": "gone"}}}));
    let error = ErrorCode::QuotaExhausted.into();
    let anthropic = body(&own, &error, Protocol::AnthropicMessages, &Context::new());
    assert_eq!(anthropic["error"]["type"], "rate_limit_error");
    assert_eq!(
        anthropic["error"]["details"]["error_code"],
        "QUOTA_EXHAUSTED"
    );
    let gemini = body(&own, &error, Protocol::Gemini, &Context::new());
    assert_eq!(gemini["error"]["status"], "RESOURCE_EXHAUSTED");
}

#[test]
fn keys_are_kept_dropped_added_and_ordered() {
    let own = renderer(json!({
        "doc_base_url": "https://acme.example/errors",
        "variables": {"region": "eu-1"},
        "body": {"openai-chat": {
            "top": ["error", "request_id", {"key": "ok", "value": false}, {"key": "region", "value": "{@region}"}],
            "error": ["code", "message", "param?", "doc_url",
                {"key": "tenant", "value": "{tenant}"},
                {"key": "said", "value": "{code} for {tenant}"},
                {"key": "left", "value": "{fallbacks}"},
                {"key": "tries", "value": "{tries}"},
                {"key": "meta", "value": {"v": [1, null]}}]}},
        "override": {"model_quota_exhausted": {
            "params": {
                "fallbacks": {"type": "list", "example": ["a", "b"]},
                "tries": {"type": "int", "example": 2}},
            "extensions": {"hint": "{fallbacks}", "pointer": "{pointer}", "wait": "{retry_after}"},
            "message": "Out of quota after {tries} tries; try {fallbacks}."}}
    }));
    let error = GatewayError::new(ErrorCode::ModelQuotaExhausted)
        .with("fallbacks", vec!["a\"1".to_owned(), "b".to_owned()])
        .with("tries", 2)
        .with_field(FieldPath::body("messages").index(1));
    let variables = [("tenant", "t-9")];
    let context = Context::new().request_id("req_1").variables(&variables);
    let mut out = Vec::new();
    own.body(&error, Protocol::OpenAiChat, &context, &mut out);
    assert_eq!(
        String::from_utf8(out).unwrap(),
        concat!(
            r#"{"error":{"code":"model_quota_exhausted","message":"Out of quota after 2 tries; try a\"1, b.","#,
            r#""param":"messages[1]","doc_url":"https://acme.example/errors#model_quota_exhausted","#,
            r#""tenant":"t-9","said":"model_quota_exhausted for t-9","left":["a\"1","b"],"tries":2,"#,
            r#""meta":{"v":[1,null]}},"request_id":"req_1","ok":false,"region":"eu-1","#,
            r#""hint":["a\"1","b"],"pointer":"/messages/1","wait":"3600"}"#
        )
    );
    // What has no value is left out, and the commas with it.
    let bare = GatewayError::new(ErrorCode::StorageError);
    let bare = body(&own, &bare, Protocol::OpenAiChat, &Context::new());
    assert_eq!(bare["error"]["meta"], json!({"v": [1, null]}));
    let keys: Vec<&String> = bare["error"].as_object().unwrap().keys().collect();
    assert_eq!(keys.len(), 4, "{keys:?}");
    assert_eq!(bare["ok"], false);
}

#[test]
fn headers_on_errors_and_successes() {
    let own = renderer(json!({
        "request_id_headers": ["x-acme-id"],
        "variables": {"region": "eu-1"},
        "headers": {
            "errors": {"x-acme-error": "{code}/{status}", "x-region": "{@region}"},
            "successes": {"x-region": "{@region}", "x-tenant": "{tenant}"}},
        "override": {"forbidden": {"headers": {"x-why": "see {doc_url}", "x-acme-kind": "{type}"}}}
    }));
    let variables = [("tenant", "t-9\r\nx-evil: 1")];
    let context = Context::new().request_id("req_1").variables(&variables);
    let headers = own.headers(&ErrorCode::Forbidden.into(), Protocol::OpenAiChat, &context);
    assert_eq!(headers["x-acme-id"], "req_1");
    assert_eq!(headers["x-acme-error"], "forbidden/403");
    assert_eq!(headers["x-acme-kind"], "permission_error");
    assert!(headers.get("x-request-id").is_none() && headers.get("x-why").is_none());
    let successes = own.success_headers(&context);
    assert_eq!(successes["x-region"], "eu-1");
    // A value that would break out of its line is left out.
    assert!(successes.get("x-tenant").is_none());
}

#[test]
fn waits_above_the_cap_and_streams_in_the_plain_form() {
    let error =
        GatewayError::new(ErrorCode::RateLimitExceeded).with_retry_after(Duration::from_secs(600));
    let after = |layer: Json| {
        let headers = renderer(layer).headers(&error, Protocol::OpenAiChat, &Context::new());
        assert_eq!(headers["x-should-retry"], "false");
        headers
            .get("retry-after")
            .map(|value| value.to_str().unwrap().to_owned())
    };
    assert_eq!(after(json!({})), None);
    assert_eq!(after(json!({"retry_after_cap": 599})), None);
    assert_eq!(
        after(json!({"retry_after_cap": 600})).as_deref(),
        Some("600")
    );
    assert_eq!(
        after(json!({"retry_after_cap": "none"})).as_deref(),
        Some("600")
    );
    let own = renderer(json!({"stream": {"openai-chat": "event_error", "gemini": "standard"}}));
    let stream = |protocol| {
        let state = StreamState::default();
        let failure = own
            .stream_failure(&error, protocol, &state, &Context::new())
            .unwrap();
        String::from_utf8(failure.bytes).unwrap()
    };
    assert!(stream(Protocol::OpenAiChat).starts_with("event: error\ndata: {\"error\":"));
    assert!(!stream(Protocol::OpenAiChat).contains("[DONE]"));
    assert!(stream(Protocol::Gemini).starts_with("data: {\"error\":"));
}

#[test]
fn layers_stack_and_the_topmost_wins() {
    let layer = |text: Json| Layer::from_json("l.json", &text.to_string()).unwrap();
    let company = layer(json!({"name": "company", "override": {
        "forbidden": {"message": "No.", "http_status": 404},
        "storage_error": {"message": "Disk."}}}));
    let brand = layer(json!({"name": "brand", "override": {"forbidden": {"message": "Nope."}}}));
    let own = Renderer::build(Catalog::builder().layer(company).layer(brand)).unwrap();
    let entry = own.catalog().get("forbidden").unwrap();
    assert_eq!(
        own.message(&ErrorCode::Forbidden.into(), &Context::new()),
        "Nope."
    );
    assert_eq!(own.status(&ErrorCode::Forbidden.into()), 404);
    assert_eq!(
        (entry.origin("message"), entry.origin("http_status")),
        ("brand", "company")
    );
    // A reworded message is not contradicted by a translation of the old one.
    let german = layer(
        json!({"name": "german", "default_language": "de", "override": {
        "storage_error": {"message": "Disk."}}}),
    );
    let own = Renderer::build(Catalog::builder().layer(german)).unwrap();
    assert_eq!(
        own.message(&ErrorCode::StorageError.into(), &Context::new()),
        "Disk."
    );
    let other = own.message(&ErrorCode::EmptyBody.into(), &Context::new());
    assert!(other.contains("Anfrage"), "{other}");
}

/// The five layers read as JSON are the same layers; TOML is a convenience of its feature.
#[test]
fn json_and_toml_are_the_same_layer() {
    for name in ["gpushare", "torouter", "chuizi", "dgx", "sub2api"] {
        let path = format!("examples/gateways/{name}/layer.toml");
        let text = std::fs::read_to_string(crate::gateways::harness::root(&path)).unwrap();
        let value: Json = toml::from_str(&text).unwrap();
        let (toml, json) = (
            Layer::from_toml(&path, &text).unwrap(),
            Layer::from_json("layer.json", &value.to_string()).unwrap(),
        );
        let bodies = |layer: Layer| -> Vec<Json> {
            let own = Renderer::build(Catalog::builder().layer(layer)).unwrap();
            let keys: Vec<String> = own
                .catalog()
                .entries()
                .iter()
                .map(|e| e.key().to_owned())
                .collect();
            let example = |key: &String| {
                let error = own.catalog().example(key).unwrap();
                body(&own, &error, Protocol::Native, &Context::new())
            };
            keys.iter().map(example).collect()
        };
        assert_eq!(bodies(toml), bodies(json), "{name}");
    }
}

/// A closed catalog stays closed for entries that were written by macro and named in no layer.
#[test]
fn entries_that_no_layer_names_fold_by_category() {
    let own = renderer(json!({
        "only": ["internal_error", "invalid_field"],
        "fold": {"*": "internal_error", "category:invalid_request": "invalid_field"}}));
    static LOOSE: std::sync::LazyLock<wirefault::catalog::Entry> =
        std::sync::LazyLock::new(|| ErrorCode::UnsupportedMedia.entry().clone());
    let error = GatewayError::from(&*LOOSE);
    assert_eq!(own.key(&error), "invalid_field");
    assert_eq!(
        own.key(&wirefault::Code::from("never_heard_of").into()),
        "internal_error"
    );
}

/// Browsers' scripts may read what a layer adds.
#[test]
fn headers_of_the_layer_are_exposed() {
    let own = renderer(json!({"headers": {"errors": {"acme-trace": "{code}"}}}));
    let headers = own.headers(
        &ErrorCode::Forbidden.into(),
        Protocol::OpenAiChat,
        &Context::new(),
    );
    let exposed = headers["access-control-expose-headers"].to_str().unwrap();
    assert!(exposed.contains("acme-trace"), "{exposed}");
}
