//! `wirefault render`: what a client receives, byte by byte.

use std::time::Duration;

use clap::Args as ClapArgs;
use http::{HeaderMap, StatusCode};
use wirefault::catalog::{Entry, LanguagePolicy, Param, ParamType};
use wirefault::{Context, GatewayError, Notice, Protocol, Renderer, RequestId, Value};

use crate::catalog::{self, Layers};
use crate::failure::{Failure, Status};
use crate::output;

/// Prints what a client receives for an entry: status line, headers and body, or the end of a
/// stream.
#[derive(Debug, ClapArgs)]
pub(crate) struct Args {
    /// The key of the entry, an alias, or its wire code.
    key: String,
    /// The client's protocol: openai-chat, openai-responses, anthropic-messages, gemini, native
    /// or problem.
    #[arg(long, value_name = "P", value_parser = protocol)]
    protocol: Protocol,
    /// Prints the bytes that end a stream which has begun.
    #[arg(long)]
    stream: bool,
    /// With --stream, Gemini's JSON-array form.
    #[arg(long, requires = "stream")]
    array: bool,
    /// A parameter of the message, such as `limit=5`; may be repeated. Missing ones take their
    /// example values.
    #[arg(long = "param", value_name = "K=V")]
    params: Vec<String>,
    /// How long the client should wait.
    #[arg(long, value_name = "SECONDS", value_parser = seconds, allow_hyphen_values = true)]
    retry_after: Option<Duration>,
    /// The id of the request.
    #[arg(long, value_name = "ID", default_value = "req_example", value_parser = request_id)]
    request_id: String,
    /// The status that the upstream answered, for entries that pass it on.
    #[arg(long, value_name = "STATUS", value_parser = clap::value_parser!(u16).range(100..=599))]
    upstream_status: Option<u16>,
    /// The model's name in OpenAI Responses events.
    #[arg(long, value_name = "NAME", default_value = "example")]
    model: String,
    /// The last sequence number that an OpenAI Responses stream has sent.
    #[arg(long, value_name = "N", default_value_t = 0)]
    seq: u64,
    /// The language that the client asks for.
    #[arg(long, value_name = "TAG")]
    lang: Option<String>,
    #[command(flatten)]
    layers: Layers,
}

pub(crate) fn run(args: &Args) -> Result<Status, Failure> {
    let renderer = args.layers.renderer()?;
    let language = match &args.lang {
        None => None,
        tag => Some(catalog::language(renderer.catalog(), tag.as_deref())?),
    };
    if language.is_some() && renderer.catalog().language_policy() < LanguagePolicy::HumanFields {
        output::note("this catalog's language policy leaves answers in its default language");
    }
    let entry = renderer.catalog().find(&args.key)?.entry();
    let written = args.params.iter().map(|written| param(entry, written));
    let params: Vec<(&Param, Value)> = written.collect::<Result<_, _>>()?;
    let context = catalog::context(&args.request_id, language);
    let bytes = match renderer.catalog().example_notice(&args.key) {
        Some(notice) => {
            let set = |notice: Notice, (param, value): (&Param, _)| {
                notice.with(param.name.clone(), value)
            };
            let notice = params.into_iter().fold(notice, set);
            success(args, &renderer, &notice, &context)?
        }
        None => {
            let error = error(args, &renderer, params)?;
            match args.stream {
                true => stream(args, &renderer, &error, &context)?,
                false => failure(args, &renderer, &error, &context),
            }
        }
    };
    output::bytes(&bytes)?;
    Ok(Status::Fine)
}

/// Returns the error with the parameters that were asked for.
fn error(
    args: &Args,
    renderer: &Renderer,
    params: Vec<(&Param, Value)>,
) -> Result<GatewayError, Failure> {
    let mut error = renderer.catalog().example(&args.key)?;
    for (param, value) in params {
        error = match (param.name.as_ref(), value) {
            ("retry_after", Value::Duration(wait)) => error.with_retry_after(wait),
            (_, value) => error.with(param.name.clone(), value),
        };
    }
    if let Some(wait) = args.retry_after {
        error = error.with_retry_after(wait);
    }
    if let Some(status) = args.upstream_status {
        error = error.with_upstream_status(status);
    }
    Ok(error)
}

