//! The checks for a gateway's own tests: the crate's answers pass, and spoilt ones do not.

use http::Response;
use http::header::{HeaderName, HeaderValue};
use wirefault::catalog::Kind;
use wirefault::testing::{Checker, Used, check_response, check_stream};
use wirefault::{Catalog, Context, ErrorCode, GatewayError, Protocol, Renderer, StreamState};

fn context() -> Context<'static> {
    Context::new().request_id("req_example")
}

fn response(code: ErrorCode, protocol: Protocol) -> Response<Vec<u8>> {
    let error = Catalog::standard().example(code.as_str()).unwrap();
    Renderer::standard().response(&error, protocol, &context())
}

fn errors() -> impl Iterator<Item = ErrorCode> {
    let all = ErrorCode::ALL.iter().copied();
    all.filter(|code| code.entry().kind == Kind::Error)
}

#[test]
fn every_standard_answer_passes() {
    let used = Used::new();
    for code in errors() {
        for protocol in Protocol::ALL {
            let mut response = response(code, *protocol);
            if response.status() == 405 {
                response
                    .headers_mut()
                    .insert("allow", HeaderValue::from_static("POST"));
            }
            let checked = check_response(*protocol, &response).unwrap();
            assert_eq!(checked.key.as_deref(), Some(code.as_str()));
            assert!(used.response(Renderer::standard(), &response));
            // What came over the network has no extensions, and tells its entry all the same.
            response.extensions_mut().clear();
            assert!(!used.response(Renderer::standard(), &response));
            let again = check_response(*protocol, &response).unwrap();
            assert!(again.key.is_none_or(|key| key == code.as_str()));
        }
    }
    let notices = Catalog::standard()
        .entries()
        .iter()
        .filter(|entry| entry.is_notice());
    for notice in notices {
        used.key(notice.key());
    }
    used.check(Catalog::standard(), &[]).unwrap();
}

/// Codes that follow the status, reasons that do not, and errors that say their code themselves.
#[test]
fn codes_are_known_however_they_are_spelt() {
    let layer = r#"{"name": "acme", "code_style": "status"}"#;
    let layer = wirefault::catalog::Layer::from_json("acme.json", layer).unwrap();
    let by_status = Renderer::build(Catalog::builder().layer(layer)).unwrap();
    let bare = |status| GatewayError::new(ErrorCode::RequestRefused).with_status(status);
    for (error, key) in [
        (bare(409), "request_refused"),
        (bare(451), "request_refused"),
        (ErrorCode::UpstreamTimeout.into(), "upstream_timeout"),
        (
            GatewayError::new(ErrorCode::UpstreamError).with_wire_code("E1042"),
            "upstream_error",
        ),
    ] {
        for renderer in [&by_status, Renderer::standard()] {
            for protocol in Protocol::ALL {
                let response = renderer.response(&error, *protocol, &context());
                let checked = Checker::new(renderer).response(*protocol, &response);
                assert_eq!(checked.unwrap().key.as_deref(), Some(key), "{protocol}");
            }
        }
    }
    // An entry that no layer of the catalog names is none that its documents have.
    let mut entry = ErrorCode::Forbidden.entry().clone();
    entry.key = "home_made".into();
    let entry: &'static wirefault::catalog::Entry = Box::leak(Box::new(entry));
    let response = GatewayError::new(entry).to_response(Protocol::Native);
    let refused = check_response(Protocol::Native, &response).unwrap_err();
    assert_eq!(refused, ["the catalog does not know the code `home_made`"]);
}

#[test]
fn every_standard_stream_passes() {
    for code in errors() {
        let error = Catalog::standard().example(code.as_str()).unwrap();
        for protocol in Protocol::ALL {
            for (array, started) in [(false, false), (true, false), (true, true)] {
                let mut state = StreamState::default();
                (state.array, state.array_started) = (array, started);
                let failure =
                    Renderer::standard().stream_failure(&error, *protocol, &state, &context());
                let Some(failure) = failure else {
                    check_stream(*protocol, b"data: {}\n\n").unwrap_err();
                    continue;
                };
                let bytes = failure.all();
                let checked = check_stream(*protocol, &bytes).unwrap();
                assert!(checked.key.is_none_or(|key| key == code.as_str()));
                // Torn anywhere in its last event, it is no whole stream any more.
                for cut in [bytes.len() - 3, bytes.len() / 2, 0] {
                    let torn = check_stream(*protocol, &bytes[..cut]);
                    // Gemini's second write is a repetition.
                    let repeated = failure.then.is_some() && cut >= failure.bytes.len();
                    assert!(torn.is_err() || repeated, "{protocol} cut at {cut}");
                }
            }
        }
    }
}

