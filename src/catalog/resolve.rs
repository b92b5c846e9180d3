//! A resolved catalog: the standard entries under a gateway's layers, as one value.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, LazyLock};

use super::build::CatalogBuilder;
use super::code::Code;
use super::entry::{Category, Entry, Kind};
use super::generated::ErrorCode;
use super::layer::Layer;
use super::lookup;
use super::problem::{Problem, Problems};
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
/// assert_eq!(catalog.title(found, "en"), "Model not found");
/// ```
#[derive(Clone, Debug)]
pub struct Catalog {
    pub(crate) inner: Arc<Inner>,
}

#[derive(Debug, Default)]
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
    pub(crate) fold_categories: Vec<(Category, usize)>,
    pub(crate) languages: Vec<String>,
    pub(crate) policy: LanguagePolicy,
    pub(crate) retry_after_cap: Option<u64>,
    pub(crate) request_id_headers: Vec<String>,
    pub(crate) error_headers: Vec<(String, Template)>,
    pub(crate) success_headers: Vec<(String, Template)>,
    pub(crate) types: HashMap<String, String>,
    pub(crate) bodies: HashMap<String, Body>,
    pub(crate) plain_streams: Vec<String>,
    /// The protocols whose stream form a layer states.
    pub(crate) streams: Vec<String>,
    pub(crate) mapping: Vec<MappingSource>,
    pub(crate) rules: Vec<serde_json::Value>,
    pub(crate) variables: HashMap<String, String>,
    pub(crate) warnings: Vec<Problem>,
    /// Lint rules that a layer allows, with its reasons.
    pub(crate) allow: BTreeMap<String, String>,
    /// Which layer set which setting.
    pub(crate) origins: BTreeMap<String, String>,
    /// The layers, for an overlay to come.
    pub(crate) builder: CatalogBuilder,
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
#[non_exhaustive]
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
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) enum Spelling {
    /// This text.
    Text(Cow<'static, str>),
    /// The HTTP status as a string.
    Status,
    /// As the type, which follows the category.
    Type,
    /// Null, or left out.
    #[default]
    Absent,
}

/// How the type is spelt.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) enum TypeSpelling {
    /// As the protocol's table says of the category.
    #[default]
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
    pub fn builder() -> CatalogBuilder {
        CatalogBuilder::default()
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

    /// Resolves the catalog anew under an operator's runtime file, which takes the place of an
    /// earlier one. This catalog stays as it is: whoever holds it goes on with it.
    ///
    /// ```
    /// use std::sync::{Arc, RwLock};
    /// use wirefault::{Catalog, Renderer, catalog::Layer};
    ///
    /// let catalog = Catalog::builder().layer(Layer::from_json("acme.json", r#"{"name": "acme"}"#)?);
    /// let live = RwLock::new(Arc::new(Renderer::new(catalog.build()?)?));
    ///
    /// // On a signal, or when the file changes:
    /// let reload = |text: &str| -> Result<(), wirefault::catalog::Problems> {
    ///     let overlay = Layer::from_json("wording.json", text)?;
    ///     let current = Arc::clone(&live.read().unwrap());
    ///     let next = Renderer::new(current.catalog().with_overlay(overlay)?)?;
    ///     *live.write().unwrap() = Arc::new(next);
    ///     Ok(())
    /// };
    /// reload(r#"{"override": {"internal_error": {"message": "Something broke."}}}"#)?;
    /// // A broken file is refused as a whole, and nothing changes.
    /// assert!(reload(r#"{"override": {"internal_error": {"http_status": 418}}}"#).is_err());
    /// let error = wirefault::ErrorCode::InternalError.into();
    /// let renderer = Arc::clone(&live.read().unwrap());
    /// assert_eq!(renderer.message(&error, &wirefault::Context::new()), "Something broke.");
    /// # Ok::<(), wirefault::catalog::Problems>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Everything that is wrong with the file, all at once.
    pub fn with_overlay(&self, overlay: Layer) -> Result<Catalog, Problems> {
        self.inner.builder.clone().overlay(overlay).build()
    }

    /// Returns which layer set a setting, such as `code_style` or `variables.key_prefix`; None
    /// for the standard one.
    pub fn setting_origin(&self, setting: &str) -> Option<&str> {
        self.inner.origins.get(setting).map(String::as_str)
    }

    /// Returns the lint rules that the layers allow, with their reasons.
    pub fn allowed(&self) -> impl Iterator<Item = (&str, &str)> {
        let allow = self.inner.allow.iter();
        allow.map(|(rule, reason)| (rule.as_str(), reason.as_str()))
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
    #[inline]
    pub(crate) fn position(&self, code: &Code) -> Option<usize> {
        match code.as_standard() {
            Some(standard) => self.position_of(standard),
            None => self.position_of_key(code.as_str()),
        }
    }

    #[inline(never)]
    fn position_of_key(&self, key: &str) -> Option<usize> {
        let known = self.inner.by_key.get(key).copied();
        known.or(self.inner.fold_rest)
    }

    /// Returns where an entry outside the standard ones stands, folds applied.
    pub(crate) fn position_of_own(&self, entry: &Entry) -> Option<usize> {
        let folds = &self.inner.fold_categories;
        let category = || {
            folds
                .iter()
                .find(|(category, _)| *category == entry.category)
        };
        let known = self.inner.by_key.get(entry.key.as_ref()).copied();
        known
            .or_else(|| category().map(|(_, at)| *at))
            .or(self.inner.fold_rest)
    }

    #[inline]
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

    /// Names the files and lines of the layers that problems came from, as far as they are known.
    pub(crate) fn locate(&self, problems: Vec<Problem>) -> Vec<Problem> {
        super::assemble::locate(problems, &self.inner.builder)
    }

    /// Resolves an entry that no layer of this catalog names, in the catalog's spelling.
    pub(crate) fn resolve_foreign(&self, entry: &'static Entry) -> Resolved {
        super::assemble::foreign(entry, &self.inner)
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

    /// Returns the wire code for the entry's own status. A code that follows the type has no
    /// spelling of its own here; a [`Renderer`](crate::Renderer) knows it.
    pub fn code(&self) -> Option<Cow<'_, str>> {
        self.code_for(self.entry.status.code(None))
    }

    /// Returns the wire code for a status.
    pub(crate) fn code_for(&self, status: u16) -> Option<Cow<'_, str>> {
        match &self.code {
            Spelling::Text(text) => Some(Cow::Borrowed(text)),
            Spelling::Status => Some(Cow::Owned(status.to_string())),
            Spelling::Type | Spelling::Absent => None,
        }
    }

    /// Returns which layer set each field that is not as in the standard catalog.
    /// The field `*` stands for all of an entry that the layer added.
    pub fn provenance(&self) -> impl Iterator<Item = (&str, &str)> {
        self.provenance
            .iter()
            .map(|(field, layer)| (field.as_str(), layer.as_str()))
    }

    /// Returns where a field comes from: a layer's name, `overlay:NAME`, or `standard`.
    ///
    /// ```
    /// use wirefault::catalog::{Catalog, Layer};
    ///
    /// let layer = Layer::from_json("acme.json", r#"{
    ///   "name": "acme",
    ///   "override": {"quota_exhausted": {"http_status": 412}}
    /// }"#)?;
    /// let catalog = Catalog::builder().layer(layer).build()?;
    /// let entry = catalog.get("quota_exhausted").unwrap();
    /// assert_eq!(entry.origin("http_status"), "acme");
    /// assert_eq!(entry.origin("title"), "standard");
    /// # Ok::<(), wirefault::catalog::Problems>(())
    /// ```
    pub fn origin(&self, field: &str) -> &str {
        let of = |wanted: &str| self.provenance().find(|(set, _)| *set == wanted);
        of(field)
            .or_else(|| of("*"))
            .map_or("standard", |(_, layer)| layer)
    }
}

impl Catalog {
    /// Returns an entry's title in a language, or in the default one.
    pub fn title<'a>(&self, entry: &'a Resolved, language: &str) -> &'a str {
        self.text(entry, language, |texts| &texts.title)
    }

    /// Returns an entry's description in a language, or in the default one.
    pub fn description<'a>(&self, entry: &'a Resolved, language: &str) -> &'a str {
        self.text(entry, language, |texts| &texts.description)
    }

    /// Returns an entry's advice to the caller in a language, or in the default one.
    pub fn remediation<'a>(&self, entry: &'a Resolved, language: &str) -> &'a [String] {
        let at = self.language(language).unwrap_or(0);
        let texts = entry.texts.get(at).or(entry.texts.first());
        texts.map_or(&[], |texts| &texts.remediation)
    }

    fn text<'a>(
        &self,
        entry: &'a Resolved,
        language: &str,
        field: impl FnOnce(&'a Texts) -> &'a String,
    ) -> &'a str {
        let at = self.language(language).unwrap_or(0);
        let texts = entry.texts.get(at).or(entry.texts.first());
        texts.map_or("", |texts| field(texts).as_str())
    }
}
