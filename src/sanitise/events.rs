//! Where a text may hold something: the positions of bytes that no plain word has.
//!
//! Each secret holds such a byte or stands beside one, so that the words of a clean text are never
//! looked at one by one. A block of 64 bytes is compared at once; what the comparison lets through
//! too often (full stops, capitals) is sorted out one by one.

use crate::lanes::{BLOCK, Block};

use super::plain::{self, Around};
use super::word::word;
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
    #[inline(always)]
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

    /// Returns the first position at `done` or behind it that nothing plain stands at, and what it
    /// says; moves `done` behind what is plain before it, and forgets all before.
    ///
    /// What a plain word holds is passed bit by bit, though its end is known: so the next place is
    /// known before the last one is judged.
    #[inline(always)]
    pub(super) fn next_special(&mut self, done: &mut usize) -> Option<(usize, Tells)> {
        if *done > self.base {
            self.leap(*done);
        }
        // Copies stay in registers.
        let (bytes, until) = (self.bytes, self.until);
        let (mut base, mut mask, mut odd, mut from) = (self.base, self.mask, false, *done);
        let found = 'found: loop {
            let (at, tells) = 'place: loop {
                while mask != 0 {
                    let at = base + mask.trailing_zeros() as usize;
                    if at < from {
                        mask &= mask - 1;
                        continue;
                    }
                    let Some(around) = Around::of(bytes, at) else {
                        match tells_at_end(bytes, at) {
                            Tells::Odd => odd = true,
                            Tells::Nothing => {}
                            tells => break 'place (at, tells),
                        }
                        mask &= mask - 1;
                        continue;
                    };
                    let byte = around.byte();
                    if byte.is_ascii_digit() {
                        let Some(plain) = plain::number(bytes, at, around) else {
                            break 'place (at, Tells::Digit);
                        };
                        from = plain.end;
                        if plain.whole {
                            mask = without_run(mask);
                        }
                        continue;
                    }
                    // The most frequent of those that are sorted out.
                    let stops = byte == b'.' && around.next() <= b' ';
                    if !stops {
                        match tells(byte, around.next()) {
                            Tells::Odd => odd = true,
                            Tells::Nothing => {}
                            // Mostly an apostrophe, or a closing one.
                            Tells::Quote if around.before() != b' ' => {}
                            tells @ (Tells::Quote | Tells::Key) => {
                                if opens(bytes, at) {
                                    break 'place (at, tells);
                                }
                            }
                            tells => break 'place (at, tells),
                        }
                    }
                    mask &= mask - 1;
                }
                base += BLOCK;
                if base >= until {
                    break 'found None;
                }
                mask = block_mask(bytes, base);
            };
            let plain = match tells {
                // No word holds what lies outside ASCII.
                Tells::Foreign | Tells::Quote | Tells::Key => None,
                _ => word(bytes, from, at),
            };
            let Some(plain) = plain else {
                break Some((at, tells));
            };
            from = plain.end;
            if plain.whole {
                mask = without_run(mask);
            }
        };
        (self.base, self.mask) = (base, mask);
        self.odd |= odd;
        *done = from;
        found
    }

    /// Returns the first position at `from` or behind it and what stands there; forgets those before.
    #[inline(never)]
    pub(super) fn next_from(&mut self, from: usize) -> Option<(usize, Tells)> {
        if from > self.base {
            self.leap(from);
        }
        loop {
            while self.mask != 0 {
                let at = self.base + self.mask.trailing_zeros() as usize;
                match tells_at_end(self.bytes, at) {
                    Tells::Odd => self.odd = true,
                    Tells::Nothing => {}
                    tells => return Some((at, tells)),
                }
                self.mask &= self.mask - 1;
            }
            self.base += BLOCK;
            if self.base >= self.until {
                return None;
            }
            self.mask = block_mask(self.bytes, self.base);
        }
    }

    /// Forgets all before a position behind the block's beginning. Blocks between are left out.
    #[inline(never)]
    fn leap(&mut self, from: usize) {
        let base = from - from % BLOCK;
        if base > self.base {
            self.base = base;
            self.mask = block_mask(self.bytes, base);
        }
        self.mask &= u64::MAX << (from % BLOCK);
    }

    /// Returns how many bytes behind a position were compared.
    #[inline]
    pub(super) fn looked_at(&self, from: usize) -> usize {
        (self.base + BLOCK).saturating_sub(from)
    }
}

