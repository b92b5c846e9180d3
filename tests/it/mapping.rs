//! From a condition to the client's error: the standard table, the rows of layers, the texts.

use serde_json::Value;
use strum::VariantArray as _;
use wirefault::catalog::{Fault, Layer, Retry};
use wirefault::export::{self, Audience};
use wirefault::sanitise::Sanitiser;
use wirefault::upstream::{self, Answer, Condition, Credential, Failed, HeadersView, Transport};
use wirefault::{Catalog, Context, GatewayError, Renderer};

/// How the public text is made.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Text {
    Replaced,
    Sanitised,
}
use Credential::{Client, Gateway};
use Text::{Replaced, Sanitised};

/// Condition, whose key, an answer that has the condition, then what the client gets: entry,
/// status, fault, whether to retry, text.
type Row = (
    &'static str,
    Credential,
    u16,
    &'static str,
    &'static str,
    u16,
    Fault,
    bool,
    Text,
);

const KEY: &str = r#"{"error":{"message":"Incorrect API key provided","code":"invalid_api_key"}}"#;
const CREDIT: &str = r#"{"error":{"message":"Insufficient Balance"}}"#;
const LIMIT: &str = r#"{"error":{"message":"Rate limit reached for requests per minute"}}"#;
const QUOTA: &str = r#"{"error":{"message":"You have exceeded your weekly usage limit"}}"#;

#[rustfmt::skip]
const TABLE: &[Row] = &[
    ("invalid_api_key", Gateway, 401, KEY, "upstream_auth_failed", 502, Fault::Operator, false, Replaced),
    ("missing_api_key", Gateway, 0, "", "upstream_auth_failed", 502, Fault::Operator, false, Replaced),
    ("permission_denied", Gateway, 403, "{}", "upstream_permission_denied", 502, Fault::Operator, false, Replaced),
    ("ip_or_region_blocked", Gateway, 451, "{}", "upstream_blocked", 502, Fault::Operator, false, Replaced),
    ("account_disabled", Gateway, 0, "", "upstream_account_disabled", 502, Fault::Operator, false, Replaced),
    ("insufficient_balance", Gateway, 402, CREDIT, "upstream_balance_exhausted", 503, Fault::Operator, false, Replaced),
    ("quota_exhausted_window", Gateway, 429, QUOTA, "upstream_quota_exhausted", 429, Fault::Upstream, true, Replaced),
    ("rate_limited", Gateway, 429, LIMIT, "upstream_rate_limited", 429, Fault::Upstream, true, Replaced),
    ("model_not_found", Gateway, 410, "{}", "model_not_found", 404, Fault::Client, false, Sanitised),
    ("model_not_allowed", Gateway, 0, "", "model_not_available", 404, Fault::Operator, false, Sanitised),
    ("endpoint_not_found", Gateway, 404, "{}", "upstream_endpoint_not_found", 502, Fault::Operator, false, Replaced),
    ("invalid_request", Gateway, 400, "{}", "upstream_bad_request", 400, Fault::Client, false, Sanitised),
    ("context_length_exceeded", Gateway, 0, "", "context_length_exceeded", 400, Fault::Client, false, Sanitised),
    ("request_too_large", Gateway, 413, "{}", "request_too_large", 413, Fault::Client, false, Sanitised),
    ("content_filtered", Gateway, 0, "", "content_filtered", 400, Fault::Client, false, Sanitised),
    ("unsupported_media", Gateway, 0, "", "unsupported_media", 400, Fault::Client, false, Sanitised),
    ("invalid_tool_call", Gateway, 0, "", "invalid_tool_call", 400, Fault::Client, false, Sanitised),
    ("conflict", Gateway, 409, "{}", "upstream_conflict", 409, Fault::Upstream, true, Sanitised),
    ("upstream_overloaded", Gateway, 529, "{}", "upstream_overloaded", 503, Fault::Upstream, true, Replaced),
    ("upstream_unavailable", Gateway, 503, "{}", "upstream_unavailable", 503, Fault::Upstream, true, Replaced),
    ("upstream_internal", Gateway, 500, "{}", "upstream_error", 502, Fault::Upstream, true, Replaced),
    ("timeout", Gateway, 504, "{}", "upstream_timeout", 504, Fault::Upstream, true, Replaced),
    ("cancelled", Gateway, 499, "{}", "upstream_cancelled", 502, Fault::Upstream, true, Replaced),
    ("invalid_api_key", Client, 401, KEY, "invalid_api_key", 401, Fault::Client, false, Replaced),
    ("missing_api_key", Client, 0, "", "missing_api_key", 401, Fault::Client, false, Replaced),
    ("permission_denied", Client, 403, "{}", "forbidden", 403, Fault::Client, false, Replaced),
    ("ip_or_region_blocked", Client, 451, "{}", "forbidden", 403, Fault::Client, false, Replaced),
    ("account_disabled", Client, 0, "", "user_inactive", 401, Fault::Client, false, Replaced),
    ("insufficient_balance", Client, 402, CREDIT, "insufficient_balance", 402, Fault::Client, false, Replaced),
    ("quota_exhausted_window", Client, 429, QUOTA, "quota_exhausted", 429, Fault::Client, false, Replaced),
    ("rate_limited", Client, 429, LIMIT, "rate_limit_exceeded", 429, Fault::Client, true, Replaced),
    ("model_not_allowed", Client, 0, "", "model_not_allowed", 403, Fault::Client, false, Replaced),
];

