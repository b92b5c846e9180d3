//! Heads of messages as SDKs and commands write them: `Error code: 400 - text`, `503: text`.

use super::{Unwrapped, start, trim_start};

/// How much of a text may be a head in front of its message.
pub(super) const HEAD: usize = 90;

/// A mark of a wrapper stands no further from where it is looked for.
const NEAR: usize = 512;

/// How many bytes a status has.
pub(super) const STATUS: usize = 3;

/// Splits a text at a mark near its start.
///
/// A text without the mark may be as long as a body, and many marks are looked for.
pub(super) fn split<'a>(text: &'a str, mark: &str) -> Option<(&'a str, &'a str)> {
    let near = text.as_bytes().get(..NEAR).unwrap_or(text.as_bytes());
    let at = memchr::memmem::find(near, mark.as_bytes())?;
    Some((text.get(..at)?, text.get(at + mark.len()..)?))
}

/// Returns true for names of exceptions, and nothing else in front of a message.
pub(super) fn is_exception(word: &str) -> bool {
    (word.ends_with("Error") || word.ends_with("Exception")) && is_name(word)
}

/// `<400> InternalError.Algo.DataInspectionFailed: text`.
pub(super) fn dashscope(text: &str) -> Option<Unwrapped<'_>> {
    let rest = text.strip_prefix('<')?;
    let (number, rest) = split(rest, "> ")?;
    let (code, text) = split(rest, ": ")?;
    if !number.bytes().all(|byte| byte.is_ascii_digit()) || !is_name(code) {
        return None;
    }
    Some(Unwrapped {
        text,
        code: Some(code),
        status: status(number),
    })
}

/// `API Error: 400 text`, `API Error: Request rejected (429) · text`.
pub(super) fn api_error(text: &str) -> Option<Unwrapped<'_>> {
    let rest = text
        .strip_prefix("API Error: ")
        .or_else(|| text.strip_prefix("API Error "))?;
    if let Some((before, after)) = split(rest, " \u{b7} ") {
        let status = before.split(['(', ')', ' ']).find_map(status);
        return Some(Unwrapped {
            text: after,
            code: None,
            status,
        });
    }
    match leading_status(rest) {
        Some(status) => Some(Unwrapped {
            text: behind_number(rest)?,
            code: None,
            status: Some(status),
        }),
        None => Some(Unwrapped {
            text: rest,
            ..Unwrapped::default()
        }),
    }
}

/// `Error code: 400 - text`, `error, status code: 400, message: text`.
pub(super) fn error_code(text: &str) -> Option<Unwrapped<'_>> {
    if let Some(rest) = text.strip_prefix("Error code: ") {
        let (number, rest) = split(rest, " - ")?;
        return Some(Unwrapped {
            text: rest,
            code: None,
            status: Some(status(number)?),
        });
    }
    let rest = text.strip_prefix("error, status code: ")?;
    let number = leading_status(rest)?;
    let (_, inner) = split(rest, "message: ")?;
    Some(Unwrapped {
        text: inner,
        code: None,
        status: Some(number),
    })
}

/// `Received server error (500) from model with message "text". See https://... for more`.
pub(super) fn sagemaker(text: &str) -> Option<Unwrapped<'_>> {
    let rest = text.strip_prefix("Received ")?;
    let rest = rest
        .strip_prefix("client error (")
        .or_else(|| rest.strip_prefix("server error ("))?;
    let (number, rest) = split(rest, ") from ")?;
    let (_, inner) = split(rest, " with message \"")?;
    let end = last(inner, "\". See ").or_else(|| inner.rfind('"'));
    Some(Unwrapped {
        text: end.and_then(|end| inner.get(..end)).unwrap_or(inner),
        code: None,
        status: status(number),
    })
}

/// `text (Service: BedrockRuntime, Status Code: 400, Request ID: ...)`: the AWS SDK for Java.
pub(super) fn aws_service(text: &str) -> Option<Unwrapped<'_>> {
    let at = last(text, " (Service: ")?;
    let (_, behind) = split(text.get(at..)?, ", Status Code: ")?;
    Some(Unwrapped {
        text: text.get(..at)?,
        code: None,
        status: Some(leading_status(behind)?),
    })
}

