//! `Accept-Language`: one of the catalog's languages, however the header is written.

use std::sync::LazyLock;

use wirefault::catalog::Layer;
use wirefault::{Catalog, export};

static CATALOG: LazyLock<Catalog> = LazyLock::new(|| {
    let layer = r#"{"name": "acme", "language_policy": "documents"}"#;
    let layer = Layer::from_json("acme.json", layer).unwrap_or_default();
    Catalog::builder()
        .layer(layer)
        .build()
        .unwrap_or_else(|problems| panic!("{problems}"))
});

/// Any header.
pub(crate) fn holds(header: &str) {
    let chosen = |header: &str| export::language(&CATALOG, Some(header));
    let best = chosen(header);
    assert!(CATALOG.languages().iter().any(|tag| tag == best));
    // Names of tags and of the weight have no case, and white space separates nothing.
    assert_eq!(chosen(&header.to_ascii_uppercase()), best, "{header:?}");
    let wide = header.replace(',', " ,\t").replace(';', "\t; ");
    assert_eq!(chosen(&wide), best, "{header:?}");
    let _ = export::find_language(&CATALOG, header);
    for tag in CATALOG.languages() {
        assert_eq!(chosen(tag), tag);
        assert_eq!(export::find_language(&CATALOG, tag), Some(tag.as_str()));
    }
    // What nobody speaks changes nothing, as long as the header's end is looked at.
    if header
        .split(',')
        .filter(|part| !part.trim().is_empty())
        .count()
        > 31
    {
        return;
    }
    assert_eq!(
        chosen(&format!("{header}, tlh;q=0.001")),
        best,
        "{header:?}"
    );
    assert_eq!(chosen(&format!("tlh, {header}")), best, "{header:?}");
}
