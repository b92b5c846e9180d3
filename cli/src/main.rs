//! The command `wirefault`: an error catalog for people, programs and pipelines.
//!
//! Exit status: 0 if all is well, 1 if something was found or a line of input is malformed, 2 for
//! wrong usage and unknown keys.

mod catalog;
mod commands;
mod failure;
mod output;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::commands::{check, classify, explain, export, lint, render};

/// One error model for LLM gateways: look at a catalog, render it, export it, and check it.
#[derive(Debug, Parser)]
#[command(name = "wirefault", version, propagate_version = true)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Writes the catalog as JSON, a page, a schema, or constants of another language.
    Export(export::Args),
    /// Says what an entry means, what causes it, and what to do.
    Explain(explain::Args),
    /// Prints what a client receives for an entry, byte by byte.
    Render(render::Args),
    /// Compares two catalogs: which changes break clients, and which version is needed.
    Check(check::Args),
    /// Says what is wrong in layers, and what would mislead clients.
    Lint(lint::Args),
    /// Says what upstreams' answers mean: JSON Lines in, one line out for each.
    ///
    /// A line is an object such as
    /// {"id": 1, "status": 429, "headers": {"retry-after": "7"}, "body": "{\"error\": ...}"}.
    /// The body is text as it came; `body_base64` holds one that is no text. There may also be
    /// `provider`, `stream` (the body is raw SSE or JSON Lines), `now` (for waits until a date) and
    /// `credential` (`gateway` or `client`: whose key was used). Other members are left alone.
    ///
    /// A malformed line, an empty one too, is answered in its place by {"id": null, "error":
    /// "line 7: ..."}, with the number of the line in the input, and the exit status is 1.
    Classify(classify::Args),
}

fn main() -> ExitCode {
    // clap prints usage errors itself, and ends with 2.
    let done = match Cli::parse().command {
        Command::Export(args) => export::run(&args),
        Command::Explain(args) => explain::run(&args),
        Command::Render(args) => render::run(&args),
        Command::Check(args) => check::run(&args),
        Command::Lint(args) => lint::run(&args),
        Command::Classify(args) => classify::run(&args),
    };
    match done {
        Ok(status) => status.into(),
        Err(failure) => failure.report(),
    }
}
