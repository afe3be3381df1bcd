import { shortestNeedle } from "./needles.ts";
import type { Needle } from "./needles.ts";
import { eachWindow, Windows } from "./windows.ts";

export interface Sighting {
  readonly needle: Needle;
  /** Offsets in the searched text. */
  readonly start: number;
  readonly end: number;
}

/** Many needles looked for in one pass: a hash of as many letters as the shortest needle has says which to compare. */
export class NeedleSearch {
  readonly #needles: readonly Needle[];
  readonly #byHash = new Windows<Needle[]>();

  constructor(needles: readonly Needle[]) {
    this.#needles = needles.filter(({ squashed }) => squashed.length >= shortestNeedle);
    for (const needle of this.#needles) {
      eachWindow(needle.squashed.slice(0, shortestNeedle), shortestNeedle, (hash) => {
        this.#byHash.set(hash, [...(this.#byHash.get(hash) ?? []), needle]);
      });
    }
  }

  /** The places of the needles; of those that overlap the first and at one place the longest. */
  find(text: string): Sighting[] {
    const found: Sighting[] = [];
    if (this.#needles.length === 0) return found;
    let free = 0;
    eachWindow(text, shortestNeedle, (hash, at) => {
      const near = at < free ? undefined : this.#byHash.get(hash);
      if (near === undefined) return;
      const longest = near
        .filter(({ squashed }) => text.startsWith(squashed, at))
        .reduce<Needle | undefined>((a, b) => (a && a.squashed.length >= b.squashed.length ? a : b), undefined);
      if (longest === undefined) return;
      free = at + longest.squashed.length;
      found.push({ needle: longest, start: at, end: free });
    });
    return found;
  }

  /** The length of the longest end of `text` with which a needle begins: what may still become one. */
  openTail(text: string): number {
    return this.#needles.reduce((open, { squashed }) => Math.max(open, endThatBegins(text, squashed)), 0);
  }
}

/** A needle's first letter is nowhere in most ends of a text, and then nothing is open. */
function endThatBegins(text: string, needle: string): number {
  const from = Math.max(0, text.length - needle.length + 1);
  for (let at = text.indexOf(needle.charAt(0), from); at !== -1; at = text.indexOf(needle.charAt(0), at + 1))
    if (needle.startsWith(text.slice(at))) return text.length - at;
  return 0;
}
