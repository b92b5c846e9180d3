//! What a request goes through: its key, its body, its model, and on to an upstream.
//!
//! Handlers return `Result<_, GatewayError>` and use `?`. None of them knows how an error looks on
//! the wire: the layer in `main.rs` renders it in the protocol of the route.

use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{SystemTime, UNIX_EPOCH};

use axum::Json;
use axum::body::Bytes;
use axum::extract::rejection::BytesRejection;
use axum::extract::{Extension, Query, Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, Uri, header};
use axum::middleware::Next;
use axum::response::Response;
use serde_json::{Value, json};
use wirefault::axum::{Origin, Variables};
use wirefault::{ErrorCode, FieldPath, GatewayError, Protocol, errors};

use crate::Shared;
use crate::hop::Call;

/// Refuses a request without the right key, before anything else is looked at.
pub async fn check_key(
    State(gateway): State<Shared>,
    request: Request,
    next: Next,
) -> Result<Response, GatewayError> {
    match (key_of(request.headers(), request.uri()), &gateway.key) {
        (None, _) => Err(errors::MissingApiKey::new()
            .build()
            .with_field(authorization())),
        (Some(key), Some(wanted)) if !same(key.as_bytes(), wanted.as_bytes()) => {
            Err(errors::InvalidApiKey::new()
                .build()
                .with_field(authorization()))
        }
        _ => Ok(next.run(request).await),
    }
}

fn authorization() -> FieldPath {
    FieldPath::header("authorization")
}

/// Finds the key wherever a client of one of the protocols puts it.
fn key_of(headers: &HeaderMap, uri: &Uri) -> Option<String> {
    let header = |name: &str| headers.get(name)?.to_str().ok().map(str::trim);
    let bearer = header("authorization").and_then(|value| {
        let (scheme, key) = value.split_once(' ')?;
        scheme.eq_ignore_ascii_case("bearer").then(|| key.trim())
    });
    let places = [bearer, header("x-api-key"), header("x-goog-api-key")];
    // An empty place hides no other one.
    let key = places.into_iter().flatten().find(|key| !key.is_empty());
    key.map(str::to_owned).or_else(|| {
        let Query(pairs) = Query::<Vec<(String, String)>>::try_from_uri(uri).ok()?;
        let mut keys = pairs.into_iter().filter(|(name, _)| name == "key");
        keys.find_map(|(_, key)| Some(key).filter(|key| !key.is_empty()))
    })
}

/// Compares without telling by its time how much of a key was right.
fn same(a: &[u8], b: &[u8]) -> bool {
    a.len() == b.len() && a.iter().zip(b).fold(0, |rest, (a, b)| rest | (a ^ b)) == 0
}

/// Reads the request and hands it to an upstream.
pub async fn forward(
    State(gateway): State<Shared>,
    Extension(origin): Extension<Origin>,
    uri: Uri,
    headers: HeaderMap,
    body: Result<Bytes, BytesRejection>,
) -> Result<Response, GatewayError> {
    let body = body?;
    check_content_type(&headers)?;
    if body.is_empty() {
        return Err(ErrorCode::EmptyBody.into());
    }
    let parsed: Value = serde_json::from_slice(&body)
        .map_err(|error| GatewayError::new(ErrorCode::InvalidJson).with_source(error))?;
    let call = call(origin.protocol, &uri, &parsed)?;
    crate::hop::send(&gateway, &origin, &uri, &headers, body, call).await
}

fn check_content_type(headers: &HeaderMap) -> Result<(), GatewayError> {
    let Some(value) = headers.get(header::CONTENT_TYPE) else {
        return Ok(());
    };
    let json = value
        .to_str()
        .is_ok_and(|value| value.to_ascii_lowercase().contains("json"));
    if json {
        Ok(())
    } else {
        Err(ErrorCode::UnsupportedMediaType.into())
    }
}

