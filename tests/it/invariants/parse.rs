//! Error bodies, read back.

use http::header::{self, HeaderValue};
use wirefault::testing::Checker;
use wirefault::text::PublicText;
use wirefault::{Catalog, Context, FieldPath, GatewayError, Protocol, Renderer};

/// Any bytes: no panic, and only JSON is an error.
pub(crate) fn any(protocol: Protocol, bytes: &[u8]) {
    if protocol.parse(bytes).is_some() {
        assert!(serde_json::from_slice::<serde_json::Value>(bytes).is_ok());
    }
    let _ = Checker::standard().stream(protocol, bytes);
}

/// A rendered error parses back to itself. The number picks the entry.
pub(crate) fn round(at: usize, text: &str) {
    let entries = Catalog::standard().entries();
    let errors: Vec<_> = entries.iter().filter(|entry| !entry.is_notice()).collect();
    let key = errors[at % errors.len()].key();
    let message = format!("x{text}");
    let error = GatewayError::new(wirefault::Code::from(key))
        .with_message(PublicText::vouched(message.clone()))
        .with_header(header::ALLOW, HeaderValue::from_static("POST"))
        .with_field(FieldPath::body(text).index(at as u32));
    let context = Context::new().request_id("req_1");
    for protocol in Protocol::ALL {
        let mut body = Vec::new();
        Renderer::standard().body(&error, *protocol, &context, &mut body);
        // Without the error itself beside it, so that the body alone tells.
        let mut response = Renderer::standard().response(&error, *protocol, &context);
        assert_eq!(response.body(), &body);
        response.extensions_mut().clear();
        let checked = Checker::standard().response(*protocol, &response);
        let checked = checked.unwrap_or_else(|wrong| panic!("{protocol}: {wrong:?}"));
        assert_eq!(checked.key.as_deref(), Some(key), "{protocol}");
        assert_eq!(checked.parsed.message, message, "{protocol}");
    }
}
