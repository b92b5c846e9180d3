//! The answer to a failure: a rule's, else the mapping's.

use super::look::View;
use super::ready::{ReadyAnswer, Wish};
use super::{Rule, Rules};
use crate::catalog::{Catalog, Piece, Template};
use crate::error::GatewayError;
use crate::retry::whole_seconds;
use crate::sanitise::Sanitiser;
use crate::text::{PublicText, Untrusted};
use crate::upstream::mapping::{self, Plan};
use crate::upstream::{Failed, MessagePolicy};

/// What becomes of a failure.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Outcome<'r> {
    /// What the client gets.
    pub error: GatewayError,
    /// Whether the operator's monitoring should count the failure.
    pub monitored: bool,
    /// The rule that decided; None if the mapping did.
    pub rule: Option<&'r Rule>,
}

/// Returns what becomes of a failure: as the first rule says that is for it, else as the mapping
/// says.
///
/// The upstream's message reaches the client only through the sanitiser, whatever a rule says.
/// An example is at [`Rules`].
pub fn answer<'r>(
    failed: &Failed<'_>,
    catalog: &Catalog,
    rules: &'r Rules,
    sanitiser: &Sanitiser,
) -> Outcome<'r> {
    let Some(ready) = rules.first(failed) else {
        return Outcome {
            error: mapping::to_error(failed, catalog, sanitiser),
            monitored: true,
            rule: None,
        };
    };
    let mut plan = Plan::new(failed, catalog);
    let wanted = &ready.answer;
    if let Some(key) = &wanted.key {
        plan.code = key.clone();
    }
    match &wanted.message {
        None => {}
        Some(Wish::Pass) => plan.policy = MessagePolicy::Verbatim,
        // Not even as a parameter: the author chose other words.
        Some(Wish::Own(_)) => plan.policy = MessagePolicy::Replaced,
    }
    plan.retry = wanted.retry.or(plan.retry);
    plan.wait = wanted.retry_after.or(plan.wait);
    let error = plan.error(failed, catalog, sanitiser);
    Outcome {
        error: spelt(error, wanted, failed, sanitiser),
        monitored: !ready.rule.skip_monitoring,
        rule: Some(&ready.rule),
    }
}

/// Puts on the wire what the rule says of it.
fn spelt(
    error: GatewayError,
    wanted: &ReadyAnswer,
    failed: &Failed<'_>,
    sanitiser: &Sanitiser,
) -> GatewayError {
    let mut error = error;
    let facts = failed.facts;
    match wanted.status {
        None => {}
        Some(Wish::Own(status)) => error = error.with_status(status),
        Some(Wish::Pass) => {
            if let Some(status) = View::new(failed).statuses().as_slice().first() {
                error = error.with_status(*status);
            }
        }
    }
    let code = facts.and_then(|facts| facts.provider_code.as_ref());
    if let Some(code) = word(wanted.code.as_ref(), code, sanitiser) {
        error = error.with_wire_code(code);
    }
    let kind = facts.and_then(|facts| facts.provider_type.as_ref());
    if let Some(kind) = word(wanted.kind.as_ref(), kind, sanitiser) {
        error = error.with_wire_type(kind);
    }
    if let Some(Wish::Own(templates)) = &wanted.message {
        let filled = templates
            .iter()
            .find_map(|template| fill(template, &error, failed, sanitiser));
        if let Some(text) = filled {
            error = error.with_message(PublicText::vouched(text));
        }
    }
    error
}

fn fill(
    template: &Template,
    error: &GatewayError,
    failed: &Failed<'_>,
    sanitiser: &Sanitiser,
) -> Option<String> {
    let mut out = String::new();
    for piece in template.pieces() {
        match piece {
            Piece::Literal(text) | Piece::Variable(text) => out.push_str(text),
            Piece::Param(name) => out.push_str(&value(name, error, failed, sanitiser)?),
        }
    }
    Some(out)
}

/// The names that a message of a rule may use.
pub(super) const NAMES: &[&str] = &[
    "message",
    "status",
    "code",
    "type",
    "model",
    "provider",
    "retry_after",
];

fn value(
    name: &str,
    error: &GatewayError,
    failed: &Failed<'_>,
    sanitiser: &Sanitiser,
) -> Option<String> {
    let facts = failed.facts;
    match name {
        "message" => {
            let facts = facts.filter(|facts| !facts.is_page)?;
            let text = sanitiser.public(&facts.message);
            (!text.as_str().is_empty()).then(|| text.into_inner().into_owned())
        }
        "status" => {
            let statuses = View::new(failed).statuses();
            statuses.as_slice().first().map(u16::to_string)
        }
        "code" => passable(facts?.provider_code.as_ref()?, sanitiser),
        "type" => passable(facts?.provider_type.as_ref()?, sanitiser),
        "model" => {
            let model = failed.model.map(Untrusted::new);
            let model = model.or_else(|| facts?.model())?;
            Some(sanitiser.public(&model).into_inner().into_owned())
        }
        "provider" => Some(failed.answer?.provider?.to_owned()),
        "retry_after" => Some(whole_seconds(error.retry_after()?).to_string()),
        _ => None,
    }
}

fn word(
    wish: Option<&Wish<String>>,
    theirs: Option<&Untrusted<'_>>,
    sanitiser: &Sanitiser,
) -> Option<String> {
    match wish? {
        Wish::Own(word) => Some(word.clone()),
        Wish::Pass => passable(theirs?, sanitiser),
    }
}

/// Returns a provider's code if it is a plain word in which there is nothing to hide.
fn passable(code: &Untrusted<'_>, sanitiser: &Sanitiser) -> Option<String> {
    if !code.inspect(is_word) {
        return None;
    }
    let public = sanitiser.public(code);
    code.inspect(|raw| raw == public.as_str())
        .then(|| public.into_inner().into_owned())
}

/// Returns true for what can be a code or a type.
pub(super) fn is_word(text: &str) -> bool {
    let inner = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-' | b'.' | b':' | b'/');
    !text.is_empty() && text.len() <= 64 && text.bytes().all(inner)
}
