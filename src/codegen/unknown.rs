//! What names of members promise in bodies of no known shape, as Rust source.

use std::fmt::Write as _;

use serde::Deserialize;

use super::waits::table;

/// The file's rows.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct UnknownFile {
    longest: usize,
    code: Vec<String>,
    perhaps: Vec<String>,
    message: Vec<MessageRow>,
}

/// A part of a name, and how much it promises; above one, which those of `perhaps` have.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct MessageRow {
    part: String,
    rank: u8,
}

/// Generates `src/provider/unknown_rows.rs` from the file of names.
///
/// # Errors
///
/// What the TOML reader says of a file that has another shape; a part that is empty or promises too
/// little.
pub fn unknown(text: &str) -> Result<String, String> {
    let file: UnknownFile = toml::from_str(text).map_err(|error| error.to_string())?;
    let wrong = |row: &&MessageRow| row.rank < 2 || row.part.is_empty();
    if let Some(row) = file.message.iter().find(wrong) {
        let (part, rank) = (&row.part, row.rank);
        return Err(format!(
            "`{part}`, {rank}: a part has a letter and a rank above 1"
        ));
    }
    let mut out = String::from(super::catalog::HEAD);
    let _ = writeln!(out, "pub(super) const LONGEST: usize = {};\n", file.longest);
    let parts = file.message.iter().map(|row| (&row.part, row.rank));
    table(&mut out, "MESSAGES: &[(&str, u8)]", parts);
    table(&mut out, "PERHAPS: &[&str]", &file.perhaps);
    table(&mut out, "CODES: &[&str]", &file.code);
    Ok(out)
}
