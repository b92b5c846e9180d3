"""The bytes of streams: good ones, failing ones, and ones that were cut."""

from __future__ import annotations

import asyncio
import json

from . import raw
from .bodies import payload_problems
from .catalog import Entry
from .raw import Answer, Event
from .raw_errors import answer_problems
from .report import Problem, Result
from .tables import Tables

PARALLEL = 12
# A reader that was busy sees two writes at once; only if it happens every time
# was there no pause.
PAUSE_TRIES = 4
GEMINI_NEVER = ("event:", ":", "id:", "retry:")


async def check(base: str, entries: dict[str, Entry], tables: Tables, quick: bool) -> list[Result]:
    """Every protocol: echo, failures in the middle, at the start, and cut streams."""
    limit = asyncio.Semaphore(PARALLEL)
    wanted = tables.scenarios
    errors = [e for e in entries.values() if not e.notice]
    middle = [entries[k] for k in wanted["mid"] if k in entries] if quick else errors
    first = [entries[k] for k in wanted["first"] if k in entries]
    broken = entries.get(wanted["interrupted"])

    async def one(protocol: str, phase: str, model: str, entry: Entry | None) -> Result:
        async with limit:
            problems = await stream_problems(base, protocol, phase, model, entry, tables)
        request = tables.curl(base, protocol, model, True)
        return Result("raw", protocol, phase, f"{model} stream", problems, request)

    jobs = []
    for protocol in tables.wire["protocol"]:
        jobs.append(one(protocol, "echo", "echo", None))
        jobs += [one(protocol, "mid", f"fault.{e.key}.mid", e) for e in middle]
        jobs += [one(protocol, "first", f"fault.{e.key}.first", e) for e in first]
        if broken:
            jobs += [one(protocol, "ending", f"fault.{x}", broken) for x in wanted["endings"]]
    return await asyncio.gather(*jobs)


async def stream_problems(base, protocol, phase, model, entry, tables) -> list[Problem]:
    """One stream; asked for again only when its pause could not be seen."""
    path, body = tables.path_and_body(protocol, model, True)
    problems: list[Problem] = []
    for _ in range(PAUSE_TRIES):
        answer = await raw.ask(base, "POST", path, body)
        if phase == "first":
            return answer_problems(answer, protocol, entry, tables)
        problems = read_stream(answer, protocol, entry, tables)
        if [p.field for p in problems] != ["pause"]:
            break
    return problems


def read_stream(answer: Answer, protocol: str, entry: Entry | None, tables) -> list[Problem]:
    """A stream that began: its head, and its end in the protocol's form."""
    problems = head_problems(answer, protocol)
    if answer.status != 200:
        return problems
    if answer.ending != "complete":
        problems.append(Problem("ending", "the end of the chunked body", answer.ending))
    if protocol == "gemini-array":
        return problems + gemini_array(answer, entry, tables)
    if protocol == "gemini":
        return problems + gemini(answer, entry, tables)
    events, tail, comments = raw.events(answer.body)
    if tail:
        problems.append(Problem("tail", "nothing behind the last event", tail))
    if broken := [e.data for e in events if e.data != "[DONE]" and not is_json(e.data)]:
        problems.append(Problem("torn", "JSON in every event", broken[0]))
        return problems
    return problems + PROTOCOLS[protocol](events, entry, answer, tables)


def head_problems(answer: Answer, protocol: str) -> list[Problem]:
    head = answer.head
    if answer.status != 200:
        return [Problem("status", 200, f"{answer.status} {answer.body[:200]!r}")]
    wanted = "application/json" if protocol == "gemini-array" else "text/event-stream"
    problems = []
    if (head.get("content-type") or "").split(";")[0] != wanted:
        problems.append(Problem("content-type", wanted, head.get("content-type")))
    ids = head.all("x-request-id"), head.all("request-id")
    if len(ids[0]) != 1 or ids[0] != ids[1] or not ids[0][0]:
        problems.append(Problem("request_id", "one id, equal in both headers", ids))
    return problems


def is_json(text: str) -> bool:
    try:
        json.loads(text)
    except ValueError:
        return False
    return True


def chat(events: list[Event], entry: Entry | None, answer: Answer, tables) -> list[Problem]:
    """Chat and legacy Completions: the error, then [DONE], and nothing else."""
    datas = [e.data for e in events]
    if datas.count("[DONE]") != 1 or datas[-1] != "[DONE]":
        return [Problem("terminator", "one [DONE], at the end", datas[-2:])]
    values = [json.loads(d) for d in datas[:-1]]
    return last_error(values, "openai-chat", entry, answer, tables)


def last_error(values, protocol, entry, answer, tables) -> list[Problem]:
    """At least two deltas, then exactly one error (or none on the good path)."""
    errors = [v for v in values if isinstance(v, dict) and v.get("error") is not None]
    if entry is None:
        return [Problem("error", "no error", errors)] if errors else []
    if len(errors) != 1 or values[-1] is not errors[0]:
        return [Problem("error", "one error, as the last event", values[-2:])]
    problems = payload_problems(protocol, errors[0], entry, tables, answer.head.get("request-id"))
    if len(values) < 3:
        problems.append(Problem("deltas", "two deltas before the error", values[:-1]))
    return problems


