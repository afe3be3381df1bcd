import { atLeast, integrityLevels, type Integrity, type JsonObject, type RowWork } from "#engine";
import { sinkIntegrity } from "../guarded-roles.ts";
import { leaves } from "../leaves.ts";
import type { Origin, TracedArgument, TracedArguments } from "../origin.ts";
import { workOnRows } from "./work-on-rows.ts";

/**
 * What every value of a result is worth: as much as the least trusted of the values it was made of. Where what was compared
 * with, or the column that decided, is not trusted, nobody whom the person trusts has chosen the rows, so no value is more than
 * a field of some record.
 */
export function carriedLabels(work: RowWork, args: JsonObject, traced: TracedArguments): TracedArguments {
  const worked = workOnRows(work, args);
  if (!worked.ok) return {};
  const cap: Integrity = isChosenByTrust(args, traced) ? "author" : "structured";
  const { from } = worked;
  return Object.fromEntries(
    leaves(worked.result)
      .filter(({ path }) => path !== "")
      .map(({ path }) => [path, joined(partsOf(path, from, traced), cap)]),
  );
}

/** The traced arguments behind a value: its own, or those of the record that holds it. */
function partsOf(
  path: string,
  from: ReadonlyMap<string, readonly string[]>,
  traced: TracedArguments,
): readonly (TracedArgument | undefined)[] {
  for (const [made, parts] of from) {
    if (made !== path && !path.startsWith(`${made}.`)) continue;
    return parts.map((part) => ownOf(traced, `${part}${path.slice(made.length)}`));
  }
  return [];
}

function ownOf(traced: TracedArguments, path: string): TracedArgument | undefined {
  return Object.hasOwn(traced, path) ? traced[path] : undefined;
}

function joined(parts: readonly (TracedArgument | undefined)[], cap: Integrity): TracedArgument {
  const known = parts.filter((part) => part !== undefined);
  const [first] = known;
  if (first === undefined || known.length < parts.length) return unknown;
  const levels = [...known.map(({ label }) => label.integrity), cap];
  const integrity = levels.reduce((low, each) => (rankOf(each) > rankOf(low) ? each : low), cap);
  const sources = [...new Set(known.flatMap(({ label }) => label.sources))].sort();
  return { label: { integrity, sources }, origin: originOf(known, first.origin, integrity) };
}

function originOf(known: readonly TracedArgument[], first: Origin, integrity: Integrity): Origin {
  const worst = known.find(({ label }) => label.integrity === integrity)?.origin ?? first;
  if (known.length === 1) return first;
  const { kind, title, key } = worst;
  return { kind, title, ...(key === undefined ? {} : { key }) };
}

/** Empty lists, and columns that a row does not have. */
const unknown: TracedArgument = {
  label: { integrity: "untrusted", sources: [] },
  origin: { kind: "outside", title: "text from outside" },
};

function rankOf(integrity: Integrity): number {
  return integrityLevels.indexOf(integrity);
}

function isChosenByTrust(args: JsonObject, traced: TracedArguments): boolean {
  const column = args["field"];
  const deciding = Object.keys(traced).filter(
    (path) =>
      path === "value" || (typeof column === "string" && /^rows\.\d+\./u.test(path) && path.endsWith(`.${column}`)),
  );
  return deciding.every((path) => atLeast(traced[path]?.label.integrity ?? "untrusted", sinkIntegrity));
}
