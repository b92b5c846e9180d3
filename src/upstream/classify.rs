//! Naming the condition: the rule tables against the facts.

use std::time::Duration;

use crate::provider::names;

use super::answer::{Answer, Transport};
use super::condition::{Condition, Failover};
use super::echo;
use super::facts::{Facts, Field};
use super::finds::{Finds, What, look};
use super::hints::RetryHint;
use super::rules::{
    CODE_RULES, HOLDS, Hold, PHRASE_RULES, RULES, Rule, STATUSES, StatusRow, TRANSPORTS,
};
use super::verdict::{Cooldown, Scope};

/// What happened, and why the rules say so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Classified {
    /// What happened; `None` if the answer is no error.
    pub condition: Option<Condition>,
    /// Whether the same request with the same key could pass within about two minutes.
    pub retryable: bool,
    /// Which other way could serve the request.
    pub failover: Failover,
    /// Which rule decided, and on what.
    pub explanation: Explanation,
    /// The wait that the answer names is another limit's: a day's quota is used up, and the wait is
    /// that of the minute.
    pub ignores_hint: bool,
    /// What to leave alone where another way is tried, and for how long if the upstream names no
    /// time; [`verdict`](super::verdict) says whether it comes to that.
    pub cooldown: Option<Cooldown>,
}

impl Classified {
    /// Returns how long the answer asks to wait, unless that wait is another limit's.
    pub(super) fn wait(&self, hint: Option<RetryHint>) -> Option<Duration> {
        self.own_wait(hint.map(|hint| hint.after))
    }

    /// Returns a wait that the answer names, unless it is another limit's.
    pub(super) fn own_wait(&self, named: Option<Duration>) -> Option<Duration> {
        named.filter(|_| !self.ignores_hint)
    }
}

/// Why a condition was chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Explanation {
    /// The rule's id in the catalog.
    pub rule: &'static str,
    /// Where the text stands that decided.
    pub field: Field,
    /// The phrase or code of the rule that was found; empty if a status decided.
    pub text: &'static str,
}

/// Names what happened.
///
/// Rules are rows of the catalog. Of those that hold, the one with the lowest rank decides:
/// exact codes and reasons first, then phrases in the innermost message, then generic codes and
/// types, and the status last.
pub fn classify(answer: &Answer<'_>, facts: &Facts<'_>) -> Classified {
    if !facts.is_error {
        return NOT_AN_ERROR;
    }
    let found = decide(answer, facts, &look(facts, None));
    let found = if holds_for_words(&found) {
        without_echo(found, answer, facts)
    } else {
        found
    };
    after_wait(found, answer, facts)
}

/// Returns true if words decided, and more would be put on hold for them than the model that was
/// asked for, whose name the client chose.
fn holds_for_words(found: &Classified) -> bool {
    let wide = |cooldown: Cooldown| cooldown.scope != Scope::Model;
    found.cooldown.is_some_and(wide) && !found.explanation.text.is_empty()
}

/// Decides anew without what the answer repeats of the request: with that, anybody could put a key
/// on hold.
fn without_echo(found: Classified, answer: &Answer<'_>, facts: &Facts<'_>) -> Classified {
    facts.said().inspect(|said| {
        let own = echo::without(said);
        if own.is_none() && facts.param.is_none() {
            return found;
        }
        let own = own.as_deref().unwrap_or(said);
        decide(answer, facts, &look(facts, Some(own)))
    })
}

