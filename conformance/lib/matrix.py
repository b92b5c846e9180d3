"""Which cases there are: client × protocol × surface × fault."""

from __future__ import annotations

from dataclasses import dataclass

from .catalog import Entry
from .tables import Tables


@dataclass
class Case:
    """One call of one client."""

    client: dict
    protocol: str
    surface: str
    stream: bool
    phase: str
    model: str
    entry: Entry | None

    @property
    def name(self) -> str:
        """The model and the surface: enough to tell a client's cases apart."""
        return f"{self.model} {self.surface}"

    def order(self, id: str, base: str) -> dict:
        """The case as a driver reads it."""
        return {
            "id": id,
            "family": self.client["family"],
            "protocol": self.protocol,
            "surface": self.surface,
            "base": base,
            "model": self.model,
            "key": "conformance-key",
            "retries": 1,
        }


def cases(tables: Tables, entries: dict[str, Entry], quick: bool) -> list[Case]:
    """Every case of every client."""
    chosen = sample(entries) if quick else list(entries.values())
    found: list[Case] = []
    for client in tables.clients:
        for protocol, surfaces in client["surfaces"].items():
            add = Adder(client, protocol, surfaces, found)
            add.echo()
            add.http(chosen, pick(entries, tables.scenarios["surfaces"]))
            add.streams(tables, entries)
    return found


class Adder:
    """Collects the cases of one client and protocol."""

    def __init__(self, client: dict, protocol: str, surfaces: dict, into: list[Case]):
        self.client, self.protocol, self.into = client, protocol, into
        self.plain, self.stream = surfaces["plain"], surfaces["stream"]

    def add(self, surface: str, phase: str, model: str, entry: Entry | None) -> None:
        stream = surface in self.stream
        self.into.append(Case(self.client, self.protocol, surface, stream, phase, model, entry))

    def echo(self) -> None:
        """The good path: it shows that a later failure is not the driver's."""
        for surface in [*self.plain, *self.stream]:
            self.add(surface, "echo", "echo", None)

    def http(self, chosen: list[Entry], everywhere: list[Entry]) -> None:
        """Errors before anything is sent: all entries, and some on every surface."""
        for entry in chosen:
            phase = "notice" if entry.notice else "http"
            self.add(self.plain[0], phase, f"fault.{entry.key}", entry)
            self.add(self.stream[0], phase, f"fault.{entry.key}", entry)
        for entry in everywhere:
            for surface in [*self.plain[1:], *self.stream[1:]]:
                self.add(surface, "http", f"fault.{entry.key}", entry)

    def streams(self, tables: Tables, entries: dict[str, Entry]) -> None:
        """Failures at the beginning, in the middle and at the end of streams."""
        wanted = tables.scenarios
        for entry in pick(entries, wanted["mid"]):
            for surface in self.stream:
                self.add(surface, "mid", f"fault.{entry.key}.mid", entry)
        for entry in pick(entries, wanted["first"]):
            for surface in self.stream:
                self.add(surface, "first", f"fault.{entry.key}.first", entry)
        for ending in wanted["endings"]:
            for entry in pick(entries, [wanted["interrupted"]]):
                for surface in self.stream:
                    self.add(surface, "ending", f"fault.{ending}", entry)
                self.add(self.plain[0], "http", f"fault.{ending}", entry)


def pick(entries: dict[str, Entry], keys: list[str]) -> list[Entry]:
    """The entries of these keys; unknown ones are reported once elsewhere."""
    return [entries[key] for key in keys if key in entries]


def unknown_keys(tables: Tables, entries: dict[str, Entry]) -> list[str]:
    """Keys that the tables name and the catalog does not have."""
    wanted = tables.scenarios
    named = [*wanted["surfaces"], *wanted["mid"], *wanted["first"], wanted["interrupted"]]
    for agent in tables.agents:
        named += [row["entry"] for row in agent["case"] if "entry" in row]
    return sorted({key for key in named if key not in entries})


def sample(entries: dict[str, Entry]) -> list[Entry]:
    """One entry per status and retry advice."""
    first: dict[tuple, Entry] = {}
    for entry in entries.values():
        first.setdefault((entry.status, entry.should_retry, entry.notice), entry)
    return list(first.values())