/// Returns a mask without its first run of bits.
#[inline(always)]
fn without_run(mask: u64) -> u64 {
    let first = mask & mask.wrapping_neg();
    mask & mask.wrapping_add(first)
}

/// Returns one bit for each likely byte among the 64 at `base`.
#[inline(always)]
fn block_mask(bytes: &[u8], base: usize) -> u64 {
    let [mask] = Block::masks_of(bytes, base, |lane| {
        // The fewest comparisons that pass what tells something and little else.
        let prose = lane.with(0x0C).is(b',');
        [lane.below(b'C').but(prose) | lane.with(3).is(b'_')]
    });
    mask
}

/// Returns true for what [`block_mask`] reports: all up to `B` but a space, `$`, `(` and `,`; `\\` to
/// `_`; anything outside ASCII.
pub(super) const fn is_likely(byte: u8) -> bool {
    (byte as i8) < b'C' as i8 && byte | 0x0C != b',' || byte | 3 == b'_'
}

/// What a likely byte says.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Tells {
    /// It is no part of anything.
    Nothing,
    /// Nothing itself, but what an escape begins with, or what may part a value: a line break, a tag.
    Odd,
    /// Something, together with the byte behind it: see [`tells`].
    Seldom,
    Digit,
    Foreign,
    /// A quote that may open a value: see [`quote::may_open`].
    Quote,
    /// The words before a key that may be of letters alone: see [`quote::names_key`].
    Key,
    Other,
}

static TELLS: [Tells; 256] = {
    let mut table = [Tells::Other; 256];
    let mut byte = 0;
    while byte < 256 {
        table[byte] = match byte as u8 {
            b'0'..=b'9' => Tells::Digit,
            b'.' | b'%' | b'A' | b'B' => Tells::Seldom,
            // Between others in the order of bytes.
            b'!' | b'#' | b')' | b'+' | b';' | b'>' | b']' | b'^' => Tells::Nothing,
            b'"' | b'\'' => Tells::Quote,
            b'\\' | b'<' | b'&' | 0..=0x1F => Tells::Odd,
            0x80.. => Tells::Foreign,
            _ => Tells::Other,
        };
        byte += 1;
    }
    table
};

/// Returns what a likely byte says with the byte behind it.
///
/// A full stop says nothing, and of the capitals only those in prefixes such as AKIA, LTAI and AIza,
/// which letters alone may follow, and that of Bearer, which a token of letters may follow.
#[inline(always)]
fn tells(byte: u8, next: u8) -> Tells {
    let tells = TELLS[usize::from(byte)];
    if tells != Tells::Seldom {
        return tells;
    }
    let something = match byte {
        b'.' => next > b' ',
        b'%' if next.is_ascii_hexdigit() => return Tells::Odd,
        b'%' => false,
        b'A' if next == b'P' => return Tells::Key,
        b'A' => key::may_be_second(next),
        _ => next == b'e',
    };
    if something {
        Tells::Other
    } else {
        Tells::Nothing
    }
}

/// Returns true if a quote may open a value, or a capital begins the words before a key.
#[inline(never)]
fn opens(bytes: &[u8], at: usize) -> bool {
    match bytes.get(at) {
        Some(b'A') => quote::names_key(bytes, at),
        _ => quote::may_open(bytes, at),
    }
}

/// The same for a byte that may be the last one of a text.
#[inline(never)]
fn tells_at_end(bytes: &[u8], at: usize) -> Tells {
    let next = bytes.get(at + 1).copied().unwrap_or(b' ');
    match bytes.get(at).map(|byte| tells(*byte, next)) {
        Some(Tells::Quote | Tells::Key) if !opens(bytes, at) => Tells::Nothing,
        Some(tells) => tells,
        None => Tells::Nothing,
    }
}

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
            (listed || text[*at] >= 0x80) && tells_at_end(text, *at) != Tells::Nothing
        };
        (0..text.len()).filter(plain).collect()
    }

    #[test]
    fn blocks_and_single_bytes_are_likely_alike() {
        let bytes: Vec<u8> = (0..=255).collect();
        for base in (0..bytes.len()).step_by(BLOCK) {
            let mask = block_mask(&bytes, base);
            for at in 0..BLOCK {
                let byte = bytes[base + at];
                assert_eq!(mask >> at & 1 == 1, is_likely(byte), "{byte}");
            }
        }
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
