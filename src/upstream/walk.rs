//! The walk over a body: where each member stands, and what the provider tables say about it.

use crate::json::{self, Event, Kind, Scanner, Text, member};
use crate::provider::{self, At, Role, Row};

use super::level::Level;
use super::span::Span;

/// How deep places of interest nest; anything deeper is skipped.
const DEPTH: usize = 12;

/// How many steps an event takes; a member of the usual kind takes one, and so does a bracket.
const STEPS_OF_EVENT: u32 = 5;

/// How many steps a member takes whose container is passed.
const STEPS_OF_CONTAINER: u32 = 2;

/// Where a walk is.
struct Walk {
    /// True if the body may be Python's `repr` of a dict.
    relaxed: bool,
    /// The places around this one.
    stack: [At; DEPTH],
    top: usize,
    place: At,
    /// True if a name has been read whose value follows.
    keyed: bool,
    name: Span,
    row: Option<&'static Row>,
    /// True if a whole error object has been read: what follows on further lines adds nothing. Also
    /// true if no steps are left.
    done: bool,
}

impl Walk {
    /// Returns true if another place fits onto the stack.
    #[inline(always)]
    fn has_room(&self) -> bool {
        self.top + 1 < DEPTH
    }

    /// Returns true if an object without a name is one more of the kind that stands at this place.
    #[inline(always)]
    fn may_open_element(&self) -> bool {
        self.row.is_none() && self.place != At::Choices && self.has_room()
    }

    #[inline(always)]
    fn open(&mut self, inside: At) {
        if let Some(slot) = self.stack.get_mut(self.top) {
            *slot = self.place;
        }
        self.top += 1;
        self.place = inside;
    }

    #[inline(always)]
    fn close(&mut self, level: &Level<'_>) {
        self.top = self.top.saturating_sub(1);
        self.place = self.stack.get(self.top).copied().unwrap_or(At::Root);
        if self.top == 0 {
            self.place = At::Root;
            self.done = level.says_enough();
        }
        self.row = None;
    }
}

impl<'b> Level<'b> {
    /// Walks a body once. Nothing is allocated, and the stack does not grow with the nesting.
    // Fills what lies where it will be used: a level that is returned would be copied.
    #[inline(never)]
    pub(super) fn fill<const COUNTS: bool>(&mut self, body: &'b [u8], relaxed: bool) {
        let mut walk = Walk {
            relaxed,
            stack: [At::Root; DEPTH],
            top: 0,
            place: At::Root,
            keyed: false,
            name: Span::default(),
            row: None,
            done: false,
        };
        let mut at = 0;
        while !walk.done && at < body.len() {
            if !walk.keyed {
                at = self.usual_members::<COUNTS>(&mut walk, body, at);
            }
            if !walk.done {
                at = self.events(&mut walk, body, at);
            }
        }
        self.body = body.get(..at).unwrap_or(body);
    }

    /// Takes whatever stands here, and returns where a member of the usual kind may begin.
    #[inline(never)]
    fn events(&mut self, walk: &mut Walk, body: &'b [u8], at: usize) -> usize {
        let rest = body.get(at..).unwrap_or_default();
        let mut scanner = Scanner::reading(rest, walk.relaxed);
        while let Some(event) = scanner.next_event() {
            let Some(left) = self.steps.checked_sub(STEPS_OF_EVENT) else {
                (self.steps, walk.done) = (0, true);
                break;
            };
            self.steps = left;
            let is_scalar = !matches!(event, Event::Begin(_) | Event::End(_));
            match event {
                Event::Key(key) => {
                    walk.row = if key.is_escaped() {
                        None
                    } else {
                        provider::step(walk.place, key.raw())
                    };
                    walk.name = Span::of(body, key);
                    walk.keyed = true;
                    continue;
                }
                Event::Begin(kind) => {
                    let in_details = walk.row.is_some_and(|row| row.into == At::Detail);
                    if in_details && kind == Kind::Array && self.list.is_none() {
                        self.list = Some((at + scanner.offset()) as u32);
                    }
                    self.begin(walk, kind, &mut scanner);
                }
                Event::End(_) => walk.close(self),
                Event::String(text) => {
                    if let Some(row) = walk.row {
                        self.take_text(row, body, Span::of(body, text));
                    }
                    if walk.keyed {
                        walk.row = None;
                    }
                }
                Event::Number(digits) => {
                    if let Some(row) = walk.row {
                        let span = Span::of(body, Text::plain(digits));
                        self.take_number(row, digits, span);
                    }
                    walk.row = None;
                }
                Event::Bool(value) => {
                    match walk.row {
                        Some(row) if row.role == Role::Success => self.evidence.failed |= !value,
                        // `"error": true`
                        Some(row) if row.into == At::Error => self.evidence.error_member |= value,
                        _ => {}
                    }
                    walk.row = None;
                }
                Event::Null => walk.row = None,
            }
            let in_list = !walk.keyed && is_scalar;
            walk.keyed = false;
            if walk.done || (!in_list && scanner.is_near_member()) {
                break;
            }
        }
        at + scanner.offset()
    }

