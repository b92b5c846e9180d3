//! An entry, prepared: the bytes of its bodies with gaps for what varies.

use std::borrow::Cow;
use std::fmt::Write as _;

use super::escape::{Escaped, escape, quote};
use super::gemini::{self, Details};
use super::shape::PathStyle;
use super::{Cast, Protocol};
use crate::catalog::{Exposure, Piece, Resolved, Spelling, Template, TypeSpelling};
use crate::error::Value;

/// An entry, ready to be rendered in every protocol.
#[derive(Debug)]
pub(crate) struct Prepared {
    pub(crate) resolved: Resolved,
    pub(crate) programs: [Program; 6],
    pub(crate) texts: Vec<Words>,
    pub(crate) details: Details,
    pub(crate) doc_url: Option<String>,
    /// The headers of the entry.
    pub(crate) headers: Vec<(String, Template)>,
    /// The value of a notice's header.
    pub(crate) notice_header: Option<Template>,
}

/// The steps that write a body.
#[derive(Debug)]
pub(crate) struct Program {
    /// For an error that names no field and has no request id: fewer steps.
    pub(crate) plain: Vec<Op>,
    /// For any error.
    pub(crate) full: Vec<Op>,
}

/// The message and title of an entry in one language, escaped.
#[derive(Debug, Default)]
pub(crate) struct Words {
    pub(crate) messages: Vec<Vec<Seg>>,
    pub(crate) title: Vec<u8>,
}

/// A piece of a message, escaped.
#[derive(Debug)]
pub(crate) enum Seg {
    Literal(Box<[u8]>),
    Param(Box<str>),
}

/// A step in writing a body.
#[derive(Debug)]
pub(crate) enum Op {
    Literal(Vec<u8>),
    /// A comma, unless this is the first field of its object.
    Comma,
    Message,
    Title,
    Param(PathStyle),
    Status,
    Canonical,
    Code,
    Type,
    Details,
    /// A field that is left out when there is no value: its name and colon, and its value.
    Optional(Vec<u8>, Gap),
}

/// The value of a field that may be left out.
#[derive(Debug)]
pub(crate) enum Gap {
    RequestId,
    Param(PathStyle),
    Code,
    CodeIn(&'static str),
    Template(Template),
}

impl Protocol {
    /// Returns true if `type` is free text to the protocol's clients.
    ///
    /// Anthropic's SDKs and Gemini's know a closed set, which no layer changes.
    pub(super) fn follows_layer_types(self) -> bool {
        !matches!(self, Protocol::AnthropicMessages | Protocol::Gemini)
    }
}

impl Prepared {
    /// Appends the body in a protocol.
    pub(crate) fn body(&self, protocol: Protocol, cast: &Cast<'_>, out: &mut Vec<u8>) {
        let Some(program) = self.programs.get(protocol as usize) else {
            return;
        };
        let plain = cast.request_id.is_none() && cast.error.field().is_none();
        let ops = if plain { &program.plain } else { &program.full };
        for op in ops {
            match op {
                Op::Literal(bytes) => out.extend_from_slice(bytes),
                Op::Message => self.message(cast, out),
                Op::Param(style) => match cast.error.field() {
                    None => out.extend_from_slice(b"null"),
                    Some(field) => write_path(field, *style, out),
                },
                other => self.rare(other, protocol, cast, out),
            }
        }
    }

    fn rare(&self, op: &Op, protocol: Protocol, cast: &Cast<'_>, out: &mut Vec<u8>) {
        match op {
            Op::Comma => comma(out),
            Op::Title => {
                if let Some(words) = self.texts.get(cast.language) {
                    out.extend_from_slice(&words.title);
                }
            }
            Op::Status => {
                let _ = write!(Escaped(out), "{}", cast.status);
            }
            Op::Canonical => {
                let category = self.resolved.entry().category;
                quote(Protocol::Gemini.type_of(category, cast.status), out);
            }
            Op::Code => match self.code_for(cast.status) {
                Some(code) => quote(&code, out),
                None => out.extend_from_slice(b"null"),
            },
            Op::Type => quote(&self.kind(protocol, cast.status), out),
            Op::Details => gemini::write_details(self, cast, out),
            Op::Optional(key, gap) => self.gap(key, gap, protocol, cast, out),
            Op::Literal(_) | Op::Message | Op::Param(_) => {}
        }
    }

    fn gap(&self, key: &[u8], gap: &Gap, protocol: Protocol, cast: &Cast<'_>, out: &mut Vec<u8>) {
        let begin = out.len();
        comma(out);
        out.extend_from_slice(key);
        let written = match gap {
            Gap::RequestId => cast.request_id.map(|id| quote(id, out)).is_some(),
            Gap::Param(style) => cast
                .error
                .field()
                .map(|field| write_path(field, *style, out))
                .is_some(),
            Gap::Code => self
                .resolved
                .code_for(cast.status)
                .map(|code| quote(&code, out))
                .is_some(),
            Gap::CodeIn(inner) => match self.anthropic_code(cast.status) {
                Some(code) => {
                    out.push(b'{');
                    quote(inner, out);
                    out.push(b':');
                    quote(&code, out);
                    out.push(b'}');
                    true
                }
                None => false,
            },
            Gap::Template(template) => self.template(template, protocol, cast, out),
        };
        if !written {
            out.truncate(begin);
        }
    }

    fn anthropic_code(&self, status: u16) -> Option<Cow<'_, str>> {
        match &self.resolved.entry().hints.anthropic_error_code {
            Some(code) => Some(Cow::Borrowed(code)),
            None => self.code_for(status),
        }
    }

