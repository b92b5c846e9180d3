//! Masking secrets, against the best that regular expressions do.
//!
//! `regex-12x`, `regex-combined` and `regex-set` look for twelve kinds only, as gateways write them
//! by hand. `regex-kinds` and `regex-kinds-combined` look for what the sanitiser looks for: their
//! patterns are made of the same rows, though they know nothing of what must stay.

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

/// Returns the patterns of all kinds that the sanitiser masks, one for each kind.
fn kinds() -> Vec<String> {
    let file = |name: &str| -> toml::Table {
        let path = format!(
            "{}/catalog/sanitise/{name}.toml",
            env!("CARGO_MANIFEST_DIR")
        );
        std::fs::read_to_string(path).unwrap().parse().unwrap()
    };
    let any = |rows: &toml::Value| {
        let rows = rows.as_array().unwrap().iter();
        let words = rows.map(|row| {
            row.as_str()
                .unwrap_or_else(|| row["text"].as_str().unwrap())
        });
        let words: Vec<String> = words
            .map(|word| regex::escape(word).replace(' ', "[ _-]?"))
            .collect();
        words.join("|")
    };
    let (keys, cues, hosts, traces) = (file("keys"), file("cues"), file("hosts"), file("traces"));
    let prefixes = keys["key"].as_array().unwrap().iter();
    let prefixes: Vec<String> = prefixes
        .map(|row| {
            format!(
                "{}[A-Za-z0-9_-]{{{},}}",
                regex::escape(row["prefix"].as_str().unwrap()),
                row["min"]
            )
        })
        .collect();
    let filler = any(&cues["filler"]);
    let after = |cue: &str, value: &str| {
        let cue = any(&cues[cue]);
        format!(r#"(?i)\b(?:{cue})(?: (?:{filler}))*[ :='"`#(\[{{<$\\]{{1,8}}{value}"#)
    };
    let (servers, endings) = (any(&traces["server"]), any(&traces["ending"]));
    let (strong, weak) = (any(&hosts["strong"]), any(&hosts["weak"]));
    vec![
        prefixes.join("|"),
        PATTERNS[2].to_owned(),
        PATTERNS[4].to_owned(),
        PATTERNS[7].to_owned(),
        PATTERNS[11].to_owned(),
        r#"(?i)[a-z][a-z0-9+]*://[^\s"'<>]+"#.to_owned(),
        r"(?i)\b(?:[0-9a-f]{0,4}:){2,7}[0-9a-f]{0,4}\b".to_owned(),
        r"(?i)\barn:\S+".to_owned(),
        r"(?i)\b[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}".to_owned(),
        format!(r"(?i)\b[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:{strong})\b"),
        format!(r"(?i)\b[a-z0-9-]+(?:\.[a-z0-9-]+)+\.(?:{weak})\b"),
        r"(?i)\b[a-z][a-z0-9.-]*:[0-9]{2,5}\b".to_owned(),
        r"(?:^|\s)~?/[A-Za-z0-9_.-]+/[A-Za-z0-9_./-]*".to_owned(),
        format!(r"\b[A-Za-z0-9_./-]+\.(?:{endings})(?::[0-9]+)?\b"),
        format!(r"(?i)\b(?:{servers})/v?[0-9][0-9.]*"),
        format!(r"\b(?:{})/[^/\s]+", any(&traces["segment"])),
        format!(r"(?:{}).*", any(&traces["marker"])),
        r"\b[0-9]{12}\b".to_owned(),
        r"\S*\*{3,}\S*".to_owned(),
        after("secret", r"[^\s,]{6,}"),
        after("id", r"[A-Za-z_.-]*[0-9][A-Za-z0-9_.-]*"),
        after("money", r"[-$]?[0-9][0-9.,]*"),
        after("name", r"[A-Za-z0-9_.-]+"),
    ]
}

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
    let kinds = kinds();
    let all: Vec<Regex> = kinds
        .iter()
        .map(|pattern| Regex::new(pattern).unwrap())
        .collect();
    let alternatives: Vec<String> = kinds.iter().map(|kind| format!("(?:{kind})")).collect();
    let all_combined = Regex::new(&alternatives.join("|")).unwrap();
    let mut buffer = String::new();
    bench.case(
        case,
        "text",
        &mut [
            contender("wirefault", || sanitiser.mask(text)),
            contender("wirefault+8-literals", || literals.mask(text)),
            contender("regex-12x", || in_turn(&single, text)),
            contender("regex-combined", || combined.replace_all(text, MASK)),
            contender("regex-set", || {
                set.matches(text)
                    .iter()
                    .fold(Cow::Borrowed(text), |text, index| {
                        Cow::Owned(single[index].replace_all(&text, MASK).into_owned())
                    })
            }),
            contender("regex-kinds", || in_turn(&all, text)),
            contender("regex-kinds-combined", || {
                all_combined.replace_all(text, MASK)
            }),
            contender("limit", || {
                buffer.clear();
                buffer.push_str(text);
                buffer.len()
            }),
        ],
    );
}

fn in_turn<'t>(regexes: &[Regex], text: &'t str) -> Cow<'t, str> {
    regexes.iter().fold(Cow::Borrowed(text), |text, regex| {
        match regex.replace_all(&text, MASK) {
            Cow::Borrowed(_) => text,
            Cow::Owned(masked) => Cow::Owned(masked),
        }
    })
}

fn cut(text: &str, len: usize) -> String {
    text.chars().take(len).collect()
}
