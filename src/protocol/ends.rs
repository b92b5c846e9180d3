//! How a stream that failed ends, read back: for tests of a gateway.

use serde_json::Value;

use super::{Parsed, Protocol};

/// The names of the last events of a failed stream, and what follows them.
const ENDS: &[(Protocol, &[&str], &str)] = &[
    (Protocol::OpenAiChat, &[""], "[DONE]"),
    (Protocol::OpenAiResponses, &["error", "response.failed"], ""),
    (Protocol::AnthropicMessages, &["error"], ""),
    (Protocol::Native, &["error"], ""),
    (Protocol::Gemini, &[""], ""),
];

impl Protocol {
    /// Reads the error with which a stream ends, an SSE stream or Gemini's array.
    ///
    /// The bytes are the whole stream, or its end from an event boundary on.
    pub(crate) fn parse_end(self, bytes: &[u8]) -> Result<Parsed, String> {
        let text = std::str::from_utf8(bytes).map_err(|_| "the stream is not UTF-8".to_owned())?;
        if self == Protocol::Gemini && text.trim_start().starts_with(['[', ',']) {
            return array(self, text);
        }
        let row = ENDS.iter().find(|row| row.0 == self);
        let (_, names, done) = row.ok_or_else(|| format!("`{self}` has no stream form"))?;
        let (events, rest) = events(text);
        let rest = rest.trim();
        let mut events = events.as_slice();
        if !done.is_empty() {
            events = match events.split_last() {
                Some((last, before)) if last.data == *done => before,
                _ => return Err(format!("the stream does not end with `data: {done}`")),
            };
        }
        let start = events.len().checked_sub(names.len());
        let last = start.and_then(|start| events.get(start..)).unwrap_or(&[]);
        if !last
            .iter()
            .map(|event| event.name.as_str())
            .eq(names.iter().copied())
        {
            return Err(format!("the last events are not {names:?}"));
        }
        let Some(event) = last.first() else {
            return Err("the stream has no event".to_owned());
        };
        let raw = self == Protocol::Gemini && rest == event.data;
        if !rest.is_empty() && !raw {
            return Err("the stream ends inside an event".to_owned());
        }
        if self == Protocol::Gemini && text.lines().any(|line| line.starts_with(':')) {
            return Err("the stream has a comment, which Gemini's SDKs cannot read".to_owned());
        }
        sequence(last)?;
        let parsed = self.parse(event.data.as_bytes());
        parsed.ok_or_else(|| "the last event is not an error of this protocol".to_owned())
    }
}

struct Event {
    name: String,
    data: String,
}

/// Splits SSE into its whole events, and what stands after the last of them.
fn events(text: &str) -> (Vec<Event>, String) {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let (whole, rest) = match text.rfind("\n\n") {
        Some(at) => text.split_at(at + 2),
        None => ("", text.as_str()),
    };
    let mut events = Vec::new();
    for block in whole.split("\n\n") {
        let field = |name: &str| {
            let values = block.lines().filter_map(|line| {
                let value = line.strip_prefix(name)?.strip_prefix(':')?;
                Some(value.strip_prefix(' ').unwrap_or(value))
            });
            values.collect::<Vec<_>>()
        };
        let data = field("data");
        if !data.is_empty() {
            events.push(Event {
                name: field("event").last().copied().unwrap_or("").to_owned(),
                data: data.join("\n"),
            });
        }
    }
    (events, rest.to_owned())
}

/// Checks that numbered events count on, one by one.
fn sequence(events: &[Event]) -> Result<(), String> {
    let number = |event: &Event| {
        let value: Option<Value> = serde_json::from_str(&event.data).ok();
        value?.get("sequence_number")?.as_u64()
    };
    for pair in events.windows(2) {
        let [first, second] = pair else { continue };
        match (number(first), number(second)) {
            (Some(first), Some(second)) if first.checked_add(1) == Some(second) => {}
            _ => return Err("the last events are not numbered one after the other".to_owned()),
        }
    }
    Ok(())
}

/// Reads the end of a JSON array: of a whole one, or from a comma on.
fn array(protocol: Protocol, text: &str) -> Result<Parsed, String> {
    let rest = text.trim_start();
    let whole = match rest.strip_prefix(',') {
        Some(rest) => format!("[{rest}"),
        None => rest.to_owned(),
    };
    let items: Vec<Value> =
        serde_json::from_str(&whole).map_err(|error| format!("the array is not JSON: {error}"))?;
    let last = items.last().map(Value::to_string).unwrap_or_default();
    let parsed = protocol.parse(last.as_bytes());
    parsed.ok_or_else(|| "the last element is not an error of this protocol".to_owned())
}
