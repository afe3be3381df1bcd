/** A pattern as far as it has to be understood to write it down: what is wrong with it, else how long a place can be. */
export type PatternReading =
  | { readonly problem: string }
  /** UTF-16 units; Infinity where there is no bound. */
  | { readonly problem?: undefined; readonly longest: number };

/**
 * Reads a regular expression of the kind that can be searched for in linear time (the syntax of RE2,
 * https://github.com/google/re2/wiki/Syntax). Apart from the engine that runs it, which is large and not needed to write a
 * setting down. A problem is one sentence.
 */
export function readPattern(pattern: string): PatternReading {
  const reader: Reader = { pattern, at: 0, depth: 0 };
  try {
    const { isEmpty, longest } = readAlternatives(reader);
    if (reader.at < pattern.length) fail(reader.at, "closes a group that was never opened. Write \\) for a bracket");
    if (!isEmpty) return { longest };
    return { problem: "It also fits where there is nothing. Write + in place of *, or name a character." };
  } catch (problem) {
    if (problem instanceof PatternProblem) return { problem: problem.message };
    throw problem;
  }
}

/** Most times that something may be repeated, repeats within repeats multiplied; RE2 has the same bound. */
const mostRepeats = 1000;
const deepest = 50;

class PatternProblem extends Error {}

interface Reader {
  readonly pattern: string;
  at: number;
  depth: number;
}

function fail(at: number, what: string): never {
  throw new PatternProblem(`Character ${at + 1} ${what}.`);
}

interface Extent {
  /** How often its parts are written out once repeats are. */
  readonly times: number;
  /** Whether it fits a text of no length. */
  readonly isEmpty: boolean;
  /** UTF-16 units of the longest text that it fits. */
  readonly longest: number;
}

const nothing: Extent = { times: 1, isEmpty: true, longest: 0 };

function readAlternatives(reader: Reader): Extent {
  let whole = readSequence(reader);
  while (reader.pattern[reader.at] === "|") {
    reader.at += 1;
    const next = readSequence(reader);
    whole = {
      times: Math.max(whole.times, next.times),
      isEmpty: whole.isEmpty || next.isEmpty,
      longest: Math.max(whole.longest, next.longest),
    };
  }
  return whole;
}

function readSequence(reader: Reader): Extent {
  const { pattern } = reader;
  let whole = nothing;
  while (reader.at < pattern.length && pattern[reader.at] !== "|" && pattern[reader.at] !== ")") {
    failAtRepeat(pattern, reader.at);
    const part = readRepeats(reader, readOne(reader));
    whole = {
      times: Math.max(whole.times, part.times),
      isEmpty: whole.isEmpty && part.isEmpty,
      longest: whole.longest + part.longest,
    };
  }
  return whole;
}

function readRepeats(reader: Reader, one: Extent): Extent {
  const { pattern, at } = reader;
  const repeat = repeatAt(pattern, at);
  if (repeat === undefined) return one;
  const times = one.times * Math.max(1, repeat.most === Infinity ? repeat.least : repeat.most);
  if (times > mostRepeats) fail(at, `asks for more than ${mostRepeats} repeats in all`);
  if (repeatAt(pattern, repeat.end) !== undefined)
    fail(repeat.end, "repeats what is repeated already. Put the first part in brackets");
  reader.at = repeat.end;
  const longest = one.longest === 0 ? 0 : one.longest * repeat.most;
  return { times, isEmpty: one.isEmpty || repeat.least === 0, longest };
}

interface Repeat {
  readonly least: number;
  readonly most: number;
  readonly end: number;
}

function failAtRepeat(pattern: string, at: number): void {
  if (repeatAt(pattern, at) !== undefined)
    fail(at, `repeats something, but nothing stands before it. Write \\${pattern[at]} for the character`);
}

/** `*`, `+`, `?`, `{2}`, `{2,}` or `{2,5}`, each with a `?` after it or not; any other `{` is a character. */
function repeatAt(pattern: string, at: number): Repeat | undefined {
  const found = /^(?:([*+?])|\{(\d{1,9})(,(\d{0,9}))?\})\??/u.exec(pattern.slice(at, at + 24));
  if (found === null) return undefined;
  const [whole, sign, low, comma, high] = found;
  const end = at + whole.length;
  if (sign !== undefined) return { least: sign === "+" ? 1 : 0, most: sign === "?" ? 1 : Infinity, end };
  const least = Number(low);
  const most = comma === undefined ? least : Number(high || Infinity);
  if (most < least) fail(at, "asks for more repeats at least than at most");
  return { least, most, end };
}

