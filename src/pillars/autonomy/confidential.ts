import { atLeast, type JsonObject, type ToolSpec } from "#engine";
import { type Leaf, leaves, roleOf } from "./leaves.ts";
import type { LabelledText, TraceContext, TracedArguments } from "./origin.ts";
import { readingRoles, sharedReaders, type Readers } from "./readers.ts";
import type { SinkProblem } from "./sinks.ts";

/** What a call would let out that only some may read. */
export interface Confidence {
  readonly problems: readonly SinkProblem[];
  /** Who may read all of it; undefined where there is nothing of the kind. */
  readonly readers: Readers;
}

const nothing: Confidence = { problems: [], readers: undefined };

type Result = Extract<LabelledText, { kind: "result" }>;

/**
 * Looks for what only some may read in a call that leaves the house: a message to somebody, or a request to another system. Nobody
 * can tell whose address it goes to, so a person decides. The person's own words and what anyone may read are free; whatever the
 * model has written itself may hold everything that it has read.
 */
export function confidenceOf(
  spec: ToolSpec,
  args: JsonObject,
  traced: TracedArguments,
  context: TraceContext,
): Confidence {
  if (spec.effect !== "send" && spec.remote === undefined) return nothing;
  const limited = context.values.filter((each): each is Result => each.kind === "result" && each.readers !== undefined);
  if (limited.length === 0) return nothing;
  const found = leaves(args).flatMap((leaf) => {
    const sources = sourcesOf(leaf, spec, traced, limited, context);
    return sources.length === 0 ? [] : [{ leaf, sources }];
  });
  const problems = found.map(({ leaf: { path }, sources }) => ({
    path,
    role: roleOf(spec.roles, path),
    sentence: `“${path}” may hold what only ${people(sharedReaders(sources.map(({ readers }) => readers)) ?? [])} may read (${titles(sources)}), and it leaves.`,
  }));
  return { problems, readers: sharedReaders(found.flatMap(({ sources }) => sources.map(({ readers }) => readers))) };
}

function sourcesOf(
  { path, value }: Leaf,
  spec: ToolSpec,
  traced: TracedArguments,
  limited: readonly Result[],
  { values }: TraceContext,
): readonly Result[] {
  if (path === "" || value === null || typeof value === "boolean" || roleOf(spec.roles, path) === "flag") return [];
  const argument = Object.hasOwn(traced, path) ? traced[path] : undefined;
  if (argument === undefined) return limited;
  if (atLeast(argument.label.integrity, "user")) return [];
  const from = argument.origin.kind === "record" ? values.find(({ key }) => key === argument.origin.key) : undefined;
  // A field of a record is no more than that; everything else was written with all that was read in mind.
  return from === undefined ? limited : limited.filter((each) => each === from);
}

function people(readers: readonly string[]): string {
  const roles = readingRoles(readers);
  return roles.length === 0 ? "the person who asked" : roles.join(" or ");
}

function titles(sources: readonly Result[]): string {
  return [...new Set(sources.map(({ title }) => title))].slice(0, 3).join(", ");
}
