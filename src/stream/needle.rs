//! The first look: does any event here deserve a second one?
//!
//! One search for the bytes without which no event is an error, and a few comparisons at each
//! hit. It may say yes to a clean event (the close look then says no) and never says no to an
//! error. What it says of a run is true of the run's events taken alone: it never looks back
//! over a line's start.

use super::dialect::{self, Framing, Row};
use memchr::memmem::Finder;
use std::sync::LazyLock;

/// The searchers of one dialect.
#[derive(Debug)]
pub(crate) struct Needles {
    framing: Framing,
    main: Finder<'static>,
    escape: Finder<'static>,
    more: Vec<Finder<'static>>,
}

impl Needles {
    /// Returns the searchers of a row; built once per process.
    pub(crate) fn of(row: &Row) -> &'static Needles {
        static ALL: LazyLock<Vec<Needles>> =
            LazyLock::new(|| dialect::ROWS.iter().map(Needles::new).collect());
        static PLAIN: LazyLock<Needles> = LazyLock::new(|| Needles {
            framing: Framing::Sse,
            main: Finder::new(dialect::NEEDLE),
            escape: Finder::new(dialect::ESCAPE),
            more: Vec::new(),
        });
        let at = dialect::ROWS
            .iter()
            .position(|other| other.dialect == row.dialect);
        at.and_then(|at| ALL.get(at)).unwrap_or(&PLAIN)
    }

    fn new(row: &Row) -> Self {
        Needles {
            framing: row.framing,
            main: Finder::new(dialect::NEEDLE),
            escape: Finder::new(dialect::ESCAPE),
            more: row
                .needles
                .iter()
                .map(|needle| Finder::new(*needle))
                .collect(),
        }
    }

    /// Returns true if some event in these bytes may be an error.
    #[inline]
    pub(crate) fn suspect(&self, bytes: &[u8]) -> bool {
        self.named(bytes)
            || self.escaped(bytes)
            || self.more.iter().any(|needle| needle.find(bytes).is_some())
    }

    #[inline]
    fn named(&self, bytes: &[u8]) -> bool {
        let mut at = 0;
        while let Some(rest) = bytes.get(at..) {
            let Some(found) = self.main.find(rest) else {
                return false;
            };
            if self.framing == Framing::Frames || is_named(bytes, at + found) {
                return true;
            }
            at += found + dialect::NEEDLE.len();
        }
        false
    }

    /// Looks for ASCII letters written as escapes: a key could hide behind them.
    #[inline]
    fn escaped(&self, bytes: &[u8]) -> bool {
        let mut at = 0;
        while let Some(rest) = bytes.get(at..) {
            let Some(found) = self.escape.find(rest) else {
                return false;
            };
            at += found + dialect::ESCAPE.len();
            if matches!(bytes.get(at), Some(b'6' | b'7')) {
                return true;
            }
        }
        false
    }
}

/// Returns true if the word at `at` is a key, a whole string value, or an event's name.
fn is_named(bytes: &[u8], at: usize) -> bool {
    let (before, behind) = bytes.split_at_checked(at).unwrap_or_default();
    let behind = behind.get(dialect::NEEDLE.len()..).unwrap_or_default();
    match before.last() {
        Some(b'"') => match behind {
            [b'"', rest @ ..] => is_telling(before, rest),
            [b's', b'"', ..] => true,
            _ => false,
        },
        Some(b' ' | b':') => is_event_name(before),
        _ => false,
    }
}

/// Sorts out keys whose value is null, and strings that are no member's value.
fn is_telling(before: &[u8], behind: &[u8]) -> bool {
    match trim(behind) {
        [b':', value @ ..] => !trim(value).starts_with(b"null"),
        // A value, or a key whose colon is on the next line.
        [b'\n' | b'\r', ..] => true,
        _ => {
            let quote = before.len().saturating_sub(1);
            let ahead = before.get(..quote).unwrap_or_default();
            let text = ahead.iter().rposition(|byte| !matches!(byte, b' ' | b'\t'));
            let last = text.and_then(|at| ahead.get(at));
            matches!(last, None | Some(b':' | b'\n' | b'\r'))
        }
    }
}

/// Skips blanks within a line.
fn trim(bytes: &[u8]) -> &[u8] {
    let start = bytes.iter().position(|byte| !matches!(byte, b' ' | b'\t'));
    bytes
        .get(start.unwrap_or(bytes.len())..)
        .unwrap_or_default()
}

fn is_event_name(before: &[u8]) -> bool {
    let before = before.strip_suffix(b" ").unwrap_or(before);
    let name = dialect::NAME_FIELD.as_bytes();
    let field = before
        .strip_suffix(b":")
        .and_then(|field| field.strip_suffix(name));
    // The byte order mark may stand before the very first line.
    field.is_some_and(|line| matches!(line.last(), None | Some(b'\n' | b'\r' | 0xBF)))
}

#[cfg(test)]
mod tests {
    use super::super::dialect::Dialect;
    use super::*;

    #[test]
    fn only_telling_words_are_suspect() {
        let needles = Needles::of(Dialect::OpenAiChat.row());
        for (text, suspect) in [
            (r#"data: {"error":{"a":1}}"#, true),
            (r#"data: {"error" : "a"}"#, true),
            (r#"data: {"error": null}"#, false),
            (r#"data: {"type": "error"}"#, true),
            (r#"data: {"a":["x","error"]}"#, false),
            (r#"data: {"a":"\"error\":{}"}"#, false),
            (r#"data: {"a":"an error: {}"}"#, false),
            ("event: error\ndata: x", true),
            ("event:error\ndata: x", true),
            ("data: event: error", false),
            ("x\nevent: error", true),
            (r#"data: {"\u0065rror":1}"#, true),
            (r#"data: {"a":"\u003cb\u003e"}"#, false),
        ] {
            assert_eq!(needles.suspect(text.as_bytes()), suspect, "{text}");
        }
    }
}
