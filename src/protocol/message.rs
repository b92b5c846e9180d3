//! The message of an error: its own, or its entry's wording, filled in.

use std::fmt::Write as _;

use super::Cast;
use super::escape::{Escaped, escape};
use super::program::Prepared;
use crate::catalog::{Piece, Texts};
use crate::error::{GatewayError, Value};

/// The message and title of an entry in one language, escaped.
#[derive(Debug, Default)]
pub(crate) struct Words {
    /// The variants, the fullest first.
    messages: Vec<Vec<Seg>>,
    pub(crate) title: Vec<u8>,
}

/// A piece of a message, escaped.
#[derive(Debug)]
enum Seg {
    Literal(Box<[u8]>),
    Param(Box<str>),
}

impl Words {
    /// Prepares the texts of one language.
    pub(super) fn new(texts: &Texts) -> Self {
        let seg = |piece: &Piece| match piece {
            Piece::Param(name) => Seg::Param(name.as_str().into()),
            Piece::Literal(text) | Piece::Variable(text) => Seg::Literal(escaped(text).into()),
        };
        let messages = texts.message.iter();
        Words {
            messages: messages
                .map(|template| template.pieces().iter().map(seg).collect())
                .collect(),
            title: escaped(&texts.title),
        }
    }

    /// Appends the first variant all of whose parameters the error has, else the title.
    #[inline(never)]
    fn write(&self, error: &GatewayError, out: &mut Vec<u8>) {
        let known = |seg: &Seg| match seg {
            Seg::Literal(_) => true,
            Seg::Param(name) => error.param(name).is_some(),
        };
        let Some(segs) = self.messages.iter().find(|segs| segs.iter().all(known)) else {
            return out.extend_from_slice(&self.title);
        };
        for seg in segs {
            match seg {
                Seg::Literal(bytes) => out.extend_from_slice(bytes),
                Seg::Param(name) => {
                    if let Some(value) = error.param(name) {
                        write_value(value, out);
                    }
                }
            }
        }
    }
}

impl Prepared {
    /// Appends the message as the inside of a JSON string.
    #[inline]
    pub(crate) fn message(&self, cast: &Cast<'_>, out: &mut Vec<u8>) {
        self.message_in(cast.language, cast, out);
    }

    /// Appends the message in a language as the inside of a JSON string.
    #[inline]
    pub(crate) fn message_in(&self, language: usize, cast: &Cast<'_>, out: &mut Vec<u8>) {
        if let Some(message) = cast.error.own_message() {
            return escape(message.as_str(), out);
        }
        if let Some(words) = self.texts.get(language).or(self.texts.first()) {
            words.write(cast.error, out);
        }
    }

    /// Returns the message as plain text.
    pub(crate) fn plain_message(&self, cast: &Cast<'_>) -> String {
        let mut escaped = vec![b'"'];
        self.message(cast, &mut escaped);
        escaped.push(b'"');
        serde_json::from_slice(&escaped).unwrap_or_default()
    }
}

/// Appends a value as the inside of a JSON string.
#[inline]
pub(crate) fn write_value(value: &Value, out: &mut Vec<u8>) {
    match value {
        Value::Text(text) => escape(text, out),
        other => {
            let _ = write!(Escaped(out), "{other}");
        }
    }
}

fn escaped(text: &str) -> Vec<u8> {
    let mut out = Vec::new();
    escape(text, &mut out);
    out
}
