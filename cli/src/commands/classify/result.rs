//! What is said about an answer.

use serde_json::{Map, Value, json};
use wirefault::sanitise::Sanitiser;
use wirefault::text::OperatorText;
use wirefault::upstream::{self, Answer, Failed, Failover, HeadersView, Rules, Transport};
use wirefault::{Context, GatewayError, Protocol, Renderer};

use super::input::Line;
use crate::catalog;

/// By what an answer is judged, and how much is said about it.
pub(super) struct Told<'a> {
    pub(super) renderer: &'a Renderer,
    /// The pass-through rules of the layers.
    pub(super) rules: &'a Rules,
    pub(super) render: bool,
    pub(super) explain: bool,
}

impl Told<'_> {
    /// Returns what a client gets: by the first pass-through rule that is for it, else by the mapping.
    fn error(&self, failed: &Failed<'_>) -> GatewayError {
        let catalog = self.renderer.catalog();
        upstream::answer(failed, catalog, self.rules, Sanitiser::standard()).error
    }
}

/// Reads an answer, names what happened, and says what a client gets.
pub(super) fn of(line: &Line, told: &Told<'_>) -> Value {
    let pairs: Vec<(&str, &str)> = line
        .headers
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    let answer = Answer {
        provider: line.provider.as_deref(),
        status: line.status,
        headers: HeadersView::Pairs(&pairs),
        stream: line.stream,
        ..Answer::new(&line.body)
    };
    let facts = upstream::read(&answer);
    let found = match line.unanswered && line.body.trim_ascii().is_empty() {
        // Nothing is known but that nothing came, so nothing says that nothing was done.
        true => upstream::transport(Transport::Reset),
        false => upstream::classify(&answer, &facts),
    };
    let hint = facts.retry_hint(&answer.headers, line.now);
    let failed = Failed {
        answer: Some(&answer),
        facts: Some(&facts),
        hint,
        credential: line.credential,
        ..Failed::new(&found)
    };
    let mut out = match found.condition {
        None => not_an_error(),
        Some(condition) => {
            let mut out = ours(&told.error(&failed), told.renderer);
            out.insert("category".to_owned(), condition.as_ref().into());
            out.insert("retryable".to_owned(), found.retryable.into());
            out.insert("failover".to_owned(), found.failover.as_ref().into());
            // As the answer states it, even where the verdict does not follow it: a daily quota with
            // the seconds of the minute's limit beside it. `--explain` tells the two apart.
            let wait = hint.map(|hint| number(hint.after.as_secs_f64()));
            out.insert("retry_after_s".to_owned(), wait.into());
            let code = facts.provider_code.clone();
            let code = code.map(|code| code.into_operator().as_str().to_owned());
            out.insert("provider_code".to_owned(), code.into());
            let message: OperatorText = facts.message.clone().into_operator();
            out.insert("message".to_owned(), message.as_str().into());
            if told.render {
                rendered(&failed, told, &mut out);
            }
            out
        }
    };
    if told.render && found.condition.is_none() {
        for name in ["rendered", "rendered_stream", "rendered_headers"] {
            out.insert(name.to_owned(), Value::Null);
        }
    }
    if told.explain {
        out.insert("explain".to_owned(), explanation(&failed, told.rules));
    }
    out.insert("id".to_owned(), line.id.clone());
    Value::Object(ordered(out))
}

/// The fields in the order of the documents.
const ORDER: [&str; 16] = [
    "id",
    "is_error",
    "category",
    "key",
    "code",
    "status",
    "retryable",
    "failover",
    "retry_after_s",
    "message",
    "provider_code",
    "public_message",
    "rendered",
    "rendered_stream",
    "rendered_headers",
    "explain",
];

fn ordered(mut fields: Map<String, Value>) -> Map<String, Value> {
    let take = |name: &str| Some((name.to_owned(), fields.remove(name)?));
    ORDER.into_iter().filter_map(take).collect()
}

