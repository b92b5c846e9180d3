//! One error model for LLM gateways.
#![cfg_attr(docsrs, feature(doc_cfg))]

#[cfg(feature = "actix")]
pub mod actix;
#[cfg(feature = "axum")]
pub mod axum;
pub mod catalog;
#[cfg(feature = "codegen")]
pub mod codegen;
pub mod compat;
pub mod error;
pub mod export;
#[cfg(feature = "tower")]
pub mod framework;
pub mod json;
pub mod lint;
#[doc(hidden)]
pub mod macros;
pub mod protocol;
mod provider;
pub mod retry;
pub mod sanitise;
pub mod stream;
pub mod text;
#[cfg(feature = "tower")]
pub mod tower;
pub mod upstream;

pub use self::catalog::{Catalog, Category, Code, ErrorCode};
pub use self::error::{
    Dimension, FieldPath, GatewayError, Money, RateLimit, RequestId, Value, errors,
};
pub use self::protocol::{Context, Notice, Protocol, Renderer, StreamFailure, StreamState};
