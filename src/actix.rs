//! [actix-web](https://docs.rs/actix-web): `?` in handlers.
//!
//! A handler's error is rendered in the gateway's own envelope and rides in the response's
//! extensions; [`respond`] renders it in the protocol of a route, which a middleware or an
//! `ErrorHandlers` calls.

use actix_web::http::StatusCode;
use actix_web::http::header::{HeaderName, HeaderValue};
use actix_web::{HttpResponse, HttpResponseBuilder, ResponseError};

use crate::{Context, GatewayError, Protocol, Renderer};

impl ResponseError for GatewayError {
    fn status_code(&self) -> StatusCode {
        StatusCode::from_u16(self.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
    }

    fn error_response(&self) -> HttpResponse {
        respond(
            self,
            Renderer::standard(),
            Protocol::Native,
            &Context::new(),
        )
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
    let response: http::Response<Vec<u8>> = renderer.response(error, protocol, context);
    let status = StatusCode::from_u16(response.status().as_u16());
    let mut builder = HttpResponseBuilder::new(status.unwrap_or(StatusCode::INTERNAL_SERVER_ERROR));
    // actix has its own copies of the types of `http`.
    for (name, value) in response.headers() {
        let name = HeaderName::from_bytes(name.as_str().as_bytes());
        if let (Ok(name), Ok(value)) = (name, HeaderValue::from_bytes(value.as_bytes())) {
            builder.append_header((name, value));
        }
    }
    let mut answer = builder.body(response.into_body());
    answer.extensions_mut().insert(error.clone());
    answer
}
