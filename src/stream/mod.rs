//! Streams: a failure that every client sees, wherever the stream stands.
mod dialect;
mod ending;
mod event;
mod finish;
mod framing;
mod gate;
mod guard;
mod keepalive;
mod last;
mod look;
mod needle;
mod settle;
mod shape;
mod state;
mod step;

pub use dialect::Dialect;
pub use ending::{End, Ending, Failure, Report};
pub use gate::{Gate, GateOptions, Gated, Opened, Reason};
pub use guard::{Guard, GuardOptions};
pub use keepalive::keep_alive;
pub use state::{Delivery, Position};
pub use step::{Step, Stop};
