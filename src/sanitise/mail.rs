//! Mail addresses with letters outside ASCII, which end tokens elsewhere.

use super::host::{is_domain, is_host, is_local};

/// How many bytes of a mail address are looked at on either side.
const REACH: usize = 64;

/// How many characters of a script without blanks are read as a name: "张三@".
const NAME: usize = 4;

/// Returns where the address lies whose `@` stands in a token, with a letter outside ASCII beside it.
pub(super) fn around(text: &[u8], start: usize, end: usize) -> Option<(usize, usize)> {
    let token = text.get(start..end)?;
    let at = start + token.iter().rposition(|&byte| byte == b'@')?;
    let from = local(text, at);
    let to = domain(text, at + 1);
    let wide = |part: &[u8]| part.iter().any(|&byte| byte >= 0x80);
    let parts = (text.get(from..at)?, text.get(at + 1..to)?);
    let whole = !parts.0.is_empty() && is_domain(parts.1);
    (whole && (wide(parts.0) || wide(parts.1))).then_some((from, to))
}

/// Returns where the part before the `@` begins.
fn local(text: &[u8], at: usize) -> usize {
    let mut from = at;
    while at - from < REACH {
        let head = text.get(..from).unwrap_or_default();
        match head {
            [.., byte] if is_local(*byte) => from -= 1,
            [.., lead, _] if is_letter(*lead) => from -= 2,
            _ => break,
        }
    }
    let mut names = 0;
    while from + 3 * names == at && names < NAME {
        match text.get(..from).unwrap_or_default() {
            [.., lead, _, _] if is_ideograph(*lead) => (from, names) = (from - 3, names + 1),
            _ => break,
        }
    }
    from
}

/// Returns where the domain ends.
fn domain(text: &[u8], from: usize) -> usize {
    let mut end = from;
    // Behind a final label in ASCII a sentence may go on at once.
    let mut wide = true;
    while end - from < REACH {
        match text.get(end..).unwrap_or_default() {
            [byte, ..] if is_host(*byte) && *byte != b'_' => {
                wide = *byte == b'.';
                end += 1;
            }
            [lead, _, ..] if is_letter(*lead) => end += 2,
            [lead, _, _, ..] if is_ideograph(*lead) && wide => end += 3,
            _ => break,
        }
    }
    let marks = text.get(from..end).unwrap_or_default().iter().rev();
    end - marks.take_while(|byte| matches!(byte, b'.' | b'-')).count()
}

/// Returns true for the first of a letter's two bytes: Latin with marks, Greek, Cyrillic.
fn is_letter(lead: u8) -> bool {
    matches!(lead, 0xC3..=0xDF)
}

/// Returns true for the first of three bytes in scripts whose words no blanks part.
fn is_ideograph(lead: u8) -> bool {
    matches!(lead, 0xE4..=0xED)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_found_whole() {
        for (text, address) in [
            ("frag jörg.groß@büro.de, bitte", "jörg.groß@büro.de"),
            ("请联系 müller@bürohaus.de。", "müller@bürohaus.de"),
            ("请联系müller@bürohaus.de没有", "müller@bürohaus.de"),
            ("联系：张三@公司.cn。", "张三@公司.cn"),
            ("ask иван@почта.ru.", "иван@почта.ru"),
        ] {
            let at = text.find('@').unwrap_or_default();
            let found = around(text.as_bytes(), at, at + 1);
            let found = found.and_then(|(from, to)| text.get(from..to));
            assert_eq!(found, Some(address), "{text}");
        }
        for text in ["é @ b.de", "a@b.de", "ü@b", "因为@"] {
            let at = text.find('@').unwrap_or_default();
            assert_eq!(around(text.as_bytes(), at, at + 1), None, "{text}");
        }
    }
}
