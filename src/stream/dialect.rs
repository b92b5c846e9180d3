//! What each upstream dialect looks like on the wire: rows, no logic.
//!
//! Every wire string that the guard knows is in this file. A dialect is one [`Row`]: how its
//! events are framed, which bytes betray an error, how a whole stream ends, and which JSON
//! members mean what.

use crate::protocol::Protocol;

/// How the upstream spells its stream.
///
/// ```
/// use wirefault::stream::{Dialect, Guard, GuardOptions};
///
/// let guard = Guard::new(GuardOptions::new(Dialect::OpenAiChat));
/// assert!(!guard.has_started());
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Dialect {
    /// Found out from the first bytes and the first event.
    #[default]
    Auto,
    /// OpenAI Chat Completions and legacy Completions, and everything that copies them.
    OpenAiChat,
    /// OpenAI Responses.
    OpenAiResponses,
    /// Anthropic Messages.
    Anthropic,
    /// Gemini with `alt=sse`.
    GeminiSse,
    /// Gemini without `alt=sse`: one JSON array, element by element.
    GeminiArray,
    /// Ollama's own API: one JSON object a line.
    Ollama,
    /// AWS event-stream frames, as Bedrock sends them.
    Bedrock,
    /// Alibaba DashScope's own API.
    DashScope,
    /// Cohere v1 and v2.
    Cohere,
    /// MiniMax: Chat chunks with a status of their own in each.
    MiniMax,
}

/// How bytes fall into events.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Framing {
    /// Server-sent events: a blank line ends one.
    Sse,
    /// One JSON text a line.
    Lines,
    /// One JSON array; each element is an event.
    Array,
    /// Length-prefixed binary frames.
    Frames,
}

/// Where a stream shows that it is whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Closing {
    /// In its last event, which is no JSON object: a last event that ends in `}` is none.
    LastByte,
    /// In its last event, somewhere.
    LastEvent,
    /// In any event that holds these bytes.
    Needle(&'static str),
    /// The array's bracket.
    Bracket,
}

/// What an event means when a name, a literal or a member says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sense {
    /// The upstream failed.
    Failure,
    /// The stream is whole.
    Terminal,
    /// A sign of life and nothing else.
    Ping,
    /// A fact for whoever writes the next event.
    Fact(Fact),
    /// A dialect gives itself away.
    Speaks(Dialect),
}

/// A fact that a writer continues from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fact {
    Sequence,
    Id,
    Model,
    Created,
}

/// What a member's value has to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Test {
    /// Neither null, false, nor empty.
    Present,
    /// This string.
    Is(&'static str),
    /// A string that starts so.
    Starts(&'static str),
    /// `true`.
    True,
    /// A number other than zero.
    NonZero,
    /// A string that is neither empty nor the word `null`.
    Word,
    /// There at all, whatever the value.
    Any,
}

/// One member of an event's JSON and what it says. `*` stands for any index of an array.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Mark {
    pub(crate) path: &'static [&'static str],
    pub(crate) test: Test,
    pub(crate) sense: Sense,
}

/// A dialect.
#[derive(Debug)]
pub(crate) struct Row {
    pub(crate) dialect: Dialect,
    pub(crate) framing: Framing,
    /// Bytes besides [`NEEDLE`] without which no event of this dialect is an error.
    pub(crate) needles: &'static [&'static str],
    /// How events start that are surely content: nothing else about them has to be known.
    pub(crate) plain: &'static [&'static str],
    pub(crate) closing: Closing,
    /// Event names and frame types.
    pub(crate) names: &'static [(&'static str, Sense)],
    /// Payloads that are no JSON.
    pub(crate) literals: &'static [(&'static str, Sense)],
    pub(crate) marks: &'static [&'static [Mark]],
}

/// The word in every error event: as a key, as a type, as an event's name.
pub(crate) const NEEDLE: &str = "error";

/// How a JSON string spells an ASCII letter that needs no escape; no honest writer does.
pub(crate) const ESCAPE: &str = "\\u00";

/// The SSE field that names an event.
pub(crate) const NAME_FIELD: &str = "event";

/// The SSE field that carries an event's payload.
pub(crate) const DATA_FIELD: &str = "data";

/// All field names of the SSE specification.
pub(crate) const FIELDS: &[&str] = &["data", "event", "id", "retry"];

/// The bytes of every sign of life that is an event, so that others need no closer look.
pub(crate) const ALIVE: &[&str] = &["ping", "keepalive"];

/// The AWS headers that say what a frame is, and which of their values is a failure's.
pub(crate) const FRAME_KIND: &str = ":message-type";
pub(crate) const FRAME_FAILURES: &[&str] = &["exception", "error"];
pub(crate) const FRAME_NAMES: &[&str] = &[":event-type", ":exception-type", ":error-code"];

/// The JSON member of a Bedrock frame that wraps another dialect's event in base64.
pub(crate) const FRAME_BASE64: &str = "bytes";

const fn fail(path: &'static [&'static str], test: Test) -> Mark {
    Mark {
        path,
        test,
        sense: Sense::Failure,
    }
}

