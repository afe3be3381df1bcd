import type { Span } from "../views/view.ts";

/** A stretch that something before it is assigned to. */
export interface AssignedValue extends Span {
  /** By a sign such as `=`, by `is` and its like, by `changed to`, or merely by being the next word. */
  readonly by: "sign" | "is" | "to" | "place";
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
const longestWord = 16;
const copulas: ReadonlySet<string> = new Set(
  "is was ist war lautet est es é è jest är er je este είναι هي هو है là adalah це 是 為 为 = — – - →".split(" "),
);
/** The same, joined to the name as its particle. */
const particles: ReadonlySet<string> = new Set(Array.from("は是为為는은"));
/** The same where the name before is of one of their languages. */
const foreignCopulas: ReadonlySet<string> = new Set(["to", "on"]);
/** What a secret is changed to stands behind these. */
const targets: ReadonlySet<string> = new Set("to auf a à em в na til till naar su op".split(" "));
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
  /^(?:&?(?:'static )?(?:string|str)|text|varchar|char|any|val|default|content|data|[\w.-]{0,24}(?:key|token|secret|password|passwd|pwd|value))\W*$/iu;
/** A remark after a name: `API key (do not share): x`. */
const remark = /[ ]?\([^()\d\n]{1,40}\)(?=[*_` ]{0,3}[:=])/uy;
/** `&` ends a value where another name follows, as in a query. */
const nextPair = /&[\w.-]{1,30}=/uy;

/** What a word does in a sentence, by the number that stands for it; 0 is for words not looked at. */
const roles = [undefined, "copula", "foreign copula", "target", "filler", "word", "value"] as const;
type Role = NonNullable<(typeof roles)[number]>;

/** Finds the values assigned to names in one text; every question costs a bounded number of steps. */
export class Values {
  readonly #text: string;
  #gap = { start: 0, end: 0 };
  #ends: Int32Array | undefined;
  #roles: Uint8Array | undefined;
  #judgedEnd = -1;
  #judgements = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** The value behind the next sign; after the first sign only a single word may come before another. */
  behindSign(from: number, isFirst: boolean): AssignedValue | undefined {
    const begin = !isFirst && this.#text.charAt(from) === "&" ? from + 1 : from;
    let at = Math.min(this.#endOfGap(begin), from + longestGap);
    if (!this.#isSign(at) || (!isFirst && !goesBetween.test(this.#text.slice(from, at)))) return undefined;
    const first = at;
    if (this.#text.startsWith("**", at + 1) && this.#text.charAt(at + 3) !== "*") at += 3;
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

  /** Past a remark in parentheses, if a sign follows it. */
  pastRemark(from: number): number {
    remark.lastIndex = from;
    return remark.test(this.#text) ? remark.lastIndex : from;
  }

  /** The value in a sentence: `use the key x`, `the token for our shop is x`. */
  inSentence(from: number, isEnglish = true): AssignedValue | undefined {
    let at = from;
    let next: number | undefined;
    let target: number | undefined;
    if (particles.has(this.#text.charAt(from))) return this.#valueAt(this.#pastSpace(from), "is");
    let isElided = false;
    for (let count = 0; count <= mostWords; count++) {
      const start = isElided ? at : this.#pastSpace(at);
      if (start === at && !isElided) break;
      const role = this.#roleAt(start);
      at = this.endOf(start);
      if (role === "copula" || (role === "foreign copula" && !isEnglish))
        return this.#valueAt(this.#pastSpace(at), "is");
      if (role === "target" || role === "foreign copula") target = this.#pastSpace(at);
      if (role !== "filler") next ??= start;
      if (role === "value") break;
      isElided = this.#isElision(at);
      if (isElided) at += 1;
    }
    if (target !== undefined && next !== target && this.#roleAt(target) === "value") return this.#valueAt(target, "to");
    return next === undefined ? undefined : this.#valueAt(next, "place");
  }

  /** The apostrophe in `dell'account`: what follows is the next word. */
  #isElision(at: number): boolean {
    return this.#text.charCodeAt(at) === 0x27 && at > 0 && /^\p{L}'\p{L}/u.test(this.#text.slice(at - 1, at + 2));
  }

  /** What the word that begins there does in a sentence, if it can be no value; asking again costs nothing. */
  #roleAt(start: number): Role {
    this.#roles ??= new Uint8Array(this.#text.length + 1);
    const known = roles[this.#roles[start] ?? 0];
    if (known !== undefined) return known;
    const end = this.endOf(start);
    const role = end - start > longestWord ? "value" : roleOf(this.#text.slice(start, end).toLowerCase());
    this.#roles[start] = roles.indexOf(role);
    return role;
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

  /** Past all that may stand before a sign; asking again from inside the same stretch costs nothing. */
  #endOfGap(from: number): number {
    if (from < this.#gap.start || from >= this.#gap.end) {
      let end = from;
      while (this.#is(gap, end)) end += 1;
      this.#gap = { start: from, end };
    }
    return this.#gap.end;
  }

  #isSign(at: number): boolean {
    if (this.#is(sign, at)) return true;
    return this.#is(compound, at) && /^[?]?=/u.test(this.#text.slice(at + 1, at + 3));
  }

  /** Past a particle, such as `는`, and one or two spaces, or a line's end. */
  #pastSpace(at: number): number {
    let start = at;
    while (start - at < 2 && this.#text.charCodeAt(start) >= 0x3040) start += 1;
    const space = start;
    while (start - space < 2 && this.#text.charCodeAt(start) === 0x20) start += 1;
    return start === space && this.#text.charCodeAt(start) === 0x0a ? start + 1 : start;
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
    // The verb that Korean and Japanese join to a value: `…입니다.`
    while (at > start && end - at < 12 && this.#text.charCodeAt(at - 1) >= 0x3040) at -= 1;
    return at;
  }

  #is(flag: number, at: number): boolean {
    const unit = this.#text.charCodeAt(at);
    if (unit < 128) return ((units[unit] ?? 0) & flag) !== 0;
    return flag === gap && unit >= 0xc0 && unit !== 0x3000;
  }
}

function roleOf(word: string): Role {
  if (copulas.has(word)) return "copula";
  if (foreignCopulas.has(word)) return "foreign copula";
  if (targets.has(word)) return "target";
  if (fillers.has(word)) return "filler";
  return /^[\p{L}\p{M}’]+$/u.test(word) ? "word" : "value";
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
