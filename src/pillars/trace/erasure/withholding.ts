import type { EventKind } from "#engine";

/** What a copy can go without: what was said, what was looked up and done, who did it. */
export const withholdingKinds = ["words", "data", "people"] as const;
export type WithholdingKind = (typeof withholdingKinds)[number];

/** `house`: the flow's own words, in which nobody has said anything. `unknown`: a value that this version does not know. */
export type ValueContent = WithholdingKind | "house" | "unknown";

type Fields = Readonly<Record<string, WithholdingKind | "house">>;

/** Every value that an event can have. */
const fields: Readonly<Record<EventKind, Fields>> = {
  "run.open": { flowTitle: "house" },
  "run.close": {},
  "run.recovered": {},
  "run.export": {},
  "turn.start": { speaker: "people" },
  "turn.end": { sentence: "words" },
  "node.start": { input: "words" },
  "node.end": { output: "words" },
  "edge.taken": {},
  error: { sentence: "words" },
  message: { content: "words", sources: "words", options: "words" },
  "llm.request": { instructions: "house" },
  "llm.response": { text: "words", toolCalls: "data", sources: "words", sentence: "words" },
  "retrieval.query": { query: "words" },
  "retrieval.result": { passages: "house" },
  "privilege.facts": {},
  "privilege.known": {},
  "privilege.request": { sentence: "data" },
  "privilege.grant": { constraints: "data", sentence: "data" },
  "privilege.use": {},
  "privilege.token": {},
  "privilege.deny": { sentence: "data" },
  "privilege.expire": {},
  "privilege.revoke": {},
  "budget.check": {},
  "budget.claim": {},
  "limit.hit": { sentence: "house" },
  "approval.request": { arguments: "data", origins: "data", sentence: "data", rule: "house", checks: "data" },
  "approval.decision": { name: "people", comment: "people", arguments: "data" },
  "approval.timeout": {},
  "approval.reminder": {},
  "kill.switch": {},
  "guardrail.result": { before: "words", after: "words", findings: "words" },
  "guardrail.request": { text: "words" },
  "guardrail.response": { answer: "words", reason: "words", sentence: "words" },
  "sandbox.start": { code: "house", input: "data" },
  "sandbox.end": { output: "data", sentence: "data", logs: "data", columns: "data" },
  "tool.call": { arguments: "data", origins: "data" },
  "tool.result": { result: "data" },
  handoff: { sentence: "words" },
};

/** Says of each value whether a copy without these kinds goes without it. What is not in the table is left out of any such copy. */
export function withoutKinds(
  kinds: readonly WithholdingKind[],
): (value: { readonly kind: string; readonly field: string }) => boolean {
  return ({ kind, field }) => {
    const content = contentOf(kind, field);
    if (content === "unknown") return kinds.length > 0;
    return content !== "house" && kinds.includes(content);
  };
}

const table: ReadonlyMap<string, Fields> = new Map(Object.entries(fields));

/** What a value of a step of that kind holds. */
export function contentOf(kind: string, field: string): ValueContent {
  const known = table.get(kind);
  return (known !== undefined && Object.hasOwn(known, field) ? known[field] : undefined) ?? "unknown";
}
