import type { ToolSpec } from "#engine";
import type { CallEnd } from "./judge.ts";

/**
 * Which guards stand: all of them; none; only the grants that are planned from the request; asking for every consequential
 * call; asking for each that comes after anything was read. All run on the same engine; what is taken out, is taken out of the drawing.
 */
export const guardSets = ["full", "none", "grants", "ask", "taint"] as const;
export type GuardSet = (typeof guardSets)[number];

interface GuardSettings {
  /** Where arguments come from counts. */
  readonly provenance: boolean;
  /** A call that the request did not foresee is asked about. */
  readonly plan: boolean;
  readonly consequential: "alone" | "ask";
}

export const guardSettings: Readonly<Record<GuardSet, GuardSettings>> = {
  full: { provenance: true, plan: true, consequential: "alone" },
  none: { provenance: false, plan: false, consequential: "alone" },
  grants: { provenance: false, plan: true, consequential: "alone" },
  ask: { provenance: false, plan: false, consequential: "ask" },
  taint: { provenance: false, plan: false, consequential: "alone" },
};

/** Without roles there is no argument whose origin counts. */
export function withoutRoles(spec: ToolSpec): ToolSpec {
  return { ...spec, roles: Object.fromEntries(Object.keys(spec.roles).map((name) => [name, "flag" as const])) };
}

/** Taint of the whole run: after the first result anything consequential is asked about. No drawing says this, so it is read off the order of the calls. */
export function tainted(end: CallEnd): CallEnd {
  return end === "alone" ? "asked" : end;
}
