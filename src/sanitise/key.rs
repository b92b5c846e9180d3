//! Keys and ids by their own look: prefixes, masked remains, UUIDs, randomness.

use super::class::{ALNUM, DASH, DIGIT, DOT, LOWER, QUERY, UPPER, class, is_alnum, is_key, kinds};
use super::generated::{BARE_FIRST, BARE_KEYS, BARE_SECOND, KEPT_PREFIXES, KEY_WORDS};
use super::scan::Pass;
use super::tables::{Key, listed, prefix_at_end};

/// Masks a key, with the remains of one that somebody masked before: `…abcd`, `***wxyz`; returns
/// where the mask ends.
pub(super) fn mask(pass: &mut Pass<'_, '_>, start: usize, end: usize) -> usize {
    let end = remains(pass, end);
    pass.mask(start, end);
    end
}

/// Returns the end of a masked key's remains.
fn remains(pass: &mut Pass<'_, '_>, from: usize) -> usize {
    let mut end = from;
    loop {
        let rest = pass.text.get(end..).unwrap_or_default();
        let step = match rest {
            [b'*', ..] => 1,
            [0xE2, 0x80, 0xA6 | 0xA2, ..] => 3,
            [b'.', b'.', ..] => rest.iter().take_while(|&&byte| byte == b'.').count(),
            [b'#', b'#', b'#', ..] => rest.iter().take_while(|&&byte| byte == b'#').count(),
            _ if rest.starts_with(b"[...]") || rest.starts_with("[…]".as_bytes()) => 5,
            _ if is_spaced(rest) => 5,
            [b'=', ..] if end > from || is_key(pass.at(end.wrapping_sub(1))) => 1,
            _ => return end,
        };
        pass.work.add(step + 1);
        let next = pass.run_end(end + step, is_key);
        // Dots at the end of a sentence are not the middle of a key.
        if rest.first() == Some(&b'.') && next == end + step {
            return end;
        }
        end = next;
    }
}

/// Returns true for ` ... ` and the end of a key, which no word of a sentence looks like.
fn is_spaced(rest: &[u8]) -> bool {
    let tail = rest
        .strip_prefix(b" ... ")
        .or_else(|| rest.strip_prefix(" … ".as_bytes()));
    tail.is_some_and(is_tail)
}

/// Returns true for the last letters of a key: four to eight, a digit or capitals among them.
pub(super) fn is_tail(text: &[u8]) -> bool {
    let len = text
        .iter()
        .take(9)
        .take_while(|byte| is_key(**byte))
        .count();
    let tail = text.get(..len).unwrap_or_default();
    let inner = kinds(tail.get(1..).unwrap_or_default());
    let digit = tail.first().is_some_and(u8::is_ascii_digit);
    (3..=8).contains(&len)
        && (inner & DIGIT != 0
            || inner & (LOWER | UPPER) == LOWER | UPPER
            || digit && inner == UPPER)
}

/// Returns the end of a secret that goes on behind a mark which parts tokens: `abc!de#f1`.
pub(super) fn marked_end(pass: &mut Pass<'_, '_>, from: usize) -> usize {
    let mut end = from;
    while matches!(pass.at(end), b'!' | b'#' | b'$' | b'^') {
        let marks = pass.run_end(end, |byte| matches!(byte, b'!' | b'#' | b'$' | b'^'));
        if class(pass.at(marks)) & ALNUM == 0 {
            break;
        }
        end = pass.run_end(marks, |byte| class(byte) & !QUERY != 0);
    }
    end
}

/// Returns true for what is left of a key that somebody masked, whatever it begins with:
/// `85e0...2b5e`, `eioCXXXXb1ab`.
pub(super) fn is_masked(pass: &Pass<'_, '_>, start: usize, end: usize) -> bool {
    let value = pass.part(start, end);
    let dots = value.windows(2).position(|two| two == b"..");
    let crosses = value
        .windows(4)
        .any(|four| four == b"XXXX" || four == b"xxxx");
    let dotted = dots.is_some_and(|at| {
        let tail = value.get(at..).unwrap_or_default();
        let tail = tail.iter().position(|&byte| byte != b'.').unwrap_or(0);
        at > 1 && tail > 1 && value.iter().all(|&byte| byte == b'.' || is_key(byte))
    });
    value.len() > 6 && (dotted || crosses) || (value.len() > 1 && is_cut(pass, end))
}

