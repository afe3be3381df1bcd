import type { JsonValue, RunEvent } from "#engine";
import { runEventOf } from "#hosts/workspace";
import type { TracedEvent } from "#pillars/trace";

/** Steps in short; `cut` names those of which values were shortened or left out. */
export interface ReadPage {
  readonly events: readonly RunEvent[];
  readonly cut: readonly number[];
}

export function readPageOf(steps: readonly TracedEvent[]): ReadPage {
  const briefs = steps.map((each) => briefOf(runEventOf(each)));
  return {
    events: briefs.map(({ event }) => event),
    cut: briefs.flatMap(({ event, isCut }) => (isCut ? [event.seq] : [])),
  };
}

/** Characters of one value that a list of steps keeps; a sentence about a step never shows more. */
const longestText = 2_000;
const largestJson = 8_000;
/** Who reads a list needs these whole: what a guard found decides how its step is told. */
const alwaysWhole: ReadonlySet<string> = new Set(["findings"]);

/** A step with its long texts cut and its large values left out, so that a list of 100,000 steps fits into memory. */
function briefOf(event: RunEvent): { readonly event: RunEvent; readonly isCut: boolean } {
  const entries = Object.entries(event.values).map(([field, value]) => [field, brief(field, value)] as const);
  const isCut = entries.some(([field, value]) => value !== valueAt(event, field));
  if (!isCut) return { event, isCut };
  const values = Object.fromEntries(entries.filter(([, value]) => value !== undefined));
  return { event: withValues(event, values), isCut };
}

function brief(field: string, value: JsonValue | undefined): JsonValue | undefined {
  if (alwaysWhole.has(field)) return value;
  if (typeof value === "string") return value.length > longestText ? value.slice(0, longestText) : value;
  const isLarge = typeof value === "object" && value !== null && JSON.stringify(value).length > largestJson;
  return isLarge ? undefined : value;
}

function valueAt({ values }: RunEvent, field: string): JsonValue | undefined {
  const named: Readonly<Record<string, JsonValue | undefined>> = values;
  return named[field];
}

// Every value of an event may be absent or shorter; its kind and shape stay.
function withValues(event: RunEvent, values: Readonly<Record<string, JsonValue | undefined>>): RunEvent {
  return { ...event, values } as RunEvent;
}
