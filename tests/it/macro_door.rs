//! The macro door: own codes from declaration to the wire.

use std::time::Duration;

use serde_json::Value;
use wirefault::catalog::{Catalog, Exposure, Fault, Layer, ParamType, Retry, Status};
use wirefault::text::PublicText;
use wirefault::{
    Category, Code, Context, GatewayError, Money, Protocol, Renderer, StreamState, error_codes,
};

error_codes! {
    /// Every form that a field can take.
    pub enum Own {
        /// The tool loop ran into its limit.
        ToolLoopLimit {
            key: "tool_loop_limit", status: 422, category: InvalidRequest, retry: never, fault: client,
            title: "Too many tool calls",
            message: ["Stopped after {iterations} calls of {tools} ({{limit}}).", "Stopped."],
            params: { iterations: int = 25, tools: list = "search, read" },
            description: "The limit of the tool loop was reached.",
            causes: ["The task is large."],
            remediation: ["Split the task.", "Raise the limit."],
            typical_param: "max_iterations",
            headers: { "x-iterations": "{iterations}" },
            extensions: { "tools": "{tools}" },
        },
        BudgetLocked {
            key: "budget_locked", status: 402, category: Billing, retry: until_utc_midnight, fault: operator,
            title: "Budget locked",
            message: "The budget of {limit} is locked for {wait} s: {reason}, {mode}, {plan}.",
            params: {
                limit: money, wait: duration, reason: redacted string, mode: enum["soft", "hard"],
                plan: string = "free", account: secret string,
            },
            description: "The budget is locked.", remediation: ["Wait."],
            operator_action: ["Unlock it."], related: ["insufficient_balance"],
            anchor: "locked-budget", since: "2.1.0", gemini_quota_id: "SpendPerDay",
            responses_stop_code: "insufficient_quota", anthropic_error_code: "acme_budget_locked",
        },
        GpuQueueFull {
            key: "gpu_queue_full", status: upstream_4xx, category: Overloaded, retry: after(20), fault: upstream,
            title: "GPU queue full", message: "All GPUs are busy.", description: "The queue is full.",
            remediation: ["Send it again."], markers: ["busy"], message_contract: verbatim,
        },
    }
}

fn renderer() -> Renderer {
    let layer = Layer::from_entries("own", Own::ENTRIES);
    let catalog = Catalog::builder().layer(layer).build().unwrap();
    Renderer::new(catalog).unwrap()
}

#[test]
fn codes_are_parsed_listed_and_matched() {
    assert_eq!(Own::ALL.len(), Own::ENTRIES.len());
    for code in Own::ALL {
        assert_eq!(code.entry().key, code.as_str());
        assert_eq!(code.as_str().parse::<Own>().unwrap(), *code);
        assert_eq!(format!("{code}"), code.as_str());
    }
    let error = "tool_lop_limit".parse::<Own>().unwrap_err();
    assert!(error.to_string().contains("tool_loop_limit"), "{error}");
    let advice = |code: Own| match code {
        Own::ToolLoopLimit => 1,
        Own::BudgetLocked => 2,
        Own::GpuQueueFull => 3,
    };
    assert_eq!(Own::ALL.iter().map(|code| advice(*code)).sum::<u8>(), 6);
    assert_eq!(Code::from(Own::BudgetLocked), Code::own("budget_locked"));
}

#[test]
fn every_field_arrives_in_the_entry() {
    let entry = Own::BudgetLocked.entry();
    assert_eq!(entry.status, Status::Fixed(402));
    assert_eq!(entry.category, Category::Billing);
    assert_eq!(entry.retry, Retry::UntilUtcMidnight);
    assert_eq!(entry.fault, Fault::Operator);
    assert_eq!(
        (entry.anchor.as_ref(), entry.since.as_ref()),
        ("locked-budget", "2.1.0")
    );
    assert_eq!(entry.hints.gemini_quota_id.as_deref(), Some("SpendPerDay"));
    assert_eq!(
        entry.hints.anthropic_error_code.as_deref(),
        Some("acme_budget_locked")
    );
    let kinds: Vec<(&str, ParamType, Exposure, &str)> = entry
        .params
        .iter()
        .map(|param| {
            (
                param.name.as_ref(),
                param.kind,
                param.exposure,
                param.example.as_ref(),
            )
        })
        .collect();
    assert_eq!(
        kinds,
        [
            ("limit", ParamType::Money, Exposure::Public, "1.00 USD"),
            ("wait", ParamType::Duration, Exposure::Public, "1s"),
            ("reason", ParamType::String, Exposure::Redacted, "reason"),
            ("mode", ParamType::Enum, Exposure::Public, "soft"),
            ("plan", ParamType::String, Exposure::Public, "free"),
            ("account", ParamType::String, Exposure::Secret, "account"),
        ]
    );
    let queue = Own::GpuQueueFull.entry();
    assert_eq!(queue.status, Status::Upstream4xx);
    assert_eq!(queue.retry, Retry::After(Some(Duration::from_secs(20))));
    assert_eq!(queue.anchor, "gpu_queue_full");
}

