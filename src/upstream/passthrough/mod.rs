//! Pass-through rules: what a gateway's operator says of single failures of its upstreams.
//!
//! The mapping answers for a whole condition; a rule answers for what it describes: "a 400 of
//! this provider that speaks of credit is our 503". Rules stand in a layer's file as `[[rule]]`,
//! or come from a database as JSON. The first that fits decides, smallest priority first.

mod answer;
mod check;
mod cover;
mod look;
mod ready;
mod source;
mod usual;

use serde_json::Value;

use crate::catalog::{Catalog, Problem, Problems, Severity};
use crate::upstream::Failed;
use look::View;
use ready::Ready;

pub use answer::{Outcome, answer};
pub use source::{NumberOrWord, Rule, RuleAnswer, RuleMatch};

/// Rules, checked and put in order.
///
/// ```
/// use wirefault::catalog::{Catalog, Layer};
/// use wirefault::sanitise::Sanitiser;
/// use wirefault::upstream::{self, Answer, Failed, Rules};
///
/// let layer = Layer::from_json("acme.json", r#"{"rule": [{
///   "id": "credit",
///   "match": {"statuses": [400], "keywords": ["credit balance"], "mode": "all"},
///   "answer": {"status": 503, "message": "The pool is empty; try again later.", "retry": "after"}
/// }]}"#)?;
/// let catalog = Catalog::builder().layer(layer).build()?;
/// let rules = Rules::from_catalog(&catalog)?;
///
/// let body = br#"{"error":{"message":"Your credit balance is too low"}}"#;
/// let sent = Answer { status: Some(400), ..Answer::new(body) };
/// let facts = upstream::read(&sent);
/// let found = upstream::classify(&sent, &facts);
/// let failed = Failed { answer: Some(&sent), facts: Some(&facts), ..Failed::new(&found) };
///
/// let outcome = upstream::answer(&failed, &catalog, &rules, Sanitiser::standard());
/// assert_eq!(outcome.error.status(), 503);
/// assert_eq!(outcome.rule.unwrap().id, "credit");
/// let trace = &rules.explain(&failed)[0];
/// assert_eq!(trace.why, "status 400 fits; keyword `credit balance` occurs");
/// # Ok::<(), wirefault::catalog::Problems>(())
/// ```
#[derive(Debug, Default)]
pub struct Rules {
    ready: Vec<Ready>,
}

/// What a dry run says of one rule.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct RuleTrace {
    /// The rule's id.
    pub id: String,
    /// Whether the rule is for the failure.
    pub matched: bool,
    /// Whether it decides: the first that matched.
    pub decides: bool,
    /// Why, in words of the rule's author; never in the upstream's.
    pub why: String,
}

impl Rules {
    /// Prepares the rules of a catalog's layers.
    ///
    /// # Errors
    ///
    /// Everything that is wrong with them, all at once.
    pub fn from_catalog(catalog: &Catalog) -> Result<Self, Problems> {
        Rules::from_values(catalog.rules(), catalog)
    }

    /// Prepares rules that come from elsewhere, such as a database, as JSON values.
    ///
    /// # Errors
    ///
    /// Everything that is wrong with them, all at once.
    pub fn from_values(values: &[Value], catalog: &Catalog) -> Result<Self, Problems> {
        let mut problems = Vec::new();
        let rules = check::read(values, &mut problems);
        Rules::prepare(rules, catalog, problems)
    }

    /// Prepares rules.
    ///
    /// # Errors
    ///
    /// Everything that is wrong with them, all at once.
    pub fn new(rules: impl IntoIterator<Item = Rule>, catalog: &Catalog) -> Result<Self, Problems> {
        Rules::prepare(rules.into_iter().collect(), catalog, Vec::new())
    }

    fn prepare(
        rules: Vec<Rule>,
        catalog: &Catalog,
        mut problems: Vec<Problem>,
    ) -> Result<Self, Problems> {
        let mut ready = check::prepare(rules, catalog, &mut problems);
        if problems.iter().any(|one| one.severity == Severity::Error) {
            return Err(Problems(catalog.locate(problems)));
        }
        ready.sort_by_key(|ready| ready.rule.priority);
        Ok(Rules { ready })
    }

    /// Returns the rules in the order in which they are tried.
    pub fn iter(&self) -> impl Iterator<Item = &Rule> {
        self.ready.iter().map(|ready| &ready.rule)
    }

    /// Returns the number of rules.
    pub fn len(&self) -> usize {
        self.ready.len()
    }

    /// Returns true if there are no rules.
    pub fn is_empty(&self) -> bool {
        self.ready.is_empty()
    }

    /// Returns the rule that decides a failure, if one is for it.
    pub fn find(&self, failed: &Failed<'_>) -> Option<&Rule> {
        self.first(failed).map(|ready| &ready.rule)
    }

    /// Tries every rule on a failure without answering it, and says why each is for it or not.
    ///
    /// What it says is for the operator; no text of the upstream is in it.
    pub fn explain(&self, failed: &Failed<'_>) -> Vec<RuleTrace> {
        let view = View::new(failed);
        let mut decided = false;
        let traced = self.ready.iter().map(|ready| {
            let mut why = Vec::new();
            let matched = ready.fits(&view, &mut |reason| why.push(reason.to_string()));
            let decides = matched && !decided;
            decided |= matched;
            if why.is_empty() {
                why.push("it is for every failure here".to_owned());
            }
            RuleTrace {
                id: ready.rule.id.clone(),
                matched,
                decides,
                why: why.join("; "),
            }
        });
        traced.collect()
    }

    /// Returns the rules that can never decide, by their place as written: their ids, and the ids
    /// of earlier rules that are for all that they are for.
    pub(crate) fn hidden(&self) -> impl Iterator<Item = (usize, &str, &str)> {
        cover::hidden(&self.ready)
            .map(|(rule, wider)| (rule.at, rule.rule.id.as_str(), wider.rule.id.as_str()))
    }

    fn first(&self, failed: &Failed<'_>) -> Option<&Ready> {
        let view = View::new(failed);
        self.ready
            .iter()
            .find(|ready| ready.fits(&view, &mut |_| ()))
    }
}
