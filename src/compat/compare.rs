//! Entry by entry, field by field.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use super::rules::{self, Rule};
use super::tables;
use super::{Change, ChangeKind, Document, Severity};

use ChangeKind::{Added, Changed, Deprecated, Removed, Renamed};

/// Fields with one value: any difference is one change.
const VALUES: [&str; 14] = [
    "rust_name",
    "type",
    "http_status",
    "http_status_from_upstream",
    "kind",
    "fault",
    "retry",
    "retry_delay_s",
    "retry_until",
    "title",
    "description",
    "remediation",
    "typical_param",
    "since",
];

/// Fields with a list or a value that are compared as one.
const WHOLES: [&str; 3] = ["causes", "operator_action", "related"];

/// Lists whose order says nothing.
const SETS: [&str; 3] = ["aliases", "markers", "translations"];

/// Tables by name.
const MAPS: [&str; 2] = ["headers", "extensions"];

/// Fields with a rule of their own.
const SPECIAL: [&str; 10] = [
    "category",
    "code",
    "anchor",
    "messages",
    "message_contract",
    "params",
    "deprecated",
    "stability",
    "protocols",
    "notice",
];

/// Fields that follow from others, and those that say nothing to clients.
const DERIVED: [&str; 5] = [
    "key",
    "message",
    "remediation_steps",
    "doc_url",
    "provenance",
];

static NULL: Value = Value::Null;

/// Collects changes and looks their weights up.
#[derive(Default)]
pub(super) struct Diff {
    pub(super) key: String,
    /// An experimental entry may change: nothing weighs more than something new.
    pub(super) experimental: bool,
    pub(super) changes: Vec<Change>,
}

impl Diff {
    pub(super) fn push(
        &mut self,
        field: &str,
        name: Option<&str>,
        (kind, when): (ChangeKind, &str),
        (old, new): (&Value, &Value),
    ) {
        let rule: Option<&Rule> = rules::find(field, kind, when);
        let rule = rule.or_else(|| rules::find("*", Changed, ""));
        let Some(rule) = rule else { return };
        let some = |value: &Value| (!value.is_null()).then(|| value.clone());
        let severity = if self.experimental {
            rule.severity.min(Severity::Minor)
        } else {
            rule.severity
        };
        self.changes.push(Change {
            key: self.key.clone(),
            field: name.map_or_else(|| field.to_owned(), |name| format!("{field}.{name}")),
            kind,
            severity,
            old: some(old),
            new: some(new),
            message: rule.why.to_owned(),
        });
    }

    /// Reports a value that differs.
    pub(super) fn value(&mut self, field: &str, name: Option<&str>, old: &Value, new: &Value) {
        if old != new {
            self.push(field, name, (Changed, ""), (old, new));
        }
    }

    /// Reports what is new in a set and what is gone.
    pub(super) fn set(&mut self, field: &str, old: &Value, new: &Value) {
        let (before, now) = (texts(old), texts(new));
        for gone in before.difference(&now) {
            let gone = Value::from(*gone);
            self.push(field, gone.as_str(), (Removed, ""), (&gone, &NULL));
        }
        for added in now.difference(&before) {
            let added = Value::from(*added);
            self.push(field, added.as_str(), (Added, ""), (&NULL, &added));
        }
    }

    /// Reports what is new, gone or otherwise in a table.
    pub(super) fn map(&mut self, field: &str, old: &Value, new: &Value) {
        for (name, before, now) in pairs(old, new) {
            match (before, now) {
                (Some(before), None) => {
                    self.push(field, Some(name), (Removed, ""), (before, &NULL))
                }
                (None, Some(now)) => self.push(field, Some(name), (Added, ""), (&NULL, now)),
                (Some(before), Some(now)) => self.value(field, Some(name), before, now),
                (None, None) => {}
            }
        }
    }
}

/// Compares two catalogs.
pub(super) fn catalogs(old: &Document<'_>, new: &Document<'_>) -> Vec<Change> {
    let mut changes = Vec::new();
    let mut met = BTreeSet::new();
    for (key, before) in &old.entries {
        let mut diff = Diff {
            key: (*key).to_owned(),
            experimental: text(before, "stability") == "experimental",
            changes: Vec::new(),
        };
        let same = new.entries.iter().find(|(known, _)| known == key);
        let renamed = || {
            let named = |entry: &Value| texts(get(entry, "aliases")).contains(key);
            new.entries.iter().find(|(_, entry)| named(entry))
        };
        match same.or_else(renamed) {
            None => diff.push("entry", None, (Removed, ""), (&Value::from(*key), &NULL)),
            Some((name, now)) => {
                met.insert(*name);
                if name != key {
                    let names = (&Value::from(*key), &Value::from(*name));
                    diff.push("entry", None, (Renamed, ""), names);
                }
                entries(&mut diff, before, now);
            }
        }
        changes.append(&mut diff.changes);
    }
    for (key, now) in new.entries.iter().filter(|(key, _)| !met.contains(key)) {
        let mut diff = Diff {
            key: (*key).to_owned(),
            experimental: false,
            changes: Vec::new(),
        };
        diff.push("entry", None, (Added, ""), (&NULL, get(now, "title")));
        changes.append(&mut diff.changes);
    }
    changes.append(&mut tables::head(old.whole, new.whole));
    changes.append(&mut tables::mapping(old.whole, new.whole));
    changes
}

