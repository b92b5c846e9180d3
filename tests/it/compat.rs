//! The compatibility check: every row of its table is caught, and nothing else is reported.

use serde_json::{Value, json};
use wirefault::Renderer;
use wirefault::compat::{
    self, Bump,
    ChangeKind::{self, *},
    RULES, Report, Severity, assert_compatible, check,
};
use wirefault::export::{self, Audience};

/// The standard catalog, and a few entries of which a layer has more to lose.
fn baseline() -> Value {
    let layer = r#"
name = "acme"
version = "2.0.0"
domain = "api.acme.example"
doc_base_url = "https://acme.example/errors"

[[entry]]
key = "acme_limit"
category = "invalid_request"
http_status = 422
retry = "after 20s"
fault = "client"
title = "Acme limit"
message = ["The limit {limit} is reached ({mode}).", "The limit is reached."]
description = "The limit of this gateway is reached."
causes = ["Many requests."]
remediation = ["Send less."]
operator_action = ["Raise it."]
typical_param = "messages"
aliases = ["acme_cap"]
related = ["rate_limit_exceeded"]
[entry.params.limit]
type = "int"
example = 5
[entry.params.mode]
type = "enum"
values = ["soft", "hard"]
example = "soft"
[entry.headers]
x-limit = "{limit}"
[entry.extensions]
limit = "{limit}"
[entry.gemini]
quota_id = "AcmePerDay"
quota_metric = "acme"
[entry.responses]
stop_code = "insufficient_quota"

[[entry]]
key = "acme_retired"
category = "invalid_request"
http_status = 400
retry = "until 00:00 UTC"
fault = "client"
title = "Retired"
message = "Retired."
description = "Retired."
remediation = ["None."]
[entry.deprecated]
since = "1.5.0"
replaced_by = "acme_limit"

[fold]
"#;
    let layer = layer.replace("\n[fold]\n", "");
    let layer = wirefault::catalog::Layer::from_toml("acme.toml", &layer).unwrap();
    let catalog = wirefault::Catalog::builder().layer(layer).build();
    let renderer = Renderer::new(catalog.unwrap_or_else(|problems| panic!("{problems}"))).unwrap();
    let mut value: Value =
        serde_json::from_str(&export::json(&renderer, Audience::Internal, "en")).unwrap();
    value["folded"] = json!({"key_of_old": "acme_limit"});
    value
}

fn entry<'v>(catalog: &'v mut Value, key: &str) -> &'v mut Value {
    let entries = catalog["entries"].as_array_mut().unwrap();
    entries
        .iter_mut()
        .find(|entry| entry["key"] == key)
        .unwrap()
}

fn remove(list: &mut Value, wanted: &str) {
    list.as_array_mut().unwrap().retain(|item| item != wanted);
}

fn push(list: &mut Value, item: impl Into<Value>) {
    list.as_array_mut().unwrap().push(item.into());
}

/// A change, where it shows, and what makes it.
type Mutation = (&'static str, ChangeKind, &'static str, fn(&mut Value));

