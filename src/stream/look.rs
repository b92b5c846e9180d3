//! What one whole event means: a close look, paid for candidates only.

use super::dialect::Dialect;
use super::dialect::{Fact, Mark, Row, Sense, Test};
use super::event::Event;
use crate::json::{Event as Json, Kind, Scanner, Text};

/// No member that a row names lies deeper.
const DEPTH: usize = 3;

/// What the close look saw.
#[derive(Debug, Default)]
pub(crate) struct Look {
    pub(crate) failure: bool,
    pub(crate) terminal: bool,
    pub(crate) ping: bool,
    /// The event carries no payload.
    pub(crate) empty: bool,
    pub(crate) speaks: Option<Dialect>,
    pub(crate) facts: Facts,
}

/// Facts that a writer continues from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Facts {
    pub(crate) sequence: Option<u64>,
    pub(crate) created: Option<u64>,
    pub(crate) id: Option<String>,
    pub(crate) model: Option<String>,
}

/// Looks at an event with a dialect's row.
pub(crate) fn look(row: &Row, event: &Event<'_>) -> Look {
    look_with(row, row.marks, event)
}

/// Looks at an event with other marks than the row's.
pub(crate) fn look_with(row: &Row, marks: &[&[Mark]], event: &Event<'_>) -> Look {
    let mut seen = Look {
        failure: event.failed,
        ..Look::default()
    };
    let Some(payload) = event.payload.as_deref() else {
        seen.empty = true;
        return seen;
    };
    let named = row
        .names
        .iter()
        .filter(|(name, _)| name.as_bytes() == event.name);
    named.for_each(|(_, sense)| seen.sense(*sense, None));
    let literal = row
        .literals
        .iter()
        .find(|(word, _)| word.as_bytes() == payload.trim_ascii());
    match literal {
        Some((_, sense)) => seen.sense(*sense, None),
        None => seen.members(marks, payload),
    }
    seen
}

impl Look {
    /// Returns true if the event says something that a client waits for.
    pub(crate) fn is_real(&self) -> bool {
        !self.empty && (!self.ping || self.failure || self.terminal)
    }

    fn members(&mut self, marks: &[&[Mark]], payload: &[u8]) {
        let mut walk = Walk::new(payload);
        while let Some((value, steps, rest)) = walk.next_value() {
            let filled = match value {
                Json::Begin(_) => !matches!(rest.clone().next_event(), None | Some(Json::End(_))),
                _ => true,
            };
            self.value(marks, steps, value, filled);
        }
    }

    fn value(&mut self, marks: &[&[Mark]], steps: &[Step<'_>], value: Json<'_>, filled: bool) {
        if steps.is_empty() {
            return;
        }
        for mark in marks.iter().copied().flatten() {
            if is_at(mark.path, steps) && passes(mark.test, value, filled) {
                self.sense(mark.sense, Some(value));
            }
        }
    }

    fn sense(&mut self, sense: Sense, value: Option<Json<'_>>) {
        match sense {
            Sense::Failure => self.failure = true,
            Sense::Terminal => self.terminal = true,
            Sense::Ping => self.ping = true,
            Sense::Speaks(dialect) => self.speaks = self.speaks.or(Some(dialect)),
            Sense::Fact(fact) => self.facts.learn(fact, value),
        }
    }
}

impl Facts {
    fn learn(&mut self, fact: Fact, value: Option<Json<'_>>) {
        match (fact, value) {
            (Fact::Sequence, Some(Json::Number(number))) => self.sequence = number.parse().ok(),
            (Fact::Created, Some(Json::Number(number))) => self.created = whole(number),
            (Fact::Id, Some(Json::String(text))) => self.id = Some(text.to_str().into_owned()),
            (Fact::Model, Some(Json::String(text))) => {
                self.model = Some(text.to_str().into_owned())
            }
            _ => {}
        }
    }

    /// Takes over what is known there; what only this side knows stays.
    pub(crate) fn merge(&mut self, newer: Facts) {
        self.sequence = newer.sequence.or(self.sequence);
        self.created = newer.created.or(self.created);
        self.id = newer.id.or(self.id.take());
        self.model = newer.model.or(self.model.take());
    }
}

/// Seconds before the point: some upstreams write them as a decimal fraction.
fn whole(number: &str) -> Option<u64> {
    number.split('.').next()?.parse().ok()
}

/// A walk over the values of a document, each with the steps that lead to it.
pub(super) struct Walk<'a> {
    scanner: Scanner<'a>,
    path: Path<'a>,
}

impl<'a> Walk<'a> {
    pub(super) fn new(text: &'a [u8]) -> Self {
        Walk {
            scanner: Scanner::new(text),
            path: Path::default(),
        }
    }

