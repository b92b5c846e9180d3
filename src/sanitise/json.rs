//! JSON bodies: only the contents of strings change, and valid JSON stays valid.

use std::borrow::Cow;

use super::generated::CHOSEN;
use super::scan::Pass;
use super::tables::{self, Cue, Folded, WORD_CAP, is_private_member};
use super::{MASK, Sanitiser, cue, key, known, quote, token};

/// How far the values of a private member of a text are read, in bytes.
const VALUE: usize = 512;

/// Masks a body. Anything but valid JSON is masked as text.
pub(super) fn mask<'b>(sanitiser: &Sanitiser, body: &'b [u8]) -> Cow<'b, [u8]> {
    if serde_json::from_slice::<serde::de::IgnoredAny>(body).is_err() {
        return mask_bytes(sanitiser, body);
    }
    let mut writer = Writer {
        body,
        copied: 0,
        out: Vec::new(),
    };
    let mut at = 0;
    let mut member: Option<Member> = None;
    while let Some(&byte) = body.get(at) {
        match byte {
            b'"' => {
                let end = string_end(body, at);
                let content = body.get(at + 1..end).unwrap_or_default();
                if is_name(body, end + 1) {
                    string(sanitiser, &mut writer, at + 1, end, None);
                    member = Member::of(content);
                } else {
                    string(sanitiser, &mut writer, at + 1, end, member);
                    // The values of an array share the name before it.
                }
                at = end + 1;
            }
            b'0'..=b'9' | b'-' => {
                let end = at + number_len(body.get(at..).unwrap_or_default());
                if member.is_some_and(|member| {
                    matches!(member.cue, Cue::Id | Cue::Secret | Cue::Money | Cue::Member)
                }) {
                    writer.replace(at, end, b"\"[redacted]\"");
                }
                at = end;
            }
            b'{' | b'}' | b']' => {
                member = None;
                at += 1;
            }
            _ => at += 1,
        }
    }
    writer.finish()
}

/// Masks bytes that are no JSON; what is no UTF-8 is replaced where something else changes.
pub(super) fn mask_bytes<'b>(sanitiser: &Sanitiser, bytes: &'b [u8]) -> Cow<'b, [u8]> {
    match String::from_utf8_lossy(bytes) {
        Cow::Borrowed(text) => match sanitiser.mask(text) {
            Cow::Borrowed(_) => Cow::Borrowed(bytes),
            Cow::Owned(masked) => Cow::Owned(masked.into_bytes()),
        },
        Cow::Owned(text) => Cow::Owned(sanitiser.mask(&text).into_owned().into_bytes()),
    }
}

/// Collects the body with changes; borrowed as long as there is none.
struct Writer<'b> {
    body: &'b [u8],
    copied: usize,
    out: Vec<u8>,
}

impl<'b> Writer<'b> {
    fn replace(&mut self, start: usize, end: usize, with: &[u8]) {
        self.out
            .extend_from_slice(self.body.get(self.copied..start).unwrap_or_default());
        self.out.extend_from_slice(with);
        self.copied = end;
    }

    fn finish(mut self) -> Cow<'b, [u8]> {
        if self.copied == 0 {
            return Cow::Borrowed(self.body);
        }
        self.out
            .extend_from_slice(self.body.get(self.copied..).unwrap_or_default());
        Cow::Owned(self.out)
    }
}

/// Masks the content of one string.
fn string(
    sanitiser: &Sanitiser,
    writer: &mut Writer<'_>,
    start: usize,
    end: usize,
    member: Option<Member>,
) {
    let body = writer.body;
    let content = body.get(start..end).unwrap_or_default();
    if content.is_empty() || content == b"[redacted]" {
        return;
    }
    if member.is_some_and(|member| member.is_private(content)) {
        return writer.replace(start, end, b"[redacted]");
    }
    if member.is_some_and(|member| member.cue == Cue::Trace) && key::is_plain_id(content) {
        return;
    }
    let Ok(text) = std::str::from_utf8(content) else {
        return;
    };
    if memchr::memchr(b'\\', content).is_none() {
        if let Cow::Owned(masked) = sanitiser.mask(text) {
            writer.replace(start, end, masked.as_bytes());
        }
        return;
    }
    let quoted = body.get(start - 1..=end).unwrap_or_default();
    match serde_json::from_slice::<String>(quoted) {
        Ok(decoded) => {
            if let Cow::Owned(masked) = sanitiser.mask(&decoded) {
                let quoted = serde_json::to_string(&masked).unwrap_or_default();
                let inner = quoted
                    .get(1..quoted.len().saturating_sub(1))
                    .unwrap_or_default();
                writer.replace(start, end, inner.as_bytes());
            }
        }
        // A lone surrogate: the escapes stay, and so do those of the mask's neighbours.
        Err(_) => {
            if let Cow::Owned(masked) = sanitiser.mask(text) {
                let quoted = format!("\"{masked}\"");
                let whole = serde_json::from_str::<serde::de::IgnoredAny>(&quoted).is_ok();
                writer.replace(
                    start,
                    end,
                    if whole {
                        masked.as_bytes()
                    } else {
                        b"[redacted]"
                    },
                );
            }
        }
    }
}

