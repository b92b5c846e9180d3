//! URLs, hosts, addresses with a port, and mail.

use super::class::{ALNUM, DASH, DIGIT, DOT, LETTER, class, is_alnum, is_joint, kinds};
use super::generated::{COUNTED, ENDINGS, EVERYDAY, HOST_STRONG, HOST_WEAK, PORTS, REGISTRIES};
use super::scan::Pass;
use super::tables::{allowed_host, listed_folded};
use super::{ip, known, mail, token};

/// Masks the URL in a token, whatever its scheme. Returns true if there is one.
pub(super) fn url(pass: &mut Pass<'_, '_>, start: usize, core: usize) -> bool {
    let token = pass.part(start, core);
    let Some(mark) = token.windows(3).position(|three| three == b"://") else {
        return false;
    };
    let scheme = token.get(..mark).unwrap_or_default().iter().rev();
    let begin = start + mark
        - scheme
            .take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+'))
            .count();
    let end = url_end(pass, start + mark + 3);
    if begin == start && end <= start + mark + 3 {
        // "must begin with http://" tells nothing.
        return true;
    }
    let before = kinds(pass.part(start, begin));
    if begin > start {
        token::pieces(pass, start, begin, before);
    }
    let url = pass.part(begin, end);
    if pass.allow.iter().any(|row| allows(row.as_bytes(), url)) {
        let seen = kinds(url);
        pass.prefix = true;
        token::pieces(pass, begin, end, seen);
        pass.done = pass.done.max(end);
    } else {
        pass.mask(begin, end);
    }
    true
}

/// Returns true if a URL is the allowed one or lies below it.
fn allows(row: &[u8], url: &[u8]) -> bool {
    let rest = url.strip_prefix(row);
    rest.is_some_and(|rest| {
        row.ends_with(b"/") || matches!(rest.first(), None | Some(b'/' | b'?' | b'#'))
    })
}

/// What no URL holds, apart from what lies outside visible ASCII.
const NOT_IN_URL: &[u8] = b"\"'`<>\\^{}|";

/// True for each byte that may stand in a URL.
static IN_URL: [bool; 256] = in_url();

const fn in_url() -> [bool; 256] {
    let mut table = [false; 256];
    let mut byte = b'!' as usize;
    while byte < 0x7F {
        table[byte] = true;
        byte += 1;
    }
    let mut index = 0;
    while index < NOT_IN_URL.len() {
        table[NOT_IN_URL[index] as usize] = false;
        index += 1;
    }
    table
}

/// Returns the end of a URL: punctuation counts only if the URL goes on behind it.
pub(super) fn url_end(pass: &mut Pass<'_, '_>, from: usize) -> usize {
    let limit = pass.run_end(from, |byte| IN_URL[usize::from(byte)]);
    let tail = pass.part(from, limit).iter().rev();
    let stops = tail.take_while(|byte| {
        matches!(
            byte,
            b'.' | b',' | b';' | b':' | b'!' | b'?' | b')' | b']' | b'(' | b'['
        )
    });
    limit - stops.count()
}

