import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { AllowedOrigin } from "#providers";
import { createCheckedFetch, createNodeModels, readConnections } from "./index.ts";

let state: string;
beforeEach(async () => {
  state = await mkdtemp(join(tmpdir(), "gatehouse-models-"));
});
afterEach(() => rm(state, { recursive: true, force: true }));

function write(connections: unknown): Promise<void> {
  return writeFile(join(state, "connections.json"), JSON.stringify(connections));
}

describe("connections", () => {
  test("come from keys in the environment, with the models that flows ask for", async () => {
    const wanted = ["embedded", "openai/a", "anthropic/b", "anthropic/b"];
    const { connections, entered } = await readConnections(state, { ANTHROPIC_API_KEY: "k" }, wanted);
    expect(connections).toMatchObject([{ id: "anthropic", models: ["b"], keyRef: "ANTHROPIC_API_KEY" }]);
    expect(JSON.stringify(connections)).not.toContain('"k"');
    expect([...entered]).toEqual([]);
  });

  test("a base address of the environment counts as entered by a person", async () => {
    const environment = { OPENAI_API_KEY: "k", OPENAI_BASE_URL: "http://127.0.0.1:9/v1" };
    const { entered } = await readConnections(state, environment, ["openai/a"]);
    expect([...entered]).toEqual(["http://127.0.0.1:9"]);
  });

  test("of the file come before those of the environment; a file of another form is refused in one sentence", async () => {
    const own = {
      id: "openai",
      kind: "openai-compatible",
      title: "Mine",
      baseURL: "http://localhost:1/v1",
      models: ["m"],
    };
    await write([own]);
    const { connections } = await readConnections(state, { OPENAI_API_KEY: "k" }, ["openai/a"]);
    expect(connections).toEqual([own]);
    await write([{ ...own, apiKey: "k" }]);
    await expect(readConnections(state, {}, [])).rejects.toThrow("is not a list of connections");
  });
});

describe("the checked fetch", () => {
  const open =
    (configuredByPerson: boolean) =>
    (origin: string): AllowedOrigin => ({ origin, configuredByPerson });
  const send = async () => new Response("sent");

  test("refuses a public name that leads into this machine or its network", async () => {
    for (const address of ["127.0.0.1", "10.0.0.7", "169.254.169.254", "::1", "fd00::1", "::ffff:10.0.0.1"]) {
      const fetch = createCheckedFetch(open(false), async () => ["93.184.216.34", address], send);
      await expect(fetch("https://api.example.com/v1")).rejects.toMatchObject({ code: "local" });
    }
    const nowhere = createCheckedFetch(open(false), async () => [], send);
    await expect(nowhere("https://api.example.com/v1")).rejects.toMatchObject({ code: "local" });
  });

  test("lets public names and the origins a person entered through", async () => {
    const away = createCheckedFetch(open(false), async () => ["93.184.216.34", "2606:2800:220:1::1"], send);
    expect(await (await away("https://api.example.com/v1")).text()).toBe("sent");
    const entered = createCheckedFetch(open(true), () => Promise.reject(new Error("not asked")), send);
    expect(await (await entered("http://localhost:11434/v1")).text()).toBe("sent");
  });
});

test("a local model answers, and the key goes to its own origin and nowhere else", async () => {
  const seen: (string | undefined)[] = [];
  const server = createServer((request, response) => {
    seen.push(request.headers.authorization);
    response.writeHead(200, { "content-type": "text/event-stream" });
    const part = { id: "1", object: "chat.completion.chunk", created: 1, model: "m" };
    const choices = [{ index: 0, delta: { role: "assistant", content: "Hello." }, finish_reason: null }];
    response.write(`data: ${JSON.stringify({ ...part, choices })}\n\n`);
    const end = [{ index: 0, delta: {}, finish_reason: "stop" }];
    response.end(`data: ${JSON.stringify({ ...part, choices: end })}\n\ndata: [DONE]\n\n`);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const environment = { OPENAI_API_KEY: "sk-local", OPENAI_BASE_URL: `http://127.0.0.1:${port}/v1` };
  const models = createNodeModels(await readConnections(state, environment, ["openai/m"]), environment);
  const request = { model: "openai/m", instructions: "", messages: [{ role: "user", text: "Hi" }], tools: [] } as const;
  let said = "";
  for await (const part of models.stream(request, new AbortController().signal))
    if (part.type === "text") said += part.text;
  expect(said).toBe("Hello.");
  expect(seen).toEqual(["Bearer sk-local"]);
  server.close();
});
