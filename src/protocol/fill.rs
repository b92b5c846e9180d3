//! Filling templates that a layer gives: values of headers, and of fields of its own.

use std::borrow::Cow;
use std::fmt::Write as _;

use super::Protocol;
use super::cast::{Cast, Extras};
use super::escape::{Escaped, escape, quote};
use super::program::{Prepared, begin};
use crate::catalog::{Piece, Template};
use crate::error::Value;

/// A template of a field, prepared: literals escaped, names looked up.
#[derive(Debug)]
pub(crate) struct Filling(Vec<Part>);

#[derive(Debug)]
enum Part {
    Literal(Vec<u8>),
    Name(Name),
}

/// A name in a template: a parameter, a variable of the request, or else one that every error has.
#[derive(Debug)]
pub(crate) struct Name {
    name: Box<str>,
    common: Option<Common>,
}

/// The names that every error has, or may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, strum::EnumString)]
#[strum(serialize_all = "snake_case")]
enum Common {
    Code,
    Key,
    Type,
    Status,
    RequestId,
    Param,
    Pointer,
    DocUrl,
    RetryAfter,
    Message,
}

impl Name {
    pub(super) fn new(name: &str) -> Self {
        Name {
            name: name.into(),
            common: name.parse().ok(),
        }
    }

    /// Returns what an error must have for the name to have a value, unless it is a parameter or
    /// a variable.
    pub(super) fn needs(&self) -> Extras {
        match self.common {
            Some(Common::RequestId) => Extras::ID,
            Some(Common::Param | Common::Pointer) => Extras::FIELD,
            _ => Extras::NONE,
        }
    }

    /// Returns the name where the error has not what it needs.
    pub(super) fn unknown(self) -> Self {
        Name {
            common: None,
            ..self
        }
    }
}

impl Filling {
    pub(super) fn new(template: &Template) -> Self {
        let part = |piece: &Piece| match piece {
            Piece::Param(name) => Part::Name(Name::new(name)),
            Piece::Literal(text) | Piece::Variable(text) => {
                let mut escaped = Vec::new();
                escape(text, &mut escaped);
                Part::Literal(escaped)
            }
        };
        Filling(template.pieces().iter().map(part).collect())
    }
}

impl Prepared {
    /// Fills a template as plain text, for headers.
    pub(crate) fn fill(
        &self,
        template: &Template,
        protocol: Protocol,
        cast: &Cast<'_>,
    ) -> Option<String> {
        let mut out = String::new();
        for piece in template.pieces() {
            match piece {
                Piece::Literal(text) | Piece::Variable(text) => out.push_str(text),
                Piece::Param(name) => {
                    out.push_str(&self.value(name, name.parse().ok(), protocol, cast)?);
                }
            }
        }
        Some(out)
    }

    /// Appends a field whose value is that of a name, in its own JSON type: a number stays a
    /// number. Appends nothing if there is no value.
    #[inline(never)]
    pub(super) fn named(
        &self,
        key: &[u8],
        name: &Name,
        protocol: Protocol,
        cast: &Cast<'_>,
        out: &mut Vec<u8>,
    ) {
        let param = cast.error.param(&name.name);
        if param.is_none() && name.common.is_none() && cast.has_no_variables() {
            return;
        }
        match param.filter(|_| !self.is_secret(&name.name)) {
            Some(Value::List(items)) => {
                begin(key, out);
                list(items, out);
            }
            Some(Value::Int(number)) => {
                begin(key, out);
                let _ = write!(Escaped(out), "{number}");
            }
            _ if name.common == Some(Common::Status) => {
                begin(key, out);
                let _ = write!(Escaped(out), "{}", cast.status());
            }
            _ => {
                if let Some(value) = self.value(&name.name, name.common, protocol, cast) {
                    begin(key, out);
                    quote(&value, out);
                }
            }
        }
    }

    /// Appends a filled text as a JSON string. Returns false if a value is missing.
    pub(super) fn text(
        &self,
        filling: &Filling,
        protocol: Protocol,
        cast: &Cast<'_>,
        out: &mut Vec<u8>,
    ) -> bool {
        out.push(b'"');
        for part in &filling.0 {
            match part {
                Part::Literal(bytes) => out.extend_from_slice(bytes),
                Part::Name(name) => match self.value(&name.name, name.common, protocol, cast) {
                    Some(value) => escape(&value, out),
                    None => return false,
                },
            }
        }
        out.push(b'"');
        true
    }

    fn value<'a>(
        &'a self,
        name: &str,
        common: Option<Common>,
        protocol: Protocol,
        cast: &'a Cast<'_>,
    ) -> Option<Cow<'a, str>> {
        if self.is_secret(name) {
            return None;
        }
        if let Some(value) = cast.named(name) {
            return Some(value);
        }
        Some(match common? {
            Common::Code => return self.code_for(cast.status()),
            Common::Key => Cow::Borrowed(self.resolved.key()),
            Common::Type => Cow::Owned(self.kind(protocol, cast.status())),
            Common::Status => Cow::Owned(cast.status().to_string()),
            Common::RequestId => Cow::Borrowed(cast.request_id?),
            Common::Param => Cow::Owned(cast.error.field()?.to_string()),
            Common::Pointer => Cow::Owned(cast.error.field()?.to_pointer()),
            Common::DocUrl => Cow::Borrowed(self.doc_url.as_deref()?),
            Common::RetryAfter => {
                let wait = cast.advice().wait?;
                Cow::Owned(crate::retry::whole_seconds(wait).to_string())
            }
            Common::Message => Cow::Owned(self.plain_message(cast)),
        })
    }
}

/// Appends texts as a JSON array.
pub(super) fn list(items: &[String], out: &mut Vec<u8>) {
    out.push(b'[');
    for (at, item) in items.iter().enumerate() {
        if at > 0 {
            out.push(b',');
        }
        quote(item, out);
    }
    out.push(b']');
}
