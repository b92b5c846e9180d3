//! The rules, as data.

use crate::catalog::Severity;

use Severity::{Error, Warning};

/// A rule of the lint.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Rule {
    /// The name that a layer's `allow` gives.
    pub name: &'static str,
    /// How much it weighs. Errors cannot be allowed.
    pub severity: Severity,
    /// What it finds.
    pub finds: &'static str,
}

const fn row(name: &'static str, severity: Severity, finds: &'static str) -> Rule {
    Rule {
        name,
        severity,
        finds,
    }
}

/// Every rule.
#[rustfmt::skip]
pub const RULES: &[Rule] = &[
    row("allow-unknown", Error, "an allowance of something that is no warning"),
    row("allow-unused", Error, "an allowance of a warning that does not occur"),
    row("status-category", Warning, "a status that is not usual for the category"),
    row("status-misleads", Warning, "402, 403 or 412 where a named client tells its user the wrong thing"),
    row("permanent-on-retried", Warning, "a permanent error on 408 or 409, which clients repeat whatever the headers say"),
    row("retry-flag-overridden", Warning, "a header of the layer in the place of `x-should-retry`"),
    row("retry-header-template", Warning, "a header of the layer in the place of `retry-after`, outside the cap"),
    row("retry-after-long", Warning, "a `Retry-After` of more than a minute, on which named SDKs sleep for hours"),
    row("retry-after-permanent", Warning, "a `Retry-After` on an error that must not be repeated"),
    row("reserved-pair", Error, "a status and code for which Anthropic's SDKs raise a class of their own"),
    row("gemini-status", Error, "a canonical status that does not exist"),
    row("gemini-status-http", Warning, "a canonical status under an HTTP status that is not its own"),
    row("quota-id", Warning, "a quota that Gemini CLI takes for another kind than it is"),
    row("stop-code", Warning, "a code of `response.failed` on which Codex does the contrary"),
    row("status-as-code", Warning, "a code that says what the status says already"),
    row("shared-code", Warning, "a code that entries with different statuses share"),
    row("alias-shadows-code", Warning, "an alias that is the code of another entry"),
    row("related-retired", Warning, "a related entry that is retired"),
    row("param-unused", Warning, "a parameter that stands in no text any more"),
    row("marker-removed", Warning, "a phrase that clients match on, taken away"),
    row("domain-default", Warning, "own codes under the domain of the library"),
    row("doc-base-url", Warning, "an address of the documents that is no absolute https address"),
    row("text-secret", Error, "something like a key in a public text"),
    row("text-provider", Warning, "the name of a provider in a public text"),
    row("url-literal", Warning, "an address in a text that is no variable"),
    row("operator-in-remediation", Warning, "advice to the operator among the caller's"),
    row("title-style", Warning, "a title that is no name"),
    row("description-style", Warning, "a description that is no sentence"),
    row("description-advice", Warning, "advice in the description"),
    row("remediation-style", Warning, "a step that is no sentence, or begs"),
    row("translation-absent", Warning, "an own entry without texts in a language that readers may ask for"),
    row("stream-form", Warning, "a stream form on which named clients fail"),
    row("body-error", Warning, "a body without `error`, whose message SDKs do not find"),
    row("body-message", Warning, "an error without `message`"),
    row("body-keys", Warning, "a body without a key that the protocol requires"),
    row("type-unknown", Warning, "a type outside the protocol's vocabulary"),
    row("request-id-header", Warning, "a request id that an SDK does not find"),
    row("header-owned", Warning, "a header of the layer that the renderer or the server writes"),
    row("rule-unreachable", Warning, "a pass-through rule whose failures an earlier one answers all"),
    row("mapping-catches-all", Warning, "a row of the mapping with nothing but an entry, which every failure becomes"),
    row("verbatim-unsafe", Warning, "an upstream's text that reaches clients with its secrets"),
];
