"""Every entry in every protocol, over the wire: status, headers, body."""

from __future__ import annotations

import asyncio
import math

from . import raw
from .bodies import body_problems
from .catalog import Entry
from .raw import Answer
from .report import Problem, Result
from .tables import Tables

# How many requests are under way at once.
PARALLEL = 16


async def learn_messages(base: str, entries: list[Entry], tables: Tables) -> list[Result]:
    """Takes each entry's text from Chat's answer and holds it against the template."""
    limit = asyncio.Semaphore(PARALLEL)

    async def learn(entry: Entry) -> Result | None:
        path, body = tables.path_and_body("openai-chat", f"fault.{entry.key}", False)
        async with limit:
            answer = await raw.ask(base, "POST", path, body)
        value = answer.json()
        error = value.get("error") if isinstance(value, dict) else None
        message = error.get("message") if isinstance(error, dict) else None
        problems = []
        if not isinstance(message, str) or not message:
            problems.append(Problem("message", "a non-empty string", answer.body[:300]))
        else:
            entry.message = message
            if not entry.matches_template(message):
                problems.append(Problem("message", entry.template, message))
        return Result("raw", "openai-chat", "template", f"fault.{entry.key}", problems)

    errors = [entry for entry in entries if not entry.notice]
    return await asyncio.gather(*(learn(entry) for entry in errors))


async def check(base: str, entries: list[Entry], tables: Tables) -> list[Result]:
    """All entries × protocols, without and with streaming."""
    limit = asyncio.Semaphore(PARALLEL)

    async def one(entry: Entry, protocol: str, stream: bool) -> Result:
        model = f"fault.{entry.key}"
        path, body = tables.path_and_body(protocol, model, stream)
        async with limit:
            answer = await raw.ask(base, "POST", path, body)
        problems = answer_problems(answer, protocol, entry, tables)
        word = "stream" if stream else "create"
        request = tables.curl(base, protocol, model, stream)
        return Result("raw", protocol, "http", f"{model} {word}", problems, request)

    jobs = [
        one(entry, protocol, stream)
        for entry in entries
        if not entry.notice
        for protocol in tables.wire["protocol"]
        for stream in (False, True)
        if stream or protocol != "gemini-array"
    ]
    return await asyncio.gather(*jobs)


async def notices(base: str, entries: list[Entry], tables: Tables) -> list[Result]:
    """Notices: a normal answer in every protocol, which names what there is to know."""

    async def one(entry: Entry, protocol: str, stream: bool) -> Result:
        model = f"fault.{entry.key}"
        path, body = tables.path_and_body(protocol, model, stream)
        answer = await raw.ask(base, "POST", path, body)
        wire = (answer.head.head_bytes() + answer.body).decode("utf-8", "replace")
        words = [entry.key, entry.code, *(str(p["example"]) for p in entry.params)]
        problems = []
        if answer.status != 200 or answer.ending != "complete":
            problems.append(Problem("status", "200, complete", f"{answer.status} {wire[-200:]}"))
        elif isinstance(answer.json(), dict) and answer.json().get("error") is not None:
            problems.append(Problem("notice", "a normal answer", wire[-300:]))
        elif not any(word in wire for word in words if word and len(word) > 4):
            problems.append(Problem("notice", f"{entry.key} or its values", wire[-300:]))
        word = "stream" if stream else "create"
        request = tables.curl(base, protocol, model, stream)
        return Result("raw", protocol, "notice", f"{model} {word}", problems, request)

    jobs = [
        one(entry, protocol, stream)
        for entry in entries
        if entry.notice
        for protocol in tables.wire["protocol"]
        for stream in (False, True)
        if stream or protocol != "gemini-array"
    ]
    return await asyncio.gather(*jobs)


def answer_problems(answer: Answer, protocol: str, entry: Entry, tables: Tables) -> list[Problem]:
    """One error answer against all rules."""
    problems = []
    if answer.status != entry.status:
        problems.append(Problem("status", entry.status, answer.status))
    if answer.status in tables.wire["status"]["never"]:
        problems.append(Problem("status", "none that clients mistreat", answer.status))
    problems += header_problems(answer, tables)
    problems += retry_problems(answer, entry)
    ids = answer.head.get("x-request-id")
    return problems + body_problems(protocol, answer.body, entry, tables, ids)


def header_problems(answer: Answer, tables: Tables) -> list[Problem]:
    """What every error carries, whatever the entry."""
    head = answer.head
    problems = []
    kind = (head.get("content-type") or "").split(";")[0].strip()
    if kind not in ("application/json", "application/problem+json"):
        problems.append(Problem("content-type", "application/json", head.get("content-type")))
    ids = head.all("x-request-id"), head.all("request-id")
    if len(ids[0]) != 1 or ids[0] != ids[1] or not ids[0][0]:
        problems.append(Problem("request_id", "one id, equal in both headers", ids))
    if answer.ending != "complete":
        problems.append(Problem("body", "a complete body", answer.ending))
    if head.get("content-encoding"):
        problems.append(Problem("content-encoding", None, head.get("content-encoding")))
    flag = head.all("x-should-retry")
    if flag not in (["true"], ["false"]):
        problems.append(Problem("x-should-retry", "true or false, once", flag))
    needed = tables.wire["companions"].get(str(answer.status))
    if needed and not head.get(needed):
        problems.append(Problem(needed, f"present on {answer.status}", None))
    shown = (head.get("access-control-expose-headers") or "").lower()
    exposed = {name.strip() for name in shown.split(",")}
    if hidden := [name for name in tables.wire["exposed"]["names"] if name not in exposed]:
        problems.append(Problem("access-control-expose-headers", hidden, shown))
    return problems + wait_problems(answer, tables)


def wait_problems(answer: Answer, tables: Tables) -> list[Problem]:
    """Retry-After: short, in both units, and never where nobody should ask again."""
    head, limits = answer.head, tables.wire["retry_after"]
    seconds, millis = head.get("retry-after"), head.get("retry-after-ms")
    if seconds is None and millis is None:
        return []
    if head.get("x-should-retry") != "true":
        return [Problem("retry-after", "none beside x-should-retry: false", seconds)]
    try:
        pair = int(seconds), int(millis)
    except (TypeError, ValueError):
        return [Problem("retry-after", "whole seconds and milliseconds", (seconds, millis))]
    problems = []
    if not limits["min"] <= pair[0] <= limits["max"]:
        problems.append(Problem("retry-after", f"{limits['min']} to {limits['max']}", pair[0]))
    # Seconds are the milliseconds, rounded up.
    if not pair[0] * 1000 - 1000 < pair[1] <= pair[0] * 1000:
        problems.append(Problem("retry-after-ms", f"{pair[0]} s in milliseconds", pair[1]))
    return problems


def retry_problems(answer: Answer, entry: Entry) -> list[Problem]:
    """The entry's own advice."""
    wanted = "true" if entry.should_retry else "false"
    if answer.head.get("x-should-retry") != wanted:
        return [Problem("x-should-retry", wanted, answer.head.get("x-should-retry"))]
    known = entry.wait if entry.should_retry else None
    wait = str(math.ceil(known)) if known else None
    if wait is not None and answer.head.get("retry-after") != wait:
        return [Problem("retry-after", wait, answer.head.get("retry-after"))]
    return []
