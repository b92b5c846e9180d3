"""The google-genai package: Gemini native."""

import functools

import httpx
from google import genai
from google.genai import types

TIMEOUT_MS = 20_000


@functools.cache
def transport():
    """One connection pool for all cases."""
    return httpx.Client(timeout=TIMEOUT_MS / 1000)


def client(case, shared=True):
    options = types.HttpOptions(base_url=case["base"], timeout=TIMEOUT_MS)
    if shared:
        options.httpx_client = transport()
    return genai.Client(api_key=case["key"], http_options=options)


def create(case):
    api = client(case)
    yield api.models.generate_content(model=case["model"], contents="hi").text


def stream(case):
    api = client(case)
    for chunk in api.models.generate_content_stream(model=case["model"], contents="hi"):
        if chunk.text:
            yield chunk.text


async def create_async(case):
    api = client(case, shared=False)
    answer = await api.aio.models.generate_content(model=case["model"], contents="hi")
    yield answer.text


async def stream_async(case):
    api = client(case, shared=False)
    async for chunk in await api.aio.models.generate_content_stream(
        model=case["model"], contents="hi"
    ):
        if chunk.text:
            yield chunk.text


CALLS = {
    ("gemini", "create"): create,
    ("gemini", "stream"): stream,
    ("gemini", "async"): create_async,
    ("gemini", "async-stream"): stream_async,
}


def reason(body) -> str | None:
    """The reason of the ErrorInfo in an error body."""
    if isinstance(body, list):
        body = body[0] if body else None
    error = body.get("error", body) if isinstance(body, dict) else {}
    for detail in (error.get("details") if isinstance(error, dict) else None) or []:
        if str(detail.get("@type", "")).endswith("google.rpc.ErrorInfo"):
            return detail.get("reason")
    return None


def describe(error) -> dict:
    """The public fields of a google-genai exception."""
    return {
        "message": getattr(error, "message", None),
        "status": getattr(error, "code", None),
        "code": reason(getattr(error, "details", None)),
        "type": getattr(error, "status", None),
    }
