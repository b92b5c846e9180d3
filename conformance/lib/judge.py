"""Compares what a client reported with what the tables expect of it."""

from __future__ import annotations

import json

from .catalog import Entry
from .matrix import Case
from .proxy import Scenario
from .report import Problem
from .tables import Tables, by_status

# Words that only appear when a client choked on what it was sent.
CHOKED = (
    "JSONDecodeError",
    "SyntaxError",
    "TypeError",
    "KeyError",
    "AttributeError",
    "ValidationError",
    "TypeValidationError",
    "JSONParseError",
    "UnknownApiResponseError",
)


def judge(case: Case, seen: dict | None, wire: Scenario, tables: Tables) -> list[Problem]:
    """All differences of one case."""
    if seen is None:
        return [Problem("outcome", "an observation", "the driver ended before it reported")]
    if case.phase in ("echo", "notice"):
        return judge_success(case, seen, wire)
    if case.phase in ("mid", "ending"):
        return judge_mid(case, seen, wire, tables)
    return judge_http(case, seen, wire, tables)


def judge_success(case: Case, seen: dict, wire: Scenario) -> list[Problem]:
    problems = []
    if seen["outcome"] != "ok":
        problems.append(Problem("outcome", "ok", f"{seen.get('classes')} {seen.get('text')}"))
    elif not any(seen["texts"]):
        problems.append(Problem("text", "some text", seen["texts"]))
    elif case.stream and case.phase == "echo" and len(seen["texts"]) < 3:
        problems.append(Problem("text", "at least three deltas", seen["texts"]))
    if len(wire.seen) != 1:
        problems.append(Problem("requests", 1, len(wire.seen)))
    return problems


def judge_http(case: Case, seen: dict, wire: Scenario, tables: Tables) -> list[Problem]:
    """An error that came as a status."""
    client, entry = case.client, case.entry
    if seen["outcome"] != "error":
        return [Problem("outcome", f"error {entry.key}", f"ok, texts {seen['texts']}")]
    expected = client.get("class_of", {}).get(entry.key)
    expected = expected or by_status(tables.classes[client["classes"]], entry.status)
    problems = class_problem(expected, seen)
    problems += message_problems(case, seen)
    problems += field_problems(case, client["fields"], entry.status, seen, wire, tables)
    wanted = 2 if retried(tables.retries[client["retries"]], entry) else 1
    if len(wire.seen) != wanted:
        problems.append(Problem("requests", wanted, len(wire.seen)))
    return problems


def judge_mid(case: Case, seen: dict, wire: Scenario, tables: Tables) -> list[Problem]:
    """An error inside a stream: the text before it arrives, then a typed error."""
    client, entry = case.client, case.entry
    rule = client["mid"][case.protocol]
    if seen["outcome"] != "error":
        return [Problem("outcome", f"error {entry.key}", f"ok, texts {seen['texts']}")]
    expected = rule["class"]
    if expected == "status":
        expected = by_status(tables.classes[client["classes"]], entry.status)
    problems = class_problem(expected, seen)
    problems += message_problems(case, seen)
    status = entry.status if rule.get("status") == "entry" else rule.get("status")
    fields = [*rule["fields"], *(["status"] if status else [])]
    problems += field_problems(case, fields, status, seen, wire, tables)
    if not seen["texts"]:
        problems.append(Problem("text", "the text before the failure", seen["texts"]))
    if len(wire.seen) != 1:
        problems.append(Problem("requests", 1, len(wire.seen)))
    return problems


def class_problem(expected: str, seen: dict) -> list[Problem]:
    if expected in seen["classes"]:
        return []
    word = "choked" if any(name in CHOKED for name in seen["classes"]) else "class"
    return [Problem(word, expected, f"{seen['classes'][0]}: {seen.get('text')}")]


def message_problems(case: Case, seen: dict) -> list[Problem]:
    """The message is in its own field, and a person who prints the error reads it."""
    message = case.entry.message
    problems = []
    if seen.get("message") != message:
        problems.append(Problem("message", message, seen.get("message")))
    printed = {
        "contains": [message],
        "json": [json.dumps(message, ensure_ascii=False)[1:-1], json.dumps(message)[1:-1]],
        "repr": [message, repr(message)[1:-1], message.replace("'", "\\'")],
    }[case.client["text"]]
    if not any(form in (seen.get("text") or "") for form in printed):
        problems.append(Problem("text", f"something with {message!r}", seen.get("text")))
    return problems


def field_problems(case, fields, status, seen: dict, wire: Scenario, tables) -> list[Problem]:
    entry: Entry = case.entry
    last = wire.last
    expected = {
        "status": status,
        "code": entry.code_in(case.protocol, tables),
        "type": entry.type_in(case.protocol, tables),
        "request_id": (last.headers.get("x-request-id") if last else None) or "an id",
        "retryable": by_status_retried(tables.retries["status"], entry.status),
    }
    return [
        Problem(name, expected[name], seen.get(name))
        for name in fields
        if seen.get(name) != expected[name]
    ]


def retried(rule: dict, entry: Entry) -> bool:
    """Whether a client that may ask again does, by its row of the table."""
    if rule["by"] == "header":
        return entry.should_retry
    return rule["by"] == "status" and by_status_retried(rule, entry.status)


def by_status_retried(rule: dict, status: int) -> bool:
    return status in rule["statuses"] or status >= rule["from"]
