//! A TypeScript module.

use std::fmt::{self, Write as _};

use super::{or, origin, quoted};
use crate::export::model::{Document, Row};

pub(super) fn write(document: &Document<'_>, out: &mut String) -> fmt::Result {
    writeln!(out, "// {}", origin(document))?;
    writeln!(
        out,
        "// Written by `wirefault export typescript`; changes will be lost."
    )?;
    writeln!(out, "\n/** Every error, by its key. */")?;
    writeln!(out, "export const errors = {{")?;
    for row in &document.entries {
        entry(row, out)?;
    }
    writeln!(out, "}} as const;")?;
    out.push_str(TYPES);
    Ok(())
}

fn entry(row: &Row<'_>, out: &mut String) -> fmt::Result {
    let deprecated = row.deprecated.as_ref().map(|fate| {
        let other = fate.replaced_by.map(|key| format!("; use `{key}`"));
        format!("Retired in {}{}.", fate.since, other.unwrap_or_default())
    });
    if let Some(text) = deprecated {
        writeln!(out, "  /** @deprecated {} */", text.replace("*/", "* /"))?;
    }
    let delay = row
        .retry_delay_s
        .map_or_else(|| "null".to_owned(), |delay| delay.to_string());
    writeln!(out, "  {}: {{", row.key)?;
    for (name, value) in [
        ("key", quoted(row.key)),
        ("code", or(row.code.as_deref(), "null")),
        ("type", quoted(&row.type_)),
        ("httpStatus", row.http_status.to_string()),
        ("category", quoted(row.category)),
        ("kind", quoted(row.kind)),
        ("retry", quoted(row.retry)),
        ("retryDelaySeconds", delay),
        ("title", quoted(row.title)),
        ("docUrl", or(row.doc_url, "null")),
    ] {
        writeln!(out, "    {name}: {value},")?;
    }
    writeln!(out, "  }},")
}

const TYPES: &str = r#"
/** The key of an error: its stable identity. */
export type ErrorKey = keyof typeof errors;

/** A code that this file knows. */
export type KnownErrorCode = NonNullable<(typeof errors)[ErrorKey]["code"]>;

/** Any code: a newer gateway sends ones that this file does not know. */
export type ErrorCode = KnownErrorCode | (string & {});

/** What is known of an error. */
export interface ErrorInfo {
  readonly key: string;
  readonly code: string | null;
  readonly type: string;
  readonly httpStatus: number;
  readonly category: string;
  readonly kind: "error" | "notice";
  readonly retry: "never" | "now" | "after";
  readonly retryDelaySeconds: number | null;
  readonly title: string;
  readonly docUrl: string | null;
}

/** Returns the errors with a code; several may share one. */
export function errorsByCode(code: ErrorCode): readonly ErrorInfo[] {
  const all: readonly ErrorInfo[] = Object.values(errors);
  return all.filter((error) => error.code === code);
}
"#;
