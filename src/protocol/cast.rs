//! An error on its way out: the entry that it is rendered as, and what is known of it.

use std::borrow::Cow;
use std::time::SystemTime;

use super::program::Prepared;
use super::{Context, Renderer, compile, rewire};
use crate::catalog::{Catalog, ErrorCode, LanguagePolicy, Retry};
use crate::error::{GatewayError, Identity, RequestId, error_status};
use crate::retry::{self, Advice};

/// An error on its way out: all that a body or a header needs to know.
#[derive(Debug)]
pub(crate) struct Cast<'a> {
    pub(crate) error: &'a GatewayError,
    pub(crate) request_id: Option<&'a str>,
    /// The language of the message, as a position among the catalog's languages.
    pub(crate) language: usize,
    /// What the error has that bodies may show.
    pub(crate) extras: Extras,
    /// The language of fields for people; 0 is the default one.
    human: usize,
    /// The entry that is rendered.
    prepared: &'a Prepared,
    catalog: &'a Catalog,
    context: &'a Context<'a>,
    notice: bool,
}

/// What an error may have beside its message and parameters, as a set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Extras(u8);

impl Extras {
    /// Nothing.
    pub(crate) const NONE: Self = Extras(0);
    /// A request id.
    pub(crate) const ID: Self = Extras(1);
    /// An offending field.
    pub(crate) const FIELD: Self = Extras(2);
    /// Retry advice that is not its entry's, or a text in another language.
    pub(crate) const MORE: Self = Extras(4);

    /// Adds what there is.
    #[inline]
    pub(crate) fn with(self, extra: Self, there: bool) -> Self {
        Extras(self.0 | if there { extra.0 } else { 0 })
    }

    /// Returns what is in both.
    #[inline]
    pub(crate) fn and(self, other: Self) -> Self {
        Extras(self.0 & other.0)
    }
}

