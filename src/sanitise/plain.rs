//! What most telling bytes of clean texts belong to: numbers and words that stand for themselves.
//!
//! One look at the bytes around such a place is enough, and none of what is found there leads to the
//! next place. All else goes the whole way; nothing is masked here.

use crate::lanes::{LANE, WIDE, WideLook};

use super::class::{DASH, DIGIT, class};
use super::cue::{self, Tail};
use super::events::Tells;
use super::{shape, tables};

/// The eight bytes before a number, up to seven of its own, and two behind.
const NUMBER: usize = 17;

/// Returns where the number or the word ends that a telling byte belongs to, if it stands for itself.
#[inline(always)]
pub(super) fn end(text: &[u8], from: usize, at: usize, tells: Tells) -> Option<usize> {
    if tells == Tells::Digit {
        let end = number(text, at);
        if end.is_some() {
            return end;
        }
    }
    word(text, from, at)
}

/// Returns how many digits eight bytes begin with, 8 if all are digits.
#[inline]
fn digits(eight: [u8; 8]) -> usize {
    // A digit is 0x30 to 0x39: its upper half is 3, also after 6 is added.
    let bytes = u64::from_le_bytes(eight) ^ 0x3030_3030_3030_3030;
    let low = bytes & 0x7F7F_7F7F_7F7F_7F7F;
    let others = (bytes | (low + 0x0606_0606_0606_0606)) & 0xF0F0_F0F0_F0F0_F0F0;
    others.trailing_zeros() as usize / 8
}

/// Returns where the number that begins at a position ends, if it stands for itself: up to seven
/// digits between what parts tokens, and no cue before them.
#[inline(always)]
fn number(text: &[u8], at: usize) -> Option<usize> {
    // At the ends of a text there is time for the whole way.
    let around = at.checked_sub(8).and_then(|from| text.get(from..))?;
    let [a, b, c, d, e, f, g, h, rest @ ..] = around.first_chunk::<NUMBER>()?;
    let before = Tail::new([*a, *b, *c, *d, *e, *f, *g, *h]);
    let len = digits(*rest.first_chunk()?);
    let next = *rest.get(len)?;
    if class(before.last()) != 0 {
        return None;
    }
    if class(next) != 0 && !(matches!(next, b'.' | b':') && class(*rest.get(len + 1)?) == 0) {
        return None;
    }
    (len < 8 && !before.may_be_cue(text, at)).then_some(at + len)
}

/// Returns where the word around a position ends, if it is one such as `image_url`, `gpt-4.1-mini`
/// or `.content:` of fewer than 16 bytes, with no cue before it.
///
/// These are some of the words that [`Shape::is_dull`](super::shape::Shape::is_dull) calls dull.
#[inline(always)]
fn word(text: &[u8], from: usize, at: usize) -> Option<usize> {
    let base = at.checked_sub(LANE)?;
    let around = text.get(base..)?.first_chunk::<WIDE>()?;
    let [parts, plain, upper, marks] = WideLook::new(around).masks(|lane| {
        let (upper, lower) = (lane.within(b'A', b'Z'), lane.within(b'a', b'z'));
        let low = lane.is(b'_');
        let parts = upper | lower | lane.within(b'-', b'9') | low;
        // The slash among them is met where the marks are looked at.
        [parts, lower, upper, lane.within(b'-', b'/') | low]
    });
    let (parts, plain, upper, marks) = (!parts as u32, plain as u32, upper as u32, marks as u32);
    let start = (LANE * 2 - (parts & 0xFFFF).leading_zeros() as usize) as u32;
    let end = (parts & 0xFFFF_0000).trailing_zeros();
    if start == 0 || end >= WIDE as u32 - 1 || end - start >= 16 {
        return None;
    }
    let word = (1u32 << end) - (1 << start);
    let (next, last) = (around.get(end as usize)?, around.get(start as usize - 1)?);
    let colon = *next == b':' && class(*around.get(end as usize + 1)?) == 0;
    let marks = word & marks;
    if class(*last) != 0
        || (class(*next) != 0 && !colon)
        || plain & word == 0
        // Prefixes without a mark that begin with a capital go on with one.
        || upper & word & !(1 << start) != 0
        // A word of letters alone may end with a cue.
        || (upper | parts) >> LANE & 1 != 0 && !colon
        || !are_harmless(around, marks, word)
    {
        return None;
    }
    let (start, end) = (base + start as usize, base + end as usize);
    if start < from || cue::likely(text, start) || (colon && cue::likely(text, end)) {
        return None;
    }
    let end = end + usize::from(colon);
    (!tables::may_end_marker(text.get(..end)?)).then_some(end)
}

/// Returns true if no mark is a slash nor may end the prefix of a key, and the last label of a word
/// with dots is certainly none of a host: ".content", "gpt-4.1-mini".
#[inline(always)]
fn are_harmless(around: &[u8; WIDE], mut marks: u32, word: u32) -> bool {
    let (mut dots, mut last) = (0, 0);
    while marks != 0 {
        let at = marks.trailing_zeros();
        let head = around.get(..=at as usize).unwrap_or_default();
        match head {
            [.., b'/'] => return false,
            _ if tables::may_end_prefix(head) => return false,
            [.., b'.'] => (dots, last) = (dots + 1, at),
            _ => {}
        }
        marks &= marks - 1;
    }
    dots == 0 || is_no_host(around, dots, last, word)
}

#[inline]
fn is_no_host(around: &[u8; WIDE], dots: u32, last: u32, word: u32) -> bool {
    let end = WIDE - word.leading_zeros() as usize;
    let first = around.get(word.trailing_zeros() as usize..end);
    if first.is_some_and(shape::may_be_version) {
        return false;
    }
    let label = around.get(last as usize + 1..end).unwrap_or_default();
    let alone = dots == 1 && (label.is_empty() || last == word.trailing_zeros());
    alone || (dots < 3 && label.iter().any(|&byte| class(byte) & (DIGIT | DASH) != 0))
}

#[cfg(test)]
mod tests {
    use super::super::events::Events;
    use super::super::scan::{Pass, Work};
    use super::*;

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
                let Some(end) = end(bytes, 0, at, tells) else {
                    continue;
                };
                numbers += usize::from(number(bytes, at).is_some());
                words += usize::from(word(bytes, 0, at).is_some());
                let mut work = Work::default();
                let mut pass = Pass::new(bytes, &[], &mut work);
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
            start.map(|start| end(text, 0, start + at, Tells::Digit) == Some(start + part.len()))
        };
        assert_eq!(found("8192", 0), Some(true));
        assert_eq!(found("gpt-4.1-mini", 3), Some(true));
        assert_eq!(found("image_url", 5), Some(true));
        assert_eq!(found("1024", 0), Some(true));
    }
}