fn map(
    status: Option<u16>,
    body: &str,
    catalog: &Catalog,
    edit: impl FnOnce(&mut Failed<'_>),
) -> GatewayError {
    let answer = Answer {
        provider: Some("openai"),
        status,
        ..Answer::new(body.as_bytes())
    };
    let facts = upstream::read(&answer);
    let mut found = upstream::classify(&answer, &facts);
    let wanted = serde_json::from_str::<Value>(body).ok();
    let named = wanted.as_ref().and_then(|body| body["condition"].as_str());
    if let Some(named) = named {
        found.condition = Some(named.parse().unwrap());
        found.retryable = !matches!(named, "invalid_request");
    }
    let mut failed = Failed {
        answer: Some(&answer),
        facts: Some(&facts),
        ..Failed::new(&found)
    };
    edit(&mut failed);
    upstream::to_error(&failed, catalog, Sanitiser::standard())
}

#[test]
fn every_row_of_the_standard_table() {
    let renderer = Renderer::standard();
    let mut seen = Vec::new();
    for (condition, credential, status, body, key, sent, fault, retry, text) in TABLE {
        // Where an answer is given, it has the condition; else the condition is set.
        let said =
            format!(r#"{{"error":{{"message":"their own words"}},"condition":"{condition}"}}"#);
        let (status, body) = match *status {
            0 => (Some(400), said.as_str()),
            status => (Some(status), *body),
        };
        if body != said {
            let answer = Answer {
                status,
                ..Answer::new(body.as_bytes())
            };
            let found = upstream::classify(&answer, &upstream::read(&answer));
            assert_eq!(found.condition.map(Into::into), Some(*condition), "{body}");
        }
        let error = map(status, body, Catalog::standard(), |failed| {
            failed.credential = *credential;
        });
        let entry = error.entry();
        assert_eq!(error.key(), *key, "{condition}");
        assert_eq!(
            (renderer.status(&error), entry.fault),
            (*sent, *fault),
            "{condition}"
        );
        assert_eq!(error.retry() != Retry::Never, *retry, "{condition}");
        // A wait of unknown or great length is told, and not sat out by SDKs.
        let long = *condition == "quota_exhausted_window";
        let advice = renderer.advice(&error, &Context::new());
        assert_eq!(advice.should_retry, *retry && !long, "{condition}");
        let error = map(status, &said, Catalog::standard(), |failed| {
            failed.credential = *credential;
        });
        let message = renderer.message(&error, &Context::new());
        assert_eq!(
            message.contains("their own words"),
            *text == Sanitised,
            "{condition}: {message}"
        );
        let operator = error.operator_text().unwrap().as_str();
        assert_eq!(operator, "their own words", "{condition}");
        seen.push((*condition, *credential));
    }
    for condition in Condition::VARIANTS {
        assert!(seen.contains(&(condition.as_ref(), Gateway)), "{condition}");
    }
}

#[test]
fn no_refusal_of_the_gateways_key_reaches_the_client_as_its_own() {
    for status in [401, 402, 403] {
        let error = map(Some(status), "{}", Catalog::standard(), |_| ());
        assert!(Renderer::standard().status(&error) >= 500, "{status}");
    }
}

#[test]
fn the_table_is_in_the_export() {
    let text = export::json(Renderer::standard(), Audience::Internal, "en");
    let export: Value = serde_json::from_str(&text).unwrap();
    let rows = export["mapping"].as_array().unwrap();
    for (condition, credential, _, _, key, ..) in TABLE {
        let names: &'static str = (*credential).into();
        let fits = |row: &&Value| {
            row["condition"]
                .as_array()
                .unwrap()
                .iter()
                .any(|one| one == condition)
                && row["credential"].as_str().is_none_or(|one| one == names)
                && row["transport"] == serde_json::json!([])
        };
        let row = rows.iter().find(fits).unwrap();
        assert_eq!(row["entry"], *key, "{condition}");
    }
}

/// A call that brought no connection executed nothing; one that was reset may have.
#[test]
fn a_call_without_a_connection_is_told_apart() {
    let key = |kind: Transport, catalog: &Catalog| {
        let found = upstream::transport(kind);
        let error = upstream::to_error(&Failed::new(&found), catalog, Sanitiser::standard());
        error.key().to_owned()
    };
    let rows = [
        (Transport::Dns, "upstream_unreachable"),
        (Transport::Connect, "upstream_unreachable"),
        (Transport::Tls, "upstream_unreachable"),
        (Transport::Reset, "upstream_unavailable"),
        (Transport::Timeout, "upstream_timeout"),
    ];
    for (kind, wanted) in rows {
        assert_eq!(key(kind, Catalog::standard()), wanted, "{kind:?}");
    }
    let catalog = layered(r#"{"transport": ["dns"], "entry": "internal_error"}"#);
    assert_eq!(key(Transport::Dns, &catalog), "internal_error");
    assert_eq!(key(Transport::Tls, &catalog), "upstream_unreachable");
    for kind in Transport::VARIANTS {
        layered(&format!(
            r#"{{"transport": ["{}"], "entry": "internal_error"}}"#,
            kind.as_ref()
        ));
    }
}

fn layered(rows: &str) -> Catalog {
    let layer = Layer::from_json("acme.json", &format!(r#"{{"mapping": [{rows}]}}"#)).unwrap();
    Catalog::builder().layer(layer).build().unwrap()
}

#[test]
fn a_layers_rows_come_first_and_in_order() {
    let catalog = layered(
        r#"{"status": [418], "entry": "internal_error"},
           {"provider": ["openai"], "channel": ["pool-b"], "entry": "upstream_timeout"},
           {"condition": "invalid_request", "credential": "client", "entry": "invalid_field"},
           {"condition": ["invalid_request", "conflict"], "provider": ["mistral"], "entry": "internal_error"},
           {"condition": "rate_limited", "entry": "upstream_overloaded", "retry": "never"},
           {"condition": "rate_limited", "entry": "upstream_timeout"}"#,
    );
    let key = |status: u16, body: &str, edit: fn(&mut Failed<'_>)| {
        map(Some(status), body, &catalog, edit).key().to_owned()
    };
    assert_eq!(key(418, "{}", |_| ()), "internal_error");
    assert_eq!(
        key(418, "{}", |failed| failed.channel = Some("pool-b")),
        "internal_error"
    );
    assert_eq!(
        key(400, "{}", |failed| failed.channel = Some("pool-b")),
        "upstream_timeout"
    );
    assert_eq!(
        key(400, "{}", |failed| failed.channel = Some("pool-a")),
        "upstream_bad_request"
    );
    assert_eq!(
        key(400, "{}", |failed| failed.credential = Client),
        "invalid_field"
    );
    assert_eq!(key(409, "{}", |_| ()), "upstream_conflict");
    let limited = map(Some(429), LIMIT, &catalog, |_| ());
    assert_eq!(limited.key(), "upstream_overloaded");
    let renderer = Renderer::new(catalog.clone()).unwrap();
    assert!(!renderer.advice(&limited, &Context::new()).should_retry);
}

/// The mapping's rows, pass-through rules and the rules of classification read a provider's name
/// alike.
#[test]
fn a_providers_name_is_read_alike_everywhere() {
    let layer = r#"{
        "mapping": [{"provider": ["azure_openai"], "channel": ["Pool-A"], "entry": "upstream_timeout"}],
        "rule": [{"id": "azure", "match": {"providers": ["Azure.OpenAI"]}, "answer": {"status": 503}}]
    }"#;
    let catalog = Catalog::builder().layer(Layer::from_json("acme.json", layer).unwrap());
    let catalog = catalog.build().unwrap();
    let rules = upstream::Rules::from_catalog(&catalog).unwrap();
    for (name, fits) in [
        ("azure_openai", true),
        ("Azure OpenAI", true),
        ("AZURE-OPENAI", true),
        ("openai", false),
        ("azure-openai-eu", false),
    ] {
        let answer = Answer {
            provider: Some(name),
            status: Some(400),
            ..Answer::new(b"{}")
        };
        let found = upstream::classify(&answer, &upstream::read(&answer));
        let failed = Failed {
            answer: Some(&answer),
            channel: Some("pool-a"),
            ..Failed::new(&found)
        };
        let error = upstream::to_error(&failed, &catalog, Sanitiser::standard());
        assert_eq!(error.key() == "upstream_timeout", fits, "{name}");
        assert_eq!(rules.find(&failed).is_some(), fits, "{name}");
    }
    // A rule of classification names a family.
    for (name, is_zhipu) in [
        ("zhipu", true),
        ("ZhipuAI", true),
        ("prod_Z.AI-coding", true),
        ("azhipu", false),
    ] {
        let answer = Answer {
            provider: Some(name),
            status: Some(400),
            ..Answer::new(br#"{"error":{"code":"1220","message":"x"}}"#)
        };
        let found = upstream::classify(&answer, &upstream::read(&answer));
        let named = found.condition == Some(Condition::PermissionDenied);
        assert_eq!(named, is_zhipu, "{name} {found:?}");
    }
}

#[test]
fn message_policies() {
    let said = r#"{"error":{"message":"Value 7 is bad, key sk-proj-q7Zk2LwXr9TnB4vMhS8dQe"}}"#;
    let message = |policy: &str| {
        let row = format!(
            r#"{{"condition": "invalid_request", "entry": "upstream_bad_request", "message": "{policy}"}}"#
        );
        let catalog = layered(&row);
        let error = map(Some(400), said, &catalog, |_| ());
        Renderer::new(catalog)
            .unwrap()
            .message(&error, &Context::new())
    };
    assert!(!message("replaced").contains("Value 7"));
    let sanitised = message("sanitised");
    assert!(
        sanitised.contains("Value 7 is bad, key [redacted]"),
        "{sanitised}"
    );
    assert_eq!(message("verbatim"), "Value 7 is bad, key [redacted]");
    assert_eq!(
        message("verbatim_unsafe"),
        "Value 7 is bad, key sk-proj-q7Zk2LwXr9TnB4vMhS8dQe"
    );
}

#[test]
fn a_full_context_says_the_phrase_that_agents_look_for() {
    let rows = [
        r#"{"error":{"message":"This model's maximum context length is 8192 tokens. However, your messages resulted in 9001 tokens.","code":"context_length_exceeded"}}"#,
        r#"{"type":"error","error":{"type":"invalid_request_error","message":"prompt is too long: 9001 tokens > 8192 maximum"}}"#,
    ];
    for body in rows {
        let error = map(Some(400), body, Catalog::standard(), |_| ());
        assert_eq!(error.key(), "context_length_exceeded");
        let message = Renderer::standard().message(&error, &Context::new());
        assert!(
            message.starts_with("prompt is too long: 9001 tokens > 8192 maximum"),
            "{message}"
        );
        assert_eq!(
            message.matches("prompt is too long").count(),
            1,
            "{message}"
        );
    }
}

#[test]
fn one_request_over_the_whole_budget_can_never_pass() {
    let body = r#"{"error":{"message":"Request too large for gpt-4o on tokens per min (TPM): Limit 30000, Requested 41000.","type":"tokens","code":"rate_limit_exceeded"}}"#;
    let answer = Answer {
        status: Some(429),
        ..Answer::new(body.as_bytes())
    };
    let found = upstream::classify(&answer, &upstream::read(&answer));
    assert!(!found.retryable, "{found:?}");
    let error = map(Some(429), body, Catalog::standard(), |_| ());
    let advice = Renderer::standard().advice(&error, &Context::new());
    assert!(
        !advice.should_retry && advice.retry_after.is_none(),
        "{advice:?}"
    );
}

#[test]
fn words_of_a_layers_row_are_known_or_guessed() {
    let problems = |row: &str| {
        let text = format!(r#"{{"mapping": [{row}]}}"#);
        let layer = Layer::from_json("acme.json", &text).unwrap();
        match Catalog::builder().layer(layer).build() {
            Ok(_) => Vec::new(),
            Err(problems) => problems.0.iter().map(ToString::to_string).collect(),
        }
    };
    for condition in Condition::VARIANTS {
        let row = format!(r#"{{"condition": "{condition}", "entry": "upstream_error"}}"#);
        assert_eq!(problems(&row), [""; 0], "{row}");
    }
    for transport in <Transport as strum::VariantNames>::VARIANTS {
        let row = format!(r#"{{"transport": ["{transport}"], "entry": "upstream_error"}}"#);
        assert_eq!(problems(&row), [""; 0], "{row}");
    }
    for (row, fix) in [
        (
            r#"{"condition": ["timeout", "rate_limitd"], "entry": "upstream_error"}"#,
            "did you mean `rate_limited`?",
        ),
        (
            r#"{"condition": "sunny", "entry": "upstream_error"}"#,
            "use one of invalid_api_key, ",
        ),
        (
            r#"{"transport": ["timeuot"], "entry": "upstream_error"}"#,
            "did you mean `timeout`?",
        ),
        (
            r#"{"message": "sanitized", "entry": "upstream_error"}"#,
            "did you mean `sanitised`?",
        ),
        (
            r#"{"credential": "clients", "entry": "upstream_error"}"#,
            "did you mean `client`?",
        ),
        (
            r#"{"entry": "upstream_eror"}"#,
            "did you mean upstream_error",
        ),
    ] {
        let found = problems(row);
        assert_eq!(found.len(), 1, "{found:?}");
        assert!(found[0].contains(fix), "{found:?}");
    }
}

#[test]
fn debug_shows_no_body() {
    let body = br#"{"error":{"message":"no such key: sk-live-0123456789abcdef"}}"#;
    let headers = [("x-echo", "sk-live-0123456789abcdef")];
    let answer = Answer {
        status: Some(401),
        headers: HeadersView::Pairs(&headers),
        ..Answer::new(body)
    };
    let facts = upstream::read(&answer);
    let found = upstream::classify(&answer, &facts);
    let failed = Failed {
        answer: Some(&answer),
        facts: Some(&facts),
        ..Failed::new(&found)
    };
    for shown in [
        format!("{answer:?}"),
        format!("{failed:?}"),
        format!("{failed:#?}"),
    ] {
        assert!(shown.contains("body: 61 bytes"), "{shown}");
        // Neither as text nor as numbers.
        assert!(
            !shown.contains("sk-live") && !shown.contains("115, 107"),
            "{shown}"
        );
    }
}
