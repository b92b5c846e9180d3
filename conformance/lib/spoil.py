"""Wrong renderings, made from right ones: each is a mistake that a real gateway shipped.

A spoiler changes an answer that the gateway gave; the harness has to notice.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable

from .http1 import Message
from .proxy import AT_ONCE


def edit_json(change: Callable[[dict], object]) -> Callable[[Message], Message]:
    """Changes the body's JSON value; a stream's events stay as they are."""

    def spoil(message: Message) -> Message:
        if message.status >= 400:
            value = json.loads(message.body)
            changed = change(value)
            message.body = json.dumps(value if changed is None else changed).encode()
        return message

    return spoil


def edit_text(pattern: str, text: str, count: int = 0) -> Callable[[Message], Message]:
    """Replaces in the body of a stream."""

    def spoil(message: Message) -> Message:
        body = message.body.decode()
        message.body = re.sub(pattern, text, body, count=count, flags=re.DOTALL).encode()
        return message

    return spoil


def edit_event(change: Callable[[dict], None]) -> Callable[[Message], Message]:
    """Changes the JSON of every event (or raw line) that carries an error."""

    def spoil(message: Message) -> Message:
        lines = message.body.decode().split("\n")
        message.body = "\n".join(changed_line(line, change) for line in lines).encode()
        return message

    return spoil


def changed_line(line: str, change: Callable[[dict], None]) -> str:
    prefix = "data: " if line.startswith("data: ") else ""
    try:
        value = json.loads(line.removeprefix(prefix))
    except ValueError:
        return line
    if not isinstance(value, dict) or "error" not in value:
        return line
    change(value)
    return prefix + json.dumps(value)


def header(name: str, value: str | None) -> Callable[[Message], Message]:
    """Sets a header, or takes it away."""

    def spoil(message: Message) -> Message:
        message.drop(name)
        if value is not None:
            message.headers.append((name, value))
        return message

    return spoil


def status(code: int) -> Callable[[Message], Message]:
    """Another status on the same body."""

    def spoil(message: Message) -> Message:
        if message.status >= 400:
            message.start = f"HTTP/1.1 {code} Spoilt"
        return message

    return spoil


def body(data: bytes, kind: str) -> Callable[[Message], Message]:
    """Another body altogether."""

    def spoil(message: Message) -> Message:
        message.body = data
        message.drop("content-type")
        message.headers.append(("content-type", kind))
        return message

    return spoil


def flip_retry(message: Message) -> Message:
    """The opposite advice."""
    old = message.get("x-should-retry")
    message.drop("x-should-retry", "retry-after", "retry-after-ms")
    message.headers.append(("x-should-retry", "false" if old == "true" else "true"))
    return message


def put(path: str, value: object) -> Callable[[dict], None]:
    """Sets a field by its path."""

    def change(root: dict) -> None:
        *parents, last = path.split(".")
        for name in parents:
            root = root[name]
        root[last] = value

    return change


def drop(path: str) -> Callable[[dict], None]:
    """Takes a field away by its path."""

    def change(root: dict) -> None:
        *parents, last = path.split(".")
        for name in parents:
            root = root[name]
        root.pop(last, None)

    return change


def error_last(root: dict) -> dict:
    """Any other key first."""
    return {"request": "x", **root}


def openai_body(root: dict) -> dict:
    """One protocol's body on another's route."""
    message = root["error"]["message"]
    return {"error": {"message": message, "type": "server_error", "param": None, "code": "x"}}


def error_last_in_event(root: dict) -> None:
    error = root.pop("error")
    root |= {"responseId": "x", "error": error}


def html(message: Message) -> Message:
    """An intermediary's page instead of the error."""
    return body(b"<html><body>502 Bad Gateway</body></html>", "text/html")(message)


# The code inside response.failed, and an event that was left unfinished.
CODEX_CODE = r"(\"status\":\s*\"failed\",\s*\"error\":\s*\{\s*\"code\":\s*)\"[^\"]*\""
TORN = r'\n\ndata: {"half\n\n\1'

