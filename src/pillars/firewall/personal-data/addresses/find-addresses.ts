import type { PersonalDatum } from "../datum.ts";
import { isDigit } from "../digit-runs.ts";
import type { DigitRuns } from "../digit-runs.ts";
import { coreAt } from "./cores.ts";
import type { Core } from "./cores.ts";
import { findEastAsianAddresses } from "./east-asian.ts";
import { role } from "./lexicon.ts";
import { aroundHouseNumbers, lastDigit } from "./stretches.ts";
import type { Stretch } from "./stretches.ts";
import { extendLeft, extendRight } from "./surroundings.ts";
import { readTokens } from "./tokens.ts";
import type { Token } from "./tokens.ts";

/** Tokens before an address in which a word may announce it. */
const cueReach = 12;
/** Characters around a number that are read: what announces an address, its street, and what follows. */
const reachBefore = 110;
const reachAfter = 170;
/** Characters that a street with its number takes at most. */
const longestCore = 110;
/** Beyond this, what follows says nothing about an address any more. */
const farthest = 420;
const longestPiece = 8192;
/** "the corner of Fifth Avenue and Pine Street" */
const corner =
  /\b[Cc]orner of (?:the )?(\p{Lu}[\p{L}\p{N}.'’-]{1,24}(?: [\p{L}\p{N}.'’-]{1,24}){0,4}? (?:and|&) \p{Lu}[\p{L}\p{N}.'’-]{1,24}(?: \p{Lu}[\p{L}\p{N}.'’-]{1,24}){0,2})/gu;

/**
 * Postal addresses in the stretches of a text that have numbers. An address has a core (a street with its number, a box at
 * the post office, a postcode with its town) and grows from there over units, postcodes, towns and countries.
 */
export function findAddresses(text: string, runs: DigitRuns): readonly PersonalDatum[] {
  const found = [...findEastAsianAddresses(text), ...corners(text)];
  for (const stretch of aroundHouseNumbers(text, runs, reachBefore, reachAfter))
    for (const { start, end } of pieces(text, stretch))
      for (const address of inTokens(text, readTokens(text, start, end))) found.push(address);
  return apart(found.toSorted((a, b) => a.start - b.start || b.end - a.end));
}

/** A text full of numbers is one stretch; read in pieces, its tokens need not all be kept. Each address is whole in one of them. */
function* pieces(text: string, { start, end }: Stretch): Generator<Stretch> {
  let from = start;
  while (end - from > longestPiece) {
    yield { start: from, end: from + longestPiece };
    from += longestPiece - 2 * farthest;
    while (from < end && text.charCodeAt(from) > 32 && from % farthest !== 0) from += 1;
  }
  yield { start: from, end };
}

/**
 * Where an address that what follows may still change can begin; the length of the text if there is none. A number near the end
 * may be part of one, and numbers and names before it too.
 */
export function unfinishedAddress(text: string): number {
  const reach = farthest - longestCore;
  return lastDigit(text, reach) === undefined ? text.length : Math.max(0, text.length - farthest);
}

function* inTokens(text: string, tokens: readonly Token[]): Generator<PersonalDatum> {
  let taken = -1;
  for (let at = 0; at < tokens.length; at++) {
    const number = tokens[at];
    if (number?.kind !== "number" || number.start < taken || isLone(tokens, at) || isAmount(text, number)) continue;
    const core = coreAt(text, tokens, at);
    if (core === undefined || lengthOf(tokens, core) > longestCore) continue;
    const address = grow(text, tokens, core, taken);
    if (address.score < 0.35) continue;
    yield address;
    if (address.score >= 0.5) taken = address.end;
  }
}

function lengthOf(tokens: readonly Token[], { first, last }: Core): number {
  return (tokens[last]?.end ?? 0) - (tokens[first]?.start ?? 0);
}

function grow(text: string, tokens: readonly Token[], core: Core, taken: number): PersonalDatum {
  const left = extendLeft(tokens, core.first);
  const right = extendRight(text, tokens, core.last);
  const isOwnLine = isLineEnd(tokens[core.first - 1]) && (text.charAt(right.at) === "\n" || right.at === text.length);
  const worth = core.score + left.worth + right.worth + cueWorth(tokens, core.first) + (isOwnLine ? 0.1 : 0);
  return { kind: "address", score: Math.min(worth, 0.95), start: Math.max(left.at, taken, 0), end: right.at };
}

function isLineEnd(token: Token | undefined): boolean {
  return token === undefined || token.kind === "newline";
}

/** Whether no word stands beside a number: a column of figures, a card, a date. */
function isLone(tokens: readonly Token[], at: number): boolean {
  const isBare = (kind: Token["kind"] | undefined): boolean => kind !== "word" && kind !== "comma" && kind !== "mark";
  return isBare(tokens[at - 1]?.kind) && isBare(tokens[at + 1]?.kind);
}

/** A price, a share or a decimal is no house number. */
function isAmount(text: string, { start, end }: Token): boolean {
  const before = text.charCodeAt(start - 1);
  if (isCurrency(before) || (before === 32 && isCurrency(text.charCodeAt(start - 2)))) return true;
  if (isPoint(before) && isDigit(text.charCodeAt(start - 2))) return true;
  if (isPoint(text.charCodeAt(end)) && isDigit(text.charCodeAt(end + 1))) return true;
  return /^(?:[%°]|\s?(?:EUR|USD|GBP|[€£¥$₩]))/u.test(text.slice(end, end + 4));
}

/** $ £ ¥ € ₩ ₹ */
function isCurrency(code: number): boolean {
  return code === 36 || code === 0xa3 || code === 0xa5 || code === 0x20ac || code === 0x20a9 || code === 0x20b9;
}

/** . , : */
function isPoint(code: number): boolean {
  return code === 46 || code === 44 || code === 58;
}

/** What the words before an address say: most where they lead right up to it ("lives at", "Address:"). */
function cueWorth(tokens: readonly Token[], first: number): number {
  let lines = 0;
  for (let at = first - 1; at >= 0 && at > first - cueReach; at--) {
    const token = tokens[at];
    if (token?.kind === "newline" && ++lines > 2) return 0;
    if (token === undefined || (token.roles & role.cue) === 0) continue;
    return leadsTo(tokens, first) ? 0.35 : 0.15;
  }
  return 0;
}

function leadsTo(tokens: readonly Token[], first: number): boolean {
  let at = first - 1;
  while (at > first - 4 && /^(?:number|newline)$/u.test(tokens[at]?.kind ?? "")) at -= 1;
  const before = tokens[at];
  return /^(?::|=|at|on|in|is|to|near|am|an|à|au|en|em|na|nº|via|with)$/u.test(before?.text ?? "");
}

function* corners(text: string): Generator<PersonalDatum> {
  if (!text.includes("orner of ")) return;
  for (const match of text.matchAll(corner)) {
    const end = match.index + match[0].length;
    yield { kind: "address", score: 0.6, start: end - (match[1] ?? "").length, end };
  }
}

/** Of two that overlap, the more certain one; they are not joined, so that no address outgrows the guard's window. */
function apart(found: readonly PersonalDatum[]): PersonalDatum[] {
  const kept: PersonalDatum[] = [];
  for (const next of found) {
    const last = kept.at(-1);
    if (last === undefined || next.start >= last.end) kept.push(next);
    else if (next.score > last.score) kept[kept.length - 1] = next;
  }
  return kept;
}
