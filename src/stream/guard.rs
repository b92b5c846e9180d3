//! The guard: upstream bytes in, whole events out, errors kept back.

use super::count::Counter;
use super::dialect::{Closing, Dialect, Framing, Row};
use super::ending::{Ending, Failure};
use super::finish;
use super::framing::{Splitter, last_boundary};
use super::judge::Verdict;
use super::last::Last;
use super::look::Facts;
use super::needle::Needles;
use super::shape::Shape;
use super::state::Position;
use super::step::Step;
use crate::protocol::StreamState;
use bytes::{Buf, Bytes, BytesMut};

/// The largest event by default: 16 MiB, more than any image in a data URL that was seen.
const MAX_EVENT: usize = 16 << 20;

/// How much room is made at a time for events that are split over chunks.
const ROOM: usize = 4 << 10;

/// How much of a body is kept that turned out to be no stream: enough to be read.
const MAX_PAGE: usize = 64 << 10;

/// How a [`Guard`] works.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct GuardOptions {
    /// What the upstream speaks.
    pub dialect: Dialect,
    /// The largest event in bytes; a larger one ends the stream ([`Ending::TooLarge`]).
    pub max_event: usize,
    /// Whether a stream without its protocol's terminator has failed. Switch it off only for
    /// upstreams that are known to leave it out.
    pub terminator_required: bool,
    /// Whether events are also known by the shape that a stream's events share. It changes no
    /// verdict, only the time; streams whose events share nothing may save the attempts.
    pub learn_shape: bool,
    /// Whether [`Report::events`](super::Report::events) is counted. It costs a second look at each
    /// byte, and is off by default.
    pub count_events: bool,
}

impl GuardOptions {
    /// Takes the defaults for a dialect: events up to 16 MiB, terminator required.
    pub fn new(dialect: Dialect) -> Self {
        GuardOptions {
            dialect,
            max_event: MAX_EVENT,
            terminator_required: true,
            learn_shape: true,
            count_events: false,
        }
    }
}

/// How far the guard has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mode {
    /// Nothing but white space so far.
    Unknown,
    /// No event yet that is more than a blank line: the body may be no stream.
    Fresh,
    /// Signs of life, but no content.
    Waiting,
    /// Content flows.
    Running,
    /// The body is a page or one JSON text; it is collected.
    Page,
    /// Something failed; nothing passes any more.
    Over,
}

/// Watches one upstream stream.
///
/// Bytes come in as chunks of any size; whole events go out, unchanged, as slices of the chunks.
/// Only an event that is split over chunks is copied. An error event is not forwarded: it comes
/// back as a [`Failure`] for the upstream reader, and so does every other bad end, from
/// [`Guard::push`] or [`Guard::finish`].
///
/// ```
/// use wirefault::stream::{Dialect, End, Ending, Guard, GuardOptions, Step};
///
/// let mut guard = Guard::new(GuardOptions::new(Dialect::OpenAiChat));
/// assert!(matches!(guard.push("data: {\"choices\":".into()), Step::Wait));
/// let Step::Pass(event) = guard.push("[]}\n\n".into()) else { panic!() };
/// assert_eq!(event, "data: {\"choices\":[]}\n\n");
///
/// // No `[DONE]`: what looks like a success is none.
/// let report = guard.finish(End::Clean);
/// assert_eq!(report.ending, Ending::Unterminated);
/// assert!(!report.failover_safe);
/// ```
#[derive(Debug)]
pub struct Guard {
    pub(super) row: &'static Row,
    pub(super) needles: &'static Needles,
    pub(super) options: GuardOptions,
    pub(super) mode: Mode,
    pub(super) started: bool,
    opened: bool,
    /// True while the fast path applies: content flows, and boundaries can be found from behind.
    pub(super) cruising: bool,
    pub(super) pending: BytesMut,
    pub(super) splitter: Splitter,
    pub(super) last: Last,
    pub(super) shape: Shape,
    pub(super) facts: Facts,
    /// For dialects that settle it event by event; the others ask `last`.
    pub(super) closed: bool,
    pub(super) failed: Option<Ending>,
    pub(super) bytes_in: u64,
    pub(super) bytes_out: u64,
    pub(super) counter: Option<Box<Counter>>,
}

impl Guard {
    /// Starts before the first byte.
    pub fn new(options: GuardOptions) -> Self {
        let row = options.dialect.row();
        Guard {
            row,
            needles: Needles::of(row),
            options,
            mode: Mode::Unknown,
            started: false,
            opened: false,
            cruising: false,
            pending: BytesMut::new(),
            splitter: Splitter::new(row.framing),
            last: Last::new(),
            shape: Shape::default(),
            facts: Facts::default(),
            closed: false,
            failed: None,
            bytes_in: 0,
            bytes_out: 0,
            counter: options
                .count_events
                .then(|| Box::new(Counter::new(row.framing))),
        }
    }

