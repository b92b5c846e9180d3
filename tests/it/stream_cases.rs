//! Streams as upstreams really send them, each with its verdict.

#![allow(clippy::expect_used)]

use crate::invariants::frames::frame;
use crate::stream_support::{drive, run, split};
use wirefault::stream::{
    Delivery, Dialect, End, Ending, Gate, GateOptions, Gated, Guard, GuardOptions, Position, Reason,
};

const CHUNK: &str = "data: {\"id\":\"c\",\"choices\":[{\"delta\":{\"content\":\"Hi\"}}]}\n\n";
const START: &str = "event: message_start\ndata: {\"type\":\"message_start\",\"message\":{\"id\":\"msg_1\",\"model\":\"claude\"}}\n\n";
const DELTA: &str = "event: content_block_delta\ndata: {\"type\":\"content_block_delta\",\"index\":0,\"delta\":{\"type\":\"text_delta\",\"text\":\"Hi\"}}\n\n";
const CREATED: &str = "event: response.created\ndata: {\"type\":\"response.created\",\"sequence_number\":0,\"response\":{\"id\":\"resp_1\",\"created_at\":1740000000,\"model\":\"gpt\",\"error\":null}}\n\n";
const OUTPUT: &str = "event: response.output_text.delta\ndata: {\"type\":\"response.output_text.delta\",\"sequence_number\":7,\"delta\":\"Hi\"}\n\n";
const GEMINI: &str =
    "data: {\"candidates\": [{\"content\": {\"parts\": [{\"text\": \"Hi\"}]}}]}\n\n";
const OLLAMA: &str = "{\"model\":\"l\",\"message\":{\"content\":\"Hi\"},\"done\":false}\n";
const DASHSCOPE: &str = "id:1\nevent:result\n:HTTP_STATUS/200\ndata:{\"output\":{\"text\":\"Hi\",\"finish_reason\":\"null\"},\"request_id\":\"q\"}\n\n";
const COHERE: &str = "event: content-delta\ndata: {\"type\":\"content-delta\",\"index\":0,\"delta\":{\"message\":{\"content\":{\"text\":\"Hi\"}}}}\n\n";

