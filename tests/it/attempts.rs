//! What a chain of failed attempts tells the client.

use std::time::Duration;

use wirefault::catalog::Retry;
use wirefault::sanitise::Sanitiser;
use wirefault::upstream::{self, Attempts, Classified, Condition, Credential, Failed, Transport};
use wirefault::{Catalog, Context, GatewayError, Renderer, Value};

/// The conditions from what the client can mend down to what only the operator can.
const ORDER: &[(&[Condition], bool)] = &[
    (
        &[
            Condition::InvalidRequest,
            Condition::ContextLengthExceeded,
            Condition::RequestTooLarge,
            Condition::ContentFiltered,
            Condition::UnsupportedMedia,
            Condition::InvalidToolCall,
            Condition::ModelNotFound,
        ],
        false,
    ),
    (&[Condition::QuotaExhaustedWindow], false),
    (&[Condition::RateLimited], false),
    (&[Condition::Conflict], false),
    (&[Condition::UpstreamOverloaded], false),
    (&[Condition::Timeout], false),
    (&[Condition::UpstreamUnavailable], true),
    (&[Condition::UpstreamInternal, Condition::Cancelled], true),
    (
        &[
            Condition::InvalidApiKey,
            Condition::MissingApiKey,
            Condition::PermissionDenied,
            Condition::IpOrRegionBlocked,
            Condition::AccountDisabled,
            Condition::InsufficientBalance,
            Condition::ModelNotAllowed,
            Condition::EndpointNotFound,
        ],
        true,
    ),
];

fn found(condition: Condition) -> Classified {
    let mut found = upstream::transport(Transport::Timeout);
    found.condition = Some(condition);
    found
}

fn alone(condition: Condition) -> GatewayError {
    let found = found(condition);
    upstream::to_error(
        &Failed::new(&found),
        Catalog::standard(),
        Sanitiser::standard(),
    )
}

fn chain(failed: &[(Condition, Option<u64>)]) -> Attempts {
    let mut attempts = Attempts::new();
    for (condition, wait) in failed {
        let wait = wait.map(Duration::from_secs);
        attempts.push(&found(*condition), wait, alone(*condition));
    }
    attempts
}

#[test]
fn each_rank_beats_those_below_it_wherever_it_stands() {
    for (at, (above, together)) in ORDER.iter().enumerate() {
        for better in *above {
            for worse in ORDER[at + 1..].iter().flat_map(|rank| rank.0) {
                let wanted = match together {
                    true => "all_candidates_failed".to_owned(),
                    false => alone(*better).key().to_owned(),
                };
                for pair in [[*better, *worse], [*worse, *better]] {
                    let told = chain(&pair.map(|one| (one, None))).conclude();
                    assert_eq!(told.key(), wanted, "{pair:?}");
                }
            }
        }
    }
    let all = ORDER.iter().map(|rank| rank.0.len()).sum::<usize>();
    assert_eq!(all, <Condition as strum::VariantArray>::VARIANTS.len());
}

#[test]
fn one_failure_is_told_as_it_is() {
    for condition in ORDER.iter().flat_map(|rank| rank.0) {
        let told = chain(&[(*condition, None)]).conclude();
        assert_eq!(told.key(), alone(*condition).key(), "{condition}");
    }
}

#[test]
fn of_equals_the_latest_is_told() {
    let mut attempts = Attempts::new();
    for text in ["first", "second"] {
        let error = alone(Condition::RateLimited).with("attempt", text.to_owned());
        attempts.push(&found(Condition::RateLimited), None, error);
    }
    let told = attempts.conclude();
    assert_eq!(
        told.param("attempt").and_then(Value::as_text),
        Some("second")
    );
    let told = chain(&[
        (Condition::ContentFiltered, None),
        (Condition::InvalidRequest, None),
    ]);
    assert_eq!(told.conclude().key(), "upstream_bad_request");
}

#[test]
fn the_smallest_wait_of_what_is_told() {
    use Condition::{RateLimited, UpstreamInternal, UpstreamOverloaded, UpstreamUnavailable};
    let wait = |failed: &[(Condition, Option<u64>)]| {
        chain(failed)
            .conclude()
            .retry_after()
            .map(|wait| wait.as_secs())
    };
    assert_eq!(
        wait(&[(RateLimited, Some(40)), (RateLimited, Some(20))]),
        Some(20)
    );
    assert_eq!(
        wait(&[(RateLimited, Some(20)), (RateLimited, None)]),
        Some(20)
    );
    // Another kind's wait says nothing of this one.
    assert_eq!(
        wait(&[(UpstreamOverloaded, Some(1)), (RateLimited, Some(20))]),
        Some(20)
    );
    assert_eq!(
        wait(&[(UpstreamOverloaded, Some(1)), (RateLimited, None)]),
        None
    );
    // Told as one, the first to be well again counts.
    assert_eq!(
        wait(&[(UpstreamUnavailable, Some(9)), (UpstreamInternal, Some(3))]),
        Some(3)
    );
}

#[test]
fn several_hopeless_failures_are_told_as_one_with_their_number() {
    use Condition::{InvalidApiKey, PermissionDenied, UpstreamUnavailable};
    let told = chain(&[
        (UpstreamUnavailable, None),
        (InvalidApiKey, None),
        (InvalidApiKey, None),
    ])
    .conclude();
    assert_eq!(told.key(), "all_candidates_failed");
    assert_eq!(told.param("attempts"), Some(&Value::from(3_u64)));
    let renderer = Renderer::standard();
    let message = renderer.message(&told, &Context::new());
    assert!(message.contains('3'), "{message}");
    assert!(renderer.advice(&told, &Context::new()).should_retry);
    let hopeless = chain(&[(PermissionDenied, Some(5)), (InvalidApiKey, None)]).conclude();
    assert_eq!(hopeless.retry(), Retry::Never);
    let advice = renderer.advice(&hopeless, &Context::new());
    assert!(
        !advice.should_retry && advice.retry_after.is_none(),
        "{advice:?}"
    );
}

#[test]
fn what_is_wrong_with_the_clients_own_key_is_told_before_what_ails_upstreams() {
    let refused = |credential| {
        let found = found(Condition::InvalidApiKey);
        let failed = Failed {
            credential,
            ..Failed::new(&found)
        };
        let error = upstream::to_error(&failed, Catalog::standard(), Sanitiser::standard());
        let mut attempts = chain(&[(Condition::RateLimited, Some(5))]);
        attempts.push(&found, None, error);
        attempts.push(
            &self::found(Condition::UpstreamInternal),
            None,
            alone(Condition::UpstreamInternal),
        );
        attempts.conclude()
    };
    let client = refused(Credential::Client);
    assert_eq!((client.key(), client.status()), ("invalid_api_key", 401));
    // With the gateway's own it is the operator's, and a shorter way than this one is open.
    assert_eq!(refused(Credential::Gateway).key(), "upstream_rate_limited");
}

#[test]
fn a_client_that_went_away_and_no_candidate_at_all() {
    let mut gone = chain(&[(Condition::RateLimited, None)]);
    gone.client_gone();
    let told = gone.conclude();
    assert_eq!((told.key(), told.status()), ("client_closed_request", 499));
    assert_eq!((gone.len(), gone.iter().count()), (1, 1));
    let none = Attempts::new();
    assert!(none.is_empty());
    assert_eq!(none.conclude().key(), "no_channel_available");
    assert_eq!(none.conclude().status(), 503);
}