    /// Returns the next value, the steps to it (none if it lies too deep for any row), and the
    /// scanner just behind it; of a container, behind its bracket.
    pub(super) fn next_value(&mut self) -> Option<(Json<'a>, &[Step<'a>], &Scanner<'a>)> {
        loop {
            let event = self.scanner.next_event()?;
            let mut depth = self.scanner.depth() as usize;
            match event {
                Json::Key(key) => {
                    self.path.set(depth, Step::Key(key));
                    continue;
                }
                Json::End(_) => continue,
                Json::Begin(Kind::Array) => self.path.set(depth, Step::Index),
                Json::Begin(Kind::Object) => self.path.set(depth, Step::Nothing),
                _ => depth += 1,
            }
            let steps = self.path.steps(depth.saturating_sub(1));
            return Some((event, steps, &self.scanner));
        }
    }
}

/// Where in a document a value stands, as deep as any row asks.
#[derive(Default)]
struct Path<'a>([Step<'a>; DEPTH]);

#[derive(Clone, Copy, Default)]
pub(super) enum Step<'a> {
    #[default]
    Nothing,
    Index,
    Key(Text<'a>),
}

impl<'a> Path<'a> {
    fn set(&mut self, depth: usize, step: Step<'a>) {
        if let Some(slot) = self.0.get_mut(depth.wrapping_sub(1)) {
            *slot = step;
        }
    }

    /// Returns the steps to a value in a container of that depth; none if that is too deep.
    fn steps(&self, depth: usize) -> &[Step<'a>] {
        self.0.get(..depth).unwrap_or_default()
    }
}

pub(super) fn is_at(path: &[&str], steps: &[Step<'_>]) -> bool {
    path.len() == steps.len()
        && path.iter().zip(steps).all(|(name, step)| match step {
            Step::Key(key) => key.is(name),
            Step::Index => *name == "*",
            Step::Nothing => false,
        })
}

fn passes(test: Test, value: Json<'_>, filled: bool) -> bool {
    match (test, value) {
        (Test::Any, _) | (Test::True, Json::Bool(true)) => true,
        (Test::Present, Json::String(text)) => !text.is_empty(),
        (Test::Present, Json::Begin(_)) => filled,
        (Test::Present, Json::Number(number)) => is_nonzero(number),
        (Test::Present, Json::Bool(truth)) => truth,
        (Test::Is(word), Json::String(text)) => text.is(word),
        (Test::Starts(start), Json::String(text)) => text.raw().starts_with(start.as_bytes()),
        (Test::NonZero, Json::Number(number)) => is_nonzero(number),
        (Test::Word, Json::String(text)) => !text.is_empty() && !text.is("null"),
        _ => false,
    }
}

fn is_nonzero(number: &str) -> bool {
    number.bytes().any(|digit| matches!(digit, b'1'..=b'9'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fails(dialect: Dialect, payload: &str) -> bool {
        let text = format!("data: {payload}\n\n");
        let row = dialect.row();
        look(row, &Event::read(row.framing, text.as_bytes())).failure
    }

    #[test]
    fn an_error_is_one_at_the_top_and_only_there() {
        for (payload, failure) in [
            (r#"{"error":{"message":"x"}}"#, true),
            (r#"{"id":"1","choices":[],"error":{"code":502}}"#, true),
            (r#"{"error":"text"}"#, true),
            (r#"{"\u0065rror":"text"}"#, true),
            (r#"{"type":"error","error":{}}"#, true),
            (r#"{"error":null}"#, false),
            (r#"{"error":{}}"#, false),
            (r#"{"error":""}"#, false),
            (
                r#"{"choices":[{"delta":{"content":"\"error\":{}"}}]}"#,
                false,
            ),
            (r#"{"choices":[{"error":{"message":"x"}}]}"#, false),
            (
                r#"{"a":{"error":{"message":"x"}},"b":[{"error":1}]}"#,
                false,
            ),
            (r#"{"choices":[{"finish_reason":"error"}]}"#, true),
            (r#"[{"error":{"message":"x"}}]"#, true),
        ] {
            assert_eq!(fails(Dialect::OpenAiChat, payload), failure, "{payload}");
        }
    }

    #[test]
    fn a_first_event_tells_its_dialect() {
        for (payload, dialect) in [
            (r#"{"id":"1","choices":[]}"#, Some(Dialect::OpenAiChat)),
            (r#"{"candidates":[]}"#, Some(Dialect::GeminiSse)),
            (r#"{"type":"message_start"}"#, Some(Dialect::Anthropic)),
            (
                r#"{"type":"response.created"}"#,
                Some(Dialect::OpenAiResponses),
            ),
            (r#"{"hello":1}"#, None),
        ] {
            let text = format!("data: {payload}\n\n");
            let row = Dialect::Auto.row();
            let event = Event::read(row.framing, text.as_bytes());
            let seen = look_with(row, super::super::dialect::DETECTIVES, &event);
            assert_eq!(seen.speaks, dialect, "{payload}");
        }
    }
}
