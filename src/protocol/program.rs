//! An entry, prepared: the bytes of its bodies with gaps for what varies.

use std::borrow::Cow;
use std::fmt::Write as _;

use serde_json::Value as Json;

use super::escape::{Escaped, escape, quote};
use super::gemini::{self, Details};
use super::shape::{Field, PathStyle, Shape, Slot};
use super::{Cast, Protocol};
use crate::catalog::source::FieldSource;
use crate::catalog::{Catalog, Piece, Problem, Resolved, Template, Texts, TypeSpelling};
use crate::error::Value;

/// An entry, ready to be rendered in every protocol.
#[derive(Debug)]
pub(crate) struct Prepared {
    pub(crate) resolved: Resolved,
    pub(crate) programs: [Vec<Op>; 6],
    pub(crate) texts: Vec<Words>,
    pub(crate) details: Details,
    pub(crate) doc_url: Option<String>,
    /// The headers of the entry.
    pub(crate) headers: Vec<(String, Template)>,
}

/// The message and title of an entry in one language, escaped.
#[derive(Debug, Default)]
pub(crate) struct Words {
    messages: Vec<Vec<Seg>>,
    title: Vec<u8>,
}

#[derive(Debug)]
enum Seg {
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

/// Prepares an entry of a catalog.
pub(crate) fn prepare(
    catalog: &Catalog,
    resolved: &Resolved,
    problems: &mut Vec<Problem>,
) -> Prepared {
    let entry = resolved.entry();
    let doc_url = catalog.doc_base_url().map(|base| {
        let separator = if base.contains('#') { "" } else { "#" };
        format!("{base}{separator}{}", entry.anchor)
    });
    let hints = &entry.hints;
    let reason = match &hints.gemini_reason {
        Some(reason) => reason.to_string(),
        None => entry.key.to_ascii_uppercase(),
    };
    let quota = hints.gemini_quota_id.as_deref();
    let details = gemini::prepare(
        &reason,
        catalog.domain(),
        quota.map(|id| (id, hints.gemini_quota_metric.as_deref())),
        resolved
            .texts
            .first()
            .map_or("", |texts| texts.title.as_str()),
        doc_url.as_deref(),
    );
    let programs = std::array::from_fn(|at| match Protocol::ALL.get(at) {
        Some(protocol) => Compiler {
            catalog,
            resolved,
            protocol: *protocol,
            doc_url: doc_url.as_deref(),
            ops: Vec::new(),
            sure: false,
            any: false,
            problems,
        }
        .compile(),
        None => Vec::new(),
    });
    Prepared {
        texts: resolved.texts.iter().map(words).collect(),
        resolved: resolved.clone(),
        programs,
        details,
        doc_url,
        headers: headers(catalog, resolved),
    }
}

fn headers(catalog: &Catalog, resolved: &Resolved) -> Vec<(String, Template)> {
    let filled = |template: &str| {
        let template = Template::parse(template).ok()?;
        template.with_variables(|name| catalog.variable(name))
    };
    let headers = resolved.entry().headers.iter();
    headers
        .filter_map(|(name, template)| Some((name.to_string(), filled(template)?)))
        .collect()
}

fn words(texts: &Texts) -> Words {
    let escaped = |text: &str| {
        let mut out = Vec::new();
        escape(text, &mut out);
        out
    };
    let seg = |piece: &Piece| match piece {
        Piece::Param(name) => Seg::Param(name.as_str().into()),
        Piece::Literal(text) | Piece::Variable(text) => Seg::Literal(escaped(text).into()),
    };
    Words {
        messages: texts
            .message
            .iter()
            .map(|template| template.pieces().iter().map(seg).collect())
            .collect(),
        title: escaped(&texts.title),
    }
}

struct Compiler<'a> {
    catalog: &'a Catalog,
    resolved: &'a Resolved,
    protocol: Protocol,
    doc_url: Option<&'a str>,
    ops: Vec<Op>,
    /// A field of the current object is always written.
    sure: bool,
    /// A field of the current object may have been written.
    any: bool,
    problems: &'a mut Vec<Problem>,
}

