//! From an entry as written to an [`Entry`], with everything that is wrong with it.

use std::borrow::Cow;
use std::str::FromStr;
use std::time::Duration;

use strum::VariantNames;

use super::entry::{
    Category, Deprecated, Entry, Exposure, Hints, MessageContract, Notice, Param, ParamType, Retry,
    Stability, Status, Text, Wording,
};
use super::lookup::nearest;
use super::problem::Problem;
use super::row::Row;
use super::source::{EntrySource, Map, OneOrMany, ParamSource, StatusSource};

/// Applies what is written over a base entry, and reports what does not hold.
///
/// A new entry has an empty base; an override has the entry that it overrides.
pub(crate) fn entry(
    source: EntrySource,
    base: Entry,
    default_category: Option<&str>,
    problems: &mut Vec<Problem>,
) -> Entry {
    let key = source.key.clone().unwrap_or_else(|| base.key.to_string());
    let new = base.key.is_empty();
    let mut compile = Compile {
        key,
        declared: match &source.params {
            Some(params) => params.keys().cloned().collect(),
            None => Vec::new(),
        },
        new,
        found: Vec::new(),
    };
    let entry = compile.entry(source, base, default_category);
    compile.check(&entry);
    problems.append(&mut compile.found);
    entry
}

/// Returns the entry from which a new one starts.
pub(crate) fn blank() -> Entry {
    Row::BASE.entry()
}

pub(super) struct Compile {
    pub(super) key: String,
    /// The parameters that this source declares.
    pub(super) declared: Vec<String>,
    pub(super) new: bool,
    found: Vec<Problem>,
}

impl Compile {
    pub(super) fn refuse(
        &mut self,
        rule: &'static str,
        field: &str,
        message: impl Into<String>,
        fix: impl Into<String>,
    ) {
        self.found
            .push(Problem::error(rule, message, fix).at(self.key.clone(), field));
    }

    fn entry(&mut self, source: EntrySource, base: Entry, category: Option<&str>) -> Entry {
        let new = base.key.is_empty();
        let category = source
            .category
            .as_deref()
            .or(if new { category } else { None });
        let key: Text = Cow::Owned(self.key.clone());
        let params = match source.params {
            Some(params) => self.params(params, &base.params),
            None => base.params,
        };
        let wording = Wording {
            title: text_or(source.title, base.wording.title),
            message: list_or(
                source.message.map(OneOrMany::into_vec),
                base.wording.message,
            ),
            description: text_or(source.description, base.wording.description),
            causes: list_or(source.causes, base.wording.causes),
            remediation: list_or(
                source.remediation.map(OneOrMany::into_vec),
                base.wording.remediation,
            ),
        };
        Entry {
            anchor: source
                .anchor
                .map_or_else(|| if new { key.clone() } else { base.anchor }, Cow::Owned),
            kind: self.word("kind", source.kind, base.kind),
            category: match category {
                Some(word) => self.word("category", Some(word.to_owned()), base.category),
                None if new => {
                    self.refuse(
                        "missing",
                        "category",
                        "the entry has no category",
                        format!("write one of {}", Category::VARIANTS.join(", ")),
                    );
                    base.category
                }
                None => base.category,
            },
            status: self.status(source.http_status, base.status, new),
            retry: self.retry(source.retry, base.retry, new),
            fault: match source.fault {
                None if new => {
                    self.refuse(
                        "missing",
                        "fault",
                        "the entry names nobody at fault",
                        "write `client`, `gateway`, `upstream` or `operator`",
                    );
                    base.fault
                }
                fault => self.word("fault", fault, base.fault),
            },
            wording,
            operator_action: list_or(source.operator_action, base.operator_action),
            // Empty text takes the standard entry's field away.
            typical_param: match source.typical_param {
                Some(field) => (!field.is_empty()).then_some(Cow::Owned(field)),
                None => base.typical_param,
            },
            params,
            headers: pairs_or(source.headers, base.headers),
            extensions: pairs_or(source.extensions, base.extensions),
            since: text_or(source.since, base.since),
            stability: self.word::<Stability>("stability", source.stability, base.stability),
            deprecated: source.deprecated.map_or(base.deprecated, |deprecated| {
                Some(Deprecated {
                    since: Cow::Owned(deprecated.since.unwrap_or_default()),
                    replaced_by: deprecated.replaced_by.map(Cow::Owned),
                })
            }),
            aliases: list_or(source.aliases, base.aliases),
            related: list_or(source.related, base.related),
            markers: list_or(source.markers, base.markers),
            message_contract: self.word::<MessageContract>(
                "message_contract",
                source.message_contract,
                base.message_contract,
            ),
            hints: {
                let gemini = source.gemini.unwrap_or_default();
                Hints {
                    gemini_reason: own(gemini.reason).or(base.hints.gemini_reason),
                    gemini_status: own(gemini.status).or(base.hints.gemini_status),
                    gemini_quota_id: own(gemini.quota_id).or(base.hints.gemini_quota_id),
                    gemini_quota_metric: own(gemini.quota_metric)
                        .or(base.hints.gemini_quota_metric),
                    responses_stop_code: source
                        .responses
                        .and_then(|responses| own(responses.stop_code))
                        .or(base.hints.responses_stop_code),
                    anthropic_error_code: source
                        .anthropic
                        .and_then(|anthropic| own(anthropic.error_code))
                        .or(base.hints.anthropic_error_code),
                }
            },
            notice: match source.notice {
                None => base.notice,
                Some(notice) => {
                    let base = base.notice.unwrap_or_default();
                    Some(Notice {
                        event: own(notice.event).or(base.event),
                        payload: list_or(notice.payload, base.payload),
                        body_field: own(notice.body_field).or(base.body_field),
                        header: own(notice.header).or(base.header),
                        header_value: own(notice.header_value).or(base.header_value),
                    })
                }
            },
            key,
        }
    }

