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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ErrorCode;
    use actix_web::body::MessageBody;

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
}
