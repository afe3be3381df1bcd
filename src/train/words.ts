import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Heading } from "./corpus.ts";
import { words, type Example } from "./example.ts";

/** Sentences that a word is put into, beside standing alone. */
const settings = 1;

/**
 * What telling words teach: each amid harmless lines of its language, so that a head learns the word and not its
 * surroundings. `<lang>.txt`: sections as in a corpus, words and phrases between commas.
 */
export function readWords(
  folder: string,
  heading: Heading,
  harmless: readonly Example[],
  random: () => number,
): readonly Example[] {
  return readdirSync(folder)
    .toSorted()
    .flatMap((file) => {
      const lang = file.replace(/\.txt$/u, "");
      const frames = harmless.filter((example) => example.lang === lang && example.text.length < 200);
      const draw = (): string => frames[Math.floor(random() * frames.length)]?.text ?? "";
      return sectionsOf(file, readFileSync(join(folder, file), "utf8"), heading).flatMap(({ at, listed }) =>
        listed.flatMap((word) =>
          [word, ...Array.from({ length: settings }, () => insert(word, draw(), random))].map((text): Example => ({
            text,
            lang,
            source: words,
            family: words,
            group: word,
            ...at,
          })),
        ),
      );
    });
}

function sectionsOf(file: string, text: string, heading: Heading) {
  return text
    .split(/^\[/mu)
    .slice(1)
    .map((section) => {
      const [written = "", ...lines] = section.split("]");
      const at = heading(written);
      if (at === undefined) throw new Error(`${file}: there is no section called ${written}.`);
      const listed = lines.join("]").split(/[,\n]/u);
      return { at, listed: listed.map((word) => word.trim()).filter((word) => word !== "") };
    });
}

/** A word in place of one of a sentence's. */
function insert(word: string, sentence: string, random: () => number): string {
  const parts = sentence.split(" ");
  parts.splice(Math.floor(random() * parts.length), 1, word);
  return parts.join(" ");
}
