//! A stream from the gate to its last byte: see `tests/it/invariants/deliver.rs`.
#![no_main]

#[path = "../../tests/it/invariants/deliver.rs"]
mod deliver;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: (u8, u8, u8, u8, &[u8])| {
    let (dialect, end, patience, size, bytes) = input;
    deliver::holds(deliver::Case {
        dialect,
        end,
        patience,
        size,
        bytes,
    });
});