    /// Appends a template as JSON; a lone parameter keeps its JSON type. Returns false if a value
    /// is missing.
    fn template(
        &self,
        template: &Template,
        protocol: Protocol,
        cast: &Cast<'_>,
        out: &mut Vec<u8>,
    ) -> bool {
        if let [Piece::Param(name)] = template.pieces() {
            match cast.error.param(name).filter(|_| !self.is_secret(name)) {
                Some(Value::List(items)) => {
                    out.push(b'[');
                    for (at, item) in items.iter().enumerate() {
                        if at > 0 {
                            out.push(b',');
                        }
                        quote(item, out);
                    }
                    out.push(b']');
                    return true;
                }
                Some(Value::Int(number)) => {
                    let _ = write!(Escaped(out), "{number}");
                    return true;
                }
                _ if name == "status" => {
                    let _ = write!(Escaped(out), "{}", cast.status);
                    return true;
                }
                _ => {}
            }
        }
        out.push(b'"');
        for piece in template.pieces() {
            match piece {
                Piece::Literal(text) | Piece::Variable(text) => escape(text, out),
                Piece::Param(name) => match self.builtin(name, protocol, cast) {
                    Some(value) => escape(&value, out),
                    None => return false,
                },
            }
        }
        out.push(b'"');
        true
    }

    /// Returns true for a parameter that is the operator's alone, whoever set it and whichever
    /// template asks for it.
    pub(crate) fn is_secret(&self, name: &str) -> bool {
        let mut params = self.resolved.entry().params.iter();
        params.any(|param| param.exposure == Exposure::Secret && param.name == name)
    }

    /// Fills a template as plain text, for headers and extra fields.
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
                Piece::Param(name) => out.push_str(&self.builtin(name, protocol, cast)?),
            }
        }
        Some(out)
    }

    fn builtin<'a>(
        &'a self,
        name: &str,
        protocol: Protocol,
        cast: &'a Cast<'_>,
    ) -> Option<Cow<'a, str>> {
        if self.is_secret(name) {
            return None;
        }
        if let Some(value) = cast.named(name) {
            return Some(value);
        }
        Some(match name {
            "code" => return self.code_for(cast.status),
            "key" => Cow::Borrowed(self.resolved.key()),
            "type" => Cow::Owned(self.kind(protocol, cast.status)),
            "status" => Cow::Owned(cast.status.to_string()),
            "request_id" => Cow::Borrowed(cast.request_id?),
            "param" => Cow::Owned(cast.error.field()?.to_string()),
            "pointer" => Cow::Owned(cast.error.field()?.to_pointer()),
            "doc_url" => Cow::Borrowed(self.doc_url.as_deref()?),
            "retry_after" => {
                Cow::Owned(crate::retry::whole_seconds(cast.advice().wait?).to_string())
            }
            "message" => Cow::Owned(self.plain_message(cast)),
            _ => return None,
        })
    }

    /// Returns the wire code for a status.
    pub(crate) fn code_for(&self, status: u16) -> Option<Cow<'_, str>> {
        code(&self.resolved, status)
    }

    /// Returns the type in a protocol.
    pub(crate) fn kind(&self, protocol: Protocol, status: u16) -> String {
        match &self.resolved.type_ {
            TypeSpelling::Text(word) if protocol.follows_layer_types() => word.to_string(),
            TypeSpelling::Code if protocol.follows_layer_types() => self
                .resolved
                .code_for(status)
                .map(Cow::into_owned)
                .unwrap_or_default(),
            _ => protocol
                .type_of(self.resolved.entry().category, status)
                .to_owned(),
        }
    }

    /// Appends the message as the inside of a JSON string.
    pub(crate) fn message(&self, cast: &Cast<'_>, out: &mut Vec<u8>) {
        self.message_in(cast.language, cast, out);
    }

    /// Appends the message in a language as the inside of a JSON string.
    pub(crate) fn message_in(&self, language: usize, cast: &Cast<'_>, out: &mut Vec<u8>) {
        if let Some(message) = cast.error.own_message() {
            return escape(message.as_str(), out);
        }
        let Some(words) = self.texts.get(language).or(self.texts.first()) else {
            return;
        };
        let begin = out.len();
        // Try variant after variant; a missing parameter takes back what was written.
        for segs in &words.messages {
            if segs.iter().all(|seg| match seg {
                Seg::Literal(bytes) => {
                    out.extend_from_slice(bytes);
                    true
                }
                Seg::Param(name) => cast
                    .error
                    .param(name)
                    .map(|value| write_value(value, out))
                    .is_some(),
            }) {
                return;
            }
            out.truncate(begin);
        }
        out.extend_from_slice(&words.title);
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
pub(crate) fn write_value(value: &Value, out: &mut Vec<u8>) {
    match value {
        Value::Text(text) => escape(text, out),
        other => {
            let _ = write!(Escaped(out), "{other}");
        }
    }
}

/// Returns the wire code of an entry; one that follows the type is spelt as OpenAI's type.
pub(super) fn code(resolved: &Resolved, status: u16) -> Option<Cow<'_, str>> {
    match resolved.code {
        Spelling::Type => {
            let word = Protocol::OpenAiChat.type_of(resolved.entry().category, status);
            Some(Cow::Borrowed(word))
        }
        _ => resolved.code_for(status),
    }
}

fn write_path(field: &crate::FieldPath, style: PathStyle, out: &mut Vec<u8>) {
    match style {
        PathStyle::Dotted => quote(&field.to_string(), out),
        PathStyle::Pointer => quote(&field.to_pointer(), out),
    }
}

/// Appends a comma, unless an object has just begun.
fn comma(out: &mut Vec<u8>) {
    if out.last() != Some(&b'{') {
        out.push(b',');
    }
}
