//! One error model for LLM gateways.
pub mod text;
