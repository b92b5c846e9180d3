//! An entry, prepared: the bytes of its bodies with gaps for what varies.

use std::borrow::Cow;
use std::fmt::Write as _;

use super::Protocol;
use super::cast::{Cast, Extras};
use super::escape::{Escaped, escape, quote};
use super::fill::{Filling, Name};
use super::gemini::{self, Details};
use super::message::Words;
use super::shape::PathStyle;
use crate::catalog::{ErrorCode, Resolved, Spelling, Template, Text, TypeSpelling};
use crate::error::FieldPath;

/// An entry, ready to be rendered in every protocol.
#[derive(Debug)]
pub(crate) struct Prepared {
    pub(crate) resolved: Resolved,
    /// The standard code whose entry this is.
    pub(crate) code: Option<ErrorCode>,
    pub(crate) programs: [Program; 6],
    pub(crate) texts: Vec<Words>,
    pub(crate) details: Details,
    pub(crate) doc_url: Option<String>,
    /// The names of the parameters that are the operator's alone.
    pub(crate) secrets: Vec<Text>,
    /// The headers of the entry.
    pub(crate) headers: Vec<(String, Template)>,
    /// The value of a notice's header.
    pub(crate) notice_header: Option<Template>,
}

/// The steps that write a body: the more is known beforehand, the fewer.
#[derive(Debug, Default)]
pub(crate) struct Program {
    /// What the body shows of an error beside its message and parameters.
    pub(crate) shows: Extras,
    /// For an error with nothing of that. Empty in what is prepared for one error only.
    pub(crate) plain: Vec<Op>,
    /// For an error with nothing of that but a request id. Empty as above.
    pub(crate) with_id: Vec<Op>,
    /// For any error.
    pub(crate) full: Vec<Op>,
}

/// A step in writing a body.
#[derive(Debug)]
pub(crate) enum Op {
    Literal(Vec<u8>),
    Message,
    /// The request id, without quotes.
    RequestId,
    /// The pairs of Gemini's metadata.
    Metadata,
    Param(PathStyle),
    /// A comma, unless this is the first field of its object.
    Comma,
    Title,
    Status,
    Canonical,
    Code,
    Type,
    Details,
    /// A field that is left out when there is no value: its name and colon, and its value.
    Optional(Box<(Vec<u8>, Gap)>),
    /// A field of a layer's own with the value of one name, which keeps its JSON type; left out
    /// like the others.
    Named(Box<(Vec<u8>, Name)>),
}

/// The value of a field that may be left out.
#[derive(Debug)]
pub(crate) enum Gap {
    RequestId,
    Param(PathStyle),
    Code,
    CodeIn(&'static str),
    /// Text with gaps of its own.
    Text(Filling),
}

impl Protocol {
    /// Returns true if `type` is free text to the protocol's clients.
    ///
    /// Anthropic's SDKs and Gemini's know a closed set, which no layer changes.
    pub(super) fn follows_layer_types(self) -> bool {
        !matches!(self, Protocol::AnthropicMessages | Protocol::Gemini)
    }
}

impl Program {
    #[inline]
    fn steps(&self, extras: Extras) -> &[Op] {
        let steps = match extras.and(self.shows) {
            Extras::NONE => &self.plain,
            Extras::ID => &self.with_id,
            _ => &self.full,
        };
        if steps.is_empty() { &self.full } else { steps }
    }
}

impl Prepared {
    /// Appends the body in a protocol.
    #[inline]
    pub(crate) fn body(&self, protocol: Protocol, cast: &Cast<'_>, out: &mut Vec<u8>) {
        let Some(program) = self.programs.get(protocol as usize) else {
            return;
        };
        self.run(program.steps(cast.extras), protocol, cast, out);
    }

    #[inline]
    fn run(&self, steps: &[Op], protocol: Protocol, cast: &Cast<'_>, out: &mut Vec<u8>) {
        for op in steps {
            match op {
                Op::Literal(bytes) => out.extend_from_slice(bytes),
                Op::Message => self.message(cast, out),
                Op::Named(field) => self.named(&field.0, &field.1, protocol, cast, out),
                other => self.other(other, protocol, cast, out),
            }
        }
    }

    /// Does the other steps. They stay out of the loop, or the compiler prepares all that they
    /// need before it begins, for every body.
    #[inline(never)]
    fn other(&self, op: &Op, protocol: Protocol, cast: &Cast<'_>, out: &mut Vec<u8>) {
        match op {
            Op::Literal(_) | Op::Message | Op::Named(_) => {}
            Op::RequestId => escape(cast.request_id.unwrap_or_default(), out),
            Op::Metadata => gemini::metadata(self, cast.error, out),
            Op::Param(style) => match cast.error.field() {
                None => out.extend_from_slice(b"null"),
                Some(field) => quote_path(field, *style, out),
            },
            Op::Comma => comma(out),
            Op::Title => {
                if let Some(words) = self.texts.get(cast.language) {
                    out.extend_from_slice(&words.title);
                }
            }
            Op::Status => {
                let _ = write!(Escaped(out), "{}", cast.status());
            }
            Op::Canonical => {
                let category = self.resolved.entry().category;
                quote(Protocol::Gemini.type_of(category, cast.status()), out);
            }
            Op::Code => match self.code_for(cast.status()) {
                Some(code) => quote(&code, out),
                None => out.extend_from_slice(b"null"),
            },
            Op::Type => quote(&self.kind(protocol, cast.status()), out),
            Op::Details => gemini::write_details(self, cast, out),
            Op::Optional(field) => self.optional(&field.0, &field.1, protocol, cast, out),
        }
    }