#[test]
fn every_dialect_s_error_event_is_kept_back() {
    let rows: &[(Dialect, &str, &str)] = &[
        (
            Dialect::OpenAiChat,
            CHUNK,
            "data: {\"error\":{\"message\":\"x\",\"type\":\"server_error\"}}\n\n",
        ),
        (
            Dialect::OpenAiChat,
            CHUNK,
            "data: {\"id\":\"g\",\"choices\":[{\"finish_reason\":\"error\"}],\"error\":{\"code\":502}}\n\n",
        ),
        (Dialect::OpenAiChat, CHUNK, "data: {\"error\":\"boom\"}\n\n"),
        (
            Dialect::OpenAiChat,
            CHUNK,
            "event: error\ndata: {\"message\":\"flat\"}\n\n",
        ),
        (
            Dialect::OpenAiChat,
            CHUNK,
            "data: {\"object\":\"error\",\"message\":\"vllm\"}\n\n",
        ),
        (
            Dialect::OpenAiChat,
            CHUNK,
            "data: {\"x_groq\":{\"id\":\"r\",\"error\":\"over_capacity\"}}\n\n",
        ),
        (
            Dialect::OpenAiChat,
            CHUNK,
            "data: {\ndata:   \"error\": {\"message\": \"lines\"}\ndata: }\n\n",
        ),
        (
            Dialect::OpenAiChat,
            CHUNK,
            "data: {\"\\u0065\\u0072ror\":{\"message\":\"hidden\"}}\n\n",
        ),
        (
            Dialect::OpenAiResponses,
            OUTPUT,
            "event: error\ndata: {\"type\":\"error\",\"sequence_number\":8,\"message\":\"x\"}\n\n",
        ),
        (
            Dialect::OpenAiResponses,
            OUTPUT,
            "event: response.failed\ndata: {\"type\":\"response.failed\",\"response\":{}}\n\n",
        ),
        (
            Dialect::OpenAiResponses,
            OUTPUT,
            "data:{\"type\":\"response.failed\",\"response\":{\"status\":\"failed\"}}\n\n",
        ),
        (
            Dialect::Anthropic,
            START,
            "event: error\ndata: {\"type\":\"error\",\"error\":{\"type\":\"overloaded_error\"}}\n\n",
        ),
        (
            Dialect::Anthropic,
            START,
            "data: {\"type\":\"error\",\"error\":{\"type\":\"api_error\"}}\n\n",
        ),
        (
            Dialect::Anthropic,
            START,
            "event: error\ndata: Overloaded\n\n",
        ),
        (
            Dialect::GeminiSse,
            GEMINI,
            "data: {\"error\": {\"code\": 503, \"status\": \"UNAVAILABLE\"}}\n\n",
        ),
        (
            Dialect::GeminiArray,
            "[{\"candidates\":[]}",
            ",\r\n{\"error\": {\"code\": 503}}",
        ),
        (Dialect::Ollama, OLLAMA, "{\"error\":\"out of memory\"}\n"),
        (
            Dialect::DashScope,
            DASHSCOPE,
            "id:2\nevent:error\n:HTTP_STATUS/400\ndata:{\"code\":\"InvalidParameter\",\"message\":\"m\"}\n\n",
        ),
        (
            Dialect::DashScope,
            DASHSCOPE,
            "data:{\"code\":\"Throttling\",\"message\":\"m\",\"request_id\":\"q\"}\n\n",
        ),
        (
            Dialect::Cohere,
            COHERE,
            "event: message-end\ndata: {\"type\":\"message-end\",\"delta\":{\"finish_reason\":\"ERROR\",\"error\":\"none\"}}\n\n",
        ),
        (
            Dialect::MiniMax,
            CHUNK,
            "data: {\"choices\":[],\"base_resp\":{\"status_code\":1027}}\n\n",
        ),
    ];
    for (dialect, good, bad) in rows {
        let text = format!("{good}{bad}{good}");
        for chunks in [
            vec![text.as_bytes()],
            split(text.as_bytes(), &[1]),
            split(text.as_bytes(), &[7]),
        ] {
            let run = drive(GuardOptions::new(*dialect), chunks, End::Clean);
            let failure = run
                .outcome
                .failure
                .unwrap_or_else(|| panic!("{dialect:?}: {bad}"));
            assert_eq!(run.outcome.ending, Ending::ErrorEvent, "{bad}");
            assert_eq!(run.outcome.forwarded, *good, "{bad}");
            assert_eq!(failure.event, bad.trim_end(), "{bad}");
            assert_eq!(run.report.delivery, Delivery::Event);
            assert!(!run.report.failover_safe);
        }
        let first = run(
            *dialect,
            if *dialect == Dialect::GeminiArray {
                "[{\"error\":{\"code\":503}}]"
            } else {
                bad
            }
            .as_bytes(),
            End::Clean,
        );
        assert!(first.outcome.failure.is_some(), "{dialect:?} first: {bad}");
        assert_eq!(first.report.delivery, Delivery::Response, "{bad}");
        assert!(first.report.failover_safe);
    }
}

