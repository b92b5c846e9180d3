//! Words that stand for each other: the forms of a phrase.

use serde::Deserialize;

/// Words and turns of which any may stand for any other within a phrase.
#[doc(hidden)]
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct WordsRow {
    pub any: Vec<String>,
    /// Only between other words: at an end, these say something of their own.
    #[serde(default)]
    pub inside: bool,
    pub note: Option<String>,
}

/// A part has no more forms than this; of one that would have more, one word at a time is changed.
const FORMS: usize = 60;

/// Returns a part of a phrase in all its forms, itself first.
pub(super) fn forms(part: &str, rows: &[WordsRow]) -> Vec<String> {
    let pieces = pieces(part, rows);
    let count = pieces
        .iter()
        .try_fold(1_usize, |count, piece| count.checked_mul(piece.len()));
    if count.is_some_and(|count| count <= FORMS) {
        let start = vec![String::new()];
        pieces.iter().fold(start, |begun, piece| {
            let pairs = begun
                .iter()
                .flat_map(|begun| piece.iter().map(move |word| (begun, word)));
            pairs
                .map(|(begun, word)| format!("{begun}{word}"))
                .collect()
        })
    } else {
        one_at_a_time(&pieces)
    }
}

fn one_at_a_time(pieces: &[Vec<&str>]) -> Vec<String> {
    let plain: Vec<&str> = pieces
        .iter()
        .filter_map(|piece| piece.first().copied())
        .collect();
    let mut forms = vec![plain.concat()];
    for (index, piece) in pieces.iter().enumerate() {
        for word in piece.iter().skip(1) {
            let words = plain.iter().enumerate();
            let swap =
                |(at, plain): (usize, &&str)| if at == index { *word } else { *plain }.to_owned();
            forms.push(words.map(swap).collect());
        }
    }
    forms
}

/// Cuts a part into what stays and what may stand in another form, the form of the part first.
fn pieces<'t>(part: &'t str, rows: &'t [WordsRow]) -> Vec<Vec<&'t str>> {
    let mut pieces = Vec::new();
    let (mut rest, mut begins) = (part, true);
    while let Some(letter) = rest.chars().next() {
        let class = longest(rest, pieces.is_empty(), begins, rows);
        let length = class.map_or(letter.len_utf8(), |(_, word)| word.len());
        let (word, behind) = rest.split_at(length);
        let others = class.into_iter().flat_map(|(row, _)| &row.any);
        let others = others.map(String::as_str).filter(|other| *other != word);
        pieces.push([word].into_iter().chain(others).collect());
        begins = !word.ends_with(|last: char| last.is_ascii_alphanumeric());
        rest = behind;
    }
    pieces
}

/// Returns the longest word that a text begins with, and its row. Words of ASCII end where no
/// letter follows; others anywhere.
fn longest<'t>(
    text: &str,
    first: bool,
    begins: bool,
    rows: &'t [WordsRow],
) -> Option<(&'t WordsRow, &'t str)> {
    let stands = |word: &str| {
        let Some(behind) = text.strip_prefix(word) else {
            return false;
        };
        let ends = !behind.starts_with(|next: char| next.is_ascii_alphanumeric() || next == '~');
        !word.is_empty() && (!word.is_ascii() || (begins && ends))
    };
    let at_end = |word: &str| first || text.len() == word.len();
    let words = rows
        .iter()
        .flat_map(|row| row.any.iter().map(move |word| (row, word.as_str())));
    words
        .filter(|(row, word)| stands(word) && !(row.inside && at_end(word)))
        .max_by_key(|(_, word)| word.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows() -> Vec<WordsRow> {
        let row = |words: &[&str], inside| WordsRow {
            any: words.iter().map(ToString::to_string).collect(),
            inside,
            note: None,
        };
        vec![
            row(&["is", "was"], true),
            row(&["is not", "was not"], false),
            row(&["key", "keys"], false),
            row(&["余额", "账户余额"], false),
        ]
    }

    #[test]
    fn each_word_of_a_row_stands_for_the_others() {
        let cases: [(&str, &[&str]); 7] = [
            (
                "key is bad",
                &["key is bad", "key was bad", "keys is bad", "keys was bad"],
            ),
            ("key is", &["key is", "keys is"]),
            ("is not", &["is not", "was not"]),
            ("this", &["this"]),
            ("key~", &["key~"]),
            ("keys", &["keys", "key"]),
            ("您余额", &["您余额", "您账户余额"]),
        ];
        for (part, expected) in cases {
            assert_eq!(forms(part, &rows()), expected, "{part}");
        }
    }

    #[test]
    fn of_too_many_forms_one_word_changes() {
        let part = "key key key key key key key is not";
        let forms = forms(part, &rows());
        assert_eq!(forms.first().map(String::as_str), Some(part));
        assert_eq!(forms.len(), 1 + 7 + 1);
    }
}
