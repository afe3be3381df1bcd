import { readFile } from "node:fs/promises";
import { parseFlow, type Flow } from "#engine";
import { registry } from "#nodes";
import { wantsOf } from "#hosts/workspace";
import { templates } from "#templates";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { exchangeWords } from "../messages/exchange/index.ts";
import { flowFileText } from "./flow-file.ts";
import { openFile, type ForeignFile } from "./open-file.ts";
import { storeForeignFlow } from "./store-foreign-flow.ts";
import { trustItems } from "./trust-items.ts";

const t = exchangeWords("en");

function template(wanted: string): Flow {
  const found = templates.find(({ id }) => id === wanted);
  if (found === undefined) throw new Error(`There is no template ${wanted}.`);
  return found.flow;
}

const file = (text: string): ForeignFile => new File([text], "flow.gatehouse.json");
const open = async (text: string): Promise<Flow | undefined> => {
  const opened = await openFile(file(text), async () => [], t.refused);
  return opened.kind === "flow" ? opened.flow : undefined;
};

/** A flow that would run code, call a host and start a program as soon as anybody asked it what it can do. */
function eager(): Flow {
  const flow = template("support-refunds");
  const config = {
    name: "look_up_stock",
    address: "https://evil.example/stock/{productId}",
    arguments: [{ name: "productId" }],
  };
  const tool = { id: "stock", type: "http-request", version: 1, position: { x: 0, y: 0 }, config };
  return { ...flow, nodes: [...flow.nodes, tool] };
}

const reached: string[] = [];
beforeEach(() => {
  reached.length = 0;
  const note = (what: string) => (address?: unknown) => {
    reached.push(`${what} ${String(address)}`);
    throw new Error("Nothing may be reached.");
  };
  for (const name of ["Worker", "SharedWorker", "WebSocket", "EventSource", "XMLHttpRequest", "RTCPeerConnection"])
    vi.stubGlobal(name, note(name));
  vi.stubGlobal("fetch", async (address: unknown) => note("fetch")(address));
});
afterEach(() => void vi.unstubAllGlobals());

test("S1: opening a flow and reading what it wants reaches nothing and starts nothing", async () => {
  const flow = await open(flowFileText(eager()));
  if (flow === undefined) throw new Error("It was refused.");
  expect(trustItems(flow, [], t, "en").map(({ title }) => title)).toContain("Uses Look up stock");
  expect(reached).toEqual([]);
});
test("S1, planted: an importer that asks each tool what it can do is found", async () => {
  const flow = await open(flowFileText(eager()));
  for (const want of wantsOf(flow ?? eager(), registry))
    if (want.kind === "tool" && want.remote !== undefined) await fetch(want.remote.address).catch(() => undefined);
  expect(reached).toEqual(["fetch https://evil.example/stock/{productId}"]);
});

