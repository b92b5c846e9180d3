//! Phrases in texts as people write them.

use super::*;

fn finds(phrase: &str, text: &str) -> bool {
    let mut all = Vec::new();
    scan(text, |id| all.push(super::text(id)));
    all.contains(&phrase)
}

#[test]
fn what_stands_behind_many_contractions_is_found() {
    for count in [10, 33, 57, 1000] {
        let text = format!(
            "{} rpm",
            "isn't".repeat(count / 2) + &"n't".repeat(count / 2)
        );
        assert!(finds("rpm", &text), "{count}");
    }
}

#[test]
fn phrases_and_their_signs() {
    let cases = [
        ("rate limit~", "Rate_limit reached", true),
        ("rate limit~", "Rate-\n  Limiting", true),
        ("rate limit~", "separate limits", false),
        ("rpm", "your RPM is", true),
        ("does not exist", "the model doesn't exist", true),
        (
            "does not exist",
            "The model\u{20}Doesn\u{2019}t  exist",
            true,
        ),
        ("cannot connect", "we can't connect", true),
        ("not part of your", "it isn't part of your plan", true),
        ("not part of your", "'tis part of your plan", false),
        ("invalid * api key", "Invalid APIKey", true),
        ("no key", "api no Key", true),
        ("rpm", "your rpmx is", false),
        ("model * not found", "the model `a/b-c` was not found", true),
        ("model * not found", "not found: the model", false),
        ("model * not found", "the model is fine", false),
        (
            "\u{4f59}\u{989d}\u{4e0d}\u{8db3}",
            "\u{8d26}\u{6237}\u{4f59}\u{989d}\u{4e0d}\u{8db3}\u{ff01}",
            true,
        ),
    ];
    for (phrase, text, expected) in cases {
        assert_eq!(finds(phrase, text), expected, "{phrase} in {text}");
    }
}

#[test]
fn each_part_of_each_phrase_is_found_at_its_start() {
    for row in ATOMS {
        let atom = std::str::from_utf8(row.text()).unwrap_or_default();
        let mut found = false;
        atoms(format!("{atom} and more").as_bytes(), |links, length| {
            found |= length == atom.len() && !links.is_empty();
        });
        assert!(found, "{atom}");
    }
}

#[test]
fn parts_far_apart_are_no_phrase() {
    let near = format!("model {} not found", "x".repeat(60));
    let far = format!("model {} not found", "x ".repeat(60));
    assert!(finds("model * not found", &near));
    assert!(!finds("model * not found", &far));
}

#[test]
fn the_end_of_a_long_text_counts_too() {
    let text = format!("{} insufficient balance", "word ".repeat(4000));
    assert!(finds("insufficient balance", &text));
}

#[test]
fn codes_as_words() {
    let cases = [
        ("RateLimitExceeded", "rate limit exceeded"),
        ("RATE_LIMIT_EXCEEDED", "rate limit exceeded"),
        ("APIKeyInvalid", "api key invalid"),
        (
            "InternalError.Algo.DataInspectionFailed",
            "internal error algo data inspection failed",
        ),
        (
            "com.amazon#AccessDeniedException",
            "com amazon access denied exception",
        ),
        ("1113", "1113"),
        ("E005", "e005"),
        ("", ""),
    ];
    for (code, words) in cases {
        assert_eq!(words_of_code(code, &mut [0; CODE_LENGTH]), words, "{code}");
    }
}
