"""The command line: which parts run, in which order, and what is printed."""

from __future__ import annotations

import argparse
import asyncio
import time

from . import (
    agents,
    catalog,
    engine,
    gateway,
    install,
    matrix,
    prove,
    raw_errors,
    raw_framework,
    raw_streams,
    raw_upstream,
    report,
)
from .proxy import Proxy
from .report import Problem, Result
from .tables import Tables

GROUPS = ("py", "node", "cli", "raw")
DRIVERS = {"py": ("py", "py-alt"), "node": ("v7", "v6")}


def main() -> int:
    """Reads the flags and runs."""
    args = arguments()
    groups = set(args.only or GROUPS)
    # Every SDK is a witness when the harness proves that it bites.
    install.ensure(groups | {"py", "node"} if args.prove else groups)
    if args.install:
        return 0
    return asyncio.run(run(args, groups))


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="conformance/run", description=__doc__)
    parser.add_argument("--gateway", metavar="URL", help="use one that runs already")
    parser.add_argument("--only", action="append", choices=GROUPS, help="repeatable")
    parser.add_argument("--quick", action="store_true", help="one entry per status and advice")
    parser.add_argument("--prove", action="store_true", help="spoil answers: it must notice")
    parser.add_argument("--client", help="only clients whose id contains this")
    parser.add_argument("--failures", type=int, default=40, help="how many to print in full")
    parser.add_argument("--install", action="store_true", help="install the clients and stop")
    return parser.parse_args()


async def run(args: argparse.Namespace, groups: set[str]) -> int:
    """Starts the gateway unless one is given, and ends it whatever happens."""
    process = None
    url = args.gateway
    if url is None:
        process, url = await gateway.start()
    try:
        return await checks(args, groups, url.rstrip("/"))
    finally:
        if process is not None:
            await gateway.stop(process)


async def checks(args: argparse.Namespace, groups: set[str], url: str) -> int:
    """All parts that were asked for, then the report."""
    started = time.monotonic()
    tables = Tables()
    listed = catalog.entries(await gateway.get_json(url, "/errors"), tables)
    entries = {entry.key: entry for entry in listed}
    proxy = Proxy(url)
    await proxy.start()
    try:
        results = list(await raw_errors.learn_messages(url, listed, tables))
        results += unknown(tables, entries)
        if args.prove:
            results = await prove.check(proxy, entries, tables, "cli" in groups)
        else:
            results += await parts(args, groups, url, proxy, entries, tables)
    finally:
        await proxy.stop()
    whole = not (args.quick or args.client or args.prove) and groups == set(GROUPS)
    finish(results, tables, args.failures, whole)
    print(f"\n{len(entries)} entries, {time.monotonic() - started:.0f} s")
    return report.conclude(results)


async def parts(args, groups, url, proxy, entries, tables) -> list[Result]:
    """Raw checks, clients and agents, one after the other: each fills the machine."""
    results: list[Result] = []
    if "raw" in groups and (args.client or "raw") in "raw":
        results += await raw_errors.check(url, list(entries.values()), tables)
        results += await raw_errors.notices(url, list(entries.values()), tables)
        results += await raw_streams.check(url, entries, tables, args.quick)
        results += await raw_framework.check(url, entries, tables)
        results += await upstreams(args, entries, tables)
    drivers = [d for group, names in DRIVERS.items() if group in groups for d in names]
    cases = [
        case
        for case in matrix.cases(tables, entries, args.quick)
        if case.client["driver"] in drivers and (args.client or "") in case.client["id"]
    ]
    if cases:
        results += await engine.run_cases(cases, proxy, tables)
    if "cli" in groups:
        results += await agents.check(proxy, entries, tables, args.client or "")
    return results


async def upstreams(args, entries, tables) -> list[Result]:
    """Needs a second gateway, which only a run that starts its own can have."""
    if args.gateway is None:
        broken = await raw_upstream.check(entries, tables)
        return [*broken, *await raw_upstream.failover(tables)]
    reason = "a gateway was given with --gateway, so none is started before a broken upstream"
    return [Result("raw", "-", "upstream", "all rows", skipped=reason)]


def unknown(tables: Tables, entries) -> list[Result]:
    """Keys of the tables that the catalog lacks: one failure each."""
    return [
        Result("tables", "-", "keys", key, [Problem("entry", "an entry of the catalog", None)])
        for key in matrix.unknown_keys(tables, entries)
    ]


def finish(results: list[Result], tables: Tables, failures: int, whole: bool) -> None:
    """Excuses what is documented, then prints everything but the last line."""
    stale = report.excuse(results, tables.exceptions)
    if whole:
        for row in stale:
            problem = Problem("exception", "still needed", row)
            results.append(Result("tables", "-", "exceptions", row["client"], [problem]))
    report.print_failures(results, failures)
    report.print_table(results)
    report.print_excuses(results)
    report.print_summary(results)
    report.print_skips(results)