#[test]
fn spoilt_responses_are_told_by_what_is_wrong() {
    let protocol = Protocol::OpenAiChat;
    type Spoil = fn(&mut Response<Vec<u8>>);
    let set = |name: &'static str, value: &'static str| (name, value);
    let spoils: &[(ErrorCode, Spoil, &str)] = &[
        (
            ErrorCode::ModelNotFound,
            |r| *r.status_mut() = http::StatusCode::OK,
            "200 is no status",
        ),
        (
            ErrorCode::ModelNotFound,
            |r| *r.status_mut() = http::StatusCode::MISDIRECTED_REQUEST,
            "421",
        ),
        (
            ErrorCode::ModelNotFound,
            |r| r.body_mut().truncate(20),
            "no error of `openai-chat`",
        ),
        (
            ErrorCode::ModelNotFound,
            |r| r.body_mut().clear(),
            "no error of `openai-chat`",
        ),
        (
            ErrorCode::ModelNotFound,
            |r| *r.body_mut() = br#"{"error":{"message":"x","code":"nonsense"}}"#.to_vec(),
            "does not know the code `nonsense`",
        ),
        (
            ErrorCode::ModelNotFound,
            |r| *r.body_mut() = br#"{"error":{"message":" ","code":"model_not_found"}}"#.to_vec(),
            "the message is empty",
        ),
        (
            ErrorCode::MethodNotAllowed,
            |r| drop(r.headers_mut().remove("allow")),
            "405 without `allow`",
        ),
        (
            ErrorCode::InvalidApiKey,
            |r| drop(r.headers_mut().remove("www-authenticate")),
            "401 without `www-authenticate`",
        ),
        (
            ErrorCode::ModelNotFound,
            |r| drop(r.headers_mut().remove("x-should-retry")),
            "`x-should-retry` is neither",
        ),
        (
            ErrorCode::ModelNotFound,
            |r| drop(r.headers_mut().remove("request-id")),
            "same value",
        ),
        (
            ErrorCode::RateLimitExceeded,
            |r| drop(r.headers_mut().remove("retry-after-ms")),
            "two numbers",
        ),
    ];
    for (code, spoil, wanted) in spoils {
        let mut response = response(*code, protocol);
        spoil(&mut response);
        let wrong = check_response(protocol, &response).unwrap_err().join("\n");
        assert!(wrong.contains(wanted), "{wrong}");
    }
    for (code, (name, value), wanted) in [
        (
            ErrorCode::ModelNotFound,
            set("content-type", "text/html"),
            "`content-type` is not",
        ),
        (
            ErrorCode::ModelNotFound,
            set("content-encoding", "gzip"),
            "`content-encoding`",
        ),
        (
            ErrorCode::ModelNotFound,
            set("content-length", "3"),
            "`content-length`",
        ),
        (
            ErrorCode::ModelNotFound,
            set("x-request-id", "req_other"),
            "same value",
        ),
        (
            ErrorCode::RateLimitExceeded,
            set("retry-after", "9"),
            "disagree",
        ),
        (
            ErrorCode::RateLimitExceeded,
            set("retry-after", "soon"),
            "two numbers",
        ),
        (
            ErrorCode::RateLimitExceeded,
            set("x-should-retry", "false"),
            "disagree",
        ),
    ] {
        let mut response = response(code, protocol);
        let headers = response.headers_mut();
        headers.insert(
            HeaderName::from_static(name),
            HeaderValue::from_static(value),
        );
        let wrong = check_response(protocol, &response).unwrap_err().join("\n");
        assert!(wrong.contains(wanted), "{name}: {wrong}");
    }
    let mut days = response(ErrorCode::RateLimitExceeded, protocol);
    days.headers_mut().insert("retry-after", 86_400.into());
    days.headers_mut()
        .insert("retry-after-ms", 86_400_000.into());
    let wrong = check_response(protocol, &days).unwrap_err();
    assert_eq!(wrong.len(), 2, "{wrong:?}");
    let mut native = response(ErrorCode::ModelNotFound, Protocol::Native);
    for name in ["x-request-id", "request-id"] {
        native
            .headers_mut()
            .insert(name, HeaderValue::from_static("req_other"));
    }
    assert_eq!(
        check_response(Protocol::Native, &native).unwrap_err().len(),
        2
    );
    let mut gemini = response(ErrorCode::ModelNotFound, Protocol::Gemini);
    *gemini.status_mut() = http::StatusCode::BAD_REQUEST;
    check_response(Protocol::Gemini, &gemini).unwrap_err();
}

