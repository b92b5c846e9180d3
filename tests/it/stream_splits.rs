//! What the guard says of a stream does not depend on how the stream was cut.

use crate::stream_support::{DIALECTS, Outcome, cases, drive, split};
use bytes::Bytes;
use proptest::collection::vec;
use proptest::prelude::*;
use wirefault::stream::{Dialect, End, GuardOptions};

/// Events and other pieces that a stream may be made of, good and bad.
const PIECES: &[&str] = &[
    "data: {\"id\":\"c1\",\"model\":\"m\",\"created\":7,\"choices\":[{\"delta\":{\"content\":\"Hi\"}}]}",
    "data: {\"choices\":[{\"delta\":{\"content\":\"an \\\"error\\\": {} and event: error\"}}],\"error\":null}",
    "data: {\"choices\":[{\"delta\":{\"tool\":{\"error\":{\"message\":\"nested\"}}}}]}",
    "data: {\"error\":{\"message\":\"boom\"}}",
    "data: {\"id\":\"c1\",\"choices\":[],\"error\":{\"code\":502,\"message\":\"late key\"}}",
    "data: {\"\\u0065rror\":\"escaped\"}",
    "data: {\"x\":\n\ndata: 1}",
    "data: {\"x\":\ndata: 1}",
    "data: [DONE]",
    "data:[DONE]",
    "event: message_start\ndata: {\"type\":\"message_start\",\"message\":{\"id\":\"msg_1\",\"model\":\"c\"}}",
    "event: content_block_delta\ndata: {\"type\":\"content_block_delta\",\"index\":0,\"delta\":{\"type\":\"text_delta\",\"text\":\"Hi\"}}",
    "event: message_stop\ndata: {\"type\":\"message_stop\"}",
    "event: ping\ndata: {\"type\": \"ping\"}",
    "event: error\ndata: {\"type\":\"error\",\"error\":{\"type\":\"overloaded_error\",\"message\":\"x\"}}",
    "event: error\ndata: plain words",
    "event:error\n:HTTP_STATUS/400\ndata:{\"code\":\"InvalidParameter\",\"message\":\"m\"}",
    "event: response.created\ndata: {\"type\":\"response.created\",\"sequence_number\":0,\"response\":{\"id\":\"r\",\"created_at\":3,\"model\":\"g\"}}",
    "event: response.output_text.delta\ndata: {\"type\":\"response.output_text.delta\",\"sequence_number\":4,\"delta\":\"a\"}",
    "data: {\"type\":\"response.completed\",\"sequence_number\":9,\"response\":{\"error\":null}}",
    "data: {\"type\":\"response.failed\",\"response\":{\"error\":{\"code\":\"x\"}}}",
    "data: {\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"a\"}]}}]}",
    "data: {\"candidates\":[{\"finishReason\":\"STOP\"}]}",
    "data: {\"finish_reason\":\"ERROR\"}",
    "data: {\"base_resp\":{\"status_code\":1027}}",
    "data: {\"code\":\"Throttling\",\"message\":\"m\"}",
    ": comment",
    ": {}",
    ": ",
    "id: 7",
    "retry: 100",
    "event: lonely",
    "data",
    "data:",
    "",
    " ",
    "\u{feff}",
    "\u{feff}data: {\"choices\":[]}",
    "{\"model\":\"l\",\"message\":{\"content\":\"x\"},\"done\":false}",
    "{\"model\":\"l\",\"done\":true}",
    "{\"error\":\"out of memory\"}",
    "{\n  \"error\": {\n    \"message\": \"pretty\"\n  }\n}",
    "[{\"candidates\":[]}",
    ",{\"candidates\":[{\"finishReason\":\"STOP\"}]}",
    ",{\"error\":{\"code\":503}}",
    "]",
    "<html><body>502</body></html>",
    "no healthy upstream",
    "error",
    "\"error\"",
    "\u{0}\u{0}\u{0}\u{14}\u{0}\u{0}\u{0}\u{0}abcd{}ij",
    "\u{0}\u{0}\u{0}\u{10}\u{0}\u{0}\u{0}\u{0}abcdefgh",
];

const ENDS: [&str; 8] = ["\n\n", "\r\n\r\n", "\r\r", "\n", "\r\n", "\r", "", "\n\r\n"];

fn stream() -> impl Strategy<Value = Bytes> {
    let piece = (
        0..PIECES.len(),
        prop_oneof![6 => 0..2usize, 1 => 0..ENDS.len()],
    );
    vec(piece, 0..9).prop_map(|pieces| {
        let text = pieces
            .iter()
            .map(|(piece, end)| format!("{}{}", PIECES[*piece], ENDS[*end]));
        Bytes::from(text.collect::<String>())
    })
}

