//! One walk over one JSON body: what its members say, by the provider tables.

use std::time::Duration;

use crate::json::{Event, Kind, Scanner, Text};
use crate::provider::{self, At, Role, Row};

use super::hints;

/// What one body says about itself. Nested bodies are further levels.
#[derive(Clone, Debug, Default)]
pub(super) struct Level<'b> {
    pub(super) message: Option<Text<'b>>,
    rank: u8,
    pub(super) second: Option<Text<'b>>,
    pub(super) code: Option<Word<'b>>,
    pub(super) kind: Option<Word<'b>>,
    pub(super) status_word: Option<Word<'b>>,
    pub(super) reason: Option<Word<'b>>,
    pub(super) quota: Option<Word<'b>>,
    pub(super) source: Option<Word<'b>>,
    pub(super) param: Option<Text<'b>>,
    pub(super) request_id: Option<Text<'b>>,
    pub(super) model: Option<Text<'b>>,
    pub(super) http_status: Option<u16>,
    pub(super) wait: Option<Duration>,
    pub(super) reset_epoch: Option<u64>,
    pub(super) limit_tokens: Option<u64>,
    pub(super) used_tokens: Option<u64>,
    /// The provider that the shape gives away.
    pub(super) family: Option<&'static str>,
    evidence: Evidence,
}

/// A code as written: a string, or the digits of a number.
pub(super) type Word<'b> = Text<'b>;

/// Signs that a body is an error, and signs that it is an answer.
#[derive(Clone, Copy, Debug, Default)]
struct Evidence {
    error_member: bool,
    error_word: bool,
    bad_code: bool,
    weak_code: bool,
    failed: bool,
    answer: bool,
}

impl Level<'_> {
    /// Returns true if the body says by its shape that it is an error, whatever the status.
    pub(super) fn is_error(&self) -> bool {
        let sign = self.evidence;
        sign.error_member
            || sign.error_word
            || sign.bad_code
            || sign.failed && (self.message.is_some() || self.code.is_some())
            || sign.weak_code && self.has_content() && !sign.answer
    }

    /// Returns true if the body could be an error, where no status says otherwise.
    pub(super) fn may_be_error(&self) -> bool {
        self.is_error() || (self.message.is_some() && !self.evidence.answer)
    }

    /// Returns true if the body says anything that rules can use.
    pub(super) fn has_content(&self) -> bool {
        self.message.is_some() || self.code.is_some() || self.kind.is_some()
    }

    fn offer(&mut self, rank: u8, text: Text<'_>) -> bool {
        !text.is_empty() && (self.message.is_none() || rank > self.rank)
    }
}

/// Ranks below this are details and titles.
const WORTH_READING: u8 = 20;

/// The rank of a title, which names the kind of thing rather than what happened to it.
const TITLE: u8 = 12;

/// How deep places of interest nest; anything deeper is skipped.
const DEPTH: usize = 12;

/// Walks a body once. Nothing is allocated, and the stack does not grow with the nesting.
pub(super) fn walk<'b>(scanner: Scanner<'b>) -> Level<'b> {
    let mut level = Level::default();
    fill(&mut level, scanner);
    level
}

/// Fills in place: the compiler would otherwise build a level and copy it.
fn fill<'b>(level: &mut Level<'b>, mut scanner: Scanner<'b>) {
    let mut stack = [At::Skip; DEPTH];
    let mut top = 0;
    let mut at = At::Root;
    let mut row: Option<&Row> = None;
    let mut keyed = false;
    while let Some(event) = scanner.next_event() {
        match event {
            Event::Key(key) => {
                row = if key.is_escaped() {
                    None
                } else {
                    provider::step(at, key.raw())
                };
                keyed = true;
                continue;
            }
            Event::Begin(kind) => {
                let inside = match row {
                    Some(row) => row.into,
                    None if keyed => At::Skip,
                    None => at,
                };
                match row {
                    Some(row) if row.role == Role::Answer => {
                        level.evidence.answer |= !is_empty(&scanner);
                    }
                    Some(row) if row.role == Role::Named => {
                        level.evidence.error_member = true;
                        first(&mut level.code, Text::plain(row.key));
                    }
                    _ => {}
                }
                level.evidence.answer |= inside == At::Choices;
                if inside == At::Skip || top + 1 >= DEPTH {
                    scanner.skip_container();
                    (row, keyed) = (None, false);
                    continue;
                }
                if let Some(slot) = stack.get_mut(top) {
                    *slot = at;
                }
                top += 1;
                // An array keeps its member's row, so that strings in it count as its text.
                at = inside;
                if kind == Kind::Object {
                    row = None;
                }
                keyed = false;
                continue;
            }
            Event::End(_) => {
                top = top.saturating_sub(1);
                at = stack.get(top).copied().unwrap_or(At::Root);
                if top == 0 {
                    at = At::Root;
                    // A whole error object: what follows on further lines adds nothing.
                    if level.evidence.error_member && level.message.is_some() {
                        break;
                    }
                }
                row = None;
            }
            Event::String(text) => {
                if let Some(row) = row {
                    level.take_text(row, text);
                }
                if keyed {
                    row = None;
                }
            }
            Event::Number(digits) => {
                if let Some(row) = row {
                    level.take_number(row, digits);
                }
                row = None;
            }
            Event::Bool(value) => {
                if matches!(row, Some(row) if row.role == Role::Success) {
                    level.evidence.failed |= !value;
                }
                row = None;
            }
            Event::Null => row = None,
        }
        keyed = false;
    }
}

