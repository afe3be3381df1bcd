import { openWorkspace } from "#hosts/workspace";
import { createMemoryParts } from "#hosts/memory";
import type { RawPorts } from "#monitor";
import { registry } from "#nodes";
import { chatFlow } from "./flows.ts";
import { words } from "./world.ts";

const counted: ReadonlySet<string> = new Set([
  "argument provenance",
  "policy",
  "approval if asked",
  "who may read the answer",
  "grant minted",
]);
const chats = 6;
const messages = 100;
/** The medians are those of the first and of the last of a chat's calls: ten of each, so that one slow call is no figure. */
const window = 10;

/** What one tool call costs until it may be made, early in a chat and late: every message of it looks an order up. */
export async function decisionFigures(
  raw: RawPorts,
): Promise<{ readonly decisionMs: number; readonly decisionHundredthMs: number }> {
  const early: number[] = [];
  const late: number[] = [];
  for (let chat = 0; chat < chats; chat += 1) {
    const spent = await decisionsOf(raw);
    // The first chat warms the compiler up.
    if (chat === 0) continue;
    early.push(...spent.slice(0, window));
    late.push(...spent.slice(-window));
  }
  return { decisionMs: median(early), decisionHundredthMs: median(late) };
}

/** Milliseconds of each call of one chat. */
async function decisionsOf(raw: RawPorts): Promise<readonly number[]> {
  const spent: number[] = [];
  let sum = 0;
  const probe: RawPorts["probe"] = (check) => {
    const start = performance.now();
    return () => {
      if (counted.has(check)) sum += performance.now() - start;
    };
  };
  const workspace = await openWorkspace(createMemoryParts({ ...raw, probe }), registry);
  const started = await workspace.start(chatFlow("off"));
  if (!started.ok) throw new Error(started.sentence);
  for (let message = 0; message < messages; message += 1) {
    sum = 0;
    for await (const _ of started.session.send({ text: words["look up"], speaker: nora }));
    spent.push(sum);
  }
  const calls = started.session.events().filter(({ kind }) => kind === "tool.result").length;
  if (calls !== messages) throw new Error(`The benchmark's chat made ${calls} of ${messages} calls.`);
  return spent;
}

const nora = { id: "nora", name: "Nora", role: "customer" };

function median(times: readonly number[]): number {
  return times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)] ?? 0;
}
