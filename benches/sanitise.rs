//! Masking secrets, against the best that regular expressions do.
//!
//! The peers look for 12 kinds only; the sanitiser looks for all of its kinds in the same time.

// A bench that cannot build its peers has nothing to measure.
#![allow(clippy::unwrap_used)]

mod harness;

use std::borrow::Cow;

use harness::{Bench, contender};
use regex::{Regex, RegexSet};
use wirefault::sanitise::Sanitiser;

const PATTERNS: [&str; 12] = [
    r"\bsk-[A-Za-z0-9_-]{16,}",
    r"\bAIza[0-9A-Za-z_-]{35}",
    r"(?i)\bbearer\s+[A-Za-z0-9._~+/=-]{16,}",
    r#"https?://[^\s"'<>]+"#,
    r"[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}",
    r"\borg-[A-Za-z0-9]{20,}",
    r"\bproj_[A-Za-z0-9]{20,}",
    r"\b(?:[0-9]{1,3}\.){3}[0-9]{1,3}\b",
    r"\b(?:AKIA|ASIA)[0-9A-Z]{16}\b",
    r"\bxai-[A-Za-z0-9]{20,}",
    r"\bgsk_[A-Za-z0-9]{20,}",
    r"\beyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]*",
];

const MASK: &str = "[redacted]";

fn main() {
    let advice = "This model's maximum context length is 8192 tokens. However, you requested 10250 tokens (9226 in the messages, 1024 in the completion). Please reduce the length of the messages or completion. ";
    let more = "Invalid value for messages[2].content: expected a string, but got an object instead. The model gpt-4.1-mini does not accept images; use a model that does, or remove the image_url part and try again. ";
    let clean1k = cut(&format!("{advice}{more}").repeat(4), 1024);
    let secrets = "Incorrect API key provided: sk-proj-Ab3dEf6hIj9kLmN0pQrStUvWxYz12345. You can find it at https://platform.example.com/account/api-keys or ask ops@example.com from 10.1.2.3 in organization org-Ab3dEf6hIj9kLmN0pQrStUvW. ";
    let dirty1k = cut(&format!("{advice}{secrets}{more}").repeat(3), 1024);
    let typical = cut(
        &format!(
            "{}Rate limit reached for gpt-4o in organization org-Ab3dEf6hIj9kLmN0pQrStUvW on requests per min (RPM): Limit 3, Used 3, Requested 1. Please try again in 20s.",
            ""
        ),
        1024,
    );
    let message8k = cut(&advice.repeat(50), 8192);
    // What real errors are full of: names of models and members, marks, numbers.
    let names1k = cut(
        &"The model `gpt-4o-mini-2024-07-18` does not exist or you do not have access to it. Models: claude-3-5-sonnet-20241022, gemini-2.0-flash-001, o3-mini. ".repeat(9),
        1024,
    );
    let members1k = cut(
        &"Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead. Unknown field \"messages[0].content[1].image_url\" (type: invalid_request_error). ".repeat(9),
        1024,
    );
    let mut bench = Bench::new("sanitise");
    for (case, text) in [
        ("typical", &typical),
        ("clean1k", &clean1k),
        ("dirty1k", &dirty1k),
        ("message8k", &message8k),
        ("names1k", &names1k),
        ("members1k", &members1k),
    ] {
        run(&mut bench, case, text);
    }
    bench.finish();
}

fn run(bench: &mut Bench, case: &str, text: &str) {
    let sanitiser = Sanitiser::standard();
    let literals = Sanitiser::builder()
        .literals((0..8).map(|index| format!("house-{index}-Ab3dEf6hIj9k")))
        .build();
    let single: Vec<Regex> = PATTERNS
        .iter()
        .map(|pattern| Regex::new(pattern).unwrap())
        .collect();
    let set = RegexSet::new(PATTERNS).unwrap();
    let combined = Regex::new(&PATTERNS.map(|pattern| format!("(?:{pattern})")).join("|")).unwrap();
    let mut buffer = String::new();
    bench.case(
        case,
        "text",
        &mut [
            contender("wirefault", || sanitiser.mask(text)),
            contender("wirefault+8-literals", || literals.mask(text)),
            contender("regex-12x", || {
                single.iter().fold(Cow::Borrowed(text), |text, regex| {
                    match regex.replace_all(&text, MASK) {
                        Cow::Borrowed(_) => text,
                        Cow::Owned(masked) => Cow::Owned(masked),
                    }
                })
            }),
            contender("regex-combined", || combined.replace_all(text, MASK)),
            contender("regex-set", || {
                set.matches(text)
                    .iter()
                    .fold(Cow::Borrowed(text), |text, index| {
                        Cow::Owned(single[index].replace_all(&text, MASK).into_owned())
                    })
            }),
            contender("limit", || {
                buffer.clear();
                buffer.push_str(text);
                buffer.len()
            }),
        ],
    );
}

fn cut(text: &str, len: usize) -> String {
    text.chars().take(len).collect()
}