/// `(DeploymentNotFound) text\nCode: DeploymentNotFound\nMessage: text`: Azure's SDK for Python.
pub(super) fn azure_core(text: &str) -> Option<Unwrapped<'_>> {
    let (code, rest) = split(text.strip_prefix('(')?, ") ")?;
    let at = last(rest, "\nCode: ").filter(|_| is_name(code))?;
    Some(Unwrapped {
        text: rest.get(..at)?,
        code: Some(code),
        status: None,
    })
}

/// `googleapi: Error 400: text`: Google's SDK for Go.
pub(super) fn google_api(text: &str) -> Option<Unwrapped<'_>> {
    let rest = text.strip_prefix("googleapi: Error ")?;
    status_prefix(rest)
}

/// `Error Code: 403,\nMessage: text,\nStatus: PERMISSION_DENIED`.
pub(super) fn labelled(text: &str) -> Option<Unwrapped<'_>> {
    const STATUS_LABEL: &str = ",\nStatus: ";
    let rest = text.strip_prefix("Error Code: ")?;
    let (number, rest) = split(rest, ",\nMessage: ")?;
    let at = last(rest, STATUS_LABEL);
    let code = at.and_then(|at| rest.get(at + STATUS_LABEL.len()..));
    let text = at.and_then(|at| rest.get(..at)).unwrap_or(rest);
    let code = code.map(str::trim).filter(|code| !code.is_empty());
    Some(Unwrapped {
        text,
        code,
        status: status(number),
    })
}

/// `503: text`, as FastAPI prints its exceptions.
pub(crate) fn status_prefix(text: &str) -> Option<Unwrapped<'_>> {
    let inner = text.get(STATUS..)?.strip_prefix(": ")?;
    let number = status(text.get(..STATUS)?)?;
    Some(Unwrapped {
        text: inner,
        code: None,
        status: Some(number),
    })
}

/// `Failed after 3 attempts. Last error: text`, as the AI SDK gives up.
pub(super) fn last_error(text: &str) -> Option<Unwrapped<'_>> {
    let (_, text) = split(text.strip_prefix("Failed after ")?, "Last error: ")?;
    let (text, status) = behind_status(text);
    Some(Unwrapped {
        text,
        code: None,
        status,
    })
}

/// `HTTP 400 (invalid_request_error: unsupported_parameter)`, perhaps `Parameter: max_tokens`, and
/// the text behind an empty line: `ClientResultException` of .NET.
pub(super) fn dotnet(text: &str) -> Option<Unwrapped<'_>> {
    let rest = text.strip_prefix("HTTP ")?;
    let status = leading_status(rest)?;
    let (kind, rest) = split(rest.get(STATUS..)?.strip_prefix(" (")?, ")")?;
    let rest = trim_start(rest);
    let text = match rest.strip_prefix("Parameter: ") {
        Some(named) => {
            let name = start(named, NEAR).split(['\n', '\u{2014}']).next()?;
            let mut rest = named.get(name.len()..)?.chars();
            rest.next()?;
            rest.as_str()
        }
        None => rest,
    };
    let (kind, code) = kind.split_once(": ").unwrap_or((kind, ""));
    let code = if is_name(code) { code } else { kind };
    Some(Unwrapped {
        text,
        code: Some(code).filter(|code| is_name(code)),
        status: Some(status),
    })
}

/// `400 "text"`, as some SDKs print an answer that is a string.
pub(super) fn quoted_status(text: &str) -> Option<Unwrapped<'_>> {
    let number = status(text.get(..STATUS)?)?;
    let text = text.get(STATUS..)?.strip_prefix(" \"")?.strip_suffix('"')?;
    Some(Unwrapped {
        text,
        code: None,
        status: Some(number),
    })
}

/// `403 You are not allowed to use this` behind a name: the SDKs for JavaScript print it so.
///
/// A status with its own name behind it (`404 page not found`) is all that there is: it stays.
pub(super) fn behind_status(text: &str) -> (&str, Option<u16>) {
    let number = text.get(..STATUS).and_then(status);
    match text.get(STATUS..).and_then(|rest| rest.strip_prefix(' ')) {
        Some(rest) if number.is_some() && rest.split(' ').nth(4).is_some() => (rest, number),
        _ => (text, None),
    }
}

