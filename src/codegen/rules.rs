//! Generates the rule tables of [`crate::upstream`] from `catalog/upstream/rules`.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use serde::Deserialize;

use crate::upstream::{CODE_LENGTH, Condition, Failover, Scope, Transport, words_of_code};

use super::atoms;
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

/// Reads rule files, in the order given.
///
/// # Errors
///
/// The first file that is no valid TOML of this shape, with its name.
pub fn parse<'a>(files: impl IntoIterator<Item = (&'a str, &'a str)>) -> Result<RuleFile, String> {
    let mut all = RuleFile::default();
    for (name, text) in files {
        let file: RuleFile = toml::from_str(text).map_err(|error| format!("{name}: {error}"))?;
        all.conditions.extend(file.conditions);
        all.longest.extend(file.longest);
        all.statuses.extend(file.statuses);
        all.transports.extend(file.transports);
        all.rules.extend(file.rules);
        all.words.extend(file.words);
    }
    Ok(all)
}

/// Writes the tables as Rust source.
pub fn generate(file: &RuleFile) -> String {
    let phrases = phrase_table(&file.rules);
    let codes = code_table(&file.rules);
    let mut out = String::from(HEADER);
    conditions(&mut out, file);
    statuses(&mut out, file);
    rules(&mut out, &file.rules, &phrases, &codes);
    lookups(&mut out, &file.rules, &phrases, &codes, &file.words);
    out
}

const HEADER: &str = "// Generated from catalog/upstream/rules by \
`WIREFAULT_UPDATE=1 cargo test --test it fresh`. Do not edit.\n\n\
use super::condition::{Condition as C, Failover as F};\n\
use super::facts::Transport as T;\n\
use super::phrases::{Atom as A, Link as L};\n\
use super::rules::{Defaults, Rule, StatusRow};\n\
use super::verdict::Scope as S;\n";

/// A phrase as the tables hold it: lower case, with one kind of space, `n't` written out as in the
/// texts, and a gap behind each `~` that more words follow.
pub fn phrase(text: &str) -> String {
    text.to_lowercase()
        .replace(['_', '-'], " ")
        .replace("can't", "cannot")
        .replace("n't", " not")
        .replace("apikey", "api key")
        .replace("~ ", "~ * ")
        .replace("* * ", "* ")
        .trim()
        .to_owned()
}

/// A code as the tables hold it: words in lower case.
pub fn code(text: &str) -> String {
    words_of_code(text, &mut [0; CODE_LENGTH]).to_owned()
}

fn phrase_table(rules: &[RuleRow]) -> BTreeMap<String, usize> {
    let all = rules
        .iter()
        .flat_map(|rule| rule.text.iter().chain(&rule.with).chain(&rule.unless));
    let set: BTreeSet<_> = all.map(|text| phrase(text)).collect();
    set.into_iter()
        .enumerate()
        .map(|(id, key)| (key, id))
        .collect()
}

fn code_table(rules: &[RuleRow]) -> BTreeMap<String, usize> {
    let set: BTreeSet<_> = rules
        .iter()
        .flat_map(|rule| &rule.code)
        .map(|text| code(text))
        .collect();
    set.into_iter()
        .enumerate()
        .map(|(id, key)| (key, id))
        .collect()
}

fn phrase_ids(texts: &[String], table: &BTreeMap<String, usize>) -> Vec<usize> {
    let ids: BTreeSet<_> = texts
        .iter()
        .filter_map(|text| table.get(&phrase(text)).copied())
        .collect();
    ids.into_iter().collect()
}

fn code_ids(texts: &[String], table: &BTreeMap<String, usize>) -> Vec<usize> {
    let ids: BTreeSet<_> = texts
        .iter()
        .filter_map(|text| table.get(&code(text)).copied())
        .collect();
    ids.into_iter().collect()
}

fn conditions(out: &mut String, file: &RuleFile) {
    out.push_str("\npub(super) static CONDITIONS: &[Defaults] = &[\n");
    for row in &file.conditions {
        let cooldown = row.cooldown.as_ref().map_or("None".to_owned(), |cooldown| {
            format!("Some({})", cooldown.pair())
        });
        let long_wait = row.long_wait.as_ref().map_or("None".to_owned(), |long| {
            format!("Some(({}, C::{}))", long.seconds, camel(&long.condition))
        });
        let _ = writeln!(
            out,
            "    Defaults {{ condition: C::{}, retryable: {}, failover: F::{}, cooldown: {cooldown}, long_wait: {long_wait}, of_key: {}, health: {}, client_retry: {} }},",
            camel(&row.name),
            row.retryable,
            camel(&row.failover),
            row.of_key,
            row.health,
            row.client_retry,
        );
    }
    out.push_str("];\n\npub(super) static LONGEST: &[(S, u32)] = &[\n");
    for row in &file.longest {
        let _ = writeln!(out, "    {},", row.pair());
    }
    out.push_str("];\n");
}

