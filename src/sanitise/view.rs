//! A text with its escapes read: `\u0040`, `\/`, `%2F`. What an escape hides is found there and
//! masked in the text itself.

/// Returns false if a text certainly holds no escape.
pub(super) fn may_be_escaped(text: &str) -> bool {
    memchr::memchr2(b'\\', b'%', text.as_bytes()).is_some()
}

/// A decoded text and where each of its bytes came from.
pub(super) struct View {
    pub(super) text: String,
    steps: Vec<Step>,
}

/// A part of the decoded text that was copied, or one character that was escaped.
struct Step {
    /// Where it begins.
    at: usize,
    /// Where it came from.
    origin: usize,
    escaped: bool,
}

impl View {
    /// Reads one level of escapes. None if there is none.
    pub(super) fn of(text: &str) -> Option<View> {
        let bytes = text.as_bytes();
        let mut view = View {
            text: String::new(),
            steps: Vec::new(),
        };
        let (mut copied, mut at) = (0, 0);
        while let Some(found) = memchr::memchr2(b'\\', b'%', bytes.get(at..)?) {
            at += found;
            let decoded = match bytes.get(at) {
                Some(b'\\') => escape(bytes, at),
                _ => percent(bytes, at),
            };
            let Some((decoded, width)) = decoded else {
                at += 1;
                continue;
            };
            view.text.reserve(text.len() - copied);
            view.copy(text, copied, at);
            view.step(at, true);
            view.text.push(decoded);
            at += width;
            copied = at;
        }
        if view.steps.is_empty() {
            return None;
        }
        view.copy(text, copied, text.len());
        view.step(text.len(), true);
        Some(view)
    }

    fn copy(&mut self, text: &str, from: usize, to: usize) {
        if from < to {
            self.step(from, false);
            self.text.push_str(text.get(from..to).unwrap_or_default());
        }
    }

    fn step(&mut self, origin: usize, escaped: bool) {
        let at = self.text.len();
        self.steps.push(Step {
            at,
            origin,
            escaped,
        });
    }

    /// Returns the part of the text before that a part of this one stands for.
    pub(super) fn back(&self, span: (usize, usize)) -> (usize, usize) {
        (self.origin(span.0), self.origin(span.1))
    }

    /// Returns where the character around a position came from.
    fn origin(&self, mut at: usize) -> usize {
        at = at.min(self.text.len());
        while !self.text.is_char_boundary(at) {
            at -= 1;
        }
        let behind = self.steps.partition_point(|step| step.at <= at);
        match behind.checked_sub(1).and_then(|last| self.steps.get(last)) {
            Some(step) if step.escaped => step.origin,
            Some(step) => step.origin + (at - step.at),
            None => at,
        }
    }
}

/// Reads a JSON escape.
fn escape(bytes: &[u8], at: usize) -> Option<(char, usize)> {
    let decoded = match bytes.get(at + 1)? {
        b'n' => '\n',
        b'r' => '\r',
        b't' => '\t',
        b'b' | b'f' => ' ',
        mark @ (b'"' | b'\\' | b'/') => char::from(*mark),
        b'u' => return unicode(bytes, at),
        _ => return None,
    };
    Some((decoded, 2))
}

/// Reads `\uXXXX`, or two of them as one character.
fn unicode(bytes: &[u8], at: usize) -> Option<(char, usize)> {
    let unit = |at: usize| -> Option<u32> {
        let digits = std::str::from_utf8(bytes.get(at + 2..at + 6)?).ok()?;
        let escaped =
            bytes.get(at..at + 2)? == br"\u" && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
        escaped
            .then(|| u32::from_str_radix(digits, 16).ok())
            .flatten()
    };
    let first = unit(at)?;
    if let Some(one) = char::from_u32(first) {
        return Some((one, 6));
    }
    let second = unit(at + 6).unwrap_or(0);
    let pair = char::decode_utf16([first as u16, second as u16]).next();
    Some(
        pair.and_then(Result::ok)
            .map_or((char::REPLACEMENT_CHARACTER, 6), |one| (one, 12)),
    )
}

/// Reads `%XX` for a byte of ASCII.
fn percent(bytes: &[u8], at: usize) -> Option<(char, usize)> {
    let digits = std::str::from_utf8(bytes.get(at + 1..at + 3)?).ok()?;
    if !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return None;
    }
    let byte = u8::from_str_radix(digits, 16).ok()?;
    (b' '..0x7F).contains(&byte).then(|| (char::from(byte), 3))
}

#[cfg(test)]
#[allow(clippy::expect_used)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_led_back_over_escapes() {
        let text = r"a \u0073k-1\/2 ü%40 \ud83d\ude00 z";
        let view = View::of(text).expect("there are escapes");
        assert_eq!(view.text, "a sk-1/2 ü@ 😀 z");
        let at = view.text.find("sk-1/2").expect("decoded");
        assert_eq!(view.back((at, at + 6)), (2, 14));
        assert_eq!(&text[2..14], r"\u0073k-1\/2");
        assert_eq!(view.back((0, view.text.len())), (0, text.len()));
    }

    #[test]
    fn text_without_escapes_has_no_view() {
        assert!(View::of("100 % of \\ nothing").is_none());
    }
}
