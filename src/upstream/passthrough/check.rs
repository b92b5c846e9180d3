//! Reading and checking rules: every mistake at once, and what was probably meant.

use std::collections::HashSet;
use std::ops::RangeInclusive;
use std::str::FromStr;
use std::time::Duration;

use serde_json::{Map, Value};
use strum::VariantArray as _;

use super::answer::{NAMES, is_word};
use super::look::Wildcard;
use super::ready::{Place, Ready, ReadyAnswer, Wish};
use super::source::{NumberOrWord, Rule, RuleAnswer, RuleMatch};
use crate::catalog::{Catalog, Code, Kind, Problem, Retry, Template, lenient, nearest};
use crate::error::wire::is_error_status;
use crate::protocol::Protocol;
use crate::upstream::Condition;

/// The word for the upstream's own value.
const PASS: &str = "pass";

/// Reads rules, reporting every field that does not fit and keeping the others.
pub(super) fn read(values: &[Value], problems: &mut Vec<Problem>) -> Vec<Rule> {
    let rules = values.iter().enumerate().map(|(at, value)| {
        let mut top = value.clone();
        let (inner, answer) = match &mut top {
            Value::Object(fields) => (fields.remove("match"), fields.remove("answer")),
            _ => (None, None),
        };
        Rule {
            match_: part(inner, at, "match", problems),
            answer: part(answer, at, "answer", problems),
            ..part(Some(top), at, "", problems)
        }
    });
    rules.collect()
}

fn part<T: serde::de::DeserializeOwned + Default>(
    value: Option<Value>,
    at: usize,
    name: &str,
    problems: &mut Vec<Problem>,
) -> T {
    let mut found = Vec::new();
    let read = lenient(value.unwrap_or(Value::Object(Map::new())), None, &mut found);
    let dot = if name.is_empty() { "" } else { "." };
    problems.extend(found.into_iter().map(|mut problem| {
        let field = problem.field.take();
        let below = field.map_or_else(|| name.to_owned(), |field| format!("{name}{dot}{field}"));
        located(problem, at, &below)
    }));
    read
}

fn located(mut problem: Problem, at: usize, field: &str) -> Problem {
    let dot = if field.is_empty() { "" } else { "." };
    problem.field = Some(format!("rule[{at}]{dot}{field}"));
    problem
}

/// Checks rules and prepares them.
pub(super) fn prepare(
    rules: Vec<Rule>,
    catalog: &Catalog,
    problems: &mut Vec<Problem>,
) -> Vec<Ready> {
    let mut ids = HashSet::new();
    let mut ready = Vec::new();
    for (at, rule) in rules.into_iter().enumerate() {
        let mut check = Check {
            id: rule.id.clone(),
            at,
            catalog,
            problems,
        };
        if rule.id.trim().is_empty() {
            check.refuse("id", "missing-field", "a rule has no id", "give it an `id`");
        } else if !ids.insert(rule.id.clone()) {
            let message = format!("the id `{}` occurs twice", rule.id);
            check.refuse("id", "duplicate-id", message, "rename or remove one rule");
        }
        ready.push(check.rule(rule));
    }
    ready
}

struct Check<'c> {
    id: String,
    at: usize,
    catalog: &'c Catalog,
    problems: &'c mut Vec<Problem>,
}

