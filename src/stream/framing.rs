//! Where events end, for four framings, across any split.
//!
//! A [`Splitter`] is fed an event's bytes piece by piece and says where it ends. When a chunk
//! starts at a boundary, [`last_boundary`] finds the last one from behind without looking at the
//! rest: all that a clean chunk costs.

use super::dialect::Framing;
use memchr::{memchr, memchr2, memrchr, memrchr2};

/// The shortest AWS frame: prelude (12 bytes) and checksum (4 bytes).
const FRAME_MIN: u64 = 16;

/// Remembers how far into an event the bytes so far reach.
#[derive(Clone, Debug)]
pub(crate) struct Splitter {
    framing: Framing,
    sse: Sse,
    array: Array,
    frame: Frame,
}

/// Where inside an SSE event the next byte falls.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sse {
    /// Before its first line.
    Boundary,
    /// In a line that is not empty.
    Line,
    /// Behind a CR that ended a line; a LF would belong to it.
    AfterCr,
    /// Before a further line.
    LineStart,
}

/// Where inside a JSON array the next byte falls.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Array {
    depth: u32,
    string: bool,
    escape: bool,
    /// The array's own bracket was seen.
    open: bool,
    closed: bool,
    /// Something stands behind it.
    trailing: bool,
}

/// How much of an AWS frame has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Frame {
    seen: u64,
    total: u64,
    broken: bool,
}

impl Splitter {
    pub(crate) fn new(framing: Framing) -> Self {
        Splitter {
            framing,
            sse: Sse::Boundary,
            array: Array::default(),
            frame: Frame::default(),
        }
    }

    /// Takes the next bytes of an event; returns how many of them it still needs to be whole, or
    /// `None` if it goes on behind them.
    ///
    /// A blank line at a boundary is an event of its own, without content. So a boundary may be
    /// announced at the CR of a CRLF, and the LF that follows changes nothing.
    pub(crate) fn feed(&mut self, bytes: &[u8]) -> Option<usize> {
        match self.framing {
            Framing::Sse => self.feed_sse(bytes),
            Framing::Lines => memchr(b'\n', bytes).map(|at| at + 1),
            Framing::Array => self.array.feed(bytes),
            Framing::Frames => self.frame.feed(bytes),
        }
    }

    /// Takes one whole event off the bytes; returns it and what stands behind it.
    pub(crate) fn split<'a>(&mut self, bytes: &'a [u8]) -> Option<(&'a [u8], &'a [u8])> {
        bytes.split_at_checked(self.feed(bytes)?)
    }

    /// Returns true if an event plainly goes on behind the bytes: for chunks so small that nothing
    /// else about them is worth a look.
    #[inline]
    pub(crate) fn continues(&self, bytes: &[u8]) -> bool {
        match bytes {
            [byte] => self.sse == Sse::Line && !matches!(byte, b'\n' | b'\r'),
            _ => false,
        }
    }

    /// Returns true if the bytes cannot be of this framing.
    pub(crate) fn is_broken(&self) -> bool {
        self.frame.broken
    }

    /// Returns true once the array's closing bracket was seen.
    pub(crate) fn is_closed(&self) -> bool {
        self.array.closed
    }

    /// Returns how long the event says it is, if its framing does say so.
    pub(crate) fn announced(&self) -> u64 {
        self.frame.total
    }

    fn feed_sse(&mut self, bytes: &[u8]) -> Option<usize> {
        let mut at = 0;
        loop {
            let byte = *bytes.get(at)?;
            match (self.sse, byte) {
                (Sse::AfterCr, b'\n') => {
                    at += 1;
                    self.sse = Sse::LineStart;
                }
                (Sse::Boundary | Sse::LineStart, b'\n') => {
                    self.sse = Sse::Boundary;
                    return Some(at + 1);
                }
                (Sse::Boundary | Sse::LineStart | Sse::AfterCr, b'\r') => {
                    self.sse = Sse::Boundary;
                    let crlf = bytes.get(at + 1) == Some(&b'\n');
                    return Some(at + 1 + usize::from(crlf));
                }
                _ => at = self.line(bytes, at)?,
            }
        }
    }

    /// Goes to the end of a line; returns where the next one starts.
    #[inline]
    fn line(&mut self, bytes: &[u8], at: usize) -> Option<usize> {
        self.sse = Sse::Line;
        let end = at + memchr2(b'\n', b'\r', bytes.get(at..)?)?;
        let cr = bytes.get(end) == Some(&b'\r');
        self.sse = if cr { Sse::AfterCr } else { Sse::LineStart };
        Some(end + 1)
    }
}

impl Array {
    fn feed(&mut self, bytes: &[u8]) -> Option<usize> {
        if self.closed {
            // White space may follow; anything else is held for whoever ends the stream.
            let blank = bytes
                .iter()
                .take_while(|byte| byte.is_ascii_whitespace())
                .count();
            let free = blank > 0 && !self.trailing;
            self.trailing |= blank < bytes.len() && !free;
            return free.then_some(blank);
        }
        let mut at = 0;
        while let Some(&byte) = bytes.get(at) {
            at += 1;
            if self.escape {
                self.escape = false;
            } else if self.string {
                at = self.in_string(bytes, at - 1);
            } else if self.structure(byte) {
                return Some(at);
            }
        }
        None
    }

    /// Goes on from a byte inside a string to just behind its end or its next backslash.
    fn in_string(&mut self, bytes: &[u8], at: usize) -> usize {
        let rest = bytes.get(at..).unwrap_or_default();
        let Some(found) = memchr2(b'"', b'\\', rest) else {
            return bytes.len();
        };
        match rest.get(found) {
            Some(b'"') => self.string = false,
            _ => self.escape = true,
        }
        at + found + 1
    }

