import { isAsciiLetter, isDigit, isWordCode } from "./digit-runs.ts";
import type { DigitRuns } from "./digit-runs.ts";

/**
 * How a number is written: `#` is a digit, `@` a letter, anything else itself. `~` is a separator that is the same
 * throughout, a space or a hyphen.
 */
export type Form = string;

/** Forms of many numbers in one tree, so that a text is walked once for all of them. */
export interface FormTree<T> {
  readonly root: Branch<T>;
}

interface Branch<T> {
  digit: Branch<T> | undefined;
  letter: Branch<T> | undefined;
  readonly others: Map<number, Branch<T>>;
  readonly accepts: T[];
}

export interface FormMatch<T> {
  readonly start: number;
  readonly end: number;
  readonly accepts: readonly T[];
}

/** Letters before the first digit of a number at most. */
const mostLetters = 8;

export function growTree<T>(forms: Iterable<readonly [form: Form, value: T]>): FormTree<T> {
  const root = branch<T>();
  for (const [form, value] of forms) for (const written of spellings(form)) plant(root, written).accepts.push(value);
  return { root };
}

function branch<T>(): Branch<T> {
  return { digit: undefined, letter: undefined, others: new Map(), accepts: [] };
}

function spellings(form: Form): readonly string[] {
  return form.includes("~") ? [form.replaceAll("~", " "), form.replaceAll("~", "-")] : [form];
}

function plant<T>(root: Branch<T>, written: string): Branch<T> {
  let at = root;
  for (const character of written) {
    if (character === "#") at = at.digit ??= branch();
    else if (character === "@") at = at.letter ??= branch();
    else {
      const code = character.charCodeAt(0);
      const next = at.others.get(code) ?? branch();
      at.others.set(code, next);
      at = next;
    }
  }
  return at;
}

/** Every place where a form fits and the text around it is no part of a longer word. */
export function findForms<T>(text: string, { starts }: DigitRuns, tree: FormTree<T>): readonly FormMatch<T>[] {
  const found: FormMatch<T>[] = [];
  for (const digit of starts) {
    if (isFree(text, digit)) walk(text, digit, tree.root, found);
    const letters = startOfLetters(text, digit);
    if (letters !== digit && isFree(text, letters)) walk(text, letters, tree.root, found);
  }
  return found;
}

/** Where the letters before a number begin, over one separator. */
function startOfLetters(text: string, digit: number): number {
  const before = text.charCodeAt(digit - 1);
  let at = isAsciiLetter(before) ? digit : digit - 1;
  if (at !== digit && before !== 32 && before !== 45) return digit;
  const from = at;
  while (at > 0 && from - at <= mostLetters && isAsciiLetter(text.charCodeAt(at - 1))) at -= 1;
  return from - at > mostLetters || at === from ? digit : at;
}

/** Whether a number may begin here: not inside a word, and not after a decimal mark. */
function isFree(text: string, start: number): boolean {
  if (start === 0) return true;
  const before = text.charCodeAt(start - 1);
  if (isWordCode(before) || before === 45) return false;
  return (before !== 46 && before !== 44) || start < 2 || !isDigit(text.charCodeAt(start - 2));
}

function isClosed(text: string, end: number): boolean {
  const after = text.charCodeAt(end);
  if (isWordCode(after) || after === 45) return false;
  return (after !== 46 && after !== 44) || !isDigit(text.charCodeAt(end + 1));
}

function walk<T>(text: string, start: number, root: Branch<T>, found: FormMatch<T>[]): void {
  let at = start;
  let current: Branch<T> | undefined = root;
  while (current !== undefined) {
    if (current.accepts.length > 0 && isClosed(text, at)) found.push({ start, end: at, accepts: current.accepts });
    const code = text.charCodeAt(at);
    current = isDigit(code) ? current.digit : isAsciiLetter(code) ? current.letter : current.others.get(plain(code));
    at += 1;
  }
}

/** Spaces and hyphens that do not break a line count as plain ones. The end of a text is no character of any form. */
function plain(code: number): number {
  if (code === 0xa0 || code === 0x202f) return 32;
  return code === 0x2013 || code === 0x2011 ? 45 : code;
}
