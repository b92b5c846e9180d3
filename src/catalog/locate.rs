//! On which line of a file a field stands.
//!
//! Neither parser keeps positions in the values that it hands over, so the places of all keys are
//! gathered from the text once something is wrong with it. The text has been parsed by then.

use super::problem::Problem;

/// The places of a file's keys.
#[derive(Debug, Default)]
pub(crate) struct Places(Vec<Place>);

#[derive(Debug)]
struct Place {
    line: usize,
    /// The path from the top of the file; elements of lists by number.
    path: Vec<String>,
    /// The text, if it is one.
    value: Option<String>,
}

impl Places {
    /// Gathers the keys of a TOML file.
    pub(crate) fn of_toml(text: &str) -> Self {
        let mut places = Places::default();
        let mut table: Vec<String> = Vec::new();
        let mut counts: std::collections::HashMap<String, usize> = Default::default();
        for (at, line) in text.lines().enumerate() {
            let line = line.trim();
            if let Some(header) = line.strip_prefix("[[") {
                let name = header.split("]]").next().unwrap_or_default();
                let count = counts.entry(name.to_owned()).or_default();
                table = vec![name.trim().to_owned(), count.to_string()];
                *count += 1;
                places.add(at, table.clone(), None);
            } else if let Some(header) = line.strip_prefix('[') {
                let mut path = segments(header.split(']').next().unwrap_or_default());
                // `[entry.params.x]` belongs to the last `[[entry]]`.
                let list = path.first().and_then(|name| counts.get(name));
                if let Some(count) = list {
                    path.insert(1, count.saturating_sub(1).to_string());
                }
                table.clone_from(&path);
                places.add(at, path, None);
            } else if let Some((key, value)) = key_and_value(line) {
                let path = table.iter().cloned().chain(segments(key)).collect();
                let value = value.trim().strip_prefix('"');
                let value = value.and_then(|value| value.split('"').next());
                places.add(at, path, value.map(str::to_owned));
            }
        }
        places
    }

    /// Gathers the keys of a JSON file.
    pub(crate) fn of_json(text: &str) -> Self {
        let mut places = Places::default();
        let mut path: Vec<String> = Vec::new();
        // Of each open list, the number of the element; None for an object.
        let mut open: Vec<Option<usize>> = Vec::new();
        let mut line = 0;
        let mut chars = text.chars().peekable();
        let mut word: Option<String> = None;
        while let Some(c) = chars.next() {
            match c {
                '\n' => line += 1,
                '"' => {
                    let mut text = String::new();
                    while let Some(c) = chars.next() {
                        match c {
                            '"' => break,
                            '\\' => text.extend(chars.next()),
                            c => text.push(c),
                        }
                    }
                    word = Some(text);
                }
                ':' => {
                    let list = matches!(open.last(), Some(Some(_)));
                    path.truncate(open.len().saturating_sub(1));
                    path.push(word.take().unwrap_or_default());
                    if !list {
                        places.add(line, path.clone(), None);
                    }
                }
                '{' | '[' => {
                    open.push((c == '[').then_some(0));
                    if c == '[' {
                        path.push("0".to_owned());
                    }
                }
                ',' | '}' | ']' => {
                    if let (Some(text), Some(last)) = (word.take(), places.0.last_mut()) {
                        if last.path == path {
                            last.value = Some(text);
                        }
                    }
                    if c == ',' {
                        path.truncate(open.len().saturating_sub(1));
                        if let Some(Some(at)) = open.last_mut() {
                            *at += 1;
                            path.push(at.to_string());
                        }
                    } else {
                        open.pop();
                        path.truncate(open.len());
                    }
                }
                _ => {}
            }
        }
        places
    }

    /// Returns the line of a problem: of its field, of the nearest field around it, or of its
    /// entry.
    pub(crate) fn line(&self, problem: &Problem) -> Option<usize> {
        let field = segments(problem.field.as_deref().unwrap_or_default());
        let best = match problem.entry.as_deref() {
            Some(entry) => self
                .in_entry(entry, &field)
                .or_else(|| self.table(&field))?,
            None => self.best(
                self.0.iter().map(|place| (place, place.path.as_slice())),
                &field,
            )?,
        };
        Some(best + 1)
    }

    /// Returns the line of the table in which an entry is missing.
    fn table(&self, field: &[String]) -> Option<usize> {
        let [table] = field else { return None };
        let inside = |place: &&Place| place.path.first() == Some(table) && table == "entries";
        self.0.iter().find(inside).map(|place| place.line)
    }

    fn in_entry(&self, entry: &str, field: &[String]) -> Option<usize> {
        let inside = || {
            self.0
                .iter()
                .filter_map(|place| Some((place, self.inside(place, entry)?)))
        };
        let named = inside().find(|(_, path)| *path == ["key"]);
        // A field of the entry itself stands in no table of translations.
        let own = || inside().filter(|(place, _)| place.path.first().is_some_and(|t| t != "text"));
        let first = named.or_else(|| own().next());
        let wanted = match field {
            // The texts of a language are a table of their own.
            [text, tag, rest @ ..] if text == "text" => {
                let tables = self.0.iter().filter(|place| {
                    matches!(place.path.as_slice(), [t, g, k, ..] if t == text && g == tag && k == entry)
                });
                let rest_of = |place| (place, path_after(place, 3));
                let tables: Vec<_> = tables.map(rest_of).collect();
                let start = tables.first().map(|(place, _)| place.line);
                return self.best(tables.into_iter(), rest).or(start);
            }
            field => field,
        };
        match first {
            Some((place, _)) => self.best(own(), wanted).or(Some(place.line)),
            None => self
                .best(inside(), wanted)
                .or_else(|| inside().next().map(|(place, _)| place.line)),
        }
    }

