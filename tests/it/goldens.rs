//! What goes over the wire, entry by entry: one file per protocol and phase.
//!
//! `INSTA_UPDATE=always cargo test --test it goldens` writes the files anew; read their diff like
//! any other change of the interface, since clients parse every byte of it.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::time::{Duration, SystemTime};

use http::HeaderMap;
use wirefault::catalog::Kind;
use wirefault::{Catalog, Context, Protocol, Renderer, StreamFailure, StreamState};

/// Noon of a day, for advice that ends at midnight.
const NOON: Duration = Duration::from_secs(20_000 * 86_400 + 43_200);

fn context() -> Context<'static> {
    Context::new()
        .request_id("req_example")
        .now(SystemTime::UNIX_EPOCH + NOON)
}

/// The phases of a protocol: a whole response, and a stream that has begun.
const PHASES: &[(&str, Protocol, Phase)] = &[
    (
        "openai_chat.response",
        Protocol::OpenAiChat,
        Phase::Response,
    ),
    ("openai_chat.stream", Protocol::OpenAiChat, Phase::Stream),
    (
        "openai_responses.response",
        Protocol::OpenAiResponses,
        Phase::Response,
    ),
    (
        "openai_responses.stream",
        Protocol::OpenAiResponses,
        Phase::Stream,
    ),
    (
        "anthropic_messages.response",
        Protocol::AnthropicMessages,
        Phase::Response,
    ),
    (
        "anthropic_messages.stream",
        Protocol::AnthropicMessages,
        Phase::Stream,
    ),
    ("gemini.response", Protocol::Gemini, Phase::Response),
    ("gemini.stream", Protocol::Gemini, Phase::Stream),
    ("gemini.array", Protocol::Gemini, Phase::Array),
    ("native.response", Protocol::Native, Phase::Response),
    ("native.stream", Protocol::Native, Phase::Stream),
    ("problem.response", Protocol::Problem, Phase::Response),
];

#[derive(Clone, Copy, PartialEq)]
enum Phase {
    Response,
    Stream,
    Array,
}

#[test]
fn every_entry_in_every_protocol_and_phase() {
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    for (name, protocol, phase) in PHASES {
        settings.bind(|| insta::assert_snapshot!(*name, golden(*protocol, *phase)));
    }
}

#[test]
fn every_notice() {
    let mut out = String::new();
    let renderer = Renderer::standard();
    for notice in Catalog::standard()
        .entries()
        .iter()
        .filter(|entry| entry.is_notice())
    {
        let notice = Catalog::standard().example_notice(notice.key()).unwrap();
        let _ = writeln!(out, "== {}", notice.key());
        write_headers(&renderer.notice_headers(&notice, &context()), &mut out);
        if let Some((field, value)) = renderer.notice_field(&notice, &context()) {
            let _ = writeln!(out, "body field {field}: {value}");
        }
        if let Some(event) = renderer.notice_event(&notice, &context()) {
            out.push_str(&String::from_utf8(event).unwrap());
        }
    }
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!("notices", out));
}

#[test]
fn no_golden_is_left_over_or_missing() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/snapshots");
    let found: BTreeSet<String> = std::fs::read_dir(folder)
        .unwrap()
        .map(|file| file.unwrap().file_name().into_string().unwrap())
        // Those with a module's name before theirs belong to other tests.
        .filter(|file| file.ends_with(".snap") && !file.starts_with("it__"))
        .collect();
    let names = PHASES.iter().map(|(name, ..)| *name).chain(["notices"]);
    let wanted: BTreeSet<String> = names.map(|name| format!("{name}.snap")).collect();
    assert_eq!(found, wanted);
    for protocol in Protocol::ALL {
        for phase in [Phase::Response, Phase::Stream] {
            let listed = PHASES
                .iter()
                .any(|row| (row.1, row.2) == (*protocol, phase));
            let streams = phase == Phase::Response || *protocol != Protocol::Problem;
            assert_eq!(listed, streams, "{protocol}");
        }
    }
}

fn golden(protocol: Protocol, phase: Phase) -> String {
    let mut out = String::new();
    let errors = Catalog::standard().entries().iter();
    for entry in errors.filter(|entry| entry.entry().kind == Kind::Error) {
        let error = Catalog::standard().example(entry.key()).unwrap();
        if phase == Phase::Response {
            let response: http::Response<Vec<u8>> =
                Renderer::standard().response(&error, protocol, &context());
            let _ = writeln!(out, "== {} {}", entry.key(), response.status().as_u16());
            write_headers(response.headers(), &mut out);
            out.push_str(&String::from_utf8(response.into_body()).unwrap());
            out.push('\n');
        } else {
            let failure = Renderer::standard()
                .stream_failure(&error, protocol, &state(phase), &context())
                .unwrap();
            let _ = writeln!(out, "== {}", entry.key());
            write_failure(&failure, &mut out);
        }
    }
    out
}

/// A stream that has sent something already.
fn state(phase: Phase) -> StreamState {
    let mut state = StreamState::default();
    state.last_sequence = Some(4);
    state.response_id = Some("resp_example".to_owned());
    state.model = Some("example-1".to_owned());
    state.created_at = Some(1_700_000_000);
    state.array = phase == Phase::Array;
    state.array_started = phase == Phase::Array;
    state
}

fn write_headers(headers: &HeaderMap, out: &mut String) {
    let mut lines: Vec<String> = headers
        .iter()
        .map(|(name, value)| format!("{name}: {}\n", value.to_str().unwrap()))
        .collect();
    lines.sort();
    out.extend(lines);
}

fn write_failure(failure: &StreamFailure, out: &mut String) {
    out.push_str(&String::from_utf8(failure.bytes.clone()).unwrap());
    if let Some((pause, bytes)) = &failure.then {
        let _ = writeln!(out, "-- {} ms later", pause.as_millis());
        // Gemini's second write is the first without its framing: shown once.
        let event = String::from_utf8(failure.bytes.clone()).unwrap();
        let raw = String::from_utf8(bytes.clone()).unwrap();
        let same = event == format!("data: {raw}\n\n");
        out.push_str(if same {
            "(the JSON of the event)"
        } else {
            &raw
        });
    }
    if !out.ends_with('\n') {
        out.push('\n');
    }
}
