//! The names of channels, upstreams and pools in lists and chains.
//!
//! `All 3 upstreams failed: [main-eu] 429; [relay-2] 500`, `failover: main-eu (429) -> relay-2`,
//! `tried: ['main-eu', 'relay-2']`: the first name stands behind a cue, the others behind what parts
//! them, each perhaps with a reason of its own, which stays.

use super::MASK;
use super::class::{ALNUM, class};
use super::cue;
use super::known;
use super::quick;
use super::scan::Pass;
use super::tables::{self, Cue};

/// How far behind a name the next one may begin: the reason between them.
const REASON: usize = 240;

/// How long a name may be.
pub(super) const NAME: usize = 96;

/// What may stand before a name, apart from white space.
const OPENERS: &[u8] = b"'\"`([{<*\\";

/// Words that lead from a name to the next one: "from relay-1 to relay-2".
const JOINERS: &[&str] = &[" to ", ", then ", " auf ", ", dann ", " nach "];

/// A place of a list where a name may stand.
struct Item {
    start: usize,
    end: usize,
    /// A quote or bracket stands before it.
    marked: bool,
    /// It is a mask already.
    masked: bool,
    follows: Follows,
}

/// What stands before a name.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Before {
    Cue,
    Arrow,
    Mark,
}

/// What stands behind a name.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Follows {
    /// A reason or another name, after a mark: `: 429`, ` (429)`, ` -> `.
    Reason,
    /// The next name or the end.
    Part,
    Other,
}

/// Masks the names of a list that begins at a position; of one of failures all that is no prose, of
/// others what looks like an operator's name.
pub(super) fn list(pass: &mut Pass<'_, '_>, from: usize, failed: bool) {
    let kind = usize::from(failed);
    if from < pass.listed[kind] {
        return;
    }
    let text = pass.text;
    let begin = openers(text, from).0;
    let bracket = text
        .get(from..begin)
        .is_some_and(|head| head.contains(&b'['));
    let (mut at, mut before) = (from, Before::Cue);
    while let Some(item) = Item::at(text, at) {
        if item.is_name(text, failed, before) {
            pass.push_far(item.start, item.end);
        }
        at = if item.masked { item.end } else { item.start };
        match next_item(text, at, bracket, failed) {
            Some((next, mark)) => (at, before) = (next, mark),
            None => break,
        }
    }
    pass.work.add(2 * (at - from));
    pass.listed[kind] = at;
}

/// Masks the host of one label that a network error names.
pub(super) fn host(pass: &mut Pass<'_, '_>, from: usize) {
    let text = pass.text;
    let Some(item) = Item::at(text, from) else {
        return;
    };
    let name = text.get(item.start..item.end).unwrap_or_default();
    // "accounts/[redacted]" is the name of a resource.
    let whole = text.get(item.end) != Some(&b'/');
    let label = whole && (known::is_telling(name) || known::is_plain_name(name));
    if !item.is_masked(text) && is_whole(name) && label {
        pass.push_far(item.start, item.end);
        // Java says it twice: "UnknownHostException: llm-gw: llm-gw: unknown error".
        let again = item.end + 2;
        let behind = text.get(item.end..).unwrap_or_default();
        let behind = behind
            .strip_prefix(b": ")
            .and_then(|rest| rest.strip_prefix(name));
        if behind.is_some_and(|rest| rest.first().is_none_or(|byte| class(*byte) & ALNUM == 0)) {
            pass.push_far(again, again + name.len());
        }
    }
}

/// Masks the names that go on behind one that was masked: ` -> relay-2`, `, 'relay-2'`.
pub(super) fn more(pass: &mut Pass<'_, '_>, end: usize) {
    let text = pass.text;
    let mut at = end;
    while let Some((next, mark)) = link(text, at) {
        pass.work.add(next - at);
        let Some(item) = Item::at(text, next) else {
            return;
        };
        if item.is_name(text, false, mark) {
            pass.push_far(item.start, item.end);
        } else if !item.masked {
            return;
        }
        at = item.end;
    }
}

