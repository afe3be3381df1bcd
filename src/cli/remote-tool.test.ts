import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { gatehouse } from "./call.fixture.ts";
import { openFolder } from "./folder.fixture.ts";
import { serveJson } from "./local-server.fixture.ts";
import { toolFlow } from "./tool-flow.fixture.ts";

const stock = {
  name: "look_up_stock",
  description: "Looks up how many pieces of a product are in stock.",
  arguments: [{ name: "productId", example: "P100" }],
  phrases: ["how many pieces of P100 are in stock"],
  secret: { name: "shop" },
};

interface Verifier {
  readonly verifyGrant: (request: object, options: object) => Promise<object>;
  readonly rememberOnce: () => unknown;
}

test("a flow calls only the hosts that a person allows, with the key of that host and a grant that its server can check", async () => {
  await using folder = await openFolder();
  const { state } = folder;
  const seen: { token: string; key: string; method: string; target: string }[] = [];
  await using server = await serveJson('{"pieces":7}', ({ headers, method = "", url: target = "" }) => {
    seen.push({ token: String(headers["gatehouse-grant"]), key: String(headers.authorization), method, target });
  });
  const { origin } = server;
  const tool = { ...stock, address: `${origin}/stock/{productId}` };
  const flow = await folder.write("stock.json", toolFlow("stock", "Tell how many are in stock.", tool));
  const ask = ["run", flow, "--input", "How many pieces of P100 are in stock?", "--state", state];
  const refused = await gatehouse(ask);
  expect(refused).toMatchObject({ code: 1, told: expect.stringContaining(`--allow-origin ${origin}`) });
  expect(await gatehouse([...ask, "--allow-origin", origin])).toMatchObject({ code: 0 });
  expect(seen).toEqual([]);

  const keys = JSON.parse((await gatehouse(["keys", "--state", state])).out);
  await writeFile(join(state, "tools.json"), JSON.stringify([{ origin, keys: { shop: "SHOP_KEY" } }]));
  const file = folder.at("run.zip");
  const ended = await gatehouse([...ask, "--export", file], { environment: { SHOP_KEY: "s3cr3t-key" } });
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
