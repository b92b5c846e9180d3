//! A differential test: whatever plain regular expressions find in texts of glued fragments is gone
//! from the sanitiser's output.

#![allow(clippy::unwrap_used)]

use proptest::prelude::*;
use regex::Regex;
use wirefault::sanitise::Sanitiser;

/// The reference: unanchored, so that a secret glued to a word is found as well. The second member
/// says what the first cannot: of a prefix inside a word, a digit or a capital must follow.
fn references() -> Vec<(Regex, bool)> {
    [
        (r"sk-[A-Za-z0-9_-]{20,}", true),
        (r"AIza[0-9A-Za-z_-]{35}", false),
        (r"(?:AKIA|ASIA)[0-9A-Z]{16}", false),
        (r"xai-[A-Za-z0-9]{20,}", true),
        (r"gsk_[A-Za-z0-9]{20,}", true),
        (r"org-[A-Za-z0-9]{20,}", true),
        (r"proj_[A-Za-z0-9]{20,}", true),
        (r"Bearer +[A-Za-z0-9._~+/-]{24,}", true),
        (r#"https?://[^\s"'<>`\\^{}|\x7f-\u{10FFFF}]+"#, false),
        (r"[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}", false),
        (r"(?:\d{1,3}\.){3}\d{1,3}", false),
        (
            r"eyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}(?:\.[A-Za-z0-9_-]*)?",
            true,
        ),
    ]
    .into_iter()
    .map(|(pattern, mixed)| (Regex::new(pattern).unwrap(), mixed))
    .collect()
}

fn found(references: &[(Regex, bool)], text: &str) -> Vec<String> {
    let hits = references
        .iter()
        .flat_map(|(regex, mixed)| regex.find_iter(text).map(move |hit| (hit.as_str(), *mixed)));
    let telling = |hit: &str| {
        let rest = hit
            .split_once(['-', '_', ' '])
            .map_or(hit, |(_, rest)| rest);
        rest.bytes()
            .any(|byte| byte.is_ascii_digit() || byte.is_ascii_uppercase())
    };
    hits.filter(|(hit, mixed)| !mixed || telling(hit))
        .map(|(hit, _)| hit.to_owned())
        .collect()
}

fn fragment() -> impl Strategy<Value = String> {
    prop_oneof![
        6 => r"(sk-|sk-proj-|sk-ant-api03-)[A-Za-z0-9]{20,40}",
        2 => r"AIza[0-9A-Za-z_-]{35}",
        2 => r"(AKIA|ASIA)[0-9A-Z]{16}",
        2 => r"(xai-|gsk_|org-|proj_)[A-Za-z0-9]{20,30}",
        2 => r"Bearer [A-Za-z0-9._~+/-]{24,40}",
        3 => r"https?://[a-z]{2,8}\.[a-z]{2,5}(/[a-z0-9]{1,8}){0,3}(\?key=[a-z0-9]{4})?",
        3 => r"[a-z0-9.]{1,8}@[a-z]{2,8}\.[a-z]{2,4}",
        3 => r"[0-9]{1,3}\.[0-9]{1,3}\.[0-9]{1,3}\.[0-9]{1,3}",
        2 => r"eyJ[A-Za-z0-9_-]{12,20}\.[A-Za-z0-9_-]{12,20}\.[A-Za-z0-9_-]{0,20}",
        8 => r"[a-zA-Z]{1,9}",
        3 => r"[0-9]{1,6}",
        6 => r"[ .,:;/@=?&()\[\]{}'\x22<>*_+%#~|-]",
        2 => Just("账号".to_owned()),
        1 => Just("ß".to_owned()),
        1 => Just("\n".to_owned()),
        1 => Just("\\".to_owned()),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_regular_expressions_find_is_gone(parts in prop::collection::vec(fragment(), 1..12)) {
        thread_local! {
            static REFERENCES: Vec<(Regex, bool)> = references();
        }
        let text = parts.concat();
        let masked = Sanitiser::standard().mask(&text);
        let left = REFERENCES.with(|references| found(references, &masked));
        prop_assert!(left.is_empty(), "{left:?} left of {text:?} in {masked:?}");
    }
}
