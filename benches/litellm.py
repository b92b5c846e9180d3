"""Times litellm's `exception_type` on the bodies of benches/upstream.rs.

It installs nothing. Beforehand:

    cargo bench --bench upstream -- upstream/
    python3 -m venv target/litellm
    target/litellm/bin/pip install --no-deps litellm==1.109.1
    target/litellm/bin/pip install aiohttp click fastuuid filelock 'httpx[http2]' importlib-metadata \
        jinja2 jsonschema openai packaging pydantic pydantic-settings python-dotenv pyyaml tiktoken \
        tokenizers typing-extensions
    target/litellm/bin/python benches/litellm.py

litellm comes without its dependencies because it pins newer builds of some (certifi, boto3) than
mirrors carry; `exception_type` needs none of those.

`exception_type` names the failure, redacts the message and raises its own exception, which is
what our group `upstream` does: read, classify, verdict, sanitise. Exceptions are made beforehand
and not timed. Figures of ours come from target/wirefault-bench.json, measured on this machine.
"""

import json
import os
import pathlib
import re
import statistics
import sys
import time

os.environ.setdefault("LITELLM_LOCAL_MODEL_COST_MAP", "True")
# This file has the package's name and would be imported in its place.
HERE = pathlib.Path(__file__).resolve().parent
sys.path = [entry for entry in sys.path if pathlib.Path(entry or ".").resolve() != HERE]

import httpx  # noqa: E402
import litellm  # noqa: E402
import openai  # noqa: E402
from importlib.metadata import version  # noqa: E402
from litellm.litellm_core_utils.exception_mapping_utils import exception_type  # noqa: E402

ROOT = HERE.parent
ROUNDS = 31


def bodies():
    source = (ROOT / "benches/upstream.rs").read_text()
    typical = re.search(r'const OPENAI: &str = r#"(.*?)"#;', source)[1]
    clean = "Something else about the weather stands here. " * 21
    long = 'The value of messages[3].content is not valid: "expected a string"\n' * 120
    kind = "invalid_request_error"
    return {
        "typical": json.loads(typical),
        "clean1k": {"error": {"message": clean, "type": kind}},
        "message8k": {"error": {"message": long, "type": kind, "param": None, "code": None}},
    }


def failure(body):
    """The exception that the OpenAI client raises for this answer."""
    request = httpx.Request("POST", "https://api.openai.com/v1/chat/completions")
    response = httpx.Response(429, request=request, json=body)
    message = f"Error code: 429 - {body}"
    return openai.RateLimitError(message, response=response, body=body["error"])


def call(error):
    # Processor time: a busy machine slows litellm no further, which would flatter us.
    start = time.thread_time_ns()
    try:
        exception_type(model="gpt-x", original_exception=error, custom_llm_provider="openai")
    except Exception:  # the mapped one
        pass
    return time.thread_time_ns() - start


def median(body):
    errors = [failure(body) for _ in range(20)]
    for error in errors:
        call(error)
    rounds = [[call(error) for error in errors] for _ in range(ROUNDS)]
    return statistics.median(time for times in rounds for time in times)


def ours():
    path = ROOT / "target/wirefault-bench.json"
    rows = json.loads(path.read_text()) if path.exists() else []
    return {
        row["case"]: row["ns"]
        for row in rows
        if row["group"] == "upstream" and row["contender"] == "wirefault"
    }


def main():
    litellm.suppress_debug_info = True
    known = ours()
    print(f"litellm {version('litellm')}, median of {ROUNDS} x 20 calls")
    print(f"{'case':12} {'litellm us':>12} {'wirefault us':>13} {'ratio':>8}")
    for case, body in bodies().items():
        theirs = median(body)
        if case in known:
            print(f"{case:12} {theirs / 1e3:12.1f} {known[case] / 1e3:13.2f} {theirs / known[case]:7.0f}x")
        else:
            print(f"{case:12} {theirs / 1e3:12.1f} {'(not measured: cargo bench --bench upstream)'}")


if __name__ == "__main__":
    main()
