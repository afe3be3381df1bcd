import { once } from "node:events";
import { createServer } from "node:http";
import type { IncomingMessage, ServerResponse } from "node:http";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

interface Verifier {
  readonly verifyGrant: (request: object, options: object) => Promise<{ readonly ok: boolean; readonly code?: string }>;
  readonly rememberOnce: () => unknown;
}

export interface StockService {
  readonly origin: string;
  /** What the check in front of the service said about each call, in order. */
  readonly checked: { readonly ok: boolean; readonly code?: string }[];
  /** The keys that came along, in order. */
  readonly authorized: (string | undefined)[];
  /** Lets the calls that wait be answered, and every later one at once. */
  answer(): void;
  close(): void;
}

/** A service of this machine behind the very file that people put in front of theirs. It answers when the test says so. */
export async function startStockService(keys: () => unknown): Promise<StockService> {
  const file = pathToFileURL(join(import.meta.dirname, "../../public/verify-grant.js")).href;
  const { verifyGrant, rememberOnce }: Verifier = await import(file);
  const remembered = rememberOnce();
  const checked: StockService["checked"] = [];
  const authorized: StockService["authorized"] = [];
  let release: () => void = () => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  const serve = async ({ method = "", url = "", headers }: IncomingMessage, response: ServerResponse) => {
    response.setHeader("access-control-allow-origin", "*");
    response.setHeader("access-control-allow-headers", "gatehouse-grant, idempotency-key, content-type, authorization");
    response.setHeader("access-control-allow-methods", "GET, POST");
    if (method === "OPTIONS") return response.writeHead(204).end();
    const request = { token: headers["gatehouse-grant"], method, target: url };
    const options = { keys: keys(), audience: `http://${headers.host}`, tool: "look_up_stock", once: remembered };
    const verdict = await verifyGrant(request, options);
    checked.push(verdict);
    authorized.push(headers.authorization);
    await released;
    response.writeHead(verdict.ok ? 200 : 403, { "content-type": "application/json" });
    return response.end(JSON.stringify({ productId: "P100", pieces: 7 }));
  };
  const server = createServer((request, response) => void serve(request, response));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return {
    origin: `http://127.0.0.1:${port}`,
    checked,
    authorized,
    answer: () => release(),
    close: () => server.close(),
  };
}
