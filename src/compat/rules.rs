//! How much each change weighs, as data.

use super::{ChangeKind, Severity};

/// A row: a change of a field, and how much it weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Rule {
    /// The field of the export; `entry` for an entry as a whole, `catalog.*` for its head.
    pub field: &'static str,
    /// What happened to it.
    pub kind: ChangeKind,
    /// Under which condition; empty for always.
    pub when: &'static str,
    /// How much it weighs.
    pub severity: Severity,
    /// Why.
    pub why: &'static str,
}

use ChangeKind::{Added, Changed, Deprecated, Removed, Renamed};
use Severity::{Breaking, Danger, Minor, Patch};

const fn row(
    field: &'static str,
    kind: ChangeKind,
    when: &'static str,
    severity: Severity,
    why: &'static str,
) -> Rule {
    Rule {
        field,
        kind,
        when,
        severity,
        why,
    }
}

/// The rows. A field that is none of them weighs as `*`.
#[rustfmt::skip]
pub const RULES: &[Rule] = &[
    row("entry", Removed, "", Breaking, "clients match on it, and links lead to it: retire it with `deprecated` instead"),
    row("entry", Renamed, "", Danger, "the former key is an alias; whoever compares keys has to follow"),
    row("entry", Added, "", Minor, "a new entry"),
    row("entry", Deprecated, "", Minor, "the entry is retired and keeps its page"),
    row("deprecated", Changed, "", Minor, "the fate of a retired entry is another"),
    row("deprecated", Removed, "", Minor, "a retired entry is back"),
    row("rust_name", Changed, "", Breaking, "programs that name the variant do not compile"),
    row("code", Changed, "", Breaking, "clients match on the code: keep the old one as an alias"),
    row("code", Changed, "the old code is an alias", Danger, "look-ups still find it, and clients that match on the wire do not"),
    row("type", Changed, "", Breaking, "clients match on the type"),
    row("http_status", Changed, "", Breaking, "SDKs choose the exception class by the status"),
    row("http_status_from_upstream", Changed, "", Breaking, "the status is no longer the one that clients know"),
    row("kind", Changed, "", Breaking, "an error became a notice, or the other way round: the key has another meaning"),
    row("fault", Changed, "", Breaking, "another party is at fault: the key has another meaning"),
    row("category", Changed, "", Breaking, "together with its status, kind, fault or parameters: the key has another meaning"),
    row("category", Changed, "all else is as before", Danger, "logic that matches on the category takes another branch"),
    row("params", Removed, "", Breaking, "metadata that clients read is gone"),
    row("params", Changed, "type", Breaking, "metadata that clients read has another type"),
    row("params", Changed, "less exposed", Breaking, "metadata that clients read is hidden"),
    row("params", Changed, "more exposed", Danger, "a value that was kept back is shown"),
    row("params", Changed, "values removed", Danger, "a value that clients know is gone"),
    row("params", Changed, "values added", Minor, "a new value of an enum"),
    row("params", Changed, "texts", Patch, "another example or description"),
    row("params", Added, "", Minor, "a new parameter, and a message does without it"),
    row("params", Added, "every message needs it", Danger, "callers that do not set it get the title instead of the message"),
    row("anchor", Removed, "", Breaking, "links into the documents lead nowhere"),
    row("anchor", Changed, "the old anchor is an alias", Minor, "links into the documents have a new target name"),
    row("messages", Changed, "", Patch, "free text"),
    row("messages", Changed, "verbatim", Breaking, "clients match on the message"),
    row("message_contract", Changed, "free", Danger, "clients that match on the message are no longer promised it"),
    row("message_contract", Changed, "verbatim", Minor, "the message is promised from now on"),
    row("markers", Removed, "", Breaking, "clients match on the phrase"),
    row("markers", Added, "", Minor, "a phrase is promised from now on"),
    row("retry", Changed, "", Danger, "clients retry more, or less, than before"),
    row("retry_until", Changed, "", Danger, "clients wait until another time"),
    row("retry_delay_s", Changed, "", Minor, "another default wait"),
    row("aliases", Removed, "", Breaking, "a former key is no longer found"),
    row("aliases", Added, "", Minor, "a former key, or another name"),
    row("headers", Removed, "", Danger, "a header that clients read is gone"),
    row("headers", Changed, "", Danger, "a header that clients read has another value"),
    row("headers", Added, "", Minor, "a new header"),
    row("extensions", Removed, "", Danger, "a field of the body that clients read is gone"),
    row("extensions", Changed, "", Danger, "a field of the body that clients read has another value"),
    row("extensions", Added, "", Minor, "a new field of the body"),
    row("protocols.code", Changed, "", Breaking, "clients of the protocol match on the code"),
    row("protocols.type", Changed, "", Breaking, "clients of the protocol match on the type"),
    row("protocols.stop_code", Changed, "", Danger, "agents stop, or repeat the turn, otherwise than before"),
    row("protocols.quota_id", Changed, "", Danger, "Gemini's clients stop, or retry, otherwise than before"),
    row("protocols.quota_metric", Changed, "", Patch, "another name of what the quota counts"),
    row("notice.event", Changed, "", Breaking, "clients listen for the event's name"),
    row("notice.body_field", Changed, "", Breaking, "clients read the field"),
    row("notice.header", Changed, "", Breaking, "clients read the header"),
    row("notice.header_value", Changed, "", Danger, "clients read the header's value"),
    row("notice.payload", Removed, "", Danger, "a field of the event that clients read is gone"),
    row("notice.payload", Added, "", Minor, "a new field of the event"),
    row("translations", Removed, "", Danger, "readers of the language get another one"),
    row("translations", Added, "", Minor, "a new translation"),
    row("stability", Changed, "experimental", Danger, "a promise is taken back"),
    row("stability", Changed, "stable", Minor, "the entry is promised from now on"),
    row("title", Changed, "", Patch, "free text"),
    row("description", Changed, "", Patch, "free text"),
    row("remediation", Changed, "", Patch, "free text"),
    row("causes", Changed, "", Patch, "free text"),
    row("operator_action", Changed, "", Patch, "free text"),
    row("typical_param", Changed, "", Patch, "a hint of the documents"),
    row("related", Changed, "", Patch, "a hint of the documents"),
    row("since", Changed, "", Patch, "a fact of the documents"),
    row("mapping", Changed, "entry", Danger, "a condition leads to another error"),
    row("mapping", Changed, "message", Danger, "another part of the upstream's text reaches clients"),
    row("mapping", Changed, "retry", Danger, "clients retry more, or less, than before"),
    row("mapping", Removed, "", Danger, "a condition leads to another error"),
    row("mapping", Added, "", Danger, "an existing condition is split: some of it leads to another error"),
    row("mapping", Added, "a new condition", Minor, "a condition that had no row"),
    row("folded", Changed, "", Danger, "a standard key is answered with another entry"),
    row("folded", Removed, "", Danger, "a standard key is no longer answered as before"),
    row("folded", Added, "", Minor, "a standard key is answered from now on"),
    row("catalog.domain", Changed, "", Breaking, "reason and domain are the identity of a Gemini error"),
    row("catalog.doc_base_url", Changed, "", Breaking, "links into the documents, and the types of problem details, change"),
    row("catalog.doc_base_url", Added, "", Minor, "the entries have links from now on"),
    row("catalog.languages", Removed, "", Danger, "readers of the language get another one"),
    row("catalog.languages", Added, "", Minor, "a new language"),
    row("catalog.language", Changed, "", Danger, "the default language is another"),
    row("catalog.language_policy", Changed, "", Danger, "other texts follow the reader's language"),
    row("catalog.retry_after_cap", Changed, "", Danger, "clients are told other waits"),
    row("catalog.name", Changed, "", Patch, "another name"),
    row("*", Changed, "", Danger, "a field that this check does not know"),
];

/// Finds the row for a change.
pub(super) fn find(field: &str, kind: ChangeKind, when: &str) -> Option<&'static Rule> {
    RULES
        .iter()
        .find(|rule| rule.field == field && rule.kind == kind && rule.when == when)
}
