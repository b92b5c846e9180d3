//! Where a text may hold something: the positions of bytes that no plain word has.
//!
//! Each secret holds such a byte or stands beside one, so that the words of a clean text are never
//! looked at one by one. A block of 64 bytes is compared at once; what the comparison lets through
//! too often (full stops, capitals) is sorted out one by one.

use crate::lanes::{BLOCK, Block};

use super::{key, quote};

/// The positions of a text's telling bytes, ascending.
#[derive(Clone, Copy)]
pub(super) struct Events<'t> {
    bytes: &'t [u8],
    /// No block from here on is looked at.
    until: usize,
    /// Where the block of `mask` begins.
    base: usize,
    /// A bit for each likely byte of the block that is still to be reported.
    mask: u64,
    /// A byte was passed that may hide a value or part it: see [`Tells::Odd`].
    pub(super) odd: bool,
}

impl<'t> Events<'t> {
    #[inline]
    pub(super) fn new(bytes: &'t [u8], from: usize, until: usize) -> Self {
        let base = from - from % BLOCK;
        Events {
            bytes,
            until: until.min(bytes.len()),
            base,
            mask: block_mask(bytes, base),
            odd: false,
        }
    }

    /// Returns the first position at `from` or behind it and what stands there; forgets those before.
    ///
    /// Bytes before `from` are passed run by run, and the mask is cut at `from` only where a run
    /// reaches over it: so the next place is known before the last one is judged.
    #[inline(always)]
    pub(super) fn next_from(&mut self, from: usize) -> Option<(usize, Tells)> {
        loop {
            while self.mask != 0 {
                let at = self.base + self.mask.trailing_zeros() as usize;
                if at < from {
                    self.mask = passed(self.mask, from - self.base);
                    continue;
                }
                let byte = *self.bytes.get(at)?;
                if byte.is_ascii_digit() {
                    return Some((at, Tells::Digit));
                }
                // The most frequent of those that are sorted out: full stops, and quotes that no
                // blank stands before.
                let stops = match byte {
                    b'.' => self.bytes.get(at + 1).is_some_and(|next| *next <= b' '),
                    b'"' | b'\'' => self.bytes.get(at.wrapping_sub(1)) != Some(&b' '),
                    _ => false,
                };
                if !stops {
                    let tells = TELLS[usize::from(byte)];
                    match tells {
                        Tells::Odd => self.odd = true,
                        Tells::Seldom if !seldom(byte, self.bytes, at) => {}
                        _ => return Some((at, tells)),
                    }
                }
                self.mask &= self.mask - 1;
            }
            self.base += BLOCK;
            if from >= self.base + BLOCK {
                self.base = leap(from);
            }
            if self.base >= self.until {
                return None;
            }
            self.mask = block_mask(self.bytes, self.base);
        }
    }

    /// Returns how many bytes behind a position were compared.
    #[inline]
    pub(super) fn looked_at(&self, from: usize) -> usize {
        (self.base + BLOCK).saturating_sub(from)
    }

    /// Forgets the run of likely bytes that begins where the last one was found.
    #[inline(always)]
    pub(super) fn forget_run(&mut self) {
        let first = self.mask & self.mask.wrapping_neg();
        self.mask &= self.mask.wrapping_add(first);
    }
}

/// Returns where the block of a position begins.
// Apart, since a leap over a whole block is rare.
#[inline(never)]
fn leap(from: usize) -> usize {
    from - from % BLOCK
}

/// Returns a mask without its first run of bits, or without all before a position if a run reaches
/// over it.
#[inline(never)]
fn passed(mask: u64, behind: usize) -> u64 {
    if behind >= BLOCK {
        return 0;
    }
    let first = mask & mask.wrapping_neg();
    mask & if mask >> behind & 1 == 1 {
        u64::MAX << behind
    } else {
        mask.wrapping_add(first)
    }
}