#[test]
fn bedrock_frames_fail_by_their_headers_and_by_what_they_wrap() {
    let good = frame(
        &[
            (":event-type", "contentBlockDelta"),
            (":message-type", "event"),
        ],
        b"{\"delta\":{\"text\":\"an error\"}}",
    );
    let stop = frame(
        &[(":event-type", "messageStop"), (":message-type", "event")],
        b"{\"stopReason\":\"end_turn\"}",
    );
    let bad = frame(
        &[
            (":exception-type", "throttlingException"),
            (":message-type", "exception"),
        ],
        b"{\"message\":\"slow\"}",
    );
    let code = frame(
        &[
            (":error-code", "InternalFailure"),
            (":message-type", "error"),
        ],
        b"",
    );
    // {"type":"message_stop"} in base64
    let wrapped = frame(
        &[(":event-type", "chunk"), (":message-type", "event")],
        b"{\"bytes\":\"eyJ0eXBlIjoibWVzc2FnZV9zdG9wIn0=\"}",
    );

    for size in [1, 5, 1000] {
        let whole = [good.clone(), stop.clone()].concat();
        let run = drive(
            GuardOptions::new(Dialect::Bedrock),
            split(&whole, &[size]),
            End::Clean,
        );
        assert_eq!(
            (run.outcome.ending, run.outcome.forwarded.len()),
            (Ending::Complete, whole.len())
        );

        let whole = [good.clone(), wrapped.clone()].concat();
        let run = drive(
            GuardOptions::new(Dialect::Auto),
            split(&whole, &[size]),
            End::Clean,
        );
        assert_eq!(run.outcome.ending, Ending::Complete);

        for (bad, name) in [(&bad, "throttlingException"), (&code, "InternalFailure")] {
            let whole = [good.clone(), bad.clone()].concat();
            let run = drive(
                GuardOptions::new(Dialect::Bedrock),
                split(&whole, &[size]),
                End::Clean,
            );
            assert_eq!(run.outcome.forwarded, good);
            assert_eq!(run.outcome.failure.expect("a failure").name, name);
        }
        let run = drive(
            GuardOptions::new(Dialect::Bedrock),
            split(&good, &[size]),
            End::Clean,
        );
        assert_eq!(run.outcome.ending, Ending::Unterminated);
    }
}

#[test]
fn talk_about_errors_is_no_error() {
    let rows: &[(Dialect, &str)] = &[
        (
            Dialect::OpenAiChat,
            "data: {\"choices\":[{\"delta\":{\"content\":\"{\\\"error\\\":{\\\"message\\\":\\\"x\\\"}}\"}}]}\n\n",
        ),
        (
            Dialect::OpenAiChat,
            "data: {\"choices\":[{\"delta\":{\"content\":\"error\"}}],\"error\":null}\n\n",
        ),
        (
            Dialect::OpenAiChat,
            "data: {\"choices\":[],\"error\":{}}\n\n",
        ),
        (
            Dialect::OpenAiChat,
            "data: {\"choices\":[{\"delta\":{\"content\":\"event: error\\ndata: x\"}}]}\n\n",
        ),
        (
            Dialect::OpenAiChat,
            "data: {\"choices\":[{\"delta\":{\"tool_calls\":[{\"error\":{\"message\":\"x\"}}]}}]}\n\n",
        ),
        (Dialect::OpenAiChat, ": event: error\n\n"),
        (
            Dialect::Anthropic,
            "event: content_block_start\ndata: {\"type\":\"content_block_start\",\"content_block\":{\"type\":\"web_search_tool_result\",\"content\":{\"type\":\"web_search_tool_result_error\",\"error_code\":\"x\",\"error\":{\"a\":1}}}}\n\n",
        ),
        (
            Dialect::OpenAiResponses,
            "data: {\"type\":\"response.output_item.done\",\"item\":{\"type\":\"mcp_call\",\"error\":{\"type\":\"error\",\"content\":[]}}}\n\n",
        ),
        (
            Dialect::OpenAiResponses,
            "data: {\"type\":\"response.in_progress\",\"response\":{\"error\":null}}\n\n",
        ),
        (
            Dialect::GeminiSse,
            "data: {\"candidates\":[{\"content\":{\"parts\":[{\"functionResponse\":{\"response\":{\"error\":\"x\"}}}]}}]}\n\n",
        ),
        (
            Dialect::DashScope,
            "data:{\"output\":{\"text\":\"x\"},\"code\":\"\",\"message\":\"\"}\n\n",
        ),
        (
            Dialect::MiniMax,
            "data: {\"choices\":[],\"base_resp\":{\"status_code\":0}}\n\n",
        ),
    ];
    for (dialect, text) in rows {
        for size in [1, 9, 10_000] {
            let run = drive(
                GuardOptions::new(*dialect),
                split(text.as_bytes(), &[size]),
                End::Clean,
            );
            assert_eq!(run.outcome.forwarded, *text, "{dialect:?}");
            assert_eq!(run.outcome.ending, Ending::Unterminated, "{text}");
        }
    }
}

