//! The exports: their form, their order, and that they say what the renderer does.

use std::collections::HashSet;

use serde_json::Value;
use wirefault::catalog::{Catalog, Layer};
use wirefault::export::{self, Audience, schema};
use wirefault::{ErrorCode, Protocol, Renderer};

use crate::fresh::fresh;
use crate::keys::{Keys, pretty};

fn standard() -> &'static Renderer {
    Renderer::standard()
}

fn layered(layer: &str) -> Renderer {
    let layer = Layer::from_json("acme.json", layer).unwrap();
    let catalog = Catalog::builder().layer(layer).build().unwrap();
    Renderer::new(catalog).unwrap()
}

fn json(renderer: &Renderer, audience: Audience) -> Value {
    serde_json::from_str(&export::json(renderer, audience, "en")).unwrap()
}

/// Returns every `id` of a page.
fn ids(page: &str) -> Vec<&str> {
    let attributes = page.split(" id=\"").skip(1);
    attributes
        .map(|rest| rest.split('"').next().unwrap())
        .collect()
}

#[test]
fn fresh_schemas() {
    for (name, text) in [
        ("catalog", schema::catalog()),
        ("layer", schema::layer()),
        ("language", schema::language()),
        ("export", schema::export()),
    ] {
        fresh(&format!("catalog/schema/{name}.schema.json"), &text);
    }
}

#[test]
fn the_first_seven_fields_and_their_order() {
    let export = json(standard(), Audience::Public);
    let entries = export["entries"].as_array().unwrap();
    assert_eq!(entries.len(), ErrorCode::ALL.len());
    for (entry, code) in entries.iter().zip(ErrorCode::ALL) {
        let text = export::entry_json(standard(), code.as_str(), Audience::Public, "en").unwrap();
        let names = serde_json::from_str::<Keys>(&text).unwrap().0;
        let wanted = [
            "code",
            "type",
            "http_status",
            "title",
            "description",
            "remediation",
            "typical_param",
            "key",
            "category",
            "message",
        ];
        assert_eq!(names[..10], wanted, "{code}");
        assert_eq!(entry["key"], code.as_str());
        assert!(entry["remediation"].is_string() && entry["params"].is_array());
        assert!(entry["typical_param"].is_string() || entry["typical_param"].is_null());
        assert!(entry["doc_url"].is_null());
        assert_eq!(entry["message"], entry["messages"][0]);
        assert!(["never", "now", "after"].contains(&entry["retry"].as_str().unwrap()));
        assert_eq!(entry["rust_name"], format!("{code:?}"));
    }
}

#[test]
fn operators_read_more_than_the_public() {
    let (public, internal) = (
        json(standard(), Audience::Public),
        json(standard(), Audience::Internal),
    );
    assert!(public["entries"][0].get("operator_action").is_none());
    assert!(internal["entries"][0]["operator_action"].is_array());
    for (page, name) in [
        (export::json(standard(), Audience::Public, "en"), "json"),
        (export::html(standard(), "en"), "html"),
        (export::markdown(standard(), "en"), "markdown"),
    ] {
        for code in ErrorCode::ALL {
            for action in code.entry().operator_action.iter() {
                let (action, page) = (action.replace('`', ""), page.replace('`', ""));
                assert!(!page.contains(&action), "{name}: {code}");
            }
        }
    }
}

#[test]
fn codes_and_types_are_those_of_the_native_body() {
    let renderer = layered(
        r#"{"name": "acme", "code_style": "screaming", "doc_base_url": "https://acme.example/errors",
            "override": {"quota_exhausted": {"http_status": 412, "type": "quota"},
                         "model_not_found": {"code": "no_such_model"}}}"#,
    );
    let export = json(&renderer, Audience::Public);
    for entry in export["entries"].as_array().unwrap() {
        let error = renderer
            .catalog()
            .example(entry["key"].as_str().unwrap())
            .unwrap();
        let response: http::Response<Vec<u8>> =
            renderer.response(&error, Protocol::Native, &wirefault::Context::new());
        let body: Value = serde_json::from_slice(response.body()).unwrap();
        assert_eq!(entry["code"], body["error"]["code"]);
        assert_eq!(entry["type"], body["error"]["type"]);
        // A notice is no answer of its own; rendered as one it would be a failure of ours.
        if entry["kind"] != "notice" {
            assert_eq!(entry["http_status"], response.status().as_u16());
        }
    }
    let quota = export::entry_json(&renderer, "quota_exhausted", Audience::Public, "en").unwrap();
    let quota: Value = serde_json::from_str(&quota).unwrap();
    assert_eq!(quota["http_status"], 412);
    assert_eq!(quota["provenance"]["http_status"], "acme");
    assert_eq!(
        quota["doc_url"],
        "https://acme.example/errors#quota_exhausted"
    );
    let by_code = export::entry_json(&renderer, "no_such_model", Audience::Public, "en").unwrap();
    assert!(by_code.contains(r#""key":"model_not_found""#));
}

#[test]
fn a_closed_catalog_says_where_the_others_went() {
    let renderer = layered(
        r#"{"name": "acme", "only": ["internal_error", "invalid_api_key"],
            "fold": {"category:authentication": "invalid_api_key", "*": "internal_error"}}"#,
    );
    let export = json(&renderer, Audience::Public);
    assert_eq!(export["entries"].as_array().unwrap().len(), 2);
    assert_eq!(export["folded"]["missing_api_key"], "invalid_api_key");
    assert_eq!(export["folded"]["model_not_found"], "internal_error");
    assert!(export["folded"].get("internal_error").is_none());
}

