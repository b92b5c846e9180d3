//! Input that nobody should send: every answer stays whole, and nothing splits.

use std::time::Duration;

use bytes::Bytes;
use eventsource_stream::Eventsource;
use futures_util::{StreamExt, stream};
use http::header::{HeaderName, HeaderValue};
use wirefault::catalog::{Entry, Layer, Retry, Status};
use wirefault::text::{PublicText, Untrusted};
use wirefault::{
    Catalog, Code, Context, Dimension, ErrorCode, FieldPath, GatewayError, Protocol, RateLimit,
    Renderer, StreamState,
};

/// Texts that break what is put together carelessly.
const TEXTS: &[&str] = &[
    "",
    "\"",
    "\\",
    "\\\"},{\"error\":{\"message\":\"other\"",
    "line\nline\r\nline\rline",
    "\n\ndata: {\"choices\":[]}\n\nevent: message_stop\n\n",
    "nul \0 and \u{1}\u{7f}\u{85} and tab\t",
    "separators \u{2028}\u{2029}",
    "right to left \u{202e}txt.exe\u{2066}x\u{2069}\u{200f}",
    "a lone surrogate, escaped: \\ud800 \\udc00 \\uD83D",
    "{model} {retry_after} {@dashboard_url} {{model}} {code} {",
    "\u{feff}bom, \u{10ffff}, \u{fffd} and 日本語 😀",
    "data: [DONE]",
    "</script><script>alert(1)</script>",
    "%s%n${jndi:ldap://x}",
];

fn context() -> Context<'static> {
    Context::new().request_id("req_example")
}

/// Renders an error everywhere and checks what a client gets.
fn assert_whole(renderer: &Renderer, error: &GatewayError, context: &Context<'_>) {
    for protocol in Protocol::ALL {
        let response: http::Response<Vec<u8>> = renderer.response(error, *protocol, context);
        let status = response.status().as_u16();
        assert!((400..=599).contains(&status), "{status}");
        for (name, value) in response.headers() {
            let text = value.as_bytes();
            assert!(
                !text.iter().any(|byte| matches!(byte, b'\r' | b'\n' | 0)),
                "{name}"
            );
        }
        let parsed = protocol.parse(response.body()).unwrap();
        assert_eq!(
            parsed.message,
            renderer.message(error, context),
            "{protocol}"
        );
        assert!(
            parsed.status.is_none_or(|written| written == status),
            "{protocol}"
        );
        assert_streams_whole(renderer, error, *protocol, context);
    }
}

fn assert_streams_whole(
    renderer: &Renderer,
    error: &GatewayError,
    protocol: Protocol,
    context: &Context<'_>,
) {
    let mut state = StreamState::default();
    state.response_id = Some("resp\n\nevent: x".to_owned());
    let Some(failure) = renderer.stream_failure(error, protocol, &state, context) else {
        assert_eq!(protocol, Protocol::Problem);
        return;
    };
    let wanted: &[&str] = match protocol {
        Protocol::OpenAiChat => &["message", "message"],
        Protocol::OpenAiResponses => &["error", "response.failed"],
        Protocol::Gemini => &["message"],
        _ => &["error"],
    };
    let events = events(failure.bytes);
    let names: Vec<&str> = events.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, wanted, "{protocol}");
    let parsed = protocol.parse(events[0].1.as_bytes()).unwrap();
    assert_eq!(
        parsed.message,
        renderer.message(error, context),
        "{protocol}"
    );
    if protocol == Protocol::Gemini {
        state.array = true;
        let array = renderer
            .stream_failure(error, protocol, &state, context)
            .unwrap();
        assert!(protocol.parse(&array.bytes).is_some() && array.then.is_none());
    }
}

/// Reads a stream as clients do: the name and the data of each event.
fn events(bytes: Vec<u8>) -> Vec<(String, String)> {
    let source = stream::iter([Ok::<_, std::io::Error>(Bytes::from(bytes))]).eventsource();
    let events = futures_util::FutureExt::now_or_never(source.collect::<Vec<_>>()).unwrap();
    let events = events.into_iter().map(Result::unwrap);
    events.map(|event| (event.event, event.data)).collect()
}

#[test]
fn messages_of_any_kind_stay_inside_their_string() {
    for text in TEXTS {
        let error =
            GatewayError::new(ErrorCode::InvalidField).with_message(PublicText::vouched(*text));
        assert_eq!(Renderer::standard().message(&error, &context()), *text);
        assert_whole(Renderer::standard(), &error, &context());
    }
}