/// Returns where a known prefix with enough behind it begins. `seen` are the kinds of bytes there.
pub(super) fn prefixed(pass: &Pass<'_, '_>, start: usize, end: usize, seen: u16) -> Option<usize> {
    if !pass.prefix || seen & (DASH | DOT | UPPER) == 0 {
        return None;
    }
    let piece = pass.part(start, end);
    // Prefixes without a mark at their end hold capitals.
    let bare = seen & UPPER != 0;
    // Where the last digit or capital ends: asked for at each prefix, looked for once.
    let mut mixed = None;
    for (at, &byte) in piece.iter().enumerate() {
        let row = if class(byte) & (DASH | DOT) != 0 {
            marked_prefix(piece, at)
        } else if bare && has(&BARE_FIRST, byte) {
            bare_prefix(piece, at)
        } else {
            None
        };
        if let Some((row, begin)) = row.filter(|found| !found.0.machine) {
            let mixed = *mixed.get_or_insert_with(|| last_mixed(piece));
            if enough(pass, row, start + begin, (start, end), start + mixed) {
                return (!listed(KEY_WORDS, piece)).then_some(start + begin);
            }
        }
    }
    None
}

/// Returns the longest prefix that ends with the mark at a position, and where it begins.
pub(super) fn marked_prefix(piece: &[u8], at: usize) -> Option<(&'static Key, usize)> {
    let row = prefix_at_end(piece.get(..=at)?)?;
    Some((row, at + 1 - row.prefix.len()))
}

/// Returns the prefix of letters that begins at a position.
fn bare_prefix(piece: &[u8], at: usize) -> Option<(&'static Key, usize)> {
    let rest = piece.get(at..)?;
    if !may_be_second(*rest.get(1)?) {
        return None;
    }
    BARE_KEYS
        .iter()
        .find(|row| rest.starts_with(row.prefix.as_bytes()))
        .map(|row| (row, at))
}

/// Returns where the last digit or capital of a piece ends, 0 without one.
fn last_mixed(piece: &[u8]) -> usize {
    let last = piece
        .iter()
        .rposition(|&byte| class(byte) & (DIGIT | UPPER) != 0);
    last.map_or(0, |at| at + 1)
}

/// Returns true if enough of a key follows a prefix. `mixed` is where the piece's last digit or
/// capital ends.
fn enough(
    pass: &Pass<'_, '_>,
    row: &Key,
    begin: usize,
    (start, end): (usize, usize),
    mixed: usize,
) -> bool {
    let body = begin + row.prefix.len();
    let (len, mixed) = (end.saturating_sub(body), mixed > body);
    if begin == start || !is_alnum(pass.at(begin - 1)) {
        // The remains of a masked key: "sk-…", "AIza***", "gsk_...wxyz".
        let cut = pass.part(body, end).starts_with(b"..") || is_cut(pass, end);
        let min = usize::from(row.min);
        let numbers = |byte: &u8| byte.is_ascii_digit() || *byte == b'-';
        let shaped = !row.numbers || pass.part(body, end).iter().take(min).all(numbers);
        cut || (len >= min && (mixed || !row.mixed) && shaped)
    } else {
        // Glued to a word, the end of the key must be there as well.
        let part = pass.part(body, end);
        // What somebody masked is short; a long one would be searched at each prefix in it.
        let dotted = len <= MASKED && {
            let dots = part.windows(2).rposition(|two| two == b"..");
            let hyphens = |part: &[u8]| part.windows(4).rposition(|four| four == b"----");
            let marks = dots.or_else(|| hyphens(part).map(|at| at + 2));
            marks.is_some_and(|at| {
                let last = part.last().copied().unwrap_or_default();
                let tail = part.get(at + 2..).unwrap_or_default();
                class(last) & (DIGIT | UPPER) != 0 || is_tail(tail)
            })
        };
        let cut =
            is_cut(pass, end) && is_tail(pass.text.get(cut_end(pass, end)..).unwrap_or_default());
        // No word has so many letters: a key without a digit.
        let long = len >= LONGEST && part.iter().take(LONGEST).copied().all(is_alnum);
        let whole = len >= usize::from(row.glued) && (mixed || long);
        row.glued > 0 && (cut || whole || mixed && dotted)
    }
}

