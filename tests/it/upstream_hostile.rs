//! Bodies that nobody sends in good faith, and bodies that broke on the way.

#![allow(clippy::expect_used)] // a broken fixture should fail loudly

use std::time::{Duration, SystemTime};

use proptest::prelude::*;
use serde_json::Value;
use wirefault::upstream::{
    Answer, BODY_CAP, Condition, Credential, HeadersView, Verdict, classify, read, verdict,
};

/// Reads, names and judges; what comes out must fit together.
fn whole_path(answer: &Answer<'_>) -> (Option<Condition>, Verdict) {
    let facts = read(answer);
    let now = SystemTime::UNIX_EPOCH + Duration::from_secs(1_780_000_000);
    let hint = facts.retry_hint(&answer.headers, Some(now));
    assert!(hint.is_none_or(|hint| !hint.after.is_zero()));
    let found = classify(answer, &facts);
    assert_eq!(found.condition.is_some(), facts.is_error);
    if answer.status.is_some_and(|status| status >= 400) {
        assert!(found.condition.is_some(), "a 4xx or 5xx is always an error");
    }
    let _ = (facts.model(), facts.limit_tokens(), facts.used_tokens());
    (found.condition, verdict(&found, hint, Credential::Gateway))
}

fn status() -> impl Strategy<Value = Option<u16>> {
    prop_oneof![Just(None), Just(Some(200)), (100..1000_u16).prop_map(Some)]
}

