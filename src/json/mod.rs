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

mod text;

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
    bytes: &'a [u8],
    at: usize,
    depth: u32,
    relaxed: bool,
    broken: bool,
}

impl<'a> Scanner<'a> {
    /// Starts at the first byte.
    pub fn new(bytes: &'a [u8]) -> Self {
        Scanner {
            bytes,
            at: 0,
            depth: 0,
            relaxed: false,
            broken: false,
        }
    }

    /// Also reads Python's `repr` of a dict: single quotes, `None`, `True`, `False`.
    ///
    /// Relays paste such text behind a prefix ("Error code: 400 - {'error': ...}").
    pub fn relaxed(bytes: &'a [u8]) -> Self {
        Scanner {
            relaxed: true,
            ..Scanner::new(bytes)
        }
    }

    /// Returns the next event, or `None` at the end of the bytes.
    #[inline(always)]
    pub fn next_event(&mut self) -> Option<Event<'a>> {
        loop {
            let byte = *self.bytes.get(self.at)?;
            match byte {
                b' ' | b'\t' | b'\n' | b'\r' | b',' | b':' => self.at += 1,
                b'"' => return Some(self.string(b'"')),
                b'\'' if self.relaxed => return Some(self.string(b'\'')),
                b'{' => return Some(self.open(Kind::Object)),
                b'[' => return Some(self.open(Kind::Array)),
                b'}' => return Some(self.close(Kind::Object)),
                b']' => return Some(self.close(Kind::Array)),
                b'-' | b'0'..=b'9' => return Some(self.number()),
                b'n' if self.starts_with(b"null") => {
                    self.at += 4;
                    return Some(Event::Null);
                }
                _ => {
                    if let Some(event) = self.word() {
                        return Some(event);
                    }
                }
            }
        }
    }

    /// Skips the rest of the container whose `Begin` was the last event.
    pub fn skip_container(&mut self) {
        let outside = self.depth.saturating_sub(1);
        while self.depth > outside {
            let Some(byte) = self.bytes.get(self.at) else {
                return;
            };
            match byte {
                b'"' => self.skip_string(b'"'),
                b'\'' if self.relaxed => self.skip_string(b'\''),
                b'{' | b'[' => {
                    self.at += 1;
                    self.depth = self.depth.saturating_add(1);
                }
                b'}' | b']' => {
                    self.at += 1;
                    self.depth -= 1;
                }
                _ => self.at += 1,
            }
        }
    }

    /// Returns how many containers are open.
    pub fn depth(&self) -> u32 {
        self.depth
    }

    /// Returns how many bytes have been read.
    pub fn offset(&self) -> usize {
        self.at
    }

    /// Returns true if every container was closed, every string ended, and nothing had to be
    /// skipped so far.
    pub fn is_complete(&self) -> bool {
        self.depth == 0 && !self.broken
    }

    #[inline(always)]
    fn open(&mut self, kind: Kind) -> Event<'a> {
        self.at += 1;
        self.depth = self.depth.saturating_add(1);
        Event::Begin(kind)
    }

    #[inline(always)]
    fn close(&mut self, kind: Kind) -> Event<'a> {
        self.at += 1;
        self.broken |= self.depth == 0;
        self.depth = self.depth.saturating_sub(1);
        Event::End(kind)
    }

    fn skip_string(&mut self, quote: u8) {
        let (end, _, closed) = text::end_of_string(self.bytes, self.at + 1, quote);
        self.at = if closed { end + 1 } else { end };
        self.broken |= !closed;
    }

    #[inline(always)]
    fn string(&mut self, quote: u8) -> Event<'a> {
        let start = self.at + 1;
        let (end, escaped, closed) = text::end_of_string(self.bytes, start, quote);
        self.at = if closed { end + 1 } else { end };
        self.broken |= !closed;
        let text = Text::new(self.bytes.get(start..end).unwrap_or_default(), escaped);
        if self.colon_follows() {
            Event::Key(text)
        } else {
            Event::String(text)
        }
    }

    #[inline(always)]
    fn colon_follows(&mut self) -> bool {
        loop {
            match self.bytes.get(self.at) {
                Some(b':') => {
                    self.at += 1;
                    return true;
                }
                Some(b' ' | b'\t' | b'\n' | b'\r') => self.at += 1,
                _ => return false,
            }
        }
    }

    #[inline]
    fn number(&mut self) -> Event<'a> {
        let start = self.at;
        while let Some(b'0'..=b'9' | b'-' | b'+' | b'.' | b'e' | b'E') = self.bytes.get(self.at) {
            self.at += 1;
        }
        let raw = self.bytes.get(start..self.at).unwrap_or_default();
        Event::Number(std::str::from_utf8(raw).unwrap_or_default())
    }

    /// Returns true if this whole word stands here.
    #[inline(always)]
    fn starts_with(&self, word: &[u8; 4]) -> bool {
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        rest.first_chunk() == Some(word) && !rest.get(4).is_some_and(u8::is_ascii_alphabetic)
    }

    /// Reads a bare word. Words that mean nothing are skipped, and the text counts as broken.
    fn word(&mut self) -> Option<Event<'a>> {
        let start = self.at;
        while self.bytes.get(self.at).is_some_and(u8::is_ascii_alphabetic) {
            self.at += 1;
        }
        if self.at == start {
            self.at += 1;
        }
        match self.bytes.get(start..self.at).unwrap_or_default() {
            b"true" => Some(Event::Bool(true)),
            b"false" => Some(Event::Bool(false)),
            b"null" => Some(Event::Null),
            b"True" if self.relaxed => Some(Event::Bool(true)),
            b"False" if self.relaxed => Some(Event::Bool(false)),
            b"None" if self.relaxed => Some(Event::Null),
            _ => {
                self.broken = true;
                None
            }
        }
    }
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
