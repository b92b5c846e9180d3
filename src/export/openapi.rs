//! OpenAPI 3.1 components: what a gateway's description of its interface says about errors.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value, json};

use super::collect;
use super::infer::Shape;
use super::model::{Document, Row};
use super::{Audience, sample};
use crate::catalog::Code;
use crate::error::GatewayError;
use crate::protocol::{Context, Protocol, Renderer};

/// Returns OpenAPI 3.1 components: a schema for each protocol's error, and a response for each
/// protocol and status with one named example for each code.
///
/// The schemas are read off what the renderer writes, so they hold for a layer's bodies as well.
/// Codes and types are open: a client must expect ones that it does not know.
///
/// ```
/// use wirefault::{Renderer, export};
///
/// let components = export::openapi(Renderer::standard());
/// assert!(components.contains(r##""$ref": "#/components/schemas/OpenAiChatError""##));
/// ```
pub fn openapi(renderer: &Renderer) -> String {
    let document = collect::document(renderer, Audience::Public, "");
    let mut schemas = Map::new();
    let mut responses = Map::new();
    for protocol in Protocol::ALL {
        let spoken = Spoken::new(renderer, &document, *protocol);
        spoken.schemas(&mut schemas);
        spoken.responses(renderer, &mut responses);
    }
    let head = &document.catalog;
    let mut value = json!({
        "openapi": "3.1.0",
        "info": { "title": format!("Errors of {}", head.name), "version": head.version },
        "components": { "schemas": schemas, "responses": responses },
        "x-error-catalog": {
            "name": head.name,
            "version": head.version,
            "domain": head.domain,
            "doc_base_url": head.doc_base_url,
        },
    });
    // The same text whether or not serde_json keeps the order of insertion.
    value.sort_all_objects();
    serde_json::to_string_pretty(&value).unwrap_or_default()
}

/// The errors of a catalog in one protocol.
struct Spoken<'a> {
    protocol: Protocol,
    rows: Vec<(&'a Row<'a>, Value)>,
    /// Bodies of every entry with all details, and with none.
    bodies: Vec<Value>,
    codes: Vec<Option<String>>,
    types: Vec<Option<String>>,
}

impl<'a> Spoken<'a> {
    fn new(renderer: &Renderer, document: &'a Document<'a>, protocol: Protocol) -> Self {
        let mut spoken = Spoken {
            protocol,
            rows: Vec::new(),
            bodies: Vec::new(),
            codes: Vec::new(),
            types: Vec::new(),
        };
        for row in document.entries.iter().filter(|row| !row.is_notice()) {
            let full = sample::body(renderer, row.key, protocol);
            let mut bare = Vec::new();
            let error = GatewayError::from(Code::from(row.key));
            renderer.body(&error, protocol, &Context::new(), &mut bare);
            for body in [full.as_bytes(), &bare] {
                let parsed = protocol.parse(body);
                spoken
                    .codes
                    .push(parsed.as_ref().and_then(|parsed| parsed.code.clone()));
                spoken.types.push(parsed.and_then(|parsed| parsed.kind));
                spoken
                    .bodies
                    .push(serde_json::from_slice(body).unwrap_or_default());
            }
            let value = serde_json::from_str(&full).unwrap_or_default();
            spoken.rows.push((row, value));
        }
        spoken
    }

    fn name(&self) -> String {
        format!("{:?}Error", self.protocol)
    }

    fn schemas(&self, schemas: &mut Map<String, Value>) {
        let mut shape = Shape::default();
        self.bodies.iter().for_each(|body| shape.add(body));
        let mut schema = shape.schema();
        // Problem details have an address as type, one for each entry.
        let typed = self.protocol != Protocol::Problem;
        let names = [("Code", &self.codes, true), ("Type", &self.types, typed)];
        for (suffix, values, _) in names.iter().filter(|(_, _, wanted)| *wanted) {
            let Some(pointer) = self.pointer(values) else {
                continue;
            };
            let name = format!("{}{suffix}", self.name());
            if let Some(place) = schema.pointer_mut(&schema_pointer(&pointer)) {
                *place = json!({ "$ref": format!("#/components/schemas/{name}") });
                let known: BTreeSet<&String> = values.iter().flatten().collect();
                schemas.insert(
                    name,
                    json!({ "anyOf": [{ "type": "string", "enum": known }, { "type": "string" }] }),
                );
            }
        }
        schemas.insert(self.name(), schema);
    }

    /// Finds where in every body a value stands.
    fn pointer(&self, values: &[Option<String>]) -> Option<String> {
        let mut candidates = Vec::new();
        strings(self.bodies.first()?, String::new(), &mut candidates);
        candidates.into_iter().find(|pointer| {
            self.bodies.iter().zip(values).all(|(body, value)| {
                let found = body.pointer(pointer).and_then(Value::as_str);
                value.is_some() && found == value.as_deref()
            })
        })
    }

    fn responses(&self, renderer: &Renderer, responses: &mut Map<String, Value>) {
        let mut by_status: BTreeMap<u16, Vec<&(&Row<'_>, Value)>> = BTreeMap::new();
        for row in &self.rows {
            by_status.entry(row.0.http_status).or_default().push(row);
        }
        for (status, rows) in by_status {
            let mut examples = Map::new();
            let mut headers = Map::new();
            for (row, body) in &rows {
                let example = json!({ "summary": row.title, "value": body });
                examples.insert(row.key.to_owned(), example);
                headers.extend(self.headers(renderer, row));
            }
            let titles: Vec<&str> = rows.iter().map(|(row, _)| row.title).collect();
            let reference = format!("#/components/schemas/{}", self.name());
            let media = self.protocol.content_type();
            let response = json!({
                "description": titles.join("; "),
                "headers": headers,
                "content": { media: { "schema": { "$ref": reference }, "examples": examples } },
            });
            responses.insert(format!("{}{status}", self.name()), response);
        }
    }

    fn headers(&self, renderer: &Renderer, row: &Row<'_>) -> Map<String, Value> {
        let Ok(error) = renderer.catalog().example(row.key) else {
            return Map::new();
        };
        let context = Context::new().request_id(sample::REQUEST_ID);
        let headers = renderer.headers(&error, self.protocol, &context);
        // OpenAPI describes the media type elsewhere, and ignores it here.
        let described = |name: &&http::HeaderName| **name != http::header::CONTENT_TYPE;
        headers
            .keys()
            .filter(described)
            .map(|name| (name.to_string(), json!({ "schema": { "type": "string" } })))
            .collect()
    }
}

/// Collects the pointers to all strings of a value.
fn strings(value: &Value, at: String, out: &mut Vec<String>) {
    match value {
        Value::String(_) => out.push(at),
        Value::Object(fields) => {
            for (name, value) in fields {
                let name = name.replace('~', "~0").replace('/', "~1");
                strings(value, format!("{at}/{name}"), out);
            }
        }
        Value::Array(items) => {
            for (index, value) in items.iter().enumerate() {
                strings(value, format!("{at}/{index}"), out);
            }
        }
        _ => {}
    }
}

/// Turns a pointer into a body into one into its schema.
fn schema_pointer(pointer: &str) -> String {
    let step = |step: &str| match step.parse::<usize>() {
        Ok(_) => "/items".to_owned(),
        Err(_) => format!("/properties/{step}"),
    };
    pointer.split('/').skip(1).map(step).collect()
}