    /// Takes a byte outside strings; returns true if an element or the array ends with it.
    fn structure(&mut self, byte: u8) -> bool {
        match byte {
            b'"' => self.string = true,
            b'[' if !self.open => self.open = true,
            b'{' | b'[' => self.depth = self.depth.saturating_add(1),
            b'}' | b']' if self.depth > 0 => {
                self.depth -= 1;
                return self.depth == 0;
            }
            b']' => {
                self.closed = true;
                return true;
            }
            _ => {}
        }
        false
    }
}

impl Frame {
    fn feed(&mut self, bytes: &[u8]) -> Option<usize> {
        let mut used = 0;
        // The length comes first, four bytes in network order.
        while self.seen < 4 {
            let byte = *bytes.get(used)?;
            self.total = self.total << 8 | u64::from(byte);
            self.seen += 1;
            used += 1;
        }
        self.broken |= self.total < FRAME_MIN;
        if self.broken {
            return None;
        }
        let missing = self.total - self.seen;
        let there = (bytes.len() - used) as u64;
        if there < missing {
            self.seen += there;
            return None;
        }
        *self = Frame::default();
        Some(used + usize::try_from(missing).unwrap_or(usize::MAX))
    }
}

/// Returns the last boundary in bytes that start at one: 0 if no event is whole.
///
/// For the framings that can be read from behind; the others give 0.
pub(crate) fn last_boundary(framing: Framing, bytes: &[u8]) -> usize {
    match framing {
        Framing::Sse => last_blank_line(bytes),
        Framing::Lines => memrchr(b'\n', bytes).map_or(0, |at| at + 1),
        Framing::Array | Framing::Frames => 0,
    }
}

fn last_blank_line(bytes: &[u8]) -> usize {
    let mut rest = bytes;
    while let Some(found) = memrchr2(b'\n', b'\r', rest) {
        let crlf = rest
            .get(..=found)
            .is_some_and(|line| line.ends_with(b"\r\n"));
        let line = rest.get(..found - usize::from(crlf)).unwrap_or_default();
        if matches!(line.last(), None | Some(b'\n' | b'\r')) {
            return found + 1;
        }
        rest = line;
    }
    0
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Event lengths by feeding pieces of one size.
    fn lengths(framing: Framing, bytes: &[u8], size: usize) -> Vec<usize> {
        let mut splitter = Splitter::new(framing);
        let (mut lengths, mut open) = (Vec::new(), 0);
        for mut piece in bytes.chunks(size) {
            while !piece.is_empty() {
                let Some(used) = splitter.feed(piece) else {
                    open += piece.len();
                    break;
                };
                lengths.push(open + used);
                open = 0;
                piece = &piece[used..];
            }
        }
        lengths
    }

    #[test]
    fn blank_lines_end_events_whatever_the_line_end() {
        for eol in ["\n", "\r\n", "\r"] {
            let event = format!("data: a{eol}data: b{eol}{eol}");
            let two = event.repeat(2);
            assert_eq!(
                lengths(Framing::Sse, two.as_bytes(), 1000),
                [event.len(), event.len()]
            );
            assert_eq!(last_boundary(Framing::Sse, two.as_bytes()), two.len());
            let torn = format!("{two}data: c{eol}");
            assert_eq!(
                last_boundary(Framing::Sse, torn.as_bytes()),
                two.len(),
                "{torn:?}"
            );
        }
    }

    #[test]
    fn a_boundary_may_be_announced_before_the_lf_of_its_crlf() {
        let bytes = b"a\r\n\r\nb\r\n\r\n";
        assert_eq!(lengths(Framing::Sse, bytes, 100), [5, 5]);
        assert_eq!(lengths(Framing::Sse, bytes, 1), [4, 1, 4, 1]);
        assert_eq!(last_boundary(Framing::Sse, b"a\r\n\r"), 4);
    }

    #[test]
    fn the_look_from_behind_agrees_with_feeding() {
        let alphabet = [b'a', b'\n', b'\r'];
        for seed in 0..3usize.pow(8) {
            let mut rest = seed;
            let bytes: Vec<u8> = (0..8)
                .map(|_| {
                    let byte = alphabet[rest % 3];
                    rest /= 3;
                    byte
                })
                .collect();
            for size in [1, 3, 8] {
                let fed: usize = lengths(Framing::Sse, &bytes, size).iter().sum();
                assert_eq!(
                    last_boundary(Framing::Sse, &bytes),
                    fed,
                    "{bytes:?} by {size}"
                );
            }
        }
    }

    #[test]
    fn array_elements_end_with_their_brace() {
        let bytes = br#"[{"a":"}]\"{"},
{"b":[{}]}
]
"#;
        for size in [1, 2, 5, 100] {
            let lengths = lengths(Framing::Array, bytes, size);
            assert_eq!(lengths[..3], [14, 12, 2], "by {size}");
            assert_eq!(lengths.iter().sum::<usize>(), bytes.len());
        }
    }

    #[test]
    fn frames_end_where_their_length_says() {
        let mut bytes = vec![0, 0, 0, 20];
        bytes.resize(20, 7);
        let twice = bytes.repeat(2);
        for size in [1, 3, 100] {
            assert_eq!(lengths(Framing::Frames, &twice, size), [20, 20]);
        }
        let mut splitter = Splitter::new(Framing::Frames);
        assert_eq!(splitter.feed(&[0, 0, 0, 3]), None);
        assert!(splitter.is_broken());
    }
}
