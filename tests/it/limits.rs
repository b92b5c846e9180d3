//! The figures of rate limits in the headers of each protocol.

use std::time::{Duration, SystemTime};

use wirefault::upstream::{self, Answer, HeadersView};
use wirefault::{Context, Dimension, ErrorCode, GatewayError, Protocol, RateLimit, Renderer};

const NOW: &str = "2026-01-31T23:59:30Z";

fn limited(reset: Duration) -> GatewayError {
    [
        Dimension::Requests,
        Dimension::Tokens,
        Dimension::InputTokens,
        Dimension::OutputTokens,
    ]
    .into_iter()
    .fold(
        GatewayError::new(ErrorCode::RateLimitExceeded),
        |error, dimension| {
            error.with_rate_limit(RateLimit {
                dimension,
                limit: 50,
                remaining: 0,
                reset,
            })
        },
    )
}

fn headers(protocol: Protocol, reset: Duration, now: Option<SystemTime>) -> http::HeaderMap {
    let context = now.map_or(Context::new(), |now| Context::new().now(now));
    Renderer::standard().headers(&limited(reset), protocol, &context)
}

fn clock() -> SystemTime {
    humantime::parse_rfc3339(NOW).unwrap()
}

#[test]
fn anthropics_reset_is_an_instant() {
    for (now, reset, wanted) in [
        (clock(), Duration::from_secs(30), "2026-02-01T00:00:00Z"),
        (clock(), Duration::ZERO, NOW),
        // Never too early: parts of a second count as a whole one.
        (clock(), Duration::from_millis(1), "2026-01-31T23:59:31Z"),
        (
            clock() + Duration::from_millis(700),
            Duration::from_millis(700),
            "2026-01-31T23:59:32Z",
        ),
    ] {
        let headers = headers(Protocol::AnthropicMessages, reset, Some(now));
        for counted in ["requests", "tokens", "input-tokens", "output-tokens"] {
            let name = format!("anthropic-ratelimit-{counted}-reset");
            assert_eq!(headers[&name], wanted, "{name}");
            assert_eq!(
                headers[format!("anthropic-ratelimit-{counted}-limit")],
                "50"
            );
        }
    }
}

#[test]
fn an_instant_that_nobody_can_name_is_left_out() {
    let name = "anthropic-ratelimit-requests-reset";
    let seconds = Duration::from_secs;
    for (now, reset) in [
        (None, seconds(30)),
        (Some(clock()), Duration::MAX),
        (Some(clock()), seconds(1 << 40)),
        (Some(SystemTime::UNIX_EPOCH - seconds(5)), seconds(1)),
    ] {
        let headers = headers(Protocol::AnthropicMessages, reset, now);
        assert!(!headers.contains_key(name), "{headers:?}");
        assert_eq!(headers["anthropic-ratelimit-requests-remaining"], "0");
    }
}

#[test]
fn openais_reset_is_a_span() {
    for (reset, wanted) in [
        (Duration::from_millis(1200), "2s"),
        (Duration::from_secs(360), "6m0s"),
    ] {
        for protocol in [Protocol::OpenAiChat, Protocol::OpenAiResponses] {
            let headers = headers(protocol, reset, Some(clock()));
            assert_eq!(headers["x-ratelimit-reset-requests"], wanted);
            assert_eq!(headers["x-ratelimit-reset-tokens"], wanted);
        }
    }
}

#[test]
fn what_is_written_is_read_back() {
    let wait = Duration::from_secs(300);
    for protocol in [Protocol::OpenAiChat, Protocol::AnthropicMessages] {
        let mut headers = headers(protocol, wait, Some(clock()));
        for name in ["retry-after", "retry-after-ms"] {
            headers.remove(name);
        }
        let view = HeadersView::Map(&headers);
        let answer = Answer {
            status: Some(429),
            headers: view,
            ..Answer::new(b"{}")
        };
        let hint = upstream::read(&answer).retry_hint(&answer.headers, Some(clock()));
        assert_eq!(hint.map(|hint| hint.after), Some(wait), "{protocol}");
    }
}
