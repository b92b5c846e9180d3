//! Rules that can never decide, since an earlier one is for all that they are for.
//!
//! It errs on the side of silence: where two rules overlap in part, or it would take an upstream's
//! answer to tell, nothing is said.

use super::ready::Ready;
use crate::provider::names;

/// Returns each rule that an earlier one hides, with the earlier one. The rules are in the order in
/// which they are tried.
pub(super) fn hidden(rules: &[Ready]) -> impl Iterator<Item = (&Ready, &Ready)> {
    let pairs = rules.iter().enumerate().filter_map(|(at, rule)| {
        let mut before = rules.iter().take(at);
        let wider = before.find(|wider| wider.rule.enabled && wider.covers(rule))?;
        Some((rule, wider))
    });
    pairs.filter(|(rule, _)| rule.rule.enabled)
}

/// One kind of sign in two rules: whether each gives it, and whether one that is for the narrower
/// rule is for the wider one.
struct Sign {
    wide: bool,
    narrow: bool,
    covers: bool,
}

impl Ready {
    fn covers(&self, narrow: &Ready) -> bool {
        self.covers_scope(narrow) && self.covers_signs(narrow)
    }

    fn covers_scope(&self, narrow: &Ready) -> bool {
        let (wide, of) = (&self.rule.match_, &narrow.rule.match_);
        among(&wide.providers, &of.providers, |a, b| names::is_same(a, b))
            && among(&wide.channels, &of.channels, same)
            && among(&self.protocols, &narrow.protocols, |a, b| a == b)
            && among(&self.models, &narrow.models, |a, b| a.covers(b))
            && (self.credential.is_none() || self.credential == narrow.credential)
    }

    fn covers_signs(&self, narrow: &Ready) -> bool {
        let signs = self.signs(narrow);
        let given =
            |narrow: &dyn Fn(&Sign) -> bool| signs.iter().filter(|sign| narrow(sign)).count();
        let wide = given(&|sign| sign.wide);
        let theirs = given(&|sign| sign.narrow);
        let both = given(&|sign| sign.wide && sign.narrow && sign.covers);
        match (self.any || wide == 1, narrow.any && theirs > 1) {
            _ if wide == 0 => true,
            // One of the wider rule's signs is enough, and the narrower one's failures have all of
            // theirs.
            (true, false) => both > 0,
            // They may have any of theirs.
            (true, true) => both == theirs,
            (false, false) => both == wide,
            (false, true) => false,
        }
    }

    fn signs(&self, narrow: &Ready) -> [Sign; 5] {
        let (wide, of) = (&self.rule.match_, &narrow.rule.match_);
        [
            sign(&self.statuses, &narrow.statuses, |a, b| {
                a.contains(b.start()) && a.contains(b.end())
            }),
            sign(&wide.codes, &of.codes, same),
            sign(&wide.types, &of.types, same),
            sign(&self.conditions, &narrow.conditions, |a, b| a == b),
            Sign {
                covers: self.covers_keywords(narrow),
                ..sign(&self.keywords, &narrow.keywords, |_, _| true)
            },
        ]
    }

    fn covers_keywords(&self, narrow: &Ready) -> bool {
        // Whoever says the longer word says the shorter one in it.
        let says = |theirs: &String| self.keywords.iter().any(|ours| theirs.contains(ours));
        let said = |ours: &String| narrow.keywords.iter().any(|theirs| theirs.contains(ours));
        let (all, theirs_all) = (
            self.all_keywords && self.keywords.len() > 1,
            narrow.all_keywords || narrow.keywords.len() == 1,
        );
        self.place == narrow.place
            && match (all, theirs_all) {
                (false, false) => narrow.keywords.iter().all(says),
                (false, true) => narrow.keywords.iter().any(says),
                (true, true) => self.keywords.iter().all(said),
                (true, false) => false,
            }
    }
}

fn sign<T>(wide: &[T], narrow: &[T], covers: impl Fn(&T, &T) -> bool) -> Sign {
    Sign {
        wide: !wide.is_empty(),
        narrow: !narrow.is_empty(),
        covers: !narrow.is_empty() && among(wide, narrow, covers),
    }
}

/// Returns true if a list without an element, which is for all, or each of the other list's elements
/// is in it.
fn among<T>(wide: &[T], narrow: &[T], covers: impl Fn(&T, &T) -> bool) -> bool {
    let inside = |narrow: &T| wide.iter().any(|wide| covers(wide, narrow));
    wide.is_empty() || (!narrow.is_empty() && narrow.iter().all(inside))
}

