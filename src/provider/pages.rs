//! Pages that a proxy, a CDN or a balancer answers instead of the provider.

use memchr::memmem;

use super::start;

/// What a page says: the sentence that names the failure, and its code.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Page<'a> {
    /// The title's or the heading's sentence.
    pub(crate) message: &'a str,
    /// The title, which may hold more than the sentence.
    pub(crate) title: &'a str,
    /// The number that the page names as its error code, if any.
    pub(crate) code: Option<&'a str>,
}

/// How much of a page is looked at; what matters stands in its head.
pub(crate) const LOOK: usize = 8 * 1024;

/// So many tags are looked at in search of an element.
const TAGS: usize = 1024;

/// The line that a page leaves without its tags is no longer.
const LINE: usize = 4 * 1024;

const HTML: &str = "<html>";

/// Returns true for a whole HTML document. No API answers with one, whatever the status: the
/// address is that of a site.
pub(crate) fn is_document(text: &[u8]) -> bool {
    begins_with_one(text, &["<!doctype html", "<html"])
}

/// Returns true if the text is a page rather than a message that begins with a bracket.
pub(crate) fn is_page(text: &[u8]) -> bool {
    const OPENINGS: [&str; 11] = [
        "<!doctype",
        "<html",
        "<head",
        "<body",
        "<?xml",
        "<errorresponse",
        "<error>",
        "<!--",
        "<center",
        "<h1",
        "<title",
    ];
    begins_with_one(text, &OPENINGS)
}

fn begins_with_one(text: &[u8], openings: &[&str]) -> bool {
    openings.iter().any(|opening| {
        text.get(..opening.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(opening.as_bytes()))
    })
}

/// Reads a page's title, headings and error code.
pub(crate) fn read(text: &str) -> Page<'_> {
    let text = start(text, LOOK);
    let title = element(text, "title").unwrap_or_default();
    let heading = element(text, "h1")
        .or_else(|| element(text, "h2"))
        .unwrap_or_default();
    let (mut message, mut code) = split_title(title);
    if says_little(message) {
        message = if let Some(after) = text_after_heading(text).filter(|_| title.is_empty()) {
            after
        } else if heading.is_empty() {
            first_text(text, message)
        } else {
            heading
        };
    }
    code = code.or_else(|| labelled_code(text));
    if message.is_empty() {
        message = element(text, "Message").unwrap_or_default();
    }
    // In a document, `<code>` is a typeface.
    if !is_document(text.as_bytes()) {
        code = code.or_else(|| element(text, "Code"));
    }
    if code.is_none() && leading_number(heading).is_some() && title != heading && !title.is_empty()
    {
        code = leading_number(heading);
        message = element(text, "p")
            .filter(|p| !p.is_empty())
            .unwrap_or(message);
    }
    Page {
        message,
        title,
        code,
    }
}

/// Reads what Cloudflare's page leaves when its tags are stripped:
/// `host | 520: Web server is returning an unknown error ...`.
pub(crate) fn read_stripped(text: &str) -> Option<Page<'_>> {
    let near = start(text, LINE);
    let line = near.get(..near.find('\n').unwrap_or(near.len()))?;
    let (_, rest) = line.split_once(" | ")?;
    let (code, sentence) = rest.split_once(": ")?;
    if code.len() != 3 || !code.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    // The sentence stands twice, as title and as heading.
    let words = sentence
        .find(" Error code")
        .map_or(sentence, |at| start(sentence, at));
    let half = words.len() / 2;
    let message = match (words.get(..half), words.get(half + 1..)) {
        (Some(first), Some(second)) if first == second => first,
        _ => words,
    };
    Some(Page {
        message,
        title: line,
        code: Some(code),
    })
}

/// `host | 524: A timeout occurred` and `Access denied | host used Cloudflare ...`.
fn split_title(title: &str) -> (&str, Option<&str>) {
    if let Some((_, right)) = title.split_once(" | ") {
        if let Some((code, sentence)) = right.split_once(": ") {
            if code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_digit()) {
                return (sentence.trim(), Some(code));
            }
        }
    }
    (title, None)
}

/// Returns true for titles that greet instead of naming the failure.
fn says_little(title: &str) -> bool {
    title.is_empty()
        || title.contains(" | ")
        || title.contains("Attention Required")
        || title.contains("Hugging Face")
        || title.eq_ignore_ascii_case("error")
        || title.eq_ignore_ascii_case("error page")
}

