//! Retry hints: see `tests/it/invariants/hints.rs`.
#![no_main]

#[path = "../../tests/it/invariants/hints.rs"]
mod hints;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: (u8, &str)| {
    let (at, value) = input;
    hints::any(usize::from(at), value);
    let fold = |sum: u64, byte| sum.wrapping_mul(31).wrapping_add(u64::from(byte));
    let number = value.bytes().fold(u64::from(at), fold);
    hints::exact(number);
});