#[test]
fn each_dialect_knows_its_terminator() {
    let rows: &[(Dialect, &str, &str)] = &[
        (Dialect::OpenAiChat, CHUNK, "data: [DONE]\n\n"),
        (
            Dialect::OpenAiChat,
            CHUNK,
            "data:[DONE]\r\n\r\n: bye\r\n\r\n",
        ),
        (
            Dialect::OpenAiResponses,
            OUTPUT,
            "data: {\"type\":\"response.completed\",\"response\":{\"error\":null}}\n\n",
        ),
        (
            Dialect::OpenAiResponses,
            OUTPUT,
            "data: {\"type\":\"response.incomplete\",\"response\":{}}\n\ndata: [DONE]\n\n",
        ),
        (
            Dialect::Anthropic,
            DELTA,
            "event: message_stop\ndata: {\"type\":\"message_stop\"}\n\nevent: ping\ndata: {\"type\": \"ping\"}\n\n",
        ),
        (
            Dialect::Anthropic,
            DELTA,
            "data: {\"amazon\":{\"a\":1},\"type\":\"message_stop\"}\n\n",
        ),
        (
            Dialect::GeminiSse,
            GEMINI,
            "data: {\"candidates\": [{\"finishReason\": \"STOP\"}]}\n\n",
        ),
        (
            Dialect::GeminiSse,
            GEMINI,
            "data: {\"promptFeedback\": {\"blockReason\": \"SAFETY\"}}\n\n",
        ),
        (Dialect::GeminiArray, "[{\"candidates\":[]}", "\n]\n"),
        (Dialect::Ollama, OLLAMA, "{\"model\":\"l\",\"done\":true}\n"),
        (
            Dialect::DashScope,
            DASHSCOPE,
            "data:{\"output\":{\"finish_reason\":\"stop\"}}\n\n",
        ),
        (
            Dialect::Cohere,
            COHERE,
            "event: message-end\ndata: {\"type\":\"message-end\",\"delta\":{\"finish_reason\":\"COMPLETE\"}}\n\n",
        ),
        (Dialect::MiniMax, CHUNK, "data: [DONE]\n\n"),
        (Dialect::Auto, CHUNK, "data: [DONE]\n\n"),
        (
            Dialect::Auto,
            START,
            "data: {\"type\":\"message_stop\"}\n\n",
        ),
        (
            Dialect::Auto,
            CREATED,
            "data: {\"type\":\"response.completed\"}\n\n",
        ),
        (Dialect::Auto, OLLAMA, "{\"model\":\"l\",\"done\":true}\n"),
        (Dialect::Auto, "[{\"candidates\":[]}", "]"),
    ];
    for (dialect, body, last) in rows {
        let text = format!("{body}{last}");
        for size in [1, 11, 10_000] {
            let whole = drive(
                GuardOptions::new(*dialect),
                split(text.as_bytes(), &[size]),
                End::Clean,
            );
            assert_eq!(
                whole.outcome.ending,
                Ending::Complete,
                "{dialect:?} by {size}: {last}"
            );
            assert_eq!(whole.report.delivery, Delivery::Nothing);
            // What happens to the connection behind the terminator harms nobody.
            let reset = drive(
                GuardOptions::new(*dialect),
                split(text.as_bytes(), &[size]),
                End::Reset,
            );
            assert_eq!(reset.outcome.ending, Ending::Complete);
            let cut = drive(
                GuardOptions::new(*dialect),
                split(body.as_bytes(), &[size]),
                End::Clean,
            );
            assert_eq!(
                cut.outcome.ending,
                Ending::Unterminated,
                "{dialect:?} without {last}"
            );
        }
    }
}

