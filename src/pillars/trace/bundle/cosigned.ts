import { z } from "zod";
import type { SignedCheckpoint } from "../log.ts";
import { readLine } from "../line.ts";

const decisionMark = '"kind":"approval.decision"';

/**
 * Puts the cosignatures that people gave with their decisions under the checkpoints that they are for, where other tools look for
 * them, and names their keys as witnesses.
 */
export function withCosignatures(
  lines: readonly string[],
  checkpoints: readonly SignedCheckpoint[],
  witnesses: readonly string[],
): { readonly checkpoints: readonly SignedCheckpoint[]; readonly witnesses: readonly string[] } {
  // A quotation mark inside a text is escaped, so the mark is the kind. Reading each line would cost more than all the rest.
  const given = lines.filter((line) => line.includes(decisionMark)).flatMap(cosignatureIn);
  const bySize = Map.groupBy(given, ({ size }) => size);
  const signed = checkpoints.map(({ size, note }) => {
    const more = new Set((bySize.get(size) ?? []).map(({ signature }) => `${signature}\n`));
    return { size, note: note + [...more].join("") };
  });
  const sizes = new Set(checkpoints.map(({ size }) => size));
  const keys = given.filter(({ size }) => sizes.has(size)).map(({ approver }) => approver);
  return { checkpoints: signed, witnesses: [...new Set([...witnesses, ...keys])] };
}

const decision = z.looseObject({
  approver: z.string(),
  cosigned: z.strictObject({ size: z.number(), signature: z.string() }),
});

function cosignatureIn(line: string): { size: number; signature: string; approver: string }[] {
  const attrs = decision.safeParse(readLine(line).attrs);
  return attrs.success ? [{ ...attrs.data.cosigned, approver: attrs.data.approver }] : [];
}