/** One thing that can be repeated. */
function readOne(reader: Reader): Extent {
  const { pattern, at } = reader;
  const sign = pattern[at] ?? "";
  if (sign === "(") return readGroup(reader);
  if (sign === "[") readClass(reader);
  else if (sign === "\\") reader.at = escapeEnd(pattern, at);
  else reader.at += (pattern.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
  const isBorder = sign === "^" || sign === "$" || /^\\[bBAz]/u.test(pattern.slice(at, at + 2));
  // A letter outside the basic plane has two units.
  return { times: 1, isEmpty: isBorder, longest: isBorder ? 0 : 2 };
}

function readGroup(reader: Reader): Extent {
  const { pattern, at } = reader;
  const rest = pattern.slice(at, at + 60);
  if (/^\(\?<?[=!]/u.test(rest))
    fail(at, "looks ahead or behind, which cannot be done in linear time. Describe what is looked for itself");
  const flags = /^\(\?(?:[imsU]+(?:-[imsU]+)?|-[imsU]+)([:)])/u.exec(rest);
  const opening = flags ?? /^\((?:\?:|\?P?<[A-Za-z_]\w{0,40}>|(?!\?))/u.exec(rest);
  if (opening === null) fail(at, "opens a kind of group that is not known. Write (?: or ( instead");
  reader.at += opening[0].length;
  if (flags?.[1] === ")") {
    failAtRepeat(pattern, reader.at);
    return nothing;
  }
  if (reader.depth === deepest) fail(at, `opens more than ${deepest} groups in one another`);
  reader.depth += 1;
  const whole = readAlternatives(reader);
  reader.depth -= 1;
  if (pattern[reader.at] !== ")") fail(at, "opens a group that is never closed. Write \\( for a bracket");
  reader.at += 1;
  return whole;
}

const posixClass = /^\[:\^?(?:alnum|alpha|ascii|blank|cntrl|digit|graph|lower|print|punct|space|upper|word|xdigit):\]/u;

function readClass(reader: Reader): void {
  const { pattern, at: start } = reader;
  let at = start + (pattern[start + 1] === "^" ? 2 : 1);
  let isFirst = true;
  while (isFirst || pattern[at] !== "]") {
    if (at >= pattern.length) fail(start, "opens a choice of characters that is never closed. Write \\[ for a bracket");
    isFirst = false;
    const posix = posixClass.exec(pattern.slice(at, at + 14));
    if (posix !== null) {
      at += posix[0].length;
      continue;
    }
    if (pattern.startsWith("[:", at) && pattern.includes(":]", at + 2))
      fail(at, "names a kind of characters that is not known");
    const low = memberAt(pattern, at);
    at = low.end;
    if (pattern[at] !== "-" || pattern[at + 1] === "]" || at + 1 >= pattern.length) continue;
    const high = memberAt(pattern, at + 1);
    if (low.code === undefined || high.code === undefined || high.code < low.code)
      fail(at, "stands between two characters that are no range, from the lower to the higher");
    at = high.end;
  }
  reader.at = at + 1;
}

/** A member of a choice, with its code where it is one character. */
function memberAt(pattern: string, at: number): { readonly end: number; readonly code: number | undefined } {
  if (pattern[at] !== "\\") {
    const code = pattern.codePointAt(at) ?? 0;
    return { end: at + (code > 0xffff ? 2 : 1), code };
  }
  const sign = pattern[at + 1] ?? "";
  if (/[bBAz]/u.test(sign)) fail(at, `uses \\${sign}, which has no meaning in a choice of characters`);
  return { end: escapeEnd(pattern, at), code: /[^\w]/u.test(sign) ? sign.codePointAt(0) : codeOf(pattern, at) };
}

const controls: Readonly<Record<string, number | undefined>> = { a: 7, f: 12, n: 10, r: 13, t: 9, v: 11 };

function codeOf(pattern: string, at: number): number | undefined {
  const hex = /^\\x(?:([0-9A-Fa-f]{2})|\{([0-9A-Fa-f]{1,6})\})/u.exec(pattern.slice(at, at + 11));
  if (hex !== null) return Number.parseInt(hex[1] ?? hex[2] ?? "", 16);
  return controls[pattern[at + 1] ?? ""];
}

/** Where the escape that begins at `at` ends. */
function escapeEnd(pattern: string, at: number): number {
  const sign = pattern[at + 1];
  if (sign === undefined) fail(at, "is a lone \\ at the end. Write \\\\ for the character");
  if (/[1-9k]/u.test(sign))
    fail(at, "refers back to what was found, which cannot be done in linear time. Write it out instead");
  if (sign === "x") {
    const code = codeOf(pattern, at);
    if (code === undefined || code > 0x10ffff)
      fail(at, "begins a character by its number, such as \\x41 or \\x{1F600}");
    return pattern[at + 2] === "{" ? pattern.indexOf("}", at) + 1 : at + 4;
  }
  if (sign === "p" || sign === "P") return propertyEnd(pattern, at);
  if (/[dDsSwWbBAzafnrtv]/u.test(sign) || /[!-/:-@[-`{-~]/u.test(sign)) return at + 2;
  fail(at, `uses \\${sign}, which is not known`);
}

const generalCategory = /^(?:Any|C[cfo]?|L[lmotu]?|M[cen]?|N[dlo]?|P[cdefios]?|S[ckmo]?|Z[lps]?)$/u;

/** `\pL`, `\p{Lu}`, `\p{Greek}`: a general category or a script. */
function propertyEnd(pattern: string, at: number): number {
  const found = /^\\[pP](?:([A-Z])|\{\^?([A-Za-z_]{1,40})\})/u.exec(pattern.slice(at, at + 48));
  const name = found?.[1] ?? found?.[2] ?? "";
  if (found === null || !(generalCategory.test(name) || isScript(name)))
    fail(at, "names a kind of letter that is not known. Write for example \\p{L} or \\p{Greek}");
  return at + found[0].length;
}

function isScript(name: string): boolean {
  try {
    return new RegExp(`\\p{Script=${name}}`, "u").test("") || name !== "";
  } catch {
    return false;
  }
}
