//! Preparing an entry: all that is known of its answers before an error comes.

use std::borrow::Cow;

use super::Protocol;
use super::cast::Extras;
use super::gemini::{self, Details};
use super::layout::Layout;
use super::message::Words;
use super::program::{Prepared, Program, code};
use crate::catalog::{
    Catalog, ErrorCode, Exposure, Problem, Resolved, Retry, Spelling, Status, Template,
    TypeSpelling,
};
use crate::error::error_status;

/// Prepares an entry of a catalog.
pub(crate) fn prepare(
    catalog: &Catalog,
    resolved: &Resolved,
    problems: &mut Vec<Problem>,
) -> Prepared {
    prepare_for(catalog, resolved, false, problems)
}

/// Prepares an entry for one error: steps that only save time for many are left out.
pub(crate) fn prepare_once(catalog: &Catalog, resolved: &Resolved) -> Prepared {
    prepare_for(catalog, resolved, true, &mut Vec::new())
}

fn prepare_for(
    catalog: &Catalog,
    resolved: &Resolved,
    once: bool,
    problems: &mut Vec<Problem>,
) -> Prepared {
    let entry = resolved.entry();
    let doc_url = catalog.doc_base_url().map(|base| {
        let separator = if base.contains('#') { "" } else { "#" };
        format!("{base}{separator}{}", entry.anchor)
    });
    let details = details(catalog, resolved, doc_url.as_deref());
    let mut program = |at: usize| {
        let Some(protocol) = Protocol::ALL.get(at) else {
            return Program::default();
        };
        let basis = Basis {
            catalog,
            resolved,
            protocol: *protocol,
            doc_url: doc_url.as_deref(),
            details: &details,
        };
        basis.program(once, problems)
    };
    let programs = std::array::from_fn(&mut program);
    let secrets = entry.params.iter();
    let secrets = secrets.filter(|param| param.exposure == Exposure::Secret);
    Prepared {
        code: ErrorCode::from_key(&entry.key),
        texts: resolved.texts.iter().map(Words::new).collect(),
        resolved: resolved.clone(),
        programs,
        secrets: secrets.map(|param| param.name.clone()).collect(),
        headers: headers(catalog, resolved),
        notice_header: entry
            .notice
            .as_ref()
            .and_then(|notice| filled(catalog, notice.header_value.as_deref()?)),
        details,
        doc_url,
    }
}

/// What the steps of a body are made from.
#[derive(Clone, Copy)]
pub(super) struct Basis<'a> {
    pub(super) catalog: &'a Catalog,
    pub(super) resolved: &'a Resolved,
    pub(super) protocol: Protocol,
    pub(super) doc_url: Option<&'a str>,
    pub(super) details: &'a Details,
}

impl Basis<'_> {
    fn program(&self, once: bool, problems: &mut Vec<Problem>) -> Program {
        let (shows, full) = Layout::new(*self, None, problems).steps();
        let mut short = |known: Extras| match once {
            true => Vec::new(),
            false => Layout::new(*self, Some(known), problems).steps().1,
        };
        Program {
            shows,
            plain: short(Extras::default()),
            with_id: short(Extras::ID),
            full,
        }
    }

    /// Returns the status, if it does not depend on the upstream's.
    pub(super) fn fixed_status(&self) -> Option<u16> {
        match self.resolved.entry().status {
            Status::Fixed(status) => Some(error_status(status)),
            Status::Upstream4xx => None,
        }
    }

    /// Returns the code, which may be absent, if it does not depend on the upstream's status.
    pub(super) fn fixed_code(&self) -> Option<Option<String>> {
        let status = match self.fixed_status() {
            Some(status) => status,
            None if self.resolved.code == Spelling::Status => return None,
            None => 400,
        };
        Some(code(self.resolved, status).map(Cow::into_owned))
    }

    /// Returns the code of Anthropic's details, if it does not depend on the upstream's status.
    pub(super) fn fixed_detail_code(&self) -> Option<Option<String>> {
        match &self.resolved.entry().hints.anthropic_error_code {
            Some(code) => Some(Some(code.to_string())),
            None => self.fixed_code(),
        }
    }

    pub(super) fn fixed_type(&self) -> Option<String> {
        match &self.resolved.type_ {
            TypeSpelling::Text(word) if self.protocol.follows_layer_types() => {
                Some(word.to_string())
            }
            TypeSpelling::Code if self.protocol.follows_layer_types() => {
                self.fixed_code().flatten()
            }
            _ => {
                let status = self.fixed_status().unwrap_or(400);
                let word = (self.protocol).type_of(self.resolved.entry().category, status);
                Some(word.to_owned())
            }
        }
    }

    /// Returns Gemini's canonical status, if it does not depend on the upstream's.
    pub(super) fn fixed_canonical(&self) -> Option<String> {
        let entry = self.resolved.entry();
        if let Some(word) = &entry.hints.gemini_status {
            return Some(word.to_string());
        }
        let status = self.fixed_status()?;
        Some(Protocol::Gemini.type_of(entry.category, status).to_owned())
    }

    /// Returns true if the entry itself names no wait.
    pub(super) fn names_no_wait(&self) -> bool {
        matches!(
            self.resolved.entry().retry,
            Retry::Never | Retry::Now | Retry::After(None)
        )
    }
}

fn details(catalog: &Catalog, resolved: &Resolved, doc_url: Option<&str>) -> Details {
    let hints = &resolved.entry().hints;
    let quota = hints.gemini_quota_id.as_deref();
    gemini::prepare(
        &reason(resolved),
        catalog.domain(),
        quota.map(|id| (id, hints.gemini_quota_metric.as_deref())),
        resolved
            .texts
            .first()
            .map_or("", |texts| texts.title.as_str()),
        doc_url,
    )
}

/// Returns Gemini's reason: the code as the gateway spells it, in capitals, where that is a
/// reason at all (`[A-Z][A-Z0-9_]*[A-Z0-9]`), else the key.
fn reason(resolved: &Resolved) -> String {
    let entry = resolved.entry();
    if let Some(reason) = &entry.hints.gemini_reason {
        return reason.to_string();
    }
    let spelt = match &resolved.code {
        Spelling::Text(code) => code.to_ascii_uppercase(),
        _ => String::new(),
    };
    let inner = |b: u8| b.is_ascii_uppercase() || b.is_ascii_digit() || b == b'_';
    let fits = spelt.starts_with(|c: char| c.is_ascii_uppercase())
        && !spelt.ends_with('_')
        && spelt.bytes().all(inner);
    match fits {
        true => spelt,
        false => entry.key.to_ascii_uppercase(),
    }
}

fn headers(catalog: &Catalog, resolved: &Resolved) -> Vec<(String, Template)> {
    let headers = resolved.entry().headers.iter();
    headers
        .filter_map(|(name, template)| Some((name.to_string(), filled(catalog, template)?)))
        .collect()
}

fn filled(catalog: &Catalog, template: &str) -> Option<Template> {
    let template = Template::parse(template).ok()?;
    template.with_variables(|name| catalog.variable(name))
}
