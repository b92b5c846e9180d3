//! What was read from an answer.

use std::time::{Duration, SystemTime};

use crate::text::Untrusted;

use super::answer::HeadersView;
use super::figures;
use super::hints::{self, HintSource, RetryHint};
use super::instant;
use super::waits;

/// Where a text stands that a rule looked at.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    Hash,
    strum::AsRefStr,
    strum::EnumString,
    strum::IntoStaticStr,
)]
#[strum(serialize_all = "snake_case")]
#[non_exhaustive]
pub enum Field {
    /// The provider's code.
    #[default]
    Code,
    /// A response header.
    Header,
    /// A second text beside the message: a title, a detail, a wrapper's words.
    Detail,
    /// Who set the limit.
    LimitSource,
    /// The innermost message.
    Message,
    /// The offending parameter.
    Param,
    /// The id of a quota.
    Quota,
    /// A reason that is more exact than the code.
    Reason,
    /// The HTTP status, or the number that repeats it in the body.
    Status,
    /// A canonical status word.
    StatusWord,
    /// A failure below HTTP.
    Transport,
    /// The provider's type.
    Type,
}

/// One code-like word of the answer.
#[derive(Clone, Debug, Default)]
pub(super) struct Signal<'a> {
    pub(super) field: Field,
    /// 0 for the innermost body.
    pub(super) level: u8,
    pub(super) text: Untrusted<'a>,
}

/// How many code-like words are kept; a body with more repeats itself.
const SIGNALS: usize = 10;

/// How many of them lie in the facts themselves: as many as bodies without a body inside have.
const NEAR: usize = 4;

/// The code-like words of an answer, in the order in which they decide.
#[derive(Clone, Debug, Default)]
pub(super) struct Signals<'a> {
    near: [Option<Signal<'a>>; NEAR],
    more: Vec<Signal<'a>>,
}

impl<'a> Signals<'a> {
    #[inline(always)]
    fn push(&mut self, signal: Signal<'a>) {
        match self.near.iter_mut().find(|slot| slot.is_none()) {
            Some(free) => *free = Some(signal),
            None => self.push_far(signal),
        }
    }

    #[inline(never)]
    fn push_far(&mut self, signal: Signal<'a>) {
        if NEAR + self.more.len() < SIGNALS {
            self.more.push(signal);
        }
    }

    fn iter(&self) -> impl Iterator<Item = &Signal<'a>> {
        self.near.iter().flatten().chain(&self.more)
    }

    fn into_iter(self) -> impl Iterator<Item = Signal<'a>> {
        self.near.into_iter().flatten().chain(self.more)
    }

    fn into_owned(self) -> Signals<'static> {
        Signals {
            near: self.near.map(|signal| signal.map(Signal::into_owned)),
            more: self.more.into_iter().map(Signal::into_owned).collect(),
        }
    }
}

/// What an answer says. Everything in it is untrusted.
///
/// No member of ordinary bodies is copied: texts borrow from the answer unless they had escapes
/// or stood in a nested body.
#[derive(Clone, Debug, Default)]
pub struct Facts<'a> {
    /// The innermost text that a person can read; empty if there is none.
    pub message: Untrusted<'a>,
    /// The provider's code; its type or status word where there is no code.
    pub provider_code: Option<Untrusted<'a>>,
    /// The provider's type.
    pub provider_type: Option<Untrusted<'a>>,
    /// The offending parameter.
    pub param: Option<Untrusted<'a>>,
    /// The upstream's request id.
    pub request_id: Option<Untrusted<'a>>,
    /// An HTTP status that the body repeats, or that stands in for a missing one.
    pub embedded_status: Option<u16>,
    /// True if the answer is an error.
    pub is_error: bool,
    /// True if the body is a page, not an API's answer.
    pub is_page: bool,
    pub(super) detail: Option<Untrusted<'a>>,
    /// The message is a list of faults, and the detail what the first of them says.
    pub(super) is_list: bool,
    pub(super) model: Option<Untrusted<'a>>,
    pub(super) limit_tokens: Option<u64>,
    pub(super) used_tokens: Option<u64>,
    pub(super) family: Option<&'static str>,
    pub(super) wait: Option<Duration>,
    pub(super) reset_epoch: Option<u64>,
    pub(super) signals: Signals<'a>,
}

