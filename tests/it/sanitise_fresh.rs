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

#[test]
fn a_blank_where_single_words_are_compared_is_refused() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("catalog/sanitise");
    for (file, list) in [
        ("cues.toml", "machinery"),
        ("cues.toml", "pair"),
        ("names.toml", "plan"),
    ] {
        let dir = std::env::temp_dir().join(format!("wirefault-{list}-{}", std::process::id()));
        std::fs::create_dir_all(&dir).unwrap();
        for entry in std::fs::read_dir(&root).unwrap() {
            let path = entry.unwrap().path();
            std::fs::copy(&path, dir.join(path.file_name().unwrap())).unwrap();
        }
        let path = dir.join(file);
        let text = std::fs::read_to_string(&path).unwrap();
        let begin = format!("\n{list} = [");
        assert!(text.contains(&begin), "{list}");
        let text = text.replace(&begin, &format!("{begin}\"two words\", "));
        std::fs::write(&path, text).unwrap();
        let error = wirefault::codegen::sanitise_tables(&dir).unwrap_err();
        std::fs::remove_dir_all(&dir).unwrap();
        let wanted = format!("{file}: {list}: \"two words\" holds a blank");
        assert!(error.to_string().starts_with(&wanted), "{error}");
    }
}
