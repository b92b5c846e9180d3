"""Asking the gateway without any client, and remembering every byte and chunk."""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass, field

from . import http1
from .http1 import Message

TIMEOUT_S = 20
KEY = "conformance-key"


@dataclass
class Answer:
    """A whole answer: head, body, the chunks with their times, and how it ended."""

    head: Message
    body: bytes = b""
    chunks: list[tuple[float, bytes]] = field(default_factory=list)
    ending: str = "complete"

    @property
    def status(self) -> int:
        return self.head.status

    def json(self) -> object:
        """The body as JSON, or None when it is none."""
        try:
            return json.loads(self.body)
        except ValueError:
            return None


async def ask(
    base: str,
    method: str,
    path: str,
    body: bytes | str = b"",
    headers: dict[str, str] | None = None,
    key: str | None = KEY,
) -> Answer:
    """One request on a connection of its own."""
    async with asyncio.timeout(TIMEOUT_S):
        return await exchange(base, method, path, body, headers, key)


async def exchange(base, method, path, body, headers, key) -> Answer:
    host, port, prefix = http1.split_url(base)
    data = body.encode() if isinstance(body, str) else body
    lines = {"host": f"{host}:{port}", "connection": "close"}
    if key is not None:
        lines["authorization"] = f"Bearer {key}"
    if method not in ("GET", "HEAD"):
        lines |= {"content-type": "application/json", "content-length": str(len(data))}
    lines |= headers or {}
    reader, writer = await connect(host, port)
    try:
        request = Message(f"{method} {prefix}{path} HTTP/1.1", list(lines.items()))
        writer.write(request.head_bytes() + data)
        return await read_answer(reader, method)
    finally:
        writer.transport.abort()


class Reader(asyncio.StreamReader):
    """Keeps what was received before a reset: the answer may be complete all the same."""

    failed: Exception | None = None

    def set_exception(self, exc: Exception) -> None:
        self.failed = exc
        self.feed_eof()


async def connect(host: str, port: int) -> tuple[Reader, asyncio.StreamWriter]:
    loop = asyncio.get_running_loop()
    reader = Reader(limit=http1.HEAD_LIMIT, loop=loop)
    protocol = asyncio.StreamReaderProtocol(reader, loop=loop)
    transport, _ = await loop.create_connection(lambda: protocol, host, port)
    return reader, asyncio.StreamWriter(transport, protocol, reader, loop)


async def read_answer(reader: Reader, method: str) -> Answer:
    head = await http1.read_head(reader)
    if head is None:
        raise ConnectionResetError("closed before any answer")
    answer = Answer(head)
    loop = asyncio.get_running_loop()
    if "chunked" in (head.get("transfer-encoding") or "").lower() and method != "HEAD":
        try:
            async for chunk in http1.chunks(reader):
                answer.chunks.append((loop.time(), chunk))
        except asyncio.IncompleteReadError:
            answer.ending = "reset" if reader.failed else "cut"
        answer.body = b"".join(chunk for _, chunk in answer.chunks)
        return answer
    answer.body = await reader.read(-1)
    length = head.get("content-length")
    if length and method != "HEAD" and int(length) != len(answer.body):
        answer.ending = "reset" if reader.failed else "cut"
    return answer


@dataclass
class Event:
    """One server-sent event: its name and its data lines joined."""

    name: str | None
    data: str


def events(body: bytes) -> tuple[list[Event], bytes, list[str]]:
    """A stream's events, the bytes behind the last blank line, and its comments.

    Written against the SSE specification and independent of the gateway's own
    reader: line ends are LF, CRLF or CR.
    """
    text = body.decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n")
    *blocks, tail = text.split("\n\n")
    found, comments = [], []
    for block in blocks:
        name, data = None, []
        for line in block.split("\n"):
            key, _, value = line.partition(":")
            value = value.removeprefix(" ")
            if key == "" and line:
                comments.append(line)
            elif key == "event":
                name = value
            elif key == "data":
                data.append(value)
        if data:
            found.append(Event(name, "\n".join(data)))
    return found, tail.encode(), comments