/// Returns true if the container that was just opened holds nothing.
fn is_empty(scanner: &Scanner<'_>) -> bool {
    matches!(scanner.clone().next_event(), None | Some(Event::End(_)))
}

impl<'b> Level<'b> {
    fn take_text(&mut self, row: &Row, text: Text<'b>) {
        if text.is_empty() {
            return;
        }
        let in_error = matches!(row.at, At::Error | At::CloudError);
        self.evidence.error_member |= in_error && row.role != Role::None;
        match row.role {
            Role::Message(rank) => {
                self.evidence.error_member |= row.into == At::Error;
                if self.offer(rank, text) {
                    if self.rank >= WORTH_READING {
                        self.second = self.message;
                    }
                    self.message = Some(text);
                    self.rank = rank;
                } else if self.second.is_none() && rank != TITLE {
                    self.second = Some(text);
                }
            }
            Role::Code => {
                first(&mut self.code, text);
                self.evidence.error_word |= row.at == At::Root;
                self.embedded(text.raw());
            }
            Role::SuccessCode => self.success_code(row.at, text),
            Role::Type => first(&mut self.kind, text),
            Role::Finish => self.evidence.error_word |= provider::is_failed_finish(text.raw()),
            Role::RootType if provider::is_no_type(text.raw()) => {}
            Role::RootType => {
                if provider::is_error_word(text.raw()) {
                    self.evidence.error_word = true;
                    if !matches!(
                        text.raw(),
                        b"error" | b"response.failed" | b"response.error"
                    ) {
                        first(&mut self.kind, text);
                    }
                } else if self.kind.is_none() {
                    self.kind = Some(text);
                }
            }
            Role::Object => self.evidence.error_word |= text.raw() == b"error",
            Role::Status => {
                let failed = provider::is_failed_word(text.raw());
                self.evidence.weak_code |= failed && self.message.is_some();
                self.embedded(text.raw());
                if row.at == At::Error {
                    first(&mut self.status_word, text);
                }
            }
            Role::HttpStatus => self.embedded(text.raw()),
            Role::Reason => first(&mut self.reason, text),
            Role::QuotaId => first(&mut self.quota, text),
            Role::LimitSource => first(&mut self.source, text),
            Role::Param => {
                first(&mut self.param, text);
            }
            Role::Location if !provider::is_whole_body(text.raw()) => first(&mut self.param, text),
            Role::RequestId => first(&mut self.request_id, text),
            Role::Model => first(&mut self.model, text),
            Role::RetryDuration => {
                self.wait = self.wait.or_else(|| hints::duration(&text.to_str()))
            }
            Role::RetrySeconds => self.wait = self.wait.or_else(|| hints::seconds(&text.to_str())),
            Role::RetryMillis => self.wait = self.wait.or_else(|| hints::millis(&text.to_str())),
            Role::ResetEpoch => self.epoch(&text.to_str()),
            Role::Answer => self.evidence.answer = true,
            Role::None
            | Role::Location
            | Role::Named
            | Role::Success
            | Role::LimitTokens
            | Role::UsedTokens => {}
        }
    }

    fn take_number(&mut self, row: &Row, digits: &'b str) {
        let text = Text::plain(digits);
        let in_error = matches!(row.at, At::Error | At::CloudError);
        let says_success = provider::is_success_code(digits.as_bytes());
        self.evidence.error_member |= in_error && row.role != Role::None && !says_success;
        match row.role {
            Role::Code => {
                first(&mut self.code, text);
                self.embedded(digits.as_bytes());
            }
            Role::SuccessCode => self.success_code(row.at, text),
            Role::Status | Role::HttpStatus => self.embedded(digits.as_bytes()),
            Role::RetrySeconds => self.wait = self.wait.or_else(|| hints::seconds(digits)),
            Role::RetryMillis => self.wait = self.wait.or_else(|| hints::millis(digits)),
            Role::ResetEpoch => self.epoch(digits),
            Role::LimitTokens => self.limit_tokens = digits.parse().ok(),
            Role::UsedTokens => self.used_tokens = digits.parse().ok(),
            _ => {}
        }
    }

    fn success_code(&mut self, at: At, text: Text<'b>) {
        if provider::is_success_code(text.raw()) {
            return;
        }
        match at {
            At::BaseResp | At::Header => {
                self.evidence.bad_code = true;
                self.family = provider::provider_of(at);
            }
            _ => self.evidence.weak_code = true,
        }
        first(&mut self.code, text);
        self.embedded(text.raw());
    }

    fn embedded(&mut self, raw: &[u8]) {
        if self.http_status.is_none() && raw.len() == 3 {
            self.http_status = std::str::from_utf8(raw)
                .ok()
                .and_then(provider::wrappers::status);
        }
    }

    fn epoch(&mut self, digits: &str) {
        // Integers, decimals and milliseconds occur.
        let whole = digits.split('.').next().unwrap_or_default();
        if let Ok(value) = whole.parse::<u64>() {
            self.reset_epoch = Some(if value > 100_000_000_000 {
                value / 1000
            } else {
                value
            });
        }
    }
}

fn first<'b>(slot: &mut Option<Text<'b>>, text: Text<'b>) {
    if slot.is_none() && !text.is_empty() {
        *slot = Some(text);
    }
}