/// Returns one bit for each likely byte among the 64 at `base`: `-` to `B`, `*`, `\\` to `_`, quotes,
/// control characters, anything outside ASCII.
#[inline]
fn block_mask(bytes: &[u8], base: usize) -> u64 {
    let [mask] = Block::masks_of(bytes, base, |lane| {
        // The backslash and the low line are told apart from what stands between them afterwards.
        // So are the quotes, with the asterisk from `#`, `&`, `+` and two that are listed.
        let marks = lane.with(0x0D).is(b'/');
        let listed = lane.within(b'-', b'B') | lane.with(3).is(b'_') | marks;
        [listed | lane.no_print()]
    });
    mask
}

/// What a likely byte says.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Tells {
    /// Something, together with the byte behind it: [`seldom`] looks.
    Seldom,
    Digit,
    Foreign,
    /// Nothing itself, but what an escape begins with, or what may part a value: a line break, a tag.
    /// A percent sign is not among these.
    Odd,
    Other,
}

static TELLS: [Tells; 256] = {
    let mut table = [Tells::Other; 256];
    let mut byte = 0;
    while byte < 256 {
        table[byte] = match byte as u8 {
            b'0'..=b'9' => Tells::Digit,
            b'.' | b'A' | b'B' | b'"' | b'\'' => Tells::Seldom,
            b';' | b'>' | b']' | b'^' | b'#' | b'&' | b'+' => Tells::Seldom,
            b'\\' | b'<' | ..b' ' => Tells::Odd,
            0x80.. => Tells::Foreign,
            _ => Tells::Other,
        };
        byte += 1;
    }
    table
};

/// Returns true for a likely byte that may belong to something: not a full stop, and of the capitals
/// only those in prefixes such as AKIA, LTAI and AIza, which letters alone may follow, and that of
/// Bearer, which a token of letters may follow; of quotes those behind what may be a cue.
#[inline]
fn seldom(byte: u8, bytes: &[u8], at: usize) -> bool {
    let next = bytes.get(at + 1).copied().unwrap_or(b' ');
    match byte {
        b'.' => next > b' ',
        b'A' => key::may_be_second(next) || next == b'P' && names_key(bytes, at),
        b'B' => next == b'e',
        b'"' | b'\'' => quote::may_open(bytes, at),
        // Between others in the order of bytes, of no meaning themselves.
        _ => false,
    }
}

/// Returns true for the words before a key that may be of letters alone.
pub(super) fn names_key(bytes: &[u8], at: usize) -> bool {
    bytes.get(at..).is_some_and(|rest| rest.starts_with(KEY))
}

/// How keys are mostly named in a sentence.
pub(super) const KEY: &[u8] = b"API key ";

#[cfg(test)]
mod tests {
    use super::*;

    /// A text of all bytes.
    fn text(len: u32) -> Vec<u8> {
        let byte = |at: u32| (at.wrapping_mul(2_654_435_761) >> 24) as u8;
        (0..len).map(byte).collect()
    }

    fn expected(text: &[u8]) -> Vec<usize> {
        let plain = |at: &usize| {
            let listed = b"-./0123456789:=?@AB_*\"'".contains(&text[*at]);
            (listed || text[*at] >= 0x80)
                && (!b".AB\"'".contains(&text[*at]) || seldom(text[*at], text, *at))
        };
        (0..text.len()).filter(plain).collect()
    }

    #[test]
    fn positions_are_those_of_a_plain_loop() {
        for len in [0, 1, 7, 8, 63, 64, 65, 100, 128, 1000] {
            let text = text(len);
            let mut events = Events::new(&text, 0, text.len());
            let mut found = Vec::new();
            let mut from = 0;
            while let Some((at, _)) = events.next_from(from) {
                found.push(at);
                from = at + 1;
            }
            assert_eq!(found, expected(&text), "{len}");
        }
    }

    #[test]
    fn leaps_land_on_the_first_position_behind() {
        let text = text(2000);
        let all = expected(&text);
        for step in [2, 15, 63, 64, 65, 127, 300] {
            let mut events = Events::new(&text, 0, text.len());
            for from in (0..2100).step_by(step) {
                let first = all.iter().copied().find(|at| *at >= from);
                assert_eq!(
                    events.next_from(from).map(|found| found.0),
                    first,
                    "{from} by {step}"
                );
            }
        }
    }
}
