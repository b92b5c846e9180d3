use super::*;

#[test]
fn bytes_of_python_are_read() {
    let read = |text| bytes_literal(text);
    assert_eq!(
        read(r#"b'{\n "a": "it\'s \\"so\\""}"#).as_deref(),
        Some(r#"{  "a": "it's \"so\""}"#)
    );
    assert_eq!(read("bytes"), None);
}

#[test]
fn wrappers_come_off_and_their_codes_stay() {
    let cases = [
        (
            "API Error: 400 Either is required",
            "Either is required",
            None,
            Some(400),
        ),
        (
            "API Error: Request rejected (429) \u{b7} [1308][x]",
            "[1308][x]",
            None,
            Some(429),
        ),
        ("<400> A.B: text", "text", Some("A.B"), Some(400)),
        ("LLM error 1310: used up", "used up", Some("1310"), None),
        (
            "Upstream error from Alibaba: too fast",
            "too fast",
            None,
            None,
        ),
        (
            "permission-denied: no",
            "no",
            Some("permission-denied"),
            None,
        ),
        (
            "429 litellm.RateLimitError: AzureException RateLimitError - slow down. Received Model Group=x",
            "slow down",
            Some("RateLimitError"),
            Some(429),
        ),
        ("Error code: 400 - {'a': 1}", "{'a': 1}", None, Some(400)),
        (
            "API error (status 402 Payment Required): used up",
            "used up",
            None,
            Some(402),
        ),
        ("OpenAI Image Error: 400 - no", "no", None, Some(400)),
        (
            "Internal error: 400 <400> A.B: text",
            "text",
            Some("A.B"),
            Some(400),
        ),
        (
            "HTTP 400 (kind: code_x)\nParameter: p\n\nwrong p",
            "wrong p",
            Some("code_x"),
            Some(400),
        ),
        (
            "Failed after 3 attempts. Last error: 403 You may not use it",
            "You may not use it",
            None,
            Some(403),
        ),
        (
            "Bedrock API error: An error occurred (A) when calling the B operation: text",
            "text",
            Some("A"),
            None,
        ),
        (
            "No such model. (Service: BedrockRuntime, Status Code: 400, Request ID: 1-2) (SDK Attempt Count: 1)",
            "No such model.",
            None,
            Some(400),
        ),
        (
            "azure.core.exceptions.HttpResponseError: (NotHere) It is not here.\nCode: NotHere\nMessage: It is not here.",
            "It is not here.",
            Some("NotHere"),
            None,
        ),
        ("googleapi: Error 400: Add it", "Add it", None, Some(400)),
        ("404 page not found", "404 page not found", None, None),
        ("404 Not Found", "404 Not Found", None, None),
        (
            "503 Service Unavailable: it is full",
            "it is full",
            None,
            Some(503),
        ),
        (
            "ValidationException: 400 Bad Request: Too many input tokens. Use less.",
            "Too many input tokens. Use less.",
            Some("ValidationException"),
            Some(400),
        ),
        (
            "status code 400 Set the header",
            "Set the header",
            None,
            Some(400),
        ),
        (
            "xAI API HTTP Error: Status 422: Failed to read it",
            "Failed to read it",
            None,
            Some(422),
        ),
        (
            "[GoogleGenerativeAI Error]: Error fetching from https://a.example/b: [429 Too Many Requests] slow down",
            "slow down",
            None,
            Some(429),
        ),
        (
            "[GoogleGenerativeAI Error]: It is empty",
            "It is empty",
            None,
            None,
        ),
        ("error code: 502", "error code: 502", None, None),
        (
            "messages.1: Expected x",
            "messages.1: Expected x",
            None,
            None,
        ),
        (
            "Invalid 'temperature': below",
            "Invalid 'temperature': below",
            None,
            None,
        ),
        ("403 plain", "403 plain", None, None),
        (
            "Received client error (424) from primary with message \"{\"error\":\"x\"}\". See https://a.example for more",
            "{\"error\":\"x\"}",
            None,
            Some(424),
        ),
    ];
    for (text, inner, code, status) in cases {
        assert_eq!(
            unwrap(text),
            Unwrapped {
                text: inner,
                code,
                status
            },
            "{text}"
        );
    }
}
