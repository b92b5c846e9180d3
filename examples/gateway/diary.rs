//! What the operator reads of upstreams that failed: `--log`.

use std::fmt::{self, Display};

use wirefault::upstream::{Next, Verdict};

use crate::failure::Failure;

/// One candidate's failure, as a line.
///
/// The upstream's own words are for the operator alone, so they stand here and in no answer. Quoted
/// as they are, they cannot break the line.
pub struct Failed<'a> {
    pub upstream: &'a str,
    pub model: &'a str,
    pub failure: &'a Failure,
    pub verdict: &'a Verdict,
    pub request_id: &'a str,
}

/// A page or a prompt that was sent back need not fill the log.
const MOST_CHARS: usize = 500;

impl Display for Failed<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (failure, verdict) = (self.failure, self.verdict);
        write!(f, "warn upstream_failed upstream={}", place(self.upstream))?;
        write!(f, " model={:?}", short(self.model))?;
        match failure.status {
            Some(status) => write!(f, " status={status}")?,
            None => f.write_str(" status=-")?,
        }
        let condition = failure.found.condition;
        let condition = condition
            .as_ref()
            .map_or("-", |condition| condition.as_ref());
        write!(f, " condition={condition} next={}", Step(&verdict.next))?;
        if let Some(cooldown) = &verdict.cooldown {
            let scope = cooldown.scope.as_ref();
            write!(f, " cooldown={scope}:{}s", cooldown.length.as_secs())?;
        }
        if let Some(said) = failure.error.operator_text() {
            write!(f, " said={:?}", short(said.as_str()))?;
        }
        write!(f, " request_id={}", self.request_id)
    }
}

/// Another candidate that answered, as a line.
pub struct FailedOver<'a> {
    pub upstream: &'a str,
    pub model: &'a str,
    /// How many candidates had failed before.
    pub failed: usize,
    pub request_id: &'a str,
}

impl Display for FailedOver<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let upstream = place(self.upstream);
        let (model, failed, id) = (short(self.model), self.failed, self.request_id);
        write!(
            f,
            "info failed_over upstream={upstream} model={model:?} failed={failed} request_id={id}"
        )
    }
}

/// Names an upstream without what else an address can hold, such as a password.
fn place(url: &str) -> String {
    reqwest::Url::parse(url)
        .map_or_else(|_| "-".to_owned(), |url| url.origin().ascii_serialization())
}

fn short(text: &str) -> String {
    text.chars().take(MOST_CHARS).collect()
}

struct Step<'a>(&'a Next);

impl Display for Step<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Next::RetrySameKey { after } => write!(f, "retry_same_key:{}ms", after.as_millis()),
            Next::OtherKey => f.write_str("other_key"),
            Next::OtherChannel => f.write_str("other_channel"),
            Next::Stop => f.write_str("stop"),
            // Steps of later versions of the library.
            other => write!(f, "{other:?}"),
        }
    }
}
