import { isJsonArray, isJsonObject } from "#engine";
import type { JsonValue } from "#engine";
import { childAt, pathSteps } from "#pillars/autonomy";
import type { QuotedPart } from "#ui/kit";
import { parseAmount } from "./amounts.ts";
import type { Sought } from "./origin-place.ts";

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** A short value can stand in a long text any number of times; so many are shown. */
const mostMarks = 20;
const wordCharacter = /[\p{L}\p{N}]/u;

/** Where a value stands in a text: words whatever their case, a number however it is written. */
export function marksIn(text: string, value: JsonValue): readonly Stretch[] {
  if (typeof value === "number") return numbersIn(text, value);
  if (typeof value !== "string" || value.trim() === "") return [];
  const found = wordsIn(text, value.trim());
  const amount = parseAmount(value);
  return found.length > 0 || amount === undefined ? found : numbersIn(text, amount);
}

function wordsIn(text: string, words: string): readonly Stretch[] {
  // Some letters change their length with their case; places found in one would not be places in the other.
  const isSafe = text.toLowerCase().length === text.length;
  const [within, wanted] = isSafe ? [text.toLowerCase(), words.toLowerCase()] : [text, words];
  const whole: Stretch[] = [];
  const part: Stretch[] = [];
  for (let at = within.indexOf(wanted); at !== -1; at = within.indexOf(wanted, at + wanted.length)) {
    const place = { start: at, end: at + wanted.length };
    const isWhole = !wordCharacter.test(text[at - 1] ?? "") && !wordCharacter.test(text[place.end] ?? "");
    (isWhole ? whole : part).push(place);
    if (whole.length === mostMarks) break;
  }
  return whole.length > 0 ? whole : part.slice(0, mostMarks);
}

function numbersIn(text: string, value: number): readonly Stretch[] {
  const found: Stretch[] = [];
  for (const match of text.matchAll(/\d[\d.,]*/gu)) {
    const digits = match[0].replace(/[.,]$/u, "");
    if (digits.length < 40 && (parseAmount(digits) === value || Number(digits) === value))
      found.push({ start: match.index, end: match.index + digits.length });
    if (found.length === mostMarks) break;
  }
  return found;
}

/** A text in parts, with what is sought set apart. */
export function withMarks(text: string, marks: readonly Stretch[]): readonly QuotedPart[] {
  const parts: QuotedPart[] = [];
  let from = 0;
  for (const { start, end } of marks) {
    if (start > from) parts.push(text.slice(from, start));
    parts.push({ sought: text.slice(start, end) });
    from = end;
  }
  return from < text.length || parts.length === 0 ? [...parts, text.slice(from)] : parts;
}

/** The same in a value written as JSON with two blanks: only inside the field that the trace names, if it names one. */
export function marksInJson(text: string, json: JsonValue, { value, path }: Sought): readonly Stretch[] {
  const field = path === "" ? undefined : fieldIn(text, json, path);
  if (field === undefined) return marksIn(text, written(value));
  const inside = marksIn(text.slice(field.start, field.end), written(value));
  if (inside.length === 0) return [field];
  return inside.map(({ start, end }) => ({ start: field.start + start, end: field.start + end }));
}

/** A string as it stands between the quotes of JSON. */
function written(value: JsonValue): JsonValue {
  return typeof value === "string" ? JSON.stringify(value).slice(1, -1) : value;
}

/** Where the field's own value is written: found by writing the record once more with a word there that the text has not. */
function fieldIn(text: string, json: JsonValue, path: string): Stretch | undefined {
  const steps = pathSteps(path);
  const held = steps.reduce<JsonValue | undefined>((each, step) => childAt(each, step), json);
  if (held === undefined || typeof held === "object") return undefined;
  const stand = standIn(text);
  const start = JSON.stringify(replaced(json, steps, stand), undefined, 2).indexOf(stand) - 1;
  const end = start + JSON.stringify(held).length;
  return typeof held === "string" ? { start: start + 1, end: end - 1 } : { start, end };
}

function standIn(text: string): string {
  for (let at = 0; ; at += 1) if (!text.includes(`here${at}`)) return `here${at}`;
}

function replaced(json: JsonValue, [step, ...rest]: readonly string[], by: string): JsonValue {
  if (step === undefined) return by;
  if (isJsonArray(json)) return json.map((each, at) => (String(at) === step ? replaced(each, rest, by) : each));
  if (!isJsonObject(json)) return json;
  const name = step.replaceAll("\\.", ".");
  return Object.fromEntries(
    Object.entries(json).map(([each, value]) => [each, each === name ? replaced(value, rest, by) : value]),
  );
}
