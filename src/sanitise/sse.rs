//! Server-sent events: line by line, payloads as JSON where they are.

use std::borrow::Cow;

use super::{Sanitiser, json};

/// Masks the lines of a stream; line ends and field names stay as they are.
pub(super) fn mask<'b>(sanitiser: &Sanitiser, bytes: &'b [u8]) -> Cow<'b, [u8]> {
    let mut out: Vec<u8> = Vec::new();
    let mut copied = 0;
    let mut at = 0;
    while at < bytes.len() {
        let rest = bytes.get(at..).unwrap_or_default();
        let len = memchr::memchr2(b'\n', b'\r', rest).unwrap_or(rest.len());
        let line = rest.get(..len).unwrap_or_default();
        let skip = payload(line);
        let content = line.get(skip..).unwrap_or_default();
        let masked = match content.first() {
            Some(b'{' | b'[') => json::mask(sanitiser, content),
            _ => json::mask_bytes(sanitiser, content),
        };
        if let Cow::Owned(masked) = masked {
            out.extend_from_slice(bytes.get(copied..at + skip).unwrap_or_default());
            // A mask never brings a line end into a line.
            out.extend(
                masked
                    .into_iter()
                    .filter(|byte| !matches!(byte, b'\n' | b'\r')),
            );
            copied = at + len;
        }
        at += len + 1;
    }
    if copied == 0 {
        return Cow::Borrowed(bytes);
    }
    out.extend_from_slice(bytes.get(copied..).unwrap_or_default());
    Cow::Owned(out)
}

/// Returns where a line's value begins.
fn payload(line: &[u8]) -> usize {
    let colon = memchr::memchr(b':', line).filter(|at| *at <= 5);
    let name = colon.and_then(|at| line.get(..at)).unwrap_or_default();
    match (name, colon) {
        (b"data" | b"event" | b"id" | b"retry" | b"", Some(at)) => {
            at + 1 + usize::from(line.get(at + 1) == Some(&b' '))
        }
        _ => 0,
    }
}
