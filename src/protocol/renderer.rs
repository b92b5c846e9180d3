//! The renderer: a catalog, prepared.

use std::sync::LazyLock;

use http::header::{HeaderMap, HeaderName, HeaderValue};
use http::{HeaderMap as Map, Response, StatusCode, header};

use super::program::Prepared;
use super::{Cast, Context, Protocol, check, compile};
use crate::catalog::{
    Catalog, CatalogBuilder, ErrorCode, LanguagePolicy, Problems, Severity, Template,
};
use crate::error::{GatewayError, RequestId};
use crate::retry;

/// A catalog, prepared for rendering.
///
/// A gateway makes one at its start and renders every error through it. Rendering a body into a
/// reused buffer allocates nothing.
///
/// ```
/// use wirefault::{Catalog, Context, ErrorCode, Protocol, Renderer};
///
/// let renderer = Renderer::new(Catalog::standard().clone())?;
/// let mut body = Vec::new();
/// let context = Context::new().request_id("req_01");
/// renderer.body(&ErrorCode::InternalError.into(), Protocol::OpenAiChat, &context, &mut body);
/// assert!(body.starts_with(br#"{"error":{"message":"#));
/// # Ok::<(), wirefault::catalog::Problems>(())
/// ```
#[derive(Debug)]
pub struct Renderer {
    catalog: Catalog,
    pub(super) prepared: Vec<Prepared>,
    /// The place of what stands in for a code that nobody knows.
    pub(super) unknown: usize,
}

impl Renderer {
    /// Prepares a catalog.
    ///
    /// # Errors
    ///
    /// A layer's bodies that name fields which do not exist.
    pub fn new(catalog: Catalog) -> Result<Self, Problems> {
        let mut problems = Vec::new();
        let renderer = Renderer::prepare(catalog, &mut problems);
        if problems
            .iter()
            .any(|problem| problem.severity == Severity::Error)
        {
            return Err(Problems(problems));
        }
        Ok(renderer)
    }

    /// Resolves layers and prepares the catalog, in one step.
    ///
    /// ```
    /// use wirefault::{Catalog, Renderer, catalog::Layer};
    ///
    /// let layer = Layer::from_json("acme.json", r#"{
    ///   "code_style": "loud",
    ///   "body": {"native": {"error": ["mesage"]}}
    /// }"#)?;
    /// let problems = Renderer::build(Catalog::builder().layer(layer)).unwrap_err();
    /// assert_eq!(problems.0.len(), 2);
    /// # Ok::<(), wirefault::catalog::Problems>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Everything that is wrong with the layers and their bodies, all at once.
    pub fn build(builder: CatalogBuilder) -> Result<Self, Problems> {
        let (catalog, mut problems) = builder.build_lossy();
        let renderer = Renderer::prepare(catalog, &mut problems);
        if problems
            .iter()
            .any(|problem| problem.severity == Severity::Error)
        {
            return Err(Problems(problems));
        }
        Ok(renderer)
    }

    fn prepare(catalog: Catalog, problems: &mut Vec<crate::catalog::Problem>) -> Self {
        let mut found = Vec::new();
        check::check_protocols(&catalog, &mut found);
        let prepared: Vec<Prepared> = catalog
            .entries()
            .iter()
            .map(|resolved| compile::prepare(&catalog, resolved, &mut found))
            .collect();
        problems.extend(catalog.locate(found));
        let unknown = catalog.position_of(ErrorCode::InternalError).unwrap_or(0);
        Renderer {
            catalog,
            prepared,
            unknown,
        }
    }

