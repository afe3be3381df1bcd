import { eachCharacter, Row } from "./squash.ts";
import type { Squashed } from "./squash.ts";

const digitWords = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
const longestDigitWord = 5;

/**
 * Ways to hide a word in the order of others: the first letters of words (number words as digits, too), of sentences and of
 * lines, the last ones of lines, and letters that stand alone between other words.
 */
export function acrostics(text: string): readonly Squashed[] {
  const most = (text.length >> 1) + 1;
  const rows = {
    words: new Row(most),
    digits: new Row(most),
    sentences: new Row(most),
    lines: new Row(most),
    ends: new Row(most),
    singles: new Row(most),
  };
  let before = -2;
  let last = 0;
  let word = "";
  let start = 0;
  let isLine = true;
  let isSentence = true;

  const endWord = (next: number): void => {
    if (word === "") return;
    const code = word.charCodeAt(0);
    const digit = word.length > longestDigitWord ? -1 : digitWords.indexOf(word);
    // "1. " and "b) " count lines and say nothing.
    const isNumbering = (next === 0x2e || next === 0x29 || next === 0x3a) && isLine && word.length <= 3;
    rows.words.add(code, start);
    rows.digits.add(digit === -1 ? code : 0x30 + digit, start);
    if (word.length === 1 && !isNumbering) rows.singles.add(code, start);
    if (isLine && !isNumbering) rows.lines.add(code, start);
    if (isSentence && !isNumbering) rows.sentences.add(code, start);
    isLine &&= isNumbering;
    isSentence &&= isNumbering;
    word = "";
  };

  eachCharacter(
    text,
    (code, at) => {
      if (at !== before + 1) endWord(0x20);
      if (word === "") start = at;
      // Only the beginning of a long word matters.
      if (word.length <= longestDigitWord) word += String.fromCharCode(code);
      before = at;
      last = code;
    },
    (code, at) => {
      if (at === before + 1) endWord(code);
      if (code === 0x2e || code === 0x21 || code === 0x3f) isSentence = true;
      if (code !== 0x0a) return;
      if (before >= 0 && last !== 0) rows.ends.add(last, before);
      last = 0;
      isLine = true;
      isSentence = true;
    },
  );
  endWord(0x20);
  if (last !== 0) rows.ends.add(last, before);
  return Object.values(rows).map((row) => row.end());
}
