//! The catalog: every error as a row of data, and layers over it.
//!
//! `catalog/errors/*.toml` is the source. From it follow the generated [`ErrorCode`], the table of
//! static [`Entry`] values and the typed constructors in [`errors`](crate::errors). A gateway puts
//! a [`Layer`] of its own over the standard entries and resolves both into a [`Catalog`].

mod assemble;
mod build;
mod check;
mod code;
mod compile;
mod consistency;
mod draft;
mod entry;
mod folds;
#[rustfmt::skip]
mod generated;
mod language;
mod layer;
mod locate;
mod lookup;
mod problem;
mod read;
mod resolve;
mod resolved;
mod row;
mod settings;
mod template;
mod validate;
mod wording;

pub mod source;

pub use self::build::{CatalogBuilder, RETRY_AFTER_CAP};
pub use self::code::Code;
pub use self::entry::{
    Category, Deprecated, Entry, Exposure, Fault, Hints, Kind, List, MessageContract, Notice,
    Param, ParamType, Retry, Stability, Status, Text, Wording,
};
pub use self::generated::ErrorCode;
pub use self::layer::Layer;
pub use self::lookup::LookupError;
pub use self::problem::{Problem, Problems, Severity};
pub use self::read::{File, MAX_FILE};
pub use self::resolve::{Catalog, LanguagePolicy};
pub use self::resolved::Resolved;
#[doc(hidden)]
pub use self::row::{NoticeRow, Row, text};
pub use self::template::{Piece, Template, TemplateError};

pub(crate) use self::compile::parse_retry;
pub(crate) use self::generated::ENTRIES;
pub(crate) use self::lookup::nearest;
pub(crate) use self::read::lenient;
pub(crate) use self::resolve::Body;
pub(crate) use self::resolved::{Spelling, Texts, TypeSpelling};
pub(crate) use self::validate::RESERVED_KEYS;
#[cfg(feature = "codegen")]
pub(crate) use self::{
    check::check_set,
    code::slot,
    wording::{check_translation, reword},
};
pub(crate) use self::{
    compile::{blank, entry as compile_entry},
    read::catalog_file,
};
