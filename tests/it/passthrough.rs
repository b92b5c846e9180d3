//! Pass-through rules: what they are for, what they answer, and what they never let through.

use proptest::prelude::*;
use serde_json::{Value, json};
use wirefault::catalog::{Layer, Problems};
use wirefault::sanitise::Sanitiser;
use wirefault::upstream::{self, Answer, Credential, Failed, Outcome, Rules};
use wirefault::{Catalog, Context, Protocol, Renderer};

fn rules(rules: Value) -> Result<Rules, Problems> {
    Rules::from_values(rules.as_array().unwrap(), Catalog::standard())
}

/// What a case says of the failure.
#[derive(Clone, Copy, Default)]
struct Seen<'a> {
    provider: Option<&'a str>,
    status: Option<u16>,
    body: &'a str,
    stream: bool,
    channel: Option<&'a str>,
    model: Option<&'a str>,
    protocol: Option<Protocol>,
    credential: Credential,
}

fn with<T>(seen: Seen<'_>, then: impl FnOnce(&Failed<'_>) -> T) -> T {
    let answer = Answer {
        provider: seen.provider,
        status: seen.status,
        stream: seen.stream,
        ..Answer::new(seen.body.as_bytes())
    };
    let facts = upstream::read(&answer);
    let found = upstream::classify(&answer, &facts);
    let failed = Failed {
        answer: Some(&answer),
        facts: Some(&facts),
        hint: facts.retry_hint(&answer.headers, None),
        credential: seen.credential,
        channel: seen.channel,
        model: seen.model,
        protocol: seen.protocol,
        ..Failed::new(&found)
    };
    then(&failed)
}

fn id(rules: &Rules, seen: Seen<'_>) -> Option<String> {
    with(seen, |failed| {
        rules.find(failed).map(|rule| rule.id.clone())
    })
}

fn outcome<'r>(rules: &'r Rules, seen: Seen<'_>) -> Outcome<'r> {
    with(seen, |failed| {
        upstream::answer(failed, Catalog::standard(), rules, Sanitiser::standard())
    })
}

fn body(error: &wirefault::GatewayError, protocol: Protocol) -> (u16, Value) {
    let response: http::Response<Vec<u8>> =
        Renderer::standard().response(error, protocol, &Context::new());
    let body = serde_json::from_slice(response.body()).unwrap();
    (response.status().as_u16(), body)
}

const CREDIT: &str = r#"{"type":"error","error":{"type":"invalid_request_error","message":"Your credit balance is too low to access the API. Key sk-ant-REDACTED."}}"#;

/// sub2api's rule as its own documents write it, in ours.
fn of_sub2api(theirs: &Value) -> Value {
    let status = match theirs["passthrough_code"].as_bool() {
        Some(true) => json!("pass"),
        _ => theirs["response_code"].clone(),
    };
    let message = match theirs["passthrough_body"].as_bool() {
        Some(true) => json!("pass"),
        _ => theirs["custom_message"].clone(),
    };
    json!({
        "id": theirs["name"],
        "enabled": theirs["enabled"].as_bool().unwrap_or(true),
        "priority": theirs["priority"].as_i64().unwrap_or(0),
        "match": {
            "statuses": theirs["error_codes"].as_array().cloned().unwrap_or_default(),
            "keywords": theirs["keywords"].as_array().cloned().unwrap_or_default(),
            "keywords_in": "body",
            "mode": theirs["match_mode"].as_str().unwrap_or("any"),
            "providers": theirs["platforms"].as_array().cloned().unwrap_or_default(),
        },
        "answer": {"status": status, "type": "upstream_error", "message": message},
        "skip_monitoring": theirs["skip_monitoring"].as_bool().unwrap_or(false),
    })
}

