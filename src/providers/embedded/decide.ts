import type { LlmRequest } from "#engine";
import { terms } from "../retrieval/index.ts";
import { answer, findPassages, list, passagesOf } from "./answer.ts";
import { isKnowledgeTool, rankTools, strongChoice } from "./choose-tool.ts";
import { readConversation } from "./conversation.ts";
import type { Conversation } from "./conversation.ts";
import { fillSchema } from "./fill-schema.ts";
import { asksForInstructions, dictated, dropsRules, findOrders } from "./obedience.ts";
import { leak, obeyMessage, obeyResults, obeyText } from "./obey.ts";
import { goalsOf, pursue } from "./pursue.ts";
import { followRecipe } from "./recipe.ts";
import { say } from "./reply.ts";
import type { Reply } from "./reply.ts";
import { slotsOf } from "./schema.ts";
import { smallTalk, withoutGreeting } from "./small-talk.ts";
import { speakResult } from "./speak.ts";
import { doTask } from "./tasks.ts";
import { codes } from "./values.ts";

/** More calls than this in one turn end it, whatever the texts order. */
const callsPerTurn = 8;

type Rule = (request: LlmRequest, conversation: Conversation) => Reply | undefined;

/** What the assistant does with a request: the first rule that has a reply wins. The same request always gets the same reply. */
export function decide(request: LlmRequest): Reply {
  const conversation = readConversation(request.messages);
  if (request.replySchema)
    return say(
      JSON.stringify(
        fillSchema(request.replySchema, conversation.latest || request.instructions, request.instructions),
      ),
    );
  const rules = conversation.news ? afterResult : afterMessage;
  for (const rule of rules) {
    const reply = rule(request, conversation);
    if (reply) return reply;
  }
  return say(`That is not in my knowledge. ${abilities(request)}`);
}

const afterResult: readonly Rule[] = [
  (request, conversation) =>
    conversation.done.length >= callsPerTurn ? undefined : obeyResults(request, conversation),
  followRecipe,
  (request, conversation) => (conversation.done.length >= callsPerTurn ? undefined : nextGoal(request, conversation)),
  speakOfTurn,
];

const afterMessage: readonly Rule[] = [
  (request, { latest }) => (asksForInstructions(latest) ? leak(request.instructions) : undefined),
  (_, { latest }) => (/^\W*(?:say|repeat after me)\b/i.test(latest) ? spoken(dictated(latest)) : undefined),
  (request, { latest }) => spoken(smallTalk(latest, abilities(request))),
  obeyMessage,
  followRecipe,
  declineUnserved,
  answerFirst,
  (request, conversation) => pursue(goalsOf(request, conversation, strongChoice), request, conversation),
  answerWellCovered,
  (request, conversation) => pursue(goalsOf(request, conversation), request, conversation),
  (request, conversation) => spoken(doTask(request, conversation.latest)),
  answerFromDocuments,
  searchKnowledge,
  (_, { latest }) => (dropsRules(latest) ? say("All right, I set my rules aside. What should I do?") : undefined),
];

/** "Cancel my order" where no tool cancels anything: better a plain no than the nearest tool that is none. */
function declineUnserved(request: LlmRequest, { latest }: Conversation): Reply | undefined {
  const wanted =
    /^(?:please |can you |could you |i want to |i would like to |i'd like to )?(cancel|change|delete|update|exchange|reorder|book|subscribe|unsubscribe|upgrade|renew)\b/i.exec(
      withoutGreeting(latest),
    )?.[1];
  if (wanted === undefined) return undefined;
  const known = request.tools.some(({ name, title, description, phrases = [] }) =>
    terms([name.replaceAll("_", " "), title, description, ...phrases].join(" ")).includes(terms(wanted)[0] ?? wanted),
  );
  return known || findPassages(latest, request.documents ?? []).length > 0
    ? undefined
    : say(`I cannot ${wanted.toLowerCase()} that. ${abilities(request)}`);
}

function spoken(text: string | undefined): Reply | undefined {
  return text === undefined ? undefined : say(text);
}

function nextGoal(request: LlmRequest, conversation: Conversation): Reply | undefined {
  const tried = conversation.done.some(({ tool }) =>
    request.tools.some((spec) => spec.name === tool && isKnowledgeTool(spec)),
  );
  const reply = tried ? undefined : pursue(goalsOf(request, conversation), request, conversation);
  // A question that comes up on the way is asked after the results so far.
  return reply?.kind === "say" ? say(`${resultsOf(request, conversation)} ${reply.text}`.trim()) : reply;
}