    /// Returns true if the next chunk is one whole event of the kind that the stream is made of:
    /// forward it as it is. Otherwise nothing has happened yet, and [`Guard::push`] takes it.
    ///
    /// The common case without handing the chunk over; `push` alone does just as well.
    #[inline]
    pub fn passes(&mut self, chunk: &[u8]) -> bool {
        let known = self.cruising && self.pending.is_empty() && self.is_known(chunk);
        if known {
            self.bytes_in += chunk.len() as u64;
            self.forwards_one(chunk);
        }
        known
    }

    /// Takes the next chunk; says what to forward.
    ///
    /// After [`Step::Fail`] every chunk gives [`Step::Wait`]: the rest of a failed stream is
    /// dropped.
    #[inline]
    pub fn push(&mut self, chunk: Bytes) -> Step {
        if self.passes(&chunk) {
            return Step::Pass(chunk);
        }
        self.bytes_in += chunk.len() as u64;
        let held = self.pending.len();
        if held > 0 && held < self.options.max_event && self.splitter.continues(&chunk) {
            self.pending.extend_from_slice(&chunk);
            return Step::Wait;
        }
        self.advance(chunk)
    }

    /// Returns true once an event passed that is neither a comment nor a ping.
    pub fn has_started(&self) -> bool {
        self.started
    }

    /// Notes that the status was sent, so that an error can only be an event from now on.
    ///
    /// For gateways that answer before the first event; a [`Gate`](super::Gate) does it itself.
    pub fn mark_opened(&mut self) {
        self.opened = true;
    }

    /// Returns what the upstream speaks, as far as that is known.
    pub fn dialect(&self) -> Dialect {
        self.row.dialect
    }

    /// Returns true if an unfinished event is held back.
    pub fn holds_tail(&self) -> bool {
        !self.pending.is_empty()
    }

    /// Returns true if the terminator passed.
    pub fn is_terminated(&self) -> bool {
        match self.row.closing {
            Closing::LastEvent => self.last_look().0,
            _ => self.closed,
        }
    }

    /// Returns where the client's stream stands, if all that passed was forwarded.
    pub fn position(&self) -> Position {
        if self.is_terminated() {
            Position::Terminated
        } else if self.has_started() {
            Position::AtBoundary
        } else if self.opened || self.bytes_out > 0 {
            Position::CommentsOnly
        } else {
            Position::NotStarted
        }
    }

    /// Returns what a writer of further events continues from.
    pub fn state(&self) -> StreamState {
        let mut facts = self.facts.clone();
        facts.merge(self.last_look().1);
        let array = self.row.framing == Framing::Array;
        StreamState {
            last_sequence: facts.sequence,
            response_id: facts.id,
            model: facts.model,
            created_at: facts.created,
            array,
            array_started: array && self.bytes_out > 0,
        }
    }

    /// Returns true for one whole event of the known shape.
    #[inline]
    fn is_known(&mut self, event: &[u8]) -> bool {
        let known = event.len() <= self.options.max_event && self.shape.fits(event);
        if known {
            self.settle_known(event);
        }
        known
    }

    /// Takes a chunk the long way.
    #[inline(never)]
    pub(super) fn advance(&mut self, chunk: Bytes) -> Step {
        match self.mode {
            _ if chunk.is_empty() => Step::Wait,
            Mode::Over => Step::Wait,
            Mode::Page => self.collect(&chunk),
            Mode::Unknown => self.identify(chunk),
            _ if self.pending.is_empty() => self.run(Bytes::new(), chunk),
            _ => self.resume(chunk),
        }
    }

    /// Goes on with the event that the last chunk left unfinished.
    fn resume(&mut self, mut chunk: Bytes) -> Step {
        let Some(used) = self.splitter.feed(&chunk) else {
            return match self.hold(&chunk) {
                None => Step::Wait,
                Some(failure) => Step::stop(Bytes::new(), Bytes::new(), failure),
            };
        };
        let used = used.min(chunk.len());
        self.pending
            .extend_from_slice(chunk.get(..used).unwrap_or_default());
        chunk.advance(used);
        let event = self.pending.split().freeze();
        if self.cruising && self.is_known(&event) {
            self.forwards_one(&event);
            return if chunk.is_empty() {
                Step::Pass(event)
            } else {
                self.run(event, chunk)
            };
        }
        match self.judge(&event) {
            Verdict::Pass => {
                self.settle_event(&event, &event);
                self.learn(&event);
                self.forwards_one(&event);
                if chunk.is_empty() {
                    Step::Pass(event)
                } else {
                    self.run(event, chunk)
                }
            }
            Verdict::Fail(ending) => {
                let failure = self.fail(ending, event);
                Step::stop(Bytes::new(), Bytes::new(), failure)
            }
            Verdict::Page => {
                self.mode = Mode::Page;
                let _ = self.collect(&event);
                self.collect(&chunk)
            }
        }
    }

