//! `wirefault check`: whether a catalog may follow another one.

use std::path::{Path, PathBuf};

use clap::Args as ClapArgs;
use serde_json::{Value, json};
use wirefault::Renderer;
use wirefault::catalog::{Catalog, Layer};
use wirefault::compat::{self, Report, Severity};
use wirefault::export::{self, Audience};

use crate::failure::{Failure, Status};
use crate::output;

/// Compares two catalogs, and says which changes break clients and which version is needed.
#[derive(Debug, ClapArgs)]
pub(crate) struct Args {
    /// The released catalog, as `export json` wrote it; or a layer.
    old: PathBuf,
    /// The catalog that is to follow.
    new: PathBuf,
    /// From which weight on a change is refused: breaking, danger, minor or patch.
    #[arg(long, value_name = "WEIGHT", default_value = "breaking", value_parser = weight)]
    deny: Severity,
    /// Prints the changes as JSON.
    #[arg(long)]
    json: bool,
    /// Prints the changes as a section of a changelog.
    #[arg(long, conflicts_with = "json")]
    changelog: bool,
}

pub(crate) fn run(args: &Args) -> Result<Status, Failure> {
    let (old, new) = (document(&args.old)?, document(&args.new)?);
    let report = compat::check(&old, &new).map_err(|error| Failure::Refused(error.to_string()))?;
    let denied = report.at_least(args.deny).count();
    let text = match (args.json, args.changelog) {
        (true, _) => written(&report, denied)?,
        (_, true) => report.changelog(),
        _ => report.to_string(),
    };
    output::document(&text)?;
    Ok(match denied {
        0 => Status::Fine,
        _ => Status::Finding,
    })
}

fn written(report: &Report, denied: usize) -> Result<String, Failure> {
    let report = json!({
        "changes": report.changes,
        "required_bump": report.required_bump,
        "denied": denied,
    });
    serde_json::to_string_pretty(&report).map_err(Failure::usage)
}

/// Reads an export. A layer is resolved over the standard catalog and exported.
fn document(path: &Path) -> Result<Value, Failure> {
    let bytes = output::read(path)?;
    let name = path.to_string_lossy();
    if !name.ends_with(".toml") {
        let refused = |error| Failure::Refused(format!("{name}: {error}"));
        let value: Value = serde_json::from_slice(&bytes).map_err(refused)?;
        if value.get("entries").is_some() {
            return Ok(value);
        }
    }
    let layer = Layer::from_bytes(&name, &bytes)?;
    let renderer = Renderer::build(Catalog::builder().layer(layer))?;
    let export = export::json(&renderer, Audience::Internal, "en");
    serde_json::from_str(&export).map_err(Failure::usage)
}

fn weight(word: &str) -> Result<Severity, String> {
    word.parse()
        .map_err(|_| "a weight is breaking, danger, minor or patch".to_owned())
}
