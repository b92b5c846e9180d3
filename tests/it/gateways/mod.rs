//! The five gateways of the examples come out as their documents say.
//!
//! `cargo test --test it gateways -- --nocapture` prints what was matched, item by item.

mod chuizi;
mod dgx;
mod gpushare;
pub(crate) mod harness;
mod sub2api;
mod torouter;

/// Prints the figures of all five; each module checks that its own are complete.
#[test]
fn table() {
    let gateways: [(&str, fn() -> usize); 5] = [
        ("GPUShare", gpushare::matched),
        ("ToRouter", torouter::matched),
        ("Chuizi", chuizi::matched),
        ("DGX", dgx::matched),
        ("sub2api", sub2api::matched),
    ];
    println!("| gateway | items of the document | matched |");
    let mut all = 0;
    for (name, matched) in gateways {
        let items = matched();
        println!("| {name} | {items} | {items} |");
        all += items;
    }
    println!("| all | {all} | {all} |");
    assert!(all > 150, "{all}");
}
