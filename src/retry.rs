//! From an entry's retry advice to what a client is told.
//!
//! Nothing here reads a clock; where the time of day matters it is passed in.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use crate::catalog::Retry;

/// The longest wait, in seconds, after which a client may be told to try again by itself.
///
/// Claude Code gives up above it, openai-node ignores such a header, and anthropic-python sleeps
/// as long as it is told.
pub const LONGEST_WAIT: u64 = 60;

/// What a client is told about trying again.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Advice {
    /// The value of `x-should-retry`.
    pub should_retry: bool,
    /// The wait that the headers name: never zero, never above the catalog's cap.
    pub retry_after: Option<Duration>,
    /// The wait as far as it is known, for texts and `RetryInfo`.
    pub wait: Option<Duration>,
}

/// Decides what a client is told.
///
/// `wait` is what is known of this one failure, `cap` the longest wait that headers may name in
/// seconds (None lifts it), and `now` the time of day, for advice that ends at midnight.
///
/// ```
/// use std::time::Duration;
/// use wirefault::catalog::Retry;
/// use wirefault::retry::advise;
///
/// let advice = advise(Retry::After(None), Some(Duration::from_secs(2)), Some(60), None);
/// assert!(advice.should_retry);
/// let advice = advise(Retry::After(None), Some(Duration::from_secs(3600)), Some(60), None);
/// assert_eq!((advice.should_retry, advice.retry_after), (false, None));
/// ```
pub fn advise(
    retry: Retry,
    wait: Option<Duration>,
    cap: Option<u64>,
    now: Option<SystemTime>,
) -> Advice {
    let wait = match retry {
        Retry::Never => return Advice::default(),
        Retry::Now => {
            return Advice {
                should_retry: true,
                ..Advice::default()
            };
        }
        Retry::After(default) => wait.or(default),
        Retry::UntilUtcMidnight => {
            let Some(wait) = wait.or_else(|| now.map(until_utc_midnight)) else {
                return Advice::default();
            };
            Some(wait)
        }
    };
    // A wait of zero makes clients hammer.
    let wait = wait.map(|wait| wait.max(Duration::from_secs(1)));
    let Some(length) = wait else {
        return Advice {
            should_retry: true,
            ..Advice::default()
        };
    };
    let seconds = whole_seconds(length);
    Advice {
        should_retry: seconds <= LONGEST_WAIT,
        retry_after: cap.is_none_or(|cap| seconds <= cap).then_some(length),
        wait,
    }
}

/// Returns the time to the next midnight, UTC.
pub fn until_utc_midnight(now: SystemTime) -> Duration {
    const DAY: u64 = 86_400;
    let since = now.duration_since(UNIX_EPOCH).unwrap_or_default();
    let into_day = Duration::new(since.as_secs() % DAY, since.subsec_nanos());
    Duration::from_secs(DAY).saturating_sub(into_day)
}

/// Returns whole seconds, rounded up.
pub fn whole_seconds(wait: Duration) -> u64 {
    wait.as_secs()
        .saturating_add(u64::from(wait.subsec_nanos() > 0))
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn secs(seconds: u64) -> Option<Duration> {
        Some(Duration::from_secs(seconds))
    }

    #[test]
    fn table() {
        let midnight = Retry::UntilUtcMidnight;
        let noon = UNIX_EPOCH + Duration::from_secs(86_400 * 20 + 43_200);
        for (retry, wait, cap, now, should_retry, header) in [
            (Retry::Never, secs(5), Some(60), None, false, None),
            (Retry::Now, secs(5), Some(60), None, true, None),
            (Retry::After(None), None, Some(60), None, true, None),
            (Retry::After(secs(2)), None, Some(60), None, true, secs(2)),
            (
                Retry::After(secs(2)),
                secs(7),
                Some(60),
                None,
                true,
                secs(7),
            ),
            (Retry::After(None), secs(0), Some(60), None, true, secs(1)),
            (Retry::After(None), secs(60), Some(60), None, true, secs(60)),
            (Retry::After(None), secs(61), Some(60), None, false, None),
            (Retry::After(None), secs(61), None, None, false, secs(61)),
            (Retry::After(None), secs(61), Some(30), None, false, None),
            (midnight, None, Some(60), None, false, None),
            (midnight, None, None, Some(noon), false, secs(43_200)),
            (
                midnight,
                None,
                Some(60),
                Some(noon + Duration::from_secs(43_170)),
                true,
                secs(30),
            ),
        ] {
            let advice = advise(retry, wait, cap, now);
            assert_eq!(
                (advice.should_retry, advice.retry_after),
                (should_retry, header),
                "{retry:?} {wait:?} {cap:?}"
            );
        }
    }

    #[test]
    fn midnight_before_the_epoch_is_no_panic() {
        assert_eq!(until_utc_midnight(UNIX_EPOCH), Duration::from_secs(86_400));
        let _ = until_utc_midnight(UNIX_EPOCH - Duration::from_secs(1));
    }
}
