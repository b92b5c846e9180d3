//! The generator door: a catalog file in, Rust source out, kept fresh by a test.

use wirefault::catalog::{Catalog, File, Layer};
use wirefault::codegen::{self, assert_fresh, write_if_changed};
use wirefault::text::PublicText;
use wirefault::{Context, Protocol, Renderer};

#[allow(dead_code, unreachable_pub)]
#[rustfmt::skip]
#[path = "../../examples/generated_catalog/acme.rs"]
mod acme;

use acme::{Acme, errors};

const NAME: &str = "examples/generated_catalog/acme.toml";
const TEXT: &str = include_str!("../../examples/generated_catalog/acme.toml");

#[test]
fn fresh_generated_catalog() {
    let file = File {
        name: NAME,
        text: TEXT,
    };
    let source = codegen::layer(file, "Acme").unwrap_or_else(|problems| panic!("{problems}"));
    let path = format!(
        "{}/examples/generated_catalog/acme.rs",
        env!("CARGO_MANIFEST_DIR")
    );
    assert_fresh(path, &source);
}

#[test]
fn generated_codes_equal_those_of_the_file() {
    let layer = Layer::from_toml(NAME, TEXT).unwrap();
    let catalog = Catalog::builder().layer(layer).build().unwrap();
    for code in Acme::ALL {
        assert_eq!(catalog.get(code.as_str()).unwrap().entry(), code.entry());
        assert_eq!(code.to_string().parse::<Acme>().unwrap(), *code);
    }
    assert_eq!(Acme::ENTRIES.len(), Acme::ALL.len());
    assert!(
        "gpu_queue"
            .parse::<Acme>()
            .unwrap_err()
            .to_string()
            .contains("gpu_queue_full")
    );
}

#[test]
fn generated_constructors_reach_the_client_in_its_language() {
    let layer = Layer::from_toml(NAME, TEXT).unwrap();
    let renderer = Renderer::build(Catalog::builder().layer(layer)).unwrap();
    let error = errors::GpuQueueFull::new()
        .region("eu-1")
        .detail(PublicText::vouched("full"))
        .build();
    let mut body = Vec::new();
    let context = Context::new().accept_language("de");
    renderer.body(&error, Protocol::Gemini, &context, &mut body);
    let body = String::from_utf8(body).unwrap();
    assert!(body.contains("All GPUs of eu-1 are busy: full"), "{body}");
    assert!(
        body.contains("Alle GPUs in eu-1 sind belegt: full"),
        "{body}"
    );
}

#[test]
fn what_cannot_be_generated_is_refused() {
    let rule = |text: &str, name: &str| {
        let file = File {
            name: "acme.toml",
            text,
        };
        codegen::layer(file, name).unwrap_err().0[0].rule
    };
    assert_eq!(rule("name = \"acme\"\n", "Acme"), "no-entries");
    assert_eq!(rule(TEXT, "acme-codes"), "type-name");
    assert_eq!(rule(&TEXT.replace("422", "200"), "Acme"), "status-range");
    assert_eq!(rule("name = ", "Acme"), "syntax");
    assert_eq!(rule(TEXT, "Self"), "type-name");
}

/// Names that a file may have and Rust may not.
#[test]
fn names_are_those_of_rust_or_are_refused() {
    let generated = |from: &str, to: &str| {
        let text = TEXT.replace(from, to);
        assert_ne!(text, TEXT);
        let file = File {
            name: NAME,
            text: &text,
        };
        codegen::layer(file, "Acme").map_err(|problems| (problems.0[0].rule, problems.0[0].line))
    };
    let source = generated("iterations", "type").unwrap();
    assert!(
        source.contains("pub fn r#type(self, value: i64)"),
        "{source}"
    );
    for taken in ["self", "new", "build"] {
        let (rule, line) = generated("iterations", taken).unwrap_err();
        assert_eq!((rule, line.is_some()), ("rust-name", true), "{taken}");
    }
    for key in ["self", "gpu__queue_full"] {
        assert_eq!(
            generated("tool_loop_limit", key).unwrap_err().0,
            "rust-name",
            "{key}"
        );
    }
    // A constructor's name hides no other name that the source uses: those have paths.
    let list = "type = \"list\"\n";
    let source = generated("type = \"enum\"\nvalues = [\"eu-1\", \"us-1\"]\n", list).unwrap();
    let (_, errors) = source.split_once("pub mod errors").unwrap();
    let bare = regex::Regex::new(r"[ (<](GatewayError|From|Into|Default|Vec|String|Option)\b");
    let bare = bare.unwrap().find(errors).map(|found| found.as_str());
    assert_eq!(bare, None, "{errors}");
}

#[test]
fn an_unchanged_file_is_not_written_again() {
    let folder = std::env::temp_dir().join(format!("wirefault-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let path = folder.join("acme.rs");
    assert!(write_if_changed(&path, "one").unwrap());
    assert!(!write_if_changed(&path, "one").unwrap());
    assert!(write_if_changed(&path, "two").unwrap());
    assert_fresh(&path, "two");
    let stale = std::panic::catch_unwind(|| assert_fresh(&path, "three"));
    std::fs::remove_dir_all(&folder).unwrap();
    // With the variable set the file would have been rewritten.
    assert_eq!(stale.is_err(), std::env::var_os(codegen::UPDATE).is_none());
}
