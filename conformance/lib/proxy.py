"""The counting proxy between client and gateway.

A client's base address is `http://127.0.0.1:PORT/s/SCENARIO`; what follows is
forwarded. The proxy counts the requests of a scenario, remembers what the
gateway answered, can shorten the waits that an answer asks for, and (only when
the harness proves that it bites) can spoil a good answer on purpose.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from dataclasses import dataclass, field

from . import http1
from .http1 import Message

# The wait, in milliseconds, that replaces whatever the gateway asked for.
SHORT_WAIT_MS = "5"
# A spoiler sets this header to have a whole stream sent in one write.
AT_ONCE = "x-spoilt-at-once"


@dataclass
class Seen:
    """One request and the head of its answer."""

    method: str
    target: str
    stream: bool | None
    status: int | None = None
    headers: dict[str, str] = field(default_factory=dict)
    started: float = 0.0


@dataclass
class Scenario:
    """What one client call looks like from the wire."""

    id: str
    waits: str = "sdk"
    spoil: Callable[[Message], Message] | None = None
    seen: list[Seen] = field(default_factory=list)

    @property
    def last(self) -> Seen | None:
        """The last request that got an answer."""
        return next((s for s in reversed(self.seen) if s.status), None)


class Proxy:
    """Forwards `/s/SCENARIO/...` to the gateway."""

    def __init__(self, gateway: str):
        self.host, self.port, _ = http1.split_url(gateway)
        self.scenarios: dict[str, Scenario] = {}
        self.server: asyncio.Server | None = None
        self.serving: set[asyncio.Task] = set()
        self.url = ""

    async def start(self) -> None:
        """Listens on a free port of the loopback interface."""
        self.server = await asyncio.start_server(
            self.serve, "127.0.0.1", 0, limit=http1.HEAD_LIMIT, backlog=1024
        )
        port = self.server.sockets[0].getsockname()[1]
        self.url = f"http://127.0.0.1:{port}"

    async def stop(self) -> None:
        """Drops what clients left open and stops listening."""
        for task in list(self.serving):
            task.cancel()
        await asyncio.gather(*self.serving, return_exceptions=True)
        self.server.close()

    def base(self, scenario: Scenario) -> str:
        """Registers a scenario and gives the base address for its client."""
        self.scenarios[scenario.id] = scenario
        return f"{self.url}/s/{scenario.id}"

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One client connection; it carries one request."""
        task = asyncio.current_task()
        self.serving.add(task)
        task.add_done_callback(self.serving.discard)
        try:
            request = await http1.read_request(reader)
            if request is not None:
                await self.forward(request, writer)
            writer.close()
        except (ConnectionError, asyncio.IncompleteReadError):
            http1.reset(writer)
        except asyncio.CancelledError:
            writer.transport.abort()

    async def forward(self, request: Message, writer: asyncio.StreamWriter) -> None:
        method, target, _ = request.start.split(" ", 2)
        _, _, name, path = (target.split("/", 3) + ["", "", ""])[:4]
        scenario = self.scenarios.get(name)
        if scenario is None:
            writer.write(b"HTTP/1.1 599 no such scenario\r\ncontent-length: 0\r\n\r\n")
            return
        loop = asyncio.get_running_loop()
        seen = Seen(method, f"/{path}", wants_stream(request, path), started=loop.time())
        scenario.seen.append(seen)
        request.start = f"{method} /{path} HTTP/1.1"
        request.drop("connection", "host", "transfer-encoding", "content-length", "expect")
        request.headers += [("host", f"{self.host}:{self.port}"), ("connection", "close")]
        if request.body or method not in ("GET", "HEAD"):
            request.headers.append(("content-length", str(len(request.body))))
        upstream, up_writer = await asyncio.open_connection(
            self.host, self.port, limit=http1.HEAD_LIMIT
        )
        try:
            up_writer.write(request.head_bytes() + request.body)
            await self.answer(scenario, seen, method, upstream, writer)
        finally:
            up_writer.transport.abort()

    async def answer(self, scenario, seen: Seen, method: str, upstream, writer) -> None:
        head = await http1.read_head(upstream)
        if head is None:
            raise ConnectionResetError
        seen.status = head.status
        seen.headers = {k.lower(): v for k, v in head.headers}
        if scenario.spoil is not None:
            spoilt = scenario.spoil(await whole(head, upstream))
            shorten(spoilt, scenario.waits)
            await send_spoilt(spoilt, method, writer)
            return
        shorten(head, scenario.waits)
        head.drop("connection")
        head.headers.append(("connection", "close"))
        writer.write(head.head_bytes())
        if method == "HEAD":
            return
        # Bytes go on exactly as they came: same framing, same writes, same end.
        while data := await upstream.read(65536):
            writer.write(data)
            await writer.drain()


def wants_stream(request: Message, path: str) -> bool | None:
    """Whether the request asks for a stream; None when that cannot be read."""
    if ":streamGenerateContent" in path:
        return True
    if ":generateContent" in path:
        return False
    try:
        return bool(json.loads(request.body).get("stream"))
    except (ValueError, AttributeError):
        return None


def shorten(head: Message, waits: str) -> None:
    """Replaces the wait an error asks for, so that runs do not have to sleep.

    `sdk`: every error gets a wait of a few milliseconds (it decides only how
    long an SDK sleeps, never whether it asks again). `agent`: only a wait that
    is there is shortened, because for some agents its presence is a decision.
    `keep`: nothing is touched.
    """
    if waits == "keep" or head.status < 400:
        return
    had = head.get("retry-after") is not None
    head.drop("retry-after", "retry-after-ms")
    if waits == "sdk":
        head.headers.append(("retry-after-ms", SHORT_WAIT_MS))
    elif had:
        head.headers.append(("retry-after", "0"))


async def whole(head: Message, upstream: asyncio.StreamReader) -> Message:
    """Reads the answer's body to its end."""
    if "chunked" in (head.get("transfer-encoding") or "").lower():
        head.body = b"".join([chunk async for chunk in http1.chunks(upstream)])
    else:
        head.body = await upstream.read(-1)
    return head


async def send_spoilt(message: Message, method: str, writer: asyncio.StreamWriter) -> None:
    """Sends a changed answer; a stream event by event, as a gateway would."""
    at_once = message.get(AT_ONCE) is not None
    message.drop("connection", "content-length", "transfer-encoding", AT_ONCE)
    message.headers.append(("connection", "close"))
    if "event-stream" not in (message.get("content-type") or ""):
        message.headers.append(("content-length", str(len(message.body))))
        writer.write(message.head_bytes() + (b"" if method == "HEAD" else message.body))
        await writer.drain()
        return
    message.headers.append(("transfer-encoding", "chunked"))
    writer.write(message.head_bytes())
    parts = [message.body] if at_once else events_apart(message.body)
    for part in parts:
        writer.write(b"%x\r\n%s\r\n" % (len(part), part))
        await writer.drain()
        await asyncio.sleep(0.01)
    writer.write(b"0\r\n\r\n")
    await writer.drain()


def events_apart(body: bytes) -> list[bytes]:
    """A stream's events, each with its blank line; raw JSON behind them stays bare."""
    parts = [part for part in body.split(b"\n\n") if part]
    return [part if part.startswith(b"{") else part + b"\n\n" for part in parts]
