//! What a layer may not state about the protocols.

use super::Protocol;
use super::shape::Slot;
use crate::catalog::{Body, Catalog, Problem};

/// Checks that the protocols that a layer names exist, and have what it changes of them.
pub(crate) fn check_protocols(catalog: &Catalog, problems: &mut Vec<Problem>) {
    let inner = &catalog.inner;
    let bodies = inner.bodies.iter();
    let bodies = bodies.map(|(name, body)| ("body", name, Some(body)));
    let streams = inner.streams.iter().map(|name| ("stream", name, None));
    for (table, name, body) in bodies.chain(streams) {
        let problem = match (name.parse::<Protocol>(), body) {
            (Err(_), _) => {
                let names: Vec<&str> = Protocol::ALL.iter().map(|known| known.into()).collect();
                Problem::error(
                    "unknown-protocol",
                    format!("there is no protocol `{name}`"),
                    format!("use one of {}", names.join(", ")),
                )
            }
            (Ok(Protocol::Problem), None) => Problem::error(
                "no-stream-form",
                "problem details have no stream form",
                "remove the line",
            ),
            (Ok(protocol), Some(body)) => match contradiction(protocol, body) {
                Some(problem) => problem,
                None => continue,
            },
            (Ok(_), None) => continue,
        };
        let field = Some(format!("{table}.{name}"));
        problems.push(Problem { field, ..problem });
    }
}

/// Returns what is wrong if a body states the fields of an object that it does not have.
fn contradiction(protocol: Protocol, body: &Body) -> Option<Problem> {
    let shape = protocol.shape();
    let standard = shape.top.iter().any(|field| field.slot == Slot::Error);
    let has_error = match &body.top {
        Some(top) => top.iter().any(|field| field.name() == "error"),
        None => standard,
    };
    (body.error.is_some() && !has_error).then(|| {
        Problem::error(
            "body-without-error",
            "the fields of `error` are stated, but the body has no `error`",
            "add `error` to `top`, or remove `error`",
        )
    })
}
