"""Asking the gateway without any client, and remembering every byte and chunk."""

from __future__ import annotations

import asyncio
import contextlib
import json
import socket
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
    request = Message(f"{method} {prefix}{path} HTTP/1.1", list(lines.items()))
    loop = asyncio.get_running_loop()
    with socket.create_connection((host, port)) as connection:
        connection.setblocking(False)
        reader = Reader(limit=http1.HEAD_LIMIT, loop=loop)
        sending = loop.create_task(send(connection, request.head_bytes() + data))
        receiving = loop.create_task(reader.receive(connection))
        try:
            return await read_answer(reader, method)
        finally:
            for task in (sending, receiving):
                task.cancel()
            await asyncio.gather(sending, receiving, return_exceptions=True)


async def send(connection: socket.socket, data: bytes) -> None:
    """Sends for as long as the other side reads: it may answer and close before it has read all.

    A stream of asyncio would give up the whole connection then, and with it an answer that the
    system has received already.
    """
    with contextlib.suppress(ConnectionError):
        await asyncio.get_running_loop().sock_sendall(connection, data)


class Reader(asyncio.StreamReader):
    """Keeps what was received before a reset: the answer may be complete all the same."""

    failed: Exception | None = None

    async def receive(self, connection: socket.socket) -> None:
        loop = asyncio.get_running_loop()
        try:
            while data := await loop.sock_recv(connection, 1 << 16):
                self.feed_data(data)
        except ConnectionError as error:
            self.failed = error
        self.feed_eof()


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
