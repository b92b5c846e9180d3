//! A gateway's own catalog file: codes generated into `acme.rs`, the rest loaded at the start.
//!
//! `cargo run --example generated_catalog`

#[allow(dead_code, unreachable_pub)]
#[rustfmt::skip]
mod acme;

use acme::{Acme, errors};
use wirefault::catalog::{Catalog, Layer};
use wirefault::text::PublicText;
use wirefault::{Context, GatewayError, Protocol, Renderer};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let layer = Layer::from_toml("acme.toml", include_str!("acme.toml"))?;
    let renderer = Renderer::build(Catalog::builder().layer(layer))?;

    let looped = errors::ToolLoopLimit::new().iterations(25).build();
    let full: GatewayError = errors::GpuQueueFull::new()
        .region("eu-1")
        .detail(PublicText::vouched("120 requests are waiting."))
        .into();
    let context = Context::new().request_id("req_01").accept_language("de");
    for (error, protocol) in [(&looped, Protocol::Native), (&full, Protocol::Gemini)] {
        let response = renderer.response::<Vec<u8>>(error, protocol, &context);
        println!("{protocol}: {}", response.status());
        println!("{}\n", String::from_utf8_lossy(response.body()));
    }

    for code in Acme::ALL {
        // A new entry in the file does not compile here until it is handled.
        let pager = match code {
            Acme::ToolLoopLimit => false,
            Acme::GpuQueueFull => true,
        };
        println!(
            "{code}: {}",
            if pager { "call somebody" } else { "count it" }
        );
    }
    Ok(())
}
