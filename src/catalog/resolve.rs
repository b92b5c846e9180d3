//! A resolved catalog: the standard entries under a gateway's layers, as one value.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::{Arc, LazyLock};

use super::code::Code;
use super::entry::{Entry, Kind};
use super::generated::ErrorCode;
use super::lookup;
use super::problem::Problem;
use super::source::{FieldSource, MappingSource};
use super::template::Template;

/// A resolved catalog: what exists here, how it is spelt, and in which words.
///
/// A catalog is a value, cheap to clone; several can live side by side. Rendering goes through a
/// [`Renderer`](crate::Renderer), which is made of one.
///
/// ```
/// let catalog = wirefault::Catalog::standard();
/// let found = catalog.find("model_not_found").unwrap();
/// assert_eq!(found.title("en"), "Model not found");
/// ```
#[derive(Clone, Debug)]
pub struct Catalog {
    pub(crate) inner: Arc<Inner>,
}

#[derive(Debug)]
pub(crate) struct Inner {
    pub(crate) name: String,
    pub(crate) version: String,
    pub(crate) domain: String,
    pub(crate) doc_base_url: Option<String>,
    pub(crate) entries: Vec<Resolved>,
    pub(crate) by_key: HashMap<String, usize>,
    /// Where each standard code ended up, folds applied.
    pub(crate) standard: Vec<usize>,
    pub(crate) fold_rest: Option<usize>,
    pub(crate) languages: Vec<String>,
    pub(crate) policy: LanguagePolicy,
    pub(crate) retry_after_cap: Option<u64>,
    pub(crate) request_id_headers: Vec<String>,
    pub(crate) error_headers: Vec<(String, Template)>,
    pub(crate) success_headers: Vec<(String, Template)>,
    pub(crate) types: HashMap<String, String>,
    pub(crate) bodies: HashMap<String, Body>,
    pub(crate) plain_streams: Vec<String>,
    pub(crate) mapping: Vec<MappingSource>,
    pub(crate) rules: Vec<serde_json::Value>,
    pub(crate) variables: HashMap<String, String>,
    pub(crate) warnings: Vec<Problem>,
    /// How the codes and types of own entries that no layer names are spelt.
    pub(crate) screaming: bool,
    pub(crate) foreign: (Spelling, TypeSpelling),
}

/// The fields of a protocol's body as a layer states them; None leaves the standard ones.
#[derive(Clone, Debug, Default)]
pub(crate) struct Body {
    pub(crate) top: Option<Vec<FieldSource>>,
    pub(crate) error: Option<Vec<FieldSource>>,
}

/// Which texts follow the reader's language.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    Hash,
    PartialOrd,
    Ord,
    strum::Display,
    strum::EnumString,
)]
#[strum(serialize_all = "snake_case")]
pub enum LanguagePolicy {
    /// None: everything is in the default language.
    #[default]
    Off,
    /// The documents and the catalog's export.
    Documents,
    /// Those, and fields for people beside the message (`title`, `LocalizedMessage`).
    HumanFields,
    /// Those, and the message itself, unless clients match on it.
    Message,
}

/// How the wire code is spelt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Spelling {
    /// This text.
    Text(Cow<'static, str>),
    /// The HTTP status as a string.
    Status,
    /// Null, or left out.
    Absent,
}

/// How the type is spelt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum TypeSpelling {
    /// As the protocol's table says of the category.
    Category,
    /// As the code.
    Code,
    /// This text.
    Text(Cow<'static, str>),
}

/// An entry as it is in a resolved catalog.
#[derive(Clone, Debug)]
pub struct Resolved {
    pub(crate) entry: Cow<'static, Entry>,
    pub(crate) code: Spelling,
    pub(crate) type_: TypeSpelling,
    /// By language, in the order of the catalog's languages.
    pub(crate) texts: Vec<Texts>,
    pub(crate) provenance: Vec<(String, String)>,
}

/// The texts of an entry in one language, variables filled in.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Texts {
    pub(crate) title: String,
    pub(crate) message: Vec<Template>,
    pub(crate) description: String,
    pub(crate) causes: Vec<String>,
    pub(crate) remediation: Vec<String>,
}

/// Why a look-up failed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum LookupError {
    /// Several entries share the wire code.
    #[error("several entries have the code `{word}`: {}", candidates.join(", "))]
    Ambiguous {
        /// What was looked up.
        word: String,
        /// The keys of the entries.
        candidates: Vec<String>,
    },
    /// Nothing has this key, alias or wire code.
    #[error("there is no entry `{word}`{}", suggestion(near))]
    Unknown {
        /// What was looked up.
        word: String,
        /// The nearest keys.
        near: Vec<String>,
    },
}

fn suggestion(near: &[String]) -> String {
    if near.is_empty() {
        String::new()
    } else {
        format!("; did you mean {}?", near.join(", "))
    }
}