#[test]
fn sub2api_any_and_all_join_codes_with_keywords() {
    /// Mode, codes, keywords, status, text, whether it fits.
    type Row<'a> = (&'a str, &'a [u16], &'a [&'a str], u16, &'a str, bool);
    let rows: &[Row<'_>] = &[
        ("any", &[422], &[], 422, "x", true),
        ("any", &[422], &[], 400, "x", false),
        (
            "any",
            &[],
            &["context limit"],
            500,
            "Context LIMIT reached",
            true,
        ),
        ("any", &[], &["context limit"], 500, "other", false),
        ("any", &[422], &["context limit"], 422, "other", true),
        (
            "any",
            &[422],
            &["context limit"],
            400,
            "the context limit",
            true,
        ),
        ("any", &[422], &["context limit"], 400, "other", false),
        (
            "all",
            &[422],
            &["context limit"],
            422,
            "the context limit",
            true,
        ),
        ("all", &[422], &["context limit"], 422, "other", false),
        (
            "all",
            &[422],
            &["context limit"],
            400,
            "the context limit",
            false,
        ),
        (
            "all",
            &[422, 400],
            &["no", "context"],
            400,
            "the context",
            true,
        ),
        ("all", &[422], &[], 422, "x", true),
        ("all", &[], &["a b", "xyz"], 400, "XYZ", true),
    ];
    for (mode, codes, keywords, status, text, fits) in rows {
        let rule = of_sub2api(&json!({
            "name": "r", "match_mode": mode, "error_codes": codes, "keywords": keywords,
            "passthrough_code": true, "passthrough_body": true,
        }));
        let rules = rules(json!([rule])).unwrap();
        let body = json!({"error": {"message": text}}).to_string();
        let seen = Seen {
            status: Some(*status),
            body: &body,
            ..Seen::default()
        };
        assert_eq!(
            id(&rules, seen).is_some(),
            *fits,
            "{mode} {codes:?} {keywords:?} {status} {text}"
        );
    }
}

#[test]
fn the_smallest_priority_first_then_the_order_and_never_a_disabled_rule() {
    let rule = |name: &str, priority: i64, enabled: bool, platforms: Value| {
        of_sub2api(&json!({
            "name": name, "priority": priority, "enabled": enabled, "platforms": platforms,
            "error_codes": [400], "passthrough_code": true, "passthrough_body": true,
        }))
    };
    let rules = rules(json!([
        rule("late", 20, true, json!([])),
        rule("first", 10, true, json!(["OpenAI"])),
        rule("second", 10, true, json!([])),
        rule("off", 1, false, json!([])),
    ]))
    .unwrap();
    let order: Vec<&str> = rules.iter().map(|rule| rule.id.as_str()).collect();
    assert_eq!(order, ["off", "first", "second", "late"]);
    let seen = Seen {
        provider: Some("openai"),
        status: Some(400),
        body: "{}",
        ..Seen::default()
    };
    assert_eq!(id(&rules, seen).as_deref(), Some("first"));
    let other = Seen {
        provider: Some("anthropic"),
        ..seen
    };
    assert_eq!(id(&rules, other).as_deref(), Some("second"));
    let traces = with(other, |failed| rules.explain(failed));
    let told: Vec<_> = traces
        .iter()
        .map(|trace| {
            (
                trace.id.as_str(),
                trace.matched,
                trace.decides,
                trace.why.as_str(),
            )
        })
        .collect();
    assert_eq!(
        told,
        [
            ("off", false, false, "it is switched off"),
            ("first", false, false, "the provider is not `OpenAI`"),
            ("second", true, true, "status 400 fits"),
            ("late", true, false, "status 400 fits"),
        ]
    );
}

#[test]
fn codes_and_messages_are_passed_or_replaced() {
    let rule = |code: Value, message: Value| {
        let mut theirs = json!({"name": "r", "error_codes": [400], "skip_monitoring": true});
        theirs["passthrough_code"] = json!(code.is_null());
        theirs["response_code"] = code;
        theirs["passthrough_body"] = json!(message.is_null());
        theirs["custom_message"] = message;
        rules(json!([of_sub2api(&theirs)])).unwrap()
    };
    let seen = Seen {
        status: Some(400),
        body: CREDIT,
        ..Seen::default()
    };
    let theirs = "Your credit balance is too low to access the API. Key [redacted].";
    for (code, message, status, text) in [
        (Value::Null, Value::Null, 400, theirs),
        (json!(503), Value::Null, 503, theirs),
        (Value::Null, json!("No credit."), 400, "No credit."),
        (json!(529), json!("No credit."), 529, "No credit."),
    ] {
        let rules = rule(code, message);
        let outcome = outcome(&rules, seen);
        assert!(!outcome.monitored);
        for protocol in Protocol::ALL {
            let (sent, json) = body(&outcome.error, *protocol);
            assert_eq!(sent, status, "{protocol}");
            let told = json.pointer("/error/message").or(json.get("detail"));
            assert_eq!(told.and_then(Value::as_str), Some(text), "{protocol}");
            assert!(!json.to_string().contains("sk-ant"), "{protocol}");
        }
        let (_, chat) = body(&outcome.error, Protocol::OpenAiChat);
        assert_eq!(chat["error"]["type"], "upstream_error");
    }
    let none = Rules::default();
    let unruled = outcome(&none, seen);
    assert!(unruled.monitored && unruled.rule.is_none());
    assert_eq!(unruled.error.key(), "upstream_balance_exhausted");
}

