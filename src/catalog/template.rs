//! Message templates: `{param}`, `{@variable}`, and `{{` for a brace.

use std::fmt;

/// A parsed template.
///
/// ```
/// use wirefault::catalog::{Piece, Template};
///
/// let template = Template::parse("Model '{model}' is unknown")?;
/// assert_eq!(template.params().collect::<Vec<_>>(), ["model"]);
/// assert!(Template::parse("an open {brace").is_err());
/// # Ok::<(), wirefault::catalog::TemplateError>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Template {
    pieces: Vec<Piece>,
}

/// A piece of a [`Template`].
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Piece {
    /// Text as it is.
    Literal(String),
    /// The value of a parameter.
    Param(String),
    /// The value of a gateway variable.
    Variable(String),
}

impl Piece {
    /// Returns the text, or the name.
    pub fn as_str(&self) -> &str {
        match self {
            Piece::Literal(text) | Piece::Param(text) | Piece::Variable(text) => text,
        }
    }
}

/// Why a template is refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{what} at byte {at}")]
pub struct TemplateError {
    what: &'static str,
    at: usize,
}

impl Template {
    /// Parses a template.
    ///
    /// # Errors
    ///
    /// A brace that is neither doubled nor part of a placeholder, and a name that is not
    /// `[a-z][a-z0-9_]*`.
    pub fn parse(source: &str) -> Result<Self, TemplateError> {
        let mut pieces = Vec::new();
        let mut literal = String::new();
        let mut chars = source.char_indices().peekable();
        while let Some((at, c)) = chars.next() {
            match c {
                '{' if chars.next_if(|(_, next)| *next == '{').is_some() => literal.push('{'),
                '}' if chars.next_if(|(_, next)| *next == '}').is_some() => literal.push('}'),
                '}' => {
                    return Err(TemplateError {
                        what: "a closing brace without opening",
                        at,
                    });
                }
                '{' => {
                    let mut name = String::new();
                    loop {
                        match chars.next() {
                            Some((_, '}')) => break,
                            Some((_, c)) => name.push(c),
                            None => {
                                return Err(TemplateError {
                                    what: "an unclosed brace",
                                    at,
                                });
                            }
                        }
                    }
                    if !literal.is_empty() {
                        pieces.push(Piece::Literal(std::mem::take(&mut literal)));
                    }
                    pieces.push(placeholder(&name, at)?);
                }
                c => literal.push(c),
            }
        }
        if !literal.is_empty() {
            pieces.push(Piece::Literal(literal));
        }
        Ok(Template { pieces })
    }

    /// Returns the pieces in order.
    pub fn pieces(&self) -> &[Piece] {
        &self.pieces
    }

    /// Returns the names of the parameters, in order of appearance.
    pub fn params(&self) -> impl Iterator<Item = &str> {
        self.pieces.iter().filter_map(|piece| match piece {
            Piece::Param(name) => Some(name.as_str()),
            _ => None,
        })
    }

    /// Returns the names of the variables, in order of appearance.
    pub fn variables(&self) -> impl Iterator<Item = &str> {
        self.pieces.iter().filter_map(|piece| match piece {
            Piece::Variable(name) => Some(name.as_str()),
            _ => None,
        })
    }

    /// Replaces variables by their values, and returns None if one has none.
    pub fn with_variables<'v>(&self, value: impl Fn(&str) -> Option<&'v str>) -> Option<Self> {
        let mut pieces: Vec<Piece> = Vec::with_capacity(self.pieces.len());
        for piece in &self.pieces {
            let literal = match piece {
                Piece::Param(_) => {
                    pieces.push(piece.clone());
                    continue;
                }
                Piece::Literal(text) => text.as_str(),
                Piece::Variable(name) => value(name)?,
            };
            match pieces.last_mut() {
                Some(Piece::Literal(text)) => text.push_str(literal),
                _ => pieces.push(Piece::Literal(literal.to_owned())),
            }
        }
        Some(Template { pieces })
    }
}

impl fmt::Display for Template {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for piece in &self.pieces {
            match piece {
                Piece::Literal(text) => {
                    f.write_str(&text.replace('{', "{{").replace('}', "}}"))?;
                }
                Piece::Param(name) => write!(f, "{{{name}}}")?,
                Piece::Variable(name) => write!(f, "{{@{name}}}")?,
            }
        }
        Ok(())
    }
}

fn placeholder(name: &str, at: usize) -> Result<Piece, TemplateError> {
    let (variable, name) = match name.strip_prefix('@') {
        Some(rest) => (true, rest),
        None => (false, name),
    };
    let first = name.bytes().next().is_some_and(|b| b.is_ascii_lowercase());
    let rest = name
        .bytes()
        .all(|b| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'_'));
    if !first || !rest {
        return Err(TemplateError {
            what: "a placeholder that is not a lower-case name",
            at,
        });
    }
    Ok(if variable {
        Piece::Variable(name.to_owned())
    } else {
        Piece::Param(name.to_owned())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accepted_and_refused() {
        for good in [
            "",
            "plain",
            "{a}",
            "{{literal}}",
            "{@var} and {b_2}",
            "{{{a}}}",
        ] {
            let template = Template::parse(good).unwrap_or_else(|e| panic!("{good}: {e}"));
            assert_eq!(template.to_string(), good);
        }
        for bad in ["{", "}", "{}", "{A}", "{a b}", "{a", "x}y", "{@}", "{1a}"] {
            assert!(Template::parse(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn variables_merge_into_literals() {
        let template = Template::parse("see {@url} for {a}").unwrap();
        let filled = template.with_variables(|_| Some("here")).unwrap();
        assert_eq!(filled.pieces().len(), 2);
        assert!(template.with_variables(|_| None).is_none());
    }
}
