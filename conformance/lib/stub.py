"""An upstream that always gives the same answer."""

from __future__ import annotations

import asyncio
import re

from . import http1
from .http1 import Message

PAUSE_S = 0.03


class Stub:
    """Answers every request with what `row` says."""

    def __init__(self) -> None:
        self.row: dict = {}
        self.asked = 0
        self.url = ""
        self.server: asyncio.Server | None = None

    async def start(self) -> None:
        """Listens on a free port of the loopback interface."""
        self.server = await asyncio.start_server(self.serve, "127.0.0.1", 0)
        port = self.server.sockets[0].getsockname()[1]
        self.url = f"http://127.0.0.1:{port}"

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            if await http1.read_request(reader) is not None:
                self.asked += 1
                body = self.row["body"].encode()
                head = Message(f"HTTP/1.1 {self.row['upstream_status']} Stub")
                head.headers = [
                    ("content-type", self.row["content_type"]),
                    ("content-length", str(len(body))),
                    ("connection", "close"),
                ]
                writer.write(head.head_bytes())
                # Events one by one: what comes in one piece may still fail over.
                for part in re.split(rb"(?<=\n\n)", body):
                    writer.write(part)
                    await writer.drain()
                    await asyncio.sleep(PAUSE_S)
            writer.close()
        except (ConnectionError, asyncio.IncompleteReadError):
            http1.reset(writer)
        except asyncio.CancelledError:
            writer.transport.abort()
