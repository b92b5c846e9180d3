//! From what a body says to facts, and the bodies that stand inside messages.

use std::borrow::Cow;

use crate::json::Text;
use crate::provider::{self, wrappers};
use crate::text::Untrusted;

use super::facts::{Facts, Field};
use super::level::Level;
use super::span::Source;
use super::text;

/// How many bytes of a body inside a body are read: it is unescaped at each level anew, so of one
/// further inside it is half as much, but never less than this.
const INNER_CAP: usize = 16 * 1024;
const INNER_LEAST: usize = 4 * 1024;

/// How many steps a walk over it takes: see [`Level::steps`].
const STEPS: u32 = 1000;

/// How often a body inside a body is opened.
pub(super) const LEVELS: usize = 5;

/// Reads a text that is a whole body: wrappers around a message or around a further body.
pub(super) fn plain<'a>(facts: &mut Facts<'a>, text: Cow<'a, str>, levels: usize) {
    match text {
        Cow::Borrowed(text) => {
            let found = wrappers::unwrap(text);
            facts.embedded_status = found.status.or_else(|| wrappers::leading_status(text));
            if let Some(code) = found.code {
                facts.provider_code = Some(Untrusted::new(code));
                facts.signal(Field::Code, Untrusted::new(code));
            }
            take_message(facts, Cow::Borrowed(found.text), levels);
        }
        Cow::Owned(text) => {
            let mut inner = Facts::default();
            plain(&mut inner, Cow::Borrowed(&text), levels);
            facts.adopt(inner.into_owned());
        }
    }
}

/// Takes over what a level says, and opens its message if that holds a further body.
pub(super) fn absorb<'a>(facts: &mut Facts<'a>, level: &Level<'a>, levels: usize) {
    let source = level.source();
    let (code, kind) = (source.word(level.code), source.word(level.kind));
    if let Some(code) = shown_code(&source, level, &code, &kind) {
        facts.provider_code = Some(Untrusted::new(code));
    }
    if let Some(kind) = &kind {
        facts.provider_type = Some(Untrusted::new(kind.clone()));
    }
    // The signals come in the order in which they decide.
    if level.says_more() {
        absorb_more(facts, &source, level);
    }
    if let Some(code) = code {
        facts.signal(Field::Code, Untrusted::new(code));
    }
    if let Some(kind) = kind {
        facts.signal(Field::Type, Untrusted::new(kind));
    }
    if let Some(word) = source.word(level.status_word) {
        facts.signal(Field::StatusWord, Untrusted::new(word));
    }
    facts.embedded_status = level.http_status;
    facts.family = level.family;
    facts.wait = level.wait;
    facts.reset_epoch = level.reset_epoch;
    facts.limit_tokens = level.limit_tokens;
    facts.used_tokens = level.used_tokens;
    let message = source.get(level.message);
    if let Some(message) = message.or_else(|| source.get(level.spare)) {
        take_message(facts, message, levels);
    }
    if let Some(begin) = level.list {
        take_list(facts, level.body.get(begin as usize..).unwrap_or_default());
    }
}

/// Takes a whole list of faults as the message, if that is what stands in the brackets just opened.
/// What the first of them says remains beside it, and is what rules look at: the list quotes the
/// request.
#[inline(never)]
fn take_list(facts: &mut Facts<'_>, inside: &[u8]) {
    let list = text::list(inside);
    if !facts.message.is_empty() && provider::are_faults(&list) {
        facts.show_list(Untrusted::new(text::spaced_list(&list)));
    }
}

/// Takes over what few bodies say.
#[inline(never)]
fn absorb_more<'a>(facts: &mut Facts<'a>, source: &Source<'a>, level: &Level<'a>) {
    facts.detail = source.get(level.second).map(Untrusted::new);
    let set = |slot: &mut Option<Untrusted<'a>>, span| {
        if let Some(text) = source.word(span) {
            *slot = Some(Untrusted::new(text));
        }
    };
    set(&mut facts.param, level.param);
    set(&mut facts.request_id, level.request_id);
    set(&mut facts.model, level.model);
    let mut signal = |field, span| {
        if let Some(word) = source.word(span) {
            facts.signal(field, Untrusted::new(word));
        }
    };
    signal(Field::Reason, level.reason);
    signal(Field::Quota, level.quota);
    signal(Field::LimitSource, level.limit_source);
}