/// What is left of a masked key is no longer.
const MASKED: usize = 128;

/// No word is longer.
const LONGEST: usize = 32;

/// Returns true if what masks a key stands at a position.
pub(super) fn is_cut(pass: &Pass<'_, '_>, at: usize) -> bool {
    matches!(
        pass.text.get(at..).unwrap_or_default(),
        [b'*', ..]
            | [b'#', b'#', b'#', ..]
            | [b'[', b'.', b'.', ..]
            | [0xE2, 0x80, 0xA6 | 0xA2, ..]
    )
}

/// Returns true for the second letter of a prefix without a mark at its end: the `K` of AKIA.
#[inline]
pub(super) fn may_be_second(byte: u8) -> bool {
    has(&BARE_SECOND, byte)
}

fn has(set: &[u64; 4], byte: u8) -> bool {
    set.get(usize::from(byte >> 6))
        .is_some_and(|bits| bits >> (byte & 63) & 1 == 1)
}

/// Returns where the marks end that mask a key.
fn cut_end(pass: &Pass<'_, '_>, from: usize) -> usize {
    let mut end = from;
    while end < from + MASKED {
        end += match pass.text.get(end..).unwrap_or_default() {
            [b'*' | b'#' | b'[' | b']' | b'.', ..] => 1,
            [0xE2, 0x80, 0xA6 | 0xA2, ..] => 3,
            _ => break,
        };
    }
    end
}

/// Masks a token with three asterisks or more, or with one in a key: the remains of a key.
pub(super) fn starred(pass: &mut Pass<'_, '_>, start: usize, core: usize) -> bool {
    let token = pass.part(start, core);
    let Some(first) = token.iter().position(|&byte| byte == b'*') else {
        return false;
    };
    let many = token.windows(3).any(|three| three == b"***");
    if !many {
        return false;
    }
    // A member name before the key stays: "key=sk-ab***".
    let head = token.get(..first).unwrap_or_default();
    let from = head
        .iter()
        .rposition(|byte| matches!(byte, b'=' | b':'))
        .map_or(0, |at| at + 1);
    mask(pass, start + from, core);
    true
}

/// Returns true if a piece holds a UUID.
pub(super) fn is_uuid_like(piece: &[u8]) -> bool {
    if piece.len() < 36 {
        return false;
    }
    let mut group = [0usize; 5];
    let mut run = 0usize;
    for &byte in piece.iter().chain(b"-") {
        if byte.is_ascii_hexdigit() {
            run += 1;
        } else {
            group.rotate_left(1);
            group[4] = if byte == b'-' { run } else { 0 };
            if byte != b'-' {
                // A UUID glued to a word still ends with twelve digits or more.
                group[4] = run;
            }
            if group[0] >= 8 && group[1] == 4 && group[2] == 4 && group[3] == 4 && group[4] >= 12 {
                return true;
            }
            run = 0;
            if byte != b'-' {
                group = [0; 5];
            }
        }
    }
    false
}

/// Returns true for an id of the client's own conversation.
pub(super) fn is_kept(piece: &[u8]) -> bool {
    KEPT_PREFIXES
        .iter()
        .any(|row| piece.starts_with(row.as_bytes()))
}

/// Returns true if a piece looks drawn by lot.
pub(super) fn is_random(piece: &[u8]) -> bool {
    piece.len() >= 16
        && (piece.split(|&byte| !is_alnum(byte)).any(is_random_run)
            || (piece.len() >= 24 && is_dense(piece))
            || is_pod(piece))
}

