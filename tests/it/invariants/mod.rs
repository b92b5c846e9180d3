//! What holds for any input: the fuzz targets of `fuzz/` run these checks with a fuzzer behind
//! them, and the tests here with inputs that are the same every time.

mod deliver;
mod escape;
pub(crate) mod frames;
mod hints;
mod language;
mod layer;
mod parse;
mod rules;
mod whole;

use std::fs;

use proptest::prelude::*;
use proptest::test_runner::{RngAlgorithm, TestRng, TestRunner};
use wirefault::Protocol;

use crate::gateways::harness::root;

/// Runs a check over so many inputs, the same in every run.
fn each<S: Strategy>(cases: u32, strategy: S, check: impl Fn(S::Value)) {
    let config = ProptestConfig {
        cases,
        failure_persistence: None,
        ..ProptestConfig::default()
    };
    let rng = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let outcome = TestRunner::new_with_rng(config, rng).run(&strategy, |value| {
        check(value);
        Ok(())
    });
    outcome.unwrap_or_else(|failed| panic!("{failed}"));
}

/// Texts made of pieces that parsers look for, and of anything else.
fn text(known: &'static [&'static str]) -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => prop::sample::select(known).prop_map(str::to_owned),
        1 => "\\PC{0,4}",
        1 => any::<char>().prop_map(String::from),
    ];
    prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

fn bytes() -> impl Strategy<Value = Vec<u8>> {
    prop::collection::vec(any::<u8>(), 0..40)
}

#[test]
fn frames_of_any_kind() {
    let known = &[
        "\0\0\0\u{40}",
        "\0\0\0\u{10}",
        ":exception-type",
        "\u{7}\0\u{3}abc",
        "{}",
    ];
    each(400, text(known), |text| frames::any(text.as_bytes()));
    each(400, bytes(), |bytes| frames::any(&bytes));
    let events = prop::collection::vec(bytes(), 0..3);
    each(
        400,
        (events, "[a-zA-Z]{1,40}", bytes()),
        |(events, name, payload)| {
            let events: Vec<&[u8]> = events.iter().map(Vec::as_slice).collect();
            frames::exception(&events, &name, &payload);
        },
    );
}

/// Files of the fixtures, cut and damaged.
#[test]
fn layers_of_any_kind() {
    let mut files = Vec::new();
    for folder in ["tests/fixtures/layers", "tests/fixtures/layers/refused"] {
        for entry in fs::read_dir(root(folder)).unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_some_and(|ending| ending == "toml") {
                files.push(fs::read(path).unwrap());
            }
        }
    }
    assert!(files.len() > 50, "{}", files.len());
    let (file, at) = (prop::sample::select(files), any::<prop::sample::Index>());
    each(
        60,
        (file, at, any::<u8>(), any::<bool>()),
        |(mut file, at, byte, cut)| {
            let at = at.index(file.len().max(1));
            match (cut, file.get_mut(at)) {
                (false, Some(slot)) => *slot = byte,
                _ => file.truncate(at),
            }
            layer::holds("l.toml", &file);
            if let Ok(text) = std::str::from_utf8(&file) {
                let _ = layer::generated("l.toml", text);
            }
        },
    );
    for json in [
        "{}",
        "[]",
        "{\"entry\": 1}",
        "{\"override\": {\"x\": []}}",
        "{\"rule\": [{}]}",
    ] {
        layer::holds("l.json", json.as_bytes());
    }
}

#[test]
fn error_bodies_of_any_kind() {
    let known = &[
        "{",
        "}",
        "[",
        "]",
        "\"error\":",
        "\"message\":",
        "\"code\":",
        "\"details\":",
        "\"@type\":",
        "\"x.ErrorInfo\"",
        "\"status\":",
        "99999999",
        "\"x\"",
        ",",
        "null",
        "data: ",
        "event: error\n",
        "\n\n",
    ];
    let protocol = prop::sample::select(Protocol::ALL);
    each(600, (protocol, text(known)), |(protocol, text)| {
        parse::any(protocol, text.as_bytes());
    });
    each(
        300,
        (any::<usize>(), text(&["\"", "\\", "\n", "{", ".", "["])),
        |(at, text)| {
            parse::round(at, &text);
        },
    );
}