/// Masks a mail address or `user:password@host`.
pub(super) fn mail(pass: &mut Pass<'_, '_>, start: usize, core: usize) -> bool {
    if pass.at(start.wrapping_sub(1)) >= 0x80 || pass.at(core) >= 0x80 {
        if let Some((from, to)) = mail::around(pass.text, start, core) {
            pass.work.add(2 * (to - from));
            pass.mask(from, to);
            return true;
        }
    }
    let token = pass.part(start, core);
    let mut from = 0;
    while let Some(at) = token
        .get(from..)
        .and_then(|rest| rest.iter().position(|&byte| byte == b'@'))
    {
        let at = from + at;
        let head = token.get(from..at).unwrap_or_default();
        let local = head
            .iter()
            .rev()
            .take_while(|byte| is_local(**byte))
            .count();
        let tail = token.get(at + 1..).unwrap_or_default();
        let domain = tail
            .iter()
            .take_while(|byte| is_host(**byte) && **byte != b'_')
            .count();
        let before = if domain > 0 {
            password(pass, start)
        } else {
            start
        };
        if before < start {
            pass.push_far(before, start);
            pass.mask(start, core);
            return true;
        }
        if local > 0 && is_domain(tail.get(..domain).unwrap_or_default()) {
            pass.mask(start + at - local, core);
            return true;
        }
        let behind = tail.get(domain..).unwrap_or_default();
        if local > 0 && domain > 1 && matches!(behind, [b':', b'/' | b'~', ..]) {
            // The prompt of a shell: "root@936a4322f65a:/app".
            pass.mask(start + at - local, start + at + 1 + domain);
            return true;
        }
        let machine = tail.get(..domain).unwrap_or_default();
        let user = head.get(at - from - local..).unwrap_or_default();
        let numbered = kinds(machine) & (DIGIT | DASH) == DIGIT | DASH
            && machine.first().is_some_and(u8::is_ascii_alphabetic);
        if local > 0 && is_user(user) && (numbered || known::is_telling(machine)) {
            // "root@gpu-7".
            pass.mask(start + at - local, start + at + 1 + domain);
            return true;
        }
        if domain > 0 && head.contains(&b':') {
            pass.mask(start, core);
            return true;
        }
        from = at + 1;
    }
    false
}

/// Masks the machine that a system's log names behind the time: `Jun 24 15:22:03 gpu-3 ollama[1956]:`.
pub(super) fn logged(pass: &mut Pass<'_, '_>, time: usize) {
    let rest = pass.text.get(time..).unwrap_or_default();
    let len = |rest: &[u8]| {
        rest.iter()
            .take(64)
            .take_while(|byte| is_host(**byte))
            .count()
    };
    let Some(name) = rest.strip_prefix(b" ").map(len).filter(|len| *len > 1) else {
        return;
    };
    let behind = rest.get(name + 1..).unwrap_or_default();
    let program = behind.strip_prefix(b" ").unwrap_or_default();
    let process = program.get(len(program)..).unwrap_or_default();
    let digits = process.iter().skip(1).take(8);
    let digits = digits.take_while(|byte| byte.is_ascii_digit()).count();
    pass.work.add(128);
    let closed = process
        .get(digits + 1..)
        .is_some_and(|rest| rest.starts_with(b"]:"));
    if digits > 0 && process.starts_with(b"[") && closed {
        pass.push_far(time + 1, time + 1 + name);
    }
}

/// Returns where `user:password` begins if the password's last mark parts it from the token that
/// begins at a position: `svc:ab!c@host`.
fn password(pass: &Pass<'_, '_>, start: usize) -> usize {
    if !matches!(pass.at(start.wrapping_sub(1)), b'!' | b'#' | b'$' | b'^') {
        return start;
    }
    let head = pass.part(start.saturating_sub(64), start).iter().rev();
    let parts =
        |byte: &&u8| **byte > b' ' && !matches!(**byte, b'"' | b'\'' | b'`' | b'(' | b',' | b';');
    let begin = start - head.take_while(parts).count();
    if pass.part(begin, start).contains(&b':') {
        begin
    } else {
        start
    }
}

/// Returns true for what the user of a machine may be called; models and packages have marks and
/// digits before their `@`.
fn is_user(name: &[u8]) -> bool {
    let plain = |byte: &u8| byte.is_ascii_lowercase() || matches!(byte, b'_' | b'-');
    (2..=32).contains(&name.len()) && name.iter().all(plain) && !known::is_public(name)
        || name == b"ec2-user"
}

pub(super) fn is_local(byte: u8) -> bool {
    class(byte) & ALNUM != 0 || matches!(byte, b'.' | b'_' | b'%' | b'+' | b'-')
}

/// Returns true if a label of two letters or more follows a dot.
pub(super) fn is_domain(domain: &[u8]) -> bool {
    domain.windows(3).any(
        |three| matches!(three, [b'.', a, b] if a.is_ascii_alphabetic() && b.is_ascii_alphabetic()),
    )
}

