//! The stream guard beside what gateways do today, and beside copying the bytes.
//!
//! A case is a stream of four megabytes, the same half megabyte again and again, so that its
//! bytes are as warm as those that just came out of a socket. `sse-stream` only splits; it looks
//! for no error.
//!
//! What limits the guard: it has to compare every byte with a learned shape or search it, so it
//! cannot be as fast as a copy. Of 13 ns for an OpenAI event of 292 bytes (a copy takes 2 to 6),
//! about 5 compare the fixed bytes, about 3 find the text's end, about 3 are branches guessed
//! wrong because texts differ in length, and the rest is bookkeeping. Gemini pays for three values
//! that differ instead of one. Searching for `error` and for escapes takes 8 ns a pass for such an
//! event, so two passes are no faster; for events of half the length they are.

#![allow(clippy::expect_used)]

mod harness;

use std::convert::Infallible;
use std::hint::black_box;

use bytes::Bytes;
use eventsource_stream::Eventsource;
use futures_util::{FutureExt, Stream, StreamExt, stream};
use harness::{Bench, contender};
use serde::Deserialize;
use serde_json::value::RawValue;
use wirefault::stream::{Dialect, End, Guard, GuardOptions};

/// Makes one event.
type Make = fn(&mut Dice) -> String;

/// How long the part of a stream is that repeats.
const LENGTH: usize = 512 << 10;

/// How often a stream repeats it.
const TIMES: usize = 8;

/// How long a stream is that comes byte by byte.
const SHORT: usize = 32 << 10;

/// A pseudo-random sequence, the same in every run (xorshift).
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % sides
    }

    /// A token as models send them, JSON-escaped.
    fn token(&mut self) -> String {
        const WORDS: &[&str] = &[
            " the",
            " stream",
            " of",
            " tokens",
            ",",
            ".",
            "\\n",
            " error",
            " and",
            " \\\"quoted\\\"",
            " `code`",
            "\\n\\n",
            " 你好",
            " function",
            "(",
            ")",
            " {",
            "}",
            " is",
            " retry",
            " 42",
            "é",
            " status",
            "ing",
            " a",
            " international",
            "\\t",
            " =>",
            " null",
            " result",
        ];
        let many = 1 + self.roll(3);
        (0..many)
            .map(|_| WORDS[self.roll(WORDS.len() as u64) as usize])
            .collect()
    }
}

fn openai(dice: &mut Dice) -> String {
    let token = dice.token();
    format!(
        "data: {{\"id\":\"chatcmpl-AbCdEfGhIjKlMnOpQrStUvWxYz012\",\"object\":\"chat.completion.chunk\",\"created\":1740000000,\"model\":\"gpt-4o-2024-08-06\",\"service_tier\":\"default\",\"system_fingerprint\":\"fp_0123456789\",\"choices\":[{{\"index\":0,\"delta\":{{\"content\":\"{token}\"}},\"logprobs\":null,\"finish_reason\":null}}]}}\n\n"
    )
}

fn error_null(dice: &mut Dice) -> String {
    openai(dice)
        .replace("\"choices\":", "\"error\":null,\"choices\":")
        .replace("\"content\":\"", "\"content\":\"\\\"error\\\": {}")
}

fn anthropic(dice: &mut Dice) -> String {
    let token = dice.token();
    format!(
        "event: content_block_delta\ndata: {{\"type\":\"content_block_delta\",\"index\":0,\"delta\":{{\"type\":\"text_delta\",\"text\":\"{token}\"}}}}\n\n"
    )
}

fn gemini(dice: &mut Dice) -> String {
    let (token, count) = (dice.token(), dice.roll(900));
    format!(
        "data: {{\"candidates\": [{{\"content\": {{\"parts\": [{{\"text\": \"{token}\"}}],\"role\": \"model\"}},\"index\": 0}}],\"usageMetadata\": {{\"promptTokenCount\": 10,\"candidatesTokenCount\": {count},\"totalTokenCount\": {},\"promptTokensDetails\": [{{\"modality\": \"TEXT\",\"tokenCount\": 10}}]}},\"modelVersion\": \"gemini-2.5-flash\",\"responseId\": \"aBcDeFgHiJkLmNoP\"}}\n\n",
        count + 10
    )
}

/// What starts and ends a stream of a dialect.
const FRAMES: [(Dialect, &str, &str); 3] = [
    (Dialect::OpenAiChat, "", "data: [DONE]\n\n"),
    (
        Dialect::Anthropic,
        "event: message_start\ndata: {\"type\":\"message_start\",\"message\":{\"id\":\"msg_1\",\"model\":\"c\"}}\n\n",
        "event: message_stop\ndata: {\"type\":\"message_stop\"}\n\n",
    ),
    (
        Dialect::GeminiSse,
        "",
        "data: {\"candidates\": [{\"finishReason\": \"STOP\"}]}\n\n",
    ),
];

