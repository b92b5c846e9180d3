//! Rate-limit headers of our own 429.

use http::HeaderMap;
use http::header::{HeaderName, HeaderValue};

use super::Protocol;
use crate::error::{Dimension, RateLimit};

/// A row: the protocol's header for what is counted. `{}` is `limit`, `remaining` or `reset`.
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
pub(super) fn write(limits: &[RateLimit], protocol: Protocol, headers: &mut HeaderMap) {
    for limit in limits {
        let row = (ROWS
            .iter()
            .find(|row| row.0 == protocol && row.1 == limit.dimension))
        .or_else(|| {
            ROWS.iter()
                .find(|row| row.0 == Protocol::OpenAiChat && row.1 == limit.dimension)
        });
        let Some((_, _, [most, remaining, reset])) = row else {
            continue;
        };
        let mut set = |name: &'static str, value: HeaderValue| {
            headers.insert(HeaderName::from_static(name), value);
        };
        set(most, limit.limit.into());
        set(remaining, limit.remaining.into());
        // Durations as OpenAI writes them (`6m0s`): an instant would need a clock.
        let seconds = crate::retry::whole_seconds(limit.reset);
        let text = if seconds >= 60 {
            format!("{}m{}s", seconds / 60, seconds % 60)
        } else {
            format!("{seconds}s")
        };
        if let Ok(value) = HeaderValue::from_str(&text) {
            set(reset, value);
        }
    }
}