impl<'a> Facts<'a> {
    /// Returns the model that the answer names, in a member or in its message.
    pub fn model(&self) -> Option<Untrusted<'a>> {
        self.model
            .clone()
            .or_else(|| self.message.part(figures::model_name))
    }

    /// Returns the model's context, or the window's limit, in tokens.
    pub fn limit_tokens(&self) -> Option<u64> {
        self.limit_tokens
            .or_else(|| self.message.inspect(figures::token_figures).0)
    }

    /// Returns the tokens that were asked for, or used.
    pub fn used_tokens(&self) -> Option<u64> {
        self.used_tokens
            .or_else(|| self.message.inspect(figures::token_figures).1)
    }

    /// Returns how long the upstream asks to wait.
    ///
    /// Of several waits the most particular counts: a member of the body (`RetryInfo`), then the
    /// message ("try again in 4.77s"), then a header. A message names the wait of the very limit that
    /// it speaks of, and to a fraction; `Retry-After` has whole seconds, and a proxy in between may
    /// have set it. Only where none of them says how long, an instant in the body and one in the text
    /// are counted from `now`.
    ///
    /// ```
    /// use std::time::Duration;
    /// use wirefault::upstream::{self, Answer, HeadersView, HintSource};
    ///
    /// let headers = [("retry-after", "60")];
    /// let headers = HeadersView::Pairs(&headers);
    /// let body = br#"{"error":{"message":"Rate limit reached, try again in 4.77s"}}"#;
    /// let answer = Answer { status: Some(429), headers, ..Answer::new(body) };
    /// let hint = upstream::read(&answer).retry_hint(&headers, None).unwrap();
    /// assert_eq!((hint.after, hint.source), (Duration::from_millis(4770), HintSource::Text));
    /// ```
    ///
    /// `now` is needed only for hints that name a date; without it they give `None`.
    pub fn retry_hint(
        &self,
        headers: &HeadersView<'_>,
        now: Option<SystemTime>,
    ) -> Option<RetryHint> {
        if !self.is_error {
            return None;
        }
        let reset = |now: SystemTime| hints::until_epoch(self.reset_epoch?, now);
        // A relay writes its own words around the body of another, and may name the wait there.
        let within = |read: &dyn Fn(&str) -> Option<Duration>| {
            let detail = || self.detail.as_ref().and_then(|text| text.inspect(read));
            self.message.inspect(read).or_else(detail)
        };
        let in_text = || within(&waits::in_text);
        let dated = |now: SystemTime| within(&|text| instant::in_text(text, now));
        RetryHint::new(self.wait, HintSource::Body)
            .or_else(|| RetryHint::new(in_text(), HintSource::Text))
            .or_else(|| RetryHint::new(hints::in_headers(headers, now), HintSource::Header))
            .or_else(|| RetryHint::new(now.and_then(reset), HintSource::Body))
            .or_else(|| RetryHint::new(now.and_then(dated), HintSource::Text))
    }

    /// Copies everything that borrows from the answer.
    pub fn into_owned(self) -> Facts<'static> {
        let owned = |text: Option<Untrusted<'a>>| text.map(Untrusted::into_owned);
        Facts {
            message: self.message.into_owned(),
            provider_code: owned(self.provider_code),
            provider_type: owned(self.provider_type),
            param: owned(self.param),
            request_id: owned(self.request_id),
            model: owned(self.model),
            limit_tokens: self.limit_tokens,
            used_tokens: self.used_tokens,
            embedded_status: self.embedded_status,
            is_error: self.is_error,
            is_page: self.is_page,
            detail: owned(self.detail),
            is_list: self.is_list,
            family: self.family,
            wait: self.wait,
            reset_epoch: self.reset_epoch,
            signals: self.signals.into_owned(),
        }
    }

    /// Puts a list of faults in the place of the message, and the message beside it.
    pub(super) fn show_list(&mut self, list: Untrusted<'a>) {
        self.detail = Some(std::mem::replace(&mut self.message, list));
        self.is_list = true;
    }

    /// Returns the text that says what happened.
    pub(super) fn said(&self) -> &Untrusted<'a> {
        let first = self.detail.as_ref().filter(|_| self.is_list);
        first.unwrap_or(&self.message)
    }

    #[inline(always)]
    pub(super) fn signal(&mut self, field: Field, text: Untrusted<'a>) {
        if text.is_empty() {
            return;
        }
        self.signals.push(Signal {
            field,
            level: 0,
            text,
        });
    }

    pub(super) fn signals(&self) -> impl Iterator<Item = &Signal<'a>> {
        self.signals.iter()
    }

    /// Puts an inner body's facts over those of the body around it.
    pub(super) fn adopt(&mut self, inner: Facts<'a>) {
        if !inner.message.is_empty() {
            let outer = std::mem::replace(&mut self.message, inner.message);
            self.detail = inner.detail.or_else(|| self.detail.take()).or(Some(outer));
            self.is_list = inner.is_list;
        }
        over(&mut self.provider_code, inner.provider_code);
        over(&mut self.provider_type, inner.provider_type);
        over(&mut self.param, inner.param);
        over(&mut self.request_id, inner.request_id);
        over(&mut self.model, inner.model);
        self.limit_tokens = inner.limit_tokens.or(self.limit_tokens);
        self.used_tokens = inner.used_tokens.or(self.used_tokens);
        self.embedded_status = inner.embedded_status.or(self.embedded_status);
        self.family = inner.family.or(self.family);
        self.wait = inner.wait.or(self.wait);
        self.reset_epoch = inner.reset_epoch.or(self.reset_epoch);
        let outer = std::mem::replace(&mut self.signals, inner.signals);
        for signal in outer.into_iter() {
            self.signals.push(Signal {
                level: signal.level.saturating_add(1),
                ..signal
            });
        }
    }
}

impl Signal<'_> {
    fn into_owned(self) -> Signal<'static> {
        Signal {
            field: self.field,
            level: self.level,
            text: self.text.into_owned(),
        }
    }
}

fn over<T>(slot: &mut Option<T>, inner: Option<T>) {
    if inner.is_some() {
        *slot = inner;
    }
}
