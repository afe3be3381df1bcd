import { isJsonArray } from "#engine";
import type { JsonObject, JsonValue } from "#engine";
import { currencyOf, formatMoney } from "./amounts.ts";
import { asObject, textAt } from "./log.ts";
import type { EventOfKind } from "./log.ts";
import { toolTitle } from "./reading.ts";
import type { Reading } from "./reading.ts";

/** What a finished call did, in the past tense. */
export function doneSentence(
  result: EventOfKind<"tool.result">,
  call: EventOfKind<"tool.call"> | undefined,
  reading: Reading,
): string {
  const { done } = reading.words;
  const { tool, outcome } = result.attrs;
  const title = toolTitle(reading, tool);
  const value = result.values.result;
  if (outcome === "failure") return done.failed(title, textAt(value, "error"));
  if (outcome === "denied") return done.denied(title);
  if (outcome === "skipped") return done.skipped(title);
  const args = call?.values.arguments ?? {};
  switch (tool) {
    case "look_up_order":
      return done.lookUpOrder(textAt(args, "orderId"));
    case "list_orders":
      return done.listOrders(lengthOf(value));
    case "refund":
      return done.refund(amountOf(asObject(value), "amount", textAt(value, "currency")), textAt(value, "to"));
    case "send_email":
      return done.sendEmail(textAt(args, "to"));
    default:
      return done.other(title);
  }
}

/** What a person is asked to approve: "a refund of 480.00 EUR", split where the decisive value stands out. */
export function askedFor(tool: string, args: JsonObject, sentence: string, reading: Reading): string {
  const { ask } = reading.words;
  if (tool === "refund")
    return ask.refund(amountOf(args, "amount", currencyOf(reading.tools.get(tool)?.spec, "amount") ?? ""));
  if (tool === "send_email") return ask.sendEmail(textAt(args, "to"));
  return tool === "" ? ask.text : reading.words.quoted(sentence);
}

function amountOf(values: JsonObject, name: string, currency: string): string {
  const amount = values[name];
  return typeof amount === "number" ? `${formatMoney(amount)} ${currency}`.trim() : textAt(values, name);
}

function lengthOf(value: JsonValue | undefined): number {
  if (value !== undefined && isJsonArray(value)) return value.length;
  return Object.values(asObject(value)).find(isJsonArray)?.length ?? 0;
}
