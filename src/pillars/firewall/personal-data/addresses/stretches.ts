import { isAsciiLetter, isDigit } from "../digit-runs.ts";
import type { DigitRuns } from "../digit-runs.ts";
import { role, rolesOf } from "./lexicon.ts";

/** A part of a text, end exclusive. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

const longestWord = 24;
/** Words after a number in small letters of which one may be a street's type: "742 evergreen terrace". */
const mostLower = 3;
/** Letters that may touch a number, as in the postcode SW1A 1AA. */
const mostGlued = 2;
/** 〒 */
const postMark = 0x3012;
const telling = role.typeAfter | role.typeBefore | role.unit | role.box | role.number | role.postcodeCue;

/**
 * The parts of a text around numbers that a postal address may hold, grown to white space and joined where they meet. Most
 * numbers stand among small words ("for 45 minutes"), so most of an ordinary text is not read more closely.
 */
export function aroundHouseNumbers(
  text: string,
  { starts, ends }: DigitRuns,
  before: number,
  after: number,
): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let start = -1;
  let end = 0;
  for (let at = 0; at < starts.length; at++) {
    const from = starts[at] ?? 0;
    const to = ends[at] ?? 0;
    // Near the last one it is read in any case.
    if (to + after <= end || !(followsWord(text, from) || precedesWord(text, to))) continue;
    if (start !== -1 && from - before > end) {
      stretches.push(grown(text, start, end));
      start = -1;
    }
    if (start === -1) start = from - before;
    end = to + after;
  }
  if (start !== -1) stretches.push(grown(text, start, end));
  return joined(stretches);
}

/** Whether the word before a number has a capital, or is one of addresses. */
function followsWord(text: string, number: number): boolean {
  let end = number;
  while (end > 0 && number - end < 4 && isGap(text.charCodeAt(end - 1))) end -= 1;
  let start = end;
  while (start > 0 && end - start < longestWord && isWordPart(text.charCodeAt(start - 1))) start -= 1;
  if (start === end) return text.charCodeAt(end - 1) === postMark;
  if (end === number && (end - start > mostGlued || text.charCodeAt(start - 1) > 32)) return false;
  return isCapital(text.charCodeAt(start)) || (rolesOf(text.slice(start, end)) & telling) !== 0;
}

/** Whether a word with a capital follows a number, or a word of addresses soon does. */
function precedesWord(text: string, number: number): boolean {
  let at = number;
  for (let words = 0; words < mostLower; words++) {
    const gap = at;
    while (at - gap < 4 && isGap(text.charCodeAt(at))) at += 1;
    const start = at;
    while (at - start < longestWord && isWordPart(text.charCodeAt(at))) at += 1;
    if (at === start || start === number) return false;
    if (words === 0 && isCapital(text.charCodeAt(start))) return true;
    if ((rolesOf(text.slice(start, at)) & telling) !== 0) return true;
  }
  return false;
}

function isGap(code: number): boolean {
  return (
    code === 32 || code === 10 || code === 13 || code === 9 || code === 44 || code === 46 || code === 58 || code === 35
  );
}

function isWordPart(code: number): boolean {
  return isAsciiLetter(code) || code === 39 || code > 0xa9;
}

function isCapital(code: number): boolean {
  return (code > 64 && code < 91) || code > 0xa9;
}

/** A word of more than 40 characters is cut. */
function grown(text: string, from: number, to: number): Stretch {
  let start = Math.max(0, from);
  let end = Math.min(text.length, to);
  for (let steps = 0; steps < 40 && start > 0 && text.charCodeAt(start - 1) > 32; steps++) start -= 1;
  for (let steps = 0; steps < 40 && end < text.length && text.charCodeAt(end) > 32; steps++) end += 1;
  return { start, end };
}

function joined(stretches: readonly Stretch[]): readonly Stretch[] {
  const whole: Stretch[] = [];
  for (const next of stretches) {
    const last = whole.at(-1);
    if (last !== undefined && next.start <= last.end) whole[whole.length - 1] = { start: last.start, end: next.end };
    else whole.push(next);
  }
  return whole;
}

/** Where the last run of digits of a text begins, if it is among its last `reach` characters. */
export function lastDigit(text: string, reach: number): number | undefined {
  for (let at = text.length - 1; at >= 0 && at >= text.length - reach; at--)
    if (isDigit(text.charCodeAt(at))) return at;
  return undefined;
}