/// Masks the name in brackets behind a channel's number: `#12 (relay-2)`, `#12, relay-2)`.
pub(super) fn beside(pass: &mut Pass<'_, '_>, end: usize) {
    let text = pass.text;
    let rest = text.get(end..).unwrap_or_default();
    let skip = match rest {
        [b' ', b'(', ..] | [b',', b' ', ..] => 2,
        [b'(', ..] => 1,
        [0xE3, 0x80, 0x8C, ..] => 3,
        // "channel #17 azure-eu-2", "channel 17: azure-eu-2", "channel 17/azure-eu-2".
        [b':', b' ', ..] => return bare(pass, end + 2),
        [b' ' | b'/', ..] => return bare(pass, end + 1),
        _ => return,
    };
    let closer: &[u8] = if skip == 3 { "」".as_bytes() } else { b")" };
    let inner = rest.get(skip..).unwrap_or_default();
    let near = inner.get(..inner.len().min(NAME)).unwrap_or_default();
    let Some(len) = memchr::memmem::find(near, closer) else {
        return;
    };
    pass.work.add(len);
    let name = near.get(..len).unwrap_or_default();
    if skip == 3 && !name.contains(&b'\n') || known::is_named(name) && is_whole(name) {
        pass.push_far(end + skip, end + skip + len);
    }
}

/// Masks the name that stands at a position behind a channel's number.
fn bare(pass: &mut Pass<'_, '_>, start: usize) {
    let text = pass.text;
    let near = text
        .get(start..text.len().min(start + NAME))
        .unwrap_or_default();
    let len = name_len(near);
    pass.work.add(len);
    if near.get(..len).is_some_and(known::is_named) {
        pass.push_far(start, start + len);
    }
}

/// Masks what else tells of an address that is masked: the name in brackets behind it, as drivers of
/// databases write it (`10.0.3.7:5432 (pgpool): server error`), and the host that a server of names
/// was asked for (`lookup llmgate on 127.0.0.11:53`).
pub(super) fn beside_address(pass: &mut Pass<'_, '_>, start: usize, end: usize) {
    if pass.part(0, start).ends_with(b" on ") {
        let head = pass.part(0, start - 4);
        let near = head
            .get(head.len().saturating_sub(NAME)..)
            .unwrap_or_default();
        let len = near.iter().rev().take_while(|byte| **byte > b' ').count();
        let name = head.len() - len;
        let found = cue::before(pass.text, name).map(|found| found.cue);
        pass.work.add(2 * len);
        if found == Some(Cue::Host) && known::is_plain_name(pass.part(name, start - 4)) {
            pass.push_far(name, start - 4);
        }
    }
    let rest = pass.text.get(end..).unwrap_or_default();
    let Some(inner) = rest.strip_prefix(b" (") else {
        return;
    };
    let near = inner.get(..inner.len().min(NAME)).unwrap_or_default();
    let len = name_len(near);
    let name = near.get(..len).unwrap_or_default();
    pass.work.add(len);
    let closed = inner.get(len..).is_some_and(|rest| rest.starts_with(b"):"));
    if closed && (known::is_telling(name) || known::is_plain_name(name)) {
        pass.push_far(end + 2, end + 2 + len);
    }
}

/// Masks the name before an address as databases write it: `'oneapi'@'10.1.2.3'`.
pub(super) fn user(pass: &mut Pass<'_, '_>, at: usize) {
    let head = pass
        .text
        .get(at.saturating_sub(NAME)..at)
        .unwrap_or_default();
    let Some((&quote, inner)) = head.split_last() else {
        return;
    };
    let quoted = matches!(quote, b'\'' | b'"' | b'`') && pass.at(at + 1) == quote;
    pass.work.add(inner.len());
    let open = inner
        .iter()
        .rposition(|&byte| byte == quote || byte == b'\n');
    let name = open
        .and_then(|open| inner.get(open + 1..))
        .unwrap_or_default();
    if quoted && is_whole(name) && name != b"redacted" {
        pass.push_far(at - 1 - name.len(), at - 1);
    }
}

impl Item {
    fn at(text: &[u8], from: usize) -> Option<Item> {
        let (start, quote) = openers(text, from);
        let rest = text.get(start..)?;
        let marked = text
            .get(start.checked_sub(1)?)
            .is_some_and(|byte| OPENERS.contains(byte));
        if rest.starts_with(MASK.as_bytes()) {
            return Some(Item {
                start,
                end: start + MASK.len(),
                marked,
                masked: true,
                follows: Follows::Part,
            });
        }
        let near = rest.get(..rest.len().min(NAME)).unwrap_or_default();
        let quoted = quote.and_then(|quote| near.iter().position(|&byte| byte == quote));
        // A quote may also stand around the whole list.
        let whole = |len: &usize| is_whole(near.get(..*len).unwrap_or_default());
        let end = start + quoted.filter(whole).unwrap_or_else(|| name_len(near));
        Some(Item {
            start,
            end,
            marked,
            masked: false,
            follows: follows(text, end),
        })
    }

