//! Errors as the documents show them.

use crate::catalog::{Catalog, LookupError};

use super::{FieldPath, GatewayError, Value};

impl Catalog {
    /// Returns an error of an entry with its documented example values.
    ///
    /// # Errors
    ///
    /// As [`Catalog::find`].
    ///
    /// ```
    /// let error = wirefault::Catalog::standard().example("model_not_found")?;
    /// assert!(error.param("model").is_some());
    /// # Ok::<(), wirefault::catalog::LookupError>(())
    /// ```
    pub fn example(&self, word: &str) -> Result<GatewayError, LookupError> {
        let entry = self.find(word)?.entry();
        let mut error = GatewayError::from(crate::Code::from(entry.key.as_ref()));
        for param in entry.params.iter() {
            if let Ok(value) = Value::parse(param, &param.example) {
                error = match (param.name.as_ref(), &value) {
                    ("retry_after", Value::Duration(wait)) => error.with_retry_after(*wait),
                    _ => error.with(param.name.clone(), value),
                };
            }
        }
        if let Some(Ok(field)) = entry.typical_param.as_deref().map(str::parse::<FieldPath>) {
            error = error.with_field(field);
        }
        Ok(error)
    }
}
