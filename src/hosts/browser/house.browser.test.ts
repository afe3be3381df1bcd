import type { Flow, LlmRequest, RunOutput } from "#engine";
import { registry } from "#nodes";
import { normalise, verifyBundle } from "#pillars/trace";
import { createScriptedModels, type ScriptedTurn } from "#providers";
import { createTrustRepository, openDatabases, openDrawings, type Databases } from "#store";
import { templates } from "#templates";
import { afterEach, expect, test } from "vitest";
import { createMemoryParts } from "../memory/index.ts";
import { openWorkspace, type RunSession } from "../workspace/index.ts";
import { createBrowserApprovers } from "./approver-book.ts";
import { createBrowserKeyRing } from "./key-ring.ts";
import { openHouse } from "./house.ts";
import { createBrowserParts } from "./parts.ts";
import { createBrowserPorts } from "./ports.ts";
import { createVault } from "./vault.ts";

const nora = { id: "nora", name: "Nora Lindqvist", role: "customer" };
const mara = { id: "mara", name: "Mara", role: "lead" };
const names: string[] = [];
const opened: Databases[] = [];

function model(request: LlmRequest): ScriptedTurn {
  const answered = request.messages.filter((message) => message.role === "tool").length;
  if (answered === 0) return { calls: [{ tool: "look_up_order", arguments: { orderId: "A1007" } }] };
  if (answered === 1) return { calls: [{ tool: "refund", arguments: { orderId: "A1007", amount: 480 } }] };
  return "Done.";
}

/** The support template, asking the script. */
function shopFlow(): Flow {
  const template = templates.find(({ id }) => id === "support-refunds");
  if (template === undefined) throw new Error("The template is gone.");
  const nodes = template.flow.nodes.map((node) =>
    node.type === "agent" ? { ...node, config: { ...node.config, model: "scripted" } } : node,
  );
  return { ...template.flow, nodes };
}

function freshName(): string {
  const name = `house-${crypto.randomUUID()}`;
  names.push(name);
  return name;
}

async function openParts(name: string) {
  const databases = openDatabases(name);
  opened.push(databases);
  const vault = createVault(`${name}-vault`);
  const ports = await createBrowserPorts({
    databases,
    connections: () => [],
    vault,
    document,
    scripted: createScriptedModels(model),
  });
  const trust = createTrustRepository(openDrawings(`${name}-drawings`));
  return {
    ports,
    parts: createBrowserParts(
      databases,
      trust,
      createBrowserKeyRing(`${name}-keys`),
      ports,
      createBrowserApprovers(`${name}-approvers`),
    ),
  };
}

afterEach(() => {
  for (const databases of opened.splice(0)) databases.close();
  for (const name of names.splice(0))
    for (const suffix of ["", "-keys", "-vault", "-approvers"]) indexedDB.deleteDatabase(name + suffix);
});

async function drain(stream: AsyncIterable<RunOutput>): Promise<void> {
  for await (const _ of stream);
}

async function talk(session: RunSession): Promise<void> {
  await drain(session.send({ text: "Refund 480 EUR for order A1007", speaker: nora }));
  const [request] = session.waiting();
  if (request === undefined) throw new Error("Nobody was asked.");
  await session.decide(request, { by: mara, decision: "approve", comment: "" });
  await drain(session.resume());
}

test("the browser and the memory host give an equal trace", { timeout: 60_000 }, async () => {
  const { parts, ports } = await openParts(freshName());
  const house = await openHouse(parts, registry);
  const started = await house.start(shopFlow());
  if (!started.ok) throw new Error(started.sentence);
  await talk(started.session);
  const other = await openParts(freshName());
  const memory = await openWorkspace(
    createMemoryParts({ ...other.ports, models: createScriptedModels(model) }),
    registry,
  );
  const twin = await memory.start(shopFlow());
  if (!twin.ok) throw new Error(twin.sentence);
  await talk(twin.session);
  expect(normalise(started.session.events())).toEqual(normalise(twin.session.events()));
  expect(started.session.events().at(-1)).toMatchObject({ kind: "turn.end", attrs: { status: "done" } });
  expect(ports.models.info("embedded")?.isAiModel).toBe(false);
});

