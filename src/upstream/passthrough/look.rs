//! Whether a rule is for a failure, and why.

use std::cell::OnceCell;
use std::fmt::{self, Display};

use super::ready::{Place, Ready};
use super::usual;
use crate::protocol::Protocol;
use crate::provider::names;
use crate::upstream::facts::{Facts, Field};
use crate::upstream::{BODY_CAP, Condition, Failed};

/// A failure as the rules see it: raw, and in lower case where that is asked for.
pub(super) struct View<'v, 'a> {
    failed: &'v Failed<'a>,
    texts: OnceCell<Vec<String>>,
    body: OnceCell<String>,
}

impl<'v, 'a> View<'v, 'a> {
    pub(super) fn new(failed: &'v Failed<'a>) -> Self {
        View {
            failed,
            texts: OnceCell::new(),
            body: OnceCell::new(),
        }
    }

    /// The statuses that count: the upstream's own, else the usual ones of its condition.
    /// A failure below HTTP has none.
    pub(super) fn statuses(&self) -> Statuses {
        if let Some(status) = self.failed.status() {
            return Statuses::Own([status]);
        }
        match (self.failed.answer, self.condition()) {
            (Some(_), Some(condition)) => Statuses::Usual(usual::statuses(condition)),
            _ => Statuses::Usual(&[]),
        }
    }

    fn condition(&self) -> Option<Condition> {
        self.failed.found.condition
    }

    fn facts(&self) -> Option<&Facts<'a>> {
        self.failed.facts
    }

    /// What people read: the message, and the text beside it.
    fn texts(&self) -> &[String] {
        self.texts.get_or_init(|| {
            let facts = self.facts().into_iter();
            let texts =
                facts.flat_map(|facts| std::iter::once(&facts.message).chain(&facts.detail));
            texts.map(|text| text.inspect(str::to_lowercase)).collect()
        })
    }

    fn body(&self) -> &str {
        self.body.get_or_init(|| {
            let body = self.failed.answer.map_or(&[][..], |answer| answer.body);
            let body = body.get(..BODY_CAP).unwrap_or(body);
            String::from_utf8_lossy(body).to_lowercase()
        })
    }

    /// The body is read as it stands and as it reads: a word may be written in escapes there.
    fn contains(&self, keyword: &str, place: Place) -> bool {
        let read = || self.texts().iter().any(|text| text.contains(keyword));
        read() || (place == Place::Body && self.body().contains(keyword))
    }

    fn has_word(&self, wanted: &str, fields: &[Field]) -> bool {
        let Some(facts) = self.facts() else {
            return false;
        };
        let same = |text: &str| text.eq_ignore_ascii_case(wanted);
        let first = match fields.contains(&Field::Type) {
            true => &facts.provider_type,
            false => &facts.provider_code,
        };
        let mut signals = facts.signals().filter(|one| fields.contains(&one.field));
        first.iter().any(|text| text.inspect(same)) || signals.any(|one| one.text.inspect(same))
    }

    fn has_model(&self, wanted: &Wildcard) -> bool {
        match self.failed.model {
            Some(model) => wanted.fits(model),
            None => self
                .facts()
                .and_then(Facts::model)
                .is_some_and(|model| model.inspect(|model| wanted.fits(model))),
        }
    }
}

/// The statuses of a failure.
pub(super) enum Statuses {
    Own([u16; 1]),
    Usual(&'static [u16]),
}

impl Statuses {
    pub(super) fn as_slice(&self) -> &[u16] {
        match self {
            Statuses::Own(own) => own,
            Statuses::Usual(usual) => usual,
        }
    }
}

/// A name in lower case, or the beginning of one.
#[derive(Debug)]
pub(super) struct Wildcard {
    text: String,
    open: bool,
}

impl Wildcard {
    pub(super) fn new(pattern: &str) -> Self {
        let open = pattern.ends_with('*');
        Wildcard {
            text: pattern.strip_suffix('*').unwrap_or(pattern).to_lowercase(),
            open,
        }
    }

    /// Returns true if whatever fits the other one fits this one.
    pub(super) fn covers(&self, other: &Wildcard) -> bool {
        match self.open {
            true => other.text.starts_with(&self.text),
            false => !other.open && other.text == self.text,
        }
    }

    fn fits(&self, name: &str) -> bool {
        let name = name.to_lowercase();
        match self.open {
            true => name.starts_with(&self.text),
            false => name == self.text,
        }
    }
}

/// Takes the reasons of a decision. They name what the rule's author wrote, never text of the
/// upstream.
pub(super) type Say<'s> = &'s mut dyn FnMut(&dyn Display);

impl Ready {
    /// Returns true if the rule is for this failure.
    pub(super) fn fits(&self, view: &View<'_, '_>, say: Say<'_>) -> bool {
        if !self.rule.enabled {
            say(&"it is switched off");
            return false;
        }
        self.in_scope(view, say) && self.has_signs(view, say)
    }

