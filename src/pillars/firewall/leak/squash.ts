import { isSurrogate, smallLetter, widePair } from "./letters.ts";

/** A text reduced to some of its characters, in small letters, with the offset of each in the text. */
export interface Squashed {
  readonly text: string;
  readonly offsets: Uint32Array;
}

/** Figures and signs that are written for letters. */
const figures = new Uint16Array(0x80);
for (const pair of "1i !i |i li 3e 4a @a 5s $s 7t +t 0o".split(" ")) figures[pair.charCodeAt(0)] = pair.charCodeAt(1);

/** Drops everything but letters and digits, so that spacing, punctuation and markup cannot break a value up. */
export function squash(text: string): Squashed {
  const row = new Row(text.length);
  eachCharacter(text, (code, at) => row.add(code, at));
  return row.end();
}

/** Letters that are written as figures and signs, read alike: "hunt3r" and "hunter" are one. */
export function squashLeet(text: string): Squashed {
  const row = new Row(text.length);
  eachCharacter(
    text,
    (code, at) => row.add(figures[code] || code, at),
    (code, at) => {
      const letter = figures[code] ?? 0;
      if (letter !== 0) row.add(letter, at);
    },
  );
  return row.end();
}

const decoder = new TextDecoder("utf-16le", { ignoreBOM: true });

/** Characters and offsets that are collected one by one. */
export class Row {
  readonly #codes: Uint16Array;
  readonly #offsets: Uint32Array;
  #length = 0;

  constructor(most: number) {
    this.#codes = new Uint16Array(most);
    this.#offsets = new Uint32Array(most);
  }

  add(code: number, offset: number): void {
    this.#codes[this.#length] = code;
    this.#offsets[this.#length] = offset;
    this.#length += 1;
  }

  end(): Squashed {
    const text = decoder.decode(new Uint8Array(this.#codes.buffer, 0, 2 * this.#length));
    return { text, offsets: this.#offsets.subarray(0, this.#length) };
  }
}

/** Calls with each unit of a letter or digit, in small letters, and with each of the other units. */
export function eachCharacter(
  text: string,
  visit: (code: number, at: number) => void,
  other?: (code: number, at: number) => void,
): void {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (isSurrogate(code)) {
      const wide = widePair(text, at);
      if (wide === undefined) {
        other?.(code, at);
        continue;
      }
      visit(wide.charCodeAt(0), at);
      visit(wide.charCodeAt(1), at + 1);
      at += 1;
      continue;
    }
    const small = smallLetter(code);
    if (small === 0) other?.(code, at);
    else visit(small, at);
  }
}
