//! Files: layers, catalog files of one category each, and translations.

use std::borrow::Cow;

use serde_json::Value;

use super::{lint, look, sorted};
use crate::catalog::source::LanguageFile;
use crate::catalog::{
    Catalog, Entry, ErrorCode, File, Layer, Problem, Problems, Resolved, blank, catalog_file,
    compile_entry, lenient,
};
use crate::protocol::Renderer;

/// Returns what is wrong or questionable in a file, as [`lint_files`].
pub fn lint_file(file: File<'_>) -> Vec<Problem> {
    lint_files(&[file])
}

/// Returns what is wrong or questionable in files: why they are refused, else what
/// [`lint`](super::lint) finds in the catalogs that they make.
///
/// A layer stands by itself, and so does a translation of the standard catalog (`language` and
/// `entries`). Files with the entries of a `category` are one catalog; an entry with a standard
/// key is looked at in the place of the standard one.
pub fn lint_files(files: &[File<'_>]) -> Vec<Problem> {
    let mut found = Vec::new();
    let mut parts = Vec::new();
    for file in files {
        let result = match file.value() {
            Err(problem) => Err(Problems(vec![problem])),
            Ok(value) if value.get("language").is_some() && value.get("entries").is_some() => {
                translation(*file, value)
            }
            Ok(value) if of_a_category(&value) => {
                parts.push(*file);
                continue;
            }
            Ok(_) => Layer::from_bytes(file.name, file.text.as_bytes()).and_then(layer),
        };
        found.extend(result.unwrap_or_else(|problems| problems.0));
    }
    if !parts.is_empty() {
        found.extend(entries(&parts).unwrap_or_else(|problems| problems.0));
    }
    sorted(found)
}

fn of_a_category(value: &Value) -> bool {
    let known = |name: &String| name == "category" || name == "entry";
    let fields = value.as_object();
    fields.is_some_and(|fields| fields.contains_key("category") && fields.keys().all(known))
}

fn layer(layer: Layer) -> Result<Vec<Problem>, Problems> {
    let renderer = Renderer::build(Catalog::builder().layer(layer))?;
    Ok(lint(&renderer))
}

fn translation(file: File<'_>, value: Value) -> Result<Vec<Problem>, Problems> {
    let mut found = Vec::new();
    let read: LanguageFile = lenient(value, None, &mut found);
    let mut texts = Layer {
        file: Some((file.name.to_owned(), file.text.to_owned())),
        problems: file.locate_all(found),
        ..Layer::default()
    };
    texts.source.name = Some(file.name.to_owned());
    let tag = read.language.unwrap_or_default();
    texts.source.text.insert(tag, read.entries);
    layer(texts)
}

/// Entries of the library's own files have standard keys: these are checked, and stand in for the
/// standard ones; the others are a layer.
fn entries(files: &[File<'_>]) -> Result<Vec<Problem>, Problems> {
    let mut layer = Layer::default();
    let mut standard: Vec<Entry> = Vec::new();
    for file in files {
        let read = catalog_file(*file, &mut layer.problems);
        let mut refused = Vec::new();
        for source in read.entry {
            let category = read.category.as_deref();
            let entry = compile_entry(source, blank(), category, &mut refused);
            match ErrorCode::from_key(&entry.key) {
                Some(_) => standard.push(entry),
                None => layer.entries.push(entry),
            }
        }
        layer.problems.extend(file.locate_all(refused));
    }
    // Own entries of files without a layer are at home in no domain yet.
    layer.source.domain = Some("example.com".to_owned());
    let renderer = Renderer::build(Catalog::builder().layer(layer))
        .map_err(|problems| Problems(located(files, problems.0)))?;
    let catalog = renderer.catalog();
    let stand_in = |entry: Entry| {
        let mut resolved = catalog.get(&entry.key)?.clone();
        resolved.entry = Cow::Owned(entry);
        Some(resolved)
    };
    let replaced: Vec<Resolved> = standard.into_iter().filter_map(stand_in).collect();
    let mut problems = look(catalog, &replaced);
    problems.extend(lint(&renderer));
    Ok(located(files, problems))
}

/// Finds the file of each entry, and the line in it.
fn located(files: &[File<'_>], mut problems: Vec<Problem>) -> Vec<Problem> {
    for problem in problems.iter_mut().filter(|problem| problem.file.is_none()) {
        let placed = files
            .iter()
            .flat_map(|file| file.locate_all(vec![problem.clone()]))
            .find(|placed| placed.line.is_some());
        if let Some(placed) = placed {
            *problem = placed;
        }
    }
    problems
}
