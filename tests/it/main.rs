//! The crate's integration tests, one module per behaviour.

mod export;
mod fresh;
mod render;