    /// Returns true for a mask, and for what one follows at once: the half of a name that was judged.
    fn is_masked(&self, text: &[u8]) -> bool {
        let rest = text.get(self.end..).unwrap_or_default();
        self.masked || rest.starts_with(MASK.as_bytes())
    }

    /// Returns true for the name of a member, which says what the next value is: `"key_fp": `.
    fn is_member(&self, text: &[u8], failed: bool) -> bool {
        let behind = text.get(self.end..).unwrap_or_default();
        let bare = matches!(behind, [b':', b' ', b'"' | b'\'', ..]);
        matches!(behind, [b'"', b':', ..] | [b'\\', b'"', b':', ..]) || bare && !failed
    }

    fn is_name(&self, text: &[u8], failed: bool, before: Before) -> bool {
        let name = text.get(self.start..self.end).unwrap_or_default();
        if self.is_masked(text) || !is_whole(name) || self.is_member(text, failed) {
            return false;
        }
        let placed = self.marked || self.follows != Follows::Other;
        if known::is_named(name) {
            return before != Before::Mark || placed;
        }
        let reason = self.marked || self.follows == Follows::Reason;
        // A sentence in Chinese holds phrases that tell it.
        let foreign = name.first().is_some_and(|byte| *byte >= 0xE4);
        let listed = before != Before::Cue || foreign;
        failed
            && (reason || (self.follows == Follows::Part && listed))
            && (known::is_plain_name(name) || (known::is_public(name) && !known::is_wording(name)))
    }
}

/// Returns true for what one name is made of.
fn is_whole(name: &[u8]) -> bool {
    !name.is_empty() && name_len(name) == name.len()
}

/// Returns how long the name is that a text begins with, without the sentence's stop.
pub(super) fn name_len(text: &[u8]) -> usize {
    let mut len = 0;
    while let Some(&byte) = text.get(len) {
        let width = match text.get(len..).unwrap_or_default() {
            // Arrows, dashes and quotes, odd blanks, full-width marks.
            [0xE2, ..] | [0xC2, 0xA0, ..] | [0xE3, 0x80, ..] | [0xEF, 0xBC | 0xBD, ..] => break,
            [b'-', b'>', ..] => break,
            _ if byte >= 0x80 || class(byte) & ALNUM != 0 => 1,
            [b'-' | b'_' | b'.' | b'/' | b'@' | b'+' | b'#', ..] => 1,
            _ => break,
        };
        len += width;
    }
    let tail = text.get(..len).unwrap_or_default().iter().rev();
    len - tail.take_while(|byte| matches!(byte, b'.' | b'/')).count()
}

/// Returns where white space and opening marks end, and the quote that stands there last.
fn openers(text: &[u8], from: usize) -> (usize, Option<u8>) {
    let (mut at, mut quote) = (from, None);
    while at < from + 32 {
        let rest = text.get(at..).unwrap_or_default();
        at += match rest {
            _ if rest.starts_with(MASK.as_bytes()) => break,
            [b'-', b' ', ..] => 2,
            [0xE3, 0x80, 0x80 | 0x8C | 0x8E | 0x90, ..] | [0xEF, 0xBC, 0x88 | 0x9A, ..] => 3,
            [0xE2, 0x80, 0x98 | 0x9C, ..] => 3,
            [byte, ..] if byte.is_ascii_whitespace() => 1,
            [b'<', ..] if cue::tag(rest) > 0 => cue::tag(rest),
            [byte, ..] if OPENERS.contains(byte) => {
                quote = matches!(byte, b'\'' | b'"' | b'`').then_some(*byte);
                1
            }
            _ => break,
        };
    }
    (at, quote)
}

/// Returns where the closing marks behind a position end.
fn closers(text: &[u8], from: usize) -> usize {
    let rest = text.get(from..).unwrap_or_default().iter().take(8);
    let closing = |byte: &&u8| {
        matches!(
            **byte,
            b'\'' | b'"' | b'`' | b')' | b']' | b'}' | b'>' | b'*' | b'\\'
        )
    };
    from + rest.take_while(closing).count()
}

