//! Calling an upstream, and failing over to the next.
//!
//! Everything that an upstream can do wrong ends here as a `GatewayError`: `upstream::read` says
//! what it answered, `classify` names the condition, `verdict` says what to try next, `answer`
//! what the client may be told, and `Attempts` concludes a chain of failures.

use std::sync::Mutex;
use std::time::{Duration, Instant, SystemTime};

use axum::body::{Body, Bytes};
use axum::http::{HeaderMap, HeaderValue, StatusCode, Uri, header};
use axum::response::Response;
use wirefault::axum::Origin;
use wirefault::sanitise::Sanitiser;
use wirefault::text::PublicText;
use wirefault::upstream::{
    self, Answer, Attempts, Classified, Credential, Failed, HeadersView, Next, RetryHint,
    Transport, Verdict,
};
use wirefault::{Catalog, Context, ErrorCode, GatewayError, Notice, Protocol};

use crate::{Gateway, embedded, relay};

/// What the gateway has to know of a request to pass it on.
#[derive(Clone, Debug)]
pub struct Call {
    pub model: String,
    pub stream: bool,
    /// Gemini's stream without `alt=sse`: a JSON array.
    pub array: bool,
    /// What the client speaks, for pass-through rules.
    pub protocol: Protocol,
}

/// The upstreams, in failover order.
pub struct Hop {
    client: reqwest::Client,
    candidates: Vec<String>,
    /// Until when each candidate is left alone.
    cooling: Mutex<Vec<Option<Instant>>>,
    /// True for the upstream that this process plays: its private marks are believed.
    pub embedded: bool,
}

/// How long a connection may take, and how long an upstream may be silent.
const CONNECT: Duration = Duration::from_secs(5);
pub const IDLE: Duration = Duration::from_secs(120);

/// How much of a failed answer is read. The rest tells no more.
const READ_CAP: usize = 64 << 10;

/// The largest answer that is read whole. Streams have no such bound: they pass event by event.
const ANSWER_LIMIT: usize = 32 << 20;

/// The longest wait that is sat out inside one request.
const LONGEST_PAUSE: Duration = Duration::from_secs(2);

impl Hop {
    pub fn new(candidates: Vec<String>) -> Result<Self, reqwest::Error> {
        let client = reqwest::Client::builder()
            .connect_timeout(CONNECT)
            .read_timeout(IDLE)
            .no_proxy()
            .build()?;
        let cooling = Mutex::new(vec![None; candidates.len()]);
        Ok(Hop {
            client,
            candidates,
            cooling,
            embedded: false,
        })
    }

    pub fn embedded(url: String) -> Result<Self, reqwest::Error> {
        Ok(Hop {
            embedded: true,
            ..Hop::new(vec![url])?
        })
    }

    /// Returns the candidates to try: those that are well, then those that cool down. Better a
    /// doubtful upstream than a refusal.
    fn order(&self) -> Vec<usize> {
        let cooling = self
            .cooling
            .lock()
            .unwrap_or_else(|poisoned| poisoned.into_inner());
        let now = Instant::now();
        let cools = |at: &usize| {
            cooling
                .get(*at)
                .copied()
                .flatten()
                .is_some_and(|until| until > now)
        };
        let mut order: Vec<usize> = (0..self.candidates.len()).collect();
        order.sort_by_key(cools);
        order
    }

    fn cool(&self, at: usize, verdict: &Verdict) {
        let mut cooling = self
            .cooling
            .lock()
            .unwrap_or_else(|poisoned| poisoned.into_inner());
        if let (Some(cooldown), Some(slot)) = (verdict.cooldown, cooling.get_mut(at)) {
            *slot = Instant::now().checked_add(cooldown.length);
        }
    }
}

/// A failed attempt, with what to do next.
pub struct Failure {
    pub found: Classified,
    pub hint: Option<RetryHint>,
    pub error: GatewayError,
    /// Nothing else is to be tried: the error is the answer.
    pub last: bool,
}

