//! AWS's event-stream frames, to the reader and to the guard.

use bytes::Bytes;
use wirefault::stream::{Dialect, End, Ending, Guard, GuardOptions};
use wirefault::upstream::{Answer, BODY_CAP, classify, read};

/// Any bytes: no panic, and what is read fits together.
pub(crate) fn any(bytes: &[u8]) {
    let answer = answer(bytes);
    let facts = read(&answer);
    let found = classify(&answer, &facts);
    assert_eq!(found.condition.is_some(), facts.is_error);
    let mut guard = Guard::new(GuardOptions::new(Dialect::Bedrock));
    let (parts, _) = guard.push(Bytes::copy_from_slice(bytes)).into_parts();
    assert!(bytes.starts_with(&parts.collect::<Vec<_>>().concat()));
    let _ = guard.finish(End::Clean);
}

/// An exception behind good frames: both see it, and the guard lets nothing else through.
pub(crate) fn exception(events: &[&[u8]], name: &str, payload: &[u8]) {
    let event = |payload: &&[u8]| {
        let headers = [(":event-type", "chunk"), (":message-type", "event")];
        // As Bedrock wraps them; a bare payload may be an error of its own.
        let hex: String = payload.iter().map(|byte| format!("{byte:02x}")).collect();
        frame(&headers, format!(r#"{{"bytes":"{hex}"}}"#).as_bytes())
    };
    let good: Vec<u8> = events.iter().flat_map(event).collect();
    let headers = [(":exception-type", name), (":message-type", "exception")];
    let whole = [good.as_slice(), &frame(&headers, payload)].concat();
    assert!(read(&answer(&whole)).is_error || whole.len() > BODY_CAP);
    any(&whole);
    let mut guard = Guard::new(GuardOptions::new(Dialect::Bedrock));
    let (mut passed, mut failure) = (Vec::new(), None);
    for chunk in whole.chunks(7) {
        let (parts, failed) = guard.push(Bytes::copy_from_slice(chunk)).into_parts();
        parts.for_each(|part| passed.extend_from_slice(&part));
        failure = failure.or(failed);
    }
    let Some(failure) = failure else {
        panic!("the guard missed {name:?}");
    };
    assert_eq!(failure.ending, Ending::ErrorEvent);
    assert_eq!(failure.name, name.as_bytes());
    // Bedrock's wrapping is undone, wherever it is met.
    if !payload.windows(7).any(|part| part == b"\"bytes\"") {
        assert_eq!(failure.payload, payload);
    }
    assert_eq!(passed, good);
}

fn answer(bytes: &[u8]) -> Answer<'_> {
    Answer {
        provider: Some("bedrock"),
        stream: true,
        ..Answer::new(bytes)
    }
}

/// A frame as AWS sends them.
pub(crate) fn frame(headers: &[(&str, &str)], payload: &[u8]) -> Vec<u8> {
    let mut block = Vec::new();
    for (name, value) in headers {
        block.push(name.len() as u8);
        block.extend_from_slice(name.as_bytes());
        block.push(7);
        block.extend_from_slice(&(value.len() as u16).to_be_bytes());
        block.extend_from_slice(value.as_bytes());
    }
    let mut out = Vec::new();
    out.extend_from_slice(&((block.len() + payload.len() + 16) as u32).to_be_bytes());
    out.extend_from_slice(&(block.len() as u32).to_be_bytes());
    out.extend_from_slice(&[0; 4]);
    out.extend_from_slice(&block);
    out.extend_from_slice(payload);
    out.extend_from_slice(&[0; 4]);
    out
}
