//! Numbers that a rule tells from figures: of payment cards and bank accounts by their check digits,
//! of telephones by their groups.

use super::class::{ALNUM, DASH, class};
use super::scan::Pass;

/// Returns true and masks the number of a card, an account or a telephone that a token of capitals,
/// digits and marks begins.
pub(super) fn find(pass: &mut Pass<'_, '_>, start: usize, core: usize) -> bool {
    let near = pass.text.get(start..).unwrap_or_default();
    let near = near.get(..near.len().min(LONGEST)).unwrap_or_default();
    pass.work.add(2 * near.len());
    let len = match near {
        [b'+', ..] => international(near),
        [b'A'..=b'Z', b'A'..=b'Z', b'0'..=b'9', b'0'..=b'9', ..] => iban(near),
        [b'0'..=b'9', ..] => card(near).or_else(|| national(pass, start, core)),
        _ => None,
    };
    let Some(len) = len else {
        return false;
    };
    // A bracket before the area's number belongs to it.
    let open = near.first() != Some(&b'+') && len < CARD;
    let begin = start - if open { area(pass, start) } else { 0 };
    if begin < start {
        pass.push_far(begin, start);
    }
    pass.mask(start, start + len);
    true
}

/// No such number is longer, its blanks counted.
const LONGEST: usize = 48;

/// The shortest number of a card.
const CARD: usize = 14;

/// Returns how long the area's number in brackets and the blank behind it are: `(415) `.
fn area(pass: &Pass<'_, '_>, start: usize) -> usize {
    let near = pass.part(start.saturating_sub(8), start);
    let open = near.iter().rposition(|&byte| byte == b'(');
    let area = open.and_then(|at| near.get(at..)).unwrap_or_default();
    match area {
        [b'(', digits @ .., b')', b' ']
            if digits.len() > 1 && digits.iter().all(u8::is_ascii_digit) =>
        {
            area.len()
        }
        _ => 0,
    }
}

/// Returns how long the number of a payment card is that a text begins with: in one run, or in groups
/// that blanks or hyphens part.
pub(super) fn card(text: &[u8]) -> Option<usize> {
    let mut digits = [0; 19];
    let (mut count, mut end, mut mark) = (0, 0, None);
    // Where the groups before end, if they are a card's: the next one may be the sentence's.
    let mut found = None;
    loop {
        match text.get(end) {
            Some(byte) if byte.is_ascii_digit() => {
                let Some(slot) = digits.get_mut(count) else {
                    return found;
                };
                *slot = byte - b'0';
                count += 1;
            }
            Some(byte @ (b' ' | b'-')) if count >= 4 && mark.is_none_or(|mark| mark == *byte) => {
                let group = text.get(end + 1..end + 4).unwrap_or_default();
                if group.len() < 3 || !group.iter().all(u8::is_ascii_digit) {
                    break;
                }
                mark = Some(*byte);
                if is_card(digits.get(..count)?) {
                    found = Some(end);
                }
            }
            _ => break,
        }
        end += 1;
    }
    // Behind groups that are told by their blanks another word may be glued.
    let ends = |byte: &u8| !(byte.is_ascii_digit() || mark.is_none() && byte.is_ascii_alphabetic());
    let parted = text.get(end).is_none_or(ends);
    (parted && is_card(digits.get(..count)?))
        .then_some(end)
        .or(found)
}

/// Returns true if a number is one that an issuer gives to a card, and its last digit checks it.
fn is_card(digits: &[u8]) -> bool {
    let Some(first) = digits.first_chunk::<4>() else {
        return false;
    };
    let issued = match (first, digits.len()) {
        ([4, ..], 13 | 16 | 19) | ([5, 1..=5, ..], 16) | ([3, 4 | 7, ..], 15) => true,
        ([3, 0 | 6 | 8, ..], 14) | ([3, 5, ..] | [6, 0 | 2 | 4 | 5, ..], 16) => true,
        ([2, 2..=7, _, _], 16) | ([6, 2, ..], 17..=19) => true,
        ([_, _, _, _], _) => false,
    };
    issued && luhn(digits)
}

