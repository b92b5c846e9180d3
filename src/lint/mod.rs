//! What a catalog's author can get wrong without being refused.
//!
//! A refused layer contradicts itself; what is found here is consistent, and misleads somebody:
//! an SDK that sleeps for hours, an agent that repeats what cannot succeed, a reader. The rules
//! are the rows of [`RULES`]. A layer allows a warning with a reason:
//!
//! ```
//! use wirefault::catalog::{Catalog, Layer};
//! use wirefault::{Renderer, lint};
//!
//! let layer = Layer::from_json("acme.json", r#"{
//!   "name": "acme",
//!   "override": {"quota_exhausted": {"http_status": 412}},
//!   "allow": {"status-category": "Our page has documented 412 since 2023."}
//! }"#)?;
//! let renderer = Renderer::new(Catalog::builder().layer(layer).build()?)?;
//! let found = lint::lint(&renderer);
//! assert_eq!(found.iter().map(|problem| problem.rule).collect::<Vec<_>>(), ["status-misleads"]);
//! # Ok::<(), wirefault::catalog::Problems>(())
//! ```

mod entries;
mod file;
mod rules;
mod words;

use crate::catalog::{Catalog, Problem, Resolved, Severity};
use crate::protocol::Renderer;
use crate::upstream::Rules;

pub use self::file::{lint_file, lint_files};
pub use self::rules::{RULES, Rule};

/// Returns what is questionable in a renderer's catalog, errors first. What the layers allow is
/// left out. Pass-through rules that [`Rules`] would refuse are among the errors.
pub fn lint(renderer: &Renderer) -> Vec<Problem> {
    let catalog = renderer.catalog();
    let mut found = look(catalog, catalog.entries());
    found.extend(catalog.warnings().iter().cloned());
    crate::protocol::lint::check(catalog, &mut found);
    entries::whole(catalog, &mut found);
    match Rules::from_catalog(catalog) {
        Ok(rules) => found.extend(unreachable(&rules)),
        Err(problems) => found.extend(problems.0),
    }
    sorted(catalog.locate(allowed(catalog, found)))
}

/// Finds pass-through rules that never decide.
fn unreachable(rules: &Rules) -> impl Iterator<Item = Problem> {
    rules.hidden().map(|(at, id, wider)| {
        let mut problem = Problem::warning(
            "rule-unreachable",
            format!("rule `{id}` never decides: `{wider}` comes before it, and is for all of its failures"),
            "give it a smaller `priority`, put it before the other, or remove it",
        );
        problem.field = Some(format!("rule[{at}].match"));
        problem
    })
}

/// Looks at entries, each by itself.
fn look(catalog: &Catalog, entries: &[Resolved]) -> Vec<Problem> {
    let mut found = Vec::new();
    for resolved in entries {
        entries::check(catalog, resolved, &mut found);
        words::check(catalog, resolved, &mut found);
    }
    found
}

fn sorted(mut problems: Vec<Problem>) -> Vec<Problem> {
    problems.sort_by_key(|problem| std::cmp::Reverse(problem.severity));
    problems
}

/// Leaves out what the layers allow, and reports allowances of nothing.
fn allowed(catalog: &Catalog, found: Vec<Problem>) -> Vec<Problem> {
    let allow: Vec<(&str, &str)> = catalog.allowed().collect();
    let mut used = Vec::new();
    let mut kept = Vec::new();
    for problem in found {
        let named = allow.iter().any(|(rule, _)| *rule == problem.rule);
        if named && problem.severity == Severity::Warning {
            used.push(problem.rule);
        } else {
            kept.push(problem);
        }
    }
    for (rule, _) in allow.iter().filter(|(rule, _)| !used.contains(rule)) {
        let known = RULES.iter().find(|known| known.name == *rule);
        let mut problem = match known {
            Some(known) if known.severity == Severity::Warning => Problem::error(
                "allow-unused",
                format!("`{rule}` is allowed, and finds nothing"),
                "remove the line",
            ),
            _ => Problem::error(
                "allow-unknown",
                format!("`{rule}` is no warning of a known name"),
                "name the rule that stands in brackets in the warning",
            ),
        };
        problem.field = Some(format!("allow.{rule}"));
        kept.push(problem);
    }
    kept
}
