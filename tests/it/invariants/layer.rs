//! A layer's file: problems, or a catalog of which every entry can be answered.

use wirefault::catalog::{File, Layer, Problems};
use wirefault::export::{self, Audience};
use wirefault::upstream::Rules;
use wirefault::{Catalog, Context, GatewayError, Renderer, codegen};

/// A text that breaks what is put together carelessly.
const TEXT: &str = "\"},{\\\n\ndata: {model} \u{2028}\0";

/// Loads a file; returns whether it was accepted.
pub(crate) fn holds(name: &str, bytes: &[u8]) -> bool {
    let built = Layer::from_bytes(name, bytes)
        .and_then(|layer| Renderer::build(Catalog::builder().layer(layer)));
    let renderer = match built {
        Ok(renderer) => renderer,
        Err(problems) => {
            explained(&problems);
            return false;
        }
    };
    let catalog = renderer.catalog();
    let languages = catalog.languages().join(",");
    let context = Context::new()
        .request_id("req_1")
        .accept_language(&languages);
    for resolved in catalog.entries().iter().filter(|entry| !entry.is_notice()) {
        let mut error = GatewayError::new(wirefault::Code::from(resolved.key()));
        super::whole::everywhere(&renderer, &error, &context);
        for param in resolved.entry().params.iter() {
            error = error.with(param.name.to_string(), TEXT);
        }
        super::whole::everywhere(&renderer, &error, &context);
    }
    for resolved in catalog.entries().iter().filter(|entry| entry.is_notice()) {
        let notice = catalog.example_notice(resolved.key());
        let event = notice.and_then(|notice| renderer.notice_event(&notice, &context));
        let data = event
            .iter()
            .flat_map(|event| event.split(|byte| *byte == b'\n'));
        let mut data = data.filter_map(|line| line.strip_prefix(b"data: "));
        assert!(data.all(|data| serde_json::from_slice::<serde_json::Value>(data).is_ok()));
    }
    for language in catalog.languages() {
        let json = export::json(&renderer, Audience::Public, language);
        assert!(serde_json::from_str::<serde_json::Value>(&json).is_ok());
        let _ = export::html(&renderer, language);
    }
    let _ = wirefault::lint::lint(&renderer);
    if let Err(problems) = Rules::from_catalog(catalog) {
        explained(&problems);
    }
    true
}

/// Generates code from a file, if it can be.
pub(crate) fn generated(name: &str, text: &str) -> Option<String> {
    match codegen::layer(File { name, text }, "Acme") {
        Ok(source) => Some(source),
        Err(problems) => {
            explained(&problems);
            None
        }
    }
}

fn explained(problems: &Problems) {
    assert!(problems.iter().next().is_some());
    for problem in problems.iter() {
        assert!(
            !problem.message.is_empty() && !problem.fix.is_empty(),
            "{problem}"
        );
    }
}
