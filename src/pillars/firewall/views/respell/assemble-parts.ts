import { segment } from "../segment.ts";
import type { Piece } from "../view.ts";
import { isTrigger, isWord } from "../vocabulary.ts";

/** Two literals that a program would put together: 'ign' + 'ore', "ign" . "ore", "ign" "ore". */
const glue = /(?<=[^\s"'`])(["'`])\s{0,3}(?:[+.&~]|\|\||\.\.|,\s?(?="[^"]{0,3}"))\s{0,3}["'`](?=[^"'`\n])/gu;
/** A fragment that is given a name: `a = 'ign'`, let b be "ore", c: «ure». */
const assignment =
  /(?<![\p{L}\p{N}_])(?:let |set |const |var |define |string )?[$@]?([a-z]\w{0,11})\s{0,3}(?:=|:=|:|\bis\b|\bbe\b|\bequals\b|->)\s{0,3}(?:"([^"\n]{1,300})"|'([^'\n]{1,300})'|`([^`\n]{1,300})`|“([^”\n]{1,300})”)/giu;
const sum =
  /(?<![\p{L}\p{N}_"'])[$@{]{0,3}([a-z]\w{0,11})\}{0,2}(?:\s{0,3}[+.&,]?\s{0,3}[$@{]{0,3}[a-z]\w{0,11}\}{0,2}){1,30}/giu;
/** The quotation mark is what is searched for: it is rarer than what stands before it. */
const given = /(?<=(?:[=:]|\b(?:is|be|equals)\b)\s{0,3})["'`“]/iu;
const mostNames = 200;
const initials = /^[^\S\n]{0,8}(?:[-*•>]|\d{1,3}[.)])?[^\S\n]{0,4}(\p{L})/gmu;
const leastInitials = 8;

/** Text whose parts stand apart, put together. Each piece covers its parts and all between them. */
export function assembledPieces(text: string): Piece[] {
  return [...literals(text), ...named(text), ...acrostics(text)];
}

/** Literals in a row lose what stands between them. */
function* literals(text: string): Generator<Piece> {
  if (!/["'`]\s{0,3}[+.&~|,]/u.test(text)) return;
  const parts: Piece[] = [];
  for (const match of text.matchAll(glue))
    parts.push({ start: match.index, end: match.index + match[0].length, text: "" });
  yield* parts;
}

/** Named fragments, in the order in which a sum names them, else as they come. */
function* named(text: string): Generator<Piece> {
  if (!given.test(text)) return;
  const fragments = new Map<string, Piece>();
  for (const match of text.matchAll(assignment)) {
    const value = match.slice(2).find((group) => group !== undefined) ?? "";
    const start = match.index + match[0].length - value.length - 1;
    const name = (match[1] ?? "").toLowerCase();
    if (fragments.size < mostNames) fragments.set(name, { start, end: start + value.length, text: value });
  }
  if (fragments.size < 2) return;
  const orders = [...sums(text, fragments), [...fragments.values()]];
  const start = Math.min(...[...fragments.values()].map((fragment) => fragment.start));
  const end = Math.max(...[...fragments.values()].map((fragment) => fragment.end));
  const apart: Piece = { start, end, text: "\n\n", isWhole: true, effort: "none" };
  yield { start, end, text: "", parts: orders.flatMap((order) => [...order, apart]) };
}

/** Every expression that names two fragments or more, as those fragments. */
function* sums(text: string, fragments: ReadonlyMap<string, Piece>): Generator<Piece[]> {
  let written = 0;
  for (const match of text.matchAll(sum)) {
    const names = match[0].toLowerCase().match(/[a-z]\w*/gu) ?? [];
    const parts = names.flatMap((name) => fragments.get(name) ?? []);
    if (parts.length < 2 || parts.length < names.length / 2) continue;
    written += parts.length;
    if (written > mostNames) return;
    yield parts;
  }
}

/** First letters of lines that spell known words and nothing else. */
function* acrostics(text: string): Generator<Piece> {
  if (!hasLines(text, leastInitials)) return;
  const lines = [...text.matchAll(initials)];
  if (lines.length < leastInitials || lines.length > 2000) return;
  const letters = lines
    .map((line) => line[1] ?? "")
    .join("")
    .toLowerCase();
  if (!/^[a-z]+$/u.test(letters)) return;
  const words = segment(letters);
  const known = words.filter(isWord).reduce((length, word) => length + word.length, 0);
  if (!words.some((word) => word.length > 4 && isTrigger(word)) || known < letters.length * 0.9) return;
  const first = lines[0];
  const last = lines.at(-1);
  if (first === undefined || last === undefined) return;
  yield { start: first.index, end: last.index + last[0].length, text: words.join(" "), isWhole: true };
}

/** Whether a text has so many lines, empty ones included; whatever ends a line for a pattern does so here. */
function hasLines(text: string, least: number): boolean {
  let lines = 1;
  for (let at = 0; at < text.length && lines < least; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 0x0a || unit === 0x0d || unit === 0x2028 || unit === 0x2029) lines += 1;
  }
  return lines >= least;
}
