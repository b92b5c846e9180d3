//! From the shape of a body to the steps that write it.

mod own;

use super::cast::Extras;
use super::compile::Basis;
use super::escape::quote;
use super::gemini;
use super::program::{Gap, Op};
use super::shape::{Field, PathStyle, Shape, Slot, field};
use crate::catalog::source::FieldSource;
use crate::catalog::{Problem, Spelling};

/// Lays out a body: one step after the other, neighbouring constants joined.
pub(super) struct Layout<'a> {
    basis: Basis<'a>,
    /// What the errors have that the steps are for, if that is known.
    known: Option<Extras>,
    /// What the body shows of an error, as far as it is laid out.
    shows: Extras,
    ops: Vec<Op>,
    /// A field of the current object is always written.
    sure: bool,
    /// A field of the current object may have been written.
    any: bool,
    problems: &'a mut Vec<Problem>,
}

impl<'a> Layout<'a> {
    pub(super) fn new(
        basis: Basis<'a>,
        known: Option<Extras>,
        problems: &'a mut Vec<Problem>,
    ) -> Self {
        Layout {
            basis,
            known,
            shows: Extras::default(),
            ops: Vec::new(),
            sure: false,
            any: false,
            problems,
        }
    }

    /// Returns what the body shows of an error, and its steps.
    pub(super) fn steps(mut self) -> (Extras, Vec<Op>) {
        let shape = self.basis.protocol.shape();
        let name: &'static str = self.basis.protocol.into();
        let bodies = &self.basis.catalog.inner.bodies;
        let body = bodies.get(name).cloned().unwrap_or_default();
        let (top, inside) = (body.top.as_deref(), body.error.as_deref());
        self.object(shape, top, shape.top, inside, true);
        (self.shows, self.ops)
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
                            format!("the body of {} has no field `{name}`", self.basis.protocol),
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
            Slot::RequestId => return self.request_id(name),
            Slot::CodeIn(key) => return self.code_in(name, key),
            Slot::Param(style) => return self.param(name, style, optional),
            Slot::Code if optional => return self.optional_code(name),
            Slot::Error => return self.error(shape, name, inside),
            Slot::Raw(json) => return self.raw(name, json),
            Slot::DocUrl => {
                let url = self.basis.doc_url.unwrap_or("about:blank");
                return self.constant(name, url);
            }
            Slot::Type => match self.basis.fixed_type() {
                Some(word) => return self.constant(name, &word),
                None => Op::Type,
            },
            Slot::Code => match self.basis.fixed_code() {
                Some(Some(code)) => return self.constant(name, &code),
                Some(None) => return self.raw(name, "null"),
                None => Op::Code,
            },
            Slot::Status => match self.basis.fixed_status() {
                Some(status) => return self.raw(name, &status.to_string()),
                None => Op::Status,
            },
            Slot::Canonical => match self.basis.fixed_canonical() {
                Some(word) => return self.constant(name, &word),
                None => Op::Canonical,
            },
            Slot::Message => return self.quoted(name, Op::Message),
            Slot::Title => return self.quoted(name, Op::Title),
            Slot::Details => return self.details(name),
        };
        self.name(name);
        self.ops.push(op);
    }

    fn error(&mut self, shape: &Shape, name: &str, inside: Option<&[FieldSource]>) {
        self.name(name);
        let (sure, any) = (self.sure, self.any);
        self.object(shape, inside, shape.error, None, false);
        (self.sure, self.any) = (sure, any);
    }

    fn request_id(&mut self, name: &str) {
        self.shows = self.shows.with(Extras::ID, true);
        match self.known {
            None => self.optional(name, Gap::RequestId),
            Some(Extras::ID) => self.quoted(name, Op::RequestId),
            Some(_) => {}
        }
    }

    fn param(&mut self, name: &str, style: PathStyle, optional: bool) {
        self.shows = self.shows.with(Extras::FIELD, true);
        match (self.known, optional) {
            (None, true) => self.optional(name, Gap::Param(style)),
            (None, false) => {
                self.name(name);
                self.ops.push(Op::Param(style));
            }
            (Some(_), true) => {}
            (Some(_), false) => self.raw(name, "null"),
        }
    }

    fn optional_code(&mut self, name: &str) {
        match &self.basis.resolved.code {
            Spelling::Text(code) => self.constant(name, code),
            Spelling::Status => self.optional(name, Gap::Code),
            Spelling::Type | Spelling::Absent => {}
        }
    }

    fn code_in(&mut self, name: &str, key: &'static str) {
        let code = match self.basis.fixed_detail_code() {
            Some(Some(code)) => code,
            Some(None) => return,
            None => return self.optional(name, Gap::CodeIn(key)),
        };
        self.name(name);
        let mut object = vec![b'{'];
        quote(key, &mut object);
        object.push(b':');
        quote(&code, &mut object);
        object.push(b'}');
        self.literal(&object);
    }

    fn details(&mut self, name: &str) {
        self.name(name);
        let all = [Extras::ID, Extras::FIELD, Extras::MORE];
        for extra in all {
            self.shows = self.shows.with(extra, true);
        }
        match self.known {
            Some(known) if self.basis.names_no_wait() => {
                for op in gemini::steps(self.basis.details, known == Extras::ID) {
                    match op {
                        Op::Literal(bytes) => self.literal(&bytes),
                        other => self.ops.push(other),
                    }
                }
            }
            _ => self.ops.push(Op::Details),
        }
    }

    fn refuse_body(&mut self, mut problem: Problem) {
        problem.field = Some(format!("body.{}", self.basis.protocol));
        self.refuse(problem);
    }

    /// Notes a problem once, not for every entry.
    fn refuse(&mut self, problem: Problem) {
        if !self.problems.contains(&problem) {
            self.problems.push(problem);
        }
    }

    fn constant(&mut self, name: &str, text: &str) {
        self.name(name);
        let mut quoted = Vec::new();
        quote(text, &mut quoted);
        self.literal(&quoted);
    }

    fn raw(&mut self, name: &str, json: &str) {
        self.name(name);
        self.literal(json.as_bytes());
    }

    fn quoted(&mut self, name: &str, op: Op) {
        self.name(name);
        self.literal(b"\"");
        self.ops.push(op);
        self.literal(b"\"");
    }

    fn name(&mut self, name: &str) {
        if self.sure {
            self.literal(b",");
        } else if self.any {
            self.ops.push(Op::Comma);
        }
        self.literal(&key(name));
        (self.sure, self.any) = (true, true);
    }

    fn optional(&mut self, name: &str, gap: Gap) {
        self.ops.push(Op::Optional(Box::new((key(name), gap))));
        self.any = true;
    }

    fn literal(&mut self, bytes: &[u8]) {
        match self.ops.last_mut() {
            Some(Op::Literal(literal)) => literal.extend_from_slice(bytes),
            _ => self.ops.push(Op::Literal(bytes.to_vec())),
        }
    }
}

/// Returns the name of a field and the colon.
fn key(name: &str) -> Vec<u8> {
    let mut key = Vec::new();
    quote(name, &mut key);
    key.push(b':');
    key
}

/// Fields that a layer may put into any body.
const COMMON: &[Field] = &[
    field("message", Slot::Message),
    field("type", Slot::Type),
    field("code", Slot::Code),
    field("param", Slot::Param(PathStyle::Dotted)),
    field("pointer", Slot::Param(PathStyle::Pointer)),
    field("request_id", Slot::RequestId),
    field("status", Slot::Status),
    field("title", Slot::Title),
    field("doc_url", Slot::DocUrl),
];
