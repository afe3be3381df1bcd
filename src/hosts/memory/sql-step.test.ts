import { CURRENT_FLOW_VERSION, isKind, verify, type Flow, type FlowNode } from "#engine";
import { createNodeCodeRunner } from "#hosts/node";
import { registry } from "#nodes";
import { afterAll, expect, test } from "vitest";
import { drain, nora, openHouse, statusOf } from "./house.fixture.ts";

const runner = createNodeCodeRunner();
afterAll(() => runner.close());

const node = (id: string, type: string, config: FlowNode["config"] = {}): FlowNode => ({
  id,
  type,
  version: 1,
  position: { x: 0, y: 0 },
  config,
});

/** Chat input -> a query over a table of the author's -> reply. */
function queryFlow(source: string): Flow {
  const own = [{ name: "prices", text: "item,price\nshoes,90\nsocks,9\n" }];
  return {
    schemaVersion: CURRENT_FLOW_VERSION,
    id: "prices",
    title: "Prices",
    description: "",
    nodes: [node("in", "chat-input"), node("query", "sql", { source, own, tables: [] }), node("out", "reply")],
    edges: [
      { id: "a", kind: "data", from: { node: "in", port: "message" }, to: { node: "query", port: "values" } },
      { id: "b", kind: "data", from: { node: "query", port: "rows" }, to: { node: "out", port: "text" } },
    ],
    documents: [],
    speakers: [],
    samples: [],
  };
}

async function ask(source: string, text: string) {
  const flow = queryFlow(source);
  expect(verify(flow, registry)).toEqual([]);
  const { session } = await openHouse([], { flow, ports: (ports) => ({ ...ports, code: runner }) });
  await drain(session.send({ text, speaker: nora }));
  return session;
}

test("the log holds what a query might read, what it gave and in which order", async () => {
  const session = await ask("SELECT price, item FROM prices WHERE price > CAST(:value AS REAL)", "50");
  expect(statusOf(session)).toBe("done");
  const events = session.events();
  const start = events.find((event) => isKind(event, "sandbox.start"));
  expect(start?.attrs).toMatchObject({ language: "sql", reads: { prices: {} }, tools: [] });
  expect(events.find((event) => isKind(event, "sandbox.end"))?.values).toMatchObject({
    output: [{ item: "shoes", price: 90 }],
    columns: ["price", "item"],
  });
  const said = events.filter((event) => isKind(event, "message")).at(-1);
  expect(said?.values.content).toBe('[{"price":90,"item":"shoes"}]');
});

test("words of the chat cannot become words of the query", async () => {
  const session = await ask("SELECT item FROM prices WHERE item = :value", "x' OR 1=1; DROP TABLE prices; --");
  expect(session.events().find((event) => isKind(event, "sandbox.end"))?.values.output).toEqual([]);
});

test("a query that is refused ends its step, and the log says why", async () => {
  const session = await ask("SELECT name FROM pragma_function_list", "x");
  expect(statusOf(session)).toBe("denied");
  const end = session.events().find((event) => isKind(event, "sandbox.end"));
  expect(end?.attrs.outcome).toBe("denied");
  expect(end?.values.sentence).toContain("pragma_function_list");
});
