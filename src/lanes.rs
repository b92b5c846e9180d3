//! Sixty-four bytes compared at once: one bit for each byte that passes a test.
//!
//! Loops over single bytes cannot be turned into such masks by the compiler, and intrinsics are
//! unsafe; [`wide`] makes safe values of them, with a portable form for other processors.

use std::ops::{BitAnd, BitOr};

use wide::{CmpEq, CmpGt, i8x16};

/// How many bytes a block has: one for each bit of a mask.
pub(crate) const BLOCK: usize = 64;

/// How many bytes a [`Look`] has.
pub(crate) const LANE: usize = 16;

/// How many bytes a [`WideLook`] has.
pub(crate) const WIDE: usize = 2 * LANE;

/// Some lanes of a text that stand in a row.
#[derive(Clone, Copy)]
pub(crate) struct Lanes<const N: usize>([Lane; N]);

/// Sixteen bytes, for a look at one place.
pub(crate) type Look = Lanes<1>;

/// Thirty-two bytes.
pub(crate) type WideLook = Lanes<2>;

/// Sixty-four bytes.
pub(crate) type Block = Lanes<4>;

impl<const N: usize> Lanes<N> {
    #[inline(always)]
    fn from_fn(byte: impl Fn(usize) -> u8) -> Self {
        Lanes(std::array::from_fn(|lane| {
            Lane::from_fn(|at| byte(lane * LANE + at))
        }))
    }

    /// Returns the bytes of a text from a position on, if it has so many.
    #[inline(always)]
    pub(crate) fn of(text: &[u8], from: usize) -> Option<Self> {
        let bytes = text.get(from..)?.get(..N * LANE)?;
        Some(Lanes::from_fn(|at| bytes[at]))
    }

    /// Returns true if any byte passes.
    #[inline(always)]
    pub(crate) fn any(self, passes: impl Fn(Lane) -> Lane) -> bool {
        let passed = self.0.map(passes).into_iter();
        passed
            .reduce(Lane::bitor)
            .is_some_and(|all| all.bits() != 0)
    }

    /// Returns one bit for each byte that passes, the lowest for the first.
    #[inline(always)]
    pub(crate) fn mask(self, passes: impl Fn(Lane) -> Lane) -> u64 {
        let [mask] = self.masks(|lane| [passes(lane)]);
        mask
    }

    /// Returns such a mask for each of some tests.
    #[inline(always)]
    pub(crate) fn masks<const K: usize>(self, passes: impl Fn(Lane) -> [Lane; K]) -> [u64; K] {
        let mut masks = [0; K];
        for (index, lane) in self.0.into_iter().enumerate() {
            for (mask, passed) in masks.iter_mut().zip(passes(lane)) {
                *mask |= passed.bits() << (index * LANE);
            }
        }
        masks
    }
}

impl Look {
    #[inline(always)]
    pub(crate) fn new(bytes: &[u8; LANE]) -> Self {
        Lanes::from_fn(|at| bytes[at])
    }
}

impl WideLook {
    #[inline(always)]
    pub(crate) fn new(bytes: &[u8; WIDE]) -> Self {
        Lanes::from_fn(|at| bytes[at])
    }
}

impl Block {
    #[inline(always)]
    pub(crate) fn new(bytes: &[u8; BLOCK]) -> Self {
        Lanes::from_fn(|at| bytes[at])
    }

    /// Returns the masks of the bytes of a text from a position on, with spaces behind its end.
    #[inline(always)]
    pub(crate) fn masks_of<const K: usize>(
        text: &[u8],
        from: usize,
        passes: impl Fn(Lane) -> [Lane; K],
    ) -> [u64; K] {
        match text.get(from..).and_then(<[u8]>::first_chunk) {
            Some(block) => Block::new(block).masks(passes),
            None => Block::masks_of_rest(text.get(from..).unwrap_or_default(), passes),
        }
    }

    // Apart, so that whole blocks stay in registers.
    #[inline(never)]
    fn masks_of_rest<const K: usize>(rest: &[u8], passes: impl Fn(Lane) -> [Lane; K]) -> [u64; K] {
        Block::padded(rest).masks(passes)
    }

