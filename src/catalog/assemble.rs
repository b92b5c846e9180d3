//! From a draft to a resolved catalog.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

use super::build::CatalogBuilder;
use super::check;
use super::draft::{CodeRule, Draft, Item};
use super::entry::Entry;
use super::folds::Folds;
use super::layer::Layer;
use super::problem::{Problem, Severity};
use super::resolve::{Body, Catalog, Inner};
use super::resolved::{Resolved, Spelling, TypeSpelling};
use super::settings::{self, CodeStyle};
use super::source::LayerFile;
use super::template::Template;
use super::wording::texts;

/// What every entry is resolved with.
struct Common<'a> {
    settings: &'a LayerFile,
    origins: &'a BTreeMap<String, String>,
    languages: &'a [String],
    codes: CodeStyle,
    type_is_code: bool,
}

impl Draft {
    /// Resolves what the layers left.
    pub(super) fn finish(mut self, builder: CatalogBuilder) -> (Catalog, Vec<Problem>) {
        let mut problems = std::mem::take(&mut self.problems);
        let mut found = Vec::new();
        let inner = self.resolve(&builder, &mut found);
        problems.extend(locate(found, &builder));
        let inner = Inner {
            warnings: problems
                .iter()
                .filter(|problem| problem.severity == Severity::Warning)
                .cloned()
                .collect(),
            builder,
            ..inner
        };
        let catalog = Catalog {
            inner: Arc::new(inner),
        };
        (catalog, problems)
    }

    fn resolve(self, builder: &CatalogBuilder, found: &mut Vec<Problem>) -> Inner {
        let mut draft = self;
        let languages = draft.languages(found);
        let common = Common {
            settings: &draft.settings,
            origins: &draft.origins,
            languages: &languages,
            codes: match &draft.settings.code_style {
                Some(word) => settings::code_style(word, found),
                None => CodeStyle::AsIs,
            },
            type_is_code: settings::type_is_code(&draft.settings, found),
        };
        let kept = draft.kept(found);
        let kept_keys: HashSet<&str> = kept.iter().map(|item| item.entry.key.as_ref()).collect();
        if !builder.layers().is_empty() {
            check_references(&kept, &draft, found);
        }
        draft.check_dropped(&kept_keys, found);
        let entries: Vec<Resolved> = kept
            .iter()
            .map(|item| common.resolve(item, &kept_keys, found))
            .collect();
        let by_key = by_key(&entries);
        let folds = Folds::new(&draft, &by_key, found);
        let foreign = (common.foreign_code(), common.foreign_type());
        let screaming = common.codes == CodeStyle::Screaming;
        let mapping = std::mem::take(&mut draft.mapping);
        let mut inner = draft.settled(found);
        inner.mapping = mapping;
        inner.entries = entries;
        inner.by_key = by_key;
        inner.standard = folds.standard;
        inner.fold_rest = folds.rest;
        inner.fold_categories = folds.categories;
        inner.languages = languages;
        inner.foreign = foreign;
        inner.screaming = screaming;
        inner
    }

    /// Returns the settings that need nothing of the entries.
    fn settled(self, found: &mut Vec<Problem>) -> Inner {
        let settings = self.settings;
        settings::check_types(&settings, found);
        let variables = &settings.variables;
        let (errors, successes) = (&settings.headers.errors, &settings.headers.successes);
        let standard_ids = || vec!["x-request-id".to_owned(), "request-id".to_owned()];
        let body = |body: super::source::BodySource| Body {
            top: body.top,
            error: body.error,
        };
        Inner {
            policy: settings::policy(&settings, found),
            retry_after_cap: settings::retry_after_cap(&settings, found),
            plain_streams: settings::plain_streams(&settings, found),
            streams: settings.stream.keys().cloned().collect(),
            error_headers: settings::headers(errors, "errors", variables, found),
            success_headers: settings::headers(successes, "successes", variables, found),
            name: settings.name.unwrap_or_default(),
            version: settings.version.unwrap_or_default(),
            domain: settings.domain.unwrap_or_default(),
            doc_base_url: settings.doc_base_url,
            request_id_headers: settings.request_id_headers.unwrap_or_else(standard_ids),
            types: settings.types.into_iter().collect(),
            bodies: settings
                .body
                .into_iter()
                .map(|(protocol, source)| (protocol, body(source)))
                .collect(),
            variables: settings.variables.into_iter().collect(),
            rules: settings.rule,
            allow: settings.allow,
            origins: self.origins,
            ..Inner::default()
        }
    }

