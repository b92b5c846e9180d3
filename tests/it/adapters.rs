//! What axum and tower answer themselves comes out in the protocol of the route.

use std::sync::Arc;
use std::time::Duration;

use axum::body::Body;
use axum::error_handling::HandleErrorLayer;
use axum::extract::DefaultBodyLimit;
use axum::extract::Query;
use axum::extract::rejection::{JsonRejection, QueryRejection};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use http::header::{HeaderName, HeaderValue};
use http::{HeaderMap, Request, StatusCode};
use http_body_util::BodyExt;
use serde_json::{Value, json};
use tower::{ServiceBuilder, ServiceExt};
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::limit::RequestBodyLimitLayer;
use tower_http::timeout::TimeoutLayer;
use wirefault::axum::{ErrorLayer, Origin, Variables, from_box_error, on_panic};
use wirefault::catalog::Layer;
use wirefault::testing::Checker;
use wirefault::{Catalog, ErrorCode, GatewayError, Protocol, Renderer};

/// A path per protocol; the layer finds the protocol by it.
const ROUTES: &[(&str, Protocol)] = &[
    ("/v1/chat/completions", Protocol::OpenAiChat),
    ("/v1/responses", Protocol::OpenAiResponses),
    ("/v1/messages", Protocol::AnthropicMessages),
    ("/v1beta/models/m:generateContent", Protocol::Gemini),
    ("/native", Protocol::Native),
];

type Answer = http::Response<Vec<u8>>;

/// Routes the same handler everywhere, under the layer.
fn everywhere(route: axum::routing::MethodRouter) -> Router {
    let mut app = Router::new();
    for (path, _) in ROUTES {
        app = app.route(path, route.clone());
    }
    app
}

async fn ask(app: &Router, request: Request<Body>) -> Answer {
    let (parts, body) = app.clone().oneshot(request).await.unwrap().into_parts();
    let body = body.collect().await.unwrap().to_bytes().to_vec();
    http::Response::from_parts(parts, body)
}

fn request(method: &str, path: &str, body: &'static str) -> Request<Body> {
    let builder = Request::builder().method(method).uri(path);
    let builder = builder
        .header("x-request-id", "req_caller")
        .header("content-type", "application/json");
    builder.body(Body::from(body)).unwrap()
}

/// Asks on every route, and expects this entry with all that belongs to it.
async fn expect(app: &Router, method: &str, body: &'static str, key: &str) -> Vec<Answer> {
    let mut answers = Vec::new();
    for (path, protocol) in ROUTES {
        let answer = ask(app, request(method, path, body)).await;
        let checked = Checker::standard()
            .canary("CANARY")
            .response(*protocol, &answer);
        let checked = checked.unwrap_or_else(|wrong| panic!("{path}: {wrong:?}\n{answer:?}"));
        assert_eq!(checked.key.as_deref(), Some(key), "{path}");
        for name in ["x-request-id", "request-id"] {
            assert_eq!(answer.headers()[name], "req_caller", "{path}");
        }
        let in_body = checked.parsed.request_id;
        assert!(in_body.is_none_or(|id| id == "req_caller"), "{path}");
        answers.push(answer);
    }
    answers
}

fn is_json(body: Result<Json<Value>, JsonRejection>) -> Result<Json<Value>, GatewayError> {
    Ok(body?)
}

#[tokio::test]
async fn unknown_routes_and_methods() {
    let app = Router::new().layer(ErrorLayer::standard());
    expect(&app, "POST", "{}", "route_not_found").await;
    let app = everywhere(get(|| async {})).layer(ErrorLayer::standard());
    for answer in expect(&app, "POST", "{}", "method_not_allowed").await {
        assert_eq!(answer.status(), 405);
        assert_eq!(answer.headers()["allow"], "GET,HEAD");
    }
}