#[test]
fn a_terminator_without_its_last_line_end_is_completed() {
    for (tail, release) in [
        ("data: [DONE]", "data: [DONE]\n\n"),
        ("data: [DONE]\n", "data: [DONE]\n\n"),
    ] {
        let run = run(
            Dialect::OpenAiChat,
            format!("{CHUNK}{tail}").as_bytes(),
            End::Clean,
        );
        assert_eq!(run.report.release, release);
        assert_eq!(
            (run.report.ending, run.report.bytes_torn),
            (Ending::Complete, 0)
        );
    }
    let torn = run(
        Dialect::OpenAiChat,
        format!("{CHUNK}data: [DONE").as_bytes(),
        End::Clean,
    );
    assert_eq!(torn.report.ending, Ending::Torn);
}

#[test]
fn every_bad_end_has_a_name_and_a_key() {
    let page = "<!DOCTYPE html><html><body>502</body></html>";
    let interrupted = Some("upstream_stream_interrupted");
    let invalid = Some("upstream_invalid_response");
    let rows: &[(&str, End, Ending, Option<&str>, Delivery)] = &[
        (
            CHUNK,
            End::Clean,
            Ending::Unterminated,
            interrupted,
            Delivery::Event,
        ),
        (
            &format!("{CHUNK}data: {{\"cho"),
            End::Clean,
            Ending::Torn,
            interrupted,
            Delivery::Event,
        ),
        (
            &format!("{CHUNK}data: {{\"choices\":[]}}\n"),
            End::Clean,
            Ending::Torn,
            interrupted,
            Delivery::Event,
        ),
        (
            CHUNK,
            End::Reset,
            Ending::Reset,
            interrupted,
            Delivery::Event,
        ),
        (
            CHUNK,
            End::IdleTimeout,
            Ending::Stalled,
            Some("upstream_stream_stalled"),
            Delivery::Event,
        ),
        (
            &format!("{CHUNK}{{\"error\":{{\"message\":\"late\"}}}}"),
            End::Clean,
            Ending::TrailingError,
            None,
            Delivery::Event,
        ),
        (
            &format!("{CHUNK}{{\n  \"error\": {{}},\n  \"type\": \"error\"\n}}\n"),
            End::Clean,
            Ending::TrailingError,
            None,
            Delivery::Event,
        ),
        (
            &format!("{CHUNK}data: {{\"error\":{{\"message\":\"cut\"}}}}\n"),
            End::Clean,
            Ending::ErrorEvent,
            None,
            Delivery::Event,
        ),
        (
            "{\"error\":{\"message\":\"no stream\"}}",
            End::Clean,
            Ending::JsonError,
            None,
            Delivery::Response,
        ),
        (
            "{\n\n\"error\":{\"message\":\"no stream\"}}\n\n",
            End::Clean,
            Ending::JsonError,
            None,
            Delivery::Response,
        ),
        (
            "{\"choices\":[{\"message\":{\"content\":\"a whole answer\"}}]}",
            End::Clean,
            Ending::JsonAnswer,
            invalid,
            Delivery::Response,
        ),
        (page, End::Clean, Ending::Page, invalid, Delivery::Response),
        (
            &format!("\r\n{page}\n\n{page}"),
            End::Clean,
            Ending::Page,
            invalid,
            Delivery::Response,
        ),
        (
            "no healthy upstream",
            End::Clean,
            Ending::Page,
            invalid,
            Delivery::Response,
        ),
        (
            "Internal Server Error\n\n",
            End::Clean,
            Ending::Page,
            invalid,
            Delivery::Response,
        ),
        (
            "",
            End::Clean,
            Ending::Empty,
            interrupted,
            Delivery::Response,
        ),
        (
            "",
            End::Reset,
            Ending::Reset,
            interrupted,
            Delivery::Response,
        ),
        (
            "",
            End::IdleTimeout,
            Ending::Stalled,
            Some("upstream_stream_stalled"),
            Delivery::Response,
        ),
        (
            ": waiting\n\n",
            End::Clean,
            Ending::Unterminated,
            interrupted,
            Delivery::Event,
        ),
        (
            CHUNK,
            End::ClientGone,
            Ending::ClientGone,
            None,
            Delivery::Event,
        ),
    ];
    for dialect in [Dialect::OpenAiChat, Dialect::Auto] {
        for (text, end, ending, key, delivery) in rows {
            for size in [1, 8, 10_000] {
                let run = drive(
                    GuardOptions::new(dialect),
                    split(text.as_bytes(), &[size]),
                    *end,
                );
                let seen = (
                    run.report.ending,
                    run.report.ending.suggested_key(),
                    run.report.delivery,
                );
                assert_eq!(
                    seen,
                    (*ending, *key, *delivery),
                    "{dialect:?} by {size}: {text}"
                );
                assert_eq!(run.outcome.failure.is_some(), ending.is_failure(), "{text}");
            }
        }
    }
}

