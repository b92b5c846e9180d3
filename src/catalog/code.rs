//! Codes: the open type around the closed enum.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::entry::{Category, Entry};
use super::generated::{ENTRIES, ErrorCode, INDEX, SEED};

/// The code of an error: a standard one, a gateway's own, or one that is not known here.
///
/// Constants for every standard code work in `match`; an unknown code survives as text.
///
/// ```
/// use wirefault::Code;
///
/// const TOOL_LOOP: Code = Code::own("tool_loop_limit");
///
/// fn advice(code: &Code) -> &'static str {
///     match *code {
///         Code::MODEL_NOT_FOUND => "check the model's name",
///         TOOL_LOOP => "allow fewer steps",
///         _ => "see the documents",
///     }
/// }
/// assert_eq!(advice(&"model_not_found".into()), "check the model's name");
/// assert_eq!(Code::from("made_up").as_str(), "made_up");
/// ```
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Code(Inner);

#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
enum Inner {
    Standard(ErrorCode),
    Own(&'static str),
    Other(Box<str>),
}

impl Code {
    /// Creates the code of a standard entry.
    pub const fn standard(code: ErrorCode) -> Self {
        Code(Inner::Standard(code))
    }

    /// Creates a gateway's own code, as a constant that works in `match`.
    ///
    /// A code parsed from text equals it only through [`Code::among`].
    pub const fn own(key: &'static str) -> Self {
        Code(Inner::Own(key))
    }

    /// Parses text, recognising a gateway's own codes.
    pub fn among(text: &str, own: &[Code]) -> Self {
        own.iter()
            .find(|code| code.as_str() == text)
            .cloned()
            .unwrap_or_else(|| text.into())
    }

    /// Returns the code as text.
    pub fn as_str(&self) -> &str {
        match &self.0 {
            Inner::Standard(code) => code.as_str(),
            Inner::Own(key) => key,
            Inner::Other(text) => text,
        }
    }

    /// Returns the standard code, if it is one.
    pub const fn as_standard(&self) -> Option<ErrorCode> {
        match self.0 {
            Inner::Standard(code) => Some(code),
            _ => None,
        }
    }
}

impl ErrorCode {
    /// Every standard code, in the order of the catalog.
    pub const ALL: &'static [ErrorCode] = <ErrorCode as strum::VariantArray>::VARIANTS;

    /// Returns the code's key.
    pub fn as_str(self) -> &'static str {
        self.into()
    }

    /// Returns the code's entry.
    pub fn entry(self) -> &'static Entry {
        &ENTRIES[self as usize]
    }

    /// Returns the code's category.
    pub fn category(self) -> Category {
        self.entry().category
    }

    /// Returns the standard code with this key.
    ///
    /// One multiplication and one comparison; nothing is allocated.
    ///
    /// ```
    /// use wirefault::ErrorCode;
    ///
    /// assert_eq!(ErrorCode::from_key("model_not_found"), Some(ErrorCode::ModelNotFound));
    /// assert_eq!(ErrorCode::from_key("nonsense"), None);
    /// ```
    pub fn from_key(key: &str) -> Option<Self> {
        let slot = usize::try_from(slot(key, SEED, INDEX.len())).ok()?;
        let code = *ErrorCode::ALL.get(usize::from(*INDEX.get(slot)?))?;
        (ENTRIES.get(code as usize)?.key.as_ref() == key).then_some(code)
    }
}

/// Hashes a key by its first and last eight bytes and its length.
pub(crate) fn slot(key: &str, seed: u64, slots: usize) -> u64 {
    let bytes = key.as_bytes();
    let (first, last) = match (bytes.first_chunk::<8>(), bytes.last_chunk::<8>()) {
        (Some(first), Some(last)) => (u64::from_le_bytes(*first), u64::from_le_bytes(*last)),
        _ => {
            let mut padded = [0; 8];
            padded
                .iter_mut()
                .zip(bytes)
                .for_each(|(to, from)| *to = *from);
            (u64::from_le_bytes(padded), 0)
        }
    };
    let mixed = first ^ last.rotate_left(29) ^ (bytes.len() as u64).rotate_left(51);
    mixed.wrapping_mul(seed) >> (64 - slots.trailing_zeros())
}

impl From<ErrorCode> for Code {
    fn from(code: ErrorCode) -> Self {
        Code::standard(code)
    }
}

impl From<&str> for Code {
    fn from(text: &str) -> Self {
        match ErrorCode::from_key(text) {
            Some(code) => Code::standard(code),
            None => Code(Inner::Other(text.into())),
        }
    }
}

impl FromStr for Code {
    type Err = std::convert::Infallible;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Ok(text.into())
    }
}

impl AsRef<str> for Code {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl fmt::Debug for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Code({})", self.as_str())
    }
}

impl Serialize for Code {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for Code {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Code::from(Cow::<str>::deserialize(deserializer)?.as_ref()))
    }
}