#[test]
fn typed_values_reach_the_client_in_every_protocol() {
    let error: GatewayError = ToolLoopLimit::new()
        .iterations(7)
        .tools(["search", "read"])
        .into();
    let message = "Stopped after 7 calls of search, read ({limit}).";
    assert_eq!(error.to_string(), format!("tool_loop_limit: {message}"));
    let renderer = renderer();
    for protocol in Protocol::ALL {
        let mut body = Vec::new();
        renderer.body(&error, *protocol, &Context::new(), &mut body);
        let parsed = protocol.parse(&body).unwrap();
        assert_eq!(parsed.message, message);
        let value: Value = serde_json::from_slice(&body).unwrap();
        assert_eq!(value["tools"], serde_json::json!(["search", "read"]));
    }
    let headers = renderer.headers(&error, Protocol::OpenAiChat, &Context::new());
    assert_eq!(headers["x-iterations"], "7");
    assert_eq!(renderer.status(&error), 422);
}

#[test]
fn a_redacted_value_is_public_text() {
    let error = BudgetLocked::new()
        .limit(Money::cents(500, "EUR"))
        .wait(Duration::from_secs(9))
        .reason(PublicText::vouched("overdrawn"))
        .mode("hard")
        .plan(String::from("team"))
        .build();
    let message = renderer().message(&error, &Context::new());
    assert_eq!(
        message,
        "The budget of €5.00 is locked for 9 s: overdrawn, hard, team."
    );
}

/// Wherever a value is set and whatever asks for it, the client never reads a secret one.
#[test]
fn a_secret_value_reaches_no_client() {
    let layer = Layer::from_entries("own", Own::ENTRIES);
    let settings = r#"
        name = "acme"
        [headers.errors]
        x-account = "{account}"
        [body.native]
        error = ["message", "code", { key = "account", value = "{account}" }, { key = "text", value = "of {account}" }]
    "#;
    let settings = Layer::from_toml("acme.toml", settings).unwrap();
    let catalog = Catalog::builder().layer(layer).layer(settings);
    let renderer = Renderer::build(catalog).unwrap();
    let error = BudgetLocked::new().build().with("account", "canary-4711");
    for protocol in Protocol::ALL {
        let response = renderer.response::<Vec<u8>>(&error, *protocol, &Context::new());
        let body = String::from_utf8_lossy(response.body()).into_owned();
        assert!(!body.contains("canary"), "{body}");
        let head = format!("{:?} {:?}", response.headers(), response.extensions());
        assert!(!head.contains("canary"), "{head}");
        let state = StreamState::default();
        if let Some(failure) = renderer.stream_failure(&error, *protocol, &state, &Context::new()) {
            let text = String::from_utf8_lossy(&failure.all()).into_owned();
            assert!(!text.contains("canary"), "{text}");
        }
    }
    assert!(!format!("{error:?} {error}").contains("canary"));
    assert_eq!(error.param("account").unwrap().to_string(), "canary-4711");
}

/// `redacted` asks for cleaned text and cleans none: a value set by name is shown as it was set.
#[test]
fn a_redacted_value_is_shown_as_whoever_set_it_left_it() {
    let raw = "key sk-proj-q7Zk2LwXr9TnB4vMhS8dQe";
    let error = GatewayError::new(wirefault::ErrorCode::ModelNotAllowed).with("detail", raw);
    assert_eq!(error.param("detail").unwrap().to_string(), raw);
    let cleaned = wirefault::sanitise::Sanitiser::standard();
    let cleaned = cleaned.public(&wirefault::text::Untrusted::new(raw));
    let error = error.with("detail", cleaned);
    assert!(!format!("{error:?} {error}").contains("sk-proj"));
}

#[test]
fn own_entries_render_without_a_layer_too() {
    let error = GatewayError::new(Own::GpuQueueFull).with_upstream_status(429);
    let response = error.to_response::<Vec<u8>>(Protocol::Gemini);
    assert_eq!(response.status(), 429);
    assert!(error.is(Own::GpuQueueFull));
}

/// The compiler whose wording `tests/ui/*.stderr` holds.
const COMPILER: &str = "rustc 1.95.";

#[test]
fn what_is_wrong_does_not_compile() {
    // Another compiler underlines the same places in other words, which are not ours to test.
    let version = std::process::Command::new("rustc")
        .arg("-V")
        .output()
        .unwrap();
    if !String::from_utf8_lossy(&version.stdout).starts_with(COMPILER) {
        eprintln!("skipped: tests/ui holds the messages of {COMPILER}x alone");
        return;
    }
    let cases = trybuild::TestCases::new();
    cases.compile_fail("tests/ui/*.rs");
}

#[test]
fn five_codes_fit_into_forty_lines() {
    let example = include_str!("../../examples/own_codes.rs");
    let start = example.find("error_codes! {").unwrap();
    let length = example[start..].find("\n}\n").unwrap();
    let lines = example[start..start + length].lines().count() + 1;
    assert!(lines <= 40, "{lines} lines");
    assert_eq!(example[start..start + length].matches("key: ").count(), 5);
}
