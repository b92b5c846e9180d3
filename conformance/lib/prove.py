"""Proves that the harness bites: spoilt answers must be reported.

Each spoilt answer is held against the same answer unspoilt, so that a gateway
which fails anyway cannot make a blind check look sharp.
"""

from __future__ import annotations

import asyncio

from . import agents, engine, raw, raw_framework, report
from .matrix import Case
from .proxy import Proxy, Scenario
from .raw_errors import answer_problems
from .raw_streams import read_stream
from .report import Problem, Result
from .spoil import SPOILERS
from .tables import Tables


async def check(proxy: Proxy, entries: dict, tables: Tables, with_agents: bool) -> list[Result]:
    """Each row of prove.toml: one result per client (or the raw checks) that must notice."""
    agent_ids = {agent["id"] for agent in tables.agents}
    everyone = [(row, name) for row in tables.prove for name in row["noticed_by"]]
    kinds = {
        "raw": ([w for w in everyone if w[1] == "raw"], raw_seen),
        "agents": ([w for w in everyone if w[1] in agent_ids], agents_seen),
        "clients": ([w for w in everyone if w[1] not in agent_ids | {"raw"}], clients_seen),
    }
    if not with_agents:
        kinds.pop("agents")
    results = []
    for watchers, see in kinds.values():
        good = await see(watchers, False, proxy, entries, tables)
        spoilt = await see(watchers, True, proxy, entries, tables)
        report.excuse([*good, *spoilt], tables.exceptions)
        results += [verdict(row, *pair) for (row, _), *pair in zip(watchers, good, spoilt)]
    return results


def verdict(row: dict, good: Result, spoilt: Result) -> Result:
    """Failed when the spoilt answer was reported no differently from the good one."""
    name = f"{row['spoil']} ({row['phase']})"
    result = Result(spoilt.client, row["protocol"], "prove", name, request=spoilt.request)
    result.skipped = spoilt.skipped
    known = {str(problem.field) for problem in good.problems}
    if not any(p.excuse is None and p.field not in known for p in spoilt.problems):
        result.problems.append(Problem("noticed", f"a failure for {row['spoil']}", "none"))
    return result


def model(row: dict) -> str:
    return f"fault.{row['entry']}.mid" if row["phase"] == "mid" else f"fault.{row['entry']}"


async def clients_seen(watchers, spoil: bool, proxy, entries, tables) -> list[Result]:
    """The SDKs: streaming inside streams, else without."""
    cases = [client_case(row, name, entries, tables) for row, name in watchers]
    spoilers = [SPOILERS[row["spoil"]] for row, _ in watchers] if spoil else None
    return await engine.run_cases(cases, proxy, tables, spoilers)


def client_case(row: dict, name: str, entries: dict, tables: Tables) -> Case:
    """The call of one client that must notice; a name may end in `:surface`."""
    ident, _, surface = name.partition(":")
    client = next(c for c in tables.clients if c["id"] == ident)
    surfaces = client["surfaces"][row["protocol"]]
    stream = row["phase"] == "mid"
    surface = surface or surfaces["stream" if stream else "plain"][0]
    entry = entries[row["entry"]]
    return Case(client, row["protocol"], surface, stream, row["phase"], model(row), entry)


async def agents_seen(watchers, spoil: bool, proxy, entries, tables) -> list[Result]:
    """The agents, each with the row of its own table for this entry and phase."""
    limit = asyncio.Semaphore(agents.PARALLEL)
    jobs = []
    for number, (row, name) in enumerate(watchers):
        agent = next(a for a in tables.agents if a["id"] == name)
        wanted = (row["entry"], row["phase"])
        case = next(c for c in agent["case"] if (c.get("entry"), c["phase"]) == wanted)
        argv = agents.program(agent)
        if argv is None:
            jobs.append(agents.skip(agent, case, f"{agent['package']} is not installed"))
            continue
        change = SPOILERS[row["spoil"]] if spoil else None
        jobs.append(
            agents.one(agent, argv, case, proxy, entries, tables, limit, change, f"{spoil}{number}")
        )
    return await asyncio.gather(*jobs)


async def raw_seen(watchers, spoil: bool, proxy, entries, tables) -> list[Result]:
    """The raw checks, through the spoiling proxy."""
    jobs = [
        raw_result(
            Scenario(f"raw-{spoil}-{number}", waits="keep"), row, spoil, proxy, entries, tables
        )
        for number, (row, _) in enumerate(watchers)
    ]
    return await asyncio.gather(*jobs)


async def raw_result(scenario: Scenario, row: dict, spoil: bool, proxy, entries, tables) -> Result:
    scenario.spoil = SPOILERS[row["spoil"]] if spoil else None
    base = proxy.base(scenario)
    result = Result("raw", row["protocol"], row["phase"], row.get("entry", row["spoil"]))
    if row["phase"] == "framework":
        check = next(c for c in tables.framework if c["name"] == row["check"])
        result.problems = (await raw_framework.row_result(base, check, entries, tables)).problems
        return result
    stream = row["phase"] == "mid"
    path, body = tables.path_and_body(row["protocol"], model(row), stream)
    answer = await raw.ask(base, "POST", path, body)
    judge = read_stream if stream else answer_problems
    result.problems = judge(answer, row["protocol"], entries[row["entry"]], tables)
    return result
