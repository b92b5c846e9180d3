//! Fields that no protocol has: a layer's own, and the extra fields of an entry.

use serde_json::Value as Json;

use super::{Layout, key};
use crate::catalog::source::FieldSource;
use crate::catalog::{Exposure, Piece, Problem, Template};
use crate::protocol::fill::{Filling, Name};
use crate::protocol::program::{Gap, Op};
use crate::protocol::shape::Field;

impl Layout<'_> {
    /// Adds the entry's extra fields, none of which may stand there already.
    pub(super) fn extensions(&mut self, chosen: Option<&[FieldSource]>, standard: &[Field]) {
        let resolved = self.basis.resolved;
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

    /// Adds a field with a value of a layer's, or with a template for it.
    pub(super) fn own(&mut self, name: &str, value: &Json) {
        let Json::String(text) = value else {
            return self.raw(name, &value.to_string());
        };
        let template = match Template::parse(text) {
            Ok(template) => template,
            Err(error) => {
                let fix = "double a literal brace, and write placeholders as `{name}`";
                return self.refuse_body(Problem::error("template", error.to_string(), fix));
            }
        };
        match template.with_variables(|name| self.basis.catalog.variable(name)) {
            Some(template) if template.params().next().is_none() => {
                let pieces = template.pieces().iter();
                let text: String = pieces.map(Piece::as_str).collect();
                self.constant(name, &text);
            }
            Some(template) => {
                let secret = |name: &str| {
                    let mut params = self.basis.resolved.entry().params.iter();
                    params.any(|param| param.exposure == Exposure::Secret && param.name == name)
                };
                // What is the operator's alone has no value for clients.
                if !template.params().any(secret) {
                    self.filled(name, &template);
                }
            }
            None => self.refuse_body(Problem::error(
                "unset-variable",
                format!("the field `{name}` uses a variable that is not set"),
                "set it under `[variables]`",
            )),
        }
    }

    fn filled(&mut self, name: &str, template: &Template) {
        let [Piece::Param(param)] = template.pieces() else {
            return self.optional(name, Gap::Text(Filling::new(template)));
        };
        let param = Name::new(param);
        let extra = param.needs();
        self.shows = self.shows.with(extra, true);
        let param = match self.known {
            Some(known) if extra.and(known) != extra => param.unknown(),
            _ => param,
        };
        self.ops.push(Op::Named(Box::new((key(name), param))));
        self.any = true;
    }
}
