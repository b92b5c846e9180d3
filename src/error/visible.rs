//! Parameters as people may see them.
//!
//! A parameter often repeats what a client sent: the name of a model, of a field, of a file. What
//! is not seen in it would deceive whoever reads the message in a terminal or a log: an override of
//! direction turns the rest of the line around, a line feed begins a line of its own, and a space
//! of no width hides why the name is not known. Such characters are written as escapes. Letters,
//! the marks and joiners that Arabic, Hebrew, Persian and Indic words need, and emoji stay.

use std::borrow::Cow;

use super::Value;

impl Value {
    /// Writes what is not seen in texts as escapes.
    pub(super) fn visible(self) -> Self {
        match self {
            Value::Text(text) => Value::Text(visible(text)),
            Value::List(items) => Value::List(
                items
                    .into_iter()
                    .map(|item| visible(item.into()).into_owned())
                    .collect(),
            ),
            other => other,
        }
    }
}

/// Writes what is not seen as escapes (`\u202e`, `\n`).
pub(super) fn visible(text: Cow<'_, str>) -> Cow<'_, str> {
    if !holds_hidden(&text) {
        return text;
    }
    let mut out = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        match c {
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            c if is_hidden(c) => out.push_str(&format!("\\u{:04x}", u32::from(c))),
            c => out.push(c),
        }
    }
    Cow::Owned(out)
}

fn holds_hidden(text: &str) -> bool {
    let control = |byte: u8| (byte < b' ') | (byte == 0x7F);
    // Without a branch, so that the loop becomes vector instructions.
    let bytes = text.as_bytes();
    if bytes
        .iter()
        .fold(false, |found, byte| found | control(*byte))
    {
        return true;
    }
    // The first bytes of all others that are not seen.
    let first =
        memchr::memchr3_iter(0xC2, 0xE2, 0xEF, bytes).chain(memchr::memchr_iter(0xF3, bytes));
    let mut found = first.filter_map(|at| text.get(at..)?.chars().next());
    found.any(is_hidden)
}

/// Returns true for control characters, what turns the direction of text around
/// ([UAX #9](https://www.unicode.org/reports/tr9/): embeddings, overrides, isolates), separators of
/// lines, and characters without width that join no letters.
fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{200b}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}'
            | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_seen_is_written_out() {
        for (text, shown) in [
            ("gpt-\u{202e}4o", "gpt-\\u202e4o"),
            ("a\u{2066}b\u{2069}", "a\\u2066b\\u2069"),
            ("a\nb\r\tc", "a\\nb\\r\\tc"),
            (
                "nul \0 del \u{7f} nel \u{85}",
                "nul \\u0000 del \\u007f nel \\u0085",
            ),
            ("wide\u{200b}\u{feff}less", "wide\\u200b\\ufeffless"),
            ("line\u{2028}line", "line\\u2028line"),
            ("tag\u{e0041}", "tag\\ue0041"),
        ] {
            assert_eq!(visible(text.into()), shown);
        }
        let list = Value::List(vec!["a".to_owned(), "\u{202e}b".to_owned()]);
        assert_eq!(list.visible().to_string(), "a, \\u202eb");
    }

    #[test]
    fn no_character_is_overlooked() {
        for c in '\0'..=char::MAX {
            let text = format!("a{c}b");
            assert_eq!(holds_hidden(&text), is_hidden(c), "{:x}", u32::from(c));
        }
    }

    #[test]
    fn words_of_every_script_stay_as_they_are() {
        for text in [
            "gpt-4o",
            "نموذج كبير\u{200f}",
            "می\u{200c}خواهم",
            "מודל \u{200e}GPT\u{200e} גדול",
            "क्\u{200d}ष",
            "模型 日本語 모델",
            "👩\u{200d}💻 \u{2764}\u{fe0f}",
            "Straße “naïve” – 5 €",
            "back\\slash \\u202e",
        ] {
            assert_eq!(visible(text.into()), text);
        }
    }
}
