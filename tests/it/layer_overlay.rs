//! An operator's runtime file: wording, languages and variables over a built catalog.

use std::sync::{Arc, RwLock};

use wirefault::catalog::{Layer, Problems};
use wirefault::{Catalog, Context, ErrorCode, GatewayError, Protocol, Renderer};

const GATEWAY: &str = r#"{
  "name": "acme",
  "code_style": "screaming",
  "language_policy": "message",
  "variables": {"dashboard_url": "https://acme.example/keys", "status_page": "https://acme.example/up"},
  "override": {"internal_error": {"message": "Broken, see {@status_page}."}}
}"#;

fn renderer() -> Renderer {
    let layer = Layer::from_json("acme.json", GATEWAY).unwrap();
    Renderer::build(Catalog::builder().layer(layer)).unwrap()
}

fn reload(renderer: &Renderer, text: &str) -> Result<Renderer, Problems> {
    let overlay = Layer::from_json("wording.json", text)?;
    Renderer::new(renderer.catalog().with_overlay(overlay)?)
}

fn message(renderer: &Renderer, language: &str) -> String {
    let context = Context::new().accept_language(language);
    renderer.message(&ErrorCode::InternalError.into(), &context)
}

#[test]
fn wording_languages_and_variables_change_and_nothing_else() {
    let before = renderer();
    assert_eq!(
        message(&before, "en"),
        "Broken, see https://acme.example/up."
    );
    let after = reload(
        &before,
        r#"{"name": "ops",
            "variables": {"status_page": "https://status.example"},
            "text": {"fr": {"internal_error": {"message": "En panne, voir {@status_page}."}}},
            "override": {"storage_error": {"title": "Disk trouble"}}}"#,
    )
    .unwrap();
    assert_eq!(message(&after, "en"), "Broken, see https://status.example.");
    assert_eq!(
        message(&after, "fr"),
        "En panne, voir https://status.example."
    );
    let catalog = after.catalog();
    let storage = catalog.get("storage_error").unwrap();
    assert_eq!(catalog.title(storage, "en"), "Disk trouble");
    assert_eq!(storage.origin("title"), "overlay:ops");
    assert_eq!(storage.origin("code"), "acme");
    assert_eq!(storage.origin("http_status"), "standard");
    assert_eq!(
        catalog.setting_origin("variables.status_page"),
        Some("overlay:ops")
    );
    assert_eq!(
        catalog.setting_origin("variables.dashboard_url"),
        Some("acme")
    );
    assert_eq!(storage.code().as_deref(), Some("STORAGE_ERROR"));
    // The catalog below is a value of its own and has not moved.
    assert_eq!(
        message(&before, "fr"),
        "Broken, see https://acme.example/up."
    );
}

#[test]
fn a_new_file_replaces_the_one_before() {
    let first = reload(
        &renderer(),
        r#"{"override": {"internal_error": {"message": "One."}}}"#,
    );
    let first = first.unwrap();
    assert_eq!(message(&first, "en"), "One.");
    let second = reload(
        &first,
        r#"{"override": {"storage_error": {"message": "Two."}}}"#,
    );
    assert_eq!(
        message(&second.unwrap(), "en"),
        "Broken, see https://acme.example/up."
    );
}

#[test]
fn a_broken_file_changes_nothing_and_lists_all_that_is_wrong() {
    let live = RwLock::new(Arc::new(renderer()));
    let swap = |text: &str| -> Result<(), Problems> {
        let next = reload(&live.read().unwrap(), text)?;
        *live.write().unwrap() = Arc::new(next);
        Ok(())
    };
    swap(r#"{"override": {"internal_error": {"message": "Swapped."}}}"#).unwrap();
    for (broken, rule) in [
        ("{", "syntax"),
        (r#"{"code_style": "status"}"#, "overlay-scope"),
        (
            r#"{"override": {"internal_error": {"http_status": 503}}}"#,
            "overlay-scope",
        ),
        (
            r#"{"override": {"intrnal_error": {"message": "x"}}}"#,
            "unknown-key",
        ),
        (
            r#"{"text": {"fr": {"quota_exhausted": {"message": "Vide."}}}}"#,
            "translation-params",
        ),
        (
            r#"{"override": {"internal_error": {"message": "See {@nowhere}."}}}"#,
            "unset-variable",
        ),
        (r#"{"default_language": "fr"}"#, "unknown-language"),
    ] {
        let problems = swap(broken).unwrap_err();
        assert!(
            problems.iter().any(|problem| problem.rule == rule),
            "{problems}"
        );
        let file = problems.0[0].file.as_deref();
        assert_eq!(file, Some("wording.json"), "{problems}");
        assert_eq!(message(&live.read().unwrap(), "en"), "Swapped.");
    }
    let many = r#"{"code_style": "status", "variables": {"A": "1"}, "override": {"nope": {}}}"#;
    assert_eq!(swap(many).unwrap_err().0.len(), 3);
}

/// White-label gateways: two catalogs beside each other, and no registry between them.
#[test]
fn catalogs_live_side_by_side() {
    let brand = |name: &str, style: &str| {
        let text = format!(r#"{{"name": "{name}", "code_style": "{style}"}}"#);
        let layer = Layer::from_json("brand.json", &text).unwrap();
        Renderer::build(Catalog::builder().layer(layer)).unwrap()
    };
    let (loud, bare) = (brand("loud", "screaming"), brand("bare", "absent"));
    let error = GatewayError::new(ErrorCode::ModelNotFound);
    let code = |renderer: &Renderer| {
        let mut body = Vec::new();
        renderer.body(&error, Protocol::OpenAiChat, &Context::new(), &mut body);
        Protocol::OpenAiChat.parse(&body).unwrap().code
    };
    assert_eq!(code(&loud).as_deref(), Some("MODEL_NOT_FOUND"));
    assert_eq!(code(&bare), None);
    assert_eq!(
        code(Renderer::standard()).as_deref(),
        Some("model_not_found")
    );
}

/// The runtime file of the examples, over the layer of the examples.
#[test]
fn the_example_file_applies() {
    let gateway = crate::gateways::harness::Gateway::new("dgx");
    let path = "examples/gateways/dgx/wording.json";
    let bytes = std::fs::read(crate::gateways::harness::root(path)).unwrap();
    let overlay = Layer::from_bytes(path, &bytes).unwrap();
    let catalog = gateway.renderer.catalog().with_overlay(overlay).unwrap();
    let first = &catalog.entries()[0];
    assert_eq!(
        catalog.remediation(first, "en"),
        ["Add `Authorization: Bearer <DGX_TOKEN>` to the request."]
    );
    assert_eq!(catalog.title(first, "fr"), "En-tête Authorization absent");
    assert_eq!(first.origin("text.fr"), "overlay:ops");
    assert_eq!(first.origin("code"), "dgx");
}
