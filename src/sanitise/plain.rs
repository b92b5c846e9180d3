//! What most telling bytes of clean texts belong to: numbers and words that stand for themselves.
//!
//! One look at the bytes around such a place is enough, and none of what is found there leads to the
//! next place. All else goes the whole way; nothing is masked here.

use super::class::class;
use super::cue;
use super::events::is_likely;
use super::quick;

/// The eight bytes before a place, up to eight of a number, and two behind it.
#[derive(Clone, Copy)]
pub(super) struct Around<'t>(&'t [u8; 18]);

impl<'t> Around<'t> {
    /// Returns the bytes around a position; None at the ends of a text.
    #[inline(always)]
    pub(super) fn of(text: &'t [u8], at: usize) -> Option<Self> {
        let around = text.get(at.wrapping_sub(8)..)?;
        around.first_chunk().map(Around)
    }

    /// Returns the byte at the place itself.
    #[inline(always)]
    pub(super) fn byte(self) -> u8 {
        self.0[8]
    }

    /// Returns the byte before it.
    #[inline(always)]
    pub(super) fn before(self) -> u8 {
        self.0[7]
    }

    /// Returns the byte behind it.
    #[inline(always)]
    pub(super) fn next(self) -> u8 {
        self.0[9]
    }

    /// Returns where the number ends that begins at the place, and which kinds of bytes follow it.
    #[inline(always)]
    fn digits(self) -> Option<(usize, [Side; 2])> {
        let number = self.0.last_chunk::<10>()?;
        let len = digits(*number.first_chunk()?);
        let next = [*number.get(len)?, *number.get(len + 1)?];
        Some((len, next.map(Side::of)))
    }
}

/// Where something that stands for itself ends.
#[derive(Clone, Copy)]
pub(super) struct Plain {
    pub(super) end: usize,
    /// Nothing that tells something follows at once: the run of likely bytes is done with.
    pub(super) whole: bool,
}

/// Returns how many digits eight bytes begin with.
#[inline(always)]
fn digits(eight: [u8; 8]) -> usize {
    // Of a digit nothing is left above 9, to which the highest bit may be added. What is carried into
    // the next byte comes behind the first other byte.
    let bytes = u64::from_le_bytes(eight) ^ 0x3030_3030_3030_3030;
    let others = (bytes.wrapping_add(0x7676_7676_7676_7676) | bytes) & 0x8080_8080_8080_8080;
    others.trailing_zeros() as usize / 8
}

/// Returns where the number that begins at a position ends, if it stands for itself: up to eight
/// digits between what parts tokens, and no cue before them.
#[inline(always)]
pub(super) fn number(text: &[u8], at: usize, around: Around<'_>) -> Option<Plain> {
    let (len, [next, second]) = around.digits()?;
    let whole = next.is(Side::CLEAR) || next.is(Side::STOP) && second.is(Side::CLEAR);
    let ends = whole || next.is(Side::PARTS) || next.is(Side::STOP) && second.is(Side::PARTS);
    let plain = Plain {
        end: at + len,
        whole,
    };
    (ends && is_begun(text, at, around.0.first_chunk()?)).then_some(plain)
}

/// Returns true if something begins at a position behind these eight bytes, and certainly no cue
/// stands before it.
#[inline(always)]
pub(super) fn is_begun(text: &[u8], at: usize, before: &[u8; 8]) -> bool {
    let side = Side::of(before[7]);
    if side.is(Side::GAP) {
        return !quick::likely_over(text, at, before);
    }
    side.is(Side::PARTS) && before[7] < 0x80
}

/// What a byte may be to the number or the word beside it.
#[derive(Clone, Copy)]
pub(super) struct Side(u8);

impl Side {
    /// It parts tokens.
    pub(super) const PARTS: u8 = 1;
    /// It parts tokens, and tells nothing itself.
    pub(super) const CLEAR: u8 = 1 << 1;
    /// It parts tokens, and may stand between a cue and its value.
    const GAP: u8 = 1 << 2;
    /// The sentence's own mark if nothing of a token follows.
    pub(super) const STOP: u8 = 1 << 3;

    #[inline(always)]
    pub(super) fn of(byte: u8) -> Side {
        SIDES[usize::from(byte)]
    }

    #[inline(always)]
    pub(super) fn is(self, kind: u8) -> bool {
        self.0 & kind != 0
    }
}

