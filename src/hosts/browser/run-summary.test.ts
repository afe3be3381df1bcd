import type { RunEvent, RunOutput } from "#engine";
import { registry } from "#nodes";
import { templates } from "#templates";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { createMemoryParts } from "../memory/index.ts";
import { createNodePorts } from "../node/index.ts";
import { openWorkspace } from "../workspace/index.ts";
import { summaryOf } from "./run-summary.ts";

const state = await mkdtemp(join(tmpdir(), "gatehouse-summary-"));
afterAll(() => rm(state, { recursive: true, force: true }));

async function drain(stream: AsyncIterable<RunOutput>): Promise<void> {
  for await (const _ of stream);
}

test("a summary follows the log: opened, at work, waiting, done, closed", async () => {
  const flow = templates.find(({ id }) => id === "support-refunds")?.flow;
  const [nora, mara] = flow?.speakers ?? [];
  if (flow === undefined || nora === undefined || mara === undefined) throw new Error("The template has changed.");
  const ports = await createNodePorts({ state, models: [], environment: {} });
  const started = await (await openWorkspace(createMemoryParts(ports), registry)).start(flow);
  if (!started.ok) throw new Error(started.sentence);
  const { session } = started;
  expect(summaryOf(session.events())).toBeUndefined();

  await drain(session.send({ text: "Refund 480 EUR for order A1007", speaker: nora }));
  const [request] = session.waiting();
  if (request === undefined) throw new Error("Nothing waits.");
  const { expiresAt } = request.attrs;
  expect(summaryOf(session.events())).toMatchObject({ kind: "waiting", waiting: 1, expiresAt });
  expect(summaryOf(until(session.events(), "turn.start"))).toMatchObject({ kind: "running", waiting: 0 });

  await session.decide(request, { by: mara, decision: "approve", comment: "" });
  expect(summaryOf(session.events())).toMatchObject({ kind: "running" });
  await drain(session.resume());
  expect(summaryOf(session.events())).toMatchObject({ kind: "done", waiting: 0 });
  await session.close("abandoned");
  expect(summaryOf(session.events())).toMatchObject({ kind: "abandoned", at: session.events().at(-1)?.time });
});

function until(events: readonly RunEvent[], kind: RunEvent["kind"]): readonly RunEvent[] {
  return events.slice(0, events.findIndex((event) => event.kind === kind) + 1);
}
