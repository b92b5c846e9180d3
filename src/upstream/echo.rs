//! What a message repeats of the request: names and values that the client chose.

use super::figure_rows::{OPEN_LEADS, QUOTED_LEADS};

/// So many quotation marks are looked at; a message with more lists what it allows.
const QUOTES: usize = 32;

/// So much of a text is searched for them.
const NEAR: usize = 1024;

/// A name or value is no longer, in bytes.
const VALUE: usize = 256;

/// Returns a text without what it repeats of the request, if it repeats any.
pub(super) fn without(text: &str) -> Option<String> {
    if let Some(lead) = open_value(text) {
        return Some(lead.to_owned());
    }
    let mut own = String::new();
    let (mut kept, mut from, mut last) = (0, 0, None);
    for _ in 0..QUOTES {
        let Some((open, close)) = quoted(text, from) else {
            break;
        };
        let before = text.get(..open - 1).unwrap_or_default();
        if is_lead(before) || follows(before, last) {
            if kept == 0 {
                own.reserve(text.len());
            }
            own.push_str(text.get(kept..open).unwrap_or_default());
            kept = close;
            last = Some(close + 1);
        }
        from = close + 1;
    }
    if kept == 0 {
        return None;
    }
    own.push_str(text.get(kept..).unwrap_or_default());
    Some(own)
}

/// Returns the words in front of a value that goes to the end of the text.
fn open_value(text: &str) -> Option<&str> {
    let mut heads = OPEN_LEADS.iter().filter_map(|lead| {
        let head = text.get(..lead.len())?;
        head.eq_ignore_ascii_case(lead).then_some(head)
    });
    heads.next()
}

/// Returns where the next text in quotation marks begins, and where it ends.
fn quoted(text: &str, from: usize) -> Option<(usize, usize)> {
    let bytes = text.as_bytes();
    let bytes = bytes.get(..NEAR).unwrap_or(bytes);
    let mut from = from;
    loop {
        let open = from + memchr::memchr3(b'\'', b'"', b'`', bytes.get(from..)?)?;
        let before = open.checked_sub(1).and_then(|at| bytes.get(at));
        let mark = bytes.get(open)?;
        let inside = bytes.get(open + 1..)?;
        from = open + 1;
        // An apostrophe stands behind a letter.
        if before.is_some_and(u8::is_ascii_alphanumeric) {
            continue;
        }
        let near = inside.get(..VALUE).unwrap_or(inside);
        if let Some(len) = near.iter().position(|byte| byte == mark) {
            return Some((open + 1, open + 1 + len));
        }
    }
}

/// Returns true if the words in front of a quotation mark say that a value of the request follows.
fn is_lead(before: &str) -> bool {
    let before = without_marks(before);
    QUOTED_LEADS.iter().any(|lead| {
        let Some(at) = before.len().checked_sub(lead.len()) else {
            return false;
        };
        let word = before.get(at..).unwrap_or_default();
        let within = before.as_bytes().get(..at).and_then(<[u8]>::last);
        let whole = !lead.is_ascii() || !within.is_some_and(u8::is_ascii_alphanumeric);
        whole && word.eq_ignore_ascii_case(lead)
    })
}

/// Returns true if nothing but a colon stands behind the last value: `'name': 'value'`.
fn follows(before: &str, last: Option<usize>) -> bool {
    last.is_some_and(|last| without_marks(before).len() <= last)
}

/// Returns a text without a colon or a bracket at its end, and the white space around those.
fn without_marks(text: &str) -> &str {
    let near = text.len().saturating_sub(8);
    let tail = text.get(near..).unwrap_or(text);
    let kept = tail
        .trim_end()
        .trim_end_matches([':', '(', '\u{ff1a}'])
        .trim_end();
    text.get(..text.len() - (tail.len() - kept.len()))
        .unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_of_the_request_are_left_out() {
        for (text, own) in [
            ("model: your account is banned", Some("model: ")),
            (
                "The model `no balance` is unknown.",
                Some("The model `` is unknown."),
            ),
            (
                "Unknown name \"api_key\" at 'contents[0]'",
                Some("Unknown name \"\" at 'contents[0]'"),
            ),
            (
                "Invalid 'a[0].name': 'banned'. Use b",
                Some("Invalid '': ''. Use b"),
            ),
            ("Invalid value: 'get_api_key'.", Some("Invalid value: ''.")),
            (
                "\u{6a21}\u{578b}\u{ff1a}`a` b",
                Some("\u{6a21}\u{578b}\u{ff1a}`` b"),
            ),
            ("Upstream said: 'no balance'", None),
            ("You can't use it, it isn't yours", None),
            ("The model 'open", None),
            ("Remodel 'a'", None),
            ("'a'", None),
            ("", None),
        ] {
            assert_eq!(without(text).as_deref(), own, "{text}");
        }
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_read(text in "(model|name|[ a:('\"`\u{4f59}\u{ff1a}\n]){0,40}") {
            let own = without(&text);
            proptest::prop_assert!(own.is_none_or(|own| own.len() <= text.len()));
        }
    }
}
