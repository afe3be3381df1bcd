import { role } from "./lexicon.ts";
import { endOfPostcode } from "./postcodes.ts";
import type { Token } from "./tokens.ts";

/** How far an address may reach beyond its core, in characters. */
const reach = { right: 150, left: 60 } as const;
const mostWords = 4;

/** What stands around a core and belongs to it. */
interface Extent {
  /** Where the address ends or begins. */
  readonly at: number;
  /** What the surroundings add to the score. */
  readonly worth: number;
}

interface Step {
  /** The first token after what was taken. */
  readonly next: number;
  readonly end: number;
  readonly worth: number;
}

function is(token: Token | undefined, roles: number): boolean {
  return token !== undefined && (token.roles & roles) !== 0;
}

/** Takes units, postcodes, towns, regions and countries after a core, over commas and up to two line ends. */
export function extendRight(text: string, tokens: readonly Token[], last: number): Extent {
  const limit = (tokens[last]?.end ?? 0) + reach.right;
  let next = last + 1;
  let end = tokens[last]?.end ?? 0;
  let worth = 0;
  for (let parts = 0; parts < 10; parts++) {
    const start = skipSeparators(tokens, next);
    const step =
      unitAt(tokens, start) ??
      postcodeAt(text, tokens, start, start > next) ??
      countryAt(tokens, start) ??
      regionAt(text, tokens, start) ??
      townAt(text, tokens, start, next);
    if (step === undefined || step.end > limit) break;
    ({ next, end } = step);
    worth += step.worth;
  }
  return { at: end, worth: Math.min(worth, 0.45) };
}

/** Takes house numbers and units before a core, on its line. */
export function extendLeft(tokens: readonly Token[], first: number): Extent {
  const core = tokens[first]?.start ?? 0;
  let at = first;
  let worth = 0;
  while (at > 0 && core - (tokens[at - 1]?.start ?? 0) < reach.left) {
    const comma = tokens[at - 1]?.kind === "comma" ? 1 : 0;
    const before = tokens[at - 1 - comma];
    if (before?.kind !== "number" || before.text.length > 8) break;
    if (is(tokens[at - 2 - comma], role.unit)) {
      at -= 2 + comma;
      worth = 0.2;
    } else if (comma === 0) at -= 1;
    else break;
  }
  return { at: tokens[at]?.start ?? core, worth };
}

/** Over commas, up to two line ends, and a dot that only closes a number or a building's part. */
function skipSeparators(tokens: readonly Token[], from: number): number {
  let at = from;
  let lines = 0;
  while (at < tokens.length) {
    const token = tokens[at];
    const isLine = token?.kind === "newline";
    const isNumberDot =
      token?.text === "." && at === from && tokens[at - 1]?.kind === "number" && goesOn(tokens[at + 1]);
    if (token?.kind !== "comma" && !isLine && !isNumberDot) break;
    if (isLine && ++lines > 2) break;
    at += 1;
  }
  return at;
}

function goesOn(token: Token | undefined): boolean {
  return token?.kind === "comma" || is(token, role.unit | role.level);
}

