import type { Span } from "../views/view.ts";

/** A stretch that something before it is assigned to. */
export interface AssignedValue extends Span {
  /** By a sign such as `=`, by `is` and its like, or merely by being the next word. */
  readonly by: "sign" | "is" | "place";
  readonly isQuoted: boolean;
}

/** What may stand between a name and the sign that assigns to it; units. */
const longestGap = 32;
/** Signs, quotes and spaces between a name and its value; units. */
const longestJoint = 16;
const longestQuoted = 100;
const longestValue = 4000;
const mostJudgements = 4;
/** Words between a name and its value in a sentence: `the token for the app is x`. */
const mostWords = 6;
const copulas: ReadonlySet<string> = new Set("is was ist war lautet est es é è jest".split(" "));
const fillers: ReadonlySet<string> = new Set(
  "api access auth client secret app personal service account admin user live test key token password id now here the your my our".split(
    " ",
  ),
);

const gap = 1;
const sign = 2;
const joint = 4;
const quote = 8;
const stop = 16;
/** `+=` and its like; alone they assign nothing. */
const compound = 32;
const units = flagUnits([
  ["ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.- \t\"'`])}$*/\\", gap],
  ["=:>,|(", sign],
  ["+?~&^", compound],
  ["=:>,|(?+~ \t\r\n\"'`[{\\", joint],
  ["\"'`", quote],
  [" \t\r\n\f\v\"'`<>,;\\\u00a0\u2028\u2029\u3000", stop],
]);
/** What may stand between two signs before one value: a type, or a second name of the secret. */
const goesBetween =
  /^(?:string|str|text|varchar|char|any|val|default|content|data|[\w.-]{0,24}(?:key|token|secret|password|passwd|pwd|value))\W*$/iu;
/** `&` ends a value where another name follows, as in a query. */
const nextPair = /&[\w.-]{1,30}=/uy;

/** Finds the values assigned to names in one text; every question costs a bounded number of steps. */
export class Values {
  readonly #text: string;
  #ends: Int32Array | undefined;
  #judgedEnd = -1;
  #judgements = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** The value behind the next sign; after the first sign only a single word may come before another. */
  behindSign(from: number, isFirst: boolean): AssignedValue | undefined {
    let at = from;
    while (at - from < longestGap && this.#is(gap, at)) at += 1;
    if (!this.#isSign(at) || (!isFirst && !goesBetween.test(this.#text.slice(from, at)))) return undefined;
    const first = at;
    let line = -1;
    while (at - first < longestJoint && this.#is(joint, at)) {
      if (this.#text.charCodeAt(at) === 0x0a && line !== -1) return undefined;
      if (this.#text.charCodeAt(at) === 0x0a) line = at;
      at += 1;
    }
    if (at >= this.#text.length) return undefined;
    const value = this.#valueAt(at, "sign");
    // Else the name has no value, and the next line is another name's.
    const goesOn = line === -1 || value.isQuoted || /[>|(]\s*$/u.test(this.#text.slice(first, line));
    return goesOn ? value : undefined;
  }

  /** The value in a sentence: `the token is x`, `use the key x`. */
  inSentence(from: number): AssignedValue | undefined {
    let at = from;
    let by: AssignedValue["by"] = "place";
    for (let count = 0; count <= mostWords; count++) {
      const start = this.#pastSpace(at);
      if (start === at) return undefined;
      const end = this.endOf(start);
      const word = end - start > 8 ? "" : this.#text.slice(start, end).toLowerCase();
      if (!copulas.has(word) && !fillers.has(word)) return this.#valueAt(start, by);
      by = copulas.has(word) ? "is" : "place";
      at = end;
    }
    return undefined;
  }

  /**
   * Whether to look closer at a value: a text of names within values, `password=password=...`, would have every one of
   * them read to the end.
   */
  mayJudge({ start, end }: AssignedValue): boolean {
    this.#judgements = end === this.#judgedEnd ? this.#judgements + 1 : 0;
    this.#judgedEnd = end;
    return this.#judgements < mostJudgements && end - start <= longestValue;
  }

  /** Where the stretch without spaces and quotes ends that begins here. */
  endOf(start: number): number {
    this.#ends ??= endsOf(this.#text);
    return this.#ends[start] ?? start;
  }

  #isSign(at: number): boolean {
    if (this.#is(sign, at)) return true;
    return this.#is(compound, at) && /^[?]?=/u.test(this.#text.slice(at + 1, at + 3));
  }

  /** Past a particle, such as `는`, and one or two spaces. */
  #pastSpace(at: number): number {
    let start = at;
    while (start - at < 2 && this.#text.charCodeAt(start) >= 0x3040) start += 1;
    const space = start;
    while (start - space < 2 && this.#text.charCodeAt(start) === 0x20) start += 1;
    return start;
  }

  #valueAt(start: number, by: AssignedValue["by"]): AssignedValue {
    const from = this.#is(quote, start) ? start + 1 : start;
    const isQuoted = from > 0 && this.#is(quote, from - 1);
    const end = this.endOf(from);
    const close = isQuoted && end > from ? this.#closing(this.#text.charAt(from - 1), from, end) : end;
    return { start: from, end: close === end ? this.#trimmed(from, end) : close, by, isQuoted };
  }

  /** A quoted value may hold spaces; one that is never closed on its line ends with its first word. */
  #closing(mark: string, from: number, end: number): number {
    if (this.#text.charAt(end) === mark || this.#text.startsWith(`\\${mark}`, end)) return end;
    const rest = this.#text.slice(from, from + longestQuoted);
    const close = rest.indexOf(mark);
    const line = rest.indexOf("\n");
    return close > 0 && (line === -1 || close < line) ? from + close : end;
  }

  /** Without the punctuation of the sentence around it. */
  #trimmed(start: number, end: number): number {
    let at = end;
    while (at > start && end - at < 8 && this.#text.charCodeAt(at - 1) >= 0x3000) at -= 1;
    while (at > start && end - at < 12 && ".)]}!?:|*".includes(this.#text.charAt(at - 1))) at -= 1;
    return at;
  }

  #is(flag: number, at: number): boolean {
    const unit = this.#text.charCodeAt(at);
    if (unit < 128) return ((units[unit] ?? 0) & flag) !== 0;
    return flag === gap && unit >= 0xc0 && unit !== 0x3000;
  }
}

function flagUnits(classes: readonly (readonly [string, number])[]): Uint8Array {
  const flags = new Uint8Array(0x3001);
  for (const [characters, flag] of classes)
    for (const character of characters) flags[character.charCodeAt(0)] = (flags[character.charCodeAt(0)] ?? 0) | flag;
  return flags;
}

/** For every position the end of the stretch without stopping units that holds it. */
function endsOf(text: string): Int32Array {
  const ends = new Int32Array(text.length);
  let end = text.length;
  for (let at = text.length - 1; at >= 0; at--) {
    const unit = text.charCodeAt(at);
    if (((units[unit] ?? 0) & stop) !== 0 || (unit === 0x26 && isNextPair(text, at))) end = at;
    ends[at] = end;
  }
  return ends;
}

function isNextPair(text: string, at: number): boolean {
  nextPair.lastIndex = at;
  return nextPair.test(text);
}
