//! How messages name waits, as Rust source.

use std::fmt::{Debug, Write as _};

use serde::Deserialize;

/// The file's tables.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WaitFile {
    lead: Vec<String>,
    tail: Vec<String>,
    about: Vec<String>,
    joiner: Vec<String>,
    bare: Vec<Bare>,
    unit: Vec<Unit>,
    number: Vec<Number>,
    zone: Vec<Zone>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Bare {
    seconds: f64,
    text: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Unit {
    seconds: f64,
    name: Vec<String>,
    #[serde(default)]
    spoken: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Number {
    value: f64,
    text: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Zone {
    minutes: i64,
    #[serde(default)]
    summer: bool,
    name: Vec<String>,
}

/// Generates `src/upstream/wait_rows.rs` from the file of waits.
///
/// # Errors
///
/// What the TOML reader says of a file that has another shape.
pub fn waits(text: &str) -> Result<String, String> {
    let file: WaitFile = toml::from_str(text).map_err(|error| error.to_string())?;
    let mut out = String::from(super::catalog::HEAD);
    table(&mut out, "LEADS: &[&str]", &file.lead);
    table(&mut out, "TAILS: &[&str]", &file.tail);
    table(&mut out, "ABOUT: &[&str]", &file.about);
    table(&mut out, "JOINERS: &[&str]", &file.joiner);
    let bare = file
        .bare
        .iter()
        .flat_map(|row| each(&row.text, row.seconds));
    table(&mut out, "BARE: &[(&str, f64)]", bare);
    let units = file
        .unit
        .iter()
        .flat_map(|row| each(&row.name, row.seconds));
    table(&mut out, "UNITS: &[(&str, f64)]", units);
    let spoken = file.unit.iter().flat_map(|row| &row.spoken);
    table(&mut out, "SPOKEN: &[&str]", spoken);
    let numbers = file
        .number
        .iter()
        .flat_map(|row| each(&row.text, row.value));
    table(&mut out, "NUMBERS: &[(&str, f64)]", numbers);
    let zones = file.zone.iter().flat_map(|row| {
        let named = |name| (name, row.minutes, row.summer);
        row.name.iter().map(named)
    });
    table(&mut out, "ZONES: &[(&str, i64, bool)]", zones);
    Ok(out)
}

fn each(texts: &[String], value: f64) -> impl Iterator<Item = (&String, f64)> {
    texts.iter().map(move |text| (text, value))
}

pub(super) fn table(out: &mut String, name: &str, rows: impl IntoIterator<Item = impl Debug>) {
    let _ = writeln!(out, "pub(super) const {name} = &[");
    for row in rows {
        let _ = writeln!(out, "    {row:?},");
    }
    out.push_str("];\n\n");
}