#[tokio::test]
async fn slow_handlers_and_long_bodies() {
    let timeout =
        TimeoutLayer::with_status_code(StatusCode::REQUEST_TIMEOUT, Duration::from_millis(1));
    let app = everywhere(post(std::future::pending::<()>))
        .layer(timeout)
        .layer(ErrorLayer::standard());
    expect(&app, "POST", "{}", "request_timeout").await;

    let limit = RequestBodyLimitLayer::new(4);
    let app = everywhere(post(|_: String| async {}))
        .layer(limit)
        .layer(ErrorLayer::standard());
    expect(&app, "POST", "12345", "request_too_large").await;

    let limit = DefaultBodyLimit::max(4);
    let handler = |body: Result<String, _>| async move {
        let _: String = body?;
        Ok::<_, GatewayError>(())
    };
    let app = everywhere(post(handler))
        .layer(limit)
        .layer(ErrorLayer::standard());
    expect(&app, "POST", "12345", "request_too_large").await;
}

#[tokio::test]
async fn bodies_that_are_no_json() {
    #[derive(serde::Deserialize)]
    struct Chat {
        #[serde(rename = "max_tokens")]
        _max_tokens: u32,
    }
    // With the rejection as a value, and as axum answers it by itself.
    let by_value = |body: Result<Json<Chat>, JsonRejection>| async move {
        let _ = body?;
        Ok::<_, GatewayError>(())
    };
    let by_axum = |_: Json<Chat>| async {};
    for (app, broken) in [
        (everywhere(post(by_value)), "invalid_json"),
        (everywhere(post(by_axum)), "unreadable_body"),
    ] {
        let app = app.layer(ErrorLayer::standard());
        expect(&app, "POST", "{", broken).await;
        for answer in expect(
            &app,
            "POST",
            r#"{"max_tokens": "x"}"#,
            "unprocessable_request",
        )
        .await
        {
            assert_eq!(answer.status(), 422);
        }
        for (path, protocol) in ROUTES {
            let mut request = request("POST", path, "{}");
            request.headers_mut().remove("content-type");
            let answer = ask(&app, request).await;
            let checked = Checker::standard().response(*protocol, &answer).unwrap();
            assert_eq!(checked.key.as_deref(), Some("unsupported_media_type"));
        }
    }
    assert!(is_json(Ok(Json(json!({})))).is_ok());
}

/// What the parser found is told once, with the path of the field, and nothing of buffers.
#[tokio::test]
async fn a_broken_body_is_told_in_plain_words() {
    #[derive(serde::Deserialize)]
    struct Chat {
        #[serde(rename = "max_tokens")]
        _max_tokens: u32,
    }
    let handler = |body: Result<Json<Chat>, JsonRejection>| async move {
        let _ = body?;
        Ok::<_, GatewayError>(())
    };
    let app = everywhere(post(handler))
        .layer(DefaultBodyLimit::max(20))
        .layer(ErrorLayer::standard());
    for (body, begins) in [
        ("{bad", "The request body is not valid JSON: key must be"),
        (
            r#"{"max_tokens":"x"}"#,
            "The request does not match the schema of this endpoint: max_tokens: invalid type: string",
        ),
        (
            r#"{"max_tokens":100000000}"#,
            "The request body is too large.",
        ),
    ] {
        let answer = ask(&app, request("POST", "/v1/messages", body)).await;
        let checked = Checker::standard()
            .response(Protocol::AnthropicMessages, &answer)
            .unwrap();
        let message = checked.parsed.message;
        assert!(message.starts_with(begins), "{message}");
        assert!(!message.contains("Failed to"), "{message}");
    }
}

#[tokio::test]
async fn queries_that_do_not_fit() {
    type Numbers = std::collections::BTreeMap<String, u32>;
    let handler = |query: Result<Query<Numbers>, QueryRejection>| async move {
        let _ = query?;
        Ok::<_, GatewayError>(())
    };
    let app = Router::new()
        .route("/v1/models", get(handler))
        .layer(ErrorLayer::standard());
    let answer = ask(&app, request("GET", "/v1/models?limit=x", "")).await;
    let checked = Checker::standard()
        .response(Protocol::OpenAiChat, &answer)
        .unwrap();
    assert_eq!(checked.key.as_deref(), Some("invalid_field"));
}

#[tokio::test]
async fn panics_say_nothing() {
    #[allow(unreachable_code)]
    async fn handler() {
        // Panics without a word in the test's output.
        std::panic::resume_unwind(Box::new("CANARY"));
    }
    let app = everywhere(get(handler))
        .layer(CatchPanicLayer::custom(on_panic))
        .layer(ErrorLayer::standard());
    expect(&app, "GET", "", "internal_error").await;
}

