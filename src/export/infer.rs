//! A schema read off examples.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value, json};

/// What was seen at one place of the examples.
#[derive(Debug, Default)]
pub(super) struct Shape {
    types: BTreeSet<&'static str>,
    objects: usize,
    fields: BTreeMap<String, Shape>,
    /// How often this field was there.
    seen: usize,
    items: Option<Box<Shape>>,
}

impl Shape {
    /// Adds an example.
    pub(super) fn add(&mut self, value: &Value) {
        self.seen += 1;
        self.types.insert(match value {
            Value::Null => "null",
            Value::Bool(_) => "boolean",
            Value::Number(number) if number.is_f64() => "number",
            Value::Number(_) => "integer",
            Value::String(_) => "string",
            Value::Array(_) => "array",
            Value::Object(_) => "object",
        });
        match value {
            Value::Array(items) => {
                let shape = self.items.get_or_insert_default();
                items.iter().for_each(|item| shape.add(item));
            }
            Value::Object(fields) => {
                self.objects += 1;
                for (name, value) in fields {
                    self.fields.entry(name.clone()).or_default().add(value);
                }
            }
            _ => {}
        }
    }

    /// Returns the schema of everything that was added. More fields may come.
    pub(super) fn schema(&self) -> Value {
        let mut schema = Map::new();
        let types: Vec<&str> = self.types.iter().copied().collect();
        match types.as_slice() {
            [one] => schema.insert("type".to_owned(), json!(one)),
            several => schema.insert("type".to_owned(), json!(several)),
        };
        if self.objects > 0 {
            let always = |(_, field): &(&String, &Shape)| field.seen == self.objects;
            let required: Vec<&String> = self
                .fields
                .iter()
                .filter(always)
                .map(|(name, _)| name)
                .collect();
            let properties = self.fields.iter();
            let properties: Map<String, Value> = properties
                .map(|(name, field)| (name.clone(), field.schema()))
                .collect();
            schema.insert("properties".to_owned(), Value::Object(properties));
            schema.insert("required".to_owned(), json!(required));
        }
        if let Some(items) = &self.items {
            schema.insert("items".to_owned(), items.schema());
        }
        Value::Object(schema)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_that_are_not_always_there_are_not_required() {
        let mut shape = Shape::default();
        for example in [
            json!({ "a": 1, "b": "x", "c": [{ "d": true }] }),
            json!({ "a": null, "c": [] }),
        ] {
            shape.add(&example);
        }
        let schema = shape.schema();
        assert_eq!(schema["required"], json!(["a", "c"]));
        assert_eq!(
            schema["properties"]["a"]["type"],
            json!(["integer", "null"])
        );
        assert_eq!(schema["properties"]["c"]["items"]["required"], json!(["d"]));
    }
}
