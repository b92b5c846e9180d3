//! Where in the request the offending field is.

use std::borrow::Cow;
use std::fmt;

use super::visible::visible;

/// The path of a field of the request: its source and the steps to it.
///
/// Protocols print it in their own ways; its `Display` is the usual `messages[0].content`, with
/// what is not seen in a key written as an escape. The pointer has the keys as they are.
///
/// ```
/// use wirefault::FieldPath;
///
/// let path = FieldPath::body("messages").index(0).key("content");
/// assert_eq!(path.to_string(), "messages[0].content");
/// assert_eq!(path.to_pointer(), "/messages/0/content");
/// assert_eq!(FieldPath::header("authorization").to_string(), "headers.authorization");
/// assert_eq!("messages[0].content".parse::<FieldPath>(), Ok(path));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct FieldPath {
    source: Source,
    steps: Vec<Step>,
}

/// The part of the request that a [`FieldPath`] begins in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Source {
    Body,
    Header,
    Query,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Step {
    Key(Box<str>),
    Index(u32),
}

impl FieldPath {
    /// Starts at a key of the body.
    pub fn body(key: &str) -> Self {
        FieldPath {
            source: Source::Body,
            steps: vec![Step::Key(key.into())],
        }
    }

    /// Names a header.
    pub fn header(name: &str) -> Self {
        let name = name.to_ascii_lowercase();
        FieldPath {
            source: Source::Header,
            steps: vec![Step::Key(name.into())],
        }
    }

    /// Names a parameter of the query.
    pub fn query(name: &str) -> Self {
        FieldPath {
            source: Source::Query,
            steps: vec![Step::Key(name.into())],
        }
    }

    /// Goes on to a key.
    #[must_use]
    pub fn key(mut self, key: &str) -> Self {
        self.steps.push(Step::Key(key.into()));
        self
    }

    /// Goes on to an element.
    #[must_use]
    pub fn index(mut self, index: u32) -> Self {
        self.steps.push(Step::Index(index));
        self
    }

    /// Returns the path as a JSON pointer (RFC 6901). A header or query parameter has none and is
    /// written as by `Display`.
    pub fn to_pointer(&self) -> String {
        if self.source != Source::Body {
            return self.to_string();
        }
        let mut out = String::new();
        for step in &self.steps {
            out.push('/');
            match step {
                Step::Key(key) => out.push_str(&key.replace('~', "~0").replace('/', "~1")),
                Step::Index(index) => out.push_str(&index.to_string()),
            }
        }
        out
    }
}

impl fmt::Display for FieldPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.source {
            Source::Body => {}
            Source::Header => f.write_str("headers.")?,
            Source::Query => f.write_str("query.")?,
        }
        for (at, step) in self.steps.iter().enumerate() {
            match step {
                Step::Key(key) => {
                    let dot = if at == 0 { "" } else { "." };
                    write!(f, "{dot}{}", visible(Cow::Borrowed(key)))?;
                }
                Step::Index(index) => write!(f, "[{index}]")?,
            }
        }
        Ok(())
    }
}

/// Text that is no field path.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a field path is written as `messages[0].content`, `headers.NAME` or `query.NAME`")]
pub struct ParseFieldPathError(());

impl std::str::FromStr for FieldPath {
    type Err = ParseFieldPathError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let wrong = || ParseFieldPathError(());
        if let Some(name) = text.strip_prefix("headers.") {
            return Ok(FieldPath::header(name));
        }
        if let Some(name) = text.strip_prefix("query.") {
            return Ok(FieldPath::query(name));
        }
        let mut steps = Vec::new();
        for part in text.split('.') {
            let mut pieces = part.split('[');
            let key = pieces
                .next()
                .filter(|key| !key.is_empty())
                .ok_or_else(wrong)?;
            steps.push(Step::Key(key.into()));
            for piece in pieces {
                let index = piece.strip_suffix(']').ok_or_else(wrong)?;
                steps.push(Step::Index(index.parse().map_err(|_| wrong())?));
            }
        }
        Ok(FieldPath {
            source: Source::Body,
            steps,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parsed_and_printed() {
        for text in [
            "a",
            "a.b",
            "messages[0].content[12].image_url.url",
            "headers.x-api-key",
        ] {
            assert_eq!(text.parse::<FieldPath>().unwrap().to_string(), text);
        }
        for bad in ["", ".", "a..b", "a[", "a[x]", "[0]", "a[99999999999]"] {
            assert!(bad.parse::<FieldPath>().is_err(), "{bad}");
        }
        assert_eq!(FieldPath::body("a/b~c").to_pointer(), "/a~1b~0c");
    }
}