/// Events of one shape, as streams mostly are, with trouble in the values that differ.
const SHAPES: &[(Dialect, &str)] = &[
    (
        Dialect::OpenAiChat,
        "data: {\"choices\":[{\"delta\":{\"content\":\"@\"}}],\"n\":#}",
    ),
    (
        Dialect::OpenAiChat,
        "data: {\"choices\":[{\"delta\":{},\"finish_reason\":\"@\"}],\"n\":#}",
    ),
    (
        Dialect::OpenAiChat,
        "data: {\"error\":#,\"choices\":[\"@\"]}",
    ),
    (
        Dialect::MiniMax,
        "data: {\"choices\":[\"@\"],\"base_resp\":{\"status_code\":#}}",
    ),
    (
        Dialect::Anthropic,
        "event: content_block_delta\ndata: {\"type\":\"content_block_delta\",\"delta\":{\"text\":\"@\"}}",
    ),
    (Dialect::Anthropic, "data: {\"index\":#,\"type\":\"@\"}"),
    (
        Dialect::OpenAiResponses,
        "data: {\"type\":\"response.output_text.delta\",\"sequence_number\":#,\"delta\":\"@\"}",
    ),
    (
        Dialect::GeminiSse,
        "data: {\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"@\"}]}}],\"count\":#}",
    ),
    (
        Dialect::GeminiSse,
        "data: {\"candidates\":[{\"finishReason\":\"@\",\"n\":#}]}",
    ),
    (
        Dialect::Ollama,
        "{\"model\":\"m\",\"message\":{\"content\":\"@\"},\"done\":false,\"n\":#}",
    ),
    (
        Dialect::Auto,
        "data: {\"type\":\"response.output_text.delta\",\"sequence_number\":#,\"delta\":\"@\"}",
    ),
];

const TEXTS: &[&str] = &[
    "Hi",
    "",
    "error",
    "STOP",
    "message_stop",
    "ping",
    "a longer text, 你好",
    "\\n\\n",
    "\\\"error\\\":{}",
    "\\u0065rror",
    "\n",
    "\r",
    "\n\n",
    "\r\r",
    "\\\n\n",
    "\0",
    "a\n\nevent: error\ndata: x",
    "x\",\"error\":\"y",
    "\"}],\"error\":{\"a\":\"1",
    "x\n\ndata: {\"error\":\"boom\"}\n\n",
    "[DONE]",
    "\\",
    "null",
];

const NUMBERS: &[&str] = &[
    "1", "2", "17", "0", "null", "1.5e3", "-1", "x", "\"7\"", "{}", "1\n\n",
];

fn shaped() -> impl Strategy<Value = (Dialect, Bytes)> {
    let delta = || (0..TEXTS.len(), 0..NUMBERS.len(), 0..24usize, 0..12usize);
    // The long ones fill chunks that are read in two places at once.
    let deltas = prop_oneof![7 => vec(delta(), 2..9), 1 => vec(delta(), 16..40)];
    (0..SHAPES.len(), 0..2usize, deltas).prop_map(|(shape, end, deltas)| {
        let (dialect, shape) = SHAPES[shape];
        let fill = |(text, number, calm, other): &(usize, usize, usize, usize)| {
            // Most of them are harmless, so that the shape is learned before trouble comes.
            let (text, number) = if *calm > 4 {
                (text % 7, number % 3)
            } else {
                (*text, *number)
            };
            let event = shape
                .replace('#', NUMBERS[number])
                .replace('@', TEXTS[text]);
            let event = if *other == 0 {
                PIECES[number + text]
            } else {
                &event
            };
            format!("{event}{}", ENDS[end])
        };
        (
            dialect,
            Bytes::from(deltas.iter().map(fill).collect::<String>()),
        )
    })
}

/// Bytes from an alphabet where almost every byte matters to some framing.
fn noise() -> impl Strategy<Value = Bytes> {
    let byte = prop::sample::select(b"\n\r:{}[],\"\\ ader\x00\x10\xEF\xBB\xBF\xFF".to_vec());
    vec(byte, 0..60).prop_map(Bytes::from)
}

fn anything() -> impl Strategy<Value = Bytes> {
    prop_oneof![8 => stream(), 2 => noise(), 1 => vec(any::<u8>(), 0..200).prop_map(Bytes::from)]
}

fn dialect() -> impl Strategy<Value = Dialect> {
    prop::sample::select(DIALECTS.to_vec())
}

