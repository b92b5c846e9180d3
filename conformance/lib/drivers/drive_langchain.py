"""LangChain over the three SDKs. What it raises are subclasses of their exceptions."""

import functools

import drive_anthropic
import drive_genai
import drive_openai

TIMEOUT = 20


def chat_openai(case, responses=False):
    from langchain_openai import ChatOpenAI

    return ChatOpenAI(
        model=case["model"],
        api_key=case["key"],
        base_url=case["base"] + "/v1",
        max_retries=case["retries"],
        use_responses_api=responses,
        timeout=TIMEOUT,
    )


def chat_anthropic(case):
    from langchain_anthropic import ChatAnthropic

    return ChatAnthropic(
        model=case["model"],
        api_key=case["key"],
        base_url=case["base"],
        max_retries=case["retries"],
        max_tokens=64,
        timeout=TIMEOUT,
    )


def chat_google(case):
    from langchain_google_genai import ChatGoogleGenerativeAI

    return ChatGoogleGenerativeAI(
        model=case["model"],
        google_api_key=case["key"],
        base_url=case["base"],
        # Google counts attempts, not retries.
        max_retries=case["retries"] + 1,
        timeout=TIMEOUT,
    )


def invoke(make):
    def call(case):
        yield str(make(case).invoke("hi").text)

    return call


def stream(make):
    def call(case):
        for chunk in make(case).stream("hi"):
            if text := str(chunk.text):
                yield text

    return call


MODELS = {
    "openai-chat": chat_openai,
    "openai-responses": functools.partial(chat_openai, responses=True),
    "anthropic-messages": chat_anthropic,
    "gemini": chat_google,
}
CALLS = {
    (protocol, surface): wrap(make)
    for protocol, make in MODELS.items()
    for surface, wrap in (("create", invoke), ("stream", stream))
}


def describe(error) -> dict:
    """The fields of the SDK exception inside, whichever SDK it is."""
    module = " ".join(cls.__module__ for cls in type(error).__mro__)
    if "anthropic." in module or "anthropic " in module:
        return drive_anthropic.describe(error)
    if "google.genai" in module or "google_genai" in module:
        return drive_genai.describe(error.__cause__ or error)
    return drive_openai.describe(error)
