"""A gateway in front of a broken upstream: the right entry, and nothing leaks."""

from __future__ import annotations

from . import gateway, raw
from .raw import Answer
from .raw_errors import header_problems
from .raw_framework import code_of
from .report import Problem, Result
from .stub import Stub
from .tables import Tables


async def check(entries: dict, tables: Tables) -> list[Result]:
    """Every row of upstream.toml × protocol × streaming, through a second gateway."""
    stub = Stub()
    await stub.start()
    process, url = await gateway.start("--upstream", stub.url)
    results = []
    try:
        for row in tables.upstream["case"]:
            stub.row = row
            for protocol in tables.wire["protocol"]:
                for stream in (False, True):
                    results.append(await one(url, row, protocol, stream, entries, tables))
    finally:
        await gateway.stop(process)
        stub.server.close()
    return results


async def failover(tables: Tables) -> list[Result]:
    """Two upstreams in order: a failure before the first token goes to the second."""
    stubs = [Stub(), Stub()]
    for stub in stubs:
        await stub.start()
    results = []
    for row in tables.upstream["failover"]:
        # A gateway per row: what it learnt about an upstream must not colour the next.
        flags = [word for stub in stubs for word in ("--upstream", stub.url)]
        process, url = await gateway.start(*flags)
        try:
            for stub, name in zip(stubs, ("first", "second")):
                stub.row, stub.asked = tables.upstream["answers"][row[name]], 0
            results.append(await failover_row(url, row, stubs, tables))
        finally:
            await gateway.stop(process)
    for stub in stubs:
        stub.server.close()
    return results


async def failover_row(url: str, row: dict, stubs: list[Stub], tables: Tables) -> Result:
    path, body = tables.path_and_body("openai-chat", "some-model", row.get("stream", False))
    answer = await raw.ask(url, "POST", path, body)
    text = answer.body.decode("utf-8", "replace")
    problems = []
    if answer.status != row["status"] or answer.ending != "complete":
        problems.append(Problem("status", row["status"], f"{answer.status} {answer.ending}"))
    if missing := [word for word in row["shows"] if word not in text]:
        problems.append(Problem("shows", missing, text))
    if leaked := [word for word in row["hides"] if word in text]:
        problems.append(Problem("hides", leaked, text))
    asked = [stub.asked for stub in stubs]
    if asked != row["asked"]:
        problems.append(Problem("requests", row["asked"], asked))
    return Result("raw", "openai-chat", "failover", row["name"], problems)


async def one(url: str, row: dict, protocol: str, stream: bool, entries, tables) -> Result:
    path, body = tables.path_and_body(protocol, "some-model", stream)
    answer = await raw.ask(url, "POST", path, body)
    name = f"{row['name']} {'stream' if stream else 'create'}"
    problems = answer_problems(answer, row, protocol, entries, tables)
    return Result("raw", protocol, "upstream", name, problems)


def answer_problems(answer: Answer, row: dict, protocol: str, entries, tables) -> list[Problem]:
    problems = []
    if answer.status not in row["status"]:
        return [Problem("status", row["status"], f"{answer.status} {answer.body[:300]!r}")]
    problems += header_problems(answer, tables)
    wire = answer.head.head_bytes() + answer.body
    leaks = [word for word in tables.upstream["forbidden"] if word.encode() in wire]
    if leaks:
        problems.append(Problem("leak", "nothing of the upstream", f"{leaks} in {wire!r}"))
    value = answer.json()
    value = value[0] if isinstance(value, list) and value else value
    error = value.get("error") if isinstance(value, dict) else None
    if not isinstance(error, dict) or not isinstance(error.get("message"), str):
        return [*problems, Problem("body", f"an error of {protocol}", answer.body[:300])]
    known = {e.code_in(protocol, tables): e.key for e in entries.values()}
    shape = "gemini" if protocol.startswith("gemini") else protocol
    key = known.get(code_of(error, shape))
    if key is None or ("keys" in row and key not in row["keys"]):
        problems.append(Problem("code", row.get("keys", "an entry"), code_of(error, shape)))
    return problems
