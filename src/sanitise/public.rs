//! From untrusted text to what a client may read: stripped, masked, folded, capped.

use std::borrow::Cow;

use crate::text::{PublicText, Untrusted};

use super::Sanitiser;

/// Makes public text.
pub(super) fn public(sanitiser: &Sanitiser, text: &Untrusted<'_>) -> PublicText {
    let raw = head(text.open(), sanitiser.cap);
    let stripped = strip(raw);
    let masked = sanitiser.mask(&stripped);
    let text = match fold(&masked) {
        // Folding joins lines: what only now stands side by side is masked as well.
        Some(folded) => match sanitiser.mask(&folded) {
            Cow::Owned(masked) => masked,
            Cow::Borrowed(_) => folded,
        },
        None => masked.into_owned(),
    };
    PublicText::vouched(cut(text, sanitiser.cap))
}

/// Returns as much of a text as can matter for `cap` bytes of output, ending between words.
fn head(text: &str, cap: usize) -> &str {
    let limit = cap.saturating_mul(3).saturating_add(1024);
    if text.len() <= limit {
        return text;
    }
    let head = floor(text, limit);
    match head.rfind(char::is_whitespace) {
        Some(at) if at > 0 => text.get(..at).unwrap_or_default(),
        _ => head,
    }
}

/// Removes what is not seen: control characters, marks of direction, zero-width characters.
fn strip(text: &str) -> Cow<'_, str> {
    // Every byte is looked at, without a branch: vector instructions do that faster than a search.
    let odd = |byte: u8| (byte < b' ') & !is_space(byte) | (byte >= 0x7F);
    let plain = !text.bytes().fold(false, |found, byte| found | odd(byte));
    if plain || !text.contains(is_hidden) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().filter(|c| !is_hidden(*c)).collect())
}

/// Returns true for white space that is no blank: tabs and line ends.
fn is_space(byte: u8) -> bool {
    byte.wrapping_sub(b'\t') <= b'\r' - b'\t'
}

/// Returns true for characters that are not seen: zero-width ones, marks of direction, soft hyphens.
pub(super) fn is_hidden(c: char) -> bool {
    (c.is_control() && !c.is_whitespace())
        || matches!(c,
            '\u{00AD}' | '\u{061C}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}'
            | '\u{E0000}'..='\u{E007F}')
}

/// Makes one space of each run of white space, and none at the ends. None if there is nothing to do.
fn fold(text: &str) -> Option<String> {
    if is_folded(text) {
        return None;
    }
    let mut out = String::with_capacity(text.len());
    let mut push = |word: &str| {
        if !out.is_empty() && !word.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    };
    if !text.is_ascii() {
        text.split_whitespace().for_each(push);
        return Some(out);
    }
    // Lines are copied whole: hardly any has two blanks side by side.
    let mut at = 0;
    for line in text.as_bytes().split(|byte| is_space(*byte)) {
        let end = at + line.len();
        let line = text.get(at..end).unwrap_or_default().trim_matches(' ');
        if memchr::memmem::find(line.as_bytes(), b"  ").is_some() {
            line.split_whitespace().for_each(&mut push);
        } else {
            push(line);
        }
        at = end + 1;
    }
    Some(out)
}

fn is_folded(text: &str) -> bool {
    let bytes = text.as_bytes();
    let ends = matches!(bytes, [b' ', ..] | [.., b' ']);
    let pairs = bytes.iter().zip(bytes.iter().skip(1));
    let double = pairs.fold(false, |found, (a, b)| found | ((*a == b' ') & (*b == b' ')));
    // White space outside ASCII is rare: there, the words are written anew.
    let odd = |byte: u8| is_space(byte) | (byte >= 0x80);
    let others = bytes.iter().fold(false, |found, byte| found | odd(*byte));
    !ends && !double && !others
}

/// Cuts at a word, with an ellipsis. The result is never longer than `cap` bytes.
fn cut(text: String, cap: usize) -> String {
    if text.len() <= cap {
        return text;
    }
    let ellipsis = '…';
    let head = floor(&text, cap.saturating_sub(ellipsis.len_utf8()));
    let word = match head.rfind(' ') {
        // One endless word is cut where the cap is.
        Some(at) if at * 2 >= head.len() => head.get(..at).unwrap_or_default(),
        _ => head,
    };
    let mut out = word.trim_end().to_owned();
    if out.len() + ellipsis.len_utf8() <= cap {
        out.push(ellipsis);
    }
    out
}

/// Returns the longest head of at most `limit` bytes.
fn floor(text: &str, limit: usize) -> &str {
    let mut end = limit.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.get(..end).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn white_space_of_every_kind_is_folded() {
        let words: Vec<&str> = vec![
            "", " ", "  ", "\n", "\r\n", "\t", "\u{b}", "\u{c}", "a", "bc", "d ", " e", "é",
            "\u{3000}",
        ];
        for first in &words {
            for second in &words {
                for third in &words {
                    for fourth in &words {
                        let text = [*first, *second, *third, *fourth].concat();
                        let expected: Vec<&str> = text.split_whitespace().collect();
                        let expected = expected.join(" ");
                        let folded = fold(&text).unwrap_or_else(|| text.clone());
                        assert_eq!(folded, expected, "{text:?}");
                    }
                }
            }
        }
    }
}
