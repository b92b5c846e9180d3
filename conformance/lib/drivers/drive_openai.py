"""The openai package: Chat, legacy Completions and Responses."""

import functools

import openai

TIMEOUT = 20
MESSAGES = [{"role": "user", "content": "hi"}]


@functools.cache
def transport():
    """One connection pool for all cases: creating one each time is the slowest part."""
    return openai.DefaultHttpxClient(timeout=TIMEOUT)


def client(case):
    return openai.OpenAI(
        api_key=case["key"],
        base_url=case["base"] + "/v1",
        max_retries=case["retries"],
        http_client=transport(),
    )


def async_client(case):
    return openai.AsyncOpenAI(
        api_key=case["key"],
        base_url=case["base"] + "/v1",
        max_retries=case["retries"],
        timeout=TIMEOUT,
    )


def chat(case):
    answer = client(case).chat.completions.create(model=case["model"], messages=MESSAGES)
    yield answer.choices[0].message.content


def chat_stream(case):
    chunks = client(case).chat.completions.create(
        model=case["model"], messages=MESSAGES, stream=True
    )
    yield from chat_texts(chunks)


def chat_texts(chunks):
    for chunk in chunks:
        for choice in chunk.choices or []:
            if choice.delta.content:
                yield choice.delta.content


def chat_helper(case):
    with client(case).chat.completions.stream(model=case["model"], messages=MESSAGES) as events:
        for event in events:
            if event.type == "content.delta":
                yield event.delta


async def chat_async(case):
    async with async_client(case) as api:
        answer = await api.chat.completions.create(model=case["model"], messages=MESSAGES)
        yield answer.choices[0].message.content


async def chat_async_stream(case):
    async with async_client(case) as api:
        chunks = await api.chat.completions.create(
            model=case["model"], messages=MESSAGES, stream=True
        )
        async for chunk in chunks:
            for text in chat_texts([chunk]):
                yield text


def completions(case):
    answer = client(case).completions.create(model=case["model"], prompt="hi")
    yield answer.choices[0].text


def completions_stream(case):
    for chunk in client(case).completions.create(model=case["model"], prompt="hi", stream=True):
        for choice in chunk.choices or []:
            if choice.text:
                yield choice.text


def responses(case):
    yield client(case).responses.create(model=case["model"], input="hi").output_text


def responses_stream(case):
    for event in client(case).responses.create(model=case["model"], input="hi", stream=True):
        if event.type == "response.output_text.delta":
            yield event.delta


def responses_helper(case):
    with client(case).responses.stream(model=case["model"], input="hi") as events:
        for event in events:
            if event.type == "response.output_text.delta":
                yield event.delta
        events.get_final_response()


CALLS = {
    ("openai-chat", "create"): chat,
    ("openai-chat", "stream"): chat_stream,
    ("openai-chat", "helper"): chat_helper,
    ("openai-chat", "async"): chat_async,
    ("openai-chat", "async-stream"): chat_async_stream,
    ("openai-completions", "create"): completions,
    ("openai-completions", "stream"): completions_stream,
    ("openai-responses", "create"): responses,
    ("openai-responses", "stream"): responses_stream,
    ("openai-responses", "helper"): responses_helper,
}


def describe(error) -> dict:
    """The public fields of an openai exception."""
    body = getattr(error, "body", None)
    message = body.get("message") if isinstance(body, dict) else None
    return {
        "message": message,
        "status": getattr(error, "status_code", None),
        "code": getattr(error, "code", None),
        "type": getattr(error, "type", None),
        "request_id": getattr(error, "request_id", None),
    }
