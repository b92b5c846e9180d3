//! The documents as Markdown, with an id on every heading.

use std::fmt::{self, Write as _};

use strum::VariantArray as _;

use super::collect;
use super::html::advice;
use super::labels::Labels;
use super::model::{Document, Row};
use super::{Audience, sample};
use crate::catalog::Category;
use crate::protocol::{Protocol, Renderer};

/// Returns the documents as Markdown.
///
/// Headings carry the entry's anchor as `{#anchor}`, which Hugo, MkDocs, Docusaurus and Pandoc
/// understand. A language that the catalog does not have gives the default one.
///
/// ```
/// use wirefault::{Renderer, export};
///
/// let page = export::markdown(Renderer::standard(), "en");
/// assert!(page.contains("### Model not found {#model_not_found}"));
/// ```
pub fn markdown(renderer: &Renderer, language: &str) -> String {
    let document = collect::document(renderer, Audience::Public, language);
    let mut out = String::with_capacity(1 << 18);
    // Writing to a String cannot fail.
    let _ = page(renderer, &document, &mut out);
    out
}

fn page(renderer: &Renderer, document: &Document<'_>, out: &mut String) -> fmt::Result {
    let labels = Labels::of(document.catalog.language);
    writeln!(out, "# {}\n\n{}", labels.errors, labels.intro)?;
    for category in Category::VARIANTS {
        let rows: Vec<&Row<'_>> = (document.entries.iter())
            .filter(|row| row.is(*category))
            .collect();
        if rows.is_empty() {
            continue;
        }
        writeln!(
            out,
            "\n## {} {{#category-{category}}}\n",
            labels.category(*category)
        )?;
        table(rows.iter().copied(), labels, "", out)?;
        for row in rows {
            entry(renderer, document, row, labels, out)?;
        }
    }
    Ok(())
}

/// Writes the table of some entries. Their links begin with `page`.
pub(super) fn table<'r>(
    rows: impl Iterator<Item = &'r Row<'r>>,
    labels: &Labels,
    page: &str,
    out: &mut String,
) -> fmt::Result {
    let headings = [labels.code, labels.status, labels.meaning, labels.retry];
    writeln!(out, "| {} |\n|---|---|---|---|", headings.join(" | "))?;
    for row in rows {
        let link = match row.doc_url {
            Some(url) if page.is_empty() => url.to_owned(),
            _ => format!("{page}#{}", row.anchor),
        };
        writeln!(
            out,
            "| [`{}`]({link}) | {} | {} | {} |",
            row.shown_code(),
            row.http_status,
            Cell(row.title),
            Cell(&advice(row, labels))
        )?;
    }
    Ok(())
}

fn entry(
    renderer: &Renderer,
    document: &Document<'_>,
    row: &Row<'_>,
    labels: &Labels,
    out: &mut String,
) -> fmt::Result {
    writeln!(out, "\n### {} {{#{}}}\n", Prose(row.title), row.anchor)?;
    if let Some(fate) = &row.deprecated {
        let retired = labels.retired.replace("{}", fate.since);
        write!(out, "**{}**", Prose(&retired))?;
        let mut entries = document.entries.iter();
        let other = fate.replaced_by;
        if let Some(other) = other.and_then(|key| entries.find(|row| row.key == key)) {
            write!(
                out,
                " {} [`{}`](#{})",
                labels.instead, other.key, other.anchor
            )?;
        }
        writeln!(out, "\n")?;
    }
    writeln!(out, "{}\n", Prose(row.description))?;
    writeln!(out, "- {}: `{}`", labels.code, row.shown_code())?;
    write!(out, "- {}: {}", labels.status, row.http_status)?;
    if row.http_status_from_upstream {
        write!(out, ", {}", labels.from_upstream)?;
    }
    writeln!(out, "\n- {}: `{}`", labels.type_, row.type_)?;
    writeln!(out, "- {}: {}", labels.message, code(&row.message))?;
    writeln!(out, "- {} {}", labels.retry, advice(row, labels))?;
    if let Some(field) = row.typical_param {
        writeln!(out, "- {}: `{field}`", labels.field)?;
    }
    notice(row, labels, out)?;
    list(labels.causes, "-", row.causes, out)?;
    list(labels.steps, "1.", row.remediation_steps, out)?;
    params(row, labels, out)?;
    if !row.is_notice() {
        let body = sample::body(renderer, row.key, Protocol::Native);
        let body = sample::pretty(&body);
        writeln!(out, "\n```json\n{body}\n```")?;
    }
    Ok(())
}

