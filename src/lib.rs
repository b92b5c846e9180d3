//! One error model for LLM gateways.
//!
//! A single catalog of error entries, from which everything else follows: the Rust enum, what each
//! client protocol receives, what a failure in the middle of a stream looks like, what an
//! upstream's failure means, and the documentation.
//!
//! You will *not* find an HTTP client, a server, a proxy or a retry loop here. The crate does no
//! I/O, reads no clock and spawns nothing: it decides, and it writes bytes.
//!
//! # A first error
//!
//! ```
//! use wirefault::{Context, GatewayError, Protocol, Renderer, errors};
//!
//! // A handler returns this. It knows what went wrong, not who is listening.
//! let error: GatewayError = errors::ModelNotFound::new().model("gpt-9").into();
//!
//! // The route knows the protocol.
//! let context = Context::new().request_id("req_01");
//! let response: http::Response<Vec<u8>> =
//!     Renderer::standard().response(&error, Protocol::AnthropicMessages, &context);
//! assert_eq!(response.status(), 404);
//! assert_eq!(response.headers()["x-should-retry"], "false");
//! assert!(response.body().starts_with(br#"{"type":"error","error":{"type":"not_found_error""#));
//! ```
//!
//! # The main types
//!
//! - [`GatewayError`]: what handlers return; one word wide, cheap to clone. The typed constructors in
//!   [`errors`] do not compile with a misspelt parameter.
//! - [`ErrorCode`] (the closed enum of the standard entries) and [`Code`] (open: a gateway's own and
//!   unknown codes too). [`Category`] is the closed family that logic matches on.
//! - [`Catalog`]: the standard entries under a gateway's [`Layer`](catalog::Layer)s, and
//!   [`Renderer`]: a catalog prepared for rendering.
//! - [`upstream`]: read, classify, decide, map, conclude. [`sanitise`]: what must not leave the house.
//! - [`stream`]: the guard, the gate, and every way a stream can end.
//! - [`export`]: the catalog as JSON, HTML, Markdown, OpenAPI and constants.
//!
//! # Cookbook
//!
//! | I want to ... | look at |
//! |---|---|
//! | answer in axum, with `?` in handlers | `wirefault::axum` (feature `axum`) |
//! | keep my own codes, statuses and wording | [`catalog::Layer`], [`error_codes!`] |
//! | know what an upstream's answer means | [`upstream::classify`], [`upstream::to_error`] |
//! | pass a stream on and fail visibly | [`stream::Guard`], [`Renderer::stream_failure`] |
//! | log low-cardinality fields | [`GatewayError::fields_in`] |
//! | serve `GET /errors` | [`export::json`] |
//! | test my gateway's answers | `wirefault::testing` (feature `testing`) |
//!
//! # Features
//!
//! Nothing is on by default. `axum`, `tower`, `actix`: adapters. `stream`: asynchronous wrappers
//! around the guard. `schema`: JSON Schemas. `toml`: files in TOML at run time. `codegen`: the
//! generator. `testing`: checks for a gateway's own tests.

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
#[cfg(any(feature = "tower", feature = "actix"))]
pub mod framework;
// For the fuzz targets and the crate itself: a reader of error bodies, no JSON library.
#[doc(hidden)]
pub mod json;
mod lanes;
pub mod lint;
#[doc(hidden)]
pub mod macros;
pub mod protocol;
mod provider;
pub mod retry;
pub mod sanitise;
pub mod stream;
#[cfg(feature = "testing")]
pub mod testing;
pub mod text;
#[cfg(feature = "tower")]
pub mod tower;
pub mod upstream;

#[doc(inline)]
pub use self::catalog::{Catalog, Category, Code, ErrorCode};
#[doc(inline)]
pub use self::error::{
    Dimension, FieldPath, GatewayError, Money, RateLimit, RequestId, Value, errors,
};
#[doc(inline)]
pub use self::protocol::{Context, Notice, Protocol, Renderer, StreamFailure, StreamState};

/// The README's examples, compiled and run.
#[cfg(all(doctest, feature = "axum"))]
#[doc = include_str!("../README.md")]
struct ReadmeDoctests;
