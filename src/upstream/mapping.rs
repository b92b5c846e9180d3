//! From a condition at the upstream to the error that the client gets.

use std::str::FromStr;
use std::time::Duration;

use super::answer::{Answer, Transport};
use super::classify::Classified;
use super::condition::Condition;
use super::facts::{Facts, Field};
use super::hints::RetryHint;
use super::mapping_rows::{RANKS, ROWS};
use crate::catalog::source::{MappingSource, OneOrMany};
use crate::catalog::{Catalog, Code, Fault, Resolved, Retry};
use crate::error::GatewayError;
use crate::protocol::Protocol;
use crate::provider::names;
use crate::sanitise::Sanitiser;
use crate::text::PublicText;
use crate::{ErrorCode, Value};

/// Whose key was used at the upstream.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, strum::EnumString, strum::IntoStaticStr,
)]
#[strum(serialize_all = "snake_case")]
pub enum Credential {
    /// The gateway's own: its refusal is the operator's business.
    #[default]
    Gateway,
    /// The client's own: its refusal is the client's.
    Client,
}

/// What becomes of the upstream's message.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, strum::EnumString, strum::IntoStaticStr,
)]
#[strum(serialize_all = "snake_case")]
#[non_exhaustive]
pub enum MessagePolicy {
    /// The client reads the entry's own text.
    #[default]
    Replaced,
    /// The client reads the upstream's text without what must not leave the house.
    Sanitised,
    /// The client reads the upstream's text in place of the entry's; secrets are still masked.
    Verbatim,
    /// The client reads the upstream's text as it is. `lint` names every such row.
    VerbatimUnsafe,
}

/// A row of the mapping: all that is given must fit.
#[derive(Debug)]
pub(super) struct Row {
    pub(super) conditions: &'static [Condition],
    /// Failures below HTTP; empty for any failure.
    pub(super) transports: &'static [Transport],
    pub(super) credential: Option<Credential>,
    pub(super) entry: ErrorCode,
    pub(super) message: MessagePolicy,
}

/// A rank in the order in which a chain is concluded.
#[derive(Debug)]
pub(super) struct RankRow {
    pub(super) conditions: &'static [Condition],
    /// Only if the error that the client gets of it lays the fault there.
    pub(super) fault: Option<Fault>,
    /// Several failures of this rank or a lower one are told as one.
    pub(super) together: bool,
}

/// The standard rows in the form of a layer's own, for documents.
pub(crate) static STANDARD: std::sync::LazyLock<Vec<MappingSource>> =
    std::sync::LazyLock::new(|| ROWS.iter().map(Row::source).collect());

impl Row {
    fn source(&self) -> MappingSource {
        let word = |word: &'static str| word.to_owned();
        let conditions = self.conditions.iter().map(|known| word((*known).into()));
        let transports = self.transports.iter().map(|known| word((*known).into()));
        MappingSource {
            condition: Some(OneOrMany::Many(conditions.collect())),
            transport: (!self.transports.is_empty()).then(|| transports.collect()),
            credential: self.credential.map(|credential| word(credential.into())),
            entry: Some(self.entry.as_str().to_owned()),
            message: Some(word(self.message.into())),
            ..MappingSource::default()
        }
    }
}

/// What is known of a failed call, for the mapping.
#[derive(Clone, Copy, Debug)]
pub struct Failed<'a> {
    /// What was answered; None if nothing was.
    pub answer: Option<&'a Answer<'a>>,
    /// What was read from it.
    pub facts: Option<&'a Facts<'a>>,
    /// What it means.
    pub found: &'a Classified,
    /// How long the upstream asks to wait.
    pub hint: Option<RetryHint>,
    /// Whose key was used.
    pub credential: Credential,
    /// The tag of the channel, for a layer's rows.
    pub channel: Option<&'a str>,
    /// The model that the client asked for.
    pub model: Option<&'a str>,
    /// The protocol that the client speaks, for pass-through rules.
    pub protocol: Option<Protocol>,
}

impl<'a> Failed<'a> {
    /// Creates a failure of the gateway's own key, with nothing else known.
    pub fn new(found: &'a Classified) -> Self {
        Failed {
            answer: None,
            facts: None,
            found,
            hint: None,
            credential: Credential::Gateway,
            channel: None,
            model: None,
            protocol: None,
        }
    }

