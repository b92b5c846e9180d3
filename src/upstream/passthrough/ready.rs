//! A rule, ready to be tried.

use std::ops::RangeInclusive;
use std::time::Duration;

use super::look::Wildcard;
use super::source::Rule;
use crate::catalog::{Code, Retry, Template};
use crate::protocol::Protocol;
use crate::upstream::{Condition, Credential};

/// A checked rule.
#[derive(Debug, Default)]
pub(super) struct Ready {
    pub(super) rule: Rule,
    /// Its place among the rules as they were written.
    pub(super) at: usize,
    pub(super) statuses: Vec<RangeInclusive<u16>>,
    pub(super) conditions: Vec<Condition>,
    /// In lower case.
    pub(super) keywords: Vec<String>,
    pub(super) all_keywords: bool,
    pub(super) place: Place,
    /// One kind of sign is enough.
    pub(super) any: bool,
    pub(super) protocols: Vec<Protocol>,
    pub(super) models: Vec<Wildcard>,
    pub(super) credential: Option<Credential>,
    pub(super) answer: ReadyAnswer,
}

/// Where keywords are looked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Place {
    #[default]
    Message,
    Body,
}

/// A checked answer.
#[derive(Debug, Default)]
pub(super) struct ReadyAnswer {
    pub(super) key: Option<Code>,
    pub(super) status: Option<Wish<u16>>,
    pub(super) code: Option<Wish<String>>,
    pub(super) kind: Option<Wish<String>>,
    pub(super) message: Option<Wish<Vec<Template>>>,
    pub(super) retry: Option<Retry>,
    pub(super) retry_after: Option<Duration>,
}

/// A value of the author's, or the upstream's.
#[derive(Debug)]
pub(super) enum Wish<T> {
    Pass,
    Own(T),
}