/// Applies the rules to what was found.
fn decide(answer: &Answer<'_>, facts: &Facts<'_>, found: &Finds) -> Classified {
    let status = status_of(answer, facts);
    let mut best: Option<(u32, &'static Rule, Explanation)> = None;
    for hit in found.hits.iter() {
        let rules = match hit.what {
            What::Phrase(id) => PHRASE_RULES.get(usize::from(id)),
            What::Code(id) => CODE_RULES.get(usize::from(id)),
        };
        for index in rules.copied().unwrap_or_default() {
            let Some(rule) = RULES.get(usize::from(*index)) else {
                continue;
            };
            // Of equal ranks the innermost level wins, and of its fields the first.
            let weight = (u32::from(rule.rank + hit.penalty()) << 8) | u32::from(hit.order);
            let better = best.as_ref().is_none_or(|(least, ..)| weight < *least);
            if better && holds(rule, found, status, answer, facts) {
                let explanation = Explanation {
                    rule: rule.id,
                    field: hit.field,
                    text: hit.text(),
                };
                best = Some((weight, rule, explanation));
            }
        }
    }
    match best {
        Some((_, rule, explanation)) if rule.cooldown.is_some() => named(rule, explanation),
        Some((_, rule, explanation)) => held(named(rule, explanation), found),
        None => held(by_status(status, facts), found),
    }
}

/// Puts on hold what the first row for such a failure says.
fn held(named: Classified, found: &Finds) -> Classified {
    let fits = |hold: &&Hold| {
        let mut conditions = hold.conditions.iter();
        conditions.any(|condition| named.condition == Some(*condition))
            && found.say(hold.text, hold.with, hold.unless, hold.code)
    };
    match HOLDS.iter().find(fits) {
        Some(hold) => Classified {
            cooldown: hold.cooldown.instead_of(named.cooldown),
            ..named
        },
        None => named,
    }
}

/// A wait of hours is no short limit, whatever the upstream calls it.
fn after_wait(found: Classified, answer: &Answer<'_>, facts: &Facts<'_>) -> Classified {
    let Some(short) = found.condition else {
        return found;
    };
    let Some((longest, long)) = short.defaults().long_wait else {
        return found;
    };
    let wait = found.wait(facts.retry_hint(&answer.headers, None));
    if wait.is_some_and(|wait| wait.as_secs() > u64::from(longest)) {
        long_limit(found, short, long)
    } else {
        found
    }
}

/// Names a limit that lasts longer than its condition `short` says; what rows say of it otherwise stays.
fn long_limit(found: Classified, short: Condition, long: Condition) -> Classified {
    let short = by_default(short, found.explanation);
    let long = by_default(long, found.explanation);
    let scope = |held: Option<Cooldown>| held.map(|held| held.scope);
    Classified {
        failover: if found.failover == short.failover {
            long.failover
        } else {
            found.failover
        },
        cooldown: if scope(found.cooldown) == scope(short.cooldown) {
            long.cooldown
        } else {
            // The limit of one model is no account's, however long it lasts, that of an address is
            // no key's, and what is not on hold stays so.
            let held = found.cooldown.zip(long.cooldown);
            held.map(|(own, long)| Cooldown::new(own.scope, long.length))
        },
        ..long
    }
}

/// Names a failure below HTTP.
pub fn transport(failure: Transport) -> Classified {
    let row = TRANSPORTS.iter().find(|(kind, ..)| *kind == failure);
    let (condition, failover) =
        row.map_or((Condition::UpstreamUnavailable, None), |row| (row.1, row.2));
    let explanation = Explanation {
        rule: "transport",
        field: Field::Transport,
        text: failure.into(),
    };
    let found = by_default(condition, explanation);
    Classified {
        failover: failover.unwrap_or(found.failover),
        ..found
    }
}

const NOT_AN_ERROR: Classified = Classified {
    condition: None,
    retryable: false,
    failover: Failover::None,
    explanation: Explanation {
        rule: "not_an_error",
        field: Field::Status,
        text: "",
    },
    ignores_hint: false,
    cooldown: None,
};

fn by_default(condition: Condition, explanation: Explanation) -> Classified {
    let defaults = condition.defaults();
    Classified {
        condition: Some(condition),
        retryable: defaults.retryable,
        failover: defaults.failover,
        explanation,
        ignores_hint: false,
        cooldown: condition.cooldown(),
    }
}

fn named(rule: &Rule, explanation: Explanation) -> Classified {
    let found = by_default(rule.condition, explanation);
    Classified {
        retryable: rule.retryable.unwrap_or(found.retryable),
        failover: rule.failover.unwrap_or(found.failover),
        ignores_hint: rule.ignores_hint,
        cooldown: match rule.cooldown {
            Some(held) => held.instead_of(found.cooldown),
            None => found.cooldown,
        },
        ..found
    }
}

fn by_status(status: Option<u16>, facts: &Facts<'_>) -> Classified {
    let row = status.and_then(|status| {
        STATUSES
            .iter()
            .find(|row| row.from <= status && status <= row.to)
    });
    let explanation = Explanation {
        rule: "status",
        field: Field::Status,
        text: "",
    };
    let Some(StatusRow {
        condition,
        page,
        page_failover,
        ..
    }) = row
    else {
        let odd_page = facts.is_page && status.is_none();
        let condition = if odd_page {
            Condition::EndpointNotFound
        } else {
            Condition::UpstreamInternal
        };
        return by_default(condition, explanation);
    };
    let bare = facts.is_page || (facts.message.is_empty() && facts.provider_code.is_none());
    match page {
        Some(page) if bare => {
            let found = by_default(*page, explanation);
            Classified {
                // Only a page tells of a box in the middle; an empty answer is the provider's own.
                failover: page_failover
                    .filter(|_| facts.is_page)
                    .unwrap_or(found.failover),
                ..found
            }
        }
        _ => by_default(*condition, explanation),
    }
}

/// The status that counts: the answer's own if it is an error, else the one inside the body.
fn status_of(answer: &Answer<'_>, facts: &Facts<'_>) -> Option<u16> {
    answer
        .status
        .filter(|status| *status >= 300)
        .or(facts.embedded_status)
}

fn holds(
    rule: &Rule,
    found: &Finds,
    status: Option<u16>,
    answer: &Answer<'_>,
    facts: &Facts<'_>,
) -> bool {
    found.say(rule.text, rule.with, rule.unless, rule.code)
        && status_allows(rule, status)
        && (rule.provider.is_empty() || provider_allows(rule, answer, facts))
        && (rule.param.is_empty() || param_allows(rule, facts))
}

/// An unknown status closes no gate, unless the rule hangs on the status.
fn status_allows(rule: &Rule, status: Option<u16>) -> bool {
    // A gate of one digit stands for the class: 4 is any 4xx.
    let allows = |status: u16| {
        rule.status
            .iter()
            .any(|gate| *gate == status || *gate == status / 100)
    };
    rule.status.is_empty() || status.map_or(!rule.status_known, allows)
}

/// A rule names families: `zhipu` is for `zhipu-coding-plan`.
fn provider_allows(rule: &Rule, answer: &Answer<'_>, facts: &Facts<'_>) -> bool {
    let mut names = answer.provider.into_iter().chain(facts.family);
    names.any(|name| {
        let mut families = rule.provider.iter();
        families.any(|family| names::is_of_family(name, family))
    })
}

fn param_allows(rule: &Rule, facts: &Facts<'_>) -> bool {
    let Some(param) = &facts.param else {
        return false;
    };
    param.inspect(|text| rule.param.iter().any(|start| text.contains(start)))
}
