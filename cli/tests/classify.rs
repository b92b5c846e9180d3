//! `wirefault classify`: a line in, a line out.

#![allow(clippy::unwrap_used)] // A panic is how a test fails.

mod run;

use serde_json::{Value, json};

use crate::run::{Folder, Run, fed, wirefault};

const CORPUS: &str = include_str!("../../tests/fixtures/upstream-errors.jsonl");

fn classify(more: &[&str], lines: &[Value]) -> (Run, Vec<Value>) {
    let input: String = lines.iter().map(|line| format!("{line}\n")).collect();
    let run = fed(&[&["classify"], more].concat(), input.as_bytes());
    let out = run
        .out
        .lines()
        .map(|line| serde_json::from_str(line).unwrap());
    let out = out.collect();
    (run, out)
}

#[test]
fn a_line_for_each_in_order_with_all_fields() {
    let run = fed(&["classify"], CORPUS.as_bytes());
    assert_eq!((run.status, run.err.as_str()), (0, ""));
    let inputs: Vec<Value> = CORPUS
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let outputs: Vec<Value> = run
        .out
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(inputs.len(), outputs.len());
    for (input, output) in inputs.iter().zip(&outputs) {
        assert_eq!(input["id"], output["id"]);
        let names: Vec<&String> = output.as_object().unwrap().keys().collect();
        assert_eq!(
            names,
            [
                "id",
                "is_error",
                "category",
                "key",
                "code",
                "status",
                "retryable",
                "failover",
                "retry_after_s",
                "message",
                "provider_code",
                "public_message",
            ]
        );
        let error = output["is_error"].as_bool().unwrap();
        assert_eq!(error, output["key"].is_string());
        assert_eq!(error, output["category"] != "not_an_error");
        assert_eq!(error, output["public_message"].is_string());
        assert!(output["message"].is_string());
    }
}

#[test]
fn malformed_lines_keep_their_place() {
    let input = b"{\"id\":\"a\",\"status\":401}\nnope\n\n{\"id\":\"b\",\"status\":\"x\"}\n\xff\n{\"id\":\"c\"}";
    let run = fed(&["classify"], input);
    assert_eq!(run.status, 1);
    let out: Vec<Value> = run
        .out
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let ids: Vec<&Value> = out.iter().map(|line| &line["id"]).collect();
    let null = json!(null);
    assert_eq!(
        ids,
        [&json!("a"), &null, &null, &json!("b"), &null, &json!("c")]
    );
    let errors: Vec<&str> = out
        .iter()
        .filter_map(|line| line["error"].as_str())
        .collect();
    assert_eq!(
        errors,
        [
            "line 2: no JSON at column 2: expected ident",
            "line 3: it is empty",
            "line 4: `status` is an integer from 100 to 999, not \"x\"",
            "line 5: no JSON at column 1: expected value",
        ]
    );
    assert_eq!(out[1].as_object().unwrap().len(), 2);
    let cut = fed(&["classify"], b"{\"id\":1}\r\n\r\n{\"id\":\r\n");
    assert!(
        cut.out
            .ends_with("\"line 3: no JSON at column 6: EOF while parsing a value\"}\n"),
        "{}",
        cut.out
    );
}

#[test]
fn an_empty_line_is_answered_in_its_place() {
    let run = fed(
        &["classify"],
        b"\n{\"id\":1,\"status\":200,\"body\":\"{}\"}\n \r\n",
    );
    let empty = |number| format!("{{\"id\":null,\"error\":\"line {number}: it is empty\"}}");
    let lines: Vec<&str> = run.out.lines().collect();
    assert_eq!((run.status, lines.len()), (1, 3), "{}", run.out);
    assert_eq!([lines[0], lines[2]], [empty(1), empty(3)]);
}

#[test]
fn whose_key_it_was_decides_whose_fault_it_is() {
    let body = r#"{"error":{"message":"Incorrect API key provided","code":"invalid_api_key"}}"#;
    let line = |credential: &str| json!({ "id": 1, "status": 401, "body": body, "credential": credential });
    let (_, out) = classify(&[], &[line("gateway"), line("client")]);
    assert_eq!(
        (&out[0]["key"], &out[0]["status"]),
        (&json!("upstream_auth_failed"), &json!(502))
    );
    assert_eq!(
        (&out[1]["key"], &out[1]["status"]),
        (&json!("invalid_api_key"), &json!(401))
    );
}

