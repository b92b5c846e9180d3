//! What the compiler checks of a row of [`error_codes!`](crate::error_codes).
//!
//! The rules are those of the catalog files; here they run while the gateway is compiled.

use std::borrow::Cow;

use crate::catalog::{
    Category, ENTRIES, Entry, Exposure, LookupError, Param, ParamType, RESERVED_KEYS, Row, Status,
    Text, nearest,
};

/// A secret parameter, as far as templates see it: it cannot be formatted.
#[derive(Clone, Copy, Debug)]
pub struct SecretParameter;

/// Returns true if the field stands there exactly once.
pub const fn has(fields: &[&str], wanted: &str) -> bool {
    let (mut at, mut found) = (0, 0);
    while at < fields.len() {
        if same(fields[at], wanted) {
            found += 1;
        }
        at += 1;
    }
    found == 1
}

/// Returns true if the key has the form of one.
pub const fn key(row: &Row) -> bool {
    let key = row.key.as_bytes();
    if key.len() < 3 || key.len() > 62 || !key[0].is_ascii_lowercase() {
        return false;
    }
    let mut at = 0;
    while at < key.len() {
        if !matches!(key[at], b'a'..=b'z' | b'0'..=b'9' | b'_') {
            return false;
        }
        at += 1;
    }
    key[key.len() - 1] != b'_'
}

/// Returns true if nothing else has the key.
pub const fn key_free(row: &Row) -> bool {
    let mut at = 0;
    while at < RESERVED_KEYS.len() {
        if same(RESERVED_KEYS[at], row.key) {
            return false;
        }
        at += 1;
    }
    at = 0;
    while at < ENTRIES.len() {
        if same(plain(&ENTRIES[at].key), row.key) {
            return false;
        }
        at += 1;
    }
    true
}

/// Returns true if clients see the status as an error.
pub const fn status(row: &Row) -> bool {
    match row.status {
        Status::Fixed(code) => code >= 400 && code <= 599 && code != 407 && code != 421,
        Status::Upstream4xx => true,
    }
}

/// Returns true if the row is no notice.
pub const fn no_notice(row: &Row) -> bool {
    !matches!(row.category, Category::Notice)
}

/// Returns true if the title is a short name.
pub const fn title(row: &Row) -> bool {
    let title = row.title.as_bytes();
    let (mut at, mut chars) = (0, 0);
    while at < title.len() {
        // Every byte but the continuations of UTF-8 begins a character.
        if title[at] & 0xc0 != 0x80 {
            chars += 1;
        }
        at += 1;
    }
    chars > 0 && chars <= 80 && title[title.len() - 1] != b'.'
}

/// Returns true if the texts that people need are there.
pub const fn texts(row: &Row) -> bool {
    !row.description.is_empty() && filled(row.message) && filled(row.remediation)
}

/// Returns true if the messages hold literal text and declared parameters alone.
pub const fn templates(row: &Row) -> bool {
    let mut at = 0;
    while at < row.message.len() {
        if !template(plain(&row.message[at]).as_bytes(), row.params) {
            return false;
        }
        at += 1;
    }
    true
}

/// Returns true if no secret parameter stands in a text.
pub const fn no_secret(row: &Row) -> bool {
    let mut at = 0;
    while at < row.params.len() {
        let param = &row.params[at];
        if matches!(param.exposure, Exposure::Secret) && mentioned(row, plain(&param.name)) {
            return false;
        }
        at += 1;
    }
    true
}

/// Returns true if every parameter that clients may see stands in a text.
pub const fn used(row: &Row) -> bool {
    let mut at = 0;
    while at < row.params.len() {
        let param = &row.params[at];
        if !matches!(param.exposure, Exposure::Secret) && !mentioned(row, plain(&param.name)) {
            return false;
        }
        at += 1;
    }
    true
}

