//! Words that relays, SDKs and commands put around somebody else's message.

/// What a wrapper leaves: the text inside, and what its prefix named.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Unwrapped<'a> {
    /// The text inside.
    pub(crate) text: &'a str,
    /// A code or an exception's name.
    pub(crate) code: Option<&'a str>,
    /// An HTTP status.
    pub(crate) status: Option<u16>,
}

/// Removes the wrappers of a text that is a whole body.
pub(crate) fn unwrap(text: &str) -> Unwrapped<'_> {
    let mut found = Unwrapped {
        text: text.trim(),
        ..Unwrapped::default()
    };
    // Each round removes one wrapper; real ones are at most four deep.
    for _ in 0..6 {
        let Some(next) = PEELS.iter().find_map(|peel| peel(found.text)) else {
            break;
        };
        // A code that stays part of the message.
        let stays = next.text.len() == found.text.len();
        found = Unwrapped {
            text: next.text.trim(),
            code: next.code.or(found.code),
            status: next.status.or(found.status),
        };
        if stays {
            break;
        }
    }
    found
}

/// Returns true if a message may begin with what [`status_prefix`], [`unwrap_litellm`] or
/// [`bytes_literal`] removes.
///
/// Nearly no message does, and this takes a few instructions.
#[inline(always)]
pub(crate) fn may_be_wrapped(text: &str) -> bool {
    let bytes = text.as_bytes();
    // The dot of the name is rarer than its letters. Joined with `|`, so that the compiler looks
    // at all bytes at once.
    let dotted = match bytes.first_chunk::<PREFIX>() {
        Some(head) => {
            head.iter()
                .fold(0, |dots, byte| dots | u8::from(*byte == b'.'))
                != 0
        }
        None => bytes.contains(&b'.'),
    };
    dotted
        || bytes
            .get(STATUS..)
            .is_some_and(|rest| rest.starts_with(b": "))
}

/// Removes only what litellm adds; its text stands inside JSON strings, too.
pub(crate) fn unwrap_litellm(text: &str) -> Option<Unwrapped<'_>> {
    let bytes = text.as_bytes();
    let head = bytes.get(..PREFIX).unwrap_or(bytes);
    let named = |dot: &usize| head.get(..=*dot).is_some_and(|head| head.ends_with(NAME));
    let dot = memchr::memchr_iter(b'.', head).find(named)?;
    let at = dot + 1 - NAME.len();
    let start = text.get(at + NAME.len()..)?;
    let (class, rest) = start.split_once(": ")?;
    if !is_name(class) {
        return None;
    }
    let mut rest = rest;
    let mut code = class;
    // `litellm.A: B: CException - text`, `litellm.A: CException D - text`.
    if let Some((before, after)) = rest.split_once(" - ") {
        let words = before.trim_end_matches(':');
        let named = words.split([' ', ':']).filter(|word| !word.is_empty());
        if words.len() < 80 && named.clone().all(is_name) && named.count() <= 4 {
            rest = after;
        }
    }
    while let Some((word, after)) = rest.split_once(": ") {
        if is_name(word) && (word.ends_with("Error") || word.ends_with("Exception")) {
            code = if word.ends_with("Error") { word } else { code };
            rest = after;
        } else {
            break;
        }
    }
    let end = SUFFIXES
        .iter()
        .filter_map(|suffix| rest.find(suffix))
        .min()
        .unwrap_or(rest.len());
    Some(Unwrapped {
        text: rest.get(..end)?.trim(),
        code: Some(code),
        status: leading_status(text),
    })
}

const NAME: &[u8] = b"litellm.";

/// The name stands at the start, or behind a status.
const PREFIX: usize = 40;

/// How many bytes a status has.
const STATUS: usize = 3;

/// What litellm appends: its routing table.
const SUFFIXES: &[&str] = &[
    ". Received Model Group",
    " Received Model Group",
    "\nReceived Model Group",
    " Available Model Group Fallbacks",
    "\nAvailable Model Group Fallbacks",
    " No fallback model group found",
    "LiteLLM Retries:",
    " LiteLLM Retried:",
    "\nTraceback (most recent call last)",
];

/// Returns what stands in Python's `b'...'`, which litellm prints for some providers' bodies.
pub(crate) fn bytes_literal(text: &str) -> Option<String> {
    let inner = text.strip_prefix("b'")?;
    let mut plain = String::with_capacity(inner.len());
    let mut rest = inner;
    while let Some((before, after)) = rest.split_once('\\') {
        plain.push_str(before);
        let mut characters = after.chars();
        match characters.next() {
            Some('n' | 'r' | 't') => plain.push(' '),
            // What JSON itself escapes stands here with two backslashes.
            Some(character) => plain.push(character),
            None => {}
        }
        rest = characters.as_str();
    }
    plain.push_str(rest);
    Some(plain)
}

