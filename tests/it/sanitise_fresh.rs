//! The sanitiser's tables are those of its rows.

#![allow(clippy::unwrap_used)]

use std::path::Path;

#[test]
fn sanitise_tables_are_fresh() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let source = wirefault::codegen::sanitise_tables(&root.join("catalog/sanitise")).unwrap();
    let file = root.join("src/sanitise/generated.rs");
    if std::env::var_os("WIREFAULT_UPDATE").is_some() {
        std::fs::write(&file, &source).unwrap();
    }
    let committed = std::fs::read_to_string(&file).unwrap();
    assert!(
        committed == source,
        "src/sanitise/generated.rs is stale: run `WIREFAULT_UPDATE=1 cargo test --test it fresh`"
    );
}