/// One mutation for each row of the table.
const MUTATIONS: &[Mutation] = &[
    ("entry", Removed, "", |v| {
        v["entries"]
            .as_array_mut()
            .unwrap()
            .retain(|e| e["key"] != "invalid_json")
    }),
    ("entry", Renamed, "", |v| {
        let e = entry(v, "acme_limit");
        (e["key"], e["rust_name"]) = (json!("acme_max"), json!("AcmeMax"));
        push(&mut e["aliases"], "acme_limit");
    }),
    ("entry", Added, "", |v| {
        let mut new = entry(v, "acme_limit").clone();
        (new["key"], new["anchor"], new["aliases"]) =
            (json!("acme_new"), json!("acme_new"), json!([]));
        push(&mut v["entries"], new);
    }),
    ("entry", Deprecated, "", |v| {
        entry(v, "acme_limit")["deprecated"] = json!({"since": "2.0.0", "replaced_by": null})
    }),
    ("deprecated", Changed, "", |v| {
        entry(v, "acme_retired")["deprecated"]["replaced_by"] = json!("internal_error")
    }),
    ("deprecated", Removed, "", |v| {
        entry(v, "acme_retired")["deprecated"] = Value::Null
    }),
    ("rust_name", Changed, "", |v| {
        entry(v, "invalid_json")["rust_name"] = json!("InvalidJSON")
    }),
    ("code", Changed, "", |v| {
        entry(v, "invalid_json")["code"] = json!("bad_json")
    }),
    ("code", Changed, "the old code is an alias", |v| {
        let e = entry(v, "invalid_json");
        e["code"] = json!("bad_json");
        push(&mut e["aliases"], "invalid_json");
    }),
    ("type", Changed, "", |v| {
        entry(v, "invalid_json")["type"] = json!("bad_request")
    }),
    ("http_status", Changed, "", |v| {
        entry(v, "invalid_json")["http_status"] = json!(422)
    }),
    ("http_status_from_upstream", Changed, "", |v| {
        entry(v, "invalid_json")["http_status_from_upstream"] = json!(true)
    }),
    ("kind", Changed, "", |v| {
        entry(v, "invalid_json")["kind"] = json!("notice")
    }),
    ("fault", Changed, "", |v| {
        entry(v, "invalid_json")["fault"] = json!("operator")
    }),
    ("category", Changed, "", |v| {
        let e = entry(v, "invalid_json");
        (e["category"], e["fault"]) = (json!("internal"), json!("gateway"));
    }),
    ("category", Changed, "all else is as before", |v| {
        entry(v, "invalid_json")["category"] = json!("too_large")
    }),
    ("params", Removed, "", |v| {
        entry(v, "acme_limit")["params"]
            .as_array_mut()
            .unwrap()
            .remove(0);
    }),
    ("params", Changed, "type", |v| {
        entry(v, "acme_limit")["params"][0]["type"] = json!("string")
    }),
    ("params", Changed, "less exposed", |v| {
        entry(v, "acme_limit")["params"][0]["exposure"] = json!("secret")
    }),
    ("params", Changed, "more exposed", |v| {
        entry(v, "content_filtered")["params"][0]["exposure"] = json!("public")
    }),
    ("params", Changed, "values removed", |v| {
        remove(&mut entry(v, "acme_limit")["params"][1]["values"], "hard")
    }),
    ("params", Changed, "values added", |v| {
        push(&mut entry(v, "acme_limit")["params"][1]["values"], "harder")
    }),
    ("params", Changed, "texts", |v| {
        entry(v, "acme_limit")["params"][0]["example"] = json!("6")
    }),
    ("params", Added, "", |v| {
        push(
            &mut entry(v, "acme_limit")["params"],
            json!({"name": "more", "type": "int"}),
        )
    }),
    ("params", Added, "every message needs it", |v| {
        let e = entry(v, "acme_limit");
        push(&mut e["params"], json!({"name": "more", "type": "int"}));
        e["messages"] = json!(["The limit {limit} {more}.", "The limit {more}."]);
    }),
    ("anchor", Removed, "", |v| {
        entry(v, "acme_limit")["anchor"] = json!("limit")
    }),
    ("anchor", Changed, "the old anchor is an alias", |v| {
        let e = entry(v, "acme_limit");
        (e["anchor"], e["aliases"]) = (json!("limit"), json!(["acme_cap", "acme_limit"]));
    }),
    ("messages", Changed, "", |v| {
        entry(v, "acme_limit")["messages"][1] = json!("At the limit.")
    }),
    ("messages", Changed, "verbatim", |v| {
        entry(v, "context_length_exceeded")["messages"][2] = json!("Too long.")
    }),
    ("message_contract", Changed, "free", |v| {
        entry(v, "context_length_exceeded")["message_contract"] = json!("free")
    }),
    ("message_contract", Changed, "verbatim", |v| {
        entry(v, "acme_limit")["message_contract"] = json!("verbatim")
    }),
    ("markers", Removed, "", |v| {
        entry(v, "context_length_exceeded")["markers"] = json!([])
    }),
    ("markers", Added, "", |v| {
        push(&mut entry(v, "acme_limit")["markers"], "limit")
    }),
    ("retry", Changed, "", |v| {
        entry(v, "invalid_json")["retry"] = json!("now")
    }),
    ("retry_until", Changed, "", |v| {
        entry(v, "acme_retired")["retry_until"] = Value::Null
    }),
    ("retry_delay_s", Changed, "", |v| {
        entry(v, "acme_limit")["retry_delay_s"] = json!(30)
    }),
    ("aliases", Removed, "", |v| {
        entry(v, "acme_limit")["aliases"] = json!([])
    }),
    ("aliases", Added, "", |v| {
        push(&mut entry(v, "acme_limit")["aliases"], "acme_max")
    }),
    ("headers", Removed, "", |v| {
        entry(v, "acme_limit")["headers"] = json!({})
    }),
    ("headers", Changed, "", |v| {
        entry(v, "acme_limit")["headers"]["x-limit"] = json!("5")
    }),
    ("headers", Added, "", |v| {
        entry(v, "acme_limit")["headers"]["x-more"] = json!("5")
    }),
    ("extensions", Removed, "", |v| {
        entry(v, "acme_limit")["extensions"] = json!({})
    }),
    ("extensions", Changed, "", |v| {
        entry(v, "acme_limit")["extensions"]["limit"] = json!("5")
    }),
    ("extensions", Added, "", |v| {
        entry(v, "acme_limit")["extensions"]["more"] = json!("5")
    }),
    ("protocols.code", Changed, "", |v| {
        entry(v, "invalid_json")["protocols"]["gemini"]["code"] = json!("BAD_JSON")
    }),
    ("protocols.type", Changed, "", |v| {
        entry(v, "invalid_json")["protocols"]["gemini"]["type"] = json!("OUT_OF_RANGE")
    }),
    ("protocols.stop_code", Changed, "", |v| {
        entry(v, "acme_limit")["protocols"]["openai-responses"]["stop_code"] = json!("slow_down")
    }),
    ("protocols.quota_id", Changed, "", |v| {
        entry(v, "acme_limit")["protocols"]["gemini"]["quota_id"] = json!("AcmePerMinute")
    }),
    ("protocols.quota_metric", Changed, "", |v| {
        entry(v, "acme_limit")["protocols"]["gemini"]["quota_metric"] = json!("other")
    }),
    ("notice.event", Changed, "", |v| {
        entry(v, "tool_loop_max_iterations")["notice"]["event"] = json!("x.cap")
    }),
    ("notice.body_field", Changed, "", |v| {
        entry(v, "tool_loop_max_iterations")["notice"]["body_field"] = json!("x")
    }),
    ("notice.header", Changed, "", |v| {
        entry(v, "tool_loop_max_iterations")["notice"]["header"] = json!("x-cap")
    }),
    ("notice.header_value", Changed, "", |v| {
        entry(v, "tool_loop_max_iterations")["notice"]["header_value"] = json!("1")
    }),
    ("notice.payload", Removed, "", |v| {
        remove(
            &mut entry(v, "tool_loop_max_iterations")["notice"]["payload"],
            "iterations",
        )
    }),
    ("notice.payload", Added, "", |v| {
        push(
            &mut entry(v, "tool_loop_max_iterations")["notice"]["payload"],
            "more",
        )
    }),
    ("translations", Removed, "", |v| {
        remove(&mut entry(v, "invalid_json")["translations"], "de")
    }),
    ("translations", Added, "", |v| {
        push(&mut entry(v, "acme_limit")["translations"], "fr")
    }),
    ("stability", Changed, "experimental", |v| {
        entry(v, "invalid_json")["stability"] = json!("experimental")
    }),
    ("stability", Changed, "stable", |v| {
        entry(v, "acme_new_thing")["stability"] = json!("stable")
    }),
    ("title", Changed, "", |v| {
        entry(v, "invalid_json")["title"] = json!("Bad JSON")
    }),
    ("description", Changed, "", |v| {
        entry(v, "invalid_json")["description"] = json!("It is bad.")
    }),
    ("remediation", Changed, "", |v| {
        entry(v, "invalid_json")["remediation"] = json!("Write it well.")
    }),
    ("causes", Changed, "", |v| {
        entry(v, "invalid_json")["causes"] = json!([])
    }),
    ("operator_action", Changed, "", |v| {
        entry(v, "acme_limit")["operator_action"] = json!([])
    }),
    ("typical_param", Changed, "", |v| {
        entry(v, "acme_limit")["typical_param"] = json!("model")
    }),
    ("related", Changed, "", |v| {
        entry(v, "acme_limit")["related"] = json!([])
    }),
    ("since", Changed, "", |v| {
        entry(v, "acme_limit")["since"] = json!("9.0.0")
    }),
    ("mapping", Changed, "entry", |v| {
        v["mapping"][0]["entry"] = json!("internal_error")
    }),
    ("mapping", Changed, "message", |v| {
        v["mapping"][0]["message"] = json!("verbatim")
    }),
    ("mapping", Changed, "retry", |v| {
        v["mapping"][0]["retry"] = json!("now")
    }),
    ("mapping", Removed, "", |v| {
        v["mapping"].as_array_mut().unwrap().remove(0);
    }),
    ("mapping", Added, "", |v| {
        push(
            &mut v["mapping"],
            json!({"condition": ["timeout"], "provider": ["acme"], "entry": "acme_limit"}),
        )
    }),
    ("mapping", Added, "a new condition", |v| {
        push(
            &mut v["mapping"],
            json!({"condition": ["flooded"], "entry": "acme_limit"}),
        )
    }),
    ("folded", Changed, "", |v| {
        v["folded"]["key_of_old"] = json!("internal_error")
    }),
    ("folded", Removed, "", |v| v["folded"] = json!({})),
    ("folded", Added, "", |v| {
        v["folded"]["another"] = json!("internal_error")
    }),
    ("catalog.domain", Changed, "", |v| {
        v["catalog"]["domain"] = json!("other.example")
    }),
    ("catalog.doc_base_url", Changed, "", |v| {
        v["catalog"]["doc_base_url"] = json!("https://other.example")
    }),
    ("catalog.doc_base_url", Added, "", |v| {
        v["catalog"]["doc_base_url"] = json!("https://acme.example/errors")
    }),
    ("catalog.languages", Removed, "", |v| {
        remove(&mut v["catalog"]["languages"], "de")
    }),
    ("catalog.languages", Added, "", |v| {
        push(&mut v["catalog"]["languages"], "fr")
    }),
    ("catalog.language", Changed, "", |v| {
        v["catalog"]["language"] = json!("de")
    }),
    ("catalog.language_policy", Changed, "", |v| {
        v["catalog"]["language_policy"] = json!("message")
    }),
    ("catalog.retry_after_cap", Changed, "", |v| {
        v["catalog"]["retry_after_cap"] = Value::Null
    }),
    ("catalog.name", Changed, "", |v| {
        v["catalog"]["name"] = json!("other")
    }),
    ("*", Changed, "", |v| {
        entry(v, "invalid_json")["colour"] = json!("red")
    }),
];