/** "Apt. 864", "Suite #12", "3rd Floor", "2. OG". */
function unitAt(tokens: readonly Token[], at: number): Step | undefined {
  const token = tokens[at];
  if (token === undefined) return undefined;
  if (is(token, role.unit | role.box)) {
    let number = at + 1;
    while (number < at + 3 && (is(tokens[number], role.number) || /^[#:]$/u.test(tokens[number]?.text ?? "")))
      number += 1;
    const value = tokens[number];
    const isValue = value?.kind === "number" || (value?.kind === "word" && /^[a-z]$/u.test(value.text));
    return isValue ? { next: number + 1, end: value.end, worth: 0.2 } : undefined;
  }
  if (token.text === "#" && tokens[at + 1]?.kind === "number")
    return { next: at + 2, end: tokens[at + 1]?.end ?? token.end, worth: 0.1 };
  const door = tokens[at + 1];
  if (token.kind === "number" && /[ºª]$/u.test(token.text)) {
    const isDoor = door?.kind === "word" && door.text.length === 1;
    return { next: isDoor ? at + 2 : at + 1, end: isDoor ? door.end : token.end, worth: 0.1 };
  }
  const level = tokens[at + 1]?.text === "." ? at + 2 : at + 1;
  const isCount = token.kind === "number" || /^\d/u.test(token.text);
  const word = tokens[level];
  if (isCount && word !== undefined && is(word, role.level)) return { next: level + 1, end: word.end, worth: 0.1 };
  return undefined;
}

/** A postcode, with the town after it where there is one. */
function postcodeAt(text: string, tokens: readonly Token[], at: number, isApart: boolean): Step | undefined {
  const token = tokens[at];
  const end = postcodeEnd(text, token);
  if (token === undefined || end === undefined) return undefined;
  const isShort = end - token.start < 5;
  if (isShort && !isApart && tokens[at - 1]?.kind === "number") return undefined;
  let next = at + 1;
  while (next < tokens.length && (tokens[next]?.start ?? 0) < end) next += 1;
  const town = endOfTown(text, tokens, next);
  const isTown = town > next && tokens[next]?.kind === "word";
  return {
    next: isTown ? town : next,
    end: isTown ? (tokens[town - 1]?.end ?? end) : end,
    worth: isShort ? 0.1 : 0.25,
  };
}

function postcodeEnd(text: string, token: Token | undefined): number | undefined {
  if (token === undefined || (token.kind !== "number" && !/^[a-z〒]{1,2}$/u.test(token.text))) return undefined;
  return endOfPostcode(text, token.start);
}

/** A region in capitals, where a postcode, a country or the end of the line follows: "ON", "QLD". */
function regionAt(text: string, tokens: readonly Token[], at: number): Step | undefined {
  const token = tokens[at];
  if (token === undefined || !isRegion(text, token)) return undefined;
  const following = tokens[at + 1];
  const isFollowed =
    following === undefined ||
    following.kind === "newline" ||
    following.kind === "comma" ||
    is(following, role.country) ||
    postcodeEnd(text, following) !== undefined;
  return isFollowed ? { next: at + 1, end: token.end, worth: 0.1 } : undefined;
}

function countryAt(tokens: readonly Token[], at: number): Step | undefined {
  const token = tokens[at];
  const start = is(tokens[at + 1], role.country) && token?.isCapital === true && token.kind === "word" ? at + 1 : at;
  const country = tokens[start];
  if (country === undefined || !is(country, role.country)) return undefined;
  return { next: start + 1, end: country.end, worth: 0.2 };
}

/**
 * A town is a few words with capitals. They are taken where a postcode, a region or a country follows, where they close the
 * line after a comma, or where they follow a number directly.
 */
function townAt(text: string, tokens: readonly Token[], at: number, from: number): Step | undefined {
  const after = endOfTown(text, tokens, at);
  if (after === at) return undefined;
  const end = tokens[after - 1]?.end ?? 0;
  const next = skipSeparators(tokens, after);
  const following = tokens[next];
  const step = { next: after, end, worth: 0.1 };
  if (isRegion(text, following) || is(following, role.country)) return step;
  const code = postcodeEnd(text, following);
  if (code !== undefined && following !== undefined && code - following.start > 2) return step;
  const isClosed = following === undefined || next > after || following.kind === "mark";
  if (at === from)
    return tokens[at - 1]?.kind === "number" && isClosed ? step : isRegion(text, tokens[at]) ? step : undefined;
  const isOnLine = tokens.slice(from, at).every((token) => token.kind !== "newline");
  return isClosed && (isOnLine || isRegion(text, tokens[at])) ? step : undefined;
}

/** The token after a run of words with capitals and the small words between them. */
function endOfTown(text: string, tokens: readonly Token[], at: number): number {
  let after = at;
  for (let each = at; each < at + mostWords; each++) {
    const token = tokens[each];
    if (token?.kind !== "word" || is(token, role.unit) || postcodeEnd(text, token) !== undefined) break;
    if (token.isCapital) after = each + 1;
    else if (!is(token, role.link) || each === at) break;
  }
  return after;
}

/** "CO", "NSW" */
function isRegion(text: string, token: Token | undefined): boolean {
  return token?.kind === "word" && /^[A-Z]{2,3}$/u.test(text.slice(token.start, token.end));
}