/// The events that a stream repeats.
fn events(make: Make, length: usize) -> Vec<String> {
    let mut dice = Dice(0x9E37_79B9_7F4A_7C15);
    let (mut events, mut total) = (Vec::new(), 0);
    while total < length {
        let event = make(&mut dice);
        total += event.len();
        events.push(event);
    }
    events
}

/// Makes a stream and cuts it; size 0 means one event per chunk.
fn chunks(dialect: Dialect, events: &[String], size: usize, times: usize) -> Vec<Bytes> {
    let whole: &'static [u8] = events.concat().into_bytes().leak();
    let mut rest = whole;
    let mut next = events.iter();
    let mut part = Vec::new();
    while !rest.is_empty() {
        let length = match size {
            0 => next.next().map_or(0, String::len),
            _ => size,
        };
        let (chunk, behind) = rest.split_at(length.min(rest.len()));
        part.push(Bytes::from_static(chunk));
        rest = behind;
    }
    let row = FRAMES.into_iter().find(|row| row.0 == dialect);
    let (_, first, last) = row.expect("a framed dialect");
    let mut chunks = vec![Bytes::from_static(first.as_bytes())];
    chunks.extend(vec![part; times].concat());
    chunks.push(Bytes::from_static(last.as_bytes()));
    chunks.retain(|chunk| !chunk.is_empty());
    chunks
}

fn guard(dialect: Dialect, chunks: &[Bytes]) -> bool {
    let mut guard = Guard::new(GuardOptions::new(dialect));
    for chunk in chunks {
        if guard.passes(chunk) {
            black_box(chunk);
        } else {
            black_box(&guard.push(chunk.clone()));
        }
    }
    let report = guard.finish(End::Clean);
    assert!(report.terminated, "{report:?}");
    report.terminated
}

fn copy(chunks: &[Bytes], into: &mut [u8]) {
    for chunk in chunks {
        into[..chunk.len()].copy_from_slice(chunk);
        black_box(&into);
    }
}

fn source(chunks: &[Bytes]) -> impl Stream<Item = Result<Bytes, Infallible>> + Unpin + '_ {
    stream::iter(chunks.iter().cloned().map(Ok))
}

/// Runs a stream to its end; it never waits.
fn drain<T>(mut stream: impl Stream<Item = T> + Unpin, mut take: impl FnMut(T)) {
    while let Some(Some(item)) = stream.next().now_or_never() {
        take(item);
    }
}

/// What gateways do.
fn value(chunks: &[Bytes]) -> usize {
    let mut errors = 0;
    drain(source(chunks).eventsource(), |event| {
        let event = event.expect("a valid stream");
        if let Ok(value) = serde_json::from_str::<serde_json::Value>(&event.data) {
            errors += usize::from(value.get("error").is_some_and(|error| !error.is_null()));
        }
    });
    errors
}

#[derive(Deserialize)]
struct Probe<'a> {
    #[serde(borrow)]
    error: Option<&'a RawValue>,
}

fn derive(chunks: &[Bytes]) -> usize {
    let mut errors = 0;
    drain(sseer::EventStream::new(source(chunks)), |event| {
        let event = event.expect("a valid stream");
        if let Ok(probe) = serde_json::from_str::<Probe<'_>>(&event.data) {
            errors += usize::from(probe.error.is_some());
        }
    });
    errors
}

fn split(chunks: &[Bytes]) -> usize {
    let mut count = 0;
    drain(sse_stream::SseByteStream::new(source(chunks)), |event| {
        count += usize::from(black_box(event).is_ok());
    });
    count
}

fn case(bench: &mut Bench, name: &str, dialect: Dialect, make: Make, size: usize) {
    let (length, times) = if size == 1 {
        (SHORT, 1)
    } else {
        (LENGTH, TIMES)
    };
    let events = events(make, length);
    let chunks = chunks(dialect, &events, size, times);
    let longest = chunks.iter().map(Bytes::len).max().unwrap_or(0);
    let mut buffer = vec![0; longest];
    let contenders = &mut [
        contender("wirefault", || guard(dialect, &chunks)),
        contender("eventsource-stream+value", || value(&chunks)),
        contender("sseer+derive", || derive(&chunks)),
        contender("sse-stream", || split(&chunks)),
        contender("limit", || copy(&chunks, &mut buffer)),
    ];
    bench.bulk(name, "event", events.len() * times, contenders);
}

fn main() {
    let mut bench = Bench::new("guard");
    let rows: [(&str, Dialect, Make); 3] = [
        ("openai", Dialect::OpenAiChat, openai),
        ("anthropic", Dialect::Anthropic, anthropic),
        ("gemini", Dialect::GeminiSse, gemini),
    ];
    for (name, dialect, make) in rows {
        for (cut, size) in [("event", 0), ("16k", 16 << 10), ("128", 128), ("1", 1)] {
            case(&mut bench, &format!("{name}/{cut}"), dialect, make, size);
        }
    }
    case(
        &mut bench,
        "openai/error-null",
        Dialect::OpenAiChat,
        error_null,
        0,
    );
    bench.finish();
}