/// Returns true if the last digit checks the others.
fn luhn(digits: &[u8]) -> bool {
    let sum = |(index, digit): (usize, &u8)| {
        let value = u32::from(*digit) << (index % 2);
        value / 10 + value % 10
    };
    digits.iter().rev().enumerate().map(sum).sum::<u32>() % 10 == 0
}

/// Returns how long the international number of a bank account is that a text begins with.
fn iban(text: &[u8]) -> Option<usize> {
    let (mut count, mut digits) = (0, 0);
    // What the characters from the fifth on are, and the whole number's rest when the first four follow.
    let mut rest = 0;
    let grouped = text.get(4) == Some(&b' ');
    let mut found = None;
    for (at, &byte) in text.iter().enumerate() {
        match byte {
            b'0'..=b'9' | b'A'..=b'Z' if count < 34 => {
                if count >= 4 {
                    rest = appended(rest, byte);
                }
                count += 1;
                digits += usize::from(byte.is_ascii_digit());
            }
            b' ' if grouped && count % 4 == 0 => {}
            _ => break,
        }
        let next = text.get(at + 1);
        let ends = grouped || next.is_none_or(|byte| !byte.is_ascii_alphanumeric());
        let head = text.get(..4)?.iter();
        let whole = (15..=34).contains(&count) && digits > 9 && byte != b' ';
        if ends && whole && head.fold(rest, |rest, byte| appended(rest, *byte)) == 1 {
            found = Some(at + 1);
        }
    }
    found
}

/// Returns the rest by 97 of a number to which a digit or a letter, as two of them, is appended.
fn appended(rest: u32, byte: u8) -> u32 {
    match byte {
        b'0'..=b'9' => (rest * 10 + u32::from(byte - b'0')) % 97,
        _ => (rest * 100 + u32::from(byte.wrapping_sub(b'A')) + 10) % 97,
    }
}

/// Returns how long the number of a telephone is that begins with the code of a country: `+49 (0)30
/// 1234-567`.
fn international(text: &[u8]) -> Option<usize> {
    let (mut end, mut digits, mut marks) = (1, 0, 0);
    // What parts its groups; where the last whole group ends, and how many digits there are.
    let (mut dots, mut whole) = (None, (0, 0));
    while let Some(&byte) = text.get(end) {
        match byte {
            b'0'..=b'9' if digits < 15 => (digits, marks) = (digits + 1, 0),
            b'.' if dots != Some(false) && marks == 0 && digits > 0 => {
                (dots, marks) = (Some(true), 1)
            }
            b' ' | b'-' | b'/' | b'(' | b')' if dots != Some(true) && marks < 2 && digits > 0 => {
                (dots, marks) = (Some(false), marks + 1);
            }
            _ => break,
        }
        end += 1;
        let next = text.get(end..).unwrap_or_default();
        // The number of a group goes on with letters or a point, and is none of the telephone's.
        let ends = match next {
            [b'.', b'0'..=b'9', ..] => dots == Some(true),
            [byte, ..] => class(*byte) & (ALNUM | DASH) == 0 || *byte == b'-',
            [] => true,
        };
        if marks == 0 && ends {
            whole = (end, digits);
        }
    }
    let (end, digits) = whole;
    let first = text.iter().skip(1).take_while(|byte| byte.is_ascii_digit());
    let first = first.count();
    let number = text.get(..end)?;
    let shaped = (1..=3).contains(&first) && digits > first || !number.ends_with(b"000");
    ((8..=15).contains(&digits) && shaped && !is_figure(number)).then_some(end)
}

