//! The crate's integration tests, one module per behaviour.

mod fresh;
mod gateways;
mod macro_door;
mod render;
