//! What is read: an answer, its headers, or a failure below HTTP.

use std::fmt;

/// What an upstream answered.
///
/// `Debug` tells the body's length only: an upstream may repeat keys.
///
/// ```
/// let answer = wirefault::upstream::Answer::new(b"no such key: sk-live-123");
/// assert!(format!("{answer:?}").contains("body: 24 bytes"));
/// ```
#[derive(Clone, Copy, Default)]
pub struct Answer<'a> {
    /// Whom the gateway called, as it names its providers; a hint, never a condition.
    pub provider: Option<&'a str>,
    /// The HTTP status, or `None` for an event inside a stream.
    pub status: Option<u16>,
    /// The response headers.
    pub headers: HeadersView<'a>,
    /// The body, or its first [`BODY_CAP`](super::BODY_CAP) bytes.
    pub body: &'a [u8],
    /// True if the body is raw SSE, NDJSON or event-stream bytes.
    pub stream: bool,
    /// The whole body's length, if it is longer than what was handed over.
    pub body_len: Option<u64>,
}

impl<'a> Answer<'a> {
    /// An answer of which only the body is known.
    pub fn new(body: &'a [u8]) -> Self {
        Answer {
            body,
            ..Answer::default()
        }
    }
}

impl fmt::Debug for Answer<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "Answer {{ provider: {:?}, status: {:?}, headers: {:?}, body: {} bytes, stream: {}, body_len: {:?} }}",
            self.provider,
            self.status,
            self.headers,
            self.body.len(),
            self.stream,
            self.body_len,
        )
    }
}

/// Response headers, in whichever form the caller has them.
#[derive(Clone, Copy, Default)]
#[non_exhaustive]
pub enum HeadersView<'a> {
    /// No headers are known.
    #[default]
    None,
    /// A map of the `http` crate.
    Map(&'a http::HeaderMap),
    /// Names in any case, with their values.
    Pairs(&'a [(&'a str, &'a str)]),
}

/// Pairs beyond this many are not looked at: nobody sends them in good faith.
const MOST_PAIRS: usize = 16 * 1024;

impl<'a> HeadersView<'a> {
    /// Returns the first value of a header that is text.
    pub fn get(&self, name: &str) -> Option<&'a str> {
        match self {
            HeadersView::None => None,
            HeadersView::Map(map) => map.get(name)?.to_str().ok(),
            HeadersView::Pairs(pairs) => pairs
                .iter()
                .take(MOST_PAIRS)
                .find(|(key, _)| key.eq_ignore_ascii_case(name))
                .map(|(_, value)| *value),
        }
    }

    /// Returns the first value of each of these headers. A list is walked once for all of them,
    /// however long it is.
    pub(super) fn pick<const N: usize>(&self, names: &[&str; N]) -> [Option<&'a str>; N] {
        let HeadersView::Pairs(pairs) = self else {
            return names.map(|name| self.get(name));
        };
        let length = |name: &str| 1_u64 << name.len().min(63);
        let lengths = names.iter().fold(0, |all, name| all | length(name));
        let mut found = [None; N];
        for (key, value) in pairs.iter().take(MOST_PAIRS) {
            // Of a name without interest, the length alone says so as a rule.
            if lengths & length(key) == 0 {
                continue;
            }
            let same = |name: &&str| name.eq_ignore_ascii_case(key);
            let slot = names.iter().position(same);
            if let Some(slot) = slot.and_then(|at| found.get_mut(at)) {
                slot.get_or_insert(*value);
            }
        }
        found
    }
}

impl fmt::Debug for HeadersView<'_> {
    /// Says how many there are: values may be secrets.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let count = match self {
            HeadersView::None => 0,
            HeadersView::Map(map) => map.len(),
            HeadersView::Pairs(pairs) => pairs.len(),
        };
        write!(f, "HeadersView({count})")
    }
}

/// A failure below HTTP: there is no status, no header and no body.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Hash,
    strum::AsRefStr,
    strum::EnumString,
    strum::IntoStaticStr,
    strum::VariantArray,
    strum::VariantNames,
)]
#[strum(serialize_all = "snake_case")]
#[non_exhaustive]
pub enum Transport {
    /// The client went away before the answer was complete.
    ClientGone,
    /// The connection was refused or unreachable.
    Connect,
    /// The name did not resolve.
    Dns,
    /// The connection was reset or closed in the middle.
    Reset,
    /// Nothing came in time.
    Timeout,
    /// The TLS handshake failed.
    Tls,
}
