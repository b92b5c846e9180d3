//! The rule tables: their types here, their rows generated from `catalog/upstream/rules`.

use super::condition::{Condition, Failover};
use super::verdict::Scope;

pub(super) use super::generated::{
    ATOMS, CODE_RULES, CODES, CONDITIONS, LINKS, PHRASE_RULES, PHRASES, RULES, SLOTS, STATES,
    STATUSES, TRANSPORTS,
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