/// What the old catalog has to be for a row, where it is not the baseline.
fn before(field: &str, kind: ChangeKind, when: &str, old: &mut Value) {
    match (field, kind, when) {
        ("stability", Changed, "stable") => {
            let mut new = entry(old, "acme_limit").clone();
            (new["key"], new["anchor"]) = (json!("acme_new_thing"), json!("acme_new_thing"));
            (new["aliases"], new["stability"]) = (json!([]), json!("experimental"));
            push(&mut old["entries"], new);
        }
        ("catalog.doc_base_url", Added, _) => old["catalog"]["doc_base_url"] = Value::Null,
        _ => {}
    }
}

#[test]
fn every_row_of_the_table_is_caught() {
    let base = baseline();
    for (field, kind, when, mutate) in MUTATIONS {
        let mut old = base.clone();
        before(field, *kind, when, &mut old);
        let mut new = old.clone();
        mutate(&mut new);
        assert_ne!(old, new, "{field} {kind} {when}: nothing was changed");
        let rule = RULES
            .iter()
            .find(|rule| rule.field == *field && rule.kind == *kind && rule.when == *when)
            .unwrap_or_else(|| panic!("no row for {field} {kind} {when}"));
        let report = check(&old, &new).unwrap();
        let caught = report.changes.iter().any(|change| {
            let named = *field == "*" || change.field.starts_with(field);
            named
                && change.kind == *kind
                && change.severity == rule.severity
                && change.message == rule.why
        });
        assert!(caught, "{field} {kind} {when} is not caught:\n{report}");
    }
}

