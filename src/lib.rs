//! One error model for LLM gateways.
pub mod catalog;
#[cfg(feature = "codegen")]
pub mod codegen;
pub mod error;
pub mod export;
pub mod protocol;
pub mod retry;
pub mod text;
pub use catalog::{Catalog, Category, Code, ErrorCode};
pub use error::{Dimension, FieldPath, GatewayError, Money, RateLimit, RequestId, Value, errors};
pub use protocol::{Context, Protocol, Renderer, StreamFailure, StreamState};
