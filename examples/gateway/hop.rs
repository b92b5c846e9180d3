//! Calling an upstream, and failing over to the next.
//!
//! Everything that an upstream can do wrong ends here as a `GatewayError`: `upstream::read` says
//! what it answered, `classify` names the condition, `verdict` says what to try next, `answer`
//! what the client may be told, and `Attempts` concludes a chain of failures.

use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::http::{HeaderMap, HeaderValue, StatusCode, Uri, header};
use axum::response::Response;
use wirefault::axum::Origin;
use wirefault::upstream::{
    self, Answer, Attempts, Credential, HeadersView, Next, Transport, Verdict,
};
use wirefault::{Context, ErrorCode, GatewayError, Notice, Protocol};

use crate::cooldowns::Cooldowns;
use crate::failure::Failure;
use crate::{Gateway, diary, embedded, relay};

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
    cooldowns: Cooldowns,
    /// True for the upstream that this process plays: its private marks are believed.
    pub embedded: bool,
    /// The operator reads of failed candidates on stderr.
    log: bool,
}

/// How long a connection may take, and how long an upstream may be silent.
const CONNECT: Duration = Duration::from_secs(5);
pub const IDLE: Duration = Duration::from_secs(120);

/// How much of a failed answer is read. The rest tells no more.
const READ_CAP: usize = 64 << 10;

/// The largest answer that is read whole. Streams have no such bound: they pass event by event.
pub const ANSWER_LIMIT: usize = 32 << 20;

/// The longest wait that is sat out inside one request.
const LONGEST_PAUSE: Duration = Duration::from_secs(2);

impl Hop {
    pub fn new(candidates: Vec<String>, log: bool) -> Result<Self, reqwest::Error> {
        let client = reqwest::Client::builder()
            .connect_timeout(CONNECT)
            .read_timeout(IDLE)
            .no_proxy()
            .build()?;
        Ok(Hop {
            client,
            candidates,
            cooldowns: Cooldowns::default(),
            embedded: false,
            log,
        })
    }

    pub fn embedded(url: String) -> Result<Self, reqwest::Error> {
        Ok(Hop {
            embedded: true,
            ..Hop::new(vec![url], false)?
        })
    }

    /// Returns the candidates to try: those that are well, then those that cool down. Better a
    /// doubtful upstream than a refusal.
    fn order(&self, model: &str) -> Vec<usize> {
        let mut order: Vec<usize> = (0..self.candidates.len()).collect();
        order.sort_by_cached_key(|at| self.cooldowns.holds(*at, model));
        order
    }

    /// Decides what comes after a failure, and leaves the candidate alone as far as that says: the
    /// same for an answer that failed and for a stream that broke.
    pub fn judge(&self, origin: &Origin, at: usize, call: &Call, failure: &Failure) -> Verdict {
        let verdict = upstream::verdict(&failure.found, failure.hint, Credential::Gateway);
        if let Some(cooldown) = verdict.cooldown {
            self.cooldowns.note(at, &call.model, cooldown);
        }
        if self.log {
            let line = diary::Failed {
                upstream: self.candidate(at),
                model: &call.model,
                failure,
                verdict: &verdict,
                request_id: id(origin),
            };
            eprintln!("{line}");
        }
        verdict
    }

    /// Returns a candidate's address.
    fn candidate(&self, at: usize) -> &str {
        self.candidates.get(at).map_or("", String::as_str)
    }

    /// Tells the operator that a failure of the first was no failure for the client.
    fn failed_over(&self, origin: &Origin, at: usize, call: &Call, failed: usize) {
        if self.log && failed > 0 {
            let line = diary::FailedOver {
                upstream: self.candidate(at),
                model: &call.model,
                failed,
                request_id: id(origin),
            };
            eprintln!("{line}");
        }
    }
}

fn id(origin: &Origin) -> &str {
    origin.id.as_deref().unwrap_or("-")
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
    for at in hop.order(&call.model) {
        let mut patience = 1;
        loop {
            let attempt = attempt(gateway, origin, at, uri, headers, body.clone(), &call);
            let failure = match attempt.await {
                Ok(response) => {
                    hop.failed_over(origin, at, &call, attempts.len());
                    return Ok(response);
                }
                Err(failure) if failure.last => return Err(failure.error),
                Err(failure) => failure,
            };
            let verdict = hop.judge(origin, at, &call, &failure);
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
    candidate: usize,
    uri: &Uri,
    headers: &HeaderMap,
    body: Bytes,
    call: &Call,
) -> Result<Response, Failure> {
    let catalog = gateway.renderer.catalog();
    let path = uri.path_and_query().map_or("/", |path| path.as_str());
    let base = gateway.hop.candidate(candidate).trim_end_matches('/');
    let mut request = gateway.hop.client.post(format!("{base}{path}"));
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
        return relay::open(gateway, origin, candidate, answer, call, notice).await;
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
    if let Some(failure) = Failure::no_json(&body) {
        return Err(failure.under(status));
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