/// Reads `name=value` by the type that the entry declares.
fn param<'e>(entry: &'e Entry, written: &str) -> Result<(&'e Param, Value), Failure> {
    let Some((name, text)) = written.split_once('=') else {
        return Err(Failure::usage(format!(
            "`{written}` is no parameter; write NAME=VALUE"
        )));
    };
    let Some(param) = entry.params.iter().find(|param| param.name == name) else {
        let names: Vec<&str> = entry.params.iter().map(|param| &*param.name).collect();
        let known = match names.is_empty() {
            true => "it has none".to_owned(),
            false => format!("it has {}", names.join(", ")),
        };
        return Err(Failure::usage(format!(
            "`{}` has no parameter `{name}`; {known}",
            entry.key
        )));
    };
    if param.kind == ParamType::Enum && !param.values.iter().any(|value| value == text) {
        return Err(Failure::usage(format!(
            "the parameter `{name}` is one of {}",
            param.values.join(", ")
        )));
    }
    let plain_seconds = param.kind == ParamType::Duration && text.parse::<f64>().is_ok();
    let value = match plain_seconds {
        true => Value::Duration(seconds(text).map_err(Failure::Usage)?),
        false => Value::parse(param, text).map_err(|error| {
            Failure::usage(format!(
                "{error}, such as `{}`, not `{text}`",
                param.example
            ))
        })?,
    };
    Ok((param, value))
}

fn failure(
    args: &Args,
    renderer: &Renderer,
    error: &GatewayError,
    context: &Context<'_>,
) -> Vec<u8> {
    let response: http::Response<Vec<u8>> = renderer.response(error, args.protocol, context);
    answer(response.status(), response.headers(), response.body())
}

/// A notice rides on a success: what it adds to the headers and the body, or its event.
fn success(
    args: &Args,
    renderer: &Renderer,
    notice: &Notice,
    context: &Context<'_>,
) -> Result<Vec<u8>, Failure> {
    if args.stream {
        let event = renderer.notice_event(notice, context);
        return event
            .ok_or_else(|| Failure::usage(format!("the notice `{}` has no event", notice.key())));
    }
    let mut headers = renderer.success_headers(context);
    headers.insert(
        http::header::CONTENT_TYPE,
        http::HeaderValue::from_static("application/json"),
    );
    headers.extend(renderer.notice_headers(notice, context));
    let mut body = b"{}".to_vec();
    renderer.notice_body(notice, context, &mut body);
    Ok(answer(StatusCode::OK, &headers, &body))
}

/// Writes a response as it goes over the wire, headers sorted, lines ended as on a terminal.
fn answer(status: StatusCode, headers: &HeaderMap, body: &[u8]) -> Vec<u8> {
    let line = format!("HTTP/1.1 {} {}\n", status.as_u16(), reason(status));
    let mut out = line.into_bytes();
    let mut headers: Vec<(&str, &[u8])> = headers
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_bytes()))
        .collect();
    headers.sort();
    for (name, value) in headers {
        out.extend_from_slice(name.as_bytes());
        out.extend_from_slice(b": ");
        out.extend_from_slice(value);
        out.push(b'\n');
    }
    out.push(b'\n');
    out.extend_from_slice(body);
    out
}

/// Returns the status in words. HTTP has none for 499, which everybody writes like nginx.
fn reason(status: StatusCode) -> &'static str {
    match status.as_u16() {
        499 => "Client Closed Request",
        _ => status.canonical_reason().unwrap_or("Unknown"),
    }
}

fn stream(
    args: &Args,
    renderer: &Renderer,
    error: &GatewayError,
    context: &Context<'_>,
) -> Result<Vec<u8>, Failure> {
    if args.array && args.protocol != Protocol::Gemini {
        return Err(Failure::usage("only gemini has a JSON-array form"));
    }
    let mut state = catalog::stream_state(&args.model, args.seq);
    state.array = args.array;
    match renderer.stream_failure(error, args.protocol, &state, context) {
        Some(failure) => Ok(failure.all()),
        None => Err(Failure::usage(format!(
            "{} has no stream form",
            args.protocol
        ))),
    }
}

fn protocol(name: &str) -> Result<Protocol, String> {
    name.parse().map_err(|_| {
        let names: Vec<String> = Protocol::ALL.iter().map(Protocol::to_string).collect();
        format!("the protocols are {}", names.join(", "))
    })
}

fn request_id(id: &str) -> Result<String, String> {
    match RequestId::new(id) {
        Ok(id) => Ok(id.to_string()),
        Err(error) => Err(error.to_string()),
    }
}

fn seconds(text: &str) -> Result<Duration, String> {
    let number: f64 = text
        .parse()
        .map_err(|_| "a number of seconds is expected".to_owned())?;
    Duration::try_from_secs_f64(number).map_err(|error| error.to_string())
}
