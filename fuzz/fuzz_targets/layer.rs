//! A layer's file, TOML or JSON: see `tests/it/invariants/layer.rs`. Code that is generated from it
//! is Rust.
#![no_main]

#[path = "../../tests/it/invariants/layer.rs"]
mod layer;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: (bool, &[u8])| {
    let (json, bytes) = input;
    let name = if json { "l.json" } else { "l.toml" };
    layer::holds(name, bytes);
    if let Some(source) = std::str::from_utf8(bytes)
        .ok()
        .and_then(|text| layer::generated(name, text))
    {
        let parsed = syn::parse_file(&source);
        assert!(parsed.is_ok(), "{:?} in {source}", parsed.err());
    }
});
