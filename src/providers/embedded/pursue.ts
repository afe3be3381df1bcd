import type { LlmRequest, ToolSpec } from "#engine";
import { chooseTool, isKnowledgeTool, strongChoice, weakChoice } from "./choose-tool.ts";
import { followUp } from "./conversation.ts";
import type { Conversation } from "./conversation.ts";
import { asksForDetails, fillArguments, isContent, isSubject } from "./fill-arguments.ts";
import { remembered } from "./memory.ts";
import { say } from "./reply.ts";
import type { Reply } from "./reply.ts";
import { slotsOf } from "./schema.ts";
import type { Slot } from "./schema.ts";
import { isId, isMoney, missing } from "./slots.ts";

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
  const filled = fillArguments(slots, request, conversation);
  const open = missing(slots, filled);
  if (open.length === 0) return { kind: "call", tool: goal.name, arguments: filled };
  const mayBeKnown = open.every(isMoney) || (open.every(isContent) && asksForDetails(conversation.ask));
  const next = open.find((slot) => !isSubject(slot)) ?? open[0];
  return (mayBeKnown ? lookUp(request, conversation) : undefined) ?? (next && say(question(next)));
}

function question({ label, schema, name }: Slot): string {
  const example = schema.enum ?? schema.examples?.slice(0, 1);
  const hint = example && example.length > 0 ? ` (like ${example.map(String).join(" or ")})` : "";
  if (isContent({ name }) && !isSubject({ name })) return `${followUp} what it should say?`;
  return `${followUp} ${isId({ name, schema, label, required: true }) ? "your" : "the"} ${label}${hint}?`;
}

/** Nobody asks for more at once. */
const mostClauses = 12;

function clauses(text: string): string[] {
  return text
    .split(/(?<=[.!?;])\s+|\n|,?\s{1,3}\b(?:and then|then|and also|and)\b\s{1,3}/i)
    .filter((clause) => clause.trim() !== "")
    .slice(0, mostClauses);
}

/** A reading tool whose ids are known and that was not tried this turn: it may know the amount, or the details. */
function lookUp(request: LlmRequest, conversation: Conversation): Reply | undefined {
  for (const tool of request.tools.filter(({ effect }) => effect === "read")) {
    const required = slotsOf(tool).filter((slot) => slot.required);
    const known = remembered(required.filter(isId), conversation, []);
    const isReady = required.length > 0 && missing(required, known).length === 0;
    if (isReady && !conversation.done.some((exchange) => exchange.tool === tool.name)) {
      return { kind: "call", tool: tool.name, arguments: known };
    }
  }
  return undefined;
}
