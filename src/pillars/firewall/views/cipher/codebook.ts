import { allWords, isWord, triggerWords } from "../vocabulary.ts";
import { WordHint } from "../word-hint.ts";
import { backwards, mirror, pigLatin, shift } from "./letters.ts";

/** How a word was put into cipher; `shift 13` is ROT13, `visible` ROT47. */
export type Cipher =
  | `shift ${number}`
  | "mirror"
  | "backwards"
  | "pig latin"
  | "vowelless"
  | "scrambled"
  | "spelled"
  | "visible";

export interface Coded {
  readonly cipher: Cipher;
  readonly word: string;
}

const spelling =
  "alfa alpha bravo charlie delta echo foxtrot golf hotel india juliett juliet kilo lima mike november oscar papa quebec romeo sierra tango uniform victor whiskey whisky xray yankee zulu";

let book: ReadonlyMap<string, Coded> | undefined;
let scrambles: ReadonlyMap<string, string> | undefined;

/** What a lower-case word stands for in some cipher. Known words stand for themselves. */
export function look(word: string): Coded | undefined {
  book ??= writeBook();
  return book.get(word) ?? unscramble(word);
}

let hint: WordHint | undefined;

/** Tells for which words `look` need not be asked. */
export function codeHint(): WordHint {
  book ??= writeBook();
  scrambles ??= writeScrambles();
  return (hint ??= new WordHint(book.keys(), scrambles.values()));
}

function writeBook(): Map<string, Coded> {
  const coded = new Map<string, Coded>();
  const enter = (key: string, cipher: Cipher, word: string): void => {
    if (!isWord(key) && !coded.has(key)) coded.set(key, { cipher, word });
  };
  for (const word of spelling.split(" ")) coded.set(word, { cipher: "spelled", word: word.charAt(0) });
  // Words of three letters are too short to tell one shift from another; rotation by thirteen is what people use.
  for (const word of allWords.filter((each) => each.length > 2)) {
    enter(shift(word, 13), "shift 13", word);
    if (word.length < 4) continue;
    enter(backwards(word), "backwards", word);
    enter(mirror(word), "mirror", word);
  }
  for (const word of triggerWords.filter((each) => each.length > 3)) {
    for (const pig of pigLatin(word)) enter(pig, "pig latin", word);
    const consonants = word.replaceAll(/[aeiou]/gu, "");
    if (consonants.length > 2 && consonants !== word) enter(consonants, "vowelless", word);
  }
  for (const word of allWords) for (const pig of pigLatin(word)) enter(pig, "pig latin", word);
  for (const words of [triggerWords, allWords])
    for (const word of words.filter((each) => each.length > 3))
      for (let places = 1; places < 26; places++) enter(shift(word, places), `shift ${places}`, word);
  return coded;
}

/** "ignroe": first and last letter in place, the others in any order. */
function unscramble(word: string): Coded | undefined {
  if (word.length < 5 || word.length > 20 || isWord(word)) return undefined;
  scrambles ??= writeScrambles();
  const meant = scrambles.get(scrambleKey(word));
  return meant === undefined ? undefined : { cipher: "scrambled", word: meant };
}

function writeScrambles(): Map<string, string> {
  const keys = new Map<string, string>();
  for (const word of allWords.filter((each) => each.length > 4)) {
    // Words of orders come first.
    if (!keys.has(scrambleKey(word))) keys.set(scrambleKey(word), word);
  }
  return keys;
}

function scrambleKey(word: string): string {
  return word.charAt(0) + Array.from(word.slice(1, -1)).toSorted().join("") + word.slice(-1);
}
