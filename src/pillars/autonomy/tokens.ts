/**
 * Lower case, compatibility forms unified, invisible format characters (zero width, tags, directions) removed, one kind of
 * apostrophe.
 */
export function folded(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[\p{Cf}\u00ad]/gu, "")
    .replace(/[‘’ʼ`´]/gu, "'")
    .toLowerCase();
}

/** Letters and digits only: for comparisons that must not be dodged by spacing and punctuation. */
export function squashed(text: string): string {
  return folded(text).replace(/[^\p{L}\p{N}]/gu, "");
}

/** A text's words in three cuts, coarse to fine; a value has to stand in one of them, word by word and in one piece. */
export interface Words {
  /** Split at white space, nothing removed. */
  readonly raw: readonly string[];
  /** Without the punctuation around them. Inner punctuation stays: `nora@shop.example` is not in `nora@shop.example.evil.org`. */
  readonly runs: readonly string[];
  /** Lists and `name:value` pairs taken apart too, and 订单A1001的 where the script changes. */
  readonly fine: readonly string[];
  /** As they were written, nothing unified. */
  readonly written: readonly string[];
  /** Every word of the cuts above: most values stand in most texts nowhere, and this says so at once. */
  readonly all: ReadonlySet<string>;
}

export function wordsOf(text: string): Words {
  const raw = split(folded(text));
  const runs = raw.map(trimmed).filter(isSomething);
  const fine = split(folded(text.replace(missingSpace, " ")).replace(scriptBorder, " "))
    .map(trimmed)
    .flatMap(parts)
    .filter(isSomething);
  const written = split(text).map(trimmed).filter(isSomething);
  return { raw, runs, fine, written, all: new Set([...raw, ...runs, ...fine, ...written]) };
}

/** A value's words, ready to be looked for in many texts. */
export interface SoughtWords {
  readonly raw: readonly string[];
  /** The words without `#` in front; absent when other punctuation stands around one, which no text may lend it. */
  readonly bare?: readonly string[];
  /** They have to be written just so. */
  readonly isLiteral?: true;
}

/**
 * Only quotes around the whole value are ignored: `../A1001` and `A1001;x` are not the user's `A1001`. Undefined for a
 * value that hides characters: it is nobody's words. A letter that only looks like one of ours after it was unified (full width,
 * the long s, the Kelvin sign) may be another one for the system that gets it, so the text has to have that very letter.
 */
export function soughtWords(value: string): SoughtWords | undefined {
  if (hidesCharacters(value)) return undefined;
  if (isUnified(value)) return { raw: split(value), isLiteral: true };
  const raw = valueWords(value);
  const isPlain = raw.every((word) => trimmed(word) === word || `#${trimmed(word)}` === word);
  return isPlain ? { raw, bare: raw.map(trimmed) } : { raw };
}

export function standsIn({ raw, bare, isLiteral }: SoughtWords, text: Words): boolean {
  if (!text.all.has(raw[0] ?? "") && !text.all.has(bare?.[0] ?? "")) return false;
  if (isLiteral === true) return containsWords(text.written, raw);
  if (containsWords(text.raw, raw)) return true;
  return bare !== undefined && (containsWords(text.runs, bare) || containsWords(text.fine, bare));
}

/** Invisible or control characters: no person types them, so such a value is nobody's words. */
function hidesCharacters(value: string): boolean {
  return /[\p{Cf}\p{Cc}]/u.test(value);
}

/** Whether the folded text of a value is what the value says to any system: nothing was removed from it or unified. */
export function isPlainlyWritten(value: string): boolean {
  return !hidesCharacters(value) && !isUnified(value);
}

/** Characters that become plain ASCII when compatibility forms are unified. */
function isUnified(value: string): boolean {
  return (value.match(/[^\p{ASCII}\s]/gu) ?? []).some((each) => /^[!-~]+$/.test(each.normalize("NFKC")));
}

/** A value's words as they are, without quotes around the whole. */
export function valueWords(value: string): readonly string[] {
  return split(
    folded(value)
      .trim()
      .replace(/^(["'“”„«»])(.*)(["'“”„«»])$/su, "$2"),
  );
}

function split(plain: string): readonly string[] {
  return plain.split(/\s+/u).filter(isSomething);
}

function isSomething(word: string): boolean {
  return word !== "";
}

/** Scripts written without spaces end where Latin letters or digits begin. */
const unspaced = "\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}\\p{Script=Thai}";
const scriptBorder = new RegExp(`(?<=[${unspaced}])(?=[a-z0-9])|(?<=[a-z0-9])(?=[${unspaced}])`, "gu");

/** Where a sentence begins without a space before it: "www.shop.example.They". */
const missingSpace = /(?<=\p{Ll}[.!?])(?=\p{Lu}\p{Ll})/gu;

function parts(word: string): readonly string[] {
  if (isAtom(word)) return [word];
  return word.split(/[,;|()[\]{}<>"=:“”„«»]|(?<=^[\p{L}\p{N}-]+)\/(?=[\p{L}\p{N}-]+$)/u).map(trimmed);
}

/** Addresses, numbers and times hold their inner punctuation together. */
function isAtom(word: string): boolean {
  return (
    word.includes("://") ||
    /^[^\s:;,()<>"]+@[^\s:;,()<>"]+$/u.test(word) ||
    /^(?:[\p{Sc}+-]|[a-z]{3})?\d[\d.,:'/-]*(?:[\p{Sc}%]|[a-z]{3})?$/u.test(word)
  );
}

/** Cut by hand from both ends: a pattern that ends in `$` would take quadratic time on a hostile run of punctuation. */
function trimmed(word: string): string {
  const characters = [...word];
  const start = characters.findIndex((character) => /[\p{L}\p{N}\p{Sc}+-]/u.test(character));
  const end = characters.findLastIndex((character) => /[\p{L}\p{N}\p{Sc}%]/u.test(character));
  if (start === -1 || end < start) return "";
  const core = characters
    .slice(start, end + 1)
    .join("")
    .replace(/'s$/u, "");
  return /^[+-](?!\d|\p{Sc})/u.test(core) ? core.slice(1) : core;
}

function containsWords(text: readonly string[], words: readonly string[]): boolean {
  const [first] = words;
  if (first === undefined) return false;
  return text.some((word, start) => word === first && words.every((each, offset) => text[start + offset] === each));
}
