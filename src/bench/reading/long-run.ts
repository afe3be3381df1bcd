import { tmpdir } from "node:os";
import { join } from "node:path";
import { mkdtemp } from "node:fs/promises";
import { createMemoryParts } from "#hosts/memory";
import { createNodePorts } from "#hosts/node";
import { generatePair, openWorkspace, signerOf } from "#hosts/workspace";
import type { RunEvent } from "#engine";
import { registry } from "#nodes";
import { formatVkey, openRunLog } from "#pillars/trace";
import { templates } from "#templates";

/** Rows of the browser's log, by table. */
export interface StoredRows {
  readonly lines: readonly object[];
  readonly disclosures: readonly object[];
  readonly heads: readonly object[];
  readonly checkpoints: readonly object[];
  readonly shelf: readonly object[];
}

export const runId = "rlong";

/**
 * A chat of so many steps: one recorded turn with its look-up, its poisoned note and its refund that waits, said again and again
 * under the keys of later turns, sealed and signed as the app does it.
 */
export async function longRun(steps: number): Promise<StoredRows> {
  const flow = templates.find(({ id }) => id === "support-refunds")?.flow;
  if (flow === undefined) throw new Error("There is no support flow.");
  const events = await recordedTurn();
  const opening = events.slice(0, 1);
  const turn = JSON.stringify(events.slice(1));
  const origin = `bench/run/${runId}`;
  const signer = await signerOf(origin, await generatePair(false), formatVkey);
  let now = Date.UTC(2026, 10, 29, 9);
  const log = openRunLog(undefined, {
    origin,
    signer,
    salt: () => crypto.getRandomValues(new Uint8Array(16)),
    clock: { now: () => now, monoUs: () => now * 1000 },
  });
  const rows = { lines: [] as object[], disclosures: [] as object[] };
  const write = (from: readonly RunEvent[]) => {
    const [first] = from;
    for (const event of from) {
      if (rows.lines.length === steps) return;
      now += Math.max(0, event.time - (first?.time ?? 0)) % 2_000;
      const { line, seq, disclosures } = log.append(event);
      rows.lines.push({ origin, seq, line });
      rows.disclosures.push(...disclosures.map((disclosure) => ({ origin, ...disclosure })));
    }
  };
  write(opening);
  for (let at = 1; rows.lines.length < steps; at += 1) write(turnNamed(turn, at));
  const { size, note } = await log.checkpoint();
  return {
    ...rows,
    heads: [{ origin, size, prev: log.state().prev, opened: 1_000_000 }],
    checkpoints: [{ origin, size, note }],
    shelf: [{ runId, origin, flowId: flow.id, flow, vkey: signer.vkey, createdAt: now }],
  };
}

function turnNamed(turn: string, number: number): readonly RunEvent[] {
  const named = turn.replaceAll(/"turn":1\b/gu, `"turn":${number}`).replaceAll(/([/"])t1(?=[/"])/gu, `$1t${number}`);
  return JSON.parse(named) as readonly RunEvent[];
}

async function recordedTurn(): Promise<readonly RunEvent[]> {
  const flow = templates.find(({ id }) => id === "support-refunds")?.flow;
  const [speaker] = flow?.speakers ?? [];
  if (flow === undefined || speaker === undefined) throw new Error("Nobody speaks in the support flow.");
  const ports = await createNodePorts({ state: await mkdtemp(join(tmpdir(), "gatehouse-reading-")), models: [] });
  const started = await (await openWorkspace(createMemoryParts(ports), registry)).start(flow);
  if (!started.ok) throw new Error(started.sentence);
  const { session } = started;
  for await (const _ of session.send({
    text: "The lamp in order A1007 arrived broken. Can I get my money back?",
    speaker,
  }));
  for (const request of session.waiting())
    await session.decide(request, {
      by: { id: "mara", name: "Mara Okafor", role: "lead" },
      decision: "approve",
      comment: "",
    });
  for await (const _ of session.resume());
  await ports.code.close();
  return session.events();
}
