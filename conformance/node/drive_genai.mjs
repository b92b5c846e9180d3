// The @google/genai package: Gemini native.
import { GoogleGenAI } from "@google/genai";

const client = ({ base, key }) =>
  new GoogleGenAI({ apiKey: key, httpOptions: { baseUrl: base, timeout: 20_000 } });

export const calls = {
  async *"gemini create"(c) {
    yield (await client(c).models.generateContent({ model: c.model, contents: "hi" })).text;
  },
  async *"gemini stream"(c) {
    const chunks = await client(c).models.generateContentStream({ model: c.model, contents: "hi" });
    for await (const chunk of chunks) if (chunk.text) yield chunk.text;
  },
};

/**
 * The public fields of a google-genai error. Its message is the body's JSON text,
 * inside a stream with the status in front.
 */
export function describe(error) {
  let inner;
  try {
    const body = JSON.parse(error.message.slice(error.message.search(/[{[]/)));
    inner = (Array.isArray(body) ? body[0] : body)?.error;
  } catch {
    inner = undefined;
  }
  const info = inner?.details?.find?.((detail) => detail["@type"]?.endsWith("rpc.ErrorInfo"));
  return {
    message: inner?.message ?? null,
    status: error?.status ?? null,
    code: info?.reason ?? null,
    type: inner?.status ?? null,
  };
}