impl Compiler<'_> {
    fn compile(mut self) -> Vec<Op> {
        let shape = self.protocol.shape();
        let name: &'static str = self.protocol.into();
        let body = self
            .catalog
            .inner
            .bodies
            .get(name)
            .cloned()
            .unwrap_or_default();
        self.object(
            shape,
            body.top.as_deref(),
            shape.top,
            body.error.as_deref(),
            true,
        );
        self.ops
    }

    fn object(
        &mut self,
        shape: &Shape,
        chosen: Option<&[FieldSource]>,
        standard: &[Field],
        inside: Option<&[FieldSource]>,
        top: bool,
    ) {
        self.literal(b"{");
        (self.sure, self.any) = (false, false);
        match chosen {
            None => {
                for field in standard {
                    self.field(shape, field.name, *field, false, inside);
                }
            }
            Some(chosen) => {
                for source in chosen {
                    self.chosen(shape, source, inside, top);
                }
            }
        }
        if top {
            for (name, value) in self.resolved.entry().extensions.clone().iter() {
                self.own(name, &Json::String(value.to_string()));
            }
        }
        self.literal(b"}");
        (self.sure, self.any) = (true, true);
    }

    fn chosen(
        &mut self,
        shape: &Shape,
        source: &FieldSource,
        inside: Option<&[FieldSource]>,
        top: bool,
    ) {
        match source {
            FieldSource::Own { key, value } => self.own(key, value),
            FieldSource::Standard(name) => {
                let (name, optional) = match name.strip_suffix('?') {
                    Some(name) => (name, true),
                    None => (name.as_str(), false),
                };
                let (first, second) = match top {
                    true => (shape.top, shape.error),
                    false => (shape.error, shape.top),
                };
                let known = first.iter().chain(COMMON).chain(second);
                match known.clone().find(|field| field.name == name) {
                    Some(field) => self.field(shape, name, *field, optional, inside),
                    None => {
                        let names: Vec<&str> = known.map(|field| field.name).collect();
                        let mut problem = Problem::error(
                            "unknown-body-field",
                            format!("the body of {} has no field `{name}`", self.protocol),
                            format!(
                                "use one of {}, or give a `key` and a `value`",
                                names.join(", ")
                            ),
                        );
                        problem.field = Some(format!("body.{}", self.protocol));
                        if !self.problems.contains(&problem) {
                            self.problems.push(problem);
                        }
                    }
                }
            }
        }
    }

    fn field(
        &mut self,
        shape: &Shape,
        name: &str,
        field: Field,
        optional: bool,
        inside: Option<&[FieldSource]>,
    ) {
        let op = match field.slot {
            Slot::RequestId => return self.optional(name, Gap::RequestId),
            Slot::CodeIn(key) => return self.optional(name, Gap::CodeIn(key)),
            Slot::Param(style) if optional => return self.optional(name, Gap::Param(style)),
            Slot::Code if optional => return self.optional(name, Gap::Code),
            Slot::Error => {
                self.name(name);
                let (sure, any) = (self.sure, self.any);
                self.object(shape, inside, shape.error, None, false);
                (self.sure, self.any) = (sure, any);
                return;
            }
            Slot::Raw(json) => {
                self.name(name);
                return self.literal(json.as_bytes());
            }
            Slot::DocUrl => {
                self.name(name);
                let mut url = Vec::new();
                quote(self.doc_url.unwrap_or("about:blank"), &mut url);
                return self.literal(&url);
            }
            Slot::Type => match self.fixed_type() {
                Some(word) => return self.constant(name, &word),
                None => Op::Type,
            },
            Slot::Code => match self.fixed_code() {
                Some(Some(code)) => return self.constant(name, &code),
                Some(None) => {
                    self.name(name);
                    return self.literal(b"null");
                }
                None => Op::Code,
            },
            Slot::Message => {
                self.name(name);
                self.literal(b"\"");
                self.ops.push(Op::Message);
                return self.literal(b"\"");
            }
            Slot::Title => {
                self.name(name);
                self.literal(b"\"");
                self.ops.push(Op::Title);
                return self.literal(b"\"");
            }
            Slot::Param(style) => Op::Param(style),
            Slot::Status => match self.fixed_status() {
                Some(status) => {
                    self.name(name);
                    return self.literal(status.to_string().as_bytes());
                }
                None => Op::Status,
            },
            Slot::Canonical => match (
                self.fixed_status(),
                &self.resolved.entry().hints.gemini_status,
            ) {
                (_, Some(word)) => {
                    let word = word.to_string();
                    return self.constant(name, &word);
                }
                (Some(status), None) => {
                    let word = Protocol::Gemini.type_of(self.resolved.entry().category, status);
                    return self.constant(name, word);
                }
                (None, None) => Op::Canonical,
            },
            Slot::Details => Op::Details,
        };
        self.name(name);
        self.ops.push(op);
    }

    fn own(&mut self, name: &str, value: &Json) {
        match value {
            Json::String(text) => match Template::parse(text) {
                Ok(template) => {
                    let filled = template.with_variables(|name| self.catalog.variable(name));
                    match filled {
                        Some(template) if template.params().next().is_none() => {
                            let text: String = template
                                .pieces()
                                .iter()
                                .map(|piece| match piece {
                                    Piece::Literal(text)
                                    | Piece::Param(text)
                                    | Piece::Variable(text) => text.as_str(),
                                })
                                .collect();
                            self.constant(name, &text);
                        }
                        Some(template) => self.optional(name, Gap::Template(template)),
                        None => {}
                    }
                }
                Err(error) => {
                    let mut problem = Problem::error(
                        "template",
                        error.to_string(),
                        "double a literal brace, and write placeholders as `{name}`",
                    );
                    problem.field = Some(format!("body.{}", self.protocol));
                    self.problems.push(problem);
                }
            },
            other => {
                self.name(name);
                self.literal(other.to_string().as_bytes());
            }
        }
    }

    /// Returns the status, if it does not depend on the upstream's.
    fn fixed_status(&self) -> Option<u16> {
        match self.resolved.entry().status {
            crate::catalog::Status::Fixed(status) => Some(status),
            crate::catalog::Status::Upstream4xx => None,
        }
    }

    fn fixed_code(&self) -> Option<Option<String>> {
        let status = match self.fixed_status() {
            Some(status) => status,
            None if self.resolved.code == crate::catalog::Spelling::Status => return None,
            None => 400,
        };
        Some(self.resolved.code_for(status).map(Cow::into_owned))
    }

    fn fixed_type(&self) -> Option<String> {
        match &self.resolved.type_ {
            TypeSpelling::Text(word) if self.protocol.follows_layer_types() => {
                Some(word.to_string())
            }
            TypeSpelling::Code if self.protocol.follows_layer_types() => {
                self.fixed_code().flatten()
            }
            _ => {
                let status = self.fixed_status().unwrap_or(400);
                Some(
                    self.protocol
                        .type_of(self.resolved.entry().category, status)
                        .to_owned(),
                )
            }
        }
    }

    fn constant(&mut self, name: &str, text: &str) {
        self.name(name);
        let mut quoted = Vec::new();
        quote(text, &mut quoted);
        self.literal(&quoted);
    }

    fn name(&mut self, name: &str) {
        if self.sure {
            self.literal(b",");
        } else if self.any {
            self.ops.push(Op::Comma);
        }
        let mut key = Vec::new();
        quote(name, &mut key);
        key.push(b':');
        self.literal(&key);
        (self.sure, self.any) = (true, true);
    }

    fn optional(&mut self, name: &str, gap: Gap) {
        let mut key = Vec::new();
        quote(name, &mut key);
        key.push(b':');
        self.ops.push(Op::Optional(key, gap));
        self.any = true;
    }

    fn literal(&mut self, bytes: &[u8]) {
        match self.ops.last_mut() {
            Some(Op::Literal(literal)) => literal.extend_from_slice(bytes),
            _ => self.ops.push(Op::Literal(bytes.to_vec())),
        }
    }
}