fn entries(diff: &mut Diff, old: &Value, new: &Value) {
    for field in VALUES.iter().chain(&WHOLES) {
        diff.value(field, None, get(old, field), get(new, field));
    }
    for field in SETS {
        diff.set(field, get(old, field), get(new, field));
    }
    for field in MAPS {
        diff.map(field, get(old, field), get(new, field));
    }
    category(diff, old, new);
    code(diff, old, new);
    anchor(diff, old, new);
    message(diff, old, new);
    fate(diff, old, new);
    stability(diff, old, new);
    tables::params(diff, old, new);
    tables::protocols(diff, old, new);
    tables::notice(diff, old, new);
    let known = [&VALUES[..], &WHOLES, &SETS, &MAPS, &SPECIAL, &DERIVED];
    for (name, before, now) in pairs(old, new) {
        let unknown = !known.iter().any(|fields| fields.contains(&name));
        if unknown && before != now {
            let values = (before.unwrap_or(&NULL), now.unwrap_or(&NULL));
            diff.push("*", Some(name), (Changed, ""), values);
        }
    }
}

/// The category says what an entry is; a change of it alone leaves clients of SDKs untouched.
fn category(diff: &mut Diff, old: &Value, new: &Value) {
    let (before, now) = (get(old, "category"), get(new, "category"));
    if before == now {
        return;
    }
    let rest = ["http_status", "kind", "fault"];
    let params = tables::signature(old) == tables::signature(new);
    let same = params && rest.iter().all(|field| get(old, field) == get(new, field));
    let when = if same { "all else is as before" } else { "" };
    diff.push("category", None, (Changed, when), (before, now));
}

fn code(diff: &mut Diff, old: &Value, new: &Value) {
    let (before, now) = (get(old, "code"), get(new, "code"));
    if before == now {
        return;
    }
    let kept = before
        .as_str()
        .is_some_and(|code| texts(get(new, "aliases")).contains(code));
    let when = if kept { "the old code is an alias" } else { "" };
    diff.push("code", None, (Changed, when), (before, now));
}

/// An anchor is a promise of its own, whatever else the page answers to: it stays, or becomes an
/// alias.
fn anchor(diff: &mut Diff, old: &Value, new: &Value) {
    let (before, now) = (get(old, "anchor"), get(new, "anchor"));
    if before == now {
        return;
    }
    let alias = |anchor| texts(get(new, "aliases")).contains(anchor);
    let change = if before.as_str().is_some_and(alias) {
        (Changed, "the old anchor is an alias")
    } else {
        (Removed, "")
    };
    diff.push("anchor", None, change, (before, now));
}

fn message(diff: &mut Diff, old: &Value, new: &Value) {
    let verbatim = text(old, "message_contract") == "verbatim";
    let (before, now) = (get(old, "messages"), get(new, "messages"));
    if before != now {
        let when = if verbatim { "verbatim" } else { "" };
        diff.push("messages", None, (Changed, when), (before, now));
    }
    worded(diff, "message_contract", old, new);
}

fn stability(diff: &mut Diff, old: &Value, new: &Value) {
    worded(diff, "stability", old, new);
}

/// Reports a word whose new value decides how much the change weighs.
fn worded(diff: &mut Diff, field: &str, old: &Value, new: &Value) {
    let (before, now) = (get(old, field), get(new, field));
    if before != now {
        diff.push(
            field,
            None,
            (Changed, now.as_str().unwrap_or("")),
            (before, now),
        );
    }
}

fn fate(diff: &mut Diff, old: &Value, new: &Value) {
    let (before, now) = (get(old, "deprecated"), get(new, "deprecated"));
    match (before.is_null(), now.is_null()) {
        _ if before == now => {}
        (true, false) => diff.push("entry", None, (Deprecated, ""), (before, now)),
        (false, true) => diff.push("deprecated", None, (Removed, ""), (before, now)),
        _ => diff.push("deprecated", None, (Changed, ""), (before, now)),
    }
}

pub(super) fn get<'a>(value: &'a Value, field: &str) -> &'a Value {
    value.get(field).unwrap_or(&NULL)
}

pub(super) fn text<'a>(value: &'a Value, field: &str) -> &'a str {
    get(value, field).as_str().unwrap_or("")
}

pub(super) fn texts(value: &Value) -> BTreeSet<&str> {
    let list = value.as_array().map(Vec::as_slice).unwrap_or_default();
    list.iter().filter_map(Value::as_str).collect()
}

/// Returns the fields of two objects, each with what both say.
pub(super) fn pairs<'a>(
    old: &'a Value,
    new: &'a Value,
) -> Vec<(&'a str, Option<&'a Value>, Option<&'a Value>)> {
    static EMPTY: std::sync::LazyLock<Map<String, Value>> = std::sync::LazyLock::new(Map::new);
    let (old, new) = (
        old.as_object().unwrap_or(&EMPTY),
        new.as_object().unwrap_or(&EMPTY),
    );
    let added = new.keys().filter(|name| !old.contains_key(*name));
    old.keys()
        .chain(added)
        .map(|name| (name.as_str(), old.get(name), new.get(name)))
        .collect()
}
