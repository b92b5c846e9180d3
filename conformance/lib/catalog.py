"""The catalog as the running gateway publishes it, and what follows for a client."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .tables import Tables, by_status


@dataclass
class Entry:
    """One entry of `GET /errors` and what the harness expects because of it."""

    key: str
    code: str | None
    type: str
    status: int
    notice: bool
    template: str
    params: list[dict]
    should_retry: bool
    wait: float | None
    raw: dict
    # Filled from the gateway's own answer: the text with its example values.
    message: str = ""

    def gemini_code(self, tables: Tables) -> str:
        """The reason of the ErrorInfo."""
        return tables.wire["gemini_reason_of"].get(self.key, self.key.upper())

    def type_in(self, protocol: str, tables: Tables) -> str | None:
        """The type (for Gemini: the canonical status) of the entry in a protocol."""
        if protocol == "anthropic-messages":
            own = tables.wire["anthropic_type_of"].get(self.key)
            return own or by_status(tables.wire["anthropic_type"], self.status)
        if protocol.startswith("gemini"):
            own = tables.wire["gemini_status_of"].get(self.key)
            return own or by_status(tables.wire["gemini_status"], self.status)
        return self.type

    def code_in(self, protocol: str, tables: Tables) -> str | None:
        """How the entry's code is spelt in a protocol."""
        return self.gemini_code(tables) if protocol.startswith("gemini") else self.code

    def matches_template(self, message: str) -> bool:
        """Whether a message is the template with this entry's example values."""
        examples = {p["name"]: p for p in self.params}
        pattern = ""
        for piece in re.split(r"(\{@?[a-z0-9_]+\})", self.template):
            name = piece[1:-1] if piece.startswith("{") and piece.endswith("}") else None
            if name is None:
                pattern += re.escape(piece)
            elif name in examples and examples[name].get("type") in ("string", "int", "enum"):
                pattern += re.escape(str(examples[name]["example"]))
            else:
                pattern += ".+?"
        return re.fullmatch(pattern, message, re.DOTALL) is not None


def advice(raw: dict, limit: int) -> tuple[bool, float | None]:
    """Whether a client should ask again, and after how many seconds.

    A wait that is longer than Retry-After may say counts as "do not".
    """
    if raw.get("retry") not in ("now", "after") or raw.get("retry_until"):
        return False, None
    wait = raw.get("retry_delay_s")
    return wait is None or wait <= limit, wait


def entries(listing: dict, tables: Tables) -> list[Entry]:
    """All entries of a `GET /errors` answer, in its order."""
    if not isinstance(listing, dict) or not listing.get("entries"):
        raise SystemExit(
            "GET /errors does not list the catalog's entries: nothing to check against"
        )
    limit = tables.wire["retry_after"]["max"]
    found = []
    for raw in listing["entries"]:
        should_retry, wait = advice(raw, limit)
        found.append(
            Entry(
                key=raw["key"],
                code=raw.get("code"),
                type=raw.get("type"),
                status=raw.get("http_status") or 400,
                notice=raw.get("kind") == "notice" or raw.get("http_status") == 200,
                template=raw.get("message") or "",
                params=raw.get("params") or [],
                should_retry=should_retry,
                wait=wait,
                raw=raw,
            )
        )
    return found
