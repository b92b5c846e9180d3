//! What the adapters of frameworks share: which answers are errors, and what of them stays.

use std::any::Any;
use std::time::SystemTime;

use http::header::{self, HeaderName, HeaderValue};
use http::{HeaderMap, Response, StatusCode, Uri};

use crate::{Context, ErrorCode, GatewayError, Protocol, Renderer, RequestId};

/// What the layer knows of a request. It rides in the request's extensions.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Origin {
    /// The protocol that the client speaks.
    pub protocol: Protocol,
    /// The request was a HEAD.
    pub head: bool,
    /// The answer is a JSON array ([`Protocol::answers_array`]).
    pub array: bool,
    /// The request id.
    pub id: Option<String>,
    pub(crate) accept_language: Option<HeaderValue>,
}

impl Origin {
    /// Notes what matters of a request. An id that is not safe in a header is left out.
    pub(crate) fn of(
        (method, uri, headers): (&str, &Uri, &HeaderMap),
        protocol: Protocol,
        id: Option<String>,
    ) -> Self {
        Origin {
            protocol,
            array: protocol.answers_array(uri.path(), uri.query()),
            head: method == "HEAD",
            accept_language: headers.get(header::ACCEPT_LANGUAGE).cloned(),
            id: id.filter(|id| RequestId::is_valid(id)),
        }
    }
}

/// Values for a layer's header and body templates. A handler puts them into the extensions of its
/// response.
#[derive(Clone, Debug, Default)]
pub struct Variables(pub Vec<(String, String)>);

impl Variables {
    pub(crate) fn borrowed(&self) -> Vec<(&str, &str)> {
        self.0
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()))
            .collect()
    }
}

/// The entries for what frameworks answer themselves, by status.
const BY_STATUS: &[(u16, ErrorCode)] = &[
    (400, ErrorCode::UnreadableBody),
    (401, ErrorCode::InvalidApiKey),
    (402, ErrorCode::InsufficientBalance),
    (403, ErrorCode::Forbidden),
    (404, ErrorCode::RouteNotFound),
    (405, ErrorCode::MethodNotAllowed),
    (406, ErrorCode::NotAcceptable),
    (408, ErrorCode::RequestTimeout),
    (410, ErrorCode::ResourceNotFound),
    (411, ErrorCode::LengthRequired),
    (413, ErrorCode::RequestTooLarge),
    (414, ErrorCode::UriTooLong),
    (415, ErrorCode::UnsupportedMediaType),
    (417, ErrorCode::ExpectationFailed),
    (422, ErrorCode::UnprocessableRequest),
    (428, ErrorCode::PreconditionRequired),
    (429, ErrorCode::RateLimitExceeded),
    (431, ErrorCode::HeadersTooLarge),
    (499, ErrorCode::ClientClosedRequest),
    (500, ErrorCode::InternalError),
    (501, ErrorCode::NotImplemented),
    (502, ErrorCode::UpstreamError),
    (503, ErrorCode::ServiceOverloaded),
    (504, ErrorCode::DeadlineExceeded),
    (529, ErrorCode::ServiceOverloaded),
];

/// The entries for every other status, by its class.
const BY_CLASS: &[(u16, ErrorCode)] = &[
    (4, ErrorCode::RequestRefused),
    (5, ErrorCode::InternalError),
];

/// Headers that belong to the answer and not to its body.
const COMPANIONS: &[HeaderName] = &[
    header::ALLOW,
    header::WWW_AUTHENTICATE,
    header::ACCEPT,
    header::ACCEPT_ENCODING,
    header::CONNECTION,
    header::UPGRADE,
    header::SET_COOKIE,
    header::VARY,
    header::STRICT_TRANSPORT_SECURITY,
];

/// The names that scripts in browsers may read: both sides have some.
const EXPOSED: HeaderName = header::ACCESS_CONTROL_EXPOSE_HEADERS;

/// Returns the entry for a status that a framework answers: that of the status, or that of its
/// class. None for a status that is no error.
///
/// ```
/// use wirefault::{ErrorCode, framework::code_of_status};
///
/// assert_eq!(code_of_status(404), Some(ErrorCode::RouteNotFound));
/// assert_eq!(code_of_status(409), Some(ErrorCode::RequestRefused));
/// assert_eq!(code_of_status(304), None);
/// ```
pub fn code_of_status(status: u16) -> Option<ErrorCode> {
    let row = |rows: &[(u16, ErrorCode)], wanted: u16| {
        let row = rows.iter().find(|row| row.0 == wanted)?;
        Some(row.1)
    };
    row(BY_STATUS, status).or_else(|| row(BY_CLASS, status / 100))
}

/// Returns the error for a bare status that a framework answers.
///
/// The status stays what it is where the entry's own is another one, but for 407 and 421, which
/// no client may see ([`GatewayError::with_status`]).
///
/// ```
/// use wirefault::framework::error_of_status;
///
/// let error = error_of_status(409).unwrap();
/// assert_eq!((error.key(), error.status()), ("request_refused", 409));
/// assert_eq!(error.to_string(), "request_refused: The gateway refused this request: Conflict.");
/// ```
pub fn error_of_status(status: u16) -> Option<GatewayError> {
    let mut error = GatewayError::new(code_of_status(status)?);
    let known = StatusCode::from_u16(status).ok();
    if let Some(reason) = known.and_then(|known| known.canonical_reason()) {
        error = error.with("reason", reason);
    }
    if error.status() != status {
        error = error.with_status(status);
    }
    Some(error)
}

