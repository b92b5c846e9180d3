// The AI SDK with four of its providers.
import { createAnthropic } from "@ai-sdk/anthropic";
import { createGoogleGenerativeAI } from "@ai-sdk/google";
import { createOpenAI } from "@ai-sdk/openai";
import { createOpenAICompatible } from "@ai-sdk/openai-compatible";
import { generateText, streamText } from "ai";

globalThis.AI_SDK_LOG_WARNINGS = false;

const openai = ({ base, key }) => createOpenAI({ baseURL: `${base}/v1`, apiKey: key });
const models = {
  "openai-chat": (c) => openai(c).chat(c.model),
  "openai-completions": (c) => openai(c).completion(c.model),
  "openai-responses": (c) => openai(c).responses(c.model),
  "openai-chat/compatible": (c) =>
    createOpenAICompatible({ name: "gateway", baseURL: `${c.base}/v1`, apiKey: c.key })(c.model),
  "anthropic-messages": (c) => createAnthropic({ baseURL: `${c.base}/v1`, apiKey: c.key })(c.model),
  gemini: (c) => createGoogleGenerativeAI({ baseURL: `${c.base}/v1beta`, apiKey: c.key })(c.model),
};

const settings = (model, c) => ({
  model: model(c),
  prompt: "hi",
  maxRetries: c.retries,
  abortSignal: AbortSignal.timeout(20_000),
});

const create = (model) =>
  async function* (c) {
    yield (await generateText(settings(model, c))).text;
  };

const stream = (model) =>
  async function* (c) {
    const { fullStream } = streamText({ ...settings(model, c), onError() {} });
    let finish;
    for await (const part of fullStream) {
      if (part.type === "text-delta" && part.text) yield part.text;
      if (part.type === "error") throw part.error;
      if (part.type === "finish") finish = part.finishReason;
    }
    // An answer without its end is reported by a finish reason, not by an error.
    if (finish !== "stop") throw new Unfinished(`finish reason ${finish}`);
  };

class Unfinished extends Error {
  name = "Unfinished";
}

export const calls = {};
for (const [name, model] of Object.entries(models)) {
  const [protocol, flavour] = name.split("/");
  const suffix = flavour ? `-${flavour}` : "";
  calls[`${protocol} create${suffix}`] = create(model);
  calls[`${protocol} stream${suffix}`] = stream(model);
}

/** The last attempt's error, out of what the SDK throws after its retries. */
export const unwrap = (error) => error?.lastError ?? error;

/** The public fields of an AI SDK error. */
export function describe(error) {
  const body = error?.data ?? error ?? {};
  const inner = body.error ?? body;
  const info = (inner.details ?? parsed(error?.responseBody)?.details)?.find?.((detail) =>
    detail["@type"]?.endsWith("rpc.ErrorInfo"),
  );
  return {
    message: error?.message ?? null,
    status: error?.statusCode ?? null,
    code: info?.reason ?? inner.details?.error_code ?? inner.code ?? null,
    type: inner.status ?? inner.type ?? null,
    retryable: error?.isRetryable ?? null,
    request_id: error?.responseHeaders?.["x-request-id"] ?? null,
  };
}

function parsed(text) {
  try {
    const body = JSON.parse(text);
    return (Array.isArray(body) ? body[0] : body)?.error;
  } catch {
    return undefined;
  }
}
