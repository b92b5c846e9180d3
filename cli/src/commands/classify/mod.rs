//! `wirefault classify`: what upstreams' answers mean, line by line.

mod input;
mod result;

use std::fs::File;
use std::io::{self, BufRead, BufReader, Write as _};
use std::path::PathBuf;

use clap::Args as ClapArgs;
use serde_json::{Value, json};
use wirefault::upstream::Rules;

use self::input::Line;
use self::result::Told;
use crate::catalog::Layers;
use crate::failure::{Failure, Status};

/// Says what upstreams' answers mean: JSON Lines in, one line out for each that is not empty, in the
/// same order.
#[derive(Debug, ClapArgs)]
pub(crate) struct Args {
    /// The file to read; standard input by default.
    file: Option<PathBuf>,
    /// Adds what clients of each protocol receive.
    #[arg(long)]
    render: bool,
    /// Adds which rule decided, and on which text; what is on hold, and whether the wait in
    /// `retry_after_s` is another limit's; of a layer's pass-through rules, why each is for the
    /// failure or not.
    #[arg(long)]
    explain: bool,
    #[command(flatten)]
    layers: Layers,
}

pub(crate) fn run(args: &Args) -> Result<Status, Failure> {
    let renderer = args.layers.renderer()?;
    let rules = Rules::from_catalog(renderer.catalog())?;
    let told = Told {
        renderer: &renderer,
        rules: &rules,
        render: args.render,
        explain: args.explain,
    };
    let mut input: Box<dyn BufRead> = match &args.file {
        Some(path) => {
            let named = |error| Failure::usage(format!("{}: {error}", path.display()));
            Box::new(BufReader::new(File::open(path).map_err(named)?))
        }
        None => Box::new(io::stdin().lock()),
    };
    let mut out = io::stdout().lock();
    let mut status = Status::Fine;
    let mut line = Vec::new();
    let mut number = 0_u64;
    while input.read_until(b'\n', &mut line)? > 0 {
        number += 1;
        // Answers are matched to lines by their order, so even an empty line has one.
        let answer = match Line::read(line.trim_ascii_end()) {
            Ok(line) => result::of(&line, &told),
            Err(refused) => {
                status = Status::Finding;
                json!({ "id": refused.id, "error": format!("line {number}: {}", refused.what) })
            }
        };
        writeln!(out, "{answer}")?;
        line.clear();
    }
    out.flush()?;
    Ok(status)
}

/// Why a line of input is refused.
#[derive(Debug, PartialEq)]
struct Refused {
    id: Value,
    what: String,
}
