//! Reading catalog files without giving up at the first mistake.

// A problem is built once per mistake of an author; its size costs nothing anybody waits for.
#![allow(clippy::result_large_err)]

use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use super::locate::Places;
use super::problem::Problem;
use super::source::{CatalogFile, EntrySource};

/// The largest file that is read, in bytes.
pub const MAX_FILE: usize = 4 << 20;

/// A text file of a catalog and its name for messages.
#[derive(Clone, Copy, Debug)]
pub struct File<'a> {
    /// The name, shown in problems; its ending (`.toml` or `.json`) tells the format.
    pub name: &'a str,
    /// The contents.
    pub text: &'a str,
}

#[allow(clippy::result_large_err, reason = "a file is read once, at the start")]
impl<'a> File<'a> {
    /// Checks bytes from outside: size and encoding.
    ///
    /// # Errors
    ///
    /// A file over [`MAX_FILE`], or one that is not UTF-8.
    pub fn from_bytes(name: &'a str, bytes: &'a [u8]) -> Result<Self, Problem> {
        if bytes.len() > MAX_FILE {
            return Err(Problem::error(
                "file-too-large",
                format!(
                    "the file has {} bytes, the limit is {MAX_FILE}",
                    bytes.len()
                ),
                "split it, or remove what does not belong in a catalog",
            )
            .in_file(Some(name)));
        }
        match std::str::from_utf8(bytes) {
            Ok(text) => Ok(File { name, text }),
            Err(error) => Err(Problem::error(
                "invalid-utf8",
                format!("the file is not UTF-8 from byte {}", error.valid_up_to()),
                "save it as UTF-8",
            )
            .in_file(Some(name))),
        }
    }

    /// Parses the file into a JSON value.
    pub(crate) fn value(&self) -> Result<Value, Problem> {
        if self.text.len() > MAX_FILE {
            return File::from_bytes(self.name, self.text.as_bytes()).map(|_| Value::Null);
        }
        let parsed = if self.name.ends_with(".toml") {
            self.toml()
        } else {
            self.json()
        };
        parsed.map_err(|problem| problem.in_file(Some(self.name)))
    }

    fn json(&self) -> Result<Value, Problem> {
        serde_json::from_str(self.text).map_err(|error| {
            let mut problem = Problem::error("syntax", error.to_string(), "correct the JSON");
            problem.line = Some(error.line());
            problem
        })
    }

    #[cfg(feature = "toml")]
    fn toml(&self) -> Result<Value, Problem> {
        toml::from_str(self.text).map_err(|error: toml::de::Error| {
            let mut problem = Problem::error("syntax", error.message(), "correct the TOML");
            problem.line = error.span().and_then(|span| {
                self.text
                    .get(..span.start)
                    .map(|before| before.matches('\n').count() + 1)
            });
            problem
        })
    }

    #[cfg(not(feature = "toml"))]
    fn toml(&self) -> Result<Value, Problem> {
        Err(Problem::error(
            "no-toml",
            "this build does not read TOML",
            "enable the feature `toml`, or hand over the file as JSON",
        ))
    }

    /// Adds the file's name and, where it can be found, the line of the entry's field.
    #[cfg(feature = "codegen")]
    pub(crate) fn locate(&self, problem: Problem) -> Problem {
        let mut problems = self.locate_all(vec![problem]);
        problems.remove(0)
    }

    /// Adds the file's name and, where they can be found, the lines.
    pub(crate) fn locate_all(&self, mut problems: Vec<Problem>) -> Vec<Problem> {
        if problems.is_empty() {
            return problems;
        }
        let places = self.places();
        for problem in &mut problems {
            problem.line = problem.line.or_else(|| places.line(problem));
            problem.file.get_or_insert_with(|| self.name.to_owned());
        }
        problems
    }

    /// Returns where the keys of the file stand.
    pub(crate) fn places(&self) -> Places {
        match self.name.ends_with(".toml") {
            true => Places::of_toml(self.text),
            false => Places::of_json(self.text),
        }
    }
}

/// Reads a value into a type, reporting every field that does not fit and keeping the others.
///
/// All fields of `T` must be optional.
pub(crate) fn lenient<T: DeserializeOwned + Default>(
    value: Value,
    entry: Option<&str>,
    problems: &mut Vec<Problem>,
) -> T {
    if let Ok(read) = serde_json::from_value::<T>(value.clone()) {
        return read;
    }
    let Value::Object(fields) = value else {
        problems.push(with_entry(
            Problem::error("wrong-type", "a table is expected here", "write a table"),
            entry,
        ));
        return T::default();
    };
    let mut kept = Map::new();
    for (name, value) in fields {
        let single = Value::Object(Map::from_iter([(name.clone(), value.clone())]));
        match serde_json::from_value::<T>(single) {
            Ok(_) => {
                kept.insert(name, value);
            }
            Err(error) => {
                let mut problem = misfit(&name, &error.to_string());
                problem.field = Some(name);
                problems.push(with_entry(problem, entry));
            }
        }
    }
    serde_json::from_value(Value::Object(kept)).unwrap_or_default()
}

/// Reads a catalog file, entry by entry.
pub(crate) fn catalog_file(file: File<'_>, problems: &mut Vec<Problem>) -> CatalogFile {
    let mut found = Vec::new();
    let read = match file.value() {
        Ok(Value::Object(mut fields)) => {
            let entries = fields.remove("entry");
            let mut read: CatalogFile = lenient(Value::Object(fields), None, &mut found);
            read.entry = entry_list(entries, &mut found);
            read
        }
        Ok(_) => {
            found.push(Problem::error(
                "wrong-type",
                "the file is no table",
                "write a table",
            ));
            CatalogFile::default()
        }
        Err(problem) => {
            found.push(problem);
            CatalogFile::default()
        }
    };
    problems.extend(file.locate_all(found));
    read
}

/// Reads a list of entries, each on its own.
pub(crate) fn entry_list(value: Option<Value>, problems: &mut Vec<Problem>) -> Vec<EntrySource> {
    match value {
        None => Vec::new(),
        Some(Value::Array(entries)) => entries
            .into_iter()
            .map(|entry| {
                let key = entry.get("key").and_then(Value::as_str).map(str::to_owned);
                lenient(entry, key.as_deref(), problems)
            })
            .collect(),
        Some(_) => {
            let mut problem = Problem::error(
                "wrong-type",
                "`entry` is not a list of tables",
                "write each entry under a heading `[[entry]]`",
            );
            problem.field = Some("entry".to_owned());
            problems.push(problem);
            Vec::new()
        }
    }
}

fn with_entry(mut problem: Problem, entry: Option<&str>) -> Problem {
    problem.entry = entry.map(str::to_owned);
    problem
}

fn misfit(name: &str, error: &str) -> Problem {
    if let Some(expected) = error.strip_prefix("unknown field ") {
        let known = expected.split('`').skip(3).step_by(2);
        let nearest = super::lookup::nearest(name, known, 1);
        let fix = match nearest.first() {
            Some(near) => format!("did you mean `{near}`?"),
            None => "remove it".to_owned(),
        };
        return Problem::error("unknown-field", format!("there is no field `{name}`"), fix);
    }
    Problem::error(
        "wrong-type",
        error.to_owned(),
        "write a value of the expected type",
    )
}