/// Masks what colons make: ARNs, IPv6 addresses, `name:port`.
pub(super) fn colons(pass: &mut Pass<'_, '_>, start: usize, core: usize) -> bool {
    let token = pass.part(start, core);
    // Glued to a word it is told by what follows: "warn:3" is none.
    let arn = |at: &usize| {
        let rest = token.get(*at..).unwrap_or_default();
        let alone = *at == 0 || token.get(at - 1).is_some_and(|byte| !is_alnum(*byte));
        let long = if alone { 4 } else { 7 };
        rest.get(..long).is_some_and(|head| {
            b"arn:aws"
                .get(..long)
                .is_some_and(|arn| head.eq_ignore_ascii_case(arn))
        })
    };
    // Each is looked for by its first colon.
    let mut starts = memchr::memchr_iter(b':', token).filter_map(|colon| colon.checked_sub(3));
    if let Some(at) = starts.find(arn) {
        pass.mask(start + at, core);
        return true;
    }
    if let Some((from, to)) = ip::v6(token) {
        pass.mask(start + from, start + to);
        return true;
    }
    address(pass, start, core)
}

/// Masks `name:port`, also behind what a colon or the like joins to it: `dial:localhost:8000`.
fn address(pass: &mut Pass<'_, '_>, start: usize, core: usize) -> bool {
    let token = pass.part(start, core);
    let mut from = 0;
    for (at, &byte) in token.iter().enumerate() {
        if byte == b':' {
            if let Some(end) = address_end(token.get(from..).unwrap_or_default(), at - from) {
                pass.mask(start + from, start + from + end);
                return true;
            }
        }
        if is_joint(byte) || matches!(byte, b'&' | b'?' | b'+' | b'~' | b'%') {
            from = at + 1;
        }
    }
    false
}

/// Returns where the address ends in which a colon parts a name and a port, or a source file and a
/// line.
fn address_end(token: &[u8], colon: usize) -> Option<usize> {
    let (name, rest) = (token.get(..colon)?, token.get(colon + 1..)?);
    let digits = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
    if digits == 0 {
        return None;
    }
    if is_source(name) {
        return Some(token.len());
    }
    let port = std::str::from_utf8(rest.get(..digits)?).ok()?;
    let known = port.parse().ok();
    let known = known.is_some_and(|port: u16| PORTS.binary_search(&port).is_ok());
    let end = match rest.get(digits..) {
        Some([b'/' | b':', ..]) => token.len(),
        Some([b'.', byte, ..]) if byte.is_ascii_digit() => return None,
        Some([byte, ..]) if is_alnum(*byte) || *byte == b'_' => return None,
        _ => colon + 1 + digits,
    };
    let marks = name.iter().take_while(|byte| **byte == b'_').count();
    let name = name.get(marks..)?;
    let mut words = name.rsplit(|byte| !byte.is_ascii_alphabetic());
    let word = words.next().unwrap_or(name);
    let named = kinds(name) & LETTER != 0 && name.iter().all(|&byte| is_host(byte) && byte != b'_');
    (known && named && !listed_folded(COUNTED, word)).then_some(end)
}

/// Returns true for the file in a stack trace: "Relay.java:120".
fn is_source(name: &[u8]) -> bool {
    let dot = name.iter().rposition(|&byte| byte == b'.');
    dot.and_then(|dot| name.get(dot + 1..))
        .is_some_and(|ending| listed_folded(ENDINGS, ending))
}