/// Fields that a layer may put into any body.
const COMMON: &[Field] = &[
    super::shape::field("message", Slot::Message),
    super::shape::field("type", Slot::Type),
    super::shape::field("code", Slot::Code),
    super::shape::field("param", Slot::Param(PathStyle::Dotted)),
    super::shape::field("pointer", Slot::Param(PathStyle::Pointer)),
    super::shape::field("request_id", Slot::RequestId),
    super::shape::field("status", Slot::Status),
    super::shape::field("title", Slot::Title),
    super::shape::field("doc_url", Slot::DocUrl),
];

impl Protocol {
    /// Returns true if `type` is free text to the protocol's clients.
    ///
    /// Anthropic's SDKs and Gemini's know a closed set, which no layer changes.
    fn follows_layer_types(self) -> bool {
        !matches!(self, Protocol::AnthropicMessages | Protocol::Gemini)
    }
}

impl Prepared {
    /// Appends the body in a protocol.
    pub(crate) fn body(&self, protocol: Protocol, cast: &Cast<'_>, out: &mut Vec<u8>) {
        let Some(ops) = self.programs.get(protocol as usize) else {
            return;
        };
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
            Op::Title => match self.texts.get(cast.language) {
                Some(words) => out.extend_from_slice(&words.title),
                None => {}
            },
            Op::Status => {
                let _ = write!(Escaped(out), "{}", cast.status);
            }
            Op::Canonical => {
                let category = self.resolved.entry().category;
                quote(Protocol::Gemini.type_of(category, cast.status), out);
            }
            Op::Code => match self.resolved.code_for(cast.status) {
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
            None => self.resolved.code_for(status),
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
            match cast.error.param(name) {
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
        match self.fill(template, protocol, cast) {
            Some(text) => {
                quote(&text, out);
                true
            }
            None => false,
        }
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
        if let Some(value) = cast.named(name) {
            return Some(value);
        }
        Some(match name {
            "code" => return self.resolved.code_for(cast.status),
            "key" => Cow::Borrowed(self.resolved.key()),
            "type" => Cow::Owned(self.kind(protocol, cast.status)),
            "status" => Cow::Owned(cast.status.to_string()),
            "request_id" => Cow::Borrowed(cast.request_id?),
            "param" => Cow::Owned(cast.error.field()?.to_string()),
            "pointer" => Cow::Owned(cast.error.field()?.to_pointer()),
            "doc_url" => Cow::Borrowed(self.doc_url.as_deref()?),
            "retry_after" => Cow::Owned(crate::retry::whole_seconds(cast.advice.wait?).to_string()),
            "message" => Cow::Owned(self.plain_message(cast)),
            _ => return None,
        })
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
