//! `wirefault export`: the catalog for others.

use clap::{Args as ClapArgs, Subcommand, ValueEnum};
use wirefault::export::{self, Audience, schema};

use crate::catalog::{self, Layers};
use crate::failure::{Failure, Status};
use crate::output;

/// Writes the catalog as JSON, a page, a schema, or constants of another language.
#[derive(Debug, ClapArgs)]
pub(crate) struct Args {
    #[command(subcommand)]
    format: Format,
}

#[derive(Debug, Subcommand)]
enum Format {
    /// The whole catalog as JSON, as `GET /errors` of a gateway serves it.
    Json {
        #[command(flatten)]
        source: Source,
        /// Includes what only the operator can do.
        #[arg(long)]
        internal: bool,
        /// Breaks the JSON into lines.
        #[arg(long)]
        pretty: bool,
    },
    /// The JSON Schema of a file format.
    Schema {
        /// The format.
        #[arg(value_enum, default_value_t = Schema::Catalog)]
        of: Schema,
    },
}

/// What is exported, and in which language.
#[derive(Debug, ClapArgs)]
struct Source {
    #[command(flatten)]
    layers: Layers,
    /// The language of the texts, such as `de`.
    #[arg(long, value_name = "TAG")]
    lang: Option<String>,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Schema {
    /// A catalog file: entries of one category.
    Catalog,
    /// A layer over the standard catalog.
    Layer,
    /// A translation.
    Language,
    /// The JSON that `export json` writes.
    Export,
}

pub(crate) fn run(args: &Args) -> Result<Status, Failure> {
    let text = match &args.format {
        Format::Json {
            source,
            internal,
            pretty,
        } => {
            let audience = match internal {
                true => Audience::Internal,
                false => Audience::Public,
            };
            let renderer = source.layers.renderer()?;
            let language = catalog::language(renderer.catalog(), source.lang.as_deref())?;
            let json = export::json(&renderer, audience, language);
            if *pretty { lines(&json)? } else { json }
        }
        Format::Schema { of } => match of {
            Schema::Catalog => schema::catalog(),
            Schema::Layer => schema::layer(),
            Schema::Language => schema::language(),
            Schema::Export => schema::export(),
        },
    };
    output::document(&text)?;
    Ok(Status::Fine)
}

fn lines(json: &str) -> Result<String, Failure> {
    let value: serde_json::Value = serde_json::from_str(json).map_err(Failure::usage)?;
    serde_json::to_string_pretty(&value).map_err(Failure::usage)
}