    fn languages(&self, found: &mut Vec<Problem>) -> Vec<String> {
        let mut tags: Vec<&str> = vec!["en"];
        for tag in self.items.iter().flat_map(|item| item.wording.keys()) {
            if !tags.contains(&tag.as_str()) {
                tags.push(tag);
            }
        }
        let default = self.settings.default_language.as_deref().unwrap_or("en");
        if !tags.contains(&default) {
            let fix = format!(
                "use one of {}, or add `[text.{default}.KEY]`",
                tags.join(", ")
            );
            let message = format!("there are no texts in `{default}`");
            let problem = Problem::error("unknown-language", message, fix);
            found.push(settings::at(problem, "default_language"));
        }
        tags.retain(|tag| *tag != default);
        tags.insert(0, default);
        tags.into_iter().map(str::to_owned).collect()
    }

    /// Whoever closes a catalog does not change what it leaves out.
    fn check_dropped(&self, kept: &HashSet<&str>, found: &mut Vec<Problem>) {
        for item in &self.items {
            let key = item.entry.key.as_ref();
            if !item.provenance.is_empty() && !kept.contains(key) {
                found.push(
                    Problem::error(
                        "change-of-dropped",
                        format!("`{key}` is changed, but `only` leaves it out"),
                        "name it in `only`, or remove the change",
                    )
                    .at(key, "override"),
                );
            }
        }
    }

    /// Returns the entries that exist, in order, and refuses unknown ones in `only`.
    fn kept(&self, found: &mut Vec<Problem>) -> Vec<&Item> {
        let Some(only) = &self.only else {
            return self.ordered().collect();
        };
        let mut kept: Vec<&Item> = Vec::new();
        let named: HashSet<&str> = only.iter().map(String::as_str).collect();
        let own = self.items.iter().skip(super::draft::STANDARD);
        kept.extend(own.filter(|item| !named.contains(item.entry.key.as_ref())));
        for key in only {
            let item = self.index.get(key).and_then(|at| self.items.get(*at));
            match item {
                Some(item) => kept.push(item),
                None => found.push(settings::at(self.unknown(key), "only")),
            }
        }
        kept
    }
}

