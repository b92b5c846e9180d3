//! Preparing an entry: from the shape of a body to the steps that write it.

use std::borrow::Cow;

use serde_json::Value as Json;

use super::Protocol;
use super::escape::{escape, quote};
use super::gemini;
use super::program::{Gap, Op, Prepared, Program, Seg, Words, code};
use super::shape::{Field, PathStyle, Shape, Slot};
use crate::catalog::source::FieldSource;
use crate::catalog::{Catalog, Piece, Problem, Resolved, Spelling, Template, Texts, TypeSpelling};
use crate::error::error_status;

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
    let reason = reason(resolved);
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
    let mut compile = |at: usize, plain| match Protocol::ALL.get(at) {
        Some(protocol) => Compiler {
            catalog,
            resolved,
            protocol: *protocol,
            doc_url: doc_url.as_deref(),
            plain,
            ops: Vec::new(),
            sure: false,
            any: false,
            problems,
        }
        .compile(),
        None => Vec::new(),
    };
    let programs = std::array::from_fn(|at| Program {
        plain: compile(at, true),
        full: compile(at, false),
    });
    Prepared {
        texts: resolved.texts.iter().map(words).collect(),
        resolved: resolved.clone(),
        programs,
        details,
        doc_url,
        headers: headers(catalog, resolved),
        notice_header: entry
            .notice
            .as_ref()
            .and_then(|notice| filled(catalog, notice.header_value.as_deref()?)),
    }
}

/// Returns Gemini's reason: the code as the gateway spells it, in capitals, where that is a
/// reason at all (`[A-Z][A-Z0-9_]*[A-Z0-9]`), else the key.
fn reason(resolved: &Resolved) -> String {
    let entry = resolved.entry();
    if let Some(reason) = &entry.hints.gemini_reason {
        return reason.to_string();
    }
    let spelt = match &resolved.code {
        Spelling::Text(code) => code.to_ascii_uppercase(),
        _ => String::new(),
    };
    let inner = |b: u8| b.is_ascii_uppercase() || b.is_ascii_digit() || b == b'_';
    let fits = spelt.starts_with(|c: char| c.is_ascii_uppercase())
        && !spelt.ends_with('_')
        && spelt.bytes().all(inner);
    match fits {
        true => spelt,
        false => entry.key.to_ascii_uppercase(),
    }
}

fn headers(catalog: &Catalog, resolved: &Resolved) -> Vec<(String, Template)> {
    let headers = resolved.entry().headers.iter();
    headers
        .filter_map(|(name, template)| Some((name.to_string(), filled(catalog, template)?)))
        .collect()
}

fn filled(catalog: &Catalog, template: &str) -> Option<Template> {
    let template = Template::parse(template).ok()?;
    template.with_variables(|name| catalog.variable(name))
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
    /// For an error without field and request id: more of the body is known beforehand.
    plain: bool,
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
            self.extensions(chosen, standard);
        }
        self.literal(b"}");
        (self.sure, self.any) = (true, true);
    }

    /// Adds the entry's extra fields, none of which may stand there already.
    fn extensions(&mut self, chosen: Option<&[FieldSource]>, standard: &[Field]) {
        let resolved = self.resolved;
        for (name, value) in resolved.entry().extensions.iter() {
            let taken = match chosen {
                Some(chosen) => chosen.iter().any(|field| field.name() == name),
                None => standard.iter().any(|field| field.name == name),
            };
            if taken {
                let problem = Problem::error(
                    "duplicate-body-field",
                    format!("the body has a field `{name}` already"),
                    "give the extra field another name",
                );
                self.refuse(problem.at(resolved.key(), "extensions"));
                continue;
            }
            self.own(name, &Json::String(value.to_string()));
        }
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
                        self.refuse_body(Problem::error(
                            "unknown-body-field",
                            format!("the body of {} has no field `{name}`", self.protocol),
                            format!(
                                "use one of {}, or give a `key` and a `value`",
                                names.join(", ")
                            ),
                        ));
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
            Slot::RequestId if self.plain => return,
            Slot::RequestId => return self.optional(name, Gap::RequestId),
            Slot::CodeIn(key) => match self.fixed_detail_code() {
                Some(Some(code)) => return self.code_in(name, key, &code),
                Some(None) => return,
                None => return self.optional(name, Gap::CodeIn(key)),
            },
            Slot::Param(_) if optional && self.plain => return,
            Slot::Param(style) if optional => return self.optional(name, Gap::Param(style)),
            Slot::Param(_) if self.plain => {
                self.name(name);
                return self.literal(b"null");
            }
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
        let Json::String(text) = value else {
            self.name(name);
            return self.literal(value.to_string().as_bytes());
        };
        let template = match Template::parse(text) {
            Ok(template) => template,
            Err(error) => {
                let fix = "double a literal brace, and write placeholders as `{name}`";
                return self.refuse_body(Problem::error("template", error.to_string(), fix));
            }
        };
        match template.with_variables(|name| self.catalog.variable(name)) {
            Some(template) if template.params().next().is_none() => {
                let pieces = template.pieces().iter();
                let text: String = pieces.map(Piece::as_str).collect();
                self.constant(name, &text);
            }
            Some(template) => self.optional(name, Gap::Template(template)),
            None => self.refuse_body(Problem::error(
                "unset-variable",
                format!("the field `{name}` uses a variable that is not set"),
                "set it under `[variables]`",
            )),
        }
    }

    fn refuse_body(&mut self, mut problem: Problem) {
        problem.field = Some(format!("body.{}", self.protocol));
        self.refuse(problem);
    }

    /// Notes a problem once, not for every entry.
    fn refuse(&mut self, problem: Problem) {
        if !self.problems.contains(&problem) {
            self.problems.push(problem);
        }
    }

    /// Returns the status, if it does not depend on the upstream's.
    fn fixed_status(&self) -> Option<u16> {
        match self.resolved.entry().status {
            crate::catalog::Status::Fixed(status) => Some(error_status(status)),
            crate::catalog::Status::Upstream4xx => None,
        }
    }

    fn fixed_code(&self) -> Option<Option<String>> {
        let status = match self.fixed_status() {
            Some(status) => status,
            None if self.resolved.code == Spelling::Status => return None,
            None => 400,
        };
        Some(code(self.resolved, status).map(Cow::into_owned))
    }

    /// Returns the code of Anthropic's details, if it does not depend on the upstream's status.
    fn fixed_detail_code(&self) -> Option<Option<String>> {
        match &self.resolved.entry().hints.anthropic_error_code {
            Some(code) => Some(Some(code.to_string())),
            None => self.fixed_code(),
        }
    }

    fn code_in(&mut self, name: &str, key: &str, code: &str) {
        self.name(name);
        let mut object = vec![b'{'];
        quote(key, &mut object);
        object.push(b':');
        quote(code, &mut object);
        object.push(b'}');
        self.literal(&object);
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
