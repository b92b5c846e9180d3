//! `wirefault lint`: what a catalog's author got wrong.

use std::path::PathBuf;

use clap::Args as ClapArgs;
use serde_json::{Value, json};
use wirefault::catalog::{File, Problem, Severity};
use wirefault::{ErrorCode, codegen, lint};

use crate::failure::{Failure, Status};
use crate::output;

/// Says what is wrong in layers, and what would mislead clients.
#[derive(Debug, ClapArgs)]
pub(crate) struct Args {
    /// Layers, as TOML or JSON by their endings, each resolved over the standard catalog; or the
    /// files of a catalog, and of its translations.
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
    let mut read = Vec::new();
    for path in &args.files {
        read.push((path.to_string_lossy(), output::read(path)?));
    }
    let mut found = Vec::new();
    let mut files = Vec::new();
    for (name, bytes) in &read {
        match File::from_bytes(name, bytes) {
            Ok(file) => files.push(file),
            Err(problem) => found.push(problem),
        }
    }
    found.extend(problems(&files)?);
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

/// Layers stand alone; catalog files and their translations are parts of one catalog.
fn problems(files: &[File<'_>]) -> Result<Vec<Problem>, Failure> {
    let of = |kind| {
        let kind = move |file: &&File<'_>| Kind::of(file) == kind;
        files.iter().filter(kind).copied()
    };
    let mut found: Vec<Problem> = of(Kind::Layer).flat_map(lint::lint_file).collect();
    let catalogs: Vec<File<'_>> = of(Kind::Catalog).collect();
    let languages: Vec<File<'_>> = of(Kind::Language).collect();
    match (catalogs.is_empty(), languages.first()) {
        (true, Some(file)) => {
            return Err(Failure::usage(format!(
                "{} translates a catalog: name the catalog's files as well",
                file.name
            )));
        }
        (true, None) => {}
        (false, _) => {
            let refused = codegen::standard(&catalogs, &languages).err();
            let refused = refused.map_or_else(Vec::new, |problems| problems.0);
            let before = found.len();
            found.extend(refused.into_iter().filter(|it| !elsewhere(it)));
            if found.len() == before {
                found.extend(lint::lint_files(&catalogs));
            }
        }
    }
    Ok(found)
}

/// One file of a catalog may refer to entries of another, which is not named here.
fn elsewhere(problem: &Problem) -> bool {
    let named = |key: &str| problem.message.contains(&format!("`{key}`"));
    problem.rule == "dangling-reference" && ErrorCode::ALL.iter().any(|code| named(code.as_str()))
}

/// What a file is, by a field that only this kind of file has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Layer,
    Catalog,
    Language,
}

impl Kind {
    fn of(file: &File<'_>) -> Self {
        let kinds = [("category", Kind::Catalog), ("language", Kind::Language)];
        let found = match file.name.ends_with(".toml") {
            true => {
                // Fields of the file itself stand before its first table.
                let lines = file.text.lines().map(str::trim_start);
                let names: Vec<&str> = lines
                    .take_while(|line| !line.starts_with('['))
                    .filter_map(|line| Some(line.split_once('=')?.0.trim()))
                    .collect();
                kinds.into_iter().find(|(name, _)| names.contains(name))
            }
            false => {
                let value: Value = serde_json::from_str(file.text).unwrap_or_default();
                kinds
                    .into_iter()
                    .find(|(name, _)| value.get(name).is_some())
            }
        };
        found.map_or(Kind::Layer, |(_, kind)| kind)
    }
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
