//! Error bodies read back: see `tests/it/invariants/parse.rs`.
#![no_main]

#[path = "../../tests/it/invariants/parse.rs"]
mod parse;

use libfuzzer_sys::fuzz_target;
use wirefault::Protocol;

fuzz_target!(|input: (u8, &[u8])| {
    let (at, bytes) = input;
    let protocol = Protocol::ALL[usize::from(at) % Protocol::ALL.len()];
    parse::any(protocol, bytes);
    parse::round(usize::from(at), &String::from_utf8_lossy(bytes));
});
