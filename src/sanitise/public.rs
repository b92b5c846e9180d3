//! From untrusted text to what a client may read: stripped, masked, folded, capped.

use crate::text::{PublicText, Untrusted};

use super::Sanitiser;

/// Makes public text.
pub(super) fn public(sanitiser: &Sanitiser, text: &Untrusted<'_>) -> PublicText {
    let raw = head(text.open(), sanitiser.cap);
    let stripped = strip(raw);
    let masked = sanitiser.mask(&stripped);
    let folded = fold(&masked);
    // Folding joins lines: what only now stands side by side is masked as well.
    let masked = sanitiser.mask(&folded);
    PublicText::vouched(cut(&masked, sanitiser.cap))
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
fn strip(text: &str) -> String {
    text.chars().filter(|c| !is_hidden(*c)).collect()
}

fn is_hidden(c: char) -> bool {
    (c.is_control() && !c.is_whitespace())
        || matches!(c,
            '\u{00AD}' | '\u{061C}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}'
            | '\u{E0000}'..='\u{E007F}')
}

/// Makes one space of each run of white space, and none at the ends.
fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}

/// Cuts at a word, with an ellipsis. The result is never longer than `cap` bytes.
fn cut(text: &str, cap: usize) -> String {
    if text.len() <= cap {
        return text.to_owned();
    }
    let ellipsis = '…';
    let head = floor(text, cap.saturating_sub(ellipsis.len_utf8()));
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