#[test]
fn the_same_catalog_gives_the_same_bytes() {
    let first = export::json(standard(), Audience::Public, "en");
    assert_eq!(first, export::json(standard(), Audience::Public, "en"));
    let german = export::json(standard(), Audience::Public, "de");
    assert_ne!(export::etag(&first), export::etag(&german));
    assert!(german.contains(r#""language":"de""#));
}

#[test]
fn every_link_of_the_page_arrives() {
    let page = export::html(standard(), "en");
    let all = ids(&page);
    let known: HashSet<&str> = all.iter().copied().collect();
    assert_eq!(all.len(), known.len(), "an id occurs twice");
    for link in page.split("href=\"#").skip(1) {
        let target = link.split('"').next().unwrap();
        assert!(known.contains(target), "{target}");
    }
    for code in ErrorCode::ALL {
        let entry = code.entry();
        for name in std::iter::once(&entry.key).chain(entry.aliases.iter()) {
            assert!(known.contains(name.as_ref()), "{name}");
        }
    }
    assert!(!page.contains("<script") && !page.contains("src="));
}

#[test]
fn pages_lead_from_wire_codes_too() {
    let renderer = layered(
        r#"{"name": "acme", "code_style": "status",
            "override": {"model_not_found": {"code": "no such model", "deprecated":
                {"since": "2.0.0", "replaced_by": "model_not_available"}}}}"#,
    );
    let page = export::html(&renderer, "en");
    let all = ids(&page);
    let known: HashSet<&str> = all.iter().copied().collect();
    assert_eq!(all.len(), known.len(), "an id occurs twice");
    for id in ["no_such_model", "model_not_found", "429", "500"] {
        assert!(known.contains(id), "{id}");
    }
    let retired = "Retired in version 2.0.0. Use instead: <a href=\"#model_not_available\">";
    assert!(page.contains(retired));
}

#[test]
fn what_authors_write_is_no_markup() {
    let renderer = layered(
        r#"{"name": "<script>x</script>", "override": {"model_not_found":
            {"title": "<b>bold</b> & \"more\"", "description": "a | b <img src=x> `c|d`"}}}"#,
    );
    let page = export::html(&renderer, "en");
    assert!(!page.contains("<script>") && !page.contains("<img") && !page.contains("<b>"));
    assert!(page.contains("&lt;b&gt;bold&lt;/b&gt; &amp; &quot;more&quot;"));
    let page = export::markdown(&renderer, "en");
    assert!(page.contains("\\<b>bold\\</b>") && page.contains("a | b \\<img src=x> `c|d`"));
}

#[test]
fn pages_are_in_the_language_asked_for() {
    for (tag, title) in [("en", "Errors"), ("de", "Fehler"), ("zh-Hans", "错误")] {
        let page = export::html(standard(), tag);
        assert!(page.contains(&format!("<html lang=\"{tag}\">")));
        assert!(page.contains(&format!("<h1>{title}</h1>")));
        assert!(export::markdown(standard(), tag).starts_with(&format!("# {title}\n")));
    }
    assert!(export::html(standard(), "tlh").contains("<html lang=\"en\">"));
}

#[test]
fn tables_in_pages_are_refreshed() {
    let page = "# Limits\n\n<!-- errors:begin category=rate_limit page=errors.md -->\nold\n\
                <!-- errors:end -->\ntext\n```\n<!-- errors:begin -->\n```\n";
    let fresh = export::refresh(page, standard(), "en").unwrap();
    assert!(fresh.contains("| [`rate_limit_exceeded`](errors.md#rate_limit_exceeded) | 429 |"));
    assert!(!fresh.contains("old") && !fresh.contains("invalid_api_key"));
    assert!(fresh.ends_with("text\n```\n<!-- errors:begin -->\n```\n"));
    assert_eq!(export::refresh(&fresh, standard(), "en").unwrap(), fresh);
    for (page, wanted) in [
        ("<!-- errors:begin -->\n", "line 1: the table has no"),
        ("\n<!-- errors:end -->\n", "line 2: nothing has begun here"),
        (
            "<!-- errors:begin category=quotas -->\n<!-- errors:end -->",
            "line 1: there is no category `quotas`",
        ),
        (
            "<!-- errors:begin colour=red -->\n<!-- errors:end -->",
            "line 1: `colour=red` is no option",
        ),
        (
            "<!-- errors:begin -->\n<!-- errors:begin -->\n",
            "line 2: the table of line 1",
        ),
        ("<!-- errors:bgin -->\n", "line 1: `bgin` is neither"),
    ] {
        let error = export::refresh(page, standard(), "en")
            .unwrap_err()
            .to_string();
        assert!(error.starts_with(wanted), "{error}");
    }
}