#[tokio::test]
async fn middleware_that_fails() {
    async fn handle(error: tower::BoxError) -> GatewayError {
        from_box_error(error)
    }
    let handler = || std::future::pending::<()>();
    let shed = ServiceBuilder::new()
        .layer(HandleErrorLayer::new(handle))
        .load_shed()
        .concurrency_limit(0);
    let app = everywhere(get(handler))
        .layer(shed)
        .layer(ErrorLayer::standard());
    expect(&app, "GET", "", "service_overloaded").await;

    let late = ServiceBuilder::new()
        .layer(HandleErrorLayer::new(handle))
        .timeout(Duration::from_millis(1));
    let app = everywhere(get(handler))
        .layer(late)
        .layer(ErrorLayer::standard());
    expect(&app, "GET", "", "deadline_exceeded").await;

    for (error, key) in [
        (
            GatewayError::new(ErrorCode::ModelNotFound).into(),
            "model_not_found",
        ),
        (tower::BoxError::from("CANARY"), "internal_error"),
    ] {
        let error = from_box_error(error);
        assert!(error.is(key) && !format!("{error} {error:?}").contains("CANARY"));
    }
}

/// Not one plain text is left, whatever the status, and the status stays.
#[tokio::test]
async fn every_bare_status_is_an_entry() {
    let handler = |axum::extract::Query(wanted): axum::extract::Query<Vec<(String, u16)>>| async move {
        (
            StatusCode::from_u16(wanted[0].1).unwrap(),
            [("allow", "GET")],
            "CANARY plain",
        )
    };
    let app = everywhere(get(handler)).layer(ErrorLayer::standard());
    for status in 400..=599 {
        let key = match status {
            402 => Some("insufficient_balance"),
            409 | 412 | 423 | 424 | 425 | 451 => Some("request_refused"),
            410 => Some("resource_not_found"),
            505..=511 => Some("internal_error"),
            529 => Some("service_overloaded"),
            _ => None,
        };
        for (path, protocol) in ROUTES {
            let path = format!("{path}?status={status}");
            let answer = ask(&app, request("GET", &path, "")).await;
            // Node's fetch breaks on these two.
            let sent = if matches!(status, 407 | 421) {
                400
            } else {
                status
            };
            assert_eq!(answer.status().as_u16(), sent, "{path}");
            let checked = Checker::standard()
                .canary("CANARY")
                .response(*protocol, &answer);
            let checked = checked.unwrap_or_else(|wrong| panic!("{path}: {wrong:?}\n{answer:?}"));
            let found = checked.key.unwrap();
            assert!(key.is_none_or(|key| key == found), "{path}: {found}");
        }
    }
    let answer = ask(&app, request("GET", "/v1/chat/completions?status=409", "")).await;
    let told = Protocol::OpenAiChat.parse(answer.body()).unwrap().message;
    assert_eq!(told, "The gateway refused this request: Conflict.");
}

