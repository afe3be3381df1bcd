import { parseVkey } from "#pillars/trace";

/** How many different witnesses are among these key lines. What is no key line is left to the check, which names it. */
export function witnessesIn(keys: readonly string[]): number {
  return new Set(keys.filter(isWitness)).size;
}

function isWitness(vkey: string): boolean {
  try {
    return parseVkey(vkey).algorithm === "cosignature";
  } catch {
    return false;
  }
}

/** The number that was asked for; undefined where it is none, or more than there are witnesses to sign: that is a slip. */
export function quorumOf(text: string, keys: readonly string[]): number | undefined {
  const asked = text.trim() === "" ? 0 : /^\d{1,3}$/u.test(text.trim()) ? Number(text) : undefined;
  return asked === undefined || asked > witnessesIn(keys) ? undefined : asked;
}
