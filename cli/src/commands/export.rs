//! `wirefault export`: the catalog for others.

use std::path::PathBuf;

use clap::{Args as ClapArgs, Subcommand, ValueEnum};
use wirefault::Renderer;
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
    /// One self-contained page.
    Html(Source),
    /// The documents as Markdown, or the tables inside of pages that people write.
    Markdown {
        #[command(flatten)]
        source: Source,
        /// Refreshes the tables between `<!-- errors:begin category=... -->` and
        /// `<!-- errors:end -->` of this file; may be repeated.
        #[arg(long = "refresh", value_name = "FILE")]
        pages: Vec<PathBuf>,
        /// Changes no file; ends with 1 if one is stale.
        #[arg(long, requires = "pages")]
        check: bool,
    },
    /// OpenAPI 3.1 components: schemas, and responses with an example for each code.
    Openapi(Layers),
    /// A TypeScript module of all codes.
    Typescript(Layers),
    /// A Python module of all codes.
    Python(Layers),
    /// A Go file of all codes, package `errorcodes`.
    Go(Layers),
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

impl Source {
    fn write(&self, export: impl FnOnce(&Renderer, &str) -> String) -> Result<String, Failure> {
        let renderer = self.layers.renderer()?;
        let language = catalog::language(renderer.catalog(), self.lang.as_deref())?;
        Ok(export(&renderer, language))
    }
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
            let json = source.write(|renderer, tag| export::json(renderer, audience, tag))?;
            if *pretty { lines(&json)? } else { json }
        }
        Format::Html(source) => source.write(export::html)?,
        Format::Markdown {
            source,
            pages,
            check,
        } if !pages.is_empty() => return refresh(source, pages, *check),
        Format::Markdown { source, .. } => source.write(export::markdown)?,
        Format::Openapi(layers) => export::openapi(&layers.renderer()?),
        Format::Typescript(layers) => export::typescript(&layers.renderer()?),
        Format::Python(layers) => export::python(&layers.renderer()?),
        Format::Go(layers) => export::go(&layers.renderer()?),
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

/// Refreshes the tables of pages, or says which are stale.
fn refresh(source: &Source, pages: &[PathBuf], check: bool) -> Result<Status, Failure> {
    let renderer = source.layers.renderer()?;
    let language = catalog::language(renderer.catalog(), source.lang.as_deref())?;
    let mut status = Status::Fine;
    for path in pages {
        let name = path.display();
        let page = String::from_utf8(output::read(path)?)
            .map_err(|_| Failure::Refused(format!("{name}: the file is not UTF-8")))?;
        let fresh = export::refresh(&page, &renderer, language)
            .map_err(|error| Failure::Refused(format!("{name}: {error}")))?;
        if fresh == page {
            continue;
        }
        if check {
            status = Status::Finding;
            output::document(&format!(
                "{name} is stale: run this command without --check"
            ))?;
        } else {
            output::write(path, &fresh)?;
            output::document(&format!("{name} refreshed"))?;
        }
    }
    Ok(status)
}
