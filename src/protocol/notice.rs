//! Notices: diagnostics on a success, as a header, a body field or a named event.

use std::fmt::Write as _;

use http::HeaderMap;

use super::escape::{Escaped, escape, quote};
use super::fill::list;
use super::headers::{expose_own, insert};
use super::{Context, Protocol, Renderer};
use crate::catalog::{Code, Kind, Param, ParamType, Text};
use crate::error::{GatewayError, Value};

/// A diagnostic that is no error: the answer is complete (HTTP 200), and something about it is
/// worth knowing.
///
/// Like a [`GatewayError`] it carries identity and parameters; event names, fields and headers
/// are those of the catalog that renders it. It is no `Error` and cannot be returned as one.
///
/// ```
/// use wirefault::catalog::{Catalog, Layer};
/// use wirefault::{Context, ErrorCode, Notice, Renderer};
///
/// let layer = Layer::from_json("acme.json", r#"{"name": "acme", "override": {
///   "tool_loop_max_iterations": {"notice": {"event": "acme.tool-cap", "payload": ["code", "iterations"]}}
/// }}"#)?;
/// let renderer = Renderer::new(Catalog::builder().layer(layer).build()?)?;
/// let notice = Notice::new(ErrorCode::ToolLoopMaxIterations).with("iterations", 10);
/// let event = renderer.notice_event(&notice, &Context::new()).unwrap();
/// assert_eq!(event, b"event: acme.tool-cap\ndata: {\"code\":\"tool_loop_max_iterations\",\"iterations\":10}\n\n");
/// # Ok::<(), wirefault::catalog::Problems>(())
/// ```
#[derive(Clone, Debug)]
pub struct Notice(GatewayError);

impl Notice {
    /// Creates a notice of a catalog's entry.
    pub fn new(code: impl Into<Code>) -> Self {
        Notice(GatewayError::from(code.into()))
    }

    /// Sets a parameter.
    #[must_use]
    pub fn with(self, name: impl Into<Text>, value: impl Into<Value>) -> Self {
        Notice(self.0.with(name, value))
    }

    /// Returns the stable identity.
    pub fn key(&self) -> &str {
        self.0.key()
    }

    /// Returns a parameter's value.
    pub fn param(&self, name: &str) -> Option<&Value> {
        self.0.param(name)
    }

    /// Makes a notice of an example out of the catalog; None if the entry is an error.
    pub(crate) fn of(error: GatewayError, kind: Kind) -> Option<Self> {
        (kind == Kind::Notice).then_some(Notice(error))
    }
}

impl crate::Catalog {
    /// Returns a notice of an entry with its documented example values; None if there is no such
    /// entry, or it is an error.
    pub fn example_notice(&self, word: &str) -> Option<Notice> {
        let kind = self.find(word).ok()?.entry().kind;
        Notice::of(self.example(word).ok()?, kind)
    }
}

impl Renderer {
    /// Renders the named SSE event of a notice, for a place between two events of the stream.
    ///
    /// Parameters keep their types in the payload: numbers, lists, and `true` and `false` of an
    /// enum of these. One that is not set is left out. Returns None if the entry has no event.
    pub fn notice_event(&self, notice: &Notice, context: &Context<'_>) -> Option<Vec<u8>> {
        self.cast_notice(&notice.0, context, |prepared, cast| {
            let entry = prepared.resolved.entry();
            let shape = entry.notice.as_ref()?;
            let event = shape.event.as_deref()?;
            let mut out = format!("event: {event}\ndata: {{").into_bytes();
            for name in shape.payload.iter() {
                let begin = out.len();
                if out.last() != Some(&b'{') {
                    out.push(b',');
                }
                quote(name, &mut out);
                out.push(b':');
                let param = entry.params.iter().find(|param| param.name == *name);
                let value = cast.error.param(name).filter(|_| !prepared.is_secret(name));
                let written = match (value, name.as_ref()) {
                    (Some(value), _) => {
                        typed(value, param, &mut out);
                        true
                    }
                    (None, "code") => {
                        let code = prepared.code_for(cast.status());
                        quote(code.as_deref().unwrap_or(&entry.key), &mut out);
                        true
                    }
                    (None, "message") => {
                        out.push(b'"');
                        prepared.message(cast, &mut out);
                        out.push(b'"');
                        true
                    }
                    (None, _) => false,
                };
                if !written {
                    out.truncate(begin);
                }
            }
            out.extend_from_slice(b"}\n\n");
            Some(out)
        })
    }

