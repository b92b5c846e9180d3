//! The generator: catalog files in, Rust source out.
//!
//! The crate's own generated code is committed; a test runs the generator, compares, and with
//! `WIREFAULT_UPDATE=1` rewrites. A gateway calls the same functions from a test or a build script
//! of its own.

mod catalog;
mod layer;
mod mapping;
mod names;
mod reserved;
pub mod rules;
mod sanitise;
mod write;

pub use self::catalog::{Standard, standard};
pub use self::layer::{UPDATE, assert_fresh, layer, write_if_changed};
pub use self::mapping::mapping;
pub use self::reserved::reserved;
pub use self::sanitise::{SanitiseTablesError, sanitise_tables};
