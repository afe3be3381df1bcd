import { isJsonObject } from "#engine";
import type { JsonObject, JsonValue } from "#engine";
import type { Conversation } from "./conversation.ts";
import type { Slot } from "./schema.ts";
import { fillSlots } from "./slots.ts";
import { readOutcome } from "./speak.ts";
import { money, parseFigure } from "./values.ts";

/** Fills slots from the texts given, then from what was said and looked up before, newest first. */
export function remembered(slots: readonly Slot[], conversation: Conversation, texts: readonly string[]): JsonObject {
  const records = conversation.exchanges.flatMap((exchange) => [exchange.arguments, ...recordsIn(exchange.result)]);
  return Object.fromEntries(
    slots.flatMap((slot) => {
      const spoken = [...texts, conversation.latest, conversation.ask, ...conversation.earlier].map(
        (text) => fillSlots([slot], text)[slot.name],
      );
      const looked = records.map((record) => record[slot.name]).filter((value) => typeof value === "string");
      const value = [...spoken, ...looked].find((candidate) => candidate !== undefined);
      return value === undefined ? [] : [[slot.name, value]];
    }),
  );
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