#[test]
fn an_answer_sets_everything_that_the_wire_has() {
    let rules = rules(json!([{
        "id": "credits",
        "match": {"keywords": ["credit", "balance"], "keywords_mode": "all"},
        "answer": {
            "key": "insufficient_balance", "status": 429, "code": "pool_empty", "type": "pool_error",
            "message": ["{provider}: {message}", "Pool {status}: {message}"],
            "retry": "after", "retry_after": "30s",
        },
    }]))
    .unwrap();
    let seen = Seen {
        status: Some(400),
        body: CREDIT,
        ..Seen::default()
    };
    let error = outcome(&rules, seen).error;
    let response: http::Response<Vec<u8>> = error.to_response(Protocol::OpenAiChat);
    assert_eq!(response.status(), 429);
    assert_eq!(response.headers()["x-should-retry"], "true");
    assert_eq!(response.headers()["retry-after"], "30");
    let chat: Value = serde_json::from_slice(response.body()).unwrap();
    assert_eq!(chat["error"]["code"], "pool_empty");
    assert_eq!(chat["error"]["type"], "pool_error");
    let text = "Pool 400: Your credit balance is too low to access the API. Key [redacted].";
    assert_eq!(chat["error"]["message"], text);
    // Closed vocabularies stay closed, and agree with the status.
    let (status, anthropic) = body(&error, Protocol::AnthropicMessages);
    assert_eq!(
        (status, &anthropic["error"]["type"]),
        (429, &json!("billing_error"))
    );
    assert_eq!(anthropic["error"]["details"]["error_code"], "pool_empty");
    let (_, gemini) = body(&error, Protocol::Gemini);
    assert_eq!(gemini["error"]["code"], 429);
    assert_eq!(gemini["error"]["status"], "RESOURCE_EXHAUSTED");
    assert_eq!(gemini["error"]["details"][0]["reason"], "POOL_EMPTY");
}

#[test]
fn the_providers_own_code_and_type_are_passed_where_they_are_words() {
    let rules = rules(json!([{
        "id": "pass", "match": {"statuses": ["400-499"]},
        "answer": {"status": "pass", "code": "pass", "type": "pass", "message": "pass"},
    }]))
    .unwrap();
    let told = |text: &str| {
        let seen = Seen {
            status: Some(400),
            body: text,
            ..Seen::default()
        };
        let (_, chat) = body(&outcome(&rules, seen).error, Protocol::OpenAiChat);
        (chat["error"]["code"].clone(), chat["error"]["type"].clone())
    };
    let plain = r#"{"error":{"message":"Bad value","type":"invalid_request_error","code":"invalid_value"}}"#;
    assert_eq!(
        told(plain),
        (json!("invalid_value"), json!("invalid_request_error"))
    );
    let secret = r#"{"error":{"message":"Bad value","type":"at https://10.0.0.7/v1","code":"sk-proj-Ab3dEf6hIj9kLm2nOp5q"}}"#;
    assert_eq!(
        told(secret),
        (
            json!("upstream_bad_request"),
            json!("invalid_request_error")
        )
    );
}