type Peel = for<'a> fn(&'a str) -> Option<Unwrapped<'a>>;

const PEELS: &[Peel] = &[
    unwrap_litellm,
    dashscope,
    api_error,
    error_code,
    llm_error,
    upstream_error,
    aws_sdk,
    sagemaker,
    labelled,
    status_prefix,
    last_error,
    dotnet,
    quoted_status,
    head_with_status,
    rust_debug,
    leading_name,
];

/// `<400> InternalError.Algo.DataInspectionFailed: text`.
fn dashscope(text: &str) -> Option<Unwrapped<'_>> {
    let rest = text.strip_prefix('<')?;
    let (number, rest) = rest.split_once("> ")?;
    let (code, text) = rest.split_once(": ")?;
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
fn api_error(text: &str) -> Option<Unwrapped<'_>> {
    let rest = text
        .strip_prefix("API Error: ")
        .or_else(|| text.strip_prefix("API Error "))?;
    if let Some((before, after)) = rest.split_once(" \u{b7} ") {
        let status = before.split(['(', ')', ' ']).find_map(status);
        return Some(Unwrapped {
            text: after,
            code: None,
            status,
        });
    }
    match leading_status(rest) {
        Some(status) => Some(Unwrapped {
            text: rest.get(3..)?.trim_start_matches([':', ' ', '-']),
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
fn error_code(text: &str) -> Option<Unwrapped<'_>> {
    if let Some(rest) = text.strip_prefix("Error code: ") {
        let (number, rest) = rest.split_once(" - ")?;
        return Some(Unwrapped {
            text: rest,
            code: None,
            status: Some(status(number)?),
        });
    }
    let rest = text.strip_prefix("error, status code: ")?;
    let number = leading_status(rest)?;
    let (_, inner) = rest.split_once("message: ")?;
    Some(Unwrapped {
        text: inner,
        code: None,
        status: Some(number),
    })
}

/// `LLM error 1310: text`.
fn llm_error(text: &str) -> Option<Unwrapped<'_>> {
    let rest = text.strip_prefix("LLM error ")?;
    let (code, text) = rest.split_once(": ")?;
    Some(Unwrapped {
        text,
        code: Some(code),
        status: None,
    })
}

/// `Upstream error from Alibaba: text`.
fn upstream_error(text: &str) -> Option<Unwrapped<'_>> {
    let rest = text.strip_prefix("Upstream error from ")?;
    let (name, text) = rest.split_once(": ")?;
    if name.len() > 40 {
        return None;
    }
    Some(Unwrapped {
        text,
        ..Unwrapped::default()
    })
}

/// `An error occurred (AccessDeniedException) when calling the InvokeModel operation: text`, with a
/// caller's own words in front of it.
fn aws_sdk(text: &str) -> Option<Unwrapped<'_>> {
    const OPENING: &str = "An error occurred (";
    let head = text.as_bytes().get(..HEAD).unwrap_or(text.as_bytes());
    let at = memchr::memmem::find(head, OPENING.as_bytes())?;
    let rest = text.get(at + OPENING.len()..)?;
    let (code, rest) = rest.split_once(") when calling the ")?;
    let (_, text) = rest
        .split_once(" operation: ")
        .or_else(|| rest.split_once(": "))?;
    Some(Unwrapped {
        text,
        code: Some(code),
        status: None,
    })
}

/// `Received server error (500) from model with message "text". See https://... for more`.
fn sagemaker(text: &str) -> Option<Unwrapped<'_>> {
    let rest = text.strip_prefix("Received ")?;
    let rest = rest
        .strip_prefix("client error (")
        .or_else(|| rest.strip_prefix("server error ("))?;
    let (number, rest) = rest.split_once(") from ")?;
    let (_, inner) = rest.split_once(" with message \"")?;
    let end = inner.rfind("\". See ").or_else(|| inner.rfind('"'));
    Some(Unwrapped {
        text: end.and_then(|end| inner.get(..end)).unwrap_or(inner),
        code: None,
        status: status(number),
    })
}

