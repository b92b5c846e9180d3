//! The `id`s of a page: one element for each, in a fixed order of precedence.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap, HashSet};

use crate::catalog::Category;
use crate::export::model::{Document, Row};

/// A code that several entries share, with its id if that is free.
#[derive(Debug)]
pub(super) struct Shared<'a> {
    pub(super) id: Option<Cow<'a, str>>,
    pub(super) code: &'a str,
    pub(super) rows: Vec<&'a Row<'a>>,
}

/// Which element of the page has which `id`.
///
/// An entry's section has its anchor. Its key, its aliases and its wire code come next, as far as
/// no other entry has the same name with more right to it. A code that several entries share
/// leads to a list of them.
#[derive(Debug)]
pub(super) struct Ids<'a> {
    /// By key: ids beside the anchor.
    more: HashMap<&'a str, Vec<Cow<'a, str>>>,
    shared: Vec<Shared<'a>>,
    taken: HashSet<Cow<'a, str>>,
}

impl<'a> Ids<'a> {
    pub(super) fn new(document: &'a Document<'a>) -> Self {
        let mut ids = Ids {
            more: HashMap::new(),
            shared: Vec::new(),
            taken: HashSet::new(),
        };
        let rows = &document.entries;
        // An anchor belongs to its section. `document` has refused equal anchors and names.
        ids.taken.extend(rows.iter().map(|row| id(row.anchor)));
        rows.iter().for_each(|row| ids.claim(row, row.key));
        for row in rows {
            row.aliases.iter().for_each(|alias| ids.claim(row, alias));
        }
        let mut by_code: BTreeMap<&str, Vec<&Row<'_>>> = BTreeMap::new();
        for row in rows {
            if let Some(code) = row.code.as_deref() {
                by_code.entry(code).or_default().push(row);
            }
        }
        for (code, rows) in by_code {
            match rows.as_slice() {
                [row] => ids.claim(row, code),
                _ => {
                    let id = Some(id(code)).filter(|id| ids.taken.insert(id.clone()));
                    ids.shared.push(Shared { id, code, rows });
                }
            }
        }
        ids
    }

    /// Returns the ids of an entry beside its anchor.
    pub(super) fn more(&self, row: &Row<'_>) -> &[Cow<'a, str>] {
        self.more.get(row.key).map_or(&[], Vec::as_slice)
    }

    /// Returns the codes that several entries share.
    pub(super) fn shared(&self) -> &[Shared<'a>] {
        &self.shared
    }

    /// Returns the id of a category's heading.
    pub(super) fn category(&self, category: Category) -> String {
        let mut id = format!("category-{category}");
        while self.taken.contains(id.as_str()) {
            id.push('-');
        }
        id
    }

    fn claim(&mut self, row: &'a Row<'a>, name: &'a str) {
        let id = id(name);
        if self.taken.insert(id.clone()) {
            self.more.entry(row.key).or_default().push(id);
        }
    }
}

/// An `id` has no white space; everything else is fine.
fn id(name: &str) -> Cow<'_, str> {
    if name.contains(char::is_whitespace) {
        Cow::Owned(name.replace(char::is_whitespace, "_"))
    } else {
        Cow::Borrowed(name)
    }
}
