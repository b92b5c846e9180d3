//! A complete little gateway: one catalog, every client protocol, failover, streams.
//!
//! ```sh
//! cargo run --example gateway
//! curl -s localhost:8080/v1/chat/completions -H 'authorization: Bearer any' \
//!   -H 'content-type: application/json' -d '{"model":"fault.rate_limit_exceeded","messages":[]}'
//! ```
//!
//! Read it in this order: this file (what is put together), `routes.rs` (what a request goes
//! through), `hop.rs` (calling an upstream, failing over), `failure.rs` (what went wrong there),
//! `cooldowns.rs` (what is left alone for a while), `diary.rs` (what the operator reads of it), `relay.rs` (streams), `docs.rs` (the catalog as
//! a service). `embedded/` is no part of a gateway: it plays an upstream with every fault there is,
//! so that nothing else has to be installed.

// Nothing outside can reach an example's items; plain `pub` reads better.
#![allow(unreachable_pub)]

mod args;
mod cooldowns;
mod diary;
mod docs;
mod embedded;
mod failure;
mod hop;
mod relay;
mod routes;

use std::io::Write as _;
use std::process::ExitCode;
use std::sync::Arc;

use axum::extract::DefaultBodyLimit;
use axum::routing::{get, post};
use axum::{Router, middleware};
use tokio::net::TcpListener;
use tower_http::catch_panic::CatchPanicLayer;
use wirefault::axum::{ErrorLayer, on_panic};
use wirefault::catalog::Problems;
use wirefault::upstream::Rules;
use wirefault::{Catalog, ErrorCode, Renderer};

/// What every handler shares.
struct Gateway {
    /// The catalog, prepared: the only thing that renders errors.
    renderer: Arc<Renderer>,
    /// The layers' pass-through rules.
    rules: Rules,
    /// The only key that is accepted; any is without it.
    key: Option<String>,
    /// Whom to call, in order.
    hop: hop::Hop,
    /// Streams go through the guard. Without it they pass as they come, for measuring its price.
    guarded: bool,
    /// Failures are written to stderr.
    log: bool,
}

type Shared = Arc<Gateway>;

/// The largest request body.
const BODY_LIMIT: usize = 32 << 20;

/// Ends as the command `wirefault` does: with 1 if a catalog is refused, with 2 if the gateway could
/// not be started otherwise.
#[tokio::main]
async fn main() -> ExitCode {
    let Err(error) = run().await else {
        return ExitCode::SUCCESS;
    };
    eprintln!("error: {error}");
    match error.is::<Problems>() {
        true => ExitCode::from(1),
        false => ExitCode::from(2),
    }
}

async fn run() -> Result<(), Box<dyn std::error::Error>> {
    let args = args::parse()?;

    // The standard catalog, under the gateway's own layer if there is one.
    let mut catalog = Catalog::builder();
    for file in &args.catalogs {
        let bytes = std::fs::read(file).map_err(|error| format!("{file}: {error}"))?;
        catalog = catalog.layer(wirefault::catalog::Layer::from_bytes(file, &bytes)?);
    }
    let renderer = Arc::new(Renderer::new(catalog.build()?)?);

    // Without upstreams, one is played by this very process, over real HTTP.
    let hop = if args.upstreams.is_empty() {
        hop::Hop::embedded(embedded::start().await?)?
    } else {
        hop::Hop::new(args.upstreams, args.log)?
    };
    let gateway = Arc::new(Gateway {
        rules: Rules::from_catalog(renderer.catalog())?,
        renderer: renderer.clone(),
        key: args.key,
        guarded: !args.unguarded,
        log: args.log,
        hop,
    });

    // Keys are checked before anything else on the routes that need one.
    let keyed = Router::new()
        .route("/v1/chat/completions", post(routes::forward))
        .route("/v1/completions", post(routes::forward))
        .route("/v1/responses", post(routes::forward))
        .route("/v1/messages", post(routes::forward))
        .route("/v1/models/{*call}", post(routes::forward))
        .route("/v1beta/models/{*call}", post(routes::forward))
        .route_layer(middleware::from_fn_with_state(
            gateway.clone(),
            routes::check_key,
        ));

    let app = Router::new()
        .merge(keyed)
        .route("/v1/models", get(routes::models))
        .route("/errors", get(docs::errors))
        .route("/errors/{key}", get(docs::error))
        .route("/docs/errors", get(docs::page))
        .fallback(|| async { ErrorCode::RouteNotFound })
        .layer(DefaultBodyLimit::max(BODY_LIMIT))
        .layer(CatchPanicLayer::custom(on_panic))
        .layer(middleware::from_fn(routes::generation_id))
        // Whatever went wrong below is answered in the protocol of the route.
        .layer(ErrorLayer::new(renderer).request_id_by(routes::request_id))
        // Outermost: what it sees is what the client gets.
        .layer(middleware::from_fn_with_state(gateway.clone(), routes::log))
        .with_state(gateway);

    let listener = TcpListener::bind(&args.listen).await.map_err(|error| {
        format!(
            "{}: {error}; choose another with `--listen ADDR:PORT`",
            args.listen
        )
    })?;
    let mut out = std::io::stdout().lock();
    writeln!(
        out,
        "wirefault gateway listening on http://{}",
        listener.local_addr()?
    )?;
    out.flush()?;
    drop(out);
    axum::serve(listener, app).await?;
    Ok(())
}