    fn optional(
        &self,
        key: &[u8],
        gap: &Gap,
        protocol: Protocol,
        cast: &Cast<'_>,
        out: &mut Vec<u8>,
    ) {
        match gap {
            Gap::RequestId => {
                if let Some(id) = cast.request_id {
                    begin(key, out);
                    quote(id, out);
                }
            }
            Gap::Param(style) => {
                if let Some(field) = cast.error.field() {
                    begin(key, out);
                    quote_path(field, *style, out);
                }
            }
            Gap::Code => {
                if let Some(code) = self.resolved.code_for(cast.status()) {
                    begin(key, out);
                    quote(&code, out);
                }
            }
            Gap::CodeIn(inner) => {
                if let Some(code) = self.anthropic_code(cast.status()) {
                    begin(key, out);
                    out.push(b'{');
                    quote(inner, out);
                    out.push(b':');
                    quote(&code, out);
                    out.push(b'}');
                }
            }
            Gap::Text(filling) => {
                let before = out.len();
                begin(key, out);
                if !self.text(filling, protocol, cast, out) {
                    out.truncate(before);
                }
            }
        }
    }

    fn anthropic_code(&self, status: u16) -> Option<Cow<'_, str>> {
        match &self.resolved.entry().hints.anthropic_error_code {
            Some(code) => Some(Cow::Borrowed(code)),
            None => self.code_for(status),
        }
    }

    /// Returns true for a parameter that is the operator's alone, whoever set it and whichever
    /// template asks for it.
    pub(crate) fn is_secret(&self, name: &str) -> bool {
        self.secrets.iter().any(|secret| secret == name)
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

/// Appends a path as a JSON string.
pub(super) fn quote_path(field: &FieldPath, style: PathStyle, out: &mut Vec<u8>) {
    match style {
        PathStyle::Dotted => {
            out.push(b'"');
            let _ = write!(Escaped(out), "{field}");
            out.push(b'"');
        }
        PathStyle::Pointer => quote(&field.to_pointer(), out),
    }
}

/// Begins a field: its name and colon, and a comma where one is needed.
pub(super) fn begin(key: &[u8], out: &mut Vec<u8>) {
    comma(out);
    out.extend_from_slice(key);
}

/// Appends a comma, unless an object has just begun.
fn comma(out: &mut Vec<u8>) {
    if out.last() != Some(&b'{') {
        out.push(b',');
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;
    use crate::catalog::{Layer, Retry};
    use crate::error::GatewayError;
    use crate::{Catalog, Context, Renderer};

    /// What an error may have, one after the other.
    const DRESSES: [fn(GatewayError) -> GatewayError; 6] = [
        |error| error.with_field(FieldPath::body("a\"b").index(1)),
        |error| error.with_request_id("req_\"1\\"),
        |error| error.with_retry_after(Duration::from_millis(1500)),
        |error| error.with_retry(Retry::After(Some(Duration::from_secs(7)))),
        |error| error.with("model", "a \"b\""),
        |error| error.with_message("Own\n"),
    ];

    /// Every combination of these.
    fn dressed(error: &GatewayError) -> Vec<GatewayError> {
        let add = |errors: Vec<GatewayError>, dress: &fn(GatewayError) -> GatewayError| {
            let more: Vec<_> = errors.iter().cloned().map(dress).collect();
            [errors, more].concat()
        };
        DRESSES.iter().fold(vec![error.clone()], add)
    }

    fn layered() -> Renderer {
        let layer = r#"{"name": "acme", "code_style": "screaming", "type_style": "code",
            "only": ["internal_error", "model_not_found", "rate_limit_exceeded"],
            "fold": {"*": "internal_error"},
            "body": {
                "openai-chat": {"error": ["type?", "code?", "message", "param?", "request_id",
                    {"key": "where", "value": "{pointer}"}, {"key": "text", "value": "{key}: {model}"}]},
                "native": {"error": ["request_id?", "code", "message"]}},
            "override": {"rate_limit_exceeded": {"retry": "after 5s"}}}"#;
        let layer = Layer::from_json("acme.json", layer).unwrap();
        Renderer::build(Catalog::builder().layer(layer)).unwrap()
    }

    #[test]
    fn short_steps_write_what_the_full_ones_do() {
        for renderer in [Renderer::of_standard(), layered()] {
            let mut short = 0;
            for code in ErrorCode::ALL {
                for error in dressed(&(*code).into()) {
                    for protocol in Protocol::ALL {
                        renderer.cast(&error, &Context::new(), |prepared, cast| {
                            let program = &prepared.programs[*protocol as usize];
                            let (mut quick, mut full) = (Vec::new(), Vec::new());
                            prepared.body(*protocol, cast, &mut quick);
                            prepared.run(&program.full, *protocol, cast, &mut full);
                            assert_eq!(
                                String::from_utf8_lossy(&quick),
                                String::from_utf8_lossy(&full)
                            );
                            let steps = program.steps(cast.extras);
                            short += usize::from(!std::ptr::eq(steps, &*program.full));
                        });
                    }
                }
            }
            assert!(short > 1000, "{short} bodies had short steps");
        }
    }
}
