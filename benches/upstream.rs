//! Reading and naming an upstream's failure.

mod harness;

use std::borrow::Cow;

use harness::{Bench, contender};
use serde::Deserialize;
use wirefault::sanitise::Sanitiser;
use wirefault::upstream::{Answer, BODY_CAP, Failed, Verdict, classify, read, to_error, verdict};
use wirefault::{Catalog, GatewayError};

const OPENAI: &str = r#"{"error":{"message":"Rate limit reached for gpt-x on requests per min. Limit: 3 / min. Please try again in 20s.","type":"requests","param":null,"code":"rate_limit_exceeded"}}"#;
const ANTHROPIC: &str = r#"{"type":"error","error":{"type":"overloaded_error","message":"Overloaded"},"request_id":"req_011CZAau32QzxDkriovTaFCB"}"#;

fn gemini() -> String {
    let mut body = String::from(
        r#"{"error":{"code":429,"message":"You exceeded your current quota, please check your plan and billing details. For more information on this error, head to: https://ai.google.dev/gemini-api/docs/rate-limits.\n* Quota exceeded for metric: generate_content_free_tier_requests, limit: 10\nPlease retry in 38.9s.","status":"RESOURCE_EXHAUSTED","details":[{"@type":"type.googleapis.com/google.rpc.QuotaFailure","violations":["#,
    );
    for index in 0..6 {
        if index > 0 {
            body.push(',');
        }
        body.push_str(r#"{"quotaMetric":"generativelanguage.googleapis.com/generate_content_free_tier_requests","quotaId":"GenerateRequestsPerMinutePerProjectPerModel-FreeTier","quotaDimensions":{"location":"global","model":"gemini-x"},"quotaValue":"10"}"#);
    }
    body.push_str(
        r#"]},{"@type":"type.googleapis.com/google.rpc.RetryInfo","retryDelay":"38s"}]}}"#,
    );
    body
}

fn message8k() -> String {
    let text =
        "The value of messages[3].content is not valid: \\\"expected a string\\\"\\n".repeat(120);
    format!(
        r#"{{"error":{{"message":"{text}","type":"invalid_request_error","param":null,"code":null}}}}"#
    )
}

fn dirty1k() -> String {
    let secrets = "Incorrect value for key sk-proj-Ab3dEf6hIj9kLmN0pQrStUvWxYz12345 of ops@example.com at https://platform.example.com/keys from 10.1.2.3 in org-Ab3dEf6hIj9kLmN0pQrStUvW. ";
    let text = secrets.repeat(6);
    format!(r#"{{"error":{{"message":"{text}","type":"invalid_request_error"}}}}"#)
}

fn html50k() -> String {
    let filler = "<div class=\"row\"><span>status</span></div>\n".repeat(1200);
    format!(
        "<!DOCTYPE html>\n<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1>{filler}</body></html>"
    )
}

#[derive(Deserialize)]
struct Envelope<'a> {
    #[serde(borrow)]
    error: Inner<'a>,
}

#[derive(Deserialize)]
struct Inner<'a> {
    #[serde(borrow)]
    message: Cow<'a, str>,
    #[serde(borrow, default, rename = "type")]
    kind: Option<Cow<'a, str>>,
    #[serde(borrow, default)]
    code: Option<&'a serde_json::value::RawValue>,
}

fn derive(body: &[u8]) -> usize {
    let read: Result<Envelope<'_>, _> = serde_json::from_slice(body);
    read.map_or(0, |read| {
        read.error.message.len()
            + read.error.kind.map_or(0, |kind| kind.len())
            + read.error.code.map_or(0, |code| code.get().len())
    })
}

fn value(body: &[u8]) -> usize {
    let read: serde_json::Value = serde_json::from_slice(body).unwrap_or_default();
    let text = |key| read["error"][key].as_str().map_or(0, str::len);
    text("message") + text("type") + text("code")
}

fn answer(body: &[u8]) -> Answer<'_> {
    answer_with(429, body)
}

fn answer_with(status: u16, body: &[u8]) -> Answer<'_> {
    Answer {
        status: Some(status),
        ..Answer::new(body)
    }
}

