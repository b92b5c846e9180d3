//! The host that an error of the system names: `getaddrinfo ENOTFOUND mongodb`.
//!
//! Such words stand at the beginning of a message or behind a colon, where they are looked for: a
//! host of letters alone is told by nothing else.

use super::chain;
use super::class::is_word;
use super::generated::{ERRNOS, SYSCALLS};
use super::scan::Pass;
use super::tables::listed;

/// How many calls may stand before the error's name: `connect`, `getaddrinfo`.
const CALLS: usize = 2;

/// Returns false if certainly no such error begins with a byte.
#[inline(always)]
pub(super) fn may_begin(first: Option<&u8>) -> bool {
    first.is_some_and(|byte| FIRST >> (byte & 31) & 1 == 1)
}

/// For the lower five bits of the first byte of each row, a bit.
static FIRST: u32 = {
    let mut bits = 0;
    let mut list = 0;
    while list < 2 {
        let rows = [ERRNOS, SYSCALLS][list];
        let mut row = 0;
        while row < rows.len() {
            bits |= 1 << (rows[row].as_bytes()[0] & 31);
            row += 1;
        }
        list += 1;
    }
    bits
};

/// Masks the host behind an error's name that stands at a position.
pub(super) fn find(pass: &mut Pass<'_, '_>, from: usize) {
    let mut at = from;
    for _ in 0..=CALLS {
        let start = pass.run_end(at, |byte| byte == b' ');
        let end = pass.run_end(start, is_word).min(start + LONGEST);
        let word = pass.part(start, end);
        if listed(ERRNOS, word) {
            return chain::host(pass, end);
        }
        if !listed(SYSCALLS, word) {
            return;
        }
        at = end;
    }
}

/// No such word is longer.
const LONGEST: usize = 24;
