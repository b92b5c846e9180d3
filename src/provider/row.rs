//! The rows of the tables: what a member means at a place.

/// A place in a body: which object the member stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[repr(u8)]
pub(crate) enum At {
    /// Nothing below is of interest.
    Skip,
    /// The outermost object, or an element of the outermost array.
    Root,
    /// `error`.
    Error,
    /// `error.innererror` and the like: a more exact cause.
    Inner,
    /// `errors[]`.
    Errors,
    /// `detail`, an object or a list of validation errors.
    Detail,
    /// `error.metadata`, `error.extra`.
    Metadata,
    /// `error.details[]` of Google's status.
    GoogleDetails,
    /// `error.details[].metadata`.
    GoogleMetadata,
    /// `error.details[].violations[]`.
    Violations,
    /// `base_resp`.
    BaseResp,
    /// `response` of an event, or of Tencent Cloud.
    Response,
    /// `Response.Error`.
    CloudError,
    /// `header` of iFlytek.
    Header,
    /// `choices[]`: only an error beside the answer counts.
    Choices,
    /// `choices[].message`: its text is the error's where the answer ended with one.
    Said,
    /// `finish_reason` as an object, which tells why the answer was broken off.
    Ended,
    /// A duration in parts: `seconds` and `nanos`.
    Delay,
    /// `delta` of Cohere's last event.
    Delta,
    /// `data`, of which nothing counts but a wait: in answers it is what was asked for.
    Waits,
    /// `output` of a job, which holds its failure where it has no result.
    Output,
    /// `headers`, a copy of HTTP headers inside a body.
    HeaderCopy,
}

/// What a scalar member means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    /// Nothing.
    None,
    /// Text for a person; the higher rank wins, and of equals the first.
    Message(u8),
    /// The provider's code; the first wins.
    Code,
    /// A code that is zero, or a word of success, in answers.
    SuccessCode,
    /// The provider's error type.
    Type,
    /// The outermost object's `type`: an event name, or an error type.
    RootType,
    /// A canonical status word, or a number.
    Status,
    /// A number that repeats the HTTP status.
    HttpStatus,
    /// A reason more exact than code and type.
    Reason,
    /// The id of the quota that is used up.
    QuotaId,
    /// Who set the limit.
    LimitSource,
    /// The offending parameter.
    Param,
    /// Where in the request the error stands, word by word.
    Location,
    /// The request id.
    RequestId,
    /// The model.
    Model,
    /// False says that the request failed.
    Success,
    /// `object`, where the word "error" says what the body is.
    Object,
    /// Seconds to wait.
    RetrySeconds,
    /// Milliseconds to wait.
    RetryMillis,
    /// Nanoseconds that come on top of the seconds to wait.
    RetryNanos,
    /// A duration with its unit, such as `38s`.
    RetryDuration,
    /// The instant of the reset, in seconds since 1970.
    ResetEpoch,
    /// The model's or the window's limit.
    LimitTokens,
    /// What was asked for.
    UsedTokens,
    /// Why the answer ended, where one word says that it failed.
    Finish,
    /// Text that is the message only of a body that is an error and has no other.
    Spare,
    /// A container whose name is the error's code.
    Named,
    /// A member that only answers have, when it is not null or empty.
    Answer,
}

impl Role {
    /// Returns true for a member that says how long to wait, or until when.
    pub(crate) fn is_wait(self) -> bool {
        matches!(
            self,
            Role::RetrySeconds
                | Role::RetryMillis
                | Role::RetryNanos
                | Role::RetryDuration
                | Role::ResetEpoch
        )
    }
}

/// One row: a member's name at a place, what its scalar means, and which place its container is.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Row {
    pub(crate) at: At,
    pub(crate) key: &'static str,
    pub(crate) role: Role,
    pub(crate) into: At,
    /// True for a scalar that says anything about an error just by standing there.
    pub(crate) tells_error: bool,
    /// True for an object of which nothing counts but its members.
    pub(crate) nests: bool,
    /// The place and the head of the name: what a look-up compares first.
    pub(super) mark: u64,
}

/// A scalar member.
pub(super) const fn leaf(at: At, key: &'static str, role: Role) -> Row {
    both(at, key, role, At::Skip)
}

/// A container member.
pub(super) const fn into(at: At, key: &'static str, into: At) -> Row {
    both(at, key, Role::None, into)
}

/// A member that may be either.
pub(super) const fn both(at: At, key: &'static str, role: Role, into: At) -> Row {
    let in_error = matches!(at, At::Error | At::CloudError);
    Row {
        at,
        key,
        role,
        into,
        tells_error: in_error && !matches!(role, Role::None),
        nests: !matches!(into, At::Skip | At::Choices)
            && !matches!(role, Role::Answer | Role::Named),
        mark: mark(at, head(key.as_bytes())),
    }
}

/// Joins a place and the head of a name; no two short names of the same length share a mark.
#[inline(always)]
pub(super) const fn mark(at: At, head: u64) -> u64 {
    head ^ at as u64
}

/// Returns the first eight bytes of a name as one number, with zeros below a shorter name.
#[inline(always)]
pub(crate) const fn head(key: &[u8]) -> u64 {
    if let Some(first) = key.first_chunk::<8>() {
        return u64::from_le_bytes(*first);
    }
    let mut head = 0;
    let mut rest = key;
    while let [first, behind @ ..] = rest {
        head = head >> 8 | (*first as u64) << 56;
        rest = behind;
    }
    head
}
