//! Paths, resource names and server versions.

use super::class::{DASH, DIGIT, DOT, is_alnum, is_joint, is_key, kinds};
use super::generated::{
    ENDINGS, PUBLIC_SEGMENTS, ROOTS, ROUTES, SEGMENTS, SERVERS, SOFTWARE, STEPS,
};
use super::host;
use super::key;
use super::scan::Pass;
use super::tables::listed_folded;

/// Masks the path, resource name or server version of a token with a slash. Returns true if the
/// whole token is decided.
pub(super) fn path(pass: &mut Pass<'_, '_>, start: usize, core: usize) -> bool {
    // "/v1/models?v=/srv/llm&n=1": each member is one of its own.
    let mut from = start;
    while let Some(len) =
        (pass.part(from, core).iter()).position(|byte| matches!(byte, b'?' | b'&'))
    {
        let end = from + len;
        if one(pass, from, end) && pass.spans.last().is_some_and(|span| span.1 > end) {
            return true;
        }
        let value = pass.part(end + 1, core).iter();
        let name = value.take_while(|&&byte| is_key(byte)).count();
        from = end + 1 + name + usize::from(pass.at(end + 1 + name) == b'=');
    }
    one(pass, from, core) || (from > start && pass.spans.last().is_some_and(|span| span.0 >= start))
}

/// Masks what one member of a token says.
fn one(pass: &mut Pass<'_, '_>, start: usize, core: usize) -> bool {
    let token = pass.text.get(start..core).unwrap_or_default();
    if !token.contains(&b'/') {
        return false;
    }
    if token.starts_with(b"//") || token.starts_with(b"~/") {
        let end = host::url_end(pass, core);
        whole(pass, start, end);
        return true;
    }
    if token.starts_with(b"/") {
        return absolute(pass, start, core);
    }
    if let Some(name) = server(token) {
        let end = system(pass, core);
        pass.mask(start + name, end);
        return true;
    }
    if has_file_ending(token) {
        pass.mask(start, core);
        return true;
    }
    // "path=/srv/models", "Fehler:/home/x/y".
    let joint = token
        .windows(2)
        .position(|two| matches!(two, [byte, b'/'] if is_joint(*byte)));
    if let Some(at) = joint.map(|at| at + 1) {
        let several = token.get(at + 1..).is_some_and(|rest| rest.contains(&b'/'));
        if several && absolute(pass, start + at, core) {
            return true;
        }
    }
    if let Some(at) = root(token) {
        if absolute(pass, start + at, core) {
            return true;
        }
    }
    resource(pass, start, core)
}

/// Returns where a path from the root begins that is glued to what stands before it: "x/srv/llm".
fn root(token: &[u8]) -> Option<usize> {
    let slash = token.iter().position(|&byte| byte == b'/')?;
    let rest = token.get(slash + 1..)?;
    let first = rest.split(|&byte| byte == b'/').next()?;
    let known = rest.len() > first.len() + 2 && listed_folded(ROOTS, first);
    let shared = listed_folded(STEPS, first) && slash > 2;
    (known && !shared).then_some(slash)
}

fn absolute(pass: &mut Pass<'_, '_>, start: usize, core: usize) -> bool {
    let before = pass.at(start.wrapping_sub(1));
    let token = pass.part(start, core);
    let single = !token.get(1..).unwrap_or_default().contains(&b'/');
    let first = token.split(|&byte| byte == b'/').nth(1);
    let joined = start > 0
        && (matches!(before, b')' | b']' | b'}') || (before == b'>' && single))
        && (single || !first.is_some_and(|first| listed_folded(ROOTS, first)));
    if before == b'#' && first.is_some_and(|first| listed_folded(ROUTES, first)) {
        // A JSON pointer into the client's schema: "#/properties/city/type".
        return false;
    }
    let closing = start > 0 && (before == b'<' || token.ends_with(b"/"));
    if joined || (closing && single) || is_route(token) {
        // "(tokens)/minute", a closing tag, a route of the client's or a JSON pointer.
        return false;
    }
    if token.iter().all(|&byte| byte == b'/') {
        return false;
    }
    let end = host::url_end(pass, core);
    whole(pass, start, end);
    true
}

/// Masks a path; what looks like one may also be a key that somebody masked: `/*sk-ab…wxyz*/`.
fn whole(pass: &mut Pass<'_, '_>, start: usize, end: usize) {
    if pass.at(end) >= 0x80 && key::is_cut(pass, end) {
        key::mask(pass, start, end);
    } else {
        pass.mask(start, end);
    }
}

/// Returns true for a route that clients call or a JSON pointer into their request.
fn is_route(token: &[u8]) -> bool {
    let path = token.split(|&byte| byte == b'?').next().unwrap_or_default();
    let mut segments = path.split(|&byte| byte == b'/').skip(1);
    let Some(first) = segments.next() else {
        return false;
    };
    let known = |segment: &[u8]| {
        segment.is_empty()
            || (segment.len() <= 4 && segment.iter().all(u8::is_ascii_digit))
            || listed_folded(STEPS, segment)
    };
    listed_folded(ROUTES, first) && segments.all(known)
}

