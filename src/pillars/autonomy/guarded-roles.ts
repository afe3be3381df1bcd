import type { ArgumentRole, Integrity, ToolEffect, ToolSpec } from "#engine";

/** What an argument that decides who or what is affected must at least be, to be used without asking a person. */
export const sinkIntegrity: Integrity = "resolved";

const deciding: readonly ArgumentRole[] = ["target", "id", "value"];
const reading: readonly ArgumentRole[] = ["target"];

/**
 * The roles that need `sinkIntegrity`. A read changes nothing, but where it goes can carry data out, so its target counts
 * (an address made from outside text is the classic way to leak).
 */
export function guardedRoles(effect: ToolEffect): readonly ArgumentRole[] {
  return effect === "read" ? reading : deciding;
}

/** Whether calls of a tool change something, or go to an address that can carry data out. */
export function isConsequential({ effect, roles }: Pick<ToolSpec, "effect" | "roles">): boolean {
  return effect !== "read" || Object.values(roles).some((role) => reading.includes(role));
}
