//! What an upstream answered, read and named.
//!
//! [`read`] turns an answer into [`Facts`], [`classify`] names the [`Condition`], and
//! [`verdict`] says what the gateway should do next. None of them does any I/O, reads a clock,
//! panics, or takes anything for granted: a body may be HTML, cut, nested JSON, or empty.
//!
//! ```
//! use wirefault::upstream::{self, Answer, Condition, Failover};
//!
//! let body = br#"{"error":{"code":"insufficient_quota","message":"No credits remain."}}"#;
//! let answer = Answer { status: Some(429), ..Answer::new(body) };
//! let facts = upstream::read(&answer);
//! let found = upstream::classify(&answer, &facts);
//! assert_eq!(found.condition, Some(Condition::InsufficientBalance));
//! assert!(!found.retryable);
//! assert_eq!(found.failover, Failover::OtherKey);
//! ```

mod absorb;
mod answer;
mod attempts;
mod classify;
mod condition;
mod echo;
mod facts;
mod figures;
mod finds;
mod fold;
mod hints;
mod instant;
mod level;
mod mapping;
mod passthrough;
mod phrases;
mod reader;
mod rules;
mod shape;
mod span;
mod streamed;
mod text;
mod unread;
mod verdict;
mod wait_words;
mod waits;
mod walk;

#[rustfmt::skip]
mod figure_rows;
#[rustfmt::skip]
mod generated;
#[rustfmt::skip]
mod mapping_rows;
#[rustfmt::skip]
mod wait_rows;

#[cfg(feature = "codegen")]
pub(crate) use phrases::{
    CODE_LENGTH, NONE, SLOT_COUNT, START_BITS, slot, start_bit, word, words_of_code,
};

pub use answer::{Answer, HeadersView, Transport};
pub use attempts::{Attempt, Attempts};
pub use classify::{Classified, Explanation, classify, transport};
pub use condition::{Condition, Failover};
pub use facts::{Facts, Field};
pub use hints::{HintSource, RetryHint};
pub(crate) use mapping::STANDARD as STANDARD_MAPPING;
pub use mapping::{Credential, Failed, MessagePolicy, to_error};
pub use passthrough::{
    NumberOrWord, Outcome, Rule, RuleAnswer, RuleMatch, RuleTrace, Rules, answer,
};
pub use reader::{BODY_CAP, read};
pub use streamed::stream_error;
pub use verdict::{Cooldown, Next, Scope, Verdict, verdict};
