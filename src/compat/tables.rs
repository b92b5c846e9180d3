//! The parts of an export that are tables: parameters, protocols, notices, mapping, head.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::ChangeKind::{Added, Changed, Removed};
use super::compare::{Diff, get, pairs, text, texts};
use super::{Change, ChangeKind};

static NULL: Value = Value::Null;

/// Returns what makes parameters the same: their names and types.
pub(super) fn signature(entry: &Value) -> BTreeMap<&str, &str> {
    let list = get(entry, "params").as_array().map(Vec::as_slice);
    let params = list.unwrap_or_default().iter();
    params
        .map(|param| (text(param, "name"), text(param, "type")))
        .collect()
}

/// Compares parameters by name.
pub(super) fn params(diff: &mut Diff, old: &Value, new: &Value) {
    let list = |entry: &'_ Value| -> Vec<Value> {
        get(entry, "params").as_array().cloned().unwrap_or_default()
    };
    let (before, now) = (list(old), list(new));
    let find = |list: &[Value], name: &str| {
        list.iter()
            .find(|param| text(param, "name") == name)
            .cloned()
    };
    for param in &before {
        let name = text(param, "name");
        match find(&now, name) {
            None => diff.push("params", Some(name), (Removed, ""), (param, &NULL)),
            Some(now) => parameter(diff, name, param, &now),
        }
    }
    for param in &now {
        let name = text(param, "name");
        if find(&before, name).is_none() {
            let needed = every_message_needs(new, name);
            let when = if needed { "every message needs it" } else { "" };
            diff.push("params", Some(name), (Added, when), (&NULL, param));
        }
    }
}

fn parameter(diff: &mut Diff, name: &str, old: &Value, new: &Value) {
    let mut push = |when| diff.push("params", Some(name), (Changed, when), (old, new));
    if text(old, "type") != text(new, "type") {
        return push("type");
    }
    let rank = |param| match text(param, "exposure") {
        "secret" => 2,
        "redacted" => 1,
        _ => 0,
    };
    match rank(old).cmp(&rank(new)) {
        std::cmp::Ordering::Less => push("less exposed"),
        std::cmp::Ordering::Greater => push("more exposed"),
        std::cmp::Ordering::Equal => {}
    }
    let (before, now) = (texts(get(old, "values")), texts(get(new, "values")));
    if before.difference(&now).next().is_some() {
        push("values removed");
    } else if before != now {
        push("values added");
    }
    let prose = ["example", "description"];
    if prose.iter().any(|field| get(old, field) != get(new, field)) {
        push("texts");
    }
}

fn every_message_needs(entry: &Value, name: &str) -> bool {
    let placeholder = format!("{{{name}}}");
    let list = get(entry, "messages").as_array().map(Vec::as_slice);
    let mut messages = list.unwrap_or_default().iter().filter_map(Value::as_str);
    let all = |text: &str| text.contains(&placeholder);
    messages.clone().next().is_some() && messages.all(all)
}

/// Compares how protocols spell an entry. What follows from the entry's own code, type or address
/// is reported once, there.
pub(super) fn protocols(diff: &mut Diff, old: &Value, new: &Value) {
    for (protocol, before, now) in pairs(get(old, "protocols"), get(new, "protocols")) {
        let (before, now) = (before.unwrap_or(&NULL), now.unwrap_or(&NULL));
        for field in ["code", "type", "stop_code", "quota_id", "quota_metric"] {
            let (was, is) = (get(before, field), get(now, field));
            let follows = |own: &str| was == get(old, own) && is == get(new, own);
            let upper = |own: &Value| own.as_str().map(str::to_ascii_uppercase);
            let follows_upper = was.as_str().map(str::to_owned) == upper(get(old, "key"))
                && is.as_str().map(str::to_owned) == upper(get(new, "key"));
            let derived = follows(field)
                || field == "type" && follows("doc_url")
                || field == "code" && follows_upper;
            if !derived {
                diff.value(&format!("protocols.{field}"), Some(protocol), was, is);
            }
        }
    }
}

/// Compares what a notice looks like; whether it is one is a matter of `kind`.
pub(super) fn notice(diff: &mut Diff, old: &Value, new: &Value) {
    let (before, now) = (get(old, "notice"), get(new, "notice"));
    if before.is_null() || now.is_null() {
        return;
    }
    for field in ["event", "body_field", "header", "header_value"] {
        diff.value(
            &format!("notice.{field}"),
            None,
            get(before, field),
            get(now, field),
        );
    }
    diff.set(
        "notice.payload",
        get(before, "payload"),
        get(now, "payload"),
    );
}

fn whole(key: &str) -> Diff {
    Diff {
        key: key.to_owned(),
        ..Diff::default()
    }
}

/// Compares what holds for all entries.
pub(super) fn head(old: &Value, new: &Value) -> Vec<Change> {
    let mut diff = whole("");
    let (before, now) = (get(old, "catalog"), get(new, "catalog"));
    for field in [
        "name",
        "domain",
        "language",
        "language_policy",
        "retry_after_cap",
    ] {
        diff.value(
            &format!("catalog.{field}"),
            None,
            get(before, field),
            get(now, field),
        );
    }
    let (was, is) = (get(before, "doc_base_url"), get(now, "doc_base_url"));
    if was.is_null() && !is.is_null() {
        diff.push("catalog.doc_base_url", None, (Added, ""), (was, is));
    } else {
        diff.value("catalog.doc_base_url", None, was, is);
    }
    diff.set(
        "catalog.languages",
        get(before, "languages"),
        get(now, "languages"),
    );
    diff.map("folded", get(old, "folded"), get(new, "folded"));
    diff.changes
}

/// Compares the rows from conditions to entries, by what they ask for.
pub(super) fn mapping(old: &Value, new: &Value) -> Vec<Change> {
    let list = |document| get(document, "mapping").as_array().map(Vec::as_slice);
    let (before, now) = (list(old).unwrap_or_default(), list(new).unwrap_or_default());
    let known: BTreeSet<&str> = before.iter().flat_map(conditions).collect();
    let mut changes = Vec::new();
    let mut report = |row: &Value, change: (ChangeKind, &str), values| {
        let named: Vec<&str> = conditions(row).into_iter().collect();
        let mut diff = whole(&named.join(", "));
        diff.push("mapping", None, change, values);
        changes.append(&mut diff.changes);
    };
    for row in before {
        match now.iter().find(|other| selectors(other) == selectors(row)) {
            None => report(row, (Removed, ""), (row, &NULL)),
            Some(other) => {
                for field in ["entry", "message", "retry"] {
                    if get(row, field) != get(other, field) {
                        report(row, (Changed, field), (row, other));
                    }
                }
            }
        }
    }
    for row in now {
        if !before
            .iter()
            .any(|other| selectors(other) == selectors(row))
        {
            let conditions = conditions(row);
            let split = conditions.is_empty() || conditions.iter().any(|name| known.contains(name));
            let when = if split { "" } else { "a new condition" };
            report(row, (Added, when), (&NULL, row));
        }
    }
    changes
}

fn conditions(row: &Value) -> BTreeSet<&str> {
    texts(get(row, "condition"))
}

/// An export of an earlier version may lack a selector, which asks for nothing.
fn selectors(row: &Value) -> [Option<&Value>; 6] {
    let fields = [
        "condition",
        "status",
        "provider",
        "channel",
        "transport",
        "credential",
    ];
    let asks =
        |value: &&Value| !value.is_null() && value.as_array().is_none_or(|list| !list.is_empty());
    fields.map(|field| Some(get(row, field)).filter(asks))
}
