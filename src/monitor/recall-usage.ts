import { isKind, jsonObject, type JsonObject, type RunEvent } from "#engine";
import { charge, noUsage, type Charge, type LimitsConfig, type Usage } from "#pillars/autonomy";
import type { RawPorts } from "./raw-ports.ts";

type Digest = RawPorts["digest"];

/** What the steps that one Limits node hangs on have used, as far as the log tells. Waiting for a person is no work. */
export function usageOf(
  events: readonly RunEvent[],
  hosts: ReadonlySet<string>,
  limits: LimitsConfig,
  digest: Digest,
): Usage {
  return chargesOf(events, hosts, digest).reduce((usage, what) => charge(limits, usage, what).usage, noUsage);
}

/** By this a call is known as the same one. */
export function callHashOf(tool: string, args: JsonObject, digest: Digest): string {
  return digest({ tool, arguments: args });
}

function chargesOf(events: readonly RunEvent[], hosts: ReadonlySet<string>, digest: Digest): readonly Charge[] {
  const begun = new Map<string, number>();
  const asked = new Set<string>();
  return events.flatMap((event): readonly Charge[] => {
    if (isKind(event, "privilege.use")) begun.set(event.parent ?? event.key, event.time);
    if (event.node === undefined || !hosts.has(event.node.id)) return [];
    if (isKind(event, "llm.request") || isKind(event, "guardrail.request") || isKind(event, "sandbox.start")) {
      begun.set(event.key, event.time);
      // A transformer takes time and is no model call.
      if (isKind(event, "guardrail.request") && event.attrs.tier !== "judge") return [];
      return [{ kind: "step", depth: 1 }];
    }
    const calls = callsOf(event, asked).map(({ tool, args }): Charge => ({
      kind: "tool-call",
      tool,
      callHash: callHashOf(tool, args, digest),
    }));
    const since = begun.get(event.key);
    const seconds = since === undefined ? 0 : Math.max(0, event.time - since) / 1000;
    return [
      ...(isKind(event, "llm.response") || isKind(event, "guardrail.response") ? [tokensOf(event)] : []),
      ...(endings.has(event.kind) ? [{ kind: "time", seconds } as const] : []),
      ...calls,
    ];
  });
}

const endings: ReadonlySet<string> = new Set(["llm.response", "guardrail.response", "tool.result", "sandbox.end"]);

function tokensOf({ attrs }: Extract<RunEvent, { kind: "llm.response" | "guardrail.response" }>): Charge {
  return { kind: "tokens", model: attrs.model, input: attrs.inputTokens, output: attrs.outputTokens };
}

interface Call {
  readonly tool: string;
  readonly args: JsonObject;
}

/** A model's calls count as it has asked for them, granted or not; those of code where they were made. */
function callsOf(event: RunEvent, asked: Set<string>): readonly Call[] {
  if (isKind(event, "llm.response")) {
    return (event.values.toolCalls ?? []).flatMap(({ callId, tool, arguments: args }) => {
      const known = jsonObject.safeParse(args);
      if (typeof callId !== "string" || typeof tool !== "string" || !known.success) return [];
      asked.add(`${event.node?.id} ${callId}`);
      return [{ tool, args: known.data }];
    });
  }
  if (!isKind(event, "tool.call") || asked.has(`${event.node?.id} ${event.attrs.callId}`)) return [];
  return [{ tool: event.attrs.tool, args: event.values.arguments ?? {} }];
}
