//! Passing a container that nobody wants, at the same speed whatever stands in it.

use crate::lanes::{BLOCK, Block, LANE, Lane, Look};

use super::find;

/// Returns where the container ends that is open here: behind its bracket, or at the end of the text.
#[inline(never)]
pub(crate) fn end_of_container(text: &[u8], at: usize, relaxed: bool) -> usize {
    let (behind, _) = behind_container(text.get(at..).unwrap_or_default(), relaxed);
    text.len() - behind.len()
}

/// Returns what stands behind the container that is open, and how many are open at the end.
///
/// A backslash hides what stands behind it, in strings and elsewhere.
#[inline(always)]
pub(super) fn behind_container(bytes: &[u8], relaxed: bool) -> (&[u8], u32) {
    match length_of_short(bytes).and_then(|length| bytes.get(length..)) {
        Some(behind) => (behind, 0),
        None => behind_long(bytes, relaxed),
    }
}

/// Returns the length of a container that ends within a lane and holds neither strings nor others.
#[inline(always)]
fn length_of_short(bytes: &[u8]) -> Option<usize> {
    let lane = bytes.first_chunk()?;
    let marks = Look::new(lane).mask(|lane| {
        // Brackets and the backslash, and `|` with them, which is rare.
        let brackets = lane.with(0x20).within(b'{', b'}');
        brackets | lane.is(b'"') | lane.is(b'\'')
    });
    let at = marks.trailing_zeros() as usize;
    // Asked of the lane: a place behind it only says that the lane holds no mark.
    match lane.get(at) {
        Some(b'}' | b']') => Some(at + 1),
        _ => None,
    }
}

#[inline(never)]
fn behind_long(bytes: &[u8], relaxed: bool) -> (&[u8], u32) {
    if relaxed {
        return behind_relaxed(bytes);
    }
    let mut depth = Depth(1);
    let (mut inside, mut carried) = (0, 0);
    for base in (0..bytes.len()).step_by(BLOCK) {
        let [quotes, backslashes, opens, closes] = Block::masks_of(bytes, base, |lane| {
            let opens = lane.is(b'{') | lane.is(b'[');
            [
                lane.is(b'"'),
                lane.is(b'\\'),
                opens,
                lane.is(b'}') | lane.is(b']'),
            ]
        });
        let plain = !find::escaped(backslashes, &mut carried);
        let strings = within(quotes & plain) ^ inside;
        let plain = plain & !strings;
        inside = 0_u64.wrapping_sub(strings >> (BLOCK - 1));
        if let Some(end) = depth.after(opens & plain, closes & plain) {
            return (bytes.get(base + end + 1..).unwrap_or_default(), 0);
        }
    }
    (&[], depth.0)
}

/// Returns what stands behind a text that is no JSON: from the next string, number or bracket on.
///
/// Words are left out even if they mean something: where one is junk, so are those beside it.
#[inline(never)]
pub(super) fn behind_junk(bytes: &[u8], relaxed: bool) -> &[u8] {
    let single = if relaxed { b'\'' } else { b'"' };
    let marks = |lane: Lane| {
        let brackets = lane.is(b'{') | lane.is(b'[') | lane.is(b'}') | lane.is(b']');
        let number = lane.within(b'0', b'9') | lane.is(b'-');
        brackets | number | lane.is(b'"') | lane.is(single)
    };
    let near = bytes
        .first_chunk()
        .map_or(0, |lane| Look::new(lane).mask(marks));
    if near != 0 {
        return bytes
            .get(near.trailing_zeros() as usize..)
            .unwrap_or_default();
    }
    for base in (0..bytes.len()).step_by(BLOCK) {
        let [found] = Block::masks_of(bytes, base, |lane| [marks(lane)]);
        if found != 0 {
            return bytes
                .get(base + found.trailing_zeros() as usize..)
                .unwrap_or_default();
        }
    }
    &[]
}

/// Marks each bit from one that is set to the one before the next that is set.
fn within(mut marks: u64) -> u64 {
    for shift in [1, 2, 4, 8, 16, 32] {
        marks ^= marks << shift;
    }
    marks
}

/// How many containers are open; never as many as bytes that were read.
struct Depth(u32);

impl Depth {
    /// Counts the brackets of a block. Returns where the outermost container is closed.
    #[inline(always)]
    fn after(&mut self, opens: u64, closes: u64) -> Option<usize> {
        if closes.count_ones() < self.0 {
            self.0 = self.0 + opens.count_ones() - closes.count_ones();
            return None;
        }
        self.bracket_by_bracket(opens, closes)
    }

    fn bracket_by_bracket(&mut self, opens: u64, closes: u64) -> Option<usize> {
        let mut marks = opens | closes;
        while marks != 0 {
            let bit = marks & marks.wrapping_neg();
            marks ^= bit;
            self.0 = if opens & bit != 0 {
                self.0 + 1
            } else {
                self.0 - 1
            };
            if self.0 == 0 {
                return Some(bit.trailing_zeros() as usize);
            }
        }
        None
    }
}

