//! What a token is, from the widest meaning to the narrowest.

use super::class::{
    ALNUM, AT, COLON, DASH, DIGIT, DOT, LETTER, LOWER, OTHER, QUERY, SLASH, STAR, UPPER, class,
    kinds,
};
use super::cue::{self, Before};
use super::generated::{PAIRS, PROSE, ROLES, SERVERS, STORES};
use super::scan::Pass;
use super::tables::{self, Cue, Folded, WORD_CAP, listed_folded};
use super::{chain, checked, drive, host, key, known, machine, measure, place, quote};

/// Judges a token and masks what must not be shown. `seen` are the kinds of bytes in it.
pub(super) fn judge(pass: &mut Pass<'_, '_>, start: usize, end: usize, seen: u16) {
    let core = trimmed(pass, start, end);
    if seen & (ALNUM | STAR | AT) == 0 || core == start {
        return;
    }
    if drive::path(pass, start, core) {
        return;
    }
    // The sentence's own colon or stop does not make an address of a number.
    let seen = if core < end {
        kinds(pass.part(start, core))
    } else {
        seen
    };
    if seen & !(DIGIT | DOT | COLON) == 0 {
        return number(pass, start, core, seen);
    }
    let wide = (seen & (COLON | SLASH) == COLON | SLASH && host::url(pass, start, core))
        || (seen & STAR != 0 && key::starred(pass, start, core))
        || (seen & AT != 0 && host::mail(pass, start, core))
        || (seen & COLON != 0 && host::colons(pass, start, core))
        || (seen & SLASH != 0 && place::path(pass, start, core))
        || (seen & DOT != 0
            && (host::dotted(pass, start, core) || place::version(pass, start, core)));
    let judged = if wide {
        let masked = pass.spans.last().map(|span| span.0);
        masked
            .filter(|at| (start..core).contains(at))
            .unwrap_or(core)
    } else {
        core
    };
    if wide {
        chain::beside_address(pass, start, core);
    }
    // What stands before an address in the same token is judged for itself.
    if judged == core && seen & PARTING == 0 {
        piece(pass, start, core, core, seen);
    } else if judged > start {
        pieces(pass, start, judged, seen);
    }
}

/// What parts the members of a token.
const PARTING: u16 = SLASH | COLON | QUERY | AT;

/// Judges the members of a token: what stands between `/`, `:`, `=`, `&`, `?` and `@`.
pub(super) fn pieces(pass: &mut Pass<'_, '_>, start: usize, core: usize, seen: u16) {
    if seen & PARTING == 0 {
        let whole = kinds(pass.part(start, core));
        piece(pass, start, core, core, whole);
        return;
    }
    if key::encoded(pass.part(start, core)) {
        key::mask(pass, start, core);
        return;
    }
    let mut from = start;
    while from < core {
        let token = pass.part(from, core).iter();
        let len = token
            .take_while(|&&byte| class(byte) & PARTING == 0)
            .count();
        let end = if len > 0 {
            let whole = kinds(pass.part(from, from + len));
            piece(pass, from, from + len, core, whole)
        } else {
            from
        };
        from = end + 1;
    }
}

