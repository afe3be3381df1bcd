import { characterClass, classesOfUnit, denseScripts } from "../character-classes.ts";

/** What a text is made of: words, numbers, runs of a script without borders, and other signs. */
export const tokenKinds = { space: 0, letters: 1, word: 2, number: 3, dense: 4, sign: 5 } as const;
type TokenKind = (typeof tokenKinds)[keyof typeof tokenKinds];

/** Defines the tokens; the look-ups below only find them faster. */
const pattern = new RegExp(
  `([${denseScripts}]{1,64})|((?:(?![${denseScripts}])[\\p{L}\\p{M}])+)|(\\p{N}+)|[^\\s\\p{L}\\p{M}\\p{N}]{1,3}`,
  "uy",
);
const longestDense = 64;
const longestSign = 3;
const { dense, letter, number, space, latin, half } = characterClass;

/** Reads a text token by token, at the cost of a look-up for each unit unless a token holds a surrogate pair. */
export class TokenReader {
  kind: TokenKind = tokenKinds.space;
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  /** Where the token at `at` ends; `kind` is its kind. White space is a token as well. */
  endAt(at: number): number {
    const text = this.#text;
    const first = classesOfUnit(text.charCodeAt(at));
    let end = at + 1;
    if ((first & space) !== 0) {
      this.kind = tokenKinds.space;
      while (end < text.length && (classesOfUnit(text.charCodeAt(end)) & space) !== 0) end += 1;
      return end;
    }
    const all = first & dense ? dense : first & (letter | number);
    const none = all === 0 ? letter | number | space | half : all === letter ? dense : 0;
    const most = all === dense ? at + longestDense : all === 0 ? at + longestSign : text.length;
    let shared = first;
    let next = end < text.length ? classesOfUnit(text.charCodeAt(end)) : 0;
    while (end < text.length && end < most && (next & all) === all && (next & none) === 0) {
      shared &= next;
      end += 1;
      next = end < text.length ? classesOfUnit(text.charCodeAt(end)) : 0;
    }
    if (((first | (end < most ? next : 0)) & half) !== 0) return this.#matchAt(at);
    this.kind = kindOf(all, shared);
    return end;
  }

  #matchAt(at: number): number {
    pattern.lastIndex = at;
    const match = pattern.exec(this.#text);
    if (match === null) {
      this.kind = tokenKinds.space;
      return at + 1;
    }
    if (match[1] !== undefined) this.kind = tokenKinds.dense;
    else if (match[2] !== undefined) this.kind = tokenKinds.word;
    else this.kind = match[3] === undefined ? tokenKinds.sign : tokenKinds.number;
    return pattern.lastIndex;
  }
}

function kindOf(all: number, shared: number): TokenKind {
  if (all === dense) return tokenKinds.dense;
  if (all === number) return tokenKinds.number;
  if (all === 0) return tokenKinds.sign;
  return (shared & latin) === 0 ? tokenKinds.word : tokenKinds.letters;
}
