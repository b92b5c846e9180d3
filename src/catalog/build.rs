//! Building a catalog: layer over layer, every problem reported.

use super::draft::Draft;
use super::layer::Layer;
use super::problem::{Problem, Problems, Severity};
use super::resolve::Catalog;

/// The longest wait that a client is told in `Retry-After`, in seconds.
///
/// Longer ones make SDKs sleep for hours, or give up at once.
pub const RETRY_AFTER_CAP: u64 = 60;

/// Builds a [`Catalog`] of the standard entries under layers.
///
/// It is a value: clone it to build several catalogs on one base, such as a brand's over a
/// company's.
#[derive(Clone, Debug, Default)]
#[must_use]
pub struct CatalogBuilder {
    layers: Vec<Layer>,
}

impl CatalogBuilder {
    /// Puts a layer on top.
    pub fn layer(mut self, layer: Layer) -> Self {
        self.layers.push(layer);
        self
    }

    /// Puts a layer on top, in the place of every overlay that lies there already if it is one
    /// itself.
    pub fn overlay(mut self, layer: Layer) -> Self {
        self.layers.retain(|known| !known.is_overlay());
        self.layers.push(layer.as_overlay());
        self
    }

    /// Resolves the layers.
    ///
    /// # Errors
    ///
    /// Everything that is wrong with the layers, all at once. Nothing is half-applied.
    pub fn build(self) -> Result<Catalog, Problems> {
        let (catalog, problems) = self.build_lossy();
        if problems
            .iter()
            .any(|problem| problem.severity == Severity::Error)
        {
            return Err(Problems(problems));
        }
        Ok(catalog)
    }

    /// Resolves the layers as far as they go, with what is wrong.
    pub(crate) fn build_lossy(self) -> (Catalog, Vec<Problem>) {
        let mut draft = Draft::standard();
        for layer in &self.layers {
            draft.apply(layer);
        }
        draft.finish(self)
    }

    pub(crate) fn layers(&self) -> &[Layer] {
        &self.layers
    }
}

/// Returns the standard catalog, and the problems that a test shows to be none.
pub(crate) fn standard() -> (Catalog, Vec<Problem>) {
    CatalogBuilder::default().build_lossy()
}
