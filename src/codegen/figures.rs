//! How messages name figures in tokens, as Rust source.

use serde::Deserialize;

use super::waits::table;

/// The file's tables.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FigureFile {
    limit_lead: Vec<String>,
    limit_tail: Vec<String>,
    used_lead: Vec<String>,
    used_tail: Vec<String>,
    code_lead: Vec<String>,
    quoted_lead: Vec<String>,
    open_lead: Vec<String>,
}

/// Generates `src/upstream/figure_rows.rs` from the file of figures.
///
/// # Errors
///
/// What the TOML reader says of a file that has another shape.
pub fn figures(text: &str) -> Result<String, String> {
    let file: FigureFile = toml::from_str(text).map_err(|error| error.to_string())?;
    let mut out = String::from(super::catalog::HEAD);
    for (name, rows) in [
        ("LIMIT_LEADS", &file.limit_lead),
        ("LIMIT_TAILS", &file.limit_tail),
        ("USED_LEADS", &file.used_lead),
        ("USED_TAILS", &file.used_tail),
        ("CODE_LEADS", &file.code_lead),
        ("QUOTED_LEADS", &file.quoted_lead),
        ("OPEN_LEADS", &file.open_lead),
    ] {
        table(&mut out, &format!("{name}: &[&str]"), rows);
    }
    Ok(out)
}
