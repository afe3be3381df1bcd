import { type ArgumentRole, type JsonObject, jsonToText, type JsonValue } from "#engine";
import { leaves, roleOf } from "./leaves.ts";
import { squashed } from "./tokens.ts";

/** A call that a person denied in this run: its tool, and whom or what it was about. */
export interface Denial {
  readonly tool: string;
  /** Target and id arguments by path; an argument without a role counts as a target. */
  readonly about: Readonly<Record<string, JsonValue>>;
}

/** What a denial of this call covers. The same function describes a later call, for `deniedBefore`. */
export function denialOf(tool: string, args: JsonObject, roles: Readonly<Record<string, ArgumentRole>>): Denial {
  const about = leaves(args)
    .filter(({ path, value }) => path !== "" && !isBlank(value) && ["target", "id"].includes(roleOf(roles, path)))
    .map(({ path, value }) => [path, value] as const);
  return { tool, about: Object.fromEntries(about) };
}

/**
 * The earlier denial that covers this call: the same tool about the same target and id, whatever else changes (amount,
 * wording, further arguments, case or punctuation of an id: a model that was told no must not get through with "a-1001").
 * It holds for the rest of the run.
 */
export function deniedBefore(denials: readonly Denial[], call: Denial): Denial | undefined {
  return denials.find(
    (denial) =>
      denial.tool === call.tool &&
      Object.entries(denial.about).every(
        ([path, value]) =>
          Object.hasOwn(call.about, path) &&
          squashed(jsonToText(call.about[path] ?? null)) === squashed(jsonToText(value)),
      ),
  );
}

/** Left out, so that adding an empty argument does not make it another call. */
function isBlank(value: JsonValue): boolean {
  return value === null || value === "" || (typeof value === "object" && Object.keys(value).length === 0);
}
