//! What must hold within one entry.

use super::compile::Compile;
use super::entry::{Category, Entry, Exposure, Kind, MessageContract, Status};
use super::lookup::nearest;
use super::template::Template;

/// Keys that mean something else on the wire of the example routes (`fault.KEY.first`).
pub(crate) const RESERVED_KEYS: [&str; 6] = ["echo", "first", "mid", "cut", "torn", "reset"];

impl Compile {
    pub(super) fn check(&mut self, entry: &Entry) {
        self.check_key();
        self.check_status(entry);
        self.check_prose(entry);
        self.check_templates(entry);
        if (entry.kind == Kind::Notice) != entry.notice.is_some() {
            self.refuse(
                "notice-shape",
                "notice",
                "a notice needs its table `notice`, and an error has none",
                "set `kind` and `notice` together",
            );
        }
        if (entry.kind == Kind::Notice) != (entry.category == Category::Notice) {
            self.refuse(
                "notice-category",
                "category",
                "the category `notice` is for notices alone",
                "set `kind` and `category` together",
            );
        }
        if entry
            .deprecated
            .as_ref()
            .is_some_and(|deprecated| deprecated.since.is_empty())
        {
            self.refuse(
                "deprecated-since",
                "deprecated",
                "the retired entry does not say since when",
                "add `since`",
            );
        }
        let event = entry
            .notice
            .iter()
            .find_map(|notice| notice.event.as_deref());
        if event.is_some_and(|name| name.is_empty() || !name.bytes().all(|b| b.is_ascii_graphic()))
        {
            self.refuse(
                "event-name",
                "notice",
                "the name of an event has a character that breaks its line",
                "use letters, digits, points and hyphens",
            );
        }
        let header = entry
            .notice
            .iter()
            .filter_map(|notice| notice.header.as_ref());
        let headers = entry.headers.iter().map(|(name, _)| name);
        for name in headers.chain(header) {
            if http::HeaderName::from_bytes(name.as_bytes()).is_err() {
                self.refuse(
                    "header-name",
                    "headers",
                    format!("`{name}` is no header name"),
                    "use letters, digits and hyphens",
                );
            }
        }
    }

