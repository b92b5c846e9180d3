//! One self-contained page: no script, no file beside it, readable in light and dark.

mod entry;
mod ids;

use std::fmt::{self, Write as _};

use strum::VariantArray as _;

use self::ids::{Ids, Shared};
use super::collect;
use super::labels::Labels;
use super::model::{Document, Row};
use super::{Audience, sample};
use crate::catalog::Category;
use crate::protocol::Renderer;

/// Returns the documents as one HTML page.
///
/// The page has an element with the `id` of each entry's anchor, key, aliases and wire code, so
/// that old links keep working. A language that the catalog does not have gives the default one.
///
/// ```
/// use wirefault::{Renderer, export};
///
/// let page = export::html(Renderer::standard(), "en");
/// assert!(page.contains(r#"id="model_not_found""#));
/// ```
pub fn html(renderer: &Renderer, language: &str) -> String {
    let document = collect::document(renderer, Audience::Public, language);
    let page = Page {
        labels: Labels::of(document.catalog.language),
        ids: Ids::new(&document),
        document: &document,
        renderer,
    };
    let mut out = String::with_capacity(1 << 20);
    // Writing to a String cannot fail.
    let _ = page.write(&mut out);
    out
}

struct Page<'a> {
    renderer: &'a Renderer,
    document: &'a Document<'a>,
    labels: &'static Labels,
    ids: Ids<'a>,
}

impl Page<'_> {
    fn write(&self, out: &mut String) -> fmt::Result {
        let head = &self.document.catalog;
        let (labels, name) = (self.labels, Escaped(head.name));
        writeln!(out, "<!doctype html>")?;
        writeln!(out, "<html lang=\"{}\">", Escaped(head.language))?;
        writeln!(out, "<head>\n<meta charset=\"utf-8\">")?;
        writeln!(
            out,
            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
        )?;
        writeln!(out, "<title>{}: {name}</title>", labels.errors)?;
        writeln!(
            out,
            "<style>\n{}</style>\n</head>",
            include_str!("page.css")
        )?;
        writeln!(out, "<body>\n<header>\n<h1>{}</h1>", labels.errors)?;
        writeln!(
            out,
            "<p>{} <span class=\"quiet\">{name} {}</span></p>",
            labels.intro,
            Escaped(head.version)
        )?;
        self.contents(out)?;
        writeln!(out, "</header>\n<main>")?;
        for category in self.categories() {
            self.category(category, out)?;
        }
        self.shared_codes(out)?;
        writeln!(out, "</main>\n</body>\n</html>")
    }

    fn categories(&self) -> impl Iterator<Item = Category> {
        let rows = &self.document.entries;
        let used = |category: &Category| rows.iter().any(|row| row.is(*category));
        Category::VARIANTS.iter().copied().filter(used)
    }

    fn contents(&self, out: &mut String) -> fmt::Result {
        writeln!(out, "<nav>\n<ul>")?;
        for category in self.categories() {
            let (id, name) = (self.ids.category(category), self.labels.category(category));
            writeln!(out, "<li><a href=\"#{id}\">{name}</a></li>")?;
        }
        writeln!(out, "</ul>\n</nav>")
    }

    fn category(&self, category: Category, out: &mut String) -> fmt::Result {
        let labels = self.labels;
        let rows = || self.document.entries.iter().filter(|row| row.is(category));
        let (id, name) = (self.ids.category(category), labels.category(category));
        writeln!(out, "<h2 id=\"{id}\">{name}</h2>")?;
        writeln!(out, "<div class=\"table\">\n<table>\n<thead><tr>")?;
        for heading in [labels.code, labels.status, labels.meaning, labels.retry] {
            writeln!(out, "<th scope=\"col\">{heading}</th>")?;
        }
        writeln!(out, "</tr></thead>\n<tbody>")?;
        for row in rows() {
            writeln!(
                out,
                "<tr><td><a href=\"#{}\"><code>{}</code></a></td><td>{}</td><td>{}</td><td>{}</td></tr>",
                Escaped(row.anchor),
                Escaped(row.shown_code()),
                Badge(row),
                Prose(row.title),
                Escaped(&advice(row, labels)),
            )?;
        }
        writeln!(out, "</tbody>\n</table>\n</div>")?;
        rows().try_for_each(|row| self.entry(row, out))
    }

    /// Lists wire codes that lead to several entries, so that a link by code finds them all.
    fn shared_codes(&self, out: &mut String) -> fmt::Result {
        let shared = self.ids.shared();
        if shared.is_empty() {
            return Ok(());
        }
        writeln!(out, "<h2>{}</h2>\n<dl>", self.labels.shared)?;
        for Shared { id, code, rows } in shared {
            let anchor = match id {
                Some(id) => format!(" id=\"{}\"", Escaped(id)),
                None => String::new(),
            };
            writeln!(out, "<dt{anchor}><code>{}</code></dt>", Escaped(code))?;
            let links: Vec<String> = rows.iter().map(|row| Link(row).to_string()).collect();
            writeln!(out, "<dd>{}</dd>", links.join(", "))?;
        }
        writeln!(out, "</dl>")
    }
}

