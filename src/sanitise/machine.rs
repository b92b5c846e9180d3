//! Names of machines with a number at their end: `gpu-node-17`, `core-7`.
//!
//! Anything may be called so; only beside words that speak of machines it is the operator's own.

use super::class::class;
use super::generated::MACHINERY;
use super::key;
use super::known;
use super::scan::Pass;
use super::tables::{WORD_CAP, listed_folded};

/// How far around a name such words are looked for, in bytes.
const NEAR: usize = 56;

/// The number at the end of such a name has no more digits.
const NUMBER: usize = 4;

/// Returns true if a piece of a token is such a name.
pub(super) fn is_one(pass: &mut Pass<'_, '_>, start: usize, end: usize) -> bool {
    let name = pass.part(start, end);
    let digits = name.iter().rev().take_while(|byte| byte.is_ascii_digit());
    let numbered = (1..=NUMBER).contains(&digits.count()) && name.len() <= WORD_CAP;
    let begun = |at: usize| key::marked_prefix(name, at).is_some_and(|found| found.0.machine);
    if !numbered || !(2..name.len()).any(begun) || known::is_public(name) {
        return false;
    }
    pass.work.add(3 * NEAR);
    speaks(pass.part(start.saturating_sub(NEAR), start), false)
        || speaks(pass.part(end, pass.text.len().min(end + NEAR)), true)
}

/// Returns true if a text holds such a word; at its far end one may be cut off.
fn speaks(text: &[u8], behind: bool) -> bool {
    // A bracket is where a mask ends what was seen.
    let line = |byte: &u8| matches!(byte, b'\n' | b'\r' | b'[' | b']');
    let mut lines = text.split(line);
    let near = if behind {
        lines.next()
    } else {
        lines.next_back()
    };
    let near = near.unwrap_or_default();
    let mut words = near.split(|&byte| byte < 0x80 && class(byte) & super::class::ALNUM == 0);
    words.any(|word| !word.is_empty() && (listed_folded(MACHINERY, word) || is_said(word)))
}

/// Returns true for words that no blanks part, with one of these among them.
fn is_said(word: &[u8]) -> bool {
    let foreign = MACHINERY.iter().filter(|row| !row.is_ascii());
    !word.is_ascii()
        && foreign
            .map(|row| row.as_bytes())
            .any(|row| memchr::memmem::find(word, row).is_some())
}