    fn check_key(&mut self) {
        let key = self.key.clone();
        let inner = key
            .bytes()
            .all(|b| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'_'));
        let first = key.bytes().next().is_some_and(|b| b.is_ascii_lowercase());
        if !(inner && first && !key.ends_with('_') && (3..=62).contains(&key.len())) {
            self.refuse(
                "key-syntax",
                "key",
                format!("`{key}` is no key"),
                "use `[a-z][a-z0-9_]{1,60}[a-z0-9]`",
            );
        }
        if RESERVED_KEYS.contains(&key.as_str()) {
            self.refuse(
                "key-reserved",
                "key",
                format!("`{key}` is reserved"),
                "choose another key",
            );
        }
    }

    fn check_status(&mut self, entry: &Entry) {
        match (entry.kind, entry.status) {
            (Kind::Error, Status::Fixed(407 | 421)) => self.refuse(
                "status-unusable",
                "http_status",
                "clients do not see this status: Node's fetch fails on 407 and re-sends on 421",
                "use 401, 403 or 503",
            ),
            (Kind::Error, Status::Fixed(400..=599) | Status::Upstream4xx)
            | (Kind::Notice, Status::Fixed(200)) => {}
            (Kind::Error, _) => self.refuse(
                "status-range",
                "http_status",
                "an error's status is outside 400 to 599",
                "write a 4xx or 5xx; a success with a marker is a notice",
            ),
            (Kind::Notice, _) => self.refuse(
                "status-range",
                "http_status",
                "a notice's status is not 200",
                "write 200",
            ),
        }
    }

    fn check_prose(&mut self, entry: &Entry) {
        let wording = &entry.wording;
        let title = wording.title.trim();
        if title.is_empty() {
            self.refuse(
                "missing",
                "title",
                "the entry has no title",
                "name it in a few words",
            );
        } else if title.chars().count() > 80
            || title.ends_with(['.', '。'])
            || title.contains(char::is_control)
        {
            self.refuse(
                "title-form",
                "title",
                "the title is over 80 characters, more than one line, or ends with a period",
                "shorten it to a name",
            );
        }
        if wording.message.is_empty() || wording.message.iter().any(|text| text.trim().is_empty()) {
            self.refuse(
                "missing",
                "message",
                "a message is missing or empty",
                "write one sentence for the client",
            );
        }
        if wording.description.trim().is_empty() {
            self.refuse(
                "missing",
                "description",
                "the entry has no description",
                "state what is true when it happens",
            );
        }
        if wording.remediation.is_empty() {
            self.refuse(
                "missing",
                "remediation",
                "the entry gives no advice",
                "list what the caller can do, in order",
            );
        }
    }

    fn check_templates(&mut self, entry: &Entry) {
        let mut used = Vec::new();
        let notice = entry
            .notice
            .iter()
            .flat_map(|notice| notice.header_value.iter());
        let texts = (entry.wording.message.iter().map(|text| ("message", text)))
            .chain(entry.headers.iter().map(|(_, text)| ("headers", text)))
            .chain(
                entry
                    .extensions
                    .iter()
                    .map(|(_, text)| ("extensions", text)),
            )
            .chain(notice.map(|text| ("notice", text)));
        for (field, text) in texts {
            match Template::parse(text) {
                Ok(template) => {
                    used.extend(template.params().map(|name| (field, name.to_owned())));
                }
                Err(error) => self.refuse(
                    "template",
                    field,
                    error.to_string(),
                    "double a literal brace, and write placeholders as `{name}`",
                ),
            }
        }
        for (field, name) in &used {
            match entry.params.iter().find(|param| param.name == *name) {
                Some(param) if param.exposure == Exposure::Secret => self.refuse(
                    "secret-in-template",
                    field,
                    format!("the secret parameter `{name}` stands in a template"),
                    "remove it from the text",
                ),
                Some(_) => {}
                None if *field == "message" || !is_builtin(name) => {
                    let declared = entry.params.iter().map(|param| param.name.as_ref());
                    let fix = match nearest(name, declared, 1).first() {
                        Some(near) => format!("did you mean `{{{near}}}`?"),
                        None => format!("declare `params.{name}`, or correct the name"),
                    };
                    let message = format!("`{{{name}}}` is not a declared parameter");
                    self.refuse("undeclared-param", field, message, fix);
                }
                None => {}
            }
        }
        let payload = entry.notice.iter().flat_map(|notice| notice.payload.iter());
        for name in payload.clone() {
            let declared = entry.params.iter().any(|param| param.name == *name);
            if !declared && !matches!(name.as_ref(), "code" | "message") {
                self.refuse(
                    "undeclared-param",
                    "notice",
                    format!("the payload has `{name}`, which is not a declared parameter"),
                    format!("declare `params.{name}`, or correct the name"),
                );
            }
        }
        for param in entry.params.iter() {
            let mentioned = used.iter().any(|(_, name)| *name == param.name)
                || payload.clone().any(|name| *name == param.name);
            // Under a layer's shorter wording a parameter is metadata still.
            let declared = self.new || self.declared.iter().any(|name| *name == param.name);
            if declared && !mentioned && param.exposure != Exposure::Secret {
                self.refuse(
                    "unused-param",
                    &format!("params.{}", param.name),
                    "the parameter stands in no text",
                    "use it in a message, or remove it",
                );
            }
        }
        if !entry.markers.is_empty() && entry.message_contract == MessageContract::Free {
            self.refuse(
                "marker-contract",
                "message_contract",
                "clients match on the markers, but the message is free",
                "set `message_contract = \"verbatim\"`",
            );
        }
        for marker in entry.markers.iter() {
            if !entry
                .wording
                .message
                .iter()
                .all(|text| text.contains(marker.as_ref()))
            {
                self.refuse(
                    "marker-missing",
                    "markers",
                    format!("a message lacks the marker `{marker}`"),
                    "put the phrase into every variant",
                );
            }
        }
    }
}

/// Names that a header or body template may use besides the entry's parameters.
fn is_builtin(name: &str) -> bool {
    matches!(
        name,
        "code"
            | "type"
            | "message"
            | "status"
            | "request_id"
            | "retry_after"
            | "key"
            | "param"
            | "pointer"
            | "doc_url"
    )
}
