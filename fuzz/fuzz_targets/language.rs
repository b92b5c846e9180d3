//! `Accept-Language`: see `tests/it/invariants/language.rs`.
#![no_main]

#[path = "../../tests/it/invariants/language.rs"]
mod language;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|header: &str| language::holds(header));