/// Returns true for what begins with a plus and is no telephone's number: the offset of a zone with a
/// date behind it (`+8 2025-11-22`), thousands in groups (`+10 000 000`).
fn is_figure(number: &[u8]) -> bool {
    let number = number.get(1..).unwrap_or_default();
    let first = number.iter().take_while(|byte| byte.is_ascii_digit());
    let first = first.count();
    let (code, rest) = number.split_at_checked(first).unwrap_or_default();
    // Of one digit there are two codes, and none begins with a nought.
    if matches!(code, [b'0', ..] | [b'2'..=b'6' | b'8' | b'9']) {
        return true;
    }
    match rest {
        [b' ', b'1' | b'2', b'9' | b'0', _, _, b'-' | b'/' | b'.', ..] => true,
        [mark @ (b' ' | b'.'), groups @ ..] => {
            let mut groups = groups.split(|byte| byte == mark);
            let whole = groups
                .clone()
                .all(|group| group.len() == 3 && group.iter().all(u8::is_ascii_digit));
            // "+34 612 345 678" is a telephone's.
            let thousands = first == 1 || rest.len() < 9 || rest.ends_with(b"000");
            whole && thousands && groups.next().is_some()
        }
        _ => false,
    }
}

/// Returns how long the number of a telephone is whose groups are those of a country: `(415) 555-0123`,
/// `415-555-0123`, `138-1234-5678`, `13812345678`, `010-62345678`.
fn national(pass: &Pass<'_, '_>, start: usize, core: usize) -> Option<usize> {
    let number = pass.part(start, core);
    let mut groups = [0; 3];
    let mut slots = groups.iter_mut();
    for group in number.split(|&byte| byte == b'-') {
        if !group.iter().all(u8::is_ascii_digit) {
            return None;
        }
        *slots.next()? = group.len();
    }
    let mobile = matches!(number, [b'1', b'3'..=b'9', ..]);
    let known = match groups {
        [3, 4, 0] => area(pass, start) == "(415) ".len(),
        [3, 3, 4] => matches!(number, [b'2'..=b'9', ..]),
        [3, 4, 4] => mobile,
        [11, 0, 0] => mobile && !number.ends_with(b"000"),
        [3 | 4, 7 | 8, 0] => matches!(number, [b'0', ..]),
        _ => false,
    };
    known.then_some(number.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_told_by_their_check_digits() {
        for (text, len) in [
            ("4111 1111 1111 1111 was", Some(19)),
            ("4111-1111-1111-1111", Some(19)),
            ("4111111111111111.", Some(16)),
            ("378282246310005", Some(15)),
            ("4111111111111112", None),
            ("6222 0212 3456 7890 128 was", Some(23)),
            ("4111 1111 1111 1111 131072 tokens", Some(19)),
            ("4111 1111 1111 1111 251 tokens", Some(19)),
            ("1700000000000", None),
            ("8192", None),
        ] {
            assert_eq!(card(text.as_bytes()), len, "{text}");
        }
        for (text, len) in [
            ("DE89 3704 0044 0532 0130 00 was", Some(27)),
            ("GB29NWBK60161331926819", Some(22)),
            ("AT61 1904 3002 3457 3201 AND", Some(24)),
            ("DE88370400440532013000", None),
        ] {
            assert_eq!(iban(text.as_bytes()), len, "{text}");
        }
        for (text, len) in [
            ("+1 (415) 555-0123 to", Some(17)),
            ("+49 (0)89 1234567", Some(17)),
            ("+8613812345678", Some(14)),
            ("+100000000", None),
            ("+5", None),
            ("+34 612 345 678", Some(15)),
            ("+7 912 345 67 89", Some(16)),
            ("+8 2025-11-22 10:00:00", None),
            ("+10 2025-11-22 10:00:00", None),
            ("+0800 2025-11-22 10:00:00", None),
            ("+10 000 000 tokens", None),
            ("+1 250 000 000 tokens", None),
        ] {
            assert_eq!(international(text.as_bytes()), len, "{text}");
        }
    }
}