#[test]
fn every_row_of_the_table_has_a_mutation() {
    for rule in RULES {
        let made = MUTATIONS.iter().any(|(field, kind, when, _)| {
            *field == rule.field && *kind == rule.kind && *when == rule.when
        });
        assert!(
            made,
            "no mutation for {} {} {}",
            rule.field, rule.kind, rule.when
        );
        assert!(!rule.why.is_empty());
    }
    assert_eq!(MUTATIONS.len(), RULES.len());
}

#[test]
fn every_field_of_the_export_has_a_row() {
    let base = baseline();
    let fields = base["entries"][0].as_object().unwrap().keys();
    for field in fields {
        let mut new = base.clone();
        new["entries"][0][field] = json!({"never": "seen"});
        let report = check(&base, &new).unwrap_or_default();
        let unknown = report
            .changes
            .iter()
            .any(|change| change.field == format!("*.{field}"));
        assert!(
            !unknown,
            "the export has the field `{field}`, the table has not"
        );
    }
}

#[test]
fn nothing_is_reported_of_what_is_the_same() {
    let base = baseline();
    let report = check(&base, &base).unwrap();
    assert_eq!(report, Report::default());
    assert_eq!(report.required_bump, Bump::None);
    // The order of entries and lists says nothing.
    let mut reversed = base.clone();
    reversed["entries"].as_array_mut().unwrap().reverse();
    assert!(check(&base, &reversed).unwrap().is_empty());
}

