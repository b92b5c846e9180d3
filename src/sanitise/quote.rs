//! Names and keys of letters alone, which only the quotes around them and the words before tell:
//! `user "litellm"`, `organization 'Acme Research GmbH'`.

use super::MASK;
use super::class::{ALNUM, DASH, LETTER, class, is_alnum};
use super::cue::{self, Before};
use super::generated::{CHOSEN, HOST_LEADS, KEY_LEADS, ROLES, SERVERS};
use super::known;
use super::scan::{Pass, Work};
use super::tables::{self, Cue, listed_folded};
use super::token;

/// How long a quoted name is at most.
const NAME: usize = 64;

/// Returns true if a quote may open a value behind a cue: a blank parts it from a word that may end
/// one, and a letter follows.
#[inline(never)]
pub(super) fn may_open(text: &[u8], at: usize) -> bool {
    let near = at.checked_sub(4).and_then(|from| text.get(from..at + 2));
    match near {
        Some([a, b, c, b' ', _, next]) => {
            (*next >= 0x80 || class(*next) & ALNUM != 0)
                && (tables::may_end_with_three(u32::from_le_bytes([*a, *b, *c, 0]))
                    || ends_with_lead(text, at, [*b, *c]))
        }
        _ => false,
    }
}

/// Returns true if a text ends with words before the quoted name of a machine, which are no cue
/// before all else; of most texts the last two letters tell that they are none.
#[inline(always)]
fn ends_with_lead(text: &[u8], at: usize, [a, b]: [u8; 2]) -> bool {
    HOST_ENDS >> (a & 31) & HOST_ENDS >> (b & 31) & 1 == 1 && is_lead(text, at)
}

#[inline(never)]
fn is_lead(text: &[u8], at: usize) -> bool {
    let head = text.get(..at).unwrap_or_default();
    let head = head.strip_suffix(b" ").unwrap_or_default();
    HOST_LEADS.iter().any(|row| head.ends_with(row.as_bytes()))
}

/// For the lower five bits of the last two letters of those words, a bit.
static HOST_ENDS: u32 = {
    let (mut bits, mut row) = (0, 0);
    while row < HOST_LEADS.len() {
        let text = HOST_LEADS[row].as_bytes();
        bits |= 1 << (text[text.len() - 1] & 31) | 1 << (text[text.len() - 2] & 31);
        row += 1;
    }
    bits
};

/// Returns true for the words before a key that may be of letters alone.
#[inline(never)]
pub(super) fn names_key(text: &[u8], at: usize) -> bool {
    key_lead(text, at).is_some()
}

/// Only where an A and a P stand is one looked for.
const _: () = {
    let mut row = 0;
    while row < KEY_LEADS.len() {
        assert!(matches!(KEY_LEADS[row].as_bytes(), [b'A', b'P', ..]));
        row += 1;
    }
};

/// Returns where the words before a key end that begin at a position.
fn key_lead(text: &[u8], at: usize) -> Option<usize> {
    let rest = text.get(at..)?;
    let led = |row: &&&str| {
        let behind = rest.strip_prefix(row.as_bytes());
        behind.is_some_and(|behind| behind.starts_with(b" "))
    };
    KEY_LEADS.iter().find(led).map(|row| at + row.len() + 1)
}

/// Masks the letters behind these words that no word is made of.
pub(super) fn key(pass: &mut Pass<'_, '_>, at: usize) {
    let Some(start) = key_lead(pass.text, at) else {
        return;
    };
    let end = pass.run_end(start, |byte| class(byte) & LETTER != 0);
    let alone = class(pass.at(end)) & (ALNUM | DASH) == 0;
    if alone && known::is_drawn(pass.part(start, end)) {
        pass.mask(start, end);
    }
}

/// Masks what stands in the quotes that a quote opens, if the words before it announce it.
pub(super) fn find(pass: &mut Pass<'_, '_>, quote: usize) {
    pass.work.add(64);
    if let Some(end) = value(pass.text, quote, pass.work) {
        pass.mask(quote + 1, end);
    }
}

/// Returns where the value ends that a quote opens, if the words before it announce one.
fn value(text: &[u8], quote: usize, work: &mut Work) -> Option<usize> {
    // Behind a colon a value is asked about where the colon stands.
    let word = text.get(..quote.checked_sub(1)?).and_then(<[u8]>::last);
    if !word.is_some_and(|&byte| byte >= 0x80 || class(byte) & ALNUM != 0) {
        return None;
    }
    let cue = match cue::before(text, quote) {
        Some(found) => found.cue,
        None if is_lead(text, quote) => Cue::Host,
        None => return None,
    };
    let end = closed(text, quote)?;
    work.add(2 * (end - quote));
    let inner = text.get(quote + 1..end)?;
    let single = inner
        .iter()
        .all(|&byte| byte >= 0x80 || class(byte) & LETTER != 0);
    let private = match cue {
        // With a digit or a mark in it, it is judged where it stands.
        Cue::Id if single => is_somebody(inner),
        Cue::Id | Cue::Name if !single => known::is_title(inner),
        Cue::Name => !known::is_wording(inner),
        Cue::Secret => single && known::is_drawn(inner),
        Cue::Host => known::is_plain_name(inner) || known::is_telling(inner),
        Cue::Route => {
            let named = token::is_name(inner) || single && is_camel(inner);
            named && !is_said_by_clients(text.get(..quote - 1)?)
        }
        _ => false,
    };
    private.then_some(end)
}