/// Returns the text of the first element with that name, without tags inside it.
fn element<'a>(text: &'a str, name: &str) -> Option<&'a str> {
    let bytes = text.as_bytes();
    for open in memchr::memchr_iter(b'<', bytes).take(TAGS) {
        let after = open + 1 + name.len();
        let here = bytes.get(open + 1..after)?;
        let ends = matches!(bytes.get(after), Some(b'>' | b' ' | b'\n' | b'\t' | b'\r'));
        if here.eq_ignore_ascii_case(name.as_bytes()) && ends {
            let start = after + memchr::memchr(b'>', bytes.get(after..)?)? + 1;
            return inner_text(text.get(start..)?);
        }
    }
    None
}

/// Returns the first run of text that is not inside a tag.
fn inner_text(mut text: &str) -> Option<&str> {
    for _ in 0..TAGS {
        let end = text.find('<').unwrap_or(text.len());
        let run = text.get(..end)?.trim();
        let rest = text.get(end..)?;
        if !run.is_empty() || rest.is_empty() || rest.starts_with("</") {
            return Some(run);
        }
        text = rest.get(rest.find('>')? + 1..)?;
    }
    None
}

/// Returns the text right behind the first heading: HAProxy says there what its heading only
/// numbers.
fn text_after_heading(text: &str) -> Option<&str> {
    let at = text.find("</h1>").or_else(|| text.find("</H1>"))? + "</h1>".len();
    let rest = text.get(at..)?;
    let run = rest.get(..rest.find('<').unwrap_or(rest.len()))?.trim();
    if run.is_empty() { None } else { Some(run) }
}

/// Returns the body's first text, for pages without a heading; some have no tag but
/// `<html>`.
fn first_text<'a>(text: &'a str, default: &'a str) -> &'a str {
    let bare = || {
        let text = text.trim_start();
        let rest = text.get(HTML.len()..)?;
        let is_html = begins_with_one(text.as_bytes(), &[HTML]);
        is_html.then_some(rest.get(..rest.find('<')?)?.trim())
    };
    element(text, "body")
        .or_else(bare)
        .filter(|found| !found.is_empty())
        .unwrap_or(default)
}

/// Finds `Error code 524`, `Error code: 1020`, `error code: 502`.
fn labelled_code(text: &str) -> Option<&str> {
    let bytes = text.as_bytes();
    for label in ["Error code", "error code", "Error Code", "cf-error-code\">"] {
        if let Some(at) = memmem::find(bytes, label.as_bytes()) {
            let rest = text
                .get(at + label.len()..)?
                .trim_start_matches([':', ' ', '<', '>']);
            if let Some(number) = leading_number(rest) {
                return Some(number);
            }
        }
    }
    None
}

/// Returns the three or four digits at the start.
pub(crate) fn leading_number(text: &str) -> Option<&str> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    if (3..=4).contains(&digits) {
        text.get(..digits)
    } else {
        None
    }
}

#[cfg(test)]
#[allow(clippy::expect_used)]
mod tests {
    use super::*;

    #[test]
    fn sentences_of_pages() {
        let cases = [
            (
                "<html><head><title>413 Request Entity Too Large</title></head>",
                "413 Request Entity Too Large",
                None,
            ),
            (
                "<title>api.example.com | 524: A timeout occurred</title>",
                "A timeout occurred",
                Some("524"),
            ),
            (
                "<title>Attention Required! | Cloudflare</title></head><body>Sorry, you have been blocked",
                "Sorry, you have been blocked",
                None,
            ),
            (
                "<title>A place</title><h1 class=\"a\">502</h1><p>Bad Gateway</p>",
                "Bad Gateway",
                Some("502"),
            ),
            ("<HTML>It is closed.</HTML>", "It is closed.", None),
            (
                "<h1>\n <span>Access denied</span></h1><p>Error code: 1020</p>",
                "Access denied",
                Some("1020"),
            ),
            (
                "<?xml version=\"1.0\"?><Error><Code>AccessDenied</Code><Message>No</Message></Error>",
                "No",
                Some("AccessDenied"),
            ),
            (
                "<html><title>Not Found</title><p>The requested URL <code>/v1/models/x</code> is not here.",
                "Not Found",
                None,
            ),
        ];
        for (page, message, code) in cases {
            let found = read(page);
            assert_eq!((found.message, found.code), (message, code), "{page}");
        }
    }

    #[test]
    fn a_page_whose_tags_are_gone() {
        let page =
            read_stripped("a.com | 520: It fails It fails Error code 520 Visit").expect("page");
        assert_eq!((page.message, page.code), ("It fails", Some("520")));
    }
}
