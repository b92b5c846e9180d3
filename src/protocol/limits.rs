//! Rate-limit headers of our own 429.

use std::fmt::Write as _;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use http::HeaderMap;
use http::header::{HeaderName, HeaderValue};

use super::Protocol;
use crate::error::{Dimension, RateLimit};
use crate::retry;

/// A row: the protocol's headers for what is counted: `limit`, `remaining` and `reset`.
type Row = (Protocol, Dimension, [&'static str; 3]);

/// The headers by protocol
/// ([OpenAI](https://platform.openai.com/docs/guides/rate-limits),
/// [Anthropic](https://docs.anthropic.com/en/api/rate-limits)).
const ROWS: &[Row] = &[
    (
        Protocol::AnthropicMessages,
        Dimension::Requests,
        [
            "anthropic-ratelimit-requests-limit",
            "anthropic-ratelimit-requests-remaining",
            "anthropic-ratelimit-requests-reset",
        ],
    ),
    (
        Protocol::AnthropicMessages,
        Dimension::Tokens,
        [
            "anthropic-ratelimit-tokens-limit",
            "anthropic-ratelimit-tokens-remaining",
            "anthropic-ratelimit-tokens-reset",
        ],
    ),
    (
        Protocol::AnthropicMessages,
        Dimension::InputTokens,
        [
            "anthropic-ratelimit-input-tokens-limit",
            "anthropic-ratelimit-input-tokens-remaining",
            "anthropic-ratelimit-input-tokens-reset",
        ],
    ),
    (
        Protocol::AnthropicMessages,
        Dimension::OutputTokens,
        [
            "anthropic-ratelimit-output-tokens-limit",
            "anthropic-ratelimit-output-tokens-remaining",
            "anthropic-ratelimit-output-tokens-reset",
        ],
    ),
    (
        Protocol::OpenAiChat,
        Dimension::Requests,
        [
            "x-ratelimit-limit-requests",
            "x-ratelimit-remaining-requests",
            "x-ratelimit-reset-requests",
        ],
    ),
    (
        Protocol::OpenAiChat,
        Dimension::Tokens,
        [
            "x-ratelimit-limit-tokens",
            "x-ratelimit-remaining-tokens",
            "x-ratelimit-reset-tokens",
        ],
    ),
];

/// Writes the figures that the protocol has headers for. Where it has none of its own, OpenAI's
/// are used.
///
/// `now` is the time of day: Anthropic's `reset` is an instant, and without a clock it is left out.
pub(super) fn write(
    limits: &[RateLimit],
    protocol: Protocol,
    now: Option<SystemTime>,
    headers: &mut HeaderMap,
) {
    for limit in limits {
        let row = (ROWS
            .iter()
            .find(|row| row.0 == protocol && row.1 == limit.dimension))
        .or_else(|| {
            ROWS.iter()
                .find(|row| row.0 == Protocol::OpenAiChat && row.1 == limit.dimension)
        });
        let Some((owner, _, [most, remaining, reset])) = row else {
            continue;
        };
        let mut set = |name: &'static str, value: HeaderValue| {
            headers.insert(HeaderName::from_static(name), value);
        };
        set(most, limit.limit.into());
        set(remaining, limit.remaining.into());
        let text = match owner {
            Protocol::AnthropicMessages => now.and_then(|now| instant(now, limit.reset)),
            _ => Some(span(limit.reset)),
        };
        if let Some(Ok(value)) = text.map(|text| HeaderValue::from_str(&text)) {
            set(reset, value);
        }
    }
}

/// Writes a span of time as OpenAI does: `6m0s`.
fn span(reset: Duration) -> String {
    let seconds = retry::whole_seconds(reset);
    if seconds >= 60 {
        format!("{}m{}s", seconds / 60, seconds % 60)
    } else {
        format!("{seconds}s")
    }
}

/// Writes an instant as Anthropic does: RFC 3339, in whole seconds, never too early. None for a
/// time that the notation cannot name.
fn instant(now: SystemTime, reset: Duration) -> Option<String> {
    let since = now.duration_since(UNIX_EPOCH).ok()?.checked_add(reset)?;
    let at = UNIX_EPOCH.checked_add(Duration::from_secs(retry::whole_seconds(since)))?;
    let mut out = String::new();
    write!(out, "{}", humantime::format_rfc3339_seconds(at)).ok()?;
    Some(out)
}
