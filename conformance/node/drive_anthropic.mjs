// The @anthropic-ai/sdk package: Messages.
import Anthropic from "@anthropic-ai/sdk";

const ask = { max_tokens: 64, messages: [{ role: "user", content: "hi" }] };

const client = ({ base, key, retries }) =>
  new Anthropic({ apiKey: key, baseURL: base, maxRetries: retries, timeout: 20_000 });

export const calls = {
  async *"anthropic-messages create"(c) {
    yield (await client(c).messages.create({ model: c.model, ...ask })).content[0].text;
  },
  async *"anthropic-messages stream"(c) {
    const events = await client(c).messages.create({ model: c.model, stream: true, ...ask });
    for await (const event of events) yield* texts(event);
  },
  async *"anthropic-messages helper"(c) {
    const run = client(c).messages.stream({ model: c.model, ...ask });
    for await (const event of run) yield* texts(event);
    await run.finalMessage();
  },
};

function* texts(event) {
  if (event.type === "content_block_delta") yield event.delta.text;
}

/** The public fields of an Anthropic error; older releases have fewer. */
export function describe(error) {
  const inner = error?.error?.error;
  return {
    message: inner?.message ?? null,
    status: error?.status ?? null,
    code: error?.error_code ?? error?.errorCode ?? inner?.details?.error_code ?? null,
    type: error?.type ?? inner?.type ?? null,
    request_id: error?.requestID ?? null,
  };
}
