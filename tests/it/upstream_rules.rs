//! The rules as data: each is reached, and no two contradict.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value, json};
use wirefault::codegen::rules::{RuleRow, code, phrase};
use wirefault::upstream::{Answer, Condition, HeadersView, classify, read};

use crate::upstream_fresh::rule_file;

/// The text of a rule's example: its own, or its first phrase.
fn example_text(rule: &RuleRow) -> Option<String> {
    let plain = |text: &String| text.replace(" * ", " x ").replace('~', "");
    rule.example.clone().or_else(|| {
        let texts: Vec<_> = rule
            .text
            .first()
            .into_iter()
            .chain(rule.with.first())
            .collect();
        if texts.is_empty() {
            None
        } else {
            Some(texts.into_iter().map(plain).collect::<Vec<_>>().join(" "))
        }
    })
}

fn example_status(rule: &RuleRow) -> Option<u16> {
    let gate = rule
        .status
        .first()
        .map(|gate| if *gate < 10 { gate * 100 } else { *gate });
    rule.example_status.or(gate.filter(|status| *status >= 300))
}

#[test]
fn every_rule_is_reached_by_its_example() {
    let mut missed = Vec::new();
    for rule in &rule_file().rules {
        let mut error = Map::new();
        let mut put = |name: &str, value: Option<String>| {
            if let Some(value) = value {
                error.insert(name.to_owned(), Value::String(value));
            }
        };
        put("message", example_text(rule));
        put("code", rule.example_code.clone());
        put("param", rule.example_param.clone());
        let body = json!({ "error": error }).to_string();
        let answer = Answer {
            provider: rule
                .example_provider
                .as_deref()
                .or(rule.provider.first().map(String::as_str)),
            status: example_status(rule),
            ..Answer::new(body.as_bytes())
        };
        let found = classify(&answer, &read(&answer));
        if found.explanation.rule != rule.id {
            missed.push(format!(
                "{}: {body} is decided by {:?}",
                rule.id, found.explanation
            ));
        }
    }
    assert!(missed.is_empty(), "{}", missed.join("\n"));
}

/// Each row that holds less is reached by its example, and changes what would be on hold.
#[test]
fn every_hold_is_reached_by_its_example() {
    let file = rule_file();
    for hold in &file.holds {
        let mut error = Map::new();
        for (name, value) in [("message", &hold.example), ("code", &hold.example_code)] {
            if let Some(value) = value {
                error.insert(name.to_owned(), Value::String(value.clone()));
            }
        }
        let body = json!({ "error": error }).to_string();
        let answer = Answer {
            status: hold.example_status,
            ..Answer::new(body.as_bytes())
        };
        let found = classify(&answer, &read(&answer));
        let name: &str = found.condition.map_or("", Into::into);
        assert!(
            hold.condition.iter().any(|own| own == name),
            "{}: {found:?}",
            hold.id
        );
        let scope = found.cooldown.map(|cooldown| cooldown.scope);
        match (&hold.cooldown.scope, hold.cooldown.seconds) {
            (_, Some(0)) => assert_eq!(scope, None, "{}", hold.id),
            (Some(wanted), _) => {
                assert_eq!(scope.map(Into::into), Some(wanted.as_str()), "{}", hold.id);
            }
            (None, _) => {}
        }
        if let Some(seconds) = hold.cooldown.seconds.filter(|seconds| *seconds > 0) {
            let length = found.cooldown.map(|cooldown| cooldown.length.as_secs());
            assert_eq!(length, Some(seconds.into()), "{}: {found:?}", hold.id);
        }
    }
}

#[test]
fn names_are_known_and_ids_unique() {
    let file = rule_file();
    let mut ids = BTreeSet::new();
    for rule in &file.rules {
        assert!(ids.insert(&rule.id), "{} twice", rule.id);
        assert!(
            rule.condition.parse::<Condition>().is_ok(),
            "{}",
            rule.condition
        );
        let triggers = rule.text.len() + rule.code.len();
        assert!(triggers > 0, "{} has neither text nor code", rule.id);
        long_enough(&rule.id, [&rule.text, &rule.with, &rule.unless]);
    }
    for hold in &file.holds {
        assert!(ids.insert(&hold.id), "{} twice", hold.id);
        long_enough(&hold.id, [&hold.text, &hold.with, &hold.unless]);
    }
}

fn long_enough(id: &str, phrases: [&Vec<String>; 3]) {
    for text in phrases.into_iter().flatten() {
        for part in phrase(text).split(" * ") {
            assert!(
                part.trim_end_matches('~').len() >= 2,
                "{id}: {text:?} is too short"
            );
        }
    }
}

