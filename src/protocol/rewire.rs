//! An entry as one error changes it: rare, so it is prepared for that one time, and the prepared
//! bodies of all other errors stay as fast as they are.

use super::compile;
use super::program::Prepared;
use crate::catalog::{Catalog, Category, Resolved, Spelling, Status, TypeSpelling};
use crate::error::wire::Wire;

/// Prepares an entry with an error's own status, code and type.
pub(super) fn prepare(catalog: &Catalog, resolved: &Resolved, wire: &Wire) -> Prepared {
    let mut resolved = resolved.clone();
    if let Some(status) = wire.status {
        let entry = resolved.entry.to_mut();
        entry.status = Status::Fixed(status);
        entry.category = category(entry.category, status);
        entry.hints.gemini_status = None;
    }
    if let Some(code) = &wire.code {
        let hints = &mut resolved.entry.to_mut().hints;
        hints.anthropic_error_code = None;
        hints.gemini_reason = None;
        resolved.code = Spelling::Text(code.clone());
    }
    if let Some(kind) = &wire.kind {
        resolved.type_ = TypeSpelling::Text(kind.clone());
    }
    compile::prepare_once(catalog, &resolved)
}

/// Returns the category by which the type of an error is chosen that has a status of its own: a
/// 429 that says `server_error` would be two answers in one.
fn category(category: Category, status: u16) -> Category {
    match STATUSES.iter().find(|(known, _)| *known == status) {
        Some((_, fitting)) if fitting.contains(&category) => category,
        Some((_, [first, ..])) => *first,
        _ if status < 500 && category_is_ours(category) => Category::InvalidRequest,
        _ if status >= 500 && !category_is_ours(category) => Category::Upstream,
        _ => category,
    }
}

/// True where an error of the category is answered with a 5xx.
fn category_is_ours(category: Category) -> bool {
    matches!(
        category,
        Category::Internal
            | Category::Upstream
            | Category::Timeout
            | Category::Overloaded
            | Category::Unavailable
    )
}

/// The categories that fit a status, the likeliest first.
const STATUSES: &[(u16, &[Category])] = &[
    (
        400,
        &[
            Category::InvalidRequest,
            Category::ContentPolicy,
            Category::TooLarge,
        ],
    ),
    (401, &[Category::Authentication]),
    (402, &[Category::Billing, Category::Quota]),
    (
        403,
        &[
            Category::Permission,
            Category::Authentication,
            Category::Billing,
            Category::ContentPolicy,
            Category::Quota,
        ],
    ),
    (404, &[Category::NotFound, Category::Permission]),
    (408, &[Category::Timeout]),
    (409, &[Category::Conflict]),
    (410, &[Category::NotFound]),
    (413, &[Category::TooLarge]),
    (414, &[Category::TooLarge]),
    (
        429,
        &[Category::RateLimit, Category::Quota, Category::Billing],
    ),
    (431, &[Category::TooLarge]),
    (499, &[Category::Cancelled]),
    (500, &[Category::Internal, Category::Upstream]),
    (502, &[Category::Upstream, Category::Unavailable]),
    (503, &[Category::Unavailable, Category::Overloaded]),
    (504, &[Category::Timeout]),
    (529, &[Category::Overloaded]),
];
