import {
  isJsonObject,
  jsonObject,
  jsonToText,
  renderTemplate,
  type JsonObject,
  type JsonValue,
  type LlmRequest,
} from "#engine";
import { followUp, type Conversation, type Exchange } from "./conversation.ts";
import { say, type Reply } from "./reply.ts";
import { readSchema } from "./schema.ts";
import { chooseOption } from "./slots.ts";
import { readOutcome, speakResult } from "./speak.ts";
import { withCode } from "./write-code.ts";

interface Step {
  readonly tool: string;
  readonly arguments: JsonObject;
}

/** Steps that the instructions write out for one kind of request, and the text that they end in. */
interface Recipe {
  readonly word: string;
  readonly steps: readonly Step[];
  readonly answer: string;
}

const heading = /^When asked for an? "(\p{L}{3,30})", take these steps\b/u;
const stepLine = /^\d{1,2}\. ([a-z][a-z0-9_]{0,63}) (\{.{0,1000}\})$/u;
const answerLine = /^Then answer with this text\b/u;

/** Takes the next step of a request that the instructions have written out; the last one is the answer. */
export function followRecipe(request: LlmRequest, conversation: Conversation): Reply | undefined {
  const recipe = recipeIn(request.instructions);
  if (recipe === undefined || !new RegExp(`\\b${recipe.word}\\b`, "iu").test(conversation.ask)) return undefined;
  const month = monthIn(conversation.ask);
  const needsMonth = recipe.steps.some(({ arguments: args }) => JSON.stringify(args).includes("{month}"));
  if (needsMonth && month === undefined) return say(`${followUp} the month (like October 2026)?`);
  const steps = [
    ...recipe.steps.map((step) => filled(step, month ?? "")),
    ...askedBesides(recipe, request, conversation),
  ];
  const { done } = conversation;
  const failed = done.findIndex(({ result }, at) => at < recipe.steps.length && !isDone(result));
  const failure = done[failed];
  if (failure !== undefined) return say(speakResult(failure, request.tools));
  const next = steps[done.length];
  if (next !== undefined) return { kind: "call", ...next };
  return say([answerOf(recipe, done, month ?? ""), ...besides(done.slice(recipe.steps.length), request)].join("\n\n"));
}

function recipeIn(instructions: string): Recipe | undefined {
  const lines = instructions.split("\n");
  const at = lines.findIndex((line) => heading.test(line));
  const word = heading.exec(lines[at] ?? "")?.[1];
  const end = lines.findIndex((line) => answerLine.test(line));
  if (word === undefined || end < at) return undefined;
  const steps = lines.slice(at + 1, end).flatMap((line) => {
    const [, tool, json] = stepLine.exec(line) ?? [];
    const args = json === undefined ? undefined : objectIn(json);
    return tool === undefined || args === undefined ? [] : [{ tool, arguments: args }];
  });
  // What the house adds to the instructions stands behind an empty line.
  const [answer = ""] = lines
    .slice(end + 1)
    .join("\n")
    .split("\n\n", 1);
  return { word, steps, answer };
}

function objectIn(text: string): JsonObject | undefined {
  try {
    return jsonObject.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

const months = "january february march april may june july august september october november december".split(" ");

/** "October 2026" and "2026-10" as 2026-10. */
function monthIn(text: string): string | undefined {
  const iso = /\b(20\d\d)-(0[1-9]|1[0-2])\b/u.exec(text);
  if (iso) return iso[0];
  const named = new RegExp(`\\b(${months.join("|")}) (20\\d\\d)\\b`, "iu").exec(text);
  const number = months.indexOf(named?.[1]?.toLowerCase() ?? "") + 1;
  return named === null || number === 0 ? undefined : `${named[2] ?? ""}-${String(number).padStart(2, "0")}`;
}

function filled({ tool, arguments: args }: Step, month: string): Step {
  return { tool, arguments: withCode(objectIn(JSON.stringify(args).replaceAll("{month}", month)) ?? args) };
}

/** What the message names that no step takes: "…and add the payroll". */
function askedBesides(recipe: Recipe, request: LlmRequest, { ask }: Conversation): readonly Step[] {
  return request.tools.flatMap(({ name, inputSchema }) =>
    Object.entries(readSchema(inputSchema).properties ?? {}).flatMap(([argument, schema]) => {
      const options = readSchema(schema).enum ?? [];
      const taken = recipe.steps.flatMap((step) => (step.tool === name ? [step.arguments[argument]] : []));
      if (taken.length === 0) return [];
      const more = chooseOption(
        options.filter((option) => !taken.includes(option)),
        ask,
      );
      return more === undefined || taken.some((value) => isJsonObject(value))
        ? []
        : [{ tool: name, arguments: { [argument]: more } }];
    }),
  );
}

function isDone(result: JsonValue): boolean {
  return readOutcome(result).outcome === "success";
}

function answerOf({ answer, steps }: Recipe, done: readonly Exchange[], month: string): string {
  const results = Object.fromEntries(done.slice(0, steps.length).map(({ result }, at) => [`step${at + 1}`, result]));
  const rendered = renderTemplate(answer, { ...results, month });
  return rendered.ok ? rendered.text.trim() : `The report could not be written: ${rendered.problem}`;
}

function besides(done: readonly Exchange[], { tools }: LlmRequest): readonly string[] {
  return done.map((exchange) => jsonToText(speakResult(exchange, tools)));
}
