//! Writing results.

use std::fs;
use std::io::{self, IsTerminal as _, Write as _};
use std::path::Path;

use crate::failure::Failure;

/// Writes a document to standard output, with a final newline.
pub(crate) fn document(text: &str) -> Result<(), Failure> {
    let newline = if text.ends_with('\n') { "" } else { "\n" };
    exactly(&[text.as_bytes(), newline.as_bytes()])
}

/// Writes bytes that matter one by one; a terminal gets a newline so that its prompt stands free.
pub(crate) fn bytes(bytes: &[u8]) -> Result<(), Failure> {
    let prompt: &[u8] = match bytes.last() {
        Some(b'\n') => b"",
        _ if io::stdout().is_terminal() => b"\n",
        _ => b"",
    };
    exactly(&[bytes, prompt])
}

/// Says something beside the result.
pub(crate) fn note(message: &str) {
    let _ = writeln!(io::stderr(), "note: {message}");
}

/// Reads a file.
pub(crate) fn read(path: &Path) -> Result<Vec<u8>, Failure> {
    fs::read(path).map_err(|error| Failure::usage(format!("{}: {error}", path.display())))
}

/// Writes a file.
pub(crate) fn write(path: &Path, text: &str) -> Result<(), Failure> {
    fs::write(path, text).map_err(|error| Failure::usage(format!("{}: {error}", path.display())))
}

fn exactly(parts: &[&[u8]]) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    for part in parts {
        out.write_all(part)?;
    }
    Ok(out.flush()?)
}
