//! A catalog while layers are applied to it.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};

use super::compile;
use super::consistency;
use super::entry::{Entry, Kind, Wording};
use super::generated;
use super::layer::Layer;
use super::lookup;
use super::problem::Problem;
use super::settings::{self, CodeStyle};
use super::source::{EntrySource, LayerFile, MappingSource, WordingSource};
use super::wording::{check_translation, keep_untouched, reword};

/// An entry while layers are applied.
pub(super) struct Item {
    pub(super) entry: Cow<'static, Entry>,
    pub(super) code: Option<CodeRule>,
    /// The type; the code's if it is `{code}`.
    pub(super) type_: Option<String>,
    /// Wording by language, besides the entry's own.
    pub(super) wording: BTreeMap<String, Wording>,
    /// Which layer set which field.
    pub(super) provenance: Vec<(String, String)>,
}

/// How one entry's code is spelt.
#[derive(Clone)]
pub(super) enum CodeRule {
    Text(String),
    Style(CodeStyle),
}

impl Item {
    fn new(entry: Cow<'static, Entry>) -> Self {
        Item {
            entry,
            code: None,
            type_: None,
            wording: BTreeMap::new(),
            provenance: Vec::new(),
        }
    }

    pub(super) fn set_by(&mut self, field: &str, layer: &str) {
        self.provenance.retain(|(set, _)| set != field);
        self.provenance.push((field.to_owned(), layer.to_owned()));
    }

    fn spell(&mut self, source: &EntrySource, found: &mut Vec<Problem>) {
        if let Some(style) = &source.code_style {
            let mut unknown = Vec::new();
            let style = settings::code_style(style, &mut unknown);
            found.extend(unknown.into_iter().map(|problem| Problem {
                entry: Some(self.entry.key.to_string()),
                ..problem
            }));
            self.code = Some(CodeRule::Style(style));
        }
        if let Some(code) = &source.code {
            self.code = Some(match code.is_empty() {
                true => CodeRule::Style(CodeStyle::Absent),
                false => CodeRule::Text(code.clone()),
            });
        }
        if let Some(type_) = &source.type_ {
            self.type_ = Some(type_.clone());
        }
    }
}

pub(super) struct Draft {
    /// The standard entries, then those of the layers.
    pub(super) items: Vec<Item>,
    pub(super) index: HashMap<String, usize>,
    aliases: HashMap<String, String>,
    pub(super) only: Option<Vec<String>>,
    pub(super) settings: LayerFile,
    /// Which layer set which setting.
    pub(super) origins: BTreeMap<String, String>,
    pub(super) mapping: Vec<MappingSource>,
    pub(super) problems: Vec<Problem>,
}

/// How many of the items are standard.
pub(super) const STANDARD: usize = generated::ENTRIES.len();

impl Draft {
    pub(super) fn standard() -> Self {
        let mut items: Vec<Item> = generated::ENTRIES
            .iter()
            .map(|entry| Item::new(Cow::Borrowed(entry)))
            .collect();
        for (tag, wordings) in generated::LANGUAGES {
            for (item, wording) in items.iter_mut().zip(wordings.iter()) {
                item.wording.insert((*tag).to_owned(), wording.wording());
            }
        }
        let mut draft = Draft {
            items: Vec::with_capacity(items.len()),
            index: HashMap::new(),
            aliases: HashMap::new(),
            only: None,
            settings: LayerFile {
                name: Some("wirefault".to_owned()),
                version: Some(env!("CARGO_PKG_VERSION").to_owned()),
                domain: Some("wirefault".to_owned()),
                ..LayerFile::default()
            },
            origins: BTreeMap::new(),
            mapping: Vec::new(),
            problems: Vec::new(),
        };
        items.into_iter().for_each(|item| draft.push(item));
        draft
    }

    fn push(&mut self, item: Item) {
        let key = item.entry.key.to_string();
        for alias in item.entry.aliases.iter() {
            self.aliases.insert(alias.to_string(), key.clone());
        }
        self.index.insert(key, self.items.len());
        self.items.push(item);
    }

    /// Returns the entries in the order of the files: a layer's own, then the standard ones.
    pub(super) fn ordered(&self) -> impl Iterator<Item = &Item> {
        let (standard, own) = self.items.split_at(STANDARD.min(self.items.len()));
        own.iter().chain(standard)
    }

    fn item(&mut self, key: &str) -> Option<&mut Item> {
        self.items.get_mut(*self.index.get(key)?)
    }

    pub(super) fn apply(&mut self, layer: &Layer) {
        let mut found = layer.problems.clone();
        let source = &layer.source;
        let name = layer.provenance();
        consistency::check(source, &mut found);
        self.add_entries(layer, &name, &mut found);
        for (key, change) in &source.override_ {
            self.override_entry(key, change.clone(), &name, &mut found);
        }
        for (tag, texts) in &source.text {
            for (key, text) in texts {
                self.word_entry(tag, key, text.clone(), &name, &mut found);
            }
        }
        self.check_mapping(&source.mapping, &mut found);
        self.apply_settings(source.clone(), &name);
        self.problems.extend(match layer.file() {
            Some(file) => file.locate_all(found),
            None => found,
        });
    }

