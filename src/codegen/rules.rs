//! Generates the rule tables of [`crate::upstream`] from `catalog/upstream/rules`.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use crate::upstream::{CODE_LENGTH, words_of_code};

use super::words::WordsRow;
use super::{atoms, holds};

pub use super::rule_rows::{
    ConditionRow, CooldownRow, HeldRow, HoldRow, LongWaitRow, RuleFile, RuleRow, StatusRow,
    TransportRow,
};

/// Reads rule files, in the order given.
///
/// # Errors
///
/// The first file that is no valid TOML of this shape, with its name; else every cooldown that says
/// nothing or too much.
pub fn parse<'a>(files: impl IntoIterator<Item = (&'a str, &'a str)>) -> Result<RuleFile, String> {
    let mut all = RuleFile::default();
    for (name, text) in files {
        let file: RuleFile = toml::from_str(text).map_err(|error| format!("{name}: {error}"))?;
        all.conditions.extend(file.conditions);
        all.longest.extend(file.longest);
        all.statuses.extend(file.statuses);
        all.transports.extend(file.transports);
        all.rules.extend(file.rules);
        all.holds.extend(file.holds);
        all.words.extend(file.words);
    }
    holds::check(&all)?;
    Ok(all)
}

/// Writes the tables as Rust source.
pub fn generate(file: &RuleFile) -> String {
    let phrases = phrase_table(file);
    let codes = code_table(file);
    let mut out = String::from(HEADER);
    conditions(&mut out, file);
    statuses(&mut out, file);
    rules(&mut out, &file.rules, &phrases, &codes);
    holds::write(&mut out, &file.holds, &phrases, &codes);
    lookups(&mut out, &file.rules, &phrases, &codes, &file.words);
    out
}

const HEADER: &str = "// Generated from catalog/upstream/rules by \
`WIREFAULT_UPDATE=1 cargo test --test it fresh`. Do not edit.\n\n\
use super::condition::{Condition as C, Failover as F};\n\
use super::answer::Transport as T;\n\
use super::phrases::{Atom as A, Link as L};\n\
use super::rules::{Defaults, Held, Hold, Rule, StatusRow};\n\
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

fn phrase_table(file: &RuleFile) -> BTreeMap<String, usize> {
    let of_rules = file.rules.iter();
    let of_rules = of_rules.flat_map(|rule| [&rule.text, &rule.with, &rule.unless]);
    let of_holds = file.holds.iter();
    let of_holds = of_holds.flat_map(|hold| [&hold.text, &hold.with, &hold.unless]);
    let all = of_rules.chain(of_holds).flatten();
    let set: BTreeSet<_> = all.map(|text| phrase(text)).collect();
    set.into_iter()
        .enumerate()
        .map(|(id, key)| (key, id))
        .collect()
}

fn code_table(file: &RuleFile) -> BTreeMap<String, usize> {
    let of_rules = file.rules.iter().flat_map(|rule| &rule.code);
    let of_holds = file.holds.iter().flat_map(|hold| &hold.code);
    let set: BTreeSet<_> = of_rules.chain(of_holds).map(|text| code(text)).collect();
    set.into_iter()
        .enumerate()
        .map(|(id, key)| (key, id))
        .collect()
}

pub(super) fn phrase_ids(texts: &[String], table: &BTreeMap<String, usize>) -> Vec<usize> {
    let ids: BTreeSet<_> = texts
        .iter()
        .filter_map(|text| table.get(&phrase(text)).copied())
        .collect();
    ids.into_iter().collect()
}

pub(super) fn code_ids(texts: &[String], table: &BTreeMap<String, usize>) -> Vec<usize> {
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
            "    Rule {{ id: {:?}, condition: C::{}, rank: {}, text: &{:?}, with: &{:?}, unless: &{:?}, code: &{:?}, status: &{:?}, status_known: {}, provider: &{:?}, param: &{:?}, retryable: {retryable}, failover: {}, cooldown: {}, ignores_hint: {}, vague: {} }},",
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
            holds::option(rule.cooldown.as_ref()),
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

pub(super) fn option(kind: &str, name: Option<&str>) -> String {
    name.map_or("None".to_owned(), |name| {
        format!("Some({kind}::{})", camel(name))
    })
}

pub(super) fn camel(name: &str) -> String {
    let words = name.split('_').map(|word| {
        let mut letters = word.chars();
        let first = letters.next().map(|letter| letter.to_ascii_uppercase());
        first.into_iter().chain(letters).collect::<String>()
    });
    words.collect()
}