#[test]
fn a_renamed_entry_is_one_thing_and_its_variant_another() {
    let base = baseline();
    let mut new = base.clone();
    let renamed = entry(&mut new, "acme_limit");
    renamed["key"] = json!("acme_max");
    push(&mut renamed["aliases"], "acme_limit");
    let report = check(&base, &new).unwrap();
    let kinds: Vec<(ChangeKind, Severity)> = report
        .changes
        .iter()
        .map(|change| (change.kind, change.severity))
        .collect();
    assert_eq!(
        kinds,
        [(Renamed, Severity::Danger), (Added, Severity::Minor)]
    );
    assert_eq!(report.required_bump, Bump::Minor);
}

#[test]
fn experimental_entries_may_change() {
    let mut old = baseline();
    entry(&mut old, "acme_limit")["stability"] = json!("experimental");
    let mut new = old.clone();
    entry(&mut new, "acme_limit")["http_status"] = json!(400);
    let report = check(&old, &new).unwrap();
    assert_eq!(report.changes[0].severity, Severity::Minor);
}

#[test]
fn what_is_no_export_is_refused() {
    let good = json!({"entries": []});
    for bad in [
        json!(null),
        json!([]),
        json!({"entries": 1}),
        json!({"entries": [{}]}),
    ] {
        let error = check(&bad, &good).unwrap_err().to_string();
        assert!(error.contains("old"), "{error}");
        let error = check(&good, &bad).unwrap_err().to_string();
        assert!(error.contains("new"), "{error}");
    }
    // Entries of any shape are compared as far as they go.
    let odd = json!({"entries": [{"key": "a", "params": 7, "aliases": {}, "protocols": [1]}]});
    assert!(check(&odd, &odd).unwrap().is_empty());
}

#[test]
fn a_report_reads_as_text_json_and_changelog() {
    let base = baseline();
    let mut new = base.clone();
    entry(&mut new, "invalid_json")["http_status"] = json!(422);
    entry(&mut new, "acme_limit")["title"] = json!("The limit");
    let report = check(&base, &new).unwrap();
    let text = report.to_string();
    assert!(
        text.starts_with("breaking: `invalid_json`: `http_status` changed (400 → 422)"),
        "{text}"
    );
    let json = serde_json::to_value(&report).unwrap();
    assert_eq!(json["required_bump"], "major");
    assert_eq!(json["changes"][0]["severity"], "breaking");
    let changelog = report.changelog();
    assert!(
        changelog.starts_with("### Breaking\n\n- `invalid_json`"),
        "{changelog}"
    );
    assert!(
        changelog.contains("### Reworded\n\n- `acme_limit`: `title`"),
        "{changelog}"
    );
}

#[test]
fn the_standard_catalog_follows_its_released_baselines() {
    let folder = format!("{}/catalog/released", env!("CARGO_MANIFEST_DIR"));
    assert_compatible(folder, Renderer::standard());
    assert_eq!(compat::RELEASE, "WIREFAULT_RELEASE");
}
