//! One error model for LLM gateways.
pub mod catalog;
#[cfg(feature = "codegen")]
pub mod codegen;
pub mod error;
pub mod json;
pub mod protocol;
mod provider;
pub mod retry;
pub mod stream;
pub mod text;
pub mod upstream;
pub use catalog::{Catalog, Category, Code, ErrorCode};
pub use error::{Dimension, FieldPath, GatewayError, Money, RateLimit, RequestId, Value, errors};
pub use protocol::{Context, Protocol, Renderer, StreamFailure, StreamState};
