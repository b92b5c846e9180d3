//! Paths as Windows writes them: behind a drive's letter, or on a share of another machine.
//!
//! Their folders may hold blanks, and in JSON their backslashes are doubled, once for each string
//! that stands in another one.

use super::class::{LETTER, UPPER, class, is_alnum, is_key};
use super::scan::{Pass, Work};
use super::spans::Spans;

/// How many words of one folder's name are read: `Program Files (x86)`.
const WORDS: usize = 4;

/// How long a name of a folder is at most.
const NAME: usize = 64;

/// Masks a path that begins with a drive letter, whose colon and backslash end the token.
pub(super) fn path(pass: &mut Pass<'_, '_>, start: usize, core: usize) -> bool {
    let Some([b':', b'\\', next, ..]) = pass.text.get(core..) else {
        return false;
    };
    let (letter, next) = (core - 1, *next);
    let escape = matches!(next, b'n' | b'r' | b't');
    let alone = letter == start || !is_alnum(pass.at(letter - 1));
    // Glued to a word it is a capital: "atC:\models".
    let kind = class(pass.at(letter)) & if alone { LETTER } else { UPPER };
    if kind == 0 || (!alone && escape) {
        return false;
    }
    let width = backslashes(pass.text, core + 1);
    let (end, word) = end(pass.text, letter, core + 1, width);
    pass.work.add(2 * (end - core));
    // "Option A:\nNext" has an escape there, not a folder.
    let rest = pass.part(core + 3, if alone { word } else { end });
    if (escape || !alone) && !rest.contains(&b'\\') {
        return false;
    }
    pass.mask(letter, end);
    true
}

/// Adds the paths on shares: `\\server\share\folder`.
pub(super) fn shares(text: &[u8], work: &mut Work, spans: &mut Spans) {
    let mut from = 0;
    while let Some(at) = text
        .get(from..)
        .and_then(|rest| memchr::memmem::find(rest, br"\\"))
    {
        let start = from + at;
        let width = backslashes(text, start);
        from = start + width;
        let end = share(text, start, width);
        work.add(at + width + NAME);
        if let Some(end) = end {
            work.add(2 * (end - start));
            spans.extend([(start, end)]);
            from = end;
        }
    }
}

/// Returns where the path on a share ends whose backslashes begin at a position.
fn share(text: &[u8], start: usize, width: usize) -> Option<usize> {
    // Behind a letter they part folders.
    let before = text.get(..start)?.last().copied().unwrap_or(b' ');
    if is_alnum(before) || width % 2 > 0 {
        return None;
    }
    let server = name(text, start + width)?;
    let behind = start + width + server;
    // An escaped line end parts no server and share: "\\nfirst\\nsecond".
    if server < 2 || backslashes(text, behind) != width / 2 {
        return None;
    }
    let share = behind + width / 2;
    name(text, share).filter(|len| *len > 1)?;
    Some(end(text, start, share, width / 2).0)
}

/// Returns how long the name of a machine or a share is.
fn name(text: &[u8], from: usize) -> Option<usize> {
    let rest = text.get(from..)?.iter().take(NAME);
    Some(
        rest.take_while(|&&byte| is_key(byte) || matches!(byte, b'.' | b'$'))
            .count(),
    )
}

/// Returns how many backslashes stand at a position.
fn backslashes(text: &[u8], at: usize) -> usize {
    let rest = text.get(at..).unwrap_or_default().iter();
    rest.take_while(|byte| **byte == b'\\').count()
}

/// Returns the end of a path that begins at `start`, and that of its first word. `width` backslashes
/// part its folders.
fn end(text: &[u8], start: usize, from: usize, width: usize) -> (usize, usize) {
    let first = word_end(text, from);
    if let Some(end) = quoted(text, start) {
        return (end.max(first), first);
    }
    let (mut end, mut at) = (first, first);
    let mut words = 0;
    // A blank belongs to a folder's name if a backslash follows in the same line.
    while words < WORDS && text.get(at) == Some(&b' ') {
        let next = word_end(text, at + 1);
        if next == at + 1 || next > at + NAME {
            break;
        }
        let word = text.get(at + 1..next).unwrap_or_default();
        (at, words) = (next, words + 1);
        match word.iter().position(|&byte| byte == b'\\') {
            // Another path, or an escape.
            Some(mark) if !goes_on(word, mark, width) => break,
            Some(_) => (end, words) = (next, 0),
            None => {}
        }
    }
    let path = text.get(from..end).unwrap_or_default().iter().rev();
    let marks = path.take_while(|byte| matches!(byte, b':' | b'.' | b'!'));
    (end - marks.count(), first)
}

/// Returns where the quotation ends that the path of a file fills.
fn quoted(text: &[u8], start: usize) -> Option<usize> {
    let quote = *text.get(..start)?.last()?;
    let rest = text.get(start..)?.iter().take(4 * NAME);
    let len = rest.clone().position(|&byte| byte == quote || byte < b' ');
    let end = start + len.filter(|_| matches!(quote, b'"' | b'\'' | b'`'))?;
    let marks = text.get(start..end)?.iter().rev();
    let marks = marks.take_while(|byte| **byte == b'\\').count();
    let end = end - marks;
    // A sentence in quotes may begin with a path: the last name has to be that of a file.
    let path = text.get(start..end)?;
    let last = path.iter().rposition(|byte| *byte == b'\\')?;
    let (name, ending) = path.split_at_checked(path.iter().rposition(|byte| *byte == b'.')?)?;
    let blanks = name.iter().skip(last).filter(|byte| **byte == b' ');
    let file =
        name.len() > last && ending.len() < 8 && ending.iter().skip(1).all(|&byte| is_alnum(byte));
    (file && blanks.count() < WORDS).then_some(end)
}

/// Returns true if the backslash in a word parts two folders.
fn goes_on(word: &[u8], mark: usize, width: usize) -> bool {
    let behind = word.get(mark + width..).unwrap_or_default();
    let escape = width == 1 && matches!(behind, [b'n' | b'r' | b't', ..]);
    backslashes(word, mark) == width
        && mark > 0
        && word.get(mark - 1) != Some(&b':')
        && (!escape || behind.contains(&b'\\'))
        && behind.first().is_some_and(|byte| *byte != b'"')
}

/// Returns the end of a word in a path, without the marks of the sentence around it.
fn word_end(text: &[u8], from: usize) -> usize {
    let rest = text.get(from..).unwrap_or_default();
    let mut len = 0;
    // Which brackets were opened, and closed again.
    let (mut opened, mut closed) = (0u8, 0u8);
    while let Some(&byte) = rest.get(len) {
        if byte <= b' ' || b"\"'`,;<>|*?".contains(&byte) {
            break;
        }
        // Marks of a sentence outside ASCII: "，", "）".
        let three = rest.get(len..).unwrap_or_default();
        if let [0xE2, 0x80, _, ..] | [0xE3, 0x80, _, ..] | [0xEF, 0xBC, _, ..] = three {
            break;
        }
        // A bracket that was not opened here is the sentence's. Nothing behind it is looked at: many
        // paths may stand in one run.
        let kind = |marks: &[u8; 3]| marks.iter().position(|mark| *mark == byte);
        opened |= kind(b"([{").map_or(0, |kind| 1 << kind);
        let close = kind(b")]}").map_or(0, |kind| 1 << kind);
        if close & !(opened | closed) != 0 {
            break;
        }
        closed |= close;
        len += 1;
    }
    // The backslash before a quote is the quote's.
    while rest.get(len) == Some(&b'"') && len > 0 && rest.get(len - 1) == Some(&b'\\') {
        len -= 1;
    }
    from + len
}