    #[inline]
    fn padded(rest: &[u8]) -> Self {
        let mut bytes = [b' '; BLOCK];
        for (byte, &filled) in bytes.iter_mut().zip(rest) {
            *byte = filled;
        }
        Block::new(&bytes)
    }
}

/// Sixteen bytes; in what a test returns, the highest bit of those that pass, and not of the others.
#[derive(Clone, Copy)]
pub(crate) struct Lane(i8x16);

impl Lane {
    #[inline(always)]
    fn from_fn(byte: impl Fn(usize) -> u8) -> Self {
        Lane(i8x16::new(std::array::from_fn(|at| byte(at) as i8)))
    }

    #[inline(always)]
    fn bits(self) -> u64 {
        u64::from(self.0.move_mask() as u16)
    }

    /// Passes the bytes that equal this one.
    #[inline(always)]
    pub(crate) fn is(self, byte: u8) -> Lane {
        Lane(self.0.cmp_eq(i8x16::splat(byte as i8)))
    }

    /// Passes the bytes from the first to the last, which are not all bytes.
    ///
    /// Processors compare bytes with a sign, so the range is moved to where the positive numbers
    /// end.
    #[inline(always)]
    pub(crate) fn within(self, first: u8, last: u8) -> Lane {
        let before = i8::MAX.wrapping_sub((last - first) as i8).wrapping_sub(1);
        let moved = self.0 + i8x16::splat(i8::MAX.wrapping_sub(last as i8));
        Lane(moved.cmp_gt(i8x16::splat(before)))
    }

    /// Returns the bytes with these bits set in each.
    #[inline(always)]
    pub(crate) fn with(self, bits: u8) -> Lane {
        Lane(self.0 | i8x16::splat(bits as i8))
    }

    /// Passes the bytes below this one, and those outside ASCII, which are the negative numbers.
    #[inline(always)]
    pub(crate) fn below(self, byte: u8) -> Lane {
        Lane(i8x16::splat(byte as i8).cmp_gt(self.0))
    }

    /// Passes no byte.
    #[inline(always)]
    pub(crate) fn none(self) -> Lane {
        Lane(i8x16::ZERO)
    }

    /// Of what passed, takes out what passed another test.
    #[inline(always)]
    pub(crate) fn but(self, other: Lane) -> Lane {
        Lane(!other.0 & self.0)
    }
}

impl BitOr for Lane {
    type Output = Lane;

    #[inline(always)]
    fn bitor(self, other: Lane) -> Lane {
        Lane(self.0 | other.0)
    }
}

impl BitAnd for Lane {
    type Output = Lane;

    #[inline(always)]
    fn bitand(self, other: Lane) -> Lane {
        Lane(self.0 & other.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn expected(bytes: &[u8; BLOCK], passes: impl Fn(u8) -> bool) -> u64 {
        let bits = bytes.iter().enumerate();
        bits.fold(0, |mask, (at, &byte)| mask | u64::from(passes(byte)) << at)
    }

    #[test]
    fn masks_of_all_bytes() {
        for from in [0u8, 64, 128, 192] {
            let bytes: [u8; BLOCK] = std::array::from_fn(|at| from + at as u8);
            let block = Block::new(&bytes);
            for other in 0..=255u8 {
                assert_eq!(
                    block.mask(|lane| lane.is(other)),
                    expected(&bytes, |byte| byte == other)
                );
                for last in [
                    other,
                    other.saturating_add(9),
                    0x7F.max(other),
                    0xFE.max(other),
                ] {
                    assert_eq!(
                        block.mask(|lane| lane.within(other, last)),
                        expected(&bytes, |byte| (other..=last).contains(&byte)),
                        "{other} to {last}"
                    );
                }
            }
            assert_eq!(
                block.mask(|lane| lane.below(b' ')),
                expected(&bytes, |byte| !(b' '..0x80).contains(&byte))
            );
        }
    }

    #[test]
    fn what_is_left_of_a_text_ends_with_spaces() {
        for length in 0..BLOCK {
            let text = "x".repeat(length);
            let block = Block::padded(text.as_bytes());
            assert_eq!(block.mask(|lane| lane.is(b'x')), (1 << length) - 1);
            assert_eq!(block.mask(|lane| lane.is(b' ')), !((1 << length) - 1));
        }
    }
}