#[test]
fn scopes_and_signs() {
    let base = Seen {
        provider: Some("anthropic"),
        status: Some(529),
        body: r#"{"error":{"type":"overloaded_error","code":"E7","message":"Overloaded"}}"#,
        channel: Some("pool-a"),
        model: Some("Claude-Opus-4"),
        protocol: Some(Protocol::AnthropicMessages),
        ..Seen::default()
    };
    let rows = [
        (json!({"statuses": ["500-599"]}), true),
        (json!({"statuses": [500, 503]}), false),
        (json!({"codes": ["e7"]}), true),
        (json!({"codes": ["e8"]}), false),
        (json!({"types": ["OVERLOADED_ERROR"]}), true),
        (json!({"types": ["api_error"]}), false),
        (json!({"conditions": ["upstream_overloaded"]}), true),
        (json!({"conditions": ["timeout", "rate_limited"]}), false),
        (json!({"keywords": ["OVERLOADED"]}), true),
        (json!({"keywords": ["overloaded_error"]}), false),
        (
            json!({"keywords": ["overloaded_error"], "keywords_in": "body"}),
            true,
        ),
        (json!({"keywords": ["overloaded", "now"]}), true),
        (
            json!({"keywords": ["overloaded", "now"], "keywords_mode": "all"}),
            false,
        ),
        (json!({"statuses": [400], "codes": ["E7"]}), false),
        (
            json!({"statuses": [400], "codes": ["E7"], "mode": "any"}),
            true,
        ),
        (
            json!({"statuses": [529], "codes": ["E7"], "types": ["x"]}),
            false,
        ),
        (json!({"providers": ["Anthropic"]}), true),
        (json!({"providers": ["openai"]}), false),
        (
            json!({"providers": ["openai"], "statuses": [529], "mode": "any"}),
            false,
        ),
        (json!({"channels": ["pool-a"]}), true),
        (json!({"channels": ["pool-b"]}), false),
        (json!({"protocols": ["anthropic-messages"]}), true),
        (json!({"protocols": ["gemini", "openai-chat"]}), false),
        (json!({"models": ["claude-opus-4"]}), true),
        (json!({"models": ["claude-*"]}), true),
        (json!({"models": ["claude"]}), false),
        (json!({"credential": "gateway"}), true),
        (json!({"credential": "client"}), false),
    ];
    for (wanted, fits) in rows {
        let rules = rules(json!([{"id": "r", "match": wanted, "skip_monitoring": true}])).unwrap();
        assert_eq!(id(&rules, base).is_some(), fits, "{wanted}");
    }
}

#[test]
fn keywords_are_found_behind_escapes() {
    let rules = rules(json!([{
        "id": "r", "match": {"keywords": ["余额不足"], "keywords_in": "body"},
        "answer": {"status": 503},
    }]))
    .unwrap();
    let seen = Seen {
        status: Some(400),
        body: r#"{"error":{"message":"\u4f59\u989d\u4e0d\u8db3"}}"#,
        ..Seen::default()
    };
    assert!(id(&rules, seen).is_some());
}

#[test]
fn every_mistake_at_once_and_what_was_meant() {
    let layer = Layer::from_toml(
        "acme.toml",
        r#"
[[rule]]
id = "a"
priorty = 3
[rule.match]
statuses = ["599-500", 700, 429]
conditions = ["rate_limitted"]
keyword = ["x"]
keywords = ["", "y"]
mode = "some"
protocols = ["anthropic"]
[rule.answer]
key = "rate_limit_exeeded"
status = 421
code = "not a code"
message = "Ask {modell} at {@nowhere}"
retry = "later"
retry_after = "soon"

[[rule]]
id = "a"
[rule.answer]
status = "pas"
retry = "never"
retry_after = 30

[[rule]]
match = {statuses = [400]}
"#,
    )
    .unwrap();
    let catalog = Catalog::builder().layer(layer).build().unwrap();
    let problems = Rules::from_catalog(&catalog).unwrap_err();
    let told: Vec<String> = problems
        .iter()
        .map(|one| {
            format!(
                "{} {} {}",
                one.field.as_deref().unwrap_or(""),
                one.rule,
                one.fix
            )
        })
        .collect();
    let wanted = [
        "rule[0].match.keyword unknown-field did you mean `keywords`?",
        "rule[0].priorty unknown-field did you mean `priority`?",
        "rule[0].match.keywords empty-word remove it, or write the word",
        "rule[0].match.statuses impossible-range write a status",
        "rule[0].match.conditions unknown-word did you mean `rate_limited`?",
        "rule[0].match.mode unknown-word use one of any, all",
        "rule[0].match.protocols unknown-word did you mean `anthropic-messages`?",
        "rule[0].answer.key dangling-reference did you mean `rate_limit_exceeded`?",
        "rule[0].answer.status status use a status from 400 to 599",
        "rule[0].answer.code not-a-code use up to 64",
        "rule[0].answer.message unknown-word did you mean `model`?",
        "rule[0].answer.message unset-variable set it under `[variables]`",
        "rule[0].answer.retry unknown-word did you mean `after`?",
        "rule[0].answer.retry_after impossible-range write seconds",
        "rule[1].id duplicate-id rename or remove one rule",
        "rule[1].match empty-match say which failures",
        "rule[1].answer.status unknown-word did you mean `pass`?",
        "rule[1].answer.retry_after contradiction write `retry",
        "rule[2].id missing-field give it an `id`",
        "rule[2].answer empty-answer give an `answer`",
    ];
    for wanted in wanted {
        assert!(
            told.iter().any(|told| told.starts_with(wanted)),
            "{wanted} in {told:#?}"
        );
    }
    // One more: both impossible statuses of the first rule.
    assert_eq!(told.len(), wanted.len() + 1, "{told:#?}");
    let key = problems
        .iter()
        .find(|one| one.rule == "dangling-reference")
        .unwrap();
    assert_eq!(
        (key.file.as_deref(), key.line),
        (Some("acme.toml"), Some(13))
    );
}

