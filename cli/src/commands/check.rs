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
    let (old, new) = (read(&args.old)?, read(&args.new)?);
    // A public export says nothing to operators; against one, a layer is not asked for it either.
    let public = [&old, &new].iter().any(|catalog| catalog.is_public());
    let audience = match public {
        true => Audience::Public,
        false => Audience::Internal,
    };
    let (old, new) = (old.document(audience)?, new.document(audience)?);
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

/// A catalog to compare.
enum Source {
    Export(Value),
    Layer(Box<Renderer>),
}

impl Source {
    /// Returns true for an export without what only an operator reads.
    fn is_public(&self) -> bool {
        match self {
            Source::Export(export) => export["entries"].as_array().is_some_and(|entries| {
                entries
                    .iter()
                    .all(|entry| entry.get("operator_action").is_none())
            }),
            Source::Layer(_) => false,
        }
    }

    fn document(self, audience: Audience) -> Result<Value, Failure> {
        match self {
            Source::Export(export) => Ok(export),
            Source::Layer(renderer) => {
                let export = export::json(&renderer, audience, "en");
                serde_json::from_str(&export).map_err(Failure::usage)
            }
        }
    }
}

/// Reads an export. A layer is resolved over the standard catalog.
fn read(path: &Path) -> Result<Source, Failure> {
    let bytes = output::read(path)?;
    let name = path.to_string_lossy();
    if !name.ends_with(".toml") {
        let refused = |error| Failure::Refused(format!("{name}: {error}"));
        let value: Value = serde_json::from_slice(&bytes).map_err(refused)?;
        if value.get("entries").is_some() {
            return Ok(Source::Export(value));
        }
    }
    let layer = Layer::from_bytes(&name, &bytes)?;
    let renderer = Renderer::build(Catalog::builder().layer(layer))?;
    Ok(Source::Layer(Box::new(renderer)))
}

fn weight(word: &str) -> Result<Severity, String> {
    word.parse()
        .map_err(|_| "a weight is breaking, danger, minor or patch".to_owned())
}