#[test]
fn parameters_of_any_kind_stay_values() {
    for text in TEXTS {
        let error = GatewayError::new(ErrorCode::ModelNotFound).with("model", *text);
        let shown = error.param("model").unwrap().as_text().unwrap();
        let wanted = format!("The model '{shown}' does not exist or is not served here.");
        // What stands in braces in a value is no placeholder.
        assert_eq!(Renderer::standard().message(&error, &context()), wanted);
        assert_eq!(error.to_string(), format!("model_not_found: {wanted}"));
        assert_whole(Renderer::standard(), &error, &context());
    }
}

#[test]
fn what_is_not_seen_in_a_parameter_is_written_out() {
    let hidden =
        |c: char| c.is_control() || matches!(c, '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    for text in TEXTS {
        for error in [
            GatewayError::new(ErrorCode::ModelNotFound).with("model", *text),
            wirefault::errors::ModelNotFound::new().model(*text).build(),
            wirefault::errors::InvalidField::new()
                .field(*text)
                .build()
                .with_field(FieldPath::body(text)),
        ] {
            let message = Renderer::standard().message(&error, &context());
            assert!(!message.contains(hidden), "{message:?}");
            assert!(!error.to_string().contains(hidden), "{error}");
            let field = error.field().map(ToString::to_string);
            assert!(!field.unwrap_or_default().contains(hidden), "{message:?}");
        }
    }
    let error = GatewayError::new(ErrorCode::ModelNotFound).with("model", "gpt\u{202e}o4");
    let message = Renderer::standard().message(&error, &context());
    assert_eq!(
        message,
        r"The model 'gpt\u202eo4' does not exist or is not served here."
    );
    // Words that are written from right to left are no trick.
    for word in ["نموذج كبير", "مודل גדול", "می\u{200c}خواهم"] {
        let error = GatewayError::new(ErrorCode::ModelNotFound).with("model", word);
        let message = Renderer::standard().message(&error, &context());
        assert!(message.contains(word), "{message}");
    }
}

#[test]
fn names_fields_and_variables_of_any_kind_are_harmless() {
    let layer = Layer::from_json(
        "acme.json",
        r#"{
            "name": "acme",
            "headers": {"errors": {"x-plan": "{plan}", "x-model": "{model}"}},
            "body": {"native": {"error": [
                "type", "code", "message", "param", "request_id",
                {"key": "plan", "value": "{plan}"}, {"key": "model", "value": "{model}"}
            ]}}
        }"#,
    )
    .unwrap();
    let renderer = Renderer::build(Catalog::builder().layer(layer)).unwrap();
    for text in TEXTS {
        let error = GatewayError::new(ErrorCode::ModelNotFound)
            .with("model", *text)
            .with((*text).to_owned(), *text)
            .with_field(FieldPath::body(text).key(text).index(3));
        let variables = [("plan", *text)];
        let context = context().variables(&variables);
        assert_whole(&renderer, &error, &context);
        let body: http::Response<Vec<u8>> = renderer.response(&error, Protocol::Native, &context);
        let body: serde_json::Value = serde_json::from_slice(body.body()).unwrap();
        assert_eq!(body["error"]["plan"], *text);
    }
}

#[test]
fn ten_megabytes_are_rendered_whole() {
    for unit in ["x", "\"", "\n", "\0", "\u{202e}"] {
        let text = unit.repeat((10 << 20) / unit.len());
        let error = GatewayError::new(ErrorCode::UpstreamBadRequest)
            .with_message(PublicText::vouched(text.clone()));
        let mut body = Vec::new();
        Renderer::standard().body(&error, Protocol::OpenAiChat, &context(), &mut body);
        assert_eq!(Protocol::OpenAiChat.parse(&body).unwrap().message, text);
        let failure = Renderer::standard()
            .stream_failure(
                &error,
                Protocol::AnthropicMessages,
                &StreamState::default(),
                &context(),
            )
            .unwrap();
        let lines = failure.bytes.iter().filter(|byte| **byte == b'\n').count();
        assert_eq!(lines, 3, "one event of two lines");
    }
}

#[test]
fn codes_that_nobody_knows_are_internal_errors() {
    for text in TEXTS
        .iter()
        .chain(&["nonsense", "MODEL_NOT_FOUND", "model_not_found\n"])
    {
        let code = Code::from(*text);
        assert_eq!((code.as_standard(), code.as_str()), (None, *text));
        assert!(ErrorCode::from_key(text).is_none() && Catalog::standard().get(text).is_none());
        for code in [code, Code::own("acme_gpu_queue_full")] {
            let error = GatewayError::new(code);
            assert_eq!(Renderer::standard().key(&error), "internal_error");
            assert_eq!(Renderer::standard().status(&error), 500);
            assert_whole(Renderer::standard(), &error, &context());
        }
    }
    let refused = Catalog::standard().find("nonsense").unwrap_err();
    assert!(refused.to_string().contains("nonsense"), "{refused}");
    let refused = "openai-chatt".parse::<Protocol>().unwrap_err();
    assert!(!refused.to_string().is_empty());
}

