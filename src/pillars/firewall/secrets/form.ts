import { alphabet } from "./alphabets.ts";

/**
 * What secrets of one format look like, written as text with holes: `dop_v1_{hex:64}` is a fixed beginning and 64 drawn
 * characters, `{hex:8-12}` between 8 and 12 of them, `{live|test}` one of the words, `{uuid}` a UUID.
 */
export interface Form {
  readonly text: string;
  readonly parts: readonly Part[];
  readonly least: number;
  readonly most: number;
}
type Part = { readonly words: readonly string[] } | Stretch;
interface Stretch {
  readonly characters: string;
  readonly size: number;
  readonly least: number;
  readonly most: number;
}

/** A word that stands in every secret of a form, and how far before it the secret begins. */
export interface Anchor {
  readonly word: string;
  readonly leastBefore: number;
  readonly mostBefore: number;
}

const uuid = "{hex:8}-{hex:4}-{hex:4}-{hex:4}-{hex:12}";
const hole = /\{([^{}]*)\}/gu;
const drawn = /^(\w+):(\d+)(?:-(\d+))?$/u;
/** An anchor shorter than this would stand in every other word. */
const shortestAnchor = 2;

export function parseForm(text: string): Form {
  const parts: Part[] = [];
  const spelled = text.replaceAll("{uuid}", uuid);
  let at = 0;
  for (const match of spelled.matchAll(hole)) {
    if (match.index > at) parts.push({ words: [spelled.slice(at, match.index)] });
    parts.push(parseHole(match[1] ?? ""));
    at = match.index + match[0].length;
  }
  if (at < spelled.length) parts.push({ words: [spelled.slice(at)] });
  const lengths = parts.map(lengthOf);
  return {
    text,
    parts,
    least: lengths.reduce((sum, length) => sum + length.least, 0),
    most: lengths.reduce((sum, length) => sum + length.most, 0),
  };
}

function parseHole(text: string): Part {
  const match = drawn.exec(text);
  if (match === null) return { words: text.split("|") };
  const [, name = "", least = "", most = least] = match;
  return { ...alphabet(name), least: Number(least), most: Number(most) };
}

function lengthOf(part: Part): { least: number; most: number } {
  if (!("words" in part)) return part;
  const lengths = part.words.map((word) => word.length);
  return { least: Math.min(...lengths), most: Math.max(...lengths) };
}

/** The form as a regular expression's source, with one group for each drawn stretch. Every repetition is bounded. */
export function sourceOf({ parts }: Form): string {
  return parts
    .map((part) =>
      "words" in part
        ? `(?:${part.words.map(escape).join("|")})`
        : `([${part.characters}]{${part.least},${part.most}})`,
    )
    .join("");
}

/** The characters that would lengthen a secret of this form, and so may not follow it. A point ends a sentence too. */
export function followers({ parts }: Form): string {
  const last = parts.at(-1);
  const own = last === undefined || "words" in last ? "" : last.characters.replace(".", "");
  return `0-9A-Za-z_\\-${own}`;
}

/**
 * The characters that may not stand before a secret of this form. Within a run of its own alphabet it could begin
 * anywhere, so only the run's beginning counts; but a sign that assigns, `=`, stands before most secrets.
 */
export function predecessors({ parts }: Form): string {
  const [first] = parts;
  const last = parts.at(-1);
  const own = last === undefined || "words" in last ? "" : last.characters.replace("=", "");
  const inRun = new RegExp(`^[${own}]*$`, "u");
  const isOwn = first !== undefined && (!("words" in first) || first.words.some((word) => inRun.test(word)));
  return `0-9A-Za-z_\\-${isOwn ? own : ""}`;
}

/** The drawn stretch that makes up the form behind fixed words of one length, if it may hold the sign that assigns. */
export function tailOf({ parts, least }: Form): { characters: string; offset: number } | undefined {
  const last = parts.at(-1);
  if (last === undefined || "words" in last || !last.characters.includes("=") || last.size === 1) return undefined;
  const heads = parts.slice(0, -1);
  if (!heads.every((part) => "words" in part && part.words.every((word) => word.length === part.words[0]?.length)))
    return undefined;
  return { characters: last.characters, offset: least - last.least };
}

/** The bits a secret of this form would have if it were drawn evenly. */
export function bitsOf({ parts }: Form): number {
  return parts.reduce((bits, part) => bits + ("words" in part ? 0 : part.least * Math.log2(part.size)), 0);
}

/** How many different characters the drawn stretches can have. */
export function varietyOf({ parts }: Form): number {
  return Math.max(1, ...parts.map((part) => ("words" in part ? 1 : part.size)));
}

/** The words by which to look for the form; empty if nothing in it is fixed. */
export function anchorsOf({ parts }: Form): readonly Anchor[] {
  let best: readonly Anchor[] = [];
  let before = { least: 0, most: 0 };
  for (let index = 0; index < parts.length;) {
    const run = fixedRun(parts, index);
    const shortest = Math.min(...run.words.map((word) => word.length));
    const isBetter = best.length === 0 || (before.least > 0 && shortest > Math.min(...best.map(wordLength)) + 2);
    if (run.count > 0 && shortest >= shortestAnchor && isBetter)
      best = run.words.map((word) => ({ word, leastBefore: before.least, mostBefore: before.most }));
    for (const part of parts.slice(index, index + Math.max(1, run.count))) {
      const length = lengthOf(part);
      before = { least: before.least + length.least, most: before.most + length.most };
    }
    index += Math.max(1, run.count);
  }
  return best;
}

/** Every spelling of the words that stand together from a part on. */
function fixedRun(parts: readonly Part[], from: number): { words: readonly string[]; count: number } {
  let words: readonly string[] = [""];
  let count = 0;
  for (const part of parts.slice(from)) {
    if (!("words" in part)) break;
    words = words.flatMap((head) => part.words.map((tail) => head + tail));
    count += 1;
  }
  return { words, count };
}

function wordLength({ word }: Anchor): number {
  return word.length;
}

function escape(word: string): string {
  return word.replace(/[\\^$.*+?()[\]{}|/]/gu, "\\$&");
}
