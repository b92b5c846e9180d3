//! URLs, hosts, addresses and mail.

use super::class::{ALNUM, DASH, DOT, LETTER, class, is_alnum, is_joint, kinds};
use super::generated::{COUNTED, ENDINGS, HOST_STRONG, HOST_WEAK, PORTS};
use super::scan::Pass;
use super::tables::{allowed_host, listed_folded};
use super::token;

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
        if domain > 0 && head.contains(&b':') {
            pass.mask(start, core);
            return true;
        }
        from = at + 1;
    }
    false
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

fn is_local(byte: u8) -> bool {
    class(byte) & ALNUM != 0 || matches!(byte, b'.' | b'_' | b'%' | b'+' | b'-')
}

/// Returns true if a label of two letters or more follows a dot.
fn is_domain(domain: &[u8]) -> bool {
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
    if let Some(at) = (0..token.len()).find(arn) {
        pass.mask(start + at, core);
        return true;
    }
    if let Some((from, to)) = ipv6(token) {
        pass.mask(start + from, start + to);
        return true;
    }
    address(pass, start, core)
}

/// Masks a path that begins with a drive letter, whose colon and backslash end the token.
pub(super) fn drive(pass: &mut Pass<'_, '_>, start: usize, core: usize) -> bool {
    let Some([b':', b'\\', next, ..]) = pass.text.get(core..) else {
        return false;
    };
    let (letter, next) = (core - 1, *next);
    let alone = letter == start || !is_alnum(pass.at(letter - 1));
    if !alone || class(pass.at(letter)) & LETTER == 0 {
        return false;
    }
    let mut end = pass.run_end(core, |byte| {
        byte > b' ' && !matches!(byte, b'"' | b'\'' | b'`' | b',' | b')' | b'<' | b'>' | b'|')
    });
    // Marks of a sentence outside ASCII: "，", "）".
    let mark = |three: &[u8]| matches!(three, [0xE3, 0x80, _] | [0xEF, 0xBC, _]);
    if let Some(len) = pass.part(core, end).windows(3).position(mark) {
        end = core + len;
    }
    // The backslash before a quote is the quote's.
    if pass.at(end) == b'"' && pass.at(end - 1) == b'\\' {
        end -= 1;
    }
    // "Option A:\nNext" has an escape there, not a folder.
    let rest = pass.part(core + 3, end);
    if matches!(next, b'n' | b'r' | b't') && !rest.contains(&b'\\') {
        return false;
    }
    pass.mask(letter, end);
    true
}

/// Masks `name:port`, also behind what a colon or the like joins to it: `dial:localhost:8000`.
fn address(pass: &mut Pass<'_, '_>, start: usize, core: usize) -> bool {
    let token = pass.part(start, core);
    let mut from = 0;
    for (at, &byte) in token.iter().enumerate() {
        let colon = byte == b':';
        if colon && is_address(token.get(from..).unwrap_or_default(), at - from) {
            pass.mask(start + from, core);
            return true;
        }
        if is_joint(byte) {
            from = at + 1;
        }
    }
    false
}

/// Returns true if a colon parts a name and a port, or a source file and a line.
fn is_address(token: &[u8], colon: usize) -> bool {
    let (name, rest) = (
        token.get(..colon).unwrap_or_default(),
        token.get(colon + 1..).unwrap_or_default(),
    );
    let digits = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
    if digits == 0 {
        return false;
    }
    if is_source(name) {
        return true;
    }
    let port = rest
        .get(..digits)
        .and_then(|port| std::str::from_utf8(port).ok())
        .and_then(|port| port.parse().ok());
    let known = port.is_some_and(|port: u16| PORTS.binary_search(&port).is_ok());
    let ends = matches!(rest.get(digits), None | Some(b'/' | b':'));
    let word = name
        .rsplit(|byte| !byte.is_ascii_alphabetic())
        .next()
        .unwrap_or(name);
    let named = kinds(name) & LETTER != 0 && name.iter().all(|&byte| is_host(byte) && byte != b'_');
    known && ends && named && !listed_folded(COUNTED, word)
}