impl Renderer {
    /// Finds the entry of an error and hands it over with all that rendering needs.
    #[inline]
    pub(super) fn cast<T>(
        &self,
        error: &GatewayError,
        context: &Context<'_>,
        render: impl FnOnce(&Prepared, &Cast<'_>) -> T,
    ) -> T {
        self.cast_with(error, context, false, render)
    }

    /// As [`Renderer::cast`], for a notice, whose status is that of a success.
    pub(super) fn cast_notice<T>(
        &self,
        notice: &GatewayError,
        context: &Context<'_>,
        render: impl FnOnce(&Prepared, &Cast<'_>) -> T,
    ) -> T {
        self.cast_with(notice, context, true, render)
    }

    #[inline]
    fn cast_with<T>(
        &self,
        error: &GatewayError,
        context: &Context<'_>,
        notice: bool,
        render: impl FnOnce(&Prepared, &Cast<'_>) -> T,
    ) -> T {
        let once;
        let prepared = match self.find(error) {
            Some(prepared) if error.wire().is_none() => prepared,
            found => {
                once = self.prepare_once(found, error);
                &*once
            }
        };
        let (language, human) = self.languages(context);
        let mut cast = Cast {
            error,
            request_id: error
                .request_id()
                .map(RequestId::as_str)
                .or_else(|| context.request_id.filter(|id| RequestId::is_valid(id))),
            language,
            extras: Extras::NONE,
            human,
            prepared,
            catalog: self.catalog(),
            context,
            notice,
        };
        cast.extras = cast.extras();
        render(prepared, &cast)
    }

    /// Finds the entry that an error is rendered as. None for an own entry that no layer of this
    /// catalog names.
    #[inline]
    fn find(&self, error: &GatewayError) -> Option<&Prepared> {
        let at = match error.identity() {
            Identity::Code(code) => self.catalog().position(code).unwrap_or(self.unknown),
            Identity::Own(entry) => self.catalog().position_of_own(entry)?,
        };
        self.prepared.get(at)
    }

    /// Prepares what only this one error is rendered as: an own entry that no layer of this
    /// catalog names, or an entry with a status, code or type of the error's own.
    #[cold]
    #[inline(never)]
    fn prepare_once(&self, found: Option<&Prepared>, error: &GatewayError) -> Box<Prepared> {
        let catalog = self.catalog();
        let resolved = match (found, error.identity()) {
            (Some(prepared), _) => Cow::Borrowed(&prepared.resolved),
            (None, Identity::Own(entry)) => Cow::Owned(catalog.resolve_foreign(entry)),
            (None, Identity::Code(_)) => {
                Cow::Owned(catalog.resolve_foreign(ErrorCode::InternalError.entry()))
            }
        };
        Box::new(match error.wire() {
            Some(wire) => rewire::prepare(catalog, &resolved, wire),
            None => compile::prepare_once(catalog, &resolved),
        })
    }

    /// Returns the languages of the message and of fields for people.
    #[inline]
    fn languages(&self, context: &Context<'_>) -> (usize, usize) {
        let policy = self.catalog().language_policy();
        match context.accept_language {
            Some(header) if policy >= LanguagePolicy::HumanFields => {
                let wanted = self.catalog().negotiate(header).unwrap_or(0);
                match policy {
                    LanguagePolicy::Message => (wanted, wanted),
                    _ => (0, wanted),
                }
            }
            _ => (0, 0),
        }
    }
}

impl Cast<'_> {
    /// Returns the status of the answer.
    pub(crate) fn status(&self) -> u16 {
        let entry = self.prepared.resolved.entry();
        let status = entry.status.code(self.error.upstream_status());
        match self.notice {
            true => status,
            false => error_status(status),
        }
    }

    /// Returns the tag and position of the language of fields for people, where it is not the
    /// default one.
    pub(crate) fn localized(&self) -> Option<(&str, usize)> {
        let tag = self.catalog.languages().get(self.human)?;
        (self.human > 0).then_some((tag.as_str(), self.human))
    }

    /// The time of day, where the caller gave it.
    pub(crate) fn now(&self) -> Option<SystemTime> {
        self.context.now
    }

    /// Returns what the client is told about trying again.
    pub(crate) fn advice(&self) -> Advice {
        let (cap, now) = (self.catalog.inner.retry_after_cap, self.context.now);
        retry::advise(self.retry(), self.error.retry_after(), cap, now)
    }

    /// Returns the error's own retry advice, or its entry's. What is folded into another entry is
    /// no more and no less retryable for that.
    fn retry(&self) -> Retry {
        let entry = self.prepared.resolved.entry();
        let folded = || {
            let own = self.error.identity_entry()?;
            (own.key != entry.key).then_some(own.retry)
        };
        let own = self.error.own_retry().or_else(folded);
        own.unwrap_or(entry.retry)
    }

    /// Returns the value of a name in a template: a parameter, or a variable of the request.
    pub(crate) fn named(&self, name: &str) -> Option<Cow<'_, str>> {
        if let Some(value) = self.error.param(name) {
            return Some(match value.as_text() {
                Some(text) => Cow::Borrowed(text),
                None => Cow::Owned(value.to_string()),
            });
        }
        let mut variables = self.context.variables.iter();
        let variable = variables.find(|(known, _)| *known == name);
        variable.map(|(_, value)| Cow::Borrowed(*value))
    }

    #[inline]
    pub(crate) fn has_no_variables(&self) -> bool {
        self.context.variables.is_empty()
    }

    #[inline]
    fn extras(&self) -> Extras {
        let more = self.human > 0 || !self.follows_entry();
        Extras::NONE
            .with(Extras::ID, self.request_id.is_some())
            .with(Extras::FIELD, self.error.field().is_some())
            .with(Extras::MORE, more)
    }

    /// Returns true if the retry advice is surely the entry's, and nothing else is known of a
    /// wait.
    #[inline]
    fn follows_entry(&self) -> bool {
        let own = match self.error.identity() {
            Identity::Code(code) => code.as_standard() == self.prepared.code,
            Identity::Own(_) => false,
        };
        own && self.error.own_retry().is_none() && self.error.retry_after().is_none()
    }
}