    /// Goes into a container, or passes it.
    fn begin(&mut self, walk: &mut Walk, kind: Kind, scanner: &mut Scanner<'b>) {
        let inside = match walk.row {
            Some(row) => row.into,
            None if walk.keyed => At::Skip,
            None => walk.place,
        };
        match walk.row {
            Some(row) if row.role == Role::Answer => {
                self.evidence.answer |= !is_empty(scanner);
            }
            Some(row) if row.role == Role::Named => {
                self.evidence.error_member = true;
                self.code.or_set(walk.name);
            }
            _ => {}
        }
        self.evidence.answer |= inside == At::Choices;
        let is_result = inside == At::Output && !provider::may_have_failed(scanner.ahead());
        if inside == At::Skip || is_result || !walk.has_room() {
            scanner.skip_container();
            walk.row = None;
            return;
        }
        walk.open(inside);
        // An array keeps its member's row, so that strings in it count as its text.
        if kind == Kind::Object {
            walk.row = None;
        }
    }

    /// Returns true if what has been read up to the end of an object tells of an error.
    // A call of its own: it is rare, and what it looks at is not to be loaded beforehand.
    #[inline(never)]
    fn says_enough(&self) -> bool {
        self.evidence.error_member && self.message.is_some()
    }

    /// Reads objects as long as they hold members of the usual kind, and returns where they end.
    // A loop of its own, without events, so that all it needs stays in registers.
    #[inline(always)]
    fn usual_members<const COUNTS: bool>(
        &mut self,
        walk: &mut Walk,
        text: &'b [u8],
        from: usize,
    ) -> usize {
        let (mut byte, mut at) = member::token(text, from);
        loop {
            if byte == b',' {
                (byte, at) = member::token(text, at + 1);
            }
            if byte != b'"' {
                (byte, at) = match self.usual_bracket::<COUNTS>(walk, text, byte, at) {
                    Some(next) => next,
                    None => return at,
                };
                if walk.done {
                    return at;
                }
                continue;
            }
            let start = at + 1;
            let Some(name) = member::name(text, start) else {
                return at;
            };
            let row = if name.length < provider::SHORT {
                provider::short_step(walk.place, name.word, name.length)
            } else {
                let key = text.get(start..start + name.length);
                provider::step(walk.place, key.unwrap_or_default())
            };
            let (first, value) = member::token(text, start + name.length + 2);
            let end = self.usual_value::<COUNTS>(walk, text, row, first, value);
            let Some(end) = end else {
                (walk.row, walk.keyed) = (row, true);
                walk.name = Span::new(start, name.length);
                return value;
            };
            walk.row = None;
            (byte, at) = member::token(text, end);
        }
    }

    /// Takes steps of those that are left, if there are as many.
    #[inline(always)]
    fn take_steps<const COUNTS: bool>(&mut self, steps: u32) -> Option<()> {
        if COUNTS {
            self.steps = self.steps.checked_sub(steps)?;
        }
        Some(())
    }

    /// Reads a bracket that opens or closes an object, and returns what stands behind it.
    #[inline(always)]
    fn usual_bracket<const COUNTS: bool>(
        &mut self,
        walk: &mut Walk,
        text: &[u8],
        byte: u8,
        at: usize,
    ) -> Option<(u8, usize)> {
        self.take_steps::<COUNTS>(1)?;
        match byte {
            b'}' => {
                walk.close(self);
                if walk.done {
                    return Some((byte, at + 1));
                }
            }
            b'{' if walk.may_open_element() => walk.open(walk.place),
            _ => return None,
        }
        Some(member::token(text, at + 1))
    }

    /// Reads a member's value that begins with this byte, and returns where it ends; of an object,
    /// where its first member stands.
    #[inline(always)]
    fn usual_value<const COUNTS: bool>(
        &mut self,
        walk: &mut Walk,
        text: &'b [u8],
        row: Option<&'static Row>,
        first: u8,
        at: usize,
    ) -> Option<usize> {
        match first {
            b'"' => {
                let end = member::end_of_plain(text, at + 1)?;
                // What is followed by a colon is no value but a name.
                if member::token(text, end + 1).0 == b':' {
                    return None;
                }
                self.take_steps::<COUNTS>(1)?;
                if let Some(row) = row {
                    self.take_text(row, text, Span::new(at + 1, end - at - 1));
                }
                Some(end + 1)
            }
            b'n' => {
                self.take_steps::<COUNTS>(1)?;
                member::end_of_null(text, at)
            }
            b'{' | b'[' if row.is_none() => {
                self.take_steps::<COUNTS>(STEPS_OF_CONTAINER)?;
                Some(json::end_of_container(text, at + 1, walk.relaxed))
            }
            b'{' => {
                let row = row.filter(|row| row.nests && walk.has_room())?;
                walk.open(row.into);
                Some(at + 1)
            }
            b'-' | b'0'..=b'9' => {
                self.take_steps::<COUNTS>(1)?;
                let end = member::end_of_number(text, at);
                if let Some(row) = row {
                    let digits = text.get(at..end).unwrap_or_default();
                    let digits = std::str::from_utf8(digits).unwrap_or_default();
                    self.take_number(row, digits, Span::new(at, end - at));
                }
                Some(end)
            }
            _ => None,
        }
    }
}

/// Returns true if the container that was just opened holds nothing.
fn is_empty(scanner: &Scanner<'_>) -> bool {
    matches!(scanner.clone().next_event(), None | Some(Event::End(_)))
}

#[cfg(test)]
mod tests;