#[test]
fn a_body_that_is_no_stream_is_handed_over_whole() {
    let body = "{\n  \"error\": {\n    \"message\": \"no stream\"\n  }\n}";
    let array = format!("\n [{body}]\n");
    let array = run(Dialect::OpenAiChat, array.as_bytes(), End::Clean);
    assert_eq!(array.report.ending, Ending::JsonError);
    for size in [1, 10_000] {
        let options = GuardOptions::new(Dialect::Anthropic);
        let run = drive(options, split(body.as_bytes(), &[size]), End::Clean);
        assert_eq!(run.outcome.failure.expect("a failure").payload, body);
        assert_eq!(run.report.bytes_out, 0);
    }
}

#[test]
fn nothing_is_taken_for_a_failure_when_the_client_goes() {
    let text = format!("{CHUNK}data: {{\"error\":{{");
    let run = run(Dialect::OpenAiChat, text.as_bytes(), End::ClientGone);
    assert!(run.report.failure.is_none());
    assert!(!run.report.ending.is_failure());
    assert!(!run.report.failover_safe);
}

/// Comments, blank lines and brackets are none, however the stream is cut.
#[test]
fn events_are_counted_where_a_gateway_asks() {
    let chat = format!("\u{feff}{}\n: ping\n\ndata: [DONE]", CHUNK.repeat(3));
    let crlf = format!(": ping\r\n\r\n{}", CHUNK.replace('\n', "\r\n").repeat(2));
    let named = frame(
        &[(":message-type", "event"), (":event-type", "chunk")],
        b"{}",
    );
    let cases: [(Dialect, Vec<u8>, u64); 6] = [
        (Dialect::OpenAiChat, chat.into_bytes(), 4),
        (Dialect::OpenAiChat, crlf.into_bytes(), 2),
        (
            Dialect::Anthropic,
            [START, DELTA, DELTA].concat().into_bytes(),
            3,
        ),
        (
            Dialect::Ollama,
            format!("{OLLAMA}\n{OLLAMA}").into_bytes(),
            2,
        ),
        (
            Dialect::GeminiArray,
            b"[{\"candidates\":[]}\n,\n{\"candidates\":[]}]".to_vec(),
            2,
        ),
        (Dialect::Bedrock, named.repeat(2), 2),
    ];
    for (dialect, text, events) in cases {
        for size in [1, 7, text.len()] {
            let run = drive(
                GuardOptions::new(dialect),
                split(&text, &[size]),
                End::Clean,
            );
            assert_eq!(run.report.events, Some(events), "{dialect:?} by {size}");
        }
    }
    let mut guard = Guard::new(GuardOptions::new(Dialect::OpenAiChat));
    let _ = guard.push(CHUNK.into());
    assert_eq!(guard.finish(End::Clean).events, None);
}

