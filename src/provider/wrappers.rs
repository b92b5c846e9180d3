//! Words that relays, SDKs and commands put around somebody else's message.

mod heads;
mod told;

use heads::{HEAD, STATUS, behind_number, is_exception, is_name, name_of, split};

use super::{start, trim, trim_end, trim_start};

pub(crate) use heads::{leading_status, status, status_prefix};
pub(crate) use told::{names_error, tells_status};

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
        text: trim(text),
        ..Unwrapped::default()
    };
    // Each round removes one wrapper; real ones are at most four deep.
    for _ in 0..6 {
        let Some(next) = PEELS.iter().find_map(|peel| peel(found.text)) else {
            break;
        };
        // A code that stays part of the message.
        let stays = next.text.len() == found.text.len();
        let text = trim_start(next.text);
        found = Unwrapped {
            text: next
                .status
                .and_then(|status| heads::behind_name(text, status))
                .unwrap_or(text),
            code: next.code.or(found.code),
            status: next.status.or(found.status),
        };
        if stays {
            break;
        }
    }
    found.text = trim_end(found.text);
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
            .get(heads::STATUS..)
            .is_some_and(|rest| rest.starts_with(b": "))
}

/// Removes only what litellm adds; its text stands inside JSON strings, too.
pub(crate) fn unwrap_litellm(text: &str) -> Option<Unwrapped<'_>> {
    let bytes = text.as_bytes();
    let head = bytes.get(..PREFIX).unwrap_or(bytes);
    let named = |dot: &usize| head.get(..=*dot).is_some_and(|head| head.ends_with(NAME));
    let dot = memchr::memchr_iter(b'.', head).find(named)?;
    // A name inside a body's string is that string's, which is still to be opened.
    if matches!(bytes.first(), Some(b'{' | b'[')) {
        return None;
    }
    let (class, mut rest) = split(text.get(dot + 1..)?, ": ")?;
    if !is_name(class) {
        return None;
    }
    let mut code = class;
    // `litellm.A: B: CException - text`, `litellm.A: CException D - text`.
    if let Some((before, after)) = split(rest, " - ") {
        let words = before.trim_end_matches(':');
        let named = words.split([' ', ':']).filter(|word| !word.is_empty());
        if words.len() < 80 && named.clone().all(is_name) && named.count() <= 4 {
            rest = after;
        }
    }
    for _ in 0..CHAIN {
        let Some((word, after)) = split(rest, ": ").filter(|(word, _)| is_exception(word)) else {
            break;
        };
        code = if word.ends_with("Error") { word } else { code };
        rest = after;
    }
    Some(Unwrapped {
        text: without_suffix(rest),
        code: Some(code),
        status: leading_status(text),
    })
}

/// So many names of exceptions stand in a row.
const CHAIN: usize = 8;

fn without_suffix(text: &str) -> &str {
    let near = start(text, REACH).as_bytes();
    let ends = SUFFIXES.iter();
    let end = ends.filter_map(|suffix| memchr::memmem::find(near, suffix.as_bytes()));
    match end.min().and_then(|end| text.get(..end)) {
        Some(inside) => trim(inside),
        None => trim_start(text),
    }
}

/// A message with a wrapper behind it is no longer.
const REACH: usize = 8 * 1024;

const NAME: &[u8] = b"litellm.";

/// The name stands at the start, or behind a status.
const PREFIX: usize = 40;

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
    // Where one escape is, more are: they are not searched for one by one.
    while let Some((before, after)) = split_at_escape(rest) {
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

/// Returns what stands before a text's first backslash, and behind it.
#[inline]
fn split_at_escape(text: &str) -> Option<(&str, &str)> {
    let at = text.bytes().position(|byte| byte == b'\\')?;
    Some((text.get(..at)?, text.get(at + 1..)?))
}

type Peel = for<'a> fn(&'a str) -> Option<Unwrapped<'a>>;

const PEELS: &[Peel] = &[
    unwrap_litellm,
    heads::dashscope,
    heads::api_error,
    heads::error_code,
    heads::fetching,
    heads::status_code,
    heads::status_and_name,
    llm_error,
    upstream_error,
    aws_sdk,
    heads::aws_service,
    heads::azure_core,
    heads::google_api,
    heads::sagemaker,
    heads::labelled,
    status_prefix,
    heads::last_error,
    heads::dotnet,
    heads::quoted_status,
    told::head_with_status,
    rust_debug,
    leading_name,
];

/// `LLM error 1310: text`.
fn llm_error(text: &str) -> Option<Unwrapped<'_>> {
    let rest = text.strip_prefix("LLM error ")?;
    let (code, text) = split(rest, ": ")?;
    Some(Unwrapped {
        text,
        code: Some(code),
        status: None,
    })
}

/// `Upstream error from Alibaba: text`.
fn upstream_error(text: &str) -> Option<Unwrapped<'_>> {
    let rest = text.strip_prefix("Upstream error from ")?;
    let (name, text) = split(rest, ": ")?;
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
    let head = start(text, HEAD).as_bytes();
    let at = memchr::memmem::find(head, OPENING.as_bytes())?;
    let rest = text.get(at + OPENING.len()..)?;
    let (code, rest) = split(rest, ") when calling the ")?;
    let (_, text) = split(rest, " operation: ").or_else(|| split(rest, ": "))?;
    Some(Unwrapped {
        text,
        code: Some(code),
        status: None,
    })
}

/// `ApiError { message: "text", type: "server_error", ... }`.
fn rust_debug(text: &str) -> Option<Unwrapped<'_>> {
    let (_, rest) = split(text, "{ message: \"")?;
    let (inner, tail) = rest.split_once('"')?;
    let code = split(tail, "type: \"").and_then(|(_, after)| split(after, "\""));
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
    let at = start(text, 62)
        .as_bytes()
        .windows(2)
        .position(|pair| matches!(pair, b": " | b":\n"))?;
    let (word, rest) = (text.get(..at)?, text.get(at + 2..)?);
    let exception = is_exception(word);
    let compound = word.contains(['_', '-', '.']) || exception && word.len() > 9;
    if word.len() > 60 || !compound || !is_name(word) || word.starts_with('-') {
        return None;
    }
    if word.contains('.') && !exception {
        // Field paths ("messages.1: text") belong to the message.
        return None;
    }
    let is_added = exception || text.as_bytes().get(at + 1) == Some(&b'\n') || GRPC.contains(&word);
    let (inner, status) = heads::behind_status(rest);
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

#[cfg(test)]
mod tests;
