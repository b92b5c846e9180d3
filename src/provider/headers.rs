//! Names of response headers that say something about a failure.

/// Headers that name AWS's exception; a URL may follow after a colon.
pub(crate) const ERROR_TYPE: [&str; 3] = ["x-amzn-errortype", "x-amzn-error-type", "x-error-code"];

/// Headers that hold the request id, the provider's own first.
pub(crate) const REQUEST_ID: [&str; 11] = [
    "x-request-id",
    "request-id",
    "apim-request-id",
    "x-ms-request-id",
    "x-amzn-requestid",
    "x-bce-request-id",
    "x-dashscope-request-id",
    "x-log-id",
    "x-tt-logid",
    "x-requestid",
    "cf-ray",
];

/// Headers that say how long to wait: two with milliseconds, two with seconds or an HTTP date; then
/// those with the time until, or the instant of, a window's reset, each with the header that says
/// how much of the window is left: only a used-up window makes anybody wait.
pub(crate) const WAITS: [&str; 22] = [
    "retry-after-ms",
    "x-ms-retry-after-ms",
    "retry-after",
    "x-retry-after",
    "x-ratelimit-reset-requests",
    "x-ratelimit-remaining-requests",
    "x-ratelimit-reset-tokens",
    "x-ratelimit-remaining-tokens",
    "anthropic-ratelimit-requests-reset",
    "anthropic-ratelimit-requests-remaining",
    "anthropic-ratelimit-tokens-reset",
    "anthropic-ratelimit-tokens-remaining",
    "anthropic-ratelimit-input-tokens-reset",
    "anthropic-ratelimit-input-tokens-remaining",
    "anthropic-ratelimit-output-tokens-reset",
    "anthropic-ratelimit-output-tokens-remaining",
    "anthropic-ratelimit-unified-reset",
    "anthropic-ratelimit-unified-remaining",
    "x-ratelimit-reset",
    "x-ratelimit-remaining",
    "ratelimit-reset",
    "ratelimit-remaining",
];

/// The header by which Cloudflare says that it sent a challenge.
pub(crate) const CHALLENGE: &str = "cf-mitigated";

/// The header that says what the body is; it is believed only about pages.
pub(crate) const CONTENT_TYPE: &str = "content-type";