/// Masks a server's version in words, with the name before it: `openresty v1.25.3`, `vLLM version 0.6`.
pub(super) fn version(pass: &mut Pass<'_, '_>, start: usize, core: usize) -> bool {
    let token = pass.part(start, core);
    let marked = token.strip_prefix(b"v").or(token.strip_prefix(b"V"));
    let value = marked.unwrap_or(token);
    let dots = value.iter().filter(|&&byte| byte == b'.').count();
    if dots == 0 || !value.first().is_some_and(u8::is_ascii_digit) {
        return false;
    }
    let head = pass.part(0, start);
    let Some(head) = blank(head) else {
        return false;
    };
    let word = head
        .len()
        .checked_sub(7)
        .and_then(|at| head.split_at_checked(at));
    let before = word.filter(|(_, word)| word.eq_ignore_ascii_case(b"version"));
    let before = before.and_then(|(before, _)| blank(before));
    let (said, head) = (before.is_some(), before.unwrap_or(head));
    // "Apache 2.0" is a licence.
    if dots < 2 && marked.is_none() && !said {
        return false;
    }
    let name = head
        .iter()
        .rev()
        .take(NAME)
        .take_while(|byte| is_key(**byte));
    let name = head.get(head.len() - name.count()..).unwrap_or_default();
    let Some(glued) = ending(name, SOFTWARE) else {
        return false;
    };
    let begin = head.len() - name.len() + glued;
    let end = system(pass, core);
    pass.mask(begin, end);
    true
}

/// Returns a text without the blanks at its end; None if there are none, or too many.
fn blank(text: &[u8]) -> Option<&[u8]> {
    let blanks = text.iter().rev().take(NAME);
    let blanks = blanks.take_while(|byte| byte.is_ascii_whitespace()).count();
    let text = text.get(..text.len() - blanks);
    text.filter(|_| (1..NAME).contains(&blanks))
}

/// How long the name of a server is at most.
const NAME: usize = 32;

/// Returns where the listed name begins that a word is or ends with; glued to others, it has four
/// letters at least.
fn ending(word: &[u8], list: &[&str]) -> Option<usize> {
    let word = word.get(..NAME.min(word.len()))?;
    if listed_folded(list, word) {
        return Some(0);
    }
    (1..word.len().saturating_sub(3)).find(|&at| {
        let rest = word.get(at..).unwrap_or_default();
        listed_folded(list, rest)
    })
}

/// Returns where a server's name with a version begins, also behind a colon or the like.
fn server(token: &[u8]) -> Option<usize> {
    let slash = token.iter().position(|&byte| byte == b'/')?;
    let version = token.get(slash + 1..)?;
    let version = version.strip_prefix(b"v").unwrap_or(version);
    let head = token.get(..slash)?;
    let joint = head.iter().rposition(|byte| is_joint(*byte));
    let name = joint.map_or(0, |at| at + 1);
    if !version.first().is_some_and(u8::is_ascii_digit) {
        return None;
    }
    let word = head.get(name..)?;
    let glued = if listed_folded(SERVERS, word) {
        Some(0)
    } else {
        ending(word, SOFTWARE).filter(|_| version.contains(&b'.'))
    };
    glued.map(|at| name + at)
}

/// Returns the end of the system's name in brackets behind a version: ` (Ubuntu)`.
fn system(pass: &Pass<'_, '_>, core: usize) -> usize {
    let rest = pass.text.get(core..).unwrap_or_default();
    if !rest.starts_with(b" (") {
        return core;
    }
    let close = rest.iter().take(24).position(|&byte| byte == b')');
    close.map_or(core, |at| core + at + 1)
}

fn has_file_ending(token: &[u8]) -> bool {
    let name = token
        .rsplit(|&byte| byte == b'/')
        .next()
        .unwrap_or_default();
    let Some(dot) = name.iter().rposition(|&byte| byte == b'.') else {
        return false;
    };
    let ending = name.get(dot + 1..).unwrap_or_default();
    let ending = ending
        .split(|&byte| !is_alnum(byte))
        .next()
        .unwrap_or_default();
    listed_folded(ENDINGS, ending)
}

/// Masks the ids in a resource name: `projects/my-house/locations/…`.
fn resource(pass: &mut Pass<'_, '_>, start: usize, core: usize) -> bool {
    let token = pass.text.get(start..core).unwrap_or_default();
    let mut from = 0;
    let mut cue = None;
    for segment in token.split(|&byte| byte == b'/') {
        if cue.is_some_and(|plural| is_owner(segment, plural)) {
            pass.spans.push(start + from, start + from + segment.len());
        }
        let word = segment
            .rsplit(|byte| matches!(byte, b'\'' | b'=' | b':'))
            .next()
            .unwrap_or(segment);
        cue = listed_folded(SEGMENTS, word).then(|| word.ends_with(b"s"));
        if cue.is_none() && ending(word, SEGMENTS).is_some() {
            // Glued to something: only what is no word is an owner.
            cue = Some(false);
        }
        from += segment.len() + 1;
    }
    // The other segments are judged as members of the token.
    false
}

fn is_owner(segment: &[u8], plural: bool) -> bool {
    let telling = kinds(segment) & (DIGIT | DASH | DOT) != 0;
    !segment.is_empty() && (plural || telling) && !listed_folded(PUBLIC_SEGMENTS, segment)
}
