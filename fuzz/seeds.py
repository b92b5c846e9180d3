#!/usr/bin/env python3
"""Writes each fuzz target's first inputs from the repository's fixtures: fuzz/seeds.py [TARGET...]

They go to fuzz/corpus/TARGET, which git ignores. What stands before the bytes is what the target's
input type (`arbitrary`) takes from the front; lengths of texts in the middle stand at the end.
"""

import hashlib
import json
import pathlib
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
FIXTURES = ROOT / "tests/fixtures"


def rows(name):
    text = (FIXTURES / name).read_text("utf-8")
    return [json.loads(line) for line in text.splitlines()]


UPSTREAM = rows("upstream-errors.jsonl")
BODIES = [row["body"].encode() for row in UPSTREAM]
LEAKS = [row["text"].encode() for row in rows("leaks.jsonl")]
FILES = [
    path.read_bytes()
    for folder in (FIXTURES, ROOT / "catalog/errors", ROOT / "examples")
    for path in sorted(folder.rglob("*.toml"))
]


def no_text(data):
    """Appends the length of an empty text that stands in the middle of the input."""
    return data + bytes(1 if len(data) < 256 else 2 if len(data) < 65_536 else 4)


def status(row):
    return b"\1" + row["status"].to_bytes(2, "little") if row["status"] else b"\0"


def frame(headers, payload):
    block = b"".join(
        bytes([len(name)]) + name + b"\7" + len(value).to_bytes(2, "big") + value for name, value in headers
    )
    sizes = (len(block) + len(payload) + 16).to_bytes(4, "big") + len(block).to_bytes(4, "big")
    return sizes + bytes(4) + block + payload + bytes(4)


FRAMES = [
    frame([(b":exception-type", b"throttlingException"), (b":message-type", b"exception")], b'{"message":"slow"}'),
    frame([(b":event-type", b"chunk"), (b":message-type", b"event")], b'{"bytes":"e30="}')
    + frame([(b":error-code", b"internalFailure"), (b":error-message", b"boom"), (b":message-type", b"error")], b""),
]

STREAMS = [
    b'data: {"choices":[{"delta":{"content":"Hi"}}]}\n\n',
    b'event: content_block_delta\ndata: {"type":"content_block_delta","delta":{"text":"Hi"}}\n\n',
    b'event: response.output_text.delta\ndata: {"type":"response.output_text.delta","sequence_number":4}\n\n',
    b'data: {"candidates":[{"content":{"parts":[{"text":"a"}]}}]}\r\n\r\n',
    b'{"model":"l","message":{"content":"x"},"done":false}\n',
]


def streams():
    for at, body in enumerate(BODIES):
        start = STREAMS[at % len(STREAMS)] * (at % 4)
        yield start + b"event: error\ndata: " + body.replace(b"\n", b"") + b"\n\n"
        yield start + body
    for start, end in zip(STREAMS, (b"data: [DONE]\n\n", b"event: message_stop\ndata: {}\n\n", b"", b"", b"")):
        yield start * 5 + end
    yield b'[{"candidates":[]}\n,{"candidates":[{"finishReason":"STOP"}]}]'
    yield from FRAMES


def seeds(target):
    """Returns the inputs of a target."""
    numbered = list(enumerate(streams()))
    hints = [b"30", b"1.5", b"6m0s", b"120ms", b"Wed, 21 Oct 2026 07:28:00 GMT", b"2026-10-05T14:48:00Z", b"1790000030"]
    hints += [row["headers"][name].encode() for row in UPSTREAM for name in row["headers"] if "re" in name]
    tags = [b"de", b"zh-CN,zh;q=0.9,en;q=0.8", b"fr, de;q=0.5", b"*", b"de-AT-x-foo;q=0", b"zh-Hant-TW, ja;q=.7"]
    rules = json.dumps(
        [{
            "id": "credit",
            "match": {"statuses": [400, "500-599"], "codes": ["x"], "keywords": ["credit"], "keywords_in": "body",
                      "models": ["claude-*"], "conditions": ["rate_limited"], "mode": "any"},
            "answer": {"key": "upstream_error", "status": "pass", "code": "pass", "message": ["{message} {model}", "x"],
                       "retry": "after", "retry_after": "2m"},
        }]
    ).encode()
    json_files = [json.dumps(read).encode() for read in map(parsed, FILES) if read is not None]
    return {
        "guard": lambda: [bytes([at % 11, at % 60]) + text for at, text in numbered],
        "sanitise": lambda: LEAKS + BODIES + [text for _, text in numbered],
        "upstream": lambda: [no_text(bytes([at % 8, at % 2]) + body) for at, body in enumerate(BODIES + FRAMES)],
        "read": lambda: [bytes([at % 8]) + status(row) + b"\0\0" + BODIES[at] for at, row in enumerate(UPSTREAM)],
        "json": lambda: BODIES + json_files,
        "classify": lambda: [no_text(status(row) + row["labels"]["message"].encode()) for row in UPSTREAM if row["labels"].get("message")],
        "frames": lambda: FRAMES + [frame([(b":exception-type", b"x")], body) for body in BODIES],
        "layer": lambda: [b"\0" + text for text in FILES] + [b"\1" + text for text in json_files],
        "generator": lambda: [bytes([at]) + path.read_bytes() for path, at in generator_files()],
        "parse": lambda: [bytes([at % 6]) + body for at, body in enumerate(BODIES)] + [bytes([at]) + b"id word" for at in range(90)],
        "rules": lambda: [rules + b"\n" + body for body in BODIES[:40]],
        "language": lambda: tags,
        "hints": lambda: [bytes([at]) + hint for hint in hints for at in (0, 3, 5, 12)] + LEAKS[:40],
        "escape": lambda: [bytes([at % 6]) + text for at, text in enumerate(LEAKS[:60] + BODIES[:60])],
        "deliver": lambda: [bytes([at % 11, at % 4, at % 3, at % 50]) + text for at, text in numbered],
    }[target]()


def generator_files():
    """Returns the catalog's data files, each with its kind in the target."""
    folders = {"errors": 0, "languages": 1, "upstream": 2, "protocols": 3, "upstream/rules": 4}
    for folder, kind in folders.items():
        yield from ((path, kind) for path in sorted((ROOT / "catalog" / folder).glob("*.toml")))


def parsed(text):
    """Returns a TOML file's contents, or None where it is broken or the reader is missing."""
    try:
        import tomllib

        return tomllib.loads(text.decode())
    except (ImportError, ValueError):
        return None


def main():
    targets = sys.argv[1:] or sorted(path.stem for path in (ROOT / "fuzz/fuzz_targets").glob("*.rs"))
    for target in targets:
        folder = ROOT / "fuzz/corpus" / target
        folder.mkdir(parents=True, exist_ok=True)
        inputs = seeds(target)
        for data in inputs:
            (folder / hashlib.sha1(data).hexdigest()).write_bytes(data)
        print(f"{target}: {len(inputs)}")


if __name__ == "__main__":
    main()
