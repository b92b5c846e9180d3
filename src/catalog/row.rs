//! Rows: entries of borrowed parts, for tables in static memory.

use std::borrow::Cow;

use super::entry::{
    Category, Deprecated, Entry, Fault, Hints, Kind, MessageContract, Notice, Param, Retry,
    Stability, Status, Text, Wording,
};

/// An entry of borrowed parts, for tables in static memory.
///
/// Generated code and [`error_codes!`](crate::error_codes) write rows; [`Row::entry`] turns one
/// into an [`Entry`] at compile time.
#[doc(hidden)]
#[derive(Clone, Copy, Debug)]
#[allow(missing_docs)]
pub struct Row {
    pub key: &'static str,
    pub kind: Kind,
    pub category: Category,
    pub status: Status,
    pub retry: Retry,
    pub fault: Fault,
    pub title: &'static str,
    pub message: &'static [Text],
    pub description: &'static str,
    pub causes: &'static [Text],
    pub remediation: &'static [Text],
    pub operator_action: &'static [Text],
    pub typical_param: Option<&'static str>,
    pub params: &'static [Param],
    pub headers: &'static [(Text, Text)],
    pub extensions: &'static [(Text, Text)],
    pub anchor: &'static str,
    pub since: &'static str,
    pub stability: Stability,
    pub deprecated: Option<(&'static str, Option<&'static str>)>,
    pub aliases: &'static [Text],
    pub related: &'static [Text],
    pub markers: &'static [Text],
    pub message_contract: MessageContract,
    pub gemini: [Option<&'static str>; 4],
    pub responses_stop_code: Option<&'static str>,
    pub anthropic_error_code: Option<&'static str>,
    pub notice: Option<NoticeRow>,
}

#[doc(hidden)]
#[derive(Clone, Copy, Debug)]
#[allow(missing_docs)]
pub struct NoticeRow {
    pub event: Option<&'static str>,
    pub payload: &'static [Text],
    pub body_field: Option<&'static str>,
    pub header: Option<&'static str>,
    pub header_value: Option<&'static str>,
}

/// Static text as [`Text`], in constants.
#[doc(hidden)]
pub const fn text(text: &'static str) -> Text {
    Cow::Borrowed(text)
}

const fn opt(text: Option<&'static str>) -> Option<Text> {
    match text {
        Some(text) => Some(Cow::Borrowed(text)),
        None => None,
    }
}

impl Row {
    #[allow(missing_docs)]
    pub const BASE: Row = Row {
        key: "",
        kind: Kind::Error,
        category: Category::Internal,
        status: Status::Fixed(500),
        retry: Retry::Never,
        fault: Fault::Gateway,
        title: "",
        message: &[],
        description: "",
        causes: &[],
        remediation: &[],
        operator_action: &[],
        typical_param: None,
        params: &[],
        headers: &[],
        extensions: &[],
        anchor: "",
        since: "0.1.0",
        stability: Stability::Stable,
        deprecated: None,
        aliases: &[],
        related: &[],
        markers: &[],
        message_contract: MessageContract::Free,
        gemini: [None; 4],
        responses_stop_code: None,
        anthropic_error_code: None,
        notice: None,
    };

    #[allow(missing_docs)]
    pub const fn entry(self) -> Entry {
        let anchor = if self.anchor.is_empty() {
            self.key
        } else {
            self.anchor
        };
        Entry {
            key: Cow::Borrowed(self.key),
            kind: self.kind,
            category: self.category,
            status: self.status,
            retry: self.retry,
            fault: self.fault,
            wording: Wording {
                title: Cow::Borrowed(self.title),
                message: Cow::Borrowed(self.message),
                description: Cow::Borrowed(self.description),
                causes: Cow::Borrowed(self.causes),
                remediation: Cow::Borrowed(self.remediation),
            },
            operator_action: Cow::Borrowed(self.operator_action),
            typical_param: opt(self.typical_param),
            params: Cow::Borrowed(self.params),
            headers: Cow::Borrowed(self.headers),
            extensions: Cow::Borrowed(self.extensions),
            anchor: Cow::Borrowed(anchor),
            since: Cow::Borrowed(self.since),
            stability: self.stability,
            deprecated: match self.deprecated {
                Some((since, replaced_by)) => Some(Deprecated {
                    since: Cow::Borrowed(since),
                    replaced_by: opt(replaced_by),
                }),
                None => None,
            },
            aliases: Cow::Borrowed(self.aliases),
            related: Cow::Borrowed(self.related),
            markers: Cow::Borrowed(self.markers),
            message_contract: self.message_contract,
            hints: Hints {
                gemini_reason: opt(self.gemini[0]),
                gemini_status: opt(self.gemini[1]),
                gemini_quota_id: opt(self.gemini[2]),
                gemini_quota_metric: opt(self.gemini[3]),
                responses_stop_code: opt(self.responses_stop_code),
                anthropic_error_code: opt(self.anthropic_error_code),
            },
            notice: match self.notice {
                Some(notice) => Some(Notice {
                    event: opt(notice.event),
                    payload: Cow::Borrowed(notice.payload),
                    body_field: opt(notice.body_field),
                    header: opt(notice.header),
                    header_value: opt(notice.header_value),
                }),
                None => None,
            },
        }
    }
}

/// The texts of an entry in one language, in static memory.
#[doc(hidden)]
#[derive(Clone, Copy, Debug)]
pub(crate) struct WordingRow {
    pub(crate) title: &'static str,
    pub(crate) message: &'static [Text],
    pub(crate) description: &'static str,
    pub(crate) causes: &'static [Text],
    pub(crate) remediation: &'static [Text],
}

impl WordingRow {
    pub(crate) fn wording(&self) -> Wording {
        Wording {
            title: Cow::Borrowed(self.title),
            message: Cow::Borrowed(self.message),
            description: Cow::Borrowed(self.description),
            causes: Cow::Borrowed(self.causes),
            remediation: Cow::Borrowed(self.remediation),
        }
    }
}
