//! Text by who may read it.
//!
//! [`Untrusted`] text came from outside and can be neither formatted nor serialised; the
//! sanitiser turns it into [`PublicText`]. [`OperatorText`] is for the operator's eyes only.

use std::borrow::Cow;
use std::fmt;

/// Text from outside, as raw bytes: an upstream's message, a header, a page.
///
/// It has no `Display`, no useful `Debug` and no `Serialize`, so it cannot reach a client, a log
/// line or a body by accident. The sanitiser is the only way to a [`PublicText`].
///
/// ```compile_fail
/// let text = wirefault::text::Untrusted::new("sk-live-123");
/// println!("{text}");
/// ```
///
/// Nor can it be serialised:
///
/// ```compile_fail
/// let text = wirefault::text::Untrusted::new("sk-live-123");
/// let body = serde_json::to_string(&text);
/// ```
///
/// `Debug` tells its length only:
///
/// ```
/// let text = wirefault::text::Untrusted::new("sk-live-123");
/// assert_eq!(format!("{text:?}"), "Untrusted(11 bytes)");
/// ```
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Untrusted<'a>(Cow<'a, str>);

impl<'a> Untrusted<'a> {
    /// Wraps text from outside.
    pub fn new(text: impl Into<Cow<'a, str>>) -> Self {
        Untrusted(text.into())
    }

    /// Returns true if there is no text.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Returns the length in bytes.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Hands the raw text over for the operator: a channel that never leads to a client.
    pub fn into_operator(self) -> OperatorText {
        OperatorText(self.0.into_owned().into_boxed_str())
    }

    /// Returns a copy that owns its bytes.
    pub fn into_owned(self) -> Untrusted<'static> {
        Untrusted(Cow::Owned(self.0.into_owned()))
    }

    /// Returns what a predicate says of the raw text, without letting the text out.
    ///
    /// Rules match on raw text (masking first would break them); only output is masked.
    pub(crate) fn inspect<T>(&self, look: impl FnOnce(&str) -> T) -> T {
        look(&self.0)
    }

    /// Returns a part of the text, as untrusted as the whole.
    pub(crate) fn part(
        &self,
        look: impl FnOnce(&str) -> Option<std::ops::Range<usize>>,
    ) -> Option<Untrusted<'a>> {
        let range = look(&self.0)?;
        match &self.0 {
            Cow::Borrowed(text) => text.get(range).map(Untrusted::new),
            Cow::Owned(text) => text.get(range).map(|part| Untrusted::new(part.to_owned())),
        }
    }

    /// Opens the text. For the sanitiser alone: a test refuses any other caller.
    pub(crate) fn open(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Untrusted<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Untrusted({} bytes)", self.0.len())
    }
}

/// Text that a client may read.
///
/// It comes from the sanitiser, from the catalog, or from an author who vouches for it with
/// [`PublicText::vouched`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct PublicText(Cow<'static, str>);

impl PublicText {
    /// Declares text as fit for clients. The caller vouches that nothing in it came from outside
    /// unread.
    pub fn vouched(text: impl Into<Cow<'static, str>>) -> Self {
        PublicText(text.into())
    }

    /// Returns the text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Returns the text, owned or static.
    pub fn into_inner(self) -> Cow<'static, str> {
        self.0
    }
}

impl From<&'static str> for PublicText {
    /// Text in the source code is the author's own.
    fn from(text: &'static str) -> Self {
        PublicText(Cow::Borrowed(text))
    }
}

impl fmt::Display for PublicText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Text for the operator: logs and consoles, never a client.
///
/// No function turns it into a [`PublicText`], and no renderer takes it.
#[derive(Clone, Default, PartialEq, Eq, Hash)]
pub struct OperatorText(Box<str>);

impl OperatorText {
    /// Wraps text for the operator.
    pub fn new(text: impl Into<Box<str>>) -> Self {
        OperatorText(text.into())
    }

    /// Returns the text. Whoever calls it keeps it out of responses.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl OperatorText {
    pub(crate) fn into_string(self) -> String {
        self.0.into_string()
    }
}

impl fmt::Debug for OperatorText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "OperatorText({} bytes)", self.0.len())
    }
}
