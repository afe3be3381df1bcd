import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import type { LlmPart, LlmRequest, ToolSpec } from "#engine";
import { allowConnections, connection, createEgress, createModels, keyPlaceholder, testConnection } from "./index.ts";
import { providerFamilies } from "./families.ts";

/**
 * What every family must do, against the bytes of its protocol served by a fetch behind the real egress function. The
 * fixtures follow the providers' published streaming formats.
 */
const key = "sk-canary-51ab";
const origin = "https://api.provider.example";

interface Served {
  readonly body: string;
  readonly status?: number;
  readonly type?: string;
}

/** A server that answers every request alike, in pieces of seven bytes, so that no event and no letter arrives whole. */
function serve(kind: string, served: Served) {
  const requests: { readonly url: string; readonly headers: Headers; readonly body: Record<string, unknown> }[] = [];
  const fetch: typeof globalThis.fetch = async (input, init = {}) => {
    const body = z.record(z.string(), z.unknown()).parse(JSON.parse(z.string().parse(init.body)));
    requests.push({
      url: input instanceof Request ? input.url : input.toString(),
      headers: new Headers(init.headers),
      body,
    });
    return new Response(inPieces(served.body, init.signal), {
      status: served.status ?? 200,
      headers: { "content-type": served.type ?? "text/event-stream" },
    });
  };
  const allow = (asked: string) =>
    asked === origin ? { origin, configuredByPerson: true, secretRef: "main" } : undefined;
  const egress = createEgress({
    allow,
    secret: async (ref, asked) => (ref === "main" && asked === origin ? key : undefined),
    fetch,
  });
  const target = connection.parse({
    id: "mine",
    kind,
    title: "Mine",
    baseURL: `${origin}/v1/`,
    models: ["maker/small-1"],
    keyRef: "main",
  });
  return { requests, egress, target, models: createModels({ connections: [target], egress }) };
}

function inPieces(text: string, signal: AbortSignal | null | undefined): ReadableStream<Uint8Array<ArrayBuffer>> {
  const bytes = new TextEncoder().encode(text);
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (signal?.aborted) return controller.error(new DOMException("stopped", "AbortError"));
      if (at >= bytes.length) return controller.close();
      controller.enqueue(bytes.slice(at, at + 7));
      at += 7;
    },
  });
}

const lookUp: ToolSpec = {
  name: "look_up_order",
  title: "Look up order",
  description: "Finds an order.",
  effect: "read",
  roles: {},
  resultOrigins: {},
  sentence: "",
  inputSchema: {
    type: "object",
    properties: { orderId: { type: "string" } },
    required: ["orderId"],
    additionalProperties: false,
  },
};
const request: LlmRequest = {
  model: "mine/maker/small-1",
  instructions: "Be kind.",
  messages: [
    { role: "user", text: "Where is A1001?" },
    {
      role: "assistant",
      text: "",
      toolCalls: [{ callId: "c1", tool: "look_up_order", arguments: { orderId: "A1001" } }],
    },
    { role: "tool", callId: "c1", tool: "look_up_order", result: { status: "shipped" } },
  ],
  tools: [
    lookUp,
    { ...lookUp, name: "list_orders", inputSchema: { type: "object", properties: {}, additionalProperties: false } },
  ],
  temperature: 0.2,
  maxOutputTokens: 300,
};

async function collect(
  stream: AsyncIterable<LlmPart>,
): Promise<{ readonly parts: LlmPart[]; readonly error: unknown }> {
  const parts: LlmPart[] = [];
  try {
    for await (const part of stream) parts.push(part);
  } catch (error) {
    return { parts, error };
  }
  return { parts, error: undefined };
}

function fixture(kind: string, name: string): Served {
  return { body: readFileSync(new URL(`fixtures/${kind}/${name}.sse`, import.meta.url), "utf8") };
}

function play(kind: string, served: Served, signal = new AbortController().signal) {
  const server = serve(kind, served);
  return collect(server.models.stream(request, signal)).then((heard) => ({ ...heard, ...server }));
}