/// Returns true if some answer could open the gates of both.
fn overlap(one: &RuleRow, other: &RuleRow) -> bool {
    let meet = |one: u16, other: u16| one == other || one == other / 100 || other == one / 100;
    let status = one.status.is_empty()
        || other.status.is_empty()
        || one
            .status
            .iter()
            .any(|gate| other.status.iter().any(|gate2| meet(*gate, *gate2)));
    let provider = one.provider.is_empty()
        || other.provider.is_empty()
        || one
            .provider
            .iter()
            .any(|name| other.provider.contains(name));
    status && provider
}

#[test]
fn no_two_rules_contradict() {
    let file = rule_file();
    let mut by_trigger: BTreeMap<(bool, String), Vec<&RuleRow>> = BTreeMap::new();
    for rule in &file.rules {
        let texts: BTreeSet<_> = rule.text.iter().map(|text| (true, phrase(text))).collect();
        let codes: BTreeSet<_> = rule.code.iter().map(|text| (false, code(text))).collect();
        let codes = if texts.is_empty() {
            codes
        } else {
            BTreeSet::new()
        };
        for trigger in texts.into_iter().chain(codes) {
            by_trigger.entry(trigger).or_default().push(rule);
        }
    }
    let mut clashes = Vec::new();
    for ((_, trigger), rules) in &by_trigger {
        for (index, one) in rules.iter().enumerate() {
            for other in &rules[index + 1..] {
                let differ = one.condition != other.condition;
                if differ && one.rank == other.rank && overlap(one, other) {
                    clashes.push(format!("{trigger:?}: {} and {}", one.id, other.id));
                }
                let (first, second) = if one.rank <= other.rank {
                    (one, other)
                } else {
                    (other, one)
                };
                if differ && first.rank < second.rank && ungated(first) {
                    clashes.push(format!(
                        "{trigger:?}: {} never lets {} decide",
                        first.id, second.id
                    ));
                }
            }
        }
    }
    assert!(clashes.is_empty(), "{}", clashes.join("\n"));
}

fn ungated(rule: &RuleRow) -> bool {
    rule.with.is_empty()
        && rule.unless.is_empty()
        && rule.status.is_empty()
        && rule.provider.is_empty()
        && rule.param.is_empty()
        && (rule.text.is_empty() || rule.code.is_empty())
}

/// A rule that reads a code of one provider: a number, or a code that only that provider means so.
fn is_code_table(rule: &RuleRow) -> bool {
    let number = |text: &String| text.bytes().all(|byte| byte.is_ascii_digit());
    let vendor_file = ["ark_", "hunyuan_", "qianfan_"];
    !rule.code.is_empty()
        && rule.text.is_empty()
        && (rule.code.iter().all(number)
            || vendor_file.iter().any(|start| rule.id.starts_with(start)))
}

#[test]
fn each_table_of_a_providers_codes_names_its_page() {
    let file = rule_file();
    let tables: Vec<_> = file
        .rules
        .iter()
        .filter(|rule| is_code_table(rule))
        .collect();
    assert!(tables.len() > 50, "{}", tables.len());
    for rule in tables {
        let source = rule.source.as_deref().unwrap_or_default();
        assert!(source.starts_with("https://"), "{}: {source:?}", rule.id);
    }
}

#[test]
fn a_rate_with_a_wait_of_hours_is_a_used_up_window() {
    let body = br#"{"error":{"message":"This request would exceed your account's rate limit."}}"#;
    let cases = [
        ("30", "rate_limited"),
        ("3600", "rate_limited"),
        ("9000", "quota_exhausted_window"),
    ];
    for (wait, expected) in cases {
        let headers = [("retry-after", wait)];
        let answer = Answer {
            status: Some(429),
            headers: HeadersView::Pairs(&headers),
            ..Answer::new(body)
        };
        let found = classify(&answer, &read(&answer));
        let name: &str = found.condition.map_or("", Into::into);
        assert_eq!(name, expected, "{wait}");
        assert_eq!(found.retryable, expected == "rate_limited", "{wait}");
    }
}

#[test]
fn a_topic_needs_the_status_it_hangs_on() {
    let body = br#"{"error":{"message":"We looked for that model."}}"#;
    let of = |status| {
        let answer = Answer {
            status,
            ..Answer::new(body)
        };
        classify(&answer, &read(&answer)).condition
    };
    assert_eq!(of(Some(404)), Some(Condition::ModelNotFound));
    assert_eq!(of(None), Some(Condition::UpstreamInternal));
}
