//! Every entry in every protocol: well-formed, inside the vocabulary, and read back.

use wirefault::{Catalog, Context, ErrorCode, GatewayError, Protocol, Renderer};

fn body(error: &GatewayError, protocol: Protocol) -> String {
    let mut out = Vec::new();
    let context = Context::new().request_id("req_example");
    Renderer::standard().body(error, protocol, &context, &mut out);
    String::from_utf8(out).unwrap()
}

#[test]
fn the_standard_catalog_has_no_problems() {
    assert_eq!(
        Catalog::builder().build().unwrap().entries().len(),
        ErrorCode::ALL.len()
    );
}

#[test]
fn every_entry_is_read_back_in_every_protocol() {
    for code in ErrorCode::ALL {
        for protocol in Protocol::ALL {
            let error = Catalog::standard().example(code.as_str()).unwrap();
            let body = body(&error, *protocol);
            let parsed = protocol
                .parse(body.as_bytes())
                .unwrap_or_else(|| panic!("{body}"));
            let read = parsed.code.unwrap().to_ascii_lowercase();
            let entry = code.entry();
            let reason = entry
                .hints
                .gemini_reason
                .as_deref()
                .map(str::to_ascii_lowercase);
            let anthropic = entry
                .hints
                .anthropic_error_code
                .as_deref()
                .map(str::to_owned);
            let expected = match protocol {
                Protocol::Gemini => reason.unwrap_or_else(|| code.as_str().to_owned()),
                Protocol::AnthropicMessages => {
                    anthropic.unwrap_or_else(|| code.as_str().to_owned())
                }
                _ => code.as_str().to_owned(),
            };
            assert_eq!(read, expected, "{body}");
            assert!(
                !parsed.message.is_empty() && !parsed.message.contains('{'),
                "{body}"
            );
        }
    }
}