    fn word<T: FromStr + VariantNames>(&mut self, field: &str, word: Option<String>, base: T) -> T {
        self.word_of(field, field, word, base)
    }

    fn word_of<T: FromStr + VariantNames>(
        &mut self,
        field: &str,
        what: &str,
        word: Option<String>,
        base: T,
    ) -> T {
        let Some(word) = word else { return base };
        T::from_str(&word).unwrap_or_else(|_| {
            let near = nearest(&word, T::VARIANTS.iter().copied(), 1);
            let fix = match near.first() {
                Some(near) => format!("did you mean `{near}`?"),
                None => format!("write one of {}", T::VARIANTS.join(", ")),
            };
            self.refuse(
                "unknown-word",
                field,
                format!("`{word}` is not a known {what}"),
                fix,
            );
            base
        })
    }

    fn status(&mut self, status: Option<StatusSource>, base: Status, new: bool) -> Status {
        match status {
            Some(StatusSource::Code(code)) => match u16::try_from(code) {
                Ok(code) => Status::Fixed(code),
                Err(_) => {
                    self.refuse(
                        "status-range",
                        "http_status",
                        format!("{code} is no HTTP status"),
                        "write a number from 400 to 599",
                    );
                    base
                }
            },
            Some(StatusSource::Word(word)) if word == "upstream_4xx" => Status::Upstream4xx,
            Some(StatusSource::Word(word)) => {
                self.refuse(
                    "status-range",
                    "http_status",
                    format!("`{word}` is no HTTP status"),
                    "write a number from 400 to 599, or `upstream_4xx`",
                );
                base
            }
            None => {
                if new {
                    self.refuse(
                        "missing",
                        "http_status",
                        "the entry has no status",
                        "write a number from 400 to 599",
                    );
                }
                base
            }
        }
    }

    fn retry(&mut self, retry: Option<String>, base: Retry, new: bool) -> Retry {
        let Some(word) = retry else {
            if new {
                self.refuse(
                    "missing",
                    "retry",
                    "the entry gives no retry advice",
                    "write `never`, `now`, `after`, `after 20s` or `until 00:00 UTC`",
                );
            }
            return base;
        };
        parse_retry(&word).unwrap_or_else(|| {
            self.refuse(
                "unknown-word",
                "retry",
                format!("`{word}` is no retry advice"),
                "write `never`, `now`, `after`, `after 20s` or `until 00:00 UTC`",
            );
            base
        })
    }

