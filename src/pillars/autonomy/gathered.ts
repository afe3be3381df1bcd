import { equalJson, isJsonArray, type JsonValue } from "#engine";
import { type IndexedField, type IndexedResult, isSteeredByTrust } from "./index-source.ts";
import { every } from "./quantifiers.ts";
import type { TrustedWords } from "./selection.ts";

/** Names of fields that say who: senders, owners, members. */
const party =
  /^(?:sender|from|owner|author|user|user_?name|member|participant|attendee|recipient|customer|employee|assignee|reporter|created_?by)$/;

/** "the user who wrote the most messages". */
const most = /(?<!\p{L})(?:most|am meisten|die meisten|le plus|más|più|meeste)(?!\p{L})/u;
/** "to each user", "all members". */
const everyBody = new RegExp(
  String.raw`\b${every}\s+(?:\p{L}+\s+){0,2}?(?:users?|members?|people|persons?|participants?|attendees?|customers?|employees?|colleagues?|senders?|authors?|owners?|nutzer\p{L}*|mitglied\p{L}*|teilnehmer\p{L}*|kund\p{L}*|mitarbeiter\p{L}*|utilisateurs?|membres?|clients?|usuarios?|miembros?|clientes?|utenti|membri|clienti|gebruikers?|leden|klanten)\b`,
  "u",
);

/**
 * Whether a field that says who is, over everything that was gathered with one tool, what trusted words ask for: whoever
 * stands there most often, or any of them where all are meant. Gathered is what trusted words have queried, and what a list
 * without exception was asked for entry by entry: whoever leaves one out could tip the scales.
 */
export function isGathered(
  field: IndexedField,
  result: IndexedResult,
  all: readonly IndexedResult[],
  words: TrustedWords,
): boolean {
  const name = nameOf(field);
  if (!party.test(name)) return false;
  const sentences = words.texts.flatMap((text) => text.sentences);
  const isMost = sentences.some((each) => most.test(each));
  const isAll = sentences.some((each) => everyBody.test(each));
  if (!isMost && !isAll) return false;
  const gathered = gatheredWith(result, all);
  if (!gathered.includes(result)) return false;
  return isAll || isMostFrequent(field.plain, gathered, name);
}

function nameOf({ path }: IndexedField): string {
  return path.slice(path.lastIndexOf(".") + 1).toLowerCase();
}

function isMostFrequent(plain: string, gathered: readonly IndexedResult[], name: string): boolean {
  const counts = new Map<string, number>();
  for (const { fields } of gathered)
    for (const field of fields) if (nameOf(field) === name) counts.set(field.plain, (counts.get(field.plain) ?? 0) + 1);
  const own = counts.get(plain) ?? 0;
  return [...counts].every(([other, count]) => other === plain || count < own);
}

function gatheredWith({ source: { tool } }: IndexedResult, all: readonly IndexedResult[]): readonly IndexedResult[] {
  const alike = all.filter(({ source }) => source.tool === tool);
  return alike.every(({ source }) => isSteeredByTrust(source)) || isEnumeration(alike, all) ? alike : [];
}

/** One query for each entry of a plain list that trusted words have led to. */
function isEnumeration(alike: readonly IndexedResult[], all: readonly IndexedResult[]): boolean {
  const asked: JsonValue[] = [];
  for (const { source } of alike) {
    const [value, ...more] = Object.values(source.args);
    if (value === undefined || more.length > 0) return false;
    asked.push(value);
  }
  return all.some(({ source }) => {
    const list = source.value;
    if (!isJsonArray(list) || list.length === 0 || !isSteeredByTrust(source)) return false;
    const has = (values: readonly JsonValue[], value: JsonValue): boolean =>
      values.some((each) => equalJson(each, value));
    return (
      list.every((entry) => typeof entry === "string" && has(asked, entry)) && asked.every((value) => has(list, value))
    );
  });
}
