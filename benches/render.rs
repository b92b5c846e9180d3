//! Rendering one body, per protocol and message, against what gateways do by hand.
//!
//! `cargo bench --bench render`

mod harness;

use harness::{Bench, contender};
use serde::Serialize;
use serde_json::json;
use wirefault::{Context, ErrorCode, GatewayError, Protocol, Renderer};

/// The cases: a name and the message.
fn messages() -> [(&'static str, String); 4] {
    let sentence = "The value of this field lies outside its range. ";
    let escapes = "a \"q\"\\b\n";
    let chinese = "该请求的参数超出了允许的范围，请检查后重试。";
    let fill = |text: &str, bytes: usize| -> String {
        let mut out = String::new();
        text.chars()
            .cycle()
            .take_while(|c| {
                out.push(*c);
                out.len() < bytes
            })
            .for_each(drop);
        out
    };
    [
        ("ascii40", fill(sentence, 40)),
        ("ascii1k", fill(sentence, 1024)),
        ("escapes1k", fill(escapes, 1024)),
        ("chinese1k", fill(chinese, 1024)),
    ]
}

#[derive(Serialize)]
struct OpenAi<'a> {
    error: OpenAiError<'a>,
}

#[derive(Serialize)]
struct OpenAiError<'a> {
    message: &'a str,
    r#type: &'a str,
    param: Option<&'a str>,
    code: Option<&'a str>,
}

#[derive(Serialize)]
struct Anthropic<'a> {
    r#type: &'a str,
    error: AnthropicError<'a>,
}

#[derive(Serialize)]
struct AnthropicError<'a> {
    r#type: &'a str,
    message: &'a str,
    details: AnthropicDetails<'a>,
}

#[derive(Serialize)]
struct AnthropicDetails<'a> {
    error_code: &'a str,
}

#[derive(Serialize)]
struct Gemini<'a> {
    error: GeminiError<'a>,
}

#[derive(Serialize)]
struct GeminiError<'a> {
    code: u16,
    message: &'a str,
    status: &'a str,
    details: [ErrorInfo<'a>; 1],
}

#[derive(Serialize)]
struct ErrorInfo<'a> {
    #[serde(rename = "@type")]
    kind: &'a str,
    reason: &'a str,
    domain: &'a str,
    metadata: std::collections::BTreeMap<&'a str, &'a str>,
}

const INFO: &str = "type.googleapis.com/google.rpc.ErrorInfo";

fn naive(protocol: Protocol, message: &str) -> String {
    match protocol {
        Protocol::AnthropicMessages => json!({"type": "error", "error": {
            "type": "invalid_request_error", "message": message,
            "details": {"error_code": "invalid_field"}}}),
        Protocol::Gemini => json!({"error": {"code": 400, "message": message,
            "status": "INVALID_ARGUMENT", "details": [{"@type": INFO, "reason": "INVALID_FIELD",
                "domain": "wirefault", "metadata": {}}]}}),
        _ => json!({"error": {"message": message, "type": "invalid_request_error",
            "param": null, "code": "invalid_field"}}),
    }
    .to_string()
}

fn derived(protocol: Protocol, message: &str) -> Vec<u8> {
    match protocol {
        Protocol::AnthropicMessages => serde_json::to_vec(&Anthropic {
            r#type: "error",
            error: AnthropicError {
                r#type: "invalid_request_error",
                message,
                details: AnthropicDetails {
                    error_code: "invalid_field",
                },
            },
        }),
        Protocol::Gemini => serde_json::to_vec(&Gemini {
            error: GeminiError {
                code: 400,
                message,
                status: "INVALID_ARGUMENT",
                details: [ErrorInfo {
                    kind: INFO,
                    reason: "INVALID_FIELD",
                    domain: "wirefault",
                    metadata: Default::default(),
                }],
            },
        }),
        _ => serde_json::to_vec(&OpenAi {
            error: OpenAiError {
                message,
                r#type: "invalid_request_error",
                param: None,
                code: Some("invalid_field"),
            },
        }),
    }
    .unwrap_or_default()
}

fn main() {
    let mut bench = Bench::new("render");
    let renderer = Renderer::standard();
    let context = Context::new();
    for protocol in [
        Protocol::OpenAiChat,
        Protocol::AnthropicMessages,
        Protocol::Gemini,
    ] {
        for (name, message) in messages() {
            let error = GatewayError::new(ErrorCode::InvalidField)
                .with_message(wirefault::text::PublicText::vouched(message.clone()));
            let limit = derived(protocol, &message);
            let mut ours = Vec::with_capacity(8192);
            renderer.body(&error, protocol, &context, &mut ours);
            let parsed: serde_json::Value = serde_json::from_slice(&ours).unwrap_or_default();
            let wanted: serde_json::Value = serde_json::from_slice(&limit).unwrap_or_default();
            assert_eq!(parsed, wanted, "the contenders write the same body");
            let mut copy = Vec::with_capacity(8192);
            let message = message.as_str();
            bench.case(
                &format!("{protocol}/{name}"),
                "body",
                &mut [
                    contender("wirefault", || {
                        ours.clear();
                        renderer.body(&error, protocol, &context, &mut ours);
                        ours.len()
                    }),
                    contender("wirefault-fresh", || {
                        let mut out = Vec::with_capacity(256 + message.len());
                        renderer.body(&error, protocol, &context, &mut out);
                        out
                    }),
                    contender("serde_json-json", || naive(protocol, message)),
                    contender("serde-derive", || derived(protocol, message)),
                    contender("http-api-problem", || {
                        http_api_problem::HttpApiProblem::new(
                            http_api_problem::StatusCode::BAD_REQUEST,
                        )
                        .type_url("invalid_request_error")
                        .title("invalid_field")
                        .detail(message)
                        .json_bytes()
                    }),
                    contender("problem_details", || {
                        serde_json::to_vec(
                            &problem_details::ProblemDetails::from_status_code(
                                http::StatusCode::BAD_REQUEST,
                            )
                            .with_title("invalid_field")
                            .with_detail(message),
                        )
                    }),
                    contender("limit", || {
                        copy.clear();
                        copy.extend_from_slice(&limit);
                        copy.len()
                    }),
                ],
            );
        }
    }
    bench.finish();
}
