//! The sanitiser: what must never leave the house is masked, useful advice stays.
//!
//! Keys (whole and masked), tokens, cloud credentials, URLs and hosts, addresses, mail, ids of
//! accounts, organisations, projects and users, routing tables, file paths, server versions, and
//! the operator's own literals become `[redacted]`.
//!
//! ```
//! use wirefault::sanitise::Sanitiser;
//! use wirefault::text::Untrusted;
//!
//! let raw = Untrusted::new("Incorrect API key provided: sk-abcd***wxyz. See https://example.com/keys");
//! let text = Sanitiser::standard().public(&raw);
//! assert_eq!(text.as_str(), "Incorrect API key provided: [redacted]. See [redacted]");
//!
//! let advice = "This model's maximum context length is 8192 tokens.";
//! assert_eq!(Sanitiser::standard().mask(advice), advice);
//! ```

mod again;
mod breaks;
mod chain;
mod class;
mod cue;
mod drive;
mod errno;
mod events;
mod foreign;
#[rustfmt::skip]
mod generated;
mod halves;
mod host;
mod ip;
mod json;
mod key;
mod known;
mod literal;
mod mail;
mod marker;
mod measure;
mod place;
mod plain;
mod public;
mod quick;
mod quote;
mod scan;
mod shape;
mod spans;
mod sse;
mod tables;
mod token;
mod view;
mod word;

use std::borrow::Cow;
use std::fmt;
use std::sync::{Arc, LazyLock};

use crate::text::{PublicText, Untrusted};

use literal::Literals;
use scan::Work;
use spans::Spans;

#[cfg(feature = "codegen")]
pub(crate) use tables::{SLOTS, quick_slot, slot, tail_slot};

/// What stands in the place of a secret.
pub const MASK: &str = "[redacted]";

/// The cap of public text, in bytes, unless the builder says otherwise.
pub const DEFAULT_CAP: usize = 4096;

/// How many levels of escapes are read: JSON in a string in JSON.
const LEVELS: usize = 3;

/// A mask can make a new neighbourhood; after so many passes nothing is looked for again.
const PASSES: usize = 4;

/// Masks what must not reach a client.
///
/// Cheap to clone; one value serves all threads. The work grows linearly with the text, and a text
/// with nothing to mask is handed back without a copy.
#[derive(Clone)]
pub struct Sanitiser {
    literals: Arc<Literals>,
    allow: Arc<[Box<str>]>,
    cap: usize,
}