def responses(events: list[Event], entry: Entry | None, answer: Answer, tables) -> list[Problem]:
    """Responses: the hybrid error event, then response.failed, numbers continuing."""
    values = [json.loads(e.data) for e in events if e.data != "[DONE]"]
    problems = []
    if any(e.data == "[DONE]" for e in events):
        problems.append(Problem("terminator", "no [DONE]", "[DONE]"))
    names = [e.name for e in events]
    if bad := [n for n, v in zip(names, values) if n != v.get("type")]:
        problems.append(Problem("event", "an event line equal to `type`", bad[:3]))
    numbers = [v.get("sequence_number") for v in values]
    if numbers != list(range(numbers[0] or 0, (numbers[0] or 0) + len(numbers))):
        problems.append(Problem("sequence_number", "continuing by one", numbers))
    ends = ["response.completed"] if entry is None else ["error", "response.failed"]
    if names[-len(ends) :] != ends or sum(n in ENDS for n in names) != len(ends):
        return [*problems, Problem("terminator", ends, names[-3:])]
    if entry is not None:
        problems += hybrid(values, entry, tables)
    return problems


ENDS = ("error", "response.failed", "response.completed", "response.incomplete")


def hybrid(values: list[dict], entry: Entry, tables: Tables) -> list[Problem]:
    error, failed = values[-2], values[-1].get("response") or {}
    problems = payload_problems("openai-responses", error, entry, tables, None)
    flat = {"code": entry.code, "message": entry.message}
    problems += [
        Problem(f"flat {name}", wanted, error.get(name))
        for name, wanted in flat.items()
        if error.get(name) != wanted
    ]
    inner = failed.get("error") or {}
    if failed.get("status") != "failed" or inner.get("message") != entry.message:
        problems.append(Problem("response.failed", entry.message, failed))
    code = inner.get("code")
    stops = code in tables.wire["codex"]["stops"]
    if not isinstance(code, str) or stops == entry.should_retry:
        word = "a code that Codex retries" if entry.should_retry else "a code that stops Codex"
        problems.append(Problem("response.failed code", word, code))
    begun = next((v["response"] for v in values if v.get("type") == "response.created"), {})
    for name in ("id", "model", "created_at"):
        if begun and failed.get(name) != begun.get(name):
            problems.append(Problem(f"response {name}", begun.get(name), failed.get(name)))
    return problems


def anthropic(events: list[Event], entry: Entry | None, answer: Answer, tables) -> list[Problem]:
    """Messages: a named error event is the end."""
    values = [json.loads(e.data) if e.data != "[DONE]" else {} for e in events]
    problems = []
    if any(e.data == "[DONE]" for e in events):
        problems.append(Problem("terminator", "no [DONE]", "[DONE]"))
    if bad := [e.name for e, v in zip(events, values) if v and e.name != v.get("type")]:
        problems.append(Problem("event", "an event line equal to `type`", bad[:3]))
    names = [e.name for e in events]
    if entry is None:
        if names[-1] != "message_stop":
            problems.append(Problem("terminator", "message_stop", names[-1]))
    elif "message_stop" in names:
        problems.append(Problem("terminator", "no message_stop", names[-2:]))
    return problems + last_error(values, "anthropic-messages", entry, answer, tables)


def gemini(answer: Answer, entry: Entry | None, tables: Tables) -> list[Problem]:
    """Gemini: data events only; the error twice, the second time raw and apart."""
    text = answer.body.decode("utf-8", "replace")
    lines = text.replace("\r\n", "\n").split("\n")
    if bad := [x for x in lines if x.startswith(GEMINI_NEVER) or x == "data: [DONE]"]:
        return [Problem("lines", "only data lines", bad[:3])]
    events, tail, _ = raw.events(answer.body)
    if broken := [e.data for e in events if not is_json(e.data)]:
        return [Problem("torn", "JSON in every event", broken[0])]
    values = [json.loads(e.data) for e in events]
    problems = last_error(values, "gemini", entry, answer, tables)
    if entry is None:
        return problems + ([Problem("tail", "nothing", tail)] if tail.strip() else [])
    if not is_json(tail.decode()) or json.loads(tail) != values[-1]:
        return [*problems, Problem("raw", "the error once more, as raw JSON", tail)]
    return problems + gemini_writes(answer.chunks, tail, tables.wire["gemini"]["pause_ms"])


def gemini_writes(chunks: list[tuple[float, bytes]], tail: bytes, pause_ms: int) -> list[Problem]:
    """The raw JSON came in a chunk of its own, a little after its event."""
    if len(chunks) < 2 or chunks[-1][1].strip() != tail.strip():
        return [Problem("chunks", "the raw JSON in a chunk of its own", chunks[-1:])]
    (before, event), (after, _) = chunks[-2:]
    problems = []
    if not event.endswith(b"\n\n"):
        problems.append(Problem("chunks", "a whole event before the raw JSON", event))
    if (after - before) * 1000 < pause_ms:
        seen = f"{(after - before) * 1000:.2f} ms"
        problems.append(Problem("pause", f"{pause_ms} ms between the two writes", seen))
    return problems


def gemini_array(answer: Answer, entry: Entry | None, tables: Tables) -> list[Problem]:
    """The array form: the whole body is one JSON array, whatever happened."""
    values = answer.json()
    if not isinstance(values, list) or not values:
        return [Problem("array", "a JSON array", answer.body[-200:])]
    return last_error(values, "gemini", entry, answer, tables)


PROTOCOLS = {
    "openai-chat": chat,
    "openai-completions": chat,
    "openai-responses": responses,
    "anthropic-messages": anthropic,
}
