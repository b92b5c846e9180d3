//! A line of input.

use std::time::SystemTime;

use base64::Engine as _;
use base64::alphabet;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use serde_json::{Map, Value};
use wirefault::upstream::Credential;

use super::Refused;

/// What an upstream answered, as somebody wrote it down.
#[derive(Debug)]
pub(super) struct Line {
    pub(super) id: Value,
    pub(super) provider: Option<String>,
    pub(super) status: Option<u16>,
    /// There was no answer: logs write 0 for the status then, and some -1.
    pub(super) unanswered: bool,
    pub(super) headers: Vec<(String, String)>,
    pub(super) body: Vec<u8>,
    pub(super) stream: bool,
    pub(super) now: Option<SystemTime>,
    pub(super) credential: Credential,
}

/// Base64 of the usual alphabet; whether it is padded tells nothing.
const BASE64: GeneralPurpose = GeneralPurpose::new(
    &alphabet::STANDARD,
    GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent),
);

impl Line {
    /// Reads a line. Fields that are not known here are left alone.
    pub(super) fn read(line: &[u8]) -> Result<Self, Refused> {
        let nameless = |what: String| Refused {
            id: Value::Null,
            what,
        };
        if line.trim_ascii().is_empty() {
            return Err(nameless("it is empty".to_owned()));
        }
        let value = serde_json::from_slice(line).map_err(|error| nameless(no_json(&error)))?;
        let Value::Object(mut fields) = value else {
            return Err(nameless("the line is no object".to_owned()));
        };
        let id = fields.remove("id").unwrap_or_default();
        match Line::fields(id.clone(), fields) {
            Ok(line) => Ok(line),
            Err(what) => Err(Refused { id, what }),
        }
    }

    fn fields(id: Value, mut fields: Map<String, Value>) -> Result<Self, String> {
        let mut take = |name: &str| fields.remove(name).filter(|value| !value.is_null());
        let status = take("status");
        let unanswered = status.as_ref().and_then(Value::as_i64);
        let unanswered = unanswered.is_some_and(|status| status == 0 || status == -1);
        let status = status.filter(|_| !unanswered);
        Ok(Line {
            id,
            provider: take("provider")
                .map(|it| text("provider", it))
                .transpose()?,
            status: status.map(read_status).transpose()?,
            unanswered,
            headers: take("headers").map_or(Ok(Vec::new()), headers)?,
            body: body(take("body"), take("body_base64"))?,
            stream: match take("stream") {
                None => false,
                Some(Value::Bool(stream)) => stream,
                Some(_) => return Err("`stream` is true or false".to_owned()),
            },
            now: take("now").map(now).transpose()?,
            credential: match take("credential") {
                None => Credential::Gateway,
                Some(word) => text("credential", word)?
                    .parse()
                    .map_err(|_| "`credential` is `gateway` or `client`".to_owned())?,
            },
        })
    }
}

/// Names what is wrong and the column. The parser's own line is that of a text of one line.
fn no_json(error: &serde_json::Error) -> String {
    let text = error.to_string();
    let what = text.split(" at line ").next().unwrap_or_default();
    format!("no JSON at column {}: {what}", error.column())
}

fn text(name: &str, value: Value) -> Result<String, String> {
    match value {
        Value::String(text) => Ok(text),
        _ => Err(format!("`{name}` is a string")),
    }
}

fn read_status(value: Value) -> Result<u16, String> {
    // Boxes in the middle answer statuses beyond 599, but nobody more than three digits.
    let number = value.as_u64().and_then(|number| u16::try_from(number).ok());
    number
        .filter(|status| (100..=999).contains(status))
        .ok_or_else(|| format!("`status` is an integer from 100 to 999, not {value}"))
}

fn headers(value: Value) -> Result<Vec<(String, String)>, String> {
    let Value::Object(headers) = value else {
        return Err("`headers` is an object".to_owned());
    };
    let mut pairs = Vec::new();
    for (name, value) in headers {
        match value {
            Value::String(value) => pairs.push((name, value)),
            Value::Array(values) => {
                for value in values {
                    pairs.push((name.clone(), text(&format!("headers.{name}"), value)?));
                }
            }
            _ => return Err(format!("`headers.{name}` is a string or a list of strings")),
        }
    }
    Ok(pairs)
}

