//! What the bodies of upstreams look like: one table of JSON paths per family.
//!
//! A row says what a member means at a place: `error.message` is a message, `base_resp.status_code`
//! is a code that is zero on success. The reader in `upstream` walks a body once and asks
//! [`step`] about each member; it knows no member name itself. To support another shape, add rows
//! to the family's file, or a file to [`FAMILIES`].

mod aliyun;
mod azure;
mod baidu;
mod bedrock;
mod cohere;
mod google;
mod huggingface;
mod jobs;
mod minimax;
mod mistral;
mod ollama;
mod openai;
mod relays;
mod row;
mod tencent;
mod waits;
mod zhipu;

#[rustfmt::skip]
mod unknown_rows;

pub(crate) mod eventstream;
pub(crate) mod headers;
pub(crate) mod names;
pub(crate) mod pages;
pub(crate) mod unknown;
pub(crate) mod wrappers;

pub(crate) use jobs::may_have_failed;
pub(crate) use mistral::{are_faults, is_fault_list};
pub(crate) use row::{At, Role, Row, head};

use row::{both, into, leaf, mark};

/// Every family's rows.
pub(crate) const FAMILIES: &[&[Row]] = &[
    openai::ROWS,
    azure::ROWS,
    bedrock::ROWS,
    google::ROWS,
    mistral::ROWS,
    cohere::ROWS,
    ollama::ROWS,
    baidu::ROWS,
    aliyun::ROWS,
    zhipu::ROWS,
    minimax::ROWS,
    tencent::ROWS,
    huggingface::ROWS,
    jobs::ROWS,
    relays::ROWS,
    waits::ROWS,
];

/// Returns what a member means at a place.
#[inline(always)]
pub(crate) fn step(at: At, key: &[u8]) -> Option<&'static Row> {
    look_up(mark(at, head(key)), |row| {
        row.at as u8 == at as u8 && row.key.as_bytes() == key
    })
}

/// The same for a name shorter than [`SHORT`], given as the first eight bytes from its start on.
#[inline(always)]
pub(crate) fn short_step(at: At, word: u64, length: usize) -> Option<&'static Row> {
    let head = word.wrapping_shl((SHORT as u32).wrapping_sub(length as u32).wrapping_mul(8));
    // The mark is the whole name and the place; the length tells zeros of the name from others.
    look_up(mark(at, head), |row| row.key.len() == length)
}

#[inline(always)]
fn look_up(mark: u64, same: impl Fn(&Row) -> bool) -> Option<&'static Row> {
    let mut slot = hash(mark);
    let mut row = TABLE.get(slot)?;
    // Nearly every row lies in its own slot.
    loop {
        if row.mark == mark && same(row) {
            return Some(row);
        }
        if row.key.is_empty() {
            return None;
        }
        slot += 1;
        row = TABLE.get(slot & MASK)?;
    }
}

/// Returns true if an event name or a body's `type` says that this is an error.
pub(crate) fn is_error_word(word: &[u8]) -> bool {
    matches!(
        word,
        b"error" | b"response.failed" | b"response.error" | b"exception"
    ) || word.ends_with(b"_error")
        || word.ends_with(b"Error")
        || word.ends_with(b"Exception")
}

/// Returns true if a code is one that good answers carry.
pub(crate) fn is_success_code(code: &[u8]) -> bool {
    const WORDS: [&str; 7] = [
        "0",
        "200",
        "success",
        "ok",
        "succeeded",
        "completed",
        "00000",
    ];
    code.is_empty()
        || WORDS
            .iter()
            .any(|word| code.eq_ignore_ascii_case(word.as_bytes()))
}

/// Returns true if the reason of an answer's end says that there is no answer.
pub(crate) fn is_failed_finish(word: &[u8]) -> bool {
    matches!(
        word,
        b"error" | b"ERROR" | b"FAILED" | b"network_error" | b"server_error"
    )
}

/// Returns true for a `type` that names a document, not an error.
pub(crate) fn is_no_type(word: &[u8]) -> bool {
    word.starts_with(b"about:") || word.starts_with(b"http") || word.starts_with(b"urn:")
}