impl Sanitiser {
    /// Returns the sanitiser without literals: all URLs are masked, the cap is [`DEFAULT_CAP`].
    pub fn standard() -> &'static Sanitiser {
        static STANDARD: LazyLock<Sanitiser> = LazyLock::new(|| Sanitiser::builder().build());
        &STANDARD
    }

    /// Starts a sanitiser with the operator's own secrets, allowed URLs and cap.
    ///
    /// ```
    /// let sanitiser = wirefault::sanitise::Sanitiser::builder()
    ///     .literal("house-of-cards")
    ///     .allow_urls(["https://docs.example.com"])
    ///     .cap(200)
    ///     .build();
    /// let text = "house-of-cards: see https://docs.example.com/keys";
    /// assert_eq!(sanitiser.mask(text), "[redacted]: see https://docs.example.com/keys");
    /// ```
    pub fn builder() -> SanitiserBuilder {
        SanitiserBuilder {
            literals: Vec::new(),
            allow: Vec::new(),
            cap: DEFAULT_CAP,
        }
    }

    /// Makes public text: control characters and marks of direction removed, secrets masked, white
    /// space folded, cut to the cap at a word with an ellipsis.
    ///
    /// ```
    /// # use wirefault::{sanitise::Sanitiser, text::Untrusted};
    /// let raw = Untrusted::new("No access\n  for ops@example.com\u{202e}");
    /// assert_eq!(Sanitiser::standard().public(&raw).as_str(), "No access for [redacted]");
    /// ```
    pub fn public(&self, text: &Untrusted<'_>) -> PublicText {
        public::public(self, text)
    }

    /// Masks a text; borrowed if there is nothing to mask. Line ends and spaces stay.
    pub fn mask<'a>(&self, text: &'a str) -> Cow<'a, str> {
        self.mask_counted(text, &mut Work::default())
    }

    /// Masks the strings of a JSON body, escapes read; valid JSON stays valid. Members whose name
    /// says that they are private (`user_id`, `api_key`) lose their value. Bytes that are no valid
    /// JSON are masked as text.
    ///
    /// ```
    /// # use wirefault::sanitise::Sanitiser;
    /// let body = br#"{"error":{"message":"ask ops\u0040example.com"},"user_id":"user_2w02ZGxK"}"#;
    /// let masked = Sanitiser::standard().mask_json(body);
    /// assert_eq!(masked, br#"{"error":{"message":"ask [redacted]"},"user_id":"[redacted]"}"#.as_slice());
    /// ```
    pub fn mask_json<'b>(&self, body: &'b [u8]) -> Cow<'b, [u8]> {
        json::mask(self, body)
    }

    /// Masks server-sent events line by line: payloads as JSON where they are, text elsewhere.
    pub fn mask_sse<'b>(&self, bytes: &'b [u8]) -> Cow<'b, [u8]> {
        sse::mask(self, bytes)
    }

    fn mask_counted<'a>(&self, text: &'a str, work: &mut Work) -> Cow<'a, str> {
        let mut spans = Spans::default();
        self.line_spans(text, work, &mut spans);
        // What was passed in silence is known; what was masked at once is not.
        if spans.is_empty() && !spans.odd && !spans.veiled && !spans.is_tagged(text) {
            return Cow::Borrowed(text);
        }
        let plain = is_plain(text.as_bytes()) && !spans.veiled;
        let mut levels = if plain {
            0
        } else {
            LEVELS + usize::from(spans.veiled)
        };
        if !plain {
            self.more_spans(text, work, levels, &mut spans);
        }
        spans.settle();
        if spans.is_empty() {
            return Cow::Borrowed(text);
        }
        again::find(text.as_bytes(), work, &mut spans);
        spans.settle();
        let mut near = plain && !spans.far;
        let (mut current, mut masks) = rebuilt(text, &spans);
        for _ in 1..PASSES {
            if near {
                spans = scan::rescan(&current, &masks, &self.allow, work);
                // Between marks of emphasis something may be left.
                (near, levels) = (!spans.veiled, LEVELS + 1);
            }
            if !near {
                spans = self.spans(&current, work, levels);
            }
            spans.settle();
            let masked = |&(start, end): &(usize, usize)| current.get(start..end) == Some(MASK);
            if spans.as_slice().iter().all(masked) {
                break;
            }
            (current, masks) = rebuilt(&current, &spans);
        }
        Cow::Owned(current)
    }

    /// Finds what must not be shown, in the text, over its line breaks and behind its escapes.
    fn spans(&self, text: &str, work: &mut Work, levels: usize) -> Spans {
        let mut spans = Spans::default();
        self.line_spans(text, work, &mut spans);
        self.more_spans(text, work, levels, &mut spans);
        spans.settle();
        spans
    }

    /// Finds what must not be shown in the text as it stands.
    fn line_spans(&self, text: &str, work: &mut Work, spans: &mut Spans) {
        scan::scan(text, &self.allow, work, spans);
        self.literals.find(text, spans);
    }

    fn more_spans(&self, text: &str, work: &mut Work, levels: usize, spans: &mut Spans) {
        drive::shares(text.as_bytes(), work, spans);
        spans.settle();
        breaks::find(text, &self.allow, &self.literals, work, spans);
        let veiled = spans.veiled || view::has_tags(text.as_bytes());
        if levels > 0 && (veiled || view::may_be_escaped(text)) {
            // What hides is looked for before the escapes are read.
            let view = view::View::of(text, veiled).or_else(|| view::View::of(text, false));
            if let Some(view) = view {
                let inner = self.spans(&view.text, work, levels - 1);
                spans.extend(inner.as_slice().iter().map(|span| view.back(*span)));
            }
        }
    }
}

