//! Names that are announced or written outside ASCII: `渠道「主线路A」`, `上游 主力中转 熔断中`.

use super::MASK;
use super::chain::{self, NAME, name_len};
use super::class::{ALNUM, class};
use super::cue::{self, Before};
use super::known;
use super::quick;
use super::quote;
use super::scan::Pass;
use super::tables::Cue;

/// Quotes of Chinese around a name.
const QUOTES: &[(&str, &str)] = &[
    ("「", "」"),
    ("【", "】"),
    ("『", "』"),
    ("“", "”"),
    ("„", "“"),
    ("„", "”"),
    ("‘", "’"),
];

/// The blank that is as wide as a character.
const SPACE: &str = "\u{3000}";

/// How long a name between blanks is at most, in bytes.
const SPACED: usize = 36;

/// Reads the names that a run outside ASCII announces in its midst: `所有渠道均失败：主线路A`,
/// `通道「Azure-瑞典-3」`, `令牌名称：客户A正式`.
pub(super) fn find(pass: &mut Pass<'_, '_>, start: usize, end: usize) {
    let text = pass.text;
    let run = text.get(start..end).unwrap_or_default();
    pass.work.add(2 * run.len());
    let cue = |at: usize| cue::before(text, at).map(|found| found.cue);
    for (opener, closer) in QUOTES {
        if let Some(at) = places(run, opener).next() {
            quoted(pass, start + at, closer);
        }
    }
    for at in places(run, SPACE) {
        if let Some(found) = cue::before(text, start + at) {
            spaced(pass, start + at, found);
        }
    }
    let name = class(pass.at(end)) & ALNUM != 0;
    for colon in places(run, "：") {
        let (colon, value) = (start + colon, start + colon + 3);
        match cue(colon) {
            Some(found @ (Cue::Route | Cue::Failed)) => {
                chain::list(pass, value, found == Cue::Failed)
            }
            // A sentence may follow the colon; a name goes on with letters of both kinds.
            Some(Cue::Name) if value < end && name => {
                let near = text.get(value..text.len().min(value + NAME));
                let len = name_len(near.unwrap_or_default());
                pass.push_far(value, value + len);
            }
            _ => {}
        }
    }
}

/// Masks what stands in the quote that opens at a position behind a cue.
fn quoted(pass: &mut Pass<'_, '_>, open: usize, closer: &str) {
    let text = pass.text;
    let found = cue::before(text, open).map(|found| found.cue);
    if !matches!(found, Some(Cue::Name | Cue::Id | Cue::Route)) {
        return;
    }
    let whose = matches!(found, Some(Cue::Name | Cue::Id));
    let inner = open + 3;
    let near = text.get(inner..text.len().min(inner + NAME));
    let close = memchr::memmem::find(near.unwrap_or_default(), closer.as_bytes());
    let Some(len) = close else {
        return;
    };
    let name = text.get(inner..inner + len).unwrap_or_default();
    // What is said of it stands in such quotes as well: "账号【已过期】".
    let somebody = whose && (known::is_title(name) || is_letters(name) && quote::is_somebody(name));
    let said = closer != "」" && (name.is_ascii() && !somebody || known::is_phrase(name));
    if name != MASK.as_bytes() && !said {
        pass.push_far(inner, inner + len);
        number(pass, inner + len + closer.len());
    }
}

/// Returns true for a word of letters in ASCII.
fn is_letters(name: &[u8]) -> bool {
    name.len() > 1 && name.iter().all(u8::is_ascii_alphabetic)
}

/// Masks the name between two blanks behind a cue in Chinese, which parts no words by them: `上游
/// 主力中转 熔断中`.
pub(super) fn spaced(pass: &mut Pass<'_, '_>, from: usize, found: Before) {
    let text = pass.text;
    let named = matches!(found.cue, Cue::Name | Cue::Id | Cue::Route | Cue::Secret);
    let rest = text.get(from..).unwrap_or_default();
    let gap = rest
        .strip_prefix(b" ")
        .or(rest.strip_prefix(SPACE.as_bytes()));
    let Some(rest) = gap.filter(|rest| named && rest.first().copied().is_some_and(is_han)) else {
        return;
    };
    if !text
        .get(..from)
        .and_then(<[u8]>::last_chunk)
        .is_some_and(|[first, ..]: &[u8; 3]| is_han(*first))
    {
        return;
    }
    let start = text.len() - rest.len();
    let near = rest.get(..rest.len().min(SPACED)).unwrap_or_default();
    let len = name_len(near);
    pass.work.add(2 * len);
    let parted = matches!(
        rest.get(len..),
        Some([b' ', ..] | [0xE3, 0x80, 0x80, ..] | [0xEF, 0xBC, 0x8C, ..])
    );
    let name = rest.get(..len).unwrap_or_default();
    if parted && !known::is_phrase(name) {
        pass.push_far(start, start + len);
    }
}

/// Returns true for the first byte of most Chinese characters.
fn is_han(byte: u8) -> bool {
    (0xE4..=0xE9).contains(&byte)
}

/// Masks the name of a channel or an account that is not all in ASCII, behind a cue and a colon:
/// `channel: 硅基流动-主`. A digit or a hyphen tells it from a sentence.
pub(super) fn own(pass: &mut Pass<'_, '_>, start: usize) -> bool {
    let text = pass.text;
    let colon = |byte: u8| matches!(byte, b':' | b'=' | b'"' | b'\'');
    let before = text.get(..start).unwrap_or_default().iter().rev().take(2);
    if !(before.copied().any(colon) && quick::likely(text, start)) {
        return false;
    }
    let near = text.get(start..text.len().min(start + NAME));
    let end = start + near.map_or(0, name_len);
    pass.work.add(end - start);
    let name = text.get(start..end).unwrap_or_default();
    let found = known::is_telling(name).then(|| cue::before(text, start));
    let named = found
        .flatten()
        .is_some_and(|found| found.bound && matches!(found.cue, Cue::Name | Cue::Id | Cue::Route));
    if named {
        pass.push_far(start, end);
    }
    named
}

/// Returns where a mark stands in a run: runs are short and many, so no search is set up for each.
fn places<'r>(run: &'r [u8], mark: &'static str) -> impl Iterator<Item = usize> + 'r {
    let mark = mark.as_bytes();
    let first = mark.first().copied().unwrap_or_default();
    memchr::memchr_iter(first, run)
        .filter(move |at| run.get(*at..).is_some_and(|rest| rest.starts_with(mark)))
}

/// Masks the number in brackets behind a channel's name: `「Azure-瑞典」（#17）`.
fn number(pass: &mut Pass<'_, '_>, at: usize) {
    let rest = pass.text.get(at..).unwrap_or_default();
    let skip = match rest {
        [0xEF, 0xBC, 0x88, b'#', ..] => 4,
        [b'(', b'#', ..] => 2,
        [b' ', b'(', b'#', ..] => 3,
        _ => return,
    };
    let digits = rest.iter().skip(skip).take(NAME);
    let len = digits.take_while(|byte| byte.is_ascii_digit()).count();
    if len > 0 {
        pass.push_far(at + skip, at + skip + len);
    }
}
