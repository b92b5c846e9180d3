//! Where the entries go that a closed catalog does not have.

use std::collections::HashMap;
use std::str::FromStr;

use super::draft::Draft;
use super::entry::Category;
use super::generated::ErrorCode;
use super::problem::Problem;
use super::settings::at;

/// The prefix of a fold of a whole category.
const CATEGORY: &str = "category:";

/// Where every standard code ends up, and everything that is not even one.
pub(super) struct Folds {
    pub(super) standard: Vec<usize>,
    pub(super) rest: Option<usize>,
    /// For entries that no layer of the catalog names.
    pub(super) categories: Vec<(Category, usize)>,
}

impl Folds {
    pub(super) fn new(
        draft: &Draft,
        by_key: &HashMap<String, usize>,
        found: &mut Vec<Problem>,
    ) -> Self {
        check(draft, by_key, found);
        let fold = &draft.settings.fold;
        let target = |from: &str| by_key.get(fold.get(from)?).copied();
        let rest = target("*");
        let mut lost = Vec::new();
        let standard = ErrorCode::ALL
            .iter()
            .map(|code| {
                let entry = code.entry();
                let place = by_key
                    .get(entry.key.as_ref())
                    .copied()
                    .or_else(|| target(&entry.key))
                    .or_else(|| target(&format!("{CATEGORY}{}", entry.category)))
                    .or(rest);
                if place.is_none() && entry.category != Category::Notice {
                    lost.push(entry.key.as_ref());
                }
                place.unwrap_or(usize::MAX)
            })
            .collect();
        if !lost.is_empty() {
            let message = format!(
                "the catalog is closed, but nothing says where these go: {}",
                lost.join(", ")
            );
            let fix = "add them to `fold`, or a fold for `*`";
            found.push(at(Problem::error("fold-incomplete", message, fix), "fold"));
        }
        let categories = <Category as strum::VariantArray>::VARIANTS
            .iter()
            .filter_map(|category| Some((*category, target(&format!("{CATEGORY}{category}"))?)))
            .collect();
        Folds {
            standard,
            rest,
            categories,
        }
    }
}

fn refuse(rule: &'static str, from: &str, message: String, fix: &str) -> Problem {
    at(Problem::error(rule, message, fix), &format!("fold.{from}"))
}

fn check(draft: &Draft, by_key: &HashMap<String, usize>, found: &mut Vec<Problem>) {
    let fold = &draft.settings.fold;
    for (from, to) in fold {
        if draft.only.is_none() {
            found.push(refuse(
                "fold-without-only",
                from,
                format!("`{from}` is folded, but the catalog is not closed"),
                "list the entries that exist in `only`, or remove the fold",
            ));
        }
        if fold.contains_key(to) {
            found.push(refuse(
                "fold-chain",
                from,
                format!("`{from}` is folded to `{to}`, which is folded itself"),
                "fold it to an entry that exists here",
            ));
        } else if !by_key.contains_key(to) {
            found.push(refuse(
                "fold-target",
                from,
                format!("`{from}` is folded to `{to}`, which does not exist here"),
                "fold it to an entry that exists here",
            ));
        }
        let known = match from.strip_prefix(CATEGORY) {
            Some(category) => Category::from_str(category).is_ok(),
            None => from == "*" || draft.index.contains_key(from),
        };
        if !known {
            let mut problem = draft.unknown(from);
            problem.field = Some(format!("fold.{from}"));
            found.push(problem);
            continue;
        }
        if draft.only.is_some() && by_key.contains_key(from) {
            found.push(refuse(
                "fold-of-kept",
                from,
                format!("`{from}` exists here and is folded away"),
                "take it out of `only`, or remove the fold",
            ));
        }
    }
}
