//! Anthropic's reserved pairs as Rust source.

use std::fmt::Write as _;

use serde::Deserialize;

use super::write::literal;
use crate::catalog::{File, Problem, Problems};

#[derive(Deserialize)]
struct Table {
    reserved: Vec<Row>,
}

#[derive(Deserialize)]
struct Row {
    status: u16,
    error_code: String,
}

/// Generates `src/protocol/reserved.rs` from `catalog/protocols/anthropic-reserved.toml`.
///
/// # Errors
///
/// A file that is no such table.
pub fn reserved(file: File<'_>) -> Result<String, Problems> {
    let refuse = |problem: Problem| Problems(vec![problem.in_file(Some(file.name))]);
    let value = file.value().map_err(refuse)?;
    let table: Table = serde_json::from_value(value).map_err(|error| {
        refuse(Problem::error(
            "wrong-type",
            error.to_string(),
            "write rows of `status` and `error_code`",
        ))
    })?;
    let mut out = String::from(super::catalog::HEAD);
    let _ = writeln!(
        out,
        "/// Pairs of status and code for which Anthropic's SDKs have a class of their own.\npub(super) static RESERVED: [(u16, &str); {}] = [",
        table.reserved.len()
    );
    for row in &table.reserved {
        let _ = writeln!(out, "    ({}, {}),", row.status, literal(&row.error_code));
    }
    out.push_str("];\n");
    Ok(out)
}