fn same<T: AsRef<str>>(a: &T, b: &T) -> bool {
    a.as_ref().eq_ignore_ascii_case(b.as_ref())
}

#[cfg(test)]
#[allow(clippy::unwrap_used)] // A panic is how a test fails.
mod tests {
    use serde_json::{Value, json};

    use crate::catalog::Catalog;
    use crate::upstream::Rules;

    fn hides(wide: Value, narrow: Value) -> bool {
        let rule =
            |id: &str, fits: Value| json!({"id": id, "match": fits, "skip_monitoring": true});
        let values = [rule("wide", wide), rule("narrow", narrow)];
        let rules = Rules::from_values(&values, Catalog::standard()).unwrap();
        let hidden: Vec<_> = rules.hidden().collect();
        assert!(hidden.is_empty() || hidden == [(1, "narrow", "wide")]);
        !hidden.is_empty()
    }

    #[test]
    fn a_rule_behind_a_wider_one_is_found() {
        for (wide, narrow) in [
            (json!({"statuses": [400]}), json!({"statuses": [400]})),
            (
                json!({"statuses": ["400-499"]}),
                json!({"statuses": [402, "404-410"], "models": ["x"]}),
            ),
            (
                json!({"providers": ["A", "b"]}),
                json!({"providers": ["a"], "statuses": [500]}),
            ),
            (
                json!({"models": ["gpt-*"]}),
                json!({"models": ["gpt-4*", "GPT-5"]}),
            ),
            (
                json!({"keywords": ["credit"]}),
                json!({"keywords": ["No credit", "credits"]}),
            ),
            (
                json!({"statuses": [400], "codes": ["a"], "mode": "any"}),
                json!({"statuses": [400], "types": ["t"]}),
            ),
            (
                json!({"statuses": [400], "codes": ["a"], "mode": "any"}),
                json!({"statuses": [400], "codes": ["A"], "mode": "any"}),
            ),
            (
                json!({"keywords": ["a", "b"], "keywords_mode": "all"}),
                json!({"keywords": ["a", "b", "c"], "keywords_mode": "all"}),
            ),
        ] {
            assert!(hides(wide.clone(), narrow.clone()), "{wide} {narrow}");
        }
    }

    #[test]
    fn a_rule_with_failures_of_its_own_is_not() {
        for (wide, narrow) in [
            (json!({"statuses": [400]}), json!({"statuses": [400, 401]})),
            (
                json!({"statuses": [400], "codes": ["a"]}),
                json!({"statuses": [400]}),
            ),
            (json!({"statuses": [400]}), json!({"codes": ["a"]})),
            (
                json!({"statuses": [400]}),
                json!({"statuses": [400], "codes": ["a"], "mode": "any"}),
            ),
            (
                json!({"statuses": [400], "models": ["x"]}),
                json!({"statuses": [400]}),
            ),
            (json!({"models": ["gpt-4"]}), json!({"models": ["gpt-4*"]})),
            (
                json!({"keywords": ["credits"]}),
                json!({"keywords": ["credit"]}),
            ),
            (
                json!({"keywords": ["a", "b"], "keywords_mode": "all"}),
                json!({"keywords": ["a", "b"]}),
            ),
            (
                json!({"keywords": ["a"]}),
                json!({"keywords": ["a"], "keywords_in": "body"}),
            ),
            (
                json!({"statuses": [400], "credential": "client"}),
                json!({"statuses": [400]}),
            ),
        ] {
            assert!(!hides(wide.clone(), narrow.clone()), "{wide} {narrow}");
        }
    }

    #[test]
    fn the_order_is_that_of_the_priorities_and_switched_off_rules_hide_nothing() {
        let rule = |id: &str, priority: i64, enabled: bool| {
            json!({
                "id": id, "priority": priority, "enabled": enabled,
                "match": {"statuses": [400]}, "skip_monitoring": true,
            })
        };
        let values = [
            rule("late", 2, true),
            rule("off", 0, false),
            rule("early", 1, true),
        ];
        let rules = Rules::from_values(&values, Catalog::standard()).unwrap();
        assert_eq!(rules.hidden().collect::<Vec<_>>(), [(0, "late", "early")]);
    }
}
