//! What a catalog says of an error.
//!
//! An error alone knows the standard entries only. A layer adds entries and changes the standard
//! ones; whoever logs, counts or decides asks through the catalog that renders.

use super::{Fields, GatewayError, Identity, error_status};
use crate::catalog::{Catalog, Entry, ErrorCode, Retry};

impl GatewayError {
    /// Returns the entry of the error as this catalog has it: a layer's own, or a standard one
    /// with what a layer changed.
    ///
    /// An entry that the catalog folds into another is still the error's own; a code that nobody
    /// knows gives `internal_error`'s.
    ///
    /// ```
    /// use wirefault::{Catalog, Code, GatewayError, catalog::{Layer, Retry}};
    ///
    /// let layer = Layer::from_json("acme.json", r#"{"entry": [{
    ///   "key": "acme_gpu_queue_full", "category": "overloaded", "http_status": 503,
    ///   "retry": "after 5s", "fault": "gateway", "title": "Queue full", "message": "Queue full.",
    ///   "description": "All GPUs are taken.", "causes": ["Many requests."],
    ///   "remediation": ["Wait."]
    /// }]}"#)?;
    /// let catalog = Catalog::builder().layer(layer).build()?;
    /// let error = GatewayError::new(Code::own("acme_gpu_queue_full"));
    /// assert_eq!(error.entry_in(&catalog).wording.title, "Queue full");
    /// assert_eq!(error.status_in(&catalog), 503);
    /// assert_ne!(error.retry_in(&catalog), Retry::Never);
    /// assert_eq!(error.fields_in(&catalog).category, "overloaded");
    /// # Ok::<(), wirefault::catalog::Problems>(())
    /// ```
    pub fn entry_in<'a>(&'a self, catalog: &'a Catalog) -> &'a Entry {
        match catalog.get(self.key()) {
            Some(resolved) => resolved.entry(),
            None => self.entry(),
        }
    }

    /// Returns the HTTP status that the response has in this catalog, folds applied.
    pub fn status_in(&self, catalog: &Catalog) -> u16 {
        let own = self.wire().and_then(|wire| wire.status);
        own.unwrap_or_else(|| {
            let stated = self.rendered_in(catalog).status;
            error_status(stated.code(self.upstream_status()))
        })
    }

    /// Returns the retry advice: this error's own, or that of its entry in this catalog.
    pub fn retry_in(&self, catalog: &Catalog) -> Retry {
        self.own_retry().unwrap_or(self.entry_in(catalog).retry)
    }

    /// Returns the fields that a gateway logs, as this catalog has them: the key, category and
    /// fault of the error's own entry, and the status of the response.
    ///
    /// ```
    /// use wirefault::{ErrorCode, GatewayError, Renderer, catalog::{Catalog, Layer}};
    ///
    /// let layer = Layer::from_json("acme.json",
    ///     r#"{"override": {"quota_exhausted": {"http_status": 402}}}"#)?;
    /// let renderer = Renderer::build(Catalog::builder().layer(layer))?;
    /// let error = GatewayError::new(ErrorCode::QuotaExhausted);
    /// let fields = error.fields_in(renderer.catalog());
    /// assert_eq!((fields.key, fields.status, fields.level), ("quota_exhausted", 402, "info"));
    /// # Ok::<(), wirefault::catalog::Problems>(())
    /// ```
    pub fn fields_in<'a>(&'a self, catalog: &'a Catalog) -> Fields<'a> {
        Fields::new(self.key(), self.entry_in(catalog), self.status_in(catalog))
    }

    /// Returns the entry that the error is rendered as, folds applied.
    fn rendered_in<'a>(&'a self, catalog: &'a Catalog) -> &'a Entry {
        let place = match self.identity() {
            Identity::Code(code) => catalog
                .position(code)
                .or_else(|| catalog.position_of(ErrorCode::InternalError)),
            Identity::Own(entry) => catalog.position_of_own(entry),
        };
        let found = place.and_then(|at| catalog.entries().get(at));
        found.map_or_else(|| self.entry(), |resolved| resolved.entry())
    }
}