    fn add_entries(&mut self, layer: &Layer, name: &str, found: &mut Vec<Problem>) {
        let in_memory = layer.entries.iter().cloned();
        let mut new: Vec<Item> = in_memory
            .map(|entry| Item::new(Cow::Owned(entry)))
            .collect();
        for source in &layer.source.entry {
            let entry = compile::entry(source.clone(), compile::blank(), None, found);
            let mut item = Item::new(Cow::Owned(entry));
            item.spell(source, found);
            new.push(item);
        }
        for mut item in new {
            let key = item.entry.key.to_string();
            if self.index.contains_key(&key) {
                found.push(
                    Problem::error(
                        "duplicate-key",
                        format!("the key `{key}` is taken"),
                        "change an existing entry under `[override.KEY]`, or choose another key",
                    )
                    .at(key, "key"),
                );
                continue;
            }
            item.set_by("*", name);
            self.push(item);
        }
    }

    fn override_entry(
        &mut self,
        key: &str,
        change: EntrySource,
        layer: &str,
        found: &mut Vec<Problem>,
    ) {
        refuse_identity(key, &change, found);
        let unknown = self.unknown(key);
        let Some(item) = self.item(key) else {
            found.push(unknown.at(key, "override"));
            return;
        };
        for field in set_fields(&change) {
            item.set_by(&field, layer);
        }
        item.spell(&change, found);
        let before = item.entry.wording.clone();
        let change = EntrySource {
            key: None,
            kind: None,
            category: None,
            fault: None,
            ..change
        };
        let entry = compile::entry(change, item.entry.clone().into_owned(), None, found);
        item.entry = Cow::Owned(entry);
        for wording in item.wording.values_mut() {
            keep_untouched(wording, &before, &item.entry.wording);
        }
    }

    fn word_entry(
        &mut self,
        tag: &str,
        key: &str,
        text: WordingSource,
        layer: &str,
        found: &mut Vec<Problem>,
    ) {
        let unknown = self.unknown(key);
        let Some(item) = self.item(key) else {
            found.push(unknown.at(key, format!("text.{tag}")));
            return;
        };
        item.set_by(&format!("text.{tag}"), layer);
        let base = match item.wording.get(tag) {
            Some(base) => base.clone(),
            None => item.entry.wording.clone(),
        };
        let wording = reword(base, text);
        check_translation(&item.entry, tag, &wording, found);
        item.wording.insert(tag.to_owned(), wording);
    }

    fn check_mapping(&self, rows: &[MappingSource], found: &mut Vec<Problem>) {
        for (at, row) in rows.iter().enumerate() {
            let Some(key) = &row.entry else { continue };
            let field = format!("mapping.{at}.entry");
            match self.index.get(key).and_then(|at| self.items.get(*at)) {
                None => found.push(settings::at(self.unknown(key), &field)),
                Some(item) if item.entry.kind == Kind::Notice => {
                    let message = format!("`{key}` is a notice, and a failure is none");
                    let problem = Problem::error("mapped-to-notice", message, "name an error");
                    found.push(settings::at(problem, &field));
                }
                Some(_) => {}
            }
        }
    }

    /// Returns the problem of a key that does not exist.
    pub(super) fn unknown(&self, key: &str) -> Problem {
        if let Some(owner) = self.aliases.get(key) {
            return Problem::error(
                "alias-named",
                format!("`{key}` is only an alias, of `{owner}`"),
                format!("write `{owner}`"),
            );
        }
        let fix = match self.near(key).as_slice() {
            [] => "write the key of an existing entry".to_owned(),
            near => format!("did you mean {}?", near.join(", ")),
        };
        Problem::error("unknown-key", format!("there is no entry `{key}`"), fix)
    }

    fn near(&self, key: &str) -> Vec<&str> {
        if self.index.contains_key(key) {
            return Vec::new();
        }
        lookup::nearest(key, self.index.keys().map(String::as_str), 3)
    }

    fn apply_settings(&mut self, source: LayerFile, layer: &str) {
        for setting in settings::set(&source) {
            self.origins.insert(setting, layer.to_owned());
        }
        if source.only.is_some() {
            self.only = source.only.clone();
        }
        let mut mapping = source.mapping.clone();
        mapping.append(&mut self.mapping);
        self.mapping = mapping;
        settings::merge(&mut self.settings, source);
    }
}

fn refuse_identity(key: &str, change: &EntrySource, found: &mut Vec<Problem>) {
    if change.key.as_deref().is_some_and(|renamed| renamed != key) {
        found.push(
            Problem::error(
                "key-changed",
                "a key never changes",
                "set `code` to spell it otherwise",
            )
            .at(key, "key"),
        );
    }
    let immutable = [
        ("category", change.category.is_some()),
        ("kind", change.kind.is_some()),
        ("fault", change.fault.is_some()),
    ];
    for (field, _) in immutable.iter().filter(|(_, set)| *set) {
        found.push(
            Problem::error(
                "identity-changed",
                format!("a layer cannot change the {field} of an entry"),
                "add an entry of your own",
            )
            .at(key, *field),
        );
    }
}

/// Returns the names of the fields that an entry sets.
pub(super) fn set_fields(change: &EntrySource) -> Vec<String> {
    match serde_json::to_value(change) {
        Ok(serde_json::Value::Object(fields)) => fields
            .into_iter()
            .filter(|(_, value)| !value.is_null())
            .map(|(field, _)| field)
            .collect(),
        _ => Vec::new(),
    }
}
