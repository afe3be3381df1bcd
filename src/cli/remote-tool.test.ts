import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { emptyFlow } from "#engine";
import { expect, test } from "vitest";
import { gatehouse } from "./call.fixture.ts";
import { openFolder } from "./folder.fixture.ts";

const node = (id: string, type: string, config: object = {}) => ({
  id,
  type,
  version: 1,
  position: { x: 0, y: 0 },
  config,
});
const attach = (from: string, port: string) => ({
  id: `${from}-agent`,
  kind: "attach",
  from: { node: from, port: "guard" },
  to: { node: "agent", port },
});

function stockFlow(origin: string) {
  const tool = {
    name: "look_up_stock",
    description: "Looks up how many pieces of a product are in stock.",
    address: `${origin}/stock/{productId}`,
    arguments: [{ name: "productId", example: "P100" }],
    phrases: ["how many pieces of P100 are in stock"],
    secret: { name: "shop" },
  };
  return {
    ...emptyFlow("stock", "Stock"),
    speakers: [{ id: "nora", name: "Nora", role: "customer" }],
    nodes: [
      node("in", "chat-input"),
      node("agent", "agent", { model: "embedded", instructions: "Tell how many are in stock." }),
      node("stock", "http-request", tool),
      node("firewall", "firewall"),
      node("permission", "permission", { rules: [{ tool: "look_up_stock", allow: "alone" }] }),
      node("limits", "limits"),
      node("out", "reply"),
    ],
    edges: [
      { id: "e1", kind: "data", from: { node: "in", port: "message" }, to: { node: "agent", port: "message" } },
      { id: "e2", kind: "data", from: { node: "agent", port: "reply" }, to: { node: "out", port: "text" } },
      attach("stock", "tool"),
      attach("firewall", "firewall"),
      attach("permission", "permission"),
      attach("limits", "limits"),
    ],
  };
}

interface Verifier {
  readonly verifyGrant: (request: object, options: object) => Promise<object>;
  readonly rememberOnce: () => unknown;
}

test("a flow calls only the hosts that a person allows, with the key of that host and a grant that its server can check", async () => {
  await using folder = await openFolder();
  const { state } = folder;
  const seen: { token: string; key: string; method: string; target: string }[] = [];
  const server = createServer(({ headers, method = "", url: target = "" }, response) => {
    seen.push({ token: String(headers["gatehouse-grant"]), key: String(headers.authorization), method, target });
    response.writeHead(200, { "content-type": "application/json" });
    response.end('{"pieces":7}');
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const origin = `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}`;
  const flow = folder.at("stock.json");
  await writeFile(flow, JSON.stringify(stockFlow(origin)));
  const ask = ["run", flow, "--input", "How many pieces of P100 are in stock?", "--state", state];
  const refused = await gatehouse(ask);
  expect(refused).toMatchObject({ code: 1, told: expect.stringContaining(`--allow-origin ${origin}`) });
  expect(await gatehouse([...ask, "--allow-origin", origin])).toMatchObject({ code: 0 });
  expect(seen).toEqual([]);

  const keys = JSON.parse((await gatehouse(["keys", "--state", state])).out);
  await writeFile(join(state, "tools.json"), JSON.stringify([{ origin, keys: { shop: "SHOP_KEY" } }]));
  const file = folder.at("run.zip");
  const ended = await gatehouse([...ask, "--export", file], { environment: { SHOP_KEY: "s3cr3t-key" } });
  server.close();
  expect(ended.code).toBe(0);
  expect(seen).toMatchObject([{ key: "Bearer s3cr3t-key", method: "GET", target: "/stock/P100" }]);
  const verifier: Verifier = await import(
    /* @vite-ignore */ pathToFileURL(join(import.meta.dirname, "../../public/verify-grant.js")).href
  );
  const options = { keys, audience: origin, tool: "look_up_stock", once: verifier.rememberOnce() };
  expect(await verifier.verifyGrant(seen[0] ?? {}, options)).toMatchObject({ ok: true });
  expect(await verifier.verifyGrant(seen[0] ?? {}, options)).toMatchObject({ ok: false, code: "used" });
  expect(await gatehouse(["verify", file, "--state", state])).toMatchObject({ code: 0 });
  expect(JSON.parse((await gatehouse(["replay", file, "--json"])).out)).toMatchObject({
    differences: [],
    reproduced: true,
  });
});
