//! Reading an answer: which shape it has, where its error stands, and what lies inside that.

use std::borrow::Cow;

use crate::json::{Event, Scanner};
use crate::provider::{self, eventstream, headers, pages, wrappers};
use crate::text::Untrusted;

use super::absorb::{LEVELS, absorb, plain, take_message};
use super::answer::{Answer, HeadersView};
use super::facts::{Facts, Field};
use super::figures;
use super::level::Level;
use super::shape::{Shape, words_follow};
use super::text;
use super::unread;

/// How many bytes of a body are read. An error behind that is still found by its status.
pub const BODY_CAP: usize = 64 * 1024;

/// How many steps a walk over a body takes: see [`Level::steps`]. A body of that size with more
/// members holds nothing but members.
const STEPS: u32 = 4000;

/// How many steps an event of a stream costs beside those of its body.
const STEPS_OF_EVENT: u32 = 4;

/// How many steps a line of a stream costs.
const STEPS_OF_LINE: u32 = 2;

/// How many steps all events of a stream may take.
const STEPS_OF_STREAM: u32 = 4000;

/// How many lines of a stream's end are read if its start took all steps, and in how many of them:
/// where an error does not stand first, it stands last.
const LAST: usize = 16;
const STEPS_OF_LAST: u32 = 1000;

/// Reads an answer.
///
/// Never fails and never panics; the work is bounded by [`BODY_CAP`]. Ordinary bodies cost no
/// allocation.
///
/// ```
/// use wirefault::upstream::{Answer, read};
///
/// let facts = read(&Answer::new(br#"{"id":"x","choices":[{"text":"an error occurred"}]}"#));
/// assert!(!facts.is_error);
/// let facts = read(&Answer::new(br#"{"base_resp":{"status_code":1008}}"#));
/// assert!(facts.is_error);
/// ```
// Facts are too large to be copied about: this becomes part of its caller, so that they are filled
// where they will be used.
#[inline]
pub fn read<'a>(answer: &Answer<'a>) -> Facts<'a> {
    let mut facts = Facts::default();
    read_into(&mut facts, answer);
    facts
}

#[inline(never)]
fn read_into<'a>(facts: &mut Facts<'a>, answer: &Answer<'a>) {
    let body = text::trim(match answer.body.get(..BODY_CAP) {
        Some(cut) => text::without_cut_character(cut),
        None => answer.body,
    });
    let shape = Shape::of(body, answer.stream);
    let by_shape = match shape {
        Shape::Empty => Sign::Nothing,
        Shape::Packed => Sign::Perhaps,
        Shape::Frames => read_frames(facts, body),
        Shape::Json => read_json(facts, body),
        Shape::Sse => read_sse(facts, body),
        Shape::Page => read_page(facts, body, answer),
        Shape::Text => read_text(facts, body),
    };
    facts.is_error = match answer.status {
        Some(status) if status >= 300 => true,
        // Some callers write 0 where they have none.
        Some(1..) => by_shape == Sign::Error,
        Some(0) | None => matches!(by_shape, Sign::Error | Sign::Perhaps),
    };
    if facts.is_error {
        if shape == Shape::Json && facts.message.is_empty() {
            take_guess(facts, body);
        }
        read_headers(facts, answer);
        finish(facts);
    } else {
        *facts = Facts::default();
    }
}

/// What a body says about being an error.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sign {
    Nothing,
    Perhaps,
    Error,
}

fn read_json<'a>(facts: &mut Facts<'a>, body: &'a [u8]) -> Sign {
    if body.first() == Some(&b'"') {
        // The whole body is a JSON string: a client or a relay has unwrapped the rest.
        let mut scanner = Scanner::new(body);
        let text = scanner.next_event();
        let rest = body.get(scanner.offset()..).unwrap_or_default();
        match text {
            // A text that begins with a quotation.
            _ if !rest.trim_ascii_start().is_empty() => return read_text(facts, body),
            Some(Event::String(text)) => plain(facts, text::copied(text), LEVELS),
            _ => {}
        }
        return Sign::Perhaps;
    }
    let mut level = Level::default();
    level.steps = STEPS;
    let relaxed = text::looks_python(body);
    if body.len() <= STEPS as usize {
        // Each step takes a byte at least.
        level.fill::<false>(body, relaxed);
    } else {
        level.fill::<true>(body, relaxed);
    }
    let sign = sign_of(&level);
    absorb(facts, &level, LEVELS);
    sign
}