/// Returns the provider that a shape gives away, whatever the caller says it called.
pub(crate) fn provider_of(at: At) -> Option<&'static str> {
    match at {
        At::BaseResp => Some("minimax"),
        At::Header => Some("iflytek"),
        At::Response | At::CloudError => Some("tencent"),
        _ => None,
    }
}

/// Returns true if a word of a location only says that it is in the body.
pub(crate) fn is_whole_body(word: &[u8]) -> bool {
    word == b"body"
}

/// Returns true if a status word says that the whole operation failed.
pub(crate) fn is_failed_word(word: &[u8]) -> bool {
    const WORDS: [&[u8]; 4] = [b"error", b"failed", b"failure", b"fail"];
    WORDS.iter().any(|known| word.eq_ignore_ascii_case(known))
}

/// Returns the longest start of a text with at most so many bytes.
pub(crate) fn start(text: &str, limit: usize) -> &str {
    let mut end = limit.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.get(..end).unwrap_or_default()
}

/// Returns the longest end of a text with at most so many bytes.
pub(crate) fn tail(text: &str, limit: usize) -> &str {
    let mut start = text.len().saturating_sub(limit);
    while !text.is_char_boundary(start) {
        start += 1;
    }
    text.get(start..).unwrap_or_default()
}

/// No text has more white space around it: where one does, the rest stays.
const AROUND: usize = 256;

/// Removes the white space in front of a text that may be as long as a body.
pub(crate) fn trim_start(text: &str) -> &str {
    let near = start(text, AROUND);
    text.get(near.len() - near.trim_start().len()..)
        .unwrap_or_default()
}

/// Removes the white space behind such a text.
pub(crate) fn trim_end(text: &str) -> &str {
    let near = tail(text, AROUND);
    text.get(..text.len() - (near.len() - near.trim_end().len()))
        .unwrap_or_default()
}

/// Removes both.
pub(crate) fn trim(text: &str) -> &str {
    trim_end(trim_start(text))
}

/// Names with fewer bytes are their own mark.
pub(crate) const SHORT: usize = 8;

const MASK: usize = 511;

/// What stands in a free slot.
const FREE: Row = leaf(At::Skip, "", Role::None);

/// An open-addressed table, filled while compiling: one probe for most members. It takes 16 KiB of
/// the binary, most of it free slots.
static TABLE: [Row; MASK + 1] = table();

const fn table() -> [Row; MASK + 1] {
    let mut table = [FREE; MASK + 1];
    let mut family = 0;
    while family < FAMILIES.len() {
        let rows = FAMILIES[family];
        let mut index = 0;
        while index < rows.len() {
            let mut slot = hash(rows[index].mark);
            while !table[slot & MASK].key.is_empty() {
                slot += 1;
            }
            table[slot & MASK] = rows[index];
            index += 1;
        }
        family += 1;
    }
    table
}

#[inline(always)]
const fn hash(mark: u64) -> usize {
    (mark.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> (u64::BITS - MASK.count_ones())) as usize
}

#[cfg(test)]
#[allow(clippy::expect_used)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn every_row_is_found_and_no_two_speak_of_one_member() {
        let mut seen = HashSet::new();
        let mut count = 0;
        for row in FAMILIES.iter().copied().flatten() {
            assert!(
                seen.insert((row.at, row.key)),
                "{:?} {} twice",
                row.at,
                row.key
            );
            let found = step(row.at, row.key.as_bytes()).expect("row");
            assert_eq!(
                (found.role, found.into),
                (row.role, row.into),
                "{}",
                row.key
            );
            count += 1;
        }
        let word = |name: &[u8; 8]| u64::from_le_bytes(*name);
        assert!(short_step(At::Root, word(b"error\":{"), 5).is_some());
        assert!(short_step(At::Root, word(b"\0error\":"), 6).is_none());
        assert!(short_step(At::Root, word(b"error\"::"), 0).is_none());
        assert!(short_step(At::Delta, word(b"type\":\"x"), 4).is_none());
        // A look-up of an unknown member ends at a free slot.
        assert!(count <= MASK / 2, "{count} rows crowd the table");
        assert!(step(At::Root, b"unheard_of").is_none());
    }

    #[test]
    fn the_table_stays_small() {
        assert!(size_of_val(&TABLE) <= 16 * 1024, "{}", size_of_val(&TABLE));
    }
}
