//! What the first words of a routing table, a stack trace or a key block announce.

use super::MASK;
use super::chain;
use super::class;
use super::errno;
use super::generated::FOOTERS;
use super::scan::Pass;
use super::tables::{self, Marker, Reach, listed_folded};

/// What may stand between a marker and the bracket or value that it announces.
const OPENERS: &[u8] = b"'\"`*<b>\\ \n";

/// How far the end of a list in brackets is looked for.
const LIST: usize = 1024;

/// Returns true for a mask behind such marks.
fn is_masked(part: &[u8]) -> bool {
    let head = part.strip_suffix(MASK.as_bytes());
    head.is_some_and(|head| head.iter().all(|byte| OPENERS.contains(byte)))
}

impl Pass<'_, '_> {
    /// Masks what follows a routing table's or a stack trace's first words.
    pub(super) fn markers(&mut self, start: usize, end: usize, kinds: u16) {
        if self.names && self.at(end - 1) == b':' && self.part(0, start).ends_with(b", ") {
            self.mask(start, end - 1);
        }
        let query = self.part(start, end).iter().position(|&byte| byte == b'=');
        let query = query.filter(|_| kinds & class::QUERY != 0);
        let member = query.map(|at| start + at + 1).filter(|at| *at < end);
        // "deployments=[...": of a member the name is the marker; of "key=-----BEGIN" the value.
        let found = [member, Some(end)]
            .into_iter()
            .flatten()
            .find_map(|end| Some((tables::marker(self.part(0, end))?, end)));
        let Some((marker, end)) = found else {
            return;
        };
        self.follow(marker, end);
    }

    /// Masks what follows a marker that ends at a position.
    pub(super) fn follow(&mut self, marker: &Marker, end: usize) {
        let begin = end.saturating_sub(marker.text.len());
        let reach = self.reach_end(marker.reach, end);
        match marker.reach {
            Reach::Rest | Reach::Block => self.spans.push(begin, reach),
            Reach::Names => {
                self.names = true;
                self.spans.far = true;
                let name = self.run_end(end, |byte| byte == b' ');
                self.spans.push(name, reach);
                chain::list(self, end, true);
            }
            Reach::List | Reach::Failed => {
                chain::list(self, end, marker.reach == Reach::Failed);
            }
            Reach::Host => chain::host(self, end),
            Reach::Errno => errno::find(self, end),
            // What is masked already stays as it is, with what stands before it.
            Reach::Line | Reach::Bracket if is_masked(self.part(end, reach)) => {}
            Reach::Line | Reach::Bracket => self.spans.push(end, reach),
        }
        self.done = self.done.max(reach);
    }

    fn reach_end(&mut self, reach: Reach, from: usize) -> usize {
        // A quote or a mark of emphasis may stand before the bracket.
        let quotes = self.part(from, from + 4).iter();
        let quotes = quotes.take_while(|byte| OPENERS.contains(byte)).count();
        let from = match (reach, self.at(from + quotes)) {
            (Reach::Bracket, b'[' | b'{' | b'(') => from + quotes,
            _ => from,
        };
        match reach {
            Reach::Rest => self.text.len(),
            Reach::List | Reach::Failed | Reach::Host | Reach::Errno => from,
            Reach::Block => self.block_end(from),
            Reach::Line if self.at(from) == b'[' => {
                let close = self.closing(from);
                close.unwrap_or_else(|| self.line_end(from))
            }
            Reach::Line => self.line_end(from),
            Reach::Bracket if matches!(self.at(from), b'[' | b'{' | b'(') => {
                if let Some(end) = self.closing(from) {
                    return end;
                }
                let end = self.run_end(from, |byte| !matches!(byte, b']' | b'}' | b')' | b'\n'));
                end + usize::from(matches!(self.at(end), b']' | b'}' | b')'))
            }
            Reach::Bracket => self.run_end(from, |byte| {
                !matches!(byte, b' ' | b',' | b'\n' | b'\r' | b'"' | b')')
            }),
            Reach::Names => {
                let name = self.run_end(from, |byte| byte == b' ');
                self.run_end(name, class::is_word)
            }
        }
    }

    fn line_end(&mut self, from: usize) -> usize {
        self.run_end(from, |byte| !matches!(byte, b'\n' | b'\r' | b'"' | b'\\'))
    }

    /// Returns where the bracket is closed that opens at a position, brackets in it counted; None if it
    /// is not in its line, and not far.
    fn closing(&mut self, from: usize) -> Option<usize> {
        let near = self.text.get(from..)?;
        let mut depth = 0_usize;
        for (at, byte) in near.iter().take(LIST).enumerate() {
            self.work.add(1);
            match byte {
                b'[' | b'{' | b'(' => depth += 1,
                b']' | b'}' | b')' => depth = depth.checked_sub(1)?,
                b'\n' => return None,
                _ => {}
            }
            if depth == 0 {
                return Some(from + at + 1);
            }
        }
        None
    }

    /// Returns the end of a block that begins with "-----BEGIN".
    fn block_end(&mut self, from: usize) -> usize {
        let rest = self.text.get(from..).unwrap_or_default();
        let end = memchr::memmem::find(rest, b"-----END").map(|at| at + 5);
        let name = end.and_then(|at| rest.get(at..)).unwrap_or_default();
        let close = memchr::memmem::find(name, b"-----");
        let len = end
            .zip(close)
            .map_or(rest.len(), |(end, close)| end + close + 5);
        self.work.add(len);
        from + len
    }

    /// Masks the bare name of a server before a closing tag: `<center>nginx</center>`.
    pub(super) fn footer(&mut self, slash: usize) {
        let end = slash - 1;
        self.spans.tagged = true;
        let start = self
            .part(0, end)
            .iter()
            .rev()
            .take(24)
            .take_while(|&&byte| class::is_key(byte))
            .count();
        let start = end - start;
        if self.at(start.wrapping_sub(1)) == b'>' && listed_folded(FOOTERS, self.part(start, end)) {
            self.spans.push(start, end);
        }
    }
}
