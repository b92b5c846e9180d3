"""Just enough HTTP/1.1 for the counting proxy and the raw checks.

An ordinary client library would hide exactly what has to be seen here: which
bytes came in which chunk, whether a body was finished or cut, and how a
connection ended.
"""

from __future__ import annotations

import asyncio
import socket
import struct
from dataclasses import dataclass, field

HEAD_LIMIT = 256 * 1024


@dataclass
class Message:
    """A request or a response; `start` is its first line."""

    start: str
    headers: list[tuple[str, str]] = field(default_factory=list)
    body: bytes = b""

    def get(self, name: str) -> str | None:
        """The first value of a header, whatever its case."""
        name = name.lower()
        return next((v for k, v in self.headers if k.lower() == name), None)

    def all(self, name: str) -> list[str]:
        """Every value of a header, in order."""
        name = name.lower()
        return [v for k, v in self.headers if k.lower() == name]

    def drop(self, *names: str) -> None:
        """Removes headers by name."""
        gone = {n.lower() for n in names}
        self.headers = [(k, v) for k, v in self.headers if k.lower() not in gone]

    @property
    def status(self) -> int:
        """The status of a response."""
        return int(self.start.split(" ")[1])

    def head_bytes(self) -> bytes:
        """First line and headers as they go over the wire."""
        lines = [self.start, *(f"{k}: {v}" for k, v in self.headers)]
        return ("\r\n".join(lines) + "\r\n\r\n").encode("latin-1")


async def read_head(reader: asyncio.StreamReader) -> Message | None:
    """Reads a first line and headers; None when the peer closed before any byte."""
    try:
        raw = await reader.readuntil(b"\r\n\r\n")
    except asyncio.IncompleteReadError as error:
        if error.partial:
            raise
        return None
    lines = raw.decode("latin-1").split("\r\n")
    pairs = [line.partition(":") for line in lines[1:] if line]
    return Message(lines[0], [(k, v.strip()) for k, _, v in pairs])


async def read_request(reader: asyncio.StreamReader) -> Message | None:
    """Reads a whole request, its body by length or chunks."""
    message = await read_head(reader)
    if message is None:
        return None
    if (length := message.get("content-length")) is not None:
        message.body = await reader.readexactly(int(length))
    elif "chunked" in (message.get("transfer-encoding") or "").lower():
        message.body = b"".join([chunk async for chunk in chunks(reader)])
    return message


async def chunks(reader: asyncio.StreamReader):
    """Yields the chunks of a chunked body; raises IncompleteReadError when it is cut."""
    while True:
        line = await reader.readuntil(b"\r\n")
        size = int(line.split(b";")[0], 16)
        data = await reader.readexactly(size) if size else b""
        await reader.readuntil(b"\r\n")
        if not size:
            return
        yield data


def reset(writer: asyncio.StreamWriter) -> None:
    """Ends a connection with a TCP reset instead of an orderly close."""
    sock = writer.get_extra_info("socket")
    if sock is not None and not writer.transport.is_closing():
        linger = struct.pack("ii", 1, 0)
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
    writer.transport.abort()


def split_url(url: str) -> tuple[str, int, str]:
    """`http://host:port/path` as its three parts."""
    rest = url.removeprefix("http://")
    authority, _, path = rest.partition("/")
    host, _, port = authority.partition(":")
    return host, int(port or 80), f"/{path}" if path else ""
