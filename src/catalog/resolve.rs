//! A resolved catalog: the standard entries under a gateway's layers, as one value.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, LazyLock};

use super::build::CatalogBuilder;
use super::code::Code;
use super::entry::{Category, Entry};
use super::generated::ErrorCode;
use super::layer::Layer;
use super::problem::{Problem, Problems};
use super::resolved::{Resolved, Spelling, TypeSpelling};
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
