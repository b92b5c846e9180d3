//! `wirefault lint`: what a catalog's author got wrong.

use std::path::PathBuf;

use clap::Args as ClapArgs;
use serde_json::{Value, json};
use wirefault::catalog::{File, Problem, Severity};
use wirefault::lint;

use crate::failure::{Failure, Status};
use crate::output;

/// Says what is wrong in layers, and what would mislead clients.
#[derive(Debug, ClapArgs)]
pub(crate) struct Args {
    /// Layers, as TOML or JSON by their endings. Each is resolved over the standard catalog.
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Ends with 1 for warnings as well.
    #[arg(long)]
    deny_warnings: bool,
    /// Prints the findings as JSON.
    #[arg(long)]
    json: bool,
}

pub(crate) fn run(args: &Args) -> Result<Status, Failure> {
    let mut found = Vec::new();
    for path in &args.files {
        let bytes = output::read(path)?;
        let name = path.to_string_lossy();
        match File::from_bytes(&name, &bytes) {
            Ok(file) => found.extend(lint::lint_file(file)),
            Err(problem) => found.push(problem),
        }
    }
    let errors = count(&found, Severity::Error);
    let warnings = count(&found, Severity::Warning);
    if args.json {
        let rows: Vec<Value> = found.iter().map(row).collect();
        output::document(&serde_json::to_string_pretty(&rows).map_err(Failure::usage)?)?;
    } else {
        let mut text: String = found.iter().map(|problem| format!("{problem}\n")).collect();
        text.push_str(&format!("{errors} error(s), {warnings} warning(s)\n"));
        output::document(&text)?;
    }
    let refused = errors > 0 || (args.deny_warnings && warnings > 0);
    Ok(match refused {
        true => Status::Finding,
        false => Status::Fine,
    })
}

fn count(found: &[Problem], severity: Severity) -> usize {
    let weighs = |problem: &&Problem| problem.severity == severity;
    found.iter().filter(weighs).count()
}

fn row(problem: &Problem) -> Value {
    json!({
        "file": problem.file,
        "line": problem.line,
        "severity": problem.severity.to_string(),
        "rule": problem.rule,
        "entry": problem.entry,
        "field": problem.field,
        "message": problem.message,
        "fix": problem.fix,
    })
}
