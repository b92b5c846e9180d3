//! The crate's integration tests, one module per behaviour.

mod fresh;
mod render;
mod upstream_corpus;
mod upstream_fresh;
mod upstream_rules;
mod upstream_wordings;
