//! The error value: its size, its company, and what of it stays inside the gateway.

use std::error::Error as StdError;
use std::mem::size_of;
use std::panic::{RefUnwindSafe, UnwindSafe};

use axum::body::Body;
use axum::response::IntoResponse;
use axum::{Router, routing};
use http::Request;
use http_body_util::BodyExt;
use static_assertions::{assert_impl_all, assert_not_impl_any};
use tower::ServiceExt;
use wirefault::axum::ErrorLayer;
use wirefault::text::{OperatorText, PublicText, Untrusted};
use wirefault::{
    Catalog, Context, ErrorCode, GatewayError, Protocol, Renderer, StreamState, errors,
};

assert_impl_all!(GatewayError: StdError, Clone, Send, Sync, Unpin);
assert_impl_all!(Result<(), GatewayError>: Clone, Send, Sync, Unpin);
assert_impl_all!(wirefault::Code: Clone, Send, Sync, Unpin, UnwindSafe, RefUnwindSafe);
assert_impl_all!(Renderer: Send, Sync, Unpin, std::fmt::Debug);
assert_not_impl_any!(Untrusted<'static>: std::fmt::Display, serde::Serialize, Into<PublicText>);
assert_not_impl_any!(OperatorText: std::fmt::Display, serde::Serialize, Into<PublicText>);
// What is no error cannot be returned as one.
assert_not_impl_any!(wirefault::Notice: StdError);

/// What no client may read. In no case does a part of an entry look like it.
const CANARIES: [&str; 4] = [
    "CANARY-SOURCE",
    "CANARY-CAUSE",
    "CANARY-OPERATOR",
    "CANARY-RAW",
];

#[derive(Debug, thiserror::Error)]
#[error("CANARY-SOURCE")]
struct Planted(#[source] Cause);

#[derive(Debug, thiserror::Error)]
#[error("CANARY-CAUSE")]
struct Cause;

fn planted(code: ErrorCode) -> GatewayError {
    Catalog::standard()
        .example(code.as_str())
        .unwrap()
        .with_source(Planted(Cause))
        .with_operator_text(Untrusted::new("CANARY-RAW CANARY-OPERATOR").into_operator())
}

fn assert_clean(text: &str, place: &str) {
    for canary in CANARIES {
        assert!(!text.contains(canary), "{canary} in {place}: {text}");
    }
}

#[test]
fn it_is_one_word_wide() {
    assert_eq!(size_of::<GatewayError>(), size_of::<usize>());
    assert_eq!(size_of::<Option<GatewayError>>(), size_of::<usize>());
    assert_eq!(size_of::<Result<(), GatewayError>>(), size_of::<usize>());
}

#[test]
fn clones_share_and_edits_do_not_show() {
    let first = GatewayError::new(ErrorCode::ModelNotFound).with("model", "a");
    let second = first.clone().with("model", "b").with_request_id("req_2");
    assert_eq!(first.param("model").unwrap().as_text(), Some("a"));
    assert_eq!(second.param("model").unwrap().as_text(), Some("b"));
    assert!(first.request_id().is_none());
}

#[test]
fn the_source_is_there_for_the_operator() {
    let error = planted(ErrorCode::UpstreamError);
    let source = error.source().unwrap();
    assert!(source.is::<Planted>());
    assert_eq!(source.source().unwrap().to_string(), "CANARY-CAUSE");
    assert!(
        error
            .operator_text()
            .unwrap()
            .as_str()
            .contains("CANARY-OPERATOR")
    );
}

#[test]
fn nothing_for_the_operator_reaches_a_client() {
    for code in ErrorCode::ALL {
        let error = planted(*code);
        assert_clean(
            &format!("{error} {error:?} {error:#?} {:?}", error.fields()),
            "the value",
        );
        for protocol in Protocol::ALL {
            let context = Context::new()
                .request_id("req_example")
                .variables(&[("plan", "pro")]);
            let response: http::Response<Vec<u8>> =
                Renderer::standard().response(&error, *protocol, &context);
            assert_clean(&format!("{:?}", response.extensions()), "the extensions");
            let response = response.map(|body| String::from_utf8(body).unwrap());
            assert!(!response.body().is_empty());
            assert_clean(&format!("{response:?}"), "the response");
            for array in [false, true] {
                let mut state = StreamState::default();
                state.array = array;
                let failure =
                    Renderer::standard().stream_failure(&error, *protocol, &state, &context);
                let bytes = failure.map(|failure| failure.all()).unwrap_or_default();
                assert_eq!(bytes.is_empty(), *protocol == Protocol::Problem);
                assert_clean(&String::from_utf8(bytes).unwrap(), "the stream");
            }
        }
    }
}

#[tokio::test]
async fn nothing_for_the_operator_leaves_through_axum() {
    let handler = || async { Err::<(), _>(planted(ErrorCode::UpstreamAuthFailed)) };
    let app = Router::new()
        .route("/v1/chat/completions", routing::get(handler))
        .route("/v1/messages", routing::get(handler))
        .route("/v1beta/models", routing::get(handler))
        .route("/other", routing::get(handler))
        .layer(ErrorLayer::standard());
    for path in [
        "/v1/chat/completions",
        "/v1/messages",
        "/v1beta/models",
        "/other",
    ] {
        let request = Request::get(path).body(Body::empty()).unwrap();
        read(app.clone().oneshot(request).await.unwrap()).await;
    }
    read(planted(ErrorCode::InternalError).into_response()).await;
}

async fn read(response: axum::response::Response) {
    assert!(response.status().is_server_error());
    assert_clean(
        &format!("{response:?} {:?}", response.extensions()),
        "the response",
    );
    let body = response.into_body().collect().await.unwrap().to_bytes();
    assert!(body.starts_with(b"{"), "{body:?}");
    assert_clean(std::str::from_utf8(&body).unwrap(), "the body");
}

#[tokio::test]
async fn question_marks_work_in_handlers() {
    async fn handler(body: String) -> Result<String, GatewayError> {
        let number: u32 = body
            .parse()
            .map_err(|error| GatewayError::new(ErrorCode::InvalidField).with_source(error))?;
        if number == 0 {
            Err(errors::ModelNotFound::new().model("zero"))?;
        }
        if number == 1 {
            Err(ErrorCode::RateLimitExceeded)?;
        }
        Ok(body)
    }
    let app = Router::new().route("/", routing::post(handler));
    for (body, status) in [("x", 400), ("0", 404), ("1", 429), ("2", 200)] {
        let request = Request::post("/").body(Body::from(body)).unwrap();
        assert_eq!(
            app.clone().oneshot(request).await.unwrap().status(),
            status,
            "{body}"
        );
    }
}

#[test]
fn thiserror_wraps_it() {
    #[derive(Debug, thiserror::Error)]
    enum AppError {
        #[error(transparent)]
        Gateway(#[from] GatewayError),
        #[error("while reading")]
        Reading(#[source] GatewayError),
    }
    fn run() -> Result<(), AppError> {
        Err(GatewayError::new(ErrorCode::ModelNotFound))?;
        Ok(())
    }
    let error = run().unwrap_err();
    assert!(matches!(&error, AppError::Gateway(inner) if inner.is(ErrorCode::ModelNotFound)));
    assert!(error.to_string().starts_with("model_not_found: "));
    let outer = AppError::Reading(planted(ErrorCode::UpstreamError));
    let inner = outer
        .source()
        .and_then(|source| source.downcast_ref::<GatewayError>());
    assert!(inner.unwrap().is("upstream_error"));
}

#[test]
fn anyhow_and_eyre_wrap_it_and_give_it_back() {
    fn with_anyhow() -> anyhow::Result<()> {
        use anyhow::Context as _;
        Err(planted(ErrorCode::ModelNotFound)).context("while routing")?;
        Ok(())
    }
    fn with_eyre() -> eyre::Result<()> {
        use eyre::WrapErr as _;
        Err(planted(ErrorCode::ModelNotFound)).wrap_err("while routing")?;
        Ok(())
    }
    let error = with_anyhow().unwrap_err();
    assert_eq!(error.to_string(), "while routing");
    assert!(error.chain().any(|cause| cause.is::<Planted>()));
    assert!(
        error
            .downcast::<GatewayError>()
            .unwrap()
            .is("model_not_found")
    );
    let error = with_eyre().unwrap_err();
    assert!(error.chain().any(|cause| cause.is::<Planted>()));
    assert!(
        error
            .downcast_ref::<GatewayError>()
            .unwrap()
            .is("model_not_found")
    );
}

#[test]
fn it_crosses_threads() {
    let error = planted(ErrorCode::UpstreamTimeout);
    let other = error.clone();
    let key = std::thread::spawn(move || other.key().to_owned())
        .join()
        .unwrap();
    assert_eq!(key, error.key());
}
