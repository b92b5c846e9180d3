//! Any words as code, type and message: always a condition, and white space changes none.
#![no_main]

use libfuzzer_sys::fuzz_target;
use serde_json::json;
use wirefault::upstream::{Answer, Classified, classify, read};

type Input<'a> = (
    Option<u16>,
    &'a str,
    Option<&'a str>,
    Option<&'a str>,
    Option<u32>,
);

fn name(body: &[u8], status: Option<u16>) -> Classified {
    let answer = Answer {
        status,
        ..Answer::new(body)
    };
    classify(&answer, &read(&answer))
}

fuzz_target!(|input: Input<'_>| {
    let (status, message, code, kind, number) = input;
    let status = status.map(|status| 400 + status % 200);
    let code = number.map_or_else(|| json!(code), |number| json!(number));
    let body = json!({"error": {"message": message, "type": kind, "code": code, "param": null}});
    let dense = name(body.to_string().as_bytes(), status);
    let wide = name(format!("\r\n{body:#}\n").as_bytes(), status);
    assert_eq!(dense, wide);
    assert!(dense.condition.is_some() || status.is_none());
    assert!(!dense.explanation.rule.is_empty());
});