const fn end(path: &'static [&'static str], test: Test) -> Mark {
    Mark {
        path,
        test,
        sense: Sense::Terminal,
    }
}

const fn fact(path: &'static [&'static str], fact: Fact) -> Mark {
    Mark {
        path,
        test: Test::Any,
        sense: Sense::Fact(fact),
    }
}

const fn speaks(path: &'static [&'static str], test: Test, dialect: Dialect) -> Mark {
    Mark {
        path,
        test,
        sense: Sense::Speaks(dialect),
    }
}

/// Failures that any upstream may send, since gateways relay one another.
const COMMON: &[Mark] = &[
    fail(&["error"], Test::Present),
    fail(&["errors"], Test::Present),
    // Google wraps an early error in an array.
    fail(&["*", "error"], Test::Present),
    fail(&["type"], Test::Is("error")),
    fail(&["type"], Test::Is("response.failed")),
    fail(&["event_type"], Test::Is("error")),
    fail(&["object"], Test::Is("error")),
    // OpenRouter: a chunk whose choice ended in an error.
    fail(&["choices", "*", "finish_reason"], Test::Is("error")),
    // Groq: why a stream was stopped early.
    fail(&["x_groq", "error"], Test::Present),
    // Cohere v2.
    fail(&["delta", "finish_reason"], Test::Is("ERROR")),
    Mark {
        path: &["type"],
        test: Test::Is("ping"),
        sense: Sense::Ping,
    },
    Mark {
        path: &["type"],
        test: Test::Is("keepalive"),
        sense: Sense::Ping,
    },
];

const CHAT: &[Mark] = &[
    fact(&["id"], Fact::Id),
    fact(&["model"], Fact::Model),
    fact(&["created"], Fact::Created),
];

const RESPONSES: &[Mark] = &[
    end(&["type"], Test::Is("response.completed")),
    end(&["type"], Test::Is("response.incomplete")),
    fact(&["sequence_number"], Fact::Sequence),
    fact(&["response", "id"], Fact::Id),
    fact(&["response", "model"], Fact::Model),
    fact(&["response", "created_at"], Fact::Created),
];

const ANTHROPIC: &[Mark] = &[
    end(&["type"], Test::Is("message_stop")),
    fact(&["message", "id"], Fact::Id),
    fact(&["message", "model"], Fact::Model),
];

const GEMINI: &[Mark] = &[
    end(&["candidates", "*", "finishReason"], Test::Word),
    end(&["promptFeedback", "blockReason"], Test::Word),
    fact(&["responseId"], Fact::Id),
    fact(&["modelVersion"], Fact::Model),
];

const OLLAMA: &[Mark] = &[end(&["done"], Test::True), fact(&["model"], Fact::Model)];

const DASHSCOPE: &[Mark] = &[
    fail(&["code"], Test::Word),
    end(&["output", "finish_reason"], Test::Word),
    end(&["output", "choices", "*", "finish_reason"], Test::Word),
    fact(&["request_id"], Fact::Id),
];

const COHERE: &[Mark] = &[
    fail(&["finish_reason"], Test::Is("ERROR")),
    end(&["type"], Test::Is("message-end")),
    end(&["event_type"], Test::Is("stream-end")),
    end(&["is_finished"], Test::True),
    fact(&["id"], Fact::Id),
];

const MINIMAX: &[Mark] = &[fail(&["base_resp", "status_code"], Test::NonZero)];

/// What a first event tells about its dialect.
const DETECT: &[Mark] = &[
    speaks(&["base_resp"], Test::Any, Dialect::MiniMax),
    speaks(&["choices"], Test::Any, Dialect::OpenAiChat),
    speaks(&["candidates"], Test::Any, Dialect::GeminiSse),
    speaks(&["promptFeedback"], Test::Any, Dialect::GeminiSse),
    speaks(
        &["type"],
        Test::Starts("response."),
        Dialect::OpenAiResponses,
    ),
    speaks(&["type"], Test::Is("message_start"), Dialect::Anthropic),
    speaks(&["type"], Test::Starts("content_block"), Dialect::Anthropic),
    speaks(&["type"], Test::Is("message-start"), Dialect::Cohere),
    speaks(&["event_type"], Test::Is("stream-start"), Dialect::Cohere),
    speaks(&["output"], Test::Present, Dialect::DashScope),
    speaks(&["done"], Test::Any, Dialect::Ollama),
];

const NAMES: &[(&str, Sense)] = &[
    ("error", Sense::Failure),
    ("response.failed", Sense::Failure),
    ("ping", Sense::Ping),
    ("keepalive", Sense::Ping),
];

/// Bedrock's Converse ends with these two, in this order.
const FRAME_TYPES: &[(&str, Sense)] = &[
    ("error", Sense::Failure),
    ("messageStop", Sense::Terminal),
    ("metadata", Sense::Terminal),
];

/// A relay's habit where it is not the terminator: no content, and no end either.
const DONE_IS_NOTHING: &[(&str, Sense)] = &[("[DONE]", Sense::Ping)];
const DONE_ENDS: &[(&str, Sense)] = &[("[DONE]", Sense::Terminal)];

