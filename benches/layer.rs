//! Resolving a layer, rendering through one, and looking a code up.
//!
//! `cargo bench --bench layer`

mod harness;

use harness::{Bench, contender};
use wirefault::catalog::Layer;
use wirefault::{Catalog, Context, ErrorCode, GatewayError, Protocol, Renderer};

/// A layer of 200 own entries and some changes, as JSON.
fn layer() -> String {
    let entry = |at: usize| {
        format!(
            r#"{{"key":"acme_error_{at}","category":"invalid_request","http_status":400,
            "retry":"never","fault":"client","title":"Acme error {at}",
            "message":["The field '{{field}}' broke rule {at}.","A field broke rule {at}."],
            "description":"Rule {at} does not hold for the request that was sent.",
            "causes":["A value lies outside its range.","Two values contradict each other."],
            "remediation":["Compare the request with the rule at {{@docs}}.","Send it again."],
            "since":"1.0.0",
            "params":{{"field":{{"type":"string","example":"temperature"}}}}}}"#
        )
    };
    let entries: Vec<String> = (0..200).map(entry).collect();
    format!(
        r#"{{"name":"acme","code_style":"screaming","type_style":"code",
        "variables":{{"docs":"https://acme.example/docs"}},
        "body":{{"openai-chat":{{"error":["type","code","message",{{"key":"param","value":"{{pointer}}"}}]}}}},
        "override":{{"quota_exhausted":{{"http_status":412}},"rate_limit_exceeded":{{"message":"Slow down."}}}},
        "entry":[{}]}}"#,
        entries.join(",")
    )
}

macro_rules! keys {
    ($($key:literal => $code:ident),* $(,)?) => {
        static MAP: phf::Map<&'static str, ErrorCode> = phf::phf_map! {
            $($key => ErrorCode::$code,)*
        };

        fn matched(key: &str) -> Option<ErrorCode> {
            match key {
                $($key => Some(ErrorCode::$code),)*
                _ => None,
            }
        }
    };
}

include!("harness/keys.rs");

fn main() -> Result<(), wirefault::catalog::Problems> {
    let text = layer();
    let mut bench = Bench::new("layer");
    let read = Layer::from_json("acme.json", &text)?;
    bench.case(
        "resolve",
        "resolve",
        &mut [
            contender("wirefault", || {
                Catalog::builder().layer(read.clone()).build().map_err(drop)
            }),
            contender("wirefault-from-json", || {
                let layer = Layer::from_json("acme.json", &text).map_err(drop)?;
                Catalog::builder().layer(layer).build().map_err(drop)
            }),
            contender("standard path", || Catalog::builder().build().map_err(drop)),
        ],
    );
    let own = Renderer::build(Catalog::builder().layer(read))?;
    let error = GatewayError::new(ErrorCode::ModelNotFound).with("model", "gpt-9");
    let context = Context::new();
    let (mut ours, mut standard) = (Vec::with_capacity(1024), Vec::with_capacity(1024));
    bench.case(
        "render",
        "body",
        &mut [
            contender("wirefault", || {
                ours.clear();
                own.body(&error, Protocol::OpenAiChat, &context, &mut ours);
                ours.len()
            }),
            contender("standard path", || {
                standard.clear();
                Renderer::standard().body(&error, Protocol::OpenAiChat, &context, &mut standard);
                standard.len()
            }),
        ],
    );
    bench.finish();
    lookup();
    Ok(())
}

fn lookup() {
    let mut bench = Bench::new("lookup");
    assert_eq!(
        MAP.len(),
        ErrorCode::ALL.len(),
        "benches/harness/keys.rs lists every key"
    );
    let known: Vec<&str> = ErrorCode::ALL.iter().map(|code| code.as_str()).collect();
    let unknown: Vec<String> = known.iter().map(|key| format!("{key}x")).collect();
    let unknown: Vec<&str> = unknown.iter().map(String::as_str).collect();
    for (case, words) in [("known", &known), ("unknown", &unknown)] {
        let next = |at: &mut usize| {
            *at = (*at + 7) % words.len();
            words[*at]
        };
        let (mut a, mut b, mut c) = (0, 0, 0);
        bench.case(
            case,
            "look-up",
            &mut [
                contender("wirefault", || ErrorCode::from_key(next(&mut a))),
                contender("match", || matched(next(&mut b))),
                contender("phf", || MAP.get(next(&mut c)).copied()),
            ],
        );
    }
    bench.finish();
}
