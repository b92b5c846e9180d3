//! The rows of the files in `catalog/upstream/rules`.

use serde::Deserialize;

use crate::upstream::{Condition, Failover, Scope, Transport};

use super::closed;
use super::words::WordsRow;

/// One file of rules.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RuleFile {
    /// What holds for each condition.
    #[serde(default, rename = "condition")]
    pub conditions: Vec<ConditionRow>,
    /// How long a cooldown lasts at most.
    #[serde(default)]
    pub longest: Vec<CooldownRow>,
    /// What a status means.
    #[serde(default, rename = "status")]
    pub statuses: Vec<StatusRow>,
    /// What a failure below HTTP means.
    #[serde(default, rename = "transport")]
    pub transports: Vec<TransportRow>,
    /// The rules.
    #[serde(default, rename = "rule")]
    pub rules: Vec<RuleRow>,
    /// What is on hold where a failure says less than its condition does.
    #[serde(default, rename = "hold")]
    pub holds: Vec<HoldRow>,
    /// The words that stand for each other in phrases.
    #[serde(default)]
    pub words: Vec<WordsRow>,
}

/// What holds for a condition where no rule says otherwise.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct ConditionRow {
    #[serde(deserialize_with = "closed::word::<_, Condition>")]
    pub name: String,
    pub retryable: bool,
    #[serde(deserialize_with = "closed::word::<_, Failover>")]
    pub failover: String,
    pub cooldown: Option<CooldownRow>,
    pub long_wait: Option<LongWaitRow>,
    #[serde(default)]
    pub of_key: bool,
    pub health: bool,
    pub client_retry: bool,
}

/// A cooldown's scope, and its length or the longest one.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct CooldownRow {
    #[serde(deserialize_with = "closed::word::<_, Scope>")]
    pub scope: String,
    pub seconds: u32,
}

/// What a condition becomes when the upstream asks for a longer wait than this.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct LongWaitRow {
    pub seconds: u32,
    #[serde(deserialize_with = "closed::word::<_, Condition>")]
    pub condition: String,
}

/// A range of statuses; the first that holds wins.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct StatusRow {
    pub from: u16,
    pub to: u16,
    #[serde(deserialize_with = "closed::word::<_, Condition>")]
    pub condition: String,
    #[serde(default, deserialize_with = "closed::option::<_, Condition>")]
    pub page: Option<String>,
    #[serde(default, deserialize_with = "closed::option::<_, Failover>")]
    pub page_failover: Option<String>,
    pub note: Option<String>,
}

/// A failure below HTTP.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct TransportRow {
    #[serde(deserialize_with = "closed::word::<_, Transport>")]
    pub kind: String,
    #[serde(deserialize_with = "closed::word::<_, Condition>")]
    pub condition: String,
    #[serde(default, deserialize_with = "closed::option::<_, Failover>")]
    pub failover: Option<String>,
}

/// One rule; see `catalog/upstream/README.md`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
#[allow(missing_docs)]
pub struct RuleRow {
    pub id: String,
    #[serde(deserialize_with = "closed::word::<_, Condition>")]
    pub condition: String,
    pub rank: u16,
    pub text: Vec<String>,
    pub with: Vec<String>,
    pub unless: Vec<String>,
    pub code: Vec<String>,
    pub status: Vec<u16>,
    pub status_known: bool,
    pub provider: Vec<String>,
    pub param: Vec<String>,
    pub retryable: Option<bool>,
    #[serde(default, deserialize_with = "closed::option::<_, Failover>")]
    pub failover: Option<String>,
    pub cooldown: Option<HeldRow>,
    pub ignores_hint: bool,
    pub vague: bool,
    pub note: Option<String>,
    pub source: Option<String>,
    pub example: Option<String>,
    pub example_code: Option<String>,
    pub example_provider: Option<String>,
    pub example_param: Option<String>,
    pub example_status: Option<u16>,
}

/// What is on hold instead of what the condition says: whichever of the two is given.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
#[allow(missing_docs)]
pub struct HeldRow {
    #[serde(deserialize_with = "closed::option::<_, Scope>")]
    pub scope: Option<String>,
    pub seconds: Option<u32>,
}

/// What is on hold for failures of some conditions that say so, whichever rule named them.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
#[allow(missing_docs)]
pub struct HoldRow {
    pub id: String,
    #[serde(deserialize_with = "closed::words::<_, Condition>")]
    pub condition: Vec<String>,
    pub text: Vec<String>,
    pub with: Vec<String>,
    pub unless: Vec<String>,
    pub code: Vec<String>,
    pub cooldown: HeldRow,
    pub note: Option<String>,
    pub source: Option<String>,
    pub example: Option<String>,
    pub example_code: Option<String>,
    pub example_status: Option<u16>,
}
