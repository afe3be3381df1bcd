/** Where runs of one alphabet end in one text; asking again from inside a run costs nothing. */
export class Runs {
  readonly #text: string;
  readonly #last = new Map<string, { pattern: RegExp; from: number; end: number }>();

  constructor(text: string) {
    this.#text = text;
  }

  /** The end of the run of these characters (the body of a character class) that holds `at`. */
  endOf(characters: string, at: number): number {
    let last = this.#last.get(characters);
    if (last === undefined) {
      last = { pattern: new RegExp(`[${characters}]*`, "uy"), from: 0, end: 0 };
      this.#last.set(characters, last);
    }
    if (at < last.from || at >= last.end) {
      last.pattern.lastIndex = at;
      last.from = at;
      last.end = at + (last.pattern.exec(this.#text)?.[0].length ?? 0);
    }
    return last.end;
  }
}