describe.each(providerFamilies.map(({ kind }) => kind))("a provider of the family %s", (kind) => {
  test("streams text and counts tokens", async () => {
    const { parts, error } = await play(kind, fixture(kind, "text"));
    expect(error).toBeUndefined();
    expect(parts).toEqual([
      { type: "text", text: "Your order " },
      { type: "text", text: "is under" },
      { type: "text", text: "way – früh." },
      { type: "finish", reason: "stop", usage: { inputTokens: 21, outputTokens: 7 } },
    ]);
  });

  test("reads tool calls that arrive in fragments, and runs none", async () => {
    const { parts } = await play(kind, fixture(kind, "tool-calls"));
    expect(parts).toEqual([
      { type: "tool-call", callId: "call_a", tool: "look_up_order", arguments: { orderId: "A1001" } },
      { type: "tool-call", callId: "call_b", tool: "list_orders", arguments: {} },
      { type: "finish", reason: "tool-calls", usage: { inputTokens: 21, outputTokens: 7 } },
    ]);
  });

  test("sends the key in a header only, the model's own name, and the whole conversation", async () => {
    const { requests } = await play(kind, fixture(kind, "text"));
    const [sent] = requests;
    expect(sent?.url.startsWith(`${origin}/v1/`)).toBe(true);
    expect(sent?.body["model"]).toBe("maker/small-1");
    expect([...(sent?.headers ?? [])].map(([, value]) => value).join("\n")).toContain(key);
    expect(JSON.stringify([sent?.body, ...(sent?.headers ?? [])])).not.toContain(keyPlaceholder);
    expect(JSON.stringify(sent?.body)).not.toContain(key);
    expect(sent?.headers.has("user-agent")).toBe(false);
    const body = JSON.stringify(sent?.body);
    for (const part of [
      "Be kind.",
      "Where is A1001?",
      "shipped",
      "Finds an order.",
      "additionalProperties",
      "0.2",
      "300",
    ])
      expect(body).toContain(part);
  });

  test.each([
    { name: "arguments that are no object", served: fixture(kind, "bad-arguments"), codes: ["bad-answer"] },
    { name: "a stream that breaks off", served: fixture(kind, "cut-off"), codes: ["bad-answer", undefined] },
    { name: "an error inside the stream", served: fixture(kind, "error-inside"), codes: ["rate-limit", "server"] },
    {
      name: "a page instead of a stream",
      served: { body: "<html>Welcome</html>", type: "text/html" },
      codes: ["bad-answer"],
    },
    {
      name: "a refused key",
      served: {
        status: 401,
        body: `{"error":{"message":"Incorrect API key provided: ${key}"}}`,
        type: "application/json",
      },
      codes: ["auth"],
    },
    {
      name: "no credit",
      served: {
        status: 429,
        body: '{"error":{"code":"insufficient_quota","message":"You exceeded your current quota"}}',
        type: "application/json",
      },
      codes: ["credit"],
    },
    {
      name: "too many requests",
      served: { status: 429, body: '{"error":{"message":"Slow down"}}', type: "application/json" },
      codes: ["rate-limit"],
    },
    {
      name: "an unknown model",
      served: { status: 404, body: '{"error":{"message":"The model does not exist"}}', type: "application/json" },
      codes: ["model-not-found"],
    },
    {
      name: "too long a conversation",
      served: {
        status: 400,
        body: '{"error":{"message":"prompt is too long: 210000 tokens"}}',
        type: "application/json",
      },
      codes: ["too-long"],
    },
    { name: "a server in trouble", served: { status: 503, body: "busy", type: "text/plain" }, codes: ["server"] },
  ])("$name becomes a ModelError that quotes nobody", async ({ served, codes }) => {
    const { error, parts } = await play(kind, served);
    // A stream that breaks off may be reported by the protocol as an end for other reasons, but never as a good one.
    if (error === undefined) expect(parts.at(-1)).toMatchObject({ type: "finish", reason: "other" });
    expect(codes).toContain(error === undefined ? undefined : z.object({ code: z.string() }).parse(error).code);
    if (error instanceof Error)
      expect(`${error.message} ${error.stack} ${JSON.stringify(error)} ${String(error.cause)}`).not.toMatch(
        new RegExp(`${key}|authorization|x-api-key`, "i"),
      );
  });

  test("stops when told to", async () => {
    const abort = new AbortController();
    const { models } = serve(kind, fixture(kind, "text"));
    const heard: LlmPart[] = [];
    const reading = async () => {
      for await (const part of models.stream(request, abort.signal)) {
        heard.push(part);
        abort.abort();
      }
    };
    await expect(reading()).rejects.toMatchObject({ code: "aborted" });
    expect(heard.length).toBe(1);
  });

  test("the test of a connection tells what to do", async () => {
    const good = serve(kind, fixture(kind, "text"));
    const signal = new AbortController().signal;
    expect(await testConnection(good.target, "maker/small-1", good.egress, signal)).toEqual({
      ok: true,
      message: "maker/small-1 answers.",
    });
    const page = serve(kind, { body: "<html></html>", type: "text/html" });
    expect(await testConnection(page.target, "maker/small-1", page.egress, signal)).toMatchObject({
      ok: false,
      code: "bad-answer",
    });
    const keyless = createEgress({
      allow: () => ({ origin, configuredByPerson: true, secretRef: "main" }),
      secret: async () => undefined,
      fetch: globalThis.fetch,
    });
    expect(await testConnection(good.target, "maker/small-1", keyless, signal)).toMatchObject({
      ok: false,
      code: "missing-key",
    });
    const dead = createEgress({
      allow: () => ({ origin: "http://localhost:11434", configuredByPerson: true }),
      secret: async () => key,
      fetch: async () => Promise.reject(new TypeError("fetch failed")),
    });
    const local = { ...good.target, baseURL: "http://localhost:11434/v1" };
    expect(await testConnection(local, "maker/small-1", dead, signal)).toMatchObject({
      ok: false,
      code: "network",
      message: expect.stringContaining("OLLAMA_ORIGINS"),
    });
    const closed = createEgress({ allow: () => undefined, secret: async () => undefined, fetch: globalThis.fetch });
    expect(await testConnection(good.target, "maker/small-1", closed, signal)).toMatchObject({
      ok: false,
      code: "refused",
    });
  });

  test("asks for JSON by schema", async () => {
    const { models, requests } = serve(kind, fixture(kind, "text"));
    await collect(
      models.stream(
        {
          ...request,
          messages: [{ role: "user", text: "Sort this" }],
          tools: [],
          replySchema: {
            type: "object",
            properties: { route: { enum: ["a", "b"] } },
            required: ["route"],
            additionalProperties: false,
          },
        },
        new AbortController().signal,
      ),
    );
    expect(JSON.stringify(requests[0]?.body)).toContain('"route"');
  });
});

test("anthropic is told that the call from a browser is meant", async () => {
  const { requests } = await play("anthropic", fixture("anthropic", "text"));
  expect(requests[0]?.headers.get("anthropic-dangerous-direct-browser-access")).toBe("true");
});

test("a local server without a key gets no such header", async () => {
  const { target, egress, requests } = serve("openai-compatible", fixture("openai-compatible", "text"));
  const { keyRef: _, ...keyless } = target;
  await collect(createModels({ connections: [keyless], egress }).stream(request, new AbortController().signal));
  expect(requests[0]?.headers.has("authorization")).toBe(false);
});

test("connections amount to an allow-list of their origins", () => {
  const { target } = serve("openai-compatible", fixture("openai-compatible", "text"));
  const allow = allowConnections([target]);
  expect(allow(origin)).toEqual({ origin, configuredByPerson: true });
  expect(allow(`${origin}:8443`)).toBeUndefined();
});

test("openai-compatible servers are asked for usage", async () => {
  const { requests } = await play("openai-compatible", fixture("openai-compatible", "text"));
  expect(requests[0]?.body["stream_options"]).toEqual({ include_usage: true });
});
