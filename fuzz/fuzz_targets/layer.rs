//! A layer's file, TOML or JSON: see `tests/it/invariants/layer.rs`. Code that is generated from it
//! is Rust.
#![no_main]

#[path = "../../tests/it/invariants/layer.rs"]
mod layer;

use std::collections::HashSet;

use libfuzzer_sys::fuzz_target;
use syn::{ImplItem, Item};

fuzz_target!(|input: (bool, &[u8])| {
    let (json, bytes) = input;
    let name = if json { "l.json" } else { "l.toml" };
    let accepted = layer::holds(name, bytes);
    let text = std::str::from_utf8(bytes).ok();
    // What is refused is not generated either, and without entries there is nothing to generate.
    let text = text.filter(|text| accepted && text.contains("entry"));
    if let Some(source) = text.and_then(|text| layer::generated(name, text)) {
        match syn::parse_file(&source) {
            Ok(file) => distinct(&file.items),
            Err(error) => panic!("{error} in {source}"),
        }
    }
});

/// Names are given once: types in a module, variants in an enum, methods in a type.
fn distinct(items: &[Item]) {
    let mut types = HashSet::new();
    for item in items {
        match item {
            Item::Enum(one) => {
                assert!(types.insert(&one.ident), "{}", one.ident);
                let mut names = HashSet::new();
                assert!(
                    one.variants
                        .iter()
                        .all(|variant| names.insert(&variant.ident))
                );
            }
            Item::Struct(one) => assert!(types.insert(&one.ident), "{}", one.ident),
            Item::Impl(one) => {
                let methods = one.items.iter().filter_map(|item| match item {
                    ImplItem::Fn(method) => Some(&method.sig.ident),
                    _ => None,
                });
                let mut names = HashSet::new();
                methods.for_each(|name| assert!(names.insert(name), "{name}"));
            }
            Item::Mod(one) => one.content.iter().for_each(|(_, items)| distinct(items)),
            _ => {}
        }
    }
}
