//! What a protocol's body is made of, before an entry fills it.

use super::Protocol;
use crate::catalog::Category;

/// A value in a body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Slot {
    /// JSON as it is.
    Raw(&'static str),
    /// The object `error`.
    Error,
    /// The message.
    Message,
    /// The type, as the protocol or the layer spells it.
    Type,
    /// The code: a string, or null.
    Code,
    /// An object with the code as its one field.
    CodeIn(&'static str),
    /// The offending field, or null.
    Param(PathStyle),
    /// The request id; left out if there is none.
    RequestId,
    /// The HTTP status as a number.
    Status,
    /// The canonical status of google.rpc.
    Canonical,
    /// The details of google.rpc.
    Details,
    /// The title of the entry.
    Title,
    /// The address of the entry's documentation, or `about:blank`.
    DocUrl,
}

/// How the offending field is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PathStyle {
    /// `messages[0].content`
    Dotted,
    /// `/messages/0/content`
    Pointer,
}

/// A field of a body: its name, its value, and whether it is left out when there is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Field {
    pub(crate) name: &'static str,
    pub(crate) slot: Slot,
}

/// The standard body of a protocol.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Shape {
    pub(crate) top: &'static [Field],
    pub(crate) error: &'static [Field],
}

pub(crate) const fn field(name: &'static str, slot: Slot) -> Field {
    Field { name, slot }
}

/// A row of a type table: category, the status if it matters, and the word.
pub(crate) type TypeRow = (Category, Option<u16>, &'static str);

/// Returns the word of the first row that fits. Rows with a status stand before those without.
pub(crate) fn word(table: &[TypeRow], category: Category, status: u16) -> &'static str {
    let fits = |row: &&TypeRow| row.0 == category && row.1.is_none_or(|only| only == status);
    table.iter().find(fits).map_or("", |row| row.2)
}

impl Protocol {
    pub(crate) fn shape(self) -> &'static Shape {
        match self {
            Protocol::OpenAiChat | Protocol::OpenAiResponses => &super::openai::SHAPE,
            Protocol::AnthropicMessages => &super::anthropic::SHAPE,
            Protocol::Gemini => &super::gemini::SHAPE,
            Protocol::Native => &super::native::SHAPE,
            Protocol::Problem => &super::problem::SHAPE,
        }
    }

    /// Returns the protocol's word for a category: OpenAI's and the native `type`, Anthropic's
    /// `error.type`, Gemini's canonical status.
    pub(crate) fn type_of(self, category: Category, status: u16) -> &'static str {
        match self {
            Protocol::AnthropicMessages => word(super::anthropic::TYPES, category, status),
            Protocol::Gemini => word(super::gemini::STATUSES, category, status),
            _ => word(super::openai::TYPES, category, status),
        }
    }
}
