//! Whether a catalog may follow a released one: every change, how much it weighs, and the version
//! that it needs.
//!
//! Clients build on codes, statuses, parameters and links. The check compares two exports of a
//! catalog ([`export::json`](crate::export::json)) field by field, and says of each change how much
//! it weighs, by the rows of [`RULES`].
//!
//! ```
//! use serde_json::json;
//! use wirefault::compat::{self, Bump, Severity};
//! use wirefault::export::{self, Audience};
//! use wirefault::Renderer;
//!
//! let released = export::json(Renderer::standard(), Audience::Internal, "en");
//! let old: serde_json::Value = serde_json::from_str(&released)?;
//! let mut new = old.clone();
//! new["entries"][0]["http_status"] = json!(400);
//!
//! let report = compat::check(&old, &new)?;
//! assert!(report.changes.iter().any(|change|
//!     change.field == "http_status" && change.severity == Severity::Breaking));
//! assert_eq!(report.required_bump, Bump::Major);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod compare;
#[cfg(feature = "testing")]
mod released;
mod rules;
mod tables;

use std::fmt;

use serde::Serialize;
use serde_json::Value;

#[cfg(feature = "testing")]
pub use self::released::{RELEASE, assert_compatible};
pub use self::rules::{RULES, Rule};

/// How much a change weighs.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Hash,
    PartialOrd,
    Ord,
    Serialize,
    strum::Display,
    strum::EnumString,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
#[non_exhaustive]
pub enum Severity {
    /// Text for people.
    Patch,
    /// Something new.
    Minor,
    /// Allowed, and some clients act otherwise than before.
    Danger,
    /// Clients or programs that were right are wrong now.
    Breaking,
}

/// What happened to a field or an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, strum::Display)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
#[non_exhaustive]
pub enum ChangeKind {
    /// It is new.
    Added,
    /// It is gone.
    Removed,
    /// An entry has another key, and the old one as an alias.
    Renamed,
    /// It has another value.
    Changed,
    /// An entry is retired.
    Deprecated,
}

/// One change between two catalogs.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Change {
    /// The key of the entry; empty for the catalog as a whole, the condition for a mapping row.
    pub key: String,
    /// The field, such as `params.model`.
    pub field: String,
    /// What happened.
    pub kind: ChangeKind,
    /// How much it weighs.
    pub severity: Severity,
    /// What was there.
    pub old: Option<Value>,
    /// What is there now.
    pub new: Option<Value>,
    /// Why it weighs so much.
    pub message: String,
}

/// The part of a version that has to rise.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, strum::Display,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
#[non_exhaustive]
pub enum Bump {
    /// None: nothing changed.
    #[default]
    None,
    /// The third number.
    Patch,
    /// The second number.
    Minor,
    /// The first number.
    Major,
}

/// All changes between two catalogs, the heaviest first.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Report {
    /// The changes, the heaviest first, else in the order of the old catalog.
    pub changes: Vec<Change>,
    /// The part of the version that has to rise.
    pub required_bump: Bump,
}

/// Why a document cannot be checked.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the {which} document is no export of a catalog: {what}")]
pub struct FormatError {
    which: &'static str,
    what: &'static str,
}

/// Compares a catalog's export with an older one.
///
/// Texts of both are compared in the language of the export; export both in the same one.
///
/// # Errors
///
/// A document that has no list `entries` of objects with a `key`.
pub fn check(old: &Value, new: &Value) -> Result<Report, FormatError> {
    let mut changes = compare::catalogs(&read(old, "old")?, &read(new, "new")?);
    changes.sort_by_key(|change| std::cmp::Reverse(change.severity));
    let required_bump = match changes.first().map(|change| change.severity) {
        None => Bump::None,
        Some(Severity::Patch) => Bump::Patch,
        Some(Severity::Minor | Severity::Danger) => Bump::Minor,
        Some(Severity::Breaking) => Bump::Major,
    };
    Ok(Report {
        changes,
        required_bump,
    })
}

/// A document, and its entries with their keys.
struct Document<'a> {
    whole: &'a Value,
    entries: Vec<(&'a str, &'a Value)>,
}

