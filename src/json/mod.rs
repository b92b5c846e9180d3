//! A pull scanner for JSON that somebody else wrote.
//!
//! An error body may be cut in the middle, nested a million levels deep, or no JSON at all. The
//! [`Scanner`] therefore keeps no stack, allocates nothing and never fails: it hands out events
//! until the bytes end, and skips what it cannot read. Whether the text was whole is a question
//! asked afterwards ([`Scanner::is_complete`]).
//!
//! ```
//! use wirefault::json::{Event, Scanner};
//!
//! let mut scanner = Scanner::new(br#"{"error":{"message":"cut in the mid"#);
//! let mut texts = Vec::new();
//! while let Some(event) = scanner.next_event() {
//!     if let Event::String(text) = event {
//!         texts.push(text.to_str().into_owned());
//!     }
//! }
//! assert_eq!(texts, ["cut in the mid"]);
//! assert!(!scanner.is_complete());
//! ```

mod find;
pub(crate) mod member;
mod skip;
mod text;

pub(crate) use skip::end_of_container;
pub use text::{Text, unescape};

/// What kind of container an event opens or closes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// `{}`
    Object,
    /// `[]`
    Array,
}

/// One step through a JSON text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event<'a> {
    /// A member's name; its value follows.
    Key(Text<'a>),
    /// A string value.
    String(Text<'a>),
    /// A number as written.
    Number(&'a str),
    /// `true` or `false`.
    Bool(bool),
    /// `null`.
    Null,
    /// `{` or `[`.
    Begin(Kind),
    /// `}` or `]`.
    End(Kind),
}

/// An iterative reader of JSON events over borrowed bytes.
///
/// There is no stack: a string is a key if a colon follows it, and depth is a counter. So the
/// cost is one pass whatever the bytes are, and wrong nesting is noticed only in
/// [`Scanner::is_complete`].
#[derive(Clone, Debug)]
pub struct Scanner<'a> {
    rest: &'a [u8],
    /// How long the whole text is.
    length: usize,
    depth: u32,
    relaxed: bool,
    broken: bool,
}

impl<'a> Scanner<'a> {
    /// Starts at the first byte.
    #[inline]
    pub fn new(bytes: &'a [u8]) -> Self {
        Scanner {
            rest: bytes,
            length: bytes.len(),
            depth: 0,
            relaxed: false,
            broken: false,
        }
    }

    /// Also reads Python's `repr` of a dict: single quotes, `None`, `True`, `False`.
    ///
    /// Relays paste such text behind a prefix ("Error code: 400 - {'error': ...}").
    #[inline]
    pub fn relaxed(bytes: &'a [u8]) -> Self {
        Scanner::reading(bytes, true)
    }

    /// Reads JSON, or Python's `repr` as well.
    #[inline]
    pub(crate) fn reading(bytes: &'a [u8], relaxed: bool) -> Self {
        Scanner {
            relaxed,
            ..Scanner::new(bytes)
        }
    }

    /// Returns the next event, or `None` at the end of the bytes.
    // Nothing in here lends the scanner to a function that is not inlined: it stays in registers.
    #[inline(always)]
    pub fn next_event(&mut self) -> Option<Event<'a>> {
        loop {
            let (byte, behind) = self.rest.split_first()?;
            match byte {
                b' ' | b'\t' | b'\n' | b'\r' | b',' | b':' => self.rest = behind,
                b'"' => return Some(self.string::<b'"'>(behind)),
                b'\'' if self.relaxed => return Some(self.string::<b'\''>(behind)),
                b'{' => return Some(self.open(behind, Kind::Object)),
                b'[' => return Some(self.open(behind, Kind::Array)),
                b'}' => return Some(self.close(behind, Kind::Object)),
                b']' => return Some(self.close(behind, Kind::Array)),
                b'-' | b'0'..=b'9' => {
                    let digits = number(self.rest);
                    self.rest = self.rest.get(digits.len()..).unwrap_or_default();
                    return Some(Event::Number(digits));
                }
                b'n' if is_null(self.rest) => {
                    self.rest = self.rest.get(4..).unwrap_or_default();
                    return Some(Event::Null);
                }
                _ => {
                    let (event, length) = word(self.rest, self.relaxed);
                    self.rest = self.rest.get(length..).unwrap_or_default();
                    if event.is_some() {
                        return event;
                    }
                    self.broken = true;
                    self.rest = skip::behind_junk(self.rest, self.relaxed);
                }
            }
        }
    }

    /// Returns true if a member of an object may stand next, or its end: never in the middle of an
    /// array of numbers.
    #[inline(always)]
    pub(crate) fn is_near_member(&self) -> bool {
        let next = match self.rest {
            [b',', next, ..] | [next, ..] => next,
            [] => return false,
        };
        matches!(next, b'"' | b'{' | b'}' | b' ' | b'\t' | b'\n' | b'\r')
    }

    /// Returns what has not been read yet.
    pub(crate) fn ahead(&self) -> &'a [u8] {
        self.rest
    }

    /// Skips the rest of the container whose `Begin` was the last event.
    #[inline]
    pub fn skip_container(&mut self) {
        let (rest, open) = skip::behind_container(self.rest, self.relaxed);
        self.rest = rest;
        // Its end closed the container; the end of the text closes nothing.
        self.depth = self.depth.saturating_sub(1).saturating_add(open);
    }

    /// Returns how many containers are open.
    pub fn depth(&self) -> u32 {
        self.depth
    }

    /// Returns how many bytes have been read.
    #[inline]
    pub fn offset(&self) -> usize {
        self.length - self.rest.len()
    }

    /// Returns true if every container was closed, every string ended, and nothing had to be
    /// skipped so far.
    pub fn is_complete(&self) -> bool {
        self.depth == 0 && !self.broken
    }

    #[inline(always)]
    fn open(&mut self, behind: &'a [u8], kind: Kind) -> Event<'a> {
        self.rest = behind;
        self.depth = self.depth.saturating_add(1);
        Event::Begin(kind)
    }

    #[inline(always)]
    fn close(&mut self, behind: &'a [u8], kind: Kind) -> Event<'a> {
        self.rest = behind;
        self.broken |= self.depth == 0;
        self.depth = self.depth.saturating_sub(1);
        Event::End(kind)
    }

    /// Reads the string that starts here, behind its quote.
    #[inline(always)]
    fn string<const QUOTE: u8>(&mut self, inside: &'a [u8]) -> Event<'a> {
        let (end, escaped) = find::end_of_string::<QUOTE>(inside);
        let text = Text::new(inside.get(..end).unwrap_or_default(), escaped);
        self.broken |= end >= inside.len();
        self.rest = inside.get(end + 1..).unwrap_or_default();
        // Hardly anybody writes a space here.
        if let Some(b' ' | b'\t' | b'\n' | b'\r') = self.rest.first() {
            self.rest = self.rest.trim_ascii_start();
        }
        match self.rest.split_first() {
            Some((b':', behind)) => {
                self.rest = behind;
                Event::Key(text)
            }
            _ => Event::String(text),
        }
    }
}

#[inline(never)]
fn number(rest: &[u8]) -> &str {
    let digits = rest.get(..member::end_of_number(rest, 0));
    std::str::from_utf8(digits.unwrap_or_default()).unwrap_or_default()
}

/// Returns true if the most frequent word stands here, and no longer one.
#[inline(always)]
fn is_null(rest: &[u8]) -> bool {
    rest.first_chunk() == Some(b"null") && !rest.get(4).is_some_and(u8::is_ascii_alphabetic)
}

/// Reads a bare word and returns its length. Words that mean nothing are skipped.
#[inline(never)]
fn word<'a>(rest: &[u8], relaxed: bool) -> (Option<Event<'a>>, usize) {
    let length = rest.iter().position(|byte| !byte.is_ascii_alphabetic());
    let length = length.unwrap_or(rest.len());
    let event = match rest.get(..length).unwrap_or_default() {
        b"null" => Some(Event::Null),
        b"true" => Some(Event::Bool(true)),
        b"false" => Some(Event::Bool(false)),
        b"True" if relaxed => Some(Event::Bool(true)),
        b"False" if relaxed => Some(Event::Bool(false)),
        b"None" if relaxed => Some(Event::Null),
        _ => None,
    };
    (event, length.max(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(bytes: &[u8]) -> (Vec<String>, bool) {
        let mut scanner = Scanner::relaxed(bytes);
        let mut out = Vec::new();
        while let Some(event) = scanner.next_event() {
            out.push(match event {
                Event::Key(text) => format!("{}=", text.to_str()),
                Event::String(text) => text.to_str().into_owned(),
                Event::Number(text) => text.to_owned(),
                Event::Bool(value) => value.to_string(),
                Event::Null => "null".to_owned(),
                Event::Begin(Kind::Object) => "{".to_owned(),
                Event::Begin(Kind::Array) => "[".to_owned(),
                Event::End(Kind::Object) => "}".to_owned(),
                Event::End(Kind::Array) => "]".to_owned(),
            });
        }
        (out, scanner.is_complete())
    }

    #[test]
    fn events_of_whole_and_broken_texts() {
        let cases: [(&str, &str, bool); 7] = [
            (
                r#"{"a" : [1,-2.5e3,true,null,"x"]}"#,
                "{ a= [ 1 -2.5e3 true null x ] }",
                true,
            ),
            (r#"{"a":{"b":"c"#, "{ a= { b= c", false),
            (r"{'a': None, 'b': True}", "{ a= null b= true }", true),
            (r#"}{"a":1}"#, "} { a= 1 }", false),
            ("Bad Gateway", "", false),
            (r#"{"a\"b":"\\"}"#, r#"{ a"b= \ }"#, true),
            ("", "", true),
        ];
        for (input, events, complete) in cases {
            let (found, whole) = words(input.as_bytes());
            assert_eq!(
                (found.join(" ").as_str(), whole),
                (events, complete),
                "{input}"
            );
        }
    }

    #[test]
    fn a_container_is_skipped_whole() {
        let mut scanner = Scanner::new(br#"{"a":[[1],{"b":2}],"c":3}"#);
        while scanner.next_event() != Some(Event::Begin(Kind::Array)) {}
        scanner.skip_container();
        let Some(Event::Key(key)) = scanner.next_event() else {
            panic!("no key")
        };
        assert!(key.is("c"));
        assert_eq!(scanner.depth(), 1);
    }

    #[test]
    fn a_million_levels_need_no_stack() {
        let deep = b"[".repeat(1_000_000);
        let mut scanner = Scanner::new(&deep);
        while scanner.next_event().is_some() {}
        assert_eq!(scanner.depth(), 1_000_000);
        assert!(!scanner.is_complete());
    }
}