test(
  "a waiting approval survives the tab: another one decides, and the run completes once",
  { timeout: 60_000 },
  async () => {
    const name = freshName();
    const first = await openHouse((await openParts(name)).parts, registry);
    const started = await first.start(shopFlow());
    if (!started.ok) throw new Error(started.sentence);
    await drain(started.session.send({ text: "Refund 480 EUR for order A1007", speaker: nora }));
    first.release(started.session.runId);

    const second = await openHouse((await openParts(name)).parts, registry);
    const [waiting] = await second.waiting();
    if (waiting === undefined) throw new Error("The inbox is empty.");
    expect(
      await second.decide(waiting.run.runId, waiting.request, { by: mara, decision: "approve", comment: "" }),
    ).toEqual({ ok: true });
    expect(await second.approvers.list()).toMatchObject([{ name: mara.name, role: mara.role }]);
    const decided = second
      .session(waiting.run.runId)
      ?.events()
      .find(({ kind }) => kind === "approval.decision");
    expect(decided?.attrs).toMatchObject({
      approver: expect.stringContaining("approver-"),
      cosigned: { size: expect.any(Number), signature: expect.stringContaining("approver-") },
    });
    // The second house starts a firewall of its own.
    await expect
      .poll(() => second.session(waiting.run.runId)?.events().at(-1)?.kind, { timeout: 30_000 })
      .toBe("turn.end");
    const refunds = second
      .session(waiting.run.runId)
      ?.events()
      .filter((event) => event.kind === "tool.result" && event.attrs.tool === "refund");
    expect(refunds).toHaveLength(1);
    expect(await second.waiting()).toEqual([]);
    const [approver] = await second.approvers.list();
    const bundle = await second.session(waiting.run.runId)?.exportBundle();
    if (approver === undefined || bundle === undefined) throw new Error("There is nothing to check.");
    const trusted = [second.workspace.vkey, approver.vkey];
    expect(await verifyBundle(bundle, { trusted, own: [], receipts: [], quorum: 1 })).toMatchObject({
      verdict: "VERIFIED+ANCHORED",
      notes: [],
    });
  },
);

test("the exported evidence verifies, and holds no key", { timeout: 60_000 }, async () => {
  const name = freshName();
  const { parts } = await openParts(name);
  const house = await openHouse(parts, registry);
  const started = await house.start(shopFlow());
  if (!started.ok) throw new Error(started.sentence);
  await talk(started.session);
  await started.session.close("done");
  const bundle = await started.session.exportBundle();
  const report = await verifyBundle(bundle, { trusted: [house.workspace.vkey], own: [], receipts: [] });
  expect(report, report.message).toMatchObject({ verdict: "VERIFIED", state: "closed" });
  expect(await parts.keys.runKey(`${house.workspace.vkey.split("+")[0]}/run/${started.session.runId}`)).toBeUndefined();
});

test("a key in the vault comes out for its own origin only, and not at all from the database", async () => {
  const name = freshName();
  const vault = createVault(`${name}-vault`);
  const canary = "sk-canary-0123456789abcdef";
  await vault.put("k1", "https://api.example.com", canary, "device");
  expect(await vault.use("k1", "https://api.example.com")).toBe(canary);
  expect(await vault.use("k1", "https://evil.example")).toBeUndefined();
  const again = createVault(`${name}-vault`);
  expect(await again.use("k1", "https://api.example.com")).toBe(canary);
  const stored = await readEverything(`${name}-vault`);
  expect(stored).not.toContain("canary");
  await again.remove("k1");
  expect(await again.has("k1")).toBe(false);
});

async function readEverything(name: string): Promise<string> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(name);
    request.addEventListener("success", () => resolve(request.result));
    request.addEventListener("error", () => reject(request.error ?? new Error("no database")));
  });
  const texts: string[] = [];
  for (const store of database.objectStoreNames) {
    const request = database.transaction(store).objectStore(store).getAll();
    await new Promise((resolve) => request.addEventListener("success", resolve));
    for (const row of request.result)
      for (const value of Object.values(row))
        texts.push(value instanceof ArrayBuffer ? new TextDecoder().decode(value) : String(value));
  }
  database.close();
  return texts.join("\n");
}
