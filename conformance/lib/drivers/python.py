"""Runs cases with the Python clients: a case per input line, an observation per output line.

Started by the harness with the interpreter of the installed clients. Which
modules exist decides which clients can be driven; the harness only sends cases
of clients it installed.
"""

from __future__ import annotations

import asyncio
import concurrent.futures
import importlib
import json
import sys
import threading
import time
import warnings

# A driver module per family: CALLS maps (protocol, surface) to a function that
# yields the text it receives, describe() reads an exception's public fields.
FAMILIES = {
    "openai": "drive_openai",
    "anthropic": "drive_anthropic",
    "genai": "drive_genai",
    "langchain": "drive_langchain",
}
LOCK = threading.Lock()


def run(case: dict) -> dict:
    """Drives one case and reports what was seen, whatever happens."""
    family = importlib.import_module(FAMILIES[case["family"]])
    call = family.CALLS[(case["protocol"], case["surface"])]
    seen: dict = {"id": case["id"], "texts": []}
    started = time.monotonic()
    try:
        result = call(case)
        if hasattr(result, "__aiter__"):
            asyncio.run(collect(result, seen["texts"]))
        else:
            for text in result:
                seen["texts"].append(text)
        seen["outcome"] = "ok"
    except Exception as error:  # noqa: BLE001 - whatever a client raises is the observation
        seen["outcome"] = "error"
        seen["classes"] = [cls.__name__ for cls in type(error).__mro__]
        seen["text"] = str(error)
        seen.update(family.describe(error))
    seen["seconds"] = round(time.monotonic() - started, 3)
    return seen


async def collect(parts, into: list) -> None:
    async for text in parts:
        into.append(text)


def main() -> None:
    warnings.simplefilter("ignore")
    workers = int(sys.argv[1])

    def work(line: str) -> None:
        observation = json.dumps(run(json.loads(line)), default=str)
        with LOCK:
            sys.stdout.write(observation + "\n")
            sys.stdout.flush()

    with concurrent.futures.ThreadPoolExecutor(workers) as pool:
        for future in [pool.submit(work, line) for line in sys.stdin if line.strip()]:
            future.result()


if __name__ == "__main__":
    main()