impl Catalog {
    /// Returns the standard catalog.
    pub fn standard() -> &'static Catalog {
        static STANDARD: LazyLock<Catalog> = LazyLock::new(|| super::build::standard().0);
        &STANDARD
    }

    /// Starts a catalog of the standard entries under layers.
    pub fn builder() -> super::CatalogBuilder {
        super::CatalogBuilder::default()
    }

    /// Returns the catalog's name: `wirefault`, or its topmost layer's.
    pub fn name(&self) -> &str {
        &self.inner.name
    }

    /// Returns the catalog's version.
    pub fn version(&self) -> &str {
        &self.inner.version
    }

    /// Returns the domain of the codes.
    pub fn domain(&self) -> &str {
        &self.inner.domain
    }

    /// Returns the address of the documents.
    pub fn doc_base_url(&self) -> Option<&str> {
        self.inner.doc_base_url.as_deref()
    }

    /// Returns the languages of the texts, the default one first.
    pub fn languages(&self) -> &[String] {
        &self.inner.languages
    }

    /// Returns which texts follow the reader's language.
    pub fn language_policy(&self) -> LanguagePolicy {
        self.inner.policy
    }

    /// Returns what `lint` would warn of, found while the catalog was built.
    pub fn warnings(&self) -> &[Problem] {
        &self.inner.warnings
    }

    /// Returns the rows of the layers' upstream mapping, which stand before the standard ones.
    pub fn mapping(&self) -> &[MappingSource] {
        &self.inner.mapping
    }

    /// Returns the pass-through rules of the layers, as written.
    pub fn rules(&self) -> &[serde_json::Value] {
        &self.inner.rules
    }

    /// Returns the entries: a layer's own first, then the standard ones, in file order.
    pub fn entries(&self) -> &[Resolved] {
        &self.inner.entries
    }

    /// Returns the entry with this key or alias.
    pub fn get(&self, key: &str) -> Option<&Resolved> {
        self.inner.entries.get(*self.inner.by_key.get(key)?)
    }

    /// Finds an entry by its key, else by an alias, else by its wire code if that is unique.
    ///
    /// # Errors
    ///
    /// [`LookupError::Ambiguous`] if several entries share the wire code, else
    /// [`LookupError::Unknown`] with the nearest keys.
    pub fn find(&self, word: &str) -> Result<&Resolved, LookupError> {
        if let Some(found) = self.get(word) {
            return Ok(found);
        }
        let spelt: Vec<&Resolved> = self
            .entries()
            .iter()
            .filter(|entry| entry.code().as_deref() == Some(word))
            .collect();
        match spelt.as_slice() {
            [found] => Ok(found),
            [] => {
                let keys = self.inner.by_key.keys().map(String::as_str);
                let near = lookup::nearest(word, keys, 3);
                Err(LookupError::Unknown {
                    word: word.to_owned(),
                    near: near.into_iter().map(str::to_owned).collect(),
                })
            }
            several => Err(LookupError::Ambiguous {
                word: word.to_owned(),
                candidates: several.iter().map(|entry| entry.key().to_owned()).collect(),
            }),
        }
    }

    /// Returns where a code stands among the entries, folds applied.
    pub(crate) fn position(&self, code: &Code) -> Option<usize> {
        match code.as_standard() {
            Some(standard) => self.position_of(standard),
            None => self
                .inner
                .by_key
                .get(code.as_str())
                .copied()
                .or(self.inner.fold_rest),
        }
    }

    pub(crate) fn position_of(&self, code: ErrorCode) -> Option<usize> {
        self.inner.standard.get(code as usize).copied()
    }

    /// Returns the position of a language in [`Catalog::languages`].
    pub(crate) fn language(&self, tag: &str) -> Option<usize> {
        self.inner
            .languages
            .iter()
            .position(|known| known.eq_ignore_ascii_case(tag))
    }

    /// Resolves an entry that no layer of this catalog names, in the catalog's spelling.
    pub(crate) fn resolve_foreign(&self, entry: &'static Entry) -> Resolved {
        super::build::foreign(entry, &self.inner)
    }

    /// Returns the position of the language that a reader prefers, if it is not the default.
    pub(crate) fn negotiate(&self, accept_language: &str) -> Option<usize> {
        super::language::negotiate(accept_language, self.languages())
    }

    /// Returns the value of a variable.
    pub fn variable(&self, name: &str) -> Option<&str> {
        self.inner.variables.get(name).map(String::as_str)
    }
}

impl Resolved {
    /// Returns the entry.
    pub fn entry(&self) -> &Entry {
        &self.entry
    }

    /// Returns the stable identity.
    pub fn key(&self) -> &str {
        &self.entry.key
    }

    /// Returns true for a notice.
    pub fn is_notice(&self) -> bool {
        self.entry.kind == Kind::Notice
    }

    /// Returns the wire code for the entry's own status.
    pub fn code(&self) -> Option<Cow<'_, str>> {
        self.code_for(self.entry.status.code(None))
    }

    /// Returns the wire code for a status.
    pub(crate) fn code_for(&self, status: u16) -> Option<Cow<'_, str>> {
        match &self.code {
            Spelling::Text(text) => Some(Cow::Borrowed(text)),
            Spelling::Status => Some(Cow::Owned(status.to_string())),
            Spelling::Absent => None,
        }
    }

    /// Returns the title in a language of the catalog, or in the default one.
    pub fn title(&self, _language: &str) -> &str {
        self.texts.first().map_or("", |texts| &texts.title)
    }

    /// Returns which layer set each field that is not as in the standard catalog.
    pub fn provenance(&self) -> impl Iterator<Item = (&str, &str)> {
        self.provenance
            .iter()
            .map(|(field, layer)| (field.as_str(), layer.as_str()))
    }
}
