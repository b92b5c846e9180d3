//! Shapes that say in unusual places that something failed, and answers that only look like them.

#![allow(clippy::expect_used)]

use wirefault::upstream::{Answer, classify, read};

/// Returns the condition and the message; no condition means: no error.
fn named(status: u16, body: &str) -> (Option<&'static str>, String) {
    let answer = Answer {
        status: Some(status),
        ..Answer::new(body.as_bytes())
    };
    let facts = read(&answer);
    let found = classify(&answer, &facts).condition.map(Into::into);
    (found, facts.message.into_operator().as_str().to_owned())
}

#[test]
fn failures_in_unusual_places() {
    let cases = [
        (
            200,
            r#"{"status":"error","message":"Rate limit exceeded"}"#,
            "rate_limited",
            "Rate limit exceeded",
        ),
        (
            200,
            "<!doctype html><html><head><title>A site</title></head><body></body></html>",
            "endpoint_not_found",
            "A site",
        ),
        (
            200,
            r#"{"status":503,"message":"The server is overloaded"}"#,
            "upstream_overloaded",
            "The server is overloaded",
        ),
        (
            200,
            r#"{"errors":[{"message":"The server is overloaded"}],"data":null}"#,
            "upstream_overloaded",
            "The server is overloaded",
        ),
        (
            200,
            "data: {\"event\":\"error\",\"code\":\"x\",\"message\":\"The server is overloaded\"}\n\n",
            "upstream_overloaded",
            "The server is overloaded",
        ),
        (
            400,
            r#"{"outcome":{"errorMessage":"The model `x` does not exist"}}"#,
            "model_not_found",
            "The model `x` does not exist",
        ),
        (
            200,
            r#"{"status":"failed","code":402,"msg":"余额不足"}"#,
            "insufficient_balance",
            "余额不足",
        ),
        (
            400,
            "Error: {\"message\":\"model x does not exist\",\"code\":\"a\"}\n{\"message\":\"model x does not exist\",\"code\":\"a\"}",
            "model_not_found",
            "model x does not exist",
        ),
        (
            500,
            "Error: {\"error\":{\"message\":\"The model is overloaded\"}}\n{\"error\":{\"message\":\"The model is overloaded\"}}",
            "upstream_overloaded",
            "The model is overloaded",
        ),
        (
            200,
            r#"{"choices":[{"message":{"role":"assistant","content":"Generation failed"},"finish_reason":"error"}]}"#,
            "upstream_internal",
            "Generation failed",
        ),
        (
            200,
            r#"{"choices":[{"finish_reason":"error","message":{"role":"assistant","content":"Generation failed"}}]}"#,
            "upstream_internal",
            "Generation failed",
        ),
        (
            400,
            r#"{"object":"error","message":"The model `x` does not exist","code":40301}"#,
            "model_not_found",
            "The model `x` does not exist",
        ),
        (
            200,
            r#"{"text":"CUDA out of memory","error_code":50002}"#,
            "upstream_overloaded",
            "CUDA out of memory",
        ),
        (
            200,
            "event: error\ndata: {\"error\":true,\"text\":\"429 too many requests\"}\n\n",
            "rate_limited",
            "429 too many requests",
        ),
        (
            200,
            "data: {\"text\":\"\",\"meta_info\":{\"finish_reason\":{\"type\":\"abort\",\"message\":\"Request waiting timeout reached.\",\"status_code\":503}}}\n\n",
            "timeout",
            "Request waiting timeout reached.",
        ),
        (
            424,
            r#"An error occurred (ModelError) when calling the InvokeEndpoint operation: Received server error (500) from model with message "{"error":"CUDA out of memory"}". See https://console.example for more information."#,
            "upstream_overloaded",
            "CUDA out of memory",
        ),
        (
            400,
            r#"litellm.BadRequestError: Vertex_ai_betaException BadRequestError - b'{\n  "error": {\n    "code": 400,\n    "message": "Unknown name \\"foo\\": Cannot find field.",\n    "status": "INVALID_ARGUMENT"\n  }\n}'"#,
            "invalid_request",
            "Unknown name \"foo\": Cannot find field.",
        ),
    ];
    for (status, body, condition, message) in cases {
        let (found, text) = named(status, body);
        assert_eq!(
            (found, text.as_str()),
            (Some(condition), message),
            "{status} {body}"
        );
    }
}