    fn in_scope(&self, view: &View<'_, '_>, say: Say<'_>) -> bool {
        let wanted = &self.rule.match_;
        let failed = view.failed;
        let provider = failed.answer.and_then(|answer| answer.provider);
        type Same = fn(&str, &str) -> bool;
        let among = |list: &[String], value: Option<&str>, same: Same| {
            let fits = |value: &str| list.iter().any(|known| same(known, value));
            list.is_empty() || value.is_some_and(fits)
        };
        let protocol = |protocol: Protocol| self.protocols.contains(&protocol);
        let model = || self.models.iter().any(|wanted| view.has_model(wanted));
        let failing: Option<(&str, &[String])> =
            if !among(&wanted.providers, provider, names::is_same) {
                Some(("provider", &wanted.providers))
            } else if !among(&wanted.channels, failed.channel, str::eq_ignore_ascii_case) {
                Some(("channel", &wanted.channels))
            } else if !self.protocols.is_empty() && !failed.protocol.is_some_and(protocol) {
                Some(("client's protocol", &wanted.protocols))
            } else if !self.models.is_empty() && !model() {
                Some(("model", &wanted.models))
            } else {
                None
            };
        if let Some((what, list)) = failing {
            say(&format_args!("the {what} is not {}", Listed(list)));
            return false;
        }
        if self
            .credential
            .is_some_and(|wanted| wanted != failed.credential)
        {
            say(&"the key is another's");
            return false;
        }
        true
    }

    fn has_signs(&self, view: &View<'_, '_>, say: Say<'_>) -> bool {
        let (mut given, mut held) = (0, 0);
        let mut sign = |is_given: bool, holds: &mut dyn FnMut(Say<'_>) -> bool| {
            if is_given && (self.any || held == given) && !(self.any && held > 0) {
                given += 1;
                held += usize::from(holds(say));
            }
        };
        let wanted = &self.rule.match_;
        sign(!self.statuses.is_empty(), &mut |say| self.status(view, say));
        sign(!wanted.codes.is_empty(), &mut |say| {
            let fields = &[Field::Code, Field::Reason, Field::Header];
            let has = |code: &String| view.has_word(code, fields);
            told(say, "code", &wanted.codes, has)
        });
        sign(!wanted.types.is_empty(), &mut |say| {
            let fields = &[Field::Type, Field::StatusWord];
            let has = |kind: &String| view.has_word(kind, fields);
            told(say, "type", &wanted.types, has)
        });
        sign(!self.conditions.is_empty(), &mut |say| {
            let is = |name: &String| view.condition().is_some_and(|found| found.as_ref() == name);
            told(say, "condition", &wanted.conditions, is)
        });
        sign(!self.keywords.is_empty(), &mut |say| self.words(view, say));
        match self.any {
            true => given == 0 || held > 0,
            false => held == given,
        }
    }

    fn status(&self, view: &View<'_, '_>, say: Say<'_>) -> bool {
        let statuses = view.statuses();
        let found = statuses
            .as_slice()
            .iter()
            .find(|status| self.statuses.iter().any(|range| range.contains(status)));
        match (found, &statuses) {
            (Some(status), Statuses::Own(_)) => say(&format_args!("status {status} fits")),
            (Some(status), _) => say(&format_args!("status {status} is usual for the condition")),
            (None, _) => say(&"the status does not fit"),
        }
        found.is_some()
    }

    fn words(&self, view: &View<'_, '_>, say: Say<'_>) -> bool {
        let has = |keyword: &String| view.contains(keyword, self.place);
        let wanted = &self.rule.match_.keywords;
        if !self.all_keywords {
            let found = self.keywords.iter().position(has);
            match found.and_then(|at| wanted.get(at)) {
                Some(keyword) => say(&format_args!("keyword `{keyword}` occurs")),
                None => say(&"no keyword occurs"),
            }
            return found.is_some();
        }
        let missing = self.keywords.iter().position(|keyword| !has(keyword));
        match missing.and_then(|at| wanted.get(at)) {
            Some(keyword) => say(&format_args!("keyword `{keyword}` does not occur")),
            None => say(&"every keyword occurs"),
        }
        missing.is_none()
    }
}

fn told(say: Say<'_>, what: &str, wanted: &[String], is: impl Fn(&String) -> bool) -> bool {
    let found = wanted.iter().find(|word| is(word));
    match found {
        Some(word) => say(&format_args!("{what} `{word}` fits")),
        None => say(&format_args!("the {what} is not {}", Listed(wanted))),
    }
    found.is_some()
}

/// A list in words.
struct Listed<'a>(&'a [String]);

impl Display for Listed<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, word) in self.0.iter().enumerate() {
            let before = if at == 0 { "" } else { " or " };
            write!(f, "{before}`{word}`")?;
        }
        Ok(())
    }
}