/// One row per dialect.
pub(crate) static ROWS: &[Row] = &[
    Row {
        dialect: Dialect::Auto,
        framing: Framing::Sse,
        needles: &[".failed", "base_resp", "ERROR"],
        plain: &[],
        closing: Closing::LastEvent,
        names: NAMES,
        literals: DONE_ENDS,
        marks: &[COMMON, RESPONSES, GEMINI, CHAT, MINIMAX, COHERE, ANTHROPIC],
    },
    Row {
        dialect: Dialect::OpenAiChat,
        framing: Framing::Sse,
        needles: &[],
        plain: &[],
        closing: Closing::LastByte,
        names: NAMES,
        literals: DONE_ENDS,
        marks: &[COMMON, CHAT],
    },
    Row {
        dialect: Dialect::OpenAiResponses,
        framing: Framing::Sse,
        needles: &[".failed"],
        plain: &[
            "event: response.output",
            "data: {\"type\":\"response.output",
        ],
        closing: Closing::LastEvent,
        names: NAMES,
        literals: DONE_IS_NOTHING,
        marks: &[COMMON, RESPONSES],
    },
    Row {
        dialect: Dialect::Anthropic,
        framing: Framing::Sse,
        needles: &[],
        plain: &["event: content_block", "data: {\"type\":\"content_block"],
        closing: Closing::LastEvent,
        names: NAMES,
        literals: DONE_IS_NOTHING,
        marks: &[COMMON, ANTHROPIC],
    },
    Row {
        dialect: Dialect::GeminiSse,
        framing: Framing::Sse,
        needles: &[],
        plain: &[],
        closing: Closing::Needle("Reason\""),
        names: NAMES,
        literals: DONE_IS_NOTHING,
        marks: &[COMMON, GEMINI],
    },
    Row {
        dialect: Dialect::GeminiArray,
        framing: Framing::Array,
        needles: &[],
        plain: &[],
        closing: Closing::Bracket,
        names: NAMES,
        literals: &[],
        marks: &[COMMON, GEMINI],
    },
    Row {
        dialect: Dialect::Ollama,
        framing: Framing::Lines,
        needles: &[],
        plain: &["{\"model\":"],
        closing: Closing::LastEvent,
        names: NAMES,
        literals: &[],
        marks: &[COMMON, OLLAMA],
    },
    Row {
        dialect: Dialect::Bedrock,
        framing: Framing::Frames,
        needles: &["xception"],
        plain: &[],
        closing: Closing::LastEvent,
        names: FRAME_TYPES,
        literals: &[],
        // Frames wrap Anthropic events, Titan's, Cohere's and Converse's own.
        marks: &[COMMON, ANTHROPIC, COHERE],
    },
    Row {
        dialect: Dialect::DashScope,
        framing: Framing::Sse,
        needles: &["\"code\""],
        plain: &[],
        closing: Closing::LastEvent,
        names: NAMES,
        literals: DONE_ENDS,
        marks: &[COMMON, DASHSCOPE],
    },
    Row {
        dialect: Dialect::Cohere,
        framing: Framing::Sse,
        needles: &["ERROR"],
        plain: &[],
        closing: Closing::LastEvent,
        names: NAMES,
        literals: DONE_IS_NOTHING,
        marks: &[COMMON, COHERE],
    },
    Row {
        dialect: Dialect::MiniMax,
        framing: Framing::Sse,
        needles: &["base_resp"],
        plain: &[],
        closing: Closing::LastByte,
        names: NAMES,
        literals: DONE_ENDS,
        marks: &[COMMON, CHAT, MINIMAX],
    },
];

/// What a client of each protocol reads as a sign of life and nothing else; no row, no safe byte.
pub(crate) const KEEP_ALIVE: &[(Protocol, &[u8])] = &[
    (Protocol::OpenAiChat, b": keep-alive\n\n"),
    (Protocol::OpenAiResponses, b": keep-alive\n\n"),
    (
        Protocol::AnthropicMessages,
        b"event: ping\ndata: {\"type\": \"ping\"}\n\n",
    ),
    (Protocol::Native, b": keep-alive\n\n"),
];

/// What a first event is asked when nobody named the dialect.
pub(crate) const DETECTIVES: &[&[Mark]] = &[DETECT];

impl Dialect {
    /// Returns the dialect's row; the first one for a dialect without any.
    pub(crate) fn row(self) -> &'static Row {
        static NONE: Row = Row {
            dialect: Dialect::Auto,
            framing: Framing::Sse,
            needles: &[],
            plain: &[],
            closing: Closing::LastEvent,
            names: NAMES,
            literals: DONE_ENDS,
            marks: &[COMMON],
        };
        ROWS.iter().find(|row| row.dialect == self).unwrap_or(&NONE)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_dialect_has_one_row() {
        for row in ROWS {
            let same = ROWS.iter().filter(|other| other.dialect == row.dialect);
            assert_eq!(same.count(), 1, "{:?}", row.dialect);
            assert_eq!(row.dialect.row().dialect, row.dialect);
        }
    }
}