impl Row<'_> {
    pub(super) fn is(&self, category: Category) -> bool {
        self.category == <&str>::from(category)
    }

    /// Returns the wire code, or the key where the gateway sends none.
    pub(super) fn shown_code(&self) -> &str {
        self.code.as_deref().unwrap_or(self.key)
    }
}

/// Returns the retry advice in words.
pub(super) fn advice(row: &Row<'_>, labels: &Labels) -> String {
    if row.is_notice() {
        return labels.no_error.to_owned();
    }
    match (row.retry, row.retry_delay_s, row.retry_until) {
        ("never", ..) => labels.never.to_owned(),
        ("now", ..) => labels.now.to_owned(),
        (_, Some(delay), _) => labels.after.replace("{}", &labels.time(delay)),
        (_, None, Some(time)) => labels.until.replace("{}", time),
        (_, None, None) => labels.after_hint.to_owned(),
    }
}

/// Text, escaped for HTML and its attributes.
pub(super) struct Escaped<'a>(pub(super) &'a str);

impl fmt::Display for Escaped<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.chars().try_for_each(|c| match c {
            '&' => f.write_str("&amp;"),
            '<' => f.write_str("&lt;"),
            '>' => f.write_str("&gt;"),
            '"' => f.write_str("&quot;"),
            '\'' => f.write_str("&#39;"),
            c => f.write_char(c),
        })
    }
}

/// Text of the catalog: what stands between backticks is code.
pub(super) struct Prose<'a>(pub(super) &'a str);

impl fmt::Display for Prose<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut rest = self.0;
        while let Some((before, (code, after))) = rest
            .split_once('`')
            .and_then(|(before, open)| Some((before, open.split_once('`')?)))
        {
            write!(f, "{}<code>{}</code>", Escaped(before), Escaped(code))?;
            rest = after;
        }
        Escaped(rest).fmt(f)
    }
}

/// A link to an entry, by its code.
struct Link<'a>(&'a Row<'a>);

impl fmt::Display for Link<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Link(row) = self;
        let (anchor, key) = (Escaped(row.anchor), Escaped(row.key));
        write!(f, "<a href=\"#{anchor}\"><code>{key}</code></a>")
    }
}

/// The status of an entry, coloured by its hundred.
struct Badge<'a>(&'a Row<'a>);

impl fmt::Display for Badge<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let status = self.0.http_status;
        write!(f, "<span class=\"badge s{}\">{status}</span>", status / 100)
    }
}

/// Returns the samples of an entry: protocol, type, code and body.
fn samples<'r>(
    renderer: &'r Renderer,
    row: &'r Row<'r>,
) -> impl Iterator<Item = (&'static str, &'static str, String)> + use<'r> {
    crate::Protocol::ALL.iter().map(move |protocol| {
        let body = sample::body(renderer, row.key, *protocol);
        let title = match protocol {
            crate::Protocol::OpenAiChat => "OpenAI Chat Completions",
            crate::Protocol::OpenAiResponses => "OpenAI Responses",
            crate::Protocol::AnthropicMessages => "Anthropic Messages",
            crate::Protocol::Gemini => "Gemini",
            crate::Protocol::Native => "Native",
            crate::Protocol::Problem => "Problem details (RFC 9457)",
        };
        (protocol.into(), title, sample::pretty(&body))
    })
}