impl CooldownRow {
    fn pair(&self) -> String {
        format!("(S::{}, {})", camel(&self.scope), self.seconds)
    }
}

fn statuses(out: &mut String, file: &RuleFile) {
    out.push_str("\npub(super) static STATUSES: &[StatusRow] = &[\n");
    for row in &file.statuses {
        let _ = writeln!(
            out,
            "    StatusRow {{ from: {}, to: {}, condition: C::{}, page: {}, page_failover: {} }},",
            row.from,
            row.to,
            camel(&row.condition),
            option("C", row.page.as_deref()),
            option("F", row.page_failover.as_deref()),
        );
    }
    out.push_str("];\n\npub(super) static TRANSPORTS: &[(T, C, Option<F>)] = &[\n");
    for row in &file.transports {
        let failover = option("F", row.failover.as_deref());
        let _ = writeln!(
            out,
            "    (T::{}, C::{}, {failover}),",
            camel(&row.kind),
            camel(&row.condition)
        );
    }
    out.push_str("];\n");
}

fn rules(
    out: &mut String,
    rules: &[RuleRow],
    phrases: &BTreeMap<String, usize>,
    codes: &BTreeMap<String, usize>,
) {
    out.push_str("\npub(super) static RULES: &[Rule] = &[\n");
    for rule in rules {
        let retryable = rule
            .retryable
            .map_or("None".to_owned(), |value| format!("Some({value})"));
        let _ = writeln!(
            out,
            "    Rule {{ id: {:?}, condition: C::{}, rank: {}, text: &{:?}, with: &{:?}, unless: &{:?}, code: &{:?}, status: &{:?}, status_known: {}, provider: &{:?}, param: &{:?}, retryable: {retryable}, failover: {}, ignores_hint: {}, vague: {} }},",
            rule.id,
            camel(&rule.condition),
            rule.rank,
            phrase_ids(&rule.text, phrases),
            phrase_ids(&rule.with, phrases),
            phrase_ids(&rule.unless, phrases),
            code_ids(&rule.code, codes),
            rule.status,
            rule.status_known,
            rule.provider,
            rule.param,
            option("F", rule.failover.as_deref()),
            rule.ignores_hint,
            rule.vague,
        );
    }
    out.push_str("];\n");
}

fn lookups(
    out: &mut String,
    rules: &[RuleRow],
    phrases: &BTreeMap<String, usize>,
    codes: &BTreeMap<String, usize>,
    words: &[WordsRow],
) {
    let mut by_phrase = vec![Vec::new(); phrases.len()];
    let mut by_code = vec![Vec::new(); codes.len()];
    for (index, rule) in rules.iter().enumerate() {
        // A rule is tried when one of its phrases is found, or, if it has none, one of its codes.
        for id in phrase_ids(&rule.text, phrases) {
            by_phrase[id].push(index);
        }
        if rule.text.is_empty() {
            for id in code_ids(&rule.code, codes) {
                by_code[id].push(index);
            }
        }
    }
    atoms::write(out, phrases, words);
    table(
        out,
        "CODES: &[&str]",
        codes.keys().map(|text| format!("{text:?}")),
    );
    table(
        out,
        "PHRASE_RULES: &[&[u16]]",
        by_phrase.iter().map(|list| format!("&{list:?}")),
    );
    table(
        out,
        "CODE_RULES: &[&[u16]]",
        by_code.iter().map(|list| format!("&{list:?}")),
    );
}

pub(super) fn table(out: &mut String, name: &str, items: impl Iterator<Item = String>) {
    list(out, &format!("{name} = &["), items, "]");
}

/// Writes a constant whose items stand between an opening, behind its name, and an end.
pub(super) fn list(out: &mut String, name: &str, items: impl Iterator<Item = String>, end: &str) {
    let _ = writeln!(out, "\npub(super) const {name}");
    let mut line = String::from("   ");
    for item in items {
        if line.len() + item.len() > 96 {
            let _ = writeln!(out, "{line}");
            line = String::from("   ");
        }
        let _ = write!(line, " {item},");
    }
    let _ = writeln!(out, "{line}\n{end};");
}

fn option(kind: &str, name: Option<&str>) -> String {
    name.map_or("None".to_owned(), |name| {
        format!("Some({kind}::{})", camel(name))
    })
}

fn camel(name: &str) -> String {
    let words = name.split('_').map(|word| {
        let mut letters = word.chars();
        let first = letters.next().map(|letter| letter.to_ascii_uppercase());
        first.into_iter().chain(letters).collect::<String>()
    });
    words.collect()
}