impl Default for Sanitiser {
    fn default() -> Self {
        Sanitiser::standard().clone()
    }
}

impl fmt::Debug for Sanitiser {
    /// Tells how many literals there are, never which.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Sanitiser")
            .field("literals", &self.literals.len())
            .field("allow", &self.allow)
            .field("cap", &self.cap)
            .finish()
    }
}

/// Collects what one operator's sanitiser needs. See [`Sanitiser::builder`].
#[derive(Clone)]
#[must_use]
pub struct SanitiserBuilder {
    literals: Vec<Box<str>>,
    allow: Vec<Box<str>>,
    cap: usize,
}

impl SanitiserBuilder {
    /// Adds an exact text to be masked wherever it occurs: a key, a host, an id. Case matters: a
    /// key in capitals is another key. Of a name that is written in several ways (`Acme`, `ACME`,
    /// `acme-prod.example`) add each.
    ///
    /// Literals of fewer than 4 bytes are left out: they would mask ordinary words.
    pub fn literal(mut self, secret: impl AsRef<str>) -> Self {
        self.literals.push(secret.as_ref().into());
        self
    }

    /// Adds several exact texts.
    pub fn literals<S: AsRef<str>>(mut self, secrets: impl IntoIterator<Item = S>) -> Self {
        self.literals
            .extend(secrets.into_iter().map(|secret| secret.as_ref().into()));
        self
    }

    /// Lets URLs pass that are one of these or lie below one.
    pub fn allow_urls<S: AsRef<str>>(mut self, urls: impl IntoIterator<Item = S>) -> Self {
        self.allow
            .extend(urls.into_iter().map(|url| url.as_ref().into()));
        self
    }

    /// Sets the cap of public text, in bytes.
    pub fn cap(mut self, bytes: usize) -> Self {
        self.cap = bytes;
        self
    }

    /// Builds the sanitiser.
    pub fn build(self) -> Sanitiser {
        Sanitiser {
            literals: Arc::new(Literals::new(self.literals)),
            allow: self.allow.into(),
            cap: self.cap,
        }
    }
}

impl fmt::Debug for SanitiserBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SanitiserBuilder")
            .field("literals", &self.literals.len())
            .finish_non_exhaustive()
    }
}

/// Returns true if a text certainly holds neither an escape nor a line break.
fn is_plain(text: &[u8]) -> bool {
    memchr::memchr3(b'\\', b'%', b'\n', text).is_none()
        && memchr::memchr3(b'<', b'\r', b'&', text).is_none()
}

/// Writes a text with its parts masked; also returns where the masks are.
fn rebuilt(text: &str, spans: &Spans) -> (String, Vec<usize>) {
    let parts = spans.as_slice();
    let masked: usize = parts.iter().map(|(start, end)| end - start).sum();
    let mut out =
        String::with_capacity(text.len() + parts.len() * MASK.len() - masked.min(text.len()));
    let mut masks = Vec::with_capacity(parts.len());
    let mut from = 0;
    for &(start, end) in parts {
        let (start, end) = (boundary(text, start, false), boundary(text, end, true));
        if end <= from {
            continue;
        }
        // Moved to whole characters, two parts may meet: nothing of the second may be left over.
        out.push_str(text.get(from..start.max(from)).unwrap_or_default());
        masks.push(out.len());
        out.push_str(MASK);
        from = end;
    }
    out.push_str(text.get(from..).unwrap_or_default());
    (out, masks)
}

/// Moves a position outwards to where a character begins.
fn boundary(text: &str, mut at: usize, up: bool) -> usize {
    at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at = if up { at + 1 } else { at - 1 };
    }
    at
}

#[cfg(test)]
mod tests;