fn notice(row: &Row<'_>, labels: &Labels, out: &mut String) -> fmt::Result {
    let Some(notice) = &row.notice else {
        return Ok(());
    };
    let header = notice.header.map(|name| match notice.header_value {
        Some(value) => format!("{name}: {value}"),
        None => name.to_owned(),
    });
    for (label, value) in [
        (labels.event, notice.event),
        (labels.body_field, notice.body_field),
        (labels.header, header.as_deref()),
    ] {
        if let Some(value) = value {
            writeln!(out, "- {label}: {}", code(value))?;
        }
    }
    Ok(())
}

/// Returns text as a code span: MDX takes braces elsewhere for a program.
fn code(text: &str) -> String {
    if text.contains('`') {
        format!("`` {text} ``")
    } else {
        format!("`{text}`")
    }
}

fn list(heading: &str, mark: &str, items: &[String], out: &mut String) -> fmt::Result {
    if items.is_empty() {
        return Ok(());
    }
    writeln!(out, "\n**{heading}**\n")?;
    items
        .iter()
        .try_for_each(|item| writeln!(out, "{mark} {}", Prose(item)))
}

fn params(row: &Row<'_>, labels: &Labels, out: &mut String) -> fmt::Result {
    if row.params.is_empty() {
        return Ok(());
    }
    let headings = [labels.name, labels.type_, labels.example, labels.what];
    writeln!(out, "\n**{}**\n", labels.parameters)?;
    writeln!(out, "| {} |\n|---|---|---|---|", headings.join(" | "))?;
    for param in &row.params {
        writeln!(
            out,
            "| `{}` | {} | {} | {} |",
            param.name,
            param.type_,
            Cell(param.example),
            Cell(param.description)
        )?;
    }
    Ok(())
}

/// Text of the catalog: only its code spans are markup.
struct Prose<'a>(&'a str);

impl fmt::Display for Prose<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        escaped(self.0, "\\*[]<", f)
    }
}

/// The same inside of a table.
struct Cell<'a>(&'a str);

impl fmt::Display for Cell<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        escaped(self.0, "\\*[]<|", f)
    }
}

/// Writes text with a backslash before what would be markup. Inside of a code span only a bar
/// needs one, and only in a table.
fn escaped(text: &str, special: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let closed = text.matches('`').count() / 2 * 2;
    let (mut ticks, mut start_of_word) = (0, true);
    for c in text.chars() {
        if c == '`' && ticks < closed {
            ticks += 1;
            f.write_char(c)?;
        } else {
            let code = ticks % 2 == 1;
            // An underscore inside of a word is none of emphasis.
            let markup = (special.contains(c) && !code)
                || (c == '|' && special.contains('|'))
                || (c == '_' && start_of_word && !code)
                || c == '`';
            if markup {
                f.write_char('\\')?;
            }
            f.write_char(c)?;
        }
        start_of_word = !c.is_alphanumeric() && c != '_';
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_code_spans_are_markup() {
        for (text, prose, cell) in [
            ("a `b_*|c` <d>", "a `b_*|c` \\<d>", "a `b_*\\|c` \\<d>"),
            (
                "*x* [y] _z_ a_b",
                "\\*x\\* \\[y\\] \\_z_ a_b",
                "\\*x\\* \\[y\\] \\_z_ a_b",
            ),
            (
                "one ` tick | bar",
                "one \\` tick | bar",
                "one \\` tick \\| bar",
            ),
        ] {
            assert_eq!(Prose(text).to_string(), prose);
            assert_eq!(Cell(text).to_string(), cell);
        }
    }
}
