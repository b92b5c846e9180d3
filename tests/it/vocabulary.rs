//! Types stay inside what the protocols' clients know, and our codes outside what they reserve.

use std::collections::BTreeSet;
use std::fs;

use strum::VariantArray as _;
use wirefault::catalog::{Entry, File, Kind, Row, Status, text};
use wirefault::{Catalog, Category, Context, ErrorCode, GatewayError, Protocol, Renderer, codegen};

use crate::fresh::fresh;

/// <https://docs.anthropic.com/en/api/errors>
const ANTHROPIC: [&str; 10] = [
    "api_error",
    "authentication_error",
    "billing_error",
    "invalid_request_error",
    "not_found_error",
    "overloaded_error",
    "permission_error",
    "rate_limit_error",
    "request_too_large",
    "timeout_error",
];

/// What OpenAI's API sends, and two of the gateway's side.
const OPENAI: [&str; 8] = [
    "authentication_error",
    "insufficient_quota",
    "invalid_request_error",
    "permission_error",
    "rate_limit_error",
    "server_error",
    "service_unavailable_error",
    "upstream_error",
];

/// <https://github.com/googleapis/googleapis/blob/master/google/rpc/code.proto>, without OK. A
/// status that has no canonical one of its own stands with the nearest.
const CANONICAL: [(&str, &[u16]); 16] = [
    ("CANCELLED", &[499]),
    ("UNKNOWN", &[500]),
    (
        "INVALID_ARGUMENT",
        &[400, 406, 411, 413, 414, 415, 417, 422, 431],
    ),
    ("DEADLINE_EXCEEDED", &[504, 408]),
    ("NOT_FOUND", &[404, 410]),
    ("ALREADY_EXISTS", &[409]),
    ("PERMISSION_DENIED", &[403]),
    ("RESOURCE_EXHAUSTED", &[429, 402]),
    ("FAILED_PRECONDITION", &[400, 412, 428]),
    ("ABORTED", &[409]),
    ("OUT_OF_RANGE", &[400]),
    ("UNIMPLEMENTED", &[501, 405]),
    ("INTERNAL", &[500]),
    ("UNAVAILABLE", &[503, 502]),
    ("DATA_LOSS", &[500]),
    ("UNAUTHENTICATED", &[401]),
];

const RESERVED: &str = "catalog/protocols/anthropic-reserved.toml";

fn kind(error: &GatewayError, protocol: Protocol) -> String {
    let mut body = Vec::new();
    Renderer::standard().body(error, protocol, &Context::new(), &mut body);
    protocol.parse(&body).unwrap().kind.unwrap()
}

/// An entry of a category with a status, outside any catalog.
fn entry(category: Category, status: u16) -> &'static Entry {
    let row = Row {
        key: "acme_anything",
        category,
        status: Status::Fixed(status),
        message: const { &[text("Anything.")] },
        ..Row::BASE
    };
    Box::leak(Box::new(row.entry()))
}

fn reserved() -> Vec<(u16, String)> {
    let path = format!("{}/{RESERVED}", env!("CARGO_MANIFEST_DIR"));
    let table: toml::Table = fs::read_to_string(path).unwrap().parse().unwrap();
    let rows = table["reserved"].as_array().unwrap();
    rows.iter()
        .map(|row| {
            let status = row["status"].as_integer().unwrap();
            (
                status.try_into().unwrap(),
                row["error_code"].as_str().unwrap().to_owned(),
            )
        })
        .collect()
}

#[test]
fn every_category_has_a_word_in_every_protocol() {
    for category in Category::VARIANTS
        .iter()
        .filter(|known| **known != Category::Notice)
    {
        for status in 400..=599 {
            let error = GatewayError::from(entry(*category, status));
            let anthropic = kind(&error, Protocol::AnthropicMessages);
            assert!(
                ANTHROPIC.contains(&anthropic.as_str()),
                "{category}: {anthropic}"
            );
            for protocol in [
                Protocol::OpenAiChat,
                Protocol::OpenAiResponses,
                Protocol::Native,
            ] {
                let openai = kind(&error, protocol);
                assert!(OPENAI.contains(&openai.as_str()), "{category}: {openai}");
            }
            let gemini = kind(&error, Protocol::Gemini);
            assert!(
                CANONICAL.iter().any(|row| row.0 == gemini),
                "{category}: {gemini}"
            );
        }
    }
}

#[test]
fn every_entry_has_a_legal_canonical_status() {
    for code in ErrorCode::ALL
        .iter()
        .filter(|code| code.entry().kind == Kind::Error)
    {
        let error = GatewayError::from(*code);
        let word = kind(&error, Protocol::Gemini);
        let (_, statuses) = CANONICAL.iter().find(|row| row.0 == word).unwrap();
        let status = error.status();
        assert!(
            statuses.contains(&status),
            "{code}: {word} with HTTP {status}"
        );
    }
}

#[test]
fn every_word_is_used() {
    let used = |protocol| -> BTreeSet<String> {
        let errors = ErrorCode::ALL
            .iter()
            .filter(|code| code.entry().kind == Kind::Error);
        errors
            .map(|code| kind(&GatewayError::from(*code), protocol))
            .collect()
    };
    assert_eq!(
        used(Protocol::AnthropicMessages)
            .into_iter()
            .collect::<Vec<_>>(),
        ANTHROPIC
    );
    assert_eq!(
        used(Protocol::OpenAiChat).into_iter().collect::<Vec<_>>(),
        OPENAI
    );
}

#[test]
fn no_code_of_ours_is_reserved() {
    let reserved = reserved();
    assert_eq!(reserved.len(), 99);
    for code in ErrorCode::ALL
        .iter()
        .filter(|code| code.entry().kind == Kind::Error)
    {
        let error = Catalog::standard().example(code.as_str()).unwrap();
        let mut body = Vec::new();
        let protocol = Protocol::AnthropicMessages;
        Renderer::standard().body(&error, protocol, &Context::new(), &mut body);
        let pair = (error.status(), protocol.parse(&body).unwrap().code.unwrap());
        assert!(!reserved.contains(&pair), "{pair:?}");
    }
}

#[test]
fn fresh_reserved_pairs() {
    let path = format!("{}/{RESERVED}", env!("CARGO_MANIFEST_DIR"));
    let text = fs::read_to_string(path).unwrap();
    let file = File {
        name: RESERVED,
        text: &text,
    };
    let generated = codegen::reserved(file).unwrap_or_else(|problems| panic!("{problems}"));
    fresh("src/protocol/reserved.rs", &generated);
}
