//! What a catalog with a layer says of an error, where the error alone cannot know.

use wirefault::catalog::{Layer, Retry};
use wirefault::upstream::{self, Attempts, Condition, Transport};
use wirefault::{Catalog, Code, ErrorCode, GatewayError, Protocol, Renderer};

const LAYER: &str = r#"{
    "name": "acme",
    "only": ["internal_error", "no_channel_available", "client_closed_request", "all_candidates_failed"],
    "fold": {"*": "internal_error"},
    "override": {"no_channel_available": {"http_status": 529, "retry": "never"}},
    "entry": [
        {"key": "acme_plan_too_small", "category": "permission", "http_status": 403,
         "retry": "never", "fault": "client", "title": "Plan too small",
         "message": "The plan does not cover this.", "description": "Facts.", "causes": ["A cause."],
         "remediation": ["A step."]},
        {"key": "acme_gpu_queue_full", "category": "overloaded", "http_status": 503,
         "retry": "after 5s", "fault": "upstream", "title": "Queue full",
         "message": "The queue is full.", "description": "Facts.", "causes": ["A cause."],
         "remediation": ["A step."]}
    ]
}"#;

fn renderer() -> Renderer {
    let layer = Layer::from_json("acme.json", LAYER).unwrap();
    Renderer::build(Catalog::builder().layer(layer)).unwrap()
}

fn own(key: &'static str) -> GatewayError {
    GatewayError::new(Code::own(key))
}

#[test]
fn logged_fields_of_a_layers_code_are_its_entrys() {
    let renderer = renderer();
    for (error, wanted) in [
        (
            own("acme_plan_too_small"),
            ("acme_plan_too_small", "permission", 403, "client", "info"),
        ),
        (
            own("acme_gpu_queue_full"),
            ("acme_gpu_queue_full", "overloaded", 503, "upstream", "warn"),
        ),
        (
            ErrorCode::NoChannelAvailable.into(),
            (
                "no_channel_available",
                "unavailable",
                529,
                "gateway",
                "error",
            ),
        ),
        // Folded: the status is the response's, everything else the error's own.
        (
            ErrorCode::ModelNotFound.into(),
            ("model_not_found", "not_found", 500, "client", "info"),
        ),
        (
            own("nobody_knows_this"),
            ("nobody_knows_this", "internal", 500, "gateway", "error"),
        ),
        (
            own("acme_gpu_queue_full").with_status(429),
            ("acme_gpu_queue_full", "overloaded", 429, "upstream", "warn"),
        ),
    ] {
        let fields = error.fields_in(renderer.catalog());
        let found = (
            fields.key,
            fields.category,
            fields.status,
            fields.fault,
            fields.level,
        );
        assert_eq!(found, wanted);
    }
}

#[test]
fn status_and_retry_are_those_that_clients_are_told() {
    let layered = renderer();
    let own_codes = [
        "acme_plan_too_small",
        "acme_gpu_queue_full",
        "nobody_knows_this",
    ];
    let own_codes = own_codes.into_iter().map(own);
    let standard = ErrorCode::ALL.iter().map(|code| GatewayError::new(*code));
    for error in own_codes.chain(standard) {
        for renderer in [&layered, Renderer::standard()] {
            let catalog = renderer.catalog();
            let response: http::Response<Vec<u8>> =
                renderer.response(&error, Protocol::Native, &wirefault::Context::new());
            assert_eq!(
                error.status_in(catalog),
                response.status().as_u16(),
                "{error}"
            );
            if error.retry_in(catalog) == Retry::Never {
                assert_eq!(response.headers()["x-should-retry"], "false", "{error}");
            }
        }
    }
}

#[test]
fn chains_read_the_retry_advice_of_a_layers_codes() {
    let catalog = renderer().catalog().clone();
    let mut found = upstream::transport(Transport::Timeout);
    found.condition = Some(Condition::UpstreamInternal);
    let conclude = |keys: [&'static str; 2]| {
        let mut attempts = Attempts::new();
        for key in keys {
            attempts.push(&found, None, own(key));
        }
        attempts.conclude_in(&catalog)
    };
    let hopeless = conclude(["acme_plan_too_small", "acme_plan_too_small"]);
    assert_eq!(hopeless.key(), "all_candidates_failed");
    assert_eq!(hopeless.retry_in(&catalog), Retry::Never);
    let hopeful = conclude(["acme_plan_too_small", "acme_gpu_queue_full"]);
    assert_eq!(hopeful.key(), "all_candidates_failed");
    assert_ne!(hopeful.retry_in(&catalog), Retry::Never);
}

#[test]
fn a_layers_code_is_not_displayed_in_the_words_of_another_entry() {
    let error = own("acme_plan_too_small");
    assert_eq!(error.to_string(), "acme_plan_too_small");
    let told = error.with_message("Upgrade the plan.");
    assert_eq!(told.to_string(), "acme_plan_too_small: Upgrade the plan.");
}