fn main() {
    let (gemini, message8k, html50k) = (gemini(), message8k(), html50k());
    let nested = "{\"a\":".repeat(200_000);
    let string = format!("\"{}", "x".repeat(1_000_000));
    let objects = format!("[{}", "{\"a\":1},".repeat(125_000));
    let words = format!("{{\"errors\":[{{\"message\":{}", "1,a,".repeat(16_384));
    let strings = format!("{{\"detail\":[{}", "\"\\\\\",".repeat(13_107));
    let members = format!("{{\"error\":{{{}", "\"\":{},".repeat(10_922));
    let python = format!("{{'error':{{'x':[{}", "'\\\\','".repeat(10_922));
    let events = format!("data:\n{}", "{\"a\":1}\n".repeat(8191));
    let event = format!("data: {{\"a\":{}", "x{\"a\":1},\"a\":".repeat(6000));
    let escapes = format!("{{\"error\":{{\"message\":\"{}", "\\ud800".repeat(10_922));
    let mut within = "\"\\".repeat(1024);
    for _ in 0..5 {
        within = format!(r#"{{"error":{{"message":{}}}}}"#, serde_json::json!(within));
    }
    let page = format!("<html>{}", "<".repeat(65_530));
    let bytes = [b"\"".as_slice(), &[0xFF; 65_535]].concat();
    let broken = format!("\"{}", "\\u".repeat(32_767));
    let waits = format!("{{\"error\":{{{}", "\"retry_after\":\"1.5x\",".repeat(3000));
    let mut bench = Bench::new("read");
    let bodies: [(&str, &[u8]); 20] = [
        ("openai164", OPENAI.as_bytes()),
        ("anthropic119", ANTHROPIC.as_bytes()),
        ("gemini1900", gemini.as_bytes()),
        ("message8k", message8k.as_bytes()),
        ("html50k", html50k.as_bytes()),
        ("hostile-nested", nested.as_bytes()),
        ("hostile-string", string.as_bytes()),
        ("hostile-objects", objects.as_bytes()),
        ("hostile-words", words.as_bytes()),
        ("hostile-strings", strings.as_bytes()),
        ("hostile-members", members.as_bytes()),
        ("hostile-python", python.as_bytes()),
        ("hostile-events", events.as_bytes()),
        ("hostile-event", event.as_bytes()),
        ("hostile-escapes", escapes.as_bytes()),
        ("hostile-within", within.as_bytes()),
        ("hostile-page", page.as_bytes()),
        ("hostile-bytes", &bytes),
        ("hostile-broken", broken.as_bytes()),
        ("hostile-members-of-waits", waits.as_bytes()),
    ];
    for (case, body) in bodies {
        let ours = answer(&body[..body.len().min(BODY_CAP)]);
        bench.case(
            case,
            "body",
            &mut [
                contender("wirefault", || read(&ours).is_error),
                contender("serde_json-value", || value(body)),
                contender("serde-derive", || derive(body)),
            ],
        );
    }
    bench.finish();

    let clean1k = format!(
        r#"{{"error":{{"message":"{}","type":"invalid_request_error"}}}}"#,
        "Something else about the weather stands here. ".repeat(21)
    );
    let dirty1k = dirty1k();
    // What says that the request is wrong is shown to clients, so all of it is sanitised.
    let bodies = [
        ("typical", 429, OPENAI),
        ("clean1k", 400, clean1k.as_str()),
        ("dirty1k", 400, dirty1k.as_str()),
        ("message8k", 400, message8k.as_str()),
    ];
    // As many near misses of phrases, figures that are no waits, and words of waits as there can be.
    let misses = "models no found too man requests rate limi quota exceede ".repeat(1100);
    let waits = "5 minutes 429 分钟 1 second an hou ".repeat(1500);
    let figures = "0.5分钟an hour ".repeat(4000);
    let hostile = [
        ("hostile-misses", 400, misses.as_str()),
        ("hostile-waits", 429, waits.as_str()),
        ("hostile-figures", 429, figures.as_str()),
    ];
    let mut bench = Bench::new("classify");
    for (case, status, body) in bodies.into_iter().chain(hostile) {
        let body = &body.as_bytes()[..body.len().min(BODY_CAP)];
        let ours = answer_with(status, body);
        let facts = read(&ours);
        bench.case(
            case,
            "body",
            &mut [
                contender("wirefault", || classify(&ours, &facts)),
                contender("wirefault-read+classify", || classify(&ours, &read(&ours))),
            ],
        );
    }
    bench.finish();

    let mut bench = Bench::new("upstream");
    for (case, status, body) in bodies {
        let ours = answer_with(status, body.as_bytes());
        bench.case(
            case,
            "body",
            &mut [contender("wirefault", || whole_path(&ours))],
        );
    }
    bench.finish();
}

/// All that a gateway does with a failed answer: read, classify, decide, map, sanitise.
fn whole_path(answer: &Answer<'_>) -> (Verdict, GatewayError) {
    let facts = read(answer);
    let found = classify(answer, &facts);
    let hint = facts.retry_hint(&answer.headers, None);
    let failed = Failed {
        answer: Some(answer),
        facts: Some(&facts),
        hint,
        ..Failed::new(&found)
    };
    let error = to_error(&failed, Catalog::standard(), Sanitiser::standard());
    (verdict(&found, hint, failed.credential), error)
}
