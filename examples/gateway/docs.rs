//! The catalog as a service: for programs as JSON, for people as a page.

use axum::Json;
use axum::extract::{Path, State};
use axum::response::Html;
use serde_json::Value;
use wirefault::GatewayError;

use crate::Shared;

pub async fn errors(State(_gateway): State<Shared>) -> Json<Value> {
    Json(Value::Null)
}

pub async fn error(
    State(_gateway): State<Shared>,
    Path(_key): Path<String>,
) -> Result<Json<Value>, GatewayError> {
    Ok(Json(Value::Null))
}

pub async fn page(State(_gateway): State<Shared>) -> Html<String> {
    Html(String::new())
}