/// Pieces that parsers look for, so that random bodies get past the first byte.
fn piece() -> impl Strategy<Value = Vec<u8>> {
    let known = [
        "{",
        "}",
        "[",
        "]",
        "\"",
        ":",
        ",",
        "\\",
        "\\u",
        "\\ud800",
        "error",
        "\"error\":",
        "{\"error\":{\"message\":\"",
        "data: ",
        "event: error\n",
        "\n\n",
        "<html>",
        "<title>",
        "</title>",
        " | 524: ",
        "litellm.A: ",
        "Error code: 400 - {'error': {'message': '",
        "\u{4f59}\u{989d}\u{4e0d}\u{8db3}",
        "(1008)",
        "[1308]",
        "try again in 4.77s",
        "retry after 2026-01-01",
        "code\":",
        "429",
        "null",
        "-",
        "1e999",
        "base_resp\":{\"status_code\":1008",
        "model ",
        "not found",
        "tokens",
        "00:00 UTC",
        "\u{feff}",
    ];
    prop_oneof![
        4 => prop::sample::select(known.to_vec()).prop_map(|text| text.as_bytes().to_vec()),
        1 => prop::collection::vec(any::<u8>(), 0..12),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn nothing_panics_and_no_failure_is_missed(
        pieces in prop::collection::vec(piece(), 0..40),
        status in status(),
        stream: bool,
        header in "[ -~]{0,24}",
    ) {
        let body = pieces.concat();
        let names = ["retry-after", "retry-after-ms", "x-ratelimit-reset-tokens", "x-amzn-errortype", "anthropic-ratelimit-requests-reset"];
        let pairs = names.map(|name| (name, header.as_str()));
        let headers = HeadersView::Pairs(&pairs);
        whole_path(&Answer { status, stream, headers, ..Answer::new(&body) });
    }

    #[test]
    fn cut_and_damaged_rows_survive(row in 0..454_usize, cut in 0..2000_usize, at in 0..2000_usize, byte: u8) {
        let text = include_str!("../fixtures/upstream-errors.jsonl").lines().nth(row).expect("row");
        let row: Value = serde_json::from_str(text).expect("row");
        let mut body = row["body"].as_str().expect("body").as_bytes().to_vec();
        if let Some(slot) = body.get_mut(at) {
            *slot = byte;
        }
        body.truncate(cut);
        let status = row["status"].as_u64().and_then(|status| status.try_into().ok());
        whole_path(&Answer { status, ..Answer::new(&body) });
    }
}

fn hostile() -> Vec<(&'static str, Vec<u8>)> {
    let mega = 1 << 20;
    vec![
        ("nested arrays", b"[".repeat(mega)),
        ("nested objects", b"{\"error\":".repeat(mega / 9)),
        ("nested errors in arrays", b"[{\"error\":".repeat(mega / 10)),
        (
            "one string",
            [b"{\"error\":\"".to_vec(), b"x".repeat(mega)].concat(),
        ),
        (
            "small objects",
            [b"[".to_vec(), b"{\"a\":1},".repeat(mega / 8)].concat(),
        ),
        ("lines of events", b"data: {\"a\":1}\n\n".repeat(mega / 15)),
        (
            "invalid UTF-8",
            b"\xff\xfe{\"error\":\"\xc3".repeat(mega / 14),
        ),
        (
            "backslashes",
            [b"{\"message\":\"".to_vec(), b"x".repeat(mega)].concat(),
        ),
        ("braces in text", b"error {\"".repeat(mega / 8)),
        ("zero bytes", vec![0; mega]),
        ("digits", b"9".repeat(mega)),
        ("tags", b"<html><title><".repeat(mega / 14)),
        (
            "waits",
            [
                b"{".to_vec(),
                b"\"retry_after\":\"soon\",".repeat(mega / 21),
            ]
            .concat(),
        ),
        (
            "figures",
            "1 \u{5206}\u{949f}0.5".repeat(mega / 11).into_bytes(),
        ),
    ]
}

/// The whole path runs on a stack that a recursion over a few hundred levels would break.
#[test]
fn hostile_bodies_need_little_stack_and_no_heap() {
    let run = || {
        for (name, body) in hostile() {
            let body_len = Some(body.len() as u64);
            let body = &body[..BODY_CAP];
            let answer = Answer {
                status: Some(500),
                body_len,
                ..Answer::new(body)
            };
            let mut condition = None;
            let counted = allocation_counter::measure(|| condition = whole_path(&answer).0);
            assert!(condition.is_some(), "{name}");
            // Invalid UTF-8 must be replaced somewhere before a person can read it.
            if name != "invalid UTF-8" {
                assert_eq!(
                    counted.count_total, 0,
                    "{name} allocates {} bytes",
                    counted.bytes_total
                );
            }
        }
    };
    let small = std::thread::Builder::new()
        .stack_size(192 * 1024)
        .spawn(run)
        .expect("thread");
    small.join().expect("no overflow, no panic");
}

#[test]
fn ordinary_bodies_allocate_nothing() {
    let bodies = [
        r#"{"error":{"message":"Rate limit reached for gpt-x. Please try again in 20s.","type":"requests","param":null,"code":"rate_limit_exceeded"}}"#,
        r#"{"type":"error","error":{"type":"overloaded_error","message":"Overloaded"},"request_id":"req_1"}"#,
        r#"{"error":{"code":429,"message":"Resource exhausted.","status":"RESOURCE_EXHAUSTED"}}"#,
        "<html><head><title>502 Bad Gateway</title></head></html>",
        "upstream connect error or disconnect/reset before headers",
    ];
    for body in bodies {
        let answer = Answer {
            status: Some(429),
            ..Answer::new(body.as_bytes())
        };
        let counted = allocation_counter::measure(|| {
            whole_path(&answer);
        });
        assert_eq!(counted.count_total, 0, "{body}");
    }
}

#[test]
fn an_error_behind_the_cap_is_found_by_its_status() {
    let mut body = b"{\"padding\":\"".to_vec();
    body.resize(BODY_CAP, b'x');
    let answer = Answer {
        status: Some(429),
        body_len: Some(200 << 20),
        ..Answer::new(&body)
    };
    assert_eq!(whole_path(&answer).0, Some(Condition::RateLimited));
}

/// A list of pairs and a map, each with what is looked for behind ten thousand other headers.
#[test]
fn headers_behind_ten_thousand_others_are_found_without_an_allocation() {
    let mut pairs = vec![("x-filler", "1"); 9_998];
    // As long as a name of interest.
    pairs.push(("x-fillers-1", "1"));
    pairs.extend([
        ("Retry-After", "7"),
        ("X-Request-Id", "req_1"),
        ("retry-after", "9"),
    ]);
    let mut map = http::HeaderMap::with_capacity(12_000);
    for index in 0..9_998 {
        let name: http::HeaderName = format!("x-filler-{index}").parse().expect("name");
        map.insert(name, http::HeaderValue::from_static("1"));
    }
    map.insert("retry-after", http::HeaderValue::from_static("7"));
    map.append("retry-after", http::HeaderValue::from_static("9"));
    map.insert("x-request-id", http::HeaderValue::from_static("req_1"));
    for headers in [HeadersView::Pairs(&pairs), HeadersView::Map(&map)] {
        let answer = Answer {
            status: Some(429),
            headers,
            ..Answer::new(b"")
        };
        let (mut wait, mut id, mut named) = (None, None, None);
        let counted = allocation_counter::measure(|| {
            let facts = read(&answer);
            wait = facts.retry_hint(&headers, None);
            named = classify(&answer, &facts).condition;
            id = facts.request_id;
        });
        assert_eq!(wait.map(|hint| hint.after), Some(Duration::from_secs(7)));
        assert_eq!(named, Some(Condition::RateLimited));
        let id = id.map(|id| id.into_operator().as_str().to_owned());
        assert_eq!(id.as_deref(), Some("req_1"));
        assert_eq!(counted.count_total, 0);
    }
}

#[test]
fn a_status_of_zero_is_none() {
    for body in ["connection refused", r#"{"message":"it failed"}"#] {
        let of = |status| {
            whole_path(&Answer {
                status,
                ..Answer::new(body.as_bytes())
            })
        };
        assert!(of(None).0.is_some());
        assert_eq!(of(Some(0)), of(None), "{body}");
    }
}

/// What is read borrows from the body, but for texts that stand there in another form: each of them
/// is written once, in a place of its own.
#[test]
fn only_texts_that_have_to_be_written_anew_are_allocated() {
    let full = |head: &str, unit: &[u8]| {
        let mut body = head.as_bytes().to_vec();
        while body.len() < BODY_CAP {
            body.extend_from_slice(unit);
        }
        body.truncate(BODY_CAP);
        body
    };
    let nested = |levels: usize| {
        let mut body = "\"\\".repeat(1024);
        for _ in 0..levels {
            body = format!(r#"{{"error":{{"message":{}}}}}"#, serde_json::json!(body));
        }
        body.into_bytes()
    };
    let message = r#"{"error":{"message":""#;
    let rows: [(&str, Vec<u8>, u64); 9] = [
        ("a message without escapes", full(message, b"x"), 0),
        (
            "the message with its escapes resolved",
            full(message, br"\n "),
            1,
        ),
        (
            "the message with its mistakes replaced",
            full(message, b"\xff"),
            1,
        ),
        (
            "the message, in more room where mistakes are longer than what they replace",
            full(message, br"\u"),
            2,
        ),
        (
            "a text with its mistakes replaced, and what its wrappers leave of it",
            full("x", b"\xff"),
            2,
        ),
        (
            "names with escapes are no known ones",
            full("{", br#""\u0061":1,"#),
            0,
        ),
        (
            "of strings that may be a sentence the first few",
            full(r#"{"errorMsg":["#, br#""\"","#),
            16,
        ),
        ("the message, and that of the body in it", nested(2), 2),
        ("and so on", nested(5), 5),
    ];
    for (name, body, count) in rows {
        let answer = Answer {
            status: Some(500),
            ..Answer::new(&body)
        };
        let counted = allocation_counter::measure(|| {
            read(&answer);
        });
        assert_eq!(counted.count_total, count, "{name}");
    }
}
