"""The committed tables of `expect/`, and the look-ups that they share."""

from __future__ import annotations

import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CACHE = ROOT / ".cache"


def load(name: str) -> dict:
    """One table file by its name without ending."""
    with open(ROOT / "expect" / f"{name}.toml", "rb") as file:
        return tomllib.load(file)


def by_status(table: dict, status: int):
    """The row of a status, else the one of its class."""
    return table.get(str(status), table.get(f"{status // 100}xx"))


class Tables:
    """All tables, read once."""

    def __init__(self) -> None:
        self.clients = load("clients")["client"]
        self.classes = load("classes")
        self.retries = load("retries")
        self.wire = load("wire")
        self.scenarios = load("scenarios")
        self.exceptions = load("exceptions").get("exception", [])
        self.framework = load("framework")["check"]
        self.upstream = load("upstream")
        self.agents = load("agents")["agent"]
        self.prove = load("prove")["spoil"]

    def path_and_body(self, protocol: str, model: str, stream: bool) -> tuple[str, str]:
        """How to ask a protocol's route for a model."""
        row = self.wire["protocol"][protocol]
        path = row.get("stream_path", row["path"]) if stream else row["path"]
        body = row["body"].replace("STREAM", "true" if stream else "false")
        return path.replace("MODEL", model), body.replace("MODEL", model)

    def curl(self, base: str, protocol: str, model: str, stream: bool) -> str:
        """The same request for a shell."""
        path, body = self.path_and_body(protocol, model, stream)
        return (
            f"curl -iN '{base}{path}' -H 'authorization: Bearer k'"
            f" -H 'content-type: application/json' -d '{body}'"
        )
