//! The crate's integration tests, one module per behaviour.

mod fresh;
mod sanitise_fresh;
mod sanitise_laws;
mod sanitise_leaks;
mod sanitise_reference;
