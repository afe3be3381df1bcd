import { createServer } from "node:http";

/** A server on this machine that speaks OpenAI's protocol, and remembers what it was asked. */
export interface FakeOpenAi {
  readonly baseURL: string;
  readonly asked: { readonly path: string; readonly authorization: string | undefined }[];
  close(): Promise<void>;
}

/** Says one word to those who show the key, and refuses everybody else. */
export async function startFakeOpenAi(key: string): Promise<FakeOpenAi> {
  const asked: FakeOpenAi["asked"] = [];
  const server = createServer((request, response) => {
    response.setHeader("access-control-allow-origin", "*");
    response.setHeader("access-control-allow-headers", "*, authorization");
    if (request.method === "OPTIONS") return response.writeHead(204).end();
    const { authorization } = request.headers;
    asked.push({ path: request.url ?? "", authorization });
    if (authorization !== `Bearer ${key}`) {
      response.writeHead(401, { "content-type": "application/json" });
      return response.end(JSON.stringify({ error: { message: `Wrong key: ${authorization}`, type: "auth" } }));
    }
    response.writeHead(200, { "content-type": "text/event-stream" });
    for (const choice of [
      { delta: { role: "assistant", content: "ready" }, finish_reason: null },
      { delta: {}, finish_reason: "stop" },
    ])
      response.write(
        `data: ${JSON.stringify({ id: "1", object: "chat.completion.chunk", created: 1, model: "m", choices: [{ index: 0, ...choice }] })}\n\n`,
      );
    return response.end("data: [DONE]\n\n");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The fake server has no port.");
  return {
    baseURL: `http://127.0.0.1:${address.port}/v1`,
    asked,
    close: () => new Promise((resolve) => void server.close(() => resolve())),
  };
}
