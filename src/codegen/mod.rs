//! The generator: catalog files in, Rust source out.
//!
//! The crate's own generated code is committed; a test runs the generator, compares, and with
//! `WIREFAULT_UPDATE=1` rewrites. A gateway calls the same functions from a test or a build script
//! of its own.

mod atoms;
mod catalog;
mod closed;
mod figures;
mod holds;
mod layer;
mod mapping;
mod names;
mod reserved;
mod rule_rows;
#[doc(hidden)]
pub mod rules;
mod sanitise;
mod sanitise_rows;
mod unknown;
mod waits;
mod words;
mod write;

pub use self::layer::{UPDATE, assert_fresh, layer, write_if_changed};
// The generators of the crate's own sources, for its own tests.
#[doc(hidden)]
pub use self::{
    catalog::{Standard, standard},
    figures::figures,
    mapping::mapping,
    reserved::reserved,
    sanitise::{SanitiseTablesError, sanitise_tables},
    unknown::unknown,
    waits::waits,
};
