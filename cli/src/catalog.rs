//! The catalog that a command works on.

use std::path::PathBuf;

use clap::Args;
use wirefault::catalog::{Catalog, Layer};
use wirefault::export;
use wirefault::{Context, Renderer, StreamState};

use crate::failure::Failure;
use crate::output;

/// Which layers lie over the standard catalog.
#[derive(Args, Debug)]
pub(crate) struct Layers {
    /// A layer over the standard catalog, as TOML or JSON by its ending; may be repeated, the
    /// last one lies on top.
    #[arg(long = "catalog", value_name = "FILE")]
    files: Vec<PathBuf>,
}

impl Layers {
    /// Resolves the layers and prepares the renderer.
    pub(crate) fn renderer(&self) -> Result<Renderer, Failure> {
        let mut builder = Catalog::builder();
        for path in &self.files {
            let bytes = output::read(path)?;
            builder = builder.layer(Layer::from_bytes(&path.to_string_lossy(), &bytes)?);
        }
        Ok(Renderer::build(builder)?)
    }
}

/// Returns the catalog's language that a tag asks for, as a reader's browser would ask.
pub(crate) fn language<'c>(catalog: &'c Catalog, tag: Option<&str>) -> Result<&'c str, Failure> {
    let languages = catalog.languages();
    let found = match tag {
        None => languages.first().map(String::as_str),
        Some(tag) => export::find_language(catalog, tag),
    };
    if let Some(found) = found {
        return Ok(found);
    }
    Err(Failure::usage(format!(
        "there are no texts in the language `{}`; there are {}",
        tag.unwrap_or_default(),
        languages.join(", ")
    )))
}

/// Returns what a renderer is told about the request by default.
pub(crate) fn context<'a>(request_id: &'a str, language: Option<&'a str>) -> Context<'a> {
    let context = Context::new().request_id(request_id);
    match language {
        Some(tag) => context.accept_language(tag),
        None => context,
    }
}

/// Returns what a stream has told the client before its end.
pub(crate) fn stream_state(model: &str, last_sequence: u64) -> StreamState {
    let mut state = StreamState::default();
    state.last_sequence = Some(last_sequence);
    state.response_id = Some("resp_example".to_owned());
    state.model = Some(model.to_owned());
    state.created_at = Some(0);
    state
}
