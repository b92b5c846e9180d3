use proptest::prelude::*;

use super::*;

/// All that a body says.
fn said(body: &str) -> String {
    let level = Level::of(body.as_bytes(), &mut u32::MAX.clone());
    let source = level.source();
    let texts = [
        level.message,
        level.second,
        level.code,
        level.kind,
        level.status_word,
        level.reason,
        level.quota,
        level.limit_source,
        level.param,
        level.request_id,
        level.model,
        level.spare,
    ]
    .map(|span| source.get(span));
    let figures = (level.http_status, level.wait, level.reset_epoch);
    let tokens = (level.limit_tokens, level.used_tokens);
    format!(
        "{texts:?} {figures:?} {tokens:?} {:?} {:?}",
        level.family, level.evidence
    )
}

/// Tokens that often stand together, and tokens that should not.
const PIECES: &[&[&str]] = &[
    &["\"error\"", ":", "{"],
    &["\"message\"", ":", "\"It failed.\"", ","],
    &[
        "\"message\"",
        ":",
        "\"A text that is longer than any lane.\"",
    ],
    &["\"message\"", ":", "\"said \\\"no\\\"\"", ","],
    &["\"code\"", ":", "\"429\"", ","],
    &["\"code\"", ":", "503", ","],
    &["\"code\"", ":", "4"],
    &["\"status_code\"", ":", "-1.5e3", ","],
    &["\"type\"", ":", "\"invalid_request_error\""],
    &["\"param\"", ":", "null", ","],
    &["\"param\"", ":", "[", "\"a\"", ",", "\"b\"", "]"],
    &[
        "\"details\"",
        ":",
        "[",
        "{",
        "\"reason\"",
        ":",
        "\"R\"",
        "}",
    ],
    &["\"choices\"", ":", "[", "{"],
    &["\"output\"", ":", "{", "}"],
    &["\"success\"", ":", "false"],
    &["\"error\"", ":", "true", ","],
    &["\"status\"", ":", "\"failed\""],
    &["\"validationException\"", ":", "{"],
    &["\"\"", ":", "\"\"", ","],
    &["\"sixteen bytes in\"", ":", "1", ","],
    &["\"retry_after\"", ":", "\"5\""],
    &["{"],
    &["}"],
    &["}", "}"],
    &["["],
    &["]"],
    &[","],
    &[":"],
    &["null"],
    &["nothing"],
    &["\"type\""],
    &["\u{4f59}\u{989d}"],
];

/// Joins tokens; only two words always need a space between them.
fn joined(tokens: &[&str], space: &str) -> String {
    let mut body = String::new();
    for token in tokens {
        let is_word = |next: Option<char>| next.is_some_and(|next| !"{}[]:,\"".contains(next));
        if is_word(body.chars().next_back()) && is_word(token.chars().next()) {
            body.push(' ');
        }
        body.push_str(token);
        body.push_str(space);
    }
    body
}

/// How many steps a body takes of so many, and how much of it is read.
fn steps(body: &str, most: u32) -> (u32, usize) {
    let mut left = most;
    let level = Level::of(body.as_bytes(), &mut left);
    (most - left, level.body.len())
}

#[test]
fn a_walk_takes_more_steps_for_what_is_unusual_and_ends_with_them() {
    // Four members, of which one is passed and one is a number; two brackets are closed.
    let usual = "{\"error\":{\"message\":\"no\",\"param\":null,\"code\":7,\"x\":[1,[2]]}}";
    let (taken, read) = steps(usual, 100);
    assert!((4..24).contains(&taken), "{taken}");
    assert_eq!(read, usual.len());
    for (unit, each) in [
        ("a,", 0),
        (" ", 0),
        ("\"a\",", STEPS_OF_EVENT),
        ("1,", STEPS_OF_EVENT),
        ("[],", 2 * STEPS_OF_EVENT),
    ] {
        grows("{\"detail\":[", unit, each);
    }
    for (unit, each) in [
        ("\"a\":1,", 1),
        ("\"a\":\"\",", 1),
        ("\"a\":null,", 1),
        ("},{", 2),
        ("\"code\":1,", 2),
        ("\"a\":{},", STEPS_OF_CONTAINER),
        ("\"a\":[[1,2],\"a long text\"],", STEPS_OF_CONTAINER),
    ] {
        grows("{\"error\":{", unit, each);
    }
}

/// Says of each further unit of a body how many steps it takes, and that they are all it gets.
fn grows(head: &str, unit: &str, each: u32) {
    let body = |count| format!("{head}{}", unit.repeat(count));
    let of = |count| steps(&body(count), 100_000);
    let (once, twice) = (of(1000), of(2000));
    assert_eq!(twice.0 - once.0, 1000 * each, "{unit}");
    assert_eq!(twice.1, body(2000).len(), "{unit}");
    if each > 0 {
        let (taken, read) = steps(&body(2000), 1000);
        assert_eq!(taken, 1000, "{unit}");
        assert!(read < body(1003).len(), "{unit}");
    }
}

proptest! {
    /// A name with a space behind it is never of the usual kind, so the two ways are compared.
    #[test]
    fn usual_members_say_what_events_say(
        pieces in prop::collection::vec(prop::sample::select(PIECES), 0..16),
        bare in any::<bool>(),
    ) {
        let mut tokens = pieces.concat();
        if !bare {
            tokens.insert(0, "{");
        }
        let compact = said(&joined(&tokens, ""));
        for space in [" ", "\n\t"] {
            let spaced = joined(&tokens, space);
            prop_assert_eq!(&compact, &said(&spaced), "{}", spaced);
        }
    }
}
