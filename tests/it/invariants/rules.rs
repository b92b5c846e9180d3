//! Pass-through rules: problems, or rules that decide as their dry run says.

use serde_json::Value;
use wirefault::sanitise::Sanitiser;
use wirefault::upstream::{self, Answer, Failed, Rule, Rules};
use wirefault::{Catalog, Context, Protocol, Renderer};

/// Reads rules and tries them on a failure; returns whether they were accepted.
pub(crate) fn holds(rules: &[u8], status: Option<u16>, body: &[u8]) -> bool {
    let catalog = Catalog::standard();
    if let Ok(rules) = serde_json::from_slice::<Vec<Rule>>(rules) {
        let _ = Rules::new(rules, catalog);
    }
    let Ok(values) = serde_json::from_slice::<Vec<Value>>(rules) else {
        return false;
    };
    let rules = match Rules::from_values(&values, catalog) {
        Ok(rules) => rules,
        Err(problems) => {
            assert!(problems.iter().next().is_some());
            assert!(problems.iter().all(|problem| !problem.fix.is_empty()));
            return false;
        }
    };
    assert_eq!(rules.len(), values.len());
    let answer = Answer {
        status,
        ..Answer::new(body)
    };
    let facts = upstream::read(&answer);
    let found = upstream::classify(&answer, &facts);
    let failed = Failed {
        answer: Some(&answer),
        facts: Some(&facts),
        model: Some("claude-x"),
        ..Failed::new(&found)
    };
    let first = rules.find(&failed).map(|rule| rule.id.as_str());
    let traces = rules.explain(&failed);
    let decides = traces.iter().find(|trace| trace.decides);
    assert_eq!(decides.map(|trace| trace.id.as_str()), first);
    assert!(traces.iter().all(|trace| !trace.why.is_empty()));
    let outcome = upstream::answer(&failed, catalog, &rules, Sanitiser::standard());
    assert_eq!(outcome.rule.map(|rule| rule.id.as_str()), first);
    for protocol in Protocol::ALL {
        let context = Context::new();
        let mut body = Vec::new();
        Renderer::standard().body(&outcome.error, *protocol, &context, &mut body);
        assert!(protocol.parse(&body).is_some(), "{protocol}");
    }
    true
}
