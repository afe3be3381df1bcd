import { z } from "zod";
import type { SignedCheckpoint } from "../log.ts";
import { readLine } from "../line.ts";

const decision = "approval.decision";
/** Begins with a letter that is rare in a line, which makes looking for it several times as quick as for the whole word. */
const decisionMark = `${decision.slice(decision.indexOf("v"))}"`;

/** Whether a line may be a person's decision. Reading each line of a long run would cost more than all the rest of a bundle. */
export function mayDecide(line: string): boolean {
  return line.includes(decisionMark);
}

/**
 * Puts the cosignatures that people gave with their decisions under the checkpoints that they are for, where other tools look for
 * them, and names their keys as witnesses.
 */
export function withCosignatures(
  lines: readonly string[],
  checkpoints: readonly SignedCheckpoint[],
  witnesses: readonly string[],
): { readonly checkpoints: readonly SignedCheckpoint[]; readonly witnesses: readonly string[] } {
  const given = lines.flatMap(cosignatureIn);
  const bySize = Map.groupBy(given, ({ size }) => size);
  const signed = checkpoints.map(({ size, note }) => {
    const more = new Set((bySize.get(size) ?? []).map(({ signature }) => `${signature}\n`));
    return { size, note: note + [...more].join("") };
  });
  const sizes = new Set(checkpoints.map(({ size }) => size));
  const keys = given.filter(({ size }) => sizes.has(size)).map(({ approver }) => approver);
  return { checkpoints: signed, witnesses: [...new Set([...witnesses, ...keys])] };
}

const attributes = z.looseObject({
  approver: z.string(),
  cosigned: z.strictObject({ size: z.number(), signature: z.string() }),
});

function cosignatureIn(line: string): { size: number; signature: string; approver: string }[] {
  const { kind, attrs: given } = readLine(line);
  const attrs = attributes.safeParse(given);
  return kind === decision && attrs.success ? [{ ...attrs.data.cosigned, approver: attrs.data.approver }] : [];
}