# By the names that prove.toml uses.
SPOILERS: dict[str, Callable[[Message], Message]] = {
    "error-as-string": edit_json(lambda v: {**v, "error": v["error"]["message"]}),
    "top-level-message": edit_json(lambda v: {"message": v["error"]["message"], "code": "x"}),
    "body-as-array": edit_json(lambda v: [v]),
    "message-missing": edit_json(drop("error.message")),
    "message-as-object": edit_json(put("error.message", {"text": "x"})),
    "other-message": edit_json(put("error.message", "Something went wrong.")),
    "code-missing": edit_json(drop("error.code")),
    "code-as-int": edit_json(put("error.code", 402)),
    "param-missing": edit_json(drop("error.param")),
    "other-type": edit_json(put("error.type", "some_error")),
    "gemini-string-code": edit_json(put("error.code", "503")),
    "gemini-status-missing": edit_json(drop("error.status")),
    "gemini-details-missing": edit_json(drop("error.details")),
    "gemini-error-not-first": edit_json(error_last),
    "anthropic-details-missing": edit_json(drop("error.details")),
    "anthropic-request-id": edit_json(put("request_id", "req_other")),
    "anthropic-openai-body": edit_json(openai_body),
    "empty-body": body(b"", "application/json"),
    "html-body": html,
    "text-plain": header("content-type", "text/plain"),
    "status-200": status(200),
    "status-400": status(400),
    "status-500": status(500),
    "retry-flipped": flip_retry,
    "retry-missing": header("x-should-retry", None),
    "retry-after-a-day": header("retry-after", "86400"),
    "retry-after-zero": header("retry-after", "0"),
    "request-id-missing": header("x-request-id", None),
    "request-id-differs": header("request-id", "req_other"),
    "allow-missing": header("allow", None),
    # Streams.
    "silent-end": edit_text(r"(event: error\n.*|data: \{\s*\"error\".*)$", ""),
    "one-write": header(AT_ONCE, "yes"),
    "done-missing": edit_text(r"data: \[DONE\]\n\n", ""),
    "done-added": edit_text(r"$(?!\n)", "data: [DONE]\n\n", 1),
    "event-line-missing": edit_text(r"event: error\n", ""),
    "event-line-added": edit_text(r"data: (\{\"error\")", r"event: error\ndata: \1"),
    "flat-error": edit_text(r"data: \{\"error\":\s*(\{[^\n]*\})\}\n", r"data: \1\n"),
    "failed-missing": edit_text(r"event: response\.failed\n.*$", ""),
    "error-missing": edit_text(r"event: error\n.*?\n\n", ""),
    "sequence-constant": edit_text(r"\"sequence_number\":\s*\d+", '"sequence_number":0'),
    "comment-added": edit_text(r"^", ": keep-alive\n\n", 1),
    "torn-before-error": edit_text(r"\n\n(event: error|data: \{\s*\"error\")", TORN),
    "raw-missing": edit_text(r"\n\n\{.*$", "\n\n"),
    "data-missing": edit_text(r"data: \{\"error\"[^\n]*\n\n", ""),
    "array-unclosed": edit_text(r"\]\s*$", ""),
    "event-error-string": edit_event(lambda v: v.update(error="boom")),
    "event-error-empty": edit_event(lambda v: v.update(error={})),
    "event-message-missing": edit_event(drop("error.message")),
    "event-string-code": edit_event(put("error.code", "503")),
    "event-code-missing": edit_event(drop("error.code")),
    "event-code-200": edit_event(put("error.code", 200)),
    "event-error-last": edit_event(error_last_in_event),
    "event-other-type": edit_event(put("error.type", "some_error")),
    "event-details-missing": edit_event(drop("error.details")),
    "codex-int-code": edit_text(CODEX_CODE, r"\g<1>502"),
    "codex-retried-code": edit_text(CODEX_CODE, r'\g<1>"server_error"'),
}
