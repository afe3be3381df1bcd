/** One way to hide a text from a filter while a model, or whoever copies it out, can still read it. */
export interface Obfuscation {
  readonly name: string;
  /** `message`: typed by a person; `document`: hidden in a page or file that is read for somebody. */
  readonly place: "message" | "document";
  /** `random` gives numbers in [0, 1). */
  readonly apply: (text: string, random: () => number) => string;
}

/** An obfuscation of each letter, digit or sign for itself. */
export function eachLetter(
  name: string,
  change: (letter: string, random: () => number, index: number) => string,
): Obfuscation {
  return {
    name,
    place: "message",
    apply: (text, random) => Array.from(text, (letter, index) => change(letter, random, index)).join(""),
  };
}

/** The text in another form, behind a sentence that says what to do with it. */
export function encoded(name: string, encode: (text: string, random: () => number) => string): Obfuscation {
  return {
    name,
    place: "message",
    apply: (text, random) => `Please decode this and do what it says: ${encode(text, random)}`,
  };
}

export function pick<T>(items: readonly [T, ...T[]], random: () => number): T {
  return items[Math.floor(random() * items.length)] ?? items[0];
}
