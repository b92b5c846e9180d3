//! The texts of an entry, from their sources to a language of a resolved catalog.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use super::entry::{Entry, MessageContract, Text, Wording};
use super::problem::Problem;
use super::resolved::Texts;
use super::source::{OneOrMany, WordingSource};
use super::template::{Template, TemplateError};

/// Applies texts over a wording.
pub(crate) fn reword(base: Wording, text: WordingSource) -> Wording {
    let list = |list: Option<Vec<String>>, base: Cow<'static, [Text]>| {
        list.map_or(base, |list| list.into_iter().map(Cow::Owned).collect())
    };
    Wording {
        title: text.title.map_or(base.title, Cow::Owned),
        message: list(text.message.map(OneOrMany::into_vec), base.message),
        description: text.description.map_or(base.description, Cow::Owned),
        causes: list(text.causes, base.causes),
        remediation: list(text.remediation.map(OneOrMany::into_vec), base.remediation),
    }
}

/// Replaces the texts of a translation that a layer has reworded: a translation of the old text
/// would contradict the new one.
pub(super) fn keep_untouched(translation: &mut Wording, before: &Wording, now: &Wording) {
    if before.title != now.title {
        translation.title = now.title.clone();
    }
    if before.message != now.message {
        translation.message = now.message.clone();
    }
    if before.description != now.description {
        translation.description = now.description.clone();
    }
    if before.causes != now.causes {
        translation.causes = now.causes.clone();
    }
    if before.remediation != now.remediation {
        translation.remediation = now.remediation.clone();
    }
}

/// Checks that a translation's messages use the same placeholders, variant by variant.
pub(crate) fn check_translation(
    entry: &Entry,
    tag: &str,
    wording: &Wording,
    problems: &mut Vec<Problem>,
) {
    if wording.message == entry.wording.message {
        return;
    }
    let field = format!("text.{tag}.message");
    if let Some(difference) = difference(wording, &entry.wording) {
        problems.push(
            Problem::error(
                "translation-params",
                format!("the {tag} message {difference}"),
                "write as many variants as in English, each with the same placeholders",
            )
            .at(entry.key.as_ref(), field.clone()),
        );
    }
    if entry.message_contract == MessageContract::Verbatim {
        problems.push(
            Problem::error(
                "translated-verbatim",
                "clients match on this message, so it is never translated",
                "remove the translated message",
            )
            .at(entry.key.as_ref(), field),
        );
    }
}

/// Says in what a message's placeholders differ from those in English, by the first variant that
/// does.
fn difference(own: &Wording, english: &Wording) -> Option<String> {
    let (own, english) = (&own.message, &english.message);
    if own.len() != english.len() {
        let counts = (own.len(), english.len());
        return Some(format!(
            "has {} variant(s), the English one {}",
            counts.0, counts.1
        ));
    }
    own.iter().zip(english.iter()).find_map(|(own, english)| {
        // A broken English text is reported where it stands.
        let english = placeholders(english).ok()?;
        let own = match placeholders(own) {
            Ok(own) => own,
            Err(error) => return Some(format!("cannot be read: {error}")),
        };
        let names = |of: &BTreeSet<String>, not: &BTreeSet<String>| {
            let names: Vec<String> = of
                .difference(not)
                .map(|name| format!("`{{{name}}}`"))
                .collect();
            (!names.is_empty()).then(|| names.join(", "))
        };
        match (names(&english, &own), names(&own, &english)) {
            (None, None) => None,
            (Some(lacks), None) => Some(format!("lacks {lacks}")),
            (None, Some(more)) => Some(format!("uses {more}, and the English one does not")),
            (Some(lacks), Some(more)) => Some(format!("uses {more}, the English one {lacks}")),
        }
    })
}

/// Returns the names in a template.
fn placeholders(text: &str) -> Result<BTreeSet<String>, TemplateError> {
    let template = Template::parse(text)?;
    Ok(template.params().map(str::to_owned).collect())
}

/// Fills the variables of a wording.
pub(super) fn texts(
    entry: &Entry,
    wording: &Wording,
    variables: &BTreeMap<String, String>,
    problems: &mut Vec<Problem>,
) -> Texts {
    let mut message = Vec::with_capacity(wording.message.len());
    for text in wording.message.iter() {
        let Ok(template) = Template::parse(text) else {
            continue;
        };
        if template.variables().next().is_none() {
            message.push(template);
            continue;
        }
        let value = |name: &str| variables.get(name).map(String::as_str);
        match template.with_variables(value) {
            Some(template) => message.push(template),
            None => problems.push(
                Problem::error(
                    "unset-variable",
                    format!("the message `{text}` uses a variable that is not set"),
                    "set it under `[variables]`",
                )
                .at(entry.key.as_ref(), "message"),
            ),
        }
    }
    let prose = |text: &Text| prose(text, variables);
    Texts {
        title: prose(&wording.title).unwrap_or_default(),
        message,
        description: prose(&wording.description).unwrap_or_default(),
        causes: wording.causes.iter().filter_map(prose).collect(),
        remediation: wording.remediation.iter().filter_map(prose).collect(),
    }
}

/// Fills the variables of a text.
///
/// A text whose variable is not set is left out: it would tell people to open nothing.
fn prose(text: &Text, variables: &BTreeMap<String, String>) -> Option<String> {
    let Some(mut at) = text.find("{@") else {
        return Some(text.to_string());
    };
    let mut out = String::with_capacity(text.len() + 32);
    let mut rest = text.as_ref();
    loop {
        let (before, after) = rest.split_at_checked(at)?;
        let (name, tail) = after.strip_prefix("{@")?.split_once('}')?;
        out.push_str(before);
        out.push_str(variables.get(name)?);
        rest = tail;
        match rest.find("{@") {
            Some(next) => at = next,
            None => {
                out.push_str(rest);
                return Some(out);
            }
        }
    }
}
