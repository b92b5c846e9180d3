//! What was masked where something announced it, and stands elsewhere in the text once more.
//!
//! `I/O error on POST request for "http://llm-gw/v1": llm-gw; nested exception ...`: nothing but the
//! URL says that the second word is a host.

use super::class::{DIGIT, is_key, kinds};
use super::known;
use super::scan::Work;
use super::spans::Spans;

/// How many of the masked parts are looked for again: the work stays linear.
const PARTS: usize = 4;

/// How long such a part is; what is longer is mostly told by its own look.
const LEN: std::ops::RangeInclusive<usize> = 5..=24;

/// Adds the places where the name, host or number of a masked part stands again.
pub(super) fn find(text: &[u8], work: &mut Work, spans: &mut Spans) {
    let mut more = Vec::new();
    for &(start, end) in spans.as_slice().iter().take(PARTS) {
        let part = name(text.get(start..end).unwrap_or_default());
        if !LEN.contains(&part.len()) || !part.iter().all(|byte| is_key(*byte)) {
            continue;
        }
        // A digit is seldom enough to look for alone, and a name without one has a hyphen.
        let mark = part.iter().position(u8::is_ascii_digit);
        let mark = mark.or_else(|| part.iter().position(|byte| *byte == b'-'));
        let Some((mark, byte)) = mark.and_then(|at| Some((at, *part.get(at)?))) else {
            continue;
        };
        work.add(text.len());
        let mut telling = None;
        for at in memchr::memchr_iter(byte, text) {
            let Some(at) = at.checked_sub(mark) else {
                continue;
            };
            let behind = at + part.len();
            if at == start || text.get(at..behind) != Some(part) {
                continue;
            }
            work.add(part.len());
            let before = at.checked_sub(1).is_some_and(|before| joins(text, before));
            let whole = !before && !joins(text, behind);
            if whole && !spans.covers(at) && *telling.get_or_insert_with(|| is_telling(part)) {
                more.push((at, behind));
            }
        }
    }
    if !more.is_empty() {
        spans.extend(more);
        spans.far = true;
    }
}

/// Returns the host of a URL or of an address with a port, or else the whole part.
fn name(part: &[u8]) -> &[u8] {
    let colon = memchr::memchr(b':', part).unwrap_or(0);
    let url = part.get(colon..).unwrap_or_default().starts_with(b"://");
    let scheme = if url { colon + 3 } else { 0 };
    let host = part.get(scheme..).unwrap_or_default();
    let host = match memchr::memchr(b'@', host) {
        Some(at) if url => host.get(at + 1..).unwrap_or_default(),
        _ => host,
    };
    let len = memchr::memchr3(b':', b'/', b'?', host);
    host.get(..len.unwrap_or(host.len())).unwrap_or_default()
}

/// Returns true if a word goes on at a position.
fn joins(text: &[u8], at: usize) -> bool {
    text.get(at).is_some_and(|byte| is_key(*byte))
}

/// Returns true for what names somebody wherever it stands: no word, no model, no round number.
fn is_telling(part: &[u8]) -> bool {
    if kinds(part) == DIGIT {
        return part.len() > 5 && !part.ends_with(b"000");
    }
    known::is_named(part)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str, masked: &str) -> usize {
        let at = text.find(masked).unwrap_or_default();
        let mut spans = Spans::default();
        spans.push(at, at + masked.len());
        find(text.as_bytes(), &mut Work::default(), &mut spans);
        spans.settle();
        spans.as_slice().len() - 1
    }

    #[test]
    fn names_and_hosts_are_found_again() {
        let spring = "POST \"http://llm-gw1/v1\": llm-gw1; nested: llm-gw1";
        assert_eq!(found(spring, "http://llm-gw1/v1"), 2);
        assert_eq!(found("tenant 705812: key 705812/1/x", "705812"), 1);
        assert_eq!(found("tenant 100000: limit 100000", "100000"), 0);
        assert_eq!(found("deployment gpt-4o: use gpt-4o", "gpt-4o"), 0);
        assert_eq!(found("group relay-2, relay-23, my-relay-2", "relay-2"), 0);
    }
}