/// What the name of a member says of its value.
#[derive(Clone, Copy)]
struct Member {
    cue: Cue,
    /// Letters alone may be the client's own words.
    chosen: bool,
}

impl Member {
    fn of(name: &[u8]) -> Option<Self> {
        if name == b"id" {
            let (cue, chosen) = (Cue::Trace, false);
            return Some(Member { cue, chosen });
        }
        let folded = Folded::cue(name)?;
        let cue = if is_private_member(name) {
            Some(Cue::Member)
        } else {
            tables::cue(folded.as_bytes()).or_else(|| cue::ending(name))
        };
        cue.map(|cue| Member {
            cue,
            chosen: tables::listed(CHOSEN, folded.as_bytes()),
        })
    }

    /// Returns true if a member's name alone says that its value is private.
    fn is_private(self, content: &[u8]) -> bool {
        match self.cue {
            // "user": "a sentence" and "account": "suspended" are no ids.
            Cue::Id if content.contains(&b' ') => known::is_title(content),
            Cue::Id if content.len() > 2 && content.iter().all(u8::is_ascii_alphabetic) => {
                quote::is_somebody(content)
            }
            Cue::Secret | Cue::Id => {
                let mark =
                    |byte: &u8| byte.is_ascii_digit() || matches!(byte, b'-' | b'_' | b'.' | b'*');
                let long = self.cue == Cue::Secret && content.len() >= 6;
                content.len() >= 3
                    && !content.contains(&b' ')
                    && (content.iter().any(mark) || (long && !known::is_wording(content)))
            }
            Cue::Money | Cue::Name | Cue::Member => !content.is_empty() && content.len() < 128,
            Cue::Server => true,
            Cue::Route | Cue::Breaker => known::is_named(content) || self.is_own(content),
            Cue::Host => known::is_telling(content),
            Cue::Sum => false,
            Cue::Trace | Cue::Filler | Cue::Link | Cue::Failed | Cue::Key => false,
        }
    }

    /// Returns true for the name of letters alone that an operator gave a channel or a pool.
    fn is_own(self, content: &[u8]) -> bool {
        self.cue == Cue::Route && !self.chosen && content.len() <= OWN && token::is_name(content)
    }
}

/// How long such a name is at most, in bytes.
const OWN: usize = 32;

/// Masks the string behind a private member's name in a text: `"email": "…"`. The name's last quote
/// stands at `quote`, a colon behind it.
pub(super) fn member(pass: &mut Pass<'_, '_>, quote: usize) {
    let text = pass.text;
    let head = text
        .get(quote.saturating_sub(WORD_CAP)..quote)
        .unwrap_or_default();
    let name = head.rsplit(|&byte| byte == b'"').next().unwrap_or_default();
    if name.len() == head.len() {
        return;
    }
    let Some(member) = Member::of(name) else {
        return;
    };
    let whole = matches!(member.cue, Cue::Member | Cue::Name);
    if !whole && (member.cue != Cue::Route || member.chosen) {
        return;
    }
    let near = text
        .get(..text.len().min(quote + VALUE))
        .unwrap_or_default();
    let mut at = quote + 2;
    let mut list = false;
    loop {
        let gap = near.get(at..).unwrap_or_default().iter();
        let gap = gap.take_while(|byte| byte.is_ascii_whitespace() || matches!(byte, b'[' | b','));
        let begin = at + gap.inspect(|byte| list |= **byte == b'[').count();
        let end = string_end(near, begin);
        // An endless string is no value.
        if near.get(begin) != Some(&b'"') || end >= near.len() {
            break;
        }
        let value = near.get(begin + 1..end).unwrap_or_default();
        if !value.starts_with(MASK.as_bytes()) && (whole || member.is_own(value)) {
            pass.push_far(begin + 1, end);
        }
        at = end + 1;
        if !list {
            break;
        }
    }
    pass.work.add(at - quote);
}

/// Returns the position of the quote that ends the string beginning at `at`.
fn string_end(body: &[u8], at: usize) -> usize {
    let mut from = at + 1;
    while let Some(next) = memchr::memchr2(b'"', b'\\', body.get(from..).unwrap_or_default()) {
        if body.get(from + next) == Some(&b'"') {
            return from + next;
        }
        from += next + 2;
    }
    body.len()
}

/// Returns true if a colon follows: the string was a member's name.
fn is_name(body: &[u8], from: usize) -> bool {
    let rest = body.get(from..).unwrap_or_default();
    rest.iter()
        .find(|byte| !matches!(byte, b' ' | b'\n' | b'\r' | b'\t'))
        == Some(&b':')
}

fn number_len(rest: &[u8]) -> usize {
    rest.iter()
        .take_while(|byte| matches!(byte, b'0'..=b'9' | b'-' | b'+' | b'.' | b'e' | b'E'))
        .count()
        .max(1)
}
