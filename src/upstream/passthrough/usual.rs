//! The statuses that a condition usually has.
//!
//! An error that comes in a stream, or under HTTP 200, has none of its own. A rule for 429 or 529
//! is for it all the same.

use crate::upstream::Condition;

/// Returns the usual statuses of a condition, the usual one first.
pub(super) fn statuses(condition: Condition) -> &'static [u16] {
    let row = USUAL.iter().find(|(known, _)| *known == condition);
    row.map_or(&[500], |(_, statuses)| *statuses)
}

const USUAL: &[(Condition, &[u16])] = &[
    (Condition::InvalidApiKey, &[401]),
    (Condition::MissingApiKey, &[401]),
    (Condition::PermissionDenied, &[403]),
    (Condition::IpOrRegionBlocked, &[403]),
    (Condition::AccountDisabled, &[403]),
    (Condition::InsufficientBalance, &[402]),
    (Condition::QuotaExhaustedWindow, &[429]),
    (Condition::RateLimited, &[429]),
    (Condition::ModelNotFound, &[404]),
    (Condition::ModelNotAllowed, &[403]),
    (Condition::EndpointNotFound, &[404]),
    (Condition::InvalidRequest, &[400]),
    (Condition::ContextLengthExceeded, &[400]),
    (Condition::RequestTooLarge, &[413]),
    (Condition::ContentFiltered, &[400]),
    (Condition::UnsupportedMedia, &[400]),
    (Condition::InvalidToolCall, &[400]),
    (Condition::Conflict, &[409]),
    // Anthropic answers 529, the others 503.
    (Condition::UpstreamOverloaded, &[503, 529]),
    (Condition::UpstreamUnavailable, &[503, 502]),
    (Condition::UpstreamInternal, &[500]),
    (Condition::Timeout, &[504]),
    (Condition::Cancelled, &[499]),
];

#[cfg(test)]
mod tests {
    use super::*;
    use strum::VariantArray;

    #[test]
    fn each_condition_has_a_row_and_only_error_statuses() {
        let rows: Vec<Condition> = USUAL.iter().map(|row| row.0).collect();
        assert_eq!(rows, Condition::VARIANTS);
        let all = USUAL.iter().flat_map(|row| row.1);
        assert!(all.copied().all(crate::error::wire::is_error_status));
    }
}