/// Returns true for the file in a stack trace: "Relay.java:120".
fn is_source(name: &[u8]) -> bool {
    let dot = name.iter().rposition(|&byte| byte == b'.');
    dot.and_then(|dot| name.get(dot + 1..))
        .is_some_and(|ending| listed_folded(ENDINGS, ending))
}

/// Returns where the IPv6 address of a token lies.
fn ipv6(token: &[u8]) -> Option<(usize, usize)> {
    let colons = token.iter().take(64).filter(|&&byte| byte == b':').count();
    if colons < 2 || token.len() > 96 {
        return None;
    }
    // "ip=2001:db8::1" and "fe80::1%eth0".
    let joint = token
        .iter()
        .rposition(|byte| matches!(byte, b'=' | b'/' | b'@'))
        .map_or(0, |at| at + 1);
    let rest = token.get(joint..)?;
    let telling = colons > 2
        || hex_and_colons(rest)?
            .bytes()
            .any(|byte| byte.is_ascii_digit());
    if telling && hex_and_colons(rest).is_some_and(is_ipv6) {
        return Some((joint, token.len()));
    }
    // "error:2001:db8::1": what stands before its first group is a word.
    let begins = |at: &usize| {
        let before = rest.get(at.wrapping_sub(1));
        before.is_some_and(|byte| !is_alnum(*byte))
            && rest.get(*at).is_some_and(u8::is_ascii_hexdigit)
    };
    let found = (1..rest.len()).filter(begins).take(8).find(|at| {
        let Some(text) = rest.get(*at..).and_then(hex_and_colons) else {
            return false;
        };
        let behind = rest.get(at + text.len()).copied().unwrap_or(b' ');
        let groups = text.trim_end_matches([':', '.']);
        let telling = groups.bytes().any(|byte| byte.is_ascii_digit())
            && groups.bytes().filter(|&byte| byte == b':').count() > 2;
        // "std::f32::consts" goes on with a letter.
        telling && !is_alnum(behind) && is_ipv6(groups)
    });
    found.map(|at| (joint + at, token.len()))
}

/// Returns the head of a token that an address can be made of.
fn hex_and_colons(token: &[u8]) -> Option<&str> {
    let head = token
        .iter()
        .take_while(|byte| byte.is_ascii_hexdigit() || matches!(byte, b':' | b'.'))
        .count();
    std::str::from_utf8(token.get(..head)?).ok()
}

fn is_ipv6(text: &str) -> bool {
    text.parse::<std::net::Ipv6Addr>().is_ok() || hardware(text)
}

/// Returns true for a hardware address: six pairs of hex digits.
fn hardware(text: &str) -> bool {
    text.split(':').count() == 6 && text.split(':').all(|pair| pair.len() == 2)
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
            if let Some(at) = ipv4(run) {
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
        if dots > 0 && is_host_name(run, rest.get(len..).unwrap_or_default()) {
            if !allowed_host(run) {
                pass.mask(start + from, core);
            }
            return true;
        }
        from += len + 1;
    }
    false
}

fn is_host(byte: u8) -> bool {
    class(byte) & (ALNUM | DOT | DASH) != 0
}

/// Returns where four groups of digits lie, the inner two of three digits at most.
fn ipv4(run: &[u8]) -> Option<usize> {
    let mut groups = 0;
    let mut begin = 0;
    let mut digits = 0;
    for (at, &byte) in run.iter().chain(b" ").enumerate() {
        if byte.is_ascii_digit() {
            if digits == 0 && groups == 0 {
                begin = at;
            }
            digits += 1;
            continue;
        }
        let whole = digits > 0 && (groups == 0 || digits <= 3 || groups == 3);
        if whole && groups == 3 {
            return Some(begin);
        }
        groups = match byte {
            b'.' if whole => groups + 1,
            // Too long for an inner group, but its last digits may be a first one.
            b'.' if digits > 0 => {
                begin = at - digits;
                1
            }
            _ => 0,
        };
        digits = 0;
    }
    None
}

/// Returns true if the final label says that a dotted word is a host.
fn is_host_name(run: &[u8], rest: &[u8]) -> bool {
    let run = run.strip_suffix(b".").unwrap_or(run);
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
    listed_folded(HOST_STRONG, last) || ((more || goes_on) && listed_folded(HOST_WEAK, last))
}
