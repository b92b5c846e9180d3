//! What must hold between the entries of a catalog.

use std::collections::HashMap;

use super::entry::Entry;
use super::problem::Problem;

/// Checks a set of entries: unique keys, aliases and anchors, references that resolve.
#[cfg(feature = "codegen")]
pub(crate) fn check_set(entries: &[Entry]) -> Vec<Problem> {
    check_entries(&entries.iter().collect::<Vec<_>>())
}

/// Checks a set of borrowed entries.
pub(super) fn check_entries(entries: &[&Entry]) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut names: HashMap<&str, &str> = HashMap::new();
    for entry in entries {
        if names.insert(&entry.key, &entry.key).is_some() {
            problems.push(
                Problem::error(
                    "duplicate-key",
                    "the key occurs twice",
                    "rename or remove one entry",
                )
                .at(entry.key.as_ref(), "key"),
            );
        }
    }
    for entry in entries {
        for alias in entry.aliases.iter() {
            if let Some(owner) = names.insert(alias, &entry.key) {
                problems.push(
                    Problem::error(
                        "alias-taken",
                        format!("the alias `{alias}` already names `{owner}`"),
                        "remove one of them",
                    )
                    .at(entry.key.as_ref(), "aliases"),
                );
            }
        }
    }
    let mut anchors: HashMap<&str, &str> = HashMap::new();
    for entry in entries {
        if let Some(owner) = anchors.insert(&entry.anchor, &entry.key) {
            problems.push(
                Problem::error(
                    "duplicate-anchor",
                    format!("the anchor `{}` is that of `{owner}`", entry.anchor),
                    "give each entry an anchor of its own",
                )
                .at(entry.key.as_ref(), "anchor"),
            );
        }
        let replaced = entry
            .deprecated
            .iter()
            .filter_map(|fate| fate.replaced_by.as_ref());
        let references = (entry.related.iter().map(|key| ("related", key)))
            .chain(replaced.map(|key| ("deprecated", key)));
        for (field, key) in references {
            if !names.contains_key(key.as_ref()) {
                let near = super::lookup::nearest(key, names.keys().copied(), 1);
                let fix = near.first().map_or_else(
                    || "name an existing entry".to_owned(),
                    |near| format!("did you mean `{near}`?"),
                );
                problems.push(
                    Problem::error(
                        "dangling-reference",
                        format!("there is no entry `{key}`"),
                        fix,
                    )
                    .at(entry.key.as_ref(), field),
                );
            }
        }
    }
    problems
}
