//! Values that a line break parts: the text is judged once more with such breaks taken out.
//!
//! Only breaks whose neighbours may be two halves of one value are taken out ([`halves`]); of what
//! is found then, only that counts which reaches over a break.

use super::class::class;
use super::drive;
use super::halves::{self, Halves};
use super::literal::Literals;
use super::scan::{self, Work};
use super::spans::{Spans, add};

/// How many bytes of indentation a break may have.
const INDENT: usize = 64;

/// A line break between two words, with the indentation behind it.
#[derive(Clone, Copy, Debug)]
struct Break {
    /// Where the word before it begins.
    left: usize,
    start: usize,
    end: usize,
    /// Where the word behind it ends.
    right: usize,
    /// No white space only: `<br>`, or the marks of a quotation.
    marked: bool,
    /// An empty line, which parts paragraphs.
    parts: bool,
}

/// Adds what is to be masked only because it goes on behind a line break. `known` is what is masked
/// line by line.
pub(super) fn find(
    text: &str,
    allow: &[Box<str>],
    literals: &Literals,
    work: &mut Work,
    known: &mut Spans,
) {
    let breaks = candidates(text.as_bytes(), known, work);
    if breaks.is_empty() {
        return;
    }
    let mut more = Vec::new();
    let (mut joined, mut spans) = (Joined::default(), Spans::default());
    let mut look = |chosen: &mut dyn Iterator<Item = Break>| {
        joined.read(text, chosen);
        spans.clear();
        scan::scan(&joined.text, allow, work, &mut spans);
        drive::shares(joined.text.as_bytes(), work, &mut spans);
        joined.keep(text.as_bytes(), &spans, known, &mut more);
        spans.clear();
        literals.find(&joined.text, &mut spans);
        spans.settle();
        let back = spans.as_slice().iter();
        back.filter_map(|span| joined.back(*span))
            .for_each(|span| add(&mut more, span));
    };
    look(&mut breaks.iter().copied());
    // A value may end where a line does that holds nothing else: there only one of the two breaks
    // around it is to be taken out.
    let stacked = |two: &[Break]| matches!(two, [a, b] if a.right == b.start);
    if breaks.windows(2).any(stacked) {
        for odd in 0..2 {
            look(&mut breaks.iter().skip(odd).step_by(2).copied());
        }
    }
    known.extend(more);
    known.settle();
}

/// Returns the breaks whose neighbours may be halves.
fn candidates(text: &[u8], known: &Spans, work: &mut Work) -> Vec<Break> {
    let mut found = Vec::new();
    let mut at = 0;
    // Where the line begins.
    let mut line = 0;
    // Where the word behind the last candidate ends.
    let mut chain = None;
    while let Some(next) = next_break(text, at) {
        work.add(next.end - at);
        if next.start == next.end {
            at = next.start + 1;
            continue;
        }
        if next.parts {
            (at, line) = (next.end, next.end);
            continue;
        }
        let left = tail(text, line, next.start);
        let right = next.end + head(text, next.end);
        let alone = left == line;
        (at, line) = (next.end, next.end);
        work.add(next.start - left + right - next.end);
        let whole = Break {
            left,
            right,
            ..next
        };
        let halves = Halves {
            text,
            left: (left, whole.start),
            right: (whole.end, right),
        };
        let goes_on = alone && chain == Some(whole.start);
        if next.start > left
            && right > next.end
            && !known.covers(next.end - 1)
            && (halves.may_be() || (goes_on && halves.may_go_on()))
        {
            add(&mut found, whole);
            chain = Some(right);
        }
    }
    found
}

