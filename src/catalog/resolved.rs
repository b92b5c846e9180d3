//! An entry under a gateway's layers: how it is spelt, and in which words.

use std::borrow::Cow;

use super::entry::{Entry, Kind};
use super::resolve::Catalog;
use super::template::Template;

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
