//! What was masked where something announced it, and stands elsewhere in the text once more.
//!
//! `I/O error on POST request for "http://llm-gw/v1": llm-gw; nested exception ...`: nothing but the
//! URL says that the second word is a host.

use super::class::{DIGIT, is_key, kinds};
use super::generated::SERVERS;
use super::known;
use super::scan::Work;
use super::spans::Spans;
use super::tables::listed;

/// How many of the masked parts are looked for again: the work stays linear.
const PARTS: usize = 4;

/// How long such a part is; what is longer is mostly told by its own look.
const LEN: std::ops::RangeInclusive<usize> = 5..=24;

/// Adds the places where the name, host or number of a masked part stands again, and those of others
/// that only a last number tells from it: `core-7`, `core-9`.
pub(super) fn find(text: &[u8], work: &mut Work, spans: &mut Spans) {
    let mut more = Vec::new();
    for &(start, end) in spans.as_slice().iter().take(PARTS) {
        let part = name(text.get(start..end).unwrap_or_default());
        if !LEN.contains(&part.len()) || !part.iter().all(|byte| is_key(*byte)) {
            continue;
        }
        let stem = stem(part);
        let family = stem.len() < part.len();
        let Some((mark, byte)) = seldom(stem) else {
            continue;
        };
        work.add(text.len());
        let mut telling = None;
        for at in memchr::memchr_iter(byte, text) {
            let Some(at) = at.checked_sub(mark) else {
                continue;
            };
            if at == start || !text.get(at..).is_some_and(|rest| rest.starts_with(stem)) {
                continue;
            }
            let digits = text.get(at + stem.len()..).unwrap_or_default().iter();
            let digits = digits.take(NUMBER).take_while(|byte| byte.is_ascii_digit());
            let number = if family { digits.count() } else { 0 };
            let behind = at + stem.len() + number;
            work.add(part.len());
            let before = at.checked_sub(1).is_some_and(|before| joins(text, before));
            let whole = !before && (number > 0 || !family) && !joins(text, behind);
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

/// The last number of such a name has no more digits.
const NUMBER: usize = 4;

/// Returns what the names of a family begin with, up to the number behind the last hyphen: `gpu-node-`
/// of `gpu-node-17`; or else the whole part.
fn stem(part: &[u8]) -> &[u8] {
    let digits = part.iter().rev().take_while(|byte| byte.is_ascii_digit());
    let digits = digits.count();
    let stem = part.get(..part.len() - digits).unwrap_or_default();
    if (1..=NUMBER).contains(&digits) && stem.len() > 3 && stem.ends_with(b"-") {
        stem
    } else {
        part
    }
}

/// Returns a byte to look for, and where it stands in a part: a digit is seldom enough to look for
/// alone, and most names without one have a hyphen.
fn seldom(part: &[u8]) -> Option<(usize, u8)> {
    let mark = part.iter().position(u8::is_ascii_digit);
    let mark = mark.or_else(|| part.iter().position(|byte| *byte == b'-'));
    let mark = mark.unwrap_or(0);
    Some((mark, *part.get(mark)?))
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
    known::is_named(part) || is_own(part)
}

/// Returns true for a name of small letters alone that is no word, and neither a model's nor a
/// program's: what a URL or a cue has told is a house's own.
fn is_own(part: &[u8]) -> bool {
    part.iter().all(u8::is_ascii_lowercase)
        && known::is_plain_name(part)
        && !known::is_public(part)
        && !listed(SERVERS, part)
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
        assert_eq!(found("group relay-2, relay_2, my-relay-2", "relay-2"), 0);
        assert_eq!(found("node gpu-3, gpu-17 and gpu-x or gpu-17b", "gpu-3"), 1);
        assert_eq!(
            found("at http://gwsvc/v1: gwsvc gone", "http://gwsvc/v1"),
            1
        );
        assert_eq!(
            found("at http://model/v1: model gone", "http://model/v1"),
            0
        );
        assert_eq!(
            found("at http://ollama/v1: ollama gone", "http://ollama/v1"),
            0
        );
    }
}