/// What begins like JSON and is none, and what stands around a message.
#[test]
fn messages_are_what_is_left_of_a_body() {
    let full = "The server is overloaded";
    let cases = [
        (format!("[relay/a-1] {full}"), format!("[relay/a-1] {full}")),
        (format!("{{a}}: {full}"), format!("{{a}}: {full}")),
        (format!("\"a\": {full}"), format!("\"a\": {full}")),
        (format!("{{a: '{full}'}}"), format!("{{a: '{full}'}}")),
        (format!("[\"{full}\"]"), full.to_owned()),
        (format!("['{full}']"), full.to_owned()),
        (format!("[\"a\"] {full}"), format!("[\"a\"] {full}")),
        (format!("{{}} {full}"), format!("{{}} {full}")),
        (format!("[a]\n{full}"), format!("[a]\n{full}")),
        (format!("[529]\n{full}"), format!("[529]\n{full}")),
        (
            format!("{{ error: {{ message: '{full}' }} }}"),
            format!("{{ error: {{ message: '{full}' }} }}"),
        ),
        (
            format!("{{\"error\":{{\"message\":{{\"message\":\"{full}\",\"code\":\"c\"}}}}}}"),
            full.to_owned(),
        ),
        (
            format!("Error: {{\"message\":\"{full}\"}}"),
            full.to_owned(),
        ),
        (
            serde_json::json!({"code": "fetch_failed", "message":
                format!("{{\"error\":{{\"message\":\"litellm.XError: {full}\",\"code\":\"5\"}}}}")})
            .to_string(),
            full.to_owned(),
        ),
        (format!("503 Service Unavailable: {full}"), full.to_owned()),
        (format!("Status code: 503, {full}"), full.to_owned()),
    ];
    for (body, message) in cases {
        let expected = (Some("upstream_overloaded"), message);
        assert_eq!(named(503, &body), expected, "{body}");
    }
}

/// What the request held says nothing of keys and accounts.
#[test]
fn words_of_the_client_put_no_account_on_hold() {
    for (message, condition) in [
        ("model: your account has been disabled", "model_not_found"),
        (
            "The model `insufficient balance` does not exist.",
            "model_not_found",
        ),
        (
            "Unknown name \"account_suspended\" at 'contents[0]': Cannot find field.",
            "invalid_request",
        ),
        (
            "Invalid value: 'get_api_key'. Supported values are: 'low'.",
            "invalid_request",
        ),
        (
            "Invalid 'input[0].name': 'account_suspended'. Expected a string.",
            "invalid_request",
        ),
        (
            "Invalid 'metadata.balance': expected a string.",
            "invalid_request",
        ),
        // What somebody else said stands in quotation marks as well.
        (
            "Upstream error: 'Your credit balance is too low'",
            "insufficient_balance",
        ),
    ] {
        let error =
            serde_json::json!({ "error": { "message": message, "param": "metadata.balance" } });
        let (found, _) = named(400, &error.to_string());
        assert_eq!(found, Some(condition), "{message}");
    }
}

#[test]
fn answers_that_look_like_failures() {
    let answers = [
        r#"{"choices":[{"message":{"role":"assistant","content":"{\"status\":\"error\",\"message\":\"no\"}"},"finish_reason":"stop"}]}"#,
        r#"{"status":"error","content":[{"type":"text","text":"the job ended with status error"}]}"#,
        r#"{"role":"tool","status":"error","content":"exit code 1"}"#,
        r#"{"status":"completed","error":null,"output":[{"type":"message"}],"message":"done"}"#,
        r#"{"status":200,"message":"ok"}"#,
        r#"{"status":"in_progress","message":"queued"}"#,
        r#"{"errors":[],"result":{"response":"an error"},"success":true}"#,
        r#"{"message":{"role":"assistant","content":"failed to load"},"done":true}"#,
        r#"{"error":false,"text":"the error was fixed"}"#,
        r#"{"text":"an error occurred","error_code":0}"#,
        r#"{"type":"text","text":"429 Too Many Requests"}"#,
        r#"{"text":"hi","meta_info":{"finish_reason":{"type":"stop","matched":151645}}}"#,
        r#"{"text":"hi","meta_info":{"finish_reason":{"type":"length","length":16}}}"#,
    ];
    for body in answers {
        let found = named(200, body);
        assert_eq!(found, (None, String::new()), "{body}");
    }
}

/// A page was written by a box in the middle; an empty answer is the provider's own, whose next
/// key may do.
#[test]
fn a_403_without_a_word_may_be_the_key() {
    let failover = |body: &str| {
        let answer = Answer {
            status: Some(403),
            ..Answer::new(body.as_bytes())
        };
        let found = classify(&answer, &read(&answer));
        (
            found.condition.map(Into::<&str>::into),
            found.failover.as_ref().to_owned(),
        )
    };
    let expected = |way: &str| (Some("permission_denied"), way.to_owned());
    assert_eq!(failover(""), expected("other_key"));
    assert_eq!(failover("{}"), expected("other_key"));
    let page = "<html><head><title>403</title></head><body></body></html>";
    assert_eq!(failover(page), expected("other_channel"));
}

