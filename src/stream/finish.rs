//! The end of a stream: what the transport said, set against what was seen.

use super::dialect::Framing;
use super::ending::{End, Ending, Failure, Report};
use super::event::{self, Event};
use super::guard::{Guard, Mode};
use super::look::look;
use bytes::{Bytes, BytesMut};
use std::borrow::Cow;

/// What the unfinished bytes at the end are.
enum Tail {
    /// Nothing, white space, a comment: no loss.
    Nothing,
    /// The terminator, without its last line end.
    Terminator,
    Failure(Ending),
    Torn,
}

impl Guard {
    /// Ends the stream; says how it went.
    ///
    /// Call it once, when the transport has nothing more or the client has gone.
    pub fn finish(&mut self, end: End) -> Report {
        let tail = std::mem::take(&mut self.pending).freeze();
        let mut torn = tail.len() as u64;
        let mut release = Bytes::new();
        let (ending, failed) = match (self.failed, end) {
            (Some(ending), _) => (ending, false),
            (None, End::ClientGone) => (Ending::ClientGone, false),
            (None, _) => match self.tail(&tail) {
                Tail::Failure(ending) => (ending, true),
                Tail::Terminator if end == End::Clean => {
                    release = completed(self.row.framing, &tail);
                    torn = 0;
                    (Ending::Complete, false)
                }
                Tail::Terminator | Tail::Nothing => (self.ended(end, false), false),
                Tail::Torn => (self.ended(end, true), false),
            },
        };
        self.bytes_out += release.len() as u64;
        if let Some(counter) = &mut self.counter {
            counter.take(&release);
        }
        self.closed |= !release.is_empty();
        let failure = match failed {
            true => Some(self.fail(ending, tail)),
            false if self.failed.is_none() && ending.is_failure() => Some(Failure::bare(ending)),
            false => None,
        };
        self.mode = Mode::Over;
        self.failed = Some(ending);
        self.report(ending, failure, release, torn)
    }

    fn report(
        &self,
        ending: Ending,
        failure: Option<Failure>,
        release: Bytes,
        torn: u64,
    ) -> Report {
        let position = self.position();
        Report {
            ending,
            failure,
            release,
            bytes_in: self.bytes_in,
            bytes_out: self.bytes_out,
            events: self.counter.as_ref().map(|counter| counter.events),
            bytes_torn: torn,
            started: self.started,
            terminated: self.is_terminated(),
            position,
            delivery: position.deliver(),
            failover_safe: position.failover_safe() && ending != Ending::ClientGone,
        }
    }

    /// Decides by what passed, and by whether an event was left unfinished.
    fn ended(&self, end: End, torn: bool) -> Ending {
        if self.is_terminated() {
            return Ending::Complete;
        }
        match end {
            End::Clean if torn => Ending::Torn,
            End::Clean if self.bytes_out == 0 && !self.started => Ending::Empty,
            End::Clean if self.options.terminator_required => Ending::Unterminated,
            End::Clean => Ending::Complete,
            End::Reset => Ending::Reset,
            End::IdleTimeout => Ending::Stalled,
            End::ClientGone => Ending::ClientGone,
        }
    }

    fn tail(&self, tail: &[u8]) -> Tail {
        if event::first_byte(tail).is_none() {
            return Tail::Nothing;
        }
        let framing = self.row.framing;
        let read = match self.mode {
            Mode::Page => Event::read(Framing::Lines, tail),
            _ if framing == Framing::Frames => return Tail::Torn,
            _ => Event::read(framing, tail),
        };
        let seen = look(self.row, &read);
        let lone = !self.started && (self.mode == Mode::Page || framing == Framing::Lines);
        let suspect = self.needles.suspect(tail);
        match () {
            () if seen.failure && suspect && lone => Tail::Failure(Ending::JsonError),
            () if seen.failure && suspect && read.raw => Tail::Failure(Ending::TrailingError),
            () if seen.failure && suspect => Tail::Failure(Ending::ErrorEvent),
            () if self.mode == Mode::Page => Tail::Failure(page(tail)),
            () if seen.terminal && framing != Framing::Array && is_whole(&read) => Tail::Terminator,
            () if lone && is_whole(&read) => Tail::Failure(Ending::JsonAnswer),
            () if framing == Framing::Sse && !self.started && event::is_foreign(tail) => {
                Tail::Failure(Ending::Page)
            }
            () if seen.empty && framing == Framing::Sse => Tail::Nothing,
            () => Tail::Torn,
        }
    }
}

/// Makes a failure of an event, or of a body that was no stream.
///
/// Without the line ends behind it, of which a split may have cut one off.
pub(super) fn failure(framing: Framing, ending: Ending, mut event: Bytes) -> Failure {
    if framing != Framing::Frames {
        let end = event
            .iter()
            .rposition(|byte| !matches!(byte, b'\n' | b'\r'));
        event.truncate(end.map_or(0, |last| last + 1));
    }
    let whole = matches!(
        ending,
        Ending::JsonError | Ending::JsonAnswer | Ending::Page
    );
    let framing = if whole { Framing::Lines } else { framing };
    let read = Event::read(framing, &event);
    let payload = match read.payload {
        Some(Cow::Borrowed(part)) => event.slice_ref(part),
        Some(Cow::Owned(joined)) => Bytes::from(joined),
        None => Bytes::new(),
    };
    let name = event.slice_ref(read.name);
    Failure {
        ending,
        payload,
        name,
        event,
    }
}

/// Returns true unless the payload is JSON that was cut.
fn is_whole(read: &Event<'_>) -> bool {
    let payload = read.payload.as_deref().unwrap_or_default();
    !payload.starts_with(b"{") || event::is_json(payload)
}

fn page(body: &[u8]) -> Ending {
    match event::first_byte(body) {
        Some(b'{' | b'[') => Ending::JsonAnswer,
        _ => Ending::Page,
    }
}

/// Adds the line ends that make a terminator count.
fn completed(framing: Framing, tail: &[u8]) -> Bytes {
    let mut whole = BytesMut::from(tail);
    let one = framing == Framing::Lines || tail.ends_with(b"\n");
    whole.extend_from_slice(if one { b"\n" } else { b"\n\n" });
    whole.freeze()
}