/// Finds the model, and whether a stream is wanted: in the path for Gemini, else in the body.
fn call(protocol: Protocol, uri: &Uri, body: &Value) -> Result<Call, GatewayError> {
    if !body.is_object() {
        return Err(ErrorCode::InvalidJson.into());
    }
    if protocol == Protocol::Gemini {
        let path = uri
            .path()
            .rsplit_once("/models/")
            .map_or("", |(_, call)| call);
        let (model, method) = path.rsplit_once(':').ok_or(ErrorCode::RouteNotFound)?;
        let stream = match method {
            "generateContent" => false,
            "streamGenerateContent" => true,
            _ => return Err(ErrorCode::RouteNotFound.into()),
        };
        let sse = uri
            .query()
            .is_some_and(|query| query.split('&').any(|pair| pair == "alt=sse"));
        return Ok(Call {
            model: model.to_owned(),
            stream,
            array: stream && !sse,
            protocol,
        });
    }
    let field = FieldPath::body("model");
    let model = match body.get("model") {
        None => {
            return Err(errors::MissingField::new()
                .field("model")
                .build()
                .with_field(field));
        }
        Some(Value::String(model)) if !model.is_empty() => model.clone(),
        Some(_) => {
            return Err(errors::InvalidField::new()
                .field("model")
                .build()
                .with_field(field));
        }
    };
    let stream = body.get("stream").and_then(Value::as_bool).unwrap_or(false);
    Ok(Call {
        model,
        stream,
        array: false,
        protocol,
    })
}

/// Lists the models of the embedded upstream.
pub async fn models(State(gateway): State<Shared>) -> Json<Value> {
    let faults = gateway.renderer.catalog().entries().iter().map(|entry| {
        json!({"id": format!("fault.{}", entry.key()), "object": "model", "created": 0, "owned_by": "wirefault"})
    });
    let echo = json!({"id": "echo", "object": "model", "created": 0, "owned_by": "wirefault"});
    let data: Vec<Value> = std::iter::once(echo).chain(faults).collect();
    Json(json!({"object": "list", "data": data}))
}

/// Sets what layers may name as `{generation_id}` in their headers, on errors and successes.
///
/// A gateway with ids of its own for what it generates takes those; here it is the request's.
pub async fn generation_id(
    Extension(origin): Extension<Origin>,
    request: Request,
    next: Next,
) -> Response {
    let mut response = next.run(request).await;
    if let Some(id) = origin.id {
        let variables = response
            .extensions_mut()
            .get_or_insert_default::<Variables>();
        variables.0.push(("generation_id".to_owned(), id));
    }
    response
}

/// Writes a line for each error: few values, and never a text from outside.
///
/// The error rides in the response's extensions. Its fields are read through the gateway's own
/// catalog, which knows the codes of the layer.
pub async fn log(State(gateway): State<Shared>, request: Request, next: Next) -> Response {
    let response = next.run(request).await;
    let error = response.extensions().get::<GatewayError>();
    if let Some(error) = error.filter(|_| gateway.log) {
        let fields = error.fields_in(gateway.renderer.catalog());
        let id = response.headers().get("x-request-id");
        let id = id.and_then(|id| id.to_str().ok()).unwrap_or("-");
        eprintln!(
            "{} status={} key={} category={} fault={} request_id={id}",
            fields.level, fields.status, fields.key, fields.category, fields.fault
        );
    }
    response
}

/// Takes the request id that came in, or makes one.
pub fn request_id(parts: &Parts) -> Option<String> {
    static COUNT: AtomicU64 = AtomicU64::new(0);
    let given = wirefault::framework::request_id(&parts.headers);
    Some(given.map_or_else(
        || {
            let now = SystemTime::now()
                .duration_since(UNIX_EPOCH)
                .unwrap_or_default();
            let count = COUNT.fetch_add(1, Ordering::Relaxed);
            format!("req_{:x}{:04x}", now.as_micros(), count & 0xffff)
        },
        str::to_owned,
    ))
}