    pub(super) fn status(&self) -> Option<u16> {
        let embedded = self.facts.and_then(|facts| facts.embedded_status);
        self.answer
            .and_then(|answer| answer.status)
            .filter(|s| *s >= 400)
            .or(embedded)
    }

    /// The failure below HTTP, if it is one.
    fn transport(&self) -> Option<&'static str> {
        let explanation = &self.found.explanation;
        (explanation.field == Field::Transport).then_some(explanation.text)
    }
}

/// Returns the error that the client gets: the first row of the layers, then of the standard
/// mapping, that fits.
///
/// The upstream's message reaches the client only as the row's policy says, and unmasked only where
/// a layer asks for [`MessagePolicy::VerbatimUnsafe`]; the operator reads it in [`GatewayError::operator_text`].
///
/// ```
/// use wirefault::Catalog;
/// use wirefault::sanitise::Sanitiser;
/// use wirefault::upstream::{self, Answer, Failed};
///
/// let body = br#"{"error":{"message":"Incorrect API key provided: sk-live-1234567890abcdef"}}"#;
/// let answer = Answer { status: Some(401), ..Answer::new(body) };
/// let facts = upstream::read(&answer);
/// let found = upstream::classify(&answer, &facts);
/// let failed = Failed { answer: Some(&answer), facts: Some(&facts), ..Failed::new(&found) };
/// let error = upstream::to_error(&failed, Catalog::standard(), Sanitiser::standard());
/// assert_eq!(error.key(), "upstream_auth_failed");
/// assert!(!error.to_string().contains("sk-live"));
/// ```
pub fn to_error(failed: &Failed<'_>, catalog: &Catalog, sanitiser: &Sanitiser) -> GatewayError {
    Plan::new(failed, catalog).error(failed, catalog, sanitiser)
}

/// What the mapping has decided, and a rule may change.
#[derive(Debug)]
pub(super) struct Plan {
    pub(super) code: Code,
    pub(super) policy: MessagePolicy,
    /// None leaves it to the entry.
    pub(super) retry: Option<Retry>,
    pub(super) wait: Option<Duration>,
}

impl Plan {
    /// Looks the failure up: in the layers' rows, then in the standard ones.
    pub(super) fn new(failed: &Failed<'_>, catalog: &Catalog) -> Self {
        let condition = failed
            .found
            .condition
            .unwrap_or(Condition::UpstreamInternal);
        let (code, policy, retry) = match layer_row(failed, condition, catalog) {
            Some(row) => (
                Code::from(row.entry.as_deref().unwrap_or_default()),
                row.message
                    .as_deref()
                    .and_then(|word| MessagePolicy::from_str(word).ok()),
                row.retry.as_deref().and_then(crate::catalog::parse_retry),
            ),
            None => {
                let row = standard_row(failed, condition);
                let code = row.map_or(ErrorCode::UpstreamError, |row| row.entry);
                (Code::from(code), row.map(|row| row.message), None)
            }
        };
        Plan {
            code,
            policy: policy.unwrap_or_default(),
            retry: retry.or_else(|| narrowed(failed.found, condition)),
            wait: failed.found.wait(failed.hint),
        }
    }

    /// Carries it out.
    pub(super) fn error(
        self,
        failed: &Failed<'_>,
        catalog: &Catalog,
        sanitiser: &Sanitiser,
    ) -> GatewayError {
        let mut error = GatewayError::from(self.code);
        if let Some(status) = failed.status() {
            error = error
                .with_upstream_status(status)
                .with("status", i64::from(status));
        }
        error = tell(error, failed, self.policy, catalog, sanitiser);
        if let Some(wait) = self.wait {
            error = error.with_retry_after(wait);
        }
        match self.retry {
            Some(retry) => error.with_retry(retry),
            None => error,
        }
    }
}

/// One request that is larger than a whole window's budget can never pass, whatever the entry
/// says of its kind.
fn narrowed(found: &Classified, condition: Condition) -> Option<Retry> {
    let usually = condition.defaults().retryable;
    (usually && !found.retryable).then_some(Retry::Never)
}

