//! Where a stream stands, and what that allows.

/// Where the client's stream stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Position {
    /// Nothing was sent, not even the status.
    #[default]
    NotStarted,
    /// The status was sent, and at most comments and pings.
    CommentsOnly,
    /// Whole events were sent.
    AtBoundary,
    /// An event was sent in part: by something else than the guard, which never does.
    InsideEvent,
    /// The terminator was sent.
    Terminated,
}

/// How an error can still reach the client.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Delivery {
    /// As a whole response with a status of its own.
    Response,
    /// As an event in the running stream.
    Event,
    /// Not at all; the connection is to be reset, so that the client does not take the rest
    /// for an answer.
    Reset,
    /// Not at all, and it need not: the client has its answer.
    Nothing,
}

impl Position {
    /// Decides how an error reaches a client whose stream stands here.
    ///
    /// ```
    /// use wirefault::stream::{Delivery, Position};
    ///
    /// assert_eq!(Position::NotStarted.deliver(), Delivery::Response);
    /// assert_eq!(Position::AtBoundary.deliver(), Delivery::Event);
    /// // Whatever is written into an unfinished event breaks the client's JSON parser.
    /// assert_eq!(Position::InsideEvent.deliver(), Delivery::Reset);
    /// ```
    pub fn deliver(self) -> Delivery {
        match self {
            Position::NotStarted => Delivery::Response,
            Position::CommentsOnly | Position::AtBoundary => Delivery::Event,
            Position::InsideEvent => Delivery::Reset,
            Position::Terminated => Delivery::Nothing,
        }
    }

    /// Returns true if another candidate may still answer without the client noticing.
    pub fn failover_safe(self) -> bool {
        matches!(self, Position::NotStarted | Position::CommentsOnly)
    }
}

/// What the writer of a failure event continues from.
///
/// ```
/// use wirefault::stream::StreamState;
///
/// let state = StreamState { sequence_number: Some(4), ..StreamState::default() };
/// assert_eq!(state.next_sequence_number(), 5);
/// assert_eq!(StreamState::default().next_sequence_number(), 0);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StreamState {
    /// Where the stream stands.
    pub position: Position,
    /// The last sequence number that was sent (OpenAI Responses).
    pub sequence_number: Option<u64>,
    /// The id of the response or message, as the upstream spelt it: untrusted text.
    pub response_id: Option<String>,
    /// The model, as the upstream spelt it: untrusted text.
    pub model: Option<String>,
    /// When the response was created, in seconds since 1970.
    pub created_at: Option<u64>,
    /// True if a JSON array was opened and holds an element (Gemini without `alt=sse`).
    pub array_started: bool,
}

impl StreamState {
    /// Returns the number that the next numbered event carries.
    pub fn next_sequence_number(&self) -> u64 {
        self.sequence_number
            .map_or(0, |last| last.saturating_add(1))
    }
}
