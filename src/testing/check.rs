//! One answer against the rules.

use http::header::{self, HeaderMap};
use http::{Response, StatusCode};

use super::Checked;
use crate::catalog::{Code, Resolved};
use crate::error::GatewayError;
use crate::protocol::{Context, Parsed, Protocol, Renderer};
use crate::retry::LONGEST_WAIT;

/// Checks answers against a gateway's own catalog.
///
/// ```
/// use wirefault::testing::Checker;
/// use wirefault::{ErrorCode, GatewayError, Protocol, Renderer};
///
/// let checker = Checker::new(Renderer::standard()).canary("10.0.0.7");
/// let error = GatewayError::new(ErrorCode::InternalError).with_message("10.0.0.7 is down");
/// let found = checker.response(Protocol::Native, &error.to_response(Protocol::Native));
/// assert_eq!(found.unwrap_err(), ["the body contains `10.0.0.7`"]);
/// ```
#[derive(Clone, Debug)]
pub struct Checker<'a> {
    renderer: &'a Renderer,
    canaries: Vec<String>,
}

impl Checker<'static> {
    /// Checks against the standard catalog.
    pub fn standard() -> Self {
        Checker::new(Renderer::standard())
    }
}

impl<'a> Checker<'a> {
    /// Checks against the catalog of a renderer.
    pub fn new(renderer: &'a Renderer) -> Self {
        Checker {
            renderer,
            canaries: Vec::new(),
        }
    }

    /// Adds a text that no client may read, such as the key that a test gave to the upstream.
    #[must_use]
    pub fn canary(mut self, text: &str) -> Self {
        self.canaries.push(text.to_owned());
        self
    }

    /// Checks a whole response, the answer to any request but a HEAD.
    ///
    /// # Errors
    ///
    /// Everything that is wrong: a status that is no error's, a body that is no error of the
    /// protocol or has a code that the catalog does not know, headers that contradict each other
    /// or the body, companion headers that are missing, and canaries.
    pub fn response(
        &self,
        protocol: Protocol,
        response: &Response<Vec<u8>>,
    ) -> Result<Checked, Vec<String>> {
        let mut wrong = Vec::new();
        let (status, headers) = (response.status(), response.headers());
        status_rules(status, headers, &mut wrong);
        self.header_rules(protocol, headers, response.body().len(), &mut wrong);
        self.look_for_canaries("body", response.body(), &mut wrong);
        for (name, value) in headers {
            self.look_for_canaries(&format!("header `{name}`"), value.as_bytes(), &mut wrong);
        }
        let parsed = protocol.parse(response.body());
        let Some(parsed) = parsed else {
            wrong.push(format!("the body is no error of `{protocol}`"));
            return Err(wrong);
        };
        if parsed
            .status
            .is_some_and(|written| written != status.as_u16())
        {
            wrong.push("the status in the body is not the response's".to_owned());
        }
        for name in ["x-request-id", "request-id"] {
            let (id, written) = (headers.get(name), parsed.request_id.as_deref());
            if let (Some(id), Some(written)) = (id, written) {
                if id != written {
                    wrong.push(format!(
                        "the request id in the body is not that of `{name}`"
                    ));
                }
            }
        }
        let error = response.extensions().get::<GatewayError>();
        self.finish(protocol, parsed, error, wrong)
    }

    /// Checks a stream that failed: all of it, or its end from an event boundary on.
    ///
    /// # Errors
    ///
    /// Everything that is wrong: a stream that ends inside an event, without an error, with one
    /// that the protocol's clients do not see or of a code that the catalog does not know, or
    /// with events that are not numbered on; and canaries.
    pub fn stream(&self, protocol: Protocol, bytes: &[u8]) -> Result<Checked, Vec<String>> {
        let mut wrong = Vec::new();
        self.look_for_canaries("stream", bytes, &mut wrong);
        match protocol.parse_end(bytes) {
            Ok(parsed) => self.finish(protocol, parsed, None, wrong),
            Err(problem) => {
                wrong.push(problem);
                Err(wrong)
            }
        }
    }

    fn finish(
        &self,
        protocol: Protocol,
        parsed: Parsed,
        error: Option<&GatewayError>,
        mut wrong: Vec<String>,
    ) -> Result<Checked, Vec<String>> {
        if parsed.message.trim().is_empty() {
            wrong.push("the message is empty".to_owned());
        }
        let key = match (error, parsed.code.as_deref()) {
            (Some(error), code) if self.is_written(protocol, error, code) => {
                Some(self.renderer.key(error))
            }
            (_, None) => None,
            (_, Some(code)) => {
                let named = self.named(protocol, code);
                if named.is_empty() && parsed.kind.as_deref() != Some(code) {
                    wrong.push(format!("the catalog does not know the code `{code}`"));
                }
                match named.as_slice() {
                    [one] => Some(one.key().to_owned()),
                    _ => None,
                }
            }
        };
        let key = key.or_else(|| Some(self.renderer.key(error?)));
        if wrong.is_empty() {
            Ok(Checked { parsed, key })
        } else {
            Err(wrong)
        }
    }