/// `503 Service Unavailable: text`.
///
/// A status with nothing but its own name behind it is all that there is: it stays.
pub(super) fn status_and_name(text: &str) -> Option<Unwrapped<'_>> {
    let number = text.get(..STATUS).and_then(status)?;
    let named = text.get(STATUS..)?.strip_prefix(' ')?;
    Some(Unwrapped {
        text: behind_name(named, number)?,
        code: None,
        status: Some(number),
    })
}

/// Returns what stands behind a status's own name and a mark: `Bad Request: text`.
pub(super) fn behind_name(text: &str, status: u16) -> Option<&str> {
    let name = name_of(status)?;
    let head = text.get(..name.len())?;
    let rest = text.get(name.len()..)?;
    let inner = trim_start(rest.strip_prefix([':', '.', ',', '\n', ']'])?);
    (head.eq_ignore_ascii_case(name) && !inner.is_empty()).then_some(inner)
}

/// Returns a status's own name.
pub(super) fn name_of(status: u16) -> Option<&'static str> {
    http::StatusCode::from_u16(status).ok()?.canonical_reason()
}

/// `status code 400 text`, `Status code: 400, text`, as clients in Go and Java print it.
pub(super) fn status_code(text: &str) -> Option<Unwrapped<'_>> {
    const NAME: &str = "status code";
    let (head, rest) = (text.get(..NAME.len())?, text.get(NAME.len()..)?);
    let rest = rest.strip_prefix(':').unwrap_or(rest).strip_prefix(' ')?;
    let number = leading_status(rest)?;
    let text = behind_number(rest)?;
    // Behind a semicolon stand further fields: `; body: {...}`.
    let is_text = !text.is_empty() && !text.starts_with(';');
    (head.eq_ignore_ascii_case(NAME) && is_text).then_some(Unwrapped {
        text,
        code: None,
        status: Some(number),
    })
}

/// `[GoogleGenerativeAI Error]: Error fetching from https://...: [429 Too Many Requests] text`:
/// Google's SDK for JavaScript.
pub(super) fn fetching(text: &str) -> Option<Unwrapped<'_>> {
    let rest = text.strip_prefix("[GoogleGenerativeAI Error]: ")?;
    let failed = rest.strip_prefix("Error fetching from ");
    let Some((_, rest)) = failed.and_then(|rest| split(rest, ": [")) else {
        return Some(Unwrapped {
            text: rest,
            ..Unwrapped::default()
        });
    };
    let number = leading_status(rest)?;
    let (_, text) = split(rest, "] ")?;
    Some(Unwrapped {
        text,
        code: None,
        status: Some(number),
    })
}

/// Returns where a mark stands last, near the end of a text.
fn last(text: &str, mark: &str) -> Option<usize> {
    let from = text.len().saturating_sub(NEAR);
    let near = text.as_bytes().get(from..)?;
    memchr::memmem::rfind(near, mark.as_bytes()).map(|at| from + at)
}

pub(super) fn is_name(word: &str) -> bool {
    word.bytes()
        .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.' | b':'))
        && word.bytes().any(|byte| byte.is_ascii_alphabetic())
}

/// Returns the status in `429 text`, `429: text`.
pub(crate) fn leading_status(text: &str) -> Option<u16> {
    let number = text.get(..STATUS)?;
    let next = text.as_bytes().get(STATUS).copied().unwrap_or(b' ');
    if next.is_ascii_alphanumeric() {
        None
    } else {
        status(number)
    }
}

/// Returns the text behind a status and the marks that part it from that.
pub(super) fn behind_number(text: &str) -> Option<&str> {
    let text = text.get(STATUS..)?;
    let near = start(text, NEAR);
    text.get(near.len() - near.trim_start_matches([':', ' ', '-', ',']).len()..)
}

/// Returns the number if it is an HTTP error status.
pub(crate) fn status(text: &str) -> Option<u16> {
    if text.len() != STATUS {
        return None;
    }
    text.parse()
        .ok()
        .filter(|number| (400..600).contains(number))
}
