"""The rules for one error body or event payload, per protocol."""

from __future__ import annotations

import json

from .catalog import Entry
from .report import Problem
from .tables import Tables

OPENAI_KEYS = {"message", "type", "param", "code"}


def body_problems(
    protocol: str, body: bytes, entry: Entry, tables: Tables, request_id: str | None
) -> list[Problem]:
    """Whether a body is the protocol's complete error for this entry."""
    if not body:
        return [Problem("body", "a JSON body", "nothing")]
    try:
        value = json.loads(body)
    except ValueError as error:
        return [Problem("body", "valid JSON", f"{error}: {body[:200]!r}")]
    if protocol == "gemini-array":
        if not (isinstance(value, list) and len(value) == 1):
            return [Problem("body", "an array of one error", value)]
        value = value[0]
    return payload_problems(protocol, value, entry, tables, request_id)


def payload_problems(protocol, value, entry, tables, request_id) -> list[Problem]:
    """The same for a value that is parsed already."""
    if not isinstance(value, dict) or not isinstance(value.get("error"), dict):
        return [Problem("body", "an object with an object `error`", value)]
    if protocol == "anthropic-messages":
        return anthropic(value, entry, tables, request_id)
    if protocol.startswith("gemini"):
        return gemini(value, entry, tables)
    return openai(value["error"], entry)


def compare(expected: dict, seen: dict) -> list[Problem]:
    """Fields of exact value."""
    return [
        Problem(name, wanted, seen.get(name))
        for name, wanted in expected.items()
        if seen.get(name) != wanted or type(seen.get(name)) is not type(wanted)
    ]


def openai(error: dict, entry: Entry) -> list[Problem]:
    expected = {"message": entry.message, "type": entry.type, "code": entry.code}
    problems = compare(expected, error)
    if missing := OPENAI_KEYS - error.keys():
        problems.append(Problem("keys", sorted(OPENAI_KEYS), f"without {sorted(missing)}"))
    if not isinstance(error.get("param"), (str, type(None))):
        problems.append(Problem("param", "a string or null", error.get("param")))
    return problems


def anthropic(value: dict, entry: Entry, tables: Tables, request_id: str | None) -> list[Problem]:
    error = value["error"]
    problems = compare({"type": "error"}, value)
    kind = entry.type_in("anthropic-messages", tables)
    problems += compare({"message": entry.message, "type": kind}, error)
    details = error.get("details") if isinstance(error.get("details"), dict) else {}
    problems += compare({"error_code": entry.code}, details)
    if request_id is not None and value.get("request_id") != request_id:
        problems.append(Problem("request_id", request_id, value.get("request_id")))
    return problems


def gemini(value: dict, entry: Entry, tables: Tables) -> list[Problem]:
    error = value["error"]
    problems = []
    if next(iter(value)) != "error":
        problems.append(Problem("keys", "`error` as first key", list(value)))
    expected = {
        "code": entry.status,
        "message": entry.message,
        "status": entry.type_in("gemini", tables),
    }
    problems += compare(expected, error)
    details = error.get("details")
    if not isinstance(details, list) or not all(isinstance(d, dict) for d in details):
        return [*problems, Problem("details", "a list of objects", details)]
    info = [d for d in details if d.get("@type") == "type.googleapis.com/google.rpc.ErrorInfo"]
    if len(info) != 1:
        return [*problems, Problem("details", "one ErrorInfo", details)]
    problems += compare({"reason": entry.gemini_code(tables)}, info[0])
    if not info[0].get("domain"):
        problems.append(Problem("domain", "a domain", info[0].get("domain")))
    return problems + retry_info(details, entry)


def retry_info(details: list[dict], entry: Entry) -> list[Problem]:
    """A known wait of any length is in RetryInfo: Gemini's clients read no header."""
    infos = [d for d in details if str(d.get("@type")).endswith("google.rpc.RetryInfo")]
    if any(duration(info.get("retryDelay")) is None for info in infos):
        return [Problem("retryDelay", 'a duration such as "1.5s"', infos)]
    if entry.wait is not None and [duration(i["retryDelay"]) for i in infos] != [entry.wait]:
        return [Problem("retryDelay", f"{entry.wait} s", infos)]
    return []


def duration(value: object) -> float | None:
    """A proto-JSON duration in seconds; None when it is none."""
    if not isinstance(value, str) or not value.endswith("s"):
        return None
    try:
        return float(value[:-1])
    except ValueError:
        return None
