import { isJsonObject, type JsonValue, type ToolSpec } from "#engine";
import { numbersSaid } from "#pillars/autonomy";
import type { Named } from "./names.ts";
import type { Order } from "./orders.ts";
import { plainWord } from "./plain-word.ts";
import type { PlanBound } from "./tool-plan.ts";

/**
 * Who or what an order names is who or what its tool is foreseen for, unless another order for that tool leaves it open, or
 * names too few to say which of several arguments each is for.
 */
export function boundsOf(spec: ToolSpec, orders: readonly Order[]): readonly PlanBound[] {
  return [...namedBounds(spec, orders), ...amountBounds(spec, orders)];
}

function namedBounds({ name: tool, roles, inputSchema }: ToolSpec, orders: readonly Order[]): readonly PlanBound[] {
  const targets = Object.keys(roles).filter((argument) => roles[argument] === "target" && !argument.includes("."));
  const required = Array.isArray(inputSchema["required"]) ? inputSchema["required"] : targets;
  return targets.flatMap((argument) => {
    const fitting = (order: Order): readonly Named[] =>
      order.isOpen ? [] : order.names.filter(({ kind, text }) => fits(kind, argument) && !isPlace(text, tool));
    const alike = targets.filter((other) => required.includes(other) && kindsOf(other) === kindsOf(argument)).length;
    const named = orders.map(fitting);
    if (named.some((names) => names.length < Math.max(1, alike))) return [];
    return [{ argument, oneOf: [...new Set(named.flat().map(({ text }) => text))] }];
  });
}

/** What an order says how much is to be paid, is what is foreseen; a number of another sentence is not. */
function amountBounds({ effect, roles, inputSchema }: ToolSpec, orders: readonly Order[]): readonly PlanBound[] {
  const { properties } = inputSchema;
  if (
    effect !== "pay" ||
    !isJsonObject(properties) ||
    orders.some(({ isOpen, amounts }) => isOpen || amounts.length === 0)
  )
    return [];
  const numeric = Object.keys(roles).filter((name) => roles[name] === "value" && isNumeric(properties[name]));
  return numeric.map((argument) => ({ argument, oneOf: [...new Set(orders.flatMap(({ amounts }) => amounts))] }));
}

function isNumeric(schema: JsonValue | undefined): boolean {
  return isJsonObject(schema) && (schema["type"] === "number" || schema["type"] === "integer");
}

/** "Invite her to Slack": the tool is of that place, and nobody by that name is meant. */
function isPlace(text: string, tool: string): boolean {
  return tool.split("_").includes(plainWord(text));
}

function fits(kind: Named["kind"], argument: string): boolean {
  return kindsOf(argument).includes(kind);
}

const addresses: readonly Named["kind"][] = ["url"];
const mails: readonly Named["kind"][] = ["email"];
const anybody: readonly Named["kind"][] = ["email", "name"];

function kindsOf(argument: string): readonly Named["kind"][] {
  if (/ur[li]|link|website|page|host/i.test(argument)) return addresses;
  return /mail/i.test(argument) ? mails : anybody;
}

/** Only values of the same kind are told apart: an address is no name. */
export function isOutside(value: JsonValue, oneOf: readonly string[]): boolean {
  if (Array.isArray(value)) return value.some((item: JsonValue) => isOutside(item, oneOf));
  if (typeof value === "number") return !numbersSaid(oneOf.join(" | ")).includes(value);
  if (typeof value !== "string") return false;
  const alike = oneOf.filter((each) => kindOf(each) === kindOf(value));
  return alike.length > 0 && !alike.some((each) => isSame(each, value));
}

/** An address out of a record that nobody of those goes by who were named without one. */
export function isOfSomebodyElse(record: readonly string[], oneOf: readonly string[]): boolean {
  const names = oneOf.filter((each) => kindOf(each) === "name");
  return names.length === oneOf.length && !names.some((name) => record.some((field) => isCalled(field, name)));
}

function isCalled(field: string, name: string): boolean {
  const words = wordsOf(field);
  return wordsOf(name).every((word) => words.includes(word));
}

function wordsOf(text: string): readonly string[] {
  return plainWord(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
}

function kindOf(value: string): "email" | "url" | "name" {
  if (value.includes("@")) return "email";
  return /^(?:https?:\/\/|www\.)|^[\w-]+(?:\.[\w-]+)*\.\p{L}{2,}(?:\/|$)/u.test(value) ? "url" : "name";
}

/** "External" stands for External_0, "Sarah" for Sarah Baker. */
function isSame(named: string, value: string): boolean {
  const [one, other] = [named, value].map((each) =>
    plainWord(each)
      .replace(/^[#@]/, "")
      .replace(/^https?:\/\/|\/$/g, ""),
  );
  if (one === undefined || other === undefined) return false;
  return one === other || other.split(/[^\p{L}\p{N}]+/u).includes(one);
}
