import { registry } from "#nodes";
import type { LlmRequest, RunOutput, Tools } from "#engine";
import { normalise, type RunBatch, type TraceStore } from "#pillars/trace";
import type { ScriptedTurn } from "#providers";
import fc from "fast-check";
import { expect, test } from "vitest";
import { openWorkspace, type RunSession } from "../workspace/index.ts";
import { createMemoryKeys, createMemoryParts, createMemoryShelf, createMemoryStore } from "./index.ts";
import { shopFlow } from "./shop-flow.fixture.ts";
import { createCountingTools, shopPorts, type CountingTools } from "./shop.fixture.ts";

const nora = { id: "nora", name: "Nora", role: "customer" };
const mara = { id: "mara", name: "Mara", role: "lead" };

/** Looks the order up, then refunds it: two calls, one of them consequential and above the rule. */
function model(request: LlmRequest): ScriptedTurn {
  const answered = request.messages.filter((message) => message.role === "tool").length;
  if (answered === 0) return { calls: [{ tool: "look_up_order", arguments: { orderId: "A1007" } }] };
  if (answered === 1) return { calls: [{ tool: "refund", arguments: { orderId: "A1007", amount: 480 } }] };
  return "Done.";
}

class PowerCut extends Error {}

/** A power cut after a number of steps of the world: writes and calls count alike, and nothing works after it. */
function createWorld(store: TraceStore, tools: CountingTools, stepsLeft: number) {
  let left = stepsLeft;
  const step = (): void => {
    left -= 1;
    if (left < 0) throw new PowerCut();
  };
  const cutStore: TraceStore = {
    runs: () => store.runs(),
    head: (origin) => store.head(origin),
    lines: (origin, from, to) => store.lines(origin, from, to),
    disclosures: (origin, from, to) => store.disclosures(origin, from, to),
    checkpoints: (origin) => store.checkpoints(origin),
    ledgerHead: () => store.ledgerHead(),
    ledgerLines: (from, to) => store.ledgerLines(from, to),
    appendLedger: (batch) => store.appendLedger(batch),
    async append(origin: string, batch: RunBatch) {
      step();
      await store.append(origin, batch);
      step();
    },
  };
  const cutTools: Tools = {
    standing: async () => ({ ownRecord: true, sameTarget: true }),
    async call(tool, args, context) {
      step();
      const outcome = await tools.call(tool, args, context);
      step();
      return outcome;
    },
  };
  return { store: cutStore, tools: cutTools };
}

async function drain(stream: AsyncIterable<RunOutput>): Promise<void> {
  for await (const _ of stream);
}

/** Lives through the cuts one after the other, then to the end. The person who is asked answers truthfully about calls in doubt. */
async function live(cuts: readonly number[]): Promise<{ session: RunSession; refunds: number; interrupted: number }> {
  const kept = { store: createMemoryStore(), shelf: createMemoryShelf(), keys: createMemoryKeys() };
  const tools = createCountingTools();
  let runId = "";
  let interrupted = 0;
  for (const cut of [...cuts, Number.MAX_SAFE_INTEGER]) {
    const world = createWorld(kept.store, tools, cut);
    try {
      const parts = createMemoryParts(await shopPorts(model, world.tools), { ...kept, store: world.store });
      const workspace = await openWorkspace(parts, registry);
      const opened = runId === "" ? await workspace.start(shopFlow()) : await workspace.resume(runId);
      if (!opened.ok) throw new Error(opened.sentence);
      const { session } = opened;
      runId = session.runId;
      const begun = session.events().some((event) => event.kind === "turn.start");
      await drain(!begun ? session.send({ text: "Refund 480 EUR for order A1007", speaker: nora }) : session.resume());
      for (let rounds = 0; session.events().at(-1)?.kind !== "turn.end"; rounds += 1) {
        if (rounds > 8)
          throw new Error(
            `No end after ${cuts.join(",")}: ${session
              .events()
              .map((event) => `${event.kind} ${event.key}`)
              .join("\n")}`,
          );
        for (const request of session.waiting()) await answer(session, request, tools);
        await drain(session.resume());
      }
      return { session, refunds: tools.performed.filter((each) => each.tool === "refund").length, interrupted };
    } catch (problem) {
      if (!isPowerCut(problem)) throw problem;
      interrupted += 1;
    }
  }
  throw new Error("The last life has no cut.");
}

function isPowerCut(problem: unknown): boolean {
  return (
    problem instanceof PowerCut ||
    (problem instanceof Error && problem.cause !== undefined && isPowerCut(problem.cause))
  );
}

async function answer(
  session: RunSession,
  request: ReturnType<RunSession["waiting"]>[number],
  tools: CountingTools,
): Promise<void> {
  const inDoubt = request.attrs.why === "in-doubt";
  const made = tools.performed.some(
    (each) => each.tool === request.attrs.tool && each.args["orderId"] === request.values.arguments?.["orderId"],
  );
  const ruling = await session.decide(
    request,
    inDoubt && made
      ? {
          by: mara,
          decision: "edit",
          comment: "",
          edited: { refundId: "R1", orderId: "A1007", amount: 480, currency: "EUR", to: "Visa ending 4417" },
        }
      : { by: mara, decision: "approve", comment: "" },
  );
  if (!ruling.ok) throw new Error(ruling.sentence);
}

/** What may differ between crash histories: the doubt itself, which only a crash raises. */
function comparable(session: RunSession): unknown[] {
  return normalise(session.events().filter((event) => !event.key.endsWith("/in-doubt")));
}

test(
  "whatever is interrupted, the trace comes out equal and no refund happens twice",
  { timeout: 120_000 },
  async () => {
    const calm = await live([]);
    const expected = comparable(calm.session);
    expect(calm.refunds).toBe(1);
    let crashes = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 4 }), async (cuts) => {
        const lived = await live(cuts);
        crashes += lived.interrupted;
        expect(lived.refunds).toBe(1);
        expect(comparable(lived.session)).toEqual(expected);
      }),
      { numRuns: 25, seed: 7 },
    );
    // The property says nothing if nothing was ever interrupted.
    expect(crashes).toBeGreaterThan(20);
  },
);
