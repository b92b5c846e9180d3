//! Files, each by itself: a layer, a catalog file of one category, or a translation.

use std::borrow::Cow;

use serde_json::Value;

use super::{lint, look, sorted};
use crate::catalog::source::LanguageFile;
use crate::catalog::{
    Catalog, Entry, ErrorCode, File, Layer, Problem, Problems, Resolved, blank, catalog_file,
    compile_entry, lenient,
};
use crate::protocol::Renderer;

/// Returns what is wrong or questionable in a file: why it is refused, else what
/// [`lint`](super::lint) finds in the catalog that it makes.
///
/// The file is a layer; or entries of one `category`, where those with a standard key are looked
/// at in the place of the standard ones; or a translation with `language` and `entries`.
pub fn lint_file(file: File<'_>) -> Vec<Problem> {
    let value = match file.value() {
        Ok(value) => value,
        Err(problem) => return vec![problem],
    };
    let has = |field: &str| value.get(field).is_some();
    let result = if has("language") && has("entries") {
        translation(file, value)
    } else if value.as_object().is_some_and(of_a_category) {
        entries(file)
    } else {
        Layer::from_bytes(file.name, file.text.as_bytes()).and_then(layer)
    };
    result.unwrap_or_else(|problems| problems.0)
}

fn of_a_category(fields: &serde_json::Map<String, Value>) -> bool {
    fields.contains_key("category")
        && fields
            .keys()
            .all(|name| name == "category" || name == "entry")
}

fn layer(layer: Layer) -> Result<Vec<Problem>, Problems> {
    let renderer = Renderer::build(Catalog::builder().layer(layer))?;
    Ok(lint(&renderer))
}

fn translation(file: File<'_>, value: Value) -> Result<Vec<Problem>, Problems> {
    let mut found = Vec::new();
    let read: LanguageFile = lenient(value, None, &mut found);
    let mut texts = placed(file);
    texts.source.name = Some(file.name.to_owned());
    texts
        .source
        .text
        .insert(read.language.unwrap_or_default(), read.entries);
    texts.problems = file.locate_all(found);
    layer(texts)
}

/// Entries of the library's own files have standard keys: these are checked, and stand in for the
/// standard ones; the others are a layer.
fn entries(file: File<'_>) -> Result<Vec<Problem>, Problems> {
    let mut found = Vec::new();
    let read = catalog_file(file, &mut found);
    let mut compiled: Vec<Entry> = Vec::new();
    let mut refused = Vec::new();
    for source in read.entry {
        let category = read.category.as_deref();
        compiled.push(compile_entry(source, blank(), category, &mut refused));
    }
    found.extend(file.locate_all(refused));
    let (standard, own): (Vec<Entry>, Vec<Entry>) = compiled
        .into_iter()
        .partition(|entry| ErrorCode::from_key(&entry.key).is_some());
    let mut layer = placed(file);
    layer.entries = own;
    layer.problems = found;
    // Own entries of a file without a layer are at home in no domain yet.
    layer.source.domain = Some("example.com".to_owned());
    let renderer = Renderer::build(Catalog::builder().layer(layer))?;
    let catalog = renderer.catalog();
    let replaced: Vec<Resolved> = standard
        .into_iter()
        .filter_map(|entry| {
            let mut resolved = catalog.get(&entry.key)?.clone();
            resolved.entry = Cow::Owned(entry);
            Some(resolved)
        })
        .collect();
    let mut problems = file.locate_all(look(catalog, &replaced));
    problems.extend(lint(&renderer));
    Ok(sorted(problems))
}

/// Returns an empty layer that finds the lines of its problems in a file.
fn placed(file: File<'_>) -> Layer {
    Layer {
        file: Some((file.name.to_owned(), file.text.to_owned())),
        ..Layer::default()
    }
}
