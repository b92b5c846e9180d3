//! Where a text may hold something: the positions of bytes that no plain word has.
//!
//! Each secret holds such a byte or stands beside one, so that the words of a clean text are never
//! looked at one by one. A block of 64 bytes is compared at once: the loop has no branch, and the
//! compiler makes vector instructions of it without unsafe code.

const BLOCK: usize = 64;

/// The positions of a text's telling bytes, ascending.
pub(super) struct Events<'t> {
    bytes: &'t [u8],
    /// Where the block of `mask` begins.
    base: usize,
    /// A bit for each telling byte of the block that is still to be reported.
    mask: u64,
}

impl<'t> Events<'t> {
    pub(super) fn new(bytes: &'t [u8]) -> Self {
        Events {
            bytes,
            base: 0,
            mask: block_mask(bytes, 0),
        }
    }

    /// Returns the first position at `from` or behind it, and forgets those before.
    #[inline]
    pub(super) fn next_from(&mut self, from: usize) -> Option<usize> {
        if from >= self.base + BLOCK {
            self.base = from - from % BLOCK;
            self.mask = block_mask(self.bytes, self.base);
        }
        if from > self.base {
            self.mask &= u64::MAX << (from - self.base);
        }
        while self.mask == 0 {
            self.base += BLOCK;
            if self.base >= self.bytes.len() {
                return None;
            }
            self.mask = block_mask(self.bytes, self.base);
        }
        Some(self.base + self.mask.trailing_zeros() as usize)
    }
}

/// Returns one bit for each telling byte among the 64 at `base`.
fn block_mask(bytes: &[u8], base: usize) -> u64 {
    let rest = bytes.get(base..).unwrap_or_default();
    if let Some((here, after)) = rest
        .first_chunk::<BLOCK>()
        .zip(rest.get(1..).and_then(|rest| rest.first_chunk::<BLOCK>()))
    {
        return mask_of(here, after);
    }
    let mut here = [b' '; BLOCK];
    let mut after = [b' '; BLOCK];
    for (slot, &byte) in here.iter_mut().zip(rest) {
        *slot = byte;
    }
    for (slot, &byte) in after.iter_mut().zip(rest.iter().skip(1)) {
        *slot = byte;
    }
    mask_of(&here, &after)
}

fn mask_of(here: &[u8; BLOCK], after: &[u8; BLOCK]) -> u64 {
    let mut flags = [0u8; BLOCK];
    for ((flag, &byte), &next) in flags.iter_mut().zip(here).zip(after) {
        *flag = telling(byte, next);
    }
    // Eight flags of 0 or 1 become eight bits by one multiplication.
    let mut mask = 0u64;
    for (index, eight) in flags.chunks_exact(8).enumerate() {
        let eight = eight
            .first_chunk::<8>()
            .map_or(0, |eight| u64::from_le_bytes(*eight));
        mask |= (eight.wrapping_mul(0x0102_0408_1020_4080) >> 56) << (index * 8);
    }
    mask
}

/// Returns 1 for a byte that may belong to something: `- . / 0-9 :` up to `@`, `_ *`, anything
/// outside ASCII, and letters of AKIA, ASIA and AIza, which may hold letters only, and of Bearer,
/// which such a token may follow.
///
/// No branch and no table: sixteen bytes are compared by a few instructions.
#[inline]
fn telling(byte: u8, next: u8) -> u8 {
    let range = byte.wrapping_sub(b'-') <= b'@' - b'-';
    let full_stop = (byte == b'.') & (next <= b' ');
    let mark = (byte == b'_') | (byte == b'*') | (byte >= 0x80);
    let bare =
        ((byte == b'I') & ((next == b'A') | (next == b'z'))) | ((byte == b'B') & (next == b'e'));
    u8::from((range & !full_stop) | mark | bare)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions_are_those_of_a_plain_loop() {
        let text: Vec<u8> = (0..1000u32)
            .map(|i| (i.wrapping_mul(2_654_435_761) >> 24) as u8)
            .collect();
        let expected: Vec<usize> = (0..text.len())
            .filter(|&i| telling(text[i], text.get(i + 1).copied().unwrap_or(b' ')) == 1)
            .collect();
        let mut events = Events::new(&text);
        let mut found = Vec::new();
        let mut from = 0;
        while let Some(at) = events.next_from(from) {
            found.push(at);
            from = at + 1;
        }
        assert_eq!(found, expected);
    }
}
