//! What is wrong with a catalog, all of it at once.

use std::fmt;

/// How much a problem weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, strum::Display)]
#[strum(serialize_all = "snake_case")]
#[non_exhaustive]
pub enum Severity {
    /// Worth a look; a layer may allow it with a reason.
    Warning,
    /// The catalog is refused.
    Error,
}

/// One thing that is wrong in a catalog file: where, what, and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Problem {
    /// How much it weighs.
    pub severity: Severity,
    /// The rule that found it, in `kebab-case`; what `allow` names.
    pub rule: &'static str,
    /// The file, if the catalog came from one.
    pub file: Option<String>,
    /// The line in that file, from 1.
    pub line: Option<usize>,
    /// The key of the entry.
    pub entry: Option<String>,
    /// The field of the entry.
    pub field: Option<String>,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub fix: String,
}

impl Problem {
    /// Creates an error.
    pub fn error(rule: &'static str, message: impl Into<String>, fix: impl Into<String>) -> Self {
        Problem {
            severity: Severity::Error,
            rule,
            file: None,
            line: None,
            entry: None,
            field: None,
            message: message.into(),
            fix: fix.into(),
        }
    }

    /// Creates a warning.
    pub fn warning(rule: &'static str, message: impl Into<String>, fix: impl Into<String>) -> Self {
        Problem {
            severity: Severity::Warning,
            ..Problem::error(rule, message, fix)
        }
    }

    /// Names the entry and the field.
    #[must_use]
    pub fn at(mut self, entry: impl Into<String>, field: impl Into<String>) -> Self {
        self.entry = Some(entry.into());
        self.field = Some(field.into());
        self
    }

    /// Names the file.
    #[must_use]
    pub fn in_file(mut self, file: Option<&str>) -> Self {
        if self.file.is_none() {
            self.file = file.map(str::to_owned);
        }
        self
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(file) = &self.file {
            write!(f, "{file}:")?;
            if let Some(line) = self.line {
                write!(f, "{line}:")?;
            }
            f.write_str(" ")?;
        }
        write!(f, "{}[{}]: ", self.severity, self.rule)?;
        match (&self.entry, &self.field) {
            (Some(entry), Some(field)) => write!(f, "entry `{entry}`, field `{field}`: ")?,
            (Some(entry), None) => write!(f, "entry `{entry}`: ")?,
            (None, Some(field)) => write!(f, "field `{field}`: ")?,
            (None, None) => {}
        }
        write!(f, "{}; {}", self.message, self.fix)
    }
}

/// All that is wrong with a catalog, a layer or rules. At least one of the problems is an error.
///
/// It is shown as the command `lint` does, a problem on each line, and `Debug` shows the same: that
/// is what a `main` prints that returns it with `?`.
///
/// ```
/// use wirefault::catalog::Layer;
///
/// let refused = Layer::from_json("acme.json", "{").unwrap_err();
/// assert_eq!(format!("{refused:?}"), refused.to_string());
/// assert!(refused.to_string().starts_with("1 problem(s):\n  acme.json:1: error[syntax]: "));
/// ```
#[derive(Clone, PartialEq, Eq, thiserror::Error)]
#[error("{} problem(s):{}", .0.len(), Listing(.0))]
pub struct Problems(pub Vec<Problem>);

impl fmt::Debug for Problems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl Problems {
    /// Returns the problems, errors first.
    pub fn iter(&self) -> std::slice::Iter<'_, Problem> {
        self.0.iter()
    }
}

struct Listing<'a>(&'a [Problem]);

impl fmt::Display for Listing<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0
            .iter()
            .try_for_each(|problem| write!(f, "\n  {problem}"))
    }
}
