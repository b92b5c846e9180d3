//! What logs read of an error: its key and the English message.

use std::error::Error as StdError;
use std::fmt;

use super::{GatewayError, Value};
use crate::catalog::{Exposure, Piece, Template};

impl fmt::Display for GatewayError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match english(self) {
            Some(message) => write!(f, "{}: {message}", self.key()),
            None => f.write_str(self.key()),
        }
    }
}

impl fmt::Debug for GatewayError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let inner = &self.0;
        let mut out = f.debug_struct("GatewayError");
        out.field("key", &self.key());
        // Of a code that only a layer knows, nobody here can tell which parameters are secret.
        let declared = self.identity_entry().map(|entry| &entry.params);
        let shown = |name: &str| {
            declared.is_some_and(|params| {
                let mut secrets = params.iter().filter(|p| p.exposure == Exposure::Secret);
                !secrets.any(|param| param.name == name)
            })
        };
        let params: Vec<(&str, &Value)> = self.params().filter(|(name, _)| shown(name)).collect();
        if !params.is_empty() {
            out.field("params", &params);
        }
        if let Some(message) = &inner.message {
            out.field("message", message);
        }
        if let Some(field) = &inner.field {
            out.field("field", &format_args!("{field}"));
        }
        if let Some(wait) = inner.retry_after {
            out.field("retry_after", &wait);
        }
        if let Some(id) = &inner.request_id {
            out.field("request_id", &id.as_str());
        }
        if let Some(status) = inner.upstream_status {
            out.field("upstream_status", &status);
        }
        out.finish_non_exhaustive()
    }
}

impl StdError for GatewayError {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.0
            .source
            .as_deref()
            .map(|source| source as &(dyn StdError + 'static))
    }
}

/// Returns the English message, filled in. None for a code that only a layer knows: its wording is
/// in the catalog.
fn english(error: &GatewayError) -> Option<String> {
    if let Some(message) = error.own_message() {
        return Some(message.as_str().to_owned());
    }
    let wording = &error.identity_entry()?.wording;
    let mut templates = wording
        .message
        .iter()
        .filter_map(|text| Template::parse(text).ok());
    let complete = |template: &Template| template.params().all(|name| error.param(name).is_some());
    Some(match templates.find(complete) {
        Some(template) => fill(&template, error),
        None => wording.title.to_string(),
    })
}

/// Fills a template with an error's parameters. What is missing stays as written.
pub(crate) fn fill(template: &Template, error: &GatewayError) -> String {
    let mut out = String::new();
    for piece in template.pieces() {
        match piece {
            Piece::Literal(text) => out.push_str(text),
            Piece::Param(name) => match error.param(name) {
                Some(value) => out.push_str(&value.to_string()),
                None => out.push_str(&format!("{{{name}}}")),
            },
            Piece::Variable(name) => out.push_str(&format!("{{@{name}}}")),
        }
    }
    out
}
