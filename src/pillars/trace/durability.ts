import type { JsonValue } from "./event.ts";

const strictKinds = ["turn.start", "tool.call", "budget.claim", "limit.hit", "kill.switch", "checkpoint"];
const strictFamilies = ["run.", "privilege.", "approval."];
const strictVerdicts: readonly (JsonValue | undefined)[] = ["block", "ask"];

/**
 * True for events that must be on disk before anything follows from them: what a person wrote before anybody works on it, an
 * intent before its effect, a decision before it is acted upon. All others may be written in batches.
 */
export function isStrict(event: {
  readonly kind: string;
  readonly attrs: Readonly<Record<string, JsonValue>>;
}): boolean {
  // With the turn that it starts, so that both are there or neither.
  if (event.kind === "message") return event.attrs["role"] === "user";
  if (event.kind === "guardrail.result") return strictVerdicts.includes(event.attrs["verdict"]);
  return strictKinds.includes(event.kind) || strictFamilies.some((family) => event.kind.startsWith(family));
}

const checkpointEvery = 64;

/** True when the log should be signed after this event; `unsigned` counts the events since the last checkpoint. */
export function needsCheckpoint(kind: string, unsigned: number): boolean {
  return unsigned >= checkpointEvery || kind.startsWith("approval.") || kind.startsWith("run.");
}