/// Returns the next break behind a position; one of no length where only a mark stands.
fn next_break(text: &[u8], from: usize) -> Option<Break> {
    let rest = text.get(from..)?;
    let at = from + memchr::memchr3(b'\n', b'\r', b'<', rest)?;
    let mut end = at;
    let (mut lines, mut tags, mut marked) = (0, 0, false);
    loop {
        let rest = text.get(end..).unwrap_or_default();
        let (width, tag) = match rest {
            [b'\r', b'\n', ..] => (2, false),
            [b'\n' | b'\r', ..] => (1, false),
            [b'<', ..] => (tag(rest), true),
            _ => (0, false),
        };
        if width == 0 {
            break;
        }
        (lines, tags) = (lines + usize::from(!tag), tags + usize::from(tag));
        end += width;
        let indent = text.get(end..).unwrap_or_default().iter().take(INDENT);
        let quoted = |byte: u8| !tag && matches!(byte, b'>' | b'|');
        let indent = indent.take_while(|&&byte| matches!(byte, b' ' | b'\t') || quoted(byte));
        let indent = indent.inspect(|byte| marked |= quoted(**byte)).count();
        end += indent;
    }
    // A line that a backslash continues.
    let before = text.get(from..at).unwrap_or_default();
    let continued = before.ends_with(b"\\") && !ends_with_drive(before);
    let start = at - usize::from(lines > 0 && continued);
    Some(Break {
        left: start,
        start,
        end,
        right: end,
        marked: marked || tags > 0,
        parts: lines > 1 || tags > 1,
    })
}

/// Returns true for the beginning of a path with a drive: `C:\\`.
fn ends_with_drive(head: &[u8]) -> bool {
    match head {
        [.., before, drive, b':', b'\\'] => {
            drive.is_ascii_alphabetic() && !before.is_ascii_alphanumeric()
        }
        [drive, b':', b'\\'] => drive.is_ascii_alphabetic(),
        _ => false,
    }
}

/// Returns how long the tag of a line break is: `<br>`, `<br/>`, `<br />`, `<wbr>`.
fn tag(rest: &[u8]) -> usize {
    let name = rest.get(1..).unwrap_or_default();
    let name = name
        .strip_prefix(b"w")
        .or(name.strip_prefix(b"W"))
        .unwrap_or(name);
    let Some([b'b' | b'B', b'r' | b'R', tail @ ..]) = Some(name) else {
        return 0;
    };
    let close = tail.iter().take(3).position(|&byte| byte == b'>');
    let Some(close) = close else {
        return 0;
    };
    let plain = tail
        .iter()
        .take(close)
        .all(|byte| matches!(byte, b' ' | b'/'));
    if plain {
        rest.len() - tail.len() + close + 1
    } else {
        0
    }
}

/// Returns where the word that ends at `end` begins, not before `from`.
fn tail(text: &[u8], from: usize, end: usize) -> usize {
    let line = text.get(from..end).unwrap_or_default();
    let other = line.iter().rposition(|&byte| !is_in_word(byte));
    other.map_or(from, |at| from + at + 1)
}

/// Returns how long the word is that begins at a position.
fn head(text: &[u8], from: usize) -> usize {
    let rest = text.get(from..).unwrap_or_default();
    let other = rest.iter().position(|&byte| !is_in_word(byte));
    other.unwrap_or(rest.len())
}

/// Returns true for what tokens are made of, for what parts a path with a drive, and for the bytes of
/// the marks that mask a key: "••••", "…".
fn is_in_word(byte: u8) -> bool {
    class(byte) != 0 || matches!(byte, b'\\' | b'#' | 0x80 | 0xA2 | 0xA6 | 0xE2)
}

/// A text without some of its breaks.
#[derive(Default)]
struct Joined {
    text: String,
    cuts: Vec<Cut>,
}

/// A break that was taken out.
struct Cut {
    /// Where it would stand.
    at: usize,
    from: Break,
}

impl Joined {
    /// Reads a text without some of its breaks.
    fn read(&mut self, text: &str, breaks: &mut dyn Iterator<Item = Break>) {
        self.text.clear();
        self.text.reserve(text.len());
        self.cuts.clear();
        let mut from = 0;
        for taken in breaks {
            let part = text.get(from..taken.start).unwrap_or_default();
            self.text.push_str(part);
            let at = self.text.len();
            add(&mut self.cuts, Cut { at, from: taken });
            from = taken.end;
        }
        self.text.push_str(text.get(from..).unwrap_or_default());
    }

