//! The codes as constants of other languages.
//!
//! Codes are those of the gateway's own envelope, and open: clients must expect codes that they
//! do not know. Every file holds a line for each entry in the order of the catalog.

mod go;
mod python;
mod typescript;

use std::collections::BTreeSet;

use super::Audience;
use super::collect;
use super::model::Document;
use crate::protocol::Renderer;

/// Returns a TypeScript module: an object of all errors by key, and an open union of their codes.
///
/// ```
/// use wirefault::{Renderer, export};
///
/// let module = export::typescript(Renderer::standard());
/// assert!(module.contains("export type ErrorCode = KnownErrorCode | (string & {});"));
/// ```
pub fn typescript(renderer: &Renderer) -> String {
    written(typescript::write, renderer)
}

/// Returns a Python module: a constant for each code, their `Literal`, and frozen metadata.
///
/// ```
/// use wirefault::{Renderer, export};
///
/// let module = export::python(Renderer::standard());
/// assert!(module.contains("MODEL_NOT_FOUND: Final = \"model_not_found\""));
/// ```
pub fn python(renderer: &Renderer) -> String {
    written(python::write, renderer)
}

/// Returns a Go file of the package `errorcodes`: an open string type, a constant for each code,
/// and their metadata.
///
/// ```
/// use wirefault::{Renderer, export};
///
/// let file = export::go(Renderer::standard());
/// assert!(file.contains("\tCodeModelNotFound Code = \"model_not_found\"\n"));
/// ```
pub fn go(renderer: &Renderer) -> String {
    written(go::write, renderer)
}

type Write = fn(&Document<'_>, &mut String) -> std::fmt::Result;

fn written(write: Write, renderer: &Renderer) -> String {
    let document = collect::document(renderer, Audience::Public, "en");
    let mut out = String::with_capacity(1 << 16);
    // Writing to a String cannot fail.
    let _ = write(&document, &mut out);
    out
}

/// Returns text as a string literal. What JSON writes, all three languages read alike.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

/// Returns what stands in for text that may not be there.
fn or(text: Option<&str>, absent: &str) -> String {
    text.map_or_else(|| absent.to_owned(), quoted)
}

/// Returns the wire codes, each once.
fn codes<'d>(document: &'d Document<'_>) -> Vec<&'d str> {
    let mut seen = BTreeSet::new();
    let codes = document
        .entries
        .iter()
        .filter_map(|row| row.code.as_deref());
    codes.filter(|code| seen.insert(*code)).collect()
}

/// Returns a line about the origin of the file, without anything that could end a comment.
fn origin(document: &Document<'_>) -> String {
    let head = &document.catalog;
    let text = format!("Error codes of {} {}.", head.name, head.version);
    text.replace(char::is_control, " ")
        .replace("*/", "* /")
        .replace("\"\"\"", "'''")
}
