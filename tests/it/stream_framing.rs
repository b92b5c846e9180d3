//! The guard's framing beside an independent SSE parser.

use crate::stream_support::{cases, drive, split};
use bytes::Bytes;
use eventsource_stream::{Event, Eventsource};
use futures_util::{FutureExt, StreamExt, stream};
use proptest::collection::vec;
use proptest::prelude::*;
use wirefault::stream::{Dialect, End, GuardOptions};

/// What the other parser dispatches.
fn parse(bytes: &[u8]) -> Vec<Event> {
    // It waits to see whether a LF belongs to a last CR. One that does changes nothing.
    let lf: &[u8] = if bytes.ends_with(b"\r") { b"\n" } else { b"" };
    let chunk = Ok::<_, std::convert::Infallible>([bytes, lf].concat());
    let mut events = stream::iter([chunk]).eventsource();
    let mut parsed = Vec::new();
    while let Some(Some(event)) = events.next().now_or_never() {
        parsed.extend(event.ok());
    }
    parsed
}

/// Lines of an SSE stream that hold no error, in any order.
fn text() -> impl Strategy<Value = Bytes> {
    let line = prop_oneof![
        3 => Just("data: {\"choices\":[]}"),
        2 => Just("data: [DONE]"),
        2 => Just("data:two"),
        1 => Just("data"),
        1 => Just("event: name"),
        1 => Just(": comment"),
        1 => Just("id: 1"),
        6 => Just(""),
    ];
    let eol = prop::sample::select(vec!["\n", "\n", "\r\n", "\r"]);
    vec((line, eol), 0..24).prop_map(|lines| {
        Bytes::from(
            lines
                .iter()
                .map(|(line, eol)| format!("{line}{eol}"))
                .collect::<String>(),
        )
    })
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn every_piece_holds_whole_events_and_all_of_them_pass(
        text in text(), sizes in vec(1..30usize, 1..5),
    ) {
        let text = [&b"data: {\"choices\":[]}\n\n"[..], &text].concat();
        let run = drive(GuardOptions::new(Dialect::OpenAiChat), split(&text, &sizes), End::Reset);
        let piecewise: Vec<Event> = run.pieces.iter().flat_map(|piece| parse(piece)).collect();
        let whole = parse(&text);
        let strip = |events: Vec<Event>| -> Vec<(String, String)> {
            events.into_iter().map(|event| (event.event, event.data)).collect()
        };
        prop_assert_eq!(strip(piecewise), strip(whole));
    }
}