/// Masks a name of several words behind a cue and a colon, with quotes around it or without; returns
/// true if there is one: `"organization": "Acme Research GmbH"`, `Organization: Acme Research GmbH`.
pub(super) fn title(pass: &mut Pass<'_, '_>, from: usize, next: usize, found: Before) -> bool {
    if !matches!(found.cue, Cue::Id | Cue::Name) {
        return false;
    }
    let quote = next - 1;
    pass.work.add(2 * NAME);
    let (start, end) = if matches!(pass.at(quote), b'"' | b'\'') {
        (next, closed(pass.text, quote))
    } else if found.bound && pass.at(next).is_ascii_uppercase() && !is_role(pass.part(0, from)) {
        (next, capitals(pass.text, next))
    } else {
        return false;
    };
    let end = end.filter(|end| known::is_title(pass.part(start, *end)));
    if let Some(end) = end {
        pass.push_far(start, end);
    }
    end.is_some()
}

/// Masks the name with capitals before an id in brackets, if a cue announces it: `account Primary Max
/// (8f14e45f-...)`. The id begins at a position.
pub(super) fn titled(pass: &mut Pass<'_, '_>, id: usize) {
    let Some(head) = pass
        .text
        .get(..id)
        .and_then(|head| head.strip_suffix(b" ("))
    else {
        return;
    };
    let near = head
        .get(head.len().saturating_sub(NAME)..)
        .unwrap_or_default();
    pass.work.add(2 * near.len());
    let mut start = head.len();
    for word in near.rsplit(|&byte| byte == b' ').take(WORDS) {
        let plain = word.iter().all(|&byte| is_alnum(byte) || byte == b'-');
        if !(word.first().is_some_and(u8::is_ascii_uppercase) && plain) || word.len() >= near.len()
        {
            break;
        }
        // The blank before it is none of the name.
        start = start.saturating_sub(word.len() + usize::from(start < head.len()));
    }
    let name = head.get(start..).unwrap_or_default();
    let title = known::is_title(name) || known::is_plain_name(name);
    let found = title.then(|| cue::before(pass.text, start)).flatten();
    let named = found.is_some_and(|found| matches!(found.cue, Cue::Id | Cue::Name | Cue::Route));
    if named && !known::is_public(name) {
        pass.push_far(start, head.len());
    }
}

/// No name has more words.
const WORDS: usize = 5;

/// Returns true for letters such as `azureEast`: names of errors begin with a capital.
fn is_camel(word: &[u8]) -> bool {
    word.first().is_some_and(u8::is_ascii_lowercase)
        && word.iter().any(u8::is_ascii_uppercase)
        && !known::is_wording(word)
        && !known::is_public(word)
}

/// Returns true for the speaker of a conversation before a colon: `User: What Is Love`.
fn is_role(head: &[u8]) -> bool {
    let mut words = head.rsplit(|byte| class(*byte) & LETTER == 0);
    let word = words.find(|word| !word.is_empty());
    word.is_some_and(|word| listed_folded(ROLES, word))
}

/// Returns where the words with capitals end that begin at a position, all in one line.
fn capitals(text: &[u8], start: usize) -> Option<usize> {
    let near = text.get(start..text.len().min(start + NAME))?;
    let part = |byte: &u8| class(*byte) & (ALNUM | DASH) == 0 && *byte < 0x80;
    let mut end = 0;
    while near.get(end).is_some_and(u8::is_ascii_uppercase) {
        let word = near.get(end..)?;
        let len = word.iter().position(part).unwrap_or(word.len());
        end += len;
        match near.get(end..end + 2) {
            Some([b' ', next]) if next.is_ascii_uppercase() => end += 1,
            _ => break,
        }
    }
    let rest = text.get(start + end..)?;
    // The beginning of what is masked already is no name.
    let whole = end < near.len() || rest.is_empty();
    let behind = rest.strip_prefix(b" ").unwrap_or(rest);
    (whole && !behind.starts_with(MASK.as_bytes())).then_some(start + end)
}

/// Returns where the quotes end that open at a position, on the same line and not far.
fn closed(text: &[u8], quote: usize) -> Option<usize> {
    let (close, near) = text.get(quote..)?.split_first()?;
    let near = near.get(..near.len().min(NAME))?;
    let stops = |byte: &u8| byte == close || matches!(byte, b'\n' | b'\r' | b'\\');
    let len = near.iter().position(stops)?;
    let masked = near.get(..len)?.ends_with(MASK.as_bytes());
    (near.get(len) == Some(close) && len > 1 && !masked).then_some(quote + 1 + len)
}

/// Returns true for a word that may be somebody's name, of a person or of a house.
pub(super) fn is_somebody(word: &[u8]) -> bool {
    let fault = word.ends_with(b"Error") || word.ends_with(b"Exception");
    // Gateways name the users of their databases after themselves.
    let public = known::is_public(word) && !listed_folded(SERVERS, word);
    !fault && token::is_id(word) && !known::is_wording(word) && !public
}

/// Returns true if the last word of a text names what clients choose themselves: `role 'narrator'`.
fn is_said_by_clients(head: &[u8]) -> bool {
    let word = head
        .rsplit(|byte| class(*byte) & LETTER == 0)
        .next()
        .unwrap_or_default();
    listed_folded(CHOSEN, word)
}