#[test]
fn request_ids_that_do_not_fit_a_header_are_left_out() {
    let long = "x".repeat(257);
    for id in [
        "",
        "a\r\nset-cookie: a=b",
        "a\nb",
        "a b",
        "é",
        "\0",
        "a\u{2028}",
        &long,
    ] {
        let plain = GatewayError::new(ErrorCode::InternalError);
        for (error, context) in [
            (plain.clone().with_request_id(id), Context::new()),
            (plain, Context::new().request_id(id)),
        ] {
            assert_whole(Renderer::standard(), &error, &context);
            for protocol in Protocol::ALL {
                let response: http::Response<Vec<u8>> =
                    Renderer::standard().response(&error, *protocol, &context);
                assert!(!response.headers().contains_key("x-request-id"), "{id:?}");
                assert!(!response.headers().contains_key("set-cookie"));
                let parsed = protocol.parse(response.body()).unwrap();
                assert_eq!(parsed.request_id, None, "{id:?}");
            }
            assert!(Renderer::standard().success_headers(&context).is_empty());
        }
    }
    // A bad one does not hide a good one.
    let error = GatewayError::new(ErrorCode::InternalError).with_request_id("a\r\nb");
    let headers = Renderer::standard().headers(&error, Protocol::Native, &context());
    assert_eq!(headers["x-request-id"], "req_example");
}

#[test]
fn statuses_outside_the_errors_are_not_sent() {
    let layer = Layer::from_json(
        "acme.json",
        r#"{"name": "acme", "override": {"upstream_bad_request": {"http_status": "upstream_4xx"}}}"#,
    );
    let layer = layer.unwrap();
    let passing = Renderer::build(Catalog::builder().layer(layer)).unwrap();
    let none = [
        0,
        1,
        99,
        101,
        200,
        204,
        302,
        399,
        407,
        421,
        500,
        599,
        600,
        999,
        u16::MAX,
    ];
    let rows = none.map(|status| (status, 400)).into_iter();
    for (status, sent) in rows.chain([(404, 404), (451, 451), (499, 499)]) {
        let error = GatewayError::new(ErrorCode::UpstreamBadRequest).with_upstream_status(status);
        assert_eq!(passing.status(&error), sent, "{status}");
        assert_whole(&passing, &error, &context());
        assert_eq!(Renderer::standard().status(&error), 400, "{status}");
    }
}

#[test]
fn layers_with_such_statuses_are_refused() {
    for status in [
        "0", "99", "200", "302", "600", "65535", "65536", "-1", "4.5", "\"x\"", "null",
    ] {
        let text = format!(
            r#"{{"name": "acme", "override": {{"model_not_found": {{"http_status": {status}}}}}}}"#
        );
        let layer = Layer::from_json("acme.json", &text).unwrap();
        let built = Catalog::builder().layer(layer).build();
        if status == "null" {
            assert_eq!(
                built
                    .unwrap()
                    .get("model_not_found")
                    .unwrap()
                    .entry()
                    .status
                    .code(None),
                404
            );
            continue;
        }
        let problems = built.unwrap_err();
        let problem = &problems.0[0];
        assert!(problem.to_string().contains("model_not_found"), "{problem}");
        assert!(!problem.fix.is_empty(), "{problem}");
    }
}

#[test]
fn entries_that_no_loader_saw_are_answered_with_an_error_status() {
    for status in [0, 42, 200, 204, 304, 600, 999, u16::MAX] {
        let mut entry: Entry = ErrorCode::ModelNotFound.entry().clone();
        entry.key = "home_made".into();
        entry.status = Status::Fixed(status);
        let entry: &'static Entry = Box::leak(Box::new(entry));
        let error = GatewayError::new(entry);
        assert_eq!(
            (error.status(), Renderer::standard().status(&error)),
            (500, 500)
        );
        assert_whole(Renderer::standard(), &error, &context());
    }
    // A notice that is returned as an error.
    let error = GatewayError::new(ErrorCode::RequestAdjusted);
    assert_eq!(error.status(), 500);
    assert_whole(Renderer::standard(), &error, &context());
}

