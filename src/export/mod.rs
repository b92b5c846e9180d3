//! The catalog for others: as JSON, pages, schemas and constants of other languages.
//!
//! Everything here reads a [`Renderer`], so that codes, types, addresses and sample bodies are
//! exactly what its gateway sends. The results are whole documents; their order is that of the
//! catalog, and the same catalog always gives the same bytes.
//!
//! ```
//! use wirefault::Renderer;
//! use wirefault::export::{self, Audience};
//!
//! let json = export::json(Renderer::standard(), Audience::Public, "en");
//! assert!(json.starts_with(r#"{"entries":[{"code":"#));
//! let page = export::html(Renderer::standard(), "de");
//! assert!(page.contains(r#"<html lang="de">"#));
//! ```

mod collect;
mod constants;
mod etag;
mod html;
mod infer;
mod labels;
mod markdown;
mod model;
mod openapi;
mod sample;
#[cfg(feature = "schema")]
pub mod schema;
mod snippet;

use crate::catalog::{Catalog, LanguagePolicy, LookupError};
use crate::protocol::Renderer;

pub use self::constants::{go, python, typescript};
pub use self::etag::{etag, is_current};
pub use self::html::html;
pub use self::markdown::markdown;
pub use self::openapi::openapi;
pub use self::snippet::{SnippetError, refresh};

/// Who reads an export.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, strum::Display, strum::EnumString)]
#[strum(serialize_all = "snake_case")]
#[non_exhaustive]
pub enum Audience {
    /// Everybody: callers of the gateway.
    #[default]
    Public,
    /// The operator, who also reads what only an operator can do.
    Internal,
}

/// Returns the whole catalog as JSON.
///
/// The object holds `entries` in the catalog's order, then `catalog` (name, version, languages,
/// ...), `folded` (standard keys that this catalog answers with another entry) and `mapping` (the
/// rows from an upstream's condition to an entry). The first seven fields of an entry are `code`,
/// `type`, `http_status`, `title`, `description`, `remediation` and `typical_param`.
///
/// `retry` is `never`, `now` or `after`; the default wait is `retry_delay_s`, in seconds, and a
/// wait until a time of day is `retry_until`. An entry that passes an upstream's 4xx on has the
/// `http_status` 400 and `http_status_from_upstream`.
///
/// A language that the catalog does not have gives the default one.
pub fn json(renderer: &Renderer, audience: Audience, language: &str) -> String {
    to_text(&collect::document(renderer, audience, language))
}

/// Returns one entry as JSON, found by its key, an alias, or its wire code.
///
/// # Errors
///
/// As [`Catalog::find`].
pub fn entry_json(
    renderer: &Renderer,
    word: &str,
    audience: Audience,
    language: &str,
) -> Result<String, LookupError> {
    let catalog = renderer.catalog();
    let key = catalog.find(word)?.key();
    let at = catalog
        .entries()
        .iter()
        .position(|entry| entry.key() == key);
    let entry = at.and_then(|at| collect::entry(renderer, at, audience, language));
    Ok(entry.as_ref().map(to_text).unwrap_or_default())
}

/// Returns the language of documents for a reader's `Accept-Language`, as the catalog's
/// [`LanguagePolicy`] has it.
///
/// ```
/// use wirefault::{Catalog, export};
///
/// // The standard catalog translates nothing by itself.
/// assert_eq!(export::language(Catalog::standard(), Some("de")), "en");
/// ```
pub fn language<'c>(catalog: &'c Catalog, accept_language: Option<&str>) -> &'c str {
    let wanted = accept_language.filter(|_| catalog.language_policy() > LanguagePolicy::Off);
    let at = wanted.and_then(|header| catalog.negotiate(header));
    let tag = catalog.languages().get(at.unwrap_or(0));
    tag.map_or("en", String::as_str)
}

/// Returns the language of a catalog that a tag asks for, such as `de` for `de-AT`.
///
/// ```
/// use wirefault::{Catalog, export};
///
/// assert_eq!(export::find_language(Catalog::standard(), "zh-CN"), Some("zh-Hans"));
/// assert_eq!(export::find_language(Catalog::standard(), "en-GB"), Some("en"));
/// assert_eq!(export::find_language(Catalog::standard(), "tlh"), None);
/// ```
pub fn find_language<'c>(catalog: &'c Catalog, tag: &str) -> Option<&'c str> {
    // The negotiation does not tell the default language from no language at all.
    let default = catalog.languages().first()?;
    let of_default = tag.get(..default.len()).is_some_and(|begin| {
        let end = tag.as_bytes().get(default.len());
        begin.eq_ignore_ascii_case(default) && matches!(end, None | Some(b'-'))
    });
    let at = match catalog.language(tag).or_else(|| catalog.negotiate(tag)) {
        None if of_default => 0,
        found => found?,
    };
    catalog.languages().get(at).map(String::as_str)
}

/// Writes a value of ours, which cannot fail: its keys are texts and its numbers finite.
fn to_text(value: &impl serde::Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}
