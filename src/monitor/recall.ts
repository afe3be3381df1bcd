import { isKind, type GateContext, type RunEvent, type ToolSpec } from "#engine";
import { escalatedKey } from "./approval.ts";
import { denialOf, limitsConfig } from "#pillars/autonomy";
import type { Grant } from "#pillars/privileges";
import type { Desk, Memory } from "./desk.ts";
import { eventsAt } from "./events-by-key.ts";
import type { RawPorts } from "./raw-ports.ts";
import { usageOf } from "./recall-usage.ts";
import { recall } from "./seen.ts";

/** What earlier turns have used up: permissions counted per chat, limits counted per run, and denials, which hold for the run. */
export function recallUse(
  memory: Memory,
  events: readonly RunEvent[],
  context: GateContext,
  specs: ReadonlyMap<string, ToolSpec>,
  digest: RawPorts["digest"],
): void {
  for (const event of events) recallEvent(memory, event, events, context, specs);
  for (const step of context.plan.steps.values()) {
    if (step.node.type !== "limits") continue;
    const limits = limitsConfig.safeParse(step.config);
    if (limits.success && limits.data.scope === "perRun")
      memory.usage.set(step.node.id, usageOf(events, new Set(step.hosts), limits.data, digest));
  }
}

/** What calls of this very turn have used up and brought that are in the log and are not made again. */
export function recallCalls(events: readonly RunEvent[], desk: Desk): void {
  const specs = specsOf(desk);
  recall(desk.memory, events, specs, desk.turn.speaker);
  for (const event of events) recallEvent(desk.memory, event, events, desk, specs);
}

function spentGrant(
  event: Extract<RunEvent, { kind: "privilege.grant" }>,
  events: readonly RunEvent[],
  context: GateContext,
): Grant {
  const used = eventsAt(events, event.key).some(({ kind }) => kind === "privilege.use");
  return {
    grantId: event.attrs.grantId,
    tool: event.attrs.tool,
    action: "read",
    constraints: [],
    hosts: [],
    maxUses: event.attrs.uses,
    usesLeft: used ? 0 : event.attrs.uses,
    expiresAt: event.attrs.expiresAt,
    runId: context.journal.runId,
    stepKey: event.parent ?? event.key,
    reason: event.attrs.reason,
    ended: "revoked",
  };
}

function recallEvent(
  memory: Memory,
  event: RunEvent,
  events: readonly RunEvent[],
  context: GateContext,
  specs: ReadonlyMap<string, ToolSpec>,
): void {
  if (isKind(event, "privilege.grant")) memory.grants = [...memory.grants, spentGrant(event, events, context)];
  if (isKind(event, "approval.decision") && event.attrs.decision === "deny")
    recallDenial(memory, event.attrs.approvalId, event.seq, events, specs);
  // Silence that was followed by a second request has denied nothing.
  if (isKind(event, "approval.timeout") && !isHandedOn(event, events))
    recallDenial(memory, event.key, event.seq, events, specs);
  if (isKind(event, "tool.call")) recallUnsettled(memory, event, events, specs);
}

function isHandedOn({ key }: RunEvent, events: readonly RunEvent[]): boolean {
  return eventsAt(events, escalatedKey(key)).some(({ kind }) => kind === "approval.request");
}

const specsByPlan = new WeakMap<GateContext["plan"], ReadonlyMap<string, ToolSpec>>();

/** The tools of a plan by name: the same objects each time, so that what is known of them can be kept. */
export function specsOf({ plan }: Pick<GateContext, "plan">): ReadonlyMap<string, ToolSpec> {
  const known = specsByPlan.get(plan);
  if (known !== undefined) return known;
  const specs = [...plan.steps.values()].flatMap((step) => step.definition.toolsFor(step.config));
  const made = new Map(specs.map((spec) => [spec.name, spec]));
  specsByPlan.set(plan, made);
  return made;
}

function recallDenial(
  memory: Memory,
  key: string,
  seq: number,
  events: readonly RunEvent[],
  specs: ReadonlyMap<string, ToolSpec>,
): void {
  const request = eventsAt(events, key).find(({ kind }) => kind === "approval.request");
  if (request === undefined || !isKind(request, "approval.request") || request.values.arguments === undefined) return;
  const denial = denialOf(request.attrs.tool, request.values.arguments, specs.get(request.attrs.tool)?.roles ?? {});
  memory.denials.push({ ...denial, seq });
}

function recallUnsettled(
  memory: Memory,
  { key, attrs, values }: Extract<RunEvent, { kind: "tool.call" }>,
  events: readonly RunEvent[],
  specs: ReadonlyMap<string, ToolSpec>,
): void {
  const isSettled = eventsAt(events, key).some(({ kind }) => kind === "tool.result" || kind === "privilege.deny");
  if (isSettled || attrs.effect === "read") return;
  memory.unsettled.push(denialOf(attrs.tool, values.arguments ?? {}, specs.get(attrs.tool)?.roles ?? {}));
}