/// Judges one member; `whole` are the kinds of bytes in it. Returns where what is decided ends.
fn piece(pass: &mut Pass<'_, '_>, start: usize, end: usize, core: usize, whole: u16) -> usize {
    pass.work.add(end - start);
    if whole & (LOWER | STAR | DOT) == 0
        && whole & (UPPER | DASH | OTHER) != 0
        && checked::find(pass, start, end)
    {
        return end;
    }
    let prefixed = key::prefixed(pass, start, end, whole);
    if prefixed == Some(start) && end == core {
        // Whatever the words before say, all of it is a key.
        return key::mask(pass, start, end);
    }
    let found = pass.cue_before(start).or_else(|| pair(pass, start));
    if let Some(found) = found {
        // A secret may hold "/" and "=", which part the members of other tokens.
        let (until, seen) = match found.cue {
            Cue::Secret if end < core => {
                pass.work.add(core - start);
                (core, kinds(pass.part(start, core)))
            }
            _ => (end, whole),
        };
        if found.cue == Cue::Secret && found.bound {
            let marked = key::marked_end(pass, until);
            if marked > until && marked - start >= 6 {
                return key::mask(pass, start, marked);
            }
        }
        if is_value(pass, found, start, until, seen) {
            let end = key::mask(pass, start, until);
            quote::titled(pass, start);
            if found.cue == Cue::Id && seen == DIGIT {
                chain::beside(pass, end);
            }
            if matches!(found.cue, Cue::Route | Cue::Name | Cue::Id) {
                chain::more(pass, end);
            }
            return end;
        }
    }
    if let Some(from) = prefixed {
        let before = pass.part(start, from);
        let from = if key::is_random(before) || key::is_uuid_like(before) {
            start
        } else {
            from
        };
        return key::mask(pass, from, end);
    }
    if found.is_some_and(|found| found.cue == Cue::Trace) {
        return end;
    }
    if pass.prefix && machine::is_one(pass, start, end) {
        return key::mask(pass, start, end);
    }
    let word = pass.part(start, end);
    let drawn = word.len() >= 16 && (key::is_uuid_like(word) || key::is_random(word));
    if drawn
        && !key::is_kept(
            word.get(usize::from(is_escaped(pass, start))..)
                .unwrap_or_default(),
        )
    {
        quote::titled(pass, start);
        let end = key::encoded_end(pass, start, end, core);
        return key::mask(pass, start, end);
    }
    end
}

/// Returns the cue of two letters that a mark binds to a value: `sk=`, `"ak": "`.
fn pair(pass: &Pass<'_, '_>, start: usize) -> Option<Before> {
    let head = pass.part(start.saturating_sub(8), start);
    let marks = |byte: &u8| matches!(byte, b' ' | b'"' | b'\'' | b'\\');
    let bound = head.iter().rposition(|byte| !marks(byte))?;
    let head = match head.get(..=bound)? {
        [head @ .., b'=' | b':'] | [head @ .., 0xEF, 0xBC, 0x9A] => head,
        _ => return None,
    };
    let end = head.iter().rposition(|byte| !marks(byte))?;
    let (rest, word) = head.get(..=end)?.split_last_chunk::<2>()?;
    let alone = rest
        .last()
        .is_none_or(|byte| class(*byte) & (ALNUM | DASH) == 0);
    (alone && listed_folded(PAIRS, word)).then_some(Before {
        cue: Cue::Secret,
        bound: true,
        quoted: false,
        foreign: false,
    })
}

/// Returns true if the first letter of a word is that of an escaped line end: `\nmsg_01...`.
pub(super) fn is_escaped(pass: &Pass<'_, '_>, start: usize) -> bool {
    let letter = matches!(pass.at(start), b'n' | b'r' | b't');
    letter && pass.at(start.wrapping_sub(1)) == b'\\'
}

/// Judges a token of digits, dots and colons.
fn number(pass: &mut Pass<'_, '_>, start: usize, core: usize, seen: u16) {
    if seen & COLON != 0 {
        if host::colons(pass, start, core) {
            return chain::beside_address(pass, start, core);
        }
        host::logged(pass, core);
    }
    if seen & DOT != 0 && (host::dotted(pass, start, core) || place::version(pass, start, core)) {
        return chain::beside_address(pass, start, core);
    }
    let traced = |found: Option<Before>| found.is_some_and(|found| found.cue == Cue::Trace);
    if core - start > 10
        && seen == DIGIT
        && !traced(pass.cue_before(start))
        && checked::find(pass, start, core)
    {
        return;
    }
    if core - start == 12 && seen & (DOT | COLON) == 0 {
        // The length of a cloud account's number, and of hardly anything else in an error.
        return pass.mask(start, core);
    }
    if let Some(found) = pass.cue_before(start) {
        // The first group of a card's number.
        if found.cue == Cue::Id && seen == DIGIT && checked::find(pass, start, core) {
            return;
        }
        if is_value(pass, found, start, core, seen) {
            // The colon of a member stays: `"channel_id":23`.
            let marks = pass.part(start, core).iter();
            let marks = marks.take_while(|byte| !byte.is_ascii_digit()).count();
            pass.mask(start + marks, core);
            chain::beside(pass, core);
        }
    }
}

