import { readdir, readFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { once } from "node:events";
import { join } from "node:path";
import { expect, test } from "vitest";
import { gatehouse } from "./call.fixture.ts";
import { openFolder } from "./folder.fixture.ts";

/** A local server that speaks the chat completions protocol: looks an order up, then answers. */
async function serveModel() {
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const asked = Buffer.concat(await Array.fromAsync(request)).toString();
    const part = { id: "1", object: "chat.completion.chunk", created: 1, model: "m" };
    const send = (delta: object, reason: string | null) =>
      response.write(`data: ${JSON.stringify({ ...part, choices: [{ index: 0, delta, finish_reason: reason }] })}\n\n`);
    response.writeHead(200, { "content-type": "text/event-stream" });
    if (asked.includes('"role":"tool"')) {
      send({ role: "assistant", content: "A1001 is on its way." }, null);
      send({}, "stop");
    } else {
      const call = { name: "look_up_order", arguments: '{"orderId":"A1001"}' };
      send({ role: "assistant", tool_calls: [{ index: 0, id: "c1", type: "function", function: call }] }, null);
      send({}, "tool_calls");
    }
    response.end("data: [DONE]\n\n");
  };
  const server = createServer((request, response) => void answer(request, response));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  return { server, port: typeof address === "object" && address !== null ? address.port : 0 };
}

test("a model of the environment runs a template; its key is nowhere on disk, and the run replays without it", async () => {
  await using folder = await openFolder();
  const { state } = folder;
  const { server, port } = await serveModel();
  const environment = { OPENAI_API_KEY: "sk-very-secret", OPENAI_BASE_URL: `http://127.0.0.1:${port}/v1` };
  const file = folder.at("run.zip");
  const call = ["run", "template:support-refunds", "--input", "Where is my order A1001?", "--model", "openai/m"];
  const ended = await gatehouse([...call, "--state", state, "--export", file], { environment });
  server.close();
  expect(ended).toMatchObject({ code: 0, out: expect.stringContaining("AI (openai): A1001 is on its way.") });
  const files = await readdir(state, { recursive: true, withFileTypes: true });
  for (const each of files.filter((entry) => entry.isFile()))
    expect(await readFile(join(each.parentPath, each.name), "utf8")).not.toContain("sk-very-secret");
  expect(await gatehouse(["verify", file, "--state", state])).toMatchObject({ code: 0 });
  const replayed = await gatehouse(["replay", file, "--json"]);
  expect(JSON.parse(replayed.out)).toMatchObject({ differences: [], reproduced: true });
});
