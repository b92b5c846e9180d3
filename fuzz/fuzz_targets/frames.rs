//! AWS's event-stream frames: see `tests/it/invariants/frames.rs`.
#![no_main]

#[path = "../../tests/it/invariants/frames.rs"]
mod frames;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: &[u8]| {
    frames::any(input);
    // The same bytes as pieces of a stream that is whole: events, an exception's name, its payload.
    let mut parts = input.split(|byte| *byte == b'\n');
    let name = parts.next().and_then(|name| std::str::from_utf8(name).ok());
    let payload = parts.next().unwrap_or_default();
    let events: Vec<&[u8]> = parts.collect();
    if let Some(name) = name.filter(|name| !name.trim().is_empty() && name.len() < 1 << 16) {
        frames::exception(&events, name, payload);
    }
});
