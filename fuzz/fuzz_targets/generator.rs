//! The catalog's own data files, in all their kinds: problems, or Rust.
#![no_main]

use libfuzzer_sys::fuzz_target;
use wirefault::catalog::File;
use wirefault::codegen;

fuzz_target!(|input: (u8, &str)| {
    let (kind, text) = input;
    let file = File {
        name: "f.toml",
        text,
    };
    let rust = |source: &str| {
        let parsed = syn::parse_file(source);
        assert!(parsed.is_ok(), "{:?} in {source}", parsed.err());
    };
    match kind % 5 {
        0 => {
            let _ = codegen::standard(&[file], &[]);
        }
        1 => {
            let _ = codegen::standard(&[], &[file]);
        }
        2 => codegen::mapping(file)
            .iter()
            .for_each(|source| rust(source)),
        3 => codegen::reserved(file)
            .iter()
            .for_each(|source| rust(source)),
        _ => {
            // Its conditions become names as they are: the compiler refuses those that are none.
            let read = codegen::rules::parse([("f.toml", text)]);
            let _ = read.map(|rules| codegen::rules::generate(&rules));
        }
    }
});
