//! The rule tables: their types here, their rows generated from `catalog/upstream/rules`.
//!
//! All of them together take about 665 KiB of the binary, texts included (64-bit); a test holds
//! them below 672 KiB.

use std::time::Duration;

use super::condition::{Condition, Failover};
use super::verdict::{Cooldown, Scope};

pub(super) use super::generated::{
    ATOMS, CODE_RULES, CODES, CONDITIONS, HOLDS, LINKS, LONGEST, PHRASE_RULES, PHRASES, RULES,
    SLOTS, STARTS, STATES, STATUSES, TEXTS, TRANSPORTS,
};

/// What holds for a condition where no rule says otherwise.
#[derive(Debug)]
pub(super) struct Defaults {
    pub(super) condition: Condition,
    pub(super) retryable: bool,
    pub(super) failover: Failover,
    pub(super) cooldown: Option<(Scope, u32)>,
    /// Asked to wait longer than so many seconds, the condition is this one.
    pub(super) long_wait: Option<(u32, Condition)>,
    /// It is about the key that was used, whosever that is.
    pub(super) of_key: bool,
    pub(super) health: bool,
    pub(super) client_retry: bool,
}

/// One rule. It holds if any phrase of `text` and any code of `code` is present (an empty list
/// asks for nothing), one of `with` too, none of `unless`, and all gates are open.
#[derive(Debug)]
pub(super) struct Rule {
    pub(super) id: &'static str,
    pub(super) condition: Condition,
    /// The lowest rank wins.
    pub(super) rank: u16,
    pub(super) text: &'static [u16],
    pub(super) with: &'static [u16],
    pub(super) unless: &'static [u16],
    pub(super) code: &'static [u16],
    pub(super) status: &'static [u16],
    /// An unknown status closes the gate instead of opening it.
    pub(super) status_known: bool,
    pub(super) provider: &'static [&'static str],
    pub(super) param: &'static [&'static str],
    pub(super) retryable: Option<bool>,
    pub(super) failover: Option<Failover>,
    pub(super) cooldown: Option<Held>,
    /// The wait that such an answer names is another limit's.
    pub(super) ignores_hint: bool,
    /// Its codes hardly say anything, and keep no sentence from being heard.
    pub(super) vague: bool,
}

/// What is on hold instead of what the condition says; 0 seconds: nothing.
#[derive(Clone, Copy, Debug)]
pub(super) struct Held {
    pub(super) scope: Option<Scope>,
    pub(super) seconds: Option<u32>,
}

/// What is on hold for failures of these conditions, whichever rule named them, if any phrase of
/// `text` and any code of `code` is present (an empty list asks for nothing), one of `with` too and
/// none of `unless`. A rule's own cooldown comes first.
#[derive(Debug)]
pub(super) struct Hold {
    pub(super) conditions: &'static [Condition],
    pub(super) text: &'static [u16],
    pub(super) with: &'static [u16],
    pub(super) unless: &'static [u16],
    pub(super) code: &'static [u16],
    pub(super) cooldown: Held,
}

impl Held {
    /// Returns the cooldown that takes the place of the usual one.
    pub(super) fn instead_of(&self, usual: Option<Cooldown>) -> Option<Cooldown> {
        let scope = self.scope.or(usual.map(|usual| usual.scope))?;
        let own = self.seconds.map(|own| Duration::from_secs(own.into()));
        let length = own.or(usual.map(|usual| usual.length))?;
        (!length.is_zero()).then(|| Cooldown::new(scope, length))
    }
}

/// What a status means when nothing else says more.
#[derive(Debug)]
pub(super) struct StatusRow {
    pub(super) from: u16,
    pub(super) to: u16,
    pub(super) condition: Condition,
    /// What it means when the body is a page or nothing, not an API's answer.
    pub(super) page: Option<Condition>,
    pub(super) page_failover: Option<Failover>,
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The bytes of a list and of what its elements point to.
    fn lists<T>(rows: &[T], inner: impl Fn(&T) -> usize) -> usize {
        size_of_val(rows) + rows.iter().map(inner).sum::<usize>()
    }

    fn texts(rows: &[&str]) -> usize {
        lists(rows, |text| text.len())
    }

    #[test]
    fn the_tables_stay_small() {
        let rule = |rule: &Rule| {
            let ids = [rule.text, rule.with, rule.unless, rule.code, rule.status];
            let ids: usize = ids.iter().map(|ids| size_of_val(*ids)).sum();
            ids + rule.id.len() + texts(rule.provider) + texts(rule.param)
        };
        let sizes = [
            ("texts", TEXTS.len()),
            ("atoms", size_of_val(ATOMS)),
            ("links", size_of_val(LINKS)),
            ("slots", size_of_val(SLOTS)),
            ("starts", size_of_val(STARTS)),
            ("phrases", size_of_val(PHRASES)),
            ("codes", texts(CODES)),
            ("rules", lists(RULES, rule)),
            (
                "rules of phrases",
                lists(PHRASE_RULES, |ids| size_of_val(*ids)),
            ),
            ("rules of codes", lists(CODE_RULES, |ids| size_of_val(*ids))),
            (
                "holds",
                lists(HOLDS, |hold| {
                    let ids = [hold.text, hold.with, hold.unless, hold.code];
                    ids.iter().map(|ids| size_of_val(*ids)).sum::<usize>()
                }),
            ),
            ("conditions", size_of_val(CONDITIONS)),
            ("statuses", size_of_val(STATUSES) + size_of_val(TRANSPORTS)),
        ];
        let sum: usize = sizes.iter().map(|(_, size)| size).sum();
        assert!(sum <= 672 * 1024, "{sum} bytes: {sizes:?}");
    }
}
