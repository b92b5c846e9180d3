//! Five codes of a gateway's own, and what a client receives.
//!
//! `cargo run --example own_codes`

use wirefault::catalog::{Catalog, Layer};
use wirefault::{Context, GatewayError, Protocol, Renderer, error_codes};

error_codes! {
    /// The codes that only this gateway has.
    pub enum Acme {
        ToolLoopLimit {
            key: "tool_loop_limit", status: 422, category: InvalidRequest, retry: never, fault: client,
            title: "Too many tool calls", message: "Stopped after {iterations} tool calls.",
            params: { iterations: int = 25 },
            description: "The model kept calling tools until the limit of this gateway.",
            remediation: ["Split the task.", "Ask for fewer tools."],
        },
        GpuQueueFull {
            key: "gpu_queue_full", status: 503, category: Overloaded, retry: after(20), fault: gateway,
            title: "GPU queue full", message: "All GPUs are busy, and {waiting} requests wait.",
            params: { waiting: int = 120 }, description: "The queue before the GPUs has no free place.",
            remediation: ["Send the request again after the time in `Retry-After`."],
        },
        RegionClosed {
            key: "region_closed", status: 403, category: Permission, retry: never, fault: operator,
            title: "Region closed", message: "The region {region} is closed for maintenance.",
            params: { region: string = "eu-2" }, description: "The operator has closed the region.",
            remediation: ["Use another region."],
        },
        TrialEnded {
            key: "trial_ended", status: 402, category: Billing, retry: never, fault: client,
            title: "Trial ended", message: "The trial of this account has ended.",
            description: "The account was a trial, and its time is over.", remediation: ["Choose a plan."],
        },
        DatasetLocked {
            key: "dataset_locked", status: 409, category: Conflict, retry: after(5), fault: client,
            title: "Dataset locked", message: "Another job is writing to the dataset.",
            description: "A dataset takes one writer at a time.", remediation: ["Wait for the other job."],
        },
    }
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let layer = Layer::from_entries("acme", Acme::ENTRIES);
    let renderer = Renderer::new(Catalog::builder().layer(layer).build()?)?;

    let error: GatewayError = ToolLoopLimit::new().iterations(25).into();
    for protocol in [
        Protocol::OpenAiChat,
        Protocol::AnthropicMessages,
        Protocol::Gemini,
    ] {
        let response = renderer.response::<Vec<u8>>(&error, protocol, &Context::new());
        println!("{protocol}: {}", response.status());
        println!("{}\n", String::from_utf8_lossy(response.body()));
    }

    // A new code is a compile error here until it is handled.
    for code in Acme::ALL {
        let team = match code {
            Acme::ToolLoopLimit | Acme::DatasetLocked => "agents",
            Acme::GpuQueueFull | Acme::RegionClosed => "capacity",
            Acme::TrialEnded => "sales",
        };
        println!("{code}: {team}");
    }
    Ok(())
}
