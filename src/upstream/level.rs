//! One walk over one JSON body: what its members say, by the provider tables.

use std::time::Duration;

use crate::json::Text;
use crate::provider::{self, At, Role, Row};

use super::hints;
use super::instant;
use super::span::{Source, Span, WORD};
use super::waits;

/// What one body says about itself. Nested bodies are further levels.
///
/// Texts are kept by their place: nothing is checked or unescaped that nobody asks for.
#[derive(Clone, Debug, Default)]
pub(super) struct Level<'b> {
    /// As much of the body as was read.
    pub(super) body: &'b [u8],
    pub(super) message: Span,
    pub(super) second: Span,
    /// A code as written: a string, or the digits of a number.
    pub(super) code: Span,
    pub(super) kind: Span,
    pub(super) status_word: Span,
    pub(super) reason: Span,
    pub(super) quota: Span,
    pub(super) limit_source: Span,
    pub(super) param: Span,
    pub(super) request_id: Span,
    pub(super) model: Span,
    /// What an answer says; the message of an error that has no other.
    pub(super) spare: Span,
    rank: u8,
    /// Where a list begins that details stand in.
    pub(super) list: Option<u32>,
    /// How many members and brackets may still be looked at; one that is not of the usual kind counts
    /// as several.
    pub(super) steps: u32,
    /// How many members have been read as a wait.
    waits: u8,
    pub(super) http_status: Option<u16>,
    pub(super) wait: Option<Duration>,
    pub(super) reset_epoch: Option<u64>,
    pub(super) limit_tokens: Option<u64>,
    pub(super) used_tokens: Option<u64>,
    /// The provider that the shape gives away.
    pub(super) family: Option<&'static str>,
    pub(super) evidence: Evidence,
}

/// Signs that a body is an error, and signs that it is an answer.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Evidence {
    pub(super) error_member: bool,
    error_word: bool,
    bad_code: bool,
    weak_code: bool,
    pub(super) failed: bool,
    failed_word: bool,
    pub(super) answer: bool,
}

impl<'b> Level<'b> {
    /// Returns the body, to look its texts up in.
    pub(super) fn source(&self) -> Source<'b> {
        Source::new(self.body)
    }

    /// Returns true if the body says by its shape that it is an error, whatever the status.
    pub(super) fn is_error(&self) -> bool {
        let sign = self.evidence;
        sign.error_member
            || sign.error_word
            || sign.bad_code
            || sign.failed && (self.message.is_some() || self.code.is_some())
            || sign.weak_code && self.has_content() && !sign.answer
            || sign.failed_word && self.message.is_some() && !sign.answer
    }

    /// Returns true if the body could be an error, where no status says otherwise.
    pub(super) fn may_be_error(&self) -> bool {
        self.is_error() || (self.message.is_some() && !self.evidence.answer)
    }

    /// Returns true if the body says anything that rules can use.
    pub(super) fn has_content(&self) -> bool {
        self.message.is_some() || self.code.is_some() || self.kind.is_some()
    }

    /// Returns true if the body says more than a message, a code, a type and figures.
    #[inline(always)]
    pub(super) fn says_more(&self) -> bool {
        let rare = [
            self.second,
            self.param,
            self.request_id,
            self.model,
            self.reason,
            self.quota,
            self.limit_source,
        ];
        Span::any(&rare)
    }

    fn prefers(&self, rank: u8) -> bool {
        self.message.is_none() || rank > self.rank
    }
}

/// Ranks below this are details and titles.
const WORTH_READING: u8 = 20;

/// How many members are read as a wait: a body that has more repeats itself.
const WAITS: u8 = 32;

/// How many bytes an HTTP status has.
const STATUS: usize = 3;

/// The rank of a title, which names the kind of thing rather than what happened to it.
const TITLE: u8 = 12;

impl<'b> Level<'b> {
    /// Walks a body in so many steps at most, which are taken from those that are left.
    #[inline(always)]
    pub(super) fn of(body: &'b [u8], steps: &mut u32) -> Self {
        let mut level = Level {
            steps: *steps,
            ..Level::default()
        };
        level.fill::<true>(body, false);
        *steps = level.steps;
        level
    }

    /// Walks a body that may be Python's `repr` of a dict.
    #[inline(always)]
    pub(super) fn of_relaxed(body: &'b [u8], steps: u32) -> Self {
        let mut level = Level {
            steps,
            ..Level::default()
        };
        level.fill::<true>(body, true);
        level
    }
}

impl<'b> Level<'b> {
    /// Takes a string for what its member means.
    #[inline(always)]
    pub(super) fn take_text(&mut self, row: &Row, body: &'b [u8], span: Span) {
        if span.is_none() {
            return;
        }
        self.evidence.error_member |= row.tells_error;
        match row.role {
            Role::Message(rank) => {
                self.evidence.error_member |= row.into == At::Error;
                if self.prefers(rank) {
                    if self.rank >= WORTH_READING {
                        self.second = self.message;
                    }
                    self.message = span;
                    self.rank = rank;
                } else if rank != TITLE {
                    self.second.or_set(span);
                }
            }
            Role::Code => {
                self.code.or_set(span);
                self.evidence.error_word |= row.at == At::Root;
                if span.len() == STATUS {
                    self.embedded(span.text(body).raw());
                }
            }
            Role::Type => self.kind.or_set(span),
            _ => self.take_other(row, span.head(WORD).text(body), span),
        }
    }

