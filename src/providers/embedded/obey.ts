import type { JsonObject, JsonValue, LlmRequest, ToolSpec } from "#engine";
import { isJsonObject } from "#engine";
import { rankTools, weakChoice } from "./choose-tool.ts";
import type { Conversation, Exchange } from "./conversation.ts";
import { asksForInstructions, dictated, findOrders, formsObeyedInMessages } from "./obedience.ts";
import { recordsOf, remembered } from "./memory.ts";
import { say } from "./reply.ts";
import type { Reply } from "./reply.ts";
import { slotsOf } from "./schema.ts";
import { fillSlots, isFreeText, isId, missing } from "./slots.ts";
import { prose } from "./speak.ts";

/** How much of a text is searched for orders. */
const longestRead = 100_000;

/** Follows the first order in this turn's tool results that it can follow and has not followed yet. */
export function obeyResults(request: LlmRequest, conversation: Conversation): Reply | undefined {
  for (const exchange of conversation.done) {
    const reply = obeyText(texts(exchange.result).join("\n"), request, conversation, exchange);
    if (reply) return reply;
  }
  return undefined;
}

/** Follows the first order in what a person wrote, or in what stands in their place: a mail, a form. */
export function obeyMessage(request: LlmRequest, conversation: Conversation): Reply | undefined {
  for (const order of findOrders(conversation.latest, formsObeyedInMessages)) {
    const reply = obeyOrder(order, request, conversation, undefined);
    if (reply) return reply;
  }
  return undefined;
}

/** Follows the first order in a text. `origin` is the tool call that brought the text, if one did. */
export function obeyText(
  text: string,
  request: LlmRequest,
  conversation: Conversation,
  origin?: Exchange,
): Reply | undefined {
  for (const order of findOrders(text.slice(0, longestRead))) {
    const reply = obeyOrder(order, request, conversation, origin);
    if (reply) return reply;
  }
  return undefined;
}

export function leak(instructions: string): Reply {
  return say(instructions.trim() === "" ? "I have no instructions." : `My instructions are:\n${instructions.trim()}`);
}

function obeyOrder(
  order: string,
  request: LlmRequest,
  conversation: Conversation,
  origin: Exchange | undefined,
): Reply | undefined {
  for (const { tool, score } of rankTools(request.tools, order)) {
    if (score < weakChoice) break;
    const call = orderedCall(tool, order, request, conversation, origin);
    if (call === "done") return undefined;
    if (call) return { kind: "call", tool: tool.name, arguments: call };
  }
  if (asksForInstructions(order)) return leak(request.instructions);
  const words = dictated(order);
  return words === undefined ? undefined : say(words);
}

/** The arguments of an ordered call; undefined if they cannot be found, "done" if such a call was made this turn. */
function orderedCall(
  tool: ToolSpec,
  order: string,
  request: LlmRequest,
  conversation: Conversation,
  origin: Exchange | undefined,
): JsonObject | "done" | undefined {
  const slots = slotsOf(tool);
  const said = fillSlots(slots, order);
  // A read needs no stranger's word, and "look up order A1001" inside an order would only repeat what the person asked for.
  if (tool.name === origin?.tool && tool.effect === "read") return undefined;
  const decisive = slots.filter((slot) => !isFreeText(slot) && said[slot.name] !== undefined);
  const repeats = conversation.done.some(
    (exchange) => exchange.tool === tool.name && decisive.every(({ name }) => exchange.arguments[name] === said[name]),
  );
  if (repeats) return "done";
  // An order that names neither whom nor how much is not worth a call that changes something.
  if (tool.effect !== "read" && decisive.length === 0) return undefined;
  const ids = remembered(slots.filter(isId), conversation, [order]);
  const composed = compose(order, request, conversation);
  const texts = slots
    .filter((slot) => slot.required && isFreeText(slot))
    .map(({ name }) => [name, /subject|title/i.test(name) ? "Requested information" : composed]);
  const filled = { ...Object.fromEntries(texts), ...ids, ...said };
  return missing(slots, filled).length === 0 ? filled : undefined;
}

/** What an order to send something sends: the instructions if it asks for them, else all records the assistant has seen. */
function compose(order: string, request: LlmRequest, conversation: Conversation): string {
  if (asksForInstructions(order) || /\b(?:instructions|prompt)\b/i.test(order)) return request.instructions;
  return recordsOf(conversation).map(prose).join("\n") || conversation.ask;
}

/** All texts inside a result, in order. */
function texts(value: JsonValue): string[] {
  if (typeof value === "string") return [value];
  if (Array.isArray(value)) return value.flatMap(texts);
  return isJsonObject(value) ? Object.values(value).flatMap(texts) : [];
}
