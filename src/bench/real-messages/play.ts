import type { Flow, RunEvent } from "#engine";
import { createMemoryParts } from "#hosts/memory";
import { createNodePorts } from "#hosts/node";
import { openWorkspace } from "#hosts/workspace";
import { registry } from "#nodes";
import { verifyBundle } from "#pillars/trace";
import type { Message } from "./messages.ts";

/** What became of one message. */
export interface Outcome {
  readonly source: string;
  /** How the turn ended; `waiting` is for a person's decision. */
  readonly status: string;
  /** Parts of the message or of an answer that the firewall altered or stopped. */
  readonly firewall: string;
  readonly toolCalls: number;
  readonly verdict: string;
  readonly turnMs: number;
}

/** Sends each message to a run of its own in one process, exports that run and checks the file. */
export async function playMessages(
  flow: Flow,
  messages: readonly Message[],
  state: string,
  onEach: (done: number) => void,
): Promise<readonly Outcome[]> {
  const ports = await createNodePorts({ state, models: [], environment: {} });
  const workspace = await openWorkspace(createMemoryParts(ports), registry);
  const [speaker] = flow.speakers;
  if (speaker === undefined) throw new Error("Nobody speaks in this flow.");
  const outcomes: Outcome[] = [];
  for (const { source, text } of messages) {
    const started = await workspace.start(flow);
    if (!started.ok) throw new Error(started.sentence);
    const { session } = started;
    const start = performance.now();
    for await (const _ of session.send({ text, speaker }));
    const turnMs = performance.now() - start;
    const status = statusOf(session.events());
    if (status !== "waiting") await session.close("done");
    const bundle = await session.exportBundle();
    const { verdict } = await verifyBundle(bundle, { trusted: [], own: [workspace.vkey], receipts: [] });
    const seen = session.events();
    const toolCalls = seen.filter(({ kind }) => kind === "tool.call").length;
    outcomes.push({ source, status, firewall: firewallOf(seen), toolCalls, verdict, turnMs });
    onEach(outcomes.length);
  }
  await ports.code.close();
  return outcomes;
}

function statusOf(events: readonly RunEvent[]): string {
  const last = events.at(-1);
  return last?.kind === "turn.end" ? last.attrs.status : "waiting";
}

function firewallOf(events: readonly RunEvent[]): string {
  const strictest = ["block", "ask", "redact", "warn"];
  const verdicts = events.flatMap((event) => (event.kind === "guardrail.result" ? [event.attrs.verdict] : []));
  return strictest.find((each) => verdicts.some((verdict) => verdict === each)) ?? "allow";
}