    #[inline(never)]
    fn take_other(&mut self, row: &Row, text: Text<'b>, span: Span) {
        self.steps = self.steps.saturating_sub(1);
        match row.role {
            Role::SuccessCode => self.success_code(row.at, text, span),
            Role::Finish => self.evidence.error_word |= provider::is_failed_finish(text.raw()),
            Role::RootType if provider::is_no_type(text.raw()) => {}
            Role::RootType => {
                if provider::is_error_word(text.raw()) {
                    self.evidence.error_word = true;
                    if !matches!(
                        text.raw(),
                        b"error" | b"response.failed" | b"response.error"
                    ) {
                        self.kind.or_set(span);
                    }
                } else {
                    self.kind.or_set(span);
                }
            }
            Role::Object => self.evidence.error_word |= text.raw() == b"error",
            Role::Status => {
                self.evidence.failed_word |= provider::is_failed_word(text.raw());
                self.told_status(row.at, text.raw());
                if row.at == At::Error {
                    self.status_word.or_set(span);
                }
            }
            Role::HttpStatus => self.told_status(row.at, text.raw()),
            Role::Reason => self.reason.or_set(span),
            Role::QuotaId => self.quota.or_set(span),
            Role::LimitSource => self.limit_source.or_set(span),
            Role::Param => self.param.or_set(span),
            Role::Location if !provider::is_whole_body(text.raw()) => self.param.or_set(span),
            Role::RequestId => self.request_id.or_set(span),
            Role::Model => self.model.or_set(span),
            role if role.is_wait() && self.waits < WAITS => {
                self.take_wait(role, &text.to_str(), false);
            }
            Role::Spare => self.spare.or_set(span),
            Role::Answer => self.evidence.answer = true,
            _ => {}
        }
    }

    /// Takes a number for what its member means.
    #[inline(never)]
    pub(super) fn take_number(&mut self, row: &Row, digits: &'b str, span: Span) {
        self.steps = self.steps.saturating_sub(1);
        self.evidence.error_member |=
            row.tells_error && !provider::is_success_code(digits.as_bytes());
        match row.role {
            Role::Code => {
                self.code.or_set(span);
                self.embedded(digits.as_bytes());
            }
            Role::SuccessCode => self.success_code(row.at, Text::plain(digits), span),
            Role::Status | Role::HttpStatus => self.told_status(row.at, digits.as_bytes()),
            role if role.is_wait() && self.waits < WAITS => self.take_wait(role, digits, true),
            Role::LimitTokens => self.limit_tokens = digits.parse().ok(),
            Role::UsedTokens => self.used_tokens = digits.parse().ok(),
            _ => {}
        }
    }

    fn success_code(&mut self, at: At, text: Text<'b>, span: Span) {
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
        self.code.or_set(span);
        self.embedded(text.raw());
    }

    /// A status of failure beside a message tells of an error, whatever the answer's own status.
    #[inline(never)]
    fn told_status(&mut self, at: At, raw: &[u8]) {
        let before = self.http_status.take();
        self.embedded(raw);
        self.evidence.failed_word |= at == At::Root && self.http_status.is_some();
        self.http_status = before.or(self.http_status);
    }

    fn embedded(&mut self, raw: &[u8]) {
        if self.http_status.is_none() && raw.len() == STATUS {
            self.http_status = std::str::from_utf8(raw)
                .ok()
                .and_then(provider::wrappers::status);
        }
    }

    /// Takes a member that says how long to wait, or until when.
    fn take_wait(&mut self, role: Role, text: &str, number: bool) {
        self.waits += 1;
        match role {
            Role::RetryNanos => self.nanos(text),
            Role::ResetEpoch => self.epoch(text),
            _ if self.wait.is_some() => {}
            Role::RetryDuration => self.wait = waits::duration(text),
            Role::RetryMillis => self.wait = hints::millis(text),
            Role::RetrySeconds if number => self.wait = hints::seconds(text),
            _ => self.wait_or_instant(text),
        }
    }

    /// Takes `30`, `1m30s`, or the instant at which the wait is over.
    fn wait_or_instant(&mut self, text: &str) {
        self.wait = hints::seconds(text).or_else(|| waits::duration(text));
        if self.wait.is_none() && self.reset_epoch.is_none() {
            self.reset_epoch = instant::epoch(text);
        }
    }

    fn nanos(&mut self, digits: &str) {
        let nanos = digits.parse().ok().filter(|nanos| *nanos < 1_000_000_000);
        if let Some(nanos) = nanos {
            let seconds = self.wait.unwrap_or_default();
            self.wait = Some(seconds.saturating_add(Duration::from_nanos(nanos)));
        }
    }

    fn epoch(&mut self, digits: &str) {
        // Integers, decimals and milliseconds occur, and dates.
        let whole = digits.split('.').next().unwrap_or_default();
        if digits.contains(['-', ',']) {
            self.reset_epoch = instant::epoch(digits).or(self.reset_epoch);
        } else if let Ok(value) = whole.parse::<u64>() {
            self.reset_epoch = Some(if value > 100_000_000_000 {
                value / 1000
            } else {
                value
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_many_waits_the_first_are_read() {
        for (member, wait) in [
            ("\"retry_after\":\"soon\",", None),
            ("\"retry_after\":-1,", None),
            ("\"retry_after\":7,", Some(Duration::from_secs(7))),
        ] {
            let body = format!("{{\"error\":{{{}", member.repeat(1000));
            let level = Level::of(body.as_bytes(), &mut 10_000);
            assert_eq!((level.waits, level.wait), (WAITS, wait), "{member}");
            assert_eq!(level.body.len(), body.len());
        }
    }
}