fn body(body: Option<Value>, encoded: Option<Value>) -> Result<Vec<u8>, String> {
    match (body, encoded) {
        (Some(_), Some(_)) => Err("there is `body` as well as `body_base64`".to_owned()),
        (Some(Value::String(body)), None) => Ok(body.into_bytes()),
        (Some(_), None) => Err("`body` is the body's text, as a JSON string".to_owned()),
        (None, Some(encoded)) => BASE64
            .decode(text("body_base64", encoded)?)
            .map_err(|error| format!("`body_base64` is no base64: {error}")),
        (None, None) => Ok(Vec::new()),
    }
}

fn now(value: Value) -> Result<SystemTime, String> {
    let instant: jiff::Timestamp = text("now", value)?
        .parse()
        .map_err(|_| "`now` is an instant as in RFC 3339".to_owned())?;
    Ok(instant.into())
}

#[cfg(test)]
#[allow(clippy::unwrap_used)] // A panic is how a test fails.
mod tests {
    use serde_json::json;

    use super::*;

    fn read(line: &Value) -> Result<Line, Refused> {
        Line::read(line.to_string().as_bytes())
    }

    #[test]
    fn everything_may_be_missing() {
        let line = read(&json!({ "unknown": 1, "status": null, "headers": null })).unwrap();
        assert_eq!(
            (line.status, line.body.len(), line.stream),
            (None, 0, false)
        );
    }

    #[test]
    fn logs_write_zero_where_nothing_was_answered() {
        for (status, unanswered) in [(json!(0), true), (json!(-1), true), (json!(null), false)] {
            let line = read(&json!({ "status": status })).unwrap();
            assert_eq!((line.status, line.unanswered), (None, unanswered));
        }
    }

    #[test]
    fn all_fields() {
        let line = read(&json!({
            "id": "a", "provider": "openai", "status": 429, "body_base64": "/wA",
            "headers": { "Retry-After": ["1", "2"], "x": "y" },
            "stream": true, "now": "2026-01-01T02:00:00+02:00", "credential": "client",
        }))
        .unwrap();
        assert_eq!(line.body, [0xff, 0]);
        assert_eq!(line.headers.len(), 3);
        let midnight = "2026-01-01T00:00:00Z".parse::<jiff::Timestamp>().unwrap();
        assert_eq!(line.now, Some(midnight.into()));
        assert_eq!(line.credential, Credential::Client);
    }

    #[test]
    fn what_does_not_fit_is_named() {
        for (line, what) in [
            (json!({ "id": 1, "status": "429" }), "`status`"),
            (json!({ "id": 1, "status": 42.5 }), "`status`"),
            (json!({ "id": 1, "status": 70000 }), "`status`"),
            (json!({ "id": 1, "status": 42 }), "`status`"),
            (json!({ "id": 1, "headers": [] }), "`headers`"),
            (json!({ "id": 1, "headers": { "a": 1 } }), "`headers.a`"),
            (json!({ "id": 1, "headers": { "a": [1] } }), "`headers.a`"),
            (json!({ "id": 1, "body": {} }), "`body`"),
            (
                json!({ "id": 1, "body": "", "body_base64": "" }),
                "there is",
            ),
            (json!({ "id": 1, "body_base64": "%" }), "`body_base64`"),
            (json!({ "id": 1, "stream": "yes" }), "`stream`"),
            (json!({ "id": 1, "now": "yesterday" }), "`now`"),
            (json!({ "id": 1, "credential": "mine" }), "`credential`"),
            (json!({ "id": 1, "provider": 7 }), "`provider`"),
        ] {
            let refused = read(&line).unwrap_err();
            assert_eq!(refused.id, 1, "{line}");
            assert!(refused.what.starts_with(what), "{}", refused.what);
        }
        for line in [&b"[]"[..], b"{", b"\xff", b"\"\\ud800\""] {
            assert_eq!(Line::read(line).unwrap_err().id, Value::Null);
        }
    }
}