/// Masks IPv4 addresses and hosts.
pub(super) fn dotted(pass: &mut Pass<'_, '_>, start: usize, core: usize) -> bool {
    let token = pass.part(start, core);
    let mut from = 0;
    while from < token.len() {
        let rest = token.get(from..).unwrap_or_default();
        let (mut len, mut dots) = (0, 0);
        for &byte in rest.iter().take_while(|byte| is_host(**byte)) {
            dots += usize::from(byte == b'.');
            len += 1;
        }
        let run = rest.get(..len).unwrap_or_default();
        if dots >= 3 {
            if let Some(at) = ip::v4(run) {
                // "llm-router/10.1.2.3:8080" is how Java writes an address.
                let named = at == 0
                    && from > 1
                    && rest.get(len) == Some(&b':')
                    && token.get(from - 1) == Some(&b'/')
                    && token
                        .iter()
                        .take(from - 1)
                        .all(|&byte| class(byte) & (ALNUM | DASH) != 0);
                pass.mask(if named { start } else { start + from + at }, core);
                return true;
            }
        }
        if dots > 0 {
            if is_host_name(run, rest.get(len..).unwrap_or_default()) {
                let path = token.get(from + len) == Some(&b'/');
                if !(allowed_host(run) || path && listed_folded(REGISTRIES, run)) {
                    pass.mask(start + from, core);
                }
                return true;
            }
            // A sentence without a blank before it: "relay.acme.xyz.Please".
            let host = sentence(run).filter(|host| is_host_name(host, b""));
            if let Some(host) = host.map(<[u8]>::len) {
                pass.mask(start + from, start + from + host);
                return true;
            }
        }
        from += len + 1;
    }
    false
}

pub(super) fn is_host(byte: u8) -> bool {
    class(byte) & (ALNUM | DOT | DASH) != 0
}

/// Returns true if the final label says that a dotted word is a host.
fn is_host_name(run: &[u8], rest: &[u8]) -> bool {
    let marks = run
        .iter()
        .rev()
        .take_while(|byte| class(**byte) & ALNUM == 0);
    let run = run.get(..run.len() - marks.count()).unwrap_or_default();
    let mut labels = run.rsplit(|&byte| byte == b'.');
    let (Some(last), Some(before)) = (labels.next(), labels.next()) else {
        return false;
    };
    let label = (2..=12).contains(&last.len()) && last.iter().all(u8::is_ascii_alphabetic);
    if !label || before.is_empty() || kinds(before) & ALNUM == 0 {
        return false;
    }
    let more = labels.next().is_some_and(|label| !label.is_empty());
    let goes_on = matches!(rest, [b':', b'0'..=b'9', ..] | [b'/', ..]);
    let telling = more && !is_member(run) || goes_on || is_brand(before);
    listed_folded(HOST_STRONG, last) || (telling && listed_folded(HOST_WEAK, last))
}

/// Returns true for the way to a member of a request, which no labels of a host make:
/// `tools.0.custom.name`, `tool_choice.function.name`, `toolConfig.name`.
pub(super) fn is_member(run: &[u8]) -> bool {
    let mut labels = run.split(|&byte| byte == b'.');
    labels.any(|label| {
        let inner = label.iter().skip(1).any(u8::is_ascii_uppercase);
        let index = label.len() < 3 && label.iter().all(u8::is_ascii_digit);
        index
            || label.contains(&b'_')
            || (inner && label.first().is_some_and(u8::is_ascii_lowercase))
    })
}

/// Returns true for a label that no word and no name of a model is: digits among small letters.
fn is_brand(label: &[u8]) -> bool {
    let marks = label.iter().take_while(|byte| **byte == b'_').count();
    let label = label.get(marks..).unwrap_or_default();
    let digit = label.iter().position(u8::is_ascii_digit);
    let behind = digit.and_then(|at| label.get(at..)).unwrap_or_default();
    label.len() > 5
        && label.first().is_some_and(u8::is_ascii_lowercase)
        && label
            .iter()
            .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
        && behind
            .iter()
            .filter(|byte| byte.is_ascii_lowercase())
            .count()
            > 2
}

/// Returns what stands before the first word of a sentence that no blank parts from it.
fn sentence(run: &[u8]) -> Option<&[u8]> {
    let dot = run.iter().rposition(|&byte| byte == b'.')?;
    let (host, word) = (run.get(..dot)?, run.get(dot + 1..)?);
    let capital = word.first().is_some_and(u8::is_ascii_uppercase);
    let lower = !host.iter().any(u8::is_ascii_uppercase);
    (capital && lower && listed_folded(EVERYDAY, word)).then_some(host)
}
