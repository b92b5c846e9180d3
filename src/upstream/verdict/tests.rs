//! What a gateway does next, failure by failure.

use strum::VariantArray;

use super::*;
use crate::upstream::{Answer, Condition, HeadersView, Transport, classify, read, transport};

fn with(credential: Credential, status: u16, body: &str) -> Verdict {
    let answer = Answer {
        status: Some(status),
        ..Answer::new(body.as_bytes())
    };
    let facts = read(&answer);
    let hint = facts.retry_hint(&answer.headers, None);
    verdict(&classify(&answer, &facts), hint, credential)
}

fn of(status: u16, body: &str) -> Verdict {
    with(Credential::Gateway, status, body)
}

#[test]
fn next_steps_and_cooldowns() {
    let short = of(
        429,
        r#"{"error":{"message":"Rate limit reached, try again in 0.4s"}}"#,
    );
    assert_eq!(
        short.next,
        Next::RetrySameKey {
            after: Duration::from_millis(400)
        }
    );
    assert_eq!(short.cooldown, None);
    let long = of(
        429,
        r#"{"error":{"message":"Rate limit reached, try again in 45s"}}"#,
    );
    assert_eq!(long.next, Next::OtherKey);
    assert_eq!(
        long.cooldown,
        Some(Cooldown {
            scope: Scope::Key,
            length: Duration::from_secs(45),
            asked: Some(Duration::from_secs(45)),
        })
    );
    let day = of(
        429,
        r#"{"error":{"code":429,"message":"Quota exceeded. Please retry in 41s.","status":"RESOURCE_EXHAUSTED","details":[{"@type":"type.googleapis.com/google.rpc.QuotaFailure","violations":[{"quotaId":"GenerateRequestsPerDayPerProjectPerModel-FreeTier"}]},{"@type":"type.googleapis.com/google.rpc.RetryInfo","retryDelay":"41s"}]}}"#,
    );
    assert_eq!(day.next, Next::OtherKey);
    let length = day.cooldown.map(|cooldown| cooldown.length);
    assert!(
        length > Some(Duration::from_secs(600)),
        "the seconds are the minute's, not the day's: {day:?}"
    );
    assert_eq!(of(402, "").next, Next::OtherKey);
    assert!(!of(402, "").client_may_retry);
    assert_eq!(of(529, "").next, Next::OtherChannel);
    assert!(of(529, "").counts_against_health);
    assert!(of(529, "").client_may_retry && long.client_may_retry);
    let never = of(
        429,
        r#"{"error":{"message":"Request too large on tokens per min (TPM): Limit 6000, Requested 9000","code":"rate_limit_exceeded"}}"#,
    );
    assert!(!never.client_may_retry, "it can never pass: {never:?}");
    assert_eq!(
        of(400, r#"{"error":{"message":"bad field"}}"#).next,
        Next::Stop
    );
    assert_eq!(of(409, "").next, Next::RetrySameKey { after: PAUSE });
    assert_eq!(of(200, "{}").next, Next::Stop);
}

#[test]
fn failures_below_http() {
    let below = |failure| verdict(&transport(failure), None, Credential::Gateway);
    let gone = below(Transport::ClientGone);
    assert_eq!((gone.next, gone.counts_against_health), (Next::Stop, false));
    assert_eq!(below(Transport::Dns).next, Next::OtherChannel);
}

#[test]
fn a_cooldown_has_an_end_and_the_hint_stays_as_it_was() {
    let week = Some(Duration::from_secs(7 * 86_400));
    let said = "retry after 604800 seconds";
    let bodies = [
        (429, format!("Weekly limit reached, {said}"), Scope::Account),
        (529, format!("Overloaded, {said}"), Scope::Model),
        (
            503,
            format!("Down for maintenance, {said}"),
            Scope::Provider,
        ),
    ];
    for (status, body, scope) in bodies {
        let cooldown = of(status, &body).cooldown;
        let wanted = Cooldown {
            scope,
            length: scope.longest(),
            asked: week,
        };
        assert_eq!(cooldown, Some(wanted), "{body}");
    }
    // Nobody holds a client's connection for so long.
    let conflict = of(409, "Conflict, try again in 2 days");
    assert_eq!((conflict.next, conflict.cooldown), (Next::Stop, None));
    assert!(conflict.client_may_retry);
}

#[test]
fn what_a_failure_does_not_speak_of_is_not_on_hold() {
    let day = r#"{"error":{"code":429,"message":"You exceeded your current quota.","status":"RESOURCE_EXHAUSTED","details":[{"@type":"type.googleapis.com/google.rpc.QuotaFailure","violations":[{"quotaMetric":"generativelanguage.googleapis.com/generate_content_free_tier_requests","quotaId":"GenerateRequestsPerDayPerProjectPerModel-FreeTier","quotaDimensions":{"model":"gemini-x"}}]},{"@type":"type.googleapis.com/google.rpc.RetryInfo","retryDelay":"41s"}]}}"#;
    let project = day.replace("PerProjectPerModel-FreeTier", "PerProject");
    let zero = day.replace(
        "current quota.",
        "current quota. Quota exceeded for metric: x, limit: 0, model: gemini-x",
    );
    let minute = day.replace("PerDay", "PerMinute");
    let cases = [
        (429, day, Some((Scope::AccountModel, 3600))),
        (429, &project, Some((Scope::Account, 3600))),
        (429, &zero, Some((Scope::AccountModel, 41))),
        (429, &minute, Some((Scope::AccountModel, 41))),
        (
            400,
            r#"{"error":{"message":"Your organization must be verified to stream this model. Please go to: https://platform.openai.com/settings/organization/general and click on Verify Organization.","type":"invalid_request_error","param":"stream","code":"unsupported_value"}}"#,
            Some((Scope::AccountModel, 600)),
        ),
        (
            403,
            r#"{"error":{"message":"Your organization must be verified to use the model `o3`.","code":"model_not_found"}}"#,
            Some((Scope::AccountModel, 600)),
        ),
        (
            403,
            r#"{"error":{"message":"This organization has been disabled."}}"#,
            Some((Scope::Account, 86_400)),
        ),
        (
            429,
            r#"{"error":{"message":"Rate limit reached for gpt-9 in organization org-1 on requests per day (RPD): Limit 200, Used 200, Requested 1. Please try again in 7m12s."}}"#,
            Some((Scope::AccountModel, 432)),
        ),
        (
            429,
            r#"{"error":{"message":"Rate limit reached for gpt-9 in organization org-1 on tokens per min. Please try again in 6h0m0s."}}"#,
            Some((Scope::AccountModel, 21_600)),
        ),
        (
            429,
            r#"{"error":{"message":"Request too large for model `x` on tokens per minute (TPM): Limit 6000, Requested 12328"}}"#,
            None,
        ),
        (
            402,
            r#"{"error":{"message":"This request requires more credits, or fewer max_tokens. You requested up to 64000 tokens, but can only afford 3000.","code":402}}"#,
            Some((Scope::Account, 60)),
        ),
        (
            402,
            r#"{"error":{"message":"Insufficient credits. Add more using https://openrouter.ai/settings/credits","code":402}}"#,
            Some((Scope::Account, 3600)),
        ),
        (
            403,
            r#"{"error":{"message":"Key limit exceeded (total limit). Manage it using https://openrouter.ai/settings/keys","code":403}}"#,
            Some((Scope::Key, 3600)),
        ),
        (
            503,
            r#"{"error":{"message":"No available channel for model nonsense-1 under group default (distributor)","type":"new_api_error"}}"#,
            Some((Scope::Model, 30)),
        ),
        (
            404,
            r#"{"error":{"message":"Unknown request URL: POST /v1/nonsense.","type":"invalid_request_error"}}"#,
            Some((Scope::Model, 300)),
        ),
    ];
    for (status, body, wanted) in cases {
        let cooldown = of(status, body).cooldown;
        let found = cooldown.map(|cooldown| (cooldown.scope, cooldown.length.as_secs()));
        assert_eq!(found, wanted, "{status} {body}");
    }
}

#[test]
fn every_scope_has_a_longest_cooldown() {
    for scope in Scope::VARIANTS {
        assert!(scope.longest() >= Duration::from_secs(3600), "{scope:?}");
    }
    for condition in Condition::VARIANTS {
        if let Some((scope, seconds)) = condition.defaults().cooldown {
            assert!(Duration::from_secs(u64::from(seconds)) <= scope.longest());
        }
    }
}

#[test]
fn the_clients_own_key_is_no_matter_of_the_gateways() {
    let plan = "{\"error\":\"Your plan does not include access to model x\"}";
    let refused = [
        (401, ""),
        (402, ""),
        (403, ""),
        (429, ""),
        (
            429,
            "{\"error\":\"Weekly limit reached, resets in 7 days\"}",
        ),
        (403, plan),
    ];
    for (status, body) in refused {
        let ours = of(status, body);
        assert!(ours.cooldown.is_some(), "{status} {body}");
        let theirs = with(Credential::Client, status, body);
        assert_eq!(theirs.next, Next::Stop, "{status} {body}");
        assert_eq!(theirs.cooldown, None, "{status} {body}");
        assert!(!theirs.counts_against_health, "{status} {body}");
        assert_eq!(theirs.client_may_retry, ours.client_may_retry);
    }
    // Where it comes from and which model it names may hang on the key as well.
    for (status, body) in [(451, ""), (404, "model `x` does not exist")] {
        let theirs = with(Credential::Client, status, body);
        assert_eq!(theirs.next, Next::OtherChannel, "{status} {body}");
        assert_eq!(theirs.cooldown, None, "{status} {body}");
        assert!(!theirs.counts_against_health, "{status} {body}");
    }
    // A short wait is worth it with any key, and the provider's own failures are its own.
    let short = with(Credential::Client, 429, "try again in 0.4s");
    assert!(matches!(short.next, Next::RetrySameKey { .. }));
    for status in [500, 503, 504, 529] {
        assert_eq!(with(Credential::Client, status, ""), of(status, ""));
    }
}

/// What rows say of a short limit holds for a long one as well.
#[test]
fn a_long_wait_keeps_what_rows_say() {
    let long = |body: &str| {
        let answer = Answer {
            status: Some(429),
            headers: HeadersView::Pairs(&[("retry-after", "86400")]),
            ..Answer::new(body.as_bytes())
        };
        let facts = read(&answer);
        let found = classify(&answer, &facts);
        let hint = facts.retry_hint(&answer.headers, None);
        (found.condition, verdict(&found, hint, Credential::Gateway))
    };
    let (condition, plain) = long("Too many requests");
    assert_eq!(condition, Some(Condition::QuotaExhaustedWindow));
    assert_eq!(plain.next, Next::OtherKey);
    let (_, address) = long("error code: 1015");
    assert_eq!(address.next, Next::OtherChannel);
    assert_eq!(
        address.cooldown.map(|cooldown| cooldown.scope),
        Some(Scope::Provider)
    );
    let (_, large) = long(
        "Request too large for model `x` on tokens per minute (TPM): Limit 6000, Requested 12328",
    );
    assert_eq!(large.cooldown, None);
}

/// Words that a client chose put nothing on hold, not even a model.
#[test]
fn what_the_answer_repeats_holds_no_model() {
    let echoed = of(
        400,
        "Invalid value: 'usage limit for this model, try again in 20 hours'. Supported values are: 'low', 'high'.",
    );
    assert_eq!((echoed.next, echoed.cooldown), (Next::Stop, None));
}