impl Failure {
    /// A failure of the connection itself.
    pub fn transport(transport: Transport, catalog: &Catalog) -> Self {
        let found = upstream::transport(transport);
        let error = upstream::to_error(&Failed::new(&found), catalog, Sanitiser::standard());
        Failure {
            found,
            hint: None,
            error,
            last: false,
        }
    }

    /// A failure that our own reading of a body or stream found.
    pub fn named(code: ErrorCode, transport: Transport) -> Self {
        Failure {
            found: upstream::transport(transport),
            hint: None,
            error: code.into(),
            last: false,
        }
    }

    /// An answer beyond what the gateway holds. Another upstream would answer as much.
    fn too_large() -> Self {
        let text = format!(
            "The upstream provider sent an answer larger than {ANSWER_LIMIT} bytes; a stream has no such limit."
        );
        let error = GatewayError::new(ErrorCode::UpstreamEventTooLarge)
            .with_message(PublicText::vouched(text));
        Failure {
            last: true,
            error,
            ..Failure::named(ErrorCode::UpstreamEventTooLarge, Transport::Reset)
        }
    }

    /// A failure that the embedded upstream named by its key.
    pub fn marked(error: GatewayError) -> Self {
        let found = upstream::transport(Transport::Reset);
        Failure {
            found,
            hint: None,
            error,
            last: true,
        }
    }

    /// An answer of the upstream that is an error. None if it is not.
    pub fn answer(answer: &Answer<'_>, call: &Call, gateway: &Gateway) -> Option<Self> {
        let facts = upstream::read(answer);
        let found = upstream::classify(answer, &facts);
        found.condition?;
        let hint = facts.retry_hint(&answer.headers, Some(SystemTime::now()));
        let failed = Failed {
            answer: Some(answer),
            facts: Some(&facts),
            hint,
            model: Some(&call.model),
            protocol: Some(call.protocol),
            ..Failed::new(&found)
        };
        let catalog = gateway.renderer.catalog();
        // The layer's pass-through rules first, then the mapping.
        let outcome = upstream::answer(&failed, catalog, &gateway.rules, Sanitiser::standard());
        Some(Failure {
            found,
            hint,
            error: outcome.error,
            last: false,
        })
    }
}

/// Sends a request to one candidate after another until one answers.
pub async fn send(
    gateway: &std::sync::Arc<Gateway>,
    origin: &Origin,
    uri: &Uri,
    headers: &HeaderMap,
    body: Bytes,
    call: Call,
) -> Result<Response, GatewayError> {
    let hop = &gateway.hop;
    let mut attempts = Attempts::new();
    for at in hop.order() {
        let Some(base) = hop.candidates.get(at) else {
            continue;
        };
        let mut patience = 1;
        loop {
            let attempt = attempt(gateway, origin, base, uri, headers, body.clone(), &call);
            let failure = match attempt.await {
                Ok(response) => return Ok(response),
                Err(failure) if failure.last => return Err(failure.error),
                Err(failure) => failure,
            };
            let verdict = upstream::verdict(&failure.found, failure.hint, Credential::Gateway);
            hop.cool(at, &verdict);
            if let Next::RetrySameKey { after } = verdict.next {
                if patience > 0 && after <= LONGEST_PAUSE {
                    patience -= 1;
                    tokio::time::sleep(after).await;
                    continue;
                }
            }
            // One entry for each candidate: the log says how many of them failed.
            let wait = failure.hint.map(|hint| hint.after);
            attempts.push(&failure.found, wait, failure.error);
            if verdict.next == Next::Stop {
                return Err(attempts.conclude_in(gateway.renderer.catalog()));
            }
            break;
        }
    }
    Err(attempts.conclude_in(gateway.renderer.catalog()))
}

