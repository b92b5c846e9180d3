//! Any text inside a JSON string: see `tests/it/invariants/escape.rs`.
#![no_main]

#[path = "../../tests/it/invariants/escape.rs"]
mod escape;
#[path = "../../tests/it/invariants/whole.rs"]
mod whole;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: (u8, &str)| escape::holds(usize::from(input.0), input.1));
