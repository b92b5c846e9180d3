//! [actix-web](https://docs.rs/actix-web): `?` in handlers, and every error in the protocol of its
//! route.
//!
//! ```
//! # use std::sync::Arc;
//! # use actix_web::{App, dev::ServiceRequest, middleware::{Next, from_fn}, web};
//! # use wirefault::{Catalog, ErrorCode, GatewayError, Renderer, actix};
//! async fn complete() -> Result<String, GatewayError> {
//!     Err(ErrorCode::ModelNotFound.into())
//! }
//! let renderer = Arc::new(Renderer::new(Catalog::standard().clone())?);
//! let app = App::new()
//!     .route("/v1/chat/completions", web::post().to(complete))
//!     .wrap(from_fn(move |request: ServiceRequest, next: Next<_>| {
//!         let origin = actix::origin(&request);
//!         actix::answer(renderer.clone(), origin, request, next)
//!     }));
//! # let _ = app;
//! # Ok::<(), wirefault::catalog::Problems>(())
//! ```
//!
//! Without the middleware a handler's error is answered in the gateway's own envelope.

use std::sync::Arc;

use actix_web::body::{EitherBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::StatusCode;
use actix_web::http::header::{HeaderMap as Headers, HeaderName as Name, HeaderValue as Value};
use actix_web::middleware::Next;
use actix_web::{HttpMessage, HttpResponse, HttpResponseBuilder, ResponseError};
use http::{HeaderMap, HeaderName, HeaderValue, Uri};

use crate::{Context, GatewayError, Protocol, Renderer, framework};

#[doc(inline)]
pub use crate::framework::{Origin, Variables};

impl ResponseError for GatewayError {
    fn status_code(&self) -> StatusCode {
        StatusCode::from_u16(self.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
    }

    fn error_response(&self) -> HttpResponse {
        build(self.to_response(Protocol::Native))
    }
}

/// Renders an error as actix's response.
///
/// ```
/// use wirefault::{Context, ErrorCode, Protocol, Renderer};
///
/// let error = ErrorCode::ModelNotFound.into();
/// let response = wirefault::actix::respond(
///     &error, Renderer::standard(), Protocol::AnthropicMessages, &Context::new());
/// assert_eq!(response.status(), 404);
/// ```
pub fn respond(
    error: &GatewayError,
    renderer: &Renderer,
    protocol: Protocol,
    context: &Context<'_>,
) -> HttpResponse {
    build(renderer.response(error, protocol, context))
}

/// Notes what matters of a request: the protocol by its path ([`Protocol::of_path`]), the request
/// id of its `x-request-id`. A gateway with routes or ids of its own changes the fields.
pub fn origin(request: &ServiceRequest) -> Origin {
    let (method, headers) = (request.method().as_str(), ours(request.headers()));
    let uri: Uri = request.uri().to_string().parse().unwrap_or_default();
    let id = framework::request_id(&headers).map(str::to_owned);
    let protocol = Protocol::of_path(method, uri.path());
    Origin::of((method, &uri, &headers), protocol, id)
}

/// Renders every error in the protocol of its route: ours, and what actix itself answers.
///
/// The rules are those of the tower layer: a bare 4xx or 5xx that is no JSON becomes the entry for
/// its status, JSON that a handler wrote is left alone. Handlers find the [`Origin`] in the
/// request's extensions.
///
/// # Errors
///
/// The errors of other middleware, which actix answers further out.
pub async fn answer<B: MessageBody>(
    renderer: Arc<Renderer>,
    origin: Origin,
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<EitherBody<B>>, actix_web::Error> {
    request.extensions_mut().insert(origin.clone());
    let mut response = next.call(request).await?;
    let mut seen: http::Response<Vec<u8>> = http::Response::default();
    *seen.status_mut() = http::StatusCode::from_u16(response.status().as_u16()).unwrap_or_default();
    *seen.headers_mut() = ours(response.headers());
    if let Some(error) = response.response().extensions().get::<GatewayError>() {
        seen.extensions_mut().insert(error.clone());
    }
    if let Some(variables) = response.response().extensions().get::<Variables>() {
        seen.extensions_mut().insert(variables.clone());
    }
    let rendered = framework::answer(seen, &renderer, &origin);
    if rendered.extensions().get::<GatewayError>().is_some() {
        return Ok(response
            .into_response(build(rendered))
            .map_into_right_body());
    }
    let headers = response.headers_mut();
    headers.clear();
    for (name, value) in rendered.headers().iter().filter_map(theirs) {
        headers.append(name, value);
    }
    Ok(response.map_into_left_body())
}

/// Builds actix's response, which has its own copies of the types of `http`.
fn build(response: http::Response<Vec<u8>>) -> HttpResponse {
    let status = StatusCode::from_u16(response.status().as_u16());
    let mut builder = HttpResponseBuilder::new(status.unwrap_or(StatusCode::INTERNAL_SERVER_ERROR));
    for header in response.headers().iter().filter_map(theirs) {
        builder.append_header(header);
    }
    let (parts, body) = response.into_parts();
    let mut answer = builder.body(body);
    if let Some(error) = parts.extensions.get::<GatewayError>() {
        answer.extensions_mut().insert(error.clone());
    }
    answer
}

fn theirs((name, value): (&HeaderName, &HeaderValue)) -> Option<(Name, Value)> {
    let name = Name::from_bytes(name.as_str().as_bytes()).ok()?;
    Some((name, Value::from_bytes(value.as_bytes()).ok()?))
}

fn ours(theirs: &Headers) -> HeaderMap {
    let one = |(name, value): (&Name, &Value)| {
        let name = HeaderName::from_bytes(name.as_str().as_bytes()).ok()?;
        Some((name, HeaderValue::from_bytes(value.as_bytes()).ok()?))
    };
    let mut headers = HeaderMap::new();
    for (name, value) in theirs.iter().filter_map(one) {
        headers.append(name, value);
    }
    headers
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ErrorCode;
    use actix_web::middleware::from_fn;
    use actix_web::test::TestRequest;
    use actix_web::{App, web};

    fn error() -> GatewayError {
        GatewayError::new(ErrorCode::RateLimitExceeded)
            .with_request_id("req_1")
            .with_source(std::io::Error::other("CANARY"))
    }

    #[test]
    fn question_marks_answer_in_the_native_envelope() {
        fn handler() -> Result<&'static str, actix_web::Error> {
            Err(error())?
        }
        let response = handler().unwrap_err().error_response();
        assert_eq!(response.status(), 429);
        assert_eq!(error().status_code(), 429);
        assert!(response.extensions().get::<GatewayError>().is_some());
        assert!(!format!("{response:?}").contains("CANARY"));
        let body = response.into_body().try_into_bytes().unwrap();
        let parsed = Protocol::Native.parse(&body).unwrap();
        assert_eq!(parsed.code.as_deref(), Some("rate_limit_exceeded"));
        assert_eq!(parsed.request_id.as_deref(), Some("req_1"));
    }

    #[test]
    fn status_headers_and_body_are_those_of_the_renderer() {
        for protocol in Protocol::ALL {
            for code in ErrorCode::ALL {
                let (error, context) = (GatewayError::new(*code), Context::new());
                let wanted: http::Response<Vec<u8>> =
                    Renderer::standard().response(&error, *protocol, &context);
                let found = respond(&error, Renderer::standard(), *protocol, &context);
                assert_eq!(found.status().as_u16(), wanted.status().as_u16());
                assert_eq!(found.headers().len(), wanted.headers().len());
                for (name, value) in wanted.headers() {
                    let found = found.headers().get(name.as_str()).unwrap();
                    assert_eq!(found.as_bytes(), value.as_bytes(), "{name}");
                }
                let body = found.into_body().try_into_bytes().unwrap();
                assert_eq!(body, wanted.body().as_slice());
            }
        }
    }

    async fn complete() -> Result<String, GatewayError> {
        Err(error())
    }

    /// Asks an app with the middleware; returns status, headers and body.
    fn ask(method: &str, path: &str) -> (u16, Headers, Vec<u8>) {
        actix_web::rt::System::new().block_on(async {
            let renderer = Arc::new(Renderer::of_standard());
            let app = App::new()
                .route("/v1/messages", web::post().to(complete))
                .route("/v1/chat/completions", web::post().to(complete))
                .route(
                    "/v1/own",
                    web::get().to(|| async { HttpResponse::Conflict().json("mine") }),
                )
                .route(
                    "/v1/bare",
                    web::get().to(|| async {
                        HttpResponse::Conflict()
                            .insert_header(("set-cookie", "a=b"))
                            .body("CANARY")
                    }),
                )
                .route("/v1/fine", web::get().to(|| async { "fine" }))
                .wrap(from_fn(move |request: ServiceRequest, next: Next<_>| {
                    let origin = origin(&request);
                    answer(renderer.clone(), origin, request, next)
                }));
            let app = actix_web::test::init_service(app).await;
            let method = method.parse().unwrap();
            let request = TestRequest::default().method(method).uri(path);
            let request = request.insert_header(("x-request-id", "req_caller"));
            let response = actix_web::test::call_service(&app, request.to_request()).await;
            let (status, headers) = (response.status().as_u16(), response.headers().clone());
            let body = actix_web::test::read_body(response).await.to_vec();
            (status, headers, body)
        })
    }

    #[test]
    fn every_error_is_in_the_protocol_of_its_route() {
        for (method, path, protocol, status, code) in [
            (
                "POST",
                "/v1/messages",
                Protocol::AnthropicMessages,
                429,
                "rate_limit_exceeded",
            ),
            (
                "POST",
                "/v1/chat/completions",
                Protocol::OpenAiChat,
                429,
                "rate_limit_exceeded",
            ),
            (
                "POST",
                "/v1/nowhere",
                Protocol::OpenAiChat,
                404,
                "route_not_found",
            ),
            (
                "POST",
                "/v1beta/nowhere",
                Protocol::Gemini,
                404,
                "ROUTE_NOT_FOUND",
            ),
            (
                "GET",
                "/v1/bare",
                Protocol::OpenAiChat,
                409,
                "request_refused",
            ),
        ] {
            let (sent, headers, body) = ask(method, path);
            assert_eq!(sent, status, "{path}");
            let text = String::from_utf8_lossy(&body);
            assert!(!text.contains("CANARY"), "{text}");
            let parsed = protocol
                .parse(&body)
                .unwrap_or_else(|| panic!("{path}: {text}"));
            assert_eq!(parsed.code.as_deref(), Some(code), "{path}");
            assert!(headers.contains_key("x-should-retry"), "{path}");
            let cookie = headers.get("set-cookie").is_some();
            assert_eq!(cookie, path == "/v1/bare", "{path}");
        }
    }

    #[test]
    fn what_a_handler_wrote_stays() {
        let (status, headers, body) = ask("GET", "/v1/own");
        assert_eq!((status, body.as_slice()), (409, &b"\"mine\""[..]));
        assert_eq!(headers.get("x-request-id").unwrap(), "req_caller");
        let (status, headers, body) = ask("GET", "/v1/fine");
        assert_eq!((status, body.as_slice()), (200, &b"fine"[..]));
        assert_eq!(headers.get("request-id").unwrap(), "req_caller");
        assert!(headers.contains_key("content-type"));
    }
}
