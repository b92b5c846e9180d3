//! Entity tags: has the reader this document already?

/// Returns a strong entity tag of a document, quotes included.
///
/// ```
/// use wirefault::export::{etag, is_current};
///
/// let tag = etag("document");
/// assert!(is_current(&tag, &format!("\"other\", {tag}")));
/// assert_ne!(tag, etag("Document"));
/// ```
pub fn etag(document: &str) -> String {
    // FNV-1a, 64 bits: the same on every machine and in every release.
    let hash = document
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
        });
    format!("\"{hash:016x}\"")
}

/// Returns true if a reader that sent this `If-None-Match` has the document already (304).
///
/// Tags are compared weakly, as [RFC 9110, section 13.1.2][rfc] asks.
///
/// [rfc]: https://www.rfc-editor.org/rfc/rfc9110#section-13.1.2
pub fn is_current(etag: &str, if_none_match: &str) -> bool {
    if_none_match
        .split(',')
        .map(str::trim)
        .any(|tag| tag == "*" || tag.strip_prefix("W/").unwrap_or(tag) == etag)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn conditions() {
        let tag = etag("");
        assert_eq!(tag, "\"cbf29ce484222325\"");
        for (header, current) in [
            (tag.as_str(), true),
            ("*", true),
            ("W/\"cbf29ce484222325\"", true),
            ("\"a\",\"cbf29ce484222325\"", true),
            ("\"a\"", false),
            ("cbf29ce484222325", false),
            ("", false),
        ] {
            assert_eq!(is_current(&tag, header), current, "{header}");
        }
    }
}