impl Common<'_> {
    fn resolve(&self, item: &Item, kept: &HashSet<&str>, found: &mut Vec<Problem>) -> Resolved {
        let entry = &item.entry;
        self.check_variables(entry, found);
        let texts = self
            .languages
            .iter()
            .map(|tag| {
                let wording = item.wording.get(tag).unwrap_or(&entry.wording);
                let untranslated = wording.message == entry.wording.message;
                let mut again = Vec::new();
                let found = match tag == "en" || !untranslated {
                    true => &mut *found,
                    // It is the English message, which is reported once.
                    false => &mut again,
                };
                texts(entry, wording, &self.settings.variables, found)
            })
            .collect();
        Resolved {
            entry: prune(item, kept),
            code: self.code(item),
            type_: self.type_(item),
            texts,
            provenance: self.provenance(item),
        }
    }

    /// A header or field whose variable is not set would be missing without a word.
    fn check_variables(&self, entry: &Entry, found: &mut Vec<Problem>) {
        let headers = entry.headers.iter().map(|(_, text)| ("headers", text));
        let fields = entry.extensions.iter();
        let fields = fields.map(|(_, text)| ("extensions", text));
        let notice = entry.notice.iter().filter_map(|n| n.header_value.as_ref());
        let notice = notice.map(|text| ("notice", text));
        for (field, text) in headers.chain(fields).chain(notice) {
            let Ok(template) = Template::parse(text) else {
                continue;
            };
            for name in template.variables() {
                if !self.settings.variables.contains_key(name) {
                    let problem = Problem::error(
                        "unset-variable",
                        format!("`{text}` uses the variable `{name}`, which is not set"),
                        "set it under `[variables]`",
                    );
                    found.push(problem.at(entry.key.as_ref(), field));
                }
            }
        }
    }

    fn code(&self, item: &Item) -> Spelling {
        let key = &item.entry.key;
        let style = match &item.code {
            Some(CodeRule::Text(code)) => return Spelling::Text(Cow::Owned(code.clone())),
            Some(CodeRule::Style(style)) => *style,
            None => self.codes,
        };
        match style {
            CodeStyle::AsIs => Spelling::Text(key.clone()),
            CodeStyle::Screaming => Spelling::Text(Cow::Owned(key.to_ascii_uppercase())),
            CodeStyle::Status => Spelling::Status,
            CodeStyle::Type => match self.type_(item) {
                TypeSpelling::Text(word) => Spelling::Text(word),
                _ => Spelling::Type,
            },
            CodeStyle::Absent => Spelling::Absent,
        }
    }

    fn type_(&self, item: &Item) -> TypeSpelling {
        let category: &'static str = item.entry.category.into();
        match (&item.type_, self.settings.types.get(category)) {
            (Some(type_), _) if type_ == "{code}" => TypeSpelling::Code,
            (Some(type_), _) => TypeSpelling::Text(Cow::Owned(type_.clone())),
            (None, _) if self.type_is_code => TypeSpelling::Code,
            (None, Some(type_)) => TypeSpelling::Text(Cow::Owned(type_.clone())),
            (None, None) => TypeSpelling::Category,
        }
    }

    /// Adds to an entry's own provenance what the layers' settings decide about it.
    fn provenance(&self, item: &Item) -> Vec<(String, String)> {
        let mut provenance = item.provenance.clone();
        let mut add = |field: &str, setting: &str| {
            let known = provenance.iter().any(|(set, _)| set == field);
            if let Some(layer) = self.origins.get(setting).filter(|_| !known) {
                provenance.push((field.to_owned(), layer.clone()));
            }
        };
        if item.code.is_none() {
            add("code", "code_style");
        }
        if item.type_.is_none() {
            let category: &'static str = item.entry.category.into();
            match self.type_is_code {
                true => add("type", "type_style"),
                false => add("type", &format!("types.{category}")),
            }
        }
        provenance
    }

    fn foreign_code(&self) -> Spelling {
        match self.codes {
            CodeStyle::Status => Spelling::Status,
            CodeStyle::Absent => Spelling::Absent,
            CodeStyle::Type => Spelling::Type,
            CodeStyle::AsIs | CodeStyle::Screaming => Spelling::Text(Cow::Borrowed("")),
        }
    }

    fn foreign_type(&self) -> TypeSpelling {
        match self.type_is_code {
            true => TypeSpelling::Code,
            false => TypeSpelling::Category,
        }
    }
}

/// Resolves an entry outside the catalog.
pub(super) fn foreign(entry: &'static Entry, inner: &Inner) -> Resolved {
    let (code, type_) = inner.foreign.clone();
    let code = match code {
        Spelling::Text(_) if inner.screaming => {
            Spelling::Text(Cow::Owned(entry.key.to_ascii_uppercase()))
        }
        Spelling::Text(_) => Spelling::Text(entry.key.clone()),
        other => other,
    };
    let category: &'static str = entry.category.into();
    let type_ = match (type_, inner.types.get(category)) {
        (TypeSpelling::Category, Some(word)) => TypeSpelling::Text(Cow::Owned(word.clone())),
        (type_, _) => type_,
    };
    let variables = inner.variables.clone().into_iter().collect();
    Resolved {
        entry: Cow::Borrowed(entry),
        code,
        type_,
        texts: vec![texts(entry, &entry.wording, &variables, &mut Vec::new())],
        provenance: Vec::new(),
    }
}

