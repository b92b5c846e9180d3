//! Sample bodies: what a client would read, with the entry's example values.

use crate::protocol::{Context, Protocol, Renderer};

/// The request id of every sample.
pub(crate) const REQUEST_ID: &str = "req_example";

/// Returns the body of an entry with its example values.
pub(crate) fn body(renderer: &Renderer, key: &str, protocol: Protocol) -> String {
    let Ok(error) = renderer.catalog().example(key) else {
        return String::new();
    };
    let mut out = Vec::new();
    let context = Context::new().request_id(REQUEST_ID);
    renderer.body(&error, protocol, &context, &mut out);
    String::from_utf8(out).unwrap_or_default()
}

/// Breaks JSON into lines for people. The order of the keys stays.
pub(crate) fn pretty(json: &str) -> String {
    let mut out = String::with_capacity(json.len() * 2);
    let (mut depth, mut quoted, mut escaped) = (0_usize, false, false);
    let mut chars = json.chars().peekable();
    while let Some(c) = chars.next() {
        if quoted {
            out.push(c);
            (quoted, escaped) = (escaped || c != '"', !escaped && c == '\\');
            continue;
        }
        match c {
            '"' => quoted = true,
            '{' | '[' => {
                out.push(c);
                if matches!(chars.peek(), Some('}' | ']')) {
                    out.extend(chars.next());
                } else {
                    depth += 1;
                    line(depth, &mut out);
                }
                continue;
            }
            '}' | ']' => {
                depth = depth.saturating_sub(1);
                line(depth, &mut out);
            }
            _ => {}
        }
        out.push(c);
        match c {
            ',' => line(depth, &mut out),
            ':' => out.push(' '),
            _ => {}
        }
    }
    out
}

fn line(depth: usize, out: &mut String) {
    out.push('\n');
    out.extend(std::iter::repeat_n("  ", depth));
}

#[cfg(test)]
mod tests {
    use super::pretty;

    #[test]
    fn lines_break_outside_of_strings_only() {
        let json = r#"{"a":["x, {\"y\": 1}\\",2],"b":{},"c":[]}"#;
        let lines = "{\n  \"a\": [\n    \"x, {\\\"y\\\": 1}\\\\\",\n    2\n  ],\n  \"b\": {},\n  \"c\": []\n}";
        assert_eq!(pretty(json), lines);
    }
}
