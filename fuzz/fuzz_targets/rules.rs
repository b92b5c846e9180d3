//! Pass-through rules from JSON, and after a line end the upstream's body: see
//! `tests/it/invariants/rules.rs`.
#![no_main]

#[path = "../../tests/it/invariants/rules.rs"]
mod rules;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: &[u8]| {
    let end = input.iter().position(|byte| *byte == b'\n');
    let (written, body) = input.split_at(end.unwrap_or(input.len()));
    for status in [None, Some(400), Some(503)] {
        rules::holds(written, status, body);
    }
});