fn standard_row(failed: &Failed<'_>, condition: Condition) -> Option<&'static Row> {
    let transport = failed.transport();
    let below = |known: &Transport| transport == Some(known.as_ref());
    ROWS.iter().find(|row| {
        row.conditions.contains(&condition)
            && (row.transports.is_empty() || row.transports.iter().any(below))
            && row
                .credential
                .is_none_or(|credential| credential == failed.credential)
    })
}

fn layer_row<'c>(
    failed: &Failed<'_>,
    condition: Condition,
    catalog: &'c Catalog,
) -> Option<&'c MappingSource> {
    let credential: &'static str = failed.credential.into();
    let provider = failed.answer.and_then(|answer| answer.provider);
    type Same = fn(&str, &str) -> bool;
    let among = |list: &Option<Vec<String>>, value: Option<&str>, same: Same| match list {
        None => true,
        Some(list) => value.is_some_and(|value| list.iter().any(|known| same(known, value))),
    };
    catalog.mapping().iter().find(|row| {
        let named = match &row.condition {
            None => true,
            Some(OneOrMany::One(name)) => name == condition.as_ref(),
            Some(OneOrMany::Many(names)) => names.iter().any(|name| name == condition.as_ref()),
        };
        let status = row.status.as_ref().is_none_or(|statuses| {
            failed
                .status()
                .is_some_and(|status| statuses.contains(&status))
        });
        named
            && status
            && among(&row.provider, provider, names::is_same)
            && among(&row.channel, failed.channel, str::eq_ignore_ascii_case)
            && among(&row.transport, failed.transport(), |one, other| {
                one == other
            })
            && row
                .credential
                .as_deref()
                .is_none_or(|wanted| wanted == credential)
    })
}

/// Adds what the client and the operator may read.
fn tell(
    error: GatewayError,
    failed: &Failed<'_>,
    policy: MessagePolicy,
    catalog: &Catalog,
    sanitiser: &Sanitiser,
) -> GatewayError {
    let mut error = error;
    let known = catalog.get(error.key()).map(Resolved::entry);
    let takes =
        |name: &str| known.is_some_and(|entry| entry.params.iter().any(|param| param.name == name));
    if let Some(model) = failed.model.filter(|_| takes("model")) {
        error = error.with("model", model.to_owned());
    }
    let Some(facts) = failed.facts else {
        return error;
    };
    if !facts.message.is_empty() {
        error = error.with_operator_text(facts.message.clone().into_operator());
    }
    if takes("used") && takes("limit") {
        if let (Some(used), Some(limit)) = (facts.used_tokens(), facts.limit_tokens()) {
            error = error.with("used", used).with("limit", limit);
        }
    }
    if facts.message.is_empty() || facts.is_page {
        return error;
    }
    match policy {
        MessagePolicy::Replaced => error,
        MessagePolicy::Sanitised => {
            let text = sanitiser.public(&facts.message);
            match (takes("detail"), text.as_str().is_empty()) {
                (_, true) => error,
                (true, false) => {
                    let markers = known.map_or(&[][..], |entry| &entry.markers);
                    error.with("detail", without_marker(&text, markers))
                }
                (false, false) => error.with_message(text),
            }
        }
        MessagePolicy::Verbatim => {
            let text = sanitiser.public(&facts.message);
            match text.as_str().is_empty() {
                true => error,
                false => error.with_message(text),
            }
        }
        MessagePolicy::VerbatimUnsafe => error.with_message(PublicText::vouched(
            facts.message.clone().into_operator().into_string(),
        )),
    }
}

/// Drops a marker phrase with which the template begins anyway.
fn without_marker(text: &PublicText, markers: &[crate::catalog::Text]) -> Value {
    let full = text.as_str();
    let cut = markers.iter().find_map(|marker| {
        let head = full.get(..marker.len())?;
        let rest = full.get(marker.len()..)?;
        head.eq_ignore_ascii_case(marker)
            .then(|| rest.trim_start_matches([':', ' ']))
    });
    match cut {
        Some(rest) if !rest.is_empty() => Value::from(rest.to_owned()),
        _ => Value::from(text.clone()),
    }
}

/// Returns a condition's place in the order of a chain, and whether several are told as one.
pub(super) fn rank(condition: Condition, fault: Fault) -> (usize, bool) {
    let at = RANKS.iter().position(|rank| {
        rank.conditions.contains(&condition) && rank.fault.is_none_or(|wanted| wanted == fault)
    });
    let at = at.unwrap_or(RANKS.len());
    (at, RANKS.get(at).is_some_and(|rank| rank.together))
}