    fn params(&mut self, sources: Map<ParamSource>, base: &[Param]) -> Cow<'static, [Param]> {
        let mut params = base.to_vec();
        for (name, source) in sources {
            let field = format!("params.{name}");
            if !is_name(&name) {
                self.refuse(
                    "param-name",
                    &field,
                    format!("`{name}` is no parameter name"),
                    "use lower-case letters, digits and underscores",
                );
            }
            let old = params.iter().position(|param| param.name == name);
            let mut param = match old.and_then(|at| params.get(at)) {
                Some(param) => param.clone(),
                None => Param {
                    name: Cow::Owned(name.clone()),
                    kind: ParamType::String,
                    exposure: Exposure::Public,
                    example: Cow::Borrowed(""),
                    description: Cow::Borrowed(""),
                    values: Cow::Borrowed(&[]),
                },
            };
            let kind = self.word_of(&field, "parameter type", source.type_, param.kind);
            if old.is_some() && kind != param.kind {
                self.refuse(
                    "param-retyped",
                    &field,
                    "a layer cannot change a parameter's type",
                    "declare a parameter of another name",
                );
            }
            param.kind = kind;
            param.exposure = self.word_of(&field, "exposure", source.exposure, param.exposure);
            if let Some(values) = source.values {
                param.values = values.into_iter().map(Cow::Owned).collect();
            }
            if let Some(description) = source.description {
                param.description = Cow::Owned(description);
            }
            if let Some(example) = source.example {
                param.example = Cow::Owned(example_text(&example));
            }
            if let Err(why) = check_example(&param) {
                self.refuse(
                    "param-example",
                    &field,
                    why,
                    "give an example of the parameter's type",
                );
            }
            match old.and_then(|at| params.get_mut(at)) {
                Some(slot) => *slot = param,
                None => params.push(param),
            }
        }
        Cow::Owned(params)
    }
}

/// Reads retry advice as written in the files.
pub(crate) fn parse_retry(word: &str) -> Option<Retry> {
    match word {
        "never" => Some(Retry::Never),
        "now" => Some(Retry::Now),
        "after" => Some(Retry::After(None)),
        "until 00:00 UTC" => Some(Retry::UntilUtcMidnight),
        _ => {
            let delay = word.strip_prefix("after ")?;
            let delay = humantime::parse_duration(delay).ok()?;
            (delay >= Duration::from_secs(1)).then_some(Retry::After(Some(delay)))
        }
    }
}

fn check_example(param: &Param) -> Result<(), String> {
    let example = param.example.as_ref();
    let fits = match param.kind {
        ParamType::String => !example.is_empty(),
        ParamType::Int => example.parse::<i64>().is_ok(),
        ParamType::Duration => humantime::parse_duration(example).is_ok(),
        ParamType::List => !example.is_empty(),
        ParamType::Enum => param.values.iter().any(|value| value == example),
        ParamType::Money => {
            let mut parts = example.split(' ');
            let amount = parts
                .next()
                .is_some_and(|amount| amount.parse::<f64>().is_ok());
            let currency = parts.next().is_some_and(|code| {
                code.len() == 3 && code.bytes().all(|b| b.is_ascii_uppercase())
            });
            amount && currency && parts.next().is_none()
        }
    };
    if fits {
        Ok(())
    } else if example.is_empty() {
        Err("the parameter has no example".to_owned())
    } else {
        Err(format!("`{example}` is no example of type {}", param.kind))
    }
}

fn example_text(example: &serde_json::Value) -> String {
    match example {
        serde_json::Value::String(text) => text.clone(),
        serde_json::Value::Array(items) => items
            .iter()
            .map(example_text)
            .collect::<Vec<_>>()
            .join(", "),
        other => other.to_string(),
    }
}

fn is_name(name: &str) -> bool {
    name.bytes().next().is_some_and(|b| b.is_ascii_lowercase())
        && name
            .bytes()
            .all(|b| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'_'))
}

fn own(text: Option<String>) -> Option<Text> {
    text.map(Cow::Owned)
}

fn text_or(text: Option<String>, base: Text) -> Text {
    text.map_or(base, Cow::Owned)
}

fn list_or(list: Option<Vec<String>>, base: Cow<'static, [Text]>) -> Cow<'static, [Text]> {
    list.map_or(base, |list| list.into_iter().map(Cow::Owned).collect())
}

fn pairs_or(
    map: Option<Map<String>>,
    base: Cow<'static, [(Text, Text)]>,
) -> Cow<'static, [(Text, Text)]> {
    map.map_or(base, |map| {
        map.into_iter()
            .map(|(name, value)| (Cow::Owned(name), Cow::Owned(value)))
            .collect()
    })
}
