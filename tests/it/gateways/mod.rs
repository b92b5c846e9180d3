//! The five gateways of the examples come out as their documents say.
//!
//! `cargo test --test it gateways -- --nocapture` prints what was matched, item by item.

use wirefault::catalog::Severity;

mod chuizi;
mod dgx;
mod gpushare;
pub(crate) mod harness;
mod sub2api;
mod torouter;

/// Checks a gateway, and returns how many items its document has.
type Matched = fn() -> usize;

/// Prints the figures of all five; each module checks that its own are complete.
#[test]
fn table() {
    let gateways: [(&str, Matched); 5] = [
        ("GPUShare", gpushare::matched),
        ("ToRouter", torouter::matched),
        ("Chuizi", chuizi::matched),
        ("DGX", dgx::matched),
        ("sub2api", sub2api::matched),
    ];
    crate::show!("| gateway | items of the document | matched |");
    let mut all = 0;
    for (name, matched) in gateways {
        let items = matched();
        crate::show!("| {name} | {items} | {items} |");
        all += items;
    }
    crate::show!("| all | {all} | {all} |");
    assert!(all > 150, "{all}");
}

/// Where a document asks for what clients stumble over, the layer follows it and lint says so.
#[test]
fn lint_names_the_dangers() {
    let wanted: [(&str, &[&str]); 5] = [
        (
            "gpushare",
            &["body-keys", "status-category", "status-misleads"],
        ),
        (
            "torouter",
            &[
                "body-keys",
                "status-category",
                "status-misleads",
                "type-unknown",
            ],
        ),
        ("chuizi", &["body-keys", "status-as-code", "type-unknown"]),
        ("dgx", &["retry-after-long", "status-category"]),
        (
            "sub2api",
            &[
                "body-keys",
                "mapping-catches-all",
                "status-category",
                "stream-form",
                "type-unknown",
            ],
        ),
    ];
    for (name, wanted) in wanted {
        let gateway = harness::Gateway::new(name);
        let problems = wirefault::lint::lint(&gateway.renderer);
        let errors: Vec<_> = problems
            .iter()
            .filter(|problem| problem.severity == Severity::Error)
            .collect();
        assert!(errors.is_empty(), "{errors:#?}");
        let mut rules: Vec<&str> = problems.iter().map(|problem| problem.rule).collect();
        rules.sort_unstable();
        rules.dedup();
        assert_eq!(rules, wanted, "{name}");
    }
}
