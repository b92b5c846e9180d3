//! The crate's integration tests, one module per behaviour.

mod fresh;
mod render;
mod sanitise_fresh;
mod sanitise_laws;
mod sanitise_leaks;
mod sanitise_reference;
mod upstream_corpus;
mod upstream_fresh;
mod upstream_rules;
