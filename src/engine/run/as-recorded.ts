import { equalJson, type JsonValue } from "../value/json.ts";
import { answerKinds, volatileAttrs } from "./event-kinds.ts";
import type { EventDraft, RunEvent } from "./events.ts";

/** How a draft stands to the event of the same kind and key that the record holds. */
export type Likeness =
  | { readonly is: "same" }
  | { readonly is: "different" }
  /** A value that would have to be compared was erased. */
  | { readonly is: "erased"; readonly field: string };

/** Compares everything but what depends on the clock or the machine. Answers of the world are as they were recorded. */
export function likeness(recorded: RunEvent, draft: EventDraft): Likeness {
  if (answerKinds.has(draft.kind)) return { is: "same" };
  const skip = new Set(volatileAttrs[draft.kind] ?? []);
  if (differsIn(recorded.attrs, draft.attrs, skip)) return { is: "different" };
  for (const [field, value] of Object.entries(plain(draft.values))) {
    const before = plain(recorded.values)[field];
    if (before === undefined) return { is: "erased", field };
    if (!equalJson(before, value)) return { is: "different" };
  }
  return { is: "same" };
}

function differsIn(recorded: object, draft: object, skip: ReadonlySet<string>): boolean {
  const left = plain(recorded);
  const right = plain(draft);
  return [...new Set([...Object.keys(left), ...Object.keys(right)])].some(
    (name) => !skip.has(name) && !equalJson(left[name], right[name]),
  );
}

/** A strict view of an event's members: optional ones that are absent are left out. */
function plain(members: object): Record<string, JsonValue> {
  const out: Record<string, JsonValue> = {};
  for (const [name, value] of Object.entries(members)) if (value !== undefined) out[name] = value;
  return out;
}