    /// Returns the response headers of a notice, and that scripts in browsers may read them.
    ///
    /// ```
    /// use wirefault::{Context, ErrorCode, Notice, Renderer};
    ///
    /// let notice = Notice::new(ErrorCode::RequestAdjusted)
    ///     .with("adjustment", "max_tokens_floored")
    ///     .with("value", "200");
    /// let headers = Renderer::standard().notice_headers(&notice, &Context::new());
    /// assert_eq!(headers["x-gateway-applied"], "max_tokens_floored=200");
    /// ```
    pub fn notice_headers(&self, notice: &Notice, context: &Context<'_>) -> HeaderMap {
        self.cast_notice(&notice.0, context, |prepared, cast| {
            let mut headers = HeaderMap::new();
            let shape = prepared.resolved.entry().notice.as_ref();
            if let (Some(name), Some(template)) = (
                shape.and_then(|shape| shape.header.as_deref()),
                prepared.notice_header.as_ref(),
            ) {
                let value = prepared.fill(template, Protocol::Native, cast);
                insert(&mut headers, name, value);
            }
            expose_own(&mut headers);
            headers
        })
    }

    /// Returns the name of the body field that names a notice, and its value.
    pub fn notice_field(&self, notice: &Notice, context: &Context<'_>) -> Option<(String, String)> {
        self.cast_notice(&notice.0, context, |prepared, cast| {
            let entry = prepared.resolved.entry();
            let name = entry.notice.as_ref()?.body_field.as_deref()?;
            let code = prepared.code_for(cast.status());
            let code = code.as_deref().unwrap_or(&entry.key);
            Some((name.to_owned(), code.to_owned()))
        })
    }

    /// Puts the body field of a notice into a finished answer, which is a JSON object, as its last
    /// field. Returns false, and changes nothing, if the body is none or the entry has no field.
    ///
    /// ```
    /// use wirefault::{Context, ErrorCode, Notice, Renderer};
    ///
    /// let notice = Notice::new(ErrorCode::ToolLoopMaxIterations);
    /// let mut body = br#"{"id":"chatcmpl-1"}"#.to_vec();
    /// assert!(Renderer::standard().notice_body(&notice, &Context::new(), &mut body));
    /// assert_eq!(body, br#"{"id":"chatcmpl-1","notice_code":"tool_loop_max_iterations"}"#);
    /// ```
    pub fn notice_body(&self, notice: &Notice, context: &Context<'_>, body: &mut Vec<u8>) -> bool {
        let Some((name, code)) = self.notice_field(notice, context) else {
            return false;
        };
        let inside = body.trim_ascii_start().strip_prefix(b"{");
        let inside = inside.and_then(|inside| inside.trim_ascii_end().strip_suffix(b"}"));
        let Some(empty) = inside.map(|inside| inside.trim_ascii().is_empty()) else {
            return false;
        };
        body.truncate(body.trim_ascii_end().len().saturating_sub(1));
        if !empty {
            body.push(b',');
        }
        quote(&name, body);
        body.push(b':');
        quote(&code, body);
        body.push(b'}');
        true
    }
}

/// Appends a value as JSON of its parameter's type.
fn typed(value: &Value, param: Option<&Param>, out: &mut Vec<u8>) {
    match value {
        Value::Int(_) | Value::Duration(_) => {
            let _ = write!(Escaped(out), "{value}");
        }
        Value::List(items) => list(items, out),
        Value::Text(word) if is_boolean(param) && matches!(word.as_ref(), "true" | "false") => {
            out.extend_from_slice(word.as_bytes());
        }
        other => {
            out.push(b'"');
            escape(&other.to_string(), out);
            out.push(b'"');
        }
    }
}

/// Returns true for an enum of `true` and `false`.
fn is_boolean(param: Option<&Param>) -> bool {
    param.is_some_and(|param| {
        param.kind == ParamType::Enum
            && param
                .values
                .iter()
                .all(|value| matches!(value.as_ref(), "true" | "false"))
    })
}
