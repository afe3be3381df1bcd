import { numberKinds, personalDataNames } from "./kinds.ts";
import type { PersonalDataKind } from "./kinds.ts";

/** Kinds of which the end may be shown; a security code or a name is all end. */
const partly: ReadonlySet<PersonalDataKind> = new Set<PersonalDataKind>([...numberKinds, "customer-number", "phone"]);
const shown = 4;

/** "card number ending in 1111"; a value of which that would be more than a third keeps it all to itself. */
export function masked(kind: PersonalDataKind, value: string): string {
  const name = personalDataNames[kind];
  const bare = value.normalize("NFKC").replace(/[^\p{L}\p{N}]/gu, "");
  return partly.has(kind) && bare.length >= shown * 3 ? `${name} ending in ${bare.slice(-shown)}` : name;
}
