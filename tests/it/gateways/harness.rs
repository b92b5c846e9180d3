//! What the gateways' tests share: a layer, the samples of its document, and the list of matches.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value as Json;
use wirefault::catalog::Layer;
use wirefault::sanitise::Sanitiser;
use wirefault::upstream::{self, Answer, Failed};
use wirefault::{Catalog, Code, Context, GatewayError, Protocol, Renderer, StreamState, Value};

/// A gateway under test, and which items of its document were matched.
pub(crate) struct Gateway {
    name: &'static str,
    pub(crate) renderer: Renderer,
    matched: Vec<String>,
}

impl Gateway {
    pub(crate) fn new(name: &'static str) -> Self {
        let path = format!("examples/gateways/{name}/layer.toml");
        let layer = Layer::from_bytes(&path, &fs::read(root(&path)).unwrap()).unwrap();
        let catalog = Catalog::builder()
            .layer(layer)
            .build()
            .unwrap_or_else(|problems| panic!("{problems}"));
        let renderer = Renderer::new(catalog).unwrap_or_else(|problems| panic!("{problems}"));
        Gateway {
            name,
            renderer,
            matched: Vec::new(),
        }
    }

    pub(crate) fn fixture(&self, file: &str) -> Json {
        let path = format!("tests/fixtures/gateways/{}/{file}", self.name);
        serde_json::from_slice(&fs::read(root(&path)).unwrap()).unwrap()
    }

    /// Notes that an item of the document was matched.
    pub(crate) fn matched(&mut self, item: impl Into<String>) {
        self.matched.push(item.into());
    }

    /// Prints what was matched, and checks that it is all of the document.
    pub(crate) fn report(&self, wanted: usize) -> usize {
        println!(
            "{}: {} items of the document",
            self.name,
            self.matched.len()
        );
        for item in &self.matched {
            println!("| {} | {item} | matched |", self.name);
        }
        assert_eq!(self.matched.len(), wanted, "{:#?}", self.matched);
        wanted
    }

    /// Returns an error of an entry with parameters in the notation of the catalog.
    pub(crate) fn error(&self, key: &str, params: &Json) -> GatewayError {
        let entry = self.renderer.catalog().get(key).unwrap().entry();
        let mut error = GatewayError::from(Code::from(key));
        for (name, text) in params.as_object().into_iter().flatten() {
            let param = entry.params.iter().find(|param| param.name == *name);
            let param = param.unwrap_or_else(|| panic!("{key} has no parameter {name}"));
            error = error.with(
                name.clone(),
                Value::parse(param, text.as_str().unwrap()).unwrap(),
            );
        }
        error
    }

    /// Returns what the client gets when an upstream answers so.
    pub(crate) fn upstream(&self, status: u16, body: &str) -> GatewayError {
        self.upstream_on(None, status, body)
    }

    /// The same, on a channel with a tag.
    pub(crate) fn upstream_on(
        &self,
        channel: Option<&str>,
        status: u16,
        body: &str,
    ) -> GatewayError {
        let answer = Answer {
            status: Some(status),
            ..Answer::new(body.as_bytes())
        };
        let facts = upstream::read(&answer);
        let found = upstream::classify(&answer, &facts);
        let failed = Failed {
            answer: Some(&answer),
            facts: Some(&facts),
            channel,
            ..Failed::new(&found)
        };
        upstream::to_error(&failed, self.renderer.catalog(), Sanitiser::standard())
    }

    pub(crate) fn body(&self, error: &GatewayError, protocol: Protocol) -> Json {
        let text = self.text(error, protocol);
        serde_json::from_str(&text).unwrap_or_else(|e| panic!("{e}: {text}"))
    }

    pub(crate) fn text(&self, error: &GatewayError, protocol: Protocol) -> String {
        let mut out = Vec::new();
        let context = Context::new().request_id("req_1");
        self.renderer.body(error, protocol, &context, &mut out);
        String::from_utf8(out).unwrap()
    }

    /// Checks the keys of `error`, in order.
    pub(crate) fn keys(&self, error: &GatewayError, protocol: Protocol, keys: &[&str]) {
        let text = self.text(error, protocol);
        assert_eq!(crate::keys::inside(&text, "error"), keys, "{text}");
    }

    pub(crate) fn stream(&self, error: &GatewayError, protocol: Protocol) -> String {
        let failure = self
            .renderer
            .stream_failure(error, protocol, &StreamState::default(), &Context::new())
            .unwrap();
        String::from_utf8(failure.all()).unwrap()
    }

    pub(crate) fn headers(&self, error: &GatewayError, context: &Context<'_>) -> http::HeaderMap {
        self.renderer.headers(error, Protocol::OpenAiChat, context)
    }

    /// Matches every sample body of the document.
    pub(crate) fn samples(&mut self) {
        let samples = self.fixture("samples.json");
        for sample in samples.as_array().unwrap() {
            let key = sample["key"].as_str().unwrap();
            let protocol: Protocol = sample["protocol"].as_str().unwrap().parse().unwrap();
            let error = self.error(key, &sample["params"]);
            assert_eq!(self.body(&error, protocol), sample["body"], "{sample}");
            assert_eq!(
                Json::from(self.renderer.status(&error)),
                sample["status"],
                "{sample}"
            );
            // The values of the document are the examples of the layer, too.
            if sample["example"] != Json::Bool(false) {
                let example = self.renderer.catalog().example(key).unwrap();
                assert_eq!(self.body(&example, protocol), sample["body"], "{sample}");
            }
            self.matched(sample["item"].as_str().unwrap());
        }
    }

    /// Matches every row of the document's status tables: key or wire code, and status.
    pub(crate) fn statuses(&mut self) {
        let rows = self.fixture("statuses.json");
        for row in rows.as_array().unwrap() {
            let (word, status) = (row[0].as_str().unwrap(), &row[1]);
            let found = self.renderer.catalog().find(word).unwrap();
            assert_eq!(
                Json::from(found.entry().status.code(None)),
                *status,
                "{word}"
            );
            self.matched(format!("{word}: {status}"));
        }
    }
}

pub(crate) fn root(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}
