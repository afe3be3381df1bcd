import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { own, type Example } from "./example.ts";

/** What the lines under a heading are; undefined if the heading is none of the corpus. */
export type Heading = (heading: string) => Pick<Example, "label" | "channel"> | undefined;

/** `[attack direct]`, `[benign data]`: orders to an assistant, and texts that are none. */
export const orders: Heading = (heading) => {
  const [, kind, where] = /^(attack|benign) (direct|data)$/u.exec(heading) ?? [];
  if (kind === undefined) return undefined;
  return { label: kind === "attack" ? "injection" : "benign", channel: where === "data" ? "data" : "message" };
};

/** Any section of the corpora for content: `[offensive]`, `[politics]`, `[none]`. */
export const contents: Heading = (heading) => ({ label: heading, channel: "message" });

/**
 * Reads every text file of a folder: `<lang>/*.txt` or `<lang>.txt`. Sections under a heading in brackets, one example a line,
 * `{a|b}` for alternatives, `\n` for a line break. Each line is spelled in up to `spellings` ways. Throws with file and line
 * where the form is broken.
 */
export function readCorpus(folder: string, heading: Heading, spellings: number, random: () => number): Example[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".txt"))
    .toSorted()
    .flatMap((file) => readFile(join(folder, file), languageOf(file), heading, spellings, random));
}

/** The first part of the path, without an ending. */
function languageOf(file: string): string {
  return file.split(/[/\\]/u)[0]?.replace(/\.txt$/u, "") ?? "";
}

function readFile(path: string, lang: string, heading: Heading, spellings: number, random: () => number): Example[] {
  const examples: Example[] = [];
  let at: Pick<Example, "label" | "channel"> | undefined;
  for (const [number, line] of readFileSync(path, "utf8").split("\n").entries()) {
    if (line.trim() === "" || line.startsWith("#")) continue;
    const [, written] = /^\[([a-z -]+)\]$/u.exec(line.trim()) ?? [];
    const next = written === undefined ? undefined : heading(written);
    if (next !== undefined) {
      at = next;
      continue;
    }
    if (at === undefined) throw new Error(`${path}:${number + 1}: an example stands before the first section.`);
    for (const text of spell(line, spellings, random))
      examples.push({ text, lang, source: own, family: own, group: line, ...at });
  }
  return examples;
}

/** Up to `spellings` different ways to spell a line. */
export function spell(line: string, spellings: number, random: () => number): readonly string[] {
  const ways = new Set<string>();
  for (let tries = 0; tries < spellings; tries += 1) ways.add(spellOnce(line, random).replaceAll("\\n", "\n").trim());
  return [...ways];
}

/** Braces with a bar between them offer a choice; others, as in JSON, are themselves. */
function spellOnce(line: string, random: () => number): string {
  const open = line.indexOf("{");
  if (open === -1) return line;
  const group = groupAt(line, open);
  if (group === undefined) return line.slice(0, open + 1) + spellOnce(line.slice(open + 1), random);
  const inner = spellOnce(group.options[Math.floor(random() * group.options.length)] ?? "", random);
  const written = group.options.length > 1 ? inner : `{${inner}}`;
  return line.slice(0, open) + written + spellOnce(line.slice(group.end), random);
}

/** What stands between the brace at `open` and its partner, parted at the bars of its own level. */
function groupAt(
  line: string,
  open: number,
): { readonly options: readonly string[]; readonly end: number } | undefined {
  const options: string[] = [];
  let from = open + 1;
  let depth = 0;
  for (let at = open; at < line.length; at += 1) {
    const sign = line[at];
    if (sign === "{") depth += 1;
    if (sign === "}") depth -= 1;
    if (depth === 0 || (depth === 1 && sign === "|")) {
      options.push(line.slice(from, at));
      from = at + 1;
    }
    if (depth === 0) return { options, end: at + 1 };
  }
  return undefined;
}