fn follows(text: &[u8], end: usize) -> Follows {
    let at = closers(text, end);
    let rest = text.get(at..).unwrap_or_default();
    match rest {
        [b':', ..] | [b' ', b'(' | b':', ..] | [0xEF, 0xBC, 0x9A | 0x88, ..] => Follows::Reason,
        [b' ', b'0'..=b'9', ..] if at > end => Follows::Reason,
        _ if arrow(rest.strip_prefix(b" ").unwrap_or(rest)) > 0 => Follows::Reason,
        [] | [b',' | b';' | b'|' | b'\n' | b'\r', ..] | [b'.'] | [b' ', b'|', ..] => Follows::Part,
        [b'.', b' ' | b'\n', ..] | [0xE3, 0x80, ..] | [0xEF, 0xBC, ..] => Follows::Part,
        _ if at > end => Follows::Part,
        _ => Follows::Other,
    }
}

/// Returns how long the arrow is that a text begins with.
fn arrow(rest: &[u8]) -> usize {
    match rest {
        [b'-' | b'=', b'>', ..] => 2,
        [b'-', b'-', b'>', ..] | [0xE2, 0x86 | 0x87 | 0x9E, _, ..] => 3,
        _ => 0,
    }
}

/// Returns how long the mark is that parts two names.
fn part(rest: &[u8]) -> usize {
    match rest {
        [b',' | b';' | b'|' | b'\n', ..] => 1,
        [0xE3, 0x80, 0x81, ..] | [0xEF, 0xBC, 0x8C | 0x9B, ..] => 3,
        _ => arrow(rest),
    }
}

/// Returns where the next name of a list may begin.
fn next_item(text: &[u8], from: usize, bracket: bool, failed: bool) -> Option<(usize, Before)> {
    let rest = text.get(from..)?;
    let near = rest.get(..rest.len().min(REASON)).unwrap_or_default();
    for at in 0..near.len() {
        let here = rest.get(at..).unwrap_or_default();
        match here {
            // Behind the end of a sentence nothing is listed.
            [b'.', b' ' | b'\n', next, ..] if next.is_ascii_uppercase() => return None,
            [b'\n', b'\n' | b'\r', ..] | [b'\r', b'\n', b'\r', ..] => return None,
            [b'\n', ..] if !failed && !bracket => return None,
            [b']', ..] if bracket && !failed && !here_is_mask(text, from + at) => return None,
            // The next list is read where it begins.
            [b':', ..] if begins_list(text, from + at) => return None,
            _ => {}
        }
        let len = part(here);
        if len > 0 {
            return Some((from + at + len, mark(here)));
        }
    }
    None
}

fn mark(rest: &[u8]) -> Before {
    if arrow(rest) > 0 {
        Before::Arrow
    } else {
        Before::Mark
    }
}

/// Returns true if the words before a colon announce a list.
fn begins_list(text: &[u8], colon: usize) -> bool {
    if text.get(..=colon).and_then(tables::marker).is_some() {
        return true;
    }
    let found = quick::likely(text, colon).then(|| cue::before(text, colon));
    found
        .flatten()
        .is_some_and(|found| matches!(found.cue, Cue::Route | Cue::Failed))
}

/// Returns true if a bracket is that of a mask.
fn here_is_mask(text: &[u8], at: usize) -> bool {
    text.get(..=at)
        .is_some_and(|head| head.ends_with(MASK.as_bytes()))
}

/// Returns where a name begins that an arrow or a comma joins to what ends at a position.
fn link(text: &[u8], end: usize) -> Option<(usize, Before)> {
    let mut at = closers(text, end);
    let quoted = at > end;
    if let Some([b' ', b'(', inner @ ..]) = text.get(at..) {
        let close = inner.iter().take(40).position(|&byte| byte == b')')?;
        at += close + 3;
    }
    let rest = text.get(at..)?;
    if let Some(word) = JOINERS
        .iter()
        .find(|word| rest.starts_with(word.as_bytes()))
    {
        return Some((at + word.len(), Before::Arrow));
    }
    let space = usize::from(rest.first() == Some(&b' '));
    let rest = rest.get(space..)?;
    let len = match arrow(rest) {
        0 if quoted || space == 0 => part(rest),
        len => len,
    };
    (len > 0 && rest.first() != Some(&b'\n')).then(|| (at + space + len, mark(rest)))
}
