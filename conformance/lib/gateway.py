"""Builds and starts the example gateway."""

from __future__ import annotations

import asyncio
import json
import re

from . import http1
from .tables import ROOT

START_S = 900


async def start(*flags: str) -> tuple[asyncio.subprocess.Process, str]:
    """The example gateway on a free port: its process and its address.

    `flags` are added to its command line.
    """
    process = await asyncio.create_subprocess_exec(
        "cargo", "run", "--quiet", "--example", "gateway", "--", "--listen", "127.0.0.1:0", *flags,
        cwd=ROOT.parent,
        stdout=asyncio.subprocess.PIPE,
    )  # fmt: skip
    try:
        line = await asyncio.wait_for(process.stdout.readline(), START_S)
    except asyncio.TimeoutError:
        line = b""
    found = re.search(r"listening on (http://\S+)", line.decode())
    if found is None:
        await stop(process)
        raise SystemExit(f"the example gateway did not start; it said: {line.decode()!r}")
    asyncio.create_task(drain(process.stdout))
    return process, found.group(1)


async def drain(stream: asyncio.StreamReader) -> None:
    """Reads on, so that the gateway never waits for its own output."""
    while await stream.read(65536):
        pass


async def stop(process: asyncio.subprocess.Process) -> None:
    """Ends a gateway that this harness started."""
    if process.returncode is None:
        process.terminate()
        await process.wait()


async def get_json(gateway: str, path: str) -> dict:
    """One JSON answer of the gateway."""
    host, port, _ = http1.split_url(gateway)
    reader, writer = await asyncio.open_connection(host, port, limit=http1.HEAD_LIMIT)
    writer.write(
        f"GET {path} HTTP/1.1\r\nhost: {host}:{port}\r\nconnection: close\r\n\r\n".encode()
    )
    head = await http1.read_head(reader)
    if "chunked" in (head.get("transfer-encoding") or ""):
        body = b"".join([chunk async for chunk in http1.chunks(reader)])
    else:
        body = await reader.read(-1)
    writer.close()
    if head.status != 200:
        raise SystemExit(f"GET {path} answered {head.start}: {body[:300]!r}")
    return json.loads(body)
