import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { wordHash } from "#pillars/firewall/learning";

/** One sense a line, its words after one another. */
export const sensesFile = "senses.txt";

/** `<lang>.txt`: an English word, an equals sign, its words in that language. */
export const translationsFolder = "translations";

/** The lexicon's table for a model file. Of two words with the same hash the more frequent sense's stays, English before others. */
export function readLexiconTable(): { readonly words: Uint32Array; readonly senses: Uint16Array } {
  const byHash = new Map<number, number>();
  const add = (word: string, sense: number): void => {
    if (!byHash.has(wordHash(word))) byHash.set(wordHash(word), sense);
  };
  for (const [at, line] of linesOf(sensesFile).entries()) for (const word of line.split(" ")) add(word, at + 1);
  const english = new Map(byHash);
  for (const { of, words } of readTranslations()) {
    const sense = english.get(wordHash(of));
    if (sense !== undefined) for (const word of words) add(word, sense);
  }
  return { words: Uint32Array.from(byHash.keys()), senses: Uint16Array.from(byHash.values()) };
}

/** What English words are in other languages. Throws with file and line where the form is broken. */
export function readTranslations(): readonly { readonly of: string; readonly words: readonly string[] }[] {
  return readdirSync(join(import.meta.dirname, translationsFolder))
    .toSorted()
    .flatMap((file) =>
      linesOf(join(translationsFolder, file)).map((line, at) => {
        const [of, words] = line.split(" = ");
        if (of === undefined || words === undefined)
          throw new Error(`${file}:${at + 1}: a line is an English word, " = ", and its words.`);
        return { of, words: words.split(" ").filter((word) => word !== "") };
      }),
    );
}

function linesOf(file: string): readonly string[] {
  return readFileSync(join(import.meta.dirname, file), "utf8")
    .trimEnd()
    .split("\n");
}
