"""What is answered where no handler of ours speaks, and the catalog's own routes."""

from __future__ import annotations

import asyncio

from . import raw
from .catalog import Entry
from .raw import Answer
from .raw_errors import header_problems
from .report import Problem, Result
from .tables import Tables

OWN_ID = "conformance-id-1"


async def check(base: str, entries: dict[str, Entry], tables: Tables) -> list[Result]:
    """All rows of framework.toml, and what needs more than one request."""
    rows = [row_result(base, row, entries, tables) for row in tables.framework]
    return await asyncio.gather(
        *rows, request_id(base), keys(base), catalog(base, entries), models(base)
    )


async def row_result(base: str, row: dict, entries: dict[str, Entry], tables) -> Result:
    body = row.get("body", "").replace("FILL", "x" * row.get("fill", 0))
    headers = {"content-type": row["content_type"]} if "content_type" in row else None
    key = None if row.get("key") is False else raw.KEY
    request = f"curl -i -X {row['method']} '{base}{row['path']}' -d '{row.get('body', '')}'"
    try:
        answer = await raw.ask(base, row["method"], row["path"], body, headers, key)
        problems = row_problems(answer, row, entries, tables)
    except (ConnectionError, asyncio.IncompleteReadError, TimeoutError) as error:
        problems = [Problem("answer", f"status {row['status']}", repr(error))]
    return Result("raw", row["protocol"], "framework", row["name"], problems, request)


def row_problems(answer: Answer, row: dict, entries, tables) -> list[Problem]:
    problems = []
    if answer.status != row["status"]:
        problems.append(Problem("status", row["status"], answer.status))
    allow = answer.head.get("allow") or ""
    if "allow" in row and row["allow"] not in [m.strip() for m in allow.split(",")]:
        problems.append(Problem("allow", row["allow"], answer.head.get("allow")))
    problems += header_problems(answer, tables)
    if row["method"] == "HEAD":
        return problems + ([Problem("body", b"", answer.body)] if answer.body else [])
    return problems + identity_problems(answer, row, entries, tables)


def identity_problems(answer: Answer, row: dict, entries, tables) -> list[Problem]:
    """The body is an entry of the catalog, in a protocol that the route may have."""
    found = [
        shape_problems(answer, name, row, entries, tables)
        for name in (row["protocol"], row.get("or_protocol"))
        if name
    ]
    return min(found, key=len)


def shape_problems(answer: Answer, protocol: str, row: dict, entries, tables) -> list[Problem]:
    value = answer.json()
    error = value.get("error") if isinstance(value, dict) else None
    if not isinstance(error, dict):
        return [Problem("body", f"an error of {protocol}", answer.body[:300])]
    code = code_of(error, protocol)
    known = {e.code_in(protocol, tables): e for e in entries.values()}
    if code not in known or not isinstance(error.get("message"), str):
        return [Problem("code", "an entry of the catalog", code)]
    problems = []
    if "codes" in row and known[code].key not in row["codes"]:
        problems.append(Problem("code", row["codes"], code))
    if known[code].status != row["status"]:
        problems.append(Problem("code", f"an entry of status {row['status']}", code))
    shape = {
        "anthropic-messages": value.get("type") == "error" and "details" in error,
        "gemini": error.get("code") == answer.status and "status" in error,
    }.get(protocol, {"type", "code", "param"} <= error.keys())
    return problems if shape else [*problems, Problem("body", f"shape of {protocol}", value)]


def code_of(error: dict, protocol: str) -> str | None:
    details = error.get("details")
    if protocol == "anthropic-messages":
        return details.get("error_code") if isinstance(details, dict) else None
    if protocol == "gemini":
        infos = [d for d in details or [] if str(d.get("@type")).endswith("rpc.ErrorInfo")]
        return infos[0].get("reason") if infos else None
    return error.get("code")


async def request_id(base: str) -> Result:
    """An id that came in goes out, in both headers; one that would split a header does not."""
    asked = await raw.ask(base, "POST", "/v1/nothing", "{}", {"x-request-id": OWN_ID})
    problems = [
        Problem(name, OWN_ID, asked.head.get(name))
        for name in ("x-request-id", "request-id")
        if asked.head.get(name) != OWN_ID
    ]
    first, second = [await raw.ask(base, "POST", "/v1/nothing", "{}") for _ in range(2)]
    if first.head.get("x-request-id") == second.head.get("x-request-id"):
        problems.append(Problem("request_id", "a new id each time", first.head.get("x-request-id")))
    return Result("raw", "openai-chat", "framework", "request ids", problems)


async def keys(base: str) -> Result:
    """A key is accepted wherever the protocols' clients put it."""
    path, body = "/v1/models/echo:generateContent", '{"contents":[{"parts":[{"text":"hi"}]}]}'
    places = [
        ({"x-goog-api-key": "k"}, path),
        ({"x-api-key": "k"}, path),
        ({"authorization": "Bearer k"}, path),
        ({}, f"{path}?key=k"),
    ]
    problems = []
    for headers, target in places:
        answer = await raw.ask(base, "POST", target, body, headers, key=None)
        if answer.status != 200:
            problems.append(Problem("status", 200, f"{answer.status} with {headers} {target}"))
    return Result("raw", "gemini", "framework", "places of the key", problems)


async def catalog(base: str, entries: dict[str, Entry]) -> Result:
    """`GET /errors` needs no key, has a strong ETag and answers 304; each entry has a page."""
    answer = await raw.ask(base, "GET", "/errors", key=None)
    tag = answer.head.get("etag") or ""
    problems = []
    if not tag.startswith('"'):
        problems.append(Problem("etag", "a strong ETag", tag))
    again = await raw.ask(base, "GET", "/errors", headers={"if-none-match": tag}, key=None)
    if (again.status, again.body) != (304, b""):
        problems.append(Problem("status", "304 without a body", again.status))
    page = await raw.ask(base, "GET", "/docs/errors", key=None)
    text = page.body.decode("utf-8", "replace")
    if missing := [k for k in entries if f'id="{k}"' not in text and f"id={k}" not in text]:
        problems.append(Problem("page", "an id for every key", missing[:5]))
    some = next(iter(entries))
    one = (await raw.ask(base, "GET", f"/errors/{some}", key=None)).json()
    if not isinstance(one, dict) or one.get("key") != some:
        problems.append(Problem("entry", some, one))
    return Result("raw", "native", "framework", "the catalog's routes", problems)


async def models(base: str) -> Result:
    """`GET /v1/models` in OpenAI's shape."""
    answer = await raw.ask(base, "GET", "/v1/models", key=None)
    value = answer.json()
    good = isinstance(value, dict) and isinstance(value.get("data"), list)
    problems = [] if good and answer.status == 200 else [Problem("models", "a list", value)]
    return Result("raw", "openai-chat", "framework", "list of models", problems)