#[test]
fn waits_of_any_length_are_no_trap() {
    let seconds = Duration::from_secs;
    for (wait, header) in [
        (Duration::ZERO, Some("1")),
        (Duration::from_nanos(1), Some("1")),
        (Duration::from_millis(1500), Some("2")),
        (seconds(60), Some("60")),
        (seconds(60) + Duration::from_nanos(1), None),
        (seconds(1 << 40), None),
        (seconds(u64::MAX), None),
        (Duration::MAX, None),
    ] {
        let error = GatewayError::new(ErrorCode::RateLimitExceeded)
            .with_retry_after(wait)
            .with_rate_limit(RateLimit {
                dimension: Dimension::Requests,
                limit: u64::MAX,
                remaining: 0,
                reset: wait,
            });
        assert_whole(Renderer::standard(), &error, &context());
        let headers = Renderer::standard().headers(&error, Protocol::OpenAiChat, &context());
        let found = headers
            .get("retry-after")
            .map(|value| value.to_str().unwrap());
        assert_eq!(found, header, "{wait:?}");
        let flag = if header.is_some() { "true" } else { "false" };
        assert_eq!(headers["x-should-retry"], flag, "{wait:?}");
    }
    let never = GatewayError::new(ErrorCode::RateLimitExceeded)
        .with_retry_after(seconds(2))
        .with_retry(Retry::Never);
    let headers = Renderer::standard().headers(&never, Protocol::OpenAiChat, &context());
    assert_eq!(headers["x-should-retry"], "false");
    assert!(!headers.contains_key("retry-after") && !headers.contains_key("retry-after-ms"));
}

#[test]
fn texts_and_headers_agree_on_the_shortest_wait() {
    for wait in [
        Duration::ZERO,
        Duration::from_nanos(1),
        Duration::from_millis(999),
    ] {
        for error in [
            GatewayError::new(ErrorCode::RateLimitExceeded).with_retry_after(wait),
            GatewayError::new(ErrorCode::RateLimitExceeded).with("retry_after", wait),
            wirefault::errors::RateLimitExceeded::new()
                .retry_after(wait)
                .build(),
        ] {
            let message = Renderer::standard().message(&error, &context());
            assert!(message.contains(" 1s"), "{message}");
            assert!(!message.contains('0'), "{message}");
            let headers = Renderer::standard().headers(&error, Protocol::OpenAiChat, &context());
            assert_eq!(headers["retry-after"], "1", "{wait:?}");
            assert_eq!(headers["retry-after-ms"], "1000", "{wait:?}");
        }
    }
}

#[test]
fn without_a_cap_huge_waits_are_named_and_not_slept() {
    let layer = Layer::from_json("acme.json", r#"{"name": "acme", "retry_after_cap": null}"#);
    let layer = layer.unwrap();
    let renderer = Renderer::build(Catalog::builder().layer(layer)).unwrap();
    let error = GatewayError::new(ErrorCode::RateLimitExceeded).with_retry_after(Duration::MAX);
    let headers = renderer.headers(&error, Protocol::OpenAiChat, &context());
    assert_eq!(headers["x-should-retry"], "false");
    assert_whole(&renderer, &error, &context());
}

#[test]
fn headers_of_an_error_cannot_contradict_its_body() {
    let any = |bytes: &[u8]| HeaderValue::from_bytes(bytes).unwrap();
    let error = GatewayError::new(ErrorCode::InvalidApiKey)
        .with_header(HeaderName::from_static("content-length"), any(b"3"))
        .with_header(HeaderName::from_static("content-encoding"), any(b"gzip"))
        .with_header(
            HeaderName::from_static("transfer-encoding"),
            any(b"chunked"),
        )
        .with_header(HeaderName::from_static("content-type"), any(b"text/html"))
        .with_header(HeaderName::from_static("x-raw"), any(b"\xff\xfe caf\xe9"))
        .with_header(HeaderName::from_static("www-authenticate"), any(b"Bearer"))
        .with_header(HeaderName::from_static("www-authenticate"), any(b"Basic"));
    for protocol in Protocol::ALL {
        let headers = Renderer::standard().headers(&error, *protocol, &context());
        for name in ["content-length", "content-encoding", "transfer-encoding"] {
            assert!(!headers.contains_key(name), "{name}");
        }
        assert_eq!(headers["content-type"], protocol.content_type());
        assert_eq!(headers["x-raw"].as_bytes(), b"\xff\xfe caf\xe9");
        // The error's own values replace the entry's, and all of them stay.
        let schemes: Vec<_> = headers.get_all("www-authenticate").iter().collect();
        assert_eq!(schemes, ["Bearer", "Basic"]);
    }
    assert_whole(Renderer::standard(), &error, &context());
}

#[test]
fn texts_from_outside_are_counted_and_not_shown() {
    for text in TEXTS {
        let raw = Untrusted::new(*text);
        assert_eq!(raw.len(), text.len());
        assert_eq!(
            format!("{raw:?}"),
            format!("Untrusted({} bytes)", text.len())
        );
    }
}
