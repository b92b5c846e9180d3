//! The phrases and codes of the tables that stand in an answer, and where.

use super::facts::{Facts, Field};
use super::phrases::{self, Codes, Phrases};
use super::rules::{CODE_RULES, CODES, RULES};
use super::text;

/// A phrase or a code of the tables.
#[derive(Clone, Copy, Debug)]
pub(super) enum What {
    Phrase(u16),
    Code(u16),
}

/// One find, and where.
#[derive(Clone, Copy, Debug)]
pub(super) struct Hit {
    pub(super) what: What,
    pub(super) field: Field,
    pub(super) order: u8,
}

impl Hit {
    /// Words elsewhere count only where the message says nothing itself.
    pub(super) fn penalty(&self) -> u16 {
        match (self.what, self.field) {
            (What::Code(_), _) => 0,
            (What::Phrase(_), Field::Detail) => 400,
            (What::Phrase(_), Field::Code | Field::Type | Field::StatusWord) => 60,
            (What::Phrase(_), _) => 0,
        }
    }

    pub(super) fn text(&self) -> &'static str {
        match self.what {
            What::Phrase(id) => phrases::text(id),
            What::Code(id) => CODES.get(usize::from(id)).copied().unwrap_or_default(),
        }
    }
}

/// How many finds are kept; more come only from texts that list everything.
const HITS: usize = 48;

pub(super) struct Hits {
    hits: [Hit; HITS],
    len: usize,
}

impl Hits {
    pub(super) fn iter(&self) -> impl Iterator<Item = &Hit> {
        self.hits.iter().take(self.len)
    }

    fn push(&mut self, hit: Hit) {
        if let Some(slot) = self.hits.get_mut(self.len) {
            *slot = hit;
            self.len += 1;
        }
    }
}

pub(super) struct Finds {
    phrases: Phrases,
    codes: Codes,
    pub(super) hits: Hits,
}

impl Finds {
    /// Returns true if any phrase of `text` and any code of `code` was found (an empty list asks for
    /// nothing), one of `with` too, and none of `unless`.
    pub(super) fn say(&self, text: &[u16], with: &[u16], unless: &[u16], code: &[u16]) -> bool {
        let (phrases, codes) = (&self.phrases, &self.codes);
        (text.is_empty() || phrases.contains_any(text))
            && (code.is_empty() || codes.contains_any(code))
            && (with.is_empty() || phrases.contains_any(with))
            && !phrases.contains_any(unless)
    }

    /// Finds the phrases of a text; without `decides` they only open and close gates.
    fn text(&mut self, text: &str, field: Field, order: u8, decides: bool) {
        phrases::scan(text, |id| {
            if self.phrases.insert(id) && decides {
                self.hits.push(Hit {
                    what: What::Phrase(id),
                    field,
                    order,
                });
            }
        });
    }

    /// Finds a code in the table. A code that is not there is read as words.
    fn code(&mut self, word: &str, field: Field, order: u8) {
        // `com.amazon.bedrock#ThrottlingException`: the name stands behind the namespace.
        let word = word.rsplit('#').next().unwrap_or(word);
        let mut buffer = [0; phrases::CODE_LENGTH];
        let words = phrases::words_of_code(word, &mut buffer);
        let (mut known, mut vague) = (false, true);
        for form in phrases::forms_of_code(words) {
            if let Ok(id) = CODES.binary_search(&form) {
                let id = id as u16;
                known = true;
                vague &= is_vague(id);
                if self.codes.insert(id) {
                    self.hits.push(Hit {
                        what: What::Code(id),
                        field,
                        order,
                    });
                }
            }
        }
        // The words of a code that hardly says anything ("invalid parameter error") close no gate.
        if !known || !vague {
            self.text(words, field, order, !known);
        }
    }
}

/// Returns true for a code that says of any mistake that the client or its key made it.
fn is_vague(id: u16) -> bool {
    let rules = CODE_RULES.get(usize::from(id)).copied();
    let says_little = |index: &u16| {
        RULES
            .get(usize::from(*index))
            .is_some_and(|rule| rule.vague)
    };
    rules.is_some_and(|rules| !rules.is_empty() && rules.iter().all(says_little))
}

/// Finds every phrase and code of the tables in the answer's texts; with `own`, which is the message
/// without what it repeats of the request, in nothing that the request held.
pub(super) fn look(facts: &Facts<'_>, own: Option<&str>) -> Finds {
    let empty = Hit {
        what: What::Phrase(0),
        field: Field::Message,
        order: 0,
    };
    let mut finds = Finds {
        phrases: Phrases::default(),
        codes: Codes::default(),
        hits: Hits {
            hits: [empty; HITS],
            len: 0,
        },
    };
    match own {
        Some(text) => finds.text(text, Field::Message, 0, true),
        None => facts
            .said()
            .inspect(|text| finds.text(text, Field::Message, 0, true)),
    }
    for (index, signal) in facts.signals().enumerate() {
        let order = signal
            .level
            .saturating_mul(16)
            .saturating_add(index as u8 + 1);
        signal
            .text
            .inspect(|word| finds.code(word, signal.field, order));
    }
    if let Some(detail) = facts.detail.as_ref().filter(|_| !facts.is_list) {
        // What stands around another body: that body's own words are read from its members.
        detail.inspect(|text| {
            let end = text::json_start(text).unwrap_or(text.len());
            let around = text.get(..end).unwrap_or_default();
            finds.text(around, Field::Detail, 200, true);
        });
    }
    if let Some(param) = facts.param.as_ref().filter(|_| own.is_none()) {
        param.inspect(|text| finds.text(text, Field::Param, 201, true));
    }
    finds
}
