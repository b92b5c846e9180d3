//! Committed generated files equal what the generator makes of the catalog now.

use std::fs;
use std::path::{Path, PathBuf};

use wirefault::catalog::File;
use wirefault::codegen;

/// Compares a generated file with what is committed, or rewrites it.
pub(crate) fn fresh(path: &str, wanted: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    let committed = fs::read_to_string(&path).unwrap_or_default();
    if committed == wanted {
        return;
    }
    if std::env::var_os("WIREFAULT_UPDATE").is_some() {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, wanted).unwrap();
        return;
    }
    panic!(
        "{} is stale: run `WIREFAULT_UPDATE=1 cargo test --test it fresh` and commit the result",
        path.display()
    );
}

/// Reads the files of a folder, sorted by name.
pub(crate) fn folder(folder: &str) -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let mut paths: Vec<PathBuf> = match fs::read_dir(&root) {
        Ok(entries) => entries.map(|entry| entry.unwrap().path()).collect(),
        Err(_) => Vec::new(),
    };
    paths.sort();
    let toml = |path: &PathBuf| path.extension().is_some_and(|ending| ending == "toml");
    paths
        .into_iter()
        .filter(toml)
        .map(|path| {
            let name = format!("{folder}/{}", path.file_name().unwrap().to_string_lossy());
            (name, fs::read_to_string(path).unwrap())
        })
        .collect()
}

/// Lends files to the generator.
pub(crate) fn files(texts: &[(String, String)]) -> Vec<File<'_>> {
    texts
        .iter()
        .map(|(name, text)| File { name, text })
        .collect()
}

#[test]
fn standard_catalog() {
    let (errors, languages) = (folder("catalog/errors"), folder("catalog/languages"));
    let generated = codegen::standard(&files(&errors), &files(&languages))
        .unwrap_or_else(|problems| panic!("{problems}"));
    fresh("src/catalog/generated.rs", &generated.catalog);
    fresh("src/error/generated.rs", &generated.errors);
}

#[test]
fn upstream_mapping() {
    let path = "catalog/upstream/mapping.toml";
    let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap();
    let generated = codegen::mapping(File {
        name: path,
        text: &text,
    })
    .unwrap_or_else(|problems| panic!("{problems}"));
    fresh("src/upstream/mapping_rows.rs", &generated);
}

#[test]
fn upstream_waits() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("catalog/upstream/waits.toml");
    let generated = codegen::waits(&fs::read_to_string(path).unwrap()).unwrap();
    fresh("src/upstream/wait_rows.rs", &generated);
}

#[test]
fn upstream_names_that_nobody_knows() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("catalog/upstream/unknown.toml");
    let generated = codegen::unknown(&fs::read_to_string(path).unwrap()).unwrap();
    fresh("src/provider/unknown_rows.rs", &generated);
}

#[test]
fn upstream_figures() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("catalog/upstream/figures.toml");
    let generated = codegen::figures(&fs::read_to_string(path).unwrap()).unwrap();
    fresh("src/upstream/figure_rows.rs", &generated);
}
