//! Input that nobody should send.

#![allow(clippy::expect_used)]

use crate::stream_support::{drive, run, split};
use bytes::Bytes;
use wirefault::stream::{Dialect, End, Ending, Guard, GuardOptions, Step};

const CHUNK: &str = "data: {\"choices\":[{\"delta\":{\"content\":\"Hi\"}}]}\n\n";

#[test]
fn an_event_beyond_the_limit_ends_the_stream_and_frees_its_memory() {
    let mut options = GuardOptions::new(Dialect::OpenAiChat);
    options.max_event = 1 << 20;
    let mut guard = Guard::new(options);
    assert!(matches!(guard.push(CHUNK.into()), Step::Pass(_)));
    assert!(matches!(guard.push("data: \"".into()), Step::Wait));
    let block = Bytes::from(vec![b'a'; 64 << 10]);
    let (mut failed, mut pushed) = (None, 0);
    while failed.is_none() && pushed < 100 << 20 {
        pushed += block.len();
        failed = guard.push(block.clone()).into_parts().1;
    }
    assert_eq!(failed.expect("too large").ending, Ending::TooLarge);
    assert!(pushed <= 2 << 20, "noticed after {pushed} bytes");
    assert!(!guard.holds_tail());
    let report = guard.finish(End::Clean);
    assert_eq!(
        report.ending.suggested_key(),
        Some("upstream_event_too_large")
    );
}

#[test]
fn a_large_event_within_the_limit_passes_in_pieces_and_whole() {
    let text = format!(
        "{CHUNK}data: {{\"choices\":[\"{}\"]}}\n\ndata: [DONE]\n\n",
        "a".repeat(3 << 20)
    );
    for size in [1 << 12, 1 << 16, usize::MAX] {
        let run = drive(
            GuardOptions::new(Dialect::OpenAiChat),
            split(text.as_bytes(), &[size]),
            End::Clean,
        );
        assert_eq!(
            (run.outcome.ending, run.outcome.forwarded.len()),
            (Ending::Complete, text.len())
        );
    }
}

#[test]
fn newlines_pass_and_hold_no_memory() {
    let mut guard = Guard::new(GuardOptions::new(Dialect::OpenAiChat));
    assert!(matches!(guard.push(CHUNK.into()), Step::Pass(_)));
    for _ in 0..1000 {
        let (parts, failure) = guard.push(Bytes::from_static(&[b'\n'; 4096])).into_parts();
        assert_eq!(parts.map(|part| part.len()).sum::<usize>(), 4096);
        assert!(failure.is_none() && !guard.holds_tail());
    }
}

#[test]
fn bytes_that_are_no_text_pass_unchanged() {
    let text = [
        CHUNK.as_bytes(),
        b"data: \xFF\xFE\0\0 {\"a\":\"\xC3\"}\n\n",
        b"\0\0\n\n",
        CHUNK.as_bytes(),
    ]
    .concat();
    for size in [1, 3, 1000] {
        let run = drive(
            GuardOptions::new(Dialect::OpenAiChat),
            split(&text, &[size]),
            End::Clean,
        );
        assert_eq!(run.outcome.forwarded, text);
    }
}

#[test]
fn an_error_event_that_is_itself_malformed_is_still_one() {
    for bad in [
        "data: {\"error\":{\"message\":\"cut\n\n",
        "data: {\"error\":[[[[[{\n\n",
        "event: error\ndata: {]\n\n",
        "event: error\ndata: \0\n\n",
        "data: {\"error\": tru\n\n\ndata: {\"error\":\"x\"}\n\n",
    ] {
        let text = format!("{CHUNK}{bad}");
        let run = run(Dialect::OpenAiChat, text.as_bytes(), End::Clean);
        assert_eq!(run.outcome.ending, Ending::ErrorEvent, "{bad}");
    }
}

#[test]
fn a_deeply_nested_event_costs_no_stack() {
    let deep = format!("{CHUNK}data: {{\"error\":{}1\n\n", "[".repeat(1 << 20));
    let run = run(Dialect::OpenAiChat, deep.as_bytes(), End::Clean);
    assert_eq!(run.outcome.ending, Ending::ErrorEvent);
}

#[test]
fn a_million_tiny_chunks_pass_with_few_allocations() {
    let text = CHUNK.repeat((1 << 20) / CHUNK.len());
    let text: &'static [u8] = text.into_bytes().leak();
    let mut guard = Guard::new(GuardOptions::new(Dialect::OpenAiChat));
    let mut passed = 0;
    let counted = allocation_counter::measure(|| {
        for byte in text.chunks(1) {
            let (parts, _) = guard.push(Bytes::from_static(byte)).into_parts();
            passed += parts.map(|part| part.len()).sum::<usize>();
        }
    });
    assert_eq!(passed, text.len());
    assert!(counted.count_total < 30, "{counted:?}");
}

#[test]
fn clean_chunks_of_whole_events_cost_no_allocation() {
    for size in [1, 40] {
        let chunk = Bytes::from(CHUNK.repeat(size).into_bytes().leak() as &'static [u8]);
        let mut guard = Guard::new(GuardOptions::new(Dialect::OpenAiChat));
        // It knows the stream's shape after a few events.
        for _ in 0..4 {
            let _ = guard.push(chunk.clone());
        }
        let counted = allocation_counter::measure(|| {
            for _ in 0..1000 {
                assert!(matches!(guard.push(chunk.clone()), Step::Pass(_)));
            }
        });
        assert_eq!(counted.count_total, 0);
    }
}

#[test]
fn a_frame_that_lies_about_its_length_is_named() {
    let short = run(Dialect::Bedrock, &[0, 0, 0, 2, 0, 0, 0, 0], End::Clean);
    assert_eq!(short.outcome.ending, Ending::Malformed);
    let long = run(
        Dialect::Bedrock,
        &[0, 0xFF, 0xFF, 0xFF, 0, 0, 0, 0],
        End::Clean,
    );
    assert_eq!(long.outcome.ending, Ending::Torn);
    let huge = run(
        Dialect::Bedrock,
        &[9, 0xFF, 0xFF, 0xFF, 0, 0, 0, 0],
        End::Clean,
    );
    assert_eq!(huge.outcome.ending, Ending::TooLarge);
}