/// Returns the code to show: a number that only repeats the status says less than any word.
fn shown_code<'a>(
    source: &Source<'a>,
    level: &Level<'_>,
    code: &Option<Cow<'a, str>>,
    kind: &Option<Cow<'a, str>>,
) -> Option<Cow<'a, str>> {
    let is_status = |code: &Cow<'_, str>| wrappers::status(code).is_some();
    if !code.as_ref().is_none_or(is_status) {
        return code.clone();
    }
    source
        .word(level.reason)
        .filter(|reason| text::is_shouted(reason))
        .or_else(|| source.word(level.status_word))
        .or_else(|| kind.clone())
        .or_else(|| code.clone())
}

/// Takes a message, and what the body inside it says, if there is one.
#[inline(always)]
pub(super) fn take_message<'a>(facts: &mut Facts<'a>, message: Cow<'a, str>, levels: usize) {
    if wrappers::may_be_wrapped(&message) || text::has(&message, b'{') {
        open_message(facts, message, levels);
    } else {
        facts.message = Untrusted::new(message);
    }
}

#[inline(never)]
fn open_message<'a>(facts: &mut Facts<'a>, message: Cow<'a, str>, levels: usize) {
    let message = match message {
        Cow::Borrowed(text) => match wrappers::status_prefix(text) {
            Some(found) => Cow::Borrowed(found.text),
            None => message,
        },
        Cow::Owned(_) => message,
    };
    let inner = match (&message, levels.checked_sub(1)) {
        (_, None) => None,
        (Cow::Borrowed(text), Some(levels)) => nested(text, levels),
        (Cow::Owned(text), Some(levels)) => nested(text, levels).map(Facts::into_owned),
    };
    let list = provider::is_fault_list(&message).then(|| message.clone());
    facts.message = Untrusted::new(message);
    if let Some(inner) = inner {
        facts.adopt(inner);
        if let Some(list) = list {
            facts.show_list(Untrusted::new(list));
        }
    }
}

/// Returns how much of a body inside a body is read if so many may stand in it.
fn inner_cap(levels: usize) -> usize {
    (INNER_CAP >> LEVELS.saturating_sub(levels + 1)).max(INNER_LEAST)
}

/// Returns the facts of the body that stands in a text, if there is one.
fn nested(text: &str, levels: usize) -> Option<Facts<'_>> {
    let text = provider::start(text, inner_cap(levels));
    let litellm = wrappers::unwrap_litellm(text);
    let within = litellm.map_or(text, |found| found.text);
    let mut facts = Facts::default();
    let start = text::json_start(within);
    if let Some(inner) = bytes_literal(within, levels) {
        facts = inner;
    } else if let Some(inner) = escaped(within, start, levels) {
        facts = inner;
    } else if litellm.is_none() && start.is_none() {
        return None;
    } else if let Some(start) = start {
        let body = within.get(start..).unwrap_or_default().as_bytes();
        let level = Level::of_relaxed(body, STEPS);
        let head = within.get(..start).unwrap_or_default();
        let told = || wrappers::tells_status(head) || wrappers::names_error(head);
        let coded = start == 0 || level.code.is_some() || level.http_status.is_some() || told();
        if level.is_error() || (level.message.is_some() && coded) {
            absorb(&mut facts, &level, levels);
        }
    }
    let found = match litellm {
        None if facts.message.is_empty() && facts.provider_code.is_none() => return None,
        None => return Some(facts),
        Some(found) => found,
    };
    if facts.message.is_empty() {
        facts.message = Untrusted::new(found.text);
    }
    if let Some(code) = found.code {
        if facts.provider_code.is_none() {
            facts.provider_code = Some(Untrusted::new(code));
        }
        facts.signal(Field::Code, Untrusted::new(code));
    }
    facts.embedded_status = facts.embedded_status.or(found.status);
    Some(facts)
}

/// Returns the facts of a body that Python printed as bytes.
fn bytes_literal(text: &str, levels: usize) -> Option<Facts<'static>> {
    let levels = levels.checked_sub(1)?;
    let body = wrappers::bytes_literal(provider::start(text, inner_cap(levels)))?;
    nested(&body, levels).map(Facts::into_owned)
}

/// Returns the facts of a body that was written as a JSON string once too often: `{\"error\":...`.
fn escaped(text: &str, start: Option<usize>, levels: usize) -> Option<Facts<'static>> {
    if start.is_some() {
        return None;
    }
    let at = memchr::memmem::find(text.as_bytes(), b"{\\\"")?;
    let levels = levels.checked_sub(1)?;
    let raw = provider::start(text.get(at..)?, inner_cap(levels));
    let body = Text::new(raw.as_bytes(), true).to_str();
    nested(&body, levels).map(Facts::into_owned)
}
