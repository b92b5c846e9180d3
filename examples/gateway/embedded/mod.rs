//! An upstream that this process plays, over real HTTP: normal answers, and every fault there is.
//!
//! Its private marks (a header on answers, a field in events) name the entry that the client is to
//! get. Only the gateway's own hop to it believes them.

mod answers;
mod faults;

use axum::Router;
use axum::body::{Body, Bytes};
use axum::http::{HeaderMap, HeaderValue, StatusCode, Uri, header};
use axum::response::Response;
use axum::routing::post;
use axum::serve::ListenerExt as _;
use serde_json::Value;
use tokio::net::TcpListener;
use wirefault::{Catalog, GatewayError, Notice, Protocol, errors};

/// The mark on an answer.
const HEADER: &str = "x-embedded-fault";

/// The mark inside an error event.
const FIELD: &str = "embedded_fault";

/// The mark for a model that does not exist: no entry has this key.
const UNKNOWN: &str = "-";

/// Asks the upstream for a normal answer, whatever the model.
pub const NORMAL: &str = "x-embedded-normal";

/// Starts the upstream and returns its address.
pub async fn start() -> std::io::Result<String> {
    let app = Router::new().route("/{*path}", post(answer));
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let url = format!("http://{}", listener.local_addr()?);
    // A body that fails closes its connection; without lingering that is a reset.
    let listener = listener.tap_io(|stream| {
        let _ = stream.set_zero_linger();
    });
    tokio::spawn(async move { axum::serve(listener, app).await });
    Ok(url)
}

/// Reads the mark of an answer.
pub fn marked(headers: &HeaderMap, model: &str, catalog: &Catalog) -> Option<GatewayError> {
    Some(named(headers.get(HEADER)?.to_str().ok()?, model, catalog))
}

/// Returns the entry's error with its documented example values. What does not exist, or no longer,
/// is no model.
fn named(key: &str, model: &str, catalog: &Catalog) -> GatewayError {
    let exists = catalog
        .find(key)
        .is_ok_and(|found| found.entry().deprecated.is_none());
    let missing = || GatewayError::from(errors::ModelNotFound::new().model(model.to_owned()));
    if exists {
        catalog.example(key).unwrap_or_else(|_| missing())
    } else {
        missing()
    }
}

/// Returns the notice that a model's name asks for: a success with something to be known about it.
pub fn notice(model: &str, catalog: &Catalog) -> Option<Notice> {
    let key = model.strip_prefix("fault.")?;
    let key = key
        .strip_suffix(".first")
        .or(key.strip_suffix(".mid"))
        .unwrap_or(key);
    catalog.example_notice(key)
}

/// Reads the mark of an error event.
pub fn marked_event(payload: &[u8], model: &str, catalog: &Catalog) -> Option<GatewayError> {
    let event: Value = serde_json::from_slice(payload).ok()?;
    let inside = |value: &Value| {
        value
            .get("error")
            .and_then(|error| error.get(FIELD))
            .cloned()
    };
    let mark = inside(&event).or_else(|| inside(event.get("response")?))?;
    Some(named(mark.as_str()?, model, catalog))
}

/// What a request to the upstream asks for.
struct Asked {
    protocol: Protocol,
    completions: bool,
    stream: bool,
    array: bool,
    model: String,
}

async fn answer(uri: Uri, headers: HeaderMap, body: Bytes) -> Response {
    let asked = read(&uri, &body);
    if headers.contains_key(NORMAL) {
        return answers::normal(&asked);
    }
    let Some(fault) = asked.model.strip_prefix("fault.").map(str::to_owned) else {
        return if asked.model == "echo" {
            answers::normal(&asked)
        } else {
            mark(UNKNOWN)
        };
    };
    match (fault.as_str(), fault.rsplit_once('.')) {
        ("cut" | "torn" | "reset", _) => faults::broken(&asked, &fault),
        (_, Some((key, when @ ("first" | "mid")))) if asked.stream => match known(key) {
            true => faults::event(&asked, key, when == "mid"),
            false => mark(UNKNOWN),
        },
        (_, Some((key, "first" | "mid"))) if known(key) => mark(key),
        _ if known(&fault) => mark(&fault),
        _ => mark(UNKNOWN),
    }
}

/// Keys of a layer are known to the gateway alone, so any word that may be one is taken.
fn known(key: &str) -> bool {
    !key.is_empty()
        && key
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_')
}

/// Answers with a failure that the gateway is to render as this entry.
fn mark(key: &str) -> Response {
    let mut response = Response::new(Body::from("{\"error\":{\"message\":\"embedded fault\"}}"));
    *response.status_mut() = StatusCode::INTERNAL_SERVER_ERROR;
    let headers = response.headers_mut();
    headers.insert(
        header::CONTENT_TYPE,
        HeaderValue::from_static("application/json"),
    );
    if let Ok(value) = HeaderValue::from_str(key) {
        headers.insert(HEADER, value);
    }
    response
}

fn read(uri: &Uri, body: &[u8]) -> Asked {
    let path = uri.path();
    let body: Value = serde_json::from_slice(body).unwrap_or_default();
    let protocol = Protocol::of_path("POST", path);
    let call = path
        .rsplit_once("/models/")
        .and_then(|(_, call)| call.rsplit_once(':'));
    let sse = uri.query().is_some_and(|query| query.contains("alt=sse"));
    match call {
        Some((model, method)) => {
            let stream = method == "streamGenerateContent";
            Asked {
                protocol,
                completions: false,
                stream,
                array: stream && !sse,
                model: model.to_owned(),
            }
        }
        None => Asked {
            protocol,
            completions: path == "/v1/completions",
            stream: body.get("stream").and_then(Value::as_bool).unwrap_or(false),
            array: false,
            model: body
                .get("model")
                .and_then(Value::as_str)
                .unwrap_or_default()
                .to_owned(),
        },
    }
}