fn read<'a>(whole: &'a Value, which: &'static str) -> Result<Document<'a>, FormatError> {
    let refuse = |what| FormatError { which, what };
    let list = whole.get("entries").and_then(Value::as_array);
    let list = list.ok_or_else(|| refuse("it has no list `entries`"))?;
    let entries = list.iter().map(|entry| {
        let key = entry.get("key").and_then(Value::as_str);
        key.map(|key| (key, entry))
            .ok_or_else(|| refuse("an entry has no `key`"))
    });
    Ok(Document {
        whole,
        entries: entries.collect::<Result<_, _>>()?,
    })
}

impl Report {
    /// Returns true if nothing changed.
    pub fn is_empty(&self) -> bool {
        self.changes.is_empty()
    }

    /// Returns the changes of at least a weight.
    pub fn at_least(&self, severity: Severity) -> impl Iterator<Item = &Change> {
        self.changes
            .iter()
            .filter(move |change| change.severity >= severity)
    }

    /// Returns true if the version rises enough from one to the other.
    ///
    /// Before 1.0.0 the second number stands for the first, and the third for the second
    /// ([Cargo](https://doc.rust-lang.org/cargo/reference/semver.html)).
    ///
    /// ```
    /// # let old: serde_json::Value = serde_json::json!({"entries": [{"key": "gone"}]});
    /// # let new = serde_json::json!({"entries": []});
    /// # let report = wirefault::compat::check(&old, &new)?;
    /// assert!(report.is_covered("1.4.2", "2.0.0"));
    /// assert!(!report.is_covered("1.4.2", "1.5.0"));
    /// assert!(report.is_covered("0.4.2", "0.5.0"));
    /// # Ok::<(), wirefault::compat::FormatError>(())
    /// ```
    pub fn is_covered(&self, old: &str, new: &str) -> bool {
        let (Some(old), Some(new)) = (version(old), version(new)) else {
            return self.required_bump == Bump::None;
        };
        let risen = match (new[0] > old[0], new[0] == old[0], new[1] > old[1]) {
            (true, ..) => Bump::Major,
            (_, true, true) if old[0] == 0 => Bump::Major,
            (_, true, true) => Bump::Minor,
            (_, true, false) if new[1] == old[1] && new[2] > old[2] && old[0] == 0 => Bump::Minor,
            (_, true, false) if new[1] == old[1] && new[2] > old[2] => Bump::Patch,
            _ => Bump::None,
        };
        risen >= self.required_bump
    }

    /// Returns the changes as a section of a changelog.
    pub fn changelog(&self) -> String {
        let heads = [
            (Severity::Breaking, "Breaking"),
            (Severity::Danger, "Take care"),
            (Severity::Minor, "Added"),
            (Severity::Patch, "Reworded"),
        ];
        let mut out = String::new();
        for (severity, head) in heads {
            let mut lines: Vec<String> = self
                .changes
                .iter()
                .filter(|change| change.severity == severity)
                .map(Change::line)
                .collect();
            lines.dedup();
            if !lines.is_empty() {
                let break_ = if out.is_empty() { "" } else { "\n" };
                out.push_str(&format!("{break_}### {head}\n\n- {}\n", lines.join("\n- ")));
            }
        }
        out
    }
}

/// Returns the three numbers of a version; what follows a hyphen or a plus is left out.
pub(crate) fn version(text: &str) -> Option<[u64; 3]> {
    let plain = text.split(['-', '+']).next()?;
    let mut parts = plain.split('.').map(str::parse);
    let numbers = [
        parts.next()?.ok()?,
        parts.next()?.ok()?,
        parts.next()?.ok()?,
    ];
    parts.next().is_none().then_some(numbers)
}

impl Change {
    fn line(&self) -> String {
        let place = match (self.key.as_str(), self.field.as_str()) {
            ("", field) => format!("`{field}`"),
            (key, "entry") => format!("`{key}`"),
            (key, field) => format!("`{key}`: `{field}`"),
        };
        let values = match (&self.old, &self.new) {
            (Some(old), Some(new)) if short(old) && short(new) => format!(" ({old} → {new})"),
            _ => String::new(),
        };
        format!("{place} {}{values}", self.kind)
    }
}

fn short(value: &Value) -> bool {
    match value {
        Value::String(text) => text.len() <= 60,
        Value::Array(_) | Value::Object(_) => false,
        _ => true,
    }
}

impl fmt::Display for Change {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}: {}", self.severity, self.line(), self.message)
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for change in &self.changes {
            writeln!(f, "{change}")?;
        }
        write!(
            f,
            "{} change(s); the version has to rise: {}",
            self.changes.len(),
            self.required_bump
        )
    }
}
