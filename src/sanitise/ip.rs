//! Addresses of the two versions of IP, and of hardware.

use super::class::is_alnum;

/// Returns where the IPv6 address of a token lies.
pub(super) fn v6(token: &[u8]) -> Option<(usize, usize)> {
    let colons = token.iter().take(64).filter(|&&byte| byte == b':').count();
    if colons < 2 || token.len() > 96 {
        return None;
    }
    // "ip=2001:db8::1", "v=fd12::32&n=1" and "fe80::1%eth0".
    let mut from = 0;
    for piece in
        token.split(|byte| matches!(byte, b'=' | b'/' | b'@' | b'&' | b'?' | b'+' | b'~' | b'*'))
    {
        if let Some(at) = v6_in(piece) {
            let rest = token.get(from + at..)?;
            let end = rest
                .iter()
                .position(|byte| matches!(byte, b'=' | b'@' | b'&' | b'?' | b'*'));
            return Some((from + at, end.map_or(token.len(), |end| from + at + end)));
        }
        from += piece.len() + 1;
    }
    None
}

/// Returns where an IPv6 address begins that stands in a part of a token.
fn v6_in(piece: &[u8]) -> Option<usize> {
    let head = hex_and_colons(piece)?;
    let colons = piece.iter().filter(|&&byte| byte == b':').count();
    let telling = colons > 2 || head.bytes().any(|byte| byte.is_ascii_digit());
    if colons > 1 && telling && is_v6(head.trim_end_matches('.')) {
        return Some(0);
    }
    // "error:2001:db8::1": what stands before its first group is a word.
    let begins = |at: &usize| {
        let before = piece.get(at.wrapping_sub(1));
        before.is_some_and(|byte| !is_alnum(*byte))
            && piece.get(*at).is_some_and(u8::is_ascii_hexdigit)
    };
    let found = (1..piece.len()).filter(begins).take(8).find(|at| {
        let Some(text) = piece.get(*at..).and_then(hex_and_colons) else {
            return false;
        };
        let behind = piece.get(at + text.len()).copied().unwrap_or(b' ');
        let groups = text.trim_end_matches([':', '.']);
        let telling = groups.bytes().any(|byte| byte.is_ascii_digit())
            && groups.bytes().filter(|&byte| byte == b':').count() > 2;
        // "std::f32::consts" goes on with a letter.
        telling && !is_alnum(behind) && is_v6(groups)
    });
    found.or_else(|| glued_v6(piece))
}

/// Returns where an address begins that is glued to a letter: its first group is one that addresses
/// begin with.
fn glued_v6(piece: &[u8]) -> Option<usize> {
    let colon = piece.iter().position(|&byte| byte == b':')?;
    [4, 2]
        .into_iter()
        .filter_map(|group| colon.checked_sub(group))
        .find(|at| {
            let Some(text) = piece.get(*at..).and_then(hex_and_colons) else {
                return false;
            };
            let groups = text.trim_end_matches([':', '.']);
            let usual = ["fe80", "fc", "fd", "20", "24", "26", "2a"];
            let long = groups.find(':') == Some(4);
            hardware(groups)
                || (long && usual.iter().any(|head| groups.starts_with(head)) && is_v6(groups))
        })
}

/// Returns the head of a token that an address can be made of.
fn hex_and_colons(token: &[u8]) -> Option<&str> {
    let head = token
        .iter()
        .take_while(|byte| byte.is_ascii_hexdigit() || matches!(byte, b':' | b'.'))
        .count();
    std::str::from_utf8(token.get(..head)?).ok()
}

fn is_v6(text: &str) -> bool {
    let parses = |text: &str| text.parse::<std::net::Ipv6Addr>().is_ok();
    // A port behind it: "::1:11434".
    let port = text.rsplit_once(':').filter(|(_, port)| {
        (2..6).contains(&port.len()) && port.bytes().all(|byte| byte.is_ascii_digit())
    });
    parses(text) || hardware(text) || port.is_some_and(|(address, _)| parses(address))
}

/// Returns true for a hardware address: six pairs of hex digits.
fn hardware(text: &str) -> bool {
    text.split(':').count() == 6 && text.split(':').all(|pair| pair.len() == 2)
}

/// Returns where four groups of digits lie, the inner two of three digits at most.
pub(super) fn v4(run: &[u8]) -> Option<usize> {
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