/// Returns true if a word is what the cue before it announces.
fn is_value(pass: &Pass<'_, '_>, found: Before, start: usize, end: usize, seen: u16) -> bool {
    let value = pass.part(start, end);
    let (len, digits, letters) = (end - start, seen & DIGIT != 0, seen & LETTER != 0);
    if pass.at(start.wrapping_sub(1)) == b'\\' && is_unicode(value) {
        // "token\u3002" ends a sentence.
        return false;
    }
    let opened = start.checked_sub(1).and_then(|at| pass.text.get(at..));
    if opened.is_some_and(|rest| cue::tag(rest) == len + 2) {
        return false;
    }
    match found.cue {
        Cue::Secret if !digits => {
            let long = len >= if found.bound || found.foreign { 6 } else { 12 };
            // "令牌my-prod-token的" is its name.
            let glued =
                found.foreign && pass.at(start.wrapping_sub(1)) >= 0x80 && pass.at(end) >= 0x80;
            if glued && seen & DASH != 0 {
                return !known::is_wording(value);
            }
            let phrase = found.bound && value.iter().filter(|byte| **byte == b'-').count() > 1;
            let said = (!phrase || known::is_wording(value)) && vocabulary(value);
            long && !placeholder(value) && !listed_folded(PROSE, value) && !said
        }
        Cue::Secret if !letters => len >= if found.bound { 6 } else { 9 },
        Cue::Secret => len >= 4 && (found.bound || !measure::is_measure(value)),
        // The next sentence begins with a parameter: "account\ntools.0.input_schema: ...".
        Cue::Id
            if seen & DOT != 0
                && !found.bound
                && is_next_line(pass, start)
                && host::is_member(value) =>
        {
            false
        }
        Cue::Id if digits => {
            letters || found.bound || len >= 3 || is_number(pass, found, (start, end))
        }
        Cue::Id if seen & (DASH | DOT) != 0 => {
            let hyphens = value.iter().filter(|&&byte| byte == b'-').count();
            // "org-house" names itself once more.
            let named = value
                .split(|&byte| byte == b'-')
                .next()
                .and_then(Folded::cue);
            let named = named.is_some_and(|word| tables::cue(word.as_bytes()) == Some(Cue::Id));
            hyphens >= 2 || named || !known::is_wording(value)
        }
        Cue::Id if is_set(pass, start) => quote::is_somebody(value),
        Cue::Id => found.quoted && is_id(value),
        Cue::Money => digits,
        Cue::Sum => {
            digits && measure::is_money(pass.part(0, start), pass.part(end, pass.text.len()))
        }
        Cue::Name => {
            let announced = found.bound || found.foreign;
            announced && !listed_folded(PROSE, value)
                || known::is_named(value)
                || is_container(value)
        }
        Cue::Server => {
            let program = digits || listed_folded(SERVERS, value) || known::is_telling(value);
            found.bound && program || known::is_named(value)
        }
        Cue::Key if is_asked(pass, start) => {
            (digits && len > 5 || len > 11) && !vocabulary(value) && !placeholder(value)
        }
        Cue::Key => key::is_masked(pass, start, end),
        Cue::Route if !letters => len >= 8,
        Cue::Route if seen & (DIGIT | DASH) == 0 => {
            is_set(pass, start) && (is_name(value) || is_stored(pass, start) && is_id(value))
        }
        // "Container cntr_682e..." is the client's own.
        Cue::Route if is_container(value) => true,
        Cue::Route => known::is_named(value) && !(len > KEPT && key::is_kept(value)),
        Cue::Host => {
            // "lookup llmgate: no such host" is what Go says.
            let named = found.bound || pass.at(end) == b':';
            known::is_telling(value) || (named && known::is_plain_name(value))
        }
        Cue::Trace | Cue::Filler | Cue::Failed | Cue::Member | Cue::Breaker | Cue::Link => false,
    }
}

/// Returns true if a line end stands between a value and the word before it.
fn is_next_line(pass: &Pass<'_, '_>, start: usize) -> bool {
    let head = pass
        .part(start.saturating_sub(cue::GAP), start)
        .iter()
        .rev();
    let mut gap = head.take_while(|byte| cue::is_gap(**byte));
    is_escaped(pass, start) || gap.any(|byte| matches!(byte, b'\n' | b'\r'))
}

/// Returns true for what stands behind the backslash of an escape: `u3002`.
fn is_unicode(value: &[u8]) -> bool {
    let digits = value.get(1..5).unwrap_or_default();
    value.first() == Some(&b'u') && digits.len() == 4 && digits.iter().all(u8::is_ascii_hexdigit)
}

