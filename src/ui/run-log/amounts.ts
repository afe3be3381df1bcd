import type { JsonObject, JsonValue, ToolSpec } from "#engine";
import type { Words } from "#ui/kit";

/** "1,250.00": two decimals always, so that a decimal point can't be overlooked. */
export function formatMoney(amount: number): string {
  return amount.toFixed(2).replace(/\B(?=(\d{3})+(?!\d))/gu, ",");
}

/** The currency that a tool's sentence writes behind an argument: `{{ amount | money }} EUR`. */
export function currencyOf(spec: ToolSpec | undefined, argument: string): string | undefined {
  const behind = spec?.sentence.split(/\{\{|\}\}/u) ?? [];
  const at = behind.findIndex((part) => part.trim().split(/[\s|]/u)[0] === argument);
  const code = at === -1 ? undefined : /^\s*([A-Z]{3})\b/u.exec(behind[at + 1] ?? "")?.[1];
  return code;
}

/** The currency in which a sentence writes an amount, where the tool itself is not known: "480.00 EUR". */
export function currencyIn(sentence: string, value: JsonValue): string | undefined {
  if (typeof value !== "number") return undefined;
  return new RegExp(`(?<![\\d.,])${escaped(formatMoney(value))} ([A-Z]{3})\\b`, "u").exec(sentence)?.[1];
}

/** A value as people read it: amounts with decimals and currency, lists with commas. */
export function readableValue(value: JsonValue, currency: string | undefined): string {
  if (typeof value === "number") return currency === undefined ? String(value) : `${formatMoney(value)} ${currency}`;
  if (typeof value === "string") return value;
  return JSON.stringify(value);
}

/** A number as a person types it, with or without decimals and currency; undefined when it is none. */
export function parseAmount(text: string): number | undefined {
  const plain = /^\s*(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d+))?\s*(?:[A-Z]{3})?\s*$/u.exec(text);
  const parts = plain ?? /^\s*(\d+),(\d{1,2})\s*(?:[A-Z]{3})?\s*$/u.exec(text);
  if (parts === null) return undefined;
  const amount = Number(`${parts[1]?.replaceAll(",", "")}.${parts[2] ?? "0"}`);
  return Number.isFinite(amount) ? amount : undefined;
}

/** A sentence in which the values of a call stand out. Amounts take their currency along. */
export function withBoldValues(sentence: string, args: JsonObject): Words {
  const values = Object.values(args).flatMap(spellings);
  const found = values
    .filter((value) => value.length > 1)
    .sort((a, b) => b.length - a.length)
    .map((value) => `${escaped(value)}(?: [A-Z]{3}\\b)?`);
  if (found.length === 0) return sentence;
  return sentence
    .split(new RegExp(`(?<![\\w.])((?:${found.join("|")}))(?![\\w])`, "u"))
    .flatMap((part, at) => (part === "" ? [] : [at % 2 === 1 ? { bold: part } : part]));
}

function spellings(value: JsonValue): string[] {
  if (typeof value === "number") return [formatMoney(value), String(value)];
  return typeof value === "string" && value.length <= 80 ? [value] : [];
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/gu, "\\$&");
}