/// A body, its category, and the code that it names.
#[test]
fn jobs_and_services_that_name_their_members_in_their_own_ways() {
    let cases = [
        // RunPod, DashScope's tasks, Runway, Luma: HTTP 200.
        (
            200,
            r#"{"id":"x","output":[{"code":400,"message":"This model's maximum context length is 4096 tokens.","object":"error","type":"BadRequestError"}],"status":"FAILED"}"#,
            "context_length_exceeded",
            "BadRequestError",
        ),
        (
            200,
            r#"{"request_id":"x","output":{"task_id":"t","task_status":"FAILED","code":"DataInspectionFailed","message":"Input data may contain inappropriate content."}}"#,
            "content_filtered",
            "DataInspectionFailed",
        ),
        (
            200,
            r#"{"id":"x","status":"FAILED","failure":"Text did not pass moderation.","failureCode":"SAFETY.INPUT.TEXT"}"#,
            "content_filtered",
            "SAFETY.INPUT.TEXT",
        ),
        (
            200,
            r#"{"id":"x","state":"failed","failure_reason":"An internal server error occurred"}"#,
            "upstream_internal",
            "",
        ),
        // Replicate.
        (
            200,
            r#"{"id":"x","error":"CUDA out of memory","output":null,"status":"failed"}"#,
            "upstream_overloaded",
            "",
        ),
        // ElevenLabs, watsonx, Deepgram, GraphQL, XML of AWS.
        (
            401,
            r#"{"detail":{"status":"missing_permissions","message":"The API key you used is missing the permission text_to_speech."}}"#,
            "permission_denied",
            "missing_permissions",
        ),
        (
            403,
            r#"{"errors":[{"code":"token_quota_reached","message":""}],"trace":"x"}"#,
            "quota_exhausted_window",
            "token_quota_reached",
        ),
        (
            401,
            r#"{"err_code":"INVALID_AUTH","err_msg":"Invalid credentials."}"#,
            "invalid_api_key",
            "INVALID_AUTH",
        ),
        (
            200,
            r#"{"errors":[{"message":"Not authenticated","extensions":{"code":"UNAUTHENTICATED"}}],"data":null}"#,
            "missing_api_key",
            "UNAUTHENTICATED",
        ),
        (
            403,
            "<ErrorResponse><Error><Code>SignatureDoesNotMatch</Code><Message>The request signature we calculated does not match the signature you provided.</Message></Error></ErrorResponse>",
            "invalid_api_key",
            "SignatureDoesNotMatch",
        ),
        // Python 2.
        (
            429,
            "{u'error': {u'message': u'Rate limit reached for requests', u'code': u'rate_limit_exceeded'}}",
            "rate_limited",
            "rate_limit_exceeded",
        ),
        (
            400,
            "It failed: {u'error': {u'message': u\"The model `x` doesn't exist\", u'code': u'no_model'}}",
            "model_not_found",
            "no_model",
        ),
        (
            503,
            "[inf, nan: the server is overloaded",
            "upstream_overloaded",
            "",
        ),
        // A number that counts something is no status.
        (
            400,
            "batch of 429 failed: no such field `x`",
            "invalid_request",
            "",
        ),
    ];
    for (status, body, category, code) in cases {
        let answer = Answer {
            status: Some(status),
            ..Answer::new(body.as_bytes())
        };
        let facts = read(&answer);
        let found = classify(&answer, &facts).condition.map(Into::into);
        assert_eq!(found, Some(category), "{body}");
        let told = facts.provider_code.map(|code| code.into_operator());
        let told = told.as_ref().map_or("", |code| code.as_str());
        assert_eq!(told, code, "{body}");
    }
    for body in [
        r#"{"id":"x","status":"COMPLETED","output":[{"type":"message","content":[{"text":"It failed."}]}]}"#,
        r#"{"id":"x","object":"response","output":[{"type":"code_interpreter_call","code":"raise Error","status":"completed"}],"error":null}"#,
        r#"{"output":{"task_status":"RUNNING","task_id":"t"},"request_id":"x"}"#,
        r#"{"id":"x","status":"PROCESSING","failure":null,"failureCode":null,"output":null}"#,
        r#"{"id":"x","state":"completed","failure_reason":null,"assets":{"video":"x"}}"#,
        r#"{"detail":{"status":"ok","message":"All systems go"}}"#,
        r#"[inf, 1.0]"#,
    ] {
        assert_eq!(named(200, body).0, None, "{body}");
    }
}
