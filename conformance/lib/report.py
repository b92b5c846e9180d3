"""What came out: results, the table, and the two last lines."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field

WORDS = ("passed", "failed", "exception", "skipped")


@dataclass
class Problem:
    """One thing that is not as expected."""

    field: str
    expected: object
    seen: object
    excuse: str | None = None

    def __str__(self) -> str:
        return f"{self.field}: expected {short(self.expected)}, saw {short(self.seen)}"


@dataclass
class Result:
    """What became of one case."""

    client: str
    protocol: str
    phase: str
    name: str
    problems: list[Problem] = field(default_factory=list)
    request: str = ""
    skipped: str | None = None

    @property
    def word(self) -> str:
        if self.skipped:
            return "skipped"
        if any(p.excuse is None for p in self.problems):
            return "failed"
        return "exception" if self.problems else "passed"


def short(value: object, limit: int = 400) -> str:
    """A value for one line of output."""
    text = repr(value)
    return text if len(text) <= limit else f"{text[:limit]}… ({len(text)} characters)"


def excuse(results: list[Result], rows: list[dict]) -> list[dict]:
    """Marks the problems that the table of exceptions explains; returns the rows not needed."""
    used: set[int] = set()
    for result in results:
        for problem in result.problems:
            for number, row in enumerate(rows):
                if applies(row, result, problem):
                    problem.excuse = row["reason"]
                    used.add(number)
                    break
    return [row for number, row in enumerate(rows) if number not in used]


def applies(row: dict, result: Result, problem: Problem) -> bool:
    """Whether a row of the table of exceptions is about this problem."""
    for name in ("client", "protocol", "phase"):
        if row.get(name) not in (None, getattr(result, name)):
            return False
    key = result.name.split(".")[1] if result.name.startswith("fault.") else result.name
    if "entries" in row and key.split(" ")[0] not in row["entries"]:
        return False
    if row.get("surface") not in (None, result.name.rpartition(" ")[2]):
        return False
    if row["field"] != problem.field:
        return False
    wanted, seen = str(row["seen"]), str(problem.seen)
    return seen.startswith(wanted[:-1]) if wanted.endswith("*") else seen == wanted


def print_failures(results: list[Result], limit: int) -> None:
    """Every failure with what was expected, what was seen and a request to repeat it."""
    failed = [r for r in results if r.word == "failed"]
    for result in failed[:limit]:
        print(f"\nFAILED {result.client} · {result.protocol} · {result.phase} · {result.name}")
        for problem in result.problems:
            print(f"  {problem}" + (f"  (excused: {problem.excuse})" if problem.excuse else ""))
        if result.request:
            print(f"  repeat: {result.request}")
    if len(failed) > limit:
        print(f"\n... and {len(failed) - limit} more failures (--failures N shows more)")


def print_summary(results: list[Result]) -> None:
    """Failures of many cases in few lines: by client, protocol, phase and field."""
    groups: dict[tuple, list[str]] = defaultdict(list)
    for result in results:
        if result.word == "failed":
            fields = ",".join(sorted({p.field for p in result.problems if not p.excuse}))
            groups[(result.client, result.protocol, result.phase, fields)].append(result.name)
    if groups:
        print("\nFailures by kind:")
    for (client, protocol, phase, fields), names in sorted(groups.items()):
        some = ", ".join(names[:4]) + (", ..." if len(names) > 4 else "")
        print(f"  {len(names):4} {client} · {protocol} · {phase} · {fields}: {some}")


def print_table(results: list[Result]) -> None:
    """Client × protocol × phase, with counts."""
    table: dict[tuple, Counter] = defaultdict(Counter)
    for result in results:
        table[(result.client, result.protocol, result.phase)][result.word] += 1
    print(f"\n{'client':<22}{'protocol':<20}{'phase':<12}" + "".join(f"{w:>10}" for w in WORDS))
    for key in sorted(table):
        counts = "".join(f"{table[key][word] or '·':>10}" for word in WORDS)
        print(f"{key[0]:<22}{key[1]:<20}{key[2]:<12}{counts}")


def print_excuses(results: list[Result]) -> None:
    """Which exceptions were used, how often."""
    used = Counter(
        (r.client, r.protocol, r.phase, p.field, p.excuse)
        for r in results
        for p in r.problems
        if p.excuse
    )
    if used:
        print("\nDocumented exceptions:")
    for (client, protocol, phase, name, reason), count in sorted(used.items()):
        print(f"  {count:4} {client} · {protocol} · {phase} · {name}: {reason}")


def print_skips(results: list[Result]) -> None:
    """Why something did not run."""
    for reason, count in sorted(Counter(r.skipped for r in results if r.skipped).items()):
        print(f"skipped {count}: {reason}")


def conclude(results: list[Result]) -> int:
    """The last line, and the exit status."""
    counts = Counter(r.word for r in results)
    passed = counts["passed"] + counts["exception"]
    print(f"conformance: {passed} passed, {counts['failed']} failed, {counts['skipped']} skipped")
    return 1 if counts["failed"] or not passed else 0
