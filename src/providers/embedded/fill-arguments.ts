import type { JsonObject, LlmRequest } from "#engine";
import { beforeLatest } from "./conversation.ts";
import type { Conversation } from "./conversation.ts";
import { recordsOf, remembered, totalOf } from "./memory.ts";
import type { Slot } from "./schema.ts";
import { fillSlots, isFreeText, isId, isMoney, missing, subjectOf } from "./slots.ts";
import { readOutcome, speakResult } from "./speak.ts";
import { reason } from "./values.ts";

/** All arguments that the conversation gives: what is said, what was answered, what was looked up. */
export function fillArguments(slots: readonly Slot[], request: LlmRequest, conversation: Conversation): JsonObject {
  const earlier = beforeLatest(conversation);
  const answered = earlier ? fillArguments(slots, request, earlier) : {};
  const ids = remembered(
    slots.filter((slot) => slot.required && isId(slot)),
    conversation,
    [],
  );
  const known = { ...ids, ...fillSlots(slots, conversation.ask), ...answered };
  const filled = {
    ...cause(slots, conversation),
    ...details(slots, request, conversation),
    ...total(slots, known, conversation),
    ...known,
  };
  // The whole message answers the last question when that asked for free text.
  const open = earlier ? missing(slots, answered) : [];
  const asked = open.find((slot) => !isSubject(slot)) ?? open[0];
  const literal = asked && isFreeText(asked) && filled[asked.name] === undefined;
  return withSubject(slots, literal ? { ...filled, [asked.name]: conversation.latest.trim() } : filled);
}

export function isSubject({ name }: Pick<Slot, "name">): boolean {
  return /^(?:subject|title|topic)$/i.test(name);
}

/** What a message says, its subject included. */
export function isContent({ name }: Pick<Slot, "name">): boolean {
  return isSubject({ name }) || /^(?:body|message|text|content)$/i.test(name);
}

export function asksForDetails(ask: string): boolean {
  return /\b(?:details|status|summary|confirmation|information|info|overview)\b/i.test(ask);
}

/** A message without a subject gets its first words: nobody wants to be asked for both. */
function withSubject(slots: readonly Slot[], filled: JsonObject): JsonObject {
  const subject = slots.find((slot) => slot.required && isSubject(slot));
  const [message] = slots.filter((slot) => isContent(slot) && !isSubject(slot)).map(({ name }) => filled[name]);
  if (!subject || filled[subject.name] !== undefined || typeof message !== "string") return filled;
  return { ...filled, [subject.name]: subjectOf(message) };
}

function cause(slots: readonly Slot[], conversation: Conversation): JsonObject {
  const why = [conversation.ask, ...conversation.earlier.slice(0, 2)].map(reason).find((text) => text !== undefined);
  const asking = slots.filter(({ name }) => /reason|why/i.test(name));
  return Object.fromEntries(why === undefined ? [] : asking.map(({ name }) => [name, why]));
}

/** "Send me the details", "say that it is done": the text of a message may be what a tool has answered. */
function details(slots: readonly Slot[], request: LlmRequest, conversation: Conversation): JsonObject {
  const source = conversation.exchanges.find(({ result }) => readOutcome(result).outcome === "success");
  if (!source || !(asksForDetails(conversation.ask) || /\b(?:it|that|this)\b/i.test(conversation.ask))) return {};
  const texts = slots.filter((slot) => isContent(slot) && !isSubject(slot));
  return Object.fromEntries(texts.map(({ name }) => [name, speakResult(source, request.tools)]));
}

/** The amount of a payment about a known record is the record's total, unless somebody says otherwise. */
function total(slots: readonly Slot[], known: JsonObject, conversation: Conversation): JsonObject {
  const amount = slots.find((slot) => slot.required && isMoney(slot));
  const ids = Object.fromEntries(
    slots.filter(isId).flatMap(({ name }) => (known[name] === undefined ? [] : [[name, known[name]]])),
  );
  if (!amount || known[amount.name] !== undefined || Object.keys(ids).length === 0) return {};
  const found = totalOf(recordsOf(conversation), ids);
  if (!found) return {};
  const takesCurrency = found.currency !== undefined && slots.some(({ name }) => name === "currency");
  return { [amount.name]: found.amount, ...(takesCurrency ? { currency: found.currency } : {}) };
}