#[test]
fn rules_are_written_as_they_were_read() {
    let written = json!([{
        "id": "r", "name": "n", "description": "d", "enabled": false, "priority": 7,
        "match": {"statuses": [400, "500-599"], "keywords": ["x"], "mode": "any", "models": ["m*"]},
        "answer": {"status": "pass", "type": "t", "message": ["a", "b"], "retry_after": 5},
        "skip_monitoring": true,
    }]);
    let rules = rules(written.clone()).unwrap();
    let read: Vec<_> = rules.iter().collect();
    assert_eq!(serde_json::to_value(read).unwrap(), written);
}

#[test]
fn an_error_in_a_stream_has_the_usual_statuses_of_its_condition() {
    let rules = rules(json!([{
        "id": "busy", "match": {"statuses": [529]}, "answer": {"status": "pass", "message": "pass"},
    }]))
    .unwrap();
    let event = Seen {
        status: Some(200),
        body: "event: error\ndata: {\"type\":\"error\",\"error\":{\"type\":\"overloaded_error\",\"message\":\"Overloaded\"}}\n\n",
        stream: true,
        ..Seen::default()
    };
    assert_eq!(id(&rules, event).as_deref(), Some("busy"));
    let gone = upstream::transport(wirefault::upstream::Transport::Reset);
    assert!(rules.find(&Failed::new(&gone)).is_none());
}

/// Bodies of the corpus, with their secrets.
fn corpus() -> Vec<(Value, String)> {
    include_str!("../fixtures/upstream-errors.jsonl")
        .lines()
        .map(|line| {
            let row: Value = serde_json::from_str(line).unwrap();
            let body = row["body"].as_str().map(str::to_owned);
            let body = body.unwrap_or_else(|| row["body"].to_string());
            (row, body)
        })
        .collect()
}

#[test]
fn no_rule_lets_a_secret_of_the_corpus_through() {
    let rules = rules(json!([
        {"id": "pass", "match": {"statuses": ["100-599"]}, "answer": {
            "status": "pass", "code": "pass", "type": "pass", "message": "pass"}},
        {"id": "text", "priority": -1, "match": {"statuses": ["500-599"]}, "answer": {
            "code": "pass", "type": "pass", "message": ["{code} {type} {message}", "{message}"]}},
    ]))
    .unwrap();
    let (mut looked, mut ruled) = (0, 0);
    for (row, text) in corpus() {
        let Some(secrets) = row["labels"]["contains_secret"]
            .as_array()
            .filter(|list| !list.is_empty())
        else {
            continue;
        };
        let seen = Seen {
            provider: row["provider"].as_str(),
            status: row["status"]
                .as_u64()
                .and_then(|status| status.try_into().ok()),
            body: &text,
            ..Seen::default()
        };
        let outcome = outcome(&rules, seen);
        let why = with(seen, |failed| format!("{:?}", rules.explain(failed)));
        ruled += usize::from(outcome.rule.is_some());
        for protocol in Protocol::ALL {
            let response: http::Response<Vec<u8>> = outcome.error.to_response(*protocol);
            let told = String::from_utf8_lossy(response.body());
            let all = format!(
                "{told} {:?} {} {:?} {why}",
                response.headers(),
                outcome.error,
                outcome.error
            );
            for secret in secrets.iter().filter_map(Value::as_str) {
                looked += 1;
                assert!(!all.contains(secret), "{secret} in {all}");
            }
        }
    }
    assert!(
        looked > 300 && ruled > 40,
        "{looked} secrets looked for, {ruled} rules used"
    );
}

