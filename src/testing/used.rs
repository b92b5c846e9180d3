//! Which entries a gateway's tests have seen.

use std::collections::BTreeSet;
use std::sync::{Mutex, PoisonError};

use crate::catalog::Catalog;
use crate::error::GatewayError;
use crate::protocol::Renderer;

/// Collects which entries were rendered, and tells which entries of a catalog were not.
///
/// It is shared by reference between threads, so that one value can serve a whole test binary.
///
/// ```
/// use wirefault::catalog::Layer;
/// use wirefault::testing::Used;
/// use wirefault::{Catalog, ErrorCode, GatewayError, Protocol, Renderer};
///
/// let layer = Layer::from_json("acme.json", r#"{
///     "only": ["model_not_found", "invalid_json", "internal_error"],
///     "fold": {"*": "internal_error"}
/// }"#)?;
/// let renderer = Renderer::build(Catalog::builder().layer(layer))?;
///
/// let used = Used::new();
/// used.error(&renderer, &ErrorCode::ModelNotFound.into());
/// used.key("invalid_json");
///
/// let reason = "nothing in the tests breaks the gateway itself";
/// used.check(renderer.catalog(), &[("internal_error", reason)]).unwrap();
/// let unused = used.check(renderer.catalog(), &[]).unwrap_err();
/// assert_eq!(unused, ["no test has seen `internal_error`"]);
/// # Ok::<(), wirefault::catalog::Problems>(())
/// ```
#[derive(Debug, Default)]
pub struct Used(Mutex<BTreeSet<String>>);

impl Used {
    /// Creates a recorder that has seen nothing.
    pub const fn new() -> Self {
        Used(Mutex::new(BTreeSet::new()))
    }

    /// Notes a key, such as that of a [`Checked`](super::Checked) answer or of a notice.
    pub fn key(&self, key: &str) {
        let mut seen = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        seen.insert(key.to_owned());
    }

    /// Notes the entry that an error is rendered as.
    pub fn error(&self, renderer: &Renderer, error: &GatewayError) {
        self.key(&renderer.key(error));
    }

    /// Notes the entry of a response, from the error in its extensions. Returns false if there is
    /// none, as in a response that came over the network.
    pub fn response<B>(&self, renderer: &Renderer, response: &http::Response<B>) -> bool {
        let error = response.extensions().get::<GatewayError>();
        if let Some(error) = error {
            self.error(renderer, error);
        }
        error.is_some()
    }

    /// Checks that every entry of a catalog was seen, but those with a reason.
    ///
    /// # Errors
    ///
    /// A line for each entry that was not seen, and for each exemption that is stale: its entry
    /// was seen, does not exist, is listed twice, or has no reason.
    pub fn check(&self, catalog: &Catalog, exempt: &[(&str, &str)]) -> Result<(), Vec<String>> {
        let seen = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let mut wrong = Vec::new();
        for entry in catalog.entries() {
            let key = entry.key();
            if !seen.contains(key) && !exempt.iter().any(|(exempt, _)| *exempt == key) {
                wrong.push(format!("no test has seen `{key}`"));
            }
        }
        let mut before = BTreeSet::new();
        for (key, reason) in exempt {
            if !catalog.entries().iter().any(|entry| entry.key() == *key) {
                wrong.push(format!("the exempt `{key}` is no entry of the catalog"));
            }
            if seen.contains(*key) {
                wrong.push(format!("the exempt `{key}` is seen: remove the exemption"));
            }
            if reason.trim().is_empty() {
                wrong.push(format!("the exemption of `{key}` has no reason"));
            }
            if !before.insert(*key) {
                wrong.push(format!("`{key}` is exempt twice"));
            }
        }
        if wrong.is_empty() { Ok(()) } else { Err(wrong) }
    }
}
