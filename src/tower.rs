//! A [`tower`](https://docs.rs/tower) layer that answers in the protocol of the route.
//!
//! ```
//! let layer = wirefault::tower::ErrorLayer::standard();
//! # let _ = layer;
//! ```

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context as TaskContext, Poll, ready};

use http::{Request, Response, request::Parts};
use pin_project_lite::pin_project;

use crate::framework::{self, Origin};
use crate::{Protocol, Renderer};

pub use crate::framework::{from_box_error, on_panic};

type ProtocolOf = Arc<dyn Fn(&Parts) -> Protocol + Send + Sync>;
type IdOf = Arc<dyn Fn(&Parts) -> Option<String> + Send + Sync>;

/// Renders every error in the protocol of its route: ours, and what the framework itself answers.
///
/// An answer that carries a [`GatewayError`](crate::GatewayError) in its extensions is rendered again. A bare 4xx or
/// 5xx that is not JSON (404, 405, 408, 413, 415, 422, 503, ...) becomes the entry for its
/// status, and its companion headers such as `Allow` stay. JSON that a handler wrote is left
/// alone.
#[derive(Clone)]
pub struct ErrorLayer {
    renderer: Arc<Renderer>,
    protocol: ProtocolOf,
    id: IdOf,
}

impl std::fmt::Debug for ErrorLayer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ErrorLayer").finish_non_exhaustive()
    }
}

impl ErrorLayer {
    /// Renders through a catalog, with the protocol by path ([`Protocol::of_path`]) and the
    /// request id of the request's `x-request-id`.
    pub fn new(renderer: Arc<Renderer>) -> Self {
        ErrorLayer {
            renderer,
            protocol: Arc::new(|parts| Protocol::of_path(parts.method.as_str(), parts.uri.path())),
            id: Arc::new(|parts| framework::request_id(&parts.headers).map(str::to_owned)),
        }
    }

    /// Renders through the standard catalog.
    pub fn standard() -> Self {
        ErrorLayer::new(Arc::new(Renderer::of_standard()))
    }

    /// States the protocol of a request.
    #[must_use]
    pub fn protocol_by(
        mut self,
        protocol: impl Fn(&Parts) -> Protocol + Send + Sync + 'static,
    ) -> Self {
        self.protocol = Arc::new(protocol);
        self
    }

    /// States the request id of a request, made up where none came in.
    #[must_use]
    pub fn request_id_by(
        mut self,
        id: impl Fn(&Parts) -> Option<String> + Send + Sync + 'static,
    ) -> Self {
        self.id = Arc::new(id);
        self
    }
}

impl<S> tower::Layer<S> for ErrorLayer {
    type Service = ErrorService<S>;

    fn layer(&self, inner: S) -> Self::Service {
        ErrorService {
            inner,
            layer: self.clone(),
        }
    }
}

/// The service of [`ErrorLayer`].
#[derive(Clone, Debug)]
pub struct ErrorService<S> {
    inner: S,
    layer: ErrorLayer,
}

impl<S, B, R> tower::Service<Request<B>> for ErrorService<S>
where
    S: tower::Service<Request<B>, Response = Response<R>>,
    R: From<Vec<u8>>,
{
    type Response = Response<R>;
    type Error = S::Error;
    type Future = ErrorFuture<S::Future>;

    fn poll_ready(&mut self, cx: &mut TaskContext<'_>) -> Poll<Result<(), S::Error>> {
        self.inner.poll_ready(cx)
    }

    fn call(&mut self, request: Request<B>) -> Self::Future {
        let (mut parts, body) = request.into_parts();
        let (protocol, id) = ((self.layer.protocol)(&parts), (self.layer.id)(&parts));
        let request = (parts.method.as_str(), &parts.uri, &parts.headers);
        let origin = Origin::of(request, protocol, id);
        // Handlers read the id and the protocol from here.
        parts.extensions.insert(origin.clone());
        ErrorFuture {
            inner: self.inner.call(Request::from_parts(parts, body)),
            renderer: self.layer.renderer.clone(),
            origin,
        }
    }
}

pin_project! {
    /// The future of [`ErrorService`].
    #[derive(Debug)]
    pub struct ErrorFuture<F> {
        #[pin]
        inner: F,
        renderer: Arc<Renderer>,
        origin: Origin,
    }
}

impl<F, R, E> Future for ErrorFuture<F>
where
    F: Future<Output = Result<Response<R>, E>>,
    R: From<Vec<u8>>,
{
    type Output = F::Output;

    fn poll(self: Pin<&mut Self>, cx: &mut TaskContext<'_>) -> Poll<Self::Output> {
        let this = self.project();
        let response = ready!(this.inner.poll(cx))?;
        Poll::Ready(Ok(framework::answer(response, this.renderer, this.origin)))
    }
}