/** Speaks of the results the person asked for, and of the last one in any case. */
function speakOfTurn(request: LlmRequest, conversation: Conversation): Reply | undefined {
  const { news } = conversation;
  const passages = news && passagesOf(news.result);
  if (passages) return answer(conversation.ask, passages) ?? say(`That is not in my knowledge. ${abilities(request)}`);
  return say(resultsOf(request, conversation));
}

function resultsOf(request: LlmRequest, conversation: Conversation): string {
  const goals = new Set(goalsOf(request, conversation).map(({ name }) => name));
  const told = conversation.done.filter(
    (exchange, position) => goals.has(exchange.tool) || position === conversation.done.length - 1,
  );
  const texts = told.map((exchange) => speakResult(exchange, request.tools));
  return texts.join(texts.some((text) => text.includes("\n")) ? "\n\n" : " ");
}

/** "What is your refund policy?" asks about refunds, not for one: documents come before tools. */
function answerFirst(request: LlmRequest, conversation: Conversation): Reply | undefined {
  if (!asksAbout(conversation.latest)) return undefined;
  const best = rankTools(
    request.tools.filter((tool) => !isKnowledgeTool(tool)),
    conversation.latest,
  )[0];
  const sure =
    best !== undefined && best.score >= strongChoice + 1 && slotsOf(best.tool).every(({ required }) => !required);
  return sure ? undefined : (answerFromDocuments(request, conversation) ?? searchKnowledge(request, conversation));
}

function asksAbout(message: string): boolean {
  const about =
    /\bpolic(?:y|ies)\b|\bhow (?:long|much|many|often|do|does|can i|to)\b|\b(?:what|which)(?:'s| is| are| if| happens| kinds?)?\b|\bdo you\b|\bdoes\b|\bis (?:there|it)\b|\bare there\b|\bcan i\b|\bwhy\b|\bam i\b/i;
  return about.test(message) && !ownBusiness.test(message) && codes(message).length === 0;
}

/** A text that holds most of the question's words is a better guess than a tool that shares few with it. */
function answerWellCovered(request: LlmRequest, conversation: Conversation): Reply | undefined {
  const [best] =
    conversation.asks.length > 1 || ownBusiness.test(conversation.latest)
      ? []
      : findPassages(conversation.latest, request.documents ?? []);
  return best && best.coverage >= 0.6 ? answerFromDocuments(request, conversation) : undefined;
}

/** Speaks of the person's own order, or asks for something to be done. */
const ownBusiness =
  /\b(?:my|this|that|the) (?:order|parcel|package|delivery|shipment|money)\b|\bmy (?:\w+ )?orders\b|\bi(?:'d| would)? (?:want|like|need)\b|\bplease\b/i;

function answerFromDocuments(request: LlmRequest, conversation: Conversation): Reply | undefined {
  const documents = request.documents ?? [];
  const question = withoutGreeting(conversation.latest);
  const [best] = findPassages(question, documents);
  if (!best) return undefined;
  return (
    (findOrders(best.text).length > 0 ? obeyText(best.text, request, conversation) : undefined) ??
    answer(question, documents)
  );
}

function searchKnowledge(request: LlmRequest, conversation: Conversation): Reply | undefined {
  const tool = request.tools.find(isKnowledgeTool);
  const slot = tool && slotsOf(tool).find(({ required }) => required);
  if (!tool || !slot || dropsRules(conversation.latest)) return undefined;
  return { kind: "call", tool: tool.name, arguments: { [slot.name]: withoutGreeting(conversation.latest).trim() } };
}

function abilities(request: LlmRequest): string {
  const tools = request.tools.filter((tool) => !isKnowledgeTool(tool)).map(({ title }) => title);
  const topics = [...new Set((request.documents ?? []).map(({ title }) => title))].slice(0, 3);
  const offers = [
    tools.length > 0 ? `do this: ${list(tools)}` : "",
    topics.length > 0 || request.tools.some(isKnowledgeTool)
      ? `answer questions${topics.length > 0 ? ` about ${list(topics)}` : " from the knowledge I was given"}`
      : "",
  ];
  const offered = offers.filter((offer) => offer !== "");
  return offered.length > 0
    ? `I can ${offered.join(", and ")}.`
    : "I can have a simple chat and answer from the texts I am given.";
}