fn not_an_error() -> Map<String, Value> {
    let fields = json!({
        "is_error": false, "category": "not_an_error", "key": null, "code": null, "status": null,
        "retryable": false, "failover": Failover::None.as_ref(), "retry_after_s": null,
        "message": "", "provider_code": null, "public_message": null,
    });
    match fields {
        Value::Object(fields) => fields,
        _ => Map::new(),
    }
}

/// Returns what is known of our error: identity, native wire code, status and message.
fn ours(error: &GatewayError, renderer: &Renderer) -> Map<String, Value> {
    let key = renderer.key(error);
    let status = renderer.status(error);
    // The body knows best: a layer may spell the code by the status.
    let mut body = Vec::new();
    renderer.body(error, Protocol::Native, &Context::new(), &mut body);
    let code = Protocol::Native.parse(&body).and_then(|parsed| parsed.code);
    let spelt = || Some(renderer.catalog().get(&key)?.code()?.into_owned());
    let fields = [
        ("is_error", Value::Bool(true)),
        ("code", code.or_else(spelt).into()),
        ("status", status.into()),
        (
            "public_message",
            renderer.message(error, &Context::new()).into(),
        ),
        ("key", key.into()),
    ];
    let owned = |(name, value): (&str, Value)| (name.to_owned(), value);
    fields.into_iter().map(owned).collect()
}

/// Adds what clients of each protocol receive; a pass-through rule may be for one of them only.
fn rendered(failed: &Failed<'_>, told: &Told<'_>, out: &mut Map<String, Value>) {
    let renderer = told.renderer;
    let error_in = |protocol| {
        told.error(&Failed {
            protocol: Some(protocol),
            ..*failed
        })
    };
    let context = catalog::context("req_example", None);
    let state = catalog::stream_state("example", 0);
    let (mut bodies, mut streams) = (Map::new(), Map::new());
    for protocol in Protocol::ALL {
        let name = protocol.to_string();
        let error = error_in(*protocol);
        let mut body = Vec::new();
        renderer.body(&error, *protocol, &context, &mut body);
        bodies.insert(name.clone(), text(&body));
        // Problem details have no stream form.
        if let Some(failure) = renderer.stream_failure(&error, *protocol, &state, &context) {
            streams.insert(name, text(&failure.all()));
        }
    }
    let headers = renderer.headers(
        &error_in(Protocol::OpenAiChat),
        Protocol::OpenAiChat,
        &context,
    );
    let mut named: Map<String, Value> = Map::new();
    for name in headers.keys() {
        let values = headers.get_all(name).iter();
        let values: Vec<String> = values
            .map(|value| String::from_utf8_lossy(value.as_bytes()).into_owned())
            .collect();
        named.insert(name.to_string(), values.join(", ").into());
    }
    named.sort_keys();
    out.insert("rendered".to_owned(), Value::Object(bodies));
    out.insert("rendered_stream".to_owned(), Value::Object(streams));
    out.insert("rendered_headers".to_owned(), Value::Object(named));
}

fn explanation(failed: &Failed<'_>, rules: &Rules) -> Value {
    let why = &failed.found.explanation;
    let mut told = json!({ "rule": why.rule, "field": why.field.as_ref(), "text": why.text });
    if failed.found.ignores_hint && failed.hint.is_some() {
        told["ignores_hint"] = true.into();
    }
    let verdict = upstream::verdict(failed.found, failed.hint, failed.credential);
    if let Some(cooldown) = verdict.cooldown {
        let seconds = number(cooldown.length.as_secs_f64());
        told["cooldown"] = json!({ "scope": cooldown.scope.as_ref(), "seconds": seconds });
    }
    if failed.found.condition.is_some() && !rules.is_empty() {
        let traces = rules.explain(failed).into_iter().map(|trace| {
            json!({
                "id": trace.id, "matched": trace.matched,
                "decides": trace.decides, "why": trace.why,
            })
        });
        told["passthrough"] = traces.collect();
    }
    told
}

fn text(bytes: &[u8]) -> Value {
    String::from_utf8_lossy(bytes).into_owned().into()
}

/// Writes whole seconds without a fraction.
fn number(seconds: f64) -> Value {
    match seconds.fract() == 0.0 {
        true => (seconds as u64).into(),
        false => seconds.into(),
    }
}
