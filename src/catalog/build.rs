//! Building a catalog: layer over layer, every problem reported.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use super::compile;
use super::entry::{Category, Entry, Text, Wording};
use super::generated::{self, ErrorCode};
use super::layer::Layer;
use super::problem::{Problem, Problems, Severity};
use super::resolve::{
    Body, Catalog, Inner, LanguagePolicy, Resolved, Spelling, Texts, TypeSpelling,
};
use super::source::{CapSource, EntrySource, LayerFile, MappingSource, OneOrMany, WordingSource};
use super::template::Template;

/// The longest wait that a client is told in `Retry-After`, in seconds.
///
/// Longer ones make SDKs sleep for hours, or give up at once.
pub const RETRY_AFTER_CAP: u64 = 60;

/// Builds a [`Catalog`] of the standard entries under layers.
#[derive(Clone, Debug, Default)]
#[must_use]
pub struct CatalogBuilder {
    layers: Vec<Layer>,
    default_mapping: Vec<MappingSource>,
}

impl CatalogBuilder {
    /// Puts a layer on top.
    pub fn layer(mut self, layer: Layer) -> Self {
        self.layers.push(layer);
        self
    }

    /// Resolves the layers.
    ///
    /// # Errors
    ///
    /// Everything that is wrong with the layers, all at once. Nothing is half-applied.
    pub fn build(self) -> Result<Catalog, Problems> {
        let (catalog, problems) = self.build_lossy();
        if problems
            .iter()
            .any(|problem| problem.severity == Severity::Error)
        {
            return Err(Problems(problems));
        }
        Ok(catalog)
    }

    /// Resolves the layers as far as they go, with what is wrong.
    pub(crate) fn build_lossy(self) -> (Catalog, Vec<Problem>) {
        let mut draft = Draft::standard();
        draft.mapping = self.default_mapping;
        for layer in &self.layers {
            draft.apply(layer);
        }
        draft.finish()
    }
}

/// Returns the standard catalog, and the problems that a test shows to be none.
pub(crate) fn standard() -> (Catalog, Vec<Problem>) {
    Draft::standard().finish()
}

/// An entry while layers are applied.
struct Item {
    entry: Cow<'static, Entry>,
    code: Option<String>,
    type_: Option<String>,
    /// Wording by language, besides the entry's own.
    wording: BTreeMap<String, Wording>,
    provenance: Vec<(String, String)>,
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

    fn set_by(&mut self, field: &str, layer: &str) {
        self.provenance.retain(|(set, _)| set != field);
        self.provenance.push((field.to_owned(), layer.to_owned()));
    }
}

struct Draft {
    /// A layer's own entries, then the standard ones.
    own: Vec<Item>,
    standard: Vec<Item>,
    only: Option<Vec<String>>,
    fold: BTreeMap<String, String>,
    settings: LayerFile,
    mapping: Vec<MappingSource>,
    problems: Vec<Problem>,
}

impl Draft {
    fn standard() -> Self {
        let mut standard: Vec<Item> = generated::ENTRIES
            .iter()
            .map(|entry| Item::new(Cow::Borrowed(entry)))
            .collect();
        for (tag, wordings) in generated::LANGUAGES {
            for (item, wording) in standard.iter_mut().zip(wordings.iter()) {
                item.wording.insert((*tag).to_owned(), wording.wording());
            }
        }
        Draft {
            own: Vec::new(),
            standard,
            only: None,
            fold: BTreeMap::new(),
            settings: LayerFile {
                name: Some("wirefault".to_owned()),
                version: Some(env!("CARGO_PKG_VERSION").to_owned()),
                domain: Some("wirefault".to_owned()),
                ..LayerFile::default()
            },
            mapping: Vec::new(),
            problems: Vec::new(),
        }
    }

    fn item(&mut self, key: &str) -> Option<&mut Item> {
        self.own
            .iter_mut()
            .chain(&mut self.standard)
            .find(|item| item.entry.key == key)
    }

