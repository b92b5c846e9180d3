//! Numbers that count or measure something, and amounts of money.

use super::generated::{MEASURES, MONEY_BEFORE, MONEY_BEHIND, UNITS};
use super::tables::listed_folded;

/// Returns true for a number with its unit: `320ms`, `1.5GB`.
pub(super) fn is_measure(value: &[u8]) -> bool {
    let number = value.iter();
    let number = number.take_while(|byte| byte.is_ascii_digit() || **byte == b'.');
    let unit = value.get(number.count()..).unwrap_or_default();
    unit.len() < value.len() && listed_folded(UNITS, unit)
}

/// Returns true if a number is followed by what it counts: "用户 5 分钟内".
pub(super) fn is_counted(behind: &[u8]) -> bool {
    let behind = behind.strip_prefix(b" ").unwrap_or(behind);
    MEASURES
        .iter()
        .any(|word| behind.starts_with(word.as_bytes()))
}

/// Returns true if a mark of money stands before or behind a number.
pub(super) fn is_money(before: &[u8], behind: &[u8]) -> bool {
    let before = before.strip_suffix(b" ").unwrap_or(before);
    let behind = behind.strip_prefix(b" ").unwrap_or(behind);
    MONEY_BEFORE
        .iter()
        .any(|mark| before.ends_with(mark.as_bytes()))
        || MONEY_BEHIND
            .iter()
            .any(|word| behind.starts_with(word.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_told_by_what_stands_beside_them() {
        assert!(is_measure(b"320ms") && is_measure(b"1.5GB") && !is_measure(b"320ab9"));
        assert!(!is_measure(b"ms") && !is_measure(b"1234"));
        assert!(is_counted(" 分钟内".as_bytes()) && is_counted("个".as_bytes()));
        assert!(!is_counted(" 额度充足".as_bytes()) && !is_counted(b""));
        assert!(is_money("剩余 ¥".as_bytes(), b"") && is_money("剩余 $ ".as_bytes(), b""));
        assert!(is_money("剩余 ".as_bytes(), " 元".as_bytes()));
        assert!(!is_money("剩余 ".as_bytes(), " 次".as_bytes()));
    }
}
