//! The part of the page that is about one entry.

use std::fmt::{self, Write as _};

use super::{Badge, Escaped, Link, Page, Prose, advice, samples};
use crate::export::model::Row;

impl Page<'_> {
    pub(super) fn entry(&self, row: &Row<'_>, out: &mut String) -> fmt::Result {
        let anchor = Escaped(row.anchor);
        writeln!(out, "<section class=\"entry\" id=\"{anchor}\">")?;
        for id in self.ids.more(row) {
            write!(out, "<span id=\"{}\"></span>", Escaped(id))?;
        }
        writeln!(out, "<div class=\"head\">\n<h3>{}</h3>", Prose(row.title))?;
        writeln!(
            out,
            "<code>{}</code> {}",
            Escaped(row.shown_code()),
            Badge(row)
        )?;
        writeln!(
            out,
            "<a class=\"self\" href=\"#{anchor}\" aria-label=\"{} {}\">#</a>\n</div>",
            self.labels.link,
            Escaped(row.shown_code())
        )?;
        self.fate(row, out)?;
        writeln!(out, "<p>{}</p>", Prose(row.description))?;
        self.facts(row, out)?;
        self.list(self.labels.causes, "ul", row.causes, out)?;
        self.list(self.labels.steps, "ol", row.remediation_steps, out)?;
        self.params(row, out)?;
        if !row.is_notice() {
            self.samples(row, out)?;
        }
        writeln!(out, "</section>")
    }

    /// A retired entry keeps its page, and says what took its place.
    fn fate(&self, row: &Row<'_>, out: &mut String) -> fmt::Result {
        let Some(fate) = &row.deprecated else {
            return Ok(());
        };
        let retired = self.labels.retired.replace("{}", fate.since);
        write!(out, "<p class=\"retired\">{}", Escaped(&retired))?;
        let mut entries = self.document.entries.iter();
        let other = fate.replaced_by;
        if let Some(other) = other.and_then(|key| entries.find(|row| row.key == key)) {
            write!(out, " {} {}", self.labels.instead, Link(other))?;
        }
        writeln!(out, "</p>")
    }

    fn facts(&self, row: &Row<'_>, out: &mut String) -> fmt::Result {
        let labels = self.labels;
        let code = |text: &str| format!("<code>{}</code>", Escaped(text));
        let mut facts: Vec<(&str, String)> = vec![
            (labels.retry, Escaped(&advice(row, labels)).to_string()),
            (
                labels.message,
                format!("<samp>{}</samp>", Escaped(&row.message)),
            ),
            (labels.type_, code(&row.type_)),
        ];
        if row.http_status_from_upstream {
            let status = format!("{} {}", row.http_status, labels.from_upstream);
            facts.push((labels.status, status));
        }
        if let Some(field) = row.typical_param {
            facts.push((labels.field, code(field)));
        }
        if let Some(notice) = &row.notice {
            let header = notice.header.map(|name| match notice.header_value {
                Some(value) => code(&format!("{name}: {value}")),
                None => code(name),
            });
            let rows = [
                (labels.event, notice.event.map(code)),
                (labels.body_field, notice.body_field.map(code)),
                (labels.header, header),
            ];
            facts.extend(
                rows.into_iter()
                    .filter_map(|(label, value)| Some((label, value?))),
            );
        }
        if !row.aliases.is_empty() {
            let aliases: Vec<String> = row.aliases.iter().map(|alias| code(alias)).collect();
            facts.push((labels.aliases, aliases.join(", ")));
        }
        let entry = |key: &str| self.document.entries.iter().find(|row| row.key == key);
        let related: Vec<String> = (row.related.iter())
            .filter_map(|key| Some(Link(entry(key)?).to_string()))
            .collect();
        if !related.is_empty() {
            facts.push((labels.related, related.join(", ")));
        }
        writeln!(out, "<dl>")?;
        for (label, value) in facts {
            writeln!(out, "<dt>{label}</dt><dd>{value}</dd>")?;
        }
        writeln!(out, "</dl>")
    }

    fn list(&self, heading: &str, tag: &str, items: &[String], out: &mut String) -> fmt::Result {
        if items.is_empty() {
            return Ok(());
        }
        writeln!(out, "<h4>{heading}</h4>\n<{tag}>")?;
        for item in items {
            writeln!(out, "<li>{}</li>", Prose(item))?;
        }
        writeln!(out, "</{tag}>")
    }

    fn params(&self, row: &Row<'_>, out: &mut String) -> fmt::Result {
        let labels = self.labels;
        if row.params.is_empty() {
            return Ok(());
        }
        writeln!(out, "<h4>{}</h4>", labels.parameters)?;
        writeln!(out, "<div class=\"table\">\n<table>\n<thead><tr>")?;
        for heading in [labels.name, labels.type_, labels.example, labels.what] {
            writeln!(out, "<th scope=\"col\">{heading}</th>")?;
        }
        writeln!(out, "</tr></thead>\n<tbody>")?;
        for param in &row.params {
            writeln!(
                out,
                "<tr><td><code>{}</code></td><td>{}</td><td>{}</td><td>{}</td></tr>",
                Escaped(param.name),
                Escaped(param.type_),
                Escaped(param.example),
                Prose(param.description)
            )?;
        }
        writeln!(out, "</tbody>\n</table>\n</div>")
    }

    fn samples(&self, row: &Row<'_>, out: &mut String) -> fmt::Result {
        writeln!(out, "<details>\n<summary>{}</summary>", self.labels.samples)?;
        for (_, title, body) in samples(self.renderer, row) {
            writeln!(out, "<h4>{title}</h4>")?;
            writeln!(out, "<pre><code>{}</code></pre>", Escaped(&body))?;
        }
        writeln!(out, "</details>")
    }
}
