"""Runs the coding agents as their users do, one process per fault."""

from __future__ import annotations

import asyncio
import glob
import json
import os
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

from .catalog import Entry
from .proxy import Proxy, Scenario
from .report import Problem, Result
from .tables import CACHE, Tables

PARALLEL = 3
TIMEOUT_S = 120
# How often an agent is run that meets a race of its own.
ATTEMPTS = 3


@dataclass
class Run:
    """What an agent did."""

    code: int | None
    output: str


def program(agent: dict) -> list[str] | None:
    """The agent's executable files, or None when one is not installed."""
    found = []
    for pattern in agent["program"]:
        matches = sorted(glob.glob(str(CACHE / "node" / pattern)))
        if not matches:
            return None
        found.append(matches[0])
    return found


async def check(
    proxy: Proxy, entries: dict[str, Entry], tables: Tables, only: str = ""
) -> list[Result]:
    """All rows of agents.toml, or those of the agents whose id contains `only`."""
    limit = asyncio.Semaphore(PARALLEL)
    jobs = []
    for agent in tables.agents:
        if only not in agent["id"]:
            continue
        argv = program(agent)
        if argv is None:
            reason = f"{agent['package']} has no program for this machine in the npm registry"
            jobs += [skip(agent, row, reason) for row in agent["case"]]
            continue
        jobs += [one(agent, argv, row, proxy, entries, tables, limit) for row in agent["case"]]
    return await asyncio.gather(*jobs)


async def skip(agent: dict, row: dict, reason: str) -> Result:
    return Result(agent["id"], agent["protocol"], row["phase"], model(row), skipped=reason)


def model(row: dict) -> str:
    """The model of a row: `echo`, or a fault."""
    if "entry" not in row:
        return row["model"]
    suffix = f".{row['phase']}" if row["phase"] in ("mid", "first") else ""
    return f"fault.{row['entry']}{suffix}"


async def one(
    agent, argv, row, proxy: Proxy, entries, tables: Tables, limit, spoil=None, tag=""
) -> Result:
    """One agent meets one fault."""
    entry = entries.get(row.get("entry", tables.scenarios["interrupted"]))
    name = model(row)
    request = tables.curl(f"http://{proxy.host}:{proxy.port}", agent["protocol"], name, True)
    result = Result(agent["id"], agent["protocol"], row["phase"], name, request=request)
    if entry is None:
        result.problems.append(Problem("entry", "an entry of the catalog", row.get("entry")))
        return result
    for attempt in range(ATTEMPTS):
        again = "-again" * attempt
        scenario = Scenario(f"{agent['id']}{tag}-{name}{again}", waits="agent", spoil=spoil)
        async with limit:
            run = await start(agent, argv, proxy.base(scenario), name)
        if agent.get("race", "\0") not in run.output:
            break
    result.problems += problems(agent, row, entry, scenario, run)
    return result


async def start(agent: dict, argv: list[str], base: str, name: str) -> Run:
    """Runs the agent in a home of its own and waits for its end."""
    home = Path(tempfile.mkdtemp(prefix="conformance-"))
    words = {"{BASE}": base, "{MODEL}": name, "{HOME}": str(home)}
    try:
        for path, text in agent.get("files", {}).items():
            (home / path).parent.mkdir(parents=True, exist_ok=True)
            (home / path).write_text(text)
        env = {"PATH": os.environ["PATH"], "HOME": str(home), "TMPDIR": str(home)}
        env |= {key: fill(value, words) for key, value in agent["env"].items()}
        (home / "work").mkdir()
        process = await asyncio.create_subprocess_exec(
            *argv, *(fill(arg, words) for arg in agent["args"]),
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.STDOUT,
            env=env,
            cwd=home / "work",
        )  # fmt: skip
        try:
            output, _ = await asyncio.wait_for(process.communicate(), TIMEOUT_S)
        except asyncio.TimeoutError:
            process.kill()
            await process.wait()
            return Run(None, f"still running after {TIMEOUT_S} s")
        return Run(process.returncode, output.decode("utf-8", "replace"))
    finally:
        shutil.rmtree(home, ignore_errors=True)


def fill(text: str, words: dict[str, str]) -> str:
    for word, value in words.items():
        text = text.replace(word, value)
    return text


def problems(agent: dict, row: dict, entry: Entry, wire: Scenario, run: Run) -> list[Problem]:
    """What is not as the row says."""
    found = []
    wanted_exit = row.get("exit", "error")
    if (run.code == 0) != (wanted_exit == "ok"):
        found.append(Problem("exit", wanted_exit, f"{run.code}: {tail(run.output)}"))
    shows = row["shows"]
    text = entry.message if shows == "message" else shows.replace("{status}", str(entry.status))
    if not any(form in run.output for form in spellings(text)):
        found.append(Problem("shows", text, tail(run.output)))
    asked = [s for s in wire.seen if s.method == "POST"]
    if len(asked) != row["requests"]:
        targets = [f"{s.target} -> {s.status}" for s in asked]
        found.append(Problem("requests", row["requests"], f"{len(asked)}: {targets}"))
    if "streams" in row and [s.stream for s in asked] != row["streams"]:
        found.append(Problem("streams", row["streams"], [s.stream for s in asked]))
    return found


def spellings(text: str) -> list[str]:
    """A text as it is, and as JSON text once and twice quoted."""
    forms = [text]
    for _ in range(3):
        forms.append(json.dumps(forms[-1], ensure_ascii=False)[1:-1])
    return forms


def tail(output: str) -> str:
    """The beginning and the end of an agent's output: one of them says what went wrong."""
    return output if len(output) <= 1400 else f"{output[:700]} ... {output[-700:]}"