    /// Returns the cuts that lie in a part, and those before which it does not begin.
    fn within(&self, (start, end): (usize, usize)) -> &[Cut] {
        let first = self.cuts.partition_point(|cut| cut.at <= start);
        let behind = self.cuts.partition_point(|cut| cut.at < end);
        self.cuts.get(first..behind).unwrap_or_default()
    }

    /// Returns where a position lies in the text; at a cut, behind the break or before it.
    fn origin(&self, at: usize, behind: bool) -> usize {
        let cuts = self
            .cuts
            .partition_point(|cut| cut.at < at + usize::from(behind));
        let cut = cuts.checked_sub(1).and_then(|last| self.cuts.get(last));
        cut.map_or(at, |cut| cut.from.end + (at - cut.at))
    }

    /// Returns the part of the text that a part stands for; None if no break lies in it.
    fn back(&self, span: (usize, usize)) -> Option<(usize, usize)> {
        let crossing = !self.within(span).is_empty();
        crossing.then(|| (self.origin(span.0, true), self.origin(span.1, false)))
    }

    /// Adds the parts that reach over a break between two halves of one value.
    fn keep(&self, text: &[u8], spans: &Spans, known: &Spans, more: &mut Vec<(usize, usize)>) {
        for &span in spans.as_slice().iter().chain(spans.late()) {
            let (mut start, end) = (self.origin(span.0, true), self.origin(span.1, false));
            let mut held = self.begins(text, span) && !known.covers(start);
            let mut cuts = self.within(span).iter().peekable();
            while let Some(Cut { from, .. }) = cuts.next() {
                let until = cuts.peek().map_or(end, |next| next.from.start);
                let halves = Halves {
                    text,
                    left: (start.max(from.left), from.start),
                    right: (from.end, until),
                };
                if halves.are(known) || (held && halves.go_on()) {
                    held = true;
                    continue;
                }
                if held {
                    add(more, (start, from.start));
                }
                // What is masked before the break is why what stands behind it was found.
                if known.covers(from.start.saturating_sub(1)) {
                    held = false;
                    break;
                }
                (start, held) = (from.end, false);
            }
            if held {
                add(more, (start, end));
            }
        }
    }

    /// Returns true if a part is told by what stands before a break and it alone: "project\ns/x-1",
    /// or what announces it before a tag or a quotation's mark.
    fn begins(&self, text: &[u8], (start, end): (usize, usize)) -> bool {
        let cut = self.cuts.partition_point(|cut| cut.at <= start);
        let Some(cut) = cut.checked_sub(1).and_then(|at| self.cuts.get(at)) else {
            return false;
        };
        let from = cut.from;
        if start == cut.at && !text.get(..from.start).unwrap_or_default().ends_with(b"/") {
            return from.marked && halves::announces(text, from.start);
        }
        let halves = Halves {
            text,
            left: (from.left, from.start),
            right: (from.end, self.origin(end, false)),
        };
        self.origin(start, true) < from.right && halves.are(&Spans::default())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn breaks_are_read_with_their_indentation() {
        for (text, width, marked) in [
            ("a\nb", 1, false),
            ("a\r\nb", 2, false),
            ("a\n  \tb", 4, false),
            ("a\\\n b", 3, false),
            ("a\n> b", 3, true),
            ("a\n| b", 3, true),
            ("a<br>b", 4, true),
            ("a<BR />\n b", 8, true),
            ("a<wbr>b", 5, true),
        ] {
            let found =
                next_break(text.as_bytes(), 0).map(|next| (next.end - next.start, next.marked));
            assert_eq!(found, Some((width, marked)), "{text:?}");
        }
        for text in ["a<b>c</b>", "a <brand> b", "a<"] {
            let found = next_break(text.as_bytes(), 0).map(|next| next.end - next.start);
            assert_eq!(found, Some(0), "{text:?}");
        }
    }
}