    /// Returns a place's path within an entry or its override, if it lies there.
    fn inside<'p>(&self, place: &'p Place, entry: &str) -> Option<&'p [String]> {
        match place.path.as_slice() {
            [table, key, rest @ ..] if table == "override" || table == "entries" => {
                (key == entry).then_some(rest)
            }
            [table, number, rest @ ..] if table == "entry" => self
                .key_of(number)
                .is_some_and(|key| key == entry)
                .then_some(rest),
            [table, _, key, rest @ ..] if table == "text" && key == entry => Some(rest),
            _ => None,
        }
    }

    fn key_of(&self, number: &str) -> Option<&str> {
        let key = self.0.iter().find(|place| {
            matches!(place.path.as_slice(), [t, n, k] if t == "entry" && n == number && k == "key")
        });
        key?.value.as_deref()
    }

    /// Returns the line of the path that shares the longest beginning with a field.
    fn best<'p>(
        &'p self,
        places: impl Iterator<Item = (&'p Place, &'p [String])>,
        field: &[String],
    ) -> Option<usize> {
        let mut best: Option<(usize, usize)> = None;
        for (place, path) in places {
            let shared = path.iter().zip(field).take_while(|(a, b)| a == b).count();
            // A place beside the field is no place of it, only one above or below it.
            let related = shared == path.len() || shared == field.len();
            if shared > 0 && related && best.is_none_or(|(most, _)| shared > most) {
                best = Some((shared, place.line));
            }
        }
        best.map(|(_, line)| line)
    }

    fn add(&mut self, line: usize, path: Vec<String>, value: Option<String>) {
        self.0.push(Place { line, path, value });
    }
}

fn path_after(place: &Place, from: usize) -> &[String] {
    place.path.get(from..).unwrap_or_default()
}

/// Splits `a."b.c".d[0]` into its parts.
fn segments(path: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut quoted = None;
    for c in path.trim().chars() {
        match (c, quoted) {
            ('"' | '\'', None) => quoted = Some(c),
            (c, Some(quote)) if c == quote => quoted = None,
            ('.' | '[', None) => parts.push(String::new()),
            (']', None) => {}
            (c, _) => {
                if let Some(last) = parts.last_mut() {
                    last.push(c);
                }
            }
        }
    }
    let parts = parts.into_iter().map(|part| part.trim().to_owned());
    parts.filter(|part| !part.is_empty()).collect()
}

/// Splits a line at the equals sign behind its key, if it begins with one.
fn key_and_value(line: &str) -> Option<(&str, &str)> {
    let mut quoted = None;
    for (at, c) in line.char_indices() {
        match (c, quoted) {
            ('"' | '\'', None) => quoted = Some(c),
            (c, Some(quote)) if c == quote => quoted = None,
            (_, Some(_)) => {}
            ('=', None) => return Some((line.get(..at)?, line.get(at + 1..)?)),
            (c, None) if c.is_ascii_alphanumeric() || "-_. \t$".contains(c) => {}
            _ => return None,
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    const TOML: &str = r#"name = "acme"
[fold]
"category:quota" = "a"
[[entry]]
key = "one"
title = "One"
[[entry]]
key = "two"
[entry.params.x]
type = "int"
[override.three]
http_status = 412
[override]
four.retry = "now"
[text.de.two]
title = "Zwei"
[[mapping]]
status = [1]
[[mapping]]
entry = "x"
"#;

    const JSON: &str = r#"{
  "name": "acme",
  "entry": [
    {"key": "one",
     "title": "a, \"b\""},
    {
      "key": "two",
      "params": {"x": {
        "type": "int"}}
    }
  ],
  "override": {
    "three": {"message": ["a", "b"],
              "http_status": 412}
  }
}"#;

    fn line(places: &Places, entry: Option<&str>, field: &str) -> Option<usize> {
        let mut problem = Problem::error("unknown-key", "", "");
        problem.entry = entry.map(str::to_owned);
        problem.field = Some(field.to_owned());
        places.line(&problem)
    }

    #[test]
    fn toml() {
        let places = Places::of_toml(TOML);
        for (entry, field, wanted) in [
            (None, "name", Some(1)),
            (None, "fold.category:quota", Some(3)),
            (None, "fold", Some(2)),
            (None, "mapping.1.entry", Some(20)),
            (None, "mapping.0.entry", Some(17)),
            (None, "nonsense", None),
            (Some("one"), "title", Some(6)),
            (Some("one"), "message", Some(5)),
            (Some("two"), "params.x", Some(9)),
            (Some("two"), "params.x.type", Some(10)),
            (Some("two"), "text.de.title", Some(16)),
            (Some("two"), "text.de.message", Some(15)),
            (Some("three"), "http_status", Some(12)),
            (Some("three"), "override", Some(11)),
            (Some("four"), "retry", Some(14)),
            (Some("five"), "retry", None),
        ] {
            assert_eq!(line(&places, entry, field), wanted, "{entry:?} {field}");
        }
    }

    #[test]
    fn json() {
        let places = Places::of_json(JSON);
        for (entry, field, wanted) in [
            (None, "name", Some(2)),
            (Some("one"), "title", Some(5)),
            (Some("two"), "key", Some(7)),
            (Some("two"), "params.x.type", Some(9)),
            (Some("three"), "http_status", Some(14)),
            (Some("three"), "override", Some(13)),
        ] {
            assert_eq!(line(&places, entry, field), wanted, "{entry:?} {field}");
        }
    }
}