impl Check<'_> {
    fn refuse(
        &mut self,
        field: &str,
        rule: &'static str,
        message: impl Into<String>,
        fix: impl Into<String>,
    ) {
        let message = match self.id.is_empty() {
            true => message.into(),
            false => format!("rule `{}`: {}", self.id, message.into()),
        };
        let problem = Problem::error(rule, message, fix);
        self.problems.push(located(problem, self.at, field));
    }

    fn unknown<'w>(
        &mut self,
        field: &str,
        word: &str,
        known: impl Iterator<Item = &'w str> + Clone,
    ) {
        let near = nearest(word, known.clone(), 1);
        let fix = match near.first() {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("use one of {}", known.collect::<Vec<_>>().join(", ")),
        };
        let message = format!("`{word}` is not known here");
        self.refuse(field, "unknown-word", message, fix);
    }

    fn rule(&mut self, rule: Rule) -> Ready {
        let wanted = &rule.match_;
        if *wanted == RuleMatch::default() && !self.is_spoilt("match") {
            let fix = "say which failures the rule is for, such as `statuses` or `keywords`";
            self.refuse("match", "empty-match", "it is for no failure", fix);
        }
        let changes = rule.answer != RuleAnswer::default() || rule.skip_monitoring;
        if !changes && !self.is_spoilt("answer") {
            let fix = "give an `answer`, or `skip_monitoring`";
            self.refuse("answer", "empty-answer", "it changes nothing", fix);
        }
        let lists = [
            ("match.codes", &wanted.codes),
            ("match.types", &wanted.types),
            ("match.keywords", &wanted.keywords),
            ("match.providers", &wanted.providers),
            ("match.channels", &wanted.channels),
            ("match.models", &wanted.models),
        ];
        for (field, list) in lists {
            if list.iter().any(|word| word.trim().is_empty()) {
                let fix = "remove it, or write the word";
                self.refuse(field, "empty-word", "a word of the list is empty", fix);
            }
        }
        Ready {
            statuses: self.statuses(&wanted.statuses),
            conditions: self.parsed("match.conditions", &wanted.conditions, Condition::VARIANTS),
            keywords: wanted
                .keywords
                .iter()
                .map(|word| word.to_lowercase())
                .collect(),
            all_keywords: self.one_of("match.keywords_mode", &wanted.keywords_mode, MODES)
                == Some(1),
            place: match self.one_of("match.keywords_in", &wanted.keywords_in, PLACES) {
                Some(1) => Place::Body,
                _ => Place::Message,
            },
            any: self.one_of("match.mode", &wanted.mode, MODES) == Some(0),
            protocols: self.parsed("match.protocols", &wanted.protocols, Protocol::ALL),
            models: self.models(&wanted.models),
            credential: wanted.credential.as_ref().and_then(|word| {
                let known = ["gateway", "client"];
                self.one_of("match.credential", &Some(word.clone()), &known)?;
                word.parse().ok()
            }),
            answer: self.answer(&rule.answer),
            at: self.at,
            rule,
        }
    }

    /// Returns true if a part is empty because what stands there could not be read, or because the
    /// part itself may be what is misspelt.
    fn is_spoilt(&self, part: &str) -> bool {
        let rule = format!("rule[{}].", self.at);
        let fields = self.problems.iter().filter_map(|problem| {
            let field = problem.field.as_deref()?.strip_prefix(&rule)?;
            Some((problem.rule, field))
        });
        let in_part = |field: &str| field.split('.').next() == Some(part);
        fields.into_iter().any(|(rule, field)| {
            in_part(field) || (rule == "unknown-field" && !field.contains('.'))
        })
    }

    /// Refuses stars that stand for nothing.
    fn models(&mut self, models: &[String]) -> Vec<Wildcard> {
        for model in models {
            if model.strip_suffix('*').unwrap_or(model).contains('*') {
                let message = format!("`{model}` fits no model: a star counts at the end alone");
                let fix = "write the beginning of the names, such as `gpt-*`, or each name";
                self.refuse("match.models", "misplaced-star", message, fix);
            }
        }
        models.iter().map(|model| Wildcard::new(model)).collect()
    }

    /// Returns the place of a word among those that are known.
    fn one_of(&mut self, field: &str, word: &Option<String>, known: &[&str]) -> Option<usize> {
        let word = word.as_deref()?;
        let at = known.iter().position(|known| *known == word);
        if at.is_none() {
            self.unknown(field, word, known.iter().copied());
        }
        at
    }

    fn parsed<T>(&mut self, field: &str, words: &[String], known: &'static [T]) -> Vec<T>
    where
        T: FromStr + Copy,
        &'static str: From<T>,
    {
        let mut parsed = Vec::new();
        for word in words {
            match word.parse() {
                Ok(value) => parsed.push(value),
                Err(_) => self.unknown(field, word, known.iter().map(|known| (*known).into())),
            }
        }
        parsed
    }

    fn statuses(&mut self, written: &[NumberOrWord]) -> Vec<RangeInclusive<u16>> {
        let mut ranges = Vec::new();
        for status in written {
            let range = match status {
                NumberOrWord::Number(number) => u16::try_from(*number).ok().map(|n| n..=n),
                NumberOrWord::Word(word) => range(word),
            };
            match range {
                Some(range)
                    if !range.is_empty() && *range.start() >= 100 && *range.end() <= 599 =>
                {
                    ranges.push(range);
                }
                _ => {
                    let shown = match status {
                        NumberOrWord::Number(number) => number.to_string(),
                        NumberOrWord::Word(word) => word.clone(),
                    };
                    let message = format!("no status is in `{shown}`");
                    let fix = "write a status from 100 to 599, or a range such as \"500-599\"";
                    self.refuse("match.statuses", "impossible-range", message, fix);
                }
            }
        }
        ranges
    }

    fn answer(&mut self, written: &RuleAnswer) -> ReadyAnswer {
        let retry_after = written
            .retry_after
            .as_ref()
            .and_then(|wait| self.wait(wait));
        let retry = self.one_of("answer.retry", &written.retry, &["never", "now", "after"]);
        if written.retry_after.is_some() && matches!(retry, Some(0 | 1)) {
            let fix = "write `retry = \"after\"`, or leave the wait out";
            let message = "a wait is given for what is not to be repeated after one";
            self.refuse("answer.retry_after", "contradiction", message, fix);
        }
        ReadyAnswer {
            key: written.key.as_ref().and_then(|key| self.key(key)),
            status: written
                .status
                .as_ref()
                .and_then(|status| self.status(status)),
            code: written
                .code
                .as_ref()
                .and_then(|code| self.word("answer.code", code)),
            kind: written
                .type_
                .as_ref()
                .and_then(|kind| self.word("answer.type", kind)),
            message: written
                .message
                .clone()
                .and_then(|text| self.message(text.into_vec())),
            retry: match retry {
                Some(0) => Some(Retry::Never),
                Some(1) => Some(Retry::Now),
                Some(_) => Some(Retry::After(retry_after)),
                None => retry_after.map(|wait| Retry::After(Some(wait))),
            },
            retry_after,
        }
    }

    fn key(&mut self, key: &str) -> Option<Code> {
        let catalog = self.catalog;
        match catalog.get(key) {
            Some(found) if found.entry().kind == Kind::Error => Some(Code::from(found.key())),
            Some(_) => {
                let message = format!("`{key}` is a notice, not an error");
                self.refuse("answer.key", "wrong-kind", message, "name an error");
                None
            }
            None => {
                let keys = catalog.entries().iter().map(|entry| entry.key());
                let fix = match nearest(key, keys, 1).first() {
                    Some(near) => format!("did you mean `{near}`?"),
                    None => "name an existing entry".to_owned(),
                };
                let message = format!("there is no entry `{key}`");
                self.refuse("answer.key", "dangling-reference", message, fix);
                None
            }
        }
    }

    fn status(&mut self, status: &NumberOrWord) -> Option<Wish<u16>> {
        let number = match status {
            NumberOrWord::Word(word) if word == PASS => return Some(Wish::Pass),
            NumberOrWord::Word(word) => {
                self.unknown("answer.status", word, [PASS].into_iter());
                return None;
            }
            NumberOrWord::Number(number) => *number,
        };
        let fits = u16::try_from(number)
            .ok()
            .filter(|status| is_error_status(*status));
        if fits.is_none() {
            let fix = "use a status from 400 to 599 other than 407 and 421";
            self.refuse(
                "answer.status",
                "status",
                format!("{number} is no status of an error that clients understand"),
                fix,
            );
        }
        fits.map(Wish::Own)
    }

    fn word(&mut self, field: &str, word: &str) -> Option<Wish<String>> {
        if word == PASS {
            return Some(Wish::Pass);
        }
        if !is_word(word) {
            let fix = "use up to 64 letters, digits and `_ - . : /`";
            self.refuse(field, "not-a-code", format!("`{word}` is no code"), fix);
            return None;
        }
        Some(Wish::Own(word.to_owned()))
    }

    fn message(&mut self, texts: Vec<String>) -> Option<Wish<Vec<Template>>> {
        if texts == [PASS] {
            return Some(Wish::Pass);
        }
        if texts.iter().all(|text| text.trim().is_empty()) {
            let fix = "write a text, or `pass`";
            self.refuse("answer.message", "empty-word", "the message is empty", fix);
        }
        let templates = texts.iter().filter_map(|text| self.template(text));
        Some(Wish::Own(templates.collect()))
    }

    fn template(&mut self, text: &str) -> Option<Template> {
        let field = "answer.message";
        let template = match Template::parse(text) {
            Ok(template) => template,
            Err(error) => {
                let fix = "double a literal brace, and write placeholders as `{name}`";
                self.refuse(field, "template", error.to_string(), fix);
                return None;
            }
        };
        for name in template.params().filter(|name| !NAMES.contains(name)) {
            self.unknown(field, name, NAMES.iter().copied());
        }
        let filled = template.with_variables(|name| self.catalog.variable(name));
        if filled.is_none() {
            let fix = "set it under `[variables]`";
            self.refuse(
                field,
                "unset-variable",
                "it uses a variable that is not set",
                fix,
            );
        }
        filled
    }

    fn wait(&mut self, wait: &NumberOrWord) -> Option<Duration> {
        let length = match wait {
            NumberOrWord::Number(seconds) => Some(Duration::from_secs(*seconds)),
            NumberOrWord::Word(word) => humantime::parse_duration(word).ok(),
        };
        let length = length.filter(|length| (SHORTEST..=LONGEST).contains(length));
        if length.is_none() {
            let message = "the wait is not between one second and 31 days";
            let fix = "write seconds, or a text such as \"2m\"";
            self.refuse("answer.retry_after", "impossible-range", message, fix);
        }
        length
    }
}

const MODES: &[&str] = &["any", "all"];
const PLACES: &[&str] = &["message", "body"];
const SHORTEST: Duration = Duration::from_secs(1);
const LONGEST: Duration = Duration::from_secs(31 * 24 * 60 * 60);

fn range(word: &str) -> Option<RangeInclusive<u16>> {
    let (from, to) = word.split_once('-').unwrap_or((word, word));
    Some(from.trim().parse().ok()?..=to.trim().parse().ok()?)
}
