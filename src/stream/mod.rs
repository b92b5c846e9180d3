//! Streams: a failure that every client sees, wherever the stream stands.
//!
//! A [`Guard`] takes an upstream's bytes and gives whole events back, untouched; errors and bad
//! ends it keeps, so that they can be read, sanitised and written in the *client's* protocol. A
//! [`Gate`] in front of it holds the response until something real has come: a failure before
//! that becomes a proper status, or another candidate's turn. [`Position`] says what is still
//! possible, [`Report`] how it went. The core does no I/O and knows no clock; with the feature
//! `stream`, `GuardedStream` does the rest.
//!
//! ```
//! use wirefault::protocol::{Context, Protocol, Renderer};
//! use wirefault::stream::{Dialect, Guard, GuardOptions};
//! use wirefault::ErrorCode;
//!
//! let mut guard = Guard::new(GuardOptions::new(Dialect::OpenAiChat));
//! let (events, failure) = guard
//!     .push("data: {\"choices\":[]}\n\ndata: {\"error\":{\"message\":\"boom\"}}\n\n".into())
//!     .into_parts();
//! assert_eq!(events.count(), 1);
//! assert_eq!(failure.unwrap().payload, "{\"error\":{\"message\":\"boom\"}}");
//!
//! // What the client reads instead, at the boundary where the stream stands.
//! let error = ErrorCode::UpstreamError.into();
//! let written = Renderer::standard()
//!     .stream_failure(&error, Protocol::OpenAiChat, &guard.state(), &Context::new())
//!     .unwrap();
//! assert!(written.bytes.ends_with(b"data: [DONE]\n\n"));
//! ```
#[cfg(feature = "stream")]
mod adapter;
mod count;
mod dialect;
mod ending;
mod event;
mod finish;
mod form;
mod framing;
mod gate;
mod guard;
mod judge;
mod keepalive;
mod last;
mod look;
mod needle;
mod settle;
mod shape;
mod state;
mod step;

#[cfg(feature = "stream")]
pub use adapter::{Aborted, GuardedStream, Watcher};
pub use dialect::Dialect;
pub use ending::{End, Ending, Failure, Report};
pub use gate::{Gate, GateOptions, Gated, Opened, Reason};
pub use guard::{Guard, GuardOptions};
pub use keepalive::keep_alive;
pub use state::{Delivery, Position};
pub use step::{Step, Stop};
