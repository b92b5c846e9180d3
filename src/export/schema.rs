//! JSON Schemas of the catalog's formats, for editors and for readers of the export.
//!
//! The committed copies are in `catalog/schema`.
//!
//! ```
//! let schema = wirefault::export::schema::layer();
//! assert!(schema.contains("\"retry_after_cap\""));
//! ```

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema};
use serde_json::{Value, json};
use strum::VariantNames;

use super::model::Document;
use crate::catalog::source::{CatalogFile, LanguageFile, LayerFile};
use crate::catalog::{Category, Fault};
use crate::protocol::Protocol;
use crate::upstream::{Condition, Rule, Transport};

/// Returns the schema of a catalog file: entries of one category.
pub fn catalog() -> String {
    let required = [
        "key",
        "http_status",
        "retry",
        "fault",
        "title",
        "message",
        "description",
        "causes",
        "remediation",
    ];
    of::<CatalogFile>("A catalog file of wirefault", |schema| {
        // In a layer the same fields change an existing entry, and none is required.
        if let Some(entry) = schema.pointer_mut("/$defs/EntrySource") {
            entry["required"] = json!(required);
        }
    })
}

/// Returns the schema of a layer: a gateway's own codes, wording, statuses and spellings.
pub fn layer() -> String {
    of::<LayerFile>("A layer of wirefault", |schema| {
        // The layer keeps its rules as written; what they are made of is said here.
        let mut rule = schema_of::<Rule>("A pass-through rule");
        let parts = rule.get_mut("$defs").map(Value::take);
        let defs = schema.pointer_mut("/$defs").and_then(Value::as_object_mut);
        if let (Some(defs), Some(Value::Object(parts))) = (defs, parts) {
            defs.extend(parts);
            if let Some(rule) = rule.as_object_mut() {
                rule.remove("$schema");
                rule.remove("$defs");
            }
            defs.insert("Rule".to_owned(), rule);
        }
        if let Some(items) = schema.pointer_mut("/properties/rule/items") {
            *items = json!({ "$ref": "#/$defs/Rule" });
        }
    })
}

/// Returns the schema of a language file: the texts of entries in one language.
pub fn language() -> String {
    of::<LanguageFile>("A language file of wirefault", |_| {})
}

/// Returns the schema of the catalog's JSON, as [`json`](super::json) writes it.
pub fn export() -> String {
    of::<Document<'static>>("The catalog of a gateway", |_| {})
}

fn of<T: JsonSchema>(title: &str, edit: impl FnOnce(&mut Value)) -> String {
    let mut value = schema_of::<T>(title);
    edit(&mut value);
    // The same text whether or not serde_json keeps the order of insertion.
    value.sort_all_objects();
    let mut text = serde_json::to_string_pretty(&value).unwrap_or_default();
    text.push('\n');
    text
}

fn schema_of<T: JsonSchema>(title: &str) -> Value {
    let settings = SchemaSettings::draft2020_12();
    let mut schema: Schema = settings.into_generator().into_root_schema_for::<T>();
    schema.insert("title".to_owned(), title.into());
    let mut value = schema.to_value();
    close_vocabularies(&mut value);
    value
}

/// The reader accepts any text here and reports every wrong one at once; an editor can do better
/// and offer the words. Rows: a definition, one of its properties, and what to add.
fn close_vocabularies(schema: &mut Value) {
    let key = "^[a-z][a-z0-9_]{1,60}[a-z0-9]$";
    let rows = [
        ("", "category", words(Category::VARIANTS)),
        ("EntrySource", "category", words(Category::VARIANTS)),
        ("EntrySource", "fault", words(Fault::VARIANTS)),
        ("EntrySource", "kind", words(&["error", "notice"])),
        (
            "EntrySource",
            "stability",
            words(&["stable", "experimental"]),
        ),
        (
            "EntrySource",
            "message_contract",
            words(&["free", "verbatim"]),
        ),
        ("EntrySource", "key", json!({ "pattern": key })),
        ("EntrySource", "title", json!({ "maxLength": 80 })),
        (
            "EntrySource",
            "retry",
            json!({ "pattern": "^(never|now|after( [0-9].*)?|until 00:00 UTC)$" }),
        ),
        (
            "ParamSource",
            "type",
            words(&["string", "int", "money", "duration", "list", "enum"]),
        ),
        (
            "ParamSource",
            "exposure",
            words(&["public", "redacted", "secret"]),
        ),
        (
            "",
            "code_style",
            words(&["as_is", "screaming", "status", "absent"]),
        ),
        ("", "type_style", words(&["category", "code"])),
        (
            "",
            "language_policy",
            words(&["off", "documents", "human_fields", "message"]),
        ),
        (
            "MappingSource",
            "message",
            words(&["replaced", "sanitised", "verbatim", "verbatim_unsafe"]),
        ),
        (
            "MappingSource",
            "transport",
            json!({ "items": words(&names::<Transport>()) }),
        ),
        ("MappingSource", "credential", words(&["gateway", "client"])),
        ("MappingSource", "retry", words(&["never", "now", "after"])),
        (
            "RuleMatch",
            "conditions",
            json!({ "items": words(&names::<Condition>()) }),
        ),
        (
            "RuleMatch",
            "protocols",
            json!({ "items": words(&names::<Protocol>()) }),
        ),
        ("RuleMatch", "mode", words(&["any", "all"])),
        ("RuleMatch", "keywords_mode", words(&["any", "all"])),
        ("RuleMatch", "keywords_in", words(&["message", "body"])),
        ("RuleMatch", "credential", words(&["gateway", "client"])),
        ("RuleAnswer", "retry", words(&["never", "now", "after"])),
    ];
    for (definition, property, addition) in rows {
        let pointer = match definition {
            "" => format!("/properties/{property}"),
            _ => format!("/$defs/{definition}/properties/{property}"),
        };
        let place = schema.pointer_mut(&pointer).and_then(Value::as_object_mut);
        if let (Some(place), Value::Object(addition)) = (place, addition) {
            place.extend(addition);
        }
    }
}

fn names<T: strum::VariantArray + Copy>() -> Vec<&'static str>
where
    &'static str: From<T>,
{
    T::VARIANTS.iter().map(|known| (*known).into()).collect()
}

fn words(words: &[&str]) -> Value {
    json!({ "enum": words })
}
