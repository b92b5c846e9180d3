//! A layer's file: problems, or a catalog of which every entry can be answered.

use wirefault::catalog::{File, Layer, Problems};
use wirefault::export::{self, Audience};
use wirefault::upstream::Rules;
use wirefault::{Catalog, Context, GatewayError, Protocol, Renderer, StreamState, codegen};

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
    for (at, resolved) in catalog.entries().iter().enumerate() {
        // What the layer leaves alone is like its neighbours: a few of them are enough.
        let own = resolved.provenance().any(|(_, layer)| layer != "standard");
        if resolved.is_notice() || !own && at % 8 != bytes.len() % 8 {
            continue;
        }
        let mut error = GatewayError::new(wirefault::Code::from(resolved.key()));
        for param in resolved.entry().params.iter() {
            error = error.with(param.name.to_string(), TEXT);
        }
        rendered(&renderer, &error, &context);
    }
    for resolved in catalog.entries().iter().filter(|entry| entry.is_notice()) {
        let notice = catalog.example_notice(resolved.key());
        let event = notice.and_then(|notice| renderer.notice_event(&notice, &context));
        let data = event
            .iter()
            .flat_map(|event| event.split(|byte| *byte == b'\n'));
        let mut data = data.filter_map(|line| line.strip_prefix(b"data: "));
        assert!(data.all(is_json));
    }
    // Documents are long, so a few files have to do.
    if bytes.len() % 16 == 0 {
        documented(&renderer);
    }
    if let Err(problems) = Rules::from_catalog(catalog) {
        explained(&problems);
    }
    true
}

/// The catalog's documents, in the last of its languages.
pub(crate) fn documented(renderer: &Renderer) {
    let languages = renderer.catalog().languages();
    let language = languages.last().map_or("en", String::as_str);
    assert!(is_json(
        export::json(renderer, Audience::Public, language).as_bytes()
    ));
    assert!(export::html(renderer, language).ends_with("</html>\n"));
    let _ = wirefault::lint::lint(renderer);
}

/// Whatever a layer makes of its bodies, they are JSON, and every header is one line.
fn rendered(renderer: &Renderer, error: &GatewayError, context: &Context<'_>) {
    for protocol in Protocol::ALL {
        let response: http::Response<Vec<u8>> = renderer.response(error, *protocol, context);
        let status = response.status().as_u16();
        assert!((400..=599).contains(&status), "{status}");
        assert!(is_json(response.body()), "{protocol}");
        for value in response.headers().values() {
            let breaks = |byte: &u8| matches!(byte, b'\r' | b'\n' | 0);
            assert!(!value.as_bytes().iter().any(breaks), "{value:?}");
        }
        let state = StreamState::default();
        let failure = renderer.stream_failure(error, *protocol, &state, context);
        let bytes = failure.map(|failure| failure.bytes).unwrap_or_default();
        let data = bytes.split(|byte| *byte == b'\n');
        let mut data = data.filter_map(|line| line.strip_prefix(b"data: "));
        assert!(data.all(|data| data == b"[DONE]" || is_json(data)));
    }
}

fn is_json(bytes: &[u8]) -> bool {
    serde_json::from_slice::<serde::de::IgnoredAny>(bytes).is_ok()
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
