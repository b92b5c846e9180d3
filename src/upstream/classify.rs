//! Naming the condition: the rule tables against the facts.

use std::time::Duration;

use crate::provider::names;

use super::condition::{Condition, Failover};
use super::echo;
use super::facts::{Answer, Facts, Field, Transport};
use super::hints::RetryHint;
use super::phrases::{self, Codes, Phrases};
use super::rules::{
    CODE_RULES, CODES, HOLDS, Hold, PHRASE_RULES, RULES, Rule, STATUSES, StatusRow, TRANSPORTS,
};
use super::text;
use super::verdict::Cooldown;

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
        let own = hint.filter(|_| !self.ignores_hint);
        own.map(|hint| hint.after)
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
    let found = if holds_more_than_a_model(&found) {
        without_echo(found, answer, facts)
    } else {
        found
    };
    after_wait(found, answer, facts)
}

/// Returns true if words decided, and something larger than a model would be put on hold for them.
fn holds_more_than_a_model(found: &Classified) -> bool {
    let wide = |cooldown: Cooldown| !cooldown.scope.is_of_a_model();
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
    let defaults = found.condition.map(Condition::defaults);
    let Some((longest, condition)) = defaults.and_then(|defaults| defaults.long_wait) else {
        return found;
    };
    let wait = facts.retry_hint(&answer.headers, None);
    if wait.is_some_and(|wait| wait.after.as_secs() > u64::from(longest)) {
        let window = by_default(condition, found.explanation);
        // The limit of one model is no account's, however long it lasts.
        let one = found.cooldown.filter(|own| own.scope.is_of_a_model());
        let held = window.cooldown.map(|usual| match one {
            Some(own) => Cooldown::new(own.scope, usual.length),
            None => usual,
        });
        Classified {
            cooldown: held,
            ..window
        }
    } else {
        found
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

/// A phrase or a code of the tables.
#[derive(Clone, Copy, Debug)]
enum What {
    Phrase(u16),
    Code(u16),
}

/// One find, and where.
#[derive(Clone, Copy, Debug)]
struct Hit {
    what: What,
    field: Field,
    order: u8,
}

impl Hit {
    /// Words elsewhere count only where the message says nothing itself.
    fn penalty(&self) -> u16 {
        match (self.what, self.field) {
            (What::Code(_), _) => 0,
            (What::Phrase(_), Field::Detail) => 400,
            (What::Phrase(_), Field::Code | Field::Type | Field::StatusWord) => 60,
            (What::Phrase(_), _) => 0,
        }
    }

    fn text(&self) -> &'static str {
        match self.what {
            What::Phrase(id) => phrases::text(id),
            What::Code(id) => CODES.get(usize::from(id)).copied().unwrap_or_default(),
        }
    }
}

/// How many finds are kept; more come only from texts that list everything.
const HITS: usize = 48;

struct Hits {
    hits: [Hit; HITS],
    len: usize,
}

impl Hits {
    fn iter(&self) -> impl Iterator<Item = &Hit> {
        self.hits.iter().take(self.len)
    }

    fn push(&mut self, hit: Hit) {
        if let Some(slot) = self.hits.get_mut(self.len) {
            *slot = hit;
            self.len += 1;
        }
    }
}

struct Finds {
    phrases: Phrases,
    codes: Codes,
    hits: Hits,
}

impl Finds {
    /// Returns true if any phrase of `text` and any code of `code` was found (an empty list asks for
    /// nothing), one of `with` too, and none of `unless`.
    fn say(&self, text: &[u16], with: &[u16], unless: &[u16], code: &[u16]) -> bool {
        let (phrases, codes) = (&self.phrases, &self.codes);
        (text.is_empty() || phrases.contains_any(text))
            && (code.is_empty() || codes.contains_any(code))
            && (with.is_empty() || phrases.contains_any(with))
            && !phrases.contains_any(unless)
    }

    /// Finds the phrases of a text; without `decides` they only open and close gates.
    fn text(&mut self, text: &str, field: Field, order: u8, decides: bool) {
        phrases::scan(text, |id| {
            if self.phrases.insert(id) && decides {
                self.hits.push(Hit {
                    what: What::Phrase(id),
                    field,
                    order,
                });
            }
        });
    }

    /// Finds a code in the table. A code that is not there is read as words.
    fn code(&mut self, word: &str, field: Field, order: u8) {
        // `com.amazon.bedrock#ThrottlingException`: the name stands behind the namespace.
        let word = word.rsplit('#').next().unwrap_or(word);
        let mut buffer = [0; phrases::CODE_LENGTH];
        let words = phrases::words_of_code(word, &mut buffer);
        let (mut known, mut vague) = (false, true);
        for form in phrases::forms_of_code(words) {
            if let Ok(id) = CODES.binary_search(&form) {
                let id = id as u16;
                known = true;
                vague &= is_vague(id);
                if self.codes.insert(id) {
                    self.hits.push(Hit {
                        what: What::Code(id),
                        field,
                        order,
                    });
                }
            }
        }
        // The words of a code that hardly says anything ("invalid parameter error") close no gate.
        if !known || !vague {
            self.text(words, field, order, !known);
        }
    }
}

/// Returns true for a code that says of any mistake that the client or its key made it.
fn is_vague(id: u16) -> bool {
    let rules = CODE_RULES.get(usize::from(id)).copied();
    let says_little = |index: &u16| {
        RULES
            .get(usize::from(*index))
            .is_some_and(|rule| rule.vague)
    };
    rules.is_some_and(|rules| !rules.is_empty() && rules.iter().all(says_little))
}

/// Finds every phrase and code of the tables in the answer's texts; with `own`, which is the message
/// without what it repeats of the request, in nothing that the request held.
fn look(facts: &Facts<'_>, own: Option<&str>) -> Finds {
    let empty = Hit {
        what: What::Phrase(0),
        field: Field::Message,
        order: 0,
    };
    let mut finds = Finds {
        phrases: Phrases::default(),
        codes: Codes::default(),
        hits: Hits {
            hits: [empty; HITS],
            len: 0,
        },
    };
    match own {
        Some(text) => finds.text(text, Field::Message, 0, true),
        None => facts
            .said()
            .inspect(|text| finds.text(text, Field::Message, 0, true)),
    }
    for (index, signal) in facts.signals().enumerate() {
        let order = signal
            .level
            .saturating_mul(16)
            .saturating_add(index as u8 + 1);
        signal
            .text
            .inspect(|word| finds.code(word, signal.field, order));
    }
    if let Some(detail) = facts.detail.as_ref().filter(|_| !facts.is_list) {
        // What stands around another body: that body's own words are read from its members.
        detail.inspect(|text| {
            let end = text::json_start(text).unwrap_or(text.len());
            let around = text.get(..end).unwrap_or_default();
            finds.text(around, Field::Detail, 200, true);
        });
    }
    if let Some(param) = facts.param.as_ref().filter(|_| own.is_none()) {
        param.inspect(|text| finds.text(text, Field::Param, 201, true));
    }
    finds
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
