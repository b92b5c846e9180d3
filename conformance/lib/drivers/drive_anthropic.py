"""The anthropic package: Messages."""

import functools

import anthropic

TIMEOUT = 20
ASK = {"max_tokens": 64, "messages": [{"role": "user", "content": "hi"}]}


@functools.cache
def transport():
    """One connection pool for all cases."""
    return anthropic.DefaultHttpxClient(timeout=TIMEOUT)


def client(case):
    return anthropic.Anthropic(
        api_key=case["key"],
        base_url=case["base"],
        max_retries=case["retries"],
        http_client=transport(),
    )


def create(case):
    answer = client(case).messages.create(model=case["model"], **ASK)
    yield answer.content[0].text


def stream(case):
    for event in client(case).messages.create(model=case["model"], stream=True, **ASK):
        if event.type == "content_block_delta":
            yield event.delta.text


def helper(case):
    with client(case).messages.stream(model=case["model"], **ASK) as events:
        yield from events.text_stream
        events.get_final_message()


async def async_stream(case):
    async with anthropic.AsyncAnthropic(
        api_key=case["key"],
        base_url=case["base"],
        max_retries=case["retries"],
        timeout=TIMEOUT,
    ) as api:
        async for event in await api.messages.create(model=case["model"], stream=True, **ASK):
            if event.type == "content_block_delta":
                yield event.delta.text


CALLS = {
    ("anthropic-messages", "create"): create,
    ("anthropic-messages", "stream"): stream,
    ("anthropic-messages", "helper"): helper,
    ("anthropic-messages", "async-stream"): async_stream,
}


def describe(error) -> dict:
    """The public fields of an anthropic exception; older releases have fewer."""
    body = getattr(error, "body", None)
    inner = body.get("error") if isinstance(body, dict) else None
    inner = inner if isinstance(inner, dict) else {}
    details = inner.get("details") if isinstance(inner.get("details"), dict) else {}
    return {
        "message": getattr(error, "api_message", None) or inner.get("message"),
        "status": getattr(error, "status_code", None),
        "code": getattr(error, "error_code", None) or details.get("error_code"),
        "type": getattr(error, "type", None) or inner.get("type"),
        "request_id": getattr(error, "request_id", None),
    }