/// A closed catalog of three entries of its own, so that goldens change with the exports alone.
const SMALL: &str = r#"{
  "name": "acme", "version": "3.1.0", "domain": "api.acme.example",
  "doc_base_url": "https://acme.example/errors",
  "only": [], "fold": {"*": "out_of_order"},
  "mapping": [{"condition": "timeout", "status": [504], "entry": "out_of_order"}],
  "entry": [
    {"key": "too_many_coffees", "category": "rate_limit", "http_status": 429, "retry": "after 2m",
     "fault": "client", "title": "Too many coffees", "code": "coffee",
     "message": ["No more than {limit} coffees per hour.", "Too many coffees."],
     "description": "The machine `M1` rests & cools | it is hot.",
     "causes": ["Somebody is *very* tired."],
     "remediation": ["Wait.", "Drink water."], "operator_action": ["Buy a second machine."],
     "params": {"limit": {"type": "int", "example": 3, "description": "How many may be had."}},
     "typical_param": "cups[0].size", "aliases": ["coffee_limit"], "related": ["out_of_order"],
     "gemini": {"quota_id": "CoffeesPerHour"}, "responses": {"stop_code": "rate_limit_exceeded"}},
    {"key": "out_of_order", "category": "internal", "http_status": 500, "retry": "never",
     "fault": "gateway", "title": "Out of order", "message": "The machine is out of order.",
     "description": "The machine is broken.", "causes": ["It is old."],
     "remediation": ["Report it."], "deprecated": {"since": "3.0.0", "replaced_by": "too_many_coffees"},
     "message_contract": "verbatim", "markers": ["out of order"]},
    {"key": "beans_low", "kind": "notice", "category": "notice", "http_status": 200,
     "retry": "never", "fault": "operator", "title": "Few beans left",
     "message": "Beans for {limit} coffees are left.", "description": "Beans run out soon.",
     "causes": ["Coffee was had."], "remediation": ["Nothing need be done."],
     "params": {"limit": {"type": "int", "example": 9, "description": "For how many."}},
     "notice": {"event": "acme.beans", "payload": ["code", "limit"], "body_field": "beans",
                "header": "x-beans", "header_value": "{limit}"}}
  ],
  "text": {"de": {"too_many_coffees": {"title": "Zu viel Kaffee"}}}
}"#;

#[test]
fn goldens() {
    let renderer = layered(SMALL);
    let mut json: Value = json(&renderer, Audience::Internal);
    // The layer's own row comes before those of the standard mapping.
    json["mapping"].as_array_mut().unwrap().truncate(2);
    insta::assert_snapshot!("json", pretty(json));
    insta::assert_snapshot!("markdown", export::markdown(&renderer, "en"));
    let openapi = serde_json::from_str(&export::openapi(&renderer)).unwrap();
    insta::assert_snapshot!("openapi", pretty(openapi));
    insta::assert_snapshot!("typescript", export::typescript(&renderer));
    insta::assert_snapshot!("python", export::python(&renderer));
    insta::assert_snapshot!("go", export::go(&renderer));
    let page = export::html(&renderer, "de");
    let (_, body) = page.split_once("</head>").unwrap();
    insta::assert_snapshot!("html", body);
}

#[test]
fn every_example_fits_the_schema_of_its_protocol() {
    let components: Value = serde_json::from_str(&export::openapi(standard())).unwrap();
    let components = &components["components"];
    let mut examples = 0;
    for response in components["responses"].as_object().unwrap().values() {
        for media in response["content"].as_object().unwrap().values() {
            let name = media["schema"]["$ref"].as_str().unwrap();
            let name = name.rsplit('/').next().unwrap();
            let schema = &components["schemas"][name];
            for example in media["examples"].as_object().unwrap().values() {
                for field in schema["required"].as_array().unwrap() {
                    assert!(
                        example["value"].get(field.as_str().unwrap()).is_some(),
                        "{name}"
                    );
                }
                examples += 1;
            }
        }
    }
    let errors = ErrorCode::ALL
        .iter()
        .filter(|code| code.entry().status.code(None) >= 400);
    assert_eq!(examples, errors.count() * Protocol::ALL.len());
    for (name, code) in [
        ("OpenAiChatErrorCode", "model_not_found"),
        ("GeminiErrorCode", "MODEL_NOT_FOUND"),
        ("AnthropicMessagesErrorType", "not_found_error"),
    ] {
        let known = &components["schemas"][name]["anyOf"][0]["enum"];
        assert!(known.as_array().unwrap().contains(&code.into()), "{name}");
    }
}