#[test]
fn a_writer_learns_where_to_go_on() {
    let text = format!("{CREATED}{OUTPUT}: comment\n\n");
    for size in [1, 10_000] {
        let state = drive(
            GuardOptions::new(Dialect::Auto),
            split(text.as_bytes(), &[size]),
            End::Reset,
        )
        .outcome
        .state;
        assert_eq!(state.last_sequence, Some(7));
        assert_eq!(state.created_at, Some(1_740_000_000));
        assert_eq!(
            (state.response_id.as_deref(), state.model.as_deref()),
            (Some("resp_1"), Some("gpt"))
        );
        assert!(!state.array);
    }
    let array = run(Dialect::GeminiArray, b"[", End::Reset).outcome.state;
    assert!(array.array && !array.array_started);
    let array = run(Dialect::GeminiArray, b"[{}", End::Reset).outcome.state;
    assert!(array.array && array.array_started);
}

#[test]
fn the_gate_holds_until_something_real_comes() {
    let now = std::time::Instant::now();
    let gate = |dialect| {
        Gate::new(
            Guard::new(GuardOptions::new(dialect)),
            GateOptions::default(),
            now,
        )
    };

    let mut closed = gate(Dialect::OpenAiChat);
    assert!(matches!(
        closed.push(": OPENROUTER PROCESSING\n\n".into(), now),
        Gated::Hold
    ));
    let Gated::Open(opened) = closed.push(CHUNK.into(), now) else {
        panic!("a real event")
    };
    assert_eq!(
        opened.held.concat(),
        format!(": OPENROUTER PROCESSING\n\n{CHUNK}").as_bytes()
    );
    assert_eq!(
        (opened.reason, opened.guard.position()),
        (Reason::Event, Position::AtBoundary)
    );

    let mut failed = gate(Dialect::OpenAiChat);
    assert!(matches!(failed.push(": wait\n\n".into(), now), Gated::Hold));
    let Gated::Failed(failure) = failed.push("data: {\"error\":{\"code\":429}}\n\n".into(), now)
    else {
        panic!("an error first")
    };
    assert_eq!(failure.payload, "{\"error\":{\"code\":429}}");

    // A real event and a failure in one chunk: too late for a status.
    let both = format!("{CHUNK}data: {{\"error\":{{\"code\":1}}}}\n\n");
    let Gated::Open(opened) = gate(Dialect::OpenAiChat).push(both.into(), now) else {
        panic!("open")
    };
    assert!(opened.failure.is_some());
    assert_eq!(opened.held.concat(), CHUNK.as_bytes());

    let mut timed = gate(Dialect::Anthropic);
    assert!(matches!(timed.expire(now), Gated::Hold));
    let Gated::Open(opened) = timed.expire(timed.deadline()) else {
        panic!("time is up")
    };
    assert_eq!(
        (opened.reason, opened.guard.position()),
        (Reason::Time, Position::CommentsOnly)
    );

    let mut full = gate(Dialect::OpenAiChat);
    let Gated::Open(opened) = full.push(": x\n\n".repeat(20_000).into(), now) else {
        panic!("full")
    };
    assert_eq!(opened.reason, Reason::Bytes);

    let mut ended = gate(Dialect::OpenAiChat);
    assert!(matches!(ended.push(": wait\n\n".into(), now), Gated::Hold));
    let report = ended.finish(End::Reset).expect("a report");
    assert_eq!(
        (report.ending, report.delivery),
        (Ending::Reset, Delivery::Response)
    );
    assert!(report.failover_safe);
}
