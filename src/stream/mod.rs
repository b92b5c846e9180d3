//! Streams: a failure that every client sees, wherever the stream stands.
mod dialect;
mod ending;
mod event;
mod finish;
mod framing;
mod guard;
mod last;
mod look;
mod needle;
mod settle;
mod state;
mod step;

pub use dialect::Dialect;
pub use ending::{End, Ending, Failure, Report};
pub use guard::{Guard, GuardOptions};
pub use state::{Delivery, Position, StreamState};
pub use step::{Step, Stop};