    /// Returns true if this is the code of an error whose entry the catalog has.
    fn is_written(&self, protocol: Protocol, error: &GatewayError, code: Option<&str>) -> bool {
        let known = self.renderer.catalog().get(&self.renderer.key(error));
        known.is_some() && self.spelt(protocol, error).as_deref() == code
    }

    /// Returns the entries that write this code.
    fn named(&self, protocol: Protocol, code: &str) -> Vec<&'a Resolved> {
        let spelt = |entry: &&Resolved| {
            let error = GatewayError::from(Code::from(entry.key()));
            self.spelt(protocol, &error).as_deref() == Some(code)
        };
        let entries = self.renderer.catalog().entries().iter();
        entries.filter(spelt).collect()
    }

    /// Returns the code that the renderer writes for an error.
    fn spelt(&self, protocol: Protocol, error: &GatewayError) -> Option<String> {
        let mut body = Vec::new();
        let context = Context::new();
        self.renderer.body(error, protocol, &context, &mut body);
        protocol.parse(&body)?.code
    }

    fn header_rules(
        &self,
        protocol: Protocol,
        headers: &HeaderMap,
        length: usize,
        wrong: &mut Vec<String>,
    ) {
        let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
        if !text("content-type").is_some_and(|kind| kind.starts_with(protocol.content_type())) {
            wrong.push(format!("`content-type` is not {}", protocol.content_type()));
        }
        if headers.contains_key(header::CONTENT_ENCODING) {
            wrong.push("`content-encoding` is that of another body".to_owned());
        }
        if text("content-length").is_some_and(|stated| stated != length.to_string()) {
            wrong.push("`content-length` is that of another body".to_owned());
        }
        let names = &self.renderer.catalog().inner.request_id_headers;
        let ids: Vec<_> = names.iter().map(|name| headers.get(name)).collect();
        if ids.windows(2).any(|pair| pair.first() != pair.last()) {
            wrong.push(format!("{names:?} do not have the same value"));
        }
        let capped = self.renderer.catalog().inner.retry_after_cap == Some(LONGEST_WAIT);
        retry_rules(capped, &text, wrong);
    }

    fn look_for_canaries(&self, place: &str, bytes: &[u8], wrong: &mut Vec<String>) {
        let found = self.canaries.iter().filter(|canary| {
            !canary.is_empty() && memchr::memmem::find(bytes, canary.as_bytes()).is_some()
        });
        wrong.extend(found.map(|canary| format!("the {place} contains `{canary}`")));
    }
}

fn status_rules(status: StatusCode, headers: &HeaderMap, wrong: &mut Vec<String>) {
    // Node's fetch turns 407 into a connection error and re-sends on 421.
    if !(400..=599).contains(&status.as_u16()) || [407, 421].contains(&status.as_u16()) {
        wrong.push(format!("{} is no status for an error", status.as_u16()));
    }
    for (due, name) in [(401, header::WWW_AUTHENTICATE), (405, header::ALLOW)] {
        if status.as_u16() == due && !headers.contains_key(&name) {
            wrong.push(format!("{due} without `{name}`"));
        }
    }
}

/// Checks what the headers tell a client about trying again.
fn retry_rules<'h>(capped: bool, text: &impl Fn(&str) -> Option<&'h str>, wrong: &mut Vec<String>) {
    let flag = text("x-should-retry");
    if !matches!(flag, Some("true" | "false")) {
        wrong.push("`x-should-retry` is neither `true` nor `false`".to_owned());
    }
    let number = |name: &str| text(name).map(|value| value.parse::<u64>().ok());
    match (number("retry-after"), number("retry-after-ms")) {
        (None, None) => {}
        (Some(Some(wait)), Some(Some(millis))) => {
            if millis.div_ceil(1000) != wait {
                wrong.push("`retry-after` and `retry-after-ms` disagree".to_owned());
            }
            if wait == 0 || capped && wait > LONGEST_WAIT {
                wrong.push(format!("`retry-after` is {wait}, not 1 to {LONGEST_WAIT}"));
            }
            if (flag == Some("true")) != (wait <= LONGEST_WAIT) {
                wrong.push("`x-should-retry` and `retry-after` disagree".to_owned());
            }
        }
        _ => wrong.push("`retry-after` and `retry-after-ms` are not two numbers".to_owned()),
    }
}