fn end() -> impl Strategy<Value = End> {
    prop::sample::select(vec![
        End::Clean,
        End::Clean,
        End::Reset,
        End::IdleTimeout,
        End::ClientGone,
    ])
}

fn outcome(options: GuardOptions, bytes: &[u8], sizes: &[usize], end: End) -> Outcome {
    drive(options, split(bytes, sizes), end).outcome
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn the_verdict_is_the_same_for_every_split(
        bytes in anything(), dialect in dialect(), end in end(), sizes in vec(1..40usize, 1..6),
    ) {
        let options = GuardOptions::new(dialect);
        let whole = outcome(options, &bytes, &[usize::MAX], end);
        prop_assert_eq!(&outcome(options, &bytes, &sizes, end), &whole, "split {:?}", sizes);
        prop_assert_eq!(&outcome(options, &bytes, &[1], end), &whole, "single bytes");
    }

    #[test]
    fn a_known_shape_changes_no_verdict(
        (dialect, bytes) in shaped(), end in end(), sizes in vec(1..300usize, 1..6),
    ) {
        let options = GuardOptions::new(dialect);
        let mut slow = options;
        slow.learn_shape = false;
        let plain = outcome(slow, &bytes, &[usize::MAX], end);
        for sizes in [&sizes[..], &[usize::MAX], &[1]] {
            prop_assert_eq!(&outcome(options, &bytes, sizes, end), &plain, "split {:?}", sizes);
        }
    }

    #[test]
    fn bytes_out_are_bytes_in_up_to_the_failure(
        bytes in anything(), dialect in dialect(), end in end(), sizes in vec(1..40usize, 1..6),
    ) {
        let run = drive(GuardOptions::new(dialect), split(&bytes, &sizes), end);
        let out = &run.outcome.forwarded;
        prop_assert!(bytes.starts_with(out));
        prop_assert_eq!(run.report.bytes_in, bytes.len() as u64);
        prop_assert_eq!(run.report.bytes_out, (out.len() + run.report.release.len()) as u64);
        // What neither passed nor failed is the torn tail, and nothing else.
        let failed = run.outcome.failure.as_ref().map_or(0, |failure| failure.event.len());
        if failed == 0 && run.report.release.is_empty() && run.outcome.failure.is_none() {
            prop_assert_eq!(run.report.bytes_torn as usize + out.len(), bytes.len());
        }
    }

    #[test]
    fn memory_is_bounded_and_the_limit_is_the_same_for_every_split(
        bytes in anything(), dialect in dialect(), sizes in vec(1..40usize, 1..6), cap in 1..80usize,
    ) {
        let mut options = GuardOptions::new(dialect);
        options.max_event = cap;
        let whole = outcome(options, &bytes, &[usize::MAX], End::Clean);
        prop_assert_eq!(&outcome(options, &bytes, &sizes, End::Clean), &whole);
        prop_assert_eq!(&outcome(options, &bytes, &[1], End::Clean), &whole);
    }
}

/// What is almost a byte order mark, cut anywhere, under any limit.
/// An upstream that turns out to send JSON lines, behind an event of another framing.
#[test]
fn events_are_counted_alike_where_the_framing_changes() {
    let bytes = b"event: ping\ndata: {\"type\": \"ping\"}\n\n\
        {\"model\":\"l\",\"message\":{\"content\":\"x\"},\"done\":false}\r\r\n";
    let options = GuardOptions::new(Dialect::Auto);
    let whole = outcome(options, bytes, &[usize::MAX], End::Clean);
    for size in 1..bytes.len() {
        assert_eq!(
            outcome(options, bytes, &[size], End::Clean),
            whole,
            "{size}"
        );
    }
}

#[test]
fn a_torn_byte_order_mark_is_the_same_for_every_split() {
    for dialect in DIALECTS {
        for text in ["\u{feff}", "\u{feff}\n", "\u{feff}["] {
            for length in 1..=text.len() {
                for end in [&b"\n"[..], b"", b"[]", b"x\n\n"] {
                    let bytes = Bytes::from([&text.as_bytes()[..length], end].concat());
                    for cap in 1..8 {
                        let mut options = GuardOptions::new(dialect);
                        options.max_event = cap;
                        let whole = outcome(options, &bytes, &[usize::MAX], End::Clean);
                        for sizes in [&[1][..], &[2], &[1, 2], &[2, 1], &[3]] {
                            let split = outcome(options, &bytes, sizes, End::Clean);
                            assert_eq!(split, whole, "{dialect:?} {bytes:?} {cap} {sizes:?}");
                        }
                    }
                }
            }
        }
    }
}
