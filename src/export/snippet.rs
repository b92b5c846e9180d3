//! Tables inside of pages that people write.

use std::fmt::Write as _;

use super::Audience;
use super::collect;
use super::labels::Labels;
use super::markdown::table;
use super::model;
use crate::catalog::Category;
use crate::protocol::Renderer;

/// Why the tables of a page cannot be refreshed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {what}")]
pub struct SnippetError {
    line: usize,
    what: String,
}

/// Returns a page with every table between `<!-- errors:begin -->` and `<!-- errors:end -->`
/// written anew.
///
/// The first marker may name a category (`category=quota`) and the page to which the links lead
/// (`page=errors.md`). Markers in fenced code are left alone.
///
/// # Errors
///
/// A marker without its counterpart, and one that asks for what does not exist.
///
/// ```
/// use wirefault::{Renderer, export};
///
/// let page = "Limits:\n<!-- errors:begin category=rate_limit -->\n<!-- errors:end -->\n";
/// let fresh = export::refresh(page, Renderer::standard(), "en")?;
/// assert!(fresh.contains("`rate_limit_exceeded`"));
/// assert_eq!(export::refresh(&fresh, Renderer::standard(), "en")?, fresh);
/// # Ok::<(), export::SnippetError>(())
/// ```
pub fn refresh(page: &str, renderer: &Renderer, language: &str) -> Result<String, SnippetError> {
    let mut out = String::with_capacity(page.len());
    let mut open: Option<usize> = None;
    let mut fence: Option<&str> = None;
    for (at, line) in page.split_inclusive('\n').enumerate() {
        let wrong = |what: String| SnippetError { line: at + 1, what };
        let text = line.trim();
        fence = match (fence, fence_of(text)) {
            _ if open.is_some() => fence,
            (None, mark) => mark,
            (Some(begin), Some(end)) if end == begin => None,
            (begin, _) => begin,
        };
        let marker = text
            .strip_prefix("<!-- errors:")
            .and_then(|rest| rest.strip_suffix("-->"))
            .filter(|_| fence.is_none());
        let mut words = marker.unwrap_or_default().split_whitespace();
        match (words.next(), open) {
            (Some("begin"), None) => {
                out.push_str(line);
                rows(words, renderer, language, &mut out).map_err(wrong)?;
                open = Some(at + 1);
            }
            (Some("end"), Some(_)) => {
                out.push_str(line);
                open = None;
            }
            (Some("begin"), Some(begun)) => {
                return Err(wrong(format!("the table of line {begun} has no end yet")));
            }
            (Some("end"), None) => return Err(wrong("nothing has begun here".to_owned())),
            (Some(word), _) => {
                return Err(wrong(format!("`{word}` is neither `begin` nor `end`")));
            }
            (None, None) => out.push_str(line),
            (None, Some(_)) => {}
        }
    }
    match open {
        None => Ok(out),
        Some(line) => Err(SnippetError {
            line,
            what: "the table has no `<!-- errors:end -->`".to_owned(),
        }),
    }
}

fn rows<'m>(
    options: impl Iterator<Item = &'m str>,
    renderer: &Renderer,
    language: &str,
    out: &mut String,
) -> Result<(), String> {
    let (mut category, mut page) = (None, "");
    for option in options {
        match option.split_once('=') {
            Some(("category", word)) => category = Some(parse(word)?),
            Some(("page", address)) => page = address,
            _ => {
                return Err(format!(
                    "`{option}` is no option; write category=... or page=..."
                ));
            }
        }
    }
    let document = collect::document(renderer, Audience::Public, language);
    let labels = Labels::of(document.catalog.language);
    let wanted = |row: &&model::Row<'_>| category.is_none_or(|category| row.is(category));
    if !out.ends_with('\n') {
        let _ = writeln!(out);
    }
    let rows = document.entries.iter().filter(wanted);
    table(rows, labels, page, out).map_err(|error| error.to_string())
}

fn parse(word: &str) -> Result<Category, String> {
    use strum::VariantNames as _;
    word.parse().map_err(|_| {
        let known = Category::VARIANTS.join(", ");
        format!("there is no category `{word}`; there are {known}")
    })
}

fn fence_of(line: &str) -> Option<&'static str> {
    ["```", "~~~"]
        .into_iter()
        .find(|mark| line.starts_with(mark))
}