#[test]
fn a_status_of_zero_is_a_call_without_an_answer() {
    let lines = [
        json!({ "id": 1, "status": 0, "body": "" }),
        json!({ "id": 2, "status": -1 }),
        json!({ "id": 3, "status": 0, "body": "dial tcp 10.0.0.1:443: connect: connection refused" }),
        json!({ "id": 4, "status": 0, "body": r#"{"choices":[{"text":"fine"}]}"# }),
    ];
    let (run, out) = classify(&["--explain"], &lines);
    assert_eq!(run.status, 0, "{out:?}");
    for line in &out[..3] {
        assert_eq!(line["category"], "upstream_unavailable", "{line}");
        assert_eq!(line["key"], "upstream_unavailable", "{line}");
        assert_eq!(line["failover"], "other_channel", "{line}");
    }
    assert_eq!(out[0]["explain"]["rule"], "transport");
    assert_eq!(out[3]["is_error"], false);
}

#[test]
fn waits_that_name_a_date_need_the_time() {
    let line = json!({ "id": 1, "status": 429, "body": "{}",
        "headers": { "RETRY-AFTER": "Thu, 01 Jan 2026 00:00:30 GMT" } });
    let mut timed = line.clone();
    timed["now"] = json!("2026-01-01T01:00:00+01:00");
    let mut plain = line.clone();
    plain["headers"] = json!({ "retry-after": ["2.5"] });
    let (_, out) = classify(&[], &[line, timed, plain]);
    let waits: Vec<&Value> = out.iter().map(|line| &line["retry_after_s"]).collect();
    assert_eq!(waits, [&json!(null), &json!(30), &json!(2.5)]);
}

/// The field says what the answer states. A day's quota does not come back after the minute's wait,
/// so neither the hold nor what a client is told follows it.
#[test]
fn the_wait_of_another_limit_is_told_and_not_followed() {
    let of = |period: &str| {
        let body = json!({"error": {
            "code": 429, "status": "RESOURCE_EXHAUSTED",
            "message": "You exceeded your current quota. Please retry in 41s.",
            "details": [
                {"@type": "type.googleapis.com/google.rpc.QuotaFailure", "violations":
                    [{"quotaId": format!("GenerateRequestsPer{period}PerProjectPerModel-FreeTier")}]},
                {"@type": "type.googleapis.com/google.rpc.RetryInfo", "retryDelay": "41s"},
            ],
        }});
        let line = json!({"id": period, "status": 429, "body": body.to_string()});
        let (run, out) = classify(&["--explain", "--render"], &[line]);
        assert_eq!(run.status, 0, "{}", run.err);
        out[0].clone()
    };
    let day = of("Day");
    assert_eq!(day["category"], "quota_exhausted_window");
    assert_eq!(
        (&day["retryable"], &day["retry_after_s"]),
        (&json!(false), &json!(41))
    );
    assert_eq!(day["explain"]["ignores_hint"], true);
    let hold = json!({"scope": "account_model", "seconds": 3600});
    assert_eq!(day["explain"]["cooldown"], hold);
    assert_eq!(day["rendered_headers"]["retry-after"], json!(null));
    let minute = of("Minute");
    assert_eq!(minute["category"], "rate_limited");
    assert_eq!(
        (&minute["retryable"], &minute["retry_after_s"]),
        (&json!(true), &json!(41))
    );
    assert_eq!(minute["explain"]["ignores_hint"], json!(null));
    let hold = json!({"scope": "account_model", "seconds": 41});
    assert_eq!(minute["explain"]["cooldown"], hold);
    assert_eq!(minute["rendered_headers"]["retry-after"], "41");
}

#[test]
fn bytes_that_are_no_text_come_in_base64() {
    let body = json!({ "id": 1, "status": 503, "body_base64": "//79AAEC" });
    let (run, out) = classify(&["--render"], &[body]);
    assert_eq!(run.status, 0);
    assert_eq!(out[0]["is_error"], true);
}

#[test]
fn rendered_is_what_render_prints() {
    let lines = [
        json!({ "id": 1, "status": 503, "body": "" }),
        json!({ "id": 2, "status": 200, "body": "{\"id\":\"x\",\"choices\":[]}" }),
    ];
    let (_, out) = classify(&["--render", "--explain"], &lines);
    let key = out[0]["key"].as_str().unwrap();
    for protocol in [
        "openai-chat",
        "openai-responses",
        "anthropic-messages",
        "gemini",
        "native",
        "problem",
    ] {
        let body = out[0]["rendered"][protocol].as_str().unwrap();
        let parsed: Value = serde_json::from_str(body).unwrap();
        assert!(parsed.is_object(), "{protocol}");
        let stream = out[0]["rendered_stream"][protocol].as_str();
        assert_eq!(stream.is_some(), protocol != "problem");
    }
    assert_eq!(out[0]["rendered_headers"]["x-request-id"], "req_example");
    assert!(!key.is_empty() && out[0]["explain"]["rule"].is_string());
    for name in ["rendered", "rendered_stream", "rendered_headers"] {
        assert!(out[1][name].is_null(), "{name}");
    }
}

#[test]
fn a_layer_decides_the_spelling_and_the_mapping() {
    let folder = Folder::new("classify");
    let layer = folder.file(
        "layer.toml",
        "name = 'x'\ncode_style = 'screaming'\nonly = ['internal_error', 'upstream_rate_limited']\n\
         [fold]\n'*' = 'internal_error'\n",
    );
    let lines = [
        json!({ "id": 1, "status": 429, "body": "" }),
        json!({ "id": 2, "status": 401, "body": "" }),
    ];
    let (_, out) = classify(&["--catalog", &layer], &lines);
    assert_eq!(
        (&out[0]["key"], &out[0]["code"]),
        (
            &json!("upstream_rate_limited"),
            &json!("UPSTREAM_RATE_LIMITED")
        )
    );
    assert_eq!(
        (&out[1]["key"], &out[1]["status"]),
        (&json!("internal_error"), &json!(500))
    );
}

#[test]
fn pass_through_rules_decide_before_the_mapping_and_say_why() {
    let folder = Folder::new("rules");
    let layer = folder.file(
        "layer.toml",
        "name = 'x'\n\
         [[rule]]\nid = 'messages'\nmatch = { statuses = [400], protocols = ['anthropic-messages'] }\n\
         answer = { status = 418 }\n\
         [[rule]]\nid = 'credit'\npriority = 1\nmatch = { keywords = ['credit'] }\n\
         answer = { status = 503, message = 'The pool is empty.' }\n",
    );
    let body = r#"{"error":{"message":"credit balance too low"}}"#;
    let lines = [
        json!({ "id": 1, "status": 400, "body": body }),
        json!({ "id": 2, "status": 400, "body": "{}" }),
    ];
    let more = ["--catalog", &layer, "--explain", "--render"];
    let (_, out) = classify(&more, &lines);
    assert_eq!(out[0]["status"], 503);
    assert_eq!(out[0]["public_message"], "The pool is empty.");
    assert_eq!(out[1]["status"], 400);
    let why = &out[0]["explain"]["passthrough"];
    assert_eq!(
        (&why[0]["id"], &why[0]["matched"]),
        (&json!("messages"), &json!(false))
    );
    assert_eq!(
        (&why[1]["id"], &why[1]["decides"]),
        (&json!("credit"), &json!(true))
    );
    assert!(
        why[1]["why"]
            .as_str()
            .is_some_and(|why| why.contains("credit"))
    );
    // A rule for one protocol is seen in that one's body only.
    let rendered = |name: &str| out[0]["rendered"][name].as_str().unwrap_or_default();
    assert!(rendered("openai-chat").contains("The pool is empty."));
    assert!(!rendered("anthropic-messages").contains("The pool is empty."));
}

#[test]
fn a_file_is_read_like_standard_input() {
    let folder = Folder::new("file");
    let path = folder.file("in.jsonl", "{\"id\":1,\"status\":500}\n");
    let run = wirefault(&["classify", &path]);
    assert!(run.status == 0 && run.out.starts_with("{\"id\":1,\"is_error\":true"));
}
