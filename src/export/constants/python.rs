//! A Python module, for Python 3.8 and later.

use std::fmt::{self, Write as _};

use super::{codes, or, origin, quoted};
use crate::export::model::{Document, Row};

pub(super) fn write(document: &Document<'_>, out: &mut String) -> fmt::Result {
    writeln!(out, "# {}", origin(document))?;
    writeln!(
        out,
        "# Written by `wirefault export python`; changes will be lost."
    )?;
    out.push_str(IMPORTS);
    for row in &document.entries {
        if let Some(code) = row.code.as_deref() {
            let name = row.key.to_ascii_uppercase();
            writeln!(out, "{name}: Final = {}", quoted(code))?;
        }
    }
    let codes = codes(document);
    if codes.is_empty() {
        writeln!(out, "\nKnownErrorCode = str")?;
    } else {
        writeln!(out, "\nKnownErrorCode = Literal[")?;
        for code in codes {
            writeln!(out, "    {},", quoted(code))?;
        }
        writeln!(out, "]")?;
    }
    out.push_str(TYPES);
    writeln!(out, "_ERRORS = (")?;
    for row in &document.entries {
        entry(row, out)?;
    }
    writeln!(out, ")")?;
    out.push_str(LOOKUP);
    Ok(())
}

fn entry(row: &Row<'_>, out: &mut String) -> fmt::Result {
    let delay = row
        .retry_delay_s
        .map_or_else(|| "None".to_owned(), |delay| delay.to_string());
    writeln!(out, "    ErrorInfo(")?;
    for (name, value) in [
        ("key", quoted(row.key)),
        ("code", or(row.code.as_deref(), "None")),
        ("type", quoted(&row.type_)),
        ("http_status", row.http_status.to_string()),
        ("category", quoted(row.category)),
        ("kind", quoted(row.kind)),
        ("retry", quoted(row.retry)),
        ("retry_delay_s", delay),
        ("title", quoted(row.title)),
        ("doc_url", or(row.doc_url, "None")),
    ] {
        writeln!(out, "        {name}={value},")?;
    }
    writeln!(out, "    ),")
}

const IMPORTS: &str = r#"
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Literal, Mapping, Optional, Tuple, Union

"#;

const TYPES: &str = r#"
# Any code: a newer gateway sends ones that this file does not know.
ErrorCode = Union[KnownErrorCode, str]


@dataclass(frozen=True)
class ErrorInfo:
    """What is known of an error."""

    key: str
    code: Optional[str]
    type: str
    http_status: int
    category: str
    kind: str
    retry: str
    retry_delay_s: Optional[float]
    title: str
    doc_url: Optional[str]


"#;

const LOOKUP: &str = r#"
# Every error, by its key.
ERRORS: Final[Mapping[str, ErrorInfo]] = MappingProxyType(
    {error.key: error for error in _ERRORS}
)


def errors_by_code(code: ErrorCode) -> Tuple[ErrorInfo, ...]:
    """Return the errors with a code; several may share one."""
    return tuple(error for error in _ERRORS if error.code == code)
"#;
