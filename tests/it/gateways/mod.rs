//! The five gateways of the examples come out as their documents say.

mod gpushare;
mod harness;