#[tokio::test]
async fn what_a_handler_wrote_stays() {
    for (kind, body) in [
        ("application/json", r#"{"mine": true}"#),
        (
            "application/problem+json; charset=utf-8",
            r#"{"title": "mine"}"#,
        ),
        ("text/event-stream", "event: error\ndata: {}\n\n"),
    ] {
        let handler = move || async move {
            (StatusCode::BAD_REQUEST, [("content-type", kind)], body).into_response()
        };
        let app = everywhere(get(handler)).layer(ErrorLayer::standard());
        for (path, _) in ROUTES {
            let answer = ask(&app, request("GET", path, "")).await;
            assert_eq!(
                (answer.status().as_u16(), answer.body().as_slice()),
                (400, body.as_bytes())
            );
            assert_eq!(answer.headers()["content-type"], kind);
            assert_eq!(answer.headers()["x-request-id"], "req_caller");
        }
    }
}

#[tokio::test]
async fn companion_headers_stay_and_stale_ones_go() {
    let handler = || async {
        let headers = [
            ("content-length", "3"),
            ("content-encoding", "gzip"),
            ("etag", "\"x\""),
            ("access-control-allow-origin", "https://app.example"),
            ("access-control-expose-headers", "x-mine"),
            ("set-cookie", "a=b"),
            ("vary", "origin"),
            ("retry-after", "86400"),
        ];
        (StatusCode::SERVICE_UNAVAILABLE, headers, "CANARY busy").into_response()
    };
    let app = everywhere(get(handler)).layer(ErrorLayer::standard());
    for answer in expect(&app, "GET", "", "service_overloaded").await {
        let headers = answer.headers();
        assert!(!headers.contains_key("etag") && !headers.contains_key("content-encoding"));
        assert_eq!(
            headers["access-control-allow-origin"],
            "https://app.example"
        );
        assert_eq!(
            (&headers["set-cookie"], &headers["vary"]),
            (&value("a=b"), &value("origin"))
        );
        let exposed = headers["access-control-expose-headers"].to_str().unwrap();
        assert!(
            exposed.contains("x-should-retry") && exposed.contains("x-mine"),
            "{exposed}"
        );
        // The entry's advice, not that of whoever wrote the page.
        assert!(
            headers
                .get("retry-after")
                .is_none_or(|wait| wait != "86400")
        );
    }
}

#[tokio::test]
async fn scripts_in_browsers_read_the_ids_of_a_success() {
    let layer = r#"{"name": "acme", "headers": {"successes": {"acme-region": "eu"}}}"#;
    let layer = Layer::from_json("acme.json", layer).unwrap();
    let renderer = Arc::new(Renderer::build(Catalog::builder().layer(layer)).unwrap());
    let notice = wirefault::Notice::new(ErrorCode::RequestAdjusted)
        .with("adjustment", "max_tokens_floored")
        .with("value", "200");
    let noted = renderer.notice_headers(&notice, &wirefault::Context::new());
    let own = [("access-control-expose-headers", "X-Request-Id, x-mine")];
    let app = Router::new()
        .route("/plain", get(|| async { "fine" }))
        .route("/own", get(move || async move { (own, "fine") }))
        .route("/noted", get(move || async move { (noted, "fine") }))
        .layer(ErrorLayer::new(renderer));
    for (path, wanted) in [
        ("/plain", "x-request-id, request-id, acme-region"),
        ("/own", "X-Request-Id, x-mine, request-id, acme-region"),
        (
            "/noted",
            "x-gateway-applied, x-request-id, request-id, acme-region",
        ),
    ] {
        let answer = ask(&app, request("GET", path, "")).await;
        assert_eq!(answer.status(), 200);
        let lists = answer.headers().get_all("access-control-expose-headers");
        let mut shown: Vec<&str> = lists.iter().map(|list| list.to_str().unwrap()).collect();
        let shown = shown.pop().filter(|_| shown.is_empty()).unwrap();
        let sorted = |list: &str| {
            let names = list.split(", ").map(str::to_owned);
            names.collect::<std::collections::BTreeSet<String>>()
        };
        assert_eq!(sorted(shown), sorted(wanted), "{path}: {shown}");
    }
}

fn value(text: &'static str) -> HeaderValue {
    HeaderValue::from_static(text)
}

#[tokio::test]
async fn heads_have_headers_and_no_body() {
    let failing = || async { Err::<(), _>(GatewayError::new(ErrorCode::ModelNotFound)) };
    let app = everywhere(get(failing)).layer(ErrorLayer::standard());
    for (path, protocol) in ROUTES {
        let answer = ask(&app, request("HEAD", path, "")).await;
        assert_eq!(answer.status(), 404);
        assert!(answer.body().is_empty(), "{path}");
        assert_eq!(answer.headers()["content-type"], protocol.content_type());
        assert_eq!(answer.headers()["x-should-retry"], "false");
    }
}

#[tokio::test]
async fn request_ids_come_from_the_caller_or_are_made_up() {
    let handler = |origin: axum::Extension<Origin>| async move {
        assert_eq!(origin.protocol, Protocol::Native);
        origin.id.clone().unwrap_or_default()
    };
    let echo = Router::new().route("/native", get(handler));
    let made = ErrorLayer::standard().request_id_by(|_| Some("req_made".to_owned()));
    let broken = ErrorLayer::standard().request_id_by(|_| Some("a\r\nset-cookie: b".to_owned()));
    for (layer, sent, seen) in [
        (ErrorLayer::standard(), Some(&b"req_1"[..]), Some("req_1")),
        (ErrorLayer::standard(), None, None),
        (ErrorLayer::standard(), Some(b"caf\xe9"), None),
        (ErrorLayer::standard(), Some(b"two words"), None),
        (ErrorLayer::standard(), Some(b"fall back"), Some("req_2")),
        (made, Some(b"req_1"), Some("req_made")),
        (broken, None, None),
    ] {
        let app = echo.clone().layer(layer);
        for path in ["/native", "/nowhere"] {
            let mut request = Request::get(path).body(Body::empty()).unwrap();
            if sent == Some(b"fall back") {
                request.headers_mut().insert("request-id", value("req_2"));
            }
            if let Some(id) = sent {
                let id = HeaderValue::from_bytes(id).unwrap();
                request
                    .headers_mut()
                    .insert(HeaderName::from_static("x-request-id"), id);
            }
            let answer = ask(&app, request).await;
            let found = answer
                .headers()
                .get("x-request-id")
                .map(|id| id.to_str().unwrap());
            assert_eq!(found, seen, "{path}");
            if path == "/native" {
                assert_eq!(answer.body(), seen.unwrap_or_default().as_bytes());
            }
        }
    }
}

/// A layer further out counts by what a handler left in the extensions.
#[tokio::test]
async fn extensions_of_an_error_reach_the_layers_further_out() {
    #[derive(Clone, Debug, PartialEq)]
    struct Tenant(u32);
    let ours = || async { (axum::Extension(Tenant(7)), ErrorCode::ModelNotFound) };
    let bare = || async { (axum::Extension(Tenant(7)), StatusCode::CONFLICT) };
    let app = Router::new()
        .route("/ours", get(ours))
        .route("/bare", get(bare));
    let app = app.layer(ErrorLayer::standard());
    for (path, key) in [("/ours", "model_not_found"), ("/bare", "request_refused")] {
        let answer = ask(&app, request("GET", path, "")).await;
        let extensions = answer.extensions();
        assert_eq!(extensions.get::<Tenant>(), Some(&Tenant(7)), "{path}");
        assert!(extensions.get::<GatewayError>().unwrap().is(key), "{path}");
    }
}

#[tokio::test]
async fn the_gateway_states_protocols_its_catalog_and_its_headers() {
    let layer = Layer::from_json(
        "acme.json",
        r#"{
            "name": "acme",
            "headers": {"errors": {"x-acme": "{plan}"}, "successes": {"x-acme": "{plan}"}},
            "override": {"model_not_found": {"http_status": 410, "message": "Gone."}}
        }"#,
    );
    let renderer = Arc::new(Renderer::build(Catalog::builder().layer(layer.unwrap())).unwrap());
    let layer = ErrorLayer::new(renderer.clone()).protocol_by(|parts| {
        match parts.headers.contains_key("anthropic-version") {
            true => Protocol::AnthropicMessages,
            false => Protocol::Problem,
        }
    });
    let plan = || Variables(vec![("plan".to_owned(), "pro".to_owned())]);
    let failing = move || async move {
        let mut response: Response = GatewayError::new(ErrorCode::ModelNotFound).into_response();
        response.extensions_mut().insert(plan());
        response
    };
    let fine = move || async move { (axum::Extension(plan()), "fine") };
    let app = Router::new()
        .route("/bad", get(failing))
        .route("/good", get(fine))
        .layer(layer);
    for protocol in [Protocol::AnthropicMessages, Protocol::Problem] {
        let mut request = Request::get("/bad").body(Body::empty()).unwrap();
        if protocol == Protocol::AnthropicMessages {
            request
                .headers_mut()
                .insert("anthropic-version", value("2023-06-01"));
        }
        let answer = ask(&app, request).await;
        let checked = Checker::new(&renderer).response(protocol, &answer).unwrap();
        assert_eq!(
            (answer.status().as_u16(), checked.parsed.message.as_str()),
            (410, "Gone.")
        );
        assert_eq!(answer.headers()["x-acme"], "pro");
    }
    let answer = ask(&app, Request::get("/good").body(Body::empty()).unwrap()).await;
    assert_eq!(
        (answer.status().as_u16(), &answer.headers()["x-acme"]),
        (200, &value("pro"))
    );
    assert_eq!(answer.body(), b"fine");
    assert_eq!(header_count(answer.headers(), "x-acme"), 1);
}

fn header_count(headers: &HeaderMap, name: &str) -> usize {
    headers.get_all(name).iter().count()
}