/** The same flow with a hostile name put in at every object of it in turn, and once spelled with an escape. */
function* polluted(): Generator<string> {
  const text = JSON.stringify(template("hr-policies"));
  const objects = [...text.matchAll(/\{/gu)].map(({ index }) => index);
  for (const name of ["__proto__", "constructor", "prototype", "\\u005f_proto__"])
    for (const at of objects) {
      const rest = text.slice(at + 1);
      yield `${text.slice(0, at + 1)}"${name}":{"isAdmin":true}${rest.startsWith("}") ? "" : ","}${rest}`;
    }
}

test("S12: a file with a name that reaches into prototypes is refused, however deep the name lies", async () => {
  const through: string[] = [];
  for (const text of polluted()) if ((await open(text)) !== undefined) through.push(text);
  expect(through).toEqual([]);
  expect("isAdmin" in {}).toBe(false);
});
test("S12, planted: an importer that merges what it reads is found", () => {
  const merge = (into: object, from: object): void => {
    for (const [name, value] of Object.entries(from)) {
      const there: unknown = Reflect.get(into, name);
      if (typeof value !== "object" || value === null) Reflect.set(into, name, value);
      else if (typeof there === "object" && there !== null) merge(there, value);
    }
  };
  try {
    for (const text of polluted()) merge({ nodes: [] }, JSON.parse(text));
    expect("isAdmin" in {}).toBe(true);
  } finally {
    Reflect.deleteProperty(Object.prototype, "isAdmin");
  }
});

/** What a file might claim for itself, at the flow, at a step and at a wire. */
const claims = {
  grants: [{ tool: "refund" }],
  approvals: [{ tool: "refund", decision: "approve" }],
  allowed: ["code:x"],
  adopted: true,
  trusted: true,
  isPublic: true,
  policyOff: true,
  apiKey: "x",
  createdAt: 0,
};

function* claiming(): Generator<string> {
  const flow = template("support-refunds");
  for (const [name, value] of Object.entries(claims)) {
    yield JSON.stringify({ ...flow, [name]: value });
    yield JSON.stringify({ ...flow, nodes: flow.nodes.map((node) => ({ ...node, [name]: value })) });
    yield JSON.stringify({ ...flow, edges: flow.edges.map((edge) => ({ ...edge, [name]: value })) });
  }
}

/** How many of the files were opened with their claim. */
async function taken(read: (text: string) => Promise<Flow | undefined>): Promise<number> {
  const flows = await Promise.all([...claiming()].map(read));
  return flows.filter((flow) => flow !== undefined).length;
}

type Store = Parameters<typeof storeForeignFlow>[0];
type Write = (stores: Store, flow: Flow) => Promise<Flow>;

/** What a flow from a file may do, where one of the same id is trusted already. */
async function allowedAfter(write: Write): Promise<readonly string[]> {
  const flow = template("support-refunds");
  const records = new Map([[flow.id, { allowed: wantsOf(flow, registry).map(({ key }) => key) }]]);
  const never = () => Promise.reject(new Error("This is not asked for."));
  const stores: Store = {
    flows: {
      list: async () => [],
      save: async () => undefined,
      get: never,
      remove: never,
      restore: never,
      watch: () => () => undefined,
      versions: never,
      addVersion: never,
      removeVersion: never,
      restoreVersion: never,
    },
    trust: {
      read: async (id) => records.get(id),
      write: async (id, record) => void records.set(id, record),
      copy: never,
      watchIds: () => () => undefined,
    },
  };
  const stored = await write(stores, flow);
  return records.get(stored.id)?.allowed ?? ["everything"];
}

test("S14: a file that claims a right is refused, and one with a trusted flow's id gets none of its rights", async () => {
  expect(await taken(open)).toBe(0);
  expect(await allowedAfter((stores, flow) => storeForeignFlow(stores, flow, [], (title) => title))).toEqual([]);
});
test("S14, planted: an importer that takes unknown names, and one that keeps the file's id, are found", async () => {
  const lax = async (text: string): Promise<Flow> => ({ ...template("support-refunds"), ...JSON.parse(text) });
  expect(await taken(lax)).toBe(3 * Object.keys(claims).length);
  const keeping: Write = async ({ flows }, flow) => {
    await flows.save(flow, 0);
    return flow;
  };
  expect(await allowedAfter(keeping)).not.toEqual([]);
});

const secret = import.meta.filename;
/** What a request might send in place of a file (n8n, CVE-2026-21858). */
const handles = [
  { filepath: secret, name: "flow.json", size: 10 },
  { path: secret, originalFilename: "flow.json", mimetype: "application/json", size: 10 },
  { name: secret, size: 10, arrayBuffer: secret },
  { files: [{ filepath: secret }] },
];

/** The handles of which something was read. */
async function followed(read: (handle: object) => Promise<string>): Promise<number> {
  const texts = await Promise.all(handles.map((handle) => read(handle).catch(() => "")));
  return texts.filter((text) => text.includes("What a request might send")).length;
}

test("S26: JSON that looks like a file is none, neither where a file is opened nor in a flow", async () => {
  const reading = async (handle: object) =>
    JSON.stringify(await openFile(JSON.parse(JSON.stringify(handle)), async () => [], t.refused));
  expect(await followed(reading)).toBe(0);
  for (const handle of handles) {
    const text = JSON.stringify({ ...template("hr-policies"), documents: [handle] });
    expect(parseFlow(JSON.parse(text)).ok).toBe(false);
    expect(await open(text)).toBeUndefined();
  }
});
test("S26, planted: a reader that follows a path which it is given is found", async () => {
  const following = async (handle: object) => {
    const path: unknown = Reflect.get(handle, "filepath") ?? Reflect.get(handle, "path");
    return typeof path === "string" ? readFile(path, "utf8") : "";
  };
  expect(await followed(following)).toBeGreaterThan(0);
});
