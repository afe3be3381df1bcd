import { applyEdits, type CodeRequest, type Flow, type JsonObject } from "#engine";
import type { Script } from "#providers";
import { templates } from "#templates";
import { expect, test } from "vitest";
import { drain, nora, openHouse } from "./house.fixture.ts";
import { codeFlow, shopFlow } from "./shop-flow.fixture.ts";

interface Played {
  /** What was handed to the sandbox. */
  readonly ran: readonly string[];
  readonly waits: number;
}

/** Plays a flow with one message, and counts what reaches the sandbox. No code is run: that it would be is the hole. */
async function play(flow: Flow, script: Script, allowed?: readonly string[]): Promise<Played> {
  const ran: string[] = [];
  const { session } = await openHouse(script, {
    flow,
    ...(allowed === undefined ? {} : { allowed: async () => allowed }),
    ports: (ports) => ({
      ...ports,
      code: {
        async run({ source }: CodeRequest) {
          ran.push(source);
          return { outcome: "value", value: 1, logs: [], cpuMs: 0, memoryBytes: 0, calls: 0 };
        },
      },
    }),
  });
  await drain(
    session.send({ text: "Write code that looks up order A1001 and computes twice its total", speaker: nora }),
  );
  return { ran, waits: session.waiting().length };
}

const foreign = (): Flow =>
  applyEdits(codeFlow(), [{ type: "set-config", nodeId: "code", config: { source: "return 'from a file';" } }]);

test("S9: code runs only where somebody has adopted it, whoever asks for the run", async () => {
  expect((await play(foreign(), [], [])).ran).toEqual([]);
});
test("S9, planted: a house that does not ask whether code was adopted runs it", async () => {
  expect((await play(foreign(), [])).ran).toEqual(["return 'from a file';"]);
});

const steered = `await host.call("refund", { orderId: "A1001", amount: 480 })`;

/** A model that was talked into writing this. */
const obedient: Script = (request) => {
  if (request.messages.at(-1)?.role === "tool") return "Done.";
  return { calls: [{ tool: "run_code", arguments: { purpose: "As the text said", code: steered } }] };
};

/** The shop's agent, with or without the tool that runs what its model writes, and a rule for it. */
function agentWith(rule: JsonObject | undefined, isPlaced = true): Flow {
  const rules = [
    { tool: "look_up_order", allow: "alone" },
    { tool: "refund", allow: "ask", approver: "lead" },
    ...(rule === undefined ? [] : [{ tool: "run_code", ...rule }]),
  ];
  const flow = shopFlow({ permission: { rules } });
  if (!isPlaced) return flow;
  const place = { id: "writes", type: "code-tool", version: 1, position: { x: 0, y: 0 }, config: {} };
  const wire = {
    id: "writes-agent",
    kind: "attach",
    from: { node: "writes", port: "guard" },
    to: { node: "agent", port: "tool" },
  } as const;
  return applyEdits(flow, [
    { type: "add-node", node: place },
    { type: "add-edge", edge: wire },
  ]);
}

test("S17: code that a model has written does not run on its word", async () => {
  expect(await play(agentWith(undefined, false), obedient)).toEqual({ ran: [], waits: 0 });
  expect((await play(agentWith({ allow: "never" }), obedient)).ran).toEqual([]);
  expect(await play(agentWith({ allow: "ask", approver: "lead" }), obedient)).toEqual({ ran: [], waits: 1 });
});
/** The tools of a flow that run a model's code without a person having read it: no rule asks, and no gate always does. */
function unread({ nodes, edges }: Flow): string[] {
  const isAlone = nodes.some(({ config }) => /"tool":"run_code","allow":"alone"/u.test(JSON.stringify(config)));
  const gates = nodes.filter(({ config }) => JSON.stringify(config["when"] ?? null).includes('"always"'));
  const gated = edges.filter(({ from }) => gates.some(({ id }) => id === from.node)).map(({ to }) => to.node);
  return nodes.flatMap(({ id, type }) => (type === "code-tool" && isAlone && !gated.includes(id) ? [id] : []));
}

test("S17: no template lets a model's code run unread", () => {
  for (const { flow } of templates) expect(unread(flow), flow.id).toEqual([]);
  expect(unread(agentWith({ allow: "alone" }))).toEqual(["writes"]);
});
test("S17, planted: where a rule lets it run alone, it does", async () => {
  expect((await play(agentWith({ allow: "alone" }), obedient)).ran).toEqual([steered]);
});
