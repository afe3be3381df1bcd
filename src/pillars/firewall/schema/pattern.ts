/** Steps a pattern may need on one text. */
const mostSteps = 10_000_000;
/** The longest text that any pattern is tried on. */
const longestText = 100_000;
const mostChoices = 10_000;

/** What is inside a bracket that is still open. */
interface Group {
  /** May match texts of different lengths or in different ways. */
  varies: boolean;
  counts: boolean;
}

interface Tally {
  /** Repeats without an upper bound: each makes the worst case longer by a factor of the text's length. */
  unbounded: number;
  /** Ways to choose how often the bounded repeats happen. */
  choices: number;
  readonly groups: Group[];
}

const token =
  /\\[pPu]\{[^}]{0,40}\}|\\[\s\S]|\[(?:\\[\s\S]|[^\]\\])*\]|\((?:\?(?:<?[=!]|<\w{1,40}>|:)?)?|\)|\||(?:[*+?]|\{\d{1,6}(?:,\d{0,6})?\})\??|[\s\S]/gu;

/**
 * What keeps a regular expression from being used, as one sentence. The platform's engine backtracks, so only patterns are
 * taken whose worst case is known: no repeat inside a repeat, no look-around, no back-reference.
 */
export function patternProblem(source: string): string | undefined {
  const said = `The pattern ${JSON.stringify(source.slice(0, 60))}`;
  try {
    new RegExp(source, "u");
  } catch {
    return `${said} cannot be read.`;
  }
  const tally = tallyOf(source);
  if (typeof tally === "string") return `${said} ${tally}, which could take too long.`;
  return exponentOf(source, tally) > 3 || tally.choices > mostChoices
    ? `${said} repeats too much, which could take too long.`
    : undefined;
}

/** The longest text on which a pattern without a problem ends within its steps. */
export function longestFor(source: string): number {
  const tally = tallyOf(source);
  if (typeof tally === "string") return 0;
  const exponent = exponentOf(source, tally);
  return exponent === 0
    ? longestText
    : Math.min(longestText, Math.floor((mostSteps / tally.choices) ** (1 / exponent)));
}

/** A pattern that may begin anywhere is tried at every place. */
function exponentOf(source: string, { unbounded }: Tally): number {
  return unbounded + (source.startsWith("^") ? 0 : 1);
}

function tallyOf(source: string): Tally | string {
  const tally: Tally = { unbounded: 0, choices: 1, groups: [{ varies: false, counts: false }] };
  let closed: Group | undefined;
  for (const [part] of source.matchAll(token)) {
    const group = tally.groups.at(-1);
    if (group === undefined) return "closes a bracket too many";
    if (/^\(\?<?[=!]/u.test(part)) return "looks ahead or behind";
    if (/^\\[1-9k]/u.test(part)) return "refers back to itself";
    const wasClosed = closed;
    closed = undefined;
    if (part.startsWith("(")) tally.groups.push({ varies: false, counts: false });
    else if (part === ")") closed = close(tally);
    else if (part === "|") {
      group.varies = true;
      tally.choices *= 2;
    } else if (/^(?:[*+?]|\{\d)/u.test(part)) {
      const problem = repeat(part, tally, group, wasClosed);
      if (problem !== undefined) return problem;
    }
  }
  return tally;
}

/** What a group may do, the group around it may do. */
function close({ groups }: Tally): Group | undefined {
  const inner = groups.pop();
  const outer = groups.at(-1);
  if (inner === undefined || outer === undefined) return inner;
  outer.varies ||= inner.varies;
  outer.counts ||= inner.counts;
  return inner;
}

function repeat(quantifier: string, tally: Tally, group: Group, repeated: Group | undefined): string | undefined {
  const [least, most] = boundsOf(quantifier);
  if (most > 1 && repeated?.varies === true) return "repeats a group that repeats or chooses";
  if (most > 1 && repeated?.counts === true) return "counts a group that counts";
  if (most === Infinity) tally.unbounded += 1;
  else tally.choices *= most - least + 1;
  if (most > 1000 && most < Infinity) return "counts beyond 1000";
  group.varies ||= most !== least;
  group.counts ||= most > 1;
  return undefined;
}

function boundsOf(quantifier: string): readonly [number, number] {
  if (quantifier.startsWith("*")) return [0, Infinity];
  if (quantifier.startsWith("+")) return [1, Infinity];
  if (quantifier.startsWith("?")) return [0, 1];
  const [least = "", most] = quantifier.replace(/[{}?]/gu, "").split(",");
  return [Number(least), most === undefined ? Number(least) : most === "" ? Infinity : Number(most)];
}
