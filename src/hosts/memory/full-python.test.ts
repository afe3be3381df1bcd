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

function pythonFlow(library: "small" | "full"): Flow {
  return {
    schemaVersion: CURRENT_FLOW_VERSION,
    id: "python",
    title: "Python",
    description: "",
    nodes: [
      node("in", "chat-input"),
      node("code", "code", { language: "python", library, source: "return input" }),
      node("out", "reply"),
    ],
    edges: [
      { id: "a", kind: "data", from: { node: "in", port: "message" }, to: { node: "code", port: "value" } },
      { id: "b", kind: "data", from: { node: "code", port: "result" }, to: { node: "out", port: "text" } },
    ],
    documents: [],
    speakers: [],
    samples: [],
  };
}

async function ask(library: "small" | "full") {
  const flow = pythonFlow(library);
  expect(verify(flow, registry)).toEqual([]);
  const { session } = await openHouse([], { flow, ports: (ports) => ({ ...ports, code: runner }) });
  await drain(session.send({ text: "hello", speaker: nora }));
  const events = session.events();
  const start = events.find((event) => isKind(event, "sandbox.start"));
  const end = events.find((event) => isKind(event, "sandbox.end"));
  return { session, start: start?.attrs, end };
}

test("the record of a run names the full library's engine, and says why it did not run where it is not", async () => {
  const { session, start, end } = await ask("full");
  expect(start).toMatchObject({ language: "python", engine: "pyodide 314.0.7" });
  expect(end?.attrs).toMatchObject({ outcome: "denied" });
  expect(end?.values).toMatchObject({ sentence: expect.stringContaining("runs in a browser only") });
  expect(statusOf(session)).toBe("denied");
});

test("the small library is what Python means, and is not named", async () => {
  const { session, start } = await ask("small");
  expect(start).not.toHaveProperty("engine");
  expect(statusOf(session)).toBe("done");
});
