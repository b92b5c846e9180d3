//! One module per subcommand.

pub(crate) mod check;
pub(crate) mod classify;
pub(crate) mod explain;
pub(crate) mod export;
pub(crate) mod lint;
pub(crate) mod render;