/// Creates a parameter; without an example it gets one of its type.
pub const fn param(
    name: &'static str,
    kind: ParamType,
    exposure: Exposure,
    example: &[&'static str],
    values: &'static [Text],
) -> Param {
    let example = match (example, kind) {
        ([example, ..], _) => *example,
        ([], ParamType::Int) => "1",
        ([], ParamType::Money) => "1.00 USD",
        ([], ParamType::Duration) => "1s",
        ([], ParamType::Enum) if !values.is_empty() => plain(&values[0]),
        ([], _) => name,
    };
    Param {
        name: Cow::Borrowed(name),
        kind,
        exposure,
        example: Cow::Borrowed(example),
        description: Cow::Borrowed(""),
        values: Cow::Borrowed(values),
    }
}

/// Says which keys are near one that does not exist.
pub fn unknown(word: &str, entries: &[Entry]) -> LookupError {
    let near = nearest(word, entries.iter().map(|entry| entry.key.as_ref()), 3);
    LookupError::Unknown {
        word: word.to_owned(),
        near: near.into_iter().map(str::to_owned).collect(),
    }
}

const fn plain(text: &Text) -> &str {
    match text {
        Cow::Borrowed(text) => text,
        // Rows hold borrowed text alone.
        Cow::Owned(_) => "",
    }
}

const fn filled(texts: &[Text]) -> bool {
    let mut at = 0;
    while at < texts.len() {
        if plain(&texts[at]).is_empty() {
            return false;
        }
        at += 1;
    }
    !texts.is_empty()
}

const fn same(a: &str, b: &str) -> bool {
    a.len() == b.len() && at_place(a.as_bytes(), b.as_bytes(), 0)
}

/// Returns true if `needle` stands in `text` at `from`.
const fn at_place(text: &[u8], needle: &[u8], from: usize) -> bool {
    if from + needle.len() > text.len() {
        return false;
    }
    let mut at = 0;
    while at < needle.len() {
        if text[from + at] != needle[at] {
            return false;
        }
        at += 1;
    }
    true
}

/// Returns true if `{name}` stands in a text of the row.
const fn mentioned(row: &Row, name: &str) -> bool {
    let mut at = 0;
    while at < row.message.len() {
        if holds(plain(&row.message[at]).as_bytes(), name.as_bytes()) {
            return true;
        }
        at += 1;
    }
    in_pairs(row.headers, name) || in_pairs(row.extensions, name)
}

const fn in_pairs(pairs: &[(Text, Text)], name: &str) -> bool {
    let mut at = 0;
    while at < pairs.len() {
        if holds(plain(&pairs[at].1).as_bytes(), name.as_bytes()) {
            return true;
        }
        at += 1;
    }
    false
}

const fn holds(text: &[u8], name: &[u8]) -> bool {
    let mut at = 0;
    while at < text.len() {
        let end = at + 1 + name.len();
        if text[at] == b'{' && at_place(text, name, at + 1) && end < text.len() && text[end] == b'}'
        {
            return true;
        }
        at += 1;
    }
    false
}

const fn template(text: &[u8], params: &[Param]) -> bool {
    let mut at = 0;
    while at < text.len() {
        let doubled = at + 1 < text.len() && text[at + 1] == text[at];
        match text[at] {
            b'{' | b'}' if doubled => at += 2,
            b'}' => return false,
            b'{' => match placeholder(text, at + 1, params) {
                0 => return false,
                length => at += length + 2,
            },
            _ => at += 1,
        }
    }
    true
}

/// Returns the length of the declared name that stands before a closing brace, else 0.
const fn placeholder(text: &[u8], from: usize, params: &[Param]) -> usize {
    let mut at = 0;
    while at < params.len() {
        let name = plain(&params[at].name).as_bytes();
        let end = from + name.len();
        if at_place(text, name, from) && end < text.len() && text[end] == b'}' {
            return name.len();
        }
        at += 1;
    }
    0
}

#[cfg(test)]
mod tests {
    use super::*;

    const PARAMS: &[Param] = const {
        &[
            param("used", ParamType::Int, Exposure::Public, &[], &[]),
            param("use", ParamType::Int, Exposure::Public, &[], &[]),
        ]
    };

    #[test]
    fn templates_hold_declared_names_and_doubled_braces() {
        for good in [
            "",
            "plain",
            "{used}",
            "{use} of {used}",
            "{{}}",
            "{{{use}}}",
        ] {
            assert!(template(good.as_bytes(), PARAMS), "{good}");
        }
        for bad in [
            "{",
            "}",
            "{}",
            "{us}",
            "{used",
            "{used:>5}",
            "a}b",
            "{@url}",
        ] {
            assert!(!template(bad.as_bytes(), PARAMS), "{bad}");
        }
    }

    #[test]
    fn keys_have_one_form() {
        let row = |key| Row { key, ..Row::BASE };
        for good in ["abc", "a_1", "tool_loop_limit"] {
            assert!(key(&row(good)), "{good}");
        }
        for bad in ["", "ab", "1ab", "aB_c", "abc_", "a-b-c", "_abc"] {
            assert!(!key(&row(bad)), "{bad}");
        }
        assert!(!key_free(&row("model_not_found")));
        assert!(!key_free(&row("echo")));
        assert!(key_free(&row("gpu_queue_full")));
    }
}
