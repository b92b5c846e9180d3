//! The headers of an answer.

use http::header::{self, HeaderMap, HeaderName, HeaderValue};

use super::program::Prepared;
use super::{Cast, Context, Protocol, Renderer};
use crate::catalog::{LanguagePolicy, Piece, Template};
use crate::error::{GatewayError, RequestId};
use crate::retry;

impl Renderer {
    /// Returns the headers of an error's response.
    pub fn headers(
        &self,
        error: &GatewayError,
        protocol: Protocol,
        context: &Context<'_>,
    ) -> HeaderMap {
        self.cast(error, context, |prepared, cast| {
            let mut headers = HeaderMap::new();
            self.write_headers(prepared, protocol, cast, &mut headers);
            headers
        })
    }

    /// Returns the headers of a success: the request id, what a layer adds, and that scripts in
    /// browsers may read them.
    pub fn success_headers(&self, context: &Context<'_>) -> HeaderMap {
        let mut headers = HeaderMap::new();
        let id = context.request_id.filter(|id| RequestId::is_valid(id));
        for name in &self.catalog().inner.request_id_headers {
            insert(&mut headers, name, id.map(str::to_owned));
        }
        for (name, template) in &self.catalog().inner.success_headers {
            let value = fill_context(template, context, id);
            insert(&mut headers, name, value);
        }
        expose_own(&mut headers);
        headers
    }

    /// Writes the headers of an error's response.
    pub(super) fn write_headers(
        &self,
        prepared: &Prepared,
        protocol: Protocol,
        cast: &Cast<'_>,
        headers: &mut HeaderMap,
    ) {
        headers.insert(
            header::CONTENT_TYPE,
            HeaderValue::from_static(protocol.content_type()),
        );
        retry_headers(&cast.advice(), headers);
        let inner = &self.catalog().inner;
        if let Some(id) = cast.request_id {
            for name in &inner.request_id_headers {
                insert(headers, name, Some(id.to_owned()));
            }
        }
        super::limits::write(cast.error.rate_limits(), protocol, cast.now(), headers);
        for (name, template) in prepared.headers.iter().chain(&inner.error_headers) {
            insert(headers, name, prepared.fill(template, protocol, cast));
        }
        own_headers(cast.error.headers(), headers);
        let own = inner.error_headers.iter().map(|(name, _)| name);
        let own = own.chain(&inner.request_id_headers);
        expose(headers, &own.map(String::as_str).collect::<Vec<_>>());
        self.language_headers(cast, headers);
    }

    fn language_headers(&self, cast: &Cast<'_>, headers: &mut HeaderMap) {
        if self.catalog().language_policy() < LanguagePolicy::HumanFields {
            return;
        }
        headers.append(header::VARY, HeaderValue::from_static("accept-language"));
        let tag = self.catalog().languages().get(cast.language);
        insert(headers, "content-language", tag.cloned());
    }
}

fn retry_headers(advice: &retry::Advice, headers: &mut HeaderMap) {
    let should = if advice.should_retry { "true" } else { "false" };
    headers.insert("x-should-retry", HeaderValue::from_static(should));
    if let Some(wait) = advice.retry_after {
        headers.insert(header::RETRY_AFTER, retry::whole_seconds(wait).into());
        let millis = u64::try_from(wait.as_millis()).unwrap_or(u64::MAX);
        headers.insert("retry-after-ms", millis.into());
    }
}

/// Headers that describe a body: only what is written here may say.
const OF_BODIES: &[HeaderName] = &[
    header::CONTENT_LENGTH,
    header::CONTENT_ENCODING,
    header::CONTENT_TYPE,
    header::TRANSFER_ENCODING,
];

/// Writes an error's own headers over those of its entry; all values of one name stay.
fn own_headers(own: &[(HeaderName, HeaderValue)], headers: &mut HeaderMap) {
    let mut before: Vec<&HeaderName> = Vec::new();
    for (name, value) in own.iter().filter(|(name, _)| !OF_BODIES.contains(name)) {
        if before.contains(&name) {
            headers.append(name.clone(), value.clone());
        } else {
            headers.insert(name.clone(), value.clone());
            before.push(name);
        }
    }
}

/// Lets scripts in browsers read the ids, the hints, and what the layer adds.
fn expose(headers: &mut HeaderMap, own: &[&str]) {
    let readable = |name: &&HeaderName| {
        let name = name.as_str();
        *name == header::RETRY_AFTER
            || name.starts_with("retry-after")
            || name.starts_with("x-")
            || name.ends_with("request-id")
            || name.starts_with("anthropic-ratelimit-")
            || own.iter().any(|known| known.eq_ignore_ascii_case(name))
    };
    let names: Vec<&str> = headers
        .keys()
        .filter(readable)
        .map(HeaderName::as_str)
        .collect();
    if let Ok(value) = HeaderValue::from_str(&names.join(", ")) {
        headers.insert(header::ACCESS_CONTROL_EXPOSE_HEADERS, value);
    }
}

/// Lets scripts in browsers read these headers, all of which are ours.
pub(super) fn expose_own(headers: &mut HeaderMap) {
    let names: Vec<String> = headers.keys().map(ToString::to_string).collect();
    if !names.is_empty() {
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        expose(headers, &names);
    }
}

pub(super) fn insert(headers: &mut HeaderMap, name: &str, value: Option<String>) {
    let name = HeaderName::from_bytes(name.as_bytes());
    let value = value.map(|value| HeaderValue::from_str(&value));
    if let (Ok(name), Some(Ok(value))) = (name, value) {
        headers.insert(name, value);
    }
}

fn fill_context(template: &Template, context: &Context<'_>, id: Option<&str>) -> Option<String> {
    let mut out = String::new();
    for piece in template.pieces() {
        match piece {
            Piece::Literal(text) | Piece::Variable(text) => out.push_str(text),
            Piece::Param(name) if name == "request_id" => out.push_str(id?),
            Piece::Param(name) => {
                out.push_str(context.variables.iter().find(|(known, _)| known == name)?.1);
            }
        }
    }
    Some(out)
}
