//! The crate's integration tests, one module per behaviour.

mod fresh;
mod render;
mod stream_adapter;
mod stream_bad_input;
mod stream_cases;
mod stream_framing;
mod stream_splits;
mod stream_support;
mod upstream_corpus;
mod upstream_fresh;
mod upstream_rules;
