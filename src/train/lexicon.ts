import { readFileSync } from "node:fs";
import { join } from "node:path";
import { wordHash } from "#pillars/firewall/learning";

/** One sense a line, its words after one another. */
export const sensesFile = "senses.txt";

/** The lexicon's table for a model file. Of two words with the same hash the more frequent sense's stays. */
export function readLexiconTable(): { readonly words: Uint32Array; readonly senses: Uint16Array } {
  const byHash = new Map<number, number>();
  const lines = readFileSync(join(import.meta.dirname, sensesFile), "utf8")
    .trimEnd()
    .split("\n");
  for (const [at, line] of lines.entries())
    for (const word of line.split(" ")) if (!byHash.has(wordHash(word))) byHash.set(wordHash(word), at + 1);
  return { words: Uint32Array.from(byHash.keys()), senses: Uint16Array.from(byHash.values()) };
}
