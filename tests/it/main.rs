//! The crate's integration tests, one module per behaviour.

mod catalog_rules;
mod fresh;
mod gateways;
mod macro_door;
mod render;
