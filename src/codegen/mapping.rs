//! The upstream mapping as Rust source.

use std::fmt::{Debug, Write as _};
use std::str::FromStr;

use serde::Deserialize;

use super::write::camel;
use crate::ErrorCode;
use crate::catalog::source::MappingSource;
use crate::catalog::{Fault, File, Problem, Problems, lenient};
use crate::upstream::{Condition, Transport};

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct MappingFile {
    row: Vec<MappingSource>,
    rank: Vec<RankSource>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct RankSource {
    condition: Vec<String>,
    fault: Option<String>,
    together: bool,
}

/// Generates `src/upstream/mapping_rows.rs` from the mapping file.
///
/// # Errors
///
/// Everything that is wrong with the file: unknown conditions and entries, and conditions that no
/// row or rank covers.
pub fn mapping(file: File<'_>) -> Result<String, Problems> {
    let mut problems = Vec::new();
    let value = file.value().map_err(|problem| Problems(vec![problem]))?;
    let read: MappingFile = lenient(value, None, &mut problems);
    let mut out = String::from(super::catalog::HEAD);
    out.push_str("use super::condition::Condition::*;\nuse super::answer::Transport;\nuse super::mapping::{Credential, MessagePolicy, RankRow, Row};\nuse crate::ErrorCode;\nuse crate::catalog::Fault;\n\npub(super) static ROWS: &[Row] = &[\n");
    for row in &read.row {
        write_row(row, &mut out, &mut problems);
    }
    out.push_str("];\n\npub(super) static RANKS: &[RankRow] = &[\n");
    for rank in &read.rank {
        let conditions =
            variants::<Condition>(&rank.condition, "condition", &mut problems).join(", ");
        let fault = variants::<Fault>(rank.fault.as_slice(), "fault", &mut problems).pop();
        let fault = fault.map_or("None".to_owned(), |fault| format!("Some(Fault::{fault})"));
        let _ = writeln!(
            out,
            "    RankRow {{ conditions: &[{conditions}], fault: {fault}, together: {} }},",
            rank.together
        );
    }
    out.push_str("];\n");
    for condition in <Condition as strum::VariantArray>::VARIANTS {
        let name = condition.as_ref();
        let plain = |row: &&MappingSource| row.credential.is_none() && row.transport.is_none();
        let mapped = read
            .row
            .iter()
            .filter(plain)
            .any(|row| names(row).iter().any(|known| known == name));
        let ranked = read
            .rank
            .iter()
            .filter(|rank| rank.fault.is_none())
            .any(|rank| rank.condition.iter().any(|known| known == name));
        if !mapped || !ranked {
            problems.push(Problem::error(
                "condition-uncovered",
                format!("no row or no rank covers `{name}`"),
                "add it",
            ));
        }
    }
    if problems.is_empty() {
        return Ok(out);
    }
    Err(Problems(
        problems
            .into_iter()
            .map(|problem| file.locate(problem))
            .collect(),
    ))
}

fn names(row: &MappingSource) -> Vec<String> {
    row.condition
        .clone()
        .map(|names| names.into_vec())
        .unwrap_or_default()
}

fn write_row(row: &MappingSource, out: &mut String, problems: &mut Vec<Problem>) {
    let conditions = variants::<Condition>(&names(row), "condition", problems).join(", ");
    let key = row.entry.as_deref().unwrap_or_default();
    let entry = match ErrorCode::from_key(key) {
        Some(_) => camel(key),
        None => {
            problems.push(Problem::error(
                "unknown-key",
                format!("there is no entry `{key}`"),
                "name a standard entry",
            ));
            return;
        }
    };
    let credential = match row.credential.as_deref() {
        None => "None".to_owned(),
        Some(word) => format!("Some(Credential::{})", camel(word)),
    };
    let kinds = row.transport.as_deref().unwrap_or_default();
    let kinds = variants::<Transport>(kinds, "failure below HTTP", problems);
    let transports: Vec<String> = kinds
        .iter()
        .map(|kind| format!("Transport::{kind}"))
        .collect();
    let transports = transports.join(", ");
    let policy = camel(row.message.as_deref().unwrap_or("replaced"));
    let _ = writeln!(
        out,
        "    Row {{ conditions: &[{conditions}], transports: &[{transports}], credential: {credential}, entry: ErrorCode::{entry}, message: MessagePolicy::{policy} }},",
    );
}

/// Writes words of a closed list as Rust names.
fn variants<T: FromStr + Debug>(
    names: &[String],
    what: &str,
    problems: &mut Vec<Problem>,
) -> Vec<String> {
    let known = names.iter().filter_map(|name| {
        let known = name.parse::<T>().ok().map(|word| format!("{word:?}"));
        if known.is_none() {
            problems.push(Problem::error(
                "unknown-word",
                format!("`{name}` is no {what}"),
                "use a name of the closed list",
            ));
        }
        known
    });
    known.collect()
}