#[test]
fn spoilt_streams_are_refused() {
    let body =
        r#"{"error":{"message":"x","type":"server_error","param":null,"code":"internal_error"}}"#;
    for (protocol, text) in [
        (Protocol::OpenAiChat, format!("data: {body}\n\n")),
        (
            Protocol::OpenAiChat,
            "data: {\"choices\":[]}\n\ndata: [DONE]\n\n".to_owned(),
        ),
        (
            Protocol::OpenAiChat,
            format!("data: {body}\n\ndata: [DONE]"),
        ),
        (Protocol::AnthropicMessages, format!("data: {body}\n\n")),
        (Protocol::Native, format!("event: error\ndata: {body}\n")),
        (
            Protocol::OpenAiResponses,
            format!("event: error\ndata: {body}\n\n"),
        ),
        (
            Protocol::OpenAiResponses,
            "event: error\ndata: {\"sequence_number\":4,\"error\":{\"message\":\"x\"}}\n\n\
             event: response.failed\ndata: {\"sequence_number\":4}\n\n"
                .to_owned(),
        ),
        (Protocol::Gemini, format!(": ping\n\ndata: {body}\n\n")),
        (Protocol::Gemini, format!("event: error\ndata: {body}\n\n")),
        (
            Protocol::Gemini,
            format!("data: {body}\n\ndata: [DONE]\n\n"),
        ),
        (Protocol::Gemini, format!("[{body}")),
        (Protocol::Gemini, "[{\"candidates\":[]}]".to_owned()),
    ] {
        assert!(
            check_stream(protocol, text.as_bytes()).is_err(),
            "{protocol}: {text}"
        );
    }
    assert!(check_stream(Protocol::OpenAiChat, b"\xff").is_err());
}

#[test]
fn canaries_are_found_in_headers_bodies_and_streams() {
    let checker = Checker::standard().canary("sk-upstream").canary("");
    let error = GatewayError::new(ErrorCode::InternalError).with_header(
        HeaderName::from_static("x-key"),
        HeaderValue::from_static("sk-upstream-1"),
    );
    let response = error.to_response(Protocol::Native);
    let wrong = checker.response(Protocol::Native, &response).unwrap_err();
    assert_eq!(wrong, ["the header `x-key` contains `sk-upstream`"]);
    let error = GatewayError::new(ErrorCode::InternalError).with_message("sk-upstream-1 is wrong");
    for protocol in [Protocol::OpenAiChat, Protocol::Gemini] {
        let failure = Renderer::standard()
            .stream_failure(&error, protocol, &StreamState::default(), &context())
            .unwrap();
        let wrong = checker.stream(protocol, &failure.all()).unwrap_err();
        assert_eq!(wrong, ["the stream contains `sk-upstream`"]);
    }
}

#[test]
fn stale_exemptions_are_reported() {
    let used = Used::new();
    for entry in Catalog::standard().entries().iter().skip(1) {
        used.key(entry.key());
    }
    let unseen = Catalog::standard().entries()[0].key();
    used.check(Catalog::standard(), &[(unseen, "needs a key")])
        .unwrap();
    for exempt in [
        vec![(unseen, " ")],
        vec![(unseen, "a"), (unseen, "b")],
        vec![(unseen, "a"), ("nonsense", "b")],
        vec![(unseen, "a"), ("internal_error", "b")],
        vec![],
    ] {
        let wrong = used.check(Catalog::standard(), &exempt).unwrap_err();
        assert_eq!(wrong.len(), 1, "{exempt:?}: {wrong:?}");
    }
}
