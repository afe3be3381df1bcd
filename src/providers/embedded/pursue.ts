import type { JsonObject, LlmRequest, ToolSpec } from "#engine";
import { chooseTool, isKnowledgeTool, strongChoice, weakChoice } from "./choose-tool.ts";
import { beforeLatest, followUp } from "./conversation.ts";
import type { Conversation } from "./conversation.ts";
import { recordsOf, remembered, totalOf } from "./memory.ts";
import { say } from "./reply.ts";
import type { Reply } from "./reply.ts";
import { slotsOf } from "./schema.ts";
import type { Slot } from "./schema.ts";
import { fillSlots, isFreeText, isId, isMoney, missing } from "./slots.ts";
import { prose } from "./speak.ts";
import { reason } from "./values.ts";

/** The tools the person asks for, in the order of the clauses that ask for them. */
export function goalsOf(request: LlmRequest, conversation: Conversation, floor = weakChoice): ToolSpec[] {
  const tools = request.tools.filter((tool) => !isKnowledgeTool(tool));
  // A new request in the middle of a follow-up question wins over the open one.
  const fresh = conversation.asks.length < 2 ? undefined : chooseTool(tools, conversation.latest, strongChoice + 0.6);
  const ask = fresh ? conversation.latest : conversation.ask;
  const named = clauses(ask).flatMap((clause) => chooseTool(tools, clause, strongChoice) ?? []);
  if (named.length > 0) return [...new Set(named)];
  const whole = chooseTool(tools, ask, floor);
  return whole ? [whole] : [];
}

/** The next step towards the goals: a call, or a question for what is missing; undefined when every goal was tried. */
export function pursue(goals: readonly ToolSpec[], request: LlmRequest, conversation: Conversation): Reply | undefined {
  // One attempt a turn for each tool: the guard against running in circles.
  const goal = goals.find(({ name }) => !conversation.done.some((exchange) => exchange.tool === name));
  if (!goal) return undefined;
  const slots = slotsOf(goal);
  const filled = gather(slots, conversation);
  const open = missing(slots, filled);
  const [first] = open;
  if (!first) return { kind: "call", tool: goal.name, arguments: filled };
  const lookUp = open.every(isMoney) ? lookUpFor(slots.filter(isId), filled, request, conversation) : undefined;
  return lookUp ?? say(question(first));
}

export function question({ label, schema, name }: Slot): string {
  const example = schema.enum ?? schema.examples?.slice(0, 1);
  const hint = example && example.length > 0 ? ` (like ${example.map(String).join(" or ")})` : "";
  if (/^(?:body|message|text|content)$/i.test(name)) return `${followUp} what it should say?`;
  return `${followUp} ${isId({ name, schema, label, required: true }) ? "your" : "the"} ${label}${hint}?`;
}

function clauses(text: string): string[] {
  return text
    .split(/(?<=[.!?;])\s+|\n|,?\s+\b(?:and then|then|and also|and)\b\s+/i)
    .filter((clause) => clause.trim() !== "");
}

function gather(slots: readonly Slot[], conversation: Conversation): JsonObject {
  const earlier = beforeLatest(conversation);
  const answered = earlier ? gather(slots, earlier) : {};
  const said = { ...fillSlots(slots, conversation.ask), ...answered };
  const known = {
    ...remembered(
      slots.filter((slot) => slot.required && isId(slot)),
      conversation,
      [],
    ),
    ...said,
  };
  const filled = {
    ...cause(slots, conversation),
    ...recordContent(slots, conversation),
    ...total(slots, known, conversation),
    ...known,
  };
  // The whole message answers the last question when that asked for free text.
  const [asked] = earlier ? missing(slots, answered) : [];
  const literal = asked && isFreeText(asked) && filled[asked.name] === undefined;
  return literal ? { ...filled, [asked.name]: conversation.latest.trim() } : filled;
}

function cause(slots: readonly Slot[], conversation: Conversation): JsonObject {
  const why = [conversation.ask, ...conversation.earlier.slice(0, 2)].map(reason).find((text) => text !== undefined);
  return Object.fromEntries(
    why === undefined ? [] : slots.filter(({ name }) => /reason|why/i.test(name)).map(({ name }) => [name, why]),
  );
}

/** "Send me the details": the body of a message may be the record that was looked up. */
function recordContent(slots: readonly Slot[], conversation: Conversation): JsonObject {
  const [record] = recordsOf(conversation);
  const wanted = /\b(?:details|status|summary|confirmation|information|info|it|that|this)\b/i.test(conversation.ask);
  if (!record || !wanted) return {};
  const content: Readonly<Record<string, string>> = { body: prose(record), subject: "The details you asked for" };
  return Object.fromEntries(
    slots.flatMap(({ name }) => {
      const text = content[name];
      return text === undefined ? [] : [[name, text]];
    }),
  );
}

function total(slots: readonly Slot[], known: JsonObject, conversation: Conversation): JsonObject {
  const amount = slots.find((slot) => slot.required && isMoney(slot));
  const ids = Object.fromEntries(
    slots.filter(isId).flatMap(({ name }) => (known[name] === undefined ? [] : [[name, known[name]]])),
  );
  const found =
    amount && known[amount.name] === undefined && Object.keys(ids).length > 0
      ? totalOf(recordsOf(conversation), ids)
      : undefined;
  if (!amount || !found) return {};
  const currency =
    slots.some(({ name }) => name === "currency") && found.currency !== undefined ? { currency: found.currency } : {};
  return { [amount.name]: found.amount, ...currency };
}

/** A reading tool that the known ids suffice for, and that was not tried this turn: it may know the amount. */
function lookUpFor(
  ids: readonly Slot[],
  filled: JsonObject,
  request: LlmRequest,
  conversation: Conversation,
): Reply | undefined {
  const known = Object.fromEntries(
    ids.flatMap(({ name }) => (filled[name] === undefined ? [] : [[name, filled[name]]])),
  );
  const tool = request.tools.find((candidate) => {
    const required = slotsOf(candidate).filter((slot) => slot.required);
    return (
      candidate.effect === "read" &&
      required.length > 0 &&
      required.every(({ name }) => known[name] !== undefined) &&
      !conversation.done.some((exchange) => exchange.tool === candidate.name)
    );
  });
  if (!tool) return undefined;
  const wanted = slotsOf(tool)
    .filter((slot) => slot.required)
    .flatMap(({ name }) => {
      const value = known[name];
      return value === undefined ? [] : [[name, value]];
    });
  return { kind: "call", tool: tool.name, arguments: Object.fromEntries(wanted) };
}