    /// Returns the renderer of the standard catalog.
    pub fn standard() -> &'static Renderer {
        static STANDARD: LazyLock<Renderer> = LazyLock::new(Renderer::of_standard);
        &STANDARD
    }

    /// Prepares the standard catalog, which has no problems: a test shows it.
    pub(crate) fn of_standard() -> Self {
        Renderer::prepare(Catalog::standard().clone(), &mut Vec::new())
    }

    /// Returns the catalog.
    pub fn catalog(&self) -> &Catalog {
        &self.catalog
    }

    /// Appends the body of an error.
    ///
    /// The body is complete JSON, whatever the error's texts contain. An error whose code nobody
    /// knows is rendered as `internal_error`.
    pub fn body(
        &self,
        error: &GatewayError,
        protocol: Protocol,
        context: &Context<'_>,
        out: &mut Vec<u8>,
    ) {
        self.cast(error, context, |prepared, cast| {
            prepared.body(protocol, cast, out)
        });
    }

    /// Renders the whole response. The error rides in its extensions.
    ///
    /// ```
    /// use wirefault::{Context, ErrorCode, Protocol, Renderer};
    ///
    /// let response: http::Response<Vec<u8>> = Renderer::standard().response(
    ///     &ErrorCode::RateLimitExceeded.into(), Protocol::OpenAiChat, &Context::new());
    /// assert_eq!(response.status(), 429);
    /// assert_eq!(response.headers()["x-should-retry"], "true");
    /// ```
    pub fn response<B: From<Vec<u8>>>(
        &self,
        error: &GatewayError,
        protocol: Protocol,
        context: &Context<'_>,
    ) -> Response<B> {
        self.cast(error, context, |prepared, cast| {
            let mut body = Vec::new();
            if !context.head {
                body.reserve_exact(512);
                if context.array {
                    body.push(b'[');
                }
                prepared.body(protocol, cast, &mut body);
                if context.array {
                    body.push(b']');
                }
            }
            let mut response = Response::new(B::from(body));
            *response.status_mut() =
                StatusCode::from_u16(cast.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
            self.write_headers(prepared, protocol, cast, response.headers_mut());
            self.language_headers(cast, response.headers_mut());
            response.extensions_mut().insert(error.clone());
            response
        })
    }

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
            self.language_headers(cast, &mut headers);
            headers
        })
    }

    /// Returns the key of the entry that an error is rendered as, folds applied.
    ///
    /// ```
    /// use wirefault::{Catalog, ErrorCode, Renderer, catalog::Layer};
    ///
    /// let layer = Layer::from_json("acme.json",
    ///     r#"{"only": ["internal_error"], "fold": {"*": "internal_error"}}"#)?;
    /// let renderer = Renderer::build(Catalog::builder().layer(layer))?;
    /// assert_eq!(renderer.key(&ErrorCode::ModelNotFound.into()), "internal_error");
    /// # Ok::<(), wirefault::catalog::Problems>(())
    /// ```
    pub fn key(&self, error: &GatewayError) -> String {
        self.cast(error, &Context::new(), |prepared, _| {
            prepared.resolved.key().to_owned()
        })
    }

    /// Returns the status of an error's response.
    pub fn status(&self, error: &GatewayError) -> u16 {
        self.cast(error, &Context::new(), |_, cast| cast.status())
    }

    /// Returns the message that a client reads.
    pub fn message(&self, error: &GatewayError, context: &Context<'_>) -> String {
        self.cast(error, context, |prepared, cast| {
            prepared.plain_message(cast)
        })
    }

    /// Returns what a client is told about trying again.
    pub fn advice(&self, error: &GatewayError, context: &Context<'_>) -> retry::Advice {
        self.cast(error, context, |_, cast| cast.advice())
    }

    /// Returns the headers of a success: the request id, what a layer adds, and that scripts in
    /// browsers may read them.
    pub fn success_headers(&self, context: &Context<'_>) -> HeaderMap {
        let mut headers = HeaderMap::new();
        let id = context.request_id.filter(|id| RequestId::is_valid(id));
        for name in &self.catalog.inner.request_id_headers {
            insert(&mut headers, name, id.map(str::to_owned));
        }
        for (name, template) in &self.catalog.inner.success_headers {
            let value = fill_context(template, context, id);
            insert(&mut headers, name, value);
        }
        expose_own(&mut headers);
        headers
    }

    /// Returns the value of `type` in a protocol, for documents.
    pub(crate) fn type_of(&self, at: usize, protocol: Protocol) -> String {
        self.prepared.get(at).map_or_else(String::new, |prepared| {
            prepared.kind(protocol, prepared.resolved.entry().status.code(None))
        })
    }

    /// Returns the address of an entry's documentation.
    pub(crate) fn doc_url(&self, at: usize) -> Option<&str> {
        self.prepared.get(at)?.doc_url.as_deref()
    }

    fn language_headers(&self, cast: &Cast<'_>, headers: &mut Map) {
        if self.catalog.language_policy() < LanguagePolicy::HumanFields {
            return;
        }
        headers.append(header::VARY, HeaderValue::from_static("accept-language"));
        let tag = self.catalog.languages().get(cast.language);
        insert(headers, "content-language", tag.cloned());
    }

    fn write_headers(
        &self,
        prepared: &Prepared,
        protocol: Protocol,
        cast: &Cast<'_>,
        headers: &mut Map,
    ) {
        headers.insert(
            header::CONTENT_TYPE,
            HeaderValue::from_static(protocol.content_type()),
        );
        retry_headers(&cast.advice(), headers);
        let inner = &self.catalog.inner;
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
    }
}

fn retry_headers(advice: &retry::Advice, headers: &mut Map) {
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
fn own_headers(own: &[(HeaderName, HeaderValue)], headers: &mut Map) {
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
fn expose(headers: &mut Map, own: &[&str]) {
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
pub(super) fn expose_own(headers: &mut Map) {
    let names: Vec<String> = headers.keys().map(ToString::to_string).collect();
    if !names.is_empty() {
        expose(
            headers,
            &names.iter().map(String::as_str).collect::<Vec<_>>(),
        );
    }
}

pub(super) fn insert(headers: &mut Map, name: &str, value: Option<String>) {
    let name = HeaderName::from_bytes(name.as_bytes());
    let value = value.map(|value| HeaderValue::from_str(&value));
    if let (Ok(name), Some(Ok(value))) = (name, value) {
        headers.insert(name, value);
    }
}

fn fill_context(template: &Template, context: &Context<'_>, id: Option<&str>) -> Option<String> {
    use crate::catalog::Piece;
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

impl GatewayError {
    /// Renders the response with the standard catalog.
    ///
    /// A gateway with a layer renders through its own [`Renderer`].
    pub fn to_response<B: From<Vec<u8>>>(&self, protocol: Protocol) -> Response<B> {
        Renderer::standard().response(self, protocol, &Context::new())
    }
}
