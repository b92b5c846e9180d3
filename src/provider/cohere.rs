//! Cohere and AI21.

use super::{At, Role, Row, leaf};

/// `{"id","message"}`, with `error_type` beside it since 2026.
pub(super) const ROWS: &[Row] = &[leaf(At::Root, "Detail", Role::Message(43))];
