//! [axum](https://docs.rs/axum): `?` in handlers, and its rejections as entries.
//!
//! ```
//! use axum::Json;
//! use axum::extract::rejection::JsonRejection;
//! use serde_json::Value;
//! use wirefault::{FieldPath, GatewayError, errors};
//!
//! async fn chat(body: Result<Json<Value>, JsonRejection>) -> Result<Json<Value>, GatewayError> {
//!     let Json(body) = body?;
//!     let Some(model) = body["model"].as_str() else {
//!         // The path is OpenAI's `param`; the parameter names the field in every client's text.
//!         let missing = errors::MissingField::new().field("model").build();
//!         return Err(missing.with_field(FieldPath::body("model")));
//!     };
//!     Err(errors::ModelNotFound::new().model(model.to_owned()).into())
//! }
//! ```
//!
//! A handler's error is rendered in the gateway's own envelope and rides in the response's
//! extensions, where [`ErrorLayer`] finds it and renders it in the protocol of the route. A handler
//! that has to know the client's protocol or the request id takes `Extension<`[`Origin`]`>`.

use axum::extract::rejection::{
    BytesRejection, JsonRejection, PathRejection, QueryRejection, StringRejection,
};
use axum_core::body::Body;
use axum_core::response::{IntoResponse, Response};

use crate::{ErrorCode, GatewayError, Protocol};

#[doc(inline)]
pub use crate::framework::{Origin, Variables};
#[doc(inline)]
pub use crate::tower::{ErrorLayer, from_box_error};

impl IntoResponse for GatewayError {
    fn into_response(self) -> Response {
        self.to_response::<Vec<u8>>(Protocol::Native)
            .map(Body::from)
    }
}

impl IntoResponse for ErrorCode {
    fn into_response(self) -> Response {
        GatewayError::new(self).into_response()
    }
}

/// Answers a panic: for `tower_http::catch_panic::CatchPanicLayer::custom`.
///
/// The panic's text reaches nobody but the panic hook.
pub fn on_panic(panic: Box<dyn std::any::Any + Send + 'static>) -> Response {
    crate::tower::on_panic::<Vec<u8>>(panic).map(Body::from)
}

/// Turns a rejection into the entry for its status; the rejection is the source.
macro_rules! rejection {
    ($($name:ident),*) => {$(
        impl From<$name> for GatewayError {
            fn from(rejection: $name) -> Self {
                let error = rejected(rejection.status().as_u16(), Kind::$name);
                match Kind::$name {
                    // What buffers a body speaks of itself, not of the request.
                    Kind::BytesRejection | Kind::StringRejection => error,
                    _ => describe(error, &rejection.body_text()),
                }
                .with_source(rejection)
            }
        }
    )*};
}

impl From<JsonRejection> for GatewayError {
    fn from(rejection: JsonRejection) -> Self {
        // A body that could not be read says nothing of its JSON.
        if let JsonRejection::BytesRejection(unread) = rejection {
            return unread.into();
        }
        let error = rejected(rejection.status().as_u16(), Kind::JsonRejection);
        describe(error, &rejection.body_text()).with_source(rejection)
    }
}

rejection!(
    BytesRejection,
    PathRejection,
    QueryRejection,
    StringRejection
);

/// The rejections by name; the macro builds the variants from axum's own names.
#[allow(clippy::enum_variant_names)]
#[derive(Clone, Copy, PartialEq)]
enum Kind {
    BytesRejection,
    JsonRejection,
    PathRejection,
    QueryRejection,
    StringRejection,
}

/// The entries for rejections whose status does not say enough.
const REJECTIONS: &[(Kind, u16, ErrorCode)] = &[
    (Kind::JsonRejection, 400, ErrorCode::InvalidJson),
    (Kind::JsonRejection, 422, ErrorCode::UnprocessableRequest),
    (Kind::PathRejection, 400, ErrorCode::RouteNotFound),
    (Kind::QueryRejection, 400, ErrorCode::InvalidField),
    (Kind::BytesRejection, 400, ErrorCode::UnreadableBody),
    (Kind::StringRejection, 400, ErrorCode::UnreadableBody),
];

fn rejected(status: u16, kind: Kind) -> GatewayError {
    let row = REJECTIONS
        .iter()
        .find(|row| row.0 == kind && row.1 == status);
    row.map(|row| row.2.into())
        .or_else(|| crate::framework::error_of_status(status))
        .unwrap_or_else(|| GatewayError::new(ErrorCode::InternalError))
}

/// How axum begins what our messages say already.
const BEGINNINGS: &[&str] = &[
    "Failed to parse the request body as JSON: ",
    "Failed to deserialize the JSON body into the target type: ",
];

/// Adds what the parser said, where the entry has a place for it.
fn describe(error: GatewayError, text: &str) -> GatewayError {
    let takes_detail = error
        .entry()
        .params
        .iter()
        .any(|param| param.name == "detail");
    if !takes_detail {
        return error;
    }
    let detail = BEGINNINGS
        .iter()
        .find_map(|beginning| text.strip_prefix(beginning))
        .unwrap_or(text);
    let detail: String = detail.chars().take(300).collect();
    error.with("detail", detail)
}