static SIDES: [Side; 256] = {
    let mut table = [Side(0); 256];
    let mut byte = 0;
    while byte < 256 {
        let mut kinds = match class(byte as u8) {
            0 if is_likely(byte as u8) => Side::PARTS,
            0 => Side::PARTS | Side::CLEAR,
            _ if matches!(byte as u8, b'.' | b':') => Side::STOP,
            _ => 0,
        };
        if cue::IS_GAP[byte] && kinds & Side::PARTS != 0 {
            kinds |= Side::GAP;
        }
        table[byte] = Side(kinds);
        byte += 1;
    }
    table
};

#[cfg(test)]
mod tests {
    use super::super::events::{Events, Tells};
    use super::super::scan::{Pass, Work};
    use super::super::spans::Spans;
    use super::super::word::word;
    use super::*;

    /// What the loop over telling bytes does at one of them.
    fn end(text: &[u8], at: usize, tells: Tells) -> Option<usize> {
        let number = || number(text, at, Around::of(text, at)?);
        let plain = match tells {
            Tells::Foreign | Tells::Quote | Tells::Key => None,
            Tells::Digit => number().or_else(|| word(text, 0, at)),
            _ => word(text, 0, at),
        };
        plain.map(|plain| plain.end)
    }

    const PARTS: &[&str] = &[
        "8192",
        "1",
        "20241022",
        "123456789012",
        "20s",
        "4.1",
        "10.1.2.3",
        "3,",
        "$5",
        "12:30",
        "gpt-4.1-mini",
        "image_url",
        ".content:",
        "max_tokens",
        "o3-mini",
        "Gpt-4",
        "a.b.com",
        "well-known:",
        "messages[2].content",
        "sk-ab",
        "sk-Ab3dEf6hIj9kLmN0pQrSt",
        "org-house",
        "AKIA",
        "Bearer",
        "the",
        "is",
        "in",
        "for",
        "organization",
        "api key",
        "api_key:",
        "账号",
        "账号5",
        "user",
        "password",
        "project",
        "tokens",
        "(",
        ")",
        ",",
        ";",
        "<",
        "/v1",
        "=",
        "to infer with errors:",
        "node-7.prod",
        "x_y.z-1",
        "at",
        "limit",
        "key=5",
        "foo/bar-2",
        "“",
        "Models:",
    ];

    /// Texts of the parts, with and without spaces between them.
    fn texts() -> impl Iterator<Item = String> {
        let mut seed = 7u64;
        let mut random = move |below: usize| {
            seed ^= seed << 13;
            seed ^= seed >> 7;
            seed ^= seed << 17;
            (seed % below as u64) as usize
        };
        (0..4000).map(move |_| {
            let mut text = "a text that is long enough: ".to_owned();
            for _ in 0..12 {
                text.push_str(PARTS[random(PARTS.len())]);
                text.push_str([" ", " ", " ", ", ", "\n", "", ": "][random(7)]);
            }
            text + "and what stands at its end"
        })
    }

    #[test]
    fn the_whole_way_finds_nothing_in_what_is_plain() {
        let (mut numbers, mut words) = (0, 0);
        for text in texts() {
            let bytes = text.as_bytes();
            let mut events = Events::new(bytes, 0, bytes.len());
            let mut from = 0;
            while let Some((at, tells)) = events.next_from(from) {
                from = at + 1;
                let Some(end) = end(bytes, at, tells) else {
                    continue;
                };
                let around = Around::of(bytes, at);
                let number = around.and_then(|around| number(bytes, at, around));
                numbers += usize::from(number.is_some());
                words += usize::from(word(bytes, 0, at).is_some());
                let mut work = Work::default();
                let mut spans = Spans::default();
                let mut pass = Pass::new(bytes, &[], &mut work, &mut spans);
                pass.token(at);
                let found = pass.spans.as_slice();
                assert!(found.is_empty(), "{:?} in {text:?}", &text[at..end]);
                assert!(!pass.is_led_on(), "{:?} in {text:?}", &text[at..end]);
                // The sentence's own mark is left where it is.
                let rest = &text[end..pass.done];
                assert!(rest.is_empty() || rest == "." || rest == ":", "{text:?}");
            }
        }
        assert!(numbers > 2000 && words > 2000, "{numbers} and {words}");
    }

    #[test]
    fn usual_numbers_and_words_are_plain() {
        let text = b"context length is up to 8192 tokens, of gpt-4.1-mini and image_url (at most 1024) here";
        let found = |part: &str, at: usize| {
            let start = text
                .windows(part.len())
                .position(|window| window == part.as_bytes());
            start.map(|start| end(text, start + at, Tells::Digit) == Some(start + part.len()))
        };
        assert_eq!(found("8192", 0), Some(true));
        assert_eq!(found("gpt-4.1-mini", 3), Some(true));
        assert_eq!(found("image_url", 5), Some(true));
        assert_eq!(found("1024", 0), Some(true));
    }
}