    fn apply(&mut self, layer: &Layer) {
        let mut found = layer.problems.clone();
        let source = layer.source.clone();
        let name = layer.name().to_owned();
        if source.overlay == Some(true) {
            refuse_beyond_overlay(&source, &mut found);
        }
        self.apply_entries(layer, &name, &mut found);
        for (key, change) in source.override_.clone() {
            self.apply_override(&key, change, &name, &mut found);
        }
        for (tag, texts) in &source.text {
            for (key, text) in texts {
                self.apply_text(tag, key, text.clone(), &name, &mut found);
            }
        }
        self.apply_settings(source);
        self.problems
            .extend(found.into_iter().map(|problem| layer.locate(problem)));
    }

    fn apply_entries(&mut self, layer: &Layer, name: &str, found: &mut Vec<Problem>) {
        let mut new: Vec<Item> = layer
            .entries
            .iter()
            .map(|entry| Item::new(Cow::Owned(entry.clone())))
            .collect();
        for source in layer.source.entry.clone() {
            let (code, type_) = (source.code.clone(), source.type_.clone());
            let entry = compile::entry(source, compile::blank(), None, found);
            let mut item = Item::new(Cow::Owned(entry));
            (item.code, item.type_) = (code, type_);
            new.push(item);
        }
        for mut item in new {
            let key = item.entry.key.to_string();
            if self.item(&key).is_some() {
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
            self.own.push(item);
        }
    }

    fn apply_override(
        &mut self,
        key: &str,
        change: EntrySource,
        layer: &str,
        found: &mut Vec<Problem>,
    ) {
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
        let near = self.near(key);
        let Some(item) = self.item(key) else {
            found.push(
                Problem::error("unknown-key", format!("there is no entry `{key}`"), near)
                    .at(key, "override"),
            );
            return;
        };
        for field in set_fields(&change) {
            item.set_by(&field, layer);
        }
        item.code = change.code.clone().or(item.code.take());
        item.type_ = change.type_.clone().or(item.type_.take());
        let rewords = change.message.is_some();
        let change = EntrySource {
            key: None,
            kind: None,
            category: None,
            fault: None,
            ..change
        };
        let entry = compile::entry(change, item.entry.clone().into_owned(), None, found);
        item.entry = Cow::Owned(entry);
        if rewords {
            // A translation of the old wording would contradict the new one.
            for wording in item.wording.values_mut() {
                wording.message = item.entry.wording.message.clone();
            }
        }
    }

    fn apply_text(
        &mut self,
        tag: &str,
        key: &str,
        text: WordingSource,
        layer: &str,
        found: &mut Vec<Problem>,
    ) {
        let near = self.near(key);
        let Some(item) = self.item(key) else {
            found.push(
                Problem::error("unknown-key", format!("there is no entry `{key}`"), near)
                    .at(key, format!("text.{tag}")),
            );
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

    fn near(&self, key: &str) -> String {
        let keys = self
            .own
            .iter()
            .chain(&self.standard)
            .map(|item| item.entry.key.as_ref());
        match super::lookup::nearest(key, keys, 3).as_slice() {
            [] => "write the key of an existing entry".to_owned(),
            near => format!("did you mean {}?", near.join(", ")),
        }
    }

    fn apply_settings(&mut self, source: LayerFile) {
        let settings = &mut self.settings;
        let LayerFile { mut mapping, .. } = source;
        mapping.append(&mut self.mapping);
        self.mapping = mapping;
        if source.only.is_some() {
            self.only = source.only;
        }
        self.fold.extend(source.fold);
        settings.name = source.name.or(settings.name.take());
        settings.version = source.version.or(settings.version.take());
        settings.domain = source.domain.or(settings.domain.take());
        settings.doc_base_url = source.doc_base_url.or(settings.doc_base_url.take());
        settings.default_language = source.default_language.or(settings.default_language.take());
        settings.language_policy = source.language_policy.or(settings.language_policy.take());
        settings.retry_after_cap = source.retry_after_cap.or(settings.retry_after_cap.take());
        settings.code_style = source.code_style.or(settings.code_style.take());
        settings.type_style = source.type_style.or(settings.type_style.take());
        settings.request_id_headers = source
            .request_id_headers
            .or(settings.request_id_headers.take());
        settings.variables.extend(source.variables);
        settings.types.extend(source.types);
        settings.headers.errors.extend(source.headers.errors);
        settings.headers.successes.extend(source.headers.successes);
        settings.body.extend(source.body);
        settings.stream.extend(source.stream);
        settings.allow.extend(source.allow);
        let mut rules = source.rule;
        rules.append(&mut settings.rule);
        settings.rule = rules;
    }

    fn finish(mut self) -> (Catalog, Vec<Problem>) {
        let mut problems = std::mem::take(&mut self.problems);
        let codes = code_style(&self.settings, &mut problems);
        let types = type_style(&self.settings, &mut problems);
        let default = self
            .settings
            .default_language
            .clone()
            .unwrap_or_else(|| "en".to_owned());
        let languages = self.languages(&default);
        let kept: Vec<String> = self.kept(&mut problems);
        let mut entries = Vec::new();
        let mut by_key = HashMap::new();
        for item in self.own.iter().chain(&self.standard) {
            if !kept.iter().any(|key| *key == item.entry.key) {
                continue;
            }
            by_key.insert(item.entry.key.to_string(), entries.len());
            entries.push(resolve(
                item,
                &languages,
                &self.settings,
                codes,
                types,
                &mut problems,
            ));
        }
        for (at, entry) in entries.iter().enumerate() {
            for alias in entry.entry.aliases.iter() {
                if let Some(other) = by_key.insert(alias.to_string(), at) {
                    let other = entries
                        .get(other)
                        .map_or("", |entry: &Resolved| entry.key());
                    problems.push(
                        Problem::error(
                            "alias-taken",
                            format!("the alias `{alias}` is taken by `{other}`"),
                            "remove one of them",
                        )
                        .at(entry.key(), "aliases"),
                    );
                }
            }
        }
        let fold_rest = self.fold_target("*", &by_key);
        let standard = self.fold_standard(&by_key, fold_rest, &mut problems);
        let styles = (codes, types);
        let inner = self.inner(
            entries,
            by_key,
            standard,
            fold_rest,
            languages,
            styles,
            &mut problems,
        );
        (
            Catalog {
                inner: Arc::new(inner),
            },
            problems,
        )
    }

    fn languages(&self, default: &str) -> Vec<String> {
        let mut languages = vec![default.to_owned()];
        let tags = self
            .own
            .iter()
            .chain(&self.standard)
            .flat_map(|item| item.wording.keys());
        for tag in std::iter::once("en").chain(tags.map(String::as_str)) {
            if !languages.iter().any(|known| known == tag) {
                languages.push(tag.to_owned());
            }
        }
        languages
    }

    /// Returns the keys that exist, and refuses unknown ones in `only`.
    fn kept(&self, problems: &mut Vec<Problem>) -> Vec<String> {
        let all = || {
            self.own
                .iter()
                .chain(&self.standard)
                .map(|item| item.entry.key.to_string())
        };
        let Some(only) = &self.only else {
            return all().collect();
        };
        for key in only {
            if !all().any(|known| known == *key) {
                let mut problem = Problem::error(
                    "unknown-key",
                    format!("`only` names `{key}`, which does not exist"),
                    self.near(key),
                );
                problem.field = Some("only".to_owned());
                problems.push(problem);
            }
        }
        let own: Vec<String> = self
            .own
            .iter()
            .map(|item| item.entry.key.to_string())
            .collect();
        all()
            .filter(|key| own.contains(key) || only.contains(key))
            .collect()
    }

    fn fold_target(&self, from: &str, by_key: &HashMap<String, usize>) -> Option<usize> {
        by_key.get(self.fold.get(from)?).copied()
    }

    fn fold_standard(
        &self,
        by_key: &HashMap<String, usize>,
        rest: Option<usize>,
        problems: &mut Vec<Problem>,
    ) -> Vec<usize> {
        for (from, to) in &self.fold {
            if !by_key.contains_key(to) {
                let mut problem = Problem::error(
                    "fold-target",
                    format!("`{from}` is folded to `{to}`, which does not exist here"),
                    "fold it to a key that is kept",
                );
                problem.field = Some("fold".to_owned());
                problems.push(problem);
            }
        }
        let mut unfolded = Vec::new();
        let standard = ErrorCode::ALL
            .iter()
            .map(|code| {
                let entry = code.entry();
                let category = format!("category:{}", entry.category);
                let target = (by_key.get(entry.key.as_ref()).copied())
                    .or_else(|| self.fold_target(&entry.key, by_key))
                    .or_else(|| self.fold_target(&category, by_key))
                    .or(rest);
                target.unwrap_or_else(|| {
                    if entry.category != Category::Notice {
                        unfolded.push(entry.key.as_ref());
                    }
                    usize::MAX
                })
            })
            .collect();
        if !unfolded.is_empty() {
            let mut problem = Problem::error(
                "fold-incomplete",
                format!(
                    "the catalog is closed, but nothing says where these go: {}",
                    unfolded.join(", ")
                ),
                "add them to `fold`, or a fold for `*`",
            );
            problem.field = Some("fold".to_owned());
            problems.push(problem);
        }
        standard
    }

    fn inner(
        self,
        entries: Vec<Resolved>,
        by_key: HashMap<String, usize>,
        standard: Vec<usize>,
        fold_rest: Option<usize>,
        languages: Vec<String>,
        (codes, types): (CodeStyle, bool),
        problems: &mut Vec<Problem>,
    ) -> Inner {
        let settings = self.settings;
        let policy = match settings.language_policy.as_deref() {
            None => LanguagePolicy::Off,
            Some(word) => word.parse().unwrap_or_else(|_| {
                problems.push(setting(
                    "language_policy",
                    word,
                    "write `off`, `documents`, `human_fields` or `message`",
                ));
                LanguagePolicy::Off
            }),
        };
        let retry_after_cap = match &settings.retry_after_cap {
            None => Some(RETRY_AFTER_CAP),
            Some(CapSource::Seconds(seconds)) => Some(*seconds),
            Some(CapSource::Word(word)) if word == "none" => None,
            Some(CapSource::Word(word)) => {
                problems.push(setting(
                    "retry_after_cap",
                    word,
                    "write a number of seconds, or `none`",
                ));
                Some(RETRY_AFTER_CAP)
            }
        };
        Inner {
            name: settings.name.unwrap_or_default(),
            version: settings.version.unwrap_or_default(),
            domain: settings.domain.unwrap_or_default(),
            doc_base_url: settings.doc_base_url,
            error_headers: headers(settings.headers.errors, problems),
            success_headers: headers(settings.headers.successes, problems),
            request_id_headers: settings
                .request_id_headers
                .unwrap_or_else(|| vec!["x-request-id".to_owned(), "request-id".to_owned()]),
            types: settings.types.into_iter().collect(),
            bodies: settings
                .body
                .into_iter()
                .map(|(protocol, body)| {
                    (
                        protocol,
                        Body {
                            top: body.top,
                            error: body.error,
                        },
                    )
                })
                .collect(),
            plain_streams: settings
                .stream
                .into_iter()
                .filter(|(_, form)| form == "event_error")
                .map(|(protocol, _)| protocol)
                .collect(),
            variables: settings.variables.into_iter().collect(),
            rules: settings.rule,
            mapping: self.mapping,
            warnings: problems
                .iter()
                .filter(|problem| problem.severity == Severity::Warning)
                .cloned()
                .collect(),
            entries,
            by_key,
            standard,
            fold_rest,
            languages,
            policy,
            retry_after_cap,
            screaming: codes == CodeStyle::Screaming,
            foreign: (
                match codes {
                    CodeStyle::Status => Spelling::Status,
                    CodeStyle::Absent => Spelling::Absent,
                    _ => Spelling::Text(Cow::Borrowed("")),
                },
                if types {
                    TypeSpelling::Code
                } else {
                    TypeSpelling::Category
                },
            ),
        }
    }
}

/// Resolves an entry outside the catalog.
pub(crate) fn foreign(entry: &'static Entry, inner: &Inner) -> Resolved {
    let (code, type_) = inner.foreign.clone();
    let code = match code {
        Spelling::Text(_) if inner.screaming => {
            Spelling::Text(Cow::Owned(entry.key.to_ascii_uppercase()))
        }
        Spelling::Text(_) => Spelling::Text(entry.key.clone()),
        other => other,
    };
    let settings = LayerFile {
        variables: inner.variables.clone().into_iter().collect(),
        ..LayerFile::default()
    };
    let texts = vec![texts(entry, &entry.wording, &settings, &mut Vec::new())];
    Resolved {
        entry: Cow::Borrowed(entry),
        code,
        type_,
        texts,
        provenance: Vec::new(),
    }
}

#[derive(Clone, Copy, PartialEq)]
enum CodeStyle {
    AsIs,
    Screaming,
    Status,
    Absent,
}

fn code_style(settings: &LayerFile, problems: &mut Vec<Problem>) -> CodeStyle {
    match settings.code_style.as_deref() {
        None | Some("as_is") => CodeStyle::AsIs,
        Some("screaming") => CodeStyle::Screaming,
        Some("status") => CodeStyle::Status,
        Some("absent") => CodeStyle::Absent,
        Some(word) => {
            problems.push(setting(
                "code_style",
                word,
                "write `as_is`, `screaming`, `status` or `absent`",
            ));
            CodeStyle::AsIs
        }
    }
}

fn type_style(settings: &LayerFile, problems: &mut Vec<Problem>) -> bool {
    match settings.type_style.as_deref() {
        None | Some("category") => false,
        Some("code") => true,
        Some(word) => {
            problems.push(setting("type_style", word, "write `category` or `code`"));
            false
        }
    }
}

fn setting(field: &str, word: &str, fix: &str) -> Problem {
    let mut problem = Problem::error("unknown-word", format!("`{word}` is not known here"), fix);
    problem.field = Some(field.to_owned());
    problem
}

fn headers(map: BTreeMap<String, String>, problems: &mut Vec<Problem>) -> Vec<(String, Template)> {
    let mut headers = Vec::new();
    for (name, value) in map {
        let named = http::HeaderName::from_bytes(name.as_bytes());
        match (named, Template::parse(&value)) {
            (Ok(name), Ok(template)) => headers.push((name.to_string(), template)),
            (Err(_), _) => {
                problems.push(setting("headers", &name, "use letters, digits and hyphens"))
            }
            (_, Err(error)) => problems.push(setting("headers", &value, &error.to_string())),
        }
    }
    headers
}

fn resolve(
    item: &Item,
    languages: &[String],
    settings: &LayerFile,
    codes: CodeStyle,
    type_is_code: bool,
    problems: &mut Vec<Problem>,
) -> Resolved {
    let entry = &item.entry;
    let code = match &item.code {
        Some(code) if code.is_empty() => Spelling::Absent,
        Some(code) => Spelling::Text(Cow::Owned(code.clone())),
        None => match codes {
            CodeStyle::AsIs => Spelling::Text(entry.key.clone()),
            CodeStyle::Screaming => Spelling::Text(Cow::Owned(entry.key.to_ascii_uppercase())),
            CodeStyle::Status => Spelling::Status,
            CodeStyle::Absent => Spelling::Absent,
        },
    };
    let category: &'static str = entry.category.into();
    let type_ = match (&item.type_, settings.types.get(category)) {
        (Some(type_), _) => TypeSpelling::Text(Cow::Owned(type_.clone())),
        (None, _) if type_is_code => TypeSpelling::Code,
        (None, Some(type_)) => TypeSpelling::Text(Cow::Owned(type_.clone())),
        (None, None) => TypeSpelling::Category,
    };
    let texts = languages
        .iter()
        .map(|tag| {
            let wording = item.wording.get(tag).unwrap_or(&entry.wording);
            texts(entry, wording, settings, problems)
        })
        .collect();
    Resolved {
        entry: item.entry.clone(),
        code,
        type_,
        texts,
        provenance: item.provenance.clone(),
    }
}

fn texts(
    entry: &Entry,
    wording: &Wording,
    settings: &LayerFile,
    problems: &mut Vec<Problem>,
) -> Texts {
    let value = |name: &str| settings.variables.get(name).map(String::as_str);
    // A step whose variable is not set is left out: it would tell people to open nothing.
    let prose = |text: &Text| -> Option<String> {
        let template = Template::parse(text).ok()?.with_variables(value)?;
        Some(template.to_string().replace("{{", "{").replace("}}", "}"))
    };
    let mut message = Vec::new();
    for text in wording.message.iter() {
        let Ok(template) = Template::parse(text) else {
            continue;
        };
        match template.with_variables(value) {
            Some(template) => message.push(template),
            None => problems.push(
                Problem::error(
                    "unset-variable",
                    format!("the message `{text}` uses a variable that is not set"),
                    "set it under `[variables]`",
                )
                .at(entry.key.as_ref(), "message"),
            ),
        }
    }
    Texts {
        title: prose(&wording.title).unwrap_or_default(),
        message,
        description: prose(&wording.description).unwrap_or_default(),
        causes: wording.causes.iter().filter_map(prose).collect(),
        remediation: wording.remediation.iter().filter_map(prose).collect(),
    }
}

/// Applies texts over a wording.
pub(crate) fn reword(base: Wording, text: WordingSource) -> Wording {
    let list = |list: Option<Vec<String>>, base: Cow<'static, [Text]>| {
        list.map_or(base, |list| list.into_iter().map(Cow::Owned).collect())
    };
    Wording {
        title: text.title.map_or(base.title, Cow::Owned),
        message: list(text.message.map(OneOrMany::into_vec), base.message),
        description: text.description.map_or(base.description, Cow::Owned),
        causes: list(text.causes, base.causes),
        remediation: list(text.remediation.map(OneOrMany::into_vec), base.remediation),
    }
}

/// Checks that a translation's messages use the same placeholders, variant by variant.
pub(crate) fn check_translation(
    entry: &Entry,
    tag: &str,
    wording: &Wording,
    problems: &mut Vec<Problem>,
) {
    let field = format!("text.{tag}.message");
    let sets = |wording: &Wording| -> Vec<Vec<String>> {
        let variants = wording
            .message
            .iter()
            .map(|text| match Template::parse(text) {
                Ok(template) => {
                    let mut names: Vec<String> = template.params().map(str::to_owned).collect();
                    names.sort();
                    names.dedup();
                    names
                }
                Err(_) => vec!["?".to_owned()],
            });
        variants.collect()
    };
    let (own, english) = (sets(wording), sets(&entry.wording));
    if own != english {
        problems.push(
            Problem::error(
                "translation-params",
                format!("the {tag} messages use {own:?}, the English ones {english:?}"),
                "write as many variants as in English, each with the same placeholders",
            )
            .at(entry.key.as_ref(), field.clone()),
        );
    }
    let translated = wording.message != entry.wording.message;
    if translated && entry.message_contract == super::entry::MessageContract::Verbatim {
        problems.push(
            Problem::error(
                "translated-verbatim",
                "clients match on this message, so it is never translated",
                "remove the translated message",
            )
            .at(entry.key.as_ref(), field),
        );
    }
}

fn set_fields(change: &EntrySource) -> Vec<String> {
    match serde_json::to_value(change) {
        Ok(serde_json::Value::Object(fields)) => fields
            .into_iter()
            .filter(|(_, value)| !value.is_null())
            .map(|(field, _)| field)
            .collect(),
        _ => Vec::new(),
    }
}

fn refuse_beyond_overlay(source: &LayerFile, found: &mut Vec<Problem>) {
    let mut refuse = |field: &str, entry: Option<&str>| {
        let mut problem = Problem::error(
            "overlay-scope",
            format!("a runtime file cannot set `{field}`"),
            "it may change wording, languages and variables; the rest belongs in the gateway's layer",
        );
        problem.field = Some(field.to_owned());
        problem.entry = entry.map(str::to_owned);
        found.push(problem);
    };
    let allowed = [
        "name",
        "version",
        "overlay",
        "doc_base_url",
        "default_language",
        "language_policy",
        "variables",
        "text",
        "override",
        "allow",
    ];
    let defaults = serde_json::to_value(LayerFile::default()).unwrap_or_default();
    if let Ok(serde_json::Value::Object(fields)) = serde_json::to_value(source) {
        for (field, value) in &fields {
            if !allowed.contains(&field.as_str()) && defaults.get(field) != Some(value) {
                refuse(field, None);
            }
        }
    }
    let words = ["title", "message", "description", "causes", "remediation"];
    for (key, change) in &source.override_ {
        for field in set_fields(change) {
            if !words.contains(&field.as_str()) {
                refuse(&field, Some(key));
            }
        }
    }
}
