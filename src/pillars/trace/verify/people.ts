import type { EventOf } from "#engine";
import { toBase64 } from "../base64.ts";
import { parseVkey } from "../signed-note.ts";
import { spelled } from "./spelled.ts";

/** How many people decided: one under two names is one, and so is one key. */
export function peopleIn(decisions: readonly EventOf<"approval.decision">[]): number {
  const known = new Set<string>();
  let people = 0;
  for (const { actor, attrs } of decisions) {
    const key = publicKeyOf(attrs.approver);
    const marks = [`id ${spelled(actor.ref)}`, ...(key === undefined ? [] : [`key ${key}`])];
    if (!marks.some((mark) => known.has(mark))) people++;
    for (const mark of marks) known.add(mark);
  }
  return people;
}

/** Of a key line; what cannot be read is a fault of its own (S07). */
function publicKeyOf(vkey: string | undefined): string | undefined {
  if (vkey === undefined) return undefined;
  try {
    return toBase64(parseVkey(vkey).publicKey);
  } catch {
    return undefined;
  }
}