    /// Takes bytes that start at a boundary, behind an event that is already cleared.
    fn run(&mut self, head: Bytes, mut chunk: Bytes) -> Step {
        if !self.cruising || chunk.len() > self.options.max_event {
            return self.walk(head, chunk, 0);
        }
        let (known, last) = self.shape.skip(self.row.framing, &chunk);
        if known > 0 {
            self.settle_known(chunk.get(last..known).unwrap_or_default());
        }
        let rest = chunk.get(known..).unwrap_or_default();
        let events = rest
            .get(..last_boundary(self.row.framing, rest))
            .unwrap_or_default();
        if !events.is_empty() {
            if self.needles.suspect(events) {
                return self.walk(head, chunk, known);
            }
            self.settle(events, &chunk);
            self.learn(events);
        }
        let whole = known + events.len();
        let rest = chunk.get(whole..).unwrap_or_default();
        if !rest.is_empty() {
            // Nothing ends in there; the splitter only has to know where it stands.
            let _ = self.splitter.feed(rest);
        }
        let failure = self.hold(rest);
        chunk.truncate(whole);
        self.forwards(&chunk);
        Step::new(head, chunk, failure)
    }

    /// Takes such bytes event by event; the first `known` are cleared.
    fn walk(&mut self, head: Bytes, mut chunk: Bytes, known: usize) -> Step {
        let mut whole = known;
        let mut failure = None;
        self.count(chunk.get(..known).unwrap_or_default());
        loop {
            let mut rest = chunk.get(whole..).unwrap_or_default();
            if self.cruising && chunk.len() <= self.options.max_event {
                let (known, last) = self.shape.skip(self.row.framing, rest);
                if known > 0 {
                    let (cleared, behind) = rest.split_at(known.min(rest.len()));
                    self.settle_known(cleared.get(last..).unwrap_or_default());
                    self.count(cleared);
                    whole += known;
                    rest = behind;
                }
            }
            let Some(used) = self.splitter.feed(rest) else {
                failure = self.hold(rest);
                break;
            };
            let event = rest.get(..used).unwrap_or(rest);
            match self.judge(event) {
                Verdict::Pass => {
                    self.settle_event(event, &chunk);
                    self.learn(event);
                    self.count_one(event);
                }
                Verdict::Fail(ending) => {
                    failure = Some(self.fail(ending, chunk.slice_ref(event)));
                    break;
                }
                Verdict::Page => {
                    self.mode = Mode::Page;
                    let _ = self.collect(rest);
                    break;
                }
            }
            whole += event.len();
        }
        self.bytes_out += whole as u64;
        chunk.truncate(whole);
        Step::new(head, chunk, failure)
    }

    /// Notes whole events that the client gets.
    #[inline]
    fn forwards(&mut self, events: &[u8]) {
        self.bytes_out += events.len() as u64;
        self.count(events);
    }

    /// Does the same for one event.
    #[inline]
    fn forwards_one(&mut self, event: &[u8]) {
        self.bytes_out += event.len() as u64;
        self.count_one(event);
    }

    #[inline]
    fn count_one(&mut self, event: &[u8]) {
        if let Some(counter) = &mut self.counter {
            counter.one(event);
        }
    }

    #[inline]
    fn count(&mut self, events: &[u8]) {
        if let Some(counter) = &mut self.counter {
            counter.take(events);
        }
    }

    fn hold(&mut self, bytes: &[u8]) -> Option<Failure> {
        if self.splitter.is_broken() {
            return Some(self.fail(Ending::Malformed, Bytes::new()));
        }
        let length = self.pending.len() + bytes.len();
        let announced = usize::try_from(self.splitter.announced()).unwrap_or(usize::MAX);
        if length.max(announced) > self.options.max_event {
            let joined = [&self.pending, bytes].concat();
            if announced > self.options.max_event || self.is_too_large(&joined) {
                return Some(self.fail(Ending::TooLarge, Bytes::new()));
            }
        }
        if self.pending.capacity() - self.pending.len() < bytes.len() {
            self.pending.reserve(bytes.len().max(ROOM));
        }
        self.pending.extend_from_slice(bytes);
        None
    }

    /// Measures an event without the line ends behind it, of which a split may cut one off.
    pub(super) fn is_too_large(&self, event: &[u8]) -> bool {
        let mut length = event.len();
        if self.row.framing == Framing::Sse {
            let eols = event
                .iter()
                .rev()
                .take_while(|byte| matches!(byte, b'\n' | b'\r'));
            length -= eols.take(4).count();
        }
        length > self.options.max_event
    }

    /// Collects a body that is no stream, up to the limit.
    fn collect(&mut self, bytes: &[u8]) -> Step {
        let room = MAX_PAGE
            .min(self.options.max_event)
            .saturating_sub(self.pending.len());
        self.pending
            .extend_from_slice(bytes.get(..room.min(bytes.len())).unwrap_or_default());
        Step::Wait
    }

    /// Ends the stream with a failure. Nobody can read an event that was too large to hold.
    pub(super) fn fail(&mut self, ending: Ending, event: Bytes) -> Failure {
        self.mode = Mode::Over;
        self.cruising = false;
        self.failed = Some(ending);
        self.pending = BytesMut::new();
        if ending == Ending::TooLarge {
            return Failure::bare(ending);
        }
        finish::failure(self.row.framing, ending, event)
    }
}