fn any_rule() -> impl Strategy<Value = Value> {
    let words = prop::sample::subsequence(
        vec![
            "rate", "limit", "key", "model", "invalid", "error", "not", "余额",
        ],
        0..3,
    );
    let statuses = prop::sample::subsequence(vec!["400-403", "404-499", "500-599", "429"], 0..3);
    let conditions = prop::sample::subsequence(
        vec![
            "rate_limited",
            "invalid_request",
            "upstream_internal",
            "model_not_found",
        ],
        0..3,
    );
    let types = prop::sample::subsequence(vec!["invalid_request_error", "server_error"], 0..2);
    let mode = prop::sample::select(vec!["any", "all"]);
    (words, statuses, conditions, types, mode.clone(), mode).prop_map(
        |(keywords, statuses, conditions, types, mode, keywords_mode)| {
            json!({
                "id": "r",
                "match": {
                    "keywords": keywords, "statuses": statuses, "conditions": conditions,
                    "types": types, "mode": mode, "keywords_mode": keywords_mode,
                    "credential": "gateway",
                },
                "answer": {"status": "pass", "message": "pass", "retry": "never"},
            })
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(64) })]

    /// The same error as a body and as an event of a stream, under the same status.
    #[test]
    fn a_body_and_an_event_get_the_same_verdict(rule in any_rule(), from in 0usize..8) {
        let rules = rules(json!([rule])).unwrap();
        let mut compared = 0;
        for (row, text) in corpus().into_iter().skip(from).step_by(8) {
            let object = serde_json::from_str::<Value>(&text).is_ok_and(|value| {
                value.get("error").is_some_and(Value::is_object)
            });
            if !object || text.contains('\n') {
                continue;
            }
            let status = row["status"].as_u64().and_then(|status| status.try_into().ok());
            let plain = Seen { provider: row["provider"].as_str(), status, body: &text, ..Seen::default() };
            let event = format!("event: error\ndata: {text}\n\n");
            let streamed = Seen { body: &event, stream: true, ..plain };
            let (one, other) = (outcome(&rules, plain), outcome(&rules, streamed));
            prop_assert_eq!(one.rule.is_some(), other.rule.is_some(), "{}", text);
            let bytes = |outcome: &Outcome<'_>| body(&outcome.error, Protocol::OpenAiChat);
            prop_assert_eq!(bytes(&one), bytes(&other), "{}", text);
            compared += 1;
        }
        prop_assert!(compared > 0);
    }
}

#[test]
fn a_mistake_is_told_once_and_says_what_is_expected() {
    let refused = |rule: Value| {
        let problems = Rules::from_values(&[rule], Catalog::standard()).unwrap_err();
        let text = problems.to_string();
        assert!(
            !text.contains("catalog") && !text.contains("untagged"),
            "{text}"
        );
        let all = problems.iter().map(|one| (one.rule, one.message.clone()));
        all.collect::<Vec<_>>()
    };
    let answer = json!({"status": 503});
    let rows = [
        (
            json!({"id": "a", "match": {"statuses": [-1]}, "answer": answer}),
            (
                "wrong-type",
                "a whole number that is not negative is expected here, or a text",
            ),
        ),
        (
            json!({"id": "a", "match": {"status": [400]}, "answer": answer}),
            ("unknown-field", "there is no field `status`"),
        ),
        (
            json!({"id": "a", "mtach": {"statuses": [400]}, "answer": answer}),
            ("unknown-field", "there is no field `mtach`"),
        ),
        (
            json!({"id": "a", "match": {"statuses": [400]}, "answer": {"staus": 503}}),
            ("unknown-field", "there is no field `staus`"),
        ),
        (
            json!({"id": "a", "match": {"models": ["*-mini"]}, "answer": answer}),
            (
                "misplaced-star",
                "rule `a`: `*-mini` fits no model: a star counts at the end alone",
            ),
        ),
    ];
    for (rule, (name, message)) in rows {
        assert_eq!(refused(rule), [(name, message.to_owned())]);
    }
}