/// `Error Code: 403,\nMessage: text,\nStatus: PERMISSION_DENIED`.
fn labelled(text: &str) -> Option<Unwrapped<'_>> {
    let rest = text.strip_prefix("Error Code: ")?;
    let (number, rest) = rest.split_once(",\nMessage: ")?;
    let (text, code) = rest.split_once(",\nStatus: ").unwrap_or((rest, ""));
    let code = Some(code.trim()).filter(|code| !code.is_empty());
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
fn last_error(text: &str) -> Option<Unwrapped<'_>> {
    let (_, text) = text
        .strip_prefix("Failed after ")?
        .split_once("Last error: ")?;
    let (text, status) = behind_status(text);
    Some(Unwrapped {
        text,
        code: None,
        status,
    })
}

/// `HTTP 400 (invalid_request_error: unsupported_parameter)`, perhaps `Parameter: max_tokens`, and
/// the text behind an empty line: `ClientResultException` of .NET.
fn dotnet(text: &str) -> Option<Unwrapped<'_>> {
    let rest = text.strip_prefix("HTTP ")?;
    let status = leading_status(rest)?;
    let (kind, rest) = rest.get(STATUS..)?.strip_prefix(" (")?.split_once(')')?;
    let rest = rest.trim_start();
    let text = match rest.strip_prefix("Parameter: ") {
        Some(named) => named.split_once(['\n', '\u{2014}'])?.1,
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
fn quoted_status(text: &str) -> Option<Unwrapped<'_>> {
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
fn behind_status(text: &str) -> (&str, Option<u16>) {
    let number = text.get(..STATUS).and_then(status);
    match text.get(STATUS..).and_then(|rest| rest.strip_prefix(' ')) {
        Some(rest) if number.is_some() && rest.split(' ').nth(4).is_some() => (rest, number),
        _ => (text, None),
    }
}

/// `API error (status 402 Payment Required): text`, `OpenAI Image Error: 400 - text`: a head that
/// says it is an error's, and its status.
fn head_with_status(text: &str) -> Option<Unwrapped<'_>> {
    const WORDS: [&str; 6] = ["error", "status", "failed", "failure", "http", "returned"];
    let bytes = text.as_bytes().get(..HEAD).unwrap_or(text.as_bytes());
    let at = memchr::memmem::find(bytes, b": ")?;
    let (head, rest) = (text.get(..at)?, text.get(at + 2..)?.trim_start());
    let lower = head.to_ascii_lowercase();
    if !head.is_ascii() || head.contains([',', '{', '"', '\'']) {
        return None;
    }
    let named = head
        .split(|letter: char| !letter.is_ascii_alphanumeric())
        .find_map(status);
    if named.is_some() && WORDS.iter().any(|word| lower.contains(word)) {
        return Some(Unwrapped {
            text: rest,
            code: None,
            status: named,
        });
    }
    let inside = rest.strip_prefix('<').unwrap_or(rest);
    let number = leading_status(inside)?;
    let text = if inside.len() < rest.len() {
        rest
    } else {
        inside.get(STATUS..)?.trim_start_matches([':', ' ', '-'])
    };
    if !lower.ends_with("error") || text.is_empty() {
        return None;
    }
    Some(Unwrapped {
        text,
        code: None,
        status: Some(number),
    })
}

/// How much of a text may be a head in front of its message.
const HEAD: usize = 90;

/// `ApiError { message: "text", type: "server_error", ... }`.
fn rust_debug(text: &str) -> Option<Unwrapped<'_>> {
    let at = memchr::memmem::find(text.as_bytes(), b"{ message: \"")?;
    let rest = text.get(at + "{ message: \"".len()..)?;
    let (inner, tail) = rest.split_once('"')?;
    let code = tail
        .split_once("type: \"")
        .and_then(|(_, after)| after.split_once('"'));
    Some(Unwrapped {
        text: inner,
        code: code.map(|(code, _)| code),
        status: None,
    })
}

/// `permission-denied: text`, `openai.RateLimitError: text`: one word that can only be a code.
///
/// An exception's name and gRPC's status are added by whoever reports the error; any other code was
/// written by the provider, and stays in front of its message.
fn leading_name(text: &str) -> Option<Unwrapped<'_>> {
    // A name is short: a long text is not searched for its first colon.
    let head = text.as_bytes().get(..62).unwrap_or(text.as_bytes());
    let at = head
        .windows(2)
        .position(|pair| matches!(pair, b": " | b":\n"))?;
    let (word, rest) = (text.get(..at)?, text.get(at + 2..)?);
    let is_added = word.ends_with("Error")
        || word.ends_with("Exception")
        || text.as_bytes().get(at + 1) == Some(&b'\n')
        || GRPC.contains(&word);
    let compound = word.contains(['_', '-', '.'])
        || (word.ends_with("Error") || word.ends_with("Exception")) && word.len() > 9;
    if word.len() > 60 || !compound || !is_name(word) || word.starts_with('-') {
        return None;
    }
    if word.contains('.') && !(word.ends_with("Error") || word.ends_with("Exception")) {
        // Field paths ("messages.1: text") belong to the message.
        return None;
    }
    let (inner, status) = behind_status(rest);
    Some(Unwrapped {
        // Behind a status nothing is the provider's own but what follows.
        text: if is_added || status.is_some() {
            inner
        } else {
            text
        },
        code: Some(word),
        status,
    })
}