/// An id of the client's own conversation is longer.
const KEPT: usize = 16;

/// Returns true for the id of a container, in short or whole.
fn is_container(value: &[u8]) -> bool {
    let mixed = kinds(value) & (DIGIT | LOWER) == DIGIT | LOWER;
    value.len() >= 12 && mixed && value.iter().all(u8::is_ascii_hexdigit)
}

/// Returns true for a short number that names somebody: "account 24: ...", "用户 7 额度充足".
fn is_number(pass: &Pass<'_, '_>, found: Before, (start, end): (usize, usize)) -> bool {
    let behind = pass.part(end, pass.text.len());
    if found.foreign {
        return !measure::is_counted(behind);
    }
    // "channel id 41, ..." says that it is one.
    if matches!(
        pass.part(start.saturating_sub(4), start),
        [b' ' | b'_', b'i' | b'I', b'd' | b'D', b' ']
    ) {
        return true;
    }
    match behind {
        [b':', b' ' | b'\n', ..] | [b')', ..] => true,
        // "channel 17/azure-eu-2", but not "5/min".
        [b'/', name @ ..] => {
            let near = name.get(..name.len().min(chain::NAME)).unwrap_or_default();
            let name = near.get(..chain::name_len(near)).unwrap_or_default();
            known::is_named(name)
        }
        _ => false,
    }
}

/// Returns true if an equals sign stands before a value: `database=gateway`.
fn is_set(pass: &Pass<'_, '_>, start: usize) -> bool {
    let before = pass.part(start.saturating_sub(2), start);
    matches!(before, [.., b'='] | [b'=', b'\'' | b'"'])
}

/// Returns true if the member before a value is one of a query: `?key=`, `&key=`.
fn is_asked(pass: &Pass<'_, '_>, start: usize) -> bool {
    let head = pass.part(start.saturating_sub(WORD_CAP), start);
    let name = head.strip_suffix(b"=").unwrap_or_default().iter().rev();
    let mut marks = name.skip_while(|byte| class(**byte) & (LETTER | DASH) != 0);
    matches!(marks.next(), Some(b'?' | b'&'))
}

/// Returns true if the member before a value names a database, whose name may be any word.
fn is_stored(pass: &Pass<'_, '_>, start: usize) -> bool {
    let head = pass.part(start.saturating_sub(WORD_CAP), start);
    let marks = |byte: &u8| matches!(byte, b'=' | b'\'' | b'"');
    let len = head
        .iter()
        .rposition(|byte| !marks(byte))
        .map_or(0, |at| at + 1);
    tables::ends_with_one(STORES, head.get(..len).unwrap_or_default())
}

/// Returns true for letters that may be an id: no word of a state, no role.
pub(super) fn is_id(value: &[u8]) -> bool {
    !listed_folded(PROSE, value) && !listed_folded(ROLES, value)
}

/// Returns true for letters that are the operator's own name of something.
pub(super) fn is_name(value: &[u8]) -> bool {
    value.len() > 2
        && known::is_plain_name(value)
        && !known::is_public(value)
        && !listed_folded(ROLES, value)
}

/// Returns true for what documentation writes in a key's place: `YOUR_KEY`, `<token>`.
fn placeholder(value: &[u8]) -> bool {
    value.starts_with(b"YOUR") || value.starts_with(b"your") || value.starts_with(b"xxx")
}

/// Returns true for words of a protocol: `max_tokens`, `response_format`, `rate-limited`.
fn vocabulary(value: &[u8]) -> bool {
    let mut parts = value.split(|byte| matches!(byte, b'-' | b'_'));
    value.iter().any(|byte| matches!(byte, b'-' | b'_'))
        && parts.all(|part| {
            !part.is_empty() && part.len() <= 14 && part.iter().all(u8::is_ascii_lowercase)
        })
}

/// Returns the end of a token without the punctuation of the sentence around it.
fn trimmed(pass: &Pass<'_, '_>, start: usize, end: usize) -> usize {
    let tail = pass.part(start, end).iter().rev();
    end - tail
        .take_while(|byte| matches!(byte, b'.' | b':' | b'?' | b'=' | b'&'))
        .count()
}