async fn attempt(
    gateway: &std::sync::Arc<Gateway>,
    origin: &Origin,
    base: &str,
    uri: &Uri,
    headers: &HeaderMap,
    body: Bytes,
    call: &Call,
) -> Result<Response, Failure> {
    let catalog = gateway.renderer.catalog();
    let path = uri.path_and_query().map_or("/", |path| path.as_str());
    let mut request = gateway
        .hop
        .client
        .post(format!("{}{path}", base.trim_end_matches('/')));
    request = request.header(header::CONTENT_TYPE, "application/json");
    // The client's key is the gateway's business; an upstream gets the gateway's own.
    if let Ok(key) = std::env::var("UPSTREAM_API_KEY") {
        request = request.bearer_auth(key);
    }
    let notice = match gateway.hop.embedded {
        true => embedded::notice(&call.model, catalog),
        false => None,
    };
    if notice.is_some() {
        request = request.header(embedded::NORMAL, "1");
    }
    for name in [
        "anthropic-version",
        "anthropic-beta",
        "openai-beta",
        "accept",
    ] {
        if let Some(value) = headers.get(name) {
            request = request.header(name, value.clone());
        }
    }
    let answer = request.body(body).send().await;
    let mut answer = answer.map_err(|error| Failure::transport(transport_of(&error), catalog))?;
    let status = answer.status().as_u16();
    if gateway.hop.embedded {
        if let Some(error) = embedded::marked(answer.headers(), &call.model, catalog) {
            return Err(Failure::marked(error));
        }
    }
    if call.stream && status < 400 {
        return relay::open(gateway, origin, answer, call, notice).await;
    }
    let answer_headers = answer.headers().clone();
    let body = read(&mut answer, status)
        .await
        .map_err(|error| match transport_of(&error) {
            Transport::Timeout => Failure::transport(Transport::Timeout, catalog),
            _ => Failure::named(ErrorCode::UpstreamStreamInterrupted, Transport::Reset),
        })?;
    if body.len() > ANSWER_LIMIT {
        return Err(Failure::too_large());
    }
    let view = HeadersView::Map(&answer_headers);
    let seen = Answer {
        status: Some(status),
        headers: view,
        ..Answer::new(&body)
    };
    if let Some(failure) = Failure::answer(&seen, call, gateway) {
        return Err(failure);
    }
    if let Err(error) = serde_json::from_slice::<serde::de::IgnoredAny>(&body) {
        // JSON that stops too early was cut; a page or nothing at all is no answer.
        let code = if error.is_eof() && !body.is_empty() {
            ErrorCode::UpstreamStreamInterrupted
        } else {
            ErrorCode::UpstreamInvalidResponse
        };
        return Err(Failure::named(code, Transport::Reset));
    }
    Ok(whole(gateway, status, body, notice))
}

/// Reads a success whole, unless it is larger than anyone should hold in memory, and of a failure
/// as much as tells what it is.
async fn read(answer: &mut reqwest::Response, status: u16) -> Result<Bytes, reqwest::Error> {
    let enough = if status >= 400 {
        READ_CAP
    } else {
        ANSWER_LIMIT
    };
    let mut body = Vec::new();
    loop {
        let chunk = match answer.chunk().await {
            Ok(Some(chunk)) => chunk,
            Ok(None) => break,
            // The status of a failure says more than that its body broke off.
            Err(_) if status >= 400 => break,
            Err(error) => return Err(error),
        };
        body.extend_from_slice(&chunk);
        if body.len() > enough {
            break;
        }
    }
    Ok(body.into())
}

/// Names a failure of the HTTP client.
pub fn transport_of(error: &reqwest::Error) -> Transport {
    if error.is_timeout() {
        Transport::Timeout
    } else if error.is_connect() {
        Transport::Connect
    } else {
        Transport::Reset
    }
}

/// Builds our answer around an upstream's body; what is worth knowing of it goes with it.
fn whole(gateway: &Gateway, status: u16, body: Bytes, notice: Option<Notice>) -> Response {
    let renderer = &gateway.renderer;
    let context = Context::new();
    let mut body = body;
    if let Some(notice) = &notice {
        let mut noticed = body.to_vec();
        renderer.notice_body(notice, &context, &mut noticed);
        body = noticed.into();
    }
    let mut response = Response::new(Body::from(body));
    *response.status_mut() = StatusCode::from_u16(status).unwrap_or(StatusCode::OK);
    let headers = response.headers_mut();
    headers.insert(
        header::CONTENT_TYPE,
        HeaderValue::from_static("application/json"),
    );
    if let Some(notice) = &notice {
        headers.extend(renderer.notice_headers(notice, &context));
    }
    response
}
