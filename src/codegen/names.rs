//! Names of a catalog as names of Rust.

use std::collections::HashSet;

use super::write::camel;
use crate::catalog::{Entry, Exposure, Kind, Problem};

/// Words that are names only behind `r#`; `self`, `super` and `crate` are none at all.
const KEYWORDS: &[&str] = &[
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "do", "dyn",
    "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let",
    "loop", "macro", "match", "mod", "move", "mut", "override", "priv", "pub", "ref", "return",
    "static", "struct", "trait", "true", "try", "type", "typeof", "unsafe", "unsized", "use",
    "virtual", "where", "while", "yield",
];

/// Names that a setter cannot have: what Rust keeps, and the constructor's own methods.
const TAKEN: &[&str] = &["self", "super", "crate", "new", "build"];

/// Returns a setter's name.
pub(super) fn setter(param: &str) -> String {
    match KEYWORDS.contains(&param) {
        true => format!("r#{param}"),
        false => param.to_owned(),
    }
}

/// Finds names that would not compile, each with the entry it belongs to.
pub(super) fn check(entries: &[&Entry]) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut variants = HashSet::new();
    for entry in entries {
        let variant = camel(&entry.key);
        let mut refuse = |field: &str, message: String, fix| {
            let mut problem = Problem::error("rust-name", message, fix);
            problem.entry = Some(entry.key.to_string());
            problem.field = Some(field.to_owned());
            problems.push(problem);
        };
        if variant == "Self" {
            let message = "`Self` is no name of a variant".to_owned();
            refuse("key", message, "choose another key");
        }
        if !variants.insert(variant.clone()) {
            let message = format!("two keys are `{variant}` in Rust");
            refuse("key", message, "rename one of them");
        }
        let shown = |name: &&str| TAKEN.contains(name) && entry.kind == Kind::Error;
        let params = entry.params.iter();
        let params = params.filter(|param| param.exposure != Exposure::Secret);
        for name in params.map(|param| param.name.as_ref()).filter(shown) {
            let message = format!("a setter cannot be called `{name}`");
            let field = format!("params.{name}");
            refuse(&field, message, "rename the parameter");
        }
    }
    problems
}