fn sign_of(level: &Level<'_>) -> Sign {
    if level.is_error() {
        Sign::Error
    } else if level.may_be_error() {
        Sign::Perhaps
    } else {
        Sign::Nothing
    }
}

/// Takes what can be guessed of a body in which no table found a message.
#[cold]
#[inline(never)]
fn take_guess<'a>(facts: &mut Facts<'a>, body: &'a [u8]) {
    let guess = unread::guess(body);
    if facts.provider_code.is_none() {
        if let Some(code) = guess.code {
            facts.provider_code = Some(Untrusted::new(code.clone()));
            facts.signal(Field::Code, Untrusted::new(code));
        }
    }
    if let Some(message) = guess.message {
        take_message(facts, message, LEVELS);
    } else if facts.provider_code.is_none() && words_follow(body, text::looks_python(body)) {
        read_text(facts, body);
    }
}

/// Takes the first event that is an error; else the JSON that trails behind the events.
fn read_sse<'a>(facts: &mut Facts<'a>, body: &'a [u8]) -> Sign {
    let mut steps = STEPS_OF_STREAM;
    let found = read_lines(facts, body, body, &mut steps);
    if found == Sign::Nothing && steps == 0 {
        let last = text::last_lines(body, LAST);
        return read_lines(facts, body, last, &mut { STEPS_OF_LAST });
    }
    found
}

/// Does so with some lines of a body, until no steps are left.
fn read_lines<'a>(facts: &mut Facts<'a>, body: &'a [u8], lines: &'a [u8], steps: &mut u32) -> Sign {
    let mut error_event = false;
    let mut best = None;
    let mut trails = false;
    for line in text::lines(lines) {
        if *steps == 0 {
            break;
        }
        *steps = steps.saturating_sub(STEPS_OF_LINE);
        match text::sse_field(line) {
            text::SseLine::Event(name) => error_event = provider::is_error_word(name),
            text::SseLine::Data(data) => {
                if matches!(data.first(), Some(b'{' | b'[')) {
                    let level = event(data, steps);
                    if level.is_error() || error_event {
                        absorb(facts, &level, LEVELS);
                        return Sign::Error;
                    }
                } else if error_event && !data.is_empty() {
                    plain(facts, text::lossy(data), LEVELS);
                    return Sign::Error;
                }
            }
            text::SseLine::Blank => error_event = false,
            // All that follows was read as a part of it.
            text::SseLine::Other if trails => {}
            text::SseLine::Other => {
                // No SSE: the JSON that a broken upstream writes behind its events, or a text.
                let rest = text::from_line(body, line);
                trails = matches!(rest.first(), Some(b'{' | b'['));
                if trails {
                    let level = event(rest, steps);
                    if level.is_error() {
                        absorb(facts, &level, LEVELS);
                        return Sign::Error;
                    }
                } else if best.is_none() {
                    best = Some(rest);
                }
            }
        }
    }
    match best {
        Some(rest) if !text::is_sse(body) => {
            plain(facts, text::lossy(rest), LEVELS);
            Sign::Perhaps
        }
        _ => Sign::Nothing,
    }
}

/// Walks one event in as many steps as a whole body has, at most.
#[inline(always)]
fn event<'a>(payload: &'a [u8], steps: &mut u32) -> Level<'a> {
    let most = STEPS.min(*steps);
    let mut left = most;
    let level = Level::of(payload, &mut left);
    *steps = steps.saturating_sub(most - left + STEPS_OF_EVENT);
    level
}

fn read_frames<'a>(facts: &mut Facts<'a>, body: &'a [u8]) -> Sign {
    let mut steps = STEPS_OF_STREAM;
    for frame in eventstream::frames(body) {
        if let Some(name) = frame.exception {
            absorb(facts, &event(frame.payload, &mut { STEPS }), LEVELS);
            facts.provider_code = Some(Untrusted::new(name));
            facts.signal(Field::Code, Untrusted::new(name));
            if let (true, Some(message)) = (facts.message.is_empty(), frame.message) {
                facts.message = Untrusted::new(message);
            }
            return Sign::Error;
        }
        let level = event(frame.payload, &mut steps);
        if level.is_error() {
            absorb(facts, &level, LEVELS);
            return Sign::Error;
        }
    }
    Sign::Nothing
}

