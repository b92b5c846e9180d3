//! Server-sent events: line by line, payloads as JSON where they are; what several lines of one
//! field carry is one text.

use std::borrow::Cow;

use super::{Sanitiser, json};

/// Masks the lines of a stream; line ends and field names stay as they are.
pub(super) fn mask<'b>(sanitiser: &Sanitiser, bytes: &'b [u8]) -> Cow<'b, [u8]> {
    let mut writer = Writer::default();
    let mut at = 0;
    while at < bytes.len() {
        let first = Line::at(bytes, at);
        let mut next = first.next;
        let mut payload: Option<Vec<u8>> = None;
        while let Some(more) = first.goes_on(bytes, next) {
            let payload = payload.get_or_insert_with(|| first.content(bytes).to_vec());
            payload.push(b'\n');
            payload.extend_from_slice(more.content(bytes));
            next = more.next;
        }
        match payload {
            None => writer.line(sanitiser, bytes, &first),
            Some(payload) => writer.lines(sanitiser, bytes, &first, next, &payload),
        }
        at = next;
    }
    writer.finish(bytes)
}

/// One line of a stream.
struct Line {
    start: usize,
    /// Where its value begins.
    content: usize,
    end: usize,
    /// Where the next line begins.
    next: usize,
}

impl Line {
    fn at(bytes: &[u8], start: usize) -> Self {
        let rest = bytes.get(start..).unwrap_or_default();
        let len = memchr::memchr2(b'\n', b'\r', rest).unwrap_or(rest.len());
        let line = rest.get(..len).unwrap_or_default();
        let width = match rest.get(len..) {
            Some([b'\r', b'\n', ..]) => 2,
            Some([_, ..]) => 1,
            _ => 0,
        };
        Line {
            start,
            content: start + payload(line),
            end: start + len,
            next: start + len + width,
        }
    }

    fn content<'b>(&self, bytes: &'b [u8]) -> &'b [u8] {
        bytes.get(self.content..self.end).unwrap_or_default()
    }

    /// Returns the line at a position if its value goes on with this one's: `data` of one event.
    fn goes_on(&self, bytes: &[u8], at: usize) -> Option<Line> {
        let data = |at: usize| bytes.get(at..).unwrap_or_default().starts_with(b"data:");
        if !data(self.start) || !data(at) {
            return None;
        }
        let next = Line::at(bytes, at);
        // Whole bodies, one a line, are events of their own.
        let body = |line: &Line| matches!(line.content(bytes), [b'{', .., b'}'] | b"[DONE]");
        (!body(self) || !body(&next)).then_some(next)
    }
}

/// Collects the stream with changes; borrowed as long as there is none.
#[derive(Default)]
struct Writer {
    copied: usize,
    out: Vec<u8>,
}

impl Writer {
    fn line(&mut self, sanitiser: &Sanitiser, bytes: &[u8], line: &Line) {
        if let Cow::Owned(masked) = masked(sanitiser, line.content(bytes)) {
            let head = bytes.get(self.copied..line.content).unwrap_or_default();
            self.out.extend_from_slice(head);
            // A mask never brings a line end into a line.
            let kept = masked.iter().filter(|byte| !matches!(byte, b'\n' | b'\r'));
            self.out.extend(kept);
            self.copied = line.end;
        }
    }

    /// Writes what several lines carry, each with the field's name and the line end of the first.
    fn lines(
        &mut self,
        sanitiser: &Sanitiser,
        bytes: &[u8],
        first: &Line,
        next: usize,
        payload: &[u8],
    ) {
        let Cow::Owned(masked) = masked(sanitiser, payload) else {
            return;
        };
        let name = bytes.get(first.start..first.content).unwrap_or_default();
        let end = bytes.get(first.end..first.next).unwrap_or_default();
        let head = bytes.get(self.copied..first.start).unwrap_or_default();
        self.out.extend_from_slice(head);
        for line in masked.split(|&byte| byte == b'\n') {
            self.out.extend_from_slice(name);
            self.out.extend(line.iter().filter(|&&byte| byte != b'\r'));
            self.out.extend_from_slice(end);
        }
        // The last line of a stream may have no end.
        if !matches!(bytes.get(..next), Some([.., b'\n' | b'\r'])) {
            self.out.truncate(self.out.len() - end.len());
        }
        self.copied = next;
    }

    fn finish(mut self, bytes: &[u8]) -> Cow<'_, [u8]> {
        if self.copied == 0 {
            return Cow::Borrowed(bytes);
        }
        let rest = bytes.get(self.copied..).unwrap_or_default();
        self.out.extend_from_slice(rest);
        Cow::Owned(self.out)
    }
}

fn masked<'b>(sanitiser: &Sanitiser, content: &'b [u8]) -> Cow<'b, [u8]> {
    match content.first() {
        Some(b'{' | b'[') => json::mask(sanitiser, content),
        _ => json::mask_bytes(sanitiser, content),
    }
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
