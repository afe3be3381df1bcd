import { foldCase } from "../views/fold-case.ts";
import { isIdle, languagesOfText } from "./languages.ts";
import { figuresOf, plainDigits } from "./numbers.ts";
import type { Figure } from "./numbers.ts";
import { stemOf, stemsOf } from "./stems.ts";
import type { Stems } from "./stems.ts";
import type { Support } from "./support.ts";

export const groundingCategories = ["unsupported-number", "unsupported-name", "unsupported-statement"] as const;

export interface Ungrounded {
  readonly category: (typeof groundingCategories)[number];
  readonly score: number;
  readonly reason: string;
}

/** Fewer words, or pairs of characters, share nothing with a source by chance. */
const leastContent = 6;
const listed = 3;

const silent = { isClaim: false, fault: undefined } as const;

/** Whether a statement says something, and what of it the sources do not. */
export function judgeStatement(written: string, support: Support): { isClaim: boolean; fault: Ungrounded | undefined } {
  if (!/[\p{L}\p{N}]/u.test(written)) return silent;
  const text = plainDigits(withoutMarks(written));
  const stems = stemsOf(foldCase(text));
  const languages = languagesOfText(text, stems.words);
  const isSameLanguage =
    languages.length === 0 || support.languages.size === 0 || languages.some((each) => support.languages.has(each));
  const figures = figuresOf(text);
  const say = (these: readonly Figure[]): string => quoted(these.map(({ start, end }) => text.slice(start, end)));
  const missing = unknownFigures(figures, text, support);
  if (missing.length > 0) return fault("unsupported-number", 0.85, `No source says ${say(missing)}.`);
  if (/[?？]["'”’)]?$/u.test(text.trimEnd())) return silent;
  const names = namesOf(text, languages, support).filter((name) => !isKnownName(name, support));
  if (names.length > 0)
    return fault("unsupported-name", isSameLanguage ? 0.6 : 0.4, `No source mentions ${quoted(names)}.`);
  const passed = { isClaim: figures.length > 0 || stems.content.length >= leastContent, fault: undefined };
  if (!isSameLanguage) return passed;
  const apart = figures.filter((figure) => isElsewhere(figure, stems, languages, support));
  if (apart.length > 0) return fault("unsupported-number", 0.5, `The sources say ${say(apart)} of something else.`);
  const share = stems.content.length < leastContent ? 1 : coverage(stems, support);
  if (share >= 0.45) return passed;
  return fault("unsupported-statement", share < 0.2 ? 0.55 : 0.4, "The sources say nothing of this kind.");
}

function fault(category: Ungrounded["category"], score: number, reason: string) {
  return { isClaim: true, fault: { category, score, reason } };
}

/** Numbers of lists, notes and addresses state nothing. */
function withoutMarks(written: string): string {
  const blank = (mark: string): string => " ".repeat(mark.length);
  let text = written.replace(/^[-*+•>#|\s]{0,20}(?:\(?\d{1,3}[.)](?=\s))?/u, blank);
  if (text.includes("[")) text = text.replace(/\[\^?\d{1,3}\](?!\()/gu, blank);
  if (text.includes("://")) text = text.replace(/https?:\/\/[^\s)]{1,2000}/gu, blank);
  if (text.includes("@")) text = text.replace(/[\w.+-]{1,64}@[\w.-]{1,255}/gu, blank);
  return text.replace(/\b24\s?\/\s?7\b/gu, blank);
}

/** Numbers that neither a source has nor the statement itself explains, as many as are worth telling. */
function unknownFigures(figures: readonly Figure[], text: string, support: Support): readonly Figure[] {
  const unknown: Figure[] = [];
  let results: ReadonlySet<string> | undefined;
  for (const figure of figures) {
    if (isKnownFigure(figure, text, support)) continue;
    results ??= resultsOf(figures);
    if (!results.has(figure.value)) unknown.push(figure);
    if (unknown.length > listed) return unknown;
  }
  return unknown;
}

function isKnownFigure({ value, start, end }: Figure, text: string, { figures, saidFigures }: Support): boolean {
  const has = (number: string): boolean => figures.has(number) || saidFigures.has(number);
  if (has(value)) return true;
  // "12.03." may be a day and a month, "14.30" an hour and a minute.
  const [whole = "", part] = text.slice(start, end).split(/[.,]/u).map(Number).map(String);
  if (part !== undefined && has(whole) && has(part)) return true;
  const number = Number(value);
  const isClock = text.charAt(end) === ":" || /^\s?(?:[ap]\.?m|uhr|h\b)/iu.test(text.slice(end, end + 6));
  if (isClock && number <= 24 && (has(String(number - 12)) || has(String(number + 12)))) return true;
  // A month that the sources write as a word.
  return number <= 12 && end - start <= 2 && isWithinDate(text, start, end);
}

function isWithinDate(text: string, start: number, end: number): boolean {
  return (
    /\d[./-]$/u.test(text.slice(Math.max(0, start - 2), start)) ||
    /^[./-]\d{1,2}[./-]\d{2,4}/u.test(text.slice(end, end + 9))
  );
}

/** The sums, differences and products of two of a statement's numbers, where they are none of the two. */
function resultsOf(figures: readonly Figure[]): ReadonlySet<string> {
  const values = [...new Set(figures.slice(0, 8).map(({ value }) => Number(value)))];
  const results = values.flatMap((a, at) =>
    values.slice(at + 1).flatMap((b) => [a + b, Math.abs(a - b), a * b].filter((each) => each !== a && each !== b)),
  );
  return new Set(results.map(String));
}

/** The number stands in the sources, but nowhere near a word of this statement. Of another language that says nothing. */
function isElsewhere(
  { value }: Figure,
  { content }: Stems,
  languages: readonly string[],
  { figures, statements }: Support,
): boolean {
  const places = figures.get(value) ?? [];
  if (places.length === 0 || content.length < 2) return false;
  return places.every((place) => {
    const spoken = statements[place]?.languages ?? [];
    const isComparable =
      languages.length === 0 || spoken.length === 0 || languages.some((language) => spoken.includes(language));
    const near = [place - 1, place, place + 1];
    return isComparable && !near.some((at) => content.some((stem) => statements[at]?.stems.has(stem) === true));
  });
}

const capitalised = /(?<![\p{L}\p{N}.@/_-])\p{Lu}[\p{L}\p{M}’'-]{2,40}/gu;

/** Words that are written as names. German writes every noun so, headings every word. */
function namesOf(text: string, languages: readonly string[], { languages: known }: Support): readonly string[] {
  if (languages.includes("de") || (languages.length === 0 && known.has("de"))) return [];
  const found = [...text.matchAll(capitalised)];
  if (found.length === 0) return [];
  const words = text.match(/[\p{L}\p{N}]{1,60}/gu) ?? [];
  if (found.length * 2 > words.length && words.length > 2) return [];
  const first = text.search(/[\p{L}\p{N}]/u);
  return found.flatMap(({ 0: name, index }) => {
    const isOpening = index === first || /[:"“”„«»(*_>|]\s?$/u.test(text.slice(Math.max(0, index - 2), index));
    return isOpening || isIdle(foldCase(name)) ? [] : [name];
  });
}

function isKnownName(name: string, { stems, said }: Support): boolean {
  return foldCase(name)
    .split(/[’'-]/u)
    .filter((part) => part.length > 2)
    .every((part) => stems.has(stemOf(part)) || said.has(stemOf(part)));
}

function coverage({ content }: Stems, { stems, said }: Support): number {
  const own = new Set(content);
  let covered = 0;
  for (const stem of own) if (stems.has(stem) || said.has(stem)) covered += 1;
  return own.size === 0 ? 1 : covered / own.size;
}

function quoted(values: readonly string[]): string {
  const shown = [...new Set(values)];
  return shown.length > listed ? `${shown.slice(0, listed).join(", ")} and more` : shown.join(" or ");
}