/// Returns true for the name that a cluster gives a pod: `llm-gateway-7d9f8b6c5d-x2k4p`.
fn is_pod(piece: &[u8]) -> bool {
    // Its letters hold no vowel, so that no word is made of them.
    let drawn = |part: &[u8]| {
        let letter = |byte: &u8| byte.is_ascii_digit() || b"bcdfghjklmnpqrstvwxz".contains(byte);
        kinds(part) & LOWER != 0 && part.iter().all(letter)
    };
    let mut parts = piece.rsplit(|&byte| byte == b'-');
    let (Some(last), Some(set), Some(name)) = (parts.next(), parts.next(), parts.next()) else {
        return false;
    };
    last.len() == 5
        && (7..=10).contains(&set.len())
        && !name.is_empty()
        && set.iter().any(u8::is_ascii_digit)
        && set.iter().all(u8::is_ascii_alphanumeric)
        && drawn(last)
}

/// Returns true for a run that changes its kind of byte far more often than `CamelCase42` does.
fn is_random_run(run: &[u8]) -> bool {
    let seen = kinds(run);
    if run.len() < 16 || seen & DIGIT == 0 || seen & (LOWER | UPPER) == 0 {
        return false;
    }
    let hex = run.iter().all(u8::is_ascii_hexdigit) && changes(run) >= 4;
    hex || humps(run) * 33 >= run.len() * 10
}

/// Returns where the value ends that goes on in the base64 alphabet behind a part drawn by lot, at
/// most where its token ends.
pub(super) fn encoded_end(pass: &Pass<'_, '_>, start: usize, end: usize, core: usize) -> usize {
    let rest = pass.part(end, core).iter();
    let len = rest
        .take_while(|byte| {
            class(**byte) & (ALNUM | DASH) != 0 || matches!(byte, b'/' | b'+' | b'=')
        })
        .count();
    let whole = pass.part(start, end + len);
    let tail = kinds(pass.part(end, end + len)) & (LOWER | UPPER | DIGIT);
    if len > 0 && end + len == core && tail & UPPER != 0 && tail != UPPER && encoded(whole) {
        core
    } else {
        end
    }
}

/// Returns true for a long token of the base64 alphabet, with `/` and `+` in it.
pub(super) fn encoded(token: &[u8]) -> bool {
    token.len() >= 32
        && token
            .iter()
            .all(|&byte| class(byte) & (ALNUM | DASH) != 0 || matches!(byte, b'/' | b'+' | b'='))
        && is_dense(token)
}

/// Returns true if capitals, small letters and digits change about as often as chance has it; names
/// such as `Llama-4-Scout-17B-16E` stay below.
fn is_dense(token: &[u8]) -> bool {
    let all = LOWER | UPPER | DIGIT;
    kinds(token) & all == all && !token.contains(&b'.') && humps(token) * 26 >= token.len() * 10
}

/// Counts the humps of camel case, marks left out: `Per42Day` has three.
fn humps(token: &[u8]) -> usize {
    let mut humps = 0;
    let mut previous = 0;
    for kind in token
        .iter()
        .map(|&byte| class(byte))
        .filter(|kind| kind & ALNUM != 0)
    {
        if kind != previous && (previous, kind) != (UPPER, LOWER) {
            humps += 1;
        }
        previous = kind;
    }
    humps
}

/// Counts how often the kind of byte changes.
fn changes(run: &[u8]) -> usize {
    run.windows(2)
        .filter(|pair| matches!(pair, [a, b] if class(*a) != class(*b)))
        .count()
}

/// Returns true for one word that holds no known key: an id under a name that may stay.
pub(super) fn is_plain_id(text: &[u8]) -> bool {
    let mut work = super::scan::Work::default();
    let mut spans = super::spans::Spans::default();
    let pass = Pass::new(text, &[], &mut work, &mut spans);
    text.len() <= 128
        && text.iter().all(|&byte| is_key(byte))
        && prefixed(&pass, 0, text.len(), kinds(text)).is_none()
}