/// The same where strings may stand in single quotes: each byte leads from one state to the next,
/// without a branch that could be guessed wrong.
fn behind_relaxed(bytes: &[u8]) -> (&[u8], u32) {
    let (mut open, mut state): (u32, u64) = (1, OUTSIDE);
    for (index, lane) in bytes.chunks(LANE).enumerate() {
        // Behind the end that is looked for, the sum may run below zero; nobody reads it.
        let mut end = usize::MAX;
        for (at, byte) in lane.iter().enumerate() {
            let [steps] = *ROWS
                .get(usize::from(*byte)..)
                .and_then(<[u64]>::first_chunk)
                .unwrap_or(&[0]);
            state = steps >> (state & STATE);
            open = open.wrapping_add((state & OPENS != 0) as u32);
            open = open.wrapping_sub((state & CLOSES != 0) as u32);
            end = end.min(if open == 0 { at } else { usize::MAX });
        }
        if end < LANE {
            let behind = index * LANE + end + 1;
            return (bytes.get(behind..).unwrap_or_default(), 0);
        }
    }
    (&[], open)
}

/// States, as the place in a byte's row at which stands what comes next.
const OUTSIDE: u64 = 0;
const SINGLE: u64 = 10;
const DOUBLE: u64 = 20;
const ESCAPED: u64 = 30;
const ESCAPED_IN_SINGLE: u64 = 40;
const ESCAPED_IN_DOUBLE: u64 = 50;

/// The bits of an entry that are the state, and those that say which bracket was read.
const STATE: u64 = 63;
const OPENS: u64 = 64;
const CLOSES: u64 = 128;

/// For each byte a row of what it leads to, an entry of ten bits for each state.
static ROWS: [u64; 256] = {
    let mut rows = [0; 256];
    let mut byte = 0;
    while byte < rows.len() {
        rows[byte] = row(byte as u8);
        byte += 1;
    }
    rows
};

const fn row(byte: u8) -> u64 {
    let [outside, single, double] = match byte {
        b'\'' => [SINGLE, OUTSIDE, DOUBLE],
        b'"' => [DOUBLE, SINGLE, OUTSIDE],
        b'\\' => [ESCAPED, ESCAPED_IN_SINGLE, ESCAPED_IN_DOUBLE],
        b'{' | b'[' => [OUTSIDE | OPENS, SINGLE, DOUBLE],
        b'}' | b']' => [OUTSIDE | CLOSES, SINGLE, DOUBLE],
        _ => [OUTSIDE, SINGLE, DOUBLE],
    };
    outside << OUTSIDE
        | single << SINGLE
        | double << DOUBLE
        | OUTSIDE << ESCAPED
        | SINGLE << ESCAPED_IN_SINGLE
        | DOUBLE << ESCAPED_IN_DOUBLE
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Byte by byte, as one would write it first.
    fn plainly(text: &str, relaxed: bool) -> (&str, u32) {
        let (mut open, mut quote, mut escaped) = (1, None, false);
        for (at, letter) in text.char_indices() {
            match (quote, letter) {
                _ if escaped => escaped = false,
                (_, '\\') => escaped = true,
                (Some(one), _) if one == letter => quote = None,
                (Some(_), _) => {}
                (None, '"') => quote = Some('"'),
                (None, '\'') if relaxed => quote = Some('\''),
                (None, '{' | '[') => open += 1,
                (None, '}' | ']') if open == 1 => return (&text[at + 1..], 0),
                (None, '}' | ']') => open -= 1,
                (None, _) => {}
            }
        }
        ("", open)
    }

    /// A lane without any mark says nothing about what stands further on.
    #[test]
    fn brackets_at_every_distance() {
        for gap in 0..200 {
            let text = format!("{}{{}}]behind", " ".repeat(gap));
            for relaxed in [false, true] {
                let found = behind_container(text.as_bytes(), relaxed);
                assert_eq!(found, (b"behind".as_slice(), 0), "{gap}");
                let end = end_of_container(text.as_bytes(), 0, relaxed);
                assert_eq!(end, text.len() - "behind".len(), "{gap}");
            }
        }
    }

    proptest! {
        #[test]
        fn containers_end_where_they_should(
            text in r#"([ a1,:]{0,40}|[{\[]{1,3}|[}\]]|"([^"\\]|\\["\\n]){0,70}"|'([^'\\]|\\['\\n]){0,9}'|"x{60,64}"){0,40}"#,
            relaxed in any::<bool>(),
        ) {
            let (rest, open) = behind_container(text.as_bytes(), relaxed);
            let (wanted, wanted_open) = plainly(&text, relaxed);
            prop_assert_eq!((rest, open), (wanted.as_bytes(), wanted_open), "{}", text);
            let end = end_of_container(text.as_bytes(), 0, relaxed);
            prop_assert_eq!(end, text.len() - wanted.len(), "{}", text);
        }
    }
}
