/** A regular expression taken apart, as far as the wording rules need it. */
export type Part =
  /** One character; undefined for a class too large to list. */
  | { readonly kind: "characters"; readonly characters: readonly string[] | undefined; readonly longest: number }
  | { readonly kind: "sequence" | "choice"; readonly parts: readonly Part[] }
  | { readonly kind: "repeat"; readonly part: Part; readonly least: number; readonly most: number }
  /** Borders and what is only looked at. */
  | { readonly kind: "nothing" };

/** Classes of more characters are not listed. */
const mostListed = 6;
const quantifier = /^(?:([?*+])|\{(\d+)(?:(,)(\d*))?\})\??/u;
const group = /^\((?:\?(?::|<?[=!]))?/u;
const border = /^(?:\\[bB]|[\^$])/u;
const charClass = /^\[(\^?)((?:\\.|[^\]\\])*)\]/u;
const escape = /^\\(?:u\{([0-9a-f]+)\}|u([0-9a-f]{4})|[pP]\{[^}]*\}|(.))/iu;

/** Reads the source of an expression with the `u` flag. What it does not know it takes for any character. */
export function readPattern(source: string): Part {
  let at = 0;
  const take = (pattern: RegExp): RegExpExecArray | undefined => {
    const match = pattern.exec(source.slice(at)) ?? undefined;
    at += match?.[0].length ?? 0;
    return match;
  };
  const choice = (): Part => {
    const parts = [sequence()];
    while (source.charAt(at) === "|") {
      at += 1;
      parts.push(sequence());
    }
    return parts.length === 1 && parts[0] !== undefined ? parts[0] : { kind: "choice", parts };
  };
  const sequence = (): Part => {
    const parts: Part[] = [];
    while (at < source.length && source.charAt(at) !== "|" && source.charAt(at) !== ")") {
      const part = atom();
      parts.push(repeatedBy(part, take(quantifier)));
    }
    return { kind: "sequence", parts };
  };
  const atom = (): Part => {
    if (take(border) !== undefined) return { kind: "nothing" };
    const opening = take(group)?.[0];
    if (opening !== undefined) {
      const inside = choice();
      at += 1;
      return /[=!]$/u.test(opening) ? { kind: "nothing" } : inside;
    }
    const listed = take(charClass);
    if (listed !== undefined) return classOf(listed[1] ?? "", listed[2] ?? "");
    return characterOf(take(escape) ?? take(/^./su));
  };
  return choice();
}

function repeatedBy(part: Part, match: RegExpExecArray | undefined): Part {
  if (match === undefined) return part;
  const [, sign, from, comma, to] = match;
  const least = sign === undefined ? Number(from) : Number(sign === "+");
  const most =
    sign === undefined
      ? comma === undefined
        ? least
        : to === ""
          ? Infinity
          : Number(to)
      : sign === "?"
        ? 1
        : Infinity;
  return { kind: "repeat", part, least, most };
}

function classOf(negation: string, inside: string): Part {
  const any: Part = { kind: "characters", characters: undefined, longest: 2 };
  if (negation !== "" || /\\[a-z]|.-./iu.test(inside)) return any;
  const characters = Array.from(inside.replaceAll(/\\(.)/gu, "$1"));
  return characters.length > mostListed ? any : { kind: "characters", characters, longest: longestOf(characters) };
}

function characterOf(match: RegExpExecArray | undefined): Part {
  const [whole = "", wide, narrow, escaped] = match ?? [];
  const code = wide ?? narrow;
  const isKnown = whole !== "." && (escaped === undefined ? !/^\\p/iu.test(whole) : !/[a-z]/iu.test(escaped));
  const character = code === undefined ? (escaped ?? whole) : String.fromCodePoint(Number.parseInt(code, 16));
  return { kind: "characters", characters: isKnown ? [character] : undefined, longest: isKnown ? character.length : 2 };
}

function longestOf(characters: readonly string[]): number {
  return Math.max(...characters.map((character) => character.length));
}
