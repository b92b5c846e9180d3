//! The crate's integration tests, one module per behaviour.
// A test that cannot go on says so by panicking.
#![allow(clippy::unwrap_used, clippy::expect_used)]

/// Prints a line that a passing test shows too: the harness keeps what `println!` writes.
macro_rules! show {
    ($($text:tt)*) => {{
        use std::io::Write as _;
        let _ = writeln!(std::io::stdout(), $($text)*);
    }};
}
pub(crate) use show;

mod adapters;
mod attempts;
mod bad_input;
mod catalog_rules;
mod compat;
mod error_in_catalog;
mod error_value;
mod export;
mod fresh;
mod gateways;
mod generator_door;
mod goldens;
mod invariants;
mod keys;
mod layer_options;
mod layer_overlay;
mod layer_refusals;
mod limits;
mod lint;
mod macro_door;
mod mapping;
mod open_types;
mod passthrough;
mod render;
mod rules_of_the_house;
mod sanitise_broken;
mod sanitise_fresh;
mod sanitise_laws;
mod sanitise_leaks;
mod sanitise_real;
mod sanitise_reference;
mod sanitise_rows;
mod stream_adapter;
mod stream_bad_input;
mod stream_cases;
mod stream_framing;
mod stream_splits;
mod stream_support;
mod testing;
mod upstream_corpus;
mod upstream_documented;
mod upstream_fresh;
mod upstream_hostile;
mod upstream_rules;
mod upstream_shapes;
mod upstream_variants;
mod upstream_waits;
mod upstream_wordings;
mod vocabulary;