fn read_page<'a>(facts: &mut Facts<'a>, body: &'a [u8], answer: &Answer<'_>) -> Sign {
    let head = body.get(..pages::LOOK).unwrap_or(body);
    let Ok(text) = std::str::from_utf8(text::whole_characters(head)) else {
        return Sign::Perhaps;
    };
    let page = pages::read(text);
    take_page(facts, page);
    let failed = page.code.is_some() || facts.embedded_status.is_some();
    if failed || pages::is_document(body) || answer_is_html(answer) {
        Sign::Error
    } else {
        Sign::Perhaps
    }
}

/// No provider answers a completion with a page: the address is wrong, or a box stands before it.
fn answer_is_html(answer: &Answer<'_>) -> bool {
    let kind = answer
        .headers
        .get(headers::CONTENT_TYPE)
        .unwrap_or_default();
    memchr::memmem::find(kind.as_bytes(), b"html").is_some()
}

fn take_page<'a>(facts: &mut Facts<'a>, page: pages::Page<'a>) {
    facts.is_page = true;
    facts.message = Untrusted::new(page.message);
    facts.detail = Some(Untrusted::new(page.title));
    if let Some(code) = page.code {
        facts.provider_code = Some(Untrusted::new(code));
        facts.signal(Field::Code, Untrusted::new(code));
        facts.embedded_status = wrappers::status(code);
    } else {
        facts.embedded_status = wrappers::leading_status(page.title);
    }
}

fn read_text<'a>(facts: &mut Facts<'a>, body: &'a [u8]) -> Sign {
    let text = text::lossy(body);
    if let Cow::Borrowed(text) = text {
        if let Some(page) = pages::read_stripped(text) {
            take_page(facts, page);
            return Sign::Error;
        }
    }
    plain(facts, text, LEVELS);
    Sign::Perhaps
}

fn read_headers<'a>(facts: &mut Facts<'a>, answer: &Answer<'a>) {
    if matches!(answer.headers, HeadersView::None) {
        return;
    }
    let kinds = answer.headers.pick(&headers::ERROR_TYPE);
    if let Some(name) = kinds.into_iter().flatten().next() {
        // `ThrottlingException:http://internal.amazon.com/...`
        let name = name.split(':').next().unwrap_or_default();
        facts.signal(Field::Header, Untrusted::new(name));
        if facts.provider_code.is_none() && !name.is_empty() {
            facts.provider_code = Some(Untrusted::new(name));
        }
    }
    if let Some(value) = answer.headers.get(headers::CHALLENGE) {
        facts.signal(Field::Header, Untrusted::new(value));
    }
    if facts.request_id.is_none() {
        let ids = answer.headers.pick(&headers::REQUEST_ID);
        facts.request_id = ids.into_iter().flatten().next().map(Untrusted::new);
    }
}

/// Takes a code that stands in the message's text, such as `[1308][...]` or `text (1008)`.
fn finish(facts: &mut Facts<'_>) {
    if let Some(code) = facts.message.part(figures::code_in_text) {
        if facts.provider_code.is_none() {
            facts.provider_code = Some(code.clone());
        }
        facts.signal(Field::Code, code);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_event_takes_no_more_steps_than_a_body() {
        let odd = format!("{{\"a\":{}", "x{\"a\":1},\"a\":".repeat(5000));
        let usual = "{\"error\":{\"message\":\"no\",\"param\":null,\"code\":7}}";
        for (payload, most) in [(usual, 12), (&odd, STEPS)] {
            let mut steps = STEPS_OF_STREAM + STEPS_OF_EVENT;
            event(payload.as_bytes(), &mut steps);
            let taken = STEPS_OF_STREAM - steps;
            assert!(taken <= most && taken > most / 4, "{taken} {most}");
        }
    }

    #[test]
    fn an_error_at_the_end_of_a_long_stream_is_found() {
        let chunk =
            "data: {\"id\":\"x\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"a\"}}]}\n\n";
        let error = "data: {\"error\":{\"message\":\"It broke.\",\"code\":\"server_error\"}}\n\n";
        for count in [1, 10, 100, 300, 700] {
            let body = chunk.repeat(count) + error;
            assert!(body.len() < BODY_CAP);
            let answer = Answer {
                status: Some(200),
                ..Answer::new(body.as_bytes())
            };
            let facts = read(&answer);
            assert!(facts.is_error, "{count}");
            assert!(
                !read(&Answer {
                    body: chunk.repeat(count).as_bytes(),
                    ..answer
                })
                .is_error
            );
        }
    }
}
