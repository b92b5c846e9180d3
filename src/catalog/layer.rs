//! A gateway's layer: what it adds to and changes of the standard catalog.

use std::collections::BTreeMap;

use serde_json::Value;

use super::entry::Entry;
use super::problem::{Problem, Problems};
use super::read::{self, File};
use super::source::{EntrySource, LayerFile};

/// A gateway's own codes, wording, statuses and spellings, as data.
///
/// The fields of a file are those of [`LayerFile`](super::source::LayerFile), of an entry in it
/// those of [`EntrySource`](super::source::EntrySource). A text may hold parameters (`{model}`) and
/// the layer's variables (`{@support_mail}`). Handlers name a file's code with
/// [`Code::own`](super::Code::own).
///
/// ```
/// use wirefault::catalog::{Catalog, Layer};
///
/// let layer = Layer::from_json("acme.json", r#"{
///   "name": "acme",
///   "code_style": "screaming",
///   "override": {"quota_exhausted": {"http_status": 412}}
/// }"#)?;
/// let catalog = Catalog::builder().layer(layer).build()?;
/// assert_eq!(catalog.get("quota_exhausted").unwrap().entry().status.code(None), 412);
/// # Ok::<(), wirefault::catalog::Problems>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct Layer {
    pub(crate) source: LayerFile,
    pub(crate) entries: Vec<Entry>,
    pub(crate) file: Option<(String, String)>,
    pub(crate) problems: Vec<Problem>,
}

impl Layer {
    /// Reads a layer from TOML.
    ///
    /// # Errors
    ///
    /// A file that cannot be parsed at all. Everything else that is wrong is reported, all at
    /// once, when the catalog is built.
    #[cfg(feature = "toml")]
    pub fn from_toml(name: &str, text: &str) -> Result<Self, Problems> {
        let name = if name.ends_with(".toml") {
            name.to_owned()
        } else {
            format!("{name}.toml")
        };
        Layer::read(File { name: &name, text })
    }

    /// Reads a layer from JSON.
    ///
    /// # Errors
    ///
    /// As [`Layer::from_bytes`].
    pub fn from_json(name: &str, text: &str) -> Result<Self, Problems> {
        let name = if name.ends_with(".toml") {
            format!("{name}.json")
        } else {
            name.to_owned()
        };
        Layer::read(File { name: &name, text })
    }

    /// Reads a layer from a file's bytes; the name's ending tells the format.
    ///
    /// # Errors
    ///
    /// A file that is too large, not UTF-8, or cannot be parsed at all. Everything else that is
    /// wrong is reported, all at once, when the catalog is built.
    pub fn from_bytes(name: &str, bytes: &[u8]) -> Result<Self, Problems> {
        let file = File::from_bytes(name, bytes).map_err(|problem| Problems(vec![problem]))?;
        Layer::read(file)
    }

    /// Creates a layer of entries that exist in static memory, such as those of
    /// [`error_codes!`](crate::error_codes).
    pub fn from_entries(name: &str, entries: impl IntoIterator<Item = &'static Entry>) -> Self {
        Layer {
            source: LayerFile {
                name: Some(name.to_owned()),
                ..LayerFile::default()
            },
            entries: entries.into_iter().cloned().collect(),
            ..Layer::default()
        }
    }

    /// Adds entries that exist in static memory.
    #[must_use]
    pub fn with_entries(mut self, entries: impl IntoIterator<Item = &'static Entry>) -> Self {
        self.entries.extend(entries.into_iter().cloned());
        self
    }

    /// Sets a variable, which texts hold as `{@name}`.
    #[must_use]
    pub fn with_variable(mut self, name: &str, value: &str) -> Self {
        self.source
            .variables
            .insert(name.to_owned(), value.to_owned());
        self
    }

    /// Returns the layer's name.
    pub fn name(&self) -> &str {
        self.source.name.as_deref().unwrap_or("layer")
    }

    /// Returns the pass-through rules as written.
    pub fn rules(&self) -> &[Value] {
        &self.source.rule
    }

    /// Returns true for an operator's runtime file.
    pub fn is_overlay(&self) -> bool {
        self.source.overlay == Some(true)
    }

    /// Returns the name under which what the layer sets is known.
    pub(super) fn provenance(&self) -> String {
        match self.is_overlay() {
            true => format!("overlay:{}", self.name()),
            false => self.name().to_owned(),
        }
    }

    /// Marks the layer as an operator's runtime file: wording, languages and variables only.
    #[must_use]
    pub fn as_overlay(mut self) -> Self {
        self.source.overlay = Some(true);
        self
    }

    fn read(file: File<'_>) -> Result<Self, Problems> {
        let value = file.value().map_err(|problem| Problems(vec![problem]))?;
        let mut found = Vec::new();
        let mut source = LayerFile::default();
        match value {
            Value::Object(mut fields) => {
                fields.remove("$schema");
                let entries = fields.remove("entry");
                let overrides = fields.remove("override");
                source = read::lenient(Value::Object(fields), None, &mut found);
                source.entry = read::entry_list(entries, &mut found);
                source.override_ = override_map(overrides, &mut found);
            }
            _ => found.push(Problem::error(
                "wrong-type",
                "the file is no table",
                "write a table",
            )),
        }
        let problems = file.locate_all(found);
        Ok(Layer {
            source,
            entries: Vec::new(),
            file: Some((file.name.to_owned(), file.text.to_owned())),
            problems,
        })
    }

    /// Returns the file that the layer was read from.
    pub(crate) fn file(&self) -> Option<File<'_>> {
        let (name, text) = self.file.as_ref()?;
        Some(File { name, text })
    }
}

fn override_map(
    value: Option<Value>,
    problems: &mut Vec<Problem>,
) -> BTreeMap<String, EntrySource> {
    match value {
        None => BTreeMap::new(),
        Some(Value::Object(overrides)) => overrides
            .into_iter()
            .map(|(key, value)| {
                let source = read::lenient(value, Some(&key), problems);
                (key, source)
            })
            .collect(),
        Some(_) => {
            problems.push(Problem::error(
                "wrong-type",
                "`override` is not a table",
                "write each change under a heading `[override.KEY]`",
            ));
            BTreeMap::new()
        }
    }
}
