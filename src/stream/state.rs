//! Where a stream stands, and what that allows.

/// Where the client's stream stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
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
