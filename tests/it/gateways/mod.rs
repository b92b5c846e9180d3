//! The five gateways of the examples come out as their documents say.

mod chuizi;
mod dgx;
mod gpushare;
pub(crate) mod harness;
mod sub2api;
mod torouter;
