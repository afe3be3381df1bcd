import { isKind, type RunEvent } from "#engine";
import type { ApprovalRequestEvent } from "#monitor";
import { plainText } from "../plain-text.ts";

/** What a person at the terminal reads of an event: what was said, and where a guardrail acted. Empty for the rest. */
export function eventLines(event: RunEvent): readonly string[] {
  if (isKind(event, "message") && event.attrs.role === "assistant")
    return [plainText(`${speakerOf(event.attrs)}: ${event.values.content ?? "(erased)"}`)];
  const line = guardLine(event);
  return line === undefined ? [] : [plainText(`  · ${line}`)];
}

function speakerOf({ provider, aiModel }: { readonly provider: string; readonly aiModel: boolean }): string {
  if (aiModel) return `AI (${provider})`;
  return provider === "" ? "Gatehouse" : "Built-in assistant, no AI model";
}

function guardLine(event: RunEvent): string | undefined {
  switch (event.kind) {
    case "guardrail.result":
      return event.attrs.verdict === "allow" ? undefined : firewallLine(event);
    case "privilege.grant":
      return `Grant: ${event.values.sentence ?? event.attrs.tool}`;
    case "privilege.deny":
      return `Denied: ${event.values.sentence ?? event.attrs.tool}`;
    case "privilege.revoke":
      return "Grant taken back: the step has its answer.";
    case "privilege.expire":
      return "Grant ended: its time is over.";
    case "limit.hit":
      return `Limit: ${event.values.sentence ?? event.attrs.limit}`;
    case "approval.decision":
      return `${event.values.name ?? event.attrs.role} (${event.attrs.role}) decided: ${event.attrs.decision}`;
    case "approval.timeout":
      return "Nobody decided in time, so it is denied.";
    case "sandbox.end":
      return `Sandbox: ${event.attrs.outcome}${event.values.sentence === undefined ? "" : `, ${event.values.sentence}`}`;
    case "error":
      return `Error: ${event.values.sentence ?? event.attrs.code}`;
    case "handoff":
      return `Handed to ${event.attrs.to}`;
    case "kill.switch":
      return "Everything was stopped.";
    case "run.recovered":
      return "The run was interrupted and goes on from its record.";
    case "turn.end":
      return event.attrs.status === "done" ? undefined : `${event.attrs.status}: ${event.values.sentence ?? ""}`;
    default:
      return undefined;
  }
}

const acts = { allow: "let pass", warn: "warns about", redact: "hides part of", ask: "asks about", block: "stops" };
const targets = {
  user: "a message",
  document: "a document",
  tool: "a tool's answer",
  model: "a reply",
  author: "the flow's own text",
};

function firewallLine({ attrs, values }: Extract<RunEvent, { kind: "guardrail.result" }>): string {
  const reasons = (values.findings ?? []).flatMap(({ reason }) => (typeof reason === "string" ? [reason] : []));
  return `Firewall ${acts[attrs.verdict]} ${targets[attrs.target]}: ${[...new Set(reasons)].join(" ")}`;
}

/** The card of a waiting request: the exact call, and where each argument comes from. */
export function requestLines({ attrs, values }: ApprovalRequestEvent): readonly string[] {
  const from = Object.entries(values.arguments ?? {}).map(([name, value]) => {
    const origin = values.origins?.[name];
    const warning = origin?.integrity === "untrusted" ? ", which anybody may have written" : "";
    return `      ${name}: ${JSON.stringify(value)}${origin === undefined ? "" : `  (from ${origin.title}${warning})`}`;
  });
  const who = attrs.roles.length === 0 ? "anyone else" : attrs.roles.join(" or ");
  return [
    `  · Waiting for ${who}: ${values.sentence ?? attrs.tool}`,
    ...from,
    ...(values.rule === undefined ? [] : [`      ${values.rule}`]),
    `      Until ${new Date(attrs.expiresAt).toISOString()}`,
  ].map(plainText);
}
