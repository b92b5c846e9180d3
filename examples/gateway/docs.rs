//! The catalog as a service: for programs as JSON, for people as a page.

use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{Html, IntoResponse, Response};
use wirefault::catalog::LookupError;
use wirefault::export::{self, Audience};
use wirefault::text::PublicText;
use wirefault::{GatewayError, errors};

use crate::Shared;

/// The whole catalog. It changes with the gateway's version, so clients keep it by its ETag.
pub async fn errors(State(gateway): State<Shared>, headers: HeaderMap) -> Response {
    let renderer = &gateway.renderer;
    let document = export::json(renderer, Audience::Public, language(&gateway, &headers));
    cached(document, &headers)
}

/// One entry, by its key, an alias, or a wire code that is unique.
pub async fn error(
    State(gateway): State<Shared>,
    word: Result<Path<String>, PathRejection>,
    headers: HeaderMap,
) -> Result<Response, GatewayError> {
    let Path(word) = word?;
    let language = language(&gateway, &headers);
    match export::entry_json(&gateway.renderer, &word, Audience::Public, language) {
        Ok(document) => Ok(cached(document, &headers)),
        Err(error) => Err(missing(&error)),
    }
}

/// The page for people, with an anchor for each entry.
pub async fn page(State(gateway): State<Shared>, headers: HeaderMap) -> Html<String> {
    Html(export::html(
        &gateway.renderer,
        language(&gateway, &headers),
    ))
}

fn language<'g>(gateway: &'g Shared, headers: &HeaderMap) -> &'g str {
    let wanted = headers
        .get(header::ACCEPT_LANGUAGE)
        .and_then(|value| value.to_str().ok());
    export::language(gateway.renderer.catalog(), wanted)
}

/// Says what the word may have meant: it is the visitor's own, and the near misses are ours.
fn missing(error: &LookupError) -> GatewayError {
    let text = PublicText::vouched(format!("No such catalog entry: {error}"));
    errors::ResourceNotFound::new()
        .kind("catalog entry")
        .build()
        .with_message(text)
}

fn cached(document: String, headers: &HeaderMap) -> Response {
    let etag = export::etag(&document);
    let known = headers
        .get(header::IF_NONE_MATCH)
        .and_then(|value| value.to_str().ok());
    let mut response = if known.is_some_and(|known| export::is_current(&etag, known)) {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        ([(header::CONTENT_TYPE, "application/json")], document).into_response()
    };
    let headers = response.headers_mut();
    if let Ok(etag) = HeaderValue::from_str(&etag) {
        headers.insert(header::ETAG, etag);
    }
    headers.insert(header::VARY, HeaderValue::from_static("accept-language"));
    response
}
