//! Rust literals.

use std::fmt::Write as _;

/// Returns a string literal.
pub(super) fn literal(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => {
                out.push('\\');
                out.push(c);
            }
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            c if c.is_control() => {
                let _ = write!(out, "\\u{{{:x}}}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

/// Returns `Some("...")` or `None`.
pub(super) fn option(text: Option<&str>) -> String {
    text.map_or_else(
        || "None".to_owned(),
        |text| format!("Some({})", literal(text)),
    )
}

/// Returns a slice of `t("...")`.
pub(super) fn texts<'a>(texts: impl IntoIterator<Item = impl AsRef<str> + 'a>) -> String {
    let items: Vec<String> = texts
        .into_iter()
        .map(|text| format!("t({})", literal(text.as_ref())))
        .collect();
    slice(&items)
}

/// Returns a slice in static memory. The block makes it a constant of its own: values with
/// destructors are not promoted otherwise.
pub(super) fn slice(items: &[String]) -> String {
    if items.is_empty() {
        "&[]".to_owned()
    } else {
        format!("const {{ &[{}] }}", items.join(", "))
    }
}

/// Returns the name of a Rust type or variant for a key.
pub(super) fn camel(key: &str) -> String {
    let mut out = String::with_capacity(key.len());
    for part in key.split('_') {
        let mut chars = part.chars();
        out.extend(chars.next().map(|c| c.to_ascii_uppercase()));
        out.extend(chars);
    }
    out
}

/// Breaks text into doc comment lines.
pub(super) fn doc(indent: &str, text: &str) -> String {
    let mut out = String::new();
    for paragraph in text.lines() {
        let mut line = String::new();
        for word in paragraph.split_whitespace() {
            if !line.is_empty() && line.chars().count() + word.chars().count() > 90 {
                let _ = writeln!(out, "{indent}/// {line}");
                line.clear();
            }
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(&word.replace('[', "\\[").replace('<', "\\<"));
        }
        let _ = writeln!(out, "{}", format!("{indent}/// {line}").trim_end());
    }
    out
}
