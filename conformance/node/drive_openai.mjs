// The openai package: Chat, legacy Completions and Responses.
import OpenAI from "openai";

const messages = [{ role: "user", content: "hi" }];

const client = ({ base, key, retries }) =>
  new OpenAI({ apiKey: key, baseURL: `${base}/v1`, maxRetries: retries, timeout: 20_000 });

export const calls = {
  async *"openai-chat create"(c) {
    const answer = await client(c).chat.completions.create({ model: c.model, messages });
    yield answer.choices[0].message.content;
  },
  async *"openai-chat stream"(c) {
    const chunks = await client(c).chat.completions.create({ model: c.model, messages, stream: true });
    for await (const chunk of chunks) yield* chatTexts(chunk);
  },
  async *"openai-chat helper"(c) {
    const run = client(c).chat.completions.stream({ model: c.model, messages });
    for await (const chunk of run) yield* chatTexts(chunk);
    await run.finalChatCompletion();
  },
  async *"openai-completions create"(c) {
    yield (await client(c).completions.create({ model: c.model, prompt: "hi" })).choices[0].text;
  },
  async *"openai-completions stream"(c) {
    const chunks = await client(c).completions.create({ model: c.model, prompt: "hi", stream: true });
    for await (const chunk of chunks) {
      for (const choice of chunk.choices ?? []) if (choice.text) yield choice.text;
    }
  },
  async *"openai-responses create"(c) {
    yield (await client(c).responses.create({ model: c.model, input: "hi" })).output_text;
  },
  async *"openai-responses stream"(c) {
    const events = await client(c).responses.create({ model: c.model, input: "hi", stream: true });
    for await (const event of events) yield* responseTexts(event);
  },
  async *"openai-responses helper"(c) {
    const run = client(c).responses.stream({ model: c.model, input: "hi" });
    for await (const event of run) yield* responseTexts(event);
    await run.finalResponse();
  },
};

function* chatTexts(chunk) {
  for (const choice of chunk.choices ?? []) if (choice.delta?.content) yield choice.delta.content;
}

function* responseTexts(event) {
  if (event.type === "response.output_text.delta") yield event.delta;
}

/** The public fields of an openai error. */
export const describe = (error) => ({
  message: error?.error?.message ?? null,
  status: error?.status ?? null,
  code: error?.code ?? null,
  type: error?.type ?? null,
  request_id: error?.requestID ?? null,
});
