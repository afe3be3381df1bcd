import { z } from "zod";
import { eventSchemas, type EventKind } from "./event-kinds.ts";

const actor = z.strictObject({ type: z.enum(["system", "user", "agent", "approver", "tool"]), ref: z.string() });
export type Actor = z.infer<typeof actor>;

export const systemActor: Actor = { type: "system", ref: "engine" };

interface Common {
  /** Step key: which step of which node of which turn, never arrival order. */
  readonly key: string;
  readonly node?: { readonly id: string; readonly type: string };
  /** Step key of the cause. */
  readonly parent?: string;
  readonly actor: Actor;
}

type DraftOf<K extends EventKind> = Common & {
  readonly kind: K;
  readonly attrs: z.infer<(typeof eventSchemas)[K]["attrs"]>;
  readonly values: z.infer<(typeof eventSchemas)[K]["values"]>;
};

/** What the engine and the monitor hand to the log. */
export type EventDraft = { [K in EventKind]: DraftOf<K> }[EventKind];

interface Logged {
  /** Position in the run's log, from 0. */
  readonly seq: number;
  /** Milliseconds since the epoch, UTC. */
  readonly time: number;
}

export type EventOf<K extends EventKind> = Omit<DraftOf<K>, "values"> &
  Logged & { readonly values: Partial<z.infer<(typeof eventSchemas)[K]["values"]>> };

/** What the log gives back. A value that was erased or withheld is absent from `values`. */
export type RunEvent = { [K in EventKind]: EventOf<K> }[EventKind];

const common = {
  key: z.string().min(1).max(500),
  node: z.strictObject({ id: z.string(), type: z.string() }).exactOptional(),
  parent: z.string().exactOptional(),
  actor,
};

function schemaOf(kind: EventKind): z.ZodType {
  const { attrs, values } = eventSchemas[kind];
  return z.strictObject({
    ...common,
    kind: z.literal(kind),
    attrs,
    values: values.partial(),
    seq: z.number().int().nonnegative(),
    time: z.number(),
  });
}

const schemas = new Map<string, z.ZodType>();

export function isEventKind(kind: string): kind is EventKind {
  return Object.hasOwn(eventSchemas, kind);
}

/** Parses one event that comes from storage or from a file. Undefined when it is not of a known kind and exact shape. */
export function parseRunEvent(candidate: unknown): RunEvent | undefined {
  const kind = kindOf(candidate);
  if (kind === undefined) return undefined;
  const schema = schemas.get(kind) ?? schemaOf(kind);
  schemas.set(kind, schema);
  return schema.safeParse(candidate).success ? asRunEvent(candidate) : undefined;
}

function kindOf(candidate: unknown): EventKind | undefined {
  if (typeof candidate !== "object" || candidate === null || !("kind" in candidate)) return undefined;
  const { kind } = candidate;
  return typeof kind === "string" && isEventKind(kind) ? kind : undefined;
}

// The schema above has just accepted the value; TypeScript cannot follow a union through the table of schemas.
function asRunEvent(candidate: unknown): RunEvent {
  return candidate as RunEvent;
}

export function isKind<K extends EventKind>(event: RunEvent, kind: K): event is Extract<RunEvent, { kind: K }> {
  return event.kind === kind;
}

/** Shown while it happens, never stored; no fold may depend on it. */
export type Progress =
  | { readonly type: "text"; readonly key: string; readonly node: string; readonly text: string }
  | { readonly type: "checking"; readonly key: string; readonly node: string };
