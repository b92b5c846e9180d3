//! The crate's integration tests, one module per behaviour.

mod catalog_rules;
mod compat;
mod export;
mod fresh;
mod gateways;
mod generator_door;
mod keys;
mod lint;
mod macro_door;
mod render;
mod sanitise_fresh;
mod sanitise_laws;
mod sanitise_leaks;
mod sanitise_reference;
mod stream_bad_input;
mod stream_cases;
mod stream_framing;
mod stream_splits;
mod stream_support;
mod upstream_corpus;
mod upstream_fresh;
mod upstream_rules;
mod upstream_wordings;
mod vocabulary;
