//! The renderer: a catalog, prepared.

use std::sync::LazyLock;

use http::{Response, StatusCode};

use super::program::Prepared;
use super::{Context, Protocol, check, compile};
use crate::catalog::{Catalog, CatalogBuilder, ErrorCode, Problem, Problems, Severity};
use crate::error::GatewayError;
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
        Renderer::checked(catalog, Vec::new())
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
        let (catalog, problems) = builder.build_lossy();
        Renderer::checked(catalog, problems)
    }

    /// Prepares a catalog of which these problems are known already.
    fn checked(catalog: Catalog, mut problems: Vec<Problem>) -> Result<Self, Problems> {
        let renderer = Renderer::prepare(catalog, &mut problems);
        let wrong = |problem: &Problem| problem.severity == Severity::Error;
        match problems.iter().any(wrong) {
            true => Err(Problems(problems)),
            false => Ok(renderer),
        }
    }

    fn prepare(catalog: Catalog, problems: &mut Vec<Problem>) -> Self {
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
            response.extensions_mut().insert(error.clone());
            response
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
}

impl GatewayError {
    /// Renders the response with the standard catalog.
    ///
    /// A gateway with a layer renders through its own [`Renderer`].
    pub fn to_response<B: From<Vec<u8>>>(&self, protocol: Protocol) -> Response<B> {
        Renderer::standard().response(self, protocol, &Context::new())
    }
}