/// Returns the error that a response stands for: the one in its extensions, or the entry for a
/// bare status that the framework wrote.
pub fn error_of<B>(response: &Response<B>) -> Option<GatewayError> {
    if let Some(error) = response.extensions().get::<GatewayError>() {
        return Some(error.clone());
    }
    let content_type = response.headers().get(header::CONTENT_TYPE);
    let json = content_type.is_some_and(|value| {
        let value = value.as_bytes();
        value
            .windows(4)
            .any(|window| window.eq_ignore_ascii_case(b"json"))
            || value.starts_with(b"text/event-stream")
    });
    if json {
        None
    } else {
        error_of_status(response.status().as_u16())
    }
}

/// Returns the request id that came with a request: the first that is safe in a header.
///
/// ```
/// let mut headers = http::HeaderMap::new();
/// headers.insert("x-request-id", "two words".parse()?);
/// headers.insert("request-id", "req_1".parse()?);
/// assert_eq!(wirefault::framework::request_id(&headers), Some("req_1"));
/// # Ok::<(), http::header::InvalidHeaderValue>(())
/// ```
pub fn request_id(headers: &HeaderMap) -> Option<&str> {
    let names = ["x-request-id", "request-id"];
    let mut ids = names
        .iter()
        .filter_map(|name| headers.get(*name)?.to_str().ok());
    ids.find(|id| RequestId::is_valid(id))
}

/// Adds to an error's headers what the framework said beside its body.
pub(crate) fn keep_companions(from: &HeaderMap, to: &mut HeaderMap) {
    let cors = |name: &HeaderName| name.as_str().starts_with("access-control-") && name != EXPOSED;
    for (name, value) in from {
        if (COMPANIONS.contains(name) || cors(name)) && !to.get_all(name).iter().any(|v| v == value)
        {
            to.append(name.clone(), value.clone());
        }
    }
    expose(from, to);
}

/// Joins the names that scripts in browsers may read.
fn expose(from: &HeaderMap, to: &mut HeaderMap) {
    let all = to.get_all(EXPOSED).iter().chain(from.get_all(EXPOSED));
    let mut names: Vec<&str> = Vec::new();
    for name in all
        .filter_map(|list| list.to_str().ok())
        .flat_map(|list| list.split(','))
    {
        let name = name.trim();
        if !name.is_empty() && !names.iter().any(|known| known.eq_ignore_ascii_case(name)) {
            names.push(name);
        }
    }
    if names.is_empty() {
        return;
    }
    if let Ok(list) = HeaderValue::from_str(&names.join(", ")) {
        to.insert(EXPOSED, list);
    }
}

/// Adds a catalog's headers to an answer that is no error.
pub(crate) fn succeed<B>(
    mut response: Response<B>,
    renderer: &Renderer,
    context: &Context<'_>,
) -> Response<B> {
    let headers = response.headers_mut();
    let own = renderer.success_headers(context);
    expose(&own, headers);
    for (name, value) in &own {
        headers.entry(name).or_insert_with(|| value.clone());
    }
    response
}

/// Renders what stands for an error in the protocol of its route, and completes the rest.
pub(crate) fn answer<R: From<Vec<u8>>>(
    response: Response<R>,
    renderer: &Renderer,
    origin: &Origin,
) -> Response<R> {
    let variables = response
        .extensions()
        .get::<Variables>()
        .cloned()
        .unwrap_or_default();
    let borrowed = variables.borrowed();
    let mut context = Context::new()
        .now(SystemTime::now())
        .head(origin.head)
        .array(origin.array)
        .variables(&borrowed);
    if let Some(id) = &origin.id {
        context = context.request_id(id);
    }
    if let Some(Ok(value)) = origin.accept_language.as_ref().map(HeaderValue::to_str) {
        context = context.accept_language(value);
    }
    match error_of(&response) {
        None => succeed(response, renderer, &context),
        Some(error) => {
            let mut rendered = renderer.response(&error, origin.protocol, &context);
            let (parts, _) = response.into_parts();
            keep_companions(&parts.headers, rendered.headers_mut());
            // What the handler left for other layers stays with its answer.
            *rendered.extensions_mut() = parts.extensions;
            rendered.extensions_mut().insert(error);
            rendered
        }
    }
}

/// Answers a panic: for `tower_http::catch_panic::CatchPanicLayer::custom`.
///
/// The panic's text reaches nobody but the panic hook.
pub fn on_panic<B: From<Vec<u8>>>(_panic: Box<dyn Any + Send + 'static>) -> Response<B> {
    GatewayError::new(ErrorCode::InternalError).to_response(Protocol::Native)
}

/// Turns the errors of tower's middleware into entries: for `axum::error_handling::HandleErrorLayer`.
///
/// A [`GatewayError`] inside is returned as it is, a timeout becomes `deadline_exceeded`, load
/// shedding `service_overloaded`, and anything else `internal_error` with the error as source.
#[cfg(feature = "tower")]
pub fn from_box_error(error: tower::BoxError) -> GatewayError {
    match error.downcast::<GatewayError>() {
        Ok(error) => *error,
        Err(error) if error.is::<tower::timeout::error::Elapsed>() => {
            GatewayError::new(ErrorCode::DeadlineExceeded).with_source(error)
        }
        Err(error) if error.is::<tower::load_shed::error::Overloaded>() => {
            GatewayError::new(ErrorCode::ServiceOverloaded).with_source(error)
        }
        Err(error) => GatewayError::new(ErrorCode::InternalError).with_source(error),
    }
}
