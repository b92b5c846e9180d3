//! Any text inside a JSON string: what `serde_json` reads is what was meant.

use std::sync::LazyLock;

use serde_json::Value;
use wirefault::catalog::Layer;
use wirefault::text::PublicText;
use wirefault::{Catalog, Context, ErrorCode, FieldPath, GatewayError, Protocol, Renderer};

static RENDERER: LazyLock<Renderer> = LazyLock::new(|| {
    let layer = r#"{"name": "acme", "body": {"native": {"error": [
        "code", "message", "param", {"key": "plan", "value": "<{plan}>"}, {"key": "model", "value": "{model}"}
    ]}}}"#;
    let layer = Layer::from_json("acme.json", layer).unwrap_or_default();
    Renderer::build(Catalog::builder().layer(layer)).unwrap_or_else(|problems| panic!("{problems}"))
});

/// Any text as message, parameter, field and variable. The number shifts it against the blocks in
/// which the escaper works.
pub(crate) fn holds(shift: usize, text: &str) {
    let text = format!("{}{text}", "-".repeat(shift % 70));
    let error = GatewayError::new(ErrorCode::ModelNotFound)
        .with("model", text.clone())
        .with_field(FieldPath::body(&text).key(&text));
    let own = error
        .clone()
        .with_message(PublicText::vouched(text.clone()));
    let variables = [("plan", text.as_str())];
    let context = Context::new().variables(&variables);
    for protocol in Protocol::ALL {
        let mut out = b"before".to_vec();
        RENDERER.body(&own, *protocol, &context, &mut out);
        let body = &out["before".len()..];
        assert!(serde_json::from_slice::<Value>(body).is_ok());
        assert_eq!(
            protocol.parse(body).map(|read| read.message),
            Some(text.clone())
        );
    }
    super::whole::everywhere(&RENDERER, &error, &context);
    let mut out = Vec::new();
    RENDERER.body(&own, Protocol::Native, &context, &mut out);
    let body: Value = serde_json::from_slice(&out).unwrap_or_default();
    assert_eq!(body["error"]["plan"], format!("<{text}>"));
    // A parameter holds what can be seen; the body holds the parameter.
    let model = error.param("model").map(ToString::to_string);
    assert_eq!(body["error"]["model"].as_str(), model.as_deref());
    if text.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
        assert_eq!(model, Some(text));
    }
}