/// Takes away what a closed catalog does not have.
fn prune(item: &Item, kept: &HashSet<&str>) -> Cow<'static, Entry> {
    let exists = |key: &Cow<'static, str>| kept.contains(key.as_ref());
    if item.entry.related.iter().all(exists) {
        return item.entry.clone();
    }
    let mut entry = item.entry.clone().into_owned();
    entry.related = entry
        .related
        .iter()
        .filter(|key| exists(key))
        .cloned()
        .collect();
    Cow::Owned(entry)
}

fn by_key(entries: &[Resolved]) -> HashMap<String, usize> {
    let keys = entries
        .iter()
        .enumerate()
        .map(|(at, resolved)| (resolved.key().to_owned(), at));
    let mut by_key: HashMap<String, usize> = keys.collect();
    for (at, resolved) in entries.iter().enumerate() {
        for alias in resolved.entry.aliases.iter() {
            by_key.entry(alias.to_string()).or_insert(at);
        }
    }
    by_key
}

fn check_references(kept: &[&Item], draft: &Draft, found: &mut Vec<Problem>) {
    // The layers' entries last: of two that collide, theirs is the one to change.
    let (own, standard): (Vec<&Item>, Vec<&Item>) =
        kept.iter().partition(|item| !item.provenance.is_empty());
    let entries: Vec<&Entry> = standard
        .iter()
        .chain(&own)
        .map(|item| item.entry.as_ref())
        .collect();
    let problems = check::check_entries(&entries);
    // A closed catalog drops standard entries; whoever refers to one is not wrong for that.
    let dropped = |problem: &Problem| problem.rule == "dangling-reference" && draft.only.is_some();
    found.extend(problems.into_iter().filter(|problem| !dropped(problem)));
    for item in kept {
        for key in item.entry.related.iter() {
            if !draft.index.contains_key(key.as_ref()) && draft.only.is_some() {
                let mut problem = draft.unknown(key).at(item.entry.key.as_ref(), "related");
                problem.rule = "dangling-reference";
                found.push(problem);
            }
        }
        replacement(item, draft, found);
    }
}

/// A retired entry names its successor, not another retired one.
fn replacement(item: &Item, draft: &Draft, found: &mut Vec<Problem>) {
    let successor = item.entry.deprecated.as_ref();
    let Some(key) = successor.and_then(|fate| fate.replaced_by.as_deref()) else {
        return;
    };
    let next = draft.index.get(key).and_then(|at| draft.items.get(*at));
    if next.is_some_and(|next| next.entry.deprecated.is_some()) {
        found.push(
            Problem::error(
                "replaced-by-retired",
                format!("`{key}`, which replaces the entry, is retired itself"),
                "name the entry that is in use now",
            )
            .at(item.entry.key.as_ref(), "deprecated"),
        );
    }
}

/// Finds the layers that problems of the whole came from: the topmost that has the place.
pub(super) fn locate(mut problems: Vec<Problem>, builder: &CatalogBuilder) -> Vec<Problem> {
    if problems.is_empty() {
        return problems;
    }
    let files: Vec<_> = builder
        .layers()
        .iter()
        .rev()
        .filter_map(Layer::file)
        .collect();
    let places: Vec<_> = files
        .iter()
        .map(|file| (file.name, file.places()))
        .collect();
    for problem in problems.iter_mut().filter(|problem| problem.file.is_none()) {
        let placed = places
            .iter()
            .find_map(|(name, places)| Some((*name, places.line(problem)?)));
        let fallback = places.first().map(|(name, _)| *name);
        problem.file = placed.map(|(name, _)| name).or(fallback).map(str::to_owned);
        problem.line = placed.map(|(_, line)| line);
    }
    problems
}
