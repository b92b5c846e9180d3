//! Looking an entry up, and near misses: what somebody may have meant.

use std::fmt;

use super::resolve::Catalog;
use super::resolved::Resolved;

/// Why a look-up failed.
///
/// `Display` and `Debug` write the same sentence, with what somebody may have meant: a `main` that
/// returns it and an `expect` print something to act on. What was looked up is cut and escaped there.
///
/// ```
/// let wrong = wirefault::Catalog::standard().find("model_not_fuond").unwrap_err();
/// let said = "there is no entry `model_not_fuond`; did you mean model_not_found, model_not_allowed?";
/// assert_eq!((wrong.to_string(), format!("{wrong:?}")), (said.to_owned(), said.to_owned()));
/// ```
#[derive(Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum LookupError {
    /// Several entries share the wire code.
    #[error("several entries have the code `{}`: {}", shown(word), candidates.join(", "))]
    Ambiguous {
        /// What was looked up.
        word: String,
        /// The keys of the entries.
        candidates: Vec<String>,
    },
    /// Nothing has this key, alias or wire code.
    #[error("there is no entry `{}`{}", shown(word), suggestion(near))]
    Unknown {
        /// What was looked up.
        word: String,
        /// The nearest keys.
        near: Vec<String>,
    },
}

impl fmt::Debug for LookupError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// A word may come from anywhere.
fn shown(word: &str) -> String {
    let mut characters = word.chars();
    let start: String = characters.by_ref().take(SHOWN).collect();
    let rest = if characters.next().is_some() {
        "…"
    } else {
        ""
    };
    format!("{}{rest}", start.escape_debug())
}

/// No key is as long.
const SHOWN: usize = 80;

fn suggestion(near: &[String]) -> String {
    if near.is_empty() {
        String::new()
    } else {
        format!("; did you mean {}?", near.join(", "))
    }
}

impl Catalog {
    /// Finds an entry by its key, else by an alias, else by its wire code if that is unique.
    ///
    /// # Errors
    ///
    /// [`LookupError::Ambiguous`] if several entries share the wire code, else
    /// [`LookupError::Unknown`] with the nearest keys.
    pub fn find(&self, word: &str) -> Result<&Resolved, LookupError> {
        if let Some(found) = self.get(word) {
            return Ok(found);
        }
        let spelt: Vec<&Resolved> = self
            .entries()
            .iter()
            .filter(|entry| entry.code().as_deref() == Some(word))
            .collect();
        match spelt.as_slice() {
            [found] => Ok(found),
            [] => {
                let keys = self.inner.by_key.keys().map(String::as_str);
                let near = nearest(word, keys, 3);
                Err(LookupError::Unknown {
                    word: word.to_owned(),
                    near: near.into_iter().map(str::to_owned).collect(),
                })
            }
            several => Err(LookupError::Ambiguous {
                word: word.to_owned(),
                candidates: several.iter().map(|entry| entry.key().to_owned()).collect(),
            }),
        }
    }
}

/// Returns up to `most` candidates that are close to `wanted`, nearest first.
pub(crate) fn nearest<'c>(
    wanted: &str,
    candidates: impl Iterator<Item = &'c str>,
    most: usize,
) -> Vec<&'c str> {
    // A long input is no typo of a key, and the distance costs its length squared.
    let wanted: Vec<char> = wanted
        .chars()
        .take(80)
        .flat_map(char::to_lowercase)
        .collect();
    let wanted = normalised(&wanted);
    let mut scored: Vec<(usize, &str)> = candidates
        .filter_map(|candidate| {
            let chars: Vec<char> = candidate.chars().flat_map(char::to_lowercase).collect();
            let chars = normalised(&chars);
            let distance = distance(&wanted, &chars);
            let longer = wanted.len().max(chars.len());
            // Of a short word less than half may differ.
            let limit = (1 + longer / 4).min(longer.saturating_sub(1) / 2);
            let contained = wanted.len() >= 4 && contains(&chars, &wanted);
            (distance <= limit || contained).then_some((distance, candidate))
        })
        .collect();
    scored.sort();
    scored.dedup();
    scored
        .into_iter()
        .take(most)
        .map(|(_, candidate)| candidate)
        .collect()
}

fn normalised(chars: &[char]) -> Vec<char> {
    chars
        .iter()
        .map(|c| {
            if matches!(c, '-' | ' ' | '.') {
                '_'
            } else {
                *c
            }
        })
        .collect()
}

fn contains(haystack: &[char], needle: &[char]) -> bool {
    haystack
        .windows(needle.len().max(1))
        .any(|window| window == needle)
}

/// Edit distance with swaps of neighbours (optimal string alignment).
fn distance(a: &[char], b: &[char]) -> usize {
    let width = b.len() + 1;
    let mut before: Vec<usize> = vec![0; width];
    let mut last: Vec<usize> = (0..width).collect();
    for (i, ca) in a.iter().enumerate() {
        let mut row = vec![i + 1; width];
        for (j, cb) in b.iter().enumerate() {
            let change = last[j] + usize::from(ca != cb);
            let mut best = change.min(last[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && a[i - 1] == *cb && *ca == b[j - 1] {
                best = best.min(before[j - 1] + 1);
            }
            row[j + 1] = best;
        }
        before = std::mem::replace(&mut last, row);
    }
    last[b.len()]
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn typos_case_and_parts_are_found() {
        let keys = [
            "model_not_found",
            "model_not_allowed",
            "rate_limit_exceeded",
        ];
        assert_eq!(
            nearest("model_not_fuond", keys.into_iter(), 1),
            ["model_not_found"]
        );
        assert_eq!(
            nearest("RATE-LIMIT-EXCEEDED", keys.into_iter(), 3),
            ["rate_limit_exceeded"]
        );
        assert_eq!(
            nearest("rate_limit", keys.into_iter(), 3),
            ["rate_limit_exceeded"]
        );
        assert_eq!(nearest("knid", ["kind"].into_iter(), 1), ["kind"]);
        assert!(nearest("hint", ["kind"].into_iter(), 1).is_empty());
        assert!(nearest("banana", keys.into_iter(), 3).is_empty());
        assert!(nearest("", keys.into_iter(), 3).is_empty());
    }
}
