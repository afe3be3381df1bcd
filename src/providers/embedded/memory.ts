import { isJsonObject } from "#engine";
import type { JsonObject, JsonValue } from "#engine";
import { terms } from "../retrieval/index.ts";
import type { Conversation } from "./conversation.ts";
import type { Slot } from "./schema.ts";
import { fillSlots } from "./slots.ts";
import { readOutcome } from "./speak.ts";
import { money, parseFigure } from "./values.ts";

/** Fills slots from the texts given, then from what was said and looked up before, newest first. */
export function remembered(slots: readonly Slot[], conversation: Conversation, texts: readonly string[]): JsonObject {
  return Object.fromEntries(
    slots.flatMap((slot) => {
      const now = spokenValue(slot, [...texts, conversation.latest, conversation.ask]);
      const value =
        now ??
        describedValue(slot, conversation) ??
        spokenValue(slot, conversation.earlier) ??
        latestValue(slot, conversation);
      return value === undefined ? [] : [[slot.name, value]];
    }),
  );
}

function spokenValue(slot: Slot, texts: readonly string[]): JsonValue | undefined {
  return texts.map((text) => fillSlots([slot], text)[slot.name]).find((value) => value !== undefined);
}

/** "The kettle": the one record that shares a word with what is asked, of those that do not all share it. */
function describedValue({ name }: Slot, conversation: Conversation): JsonValue | undefined {
  const asked = new Set(terms(conversation.ask));
  const records = recordsOf(conversation).filter((record) => typeof record[name] === "string");
  const scored = records.map((record) => ({
    value: record[name],
    score: terms(
      Object.values(record)
        .filter((field) => typeof field === "string")
        .join(" "),
    ).filter((term) => asked.has(term)).length,
  }));
  const best = Math.max(0, ...scored.map(({ score }) => score));
  const values = new Set(scored.filter(({ score }) => score === best).map(({ value }) => value));
  return best > 0 && values.size === 1 ? [...values][0] : undefined;
}

/** The value of the newest call that names just one: out of a list, none is meant. */
function latestValue({ name }: Slot, conversation: Conversation): JsonValue | undefined {
  for (const { arguments: args, result } of conversation.exchanges) {
    const values = new Set(
      [args, ...recordsIn(result)].map((record) => record[name]).filter((value) => typeof value === "string"),
    );
    if (values.size > 0) return values.size === 1 ? [...values][0] : undefined;
  }
  return undefined;
}

/** Records that tools returned, newest first. */
export function recordsOf(conversation: Conversation): JsonObject[] {
  return conversation.exchanges.flatMap((exchange) => {
    const read = readOutcome(exchange.result);
    return read.outcome === "success" ? recordsIn(read.result) : [];
  });
}

/** What the record about these ids costs in total, as a number, with its currency if it names one. */
export function totalOf(
  records: readonly JsonObject[],
  ids: JsonObject,
): { readonly amount: number; readonly currency: string | undefined } | undefined {
  const wanted = Object.values(ids);
  const record = records.find(
    (candidate) => wanted.every((id) => Object.values(candidate).includes(id)) && totalIn(candidate),
  );
  return record && totalIn(record);
}

function totalIn(record: JsonObject) {
  const names = ["total", "totalAmount", "amount", "price", "value"];
  const field = names.map((name) => record[name]).find((value) => value !== undefined && value !== null);
  const currency = typeof record["currency"] === "string" ? record["currency"] : undefined;
  if (typeof field === "number") return { amount: field, currency };
  if (typeof field === "string")
    return money(field)[0] ?? (/^\d[\d.,]*$/.test(field) ? { amount: parseFigure(field), currency } : undefined);
  if (!isJsonObject(field)) return undefined;
  const { amount, currency: own } = { amount: field["amount"] ?? field["value"], currency: field["currency"] };
  return typeof amount === "number" ? { amount, currency: typeof own === "string" ? own : currency } : undefined;
}

/** The object itself, and the objects that its lists and fields hold. */
function recordsIn(value: JsonValue): JsonObject[] {
  if (Array.isArray(value)) return value.flatMap(recordsIn);
  return isJsonObject(value)
    ? [value, ...Object.values(value).flatMap((field) => (typeof field === "object" ? recordsIn(field) : []))]
    : [];
}