#[test]
fn rules_of_any_kind() {
    let known = &[
        "\"id\":\"a\",",
        "\"match\":{\"statuses\":[400]},",
        "\"match\":{\"keywords\":[\"x\"]},",
        "\"match\":{\"models\":[\"claude-*\"]},",
        "\"match\":{\"statuses\":[\"9-1\"]},",
        "\"answer\":{\"status\":503},",
        "\"answer\":{\"message\":\"{message} {model}\"},",
        "\"answer\":{\"retry_after\":\"2m\"},",
        "\"priority\":-1,",
        "\"answer\":{\"code\":\"pass\",\"type\":\"pass\"},",
    ];
    each(
        400,
        (text(known), text(&["x", "\"error\":", "{"])),
        |(rule, body)| {
            let rule = format!("[{{{}}}]", rule.trim_end_matches(','));
            rules::holds(rule.as_bytes(), Some(400), body.as_bytes());
        },
    );
    let rule = br#"[{"id":"a","match":{"statuses":["400-499"]},"answer":{"message":"{message}","retry_after":7}}]"#;
    assert!(rules::holds(rule, Some(400), b"{\"error\":\"boom\"}"));
}

#[test]
fn accepted_languages_of_any_kind() {
    let known = &[
        "de", "zh", "-Hans", "-CN", "en", "*", ",", ";", "q=", "0.5", "1", "0", "-", "x", " ",
        "tlh",
    ];
    each(1000, text(known), |header| language::holds(&header));
}

#[test]
fn hints_of_any_kind() {
    let known = &[
        "1", "0", ".", "s", "ms", "h", "m", "-", ":", "T", "Z", "2026", "e9", "inf", "nan", " ",
        "秒", "GMT",
    ];
    each(600, (any::<usize>(), text(known)), |(at, text)| {
        hints::any(at, &text)
    });
    // Less than a nanosecond is no wait.
    for (at, value) in [(2, "1e-20"), (3, "0.0000001"), (4, "1e-12s"), (7, "1e308")] {
        hints::any(at, value);
    }
    // Values about as long as the longest that is read.
    for length in 120..136 {
        hints::any(4, &format!("6m{:-<1$}", ' ', length));
    }
    each(300, any::<u64>(), hints::exact);
}

#[test]
fn strings_of_any_kind() {
    each(
        300,
        (
            0..70_usize,
            text(&[
                "\"",
                "\\",
                "\0",
                "\u{1f}",
                "{",
                "}",
                "\u{2028}",
                "a long clean piece of text",
            ]),
        ),
        |(shift, text)| {
            escape::holds(shift, &text);
        },
    );
}

#[test]
fn streams_end_visibly_whatever_came() {
    let known = &[
        "data: ",
        "event: ping\n",
        "event: error\n",
        "event: message_stop\n",
        "\n\n",
        "\n",
        "\r",
        ": x",
        "[DONE]",
        "{\"choices\":[{\"delta\":{}}]}",
        "{\"type\":\"message_start\"}",
        "{\"error\":1}",
        "{",
        "}",
        "[",
        ",",
        "]",
        "{\"type\":\"response.created\",\"sequence_number\":3,\"response\":{\"id\":\"r\"}}",
        "\u{feff}",
        "{\"candidates\":[{\"finishReason\":\"STOP\"}]}",
        "{\"sequence_number\":18446744073709551615}",
    ];
    let numbers = (any::<u8>(), any::<u8>(), 0..9_u8, 1..60_u8);
    each(
        1500,
        (numbers, text(known)),
        |((dialect, end, patience, size), text)| {
            deliver::holds(deliver::Case {
                dialect,
                end,
                patience,
                size,
                bytes: text.as_bytes(),
            });
        },
    );
}
