import { eachLetter, pick } from "./obfuscation.ts";
import type { Obfuscation } from "./obfuscation.ts";

const lookalikes: Readonly<Record<string, string>> = {
  a: "а",
  c: "с",
  e: "е",
  i: "і",
  j: "ј",
  o: "о",
  p: "р",
  s: "ѕ",
  x: "х",
  y: "у",
  A: "А",
  B: "В",
  E: "Е",
  I: "І",
  O: "О",
  P: "Р",
  T: "Т",
};
const leet: Readonly<Record<string, string>> = { a: "4", e: "3", i: "1", o: "0", s: "5", t: "7" };
const invisible = ["\u200b", "\u200c", "\u200d", "\u2060", "\ufeff"] as const;
const marks = ["\u0335", "\u0336", "\u0301", "\u0323"] as const;

/** Letters that look the same or nearly so, letters set apart, and letters moved. */
export const letters: readonly Obfuscation[] = [
  eachLetter("zero-width characters", (letter, random) => letter + (random() < 0.5 ? pick(invisible, random) : "")),
  eachLetter("soft hyphens", (letter, random) => letter + (random() < 0.4 ? "\u00ad" : "")),
  eachLetter("direction marks", (letter, random) => (random() < 0.3 ? `\u202d${letter}\u202c` : letter)),
  eachLetter("tag characters", tagged),
  eachLetter("full-width letters", (letter) => moved(letter, 0x21, 0x7e, 0xff01)),
  eachLetter("mathematical letters", mathematical),
  eachLetter("Cyrillic look-alikes", (letter, random) => (random() < 0.7 ? (lookalikes[letter] ?? letter) : letter)),
  eachLetter("combining marks", (letter, random) => (/\p{L}/u.test(letter) ? letter + pick(marks, random) : letter)),
  eachLetter("changing case", (letter, _, index) => (index % 2 === 0 ? letter.toUpperCase() : letter.toLowerCase())),
  eachLetter("leetspeak", (letter, random) => (random() < 0.8 ? (leet[letter.toLowerCase()] ?? letter) : letter)),
  { name: "spaces between letters", place: "message", apply: (text) => spelled(text, " ", "   ") },
  { name: "dots between letters", place: "message", apply: (text) => spelled(text, ".", " ") },
  { name: "hyphens inside words", place: "message", apply: broken },
  { name: "words run together", place: "message", apply: (text) => text.replaceAll(/ +/gu, "") },
  {
    name: "Markdown inside words",
    place: "message",
    apply: (text) => text.replaceAll(/(\p{L}{2})(\p{L}{2,})/gu, "**$1**$2"),
  },
  {
    name: "tags inside words",
    place: "message",
    apply: (text) => text.replaceAll(/(\p{L}{2})(\p{L}{2,})/gu, "<b>$1</b>$2"),
  },
  {
    name: "letters swapped inside words",
    place: "message",
    apply: (text, random) => text.replaceAll(/(?<=\p{L})\p{L}{3,}(?=\p{L})/gu, (inner) => scrambled(inner, random)),
  },
  {
    name: "look-alikes and zero-width",
    place: "message",
    apply: (text, random) =>
      Array.from(text, (letter) => (lookalikes[letter] ?? letter) + (random() < 0.2 ? "\u200b" : "")).join(""),
  },
  {
    name: "leetspeak and spaces",
    place: "message",
    apply: (text) => spelled(Array.from(text, (letter) => leet[letter.toLowerCase()] ?? letter).join(""), " ", "   "),
  },
];

function moved(letter: string, from: number, to: number, target: number): string {
  const point = letter.codePointAt(0) ?? 0;
  return point < from || point > to ? letter : String.fromCodePoint(point - from + target);
}

function mathematical(letter: string): string {
  return /[A-Z]/u.test(letter) ? moved(letter, 65, 90, 0x1d400) : moved(letter, 97, 122, 0x1d41a);
}

/** Shows nothing at all; a sentence before it gives the reader something to see. */
function tagged(letter: string, _: () => number, index: number): string {
  const hidden = moved(letter, 0x20, 0x7e, 0xe0020);
  return index === 0 ? `Thanks for your help today!${hidden}` : hidden;
}

function spelled(text: string, between: string, gap: string): string {
  return text
    .split(/\s+/u)
    .map((word) => Array.from(word).join(between))
    .join(gap);
}

function broken(text: string, random: () => number): string {
  return text.replaceAll(/\p{L}{4,}/gu, (word) => {
    const at = 2 + Math.floor(random() * (word.length - 3));
    return `${word.slice(0, at)}-${word.slice(at)}`;
  });
}

function scrambled(inner: string, random: () => number): string {
  const order = Array.from(inner);
  for (let at = order.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    [order[at], order[other]] = [order[other] ?? "", order[at] ?? ""];
  }
  return order.join("");
}