/// The status codes of gRPC that an error may have, as Connect and xAI spell them.
#[rustfmt::skip]
const GRPC: [&str; 15] = [
    "aborted", "already-exists", "cancelled", "data-loss", "deadline-exceeded", "failed-precondition",
    "internal", "invalid-argument", "not-found", "out-of-range", "permission-denied",
    "resource-exhausted", "unauthenticated", "unavailable", "unimplemented",
];

fn is_name(word: &str) -> bool {
    word.bytes()
        .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.' | b':'))
        && word.bytes().any(|byte| byte.is_ascii_alphabetic())
}

/// Returns the status in `429 text`, `429: text`.
pub(crate) fn leading_status(text: &str) -> Option<u16> {
    let number = text.get(..3)?;
    let next = text.as_bytes().get(3).copied().unwrap_or(b' ');
    if next.is_ascii_alphanumeric() {
        None
    } else {
        status(number)
    }
}

/// Returns the number if it is an HTTP error status.
pub(crate) fn status(text: &str) -> Option<u16> {
    if text.len() != 3 {
        return None;
    }
    text.parse()
        .ok()
        .filter(|number| (400..600).contains(number))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_of_python_are_read() {
        let read = |text| bytes_literal(text);
        assert_eq!(
            read(r#"b'{\n "a": "it\'s \\"so\\""}"#).as_deref(),
            Some(r#"{  "a": "it's \"so\""}"#)
        );
        assert_eq!(read("bytes"), None);
    }

    #[test]
    fn wrappers_come_off_and_their_codes_stay() {
        let cases = [
            (
                "API Error: 400 Either is required",
                "Either is required",
                None,
                Some(400),
            ),
            (
                "API Error: Request rejected (429) \u{b7} [1308][x]",
                "[1308][x]",
                None,
                Some(429),
            ),
            ("<400> A.B: text", "text", Some("A.B"), Some(400)),
            ("LLM error 1310: used up", "used up", Some("1310"), None),
            (
                "Upstream error from Alibaba: too fast",
                "too fast",
                None,
                None,
            ),
            (
                "permission-denied: no",
                "no",
                Some("permission-denied"),
                None,
            ),
            (
                "429 litellm.RateLimitError: AzureException RateLimitError - slow down. Received Model Group=x",
                "slow down",
                Some("RateLimitError"),
                Some(429),
            ),
            ("Error code: 400 - {'a': 1}", "{'a': 1}", None, Some(400)),
            (
                "API error (status 402 Payment Required): used up",
                "used up",
                None,
                Some(402),
            ),
            ("OpenAI Image Error: 400 - no", "no", None, Some(400)),
            (
                "Internal error: 400 <400> A.B: text",
                "text",
                Some("A.B"),
                Some(400),
            ),
            (
                "HTTP 400 (kind: code_x)\nParameter: p\n\nwrong p",
                "wrong p",
                Some("code_x"),
                Some(400),
            ),
            (
                "Failed after 3 attempts. Last error: 403 You may not use it",
                "You may not use it",
                None,
                Some(403),
            ),
            (
                "Bedrock API error: An error occurred (A) when calling the B operation: text",
                "text",
                Some("A"),
                None,
            ),
            ("404 page not found", "404 page not found", None, None),
            ("error code: 502", "error code: 502", None, None),
            (
                "messages.1: Expected x",
                "messages.1: Expected x",
                None,
                None,
            ),
            (
                "Invalid 'temperature': below",
                "Invalid 'temperature': below",
                None,
                None,
            ),
            ("403 plain", "403 plain", None, None),
            (
                "Received client error (424) from primary with message \"{\"error\":\"x\"}\". See https://a.example for more",
                "{\"error\":\"x\"}",
                None,
                Some(424),
            ),
        ];
        for (text, inner, code, status) in cases {
            assert_eq!(
                unwrap(text),
                Unwrapped {
                    text: inner,
                    code,
                    status
                },
                "{text}"
            );
        }
    }
}
